"""Who is in office, each with a tick for staying through a 换届."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.services.terms import Serving
from app.ui.appearance import theme
from app.ui.widgets import painting

_HEADINGS = ("姓名", "界别", "政协职务", "单位及职务")
_WIDTHS = (9, 11, 9)
_SERVING = Qt.ItemDataRole.UserRole
_PAD = 8
Index = QModelIndex | QPersistentModelIndex


class StayList(QTreeWidget):
    """A tick a row: Space and a click turn it, letters search."""

    ticked = Signal()
    typed = Signal(str)
    """A letter that is to search the list."""

    def __init__(self, people: list[Serving]) -> None:
        super().__init__()
        self.setAccessibleName("在任委员，勾上的续任")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setItemDelegate(_StayDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHeaderLabels(_HEADINGS)
        self._set_columns()
        for person in people:
            item = QTreeWidgetItem([person.name, person.sector, person.posts, person.employer])
            item.setData(0, _SERVING, person)
            item.setCheckState(0, Qt.CheckState.Checked)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(3, person.employer)
            self.addTopLevelItem(item)
        self.itemClicked.connect(self._turn)
        self._go_first()

    @property
    def staying(self) -> list[str]:
        """The uuids of the offices that are carried over."""
        return [item.data(0, _SERVING).uuid for item in self._items() if _is_ticked(item)]

    def tick_all(self, staying: bool) -> None:
        """Tick or untick everybody in sight."""
        for item in self._items():
            if not item.isHidden():
                _tick(item, staying)
        self.ticked.emit()

    def narrow(self, text: str) -> None:
        """Show only whom `text` finds, by name, initials, sector or employer."""
        wanted = text.strip().casefold()
        for item in self._items():
            item.setHidden(not _found(item.data(0, _SERVING), wanted))
        self._go_first()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(58), theme().control + 10 * theme().row)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().control + 4 * theme().row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and item is not None:
            self._turn(item)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    def _set_columns(self) -> None:
        header = self.header()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, ems in enumerate(_WIDTHS):
            header.resizeSection(column, theme().px(ems))

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _go_first(self) -> None:
        first = next((item for item in self._items() if not item.isHidden()), None)
        if first is not None:
            self.setCurrentItem(first)

    def _turn(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        _tick(item, not _is_ticked(item))
        self.ticked.emit()


class _StayDelegate(QStyledItemDelegate):
    """Cells as looks.md §6 has them; the tick stands before the name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(4), theme().row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, state = theme(), QRect(option.rect), option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "select" if chosen else "surface"
        painter.fillRect(rect, look.color(ground))
        if index.column() == 0:
            if chosen:
                painter.fillRect(rect.left(), rect.top(), 3, rect.height(), look.color("accent"))
            rect.setLeft(self._paint_tick(painter, rect, index) + look.px(0.3))
        line = rect.adjusted(_PAD, 0, -4, 0)
        ink = look.color("on_select" if chosen and look.is_contrast else "text")
        font = look.font(bold=index.column() == 0)
        painting.text(painter, line, str(index.data() or ""), font, ink)
        self._paint_foot(painter, QRect(option.rect), chosen)  # type: ignore[attr-defined]
        painter.restore()

    def _paint_tick(self, painter: QPainter, rect: QRect, index: Index) -> int:
        """The box and its tick; answers where it ends."""
        look, edge = theme(), theme().check
        box = QRect(rect.left() + _PAD, rect.top() + (rect.height() - edge) // 2, edge, edge)
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        fill = look.color("accent" if ticked else "surface")
        painting.box(painter, box, fill, look.color("accent" if ticked else "border"))
        if ticked:
            painting.icon_centred(painter, box, "tick", look.color("on_accent"), edge - 2)
        return box.right()

    def _paint_foot(self, painter: QPainter, rect: QRect, chosen: bool) -> None:
        """The hairline below the row, or the ring's edge when the list has the keyboard."""
        view = self.parent()
        keyboard = chosen and isinstance(view, QWidget) and view.hasFocus()
        color: QColor = theme().color("focus" if keyboard else "line")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color)
        if keyboard:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, color)


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked


def _tick(item: QTreeWidgetItem, ticked: bool) -> None:
    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def _found(person: Serving, wanted: str) -> bool:
    if not wanted or any(way.startswith(wanted) for way in person.ways):
        return True
    return any(wanted in text.casefold() for text in (person.name, person.sector, person.employer))
