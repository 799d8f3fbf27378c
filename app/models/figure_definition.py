"""FigureDefinition: a figure as a clerk makes it, in words that keep their meaning when labels change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

Way = Literal["count", "sum", "distinct", "ratio", "plus"]
Op = Literal["in", "not_in", "is", "=", ">=", "<=", "has", "has_not", "filled", "empty"]

OF_FIGURES: tuple[Way, ...] = ("ratio", "plus")
WITHOUT_VALUE: tuple[Op, ...] = ("filled", "empty")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a field of the source, how it is compared, and with what.

    Values are plain text that lasts: keys of options, uuids of records, yes or no, numbers, stored days.
    """

    field: str
    op: Op
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureDefinition:
    """What an own figure (自定指标) counts.

    source: a kind or a path to its rows, "" where it is made of other figures. of: the field that is summed
    or counted once, or the keys of the figures a ratio (above, below) or a sum is made of. dated_by: the day
    field that puts a row into a period. rule: the 口径 in words.
    """

    label: str
    unit: str
    way: Way
    source: str = ""
    of: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    dated_by: str = ""
    rule: str = ""

    @property
    def of_figures(self) -> bool:
        """Whether it is made of other figures and has no source of its own."""
        return self.way in OF_FIGURES

    def plain(self) -> dict[str, Any]:
        """As it is kept, and as `figure list --json` prints it; `figure add` takes the same."""
        found: dict[str, Any] = {"label": self.label, "unit": self.unit, "measure": self.way}
        if self.of:
            found["of"] = list(self.of)
        if not self.of_figures:
            where = [{"field": c.field, "op": c.op, "value": list(c.values)} for c in self.where]
            found |= {"source": self.source, "where": where, "dated_by": self.dated_by}
        return found | {"rule": self.rule}


def from_plain(data: Mapping[str, Any]) -> FigureDefinition:
    """What `plain` gave; KeyError, TypeError or ValueError when it is something else."""
    return FigureDefinition(
        label=str(data["label"]),
        unit=str(data["unit"]),
        way=cast(Way, data["measure"]),
        source=str(data.get("source", "")),
        of=tuple(str(key) for key in data.get("of", ())),
        where=tuple(
            Condition(str(each["field"]), cast(Op, each["op"]), tuple(str(value) for value in each["value"]))
            for each in data.get("where", ())
        ),
        dated_by=str(data.get("dated_by", "")),
        rule=str(data["rule"]),
    )
