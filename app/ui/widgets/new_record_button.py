"""新增协商活动: the big button that starts a record, with what was entered last in a second line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.widgets import painting
from app.ui.widgets.themed import Themed


class NewRecordButton(Themed, QAbstractButton):
    """Icon on a filled square, name, second line and key; one line when `compact`."""

    def __init__(
        self, text: str, *, icon: str, hint: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._hint, self._note = icon, hint, note
        self._compact = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {hint}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_note(self, note: str) -> None:
        """The second line: 上一条 10月27日 永兴街道."""
        self._note = note
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Leave out the second line and the key, for narrow windows."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self.theme
        words = theme.metrics("section").horizontalAdvance(self.text())
        height = theme.even(2.9) if self._compact else theme.even(4.35)
        return QSize(words + self._square() + theme.px(2.6), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._square() + 8 * self.theme.em, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        fill = "soft" if self.isDown() else "hover" if self.underMouse() else "surface"
        focused = self.hasFocus()
        outline = theme.color("text" if focused else "accent")
        width = 2 if focused else 1
        painting.box(painter, self.rect(), theme.color(fill), outline, radius=6, width=width)
        edge = self._square()
        margin = theme.px(0.65 if self._compact else 0.9)
        square = QRect(margin, (self.height() - edge) // 2, edge, edge)
        painting.box(painter, square, theme.color("accent"), None, radius=4)
        painting.icon_centred(painter, square, self._icon, theme.color("on_accent"), theme.px(1.6))
        self._paint_words(painter, square.right() + theme.px(0.9))
        painter.end()

    def _square(self) -> int:
        return self.theme.even(2.1 if self._compact else 2.9)

    def _paint_words(self, painter: QPainter, x: int) -> None:
        theme, width = self.theme, self.width() - x - self.theme.px(0.8)
        if self._compact or not self._note:
            line = QRect(x, 0, width, self.height())
            painting.text(painter, line, self.text(), theme.font("section"), theme.color("text"))
            if not self._compact:
                self._paint_hint(painter, line)
            return
        upper, lower = theme.metrics("section").height(), theme.metrics("note").height()
        top = (self.height() - upper - lower) // 2
        hint = theme.metrics("note").horizontalAdvance(self._hint) if self._hint else 0
        line = QRect(x, top, width - hint - (6 if hint else 0), upper)
        painting.text(painter, line, self.text(), theme.font("section"), theme.color("text"))
        line.setWidth(width)
        self._paint_hint(painter, line)
        line = QRect(x, top + upper, width, lower)
        painting.text(painter, line, self._note, theme.font("note"), theme.color("text2"))

    def _paint_hint(self, painter: QPainter, line: QRect) -> None:
        font, color = self.theme.font("note"), self.theme.color("muted")
        painting.text(painter, line, self._hint, font, color, painting.Right)
