"""The Word text of a period: 月度小结, for half-years and years the 报告 in official form (domain.md D8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.clock import Clock
from app.exporters.files import unique_path
from app.exporters.narrative import Facts, Group
from app.exporters.tables import Ratio
from app.exporters.word import render
from app.exporters.word_figures import Figures as NotedFigures
from app.exporters.word_report import figures_of, file_name, formal, summary
from app.models.days import first, from_stored, printed
from app.models.meeting import ConsensusItem, Meeting, Task
from app.models.periods import Period, Span
from app.paths import RESOURCES
from app.services.aggregates import DRAFT, REGISTERED
from app.services.figure_values import Pair, Value, Values
from app.services.figures import Figures
from app.services.paragraphs import own_text
from app.services.period_words import PeriodWords
from app.services.spans import CURRENT, LATE, OCCURRED, Spans
from app.services.typical_cases import typical_case
from app.settings import OfficeSettings
from app.store.store import Store

APPENDIX = (
    "meetings", "courtyard_meetings", "attendance_total", "consensus", "tasks_closed", "visits",
    "outreach_count", "people_served", "demands", "deeds", "studio_activities", "studio_people_served",
    "studio_opinions", "studio_joined",
)  # fmt: skip
ATTACHED = ("基层协商工作情况统计表", "委员走基层统计表", "委员工作室建设及活动情况表")
TOLD_LATE = ("meetings", "visits", "studio_activities")
"""Figures whose 补报 the text tells by month."""
_COUNTED = (CURRENT, OCCURRED)
_OF_PERIOD = (CURRENT, "ytd", OCCURRED, LATE)
_MOST = 5


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the text says, taken from the store in one go."""

    facts: Facts
    formal: bool
    days: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A group with its number for 本期, and what of it happened in the period."""

    group: Group
    occurred: int


class ReportText:
    """Takes the facts of a period and writes them as Word."""

    def __init__(self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures

    def material(self, period: Period) -> Material:
        """The facts; all from one read transaction when called inside one."""
        with self._store.reading() as session:
            facts = self._facts(session, period)
        return Material(facts, period.span in (Span.HALF, Span.YEAR), period.days)

    def write(self, period: Period, material: Material, folder: Path) -> Path:
        """The Word file, in the dress that goes with the period; returns its path."""
        s = self._settings
        issued = printed(self._clock.today())
        mark = s.mark
        if material.formal:
            template = "formal_report.docx"
            context = formal(
                material.facts,
                recipient=f"{s.city_name}办公室",
                issued_on=issued,
                attachments=ATTACHED,
                mark=mark,
            )
        else:
            template = "monthly_summary.docx"
            known = self._figures.catalogue
            lines = [(key, known[key].label, known[key].unit) for key in APPENDIX]
            context = summary(material.facts, days=material.days, issued_on=issued, lines=lines, mark=mark)
        path = unique_path(folder, file_name(material.facts, formal=material.formal))
        figures = NotedFigures(period.key, tuple(figures_of(context)))
        return render(self._template(template), context, path, now=self._clock.now(), figures=figures)

    def _template(self, name: str) -> Path:
        own = self._store.folder.templates / name
        return own if own.is_file() else RESOURCES / "templates" / name

    def _facts(self, session: Session, period: Period) -> Facts:
        s, said = self._settings, PeriodWords.of(period, self._figures.calendar)
        values = self._values(period)
        own = own_text(session, period)
        townships = self._groups("meetings", period, "township")
        real = [part for part in townships if part.group.key not in ("county", "none")]
        return Facts(
            figures=self._numbers(period, values, bool(said.before)),
            unit=s.unit_name,
            period=period.label,
            now=said.now,
            before=said.before,
            year_before=said.year_before,
            since=said.since,
            area=s.area,
            meeting_label=s.meeting_label,
            visit_label=s.visit_label,
            studio_label=s.studio_label,
            focus=[
                part.group
                for part in self._groups("courtyard_meetings", period, "focus")
                if part.group.key != "none"
            ],
            townships=sorted((p.group for p in real if p.group.number), key=lambda g: -g.number),
            idle=[part.group.label for part in real if not part.group.number and not part.occurred],
            overdue_units=_overdue_units(session, period),
            planned=_planned(session, max(period.through, self._clock.today().isoformat())),
            case=typical_case(session, period, own.case),
            late={key: late for key in TOLD_LATE if (late := self._late(key, period, values))},
            was_reported="last_year" in values.sent,
            own=own.paragraphs,
        )

    def _values(self, period: Period) -> Values:
        spans = self._figures.spans(period) | {"previous": self._figures.calendar.previous(period)}
        return self._figures.evaluate(list(self._figures.catalogue), spans)

    def _numbers(
        self, period: Period, values: Values, with_previous: bool
    ) -> Mapping[str, Mapping[str, Any]]:
        """Every figure by span; what it is compared with may be from before anything is known."""
        calendar, coverage = self._figures.calendar, self._figures.coverage()
        earlier = {"last_year": calendar.year_before(period)}
        if with_previous:
            earlier["previous"] = calendar.previous(period)
        found: dict[str, dict[str, Any]] = {}
        for key in self._figures.catalogue:
            numbers = found[key] = {name: _number(values.total(key, name)) for name in _OF_PERIOD}
            if values.is_apart:  # then 本期 holds nothing that came late
                numbers[LATE] = 0
            for name, before in earlier.items():
                known = coverage.shown(values, key, name, before)
                numbers[name] = None if known is None else _number(known)
        return found

    def _late(self, figure: str, period: Period, values: Values) -> list[Group]:
        """补报更正 of a figure by the months it belongs to, oldest first."""
        if values.is_apart or not values.total(figure, "late"):
            return []
        months: dict[Period, int] = defaultdict(int)
        for line in self._figures.records(figure, period):
            if line.late and line.day:
                months[self._figures.calendar.month_of(_day(line.day))] += int(line.amount)
        return [
            Group(month.label if month.year != period.year else f"{month.index}月", number, month.key)
            for month, number in sorted(months.items(), key=lambda item: item[0].start)
            if number
        ]

    def _groups(self, figure: str, period: Period, by: str) -> list[_Part]:
        values = self._figures.evaluate([figure], Spans({"current": period}), by)
        found = []
        for group in values.groups:
            current, occurred = (_whole(values.part(figure, span, group.key)) for span in _COUNTED)
            found.append(_Part(Group(group.label, current, group.key), occurred))
        return found


def _day(text: str) -> date:
    return first(from_stored(text if len(text) > len("2026-10") else f"{text}-00"))


def _whole(value: Value) -> int:
    return 0 if isinstance(value, Pair) else int(value)


def _number(value: Value) -> Any:
    if not isinstance(value, Pair):
        return value
    return Ratio(int(value.numerator), int(value.denominator)) if value.denominator else None


def _overdue_units(session: Session, period: Period) -> list[str]:
    """Who has tasks past their deadline at the end of the period, most first."""
    deadline, closed = type_coerce(Task.deadline, String), type_coerce(Task.closed_on, String)
    rows = session.execute(
        select(Task.unit, func.count())
        .join(ConsensusItem, Task.parent_id == ConsensusItem.id)
        .join(Meeting, ConsensusItem.parent_id == Meeting.id)
        .where(Meeting.deleted_at.is_(None), Meeting.status == REGISTERED, Task.unit.is_not(None))
        .where(deadline < period.through, closed.is_(None) | (closed > period.through))
        .group_by(Task.unit)
        .order_by(func.count().desc(), Task.unit)
    )
    return [row[0] for row in rows]


def _planned(session: Session, after: str) -> list[str]:
    """Topics of meetings that are planned for later than a stored day."""
    day = type_coerce(Meeting.happened_on, String)
    rows = session.scalars(
        select(Meeting.topic)
        .where(Meeting.deleted_at.is_(None), Meeting.status == DRAFT, day > after)
        .order_by(day)
        .limit(_MOST + 1)
    )
    return [topic for topic in rows if topic]
