"""TwoLineList: things down the left of a page, a name and a note each, a state at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.status_word import Status, paint_status, status_width
from app.ui.widgets.themed import Themed

_ROLE = Qt.ItemDataRole.UserRole
_PAD, _LINES_PAD, _MOST_WHOLE = 12, 14, 5


@dataclass(frozen=True)
class Two:
    """One thing: what tells it apart, its two lines, an icon before and a state behind them."""

    key: str
    name: str
    note: str
    icon: str = ""
    status: Status | None = None
    tone: Tone = Tone.PLAIN
    tip: str = ""


class TwoLineList(Themed, QListWidget):
    """Choose with mouse or arrows; `whole` is as high as its lines, a few at most."""

    chosen = Signal(str)
    """The key of the thing to show; also when the one in sight is pressed again."""
    escaped = Signal()

    def __init__(self, name: str, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self.setAccessibleName(name)
        self.setProperty("bare", "true")
        self.setItemDelegate(_Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)

    @property
    def key(self) -> str:
        """What is chosen, "" when nothing is."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_ROLE).key)

    @property
    def things(self) -> tuple[Two, ...]:
        """All of them in order."""
        return tuple(self.item(row).data(_ROLE) for row in range(self.count()))

    def set_things(self, things: Sequence[Two], key: str = "") -> None:
        """Show these, silently; `key`, or what was chosen before, or the first is chosen."""
        wanted = key or self.key
        self.blockSignals(True)
        self.clear()
        for thing in things:
            item = QListWidgetItem(thing.name)
            item.setData(_ROLE, thing)
            item.setToolTip(thing.tip or thing.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{thing.name} {thing.note}")
            self.addItem(item)
        keys = [thing.key for thing in things]
        if things:
            self.setCurrentRow(keys.index(wanted) if wanted in keys else 0)
        self.blockSignals(False)
        self.updateGeometry()

    def line_height(self) -> int:
        """Pixels of one thing."""
        return self.theme.metrics().height() + self.theme.metrics("note").height() + _LINES_PAD

    def sizeHint(self) -> QSize:
        lines = max(1, min(self.count(), _MOST_WHOLE)) if self._whole else 6
        return QSize(18 * self.theme.em, lines * self.line_height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * self.theme.em, (1 if self._whole else 2) * self.line_height())

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.key
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and item.data(_ROLE).key == before:
            self.chosen.emit(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            self.chosen.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ROLE).key)


class _Lines(QStyledItemDelegate):
    def __init__(self, owner: TwoLineList) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, self._owner.line_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, thing = self._owner.theme, index.data(_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, theme.color("select"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        if chosen and self._owner.hasFocus():
            painting.focus_box(painter, rect.adjusted(1, 1, -1, -1), theme)
        self._write(painter, rect, thing, chosen)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, thing: Two, chosen: bool) -> None:
        theme = self._owner.theme
        plain = chosen and theme.is_contrast
        ink = theme.color("on_select" if chosen else "text")
        second = theme.color("on_select" if plain else "text2")
        body, small = theme.metrics(), theme.metrics("note")
        left = rect.left() + _PAD + (theme.icon + 8 if thing.icon else 0)
        top = QRect(left, rect.top() + _LINES_PAD // 2 - 1, rect.right() - _PAD - left, body.height())
        if thing.icon:
            painting.icon(painter, top, thing.icon, second, rect.left() + _PAD, theme.icon, body)
        words = QRect(top)
        if thing.status is not None:
            width = status_width(thing.status, theme)
            place = QRect(top.right() + 1 - width, top.top(), width, top.height())
            paint_status(painter, place, thing.status, theme, selected=chosen)
            words.setRight(place.left() - 8)
        painting.text(painter, words, thing.name, theme.font(bold=chosen), ink)
        below = QRect(left, top.bottom() + 3, rect.right() - _PAD - left, small.height())
        note = second if plain or thing.tone is Tone.PLAIN else theme.tone(thing.tone)
        if thing.tone is not Tone.PLAIN:
            size = theme.px(0.95)
            painting.icon(painter, below, thing.tone.icon, note, below.left(), size, small)
            below.setLeft(below.left() + size + 4)
        painting.text(painter, below, thing.note, theme.font("note"), note)
