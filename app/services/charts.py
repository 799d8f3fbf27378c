"""Charts: a figure by month beside last year, by township and by focus, as plain values to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.clock import Clock
from app.models.figure import Figure
from app.models.periods import Period
from app.services.coverage import Coverage
from app.services.figure_query import Number, is_additive
from app.services.figure_values import Pair, Value, Values, rounded
from app.services.figures import Figures
from app.services.spans import CURRENT, Spans
from app.store.store import Store

MONTH, TOWNSHIP, FOCUS = "month", "township", "focus"
LAST_YEAR = "last_year"
UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class Point:
    """One bar: how much, in words, and what `Figures.records` wants to find what is behind it.

    `amount` is None where nothing is known: a month to come, or one before the first record.
    """

    amount: Number | None
    text: str
    period: Period
    group: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands together: a month with last year's, or one group."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture. `series` names the points of every line; `adds` says that the lines add up to `total`."""

    figure: Figure
    period: Period
    view: str
    series: tuple[str, ...]
    lines: tuple[Line, ...]
    total: str
    adds: bool

    @property
    def is_empty(self) -> bool:
        return not any(point.amount for line in self.lines for point in line.points)

    @property
    def by(self) -> str:
        """The grouping of the records behind a bar, "" where its period says it all."""
        return "" if self.view == MONTH else self.view


class Charts:
    """One reading transaction for each picture."""

    def __init__(self, store: Store, clock: Clock, figures: Figures) -> None:
        self._store = store
        self._clock = clock
        self._figures = figures

    def can_show(self, figure: str, view: str) -> bool:
        """Whether a figure can be split this way."""
        return view == MONTH or any(each.key == figure for each in self._figures.groupable(view))

    def chart(self, figure: str, period: Period, view: str, *, by_size: bool = False) -> Chart:
        """A figure seen one way; `by_size` puts the largest group first, else the office's order holds.

        By month the whole year of the period is shown. Raises AppError for an unknown figure.
        """
        with self._store.reading():
            known = self._figures.catalogue.known(figure)
            if view == MONTH:
                return self._by_month(known, period)
            return self._by_group(known, period, view, by_size)

    def _by_month(self, figure: Figure, period: Period) -> Chart:
        calendar = self._figures.calendar
        year = calendar.year(period.year)
        coverage, today = self._figures.coverage(), self._clock.today()
        lines = []
        for month in calendar.months_within(year):
            before = calendar.year_before(month)
            values = self._figures.evaluate([figure.key], Spans({CURRENT: month, LAST_YEAR: before}))
            now = _point(figure, values.total(figure.key, CURRENT), month, is_known=month.start <= today)
            then = _point(figure, values.total(figure.key, LAST_YEAR), before)
            spans = ((CURRENT, now), (LAST_YEAR, then))
            points = tuple(_known(coverage, values, figure, span, point) for span, point in spans)
            lines.append(Line(f"{month.index}月", points))
        names = (f"{year.year}年", f"{year.year - 1}年")
        whole = self._figures.evaluate([figure.key], Spans({CURRENT: year}))
        total = _text(figure, whole.total(figure.key, CURRENT))
        adds = is_additive(figure, MONTH, self._figures.catalogue)
        return Chart(figure, year, MONTH, names, tuple(lines), total, adds)

    def _by_group(self, figure: Figure, period: Period, by: str, by_size: bool) -> Chart:
        values = self._figures.evaluate([figure.key], Spans({CURRENT: period}), by)
        points = [
            (group, _point(figure, values.part(figure.key, CURRENT, group.key), period))
            for group in values.groups
        ]
        lines = [Line(group.label, (replace(point, group=group.key),)) for group, point in points]
        if by_size:
            lines.sort(key=lambda line: -(line.points[0].amount or 0))
        adds = is_additive(figure, by, self._figures.catalogue)
        total = _text(figure, values.total(figure.key, CURRENT))
        return Chart(figure, period, by, (period.label,), tuple(lines), total, adds)


def _point(figure: Figure, value: Value, period: Period, *, is_known: bool = True) -> Point:
    if not is_known:
        return Point(None, "", period)
    return Point(rounded(value), _text(figure, value), period)


def _known(coverage: Coverage, values: Values, figure: Figure, span: str, point: Point) -> Point:
    """A time of which neither records nor opening figures tell is no 0."""
    if point.amount is None or coverage.shown(values, figure.key, span, point.period) is not None:
        return point
    return replace(point, amount=None, text=UNKNOWN)


def _text(figure: Figure, value: Value) -> str:
    """12, 66.7%, — over nothing; money without needless zeros."""
    found = rounded(value)
    if found is None:
        return UNKNOWN
    if isinstance(found, Decimal):
        plain = f"{found:f}"
        plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
        return f"{plain}%" if isinstance(value, Pair) else plain
    return f"{found}%" if isinstance(value, Pair) else str(found)


def figures_by_page(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Figures under the pages they belong to, both in their order."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.page, []).append(figure)
    return found
