"""Words beside a page title of which one is underlined: the parts of a page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.widgets import painting
from app.ui.widgets.choice_bar import ChoiceBar, Option

_TURNS = (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1))


class Tabs(ChoiceBar):
    """Choose the part of a page, by Ctrl+Tab from anywhere on it; never nested."""

    def __init__(self, options: Sequence[Option], current: str = "", parent: QWidget | None = None) -> None:
        super().__init__(options, current, parent)
        for keys, by in _TURNS:
            QShortcut(QKeySequence.fromString(keys), self).activated.connect(partial(self._turn, by))

    def sizeHint(self) -> QSize:
        rects = self.rects()
        return QSize(rects[-1].right() + 1 if rects else 0, self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def rects(self) -> list[QRect]:
        theme, x, found = self.theme, 0, []
        metrics = theme.metrics(bold=True)
        for option in self.options:
            width = metrics.horizontalAdvance(option.text) + 2 * theme.px(0.35)
            found.append(QRect(x, 0, width, theme.control))
            x += width + theme.px(0.95)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        for place, (option, rect) in enumerate(zip(self.options, self.rects(), strict=True)):
            here = option.key == self.current
            ink = theme.color("text" if here or place == self._over else "text2")
            if here and self.hasFocus():
                painting.focus_box(painter, rect, theme)
            painting.text(painter, rect, option.text, theme.font(bold=here), ink, painting.Centre)
            if here:
                painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, theme.color("accent"))
        painter.end()

    def _turn(self, by: int) -> None:
        keys = [option.key for option in self.options]
        if len(keys) > 1:
            self._choose((keys.index(self.current) + by) % len(keys))
