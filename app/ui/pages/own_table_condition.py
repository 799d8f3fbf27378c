"""Conditions of an ad-hoc table: each a button with its sentence, set in a small panel of three choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import Unfit
from app.services.own_table import Condition
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed, mark

KEYS, TEXT, NOTHING = "keys", "text", "nothing"
_KEY = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS, _WIDTH_EMS = 8, 21


@dataclass(frozen=True)
class Way:
    """One way to compare a field: its word, and what stands after it.

    takes: KEYS to tick, one of them only when `single`; TEXT read by `read` (raises Unfit); NOTHING.
    """

    op: str
    word: str
    takes: str = KEYS
    single: bool = False
    read: Callable[[str], Any] = str
    hint: str = ""


@dataclass(frozen=True)
class Subject:
    """One field that can be compared; `options` gives what can be ticked when it is needed."""

    key: str
    label: str
    ways: tuple[Way, ...]
    options: Callable[[], Sequence[Option]] = tuple


class ConditionButton(FilterButton):
    """A condition that is on: pressed it is changed, its cross or Del takes it away."""

    edit_requested = Signal()
    removed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, (Option("on", words),), parent)
        self.set_chosen(("on",))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        return self.text()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(8), self.theme.control)

    def open_list(self, below: QWidget | None = None) -> None:
        self.edit_requested.emit()

    def clear(self) -> None:
        self.removed.emit()


class ConditionPopup(Themed, QFrame):
    """Field, comparison, value; Enter takes it over, Esc leaves things as they were."""

    taken = Signal(object)
    """The Condition that was set."""

    def __init__(self, subjects: Sequence[Subject], condition: Condition | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "popup")
        self._subjects = tuple(subjects)
        self._build()
        for subject in subjects:
            self.fields.addItem(subject.label, subject.key)
        self.fields.setCurrentIndex(max(0, self.fields.findData(condition.field) if condition else 0))
        self._show_ways()
        if condition is not None:
            self.ways.setCurrentIndex(max(0, self.ways.findData(condition.op)))
            self._show_value()
            self._fill(condition.value)

    @property
    def subject(self) -> Subject:
        return self._subjects[max(0, self.fields.currentIndex())]

    @property
    def way(self) -> Way:
        return self.subject.ways[max(0, self.ways.currentIndex())]

    def open_below(self, widget: QWidget) -> None:
        """Show under a widget, or above it when there is no room below."""
        self.setFixedWidth(self.theme.px(_WIDTH_EMS))
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), screen.bottom() - self.height()))
        self.move(place)
        self.show()
        self.fields.setFocus()

    def take(self) -> None:
        """Take over what is set, if it can be read."""
        way = self.way
        try:
            value = self._value(way)
        except Unfit as unfit:
            mark(self.line, state="invalid")
            self._said.setText(f"{unfit}。")
            self._said.show()
            return
        if value == ():
            self._said.setText("请至少选一个。")
            self._said.show()
            return
        self.taken.emit(Condition(self.subject.key, way.op, value))
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self.take()
                return True
            if watched is self.keys and event.key() == Qt.Key.Key_Space:
                self._toggle(self.keys.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.fields, self.ways = ComboBox(), ComboBox()
        self.fields.setAccessibleName("哪一项")
        self.ways.setAccessibleName("怎么比")
        self.line, self.keys = QLineEdit(), QListWidget()
        self.line.setAccessibleName("填什么")
        self.keys.setAccessibleName("选哪些")
        self.values = QStackedWidget()
        for part in (self.keys, self.line, QWidget()):
            self.values.addWidget(part)
        self._said = label("", "note", wrap=True)
        mark(self._said, tone="error")
        self._said.hide()
        self.button = HintButton("用这个条件", hint="回车")
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.fields, 3)
        top.addWidget(self.ways, 2)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.values)
        column.addWidget(self._said)
        column.addLayout(foot)
        self.fields.currentIndexChanged.connect(self._show_ways)
        self.ways.currentIndexChanged.connect(self._show_value)
        self.keys.itemClicked.connect(self._toggle)
        self.button.clicked.connect(self.take)
        for part in (self.line, self.keys):
            part.installEventFilter(self)

    def _show_ways(self, *_: object) -> None:
        self.ways.blockSignals(True)
        self.ways.clear()
        for way in self.subject.ways:
            self.ways.addItem(way.word, way.op)
        self.ways.blockSignals(False)
        self._offer()
        self._show_value()

    def _show_value(self, *_: object) -> None:
        way = self.way
        self._said.hide()
        mark(self.line, state=None)
        self.line.setPlaceholderText(way.hint)
        self.values.setCurrentIndex((KEYS, TEXT, NOTHING).index(way.takes))
        rows = min(_ROWS, max(2, self.keys.count())) if way.takes == KEYS else 0
        edge = self.theme.control if way.takes == TEXT else 0
        self.values.setFixedHeight(rows * self.theme.row + 2 if rows else edge)
        self.adjustSize()

    def _offer(self) -> None:
        self.keys.clear()
        for option in self.subject.options():
            item = QListWidgetItem(option.text, self.keys)
            item.setData(_KEY, option.key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
        if self.keys.count():
            self.keys.setCurrentRow(0)

    def _fill(self, value: Any) -> None:
        if isinstance(value, tuple):
            for item in self._items():
                ticked = item.data(_KEY) in value
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        elif isinstance(value, bool):
            self._fill(("1" if value else "0",))
        elif value is not None:
            self.line.setText(str(value))

    def _value(self, way: Way) -> Any:
        if way.takes == NOTHING:
            return None
        if way.takes == TEXT:
            return way.read(self.line.text())
        ticked = Qt.CheckState.Checked
        keys = tuple(str(item.data(_KEY)) for item in self._items() if item.checkState() == ticked)
        return way.read(keys[0]) if keys and way.read is not str else keys

    def _items(self) -> list[QListWidgetItem]:
        return [self.keys.item(row) for row in range(self.keys.count())]

    def _toggle(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        on = item.checkState() != Qt.CheckState.Checked
        if self.way.single:
            for other in self._items():
                other.setCheckState(Qt.CheckState.Unchecked)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
