"""Months: what the first page says about a month, read in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.clock import Clock
from app.models.activity import Activity
from app.models.days import Day, first, from_stored
from app.models.fields import link
from app.models.periods import Period
from app.models.place import Township
from app.services.aggregates import REGISTERED
from app.services.coverage import Coverage
from app.services.entered import Entered, recent
from app.services.figure_query import Number
from app.services.figure_values import Values, undivided
from app.services.figures import Figures
from app.services.matters import Matter, Tally, missing, tally
from app.services.records import Records
from app.services.spans import Spans
from app.settings import OfficeSettings
from app.store.store import Store

if TYPE_CHECKING:
    from app.services.doubts import Doubts, Step

HOME_FIGURES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "meeting_label",
        (
            ("meetings", "协商活动"),
            ("attendance_total", "参加"),
            ("consensus", "达成共识"),
            ("tasks_closed", "办结"),
        ),
    ),
    (
        "visit_label",
        (
            ("visits", "走访"),
            ("outreach_count", "深入基层"),
            ("people_served", "服务群众"),
            ("demands", "收集意见"),
        ),
    ),
    (
        "studio_label",
        (
            ("studio_activities", "活动"),
            ("studio_people_served", "接待群众"),
            ("studio_joined", "新入室委员"),
        ),
    ),
)
"""The figures of the first page, with the short words they have there, under headings that settings name."""

STARTED = ("meeting", "visit", "studio_activity")
"""The kinds that the three big buttons start."""

_MONTHS_SHOWN = 12
_on = type_coerce(Activity.happened_on, String)


class FigureRow(NamedTuple):
    """One figure of the table; `heading` is empty but in the first row of its group.

    `late` is the part of `current` that belongs to months reported before (补报更正). None is not known: a
    month before the first record of the office, for which 0 would be a lie. `months`, counted by their days
    alone, are empty in an overview without bars.
    """

    figure: str
    heading: str
    label: str
    unit: str
    rule: str
    current: Number
    previous: Number | None
    last_year: Number | None
    to_date: Number
    months: tuple[Number | None, ...]
    late: Number = 0

    @property
    def change(self) -> Number | None:
        return None if self.previous is None else self.current - self.previous

    @property
    def change_on_year(self) -> Number | None:
        return None if self.last_year is None else self.current - self.last_year


class MonthOverview(NamedTuple):
    """A month on the first page: its figures, how far it is, and what blocks it.

    `months` are the twelve up to this one; `last` says for each of STARTED when and where the newest was;
    `newest` is the last month before with records, and how many, when this one has none; `total_name` is
    what 累计 is called.
    """

    period: Period
    previous: Period
    last_year: Period
    to_date: Period
    months: tuple[Period, ...]
    rows: tuple[FigureRow, ...]
    tally: Tally
    missing: tuple[Matter, ...]
    last: Mapping[str, str]
    due: date
    today: date
    newest: tuple[Period, int] | None = None
    total_name: str = "今年累计"

    @property
    def is_empty(self) -> bool:
        return not (self.tally.records or self.tally.planned)

    @property
    def days_left(self) -> int:
        return (self.due - self.today).days


class Months:
    """Asks the declarations for what the first page shows; remembers only which records were judged."""

    def __init__(
        self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures, records: Records
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures
        self._records = records

    @cached_property
    def _doubts(self) -> Doubts:
        from app.services.doubts import Doubts  # not before somebody looks for doubts: a start is waited for

        return Doubts(self._store, self._clock, self._figures, self._records)

    def first(self) -> Period:
        """The month to open with: today's; in a sample store, which stands still, the newest activity's."""
        calendar = self._figures.calendar
        if self._settings.demo:
            newest = select(func.max(_on)).where(Activity.deleted_at.is_(None), Activity.status == REGISTERED)
            with self._store.reading() as session:
                found = session.scalar(newest)
            if found:
                return calendar.month_of(first(from_stored(found)))
        return calendar.month_of(self._clock.today())

    def pending(self, period: Period) -> int:
        """How many drafts block a month."""
        with self._store.reading() as session:
            return tally(session, period, self._clock.today()).drafts

    def overview(self, period: Period, *, bars: bool = True) -> MonthOverview:
        """All but the doubts, which take longer (see `doubts`); without `bars` the rows have no months."""
        calendar, today = self._figures.calendar, self._clock.today()
        months = [period]
        while len(months) < _MONTHS_SHOWN:
            months.insert(0, calendar.previous(months[0]))
        spans = self._figures.spans(period) | {"previous": months[-2]}
        with self._store.reading() as session:
            asked = [key for _, figures in HOME_FIGURES for key, _ in figures]
            valued = {month.key: month for month in months} if bars else {}
            values = self._figures.evaluate(asked, spans | valued)
            coverage = Coverage.load(session, self._figures.catalogue)
            counts = tally(session, period, today)
            empty = not (counts.records or counts.planned)
            return MonthOverview(
                period, months[-2], spans["last_year"], spans["ytd"], tuple(months),
                tuple(self._rows(values, spans, tuple(valued.values()), coverage)), counts,
                missing(session, self._records.context(session), period) if counts.drafts else (),
                {kind: _last(session, kind, today) for kind in STARTED},
                self.due(period), today,
                self._newest(session, period) if empty else None,
                calendar.total_name(period, this_year=period.year == today.year),
            )  # fmt: skip

    def doubts(self, period: Period, step: Step | None = None) -> tuple[Matter, ...]:
        """What deserves a look; with thousands of new records it takes seconds, in short transactions."""
        return self._doubts.of(period, step)

    def due(self, period: Period) -> date:
        """The day of the next month by which a month goes up."""
        year, month = (period.year + 1, 1) if period.index == 12 else (period.year, period.index + 1)
        return date(year, month, self._settings.report_by_day)

    def recent(self, limit: int) -> tuple[Entered, ...]:
        """The records entered last, newest first."""
        with self._store.reading() as session:
            return recent(session, self._records.context(session), limit, self._clock)

    def _rows(
        self, values: Values, spans: Spans, months: Sequence[Period], coverage: Coverage
    ) -> list[FigureRow]:
        found, known = [], self._figures.catalogue
        for setting, figures in HOME_FIGURES:
            heading = getattr(self._settings, setting)
            for key, label in figures:
                figure = known[key]
                each = [coverage.of(key, month, _plain(values, key, month.key)) for month in months]
                found.append(
                    FigureRow(
                        key, heading, label, figure.unit, figure.rule,
                        current=_plain(values, key, "current"),
                        late=0 if values.is_apart else _plain(values, key, "late"),
                        previous=_known(coverage, values, key, "previous", spans),
                        last_year=_known(coverage, values, key, "last_year", spans),
                        to_date=_plain(values, key, "ytd"), months=tuple(each),
                    )
                )  # fmt: skip
                heading = ""
        return found

    def _newest(self, session: Session, period: Period) -> tuple[Period, int] | None:
        """The last month before with activities; the way out of an empty one."""
        day = session.scalar(select(func.max(_on)).where(Activity.deleted_at.is_(None), _on <= period.after))
        if day is None:
            return None
        month = self._figures.calendar.month_of(first(from_stored(day)))
        return month, tally(session, month, self._clock.today()).records


def _plain(values: Values, figure: str, span: str) -> Number:
    return undivided(values.total(figure, span))  # HOME_FIGURES has no ratios


def _known(coverage: Coverage, values: Values, figure: str, span: str, spans: Spans) -> Number | None:
    return undivided(coverage.shown(values, figure, span, spans[span]))


def _last(session: Session, kind: str, today: date) -> str:
    """10月27日 永兴街道: the newest activity of a kind that is not ahead of today."""
    row = session.execute(
        select(Activity.happened_on, Township.name)
        .outerjoin(Township, Township.id == link(Activity, "township"))
        .where(Activity.type == kind, Activity.deleted_at.is_(None), _on <= today.isoformat())
        .order_by(_on.desc(), Activity.id.desc())
        .limit(1)
    ).first()
    return "" if row is None else f"{_spoken(row[0], today)} {row[1] or ''}".strip()


def _spoken(day: Day, today: date) -> str:
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月" + (f"{day.day}日" if isinstance(day, date) else "")
