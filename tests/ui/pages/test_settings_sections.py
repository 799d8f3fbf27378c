"""Each section says what its choices mean, and those that act do so at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.page import PageLink
from app.ui.pages.settings_counting import LATE_APART, LATE_WITHIN, RECOUNTED, CountingSection
from app.ui.pages.settings_fields import NameField
from app.ui.pages.settings_machine import DemoSection, FolderSection, LookSection
from app.ui.pages.settings_page import SettingsPage
from app.ui.pages.settings_registers import RegistersSection
from app.ui.preferences import Preferences
from app.ui.theme import BASE_SIZES, Layout, Look
from app.ui.window import MainWindow
from tests.office import small_office
from tests.ui.pages.settings_desk import (
    field,
    focused,
    let_go,
    page_of,
    save,
    settings_window,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.finish()


@pytest.fixture
def window(
    office: Office, operations: Operations, appearance: Appearance, qtbot: QtBot
) -> Iterator[MainWindow]:
    made = settings_window(office, operations, appearance)
    qtbot.addWidget(made, before_close_func=let_go)
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or each window slows the next one


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    return page_of(window)


def test_strict_dating_says_where_late_numbers_go(page: SettingsPage, office: Office) -> None:
    strict, section = field(page, "strict_dating"), page.sections["counting"]
    assert isinstance(section, CountingSection)
    assert section._strict_words.text() == LATE_WITHIN
    strict.editor.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert section._strict_words.text() == LATE_APART
    assert section._warning.text == ""  # no day is counted anew
    save(page)
    assert office.settings.strict_dating
    assert office.figures.strict


def test_the_cut_off_day_is_told_in_real_days(page: SettingsPage, office: Office) -> None:
    cut, section = field(page, "cut_off_day"), page.sections["counting"]
    assert isinstance(section, CountingSection)
    assert "2026年10月1日—10月31日，共 31 天" in section._words[0].text()
    assert section._warning.text == ""
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClicks(focused(), "25")
    assert "2026年9月26日—10月25日，共 30 天；今天 10月28日算进 2026年11月" in section._words[0].text()
    assert "2026年11月26日—12月31日，2027年1月从 1月1日数起" in section._words[1].text()
    assert section._warning.text == RECOUNTED
    save(page)
    assert (office.settings.cut_off_day, office.calendar.cut_off) == (25, 25)
    assert section._warning.text == ""
    december = field(page, "december_full")
    QTest.keyClick(december.editor, Qt.Key.Key_Space)
    assert "2026年11月26日—12月25日，2027年1月从 12月26日数起" in section._words[1].text()
    assert section._warning.text == RECOUNTED
    cut.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    save(page)
    assert office.settings.cut_off_day == 0


def test_a_cut_off_day_must_be_in_every_month(page: SettingsPage, office: Office) -> None:
    cut = field(page, "cut_off_day")
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClicks(focused(), "31")
    section = page.sections["counting"]
    assert isinstance(section, CountingSection)
    assert section._words[0].isHidden()
    save(page)
    assert "1 到 28" in cut.problem
    assert office.settings.cut_off_day == 0


def test_totals_say_from_which_month_they_run(page: SettingsPage, office: Office) -> None:
    start = field(page, "year_start_month")
    for _ in range(11):
        QTest.keyClick(start.editor, Qt.Key.Key_Down)
    section = page.sections["counting"]
    assert isinstance(section, CountingSection)
    assert section._words[2].text() == "2026年10月的累计，从 2025年12月1日数到 10月31日。"
    save(page)
    assert office.settings.year_start_month == 12


def test_totals_run_from_a_day_or_from_the_term(page: SettingsPage, office: Office) -> None:
    section, day = page.sections["counting"], field(page, "total_day")
    assert isinstance(section, CountingSection)
    assert not day.isEnabled()
    begin = field(page, "total_from")
    QTest.keyClick(begin.editor, Qt.Key.Key_Down)
    assert section._words[2].text() == "2026年10月的累计，从 2021年6月1日数到 10月31日。"
    assert not field(page, "year_start_month").isEnabled()
    QTest.keyClick(begin.editor, Qt.Key.Key_Down)
    save(page)
    assert "从哪天起" in day.problem
    assert office.settings.total_from == "year"
    assert day.isEnabled()
    QTest.keyClicks(day.editor, "20260230")
    save(page)
    assert "没有“20260230”这一天" in day.problem
    day.put("2026.3.15")
    section.explain()
    assert section._words[2].text() == "2026年10月的累计，从 3月15日数到 10月31日。"
    save(page)
    assert (office.settings.total_from, office.settings.total_day) == ("day", "2026-03-15")
    october = office.calendar.parse("2026-10")
    assert office.calendar.to_date(october).start == date(2026, 3, 15)
    assert office.months.overview(october).total_name == "2026年3月15日起累计"


def test_ready_made_names_reach_the_navigation(
    page: SettingsPage, office: Office, window: MainWindow
) -> None:
    page.texts_changed.connect(lambda settings: window.set_texts({"meeting": settings.meeting_label}))
    names = field(page, "meeting_label")
    assert isinstance(names, NameField)
    QTest.keyClick(names.editor, Qt.Key.Key_Down)
    QTest.keyClick(names.editor, Qt.Key.Key_Down)
    assert names.raw() == "有事好商量"
    save(page)
    assert office.settings.meeting_label == "有事好商量"
    assert window.navigation._items["meeting"].text() == "有事好商量"


def test_the_standard_shows_what_it_asks_for(page: SettingsPage, office: Office) -> None:
    page.show_section("standard")
    page.here.first_focus()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    section: Any = page.here
    assert "核查 6 项：有阵地" in section._items.text()
    assert not section._edit_items.isEnabled()
    save(page)
    assert office.settings.checklist_standard == "shaoguan_six"
    QTest.mouseClick(section._edit_items, Qt.MouseButton.LeftButton)
    assert page.here.key == "options"
    shown = page.here.findChildren(type(page.list))[1]
    assert [shown.item(row).text() for row in range(3)] == ["有阵地", "有统一标识", "有工作制度"]


def test_registers_are_counted_and_lead_to_their_lists(page: SettingsPage, office: Office) -> None:
    page.show_section("registers")
    section = page.here
    assert isinstance(section, RegistersSection)
    assert {kind: words.text() for kind, words in section._counts.items()} == {
        "township": "3 个", "village": "6 个", "term": "2 届", "unit": "1 个",
    }  # fmt: skip
    told: list[PageLink] = []
    section.open_requested.connect(told.append)
    section.first_focus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert [link.args["kind"] for link in told] == ["township"]
    office.records.add("village", [{"name": "白石村", "township": "大河镇"}])
    page.refresh()
    assert section._counts["village"].text() == "7 个"


def test_the_look_is_chosen_at_once_and_remembered(
    page: SettingsPage, office: Office, appearance: Appearance
) -> None:
    section = page.sections["look"]
    assert isinstance(section, LookSection)
    page.show_section("look")
    section.first_focus()
    QTest.keyClick(section.looks, Qt.Key.Key_Right)
    section.sizes.setFocus()
    QTest.keyClick(section.sizes, Qt.Key.Key_Right)
    assert (appearance.theme.look, appearance.base_pt) == (Look.DARK, 12)
    kept = Preferences(office.store.folder.appearance)
    assert (kept.look, kept.base_pt) == (Look.DARK, 12)
    appearance.set_base(14)
    assert section.sizes.current == "14"
    assert not page.is_altered


class Desktop(QObject):
    """What a desktop would open."""

    opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_is_shown_and_opened(page: SettingsPage, office: Office, qtbot: QtBot) -> None:
    section = page.sections["folder"]
    assert isinstance(section, FolderSection)
    root = str(office.store.folder.root)
    assert section._paths["data"].text() == root
    assert not section.buttons["backups"].isEnabled()
    with qtbot.waitSignal(section.backup_requested):
        section.backup.click()
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # type: ignore[arg-type]
    try:
        section.buttons["data"].click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [root]


def test_the_sample_county_is_left_from_here_and_only_there(
    page: SettingsPage, office: Office, operations: Operations, appearance: Appearance, qtbot: QtBot
) -> None:
    assert "demo" not in page.sections
    office.change_settings({"demo": True})
    demo = SettingsPage(office, operations, appearance, Preferences(office.store.folder.appearance))
    qtbot.addWidget(demo)
    demo.open(section="demo")
    section = demo.here
    assert isinstance(section, DemoSection)
    with qtbot.waitSignal(demo.leave_demo_requested):
        section.button.click()


def test_every_section_fits_every_window(page: SettingsPage, appearance: Appearance) -> None:
    for points in BASE_SIZES:
        appearance.set_base(points)
        page.fit(Layout.NARROW if points > 10 else Layout.NORMAL)
        for key, section in page.sections.items():
            page.show_section(key)
            room = page._stack.width()
            assert section.minimumSizeHint().width() <= room, (key, points)
        assert page.minimumSizeHint().width() <= 1200 - 4.6 * appearance.theme.em


def test_a_second_place_for_backups_is_chosen_and_given_up(
    page: SettingsPage,
    office: Office,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    section, stick = page.sections["folder"], tmp_path_factory.mktemp("U盘")
    assert isinstance(section, FolderSection)
    assert (section.second.text(), section.forget.isVisibleTo(section)) == ("还没有选", False)
    chosen = [str(office.store.folder.backups), "", str(stick)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen.pop(0))
    section.choose.click()
    assert "就在台账文件夹里" in section._remark.text
    section.choose.click()
    kept = Preferences(office.store.folder.appearance)
    assert kept.backup_folder is None
    section.choose.click()
    place = stick / "政协履职台账备份"
    assert (section.second.text(), section._remark.text) == (str(place), "")
    assert Preferences(office.store.folder.appearance).backup_folder == place
    assert place.is_dir()
    section.forget.click()
    assert Preferences(office.store.folder.appearance).backup_folder is None
    assert section.second.text() == "还没有选"
