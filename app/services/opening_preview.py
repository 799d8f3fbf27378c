"""OpeningPreview: what a sheet of opening figures would add, and what is wrong with it, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.models.context import Ref
from app.services.figure_query import Number
from app.services.opening_headings import Stretch


class Standing(StrEnum):
    """How a number of the sheet stands to what the ledger already says."""

    NEW = "new"
    CHANGES = "changes"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """One number of the sheet: `stated` was reported, `there` is in the ledger, `amount` is the rest.

    `note` says what deserves a look; a line that is THERE adds nothing.
    """

    cell: str
    figure: str
    label: str
    unit: str
    stretch: Stretch
    township: Ref | None
    stated: int
    there: Number
    amount: int
    standing: Standing
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpeningProblem:
    """One cell that cannot be taken: where, of which figure, months and township, and what to do."""

    cell: str
    text: str
    label: str = ""
    when: str = ""
    township: str = ""

    @property
    def sentence(self) -> str:
        what = " ".join(part for part in (self.label, self.when, self.township) if part)
        return f"{self.cell} {what}：{self.text}" if what else f"{self.cell} {self.text}"


@dataclass(frozen=True, slots=True)
class OpeningPreview:
    """A sheet, read and judged; nothing is written yet. `source` is the file's name."""

    source: str
    sheet: str
    lines: tuple[OpeningLine, ...] = field(default=())
    problems: tuple[OpeningProblem, ...] = field(default=())

    @property
    def added(self) -> tuple[OpeningLine, ...]:
        """The lines that taking the sheet would write."""
        return tuple(line for line in self.lines if line.standing is not Standing.THERE)

    @property
    def there(self) -> int:
        """How many numbers the ledger has already."""
        return len(self.lines) - len(self.added)
