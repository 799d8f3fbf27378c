"""The settings page in a window of its own, and a person at its keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.page import Page, PageEntry, PageLink
from app.ui.pages.settings_field import SettingField
from app.ui.pages.settings_page import SettingsPage
from app.ui.preferences import Preferences
from app.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def settings_window(office: Office, operations: Operations, appearance: Appearance) -> MainWindow:
    """A window that shows the settings, with a page to go to and one for lists."""
    preferences = Preferences(office.store.folder.appearance)

    def page(_context: Any) -> Page:
        return SettingsPage(office, operations, appearance, preferences)

    entries = (
        PageEntry("meeting", "meeting", "协商在基层", "协商", "", lambda _: Page()),
        PageEntry("list_settings", "page", "", "", "", lambda _: Page(), under="settings"),
        PageEntry("settings", "settings", "设置", "设置", "", page, last=True),
    )
    made = MainWindow(appearance, operations, entries, None, clock=office.clock)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    made.go(PageLink("settings"))
    return made


def page_of(window: MainWindow) -> SettingsPage:
    """The settings in sight."""
    found = window.page
    assert isinstance(found, SettingsPage)
    return found


def let_go(window: QWidget) -> None:
    """Take unsaved changes back, so that closing does not ask."""
    for page in window.findChildren(SettingsPage):
        page._give_up()


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def field(page: SettingsPage, key: str) -> SettingField:
    """One field, brought into sight and given the keyboard."""
    found = next(field for each in page.sections.values() for field in each.fields if field.key == key)
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
    """Write into the field of a setting."""
    found = field(page, key)
    write(found.editor, text)
    return found


def save(page: SettingsPage) -> None:
    """Ctrl+S, and wait until it is done."""
    QTest.keyClick(page.list, Qt.Key.Key_S, CONTROL)
    page._operations.wait()
