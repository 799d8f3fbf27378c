"""A record's papers: from the store to a file that is opened again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image

from app.errors import AppError
from app.models import RECORDS
from app.paths import RESOURCES
from app.services.documents import DOCUMENTS, document_of
from app.services.office import Office
from tests.exporters.word_samples import lines, small_template
from tests.office import small_office

MEETING: dict[str, Any] = {
    "happened_on": "2026-10-12",
    "topic": "石桥村路灯怎么管",
    "township": "青山镇",
    "village": "石桥村",
    "place": "村委会会议室",
    "brand": "院坝协商",
    "focus": "绿美乡村",
    "began_at": "1430",
    "finished_at": "16:00",
    "host": "陈志明",
    "recorder": "王秀兰",
    "members": ["周文", {"member": "王强", "status": "请假"}],
    "people": {"群众代表": 12, "镇村干部": 3, "未列名市级委员": 1},
    "background": "第一段 A<B&C\n第二段",
    "consensus": [{"text": "装灯", "task": {"unit": "县住建局", "deadline": "2026-12-20"}}],
}
VISIT: dict[str, Any] = {
    "happened_on": "2026-10",
    "name": "走访青山镇",
    "township": "青山镇",
    "members": ["周文"],
    "people_served": 30,
    "donation": "1200.50",
    "problems_raised": [{"text": "路灯坏了", "answered": True}],
}
STUDIO: dict[str, Any] = {
    "happened_on": "2026-10-20",
    "topic": "接待日",
    "studio": "青山镇委员工作室",
    "activity_type": "接待日",
    "members": ["马文军"],
    "receptions": [{"visitor": "李某某", "phone": "13800000000", "matter": "水压低"}],
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "data")


def text(path: Path) -> str:
    return "\n".join(lines(docx.Document(str(path))))


def added(office: Office, kind: str, values: dict[str, Any]) -> str:
    return office.records.add(kind, [values])[0].uuid


def test_every_document_has_its_template_and_a_kind() -> None:
    assert {name for model in RECORDS for name in model.kind.documents} == {one.key for one in DOCUMENTS}
    for document in DOCUMENTS:
        assert document.kinds
        assert (RESOURCES / "templates" / document.template).is_file()
        assert document_of(document.label) is document_of(document.key) is document


@pytest.mark.parametrize(
    ("kind", "values", "label"),
    [
        ("meeting", MEETING, "会议记录"),
        ("visit", VISIT, "走访记录表"),
        ("studio_activity", STUDIO, "活动登记表"),
    ],
)
def test_every_document_of_a_kind_is_written(
    office: Office, tmp_path: Path, kind: str, values: dict[str, Any], label: str
) -> None:
    uuid = added(office, kind, values)
    model = next(one for one in RECORDS if one.key == kind)
    paths = [office.documents.write(kind, uuid, name, tmp_path) for name in (None, *model.kind.documents)]
    assert paths[0].name.endswith(f"{label}.docx")
    assert paths[1].name == f"{paths[0].stem}-第2次.docx"
    for path in paths:
        assert "None" not in text(path)
        assert "示例县政协" in text(path)


def test_meeting_record_is_printed_from_the_declarations(office: Office, tmp_path: Path) -> None:
    path = office.documents.write("meeting", added(office, "meeting", MEETING), "会议记录", tmp_path)
    assert path.name == "示例县政协2026年10月12日石桥村路灯怎么管会议记录.docx"
    found = text(path)
    for said in (
        "2026年10月12日14时30分至16时",
        "青山镇石桥村委会会议室",
        "委员2人：周文，另有未列名委员1人。",
        "镇村干部3人、群众代表12人。",
        "合计17人。",
        "王强（请假）",
        "第一段 A<B&C",
        "12月20日",
        "未启动",
    ):
        assert said in found, said


def test_month_and_money_are_printed_as_on_paper(office: Office, tmp_path: Path) -> None:
    path = office.documents.write("visit", added(office, "visit", VISIT), None, tmp_path)
    assert path.name == "示例县政协2026年10月走访青山镇走访记录表.docx"
    assert "捐款捐物折合1200.5元" in text(path)
    assert "周文（医药卫生界，县人民医院副院长）" in text(path)


def test_visitor_and_phone_are_in_no_document(office: Office, tmp_path: Path) -> None:
    uuid = added(office, "studio_activity", STUDIO)
    for name in ("studio_form", "sign_in_sheet", "information_draft"):
        found = text(office.documents.write("studio_activity", uuid, name, tmp_path))
        assert "李某某" not in found
        assert "138" not in found
    context = office.documents.context(office.records.load("studio_activity", uuid))
    assert "李某某" not in str(context)
    assert [(row["visitor"], row["phone"]) for row in context["receptions"]] == [("李某", "")]


def test_draft_without_anything_else_prints(office: Office, tmp_path: Path) -> None:
    day = {"happened_on": "2026-12-01"}
    kinds = (
        ("meeting", day | {"topic": "还没开的会"}),
        ("visit", day | {"name": "还没去的走访"}),
        ("studio_activity", day | {"topic": "计划", "studio": "青山镇委员工作室"}),
    )
    for kind, values in kinds:
        uuid = office.records.add(kind, [values], draft=True)[0].uuid
        model = next(one for one in RECORDS if one.key == kind)
        for name in model.kind.documents:
            found = text(office.documents.write(kind, uuid, name, tmp_path))
            assert "None" not in found
            assert "{" not in found


def test_photos_come_from_the_vault(office: Office, tmp_path: Path) -> None:
    source = tmp_path / "现场.jpg"
    Image.new("RGB", (800, 600), "olive").save(source)
    note = tmp_path / "方案.txt"
    note.write_text("不是照片", encoding="utf-8")
    files = [{"path": str(source), "caption": "会场"}, {"path": str(note)}]
    uuid = added(office, "meeting", MEETING | {"files": files})
    document = docx.Document(str(office.documents.write("meeting", uuid, None, tmp_path)))
    assert len(document.inline_shapes) == 1
    assert "会场" in lines(document)
    photo = office.documents.context(office.records.load("meeting", uuid))["photos"][0]["file"]
    office.store.vault.path(photo).unlink()
    assert "（照片“现场.jpg”打不开，没有放进来）" in text(
        office.documents.write("meeting", uuid, None, tmp_path)
    )


def test_sample_data_says_so(office: Office, tmp_path: Path) -> None:
    office.change_settings({"demo": True})
    path = office.documents.write("visit", added(office, "visit", VISIT), None, tmp_path)
    assert docx.Document(str(path)).sections[0].header.paragraphs[0].text == "示例数据"


def test_file_or_folder_as_target(office: Office, tmp_path: Path) -> None:
    uuid = added(office, "visit", VISIT)
    write = office.documents.write
    assert write("visit", uuid, None, tmp_path / "甲.docx") == tmp_path / "甲.docx"
    assert write("visit", uuid, None, tmp_path / "甲.docx") == tmp_path / "甲-第2次.docx"
    assert write("visit", uuid, None, tmp_path / "甲.docx", replace=True) == tmp_path / "甲.docx"
    assert write("visit", uuid, None, tmp_path / "新的" / "乙") == tmp_path / "新的" / "乙.docx"
    inside = write("visit", uuid, None, tmp_path, replace=True)
    assert write("visit", uuid, None, tmp_path, replace=True) == inside


def test_wrong_document_is_refused_with_those_there_are(office: Office, tmp_path: Path) -> None:
    uuid = added(office, "visit", VISIT)
    for kind, name, said in (
        ("visit", "会议记录", "委员走访没有会议记录，可用：走访记录表、签到表、信息稿"),
        ("visit", "报告", "没有“报告”这种文书"),
    ):
        with pytest.raises(AppError, match=said):
            office.documents.write(kind, uuid, name, tmp_path)
    term = office.records.add("term", [{"name": "十二届", "started_on": "2026-10-01"}])[0].uuid
    with pytest.raises(AppError, match="届没有要打印的文书"):
        office.documents.write("term", term, None, tmp_path)
    assert list(tmp_path.glob("*.docx")) == []


def test_office_may_use_its_own_template_with_chinese_names(office: Office, tmp_path: Path) -> None:
    uuid = added(office, "visit", VISIT)
    folder = office.store.folder.templates
    folder.mkdir(parents=True)
    own = small_template(folder, "{{ 活动名称 }}／{{ name }}／{{ 服务群众人次 }}")
    own.replace(folder / "visit_record.docx")
    assert text(office.documents.write("visit", uuid, None, tmp_path)) == "走访青山镇／走访青山镇／30"
    small_template(folder, "{{ 活动名字 }}").replace(folder / "visit_record.docx")
    with pytest.raises(AppError, match="没有叫“活动名字”的内容"):
        office.documents.write("visit", uuid, None, tmp_path)


def test_place_that_cannot_be_written_gets_a_sentence(office: Office, tmp_path: Path) -> None:
    uuid = added(office, "visit", VISIT)
    blocked = tmp_path / "文件"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(AppError, match="不是文件夹"):
        office.documents.write("visit", uuid, None, blocked / "甲.docx")
