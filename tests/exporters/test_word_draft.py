"""The information draft: said from the record, 300 to 600 characters where it has that much."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exporters.word_draft import draft
from tests.exporters.word_samples import MEETING, OFFICE, STUDIO, VISIT, bare, people

KINDS = [("meeting", MEETING), ("visit", VISIT), ("studio_activity", STUDIO)]


def text(kind: str, record: dict[str, Any]) -> str:
    return "\n".join(draft(kind, record)["paragraphs"])


def test_meeting_is_told_in_the_order_it_went() -> None:
    found = text("meeting", MEETING)
    order = (
        "10月12日，示例县政协在青山镇石桥村委会会议室围绕“石桥村背街小巷照明怎么建怎么管”开展院坝协商活动。",
        "会前开展调研1次",
        "大部分没有路灯",
        "会上，周文",
        "经协商，达成3项共识：一是年内安装太阳能路灯38盏；二是",
        "会后，相关事项由县住建局、石桥村委会负责办理，目前已办结1件。",
    )
    places = [found.index(one) for one in order]
    assert places == sorted(places)
    assert draft("meeting", MEETING)["author"] == "王秀兰"


def test_ordinary_citizens_are_not_named_in_news() -> None:
    assert "张大妈" not in text("meeting", MEETING)


@pytest.mark.parametrize(("kind", "record"), KINDS)
def test_nothing_is_said_of_what_was_not_recorded(kind: str, record: dict[str, Any]) -> None:
    empty = bare(record) | {
        "happened_on": "2026年10月",
        "title": "题",
        "topic": "题",
        "name": "题",
        "studio": "某室",
    }
    found = text(kind, empty)
    assert found.startswith("10月，")
    assert not re.search(r"[，；：、]{2}|[，、；]。|“”|None|0[人名条场元]", found)
    assert len(found) < 60


@pytest.mark.parametrize(("kind", "record"), KINDS)
def test_rich_record_gives_300_to_600_characters(kind: str, record: dict[str, Any]) -> None:
    long = "这一句话有二十来个字用来把正文写得长一些。" * 60
    full = record | {key: long for key in ("background", "content", "summary", "outcome") if key in record}
    if kind == "meeting":
        full |= {"speeches": [{"speaker": "周文", "identity": "委员", "points": long}] * 5}
        full |= {"consensus": [{"text": long, "task": MEETING["consensus"][0]["task"]}] * 9}
    length = len("".join(draft(kind, full)["paragraphs"]))
    assert 300 <= length <= 600


@given(st.integers(0, 12), st.text("甲乙，。；丙丁", max_size=900), st.integers(0, 30))
def test_never_too_long_and_never_a_zero(agreed: int, background: str, masses: int) -> None:
    consensus = [{"text": background or "一件事", "task": MEETING["consensus"][2]["task"]}] * agreed
    record = MEETING | {"consensus": consensus, "background": background, "people": people(masses=masses)}
    found = draft("meeting", record)["paragraphs"]
    assert len("".join(found)) <= 600
    assert not re.search(r"(?<!\d)0人", "".join(found))
    assert f"{agreed}项共识" in "".join(found) or agreed < 2


def test_zero_results_are_left_out_of_a_visit() -> None:
    found = text("visit", VISIT)
    assert "活动服务群众66人次，收集意见诉求8条。" in found
    assert "到青山镇石桥村卫生室开展“联系界别群众”走访" in found


def test_headline_stands_in_a_ladder() -> None:
    found = draft("meeting", MEETING)
    assert found["headline"] == "示例县政协围绕“石桥村背街小巷照明怎么建怎么管”开展协商"
    assert "".join(found["title_lines"]) == found["headline"]
    assert len(found["title_lines"]) > 1


def test_kind_without_words_of_its_own_is_told_plainly() -> None:
    record = OFFICE | {"title": "委员培训班", "happened_on": "2026年5月6日", "texts": ["学了三天", ""]}
    assert draft("training", record)["paragraphs"] == ["5月6日，示例县政协开展“委员培训班”。", "学了三天。"]
