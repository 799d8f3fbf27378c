"""The evidence folder: whole or not there at all, complete, and without the names of visitors."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image

from app.errors import AppError
from app.services.evidence import KINDS
from app.services.office import Office
from tests.office import small_office

MEETING: dict[str, Any] = {
    "happened_on": "2026-10-12", "topic": "石桥村路灯怎么管", "township": "青山镇", "members": ["周文"],
    "people": {"群众代表": 12}, "host": "陈志明", "recorder": "王秀兰", "place": "村委会",
}  # fmt: skip
VISIT = {"happened_on": "2026-10", "name": "走访果农/合作社", "members": ["马文军"], "people_served": 20}
STUDIO: dict[str, Any] = {
    "happened_on": "2026-10-20", "topic": "接待日", "studio": "青山镇委员工作室", "activity_type": "接待日",
    "members": ["马文军"],
    "receptions": [{"visitor": "李某某", "phone": "13800000000", "matter": "水压低"}],
}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "data")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "送审"


def picture(folder: Path, name: str, width: int = 40) -> Path:
    folder.mkdir(exist_ok=True)
    Image.new("RGB", (width, 30), "green").save(folder / name, "PNG")
    return folder / name


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def month(office: Office, out: Path, **more: Any) -> Any:
    return office.evidence.month(office.calendar.parse("2026-10"), out, **more)


def sheet_rows(folder: Path, sheet: str) -> list[list[Any]]:
    found = load_workbook(folder / "目录.xlsx")[sheet]
    return [
        [cell.value for cell in row] for row in found.iter_rows(min_row=4) if isinstance(row[0].value, int)
    ]


def test_a_month_is_one_folder_with_one_for_each_activity(office: Office, out: Path, tmp_path: Path) -> None:
    photo, sheet = picture(tmp_path / "原", "DSC1.png"), tmp_path / "原" / "签到表.pdf"
    sheet.write_bytes(b"%PDF-1.4 " + b"1" * 2000)
    files = [{"path": str(photo), "caption": "会场"}, {"path": str(sheet)}]
    (meeting,) = office.records.add("meeting", [MEETING | {"files": files}])
    (visit,) = office.records.add("visit", [VISIT])
    (studio,) = office.records.add("studio_activity", [STUDIO])
    package = month(office, out)
    assert package.folder == out / "示例县政协2026年10月佐证材料"
    assert names(package.folder) == sorted(
        [
            f"10-12 石桥村路灯怎么管 ({meeting.number})", f"10月 走访果农／合作社 ({visit.number})",
            f"10-20 接待日 ({studio.number})", "目录.xlsx",
        ]
    )  # fmt: skip
    inside = package.folder / f"10-12 石桥村路灯怎么管 ({meeting.number})"
    assert names(inside) == [
        "1 会议记录.docx",
        "2 签到表.docx",
        "3 信息稿.docx",
        "照片01 会场.png",
        "附件01 签到表.pdf",
    ]
    assert (inside / "附件01 签到表.pdf").read_bytes() == sheet.read_bytes()
    assert package.files == 5 + 3 + 3
    assert names(out) == [package.folder.name]


def test_the_list_names_every_activity_and_file_and_what_is_missing(
    office: Office, out: Path, tmp_path: Path
) -> None:
    files = [{"path": str(picture(tmp_path / "原", "签到.png"))}]
    office.records.add("meeting", [MEETING | {"files": files}])
    office.records.add("visit", [VISIT])
    package = month(office, out)
    events = sheet_rows(package.folder, "目录")
    assert [row[3] for row in events] == ["走访果农/合作社", "石桥村路灯怎么管"]
    assert [row[5:8] for row in events] == [[3, 0, 0], [3, 1, 0]]
    assert events[0][8] == "没有照片；没有签到表；没填地点、记录人、走访内容"
    assert "没有" not in (events[1][8] or "")
    assert package.lacking == sum(1 for row in events if row[8])
    listed = {(row[1], row[2]): row[4] for row in sheet_rows(package.folder, "文件")}
    there = {
        (path.parent.name, path.name): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in package.folder.glob("*/*")
    }
    assert listed == there


def test_photos_and_files_keep_their_order_and_say_what_they_are(
    office: Office, out: Path, tmp_path: Path
) -> None:
    large = picture(tmp_path / "原", "大.png", width=2400)
    files = [
        {"path": str(large)},
        {"path": str(picture(tmp_path / "原", "b.png")), "caption": "发言：第一位"},
        {"path": str(picture(tmp_path / "原", "a.png", width=50))},
    ]
    office.records.add("meeting", [MEETING | {"files": files}])
    (papers,) = month(office, out).papers
    assert [file.name for file in papers.files if file.sort == "照片"] == [
        "照片01 大.jpg", "照片02 发言：第一位.png", "照片03 a.png",
    ]  # fmt: skip


def test_names_and_phones_of_visitors_are_nowhere_in_it(office: Office, out: Path, tmp_path: Path) -> None:
    note = tmp_path / "李某某来访登记.txt"
    note.write_text("登记", encoding="utf-8")
    files = [
        {"path": str(note)},
        {"path": str(picture(tmp_path / "原", "a.png")), "caption": "李某某 13800000000"},
    ]
    office.records.add("studio_activity", [STUDIO | {"files": files}])
    package = month(office, out)
    (papers,) = package.papers
    assert [file.name for file in papers.files[3:]] == [
        "附件01 李某来访登记.txt",
        "照片01 李某 138＊＊＊＊0000.png",
    ]
    for path in package.folder.rglob("*"):
        assert not re.search("李某某|13800000000", path.name)
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as parts:
                text = "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
            assert not re.search("李某某|13800000000", text)


def test_only_what_counts_goes_into_a_month_and_one_draft_may_go_by_itself(office: Office, out: Path) -> None:
    office.records.add("meeting", [MEETING | {"happened_on": "2026-09-30", "topic": "上月的"}])
    (draft,) = office.records.add("meeting", [MEETING | {"members": [], "people": {}}], draft=True)
    with pytest.raises(AppError, match="2026年10月没有已登记的活动"):
        month(office, out)
    package = office.evidence.event("meeting", draft.uuid, out)
    assert package.folder.name == "10-12 石桥村路灯怎么管佐证材料"
    assert package.papers[0].missing[0] == "还是草稿"
    assert package.papers[0].folder == f"10-12 石桥村路灯怎么管 ({draft.number})"


def test_what_is_no_activity_has_no_evidence(office: Office, out: Path) -> None:
    assert {model.key for model in KINDS} == {"meeting", "visit", "studio_activity"}
    with pytest.raises(AppError, match="没有佐证材料，可用：协商活动、委员走访、工作室活动"):
        office.evidence.event("platform", "0" * 32, out)
    with pytest.raises(AppError, match="没有编号为"):
        office.evidence.event("meeting", "0" * 32, out)
    assert not out.exists() or not names(out)


def test_a_folder_is_never_written_over(office: Office, out: Path) -> None:
    office.records.add("visit", [VISIT])
    (out / "示例县政协2026年10月佐证材料").mkdir(parents=True)
    assert month(office, out).folder.name == "示例县政协2026年10月佐证材料-第2次"
    assert month(office, out).folder.name == "示例县政协2026年10月佐证材料-第3次"
    assert names(out / "示例县政协2026年10月佐证材料") == []


def test_a_name_taken_meanwhile_is_left_alone(office: Office, out: Path) -> None:
    office.records.add("visit", [VISIT])

    def take(done: int, total: int, text: str) -> None:
        (out / "示例县政协2026年10月佐证材料").mkdir(exist_ok=True)

    assert month(office, out, step=take).folder.name == "示例县政协2026年10月佐证材料-第2次"


class Stopped(Exception):
    pass


def test_a_run_that_is_stopped_leaves_nothing_behind(office: Office, out: Path) -> None:
    for number in range(3):
        office.records.add("visit", [VISIT | {"name": f"走访{number}"}])
    steps: list[tuple[int, int, str]] = []

    def stop(done: int, total: int, text: str) -> None:
        steps.append((done, total, text))
        if done == 2:
            assert len(names(out)) == 1  # begun beside its place
            raise Stopped

    with pytest.raises(Stopped):
        month(office, out, step=stop)
    assert steps == [(0, 3, "走访0"), (1, 3, "走访1"), (2, 3, "走访2")]
    assert names(out) == []


def test_a_place_that_takes_nothing_is_refused(office: Office, out: Path) -> None:
    office.records.add("visit", [VISIT])
    out.write_text("一个文件", encoding="utf-8")
    with pytest.raises(AppError, match="建不了文件夹"):
        month(office, out)


def test_a_file_that_went_or_was_touched_is_said(office: Office, out: Path, tmp_path: Path) -> None:
    for name, width in (("a.png", 41), ("b.png", 42)):
        picture(tmp_path / "原", name, width)
    files = [{"path": str(tmp_path / "原" / name)} for name in ("a.png", "b.png")]
    (record,) = office.records.add("meeting", [MEETING | {"files": files}])
    one, other = (office.store.vault.path(entry["sha256"]) for entry in record.values["files"])
    one.chmod(0o600)
    one.unlink()
    Image.new("RGB", (9, 9)).save(other, "PNG")
    (papers,) = month(office, out).papers
    assert "照片01 a.png的文件不见了" in papers.missing
    assert "照片02 b.png和存进来时不一样，请重新添加" in papers.missing


def test_long_titles_are_cut_so_that_paths_stay_short(office: Office, out: Path) -> None:
    (record,) = office.records.add("meeting", [MEETING | {"topic": "路灯" * 30}])
    (papers,) = month(office, out).papers
    assert papers.folder == f"10-12 {('路灯' * 30)[:29]}… ({record.number})"
