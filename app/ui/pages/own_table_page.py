"""OwnTablePage: 临时要表: a question of the morning becomes a table by noon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import AppError
from app.services.own_table import OwnTable
from app.services.own_table_result import OwnTableResult
from app.services.own_table_words import USUAL
from app.services.own_tables import EXCEL
from app.services.saved_reports import Saved
from app.ui.pages import exporting
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.own_table_choices import RECORDS_OF, OwnTableChoices
from app.ui.pages.own_table_condition import ConditionButton
from app.ui.pages.own_table_head import OwnTableHead
from app.ui.pages.own_table_opening import link_of
from app.ui.pages.own_table_saved import SavedList
from app.ui.pages.own_table_sheet import OwnTableSheet
from app.ui.pages.own_table_unsaved import TableInWork
from app.ui.pages.page import Command
from app.ui.pages.report_tabs import OWN, tab_link
from app.ui.theme import Tone
from app.ui.widgets.sheet import Sheet, rule
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

NOTHING_TO_WRITE = "这张表还排不出来，先把左边的补好"
_SIDE_EMS, _SIDE_NARROW = 21.0, 20.0
FIRST = "meeting"


class OwnTablePage(FramedPage):
    """Left the choices in the order one thinks, right the table, always up to date."""

    title = "临时要表"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._office = place.office
        self._result: OwnTableResult | None = None
        self._opened = ""  # name of the kept table that is worked on
        self._kinds = FIRST
        self._begun = False
        self._build()
        self._work = TableInWork(place, self.head, self.choices, self)
        self._connect()

    @property
    def result(self) -> OwnTableResult | None:
        """The table in sight; None when what is chosen makes none."""
        return self._result

    def open(self, name: str = "", period: str = "", **_rest: Any) -> None:
        """Show a kept table, or go on with what was in sight; `period` as on the command line."""
        self.head.tabs.set_current(OWN)
        if period:
            self.choices.when.set_period(self._office.calendar.parse(period))
        if name:
            self.saved.renew(name)
            self._open_saved(name)
        elif not self._begun:
            self._begin(self._office.own_tables.usual(FIRST))
        elif period:
            self._run()

    def turned_to(self) -> Mapping[str, Any]:
        return {}

    def refresh(self) -> None:
        self.choices.when.renew(self._office.calendar, self._office.clock.today())
        self.saved.renew(self._opened)
        if self._begun:
            self._run()

    def commands(self) -> Mapping[str, Command]:
        there = self._result is not None
        found: dict[str, Command] = {
            "export": partial(self._export, EXCEL) if there else NOTHING_TO_WRITE,
            "save": self._keep if there else NOTHING_TO_WRITE,
            "delete": self._delete,
            "filters": self.choices.conditions.add.click,
        }
        if self.choices.period is not None:
            found["month_before"] = partial(self.choices.when.choice.step, -1)
            found["month_after"] = partial(self.choices.when.choice.step, 1)
        if self.saved.can_undo:
            found["undo"] = self.saved.undo
        return found

    def restyle(self) -> None:
        super().restyle()
        self._side.setFixedWidth(self.theme.px(_SIDE_NARROW if self.is_narrow else _SIDE_EMS))
        self.sheet.view.restyle()

    def first_focus(self) -> None:
        self.choices.what.setFocus()

    # putting together

    def _build(self) -> None:
        self.head, self.strip = OwnTableHead(), Strip()
        self.sheet = OwnTableSheet(self._office.own_tables.lines)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._made_side())
        middle.addWidget(self.sheet, 1)
        self.column.addWidget(self.head)
        self.column.addWidget(self.strip)
        self.column.addLayout(middle, 1)

    def _made_side(self) -> QWidget:
        self._side = Sheet(margin=0)
        self._side.body.setSpacing(0)
        self.saved = SavedList(self._office, self._place.operations)
        self.choices = OwnTableChoices(self._office)
        self._side.body.addWidget(self.saved)
        self._side.body.addWidget(rule())
        self._side.body.addWidget(self.choices, 1)
        return self._side

    def _connect(self) -> None:
        self._work.warned.connect(partial(self.strip.show_message, Tone.WARN))
        self.head.tab_chosen.connect(self._turn)
        self.head.keep_pressed.connect(self._keep)
        self.head.export_pressed.connect(self._export)
        self.choices.changed.connect(self._take)
        self.choices.what_chosen.connect(self._begin_other)
        self.choices.period_changed.connect(self._run)
        self.choices.refused.connect(self.say)
        self.saved.chosen.connect(self._open_saved)
        self.saved.said.connect(self._told)
        self.saved.refused.connect(self._refused)
        self.sheet.view.opened.connect(self._open_cell)
        self.sheet.view.sort_requested.connect(self._sort)
        self.sheet.view.escaped.connect(self.choices.what.setFocus)
        self.sheet.clear_requested.connect(self._clear)

    # showing

    def _begin(self, table: OwnTable) -> None:
        """Another table, from its start."""
        self._begun = True
        self._take(table)
        self._come_back("")

    def _begin_other(self, what: str, kind: str) -> None:
        """Records of a kind or figures: nothing of what was kept is left, so its name goes too."""
        tables = self._office.own_tables
        self._kinds = kind or self._kinds
        self.strip.clear()
        self._leave_saved()
        self._take(tables.usual(self._kinds) if what == RECORDS_OF else tables.usual_figures())
        self._work.settle("")

    def _take(self, table: OwnTable) -> None:
        self.choices.show_table(table)
        self._run()

    def _run(self, *_: object) -> None:
        table = self.choices.table
        try:
            self._result = self._office.own_tables.run(table, self.choices.period)
        except AppError as error:
            self._result = None
            self.sheet.show_reason(error.message.split("\n")[0])
            self.say("")
        else:
            self._show_result(self._result)
        self.head.set_reason("" if self._result is not None else NOTHING_TO_WRITE)
        self.commands_changed.emit()

    def _show_result(self, result: OwnTableResult) -> None:
        self.choices.show_result(result)
        self.sheet.show_result(result)
        self.say(_said(result) if self.sheet.shows_table else "")

    # what a clerk does

    def _clear(self, *_: object) -> None:
        """Take the conditions away, but for the one that only what counts is listed."""
        table = self.choices.table
        self._take(replace(table, filters=(USUAL,) if table.of_records else ()))

    def _sort(self, key: str) -> None:
        result = self._result
        column = next((each for each in result.columns if each.key == key), None) if result else None
        if result is None or column is None or (column.label and not result.table.of_records):
            return
        day = result.table.of_records and column.format.kind == "day"
        self.choices.sort_by(key, descending_first=column.right or day)

    def _open_cell(self, row: int, section: int) -> None:
        link = link_of(self._office, self.sheet.view.model_, row, section)
        if link is None:
            self.say("这一格后面没有记录")
        else:
            self.open_requested.emit(link)

    def _open_saved(self, name: str) -> None:
        try:
            saved = self._office.saved_reports.get(name)
        except AppError as error:
            self._refused(error)
            return
        if saved.table is None:
            self.strip.show_message(Tone.WARN, f"“{name}”{saved.reason}")
            return
        self._opened, self._begun = name, True
        self.head.set_name(name)
        self.saved.mark(name)
        self._warn_broken(saved)
        self._take(saved.table)
        self._come_back(name)

    def _come_back(self, name: str) -> None:
        """What was made of it and not kept when the program ended stands there again."""
        found = self._work.begin(name)
        if found is not None:
            self.head.set_name(found.name)
            self._take(found)

    def _leave_saved(self) -> None:
        """What is made from here on is another table."""
        if self._opened:
            self._opened = ""
            self.head.set_name("")
            self.saved.mark("")

    def _warn_broken(self, saved: Saved) -> None:
        if saved.problems:
            words = "".join(saved.problems)
            self.strip.show_message(Tone.WARN, f"“{saved.name}”要改：{words}改好以后按“存成报表”。")
        else:
            self.strip.clear()

    def _keep(self, *_: object) -> None:
        """Keep the table under its name; the one that is worked on is written over, others never."""
        name = self.head.name
        if not name:
            self.head.edit.setFocus()
            self.strip.show_message(Tone.WARN, "请先给这张表起个名字，再按“存成报表”。")
            return
        over = self._opened if name == self._opened else ""
        table, office = self.choices.table.named(name), self._office
        reserved = office.report_shelf.reserved()
        self.strip.clear()
        self._place.operations.run(
            lambda: office.saved_reports.save(table, over=over, reserved=reserved), self._kept, self._refused
        )

    def _kept(self, saved: Saved) -> None:
        self._opened = saved.name
        self._work.settle(saved.name)
        self.saved.renew(saved.name)
        self.say(f"已存成报表“{saved.name}”，下次点左上角就有")

    def _refused(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)

    def _told(self, text: str) -> None:
        self.say(text)
        self.undo_offered.emit(self.saved.can_undo)
        self.commands_changed.emit()

    def _delete(self) -> None:
        """Del is about what has the keyboard: a condition, or a kept table."""
        focused = self.focusWidget()
        if isinstance(focused, ConditionButton):
            focused.clear()
        elif self.saved.has_keyboard:
            self.saved.delete()

    def _export(self, ending: str) -> None:
        if self._result is not None:
            table = self._result.table.named(self.head.name)
            exporting.export_table(self, self._place, table, self.choices.period, ending)

    def _turn(self, tab: str) -> None:
        self.head.tabs.set_current(OWN)  # this page is always the ad-hoc tables
        if tab != OWN:
            self.open_requested.emit(tab_link(tab, self.choices.period))


def _said(result: OwnTableResult) -> str:
    """What a list adds up to, also where the sums are scrolled out of sight, and what Enter does."""
    if not result.lists_records:
        return "回车看这个数里有哪些记录；点列名排序"
    pairs = zip(result.columns, result.total or (), strict=False)
    sums = "，".join(f"{column.heading} {cell.text} {column.unit}" for column, cell in pairs if cell.text)
    return f"共 {result.count} {result.measure}{f'：{sums}' if sums else ''}；回车打开"
