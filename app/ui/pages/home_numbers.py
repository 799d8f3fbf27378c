"""The lines of the first page's tables: 本月数字 and 最近录入."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.models.periods import Period
from app.services.entered import Entered
from app.services.figure_query import Number
from app.services.months import FigureRow, MonthOverview
from app.ui.pages import home_links
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.page import PageLink
from app.ui.widgets import status_word

MINUS, UNKNOWN = "−", "—"
OPENING = ("current", "previous", "last_year", "to_date")
RECENT_COLUMNS = (
    Column("at", "时间", ink="text2", least=6),
    Column("label", "类别"),
    Column("title", "名称", stretch=True, least=12),
    Column("by", "录入"),
    Column("status", "状态", least=6, indent=True),
)


def number_columns(view: MonthOverview) -> tuple[Column, ...]:
    """本月 beside last month, the same month of last year and the year so far."""
    return (
        Column("heading", "", group=True),
        Column("label", "指标"),
        Column("unit", "单位", ink="text2"),
        Column("current", "本月", right=True, bold=True),
        Column("previous", "上月", right=True),
        Column("change", "增减", right=True, ink="muted"),
        Column("last_year", f"上年{view.last_year.index}月", right=True),
        Column("change_on_year", "增减", right=True, ink="muted"),
        Column("to_date", view.total_name, right=True),
        Column("months", "近 12 个月", bars=True, fold=1),
    )


def number_lines(view: MonthOverview) -> tuple[Line, ...]:
    """One line a figure, under the headings of the office."""
    return tuple(_figure_line(view, row) for row in view.rows)


def period_of(view: MonthOverview, column: str, bar: int) -> Period:
    """What a number or bar of the table is about."""
    if column == "months":
        return view.months[bar]
    periods = {"previous": view.previous, "last_year": view.last_year, "to_date": view.to_date}
    return periods.get(column, view.period)


def link_of(view: MonthOverview, line: int, column: str, bar: int) -> PageLink:
    """Where a cell of the table leads: 增减 to what differs, a number or bar to its records.

    The month before is compared as it was reported, if it was: so it stands in the table.
    """
    figure = view.rows[line].figure
    before = {"change": view.previous, "change_on_year": view.last_year}.get(column)
    if before is not None:
        args = {"a": before.key, "b": view.period.key, "figure": figure, "reported": True}
        return PageLink("diff", args)
    return home_links.figure(figure, period_of(view, column, bar))


def signed(number: Number | None) -> str:
    """+114, −49, 0: neither good nor bad; — where there is nothing to compare with."""
    if number is None:
        return UNKNOWN
    if not number:
        return "0"
    return f"{'+' if number > 0 else MINUS}{abs(number)}"


def recent_lines(entered: Sequence[Entered], today: date) -> tuple[Line, ...]:
    """The records entered last."""
    found = []
    for each in entered:
        status = status_word.REGISTERED if each.lacks is None else status_word.DRAFT
        if each.lacks:
            status = status_word.missing(each.lacks)
        cells = {
            "at": Cell(_when(each.at, today)),
            "label": Cell(each.label),
            "title": Cell(each.title),
            "by": Cell(each.by),
            "status": Cell(status=status),
        }
        found.append(Line(cells, name=each.title))
    return tuple(found)


def _figure_line(view: MonthOverview, row: FigureRow) -> Line:
    numbers = {key: getattr(row, key) for key in OPENING}
    tips = tuple(
        f"{month.label} {UNKNOWN if amount is None else amount} {row.unit}"
        for month, amount in zip(view.months, row.months, strict=bool(row.months))
    )
    bars = tuple(None if amount is None else int(amount) for amount in row.months)
    cells = {
        "heading": Cell(row.heading),
        "label": Cell(row.label, tip=row.rule),
        "unit": Cell(row.unit),
        "change": _change(row.change, view.previous, row.previous, row),
        "change_on_year": _change(row.change_on_year, view.last_year, row.last_year, row),
        "months": Cell(bars=bars, tips=tips, opens=bool(bars)),
    }
    for key, number in numbers.items():
        known = number is not None
        cells[key] = Cell(str(number) if known else UNKNOWN, opens=known)
    if row.late:
        tip = f"本月发生 {row.current - row.late}，其中补报更正 {signed(row.late)}"
        cells["current"] = Cell(str(row.current), note=f"补 {signed(row.late)}", opens=True, tip=tip)
    return Line(cells, starts=bool(row.heading), name=row.label)


def _change(change: Number | None, before: Period, number: Number | None, row: FigureRow) -> Cell:
    """增减, which leads to the records that make it."""
    if change is None:
        return Cell(UNKNOWN)
    tip = f"差在哪：{before.label} {number} {row.unit}，本月 {row.current} {row.unit}，是哪些记录"
    return Cell(signed(change), opens=True, link=True, tip=tip)


def _when(at: datetime, today: date) -> str:
    day = at.date()
    if day in (today, today - timedelta(days=1)):
        return f"{'今天' if day == today else '昨天'} {at:%H:%M}"
    return f"{at:%m-%d}" if day.year == today.year else f"{at:%Y-%m-%d}"
