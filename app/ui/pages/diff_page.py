"""DiffPage: 差在哪, in which figures two months or 报送 differ, and by which records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.models.periods import Period
from app.services.differences import DELETED, Side
from app.services.submitted import Submitted
from app.ui.operations import Progress
from app.ui.pages import diff_sides
from app.ui.pages.diff_behind import DiffBehind
from app.ui.pages.diff_entries import Entry
from app.ui.pages.diff_head import DiffHead
from app.ui.pages.diff_lines import DiffRow, columns_of, entries_of, lines_of, rows_of
from app.ui.pages.diff_records import DiffRecords
from app.ui.pages.diff_sides import SideChoice, SideNames
from app.ui.pages.home_links import submission
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import form_link, list_link
from app.ui.pages.sided_page import SidedPage
from app.ui.theme import Tone
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace


class DiffPage(SidedPage):
    """Both sides above, figures that differ at the left, the records of the chosen one at the right."""

    title = "差在哪"
    share, least, most = 0.42, 28, 38

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._office = place, place.office
        self._a: Side | None = None
        self._b: Side | None = None
        self._rows: tuple[DiffRow, ...] = ()
        self._names = SideNames("甲", "乙", "", "")
        self._figure = self._wanted = ""
        self._asked = 0
        self._fresh = self._keep = False
        self._compared = ("", "")
        self._build()
        self._connect()

    @property
    def rows(self) -> tuple[DiffRow, ...]:
        """The figures that differ."""
        return self._rows

    @property
    def a(self) -> SideChoice:
        """The side from which it is compared."""
        return self.head.a

    @property
    def b(self) -> SideChoice:
        """The side to which it is compared."""
        return self.head.b

    @property
    def records(self) -> DiffRecords:
        """The records of the chosen figure."""
        return self.behind.records

    @property
    def chosen(self) -> DiffRow | None:
        """The figure whose records are in sight."""
        return self._rows[self.table.current] if self._rows else None

    def open(self, a: str = "", b: str = "", figure: str = "", reported: bool = False, **_rest: Any) -> None:
        """Compare two sides (`diff_sides.key_of`), the first as `reported` if it was; begin at a figure."""
        self.strip.clear()
        try:
            if a and b:
                self._a, self._b = (diff_sides.side_of(key, self._office) for key in (a, b))
                if reported and isinstance(self._a, Period):
                    self._a = self._office.submissions.active(self._a) or self._a
                    a = diff_sides.key_of(self._a)
            elif self._a is None:
                self._a, self._b = diff_sides.usual_sides(self._office)
        except AppError as error:
            self.strip.show_message(Tone.ERROR, error.message)
            if self._a is None:
                self._a, self._b = diff_sides.usual_sides(self._office)
        # Back from a record it is begun where it was left.
        self._keep = bool(figure) and figure == self._figure and (a, b) == self._compared
        self._wanted = figure
        self._figure = figure or self._figure
        self._fresh = True
        self._seek()

    def turned_to(self) -> Mapping[str, Any]:
        sides = (self._a, self._b)
        a, b = ("" if side is None else diff_sides.key_of(side) for side in sides)
        return {"a": a, "b": b, "figure": self._figure}

    def refresh(self) -> None:
        if self._a is not None and self._b is not None:
            self._keep = True
            # Settings may have moved the days a month has.
            self._a, self._b = (
                diff_sides.side_of(diff_sides.key_of(side), self._office) for side in (self._a, self._b)
            )
            self._seek()

    def first_focus(self) -> None:
        if self.has_sides:
            begun = self.chosen is not None and self.chosen.found.key == self._wanted
            (self.records if begun else self.table).setFocus()
        else:
            self.a.setFocus()

    def swap(self) -> None:
        """The other way round."""
        self._turn(self._b, self._a)

    # putting together

    def _build(self) -> None:
        self.head = DiffHead(self.title)
        self.strip = Strip()
        self.empty = EmptyState("ok")
        self.table = _FigureTable(columns_of(self._names))
        self.table.setAccessibleName("不同的指标")
        listed = Sheet(margin=1)
        listed.body.addWidget(self.table)
        self.behind = DiffBehind()
        for each in (self.head, self.strip):
            self.column.addWidget(each)
        self.add_sides(listed, self.behind, self.empty)

    def _connect(self) -> None:
        self.head.back_requested.connect(self.back_requested)
        self.head.swap_requested.connect(self.swap)
        self.a.chosen.connect(self._take_a)
        self.b.chosen.connect(self._take_b)
        self.table.moved.connect(self._show_records)
        self.table.opened.connect(self._go_to_records)
        self.table.escaped.connect(self.back_requested)
        self.records.opened.connect(self._open_record)
        self.records.escaped.connect(self.table.setFocus)
        self.empty.acted.connect(self._act_empty)

    # comparing

    def _seek(self) -> None:
        """Ask what differs; the last one asked for is shown."""
        a, b = self._a, self._b
        assert a is not None
        assert b is not None
        sides = diff_sides.sides_of(self._office)
        self.a.set_sides(sides, a)
        self.b.set_sides(sides, b)
        self._asked += 1
        asked, office = self._asked, self._office

        def work(_: Progress) -> tuple[int, tuple[DiffRow, ...]]:
            with office.store.reading():
                found = office.submissions.diff(a, b)
                figures = office.figures
                return asked, rows_of(found, figures.catalogue, figures.coverage(), a, b)

        self.say("正在比…")
        self._place.operations.start(work, self._take)

    def _take(self, found: tuple[int, tuple[DiffRow, ...]]) -> None:
        asked, rows = found
        if asked != self._asked or self._a is None or self._b is None:
            return
        self._rows, self._names = rows, diff_sides.names_of(self._a, self._b)
        self._compared = (diff_sides.key_of(self._a), diff_sides.key_of(self._b))
        self.table.set_columns(columns_of(self._names))
        self.table.set_lines(lines_of(rows))
        if not rows:
            self._show_same()
            self._begin()
            return
        self.show_sides(True)
        keys = [row.found.key for row in rows]
        if self._wanted and self._wanted not in keys:
            named = self._office.figures.catalogue.get(self._wanted)
            self.strip.show_message(Tone.PLAIN, f"“{named.label if named else self._wanted}”两边一样。")
        self.table.go_to(keys.index(self._figure) if self._figure in keys else 0)
        self._begin()

    def _begin(self) -> None:
        """Once for each time the page is gone to, the keyboard goes to where work begins."""
        if self._fresh and self.isVisible():
            self.first_focus()
        self._fresh = False

    def _show_records(self, place: int) -> None:
        row = self._rows[place]
        known = self._office.figures.catalogue
        keep = self._keep and row.found.key == self._figure
        self._figure = row.found.key
        entries = entries_of(row, known, self._names, self._office.clock.today())
        self.behind.show_row(row, self._names, entries, keep=keep)
        self.say(f"{len(self._rows)} 个指标不同；这个数有 {len(entries)} 条记录，回车打开")

    def _show_same(self) -> None:
        assert self._a is not None
        assert self._b is not None
        a, b = self._a, self._b
        self.show_sides(False)
        title, text, icon = diff_sides.same_words(a, b)
        self.empty.say(title, text, icon=icon)
        sent = next((side for side in (a, b) if isinstance(side, Submitted)), None)
        if sent is not None:
            self.empty.add_button("submission", f"看报 {sent.number} 的存底", kind="link")
        self.say("没有不同")

    # what a clerk does

    def _take_a(self, key: str) -> None:
        self._turn(diff_sides.side_of(key, self._office), self._b)

    def _take_b(self, key: str) -> None:
        self._turn(self._a, diff_sides.side_of(key, self._office))

    def _turn(self, a: Side | None, b: Side | None) -> None:
        self._a, self._b, self._wanted, self._keep = a, b, "", False
        self.strip.clear()
        self._seek()

    def _go_to_records(self, _line: int, _column: str, _bar: int) -> None:
        if self.records.entries:
            self.records.setFocus()

    def _open_record(self, entry: Entry) -> None:
        self._wanted = self._figure
        if entry.status.text == DELETED:
            self.open_requested.emit(list_link(entry.kind, deleted=entry.uuid))
            return
        alike = [each for each in self.records.entries if each.status.text != DELETED]
        uuids = [each.uuid for each in alike if each.kind == entry.kind]
        self.open_requested.emit(form_link(entry.kind, entry.uuid, list(dict.fromkeys(uuids))))

    def _act_empty(self, _key: str) -> None:
        sent = next((side for side in (self._a, self._b) if isinstance(side, Submitted)), None)
        if sent is not None:
            self.open_requested.emit(submission(sent.number))


class _FigureTable(HomeTable):
    """The chosen figure stays marked while its records have the keyboard."""

    def _is_here(self, place: int) -> bool:
        return place == self._line
