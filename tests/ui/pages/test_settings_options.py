"""Options are renamed, added, ordered and put out of use by keyboard, each at once and in the change log."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models.system import Change
from app.services.office import Office
from app.services.options import shipped_lists
from app.services.report_tables import checklist
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.settings_options import OptionsSection
from tests.office import small_office

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def section(office: Office, appearance: Appearance, qtbot: QtBot) -> Iterator[OptionsSection]:
    operations = Operations()
    made = OptionsSection(office, operations)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.activateWindow()
    made.show_part("brand")
    yield made
    operations.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def write(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(section: OptionsSection, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    """A key on the list of entries, and wait for what it starts."""
    section._entries.setFocus()
    QTest.keyClick(section._entries, key, keys or Qt.KeyboardModifier.NoModifier)
    section._operations.wait()


def labels(office: Office, name: str = "brand") -> list[str]:
    return [option.label for option in office.options().entries(name)]


def shown(section: OptionsSection) -> list[str]:
    return [section._entries.item(row).text() for row in range(section._entries.count())]


def last_change(office: Office) -> tuple[str, str, str, dict[str, object]]:
    with office.store.reading() as session:
        row = session.scalars(select(Change).order_by(Change.id.desc()).limit(1)).one()
        return row.action, row.kind, row.record, json.loads(row.data)


def test_every_list_that_is_shipped_can_be_opened(section: OptionsSection, office: Office) -> None:
    assert section._lists.keys == list(shipped_lists())
    section.first_focus()
    for place, key in enumerate(section._lists.keys):
        section._lists.set_current(key)
        section._open_list()
        assert section._lists.currentRow() == place
        assert shown(section)


def test_an_entry_is_added_by_typing_it(section: OptionsSection, office: Office) -> None:
    told: list[str] = []
    section.done.connect(told.append)
    section.start_adding()
    write(section._add_line, "田间协商")
    QTest.keyClick(section._add_line, Qt.Key.Key_Return)
    section._operations.wait()
    assert labels(office)[-1] == "田间协商"
    assert shown(section)[-1] == "田间协商"
    assert section._add_line.text() == ""
    assert section._add_line.hasFocus()
    assert told == ["加了一项：田间协商"]
    assert last_change(office)[:3] == ("options", "option", "brand")


def test_a_name_that_is_taken_is_refused_and_stays_typed(section: OptionsSection, office: Office) -> None:
    before = labels(office), last_change(office)
    section.start_adding()
    write(section._add_line, "院坝协商")
    section._add.click()
    section._operations.wait()
    assert "已经有“院坝协商”" in section._remark.text
    assert section._add_line.text() == "院坝协商"
    assert (labels(office), last_change(office)) == before
    write(section._add_line, "二")
    assert section._remark.text == ""


def test_nothing_typed_adds_nothing(section: OptionsSection, office: Office) -> None:
    before = last_change(office)
    section.start_adding()
    write(section._add_line, "  ")
    QTest.keyClick(section._add_line, Qt.Key.Key_Return)
    section._operations.wait()
    assert last_change(office) == before
    assert not section._add.isEnabled()


def test_f2_renames_in_place_and_the_key_stays(section: OptionsSection, office: Office, qtbot: QtBot) -> None:
    section._entries.set_current("courtyard")
    section._entries.setFocus()
    QTest.keyClick(section._entries, Qt.Key.Key_F2)
    editor = section._entries.findChild(QLineEdit)
    assert editor is not None
    write(editor, "院坝议事")
    with qtbot.waitSignal(section.done):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert office.options().label("brand", "courtyard") == "院坝议事"
    assert section._entries.current_key == "courtyard"
    assert last_change(office)[3] == {
        "change": "rename_entry", "with": ["courtyard", "院坝议事"], "result": None,
    }  # fmt: skip


def test_a_bad_name_goes_back_to_the_old_one(section: OptionsSection, qtbot: QtBot) -> None:
    section._entries.set_current("courtyard")
    section._entries.setFocus()
    QTest.keyClick(section._entries, Qt.Key.Key_F2)
    editor = section._entries.findChild(QLineEdit)
    assert editor is not None
    write(editor, "协商在基层")
    with qtbot.waitSignal(section._entries.renamed):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    section._operations.wait()
    assert "已经有“协商在基层”" in section._remark.text
    assert shown(section)[1] == "院坝协商"


def test_entries_move_by_key_and_stay_there(section: OptionsSection, office: Office) -> None:
    section._entries.set_current("courtyard")
    press(section, Qt.Key.Key_Up, ALT)
    assert labels(office)[:3] == ["院坝协商", "协商在基层", "界别协商"]
    assert section._entries.current_key == "courtyard"
    before = last_change(office)
    press(section, Qt.Key.Key_Up, ALT)
    assert last_change(office) == before
    press(section, Qt.Key.Key_Down, ALT)
    press(section, Qt.Key.Key_Down, ALT)
    assert labels(office)[:3] == ["协商在基层", "界别协商", "院坝协商"]
    assert not any(button.text() == "删除" for button in section.buttons.values())


def test_what_is_out_of_use_is_not_offered_but_still_named(section: OptionsSection, office: Office) -> None:
    section._entries.set_current("courtyard")
    press(section, Qt.Key.Key_Space)
    assert "院坝协商" not in labels(office)
    assert office.options().label("brand", "courtyard") == "院坝协商"
    assert "院坝协商" in shown(section)
    assert section.buttons["retire"].text() == "启用"
    press(section, Qt.Key.Key_Space)
    assert "院坝协商" in labels(office)


def test_only_the_items_of_the_offices_own_standard_are_edited(
    section: OptionsSection, office: Office
) -> None:
    section.show_part("checklist_item")
    assert shown(section) == ["有场地", "有标识", "有制度", "有特色", "有档案", "有成果"]
    section.start_adding()
    write(section._add_line, "有经费")
    QTest.keyClick(section._add_line, Qt.Key.Key_Return)
    section._operations.wait()
    press(section, Qt.Key.Key_Up, ALT)
    with office.store.reading() as session:
        asked = [label for _, label in checklist(session, office.settings)]
    assert asked == ["有场地", "有标识", "有制度", "有特色", "有档案", "有经费", "有成果"]


def test_a_refresh_leaves_a_name_that_is_being_typed(section: OptionsSection) -> None:
    section._entries.setFocus()
    QTest.keyClick(section._entries, Qt.Key.Key_F2)
    editor = section._entries.findChild(QLineEdit)
    assert editor is not None
    write(editor, "半个名")
    section.refresh()
    assert section._entries.is_editing
    assert section._entries.findChild(QLineEdit) is editor
