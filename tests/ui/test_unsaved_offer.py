"""What the start of the program offers of last time, and what becomes of each answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.clock import FixedClock
from app.services.aggregates import new_uuid
from app.services.office import Office
from app.services.unsaved import FormKey, Typed
from app.ui.appearance import Appearance
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.pages.form_page import FormPage
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.office import small_office
from tests.services.record_samples import VISIT

Start = Callable[[Office], Program]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "data")


@pytest.fixture
def start(
    qapp: QApplication, appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    monkeypatch.setattr("app.ui.dialogs.dialog.QUIET_MS", 0)
    programs: list[Program] = []

    def started(office: Office) -> Program:
        program = Program(qapp, appearance, office, Preferences(tmp_path / "界面.json"))
        programs.append(program)
        program.show()
        return program

    yield started
    for program in programs:
        if isinstance(program.window.page, FormPage):
            program.window.page.work.begin(office_of(program).records.new("visit"))
        program.window.close()
        program.close()
        program.window.deleteLater()


def office_of(program: Program) -> Office:
    return program.place.office


def typed(office: Office, uuid: str = "", at: datetime | None = None, **values: Any) -> FormKey:
    key = FormKey("visit", new_uuid())
    record = office.records.load("visit", uuid) if uuid else office.records.new("visit")
    record.values |= values
    clock = FixedClock(at) if at else office.clock
    Office(office.store, clock).unsaved.keep(key, Typed(record, tuple(values)))
    return key


def dialog_of(program: Program) -> UnsavedDialog:
    found = program.window.findChild(UnsavedDialog)
    assert found is not None
    while not found.is_listening:
        QApplication.processEvents()
    return found


def words(dialog: UnsavedDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if not each.isHidden())


def test_nothing_kept_asks_nothing(start: Start, office: Office) -> None:
    assert start(office).window.findChild(UnsavedDialog) is None
    assert not office.store.folder.unsaved.exists()


def test_the_one_there_is_has_the_keyboard_and_enter_goes_on_with_it(start: Start, office: Office) -> None:
    typed(office, name="走访果农", place="青山村")
    program = start(office)
    dialog = dialog_of(program)
    assert dialog.isVisible()
    assert "委员走访“走访果农”（10月28日 14:03）" in words(dialog)
    QTest.keyClick(dialog.rows[0].go_on, Qt.Key.Key_Return)
    page = program.window.page
    assert isinstance(page, FormPage)
    assert page.draft.values["name"] == "走访果农"
    assert page.work.is_dirty
    assert page.view.unsaved.text == ""


def test_several_say_what_became_of_their_records(start: Start, office: Office) -> None:
    changed, gone = (each.uuid for each in office.records.add("visit", [VISIT, VISIT | {"name": "走访茶农"}]))
    typed(office, changed, place="果园")
    typed(office, gone, place="茶山", at=datetime(2026, 10, 27, 9, 0))
    key = typed(office, name="没填完的", at=datetime(2026, 10, 26, 9, 0))
    record = office.records.load("visit", changed)
    record.values["place"] = "村委会"
    office.records.save(record)
    office.records.delete("visit", [gone])
    program = start(office)
    dialog = dialog_of(program)
    assert [row.offer.title for row in dialog.rows] == ["走访果农", "走访茶农", "没填完的"]
    assert "这条后来改过" in words(dialog)
    assert "这条后来删除了" in words(dialog)
    assert [row.go_on.isHidden() for row in dialog.rows] == [False, True, False]
    dialog.rows[2].drop.click()
    assert len(office.store.unsaved.names()) == 3
    dialog.rows[1].drop.click()
    dialog.rows[1].drop.click()
    assert not dialog.rows[1].go_on.isVisible()
    dialog.rows[0].go_on.click()
    names = office.store.unsaved.names()
    assert key.name not in names
    page = program.window.page
    assert isinstance(page, FormPage)
    assert (page.draft.record.uuid, page.draft.values["place"]) == (changed, "果园")


def test_put_away_it_is_offered_again(start: Start, office: Office) -> None:
    typed(office, name="走访果农")
    dialog = dialog_of(start(office))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(office.unsaved.all()) == 1


def test_more_than_fit_are_asked_next_time(start: Start, office: Office) -> None:
    for number in range(8):
        typed(office, name=f"走访 {number}")
    dialog = dialog_of(start(office))
    assert len(dialog.rows) == 6
    assert "还有 2 条，下次再问" in words(dialog)
    dialog.reject()


def test_torn_files_hold_up_no_start(start: Start, office: Office) -> None:
    typed(office, name="走访果农")
    folder = office.store.folder.unsaved
    (folder / f"visit-{'0' * 32}").write_bytes(b"\x00" * 700)
    (folder / f"visit-{'1' * 32}.part").write_bytes(b"CPLG")
    (folder / "什么.docx").write_bytes(b"PK")
    dialog = dialog_of(start(office))
    assert len(dialog.rows) == 1
    assert len(list((folder / "读不出来的").iterdir())) == 3
    dialog.reject()
