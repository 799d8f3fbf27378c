"""The conditions of an own figure: a field, how it is compared, and with what; one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.models.figure_definition import WITHOUT_VALUE, Condition
from app.models.values import Count, DayValue, Flag, Money
from app.services.own_figures import ConditionOffer
from app.ui.forms.fields import LineField
from app.ui.pages.own_figure_lines import GrowingLines
from app.ui.widgets import painting
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.themed import mark

_TICKED = ("in", "not_in")
_FIELD_EMS, _OP_EMS = 13, 7
_FLAG = (Option("yes", "是"), Option("no", "否"))
_HINTS = {"day": "如 2026-10 或 2026-10-12", "count": "填数", "money": "填元"}


class ConditionRows(GrowingLines):
    """As many lines as there are conditions, and a link for one more; without any, everything counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("加一个条件", parent)
        self._offers: tuple[ConditionOffer, ...] = ()
        self.rows: list[ConditionRow] = []

    def set_offers(self, offers: Sequence[ConditionOffer]) -> None:
        """Offer the fields of another source; conditions on fields it does not have go."""
        self._offers = tuple(offers)
        keys = {offer.key for offer in offers}
        for row in tuple(self.rows):
            if row.field_key in keys:
                row.set_offers(self._offers)
            else:
                self._take_away(row)

    def put(self, conditions: Sequence[Condition]) -> None:
        """Show conditions by program, without a signal."""
        for row in tuple(self.rows):
            self._take_away(row)
        for condition in conditions:
            self._add().put(condition)

    def raw(self) -> list[dict[str, Any]]:
        """What stands here, for `OwnFigures`."""
        return [row.raw() for row in self.rows]

    def complain(self, places: Mapping[int, str]) -> None:
        """Tint the lines that something is wrong with."""
        for place, row in enumerate(self.rows):
            row.complain(places.get(place, ""))

    def add_by_hand(self) -> None:
        self._add().field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _add(self) -> ConditionRow:
        row = ConditionRow(self._offers)
        row.edited.connect(self.edited)
        row.removal_requested.connect(self._remove)
        self.rows.append(row)
        self.lines.addWidget(row)
        row.setVisible(True)  # at once, so that Tab finds its parts
        # After the link, then the link after it: what stands before the link may not take the keyboard.
        order = (self.more, row.field, row.op, row.ticked, row.one, row.typed, row.cross, self.more)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        return row

    def _remove(self, row: ConditionRow) -> None:
        place = self.rows.index(row)
        self._take_away(row)
        left = self.rows[min(place, len(self.rows) - 1)].field if self.rows else self.more
        left.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _take_away(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self.drop(row)


class ConditionRow(QWidget):
    """Field, comparison and value; the value's editor fits the field."""

    edited = Signal()
    removal_requested = Signal(object)

    def __init__(self, offers: Sequence[ConditionOffer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = tuple(offers)
        self.field, self.op = _Wide(_FIELD_EMS), _Wide(_OP_EMS)
        self.ticked, self.one, self.typed = Ticked(), ComboBox(), LineField()
        self.values = QStackedWidget()
        self.values.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for editor in (self.ticked, self.one, self.typed, QWidget()):
            self.values.addWidget(editor)
        self.cross = IconButton("close", "去掉这个条件")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field)
        row.addWidget(self.op)
        row.addWidget(self.values, 1)
        row.addWidget(self.cross)
        for editor, name in ((self.field, "字段"), (self.op, "怎么比"), (self.one, "值"), (self.typed, "值")):
            editor.setAccessibleName(f"条件的{name}")
        self._fill_fields()
        self.field.activated.connect(self._field_chosen)
        self.op.activated.connect(self._op_chosen)
        self.one.activated.connect(self._value_changed)
        self.typed.textEdited.connect(self._value_changed)
        self.typed.stepped.connect(self._step)
        self.ticked.changed.connect(self._value_changed)
        self.cross.clicked.connect(self._ask_for_removal)

    @property
    def field_key(self) -> str:
        """The field that decides, "" before one is chosen."""
        return str(self.field.currentData() or "")

    @property
    def op_key(self) -> str:
        return str(self.op.currentData() or "")

    def set_offers(self, offers: Sequence[ConditionOffer]) -> None:
        """Offer other fields; the one chosen stays, with what it is compared with."""
        kept = self.raw()
        self._offers = tuple(offers)
        self._fill_fields()
        self._put(kept["field"], kept["op"], [str(value) for value in kept["value"]])

    def put(self, condition: Condition) -> None:
        """Show a condition by program, without a signal."""
        self._put(condition.field, condition.op, condition.values)

    def raw(self) -> dict[str, Any]:
        return {"field": self.field_key, "op": self.op_key, "value": self._value()}

    def complain(self, text: str) -> None:
        for editor in (self.field, self.op, self.one, self.typed):
            mark(editor, state="invalid" if text else None)
        self.setToolTip(text)

    def _value(self) -> list[str]:
        editor = self.values.currentWidget()
        if editor is self.ticked:
            return list(self.ticked.chosen)
        if editor is self.one:
            return [str(self.one.currentData() or "")]
        return [self.typed.text().strip()] if editor is self.typed else []

    def _fill_fields(self) -> None:
        self.field.clear()
        self.field.addItem("请选字段", "")
        for offer in self._offers:
            self.field.addItem(offer.label, offer.key)

    def _put(self, field: str, op: str, values: Sequence[str]) -> None:
        self.field.setCurrentIndex(max(0, self.field.findData(field)))
        self._fill_ops()
        self.op.setCurrentIndex(max(0, self.op.findData(op)))
        self._fit_editor()
        self.ticked.set_chosen(values)
        self.one.setCurrentIndex(max(0, self.one.findData(values[0] if values else "")))
        self.typed.setText(values[0] if values else "")

    def _offer(self) -> ConditionOffer | None:
        return next((offer for offer in self._offers if offer.key == self.field_key), None)

    def _fill_ops(self) -> None:
        self.op.clear()
        offer = self._offer()
        for op, word in offer.ops if offer else ():
            self.op.addItem(word, op)
        self.op.setEnabled(offer is not None)

    def _fit_editor(self) -> None:
        """The editor that goes with the field and the comparison."""
        offer, op = self._offer(), self.op_key
        if offer is None or op in WITHOUT_VALUE:
            self.values.setCurrentIndex(self.values.count() - 1)
            return
        choices = [Option(each.key, each.label) for each in offer.choices or ()]
        if offer.choices is not None and op in _TICKED:
            self.ticked.set_options(choices)
            self.values.setCurrentWidget(self.ticked)
        elif offer.choices is not None or isinstance(offer.field.value, Flag):
            self.one.clear()
            for each in choices or _FLAG:
                self.one.addItem(each.text, each.key)
            self.values.setCurrentWidget(self.one)
        else:
            self.typed.setPlaceholderText(_HINTS.get(offer.field.value.name, "填字"))
            numeric = isinstance(offer.field.value, Count | Money | DayValue)
            self.typed.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not numeric)
            self.values.setCurrentWidget(self.typed)

    def _field_chosen(self) -> None:
        self._put(self.field_key, "", ())
        self.edited.emit()

    def _op_chosen(self) -> None:
        kept = self._value()
        self._fit_editor()
        if self.values.currentWidget() is self.ticked:
            self.ticked.set_chosen(kept)
        self.edited.emit()

    def _value_changed(self, *_: object) -> None:
        self.edited.emit()

    def _step(self, step: int) -> None:
        self.focusNextPrevChild(step > 0)

    def _ask_for_removal(self) -> None:
        self.removal_requested.emit(self)


class Ticked(FilterButton):
    """Several of a list, named one after the other; opens with Alt+↓ or Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("请选", (), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        texts = {option.key: option.text for option in self._options}
        return " 或 ".join(texts[key] for key in self._chosen) if self._chosen else self.text()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(8), self.theme.control)

    def _paint_ground(self, painter: QPainter) -> str:
        """As an input, not as a filter that is on."""
        line = "focus" if self.hasFocus() else "border"
        width = 2 if self.hasFocus() else 1
        painting.box(painter, self.rect(), self.theme.color("surface"), self.theme.color(line), width=width)
        return "text" if self._chosen else "muted"


class _Wide(ComboBox):
    """A drop-down of a fixed width, so that the lines stand in columns."""

    def __init__(self, ems: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ems = ems
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(self._ems), self.theme.control)
