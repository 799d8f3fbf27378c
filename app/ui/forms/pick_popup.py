"""PickPopup: the list that opens while a name is being typed; the keyboard stays in the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import theme
from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label, rule
from app.ui.widgets.themed import Themed

MOST_SEEN = 8
LIST_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: 1 - MOST_SEEN,
    Qt.Key.Key_PageDown: MOST_SEEN - 1,
}
LEAST_EMS, MOST_EMS = 12, 50


@dataclass(frozen=True, slots=True)
class PickRow:
    """One line of the list: what is taken, and what is read: name │ columns │ note at the right."""

    what: Any
    text: str
    columns: tuple[str, ...] = ()
    note: str = ""
    ticked: bool = False


class PickPopup(Themed, QFrame):
    """Lies over the window under a field, or above it when there is no room below."""

    taken = Signal(object)
    """The `what` of the row that was clicked."""
    asked = Signal()
    """The link at the foot was pressed."""

    def __init__(self, window: QWidget, *, strong: bool = False, hints: str = "", link: str = "") -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("panel", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = _Rows(self)
        self._view = QListView(self)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_Painter(strong, self._view))
        self._view.setMouseTracking(True)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._clicked)
        self._words = label("", "label")
        self._hints = label(hints, "note")
        self.link = HintButton(link, kind="link")
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.link.clicked.connect(self.asked)
        self._foot = QWidget(self)
        self._lay_out(bool(hints or link), bool(link))
        self.hide()

    @property
    def current(self) -> PickRow | None:
        """The row in hand."""
        row = self._view.currentIndex().row()
        return self._model.rows[row] if self.isVisible() and 0 <= row < len(self._model.rows) else None

    @property
    def rows(self) -> Sequence[PickRow]:
        """What is offered now."""
        return self._model.rows

    def offer(self, rows: Sequence[PickRow], under: QRect, *, empty: str = "", first: int = 0) -> None:
        """Show rows under a place given in the window's coordinates; `empty` is said when there are none.

        `first` is the row in hand to begin with, -1 for none.
        """
        self._model.put(rows)
        self._words.setText(empty)
        self._words.setVisible(not rows)
        self._view.setVisible(bool(rows))
        self._fit(under)
        self.show()
        self.raise_()
        self._view.setCurrentIndex(self._model.index(first if rows else -1))
        self._view.scrollTo(self._view.currentIndex())

    def step(self, by: int) -> None:
        """Take another row in hand: single steps go round the ends, longer ones stop there."""
        count = len(self._model.rows)
        if count:
            here = self._view.currentIndex().row()
            place = here + by if here >= 0 or by > 0 else count - 1
            place = place % count if abs(by) == 1 else max(0, min(place, count - 1))
            self._view.setCurrentIndex(self._model.index(place))
            self._view.scrollTo(self._view.currentIndex())

    def sizeHint(self) -> QSize:
        return self.size()

    def _lay_out(self, foot: bool, link: bool) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._words.setContentsMargins(12, 8, 12, 8)
        self._words.setWordWrap(True)
        column.addWidget(self._words)
        column.addWidget(self._view, 1)
        bottom = QVBoxLayout(self._foot)
        bottom.setContentsMargins(0, 0, 0, 0)
        bottom.setSpacing(0)
        bottom.addWidget(rule())
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(self._hints)
        row.addSpacing(24)
        row.addStretch(1)
        row.addWidget(self.link)
        bottom.addLayout(row)
        column.addWidget(self._foot)
        self._foot.setVisible(foot)
        self.link.setVisible(link)

    def _fit(self, under: QRect) -> None:
        theme, window = self.theme, self._window
        seen = min(len(self._model.rows), MOST_SEEN)
        self._view.setFixedHeight(seen * theme.control)
        has_foot = self._foot.isVisibleTo(self)
        wanted = max(self._foot.sizeHint().width() if has_foot else under.width(), self._widest())
        width = min(max(wanted, theme.px(LEAST_EMS)), theme.px(MOST_EMS), window.width() - 16)
        self.setFixedWidth(width)
        self._column.activate()
        words = self._words.heightForWidth(width - 2) if self._words.isVisibleTo(self) else 0
        foot = self._foot.sizeHint().height() if has_foot else 0
        height = words + foot + (seen * theme.control) + 2
        self.setFixedHeight(height)
        top = under.bottom() + 2
        if top + height > window.height() - 4 and under.top() - height > 0:
            top = under.top() - height - 1
        self.move(QPoint(max(4, min(under.left(), window.width() - width - 8)), top))

    def _widest(self) -> int:
        delegate = self._view.itemDelegate()
        return delegate.width_of(self._model.rows) if isinstance(delegate, _Painter) else 0

    def _clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self._model.rows[index.row()].what)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[PickRow] = []

    def put(self, rows: Sequence[PickRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "  ".join(part for part in (row.text, *row.columns, row.note) if part)
        return row if role == Qt.ItemDataRole.UserRole else None


class _Painter(QStyledItemDelegate):
    """Columns in line down the list: the first wide enough for all names, and so on."""

    def __init__(self, strong: bool, parent: QListView) -> None:
        super().__init__(parent)
        self._strong = strong
        self._widths: list[int] = []

    def width_of(self, rows: Sequence[PickRow]) -> int:
        """Room that all rows want; remembers the columns."""
        look = theme()
        bold, plain = look.metrics(bold=self._strong), look.metrics()
        texts = [bold.horizontalAdvance(row.text) for row in rows]
        self._widths = [max(texts, default=0)]
        for place in range(max((len(row.columns) for row in rows), default=0)):
            wanted = [plain.horizontalAdvance(row.columns[place]) for row in rows if place < len(row.columns)]
            self._widths.append(min(max(wanted, default=0), look.px(24)))
        notes = [look.metrics("note").horizontalAdvance(row.note) for row in rows]
        gaps = look.px(1.5) * (len(self._widths) + 1)
        return sum(self._widths) + max(notes, default=0) + gaps + 24

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, theme().control)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = theme(), option.rect  # type: ignore[attr-defined]
        row: PickRow = index.data(Qt.ItemDataRole.UserRole)
        state = option.state  # type: ignore[attr-defined]
        here = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(rect, look.color("select" if here else "hover" if over else "raised"))
        if here:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), look.color("accent"))
        ink = look.color("on_select" if here else "text")
        soft = look.color("on_select" if here and look.is_contrast else "text2")
        x, right = rect.left() + 12, rect.right() - 12
        if row.note:
            note = QRect(x, rect.top(), right - x, rect.height())
            right -= painting.text(painter, note, row.note, look.font("note"), soft, painting.Right) + 8
        texts = [(row.text, look.font(bold=self._strong), ink)]
        texts += [(text, look.font(), soft if place == 0 else ink) for place, text in enumerate(row.columns)]
        for place, (text, font, color) in enumerate(texts):
            last = place == len(texts) - 1
            width = right - x if last else min(self._widths[place], right - x)
            painting.text(painter, QRect(x, rect.top(), max(0, width), rect.height()), text, font, color)
            x += width + look.px(1.5)
        painter.restore()
