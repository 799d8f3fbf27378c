"""The settings say what they mean, are kept by one key, refuse what cannot be and ask before they go."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models.system import Change
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages import settings_page as module
from app.ui.pages.page import Page, PageEntry, PageLink
from app.ui.pages.settings_counting import RECOUNTED, CountingSection
from app.ui.pages.settings_field import SettingField
from app.ui.pages.settings_fields import NameField
from app.ui.pages.settings_machine import DemoSection, FolderSection, LookSection
from app.ui.pages.settings_page import NOTHING, SettingsPage
from app.ui.pages.settings_registers import RegistersSection
from app.ui.preferences import Preferences
from app.ui.theme import BASE_SIZES, Layout, Look
from app.ui.window import MainWindow
from tests.office import small_office

CONTROL = Qt.KeyboardModifier.ControlModifier


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
    preferences = Preferences(office.store.folder.appearance)

    def page(_context: Any) -> Page:
        return SettingsPage(office, operations, appearance, preferences)

    entries = (
        PageEntry("meeting", "meeting", "协商在基层", "协商", "", lambda _: Page()),
        PageEntry("list_settings", "page", "", "", "", lambda _: Page(), under="settings"),
        PageEntry("settings", "settings", "设置", "设置", "", page, last=True),
    )
    made = MainWindow(appearance, operations, entries, None, clock=office.clock)
    qtbot.addWidget(made, before_close_func=_let_go)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    made.go(PageLink("settings"))
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or each window slows the next one


def _let_go(window: QWidget) -> None:
    for page in window.findChildren(SettingsPage):
        for field in page._fields():
            field.reset()


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    found = window.page
    assert isinstance(found, SettingsPage)
    return found


def field(page: SettingsPage, key: str) -> SettingField:
    """One field, brought into sight and given the keyboard."""
    found = next(field for field in page._fields() if field.key == key)
    section = next(section for section in page.sections.values() if found in section.fields)
    page.show_section(section.key)
    found.setFocus()
    return found


def write(widget: QWidget, text: str) -> None:
    """Replace what stands in an editor, as an input method does."""
    QTest.keyClick(widget, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def fill(page: SettingsPage, key: str, text: str) -> SettingField:
    found = field(page, key)
    write(found.editor, text)
    return found


def save(page: SettingsPage) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_S, CONTROL)
    page._operations.wait()


def written(office: Office) -> list[str]:
    with office.store.reading() as session:
        return list(session.scalars(select(Change.action).order_by(Change.id)))


def test_a_change_is_kept_by_one_key(page: SettingsPage, office: Office, window: MainWindow) -> None:
    told: list[object] = []
    page.texts_changed.connect(told.append)
    clerk = fill(page, "clerk", "李桂芳")
    assert clerk.editor.property("altered") is True
    save(page)
    assert office.settings.clerk == "李桂芳"
    assert Office(office.store, office.clock).settings.clerk == "李桂芳"
    assert clerk.editor.property("altered") is None
    assert told == [office.settings]
    assert window.status._cells["saved"] == "已保存 14:03"
    assert office.records.by == "李桂芳"


def test_an_untouched_page_never_writes(page: SettingsPage, office: Office, window: MainWindow) -> None:
    before = written(office)
    for key in page.sections:
        page.show_section(key)
    save(page)
    page.save()
    page._operations.wait()
    assert written(office) == before
    assert not window.menus.action("save").isEnabled()
    assert page.save_button.statusTip() == NOTHING
    assert page.can_leave()


def test_typing_back_what_was_there_is_no_change(page: SettingsPage) -> None:
    fill(page, "unit_name", "示例市政协")
    assert page.is_altered
    fill(page, "unit_name", "示例县政协")
    assert not page.is_altered


def test_changes_of_several_sections_are_kept_together(page: SettingsPage, office: Office) -> None:
    fill(page, "city_name", "示例市政协")
    fill(page, "report_by_day", "8")
    rows = {row.key: row.note for row in page._rows()}
    assert (rows["unit"], rows["counting"], rows["names"]) == ("改过", "改过", "")
    count = len(written(office))
    save(page)
    assert (office.settings.city_name, office.settings.report_by_day) == ("示例市政协", 8)
    assert len(written(office)) == count + 1
    assert not any(row.note for row in page._rows())


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("unit_name", " ", "不能空着"),
        ("city_name", "", "不能空着"),
        ("clerk", "王\x07秀兰", "控制字符"),
        ("unit_full_name", "会" * 61, "最多 60"),
        ("report_by_day", "40", "1 到 28"),
        ("report_by_day", "十", "1 到 28"),
        ("meeting_label", "", "不能空着"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(
    page: SettingsPage, office: Office, key: str, text: str, said: str
) -> None:
    before, settings = written(office), office.settings
    wrong = fill(page, key, text)
    fill(page, "area", "全市")
    page.show_section("look")
    save(page)
    assert said in wrong.problem
    assert wrong.editor.property("state") == "invalid"
    assert wrong.isVisible()
    assert office.settings == settings
    assert written(office) == before
    assert page.is_altered
    write(wrong.editor, "1")
    assert wrong.problem == ""


def test_rare_characters_are_kept_as_they_are(page: SettingsPage, office: Office) -> None:
    fill(page, "head", "䶮\U00020bb7")
    save(page)
    assert Office(office.store, office.clock).settings.head == "䶮\U00020bb7"


def test_the_cut_off_day_is_told_in_real_days(page: SettingsPage, office: Office) -> None:
    cut, section = field(page, "cut_off_day"), page.sections["counting"]
    assert isinstance(section, CountingSection)
    assert "2026年10月1日—10月31日，共 31 天" in section._words[0].text()
    assert section._warning.text == ""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClicks(QApplication.focusWidget(), "25")
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
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    save(page)
    assert office.settings.cut_off_day == 0


def test_a_cut_off_day_must_be_in_every_month(page: SettingsPage, office: Office) -> None:
    cut = field(page, "cut_off_day")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClicks(QApplication.focusWidget(), "31")
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
    assert section._words[2].text() == "2026年10月的累计，从 12月1日数到 10月31日。"
    save(page)
    assert office.settings.year_start_month == 12


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


def test_enter_leads_through_the_fields(page: SettingsPage) -> None:
    first = field(page, "unit_name")
    seen = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert seen == ["单位简称", "级别", "单位全称", "上级政协"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget().accessibleName() == "上级政协"
    assert not first.is_altered


def test_sections_are_gone_through_by_keys(page: SettingsPage) -> None:
    page.first_focus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.here.key == "counting"
    QTest.keyClick(page.list, Qt.Key.Key_Down, CONTROL)
    assert page.here.key == "names"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "协商"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, CONTROL)
    assert page.here.key == "counting"
    assert page.here.isVisible()


@pytest.mark.parametrize(
    ("answer", "left", "kept"), [("", False, ""), ("discard", True, ""), ("save", True, "0871-1234567")]
)
def test_leaving_with_changes_asks(
    page: SettingsPage,
    office: Office,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    left: bool,
    kept: str,
) -> None:
    asked = []

    def ask(_parent: object, what: str) -> str:
        asked.append(what)
        return answer

    monkeypatch.setattr(module, "ask_about_changes", ask)
    fill(page, "phone", "0871-1234567")
    assert window.go(PageLink("meeting")) is left
    assert asked == ["设置里的本单位"]
    assert office.settings.phone == kept
    assert page.is_altered is not left


def test_saving_what_cannot_be_saved_stays(
    page: SettingsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ask_about_changes", lambda *_: "save")
    fill(page, "unit_name", "")
    assert not window.go(PageLink("meeting"))
    assert window.page is page


def test_a_change_elsewhere_does_not_touch_what_is_typed(page: SettingsPage, office: Office) -> None:
    phone = fill(page, "phone", "0871-1234567")
    page._operations.run(lambda: office.change_settings({"phone": "1", "head": "陈局"}))
    page._operations.wait()
    assert phone.raw() == "0871-1234567"
    assert phone.is_altered
    assert field(page, "head").raw() == "陈局"


def test_the_standard_shows_what_it_asks_for(page: SettingsPage, office: Office) -> None:
    page.show_section("standard")
    page.here.first_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
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
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
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


def test_the_folder_is_shown_and_opened(page: SettingsPage, office: Office) -> None:
    section = page.sections["folder"]
    assert isinstance(section, FolderSection)
    root = str(office.store.folder.root)
    assert section._paths["data"].text() == root
    assert not section.buttons["backups"].isEnabled()
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
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
