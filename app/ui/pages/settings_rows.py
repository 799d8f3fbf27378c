"""A plain upright list of words with a note at the right: the sections of the settings, option lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.appearance import theme
from app.ui.theme import Tone
from app.ui.widgets import painting

_ROW = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One line; a caption heads those below it and cannot be chosen, a muted one is out of use."""

    key: str
    text: str
    note: str = ""
    tone: Tone = Tone.PLAIN
    muted: bool = False
    caption: bool = False


class RowList(QListWidget):
    """One row is chosen; ↑ ↓ move, Enter asks to go on, F2 renames where that is allowed."""

    chosen = Signal(str)
    """The key of the row a person went to."""
    renamed = Signal(str, str)
    """Key and new text, after editing in place."""
    moved = Signal(int)
    """Alt+↑ (-1) or Alt+↓ (+1) on the chosen row."""
    entered = Signal()
    """Enter on the chosen row."""
    pressed_space = Signal()
    """The space bar on the chosen row."""

    def __init__(self, name: str, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self._editable = editable
        self._filling = False
        self.setAccessibleName(name)
        self.setItemDelegate(_RowDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        by = QAbstractItemView.EditTrigger
        self.setEditTriggers(by.DoubleClicked | by.EditKeyPressed if editable else by.NoEditTriggers)
        self.currentRowChanged.connect(self._went)
        self.itemChanged.connect(self._edited)

    @property
    def current_key(self) -> str:
        """The chosen row's key, "" when none is."""
        item = self.currentItem()
        return "" if item is None else row_of(item).key

    @property
    def keys(self) -> list[str]:
        """The keys in their order, captions left out."""
        rows = (row_of(self.item(place)) for place in range(self.count()))
        return [row.key for row in rows if not row.caption]

    def set_rows(self, rows: Sequence[Row], current: str = "") -> None:
        """Show other rows; the choice stays where it was, or is `current`, without a signal."""
        wanted = current or self.current_key
        self._filling = True
        self.clear()
        for row in rows:
            self.addItem(self._item(row))
        self._filling = False
        self.set_current(wanted if wanted in self.keys else next(iter(self.keys), ""))

    def set_row(self, row: Row) -> None:
        """Show one row anew."""
        for place in range(self.count()):
            known = row_of(self.item(place))
            if known.key == row.key and known != row:
                self._filling = True
                self.item(place).setData(_ROW, row)
                self._filling = False

    def set_current(self, key: str) -> None:
        """Choose by program, without a signal."""
        for place in range(self.count()):
            row = row_of(self.item(place))
            if row.key == key and not row.caption:
                self._filling = True
                self.setCurrentRow(place)
                self._filling = False

    def start_renaming(self) -> None:
        """Edit the chosen row in place."""
        item = self.currentItem()
        if item is not None and self._editable:
            self.editItem(item)

    @property
    def is_editing(self) -> bool:
        """Whether a row is being renamed right now."""
        return self.state() == QAbstractItemView.State.EditingState

    def sizeHint(self) -> QSize:
        return QSize(theme().px(11), theme().row * max(1, self.count()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(8), 2 * theme().row)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme; `update` of an item view wants an index, so Themed cannot be mixed in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and not event.modifiers() and not self.is_editing:
            self.entered.emit()
        elif key == Qt.Key.Key_Space and not event.modifiers():
            self.pressed_space.emit()
        else:
            super().keyPressEvent(event)

    def _item(self, row: Row) -> QListWidgetItem:
        item = QListWidgetItem(row.text)
        item.setData(_ROW, row)
        if row.caption:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        elif self._editable:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _went(self, place: int) -> None:
        if not self._filling and place >= 0:
            self.chosen.emit(self.current_key)

    def _edited(self, item: QListWidgetItem) -> None:
        row = row_of(item)
        if self._filling or item.text() == row.text:
            return
        self.renamed.emit(row.key, item.text())


def row_of(item: QListWidgetItem) -> Row:
    """The row an item stands for."""
    row: Row = item.data(_ROW)
    return row


class _RowDelegate(QStyledItemDelegate):
    """Paints rows as looks.md §6 has them: the bar at the left of the chosen one, no dotted cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROW)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if row.caption:
            line = rect.adjusted(theme().px(0.9), theme().px(0.25), 0, 0)
            painting.text(painter, line, row.text, theme().font("note"), theme().color("muted"))
        else:
            self._paint_row(painter, option, rect, row, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        caption = bool(index.data(_ROW).caption)
        return QSize(theme().px(6), theme().px(2.3) if caption else theme().row)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(rect)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row, text: str
    ) -> None:
        look, state = theme(), option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.color("select"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), look.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("hover"))
        if chosen and self._has_keyboard():
            painting.focus_box(painter, rect, look, radius=0)
        line = rect.adjusted(look.px(0.9), 0, -look.px(0.7), 0)
        if row.note:
            note = look.font("note", bold=row.tone is not Tone.PLAIN)
            ink = self._ink("muted" if row.tone is Tone.PLAIN else row.tone.color, chosen)
            width = painting.text(painter, line, row.note, note, ink, painting.Right)
            line.setRight(line.right() - width - look.px(0.5))
        ink = self._ink("muted" if row.muted else "text", chosen)
        painting.text(painter, line, text, look.font(bold=chosen), ink)

    def _has_keyboard(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()

    @staticmethod
    def _ink(key: str, chosen: bool) -> QColor:
        if chosen and theme().is_contrast:
            return theme().color("on_select")
        return theme().color("text2" if chosen and key == "muted" else key)
