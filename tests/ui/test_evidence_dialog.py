"""The evidence dialog with a real store: what is asked, how far it is, and that a stop leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.dialogs import evidence as module
from app.ui.dialogs.evidence import EvidenceDialog
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace
from tests.office import small_office

VISIT = {"happened_on": "2026-10-13", "name": "走访果农", "members": ["马文军"], "people_served": 20}


@pytest.fixture
def place(tmp_path: Path, appearance: Appearance) -> Iterator[Workplace]:
    office = small_office(tmp_path / "data")
    office.records.add("visit", [VISIT, VISIT | {"happened_on": "2026-10-14", "name": "走访学校"}])
    operations = Operations()
    preferences = Preferences(tmp_path / "界面.json")
    (tmp_path / "送审").mkdir()
    preferences.set_export_folder(tmp_path / "送审")
    yield Workplace(office, operations, appearance, preferences)
    operations.finish()
    office.store.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "送审"


def shown(place: Workplace, qtbot: QtBot, **more: Any) -> EvidenceDialog:
    dialog = EvidenceDialog(place, **more)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_month_is_made_and_its_folder_opened(
    place: Workplace, out: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(place, qtbot)
    assert dialog.stepper.text == "2026年10月"
    assert dialog._counts.text() == "委员走访 2 次"
    QTest.keyClick(dialog.make, Qt.Key.Key_Return)
    assert not dialog.choose.isEnabled()
    place.operations.wait()
    folder = out / "示例县政协2026年10月佐证材料"
    assert (folder / "目录.xlsx").is_file()
    assert dialog.message.text == "装好了：2 次活动，6 个文件，2 次还缺材料，见目录。"
    assert dialog.make.text() == "打开所在文件夹"
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog.make.click()
    assert [Path(path) for path in opened] == [folder]
    assert not dialog.isVisible()


def test_a_stopped_run_leaves_nothing_and_can_begin_again(place: Workplace, out: Path, qtbot: QtBot) -> None:
    dialog = shown(place, qtbot)
    dialog.make.click()
    dialog.reject()
    assert dialog.isVisible()
    place.operations.wait()
    assert list(out.iterdir()) == []
    assert dialog.message.text == "停下了，没有留下文件。"
    dialog.make.click()
    place.operations.wait()
    assert len(list(out.iterdir())) == 1
    dialog.reject()
    assert not dialog.isVisible()


def test_a_month_with_nothing_in_it_offers_nothing(place: Workplace, qtbot: QtBot) -> None:
    dialog = shown(place, qtbot)
    dialog.stepper.stepped.emit(-1)
    assert dialog.stepper.text == "2026年9月"
    assert dialog.make.toolTip() == "2026年9月没有已登记的活动"
    assert not dialog.make.isEnabled()
    dialog.stepper.stepped.emit(1)
    assert dialog.make.isEnabled()


def test_another_folder_is_remembered(
    place: Workplace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "U盘").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "U盘"))
    dialog = shown(place, qtbot)
    dialog.choose.click()
    assert place.preferences.export_folder == tmp_path / "U盘"
    dialog.make.click()
    place.operations.wait()
    assert [path.name for path in (tmp_path / "U盘").iterdir()] == ["示例县政协2026年10月佐证材料"]


def test_a_place_that_takes_nothing_is_said(place: Workplace, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = shown(place, qtbot)
    (tmp_path / "文件").write_text("", encoding="utf-8")
    dialog._folder = tmp_path / "文件"
    dialog.make.click()
    place.operations.wait()
    assert "建不了文件夹" in dialog.message.text
    assert dialog.make.isEnabled()


def test_the_form_asks_for_its_own_record_once_it_is_saved(place: Workplace, out: Path, qtbot: QtBot) -> None:
    office: Office = place.office
    page = FormPage(office, place.operations, "visit")
    qtbot.addWidget(page)
    (record, *_rest) = (
        office.records.load("visit", uuid) for _, uuid in office.evidence.of_month(_october(office))
    )
    page.open(uuid=record.uuid)
    asked: list[tuple[str, str, str]] = []
    page.evidence_requested.connect(lambda *event: asked.append(event))
    page.gather_evidence()
    place.operations.wait()
    assert asked == [("visit", record.uuid, "走访果农")]
    dialog = shown(place, qtbot, event=asked[0])
    assert not dialog.stepper.isVisible()
    dialog.make.click()
    place.operations.wait()
    assert [path.name for path in out.iterdir()] == ["10-13 走访果农佐证材料"]


def test_only_activities_offer_it_in_their_menu(place: Workplace, qtbot: QtBot) -> None:
    for kind, offered in (("studio_activity", True), ("platform", False)):
        page = FormPage(place.office, place.operations, kind)
        qtbot.addWidget(page)
        texts = [action.text() for action in page.view.header._menu.actions()]
        assert (f"{module.TITLE}…" in texts) is offered


def _october(office: Office) -> Any:
    return office.calendar.parse("2026-10")
