"""HomeMenu: ⋯ beside the filled button, what is done to a month now and then."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.pages.home_steps import Progress, spoken
from app.ui.widgets.icon_button import IconButton

RETURN, WITHDRAW, KEPT, DIFFERENCE = "return", "withdraw", "kept", "difference"
_TEXTS = ((RETURN, "退回…"), (WITHDRAW, "撤回审核"), (KEPT, "看报送存底"), (DIFFERENCE, "看差在哪"))


class HomeMenu(IconButton):
    """What cannot be done now is grey and says why."""

    asked = Signal(str, object)
    """The key of what was chosen, and the Progress of the month it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("more", "更多", parent=parent)
        self._progress: Progress | None = None
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.actions_by_key = {key: self._menu.addAction(text) for key, text in _TEXTS}
        for key, action in self.actions_by_key.items():
            action.setData(key)
        self._menu.triggered.connect(self._tell)
        self.clicked.connect(self._open)

    def show_progress(self, progress: Progress) -> None:
        """What can be done to a month now."""
        self._progress = progress
        standing, month = progress.standing, spoken(progress.view.period)
        unsent = "" if standing.is_closed else f"{month}没有报送"
        never = "" if standing.sent is not None else f"{month}没有报送过"
        review = "" if standing.review is not None else f"{month}还没有审核"
        if standing.is_closed:
            review = f"{month}已报送，要改先退回"
        reasons = {RETURN: unsent, WITHDRAW: review, KEPT: never, DIFFERENCE: ""}
        for key, reason in reasons.items():
            self.actions_by_key[key].setEnabled(not reason)
            self.actions_by_key[key].setToolTip(reason)
            self.actions_by_key[key].setStatusTip(reason)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _tell(self, action: QAction) -> None:
        if self._progress is not None:
            self.asked.emit(action.data(), self._progress)
