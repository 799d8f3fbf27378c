"""‹ 1 / 3 页 ›: the page in sight and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import label


class PageStepper(QWidget):
    """Shows where one is; asks for the page before or after."""

    stepped = Signal(int)
    """-1 for the page before, 1 for the one after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = IconButton("back", "上一页", hint="PgUp")
        self._after = IconButton("next", "下一页", hint="PgDn")
        self._words = label("")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._before, self._words, self._after):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def show_place(self, current: int, last: int, ready: int, complete: bool) -> None:
        """Page `current` to `last` in sight of `ready`, all counted from 0; a + while more are to come."""
        here = f"{current + 1}" if last <= current else f"{current + 1}–{last + 1}"
        self._words.setText(f"{here} / {ready}{'' if complete else '+'} 页" if ready else "没有页")
        self._row.activate()
        self.updateGeometry()
        self._before.set_reason("" if current > 0 else "这是第一页")
        self._after.set_reason("" if last + 1 < ready else "这是最后一页")

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)
