"""A button that says its key: icon, words and a lighter hint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.palette import blend
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

KINDS = ("quiet", "primary", "danger", "link")


class HintButton(Themed, QAbstractButton):
    """Press to act; `kind` is quiet, primary (one per page), danger or link."""

    def __init__(
        self, text: str, *, icon: str = "", hint: str = "", kind: str = "quiet", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        assert kind in KINDS, kind
        self._icon, self._hint, self._kind = icon, hint, kind
        self._hint_shown = True
        self._busy = self._reason = self._tip = ""
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._explain()

    @property
    def hint(self) -> str:
        """The key that does the same."""
        return self._hint

    def set_hint_shown(self, shown: bool) -> None:
        """Show the key beside the words; it stays in the tooltip. First to go when room is short."""
        if shown != self._hint_shown:
            self._hint_shown = shown
            self._resized()

    def set_label(self, text: str, *, icon: str | None = None, hint: str | None = None) -> None:
        """Change what the button says, for a button whose next thing to do changes."""
        self._icon = self._icon if icon is None else icon
        self._hint = self._hint if hint is None else hint
        self.setText(text)
        self._explain()
        self._resized()

    def set_kind(self, kind: str) -> None:
        """Become primary, quiet, danger or link."""
        assert kind in KINDS, kind
        self._kind = kind
        self._resized()

    def set_tip(self, text: str) -> None:
        """A tooltip beyond the button's own words."""
        self._tip = text
        self._explain()

    def set_reason(self, reason: str) -> None:
        """Disable the button and say why in tooltip and status line; "" enables it again."""
        self._reason = reason
        self.setEnabled(not reason and not self._busy)
        self._explain()

    def set_busy(self, text: str) -> None:
        """Show progress words instead of the button's own while it cannot be pressed; "" ends it."""
        self._busy = text
        self.setEnabled(not text and not self._reason)
        self._resized()

    def hint_width(self) -> int:
        """Room that showing the key takes."""
        return (
            self.theme.px(0.65) + self.theme.metrics("note").horizontalAdvance(self._hint)
            if self._hint
            else 0
        )

    def full_width(self) -> int:
        """Width when the key is shown, whether it is or not."""
        return self.sizeHint().width() + (0 if self._hint_shown or self._busy else self.hint_width())

    def sizeHint(self) -> QSize:
        width = self._content_width() + 2 * self._padding()
        least = 0 if self._kind == "link" else self.theme.px(4.3)
        return QSize(max(width, least), self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, whatever desktop the clerk has."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        self._paint_words(painter, self._paint_ground(painter))
        painter.end()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def _metrics(self) -> QFontMetrics:
        return self.theme.metrics(bold=self._kind == "primary")

    def _padding(self) -> int:
        return 4 if self._kind == "link" else self.theme.px(1.1)

    def _words(self) -> tuple[str, str]:
        """What is said now, and the key hint beside it."""
        hidden = self._busy or not self._hint_shown
        return self._busy or self.text(), "" if hidden else self._hint

    def _content_width(self) -> int:
        theme, (words, hint) = self.theme, self._words()
        width = self._metrics().horizontalAdvance(words)
        if self._icon:
            width += theme.icon + theme.px(0.45)
        return width + (self.hint_width() if hint else 0)

    def _paint_ground(self, painter: QPainter) -> QColor:
        """Paint what the words stand on; answers their colour."""
        theme, rect = self.theme, self.rect()
        if self._kind == "link":
            if self.hasFocus():
                painting.focus_box(painter, rect, theme)
            over = "accent_hover" if self.underMouse() else "accent"
            return theme.color(over if self.isEnabled() else "disabled")
        if not self.isEnabled():
            fill, outline = ("window", "line") if self._kind == "quiet" else ("head", "border_soft")
            dashed = theme.is_contrast and self._kind == "quiet"
            line = theme.color("disabled" if dashed else outline)
            painting.box(painter, rect, theme.color(fill), line, dashed=dashed)
            return theme.color("disabled")
        if self._kind == "primary":
            fill = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
            outline = "text" if self.hasFocus() else fill
        else:
            fill = "soft" if self.isDown() else "hover" if self.underMouse() else "surface"
            outline = self._quiet_outline()
        width = 2 if self.hasFocus() else 1
        painting.box(painter, rect, theme.color(fill), theme.color(outline), width=width)
        return theme.color({"primary": "on_accent", "danger": "error"}.get(self._kind, "text"))

    def _quiet_outline(self) -> str:
        if self._kind == "danger":
            return "error_line"
        return "focus" if self.hasFocus() else "border" if self.underMouse() else "border_soft"

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        theme, rect, (words, hint) = self.theme, self.rect(), self._words()
        x = (self.width() - self._content_width()) // 2
        if self._icon:
            own = self._kind == "quiet" and self.isEnabled()
            color = theme.color("text2") if own else ink
            painting.icon(painter, rect, self._icon, color, x, theme.icon, self._metrics())
            x += theme.icon + theme.px(0.45)
        room = QRect(x, 0, max(0, self.width() - x), self.height())
        x += painting.text(painter, room, words, theme.font(bold=self._kind == "primary"), ink)
        if hint:
            room = QRect(x + theme.px(0.65), 0, max(0, self.width() - x), self.height())
            painting.text(painter, room, hint, theme.font("note"), self._hint_ink(ink))

    def _hint_ink(self, ink: QColor) -> QColor:
        colors = self.theme.colors
        if not self.isEnabled() or self._kind in ("danger", "link"):
            return ink
        if self._kind == "primary":
            return QColor(blend(colors.on_accent, colors.accent, 0.8))
        return self.theme.color("muted")

    def _explain(self) -> None:
        said = self._tip or (self.text() if self._hint else "")
        self.setToolTip(self._reason or f"{said}  {self._hint}".strip())
        self.setStatusTip(self._reason)
        self.setAccessibleName(self.text())
