"""OwnTableResult: an ad-hoc table with its numbers, for the screen and for paper alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.exporters.layout import Align, Format
from app.exporters.tables import Value
from app.models.periods import Period
from app.services.own_table import OwnTable


@dataclass(frozen=True, slots=True)
class Opening:
    """What is behind a number: a figure of a period (of one group, of one brand or focus), or a group."""

    figure: str = ""
    period: str = ""
    by: str = ""
    group: str = ""
    only: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """One column; `over` is a heading it shares with its neighbours, `label` names what a line is about.

    `width` in half-width characters; `strong` for the number that counts most; `ratio_of` names two figures.
    """

    key: str
    heading: str
    over: str = ""
    unit: str = ""
    format: Format = field(default_factory=Format)
    align: Align = Align.LEFT
    width: float = 12
    label: bool = False
    strong: bool = False
    tip: str = ""
    figure: str = ""
    span: str = ""
    additive: bool = False
    ratio_of: tuple[str, str] | None = None

    @property
    def right(self) -> bool:
        return self.align is Align.RIGHT


@dataclass(frozen=True, slots=True)
class ResultCell:
    """A value, how it reads, and what it opens."""

    value: Value = None
    text: str = ""
    opens: Opening | None = None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line, its cells in the order of the columns; `uuid` when it is a record."""

    cells: tuple[ResultCell, ...]
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class OwnTableResult:
    """A table run for a period; records are read a page at a time by `ids`, everything else is in `lines`.

    `measure` is what the lines are counted in; `total` the true totals, None where a table has none.
    """

    table: OwnTable
    period: Period | None
    title: str
    columns: tuple[ResultColumn, ...]
    lines: tuple[ResultLine, ...] = ()
    ids: tuple[int, ...] = ()
    total: tuple[ResultCell, ...] | None = None
    measure: str = "行"
    note: str = ""

    @property
    def lists_records(self) -> bool:
        """Whether each line is a record."""
        return self.table.of_records and not self.table.group

    @property
    def count(self) -> int:
        return len(self.ids) if self.lists_records else len(self.lines)
