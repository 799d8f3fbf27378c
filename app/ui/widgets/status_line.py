"""The line at the window's foot: the page's words at the left, the store's at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.themed import Themed

CELLS = ("saved", "backup", "unit", "clerk")
_ICONS = {"saved": ("ok", "ok"), "backup": ("backup", "text2")}


class StatusLine(Themed, QWidget):
    """Painted in one go; the words at the left give way first, ended by … with a tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = dict.fromkeys(CELLS, "")
        self._icons = dict(_ICONS)
        self._message = ""
        self._passing = ""
        self.action = HintButton("", kind="link", parent=self)
        self.action.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def message(self) -> str:
        """What the left says now."""
        return self._passing or self._message

    def set_message(self, text: str) -> None:
        """The page's words: totals, key hints."""
        self._message = text
        self._renew()

    def set_passing(self, text: str) -> None:
        """Words that stand before the page's own for as long as they are set: why a button cannot act."""
        self._passing = text
        self._renew()

    def cell(self, key: str) -> str:
        """What one of CELLS says, "" when it is left out."""
        return self._cells[key]

    def cell_icon(self, key: str) -> str:
        """The sign before it, "" for none."""
        return self._icons[key][0] if key in self._icons else ""

    def set_cell(self, key: str, text: str, icon: str = "") -> None:
        """One of CELLS: 已保存 14:03, 备份 今天 08:31, the unit, 录入：name; "" leaves the cell out.

        `icon` is a sign other than its usual one, such as warn, in a colour of the same name.
        """
        if key not in self._cells:
            raise KeyError(key)
        self._cells[key] = text
        if icon or key in _ICONS:
            self._icons[key] = (icon, icon) if icon else _ICONS[key]
        self._renew()

    def offer(self, text: str, *, hint: str = "") -> None:
        """A link after the message, such as 撤销 Ctrl+Z; "" takes it away."""
        self.action.set_label(text, hint=hint)
        self.action.setVisible(bool(text))
        self._renew()

    def sizeHint(self) -> QSize:
        return QSize(0, self.theme.px(2.15))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_action()

    def restyle(self) -> None:
        self._place_action()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        left = self._paint_cells(painter)
        room = QRect(14, 1, max(0, left - 28), self.height() - 1)
        painting.text(painter, room, self.message, theme.font(), theme.color("text2"))
        painter.end()

    def _paint_cells(self, painter: QPainter) -> int:
        """Paint the cells from right to left; answers where the leftmost begins."""
        theme, right, first = self.theme, self.width() - 14, True
        for key in reversed(CELLS):
            text = self._cells[key]
            if not text:
                continue
            if not first:
                painter.fillRect(right - 11, 3, 1, self.height() - 6, theme.color("border_soft"))
                right -= 22
            first = False
            x = right - self._cell_width(key)
            line = QRect(x, 1, right - x, self.height() - 1)
            if key in self._icons:
                name, color = self._icons[key]
                painting.icon(painter, line, name, theme.color(color), x, theme.px(1.05), theme.metrics())
                line.setLeft(x + theme.px(1.05) + 4)
            painting.text(painter, line, text, theme.font(), theme.color("text2"))
            right = x
        return right

    def _cell_width(self, key: str) -> int:
        width = self.theme.metrics().horizontalAdvance(self._cells[key])
        return width + (self.theme.px(1.05) + 4 if key in self._icons else 0)

    def _cells_left(self) -> int:
        shown = [key for key in CELLS if self._cells[key]]
        return self.width() - 14 - sum(self._cell_width(key) for key in shown) - 22 * max(0, len(shown) - 1)

    def _place_action(self) -> None:
        width = self.theme.metrics().horizontalAdvance(self.message)
        size = self.action.sizeHint()
        x = min(14 + width + 12, self._cells_left() - size.width() - 14)
        self.action.setGeometry(max(14, x), 1, size.width(), self.height() - 1)

    def _renew(self) -> None:
        self._place_action()
        room = self._cells_left() - 28
        cut = self.theme.metrics().horizontalAdvance(self.message) > room
        self.setToolTip(self.message if cut else "")
        self.setAccessibleName(self.message)
        self.update()
