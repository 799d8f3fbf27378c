"""The Word text of a period: 月度小结, for half-years and years the 报告 in official form (domain.md D8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.clock import Clock
from app.exporters.files import unique_path
from app.exporters.narrative import Facts, Group, TypicalCase
from app.exporters.tables import Ratio
from app.exporters.word import render
from app.exporters.word_record import where
from app.exporters.word_report import file_name, formal, summary
from app.models.days import printed
from app.models.fields import link
from app.models.meeting import CLOSED, ConsensusItem, Meeting, Task
from app.models.periods import Calendar, Period, Span
from app.models.place import Township, Village
from app.paths import RESOURCES
from app.services.aggregates import DRAFT, REGISTERED
from app.services.context import refs
from app.services.figure_values import Pair, Value
from app.services.figures import Figures
from app.settings import OfficeSettings
from app.store.store import Store

APPENDIX = (
    "meetings", "courtyard_meetings", "attendance_total", "consensus", "tasks_closed", "visits",
    "outreach_count", "people_served", "demands", "deeds", "studio_activities", "studio_people_served",
    "studio_opinions", "studio_joined",
)  # fmt: skip
ATTACHED = ("基层协商工作情况统计表", "委员走基层统计表", "委员工作室建设及活动情况表")
_NOW = {
    Span.MONTH: ("本月", "上月"),
    Span.QUARTER: ("本季度", "上季度"),
    Span.HALF: ("上半年", ""),
    Span.YEAR: ("全年", ""),
}
_MOST = 5


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the text says, taken from the store in one go."""

    facts: Facts
    formal: bool
    days: str


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
        return render(self._template(template), context, path, now=self._clock.now())

    def _template(self, name: str) -> Path:
        own = self._store.folder.templates / name
        return own if own.is_file() else RESOURCES / "templates" / name

    def _facts(self, session: Session, period: Period) -> Facts:
        s, calendar = self._settings, self._figures.calendar
        now, before = _words(period)
        townships = self._groups("meetings", period, "township")
        real = [group for group in townships if group.key not in ("county", "none")]
        return Facts(
            figures=self._numbers(period, calendar, bool(before)),
            unit=s.unit_name,
            period=period.label,
            now=now,
            before=before,
            year_before="上年同期" if period.span is not Span.YEAR else "上年",
            since="" if period.span is Span.YEAR else "今年以来",
            area=s.area,
            meeting_label=s.meeting_label,
            visit_label=s.visit_label,
            studio_label=s.studio_label,
            focus=[
                group for group in self._groups("courtyard_meetings", period, "focus") if group.key != "none"
            ],
            townships=sorted((g for g in real if g.number), key=lambda g: -g.number),
            idle=[group.label for group in real if not group.number],
            overdue_units=_overdue_units(session, period),
            planned=_planned(session, max(period.through, self._clock.today().isoformat())),
            case=_typical(session, period),
        )

    def _numbers(
        self, period: Period, calendar: Calendar, with_previous: bool
    ) -> Mapping[str, Mapping[str, Any]]:
        spans = self._figures.spans(period) | {"previous": calendar.previous(period)}
        keys = list(self._figures.catalogue)
        values = self._figures.evaluate(keys, spans)
        known = [name for name in spans if name != "previous" or with_previous]
        return {key: {name: _number(values.total(key, name)) for name in known} for key in keys}

    def _groups(self, figure: str, period: Period, by: str) -> list[Group]:
        values = self._figures.evaluate([figure], {"current": period}, by)
        return [
            Group(group.label, int(value) if not isinstance(value, Pair) else 0, group.key)
            for group in values.groups
            for value in [values.part(figure, "current", group.key)]
        ]


def _words(period: Period) -> tuple[str, str]:
    if period.span is Span.HALF and period.index == 2:
        return "下半年", "上半年"
    return _NOW.get(period.span, ("本期", ""))


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


def _typical(session: Session, period: Period) -> TypicalCase | None:
    """The meeting told as an example: most carried out, then most agreed, then best attended."""
    found = session.scalars(
        select(Meeting)
        .where(_dated(period), Meeting.consensus_count > 0)
        .where(Meeting.deleted_at.is_(None), Meeting.status == REGISTERED)
        .order_by(
            Meeting.closed_count.desc(), Meeting.consensus_count.desc(), Meeting.headcount.desc(), Meeting.id
        )
        .limit(1)
    ).first()
    if found is None:
        return None
    rows = session.execute(
        select(ConsensusItem.text, Task.unit, Task.state, Task.closed_on)
        .outerjoin(Task, Task.parent_id == ConsensusItem.id)
        .where(ConsensusItem.parent_id == found.id)
        .order_by(ConsensusItem.position)
    ).all()
    done = [row for row in rows if row.state == CLOSED and row.closed_on and row.unit]
    result = (
        f"会后由{'、'.join(dict.fromkeys(row.unit for row in done))}落实，已办结{len(done)}件。"
        if done
        else ""
    )
    return TypicalCase(
        found.topic or "",
        printed(found.happened_on),
        _where(session, found),
        [row.text for row in rows if row.text],
        result,
    )


def _where(session: Session, meeting: Meeting) -> str:
    """Township, village and place, none of them said twice."""
    names = []
    for model, local in ((Township, link(meeting, "township")), (Village, link(meeting, "village"))):
        found = refs(session, model, [local] if local else [])
        names.append(next((ref.label for ref in found.values()), ""))
    return where({"township": names[0], "village": names[1], "place": meeting.place})


def _dated(period: Period) -> Any:
    day = type_coerce(Meeting.happened_on, String)
    return (day > period.after) & (day <= period.through)
