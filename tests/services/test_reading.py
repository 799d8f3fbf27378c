"""Bad input: a sentence that names the field and what to do, and nothing written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.errors import AppError, Invalid, Level
from app.models import RECORDS
from app.models.fields import fields_of
from app.services.office import Office
from tests.office import small_office

MEETING: dict[str, Any] = {"happened_on": "2026-10-12", "topic": "电动车集中充电", "township": "永兴街道",
                           "members": ["陈志明", "赵雅琴"], "people": {"群众代表": 12}}  # fmt: skip
VISIT: dict[str, Any] = {"happened_on": "2026-10-13", "name": "走访果农", "township": "大河镇",
                         "members": ["马文军"], "people_served": 20}  # fmt: skip
STUDIO = {"name": "石桥委员工作室", "sort": "township", "opened_on": "2024-01-01"}
TASK = {"unit": "住建局"}
SENTENCE = re.compile(r"[\u4e00-\u9fff]")


def _consensus(**task: Any) -> dict[str, Any]:
    return {"consensus": [{"text": "建充电桩", "task": TASK | task}]}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for all: what is refused leaves it as it was."""
    office = small_office(tmp_path_factory.mktemp("office"))
    yield office
    office.store.close()


def _counts(office: Office) -> dict[str, int]:
    """Rows of every table and files beside the store."""
    with office.store.reading() as session:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type='table'")).all()
        found = {name: session.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names}
        found["last number"] = session.execute(text("SELECT sum(last) FROM sequence")).scalar_one()
    files = office.store.folder.files
    return found | {"files": sum(1 for path in files.rglob("*") if path.is_file())}


def _refused(office: Office, kind: str, raw: Any, *, draft: bool = False) -> Invalid:
    before = _counts(office)
    with pytest.raises(Invalid) as refused:
        office.records.add(kind, [raw], draft=draft)
    assert _counts(office) == before
    for problem in refused.value.problems:
        assert SENTENCE.search(problem.text)
        assert problem.label
        assert not re.search(r"[\x00-\x1f\ud800-\udfff]", problem.sentence)
        assert len(problem.sentence) < 300
    return refused.value


