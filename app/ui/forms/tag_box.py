"""TagBox: a field that holds tags and, after them, a line to type the next one into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.forms.fields import ENTER, LineField
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

GAP = 6


@dataclass(frozen=True, slots=True)
class Tag:
    """One thing in the box: its name, a muted word after it and, when not as usual, a coloured one."""

    key: Any
    text: str
    note: str = ""
    warning: str = ""


class _TagLine(LineField):
    """Backspace and ← in front of the text mean the tags; arrows and Esc are for the list."""

    backed = Signal(int)
    """Backspace (1) or ← (0) with nothing before the caret."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box, key = self.parent(), event.key()
        if isinstance(box, TagBox) and box.steer(event):
            return
        empty = self.cursorPosition() == 0 and not self.hasSelectedText()
        if empty and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and not event.modifiers():
            self.backed.emit(1 if key == Qt.Key.Key_Backspace else 0)
        else:
            super().keyPressEvent(event)


class TagBox(Themed, QWidget):
    """Wraps over as many lines as it needs; one tag may be held by the keyboard."""

    removed = Signal(int)
    """Take the tag at this place away."""
    menu_requested = Signal(int)
    """The tag at this place was pressed, or Enter was hit on it."""
    grown = Signal()
    pressed = Signal()
    """The box was pressed beside its tags."""

    def __init__(self, *, drop: bool = False, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[Tag, ...] = ()
        self._drop = drop
        self._held = -1
        self._over = (-1, False)
        self._state, self._altered, self._bare, self._read_only = "", False, bare, False
        self.line = _TagLine(self, bare=True)
        self.line.backed.connect(self._backed)
        self.line.entered.connect(self._entered)
        self.line.left.connect(self._left)
        self.setFocusProxy(self.line)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def tags(self) -> tuple[Tag, ...]:
        """What is in the box."""
        return self._tags

    @property
    def held(self) -> int:
        """The tag that the keyboard holds, -1 when it is in the line."""
        return self._held

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show other tags."""
        self._tags = tuple(tags)
        self._held = min(self._held, len(tags) - 1)
        self._fit()
        self.update()

    def hold(self, place: int) -> None:
        """Let the keyboard hold a tag; -1 gives it back to the line."""
        self._held = place
        self.update()

    def set_marks(self, state: str, altered: bool) -> None:
        """Tint for a problem, bar for an unsaved change."""
        self._state, self._altered = state, altered
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """No crosses, no line."""
        self._read_only = read_only
        self.line.setReadOnly(read_only)
        self.update()

    def tag_rect(self, place: int) -> QRect:
        """Where a tag stands."""
        return self._places()[0][place]

    def steer(self, event: QKeyEvent) -> bool:
        """Let a key act on the held tag; False when none is held or the key is not for it."""
        if self._held < 0:
            return False
        key, place = event.key(), self._held
        if key == Qt.Key.Key_Left:
            self.hold(max(0, place - 1))
        elif key == Qt.Key.Key_Right:
            self.hold(place + 1 if place + 1 < len(self._tags) else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.hold(place - 1 if key == Qt.Key.Key_Backspace or place == len(self._tags) - 1 else place)
            self.removed.emit(place)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Menu, *ENTER):
            self.menu_requested.emit(place)
        elif key == Qt.Key.Key_Escape:
            self.hold(-1)
        else:
            self.hold(-1)
            return False
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(20), self.height())

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover((-1, False))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, cross = self._at(event.position().toPoint())
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        if place >= 0 and not self._read_only:
            (self.removed if cross else self.menu_requested).emit(place)
        elif not self._read_only:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        if not self._bare:
            fill, line = self._ground()
            focused = self._focused()
            outline = theme.color("focus" if focused else line)
            width = 2 if focused else 1
            painting.box(painter, self.rect(), theme.color(fill), outline, radius=3, width=width)
            if self._altered:
                painter.fillRect(0, 1, 3, self.height() - 2, theme.color("accent"))
        if self._drop and not self._read_only:
            arrow = QRect(self.width() - theme.px(1.9) - 2, 0, theme.px(1.9), theme.control)
            painting.icon_centred(painter, arrow, "drop", theme.color("text2"), theme.icon)
        for place, (tag, rect) in enumerate(zip(self._tags, self._places()[0], strict=True)):
            self._paint_tag(painter, tag, rect, place)
        painter.end()

    def _paint_tag(self, painter: Any, tag: Tag, rect: QRect, place: int) -> None:
        theme = self.theme
        held = place == self._held and self._focused()
        edge = "focus" if held else "warn_line" if tag.warning else "soft2"
        fill = "warn_bg" if tag.warning else "soft"
        width = 2 if held else 1
        painting.box(painter, rect, theme.color(fill), theme.color(edge), radius=3, width=width)
        x = rect.left() + theme.px(0.55)
        right = rect.right() - (0 if self._read_only else theme.px(1.3))
        for text, ink in ((tag.text, "text"), (tag.note, "text2"), (tag.warning, "warn")):
            if text:
                room = QRect(x, rect.top(), max(0, right - x), rect.height())
                role = "body" if ink == "text" else "note"
                x += painting.text(painter, room, text, theme.font(role), theme.color(ink)) + theme.px(0.35)
        if not self._read_only:
            cross = theme.color("text" if self._over == (place, True) else "text2")
            painting.icon_centred(painter, self._cross(rect), "close", cross, theme.px(0.85))

    def _ground(self) -> tuple[str, str]:
        if self._read_only:
            return "sunken", "line"
        hover = "text2" if self.underMouse() else "border"
        tints = {"invalid": ("error_bg", "error_line"), "doubtful": ("warn_bg", "warn_line")}
        return tints.get(self._state, ("surface", hover))

    def _focused(self) -> bool:
        return self.line.hasFocus()

    def _tag_height(self) -> int:
        return self.theme.control - 8

    def _tag_width(self, tag: Tag) -> int:
        theme = self.theme
        width = theme.px(0.55) + theme.metrics().horizontalAdvance(tag.text)
        for text in (tag.note, tag.warning):
            if text:
                width += theme.px(0.35) + theme.metrics("note").horizontalAdvance(text)
        return width + theme.px(0.55 if self._read_only else 1.45)

    def _cross(self, rect: QRect) -> QRect:
        width = self.theme.px(1.3)
        return QRect(rect.right() - width, rect.top(), width, rect.height())

    def _places(self) -> tuple[list[QRect], QRect]:
        """Where the tags and the line stand."""
        height, left = self._tag_height(), (8 if self._tags else 9)
        x, y, right = left, 4, self.width() - (self.theme.px(2) if self._drop else 6)
        found = []
        for tag in self._tags:
            width = min(self._tag_width(tag), right - left)
            if x + width > right and x > left:
                x, y = left, y + height + 4
            found.append(QRect(x, y, width, height))
            x += width + GAP
        if right - x < self.theme.px(5) and x > left:
            x, y = left, y + height + 4
        return found, QRect(x, y, right - x, height)

    def _fit(self) -> None:
        line = self._places()[1]
        height = line.bottom() + 5
        inner = self.line.sizeHint().height()
        self.line.setGeometry(line.x(), line.center().y() - inner // 2 + 1, line.width(), inner)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()
            self.grown.emit()

    def _at(self, point: QPoint) -> tuple[int, bool]:
        for place, rect in enumerate(self._places()[0]):
            if rect.contains(point):
                return place, not self._read_only and self._cross(rect).contains(point)
        return -1, False

    def _hover(self, over: tuple[int, bool]) -> None:
        if over != self._over:
            self._over = over
            shape = Qt.CursorShape.PointingHandCursor if over[0] >= 0 else Qt.CursorShape.IBeamCursor
            self.setCursor(shape)
            self.update()

    def _backed(self, remove: int) -> None:
        if not self._tags or self._read_only:
            return
        if remove:
            self.removed.emit(len(self._tags) - 1)
        else:
            self.hold(len(self._tags) - 1)

    def _entered(self) -> None:
        self.update()

    def _left(self) -> None:
        self._held = -1
        self.update()
