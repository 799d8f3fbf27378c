"""A page beside its office, what it asked for, and answers for the dialogs it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.page import Page, PageLink
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace

P = TypeVar("P", bound=Page)


class PageDesk:
    """The office, its operations, and the links the page asked for."""

    def __init__(self, office: Office, operations: Operations, qtbot: QtBot) -> None:
        self.office, self.operations, self._qtbot = office, operations, qtbot
        self.links: list[PageLink] = []
        self.back = 0

    def watch(self, page: Page) -> None:
        page.open_requested.connect(self.links.append)
        page.back_requested.connect(self._went_back)
        self.operations.changed.connect(page.refresh)

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.operations.is_idle)
        QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    def _went_back(self) -> None:
        self.back += 1


@contextmanager
def open_page(
    office: Office, appearance: Appearance, folder: Path, qtbot: QtBot, make: Callable[[Workplace], P]
) -> Iterator[tuple[P, PageDesk]]:
    """The page in sight, read anew whenever something was written."""
    operations = Operations()
    page = make(Workplace(office, operations, appearance, Preferences(folder / "look.json")))
    desk = PageDesk(office, operations, qtbot)
    desk.watch(page)
    qtbot.addWidget(page)
    page.resize(1150, 620)
    with qtbot.waitActive(page):
        page.show()
    yield page, desk
    operations.finish()


class Answers:
    """Deals with the dialogs that open while `act` runs, in their order."""

    def __init__(self, *answers: Callable[[Any], object]) -> None:
        self.answers, self.seen = list(answers), list[QDialog]()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def stop(self) -> None:
        self._timer.stop()
        assert self.answers == []

    def _look(self) -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, QDialog) and found not in self.seen and found.isActiveWindow():
            self.seen.append(found)
            try:
                self.answers.pop(0)(found)
            except BaseException:
                found.reject()  # or the test would wait for ever
                raise
