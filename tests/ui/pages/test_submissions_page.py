"""报送存底: what went up is found, opened, kept and checked again as it was sent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.clock import FixedClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.links import list_link
from app.ui.pages.page import Page, PageLink
from app.ui.pages.submissions_page import SubmissionsPage
from app.ui.pages.submissions_records import SentRecordsPage
from app.ui.preferences import Preferences
from app.ui.theme import Look
from app.ui.workplace import Workplace
from tests.office import MOMENT, small_office, uuids

WHY = "按签到表更正"
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = ("0", "0", "0", "0", "—")


class Desk:
    """A page and what it asked for."""

    def __init__(self, office: Office, operations: Operations, qtbot: QtBot, place: Workplace) -> None:
        self.office, self._operations, self._qtbot, self._place = office, operations, qtbot, place
        self.links: list[PageLink] = []
        self.page = SubmissionsPage(place)
        self.records = SentRecordsPage(place)
        for page in (self.page, self.records):
            page.open_requested.connect(self.links.append)
            qtbot.addWidget(page)
            page.resize(1160, 620)

    def show(self, **args: object) -> None:
        self._shown(self.page, **args)

    def show_records(self, **args: object) -> None:
        self._shown(self.records, **args)

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._operations.is_idle)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)

    def numbers(self) -> dict[str, tuple[str, ...]]:
        """What the lines of the numbers say."""
        columns = ("current", "occurred", "late", "ytd", "last_year")
        lines = self.page.shown.numbers.table.lines
        return {line.name: tuple(line.cell(key).text for key in columns) for line in lines}

    def _shown(self, page: Page, **args: object) -> None:
        with self._qtbot.waitActive(page):
            page.show()
        page.open(**args)
        page.first_focus()
        self.settle()


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """August came back, September and October went up; October took in what was corrected in September."""
    folder = tmp_path_factory.mktemp("reported")
    office = small_office(folder / "data")
    meeting = {"brand": "grassroots", "host": "周文", "members": ["陈志明"], "people": {"masses": 10},
               "township": "青山镇"}  # fmt: skip
    days = {"路灯怎么修": "2026-09-03", "水渠怎么清": "2026-09-12", "路面怎么补": "2026-10-20"}
    office.records.add("meeting", [meeting | {"topic": t, "happened_on": day} for t, day in days.items()])
    sheet = folder / "9月统计表.xlsx"
    book = Workbook()
    assert book.active is not None
    book.active.title = "9月"
    book.active.append(["9月"])
    book.save(sheet)
    month = office.calendar.month
    office.submissions.submit(month(2026, 8))
    office.submissions.reopen(month(2026, 8), "市里要求分开报")
    office.submissions.submit(month(2026, 9), [sheet], note="随文件一起报")
    ids = uuids(office, "meeting")
    office.records.delete("meeting", [ids["路灯怎么修"]], reason=WHY)
    office.records.add(
        "meeting", [meeting | {"topic": "公厕建在哪", "happened_on": "2026-09-28"}], reason="补录"
    )
    office.submissions.submit(month(2026, 10))
    office.store.close()
    return folder


@pytest.fixture
def desk(reported: Path, tmp_path: Path, appearance: Appearance, qtbot: QtBot) -> Iterator[Desk]:
    shutil.copytree(reported, tmp_path, dirs_exist_ok=True)
    office = Office(Store(DataFolder(tmp_path / "data")), FixedClock(MOMENT))
    operations = Operations()
    place = Workplace(office, operations, appearance, Preferences(tmp_path / "look.json"))
    yield Desk(office, operations, qtbot, place)
    operations.finish()
    office.store.close()


def test_the_list_says_what_became_of_each(desk: Desk) -> None:
    desk.show()
    said = [
        (two.name, two.note.split("  ")[0], two.status.text) for two in desk.page.list.things if two.status
    ]
    assert said == [
        ("2026年10月", "报 3", "已报送"),
        ("2026年9月", "报 2", "已报送"),
        ("2026年8月", "报 1", "已退回"),
    ]
    assert "零报告" in desk.page.list.things[2].note
    desk.press(Key.Key_End)
    desk.settle()
    assert desk.page.chosen is not None
    assert desk.page.chosen.number == 1
    assert desk.page.shown.strip.text.endswith("退回（王秀兰）：市里要求分开报")
    desk.press(Key.Key_Up)
    assert desk.page.shown.strip.text == ""
    assert "说明：随文件一起报" in desk.page.shown._note.text()
    assert "2026年9月1日—9月30日" in desk.page.shown._note.text()


def test_the_numbers_are_those_that_were_sent(desk: Desk) -> None:
    desk.show(number=2)
    assert desk.numbers()["协商活动"] == ("2", "2", "0", "2", "—")
    desk.show(number=3)
    assert desk.numbers()["协商活动"] == ("1", "1", "0", "3", "—")
    desk.page.shown.numbers.segments.setFocus()
    desk.press(Key.Key_Right)
    assert desk.numbers() == {
        "合计": ("1", "1", "0", "3", "—"), "永兴街道": NONE, "青山镇": ("1", "1", "0", "3", "—"),
        "大河镇": NONE,
    }  # fmt: skip


def test_a_number_opens_the_records_as_they_were_counted(desk: Desk) -> None:
    desk.show(number=3)
    table = desk.page.shown.numbers.table
    QTest.mouseDClick(table.viewport(), LEFT, pos=table.rect_of(0, "current").center())
    assert desk.links == [PageLink("sent_records", {"number": 3, "figure": "meetings", "span": "current"})]
    desk.show_records(**desk.links[0].args)
    titles = {line.title: line.amount for line in desk.records.shown}
    assert titles == {"路灯怎么修": -1, "公厕建在哪": 1, "路面怎么补": 1}
    late = [line.cell("late").status is not None for line in desk.records.table.lines]
    assert late == [True, True, False]
    assert [option.text for option in desk.records.parts.options] == [
        "本期 1", "其中发生数 1", "补报更正 0", "累计 3",
    ]  # fmt: skip
    desk.records.parts.setFocus()
    desk.press(Key.Key_Right)
    assert [line.title for line in desk.records.shown] == ["路面怎么补"]
    desk.press(Key.Key_Return)
    assert desk.links[-1].args["uuid"] == uuids(desk.office, "meeting")["路面怎么补"]


def test_every_total_of_what_was_sent_adds_up(desk: Desk) -> None:
    values = desk.office.submissions.figures(3)
    for span in ("current", "occurred", "late", "ytd"):
        desk.show_records(number=3, figure="attendance_total", span=span)
        assert sum(line.amount for line in desk.records.shown) == values.total("attendance_total", span), span


def test_a_ratio_names_the_part_of_each_record(desk: Desk) -> None:
    ratio = next(f for f in desk.office.figures.catalogue.values() if f.unit == "%" and f.combined)
    desk.show_records(number=3, figure=ratio.key)
    parts = {line.cell("part").text for line in desk.records.table.lines}
    assert parts <= {figure.label for figure in desk.office.figures.catalogue.values()}


def test_what_was_corrected_is_listed_by_record(desk: Desk) -> None:
    desk.show(number=3, view="late")
    added, gone = desk.page.shown.late.entries
    assert (added.heading, added.status.text, added.title) == ("补报清单", "补报", "公厕建在哪")
    assert "协商活动 0 → 1 场" in added.note
    assert "理由：补录；王秀兰" in added.note
    assert (gone.heading, gone.status.text, gone.title) == ("更正清单", "删除", "路灯怎么修")
    assert "参加协商人次 11 → 0 人次" in gone.note
    assert desk.page.shown.segments.options[1].text == "补报更正 2"
    desk.page.shown.first_focus()
    desk.press(Key.Key_Down, Key.Key_Return)
    assert desk.links == [list_link("meeting", deleted=gone.uuid)]


def test_a_file_is_shown_opened_and_kept_as_it_was_sent(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show(number=2)
    paper = desk.page.papers
    QTest.mouseClick(paper.viewport(), LEFT, pos=paper.visualItemRect(paper.item(0)).center())
    shown = desk.page.shown
    assert shown.view == "files"
    assert shown.files.pages is not None
    assert "9月" in shown.files.pages.text(0)
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    shown.files.open_outside()
    lent = Path(opened[0])
    assert lent.name == "9月统计表.xlsx"
    assert not lent.stat().st_mode & 0o222
    original = (tmp_path / "9月统计表.xlsx").read_bytes()
    assert lent.read_bytes() == original
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    desk.page.save_as()
    assert (tmp_path / "9月统计表（2）.xlsx").read_bytes() == original
    assert desk.page.status_text == f"存好了：{tmp_path / '9月统计表（2）.xlsx'}"
    assert (tmp_path / "9月统计表.xlsx").read_bytes() == original


def test_a_changed_file_is_found_by_checking(desk: Desk) -> None:
    desk.show(number=2)
    desk.page.verify()
    desk.settle()
    [file] = desk.office.submissions.get(2).files
    assert desk.page.papers.things[0].note == f"和报送时一样  {file.sha256[:8]}"
    assert file.sha256 in desk.page.papers.things[0].tip
    kept = desk.office.store.vault.path(file.sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"another")
    desk.page.verify()
    desk.settle()
    assert desk.page.papers.things[0].note.startswith("和报送时不一样了")
    assert "1 份和报送时不一样了" in desk.page.strip.text
    desk.page._choose_file("")
    assert "和报送时不一样了" in desk.page.shown.files.strip.text


def test_a_scan_is_added_later_and_what_is_none_is_refused(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show(number=2)
    wrong, right = tmp_path / "盖章件.docx", tmp_path / "盖章件.jpg"
    wrong.write_bytes(b"no picture")
    Image.new("RGB", (300, 200), "white").save(right)
    for path in (wrong, right):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, path=path: (str(path), ""))
        desk.page.scan.click()
        desk.settle()
        if path is wrong:
            assert "不是图片，也不是 PDF" in desk.page.strip.text
            assert len(desk.office.submissions.get(2).files) == 1
    assert desk.page.strip.text == ""
    assert desk.page.papers.things[1].name == "盖章件.jpg"
    shown = desk.page.shown.files
    assert shown.file is not None
    assert shown.file.name == "盖章件.jpg"
    assert shown.pages is not None
    width, height = shown.pages.page_size_mm(0)
    assert (round(width), round(height), shown.pages.count) == (297, 210, 1)


def test_a_pdf_leads_to_another_program(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "盖章件.pdf"
    scan.write_bytes(b"%PDF-1.4 invented")
    desk.office.submissions.add_scan(2, scan)
    desk.show(number=2)
    desk.page.papers.setFocus()
    desk.press(Key.Key_Down)
    assert "在这里画不出来，用 WPS 打开" in desk.page.shown.files.strip.text
    assert desk.page.shown.files.path is not None


def test_it_leads_to_what_differs_now(desk: Desk) -> None:
    desk.show(number=2)
    desk.page.diff.click()
    assert desk.links == [PageLink("diff", {"a": "2", "b": "2026-09"})]
    assert desk.page.turned_to() == {"number": 2, "view": "numbers", "by": "all"}


def test_an_unknown_number_and_no_number_at_all(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.show(number=77)
    assert desk.page.strip.text == "没有报 77，这里是最近的一次。"
    office = small_office(tmp_path / "other")
    place = Workplace(office, Operations(), desk._place.appearance, Preferences(tmp_path / "look.json"))
    page = SubmissionsPage(place)
    qtbot.addWidget(page)
    links: list[PageLink] = []
    page.open_requested.connect(links.append)
    page.open()
    button = page.empty.findChild(QWidget, "month")
    assert button is not None
    button.click()  # type: ignore[attr-defined]
    assert links == [PageLink("month")]
    office.store.close()


@pytest.mark.parametrize("look", [Look.LIGHT, Look.CONTRAST])
@pytest.mark.parametrize("size", [10, 14])
def test_it_fits_in_every_look(desk: Desk, appearance: Appearance, look: Look, size: int) -> None:
    appearance.set_look(look)
    appearance.set_base(size)
    desk.page.resize(1031, 540)
    for view in ("numbers", "late", "files"):
        desk.show(number=3, view=view)
        assert desk.page.shown.geometry().right() < desk.page.width()
        assert desk.page.list.height() >= desk.page.list.line_height()
        assert desk.page.shown.numbers.table.shown[-1] == "last_year"
