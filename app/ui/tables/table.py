"""LedgerTable: a list as one uses it: one row has the keyboard, any number of rows are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.ui.appearance import theme
from app.ui.tables.columns import Column, fitted, status_heading
from app.ui.tables.delegate import LedgerDelegate
from app.ui.tables.header import LedgerHeader
from app.ui.tables.model import Index, LedgerModel, RowSource
from app.ui.tables.ticking import Ticking
from app.ui.theme import Layout, Theme

_ONE = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class LedgerTable(QTableView):
    """Shows what it is given; sorting, searching and deleting are asked for, not done here.

    There is one idea of choosing: ticks. Shift and Ctrl with mouse or arrows tick too, as clerks who know
    them expect; who does not know them ticks.
    """

    opened = Signal(int)
    """Place of the row to open."""
    chosen_changed = Signal()
    """Other rows are ticked."""
    sort_requested = Signal(str)
    """Key of the column whose heading was pressed."""
    typed = Signal(str)
    """A letter was typed that belongs into the search."""
    composed = Signal(QInputMethodEvent)
    """The input method composes something that belongs into the search."""
    escaped = Signal()
    """Esc, and nothing is ticked."""

    def __init__(self, source: RowSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ledger = LedgerModel(source, self)
        self.over = -1
        self._wanted: tuple[Column, ...] = ()
        self._layout_kind = Layout.NORMAL
        self._search: QWidget | None = None
        self.ticking = Ticking(self.ledger)
        self.setModel(self.ledger)
        self.setItemDelegate(LedgerDelegate(self))
        self.headings = LedgerHeader(self)
        self.setHorizontalHeader(self.headings)
        self._set_up()
        self.ledger.ticks_changed.connect(self._ticks_changed)
        self.headings.sort_requested.connect(self.sort_requested)
        self.headings.tick_all_requested.connect(self.ticking.toggle_all)
        self.restyle()

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return theme()

    @property
    def current(self) -> int:
        """Place of the row that has the keyboard; -1 when there is none."""
        return self.currentIndex().row()

    @property
    def current_id(self) -> int | None:
        """Local id of that row."""
        return self.ledger.ids[self.current] if 0 <= self.current < len(self.ledger.ids) else None

    @property
    def marked_row(self) -> int:
        """The row to mark as having the keyboard when ticked rows look like it."""
        return self.current if self.ledger.tick_count and self.hasFocus() else -1

    @property
    def folded(self) -> tuple[Column, ...]:
        """Columns that are wanted but have no room."""
        shown = {column.key for column in self.ledger.columns}
        return tuple(column for column in self._wanted if column.key not in shown)

    def is_chosen(self, place: int) -> bool:
        """Whether a row looks chosen: ticked, or the one the keyboard is on."""
        return place == self.current or self.ledger.is_ticked(place)

    def chosen_ids(self) -> tuple[int, ...]:
        """What an action is about: the ticked rows, or else the one the keyboard is on."""
        if self.ledger.tick_count:
            return self.ledger.ticked
        return () if self.current_id is None else (self.current_id,)

    def show_list(self, kind: str, wanted: Sequence[Column], ids: Sequence[int], keep: bool = True) -> None:
        """Show a list; with `keep` the keyboard stays on its record, or at its place when that is gone."""
        local, place, top = self.current_id, self.current, self.verticalScrollBar().value()
        self._wanted = tuple(wanted)
        self.ticking.begin()
        widths = self._widths()
        self.ledger.show(kind, self._columns_in(widths), ids, status_heading(self._wanted))
        self._apply(widths)
        if not keep:
            local, place, top = None, 0, 0
        self.verticalScrollBar().setValue(top)
        found = -1 if local is None else self.ledger.place_of(local)
        self.go_to(found if found >= 0 else place)

    def go_to(self, place: int) -> None:
        """Put the keyboard on a row, the nearest there is."""
        count = len(self.ledger.ids)
        if count:
            self.setCurrentIndex(self.ledger.index(max(0, min(place, count - 1)), 0))

    def set_sorted(self, key: str, descending: bool) -> None:
        """Say where the order comes from."""
        self.headings.set_sorted(key, descending)

    def fit(self, layout: Layout) -> None:
        """Arrange for a narrow, normal or wide window."""
        self._layout_kind = layout
        self._refit()

    def restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.theme.row)
        self.verticalScrollBar().setSingleStep(self.theme.row)
        self.headings.setFixedHeight(self.theme.control)
        self._refit()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # A view switches the input method off where nothing is edited; ours hands on what is composed.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        for index in (current, previous):
            self._update_row(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        if self.current < 0:
            self.go_to(0)
        self._update_row(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_row(self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        target = self._target(key)
        if target is not None and held in (_NONE, _SHIFT):
            self._move(target, held == _SHIFT)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == _NONE:
            if self.current >= 0:
                self.opened.emit(self.current)
        elif key == Qt.Key.Key_Space and held == _NONE:
            self.ticking.toggle(self.current)
        elif key == Qt.Key.Key_A and held == _CONTROL:
            self.ledger.tick_all(True)
        elif key == Qt.Key.Key_Escape:
            if not self.ticking.clear():
                self.escaped.emit()
        elif held in (_NONE, _SHIFT) and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composed.emit(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        if self._search is not None and query == Qt.InputMethodQuery.ImCursorRectangle:
            rect = self._search.inputMethodQuery(query)
            return rect.translated(
                self.mapFromGlobal(self._search.mapToGlobal(rect.topLeft())) - rect.topLeft()
            )
        return super().inputMethodQuery(query)

    def compose_in(self, search: QWidget) -> None:
        """Where what is composed will stand, so that the input method shows its list there."""
        self._search = search

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        held, place = event.modifiers(), index.row()
        if held & _SHIFT:
            self.ticking.stretch(self.current, place)
        else:
            self.ticking.begin(place)
            if held & _CONTROL or index.column() == 0:
                self.ticking.toggle(place)
        self.setCurrentIndex(self.ledger.index(place, 0))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            if index.column() == 0:
                self.ticking.toggle(index.row())
            else:
                self.opened.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    # private

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setAccessibleName("列表")

    def _target(self, key: Qt.Key) -> int | None:
        """Where a movement key leads to."""
        page = max(1, self.viewport().height() // self.theme.row - 1)
        steps = _ONE | {Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if key in steps:
            return self.current + steps[key]
        if key == Qt.Key.Key_Home:
            return 0
        return len(self.ledger.ids) - 1 if key == Qt.Key.Key_End else None

    def _move(self, target: int, ticking: bool) -> None:
        target = max(0, min(target, len(self.ledger.ids) - 1))
        if ticking:
            self.ticking.stretch(self.current, target)
        else:
            self.ticking.begin()
        self.go_to(target)

    def _ticks_changed(self) -> None:
        self.viewport().update()
        self.headings.viewport().update()
        self.chosen_changed.emit()

    def _widths(self) -> dict[str, int]:
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        return fitted(self._wanted, room, self.theme, self._layout_kind)

    def _columns_in(self, widths: dict[str, int]) -> list[Column]:
        return [column for column in self._wanted if column.key in widths]

    def _refit(self) -> None:
        """Let columns give way or come back; only then are rows read anew."""
        if not self._wanted:
            return
        widths = self._widths()
        columns = self._columns_in(widths)
        if tuple(columns) != self.ledger.columns[1:-1]:
            self.show_list(self.ledger.kind, self._wanted, self.ledger.ids)
        else:
            self._apply(widths)

    def _apply(self, widths: dict[str, int]) -> None:
        for section, column in enumerate(self.ledger.columns):
            self.headings.resizeSection(section, widths[column.key])

    def _hover(self, place: int) -> None:
        before, self.over = self.over, place
        if before != place:
            self._update_row(before)
            self._update_row(place)

    def _update_row(self, place: int) -> None:
        if place >= 0:
            top = self.rowViewportPosition(place)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(place))
