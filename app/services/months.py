"""Months: what the first page says about a month, read in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.clock import Clock
from app.models import Record, model_of
from app.models.activity import Activity
from app.models.days import Day, first, from_stored, iso
from app.models.figures import figure_of
from app.models.periods import Period
from app.models.place import Township
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.doubts import Doubts, Step
from app.services.entered import Entered, recent
from app.services.figure_query import Number
from app.services.figures import Figures, Pair, RecordLine, Values
from app.services.matters import Matter, Tally, missing, tally
from app.services.monthly import RecordKey, day_column
from app.services.records import Records
from app.settings import OfficeSettings
from app.store.store import Store

HOME_FIGURES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "meeting_label",
        (
            ("meetings", "协商会议"),
            ("attendance_total", "参加"),
            ("consensus", "达成共识"),
            ("tasks_closed", "已办结"),
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


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of the table; `heading` is empty but in the first row of its group."""

    figure: str
    heading: str
    label: str
    unit: str
    rule: str
    current: Number
    previous: Number
    last_year: Number
    to_date: Number
    months: tuple[Number, ...]

    @property
    def change(self) -> Number:
        return self.current - self.previous

    @property
    def change_on_year(self) -> Number:
        return self.current - self.last_year


@dataclass(frozen=True, slots=True)
class MonthOverview:
    """A month on the first page: its figures, how far it is, and what blocks it.

    `months` are the twelve up to this one; `last` says for each of STARTED when and where the newest was;
    `newest` is the last month before with records, and how many, when this one has none.
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
        self._doubts = Doubts(store, clock, figures, records)

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

    def overview(self, period: Period) -> MonthOverview:
        """All but the doubts, which take longer (see `doubts`)."""
        calendar, today = self._figures.calendar, self._clock.today()
        months = [period]
        while len(months) < _MONTHS_SHOWN:
            months.insert(0, calendar.previous(months[0]))
        further = {"last_year": calendar.year_before(period), "to_date": calendar.to_date(period)}
        with self._store.reading() as session:
            asked = [key for _, figures in HOME_FIGURES for key, _ in figures]
            values = self._figures.evaluate(asked, {month.key: month for month in months} | further)
            counts = tally(session, period, today)
            empty = not (counts.records or counts.planned)
            return MonthOverview(
                period, months[-2], further["last_year"], further["to_date"], tuple(months),
                tuple(self._rows(values, months)), counts,
                missing(session, self._records.context(session), period) if counts.drafts else (),
                {kind: _last(session, kind, today) for kind in STARTED},
                self.due(period), today,
                self._newest(session, period) if empty else None,
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
        shift = self._clock.now() - self._clock.utc().replace(tzinfo=None)
        with self._store.reading() as session:
            return recent(session, self._records.context(session), limit, shift)

    def lines(self, records: Sequence[RecordKey]) -> list[RecordLine]:
        """What given records are called today, oldest first; deleted ones are left out."""
        found: list[RecordLine] = []
        with self._store.reading() as session:
            for kind in dict.fromkeys(kind for kind, _ in records):
                uuids = [uuid for each, uuid in records if each == kind]
                found += _lines(session, model_of(kind), uuids)
        return sorted(found, key=lambda line: (line.day, line.title))

    def _rows(self, values: Values, months: Sequence[Period]) -> list[FigureRow]:
        found = []
        for setting, figures in HOME_FIGURES:
            heading = getattr(self._settings, setting)
            for key, label in figures:
                figure = figure_of(key)
                each = [_plain(values, key, month.key) for month in months]
                found.append(
                    FigureRow(
                        key, heading, label, figure.unit, figure.rule, each[-1], each[-2],
                        _plain(values, key, "last_year"), _plain(values, key, "to_date"), tuple(each),
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
    found = values.total(figure, span)
    assert not isinstance(found, Pair)  # HOME_FIGURES has no ratios
    return found


def _last(session: Session, kind: str, today: date) -> str:
    """10月27日 永兴街道: the newest record of a kind that is not ahead of today."""
    model = model_of(kind)
    row = session.execute(
        select(getattr(model, model.kind.day), Township.name)
        .outerjoin(Township, Township.id == model.township_id)  # type: ignore[attr-defined]
        .where(model.deleted_at.is_(None), day_column(model) <= today.isoformat())
        .order_by(day_column(model).desc(), model.id.desc())
        .limit(1)
    ).first()
    return "" if row is None else f"{_spoken(row[0], today)} {row[1] or ''}".strip()


def _spoken(day: Day, today: date) -> str:
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月" + (f"{day.day}日" if isinstance(day, date) else "")


def _lines(session: Session, model: type[Record], uuids: Sequence[str]) -> list[RecordLine]:
    day = getattr(model, model.kind.day)
    found: list[RecordLine] = []
    for start in range(0, len(uuids), 500):
        rows = session.execute(
            select(model.id, model.uuid, model.number, day).where(
                model.uuid.in_(uuids[start : start + 500]), model.deleted_at.is_(None)
            )
        ).all()
        labels = refs(session, model, [row[0] for row in rows])
        for local, uuid, number, on in rows:
            when = iso(on) if on else ""
            found.append(RecordLine("", model.key, uuid, number or "", labels[local].label, when, 1))
    return found
