"""Report layouts: which figures stand in which columns, under which headings, with which words around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

GROUPINGS: Final = ("unit", "township", "sector", "studio", "member", "month", "brand", "focus")
RECORDS: Final = "records:"
FIGURES: Final = "figures"
PERIODS: Final = ("month", "quarter", "half", "year", "free")

# What a title, unit line, sign-off or note may name; the caller gives the words.
WORDS: Final = {
    "unit": "填报单位的名称",
    "period": "期的叫法，如 2026年10月",
    "days": "期的起止日",
    "current": "本期的叫法：本年、本期",
    "last_year": "上年同期的叫法：上年、上年同期",
    "since": "累计从哪天起",
    "units": "表里用到的计量单位",
    "consultation": "“协商在基层”在本地的叫法",
    "visits": "“委员走基层”在本地的叫法",
    "studios": "“委员工作室”在本地的叫法",
    "head": "单位负责人",
    "auditor": "审核人",
    "filler": "填报人",
    "phone": "联系电话",
    "filled_on": "填报日期",
}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Source(StrEnum):
    """Where a column's cells come from."""

    SERIAL = "serial"
    LABEL = "group_label"
    FIGURE = "figure"
    FIELD = "field"
    CHECKLIST = "checklist"


class Span(StrEnum):
    """The stretch of time a figure is taken over: 本期, 累计, 上年同期."""

    CURRENT = "current"
    YTD = "ytd"
    LAST_YEAR = "last_year"


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class TotalsAt(StrEnum):
    """Where 合计 stands."""

    FIRST = "first"
    LAST = "last"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Format:
    """How a value is written: text, day, int, or decimal and percent with digits after the point."""

    kind: str = "text"
    digits: int = 0

    @property
    def number_format(self) -> str:
        """Excel's code for it."""
        zeros = "." + "0" * self.digits if self.digits else ""
        codes = {"int": "0", "decimal": "0" + zeros, "percent": f"0{zeros}%", "day": "yyyy-mm-dd"}
        return codes.get(self.kind, "General")

    @property
    def numeric(self) -> bool:
        return self.kind in ("int", "decimal", "percent")

    @property
    def places(self) -> int:
        """Digits kept in the number itself: a percentage keeps two more than it shows."""
        return self.digits + 2 if self.kind == "percent" else self.digits


@dataclass(frozen=True, slots=True)
class Column:
    """One column of cells. `part` narrows a figure to one option: ("focus", "law")."""

    heading: str
    source: Source
    key: str = ""
    span: Span = Span.CURRENT
    part: tuple[str, str] | None = None
    format: Format = field(default_factory=Format)
    scale: int = 1
    unit: str = ""
    width: float = 10
    align: Align = Align.LEFT

    @property
    def holds_value(self) -> bool:
        """Whether the caller gives the cells; serial number and row label are the writer's."""
        return self.source in (Source.FIGURE, Source.FIELD, Source.CHECKLIST)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above several columns."""

    heading: str
    columns: tuple[Node, ...]


Node = Heading | Column


@dataclass(frozen=True, slots=True)
class Layout:
    """One report's shape (domain.md §4.1), as a clerk may change it.

    `rows` is a grouping of GROUPINGS, "figures", "records:<kind>" or the path to a kind's child rows,
    "records:meeting.consensus.task"; with `until`, a date of such a row, earlier rows are listed as long as
    it had not come when the period began. `periods` are the spans it is written for, all when empty. `line`
    are the left, middle and right words of the second row; `size` is the body's type size in points.
    """

    key: str
    name: str
    sheet: str
    title: str
    rows: str
    columns: tuple[Node, ...]
    line: tuple[str, str, str] = ("", "", "")
    size: float = 11
    totals: TotalsAt = TotalsAt.NONE
    signoff: tuple[str, ...] = ()
    note: str = ""
    until: str = ""
    periods: tuple[str, ...] = ()

    @property
    def leaves(self) -> tuple[Column, ...]:
        return tuple(leaves(self.columns))

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns whose cells the caller gives; a value column is known by its place in here."""
        return tuple(column for column in self.leaves if column.holds_value)

    @property
    def record_path(self) -> str | None:
        """The kind listed, or the path to its child rows, when the rows are not groups."""
        return self.rows.removeprefix(RECORDS) if self.rows.startswith(RECORDS) else None

    @property
    def is_list(self) -> bool:
        """Whether a row is a record or a figure, so that its cells are fields."""
        return self.record_path is not None or self.rows == FIGURES

    def is_for(self, span: str) -> bool:
        """Whether the table belongs to the papers of such a period."""
        return not self.periods or span in self.periods

    def worded(self, words: Mapping[str, str]) -> Layout:
        """The layout with the words in its headings."""
        return replace(self, columns=_worded(self.columns, words))

    def with_checklist(self, names: Sequence[str]) -> Layout:
        """One column per item in place of each checklist column; no item, no column.

        The item's cells are keyed "0", "1", … in the order given (domain.md §5.3: the list differs by place).
        """
        return replace(self, columns=_spread(self.columns, names))

    def without(self, missing: frozenset[int]) -> Layout:
        """The layout less the value columns at these places and less headings left over nothing."""
        gone = {id(column) for index, column in enumerate(self.values) if index in missing}
        return replace(self, columns=_prune(self.columns, gone))


def leaves(nodes: Sequence[Node]) -> Iterator[Column]:
    """The columns under these nodes, from left to right."""
    for node in nodes:
        if isinstance(node, Heading):
            yield from leaves(node.columns)
        else:
            yield node


def paths(nodes: Sequence[Node], above: str = "") -> Iterator[str]:
    """Each column's headings from the top, as a sentence names it: 解决问题·办结率."""
    for node in nodes:
        name = f"{above}·{node.heading}" if above else node.heading
        if isinstance(node, Heading):
            yield from paths(node.columns, name)
        else:
            yield name


def depth(nodes: Sequence[Node]) -> int:
    """How many rows the headings need."""
    return max((1 + (depth(node.columns) if isinstance(node, Heading) else 0) for node in nodes), default=0)


def placeholders(template: str) -> tuple[str, ...]:
    """The words a template asks for, in order."""
    return tuple(_PLACEHOLDER.findall(template))


def filled(template: str, words: Mapping[str, str]) -> str:
    """The template with its words in place; a word not given leaves a blank to write in by hand."""
    return _PLACEHOLDER.sub(lambda match: words.get(match.group(1), ""), template)


def _worded(nodes: Sequence[Node], words: Mapping[str, str]) -> tuple[Node, ...]:
    found: list[Node] = []
    for node in nodes:
        if placeholders(node.heading):
            node = replace(node, heading=filled(node.heading, words))
        if isinstance(node, Heading):
            node = replace(node, columns=_worded(node.columns, words))
        found.append(node)
    return tuple(found)


def _spread(nodes: Sequence[Node], names: Sequence[str]) -> tuple[Node, ...]:
    spread: list[Node] = []
    for node in nodes:
        if isinstance(node, Heading):
            columns = _spread(node.columns, names)
            if columns:
                spread.append(replace(node, columns=columns))
        elif node.source is not Source.CHECKLIST or node.key:
            spread.append(node)
        elif names:
            items = tuple(replace(node, heading=name, key=str(place)) for place, name in enumerate(names))
            spread.append(Heading(node.heading, items))
    return tuple(spread)


def _prune(nodes: Sequence[Node], gone: set[int]) -> tuple[Node, ...]:
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Heading):
            columns = _prune(node.columns, gone)
            if columns:
                kept.append(replace(node, columns=columns))
        elif id(node) not in gone:
            kept.append(node)
    return tuple(kept)
