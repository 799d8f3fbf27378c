"""ListView: the sheet of a list: its rows or why there are none, and what can be done with ticked ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.models import Record
from app.services.list_query import Query
from app.services.list_totals import Totals
from app.services.listing import Listing
from app.services.office import Office
from app.ui.operations import Operations
from app.ui.tables import empty_words
from app.ui.tables.columns import Column
from app.ui.tables.selection_bar import SelectionBar
from app.ui.tables.table import LedgerTable
from app.ui.tables.whole_strip import WholeStrip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import Sheet


class ListView(Sheet):
    """Finds what a query means and shows it; asks for everything else."""

    said = Signal(str)
    """The totals of what is in sight, or of what is ticked."""
    way_chosen = Signal(str)
    """The way out of an empty list: one of the keys in `empty_words`."""

    def __init__(
        self, office: Office, operations: Operations, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margin=1)
        self._office, self._icon = office, icon
        self._model: type[Record] | None = None
        self._totals = Totals("")
        self.query = Query("")
        self.table = LedgerTable(office.listing)
        self.whole = WholeStrip(office, operations, self.table.ledger)
        self.empty = EmptyState(icon)
        self.foot = SelectionBar()
        self._stack = QStackedWidget()
        for part in (self.table, self.empty):
            self._stack.addWidget(part)
        self.body.setSpacing(0)
        self.body.addWidget(self.whole)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.foot)
        self.table.chosen_changed.connect(self._choice_changed)
        self.empty.acted.connect(self.way_chosen)
        self.foot.clear_pressed.connect(self._untick)

    @property
    def _listing(self) -> Listing:
        # Asked for each time: the office may cut its months otherwise by now.
        return self._office.listing

    @property
    def is_empty(self) -> bool:
        """Whether the query means no record at all."""
        return not self.table.ledger.ids

    def show_query(
        self, model: type[Record], wanted: Sequence[Column], query: Query, described: str, *, keep: bool
    ) -> None:
        """Find and show; with `keep` the keyboard and the ticks stay where they are."""
        if model is not self._model:
            self.whole.cover()
        self._model, self.query = model, query
        ids = self._listing.find(query).ids
        self.table.setAccessibleName(f"{model.kind.label}，列表")
        self.table.set_sorted(*(query.order if query.order[0] else (model.kind.day, True)))
        self.table.show_list(model.key, wanted, ids, keep)
        self._totals = self._listing.totals(query)
        if not ids:
            latest = None if query.is_narrowed else self._listing.latest(query)
            empty_words.say_empty(self.empty, model.kind, self._icon, query, described, latest)
        self._stack.setCurrentWidget(self.table if ids else self.empty)
        self._choice_changed()

    def chosen_uuids(self) -> list[str]:
        """What an action is about: the ticked records, or else the one the keyboard is on."""
        if self._model is None:
            return []
        return self._listing.uuids(self._model.key, self.table.chosen_ids())

    def go_to_records(self, uuids: Sequence[str]) -> None:
        """Put the keyboard on the first of them that is in the list."""
        if self._model is not None and uuids:
            there = self._listing.uuids(self._model.key, self.table.ledger.ids)
            place = next((place for place, uuid in enumerate(there) if uuid in uuids), None)
            if place is not None:
                self.table.go_to(place)

    def show_whole(self, whole: bool) -> None:
        """Numbers of people whole, or in part again."""
        if whole and self._model is not None:
            self.whole.uncover(self._model.kind)
        else:
            self.whole.cover()

    def hideEvent(self, event: QHideEvent) -> None:
        """The page is left: what was asked for is over. A window that is only put aside stays as it is."""
        if not event.spontaneous():
            self.whole.cover()
        super().hideEvent(event)

    def _choice_changed(self) -> None:
        assert self._model is not None
        kind, ledger = self._model.kind, self.table.ledger
        self.foot.print_button.setVisible(bool(kind.documents))
        self.foot.show_count(ledger.tick_count, kind.measure)
        if not ledger.tick_count:
            self.said.emit(self._totals.text)
            return
        whole = ledger.tick_count == len(ledger.ids)
        totals = self._totals if whole else self._listing.totals_of(self._model.key, ledger.ticked)
        self.said.emit(f"选中 {ledger.tick_count} {kind.measure}{totals.tail}")

    def _untick(self) -> None:
        self.table.ledger.tick_all(False)
        self.table.setFocus()
