"""HomeDrift: finds beside the window's thread in what a month's numbers differ from what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.models.periods import Period
from app.services.figure_values import Pair
from app.services.office import Office
from app.ui.operations import Operations, Progress

if TYPE_CHECKING:
    from app.services.differences import FigureDiff


class Drift(NamedTuple):
    """What moved since 报送 `number`: the first figure that differs, and by how many records all do."""

    number: int
    words: str
    records: int
    figure: str


class HomeDrift(QObject):
    """One month at a time; an older search is told to stop."""

    found = Signal()
    """`drift` is what was found for the month asked for last."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._asked: tuple[Period, int] | None = None
        self._search: Progress | None = None
        self.drift: Drift | None = None

    def choose(self, period: Period, number: int | None) -> None:
        """A month is in sight with its 报送 `number`; None when none stands."""
        asked = None if number is None else (period, number)
        if asked != self._asked:
            self._asked, self.drift = asked, None

    def seek(self, office: Office) -> None:
        """Compare it with what was sent; what was found before stands until then."""
        if self._search is not None:
            self._search.cancel()
            self._search = None
        asked = self._asked
        if asked is None:
            return

        def work(_: Progress) -> tuple[tuple[Period, int], Drift | None]:
            submissions, (period, number) = office.submissions, asked
            return asked, drift_of(number, submissions.diff(submissions.get(number), period))

        self._search = self._operations.start(work, self._take)

    def _take(self, found: tuple[tuple[Period, int], Drift | None]) -> None:
        asked, drift = found
        if asked == self._asked:
            self._search, self.drift = None, drift
            self.found.emit()


def drift_of(number: int, found: Sequence[FigureDiff]) -> Drift | None:
    """The first plain number that differs stands for all; None when nothing does."""
    if not found:
        return None
    records = len({line.uuid for each in found for line in each.lines})
    told = next(
        (each for each in found if each.before != each.after and not isinstance(each.before, Pair)), None
    )
    if told is None:
        return Drift(number, "分乡镇、分界别的数和报出的不同", records, found[0].key)
    words = f"{told.label}报出 {told.before} {told.unit}，现在是 {told.after} {told.unit}"
    return Drift(number, words, records, told.key)
