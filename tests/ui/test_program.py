"""One run of the window: a new office, the sample county, leaving it, opening again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from app.clock import SAMPLE_MOMENT, FixedClock
from app.models import RECORDS
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.dialogs.first_run import FirstRun
from app.ui.interlude import WORDS, Interlude
from app.ui.pages.entries import PAGES
from app.ui.pages.form_page import FormPage
from app.ui.pages.links import form_link
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.demo_fixture import demo_office
from tests.office import small_office


def opened(folder: Path) -> Office:
    return Office(Store(DataFolder(folder)), FixedClock(SAMPLE_MOMENT))


@pytest.fixture
def run(qapp: QApplication, appearance: Appearance, tmp_path: Path) -> Iterator[list[Program]]:
    """Programs made in a test, closed after it."""
    programs: list[Program] = []
    yield programs
    for program in programs:
        program.window.close()
        program.close()
        program.window.deleteLater()
    for cover in covers():
        cover.end()


def begun(
    run: list[Program], qapp: QApplication, appearance: Appearance, office: Office, folder: Path
) -> Program:
    program = Program(qapp, appearance, office, Preferences(folder / "界面.json"))
    run.append(program)
    program.show()
    return program


def test_a_new_office_is_asked_who_it_is(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path
) -> None:
    program = begun(run, qapp, appearance, opened(tmp_path / "data"), tmp_path)
    dialog = program.window.findChild(FirstRun)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_an_office_with_records_is_not_asked(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path
) -> None:
    program = begun(run, qapp, appearance, small_office(tmp_path / "data"), tmp_path)
    assert program.window.findChild(FirstRun) is None
    assert program.window.page is not None


def test_every_page_opens(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path
) -> None:
    program = begun(run, qapp, appearance, small_office(tmp_path / "data"), tmp_path)
    for entry in PAGES:
        if entry.key.startswith("paper_"):
            continue  # needs a record; shown from its form
        args = {"figure": "meetings", "period": "2026-10"} if entry.key == "figure" else {}
        assert program.window.go(PageLink(entry.key, args)), entry.key
        assert program.window.page is not None
    program.operations.wait()


def test_the_sample_county_says_so_and_is_left_with_one_click(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    program = begun(run, qapp, appearance, demo_office(folder), tmp_path)
    assert "示例数据" in program.window.windowTitle()
    assert program.place.office.clock.today() == SAMPLE_MOMENT.date()
    program.leave_demo()
    program.operations.wait()
    assert program.restart
    run.remove(program)
    program.close()
    program.window.deleteLater()
    again = program.again(opened(folder))
    run.append(again)
    assert "示例数据" not in again.window.windowTitle()
    assert all(again.place.office.count(model.key) == 0 for model in RECORDS if model.key != "unit")
    assert list((folder / "备份").glob("示例数据-*"))


def test_something_stands_there_from_one_window_to_the_next(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    program = begun(run, qapp, appearance, demo_office(folder), tmp_path)
    there: list[bool] = []
    program.window.installEventFilter(_OnHide(program.window, lambda: there.append(bool(covers()))))
    QTimer.singleShot(0, program.leave_demo)
    late = QTimer(qapp, singleShot=True, interval=60_000)
    late.timeout.connect(partial(qapp.exit, 1))
    late.start()
    assert qapp.exec() == 0
    late.stop()
    assert there == [True]
    run.remove(program)
    program.close()
    (cover,) = covers()
    said = [each.text() for each in cover.findChildren(QLabel) if each.isVisible()]
    assert said == ["正在离开示例数据", WORDS]
    assert cover.windowState() == program.window.windowState()
    again = program.again(opened(folder))
    run.append(again)
    assert covers() == [cover]
    again.show()
    assert covers() == []
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(program.window)


def test_a_window_that_stays_is_not_covered(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    program = begun(run, qapp, appearance, small_office(tmp_path / "data"), tmp_path)
    home = program.window.page
    assert home is not None
    monkeypatch.setattr(home, "can_close", lambda: False)
    program.turn_off()
    assert not program.restart
    assert program.window.isVisible()
    assert covers() == []
    monkeypatch.undo()


class _OnHide(QObject):
    """Calls when the window it watches goes."""

    def __init__(self, window: QWidget, call: Callable[[], object]) -> None:
        super().__init__(window)
        self._call = call

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._call()
        return super().eventFilter(watched, event)


def covers() -> list[Interlude]:
    """What stands in the place of a window now."""
    found = QApplication.topLevelWidgets()
    return [each for each in found if isinstance(each, Interlude) and each.isVisible()]


def test_the_first_page_in_the_background_leaves_the_keyboard_where_it_is(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path, qtbot: Any
) -> None:
    program = begun(run, qapp, appearance, small_office(tmp_path / "data"), tmp_path)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    home = program.window.page
    assert home is not None
    program.window.go(form_link("visit"))
    typed_in = QApplication.focusWidget()
    assert typed_in is not None
    home.refresh()
    qtbot.waitUntil(lambda: program.operations.is_idle)
    home.refresh()
    assert QApplication.focusWidget() is typed_in


def test_the_badge_follows_what_is_saved_on_any_page(
    run: list[Program], qapp: QApplication, appearance: Appearance, tmp_path: Path
) -> None:
    program = begun(run, qapp, appearance, small_office(tmp_path / "data"), tmp_path)
    told: list[int] = []
    program._pending.counted.connect(told.append)
    program.window.go(form_link("visit"))
    page = program.window.page
    assert isinstance(page, FormPage)
    page.view.sheet.editors["happened_on"].begin("10.13")
    page.view.sheet.editors["name"].begin("走访果农")
    page.save()
    program.operations.wait()
    assert (told[-1], program.window.navigation._badges["month"]) == (1, 1)
    page.delete()
    program.operations.wait()
    assert program.window.navigation._badges["month"] == 0
