"""ListPage: the records of the kinds that share one place in the navigation, found, ordered and acted on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.models import RECORDS, Record
from app.models.periods import Period
from app.services.listing import Listing
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.links import form_link, history_link
from app.ui.pages.page import Command
from app.ui.tables import empty_words
from app.ui.tables.bin_strip import BinStrip
from app.ui.tables.bulk_change import BulkChange
from app.ui.tables.column_choice import ColumnChoice
from app.ui.tables.list_bar import ListBar
from app.ui.tables.list_head import ListHead
from app.ui.tables.list_view import ListView
from app.ui.theme import Layout
from app.ui.widgets.filter_button import FilterButton
from app.ui.workplace import Workplace

NOTHING_THERE = "这里没有记录。"
NOTHING_TO_WRITE = "这里没有可以导出的记录。"
NO_DOCUMENT = "这类记录没有要打印的文书。"


class ListPage(FramedPage):
    """One table for all tabs; each kind keeps a bar of its own, so its period, words and filters stay."""

    print_requested = Signal(str, list)
    """Kind, and the uuids to print documents of."""
    export_requested = Signal(object)
    """The Query whose records are to be written out; `among` names them when only some are meant."""

    def __init__(
        self, page: str, title: str, icon: str, workplace: Workplace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = title
        self._office = workplace.office
        self._listing: Listing = workplace.office.listing
        self._models = {model.key: model for model in RECORDS if model.kind.page == page}
        self._kind = next(iter(self._models))
        self._bars: dict[str, ListBar] = {}
        self._orders: dict[str, tuple[str, bool]] = {}
        self._loaded = False
        self._columns = ColumnChoice(self._listing, workplace.preferences, self._office.keeps, self)
        self.strip = BinStrip(self._office, workplace.operations)
        self.view = ListView(self._office, workplace.operations, icon)
        self.bulk = BulkChange(workplace, self.view, self.strip)
        self._build()
        self._connect()
        self._show_kind(self._kind)

    @property
    def kind(self) -> str:
        """Key of the kind whose tab is in sight."""
        return self._kind

    @property
    def bar(self) -> ListBar:
        """What decides what is shown."""
        return self._bars[self._kind]

    def open(
        self,
        kind: str = "",
        *,
        uuids: Sequence[str] | None = None,
        words: str = "",
        period: Period | None = None,
        search: str = "",
        filters: Mapping[str, Sequence[str]] | None = None,
        deleted: str = "",
        **_rest: Any,
    ) -> None:
        """Show a kind, else the first, as left or asked for; `words` name `uuids`, a form `deleted` one."""
        kind = kind or next(iter(self._models))
        if turned := kind != self._kind:
            self._show_kind(kind)
            self.strip.clear()
        if uuids is not None or search or filters or period:
            among = None if uuids is None else tuple(uuids)
            self.bar.set_query(period=period, search=search, filters=filters, among=among)
            self.strip.note_among(words, among, self._model.kind)
            self._show(keep=False)
        elif turned or not self._loaded:
            self._show(keep=False)
        if deleted:
            self.strip.offer_back(self._kind, [deleted])

    def turned_to(self) -> Mapping[str, Any]:
        return {"kind": self._kind}

    def refresh(self) -> None:
        self._columns.renew()
        self.bar.renew(self._office.calendar, self._office.clock.today())
        self._show(keep=True)

    def fit(self, layout: Layout) -> None:
        super().fit(layout)
        self.view.table.fit(layout)
        for bar in self._bars.values():
            bar.fit(layout)

    def restyle(self) -> None:
        super().restyle()
        self._bar_stack.setFixedHeight(self.theme.control)

    def first_focus(self) -> None:
        """The keyboard works in the rows; when there are none, in the search."""
        (self.bar.search if self.view.is_empty else self.view.table).setFocus()

    def commands(self) -> Mapping[str, Command]:
        there = not self.view.is_empty
        documents = bool(self._model.kind.documents)
        found: dict[str, Command] = {
            "new": self.new_record,
            "export": self.export if there else NOTHING_TO_WRITE,
            "print": (self.print_chosen if there else NOTHING_THERE) if documents else NO_DOCUMENT,
            "delete": self._delete if there else NOTHING_THERE,
            "select_all": partial(self.view.table.ledger.tick_all, True) if there else NOTHING_THERE,
            "history": self.show_history if there else NOTHING_THERE,
            "find": self.bar.go_to_search,
            "filters": self.bar.open_filters,
        }
        if self.strip.can_undo:
            found["undo"] = self.strip.undo
        if self.bar.period is not None:
            found["month_before"] = partial(self.bar.period.step, -1)
            found["month_after"] = partial(self.bar.period.step, 1)
        return found

    # what the actions do

    def new_record(self) -> None:
        """Ask for an empty form."""
        self.open_requested.emit(form_link(self._kind))

    def open_record(self, place: int) -> None:
        """Ask for the form of a row, with the uuids of the list around it."""
        row = self.view.table.ledger.row_at(place)
        if row is not None:
            siblings = self._listing.uuids(self._kind, self.view.table.ledger.ids)
            self.open_requested.emit(form_link(self._kind, row.uuid, siblings))

    def show_history(self) -> None:
        """Ask for 修改记录 of the record the keyboard is on."""
        row = self.view.table.ledger.row_at(self.view.table.current)
        if row is not None:
            self.open_requested.emit(history_link(self._kind, row.uuid))

    def export(self) -> None:
        """Ask for the ticked records as a file, or for all that is in sight."""
        query = self.view.query
        if self.view.table.ledger.tick_count:
            query = replace(query, among=tuple(self.view.chosen_uuids()))
        self.export_requested.emit(query)

    def print_chosen(self) -> None:
        """Ask for the documents of the ticked records, or of the one the keyboard is on."""
        if uuids := self.view.chosen_uuids():
            self.print_requested.emit(self._kind, uuids)

    def delete_chosen(self) -> None:
        """Put the ticked records, or the one the keyboard is on, into the bin."""
        self.strip.delete(self._kind, self.view.chosen_uuids())

    # putting together

    @property
    def _model(self) -> type[Record]:
        return self._models[self._kind]

    def _build(self) -> None:
        self.head = ListHead(self.title, self._models)
        self._bar_stack = QStackedWidget()
        for part in (self.head, self.strip, self._bar_stack):
            self.column.addWidget(part)
        self.column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.head.kind_chosen.connect(self._tab_chosen)
        self.head.new_pressed.connect(self.new_record)
        self.head.export_pressed.connect(self.export)
        self._columns.changed.connect(partial(self._show, keep=True))
        self._columns.whole_wanted.connect(self.view.show_whole)
        self.strip.note_dismissed.connect(self._clear)
        self.strip.undoable_changed.connect(self.commands_changed)
        view, table, foot = self.view, self.view.table, self.view.foot
        self.strip.returned.connect(view.go_to_records)
        view.said.connect(self.say)
        view.way_chosen.connect(self._take_way)
        table.opened.connect(self.open_record)
        table.sort_requested.connect(self._sort)
        table.typed.connect(self._take_letter)
        table.composed.connect(self._take_composition)
        table.escaped.connect(self._clear)
        foot.print_pressed.connect(self.print_chosen)
        foot.export_pressed.connect(self.export)
        foot.change_pressed.connect(self.bulk.ask)
        foot.delete_pressed.connect(self.delete_chosen)

    def _made_bar(self, kind: str) -> ListBar:
        bar = ListBar(self._models[kind], self._listing, self._office.calendar, self._office.clock.today())
        bar.changed.connect(self._asked)
        bar.left.connect(self.first_focus)
        bar.refused.connect(self.say)
        bar.columns_requested.connect(self._choose_columns)
        bar.fit(self._layout_kind)
        self._bar_stack.addWidget(bar)
        return bar

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        if kind not in self._bars:
            self._bars[kind] = self._made_bar(kind)
        self.head.show_kind(self._model)
        self._bar_stack.setCurrentWidget(self.bar)
        self.view.table.compose_in(self.bar.search)

    def _show(self, *, keep: bool) -> None:
        """Find what the bar asks for and show it."""
        self._loaded = True
        order = self._orders.get(self._kind, ("", True))
        columns = self._columns.columns(self._model)
        self.view.show_query(self._model, columns, self.bar.query(order), self.bar.described(), keep=keep)
        self.head.export_button.set_reason(NOTHING_TO_WRITE if self.view.is_empty else "")
        self.commands_changed.emit()

    def _asked(self) -> None:
        """The bar asks for another list: it begins at its first row."""
        self.view.table.ledger.tick_all(False)
        self._show(keep=False)

    def _tab_chosen(self, kind: str) -> None:
        self._show_kind(kind)
        self.strip.clear()
        self._show(keep=False)
        self.first_focus()

    def _sort(self, key: str) -> None:
        """The same heading again turns the order round; days and numbers begin with the highest."""
        before, descending = self._orders.get(self._kind, ("", True))
        column = next(column for column in self.view.table.ledger.columns if column.key == key)
        first = column.right or key == self._model.kind.day
        here = before or self._model.kind.day
        self._orders[self._kind] = (key, not descending if key == here else first)
        self._show(keep=False)

    def _delete(self) -> None:
        """Del takes a filter away that has the keyboard; anywhere else it is about records."""
        focused = self.focusWidget()
        if isinstance(focused, FilterButton) and focused.hasFocus():
            focused.clear()
        else:
            self.delete_chosen()

    def _choose_columns(self) -> None:
        table = self.view.table
        self._columns.offer(self._model, table.folded, self.bar.columns_button, whole=table.ledger.is_full)

    def _take_letter(self, text: str) -> None:
        self.bar.take_letter(text)

    def _take_composition(self, event: QInputMethodEvent) -> None:
        self.bar.take_composition(event)

    def _clear(self) -> None:
        """Take words, filters and the limit to certain records away."""
        if self.bar.query(("", True)).is_narrowed:
            self.bar.clear()
            self.strip.clear()
            self._show(keep=True)

    def _take_way(self, key: str) -> None:
        """A way out of an empty list."""
        if key == empty_words.NEW:
            self.new_record()
            return
        if key == empty_words.LATEST:
            latest = self._office.listing.latest(self.view.query)
            self.bar.set_query(period=latest[0] if latest else None)
        elif key == empty_words.ALL_TIMES and self.bar.period is not None:
            self.bar.period.set_period(None)
        else:
            self.bar.clear()
        self.strip.clear()
        self._show(keep=False)
        self.first_focus()
