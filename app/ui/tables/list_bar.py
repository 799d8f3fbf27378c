"""ListBar: everything that decides what a list shows: period, words, filters, columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

from app.models import Record
from app.models.fields import Field, fields_of
from app.models.periods import Calendar, Period
from app.services.aggregates import DRAFT, REGISTERED
from app.services.list_columns import columns_of, filters_of
from app.services.list_query import Query
from app.services.list_tables import PLANNED, STATUS, UNFILLED
from app.services.listing import Listing
from app.ui.tables.period_choice import PeriodChoice
from app.ui.theme import Layout
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.search_box import SearchBox

SEARCH_EMS = 13.0
_STATES = (Option(DRAFT, "没填完"), Option(REGISTERED, "已登记"))
_PLANNED = Option(PLANNED, "计划")
_NOT_FILLED = Option(UNFILLED, "未填")


class ListBar(FoldingBar):
    """One kind's bar; says `changed` when another list is wanted."""

    changed = Signal()
    columns_requested = Signal()
    left = Signal()
    """The hands want to go to the list."""
    refused = Signal(str)

    def __init__(
        self,
        model: type[Record],
        listing: Listing,
        calendar: Calendar,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._listing = model, listing
        self.among: tuple[str, ...] | None = None
        self.period: PeriodChoice | None = None
        if model.kind.day:
            self.period = PeriodChoice(calendar, today, self)
            self.period.changed.connect(self.changed)
            self.period.refused.connect(self.refused)
            self.add(self.period.chips)
            self.add_gap(4)
            self.add(self.period.field)
            self.add_gap(4)
        self.search = SearchBox(_placeholder(model))
        self.search.searched.connect(self._searched)
        self.search.left.connect(self.left)
        self.add(self.search, stretch=1, least_ems=SEARCH_EMS)
        self._specs = {spec.key: spec for spec in filters_of(model)}
        self.filters = self._made_filters()
        self.add_overflow(self.filter_button)
        self.add_gap(10)
        self.columns_button = HintButton("显示列", icon="columns")
        self.columns_button.clicked.connect(self.columns_requested)
        self.add(self.columns_button, fold=40)
        self.add_overflow(self.more_button)

    def query(self, order: tuple[str, bool]) -> Query:
        """What the bar asks for."""
        filters = {key: button.chosen for key, button in self.filters.items() if button.chosen}
        period = self.period.period if self.period else None
        return Query(self._model.key, period, self.search.text().strip(), filters, False, order, self.among)

    def set_query(
        self,
        *,
        period: Period | None = None,
        search: str = "",
        filters: Mapping[str, Sequence[str]] | None = None,
        among: tuple[str, ...] | None = None,
    ) -> None:
        """Ask for something else by program, without a signal."""
        if self.period is not None:
            self.period.set_period(period)
        self.search.set_text(search)
        for key, button in self.filters.items():  # a township before its villages, which it narrows
            if key in self._specs:
                button.set_options(self._options(self._specs[key]))
            button.set_chosen((filters or {}).get(key, ()))
        self.among = among

    def clear(self) -> None:
        """Take words and filters away; the period stays."""
        period = self.period.period if self.period else None
        self.set_query(period=period)

    def fit(self, layout: Layout) -> None:
        """Arrange for a narrow, normal or wide window."""
        if self.period is not None:
            self.period.set_short(layout is Layout.NARROW)

    def described(self) -> str:
        """The words and filters that are on, for a sentence: 东关街道、院坝协商."""
        on = (button.shown.partition("：")[2] for button in self.filters.values() if button.chosen)
        return "、".join(part for part in (self.search.text().strip(), *on) if part)

    def renew(self, calendar: Calendar, today: date) -> None:
        """Read again what can be chosen."""
        if self.period is not None:
            self.period.renew(calendar, today)
        self._renew_filters()

    def open_filters(self) -> None:
        """Open the first filter, or what is folded away."""
        first = next((button for button in self.filters.values() if button.isVisible()), None)
        if first is not None:
            first.setFocus()
            first.open_list()
        elif self.filter_button.isVisible():
            self.filter_button.click()

    def go_to_search(self) -> None:
        """Give the keyboard to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def take_letter(self, text: str) -> None:
        """A letter typed elsewhere: the search goes on with it."""
        self.search.setFocus()
        self.search.end(False)
        self.search.insert(text)

    def take_composition(self, event: QInputMethodEvent) -> None:
        """What an input method composes elsewhere stands here; the keyboard follows when it is finished.

        Moving the keyboard while something is composed would throw it away.
        """
        QCoreApplication.sendEvent(self.search, event)
        if event.commitString():
            self.search.setFocus()

    def _renew_filters(self) -> None:
        for key, spec in self._specs.items():
            self.filters[key].set_options(self._options(spec))

    def _made_filters(self) -> dict[str, FilterButton]:
        found: dict[str, FilterButton] = {}
        for place, (key, spec) in enumerate(self._specs.items()):
            found[key] = FilterButton(spec.heading, self._options(spec))
            self.add(found[key], fold=20 - place)
        planned = (_PLANNED,) if self._model.kind.day else ()
        taken = any(spec.heading == "状态" for spec in columns_of(self._model))
        found[STATUS] = FilterButton("登记" if taken else "状态", (*_STATES, *planned))
        self.add(found[STATUS], fold=10 if len(self._specs) < 3 else 18)
        for button in found.values():
            button.changed.connect(self._filtered)
        return found

    def _options(self, spec: Field) -> list[Option]:
        within: dict[str, Sequence[str]] = {}
        if spec.narrowed_by in self.__dict__.get("filters", {}):
            within[spec.narrowed_by] = [v for v in self.filters[spec.narrowed_by].chosen if v != UNFILLED]
        entries = self._listing.choices(self._model.key, spec.key, within)
        return [*(Option(entry.key, entry.text) for entry in entries), _NOT_FILLED]

    def _filtered(self) -> None:
        """A township narrows the villages on offer."""
        sender = self.sender()
        for key, spec in self._specs.items():
            if spec.narrowed_by and self.filters.get(spec.narrowed_by) is sender:
                self.filters[key].set_options(self._options(spec))
        self.changed.emit()

    def _searched(self, _text: str) -> None:
        self.changed.emit()


def _placeholder(model: type[Record]) -> str:
    """议题、地点、主持人、委员: what the search looks at first."""
    title = model.kind.title
    searched = [spec for spec in fields_of(model) if spec.searched]
    found = [s.short or (model.kind.noun if s.key == title else s.label) for s in searched]
    people = [spec for spec in columns_of(model) if spec.shape == "members"]
    return "、".join([*found[:3], *(["委员"] if people else [])]) or "文字或拼音首字母"
