"""The lines of 差在哪: figures that differ, and the records that make one of them differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.models.days import weekday
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.services.coverage import Coverage
from app.services.differences import (
    ADDED,
    BOTH,
    CHANGED,
    DELETED,
    MOVED_OUT,
    ONLY_A,
    ONLY_B,
    DiffLine,
    FigureDiff,
    Side,
)
from app.services.figure_query import Number
from app.services.figure_values import Pair, Value, rounded
from app.services.given import is_snapshot
from app.services.months import HOME_FIGURES
from app.services.submitted import Submitted
from app.ui.pages.diff_entries import ARROW, Entry
from app.ui.pages.diff_sides import SideNames
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.home_numbers import UNKNOWN, signed
from app.ui.theme import Tone
from app.ui.widgets.status_word import Status

_ICONS = {ADDED: "plus", CHANGED: "edit", MOVED_OUT: "minus", DELETED: "trash",
          ONLY_A: "minus", ONLY_B: "plus", BOTH: "edit"}  # fmt: skip


@dataclass(frozen=True)
class DiffRow:
    """A figure on both sides, None where a number is not known."""

    found: FigureDiff
    figure: Figure
    before: Value | None
    after: Value | None

    @property
    def is_ratio(self) -> bool:
        return isinstance(self.found.before, Pair) or isinstance(self.found.after, Pair)

    @property
    def difference(self) -> Number | None:
        """From the one to the other, of a ratio in percentage points."""
        if self.before is None or self.after is None:
            return None
        old, new = rounded(self.before), rounded(self.after)
        return None if old is None or new is None else new - old


def rows_of(
    found: Sequence[FigureDiff], known: FigureSet, coverage: Coverage, a: Side, b: Side
) -> tuple[DiffRow, ...]:
    """What moved in a figure's total first, then what only moved within; of each the first page's first."""
    usual = [key for _, figures in HOME_FIGURES for key, _ in figures]
    rows = [
        DiffRow(
            each, known[each.key], _known(coverage, each.key, a, each.before),
            _known(coverage, each.key, b, each.after),
        )
        for each in found
    ]  # fmt: skip
    order = {key: place for place, key in enumerate(usual)}
    seen = [row for row in rows if row.difference or not row.is_ratio]
    return tuple(sorted(seen, key=lambda row: (row.difference == 0, order.get(row.found.key, len(order)))))


def columns_of(names: SideNames) -> tuple[Column, ...]:
    """指标, 单位, both sides and what lies between."""
    return (
        Column("label", "指标", stretch=True, least=8),
        Column("unit", "单位", ink="text2"),
        Column("before", names.a, right=True, least=3),
        Column("after", names.b, right=True, least=3),
        Column("difference", "差", right=True, bold=True, least=2.5),
    )


def lines_of(rows: Sequence[DiffRow]) -> tuple[Line, ...]:
    """One line a figure."""
    found = []
    for row in rows:
        figure = row.figure
        cells = {
            "label": Cell(figure.label, tip=f"{figure.label}。口径：{figure.rule}。"),
            "unit": Cell(figure.unit),
            "before": Cell(shown(row.before), tip=_pair(row.before)),
            "after": Cell(shown(row.after), tip=_pair(row.after)),
            "difference": Cell(signed(row.difference)),
        }
        said = f"{figure.label} {shown(row.before)}{ARROW}{shown(row.after)} {figure.unit}"
        found.append(Line(cells, name=said))
    return tuple(found)


def entries_of(row: DiffRow, known: FigureSet, names: SideNames, today: date) -> tuple[Entry, ...]:
    """The records behind a figure's difference; of a combined figure each says for which part."""
    return tuple(_entry(line, known, names, today, row.figure) for line in row.found.lines)


def shown(value: Value | None) -> str:
    """12, 66.7, — where it is not known or there is nothing to divide by."""
    number = None if value is None else rounded(value)
    return UNKNOWN if number is None else f"{number}"


def day_words(text: str, today: date) -> str:
    """10-27 周二 in this year, 2025-10-27, or nothing for a record without a day."""
    if not text.startswith(f"{today.year}-") or len(text) < len("2026-10-27"):
        return text
    return f"{text[5:]} {weekday(date.fromisoformat(text))}"


def _entry(line: DiffLine, known: FigureSet, names: SideNames, today: date, whole: Figure) -> Entry:
    said = {ONLY_A: f"只在{names.a}", ONLY_B: f"只在{names.b}"}
    status = Status(said.get(line.what, line.what), Tone.PLAIN, _ICONS[line.what])
    numbers = f"{line.before}{ARROW}{line.after}"
    if line.before == line.after:
        numbers = ""
    elif line.what in (ADDED, MOVED_OUT, DELETED, ONLY_A, ONLY_B):
        numbers = signed(line.difference)
    part = known[line.figure]
    parts = ((part.label, f"{numbers} {part.unit}" if numbers else ""),) if whole.combined else ()
    reason = f"理由：{line.reason}" if line.reason else ""
    words = (_late(line, part, names), line.moved, reason)
    note = "；".join(word for word in words if word)
    day = day_words(line.day, today)
    right = "" if whole.combined else numbers
    return Entry(line.kind, line.uuid, status, day, line.title, right, parts, note)


def _late(line: DiffLine, figure: Figure, names: SideNames) -> str:
    """What happened before a side's days and counts in it all the same is 补报更正 there."""
    sides = {ONLY_A: (names.a, names.since_a), ONLY_B: (names.b, names.since_b)}
    sides[BOTH] = max(sides.values(), key=lambda side: side[1])
    if line.what not in sides or not line.day or is_snapshot(figure):
        return ""
    name, since = sides[line.what]
    taken_off = min(line.before, line.after) < 0  # nothing happens less than no times
    return f"{name}的补报更正" if taken_off or line.day < since else ""


def _known(coverage: Coverage, key: str, side: Side, value: Value) -> Value | None:
    return value if isinstance(side, Submitted) else coverage.of(key, side, value)


def _pair(value: Value | None) -> str:
    return f"{value.numerator} ÷ {value.denominator}" if isinstance(value, Pair) else ""
