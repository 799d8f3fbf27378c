"""MouseRelease: what would move things under the mouse waits until its button is up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication


class MouseRelease(QObject):
    """In the order asked; the release itself is delivered first, so that the click is taken."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []

    @property
    def is_awaited(self) -> bool:
        """Whether a button is down."""
        return QApplication.mouseButtons() != Qt.MouseButton.NoButton

    def then(self, work: Callable[[], object]) -> None:
        """Have it done now, or when no button is down any more."""
        if not self.is_awaited:
            self._catch_up()
            work()
            return
        if not self._waiting:
            self._app.installEventFilter(self)  # only meanwhile: it sees every event there is
        self._waiting.append(work)

    def forget(self) -> None:
        """What waits is not wanted any more."""
        if self._waiting:
            self._app.removeEventFilter(self)
            self._waiting = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            QTimer.singleShot(0, self, self._catch_up)
        return super().eventFilter(watched, event)

    @property
    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app

    def _catch_up(self) -> None:
        if self._waiting and not self.is_awaited:
            self._app.removeEventFilter(self)
            waiting, self._waiting = self._waiting, []
            for work in waiting:
                work()
