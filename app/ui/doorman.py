"""Doorman: brings the window to the front when the program is started a second time."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.errors import AppError
from app.paths import DataFolder
from app.store.place.doorbell import Doorbell
from app.ui.application import make_application
from app.ui.preferences import Preferences


class Doorman(QObject):
    """Listens at one doorbell as long as the application runs; pages and what is typed stay as they are."""

    def __init__(self, bell: Doorbell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bell = bell
        self._watch = QFileSystemWatcher([str(bell.path)], self)
        self._watch.fileChanged.connect(self._look)
        self._look()  # whoever rang while the program was starting

    def _look(self) -> None:
        if self._bell.answer():
            come_forward()


def come_forward() -> None:
    """Whatever of the program is to be seen, with the question on top that is waiting for an answer."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isWindow() and each.isVisible()]
    for window in shown:
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    front = QApplication.activeModalWidget() or _main(shown)
    if front is not None:
        front.raise_()
        front.activateWindow()
        QApplication.alert(front)  # where a screen lets nobody come forward, its place in the bar blinks


def turn_away(folder: DataFolder, sentence: str) -> int:
    """Says why there is no second window."""
    from app.ui.dialogs.message import tell

    preferences = Preferences(folder.appearance)
    app, appearance = make_application(look=preferences.look, base_pt=preferences.base_pt)
    tell(None, AppError(sentence))
    del app, appearance
    return 2


def _main(shown: list[QWidget]) -> QWidget | None:
    return next((each for each in shown if isinstance(each, QMainWindow)), shown[0] if shown else None)