WRONG: list[tuple[str, str, dict[str, Any], str]] = [
    ("no day", "meeting", {"happened_on": None}, "日期：请填日期"),
    ("an empty day", "meeting", {"happened_on": " "}, "日期：请填日期"),
    ("an impossible day", "meeting", {"happened_on": "2026-02-30"}, "日期：没有“2026-02-30”这一天，请按"),
    ("a day in words", "meeting", {"happened_on": "上周三"}, "日期：看不懂“上周三”这个日期，请按"),
    ("a day that is a list", "meeting", {"happened_on": ["2026-10-12"]}, "日期：要填日期，不能填 一列值"),
    ("a day that is yes", "meeting", {"happened_on": True}, "日期：要填日期，不能填 是或否"),
    ("no title", "meeting", {"topic": "  "}, "会议议题：请填会议议题"),
    ("a title that is a number", "meeting", {"topic": 1.5}, "会议议题：要填文字，不能填 数字 1.5"),
    ("a title too long", "meeting", {"topic": "长" * 61}, "会议议题：有 61 个字，最多 60 个，请删减 1 个"),
    ("a long text too long", "meeting", {"background": "长" * 4001},
     "情况介绍：有 4001 个字，最多 4000 个"),
    ("a control character", "meeting", {"topic": "电动\x00车"}, "会议议题：第 3 个字是看不见的控制字符"),
    ("an escape", "meeting", {"background": "一行\n\x1b[31m"}, "情况介绍：第 4 个字是看不见的控制字符"),
    ("half a character", "meeting", {"topic": "电\ud800动"}, "会议议题：第 2 个字是残缺的半个字"),
    ("a brand nobody has", "meeting", {"brand": "没有的"},
     "协商品牌：没有“没有的”这个选项，可选：协商在基层"),
    ("a list of brands", "meeting", {"brand": ["courtyard"]}, "协商品牌：要填文字，不能填 一列值"),
    ("a way nobody has", "visit", {"ways": ["主动走访", "飞"]}, "活动方式：没有“飞”这个选项"),
    ("a township nobody has", "meeting", {"township": "不存在镇"}, "乡镇（街道）：没有叫“不存在镇”的乡镇"),
    ("a uuid nobody has", "meeting", {"township": "0" * 32}, "乡镇（街道）：没有编号为 00000000… 的乡镇"),
    ("a time of 25 o'clock", "meeting", {"began_at": "25:00"}, "开始时间：看不懂“25:00”这个时间，请按"),
    ("an end before the beginning", "meeting", {"began_at": "15:00", "finished_at": "14:00"},
     "结束时间：14:00 不晚于"),
    ("an end a day before", "meeting", {"ended_on": "2026-10-11"}, "结束日期：早于开始的 2026-10-12"),
    ("a negative head-count", "meeting", {"people": {"群众代表": -1}}, "其他人员：群众代表：不能是负数 -1"),
    ("half a person", "meeting", {"people": {"masses": 1.5}}, "其他人员：masses：“1.5”不是整数"),
    ("a role nobody has", "meeting", {"people": {"外星人": 3}}, "其他人员：外星人：没有“外星人”这个选项"),
    ("head-counts as a list", "meeting", {"people": [12]}, "其他人员：要按角色填人数，不能填 一列值"),
    ("a sum that does not add up", "meeting", {"headcount": 99}, "合计人数：填了 99 人次，各类相加是 14"),
    ("a member twice", "meeting", {"members": ["陈志明", "陈志明/发展和改革局"]},
     "参加委员：陈志明点了两次名"),
    ("a member nobody knows", "meeting", {"members": ["无名氏"]},
     "参加委员：没有叫“无名氏”的委员，请先在名册里登记"),
    ("two members of one name", "meeting", {"members": ["张伟"]}, "参加委员：“张伟”有 2 个：张伟（"),
    ("a member outside his term", "meeting", {"happened_on": "2020-05-01", "members": ["赵雅琴"]},
     "参加委员：赵雅琴在 2020-05-01 不在任（十一届）"),
    ("a member without a name", "meeting", {"members": [{"role": "host"}]}, "参加委员：有一位没有填姓名"),
    ("a member as a number", "meeting", {"members": [5]}, "参加委员：要填文字，不能填 数字 5"),
    ("members as words", "meeting", {"members": "陈志明"}, "参加委员：要填一列，不能填 “陈志明”"),
    ("a status nobody has", "meeting", {"members": [{"member": "陈志明", "status": "迷路"}]},
     "参加委员：没有“迷路”这个选项"),
    ("something unknown of a member", "meeting", {"members": [{"member": "陈志明", "迟到": True}]},
     "参加委员：没有“迟到”这一项"),
    ("a field nobody knows", "meeting", {"天气": "晴"}, "天气：没有这一项，请核对名称"),
    ("a field without a name", "meeting", {"": 1}, "（没有名称）：没有这一项"),
    ("a field twice", "meeting", {"会议议题": "另一个"}, "会议议题：填了两次，请去掉一个"),
    ("what is worked out", "meeting", {"member_count": 5}, "委员人次：是自动算的，请去掉这一项"),
    ("a field of a row nobody knows", "meeting", {"consensus": [{"text": "一", "谁": 1}]},
     "谁：共识第 1 行没有这一项"),
    ("a row without its text", "meeting", {"consensus": [{"task": TASK}]}, "共识事项：第 1 行请填共识事项"),
    ("a row that is a number", "meeting", {"consensus": [3]}, "共识：第 1 行要填一组值，不能填 数字 3"),
    ("rows that are an object", "meeting", {"consensus": {"text": "一"}}, "共识：要填一列，不能填 一组值"),
    ("too many rows", "meeting", {"opinions": ["好"] * 2001}, "意见建议：有 2001 行，最多 2000 行"),
    ("a task without its unit", "meeting", {"consensus": [{"text": "一",
     "task": {"deadline": "2026-12-01"}}]},
     "责任单位：第 1 行请填责任单位"),
    ("a task closed before the meeting", "meeting", _consensus(state="closed", closed_on="2026-10-01"),
     "办结日期：第 1 条办结 2026-10-01 早于协商活动 2026-10-12"),
    ("a task closed without a day", "meeting", _consensus(state="已办结"),
     "办结日期：第 1 条已办结，请填办结日期"),
    ("a day without closing", "meeting", _consensus(closed_on="2026-10-20"),
     "进展：第 1 条填了办结日期，请把进展改成已办结"),
    ("a task closed tomorrow", "meeting", _consensus(state="closed", closed_on="2026-12-20"),
     "办结日期：第 1 条办结 2026-12-20 还没到"),
    ("a task that is a word", "meeting", {"consensus": [{"text": "一", "task": "住建局"}]},
     "落实：共识第 1 行要填一组值"),
    ("research after the meeting", "meeting", {"research": [{"on": "2026-10-20"}]},
     "前期调研：第 1 次调研 2026-10-20 在协商活动之后"),
    ("a meeting that is still to come", "meeting", {"happened_on": "2026-11-20"},
     "日期：2026-11-20 还没到，先存成草稿"),
    ("a courtyard without its focus", "meeting", {"brand": "courtyard"},
     "五项重点：院坝协商要选五项重点中的一项"),
    ("nobody there", "meeting", {"members": [], "people": {}},
     "参加委员：请点名参加的委员，或填其他人员的人数"),
    ("a visit without members", "visit", {"members": []}, "参加委员：请点名参加的委员"),
    ("a visit without people", "visit", {"people_served": None}, "服务群众人次：请填服务群众人次"),
    ("people that are no number", "visit", {"people_served": "很多"},
     "服务群众人次：“很多”不是整数，请只填数字"),
    ("a number of 5000 digits", "visit", {"people_served": "9" * 5000},
     "服务群众人次：“99999999999999999999…”不是整数"),
    ("more than a whole country", "visit", {"people_served": 10**10},
     "服务群众人次：10000000000 太大了，最多"),
    ("money in words", "visit", {"donation": "一万"}, "捐款捐物：“一万”不是金额，请填"),
    ("negative money", "visit", {"donation": "-5"}, "捐款捐物：不能是负数"),
    ("more answers than questions", "visit", {"demands": 2, "answered": 3},
     "现场解答：现场解答 3 条，收集的意见只有 2 条"),
    ("a problem closed before the visit", "visit", {"problems_raised": [{"text": "缺水",
     "closed_on": "2026-01-01"}]},
     "办结日期：第 1 条办结 2026-01-01 早于走访"),
    ("a flag in other words", "visit", {"problems_raised": [{"text": "缺水", "answered": "也许"}]},
     "当场答复：问题第 1 行“也许”看不懂"),
    ("a phone with letters", "person", {"name": "某人", "phone": "12345"},
     "手机：“12345”不对，请填 11 位手机号"),
    ("somebody born tomorrow", "person", {"name": "某人", "born_on": "2027-01-01"}, "出生日期：在今天之后"),
    ("a year of 26", "topic_plan", {"name": "议题", "year": 26}, "年度：26 不像年份，请填四位数"),
    ("a village of another township", "meeting", {"township": "青山镇", "village": "河口村"},
     "村（社区）：河口村不在青山镇"),
    ("a studio closed before it opened", "studio", STUDIO | {"closed_on": "2023-01-01"},
     "停用日期：早于挂牌的 2024-01-01"),
    ("a member twice in a studio", "studio", STUDIO | {"members": [{"member": "周文",
     "joined_on": "2024-02-01"}] * 2},
     "入室委员：周文已经在名单里，请去掉第 2 行"),
    ("a figure made of others", "adjustment",
     {"figure": "contacts", "happened_on": "2026-09", "amount": 1, "reason": "漏报", "basis": "1号"},
     "指标：没有“contacts”这个选项"),
    ("a zero report of nobody", "zero_report", {"month": "2026-09"},
     "乡镇（街道）：请在乡镇、专委会、工作室里只选一个"),
    ("a file that is not there", "visit", {"files": ["没有/照片.jpg"]}, "照片和附件：找不到文件“照片.jpg”"),
    ("a file that is a number", "visit", {"files": [5]}, "照片和附件：第 1 个要填文件的位置"),
    ("a file whose place is a number", "visit", {"files": [{"path": 5}]},
     "照片和附件：第 1 个要填文件的位置"),
    ("a file without a name", "visit", {"files": [{"path": "a\x00b.jpg"}]},
     "照片和附件：“a□b.jpg”读不出来"),
    ("a file by a hash nobody has", "visit", {"files": [{"sha256": "0" * 64}]},
     "照片和附件：第 1 个不在附件文件夹里"),
    ("a hash that is a path", "visit", {"files": [{"sha256": "../../台账.db"}]},
     "照片和附件：第 1 个不在附件文件夹里"),
    ("a file with something unknown", "visit", {"files": [{"path": "a.jpg", "大小": 1}]},
     "照片和附件：第 1 个里没有“大小”这一项"),
    ("a caption that is a list", "visit", {"files": [{"path": "a.jpg", "caption": [1]}]},
     "照片和附件：第 1 个的说明：要填文字"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "raw", "sentence"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_wrong_input_is_refused_with_a_sentence(
    office: Office, kind: str, raw: dict[str, Any], sentence: str
) -> None:
    whole = {"meeting": MEETING, "visit": VISIT}.get(kind, {}) | raw
    refused = _refused(office, kind, whole)
    assert any(problem.sentence.startswith(sentence) for problem in refused.problems), refused.message


def test_every_problem_is_said_at_once(office: Office) -> None:
    raw = MEETING | {"happened_on": "昨天", "brand": "没有", "members": ["无名氏"], "天气": "晴"}
    said = {problem.label for problem in _refused(office, "meeting", raw).problems}
    assert said == {"日期", "协商品牌", "参加委员", "天气"}


def test_one_bad_record_of_a_batch_refuses_all_and_is_named(office: Office) -> None:
    before = _counts(office)
    raws = [MEETING, MEETING | {"topic": None}, MEETING | {"topic": "好的"}, MEETING | {"brand": "没有"}]
    with pytest.raises(Invalid) as refused:
        office.records.add("meeting", raws)
    assert _counts(office) == before
    assert [problem.sentence.split("：")[:2] for problem in refused.value.problems] == [
        ["第 2 条", "会议议题"],
        ["第 4 条", "协商品牌"],
    ]


def test_a_photo_of_a_refused_batch_is_not_kept(office: Office, tmp_path: Path) -> None:
    photo = tmp_path / "名单.pdf"
    photo.write_bytes(b"%PDF-1.7 only here")
    before = _counts(office)
    good = VISIT | {"files": [{"path": str(photo), "caption": "名单"}]}
    for bad in (VISIT | {"name": None}, VISIT | {"files": ["没有.jpg"]}, VISIT | {"people_served": None}):
        with pytest.raises(Invalid):
            office.records.add("visit", [good, bad])
        assert _counts(office) == before
    assert {problem.label for problem in _refused(office, "visit", good | {"name": ""}).problems} == {
        "活动名称"
    }


def test_a_draft_may_lack_what_counting_needs_but_not_its_name(office: Office) -> None:
    assert (
        _refused(office, "visit", {"happened_on": "2026-10-01"}, draft=True).problems[0].level is Level.SAVE
    )
    assert _refused(office, "visit", VISIT | {"donation": "?"}, draft=True)


ANYTHING = st.characters(exclude_categories=())
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(ANYTHING, max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
@example_settings(max_examples=7)
@given(data=st.data())
def test_any_object_is_taken_or_refused_with_sentences(
    office: Office, model: Any, data: st.DataObject
) -> None:
    keys = st.sampled_from(
        [spec.key for spec in fields_of(model)] + [spec.label for spec in fields_of(model)]
    )
    raw = data.draw(st.dictionaries(keys | st.text(max_size=5), JSON, max_size=6))
    before = _counts(office)
    with pytest.raises(AppError) as refused:
        office.records.add(model.key, [raw, {"": None}])  # the second is always wrong
    assert _counts(office) == before
    assert all(SENTENCE.search(line) for line in refused.value.message.splitlines() if line.strip())
