"""Numbers are whole in a list until it is left, on one paper, in one file; each time that is noted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services.disclosure import KIND
from app.services.list_query import Query
from app.services.office import Office
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.dialogs.evidence import EvidenceDialog
from app.ui.forms.desk import Desk
from app.ui.forms.form_sheet import FormSheet
from app.ui.operations import Operations
from app.ui.pages import exporting
from app.ui.pages.list_page import ListPage
from app.ui.pages.page import Page
from app.ui.pages.paper_page import PaperPage
from app.ui.pages.settings_personal import PersonalSection
from app.ui.preferences import Preferences
from app.ui.tables.column_choice import WHOLE_NUMBERS, ColumnPopup
from app.ui.workplace import Workplace
from tests.office import small_office, uuids

PHONE, COVERED = "13900007777", "139****7777"
SPEECHES = [{"speaker": "欧阳鹳翎", "identity": "永兴街道居民", "points": "路灯太暗"}]
IDENTITY = "530102199003070024"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "data")
    made.records.add("person", [{"name": "某人", "phone": PHONE}])
    meeting = {"happened_on": "2026-10-12", "topic": "路灯", "members": ["陈志明"], "speeches": SPEECHES}
    made.records.add("meeting", [meeting], draft=True)
    yield made
    made.store.close()


@pytest.fixture
def place(office: Office, appearance: Appearance, tmp_path: Path) -> Iterator[Workplace]:
    operations = Operations()
    yield Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json"))
    operations.finish()


def noted(store: Store) -> int:
    from sqlalchemy import func, select

    from app.models.system import Change

    with store.reading() as session:
        return session.execute(select(func.count(Change.id)).where(Change.kind == KIND)).scalar_one()


def phones(page: ListPage) -> set[str]:
    ledger = page.view.table.ledger
    rows = [ledger.row_at(place) for place in range(ledger.rowCount())]
    return {row.cells["phone"].text for row in rows if row is not None} - {""}


def choose(page: ListPage, *keys: str) -> None:
    """Tick columns by their keys, as in the list of columns."""
    page.bar.columns_button.click()
    popup = page.findChild(ColumnPopup) or page.window().findChild(ColumnPopup)
    assert isinstance(popup, ColumnPopup)
    for row in range(popup._list.count()):
        item = popup._list.item(row)
        if item.data(256) in keys:
            popup._toggle(item)
    popup.close()
    popup.deleteLater()


def test_a_list_shows_them_until_it_is_left(place: Workplace, office: Office, qtbot: QtBot) -> None:
    page = ListPage("members", "名册", "member", place)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.open("person")
    choose(page, WHOLE_NUMBERS)
    place.operations.wait()
    assert "在“显示列”里勾上" in page.view.whole.text
    choose(page, WHOLE_NUMBERS)
    choose(page, "phone")
    assert phones(page) == {COVERED}
    choose(page, WHOLE_NUMBERS)
    place.operations.wait()
    assert phones(page) == {PHONE}
    assert "完整的号码" in page.view.whole.text
    assert noted(office.store) == 2
    page.refresh()
    assert phones(page) == {PHONE}
    page.hide()
    page.show()
    assert phones(page) == {COVERED}
    assert page.view.whole.text == ""
    choose(page, WHOLE_NUMBERS)
    place.operations.wait()
    page.view.whole.acted.emit()
    assert phones(page) == {COVERED}
    assert noted(office.store) == 3


@pytest.mark.parametrize(
    ("answer", "held", "times"), [("part", COVERED, 0), ("whole", PHONE, 1), ("", "", 0)]
)
def test_an_export_asks_once_each_time(
    place: Workplace, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
    answer: str, held: str, times: int,
) -> None:  # fmt: skip
    out = tmp_path / "导出"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    monkeypatch.setattr(exporting, "ask", lambda *_, **__: answer)
    page = Page()
    qtbot.addWidget(page)
    exporting.export_list(page, place, Query("person"))
    place.operations.wait()
    written = "".join(inside(path) for path in out.iterdir())
    assert (held in written) if held else not written
    assert (PHONE in written) == (answer == "whole")
    assert noted(office.store) == times


def test_kinds_without_personal_numbers_are_not_asked_about(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(exporting, "ask", lambda *_, **__: pytest.fail("nothing to ask"))
    page = Page()
    qtbot.addWidget(page)
    exporting.export_list(page, place, Query("meeting"))
    place.operations.wait()
    assert list(tmp_path.glob("*.xlsx"))


def test_one_paper_is_whole_and_the_next_is_not(place: Workplace, office: Office, qtbot: QtBot) -> None:
    page = PaperPage(place)
    qtbot.addWidget(page)
    meeting = uuids(office, "meeting")["路灯"]
    page.open(kind="meeting", uuids=[meeting, meeting], name="meeting_record")
    place.operations.wait()
    assert page._shown is not None
    assert "欧阳某（永兴街道居民）" in inside(page._shown).replace("</w:t>", "")
    assert "张某、李某" in page._strip.text
    page._strip.acted.emit()
    place.operations.wait()
    assert "欧阳鹳翎" in inside(page._shown)
    page.refresh()
    place.operations.wait()
    assert noted(office.store) == 1
    page._step(1)
    place.operations.wait()
    assert "欧阳鹳翎" not in inside(page._shown)
    assert noted(office.store) == 1
    page._folder.cleanup()


def test_the_evidence_folder_names_citizens_when_that_is_ticked(
    place: Workplace, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    place.preferences.set_export_folder(tmp_path)
    dialog = EvidenceDialog(place, event=("meeting", uuids(office, "meeting")["路灯"], "路灯"))
    qtbot.addWidget(dialog)
    dialog.whole.setChecked(True)
    dialog.make.click()
    place.operations.wait()
    [folder] = tmp_path.glob("*佐证材料")
    assert "欧阳鹳翎" in "".join(inside(path) for path in folder.rglob("*.docx"))
    assert noted(office.store) == 1


def test_the_identity_number_comes_and_goes_with_its_setting(
    place: Workplace, office: Office, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from app.models.people import Person

    sheet = FormSheet(Person, Desk(office, place.operations))
    section = PersonalSection(office, place.operations)
    for widget in (sheet, section):
        qtbot.addWidget(widget)
    sheet.fold(whole=True)
    assert "id_number" not in sheet.editors
    office.change_settings({"id_numbers": True})
    sheet.renew()
    assert "id_number" in sheet.editors
    [person] = office.records.add("person", [{"name": "甲", "id_number": IDENTITY}])
    office.change_settings({"id_numbers": False})
    sheet.renew()
    assert "id_number" not in sheet.editors
    section.show_settings(office.settings)
    section.refresh()
    assert not section.remove.isHidden()
    monkeypatch.setattr("app.ui.pages.settings_personal.ask", lambda *_, **__: "remove")
    section.remove.click()
    place.operations.wait()
    assert office.records.load("person", person.uuid).values["id_number"] is None
    assert section.remove.isHidden()


def inside(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
