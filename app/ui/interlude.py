"""Interlude: stands where the window stood while the store is closed and opened again, and says why."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.widgets.sheet import label

WORDS = "台账先关上，办好了会自己再打开。"
_MOST_MS = 500  # that seeing it may take; what it covers for is not held up longer


class Interlude(QWidget):
    """Dialogs that say how far something has come, or how it went, stand on it."""

    def __init__(self, doing: str, window: QWidget) -> None:
        super().__init__()
        self.setWindowTitle(window.windowTitle())
        self.setGeometry(window.geometry())
        self.setWindowState(window.windowState())
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for words in (label(doing, "section"), label(WORDS, "label")):
            column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(6)  # dialogs come in the middle

    def appear(self) -> None:
        """On the screen when this returns, so that it is seen while nothing else is painted."""
        self.show()
        clock, handle = QElapsedTimer(), self.windowHandle()
        clock.start()
        while True:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            if handle is None or handle.isExposed() or self.isMinimized() or clock.elapsed() > _MOST_MS:
                break
        self.repaint()

    def end(self) -> None:
        """What it covered for is over."""
        self.close()
        self.deleteLater()
