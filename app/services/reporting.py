"""Reporting: 本月报送, who of townships, committees and studios has reported, and who has to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError
from app.models.activity import Activity
from app.models.days import Day, from_stored
from app.models.fields import link
from app.models.periods import Period
from app.models.place import Township
from app.models.studio import Studio
from app.models.studio_activity import StudioActivity
from app.models.zero_report import ZeroReport
from app.services.aggregates import REGISTERED
from app.services.monthly import RecordKey, counted, standing
from app.services.options import Options
from app.services.records import Records
from app.settings import OfficeSettings
from app.store.store import Store


class Sort(StrEnum):
    """What kind of body reports; the values are the fields of ZeroReport."""

    TOWNSHIP = "township"
    COMMITTEE = "committee"
    STUDIO = "studio"


class State(StrEnum):
    REPORTED = "reported"
    ZERO = "zero"
    SILENT = "silent"


SORT_LABELS = {Sort.TOWNSHIP: "乡镇（街道）", Sort.COMMITTEE: "专委会", Sort.STUDIO: "工作室"}
STATE_LABELS = {State.REPORTED: "已报", State.ZERO: "零报告", State.SILENT: "未报"}

_ACTIVITY, _STUDIOS = Activity.__table__, StudioActivity.__table__
_on = type_coerce(_ACTIVITY.c.happened_on, String)
_REGISTERED = (_ACTIVITY.c.deleted_at.is_(None), _ACTIVITY.c.status == REGISTERED)
_BODIES: dict[Sort, Any] = {
    Sort.TOWNSHIP: _ACTIVITY.c.township_id,
    Sort.COMMITTEE: _ACTIVITY.c.committee,
    Sort.STUDIO: _STUDIOS.c.studio_id,
}
"""What an activity says of the bodies it belongs to."""


@dataclass(frozen=True, slots=True)
class ReportingRow:
    """One body in one month: registered records by kind, when it was last heard of, and its 零报告."""

    sort: Sort
    key: str
    label: str
    records: tuple[RecordKey, ...] = ()
    last: Day | None = None
    zero: str = ""

    @property
    def state(self) -> State:
        if self.records:
            return State.REPORTED
        return State.ZERO if self.zero else State.SILENT

    def count(self, kind: str) -> int:
        return sum(each == kind for each, _ in self.records)


@dataclass(slots=True)
class _Seen:
    """What is known of the bodies of one sort, by local key."""

    records: dict[Any, list[RecordKey]] = field(default_factory=lambda: defaultdict(list))
    last: dict[Any, Day] = field(default_factory=dict)
    zero: dict[Any, str] = field(default_factory=dict)


class Reporting:
    """Counts by body what is registered; what a body sent on paper counts once it is entered."""

    def __init__(self, store: Store, clock: Clock, settings: OfficeSettings, records: Records) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._records = records

    def rows(self, month: Period) -> tuple[ReportingRow, ...]:
        """Townships in the office's order, then committees, then studios, that are there in the month."""
        with self._store.reading() as session:
            seen = {sort: _Seen() for sort in Sort}
            _read_month(session, month, seen)
            _read_last(session, month, seen)
            _read_zero(session, month, seen)
            return (
                *_register_rows(session, Sort.TOWNSHIP, month, seen[Sort.TOWNSHIP]),
                *_committee_rows(Options.load(session), seen[Sort.COMMITTEE]),
                *_register_rows(session, Sort.STUDIO, month, seen[Sort.STUDIO]),
            )

    def register_zero(self, month: Period, rows: Iterable[ReportingRow]) -> list[str]:
        """Notes that these had nothing this month, all or none; returns what `withdraw` takes back.

        Raises AppError for one that has records by now; one that has its 零报告 already is left as it is.
        """
        wanted = {(row.sort, row.key) for row in rows}
        now = [row for row in self.rows(month) if (row.sort, row.key) in wanted]
        for row in now:
            if row.state is State.REPORTED:
                raise AppError(f"{row.label}{month.index}月已有 {len(row.records)} 条记录，不用登记零报告。")
        key = month.key
        raws = [{"month": key, row.sort.value: row.key} for row in now if row.state is State.SILENT]
        return [aggregate.uuid for aggregate in self._records.add("zero_report", raws)]

    def withdraw(self, uuids: Sequence[str]) -> int:
        """Takes 零报告 back; answers how many."""
        return self._records.delete("zero_report", uuids)

    def restore(self, uuids: Sequence[str]) -> int:
        """Undoes `withdraw`."""
        return self._records.undelete("zero_report", uuids)

    def reminder(self, month: Period, rows: Iterable[ReportingRow], due: date) -> str:
        """A 催报 for WeChat naming those of `rows` that have not reported; raises AppError when all have."""
        silent = [row for row in rows if row.state is State.SILENT]
        if not silent:
            raise AppError(f"{month.index}月的都报了，不用催。")
        today = self._clock.today()
        lines = [
            f"【{self._settings.unit_name}】{month.label}工作情况报送提醒",
            f"到{today.month}月{today.day}日，还有 {len(silent)} 个单位没有报：",
        ]
        for sort, label in SORT_LABELS.items():
            names = [row.label for row in silent if row.sort is sort]
            if names:
                lines.append(f"{label}：{'、'.join(names)}")
        day = f"{due.month}月{due.day}日"
        asked = f"请在{day}前报来" if today <= due else f"原定{day}前报，请尽快补报"
        lines.append(f"{asked}；这个月没有活动的，回复“零报告”就行。谢谢。")
        return "\n".join(lines)


def _read_month(session: Session, month: Period, seen: dict[Sort, _Seen]) -> None:
    statement = select(_ACTIVITY.c.type, _ACTIVITY.c.uuid, *_BODIES.values())
    statement = statement.outerjoin_from(_ACTIVITY, _STUDIOS, _STUDIOS.c.id == _ACTIVITY.c.id)
    statement = statement.where(*_REGISTERED, _on > month.after, _on <= month.through)
    for kind, uuid, *bodies in session.execute(statement.order_by(_on, _ACTIVITY.c.id)):
        for sort, local in zip(_BODIES, bodies, strict=True):
            if local is not None:
                seen[sort].records[local].append((kind, uuid))


def _read_last(session: Session, month: Period, seen: dict[Sort, _Seen]) -> None:
    """When each body was last heard of, up to the month's end."""
    for sort, body in _BODIES.items():
        statement = select(body, func.max(_on)).where(*_REGISTERED, _on <= month.through, body.is_not(None))
        if sort is Sort.STUDIO:
            statement = statement.where(_ACTIVITY.c.id == _STUDIOS.c.id)
        for local, newest in session.execute(statement.group_by(body)):
            seen[sort].last[local] = from_stored(newest)


def _read_zero(session: Session, month: Period, seen: dict[Sort, _Seen]) -> None:
    township, studio = link(ZeroReport, "township"), link(ZeroReport, "studio")
    statement = select(ZeroReport.uuid, township, ZeroReport.committee, studio)
    for uuid, *bodies in session.execute(statement.where(counted(ZeroReport, month))):
        for sort, local in zip(_BODIES, bodies, strict=True):
            if local is not None:
                seen[sort].zero[local] = uuid


def _register_rows(session: Session, sort: Sort, month: Period, seen: _Seen) -> list[ReportingRow]:
    """Townships or studios; today's names."""
    if sort is Sort.TOWNSHIP:
        statement = select(Township.id, Township.uuid, Township.name)
        statement = statement.where(standing(Township, "started_on", "ended_on", month))
        statement = statement.order_by(Township.position.is_(None), Township.position, Township.id)
    else:
        statement = select(Studio.id, Studio.uuid, Studio.name)
        statement = statement.where(standing(Studio, "opened_on", "closed_on", month)).order_by(Studio.id)
    return [
        _row(ReportingRow(sort, uuid, name or ""), local, seen)
        for local, uuid, name in session.execute(statement)
    ]


def _committee_rows(options: Options, seen: _Seen) -> list[ReportingRow]:
    """Committees on offer, and retired ones that did something this month."""
    return [
        _row(ReportingRow(Sort.COMMITTEE, option.key, option.label), option.key, seen)
        for option in options.entries("committee", retired=True)
        if not option.retired or option.key in seen.records
    ]


def _row(row: ReportingRow, local: Any, seen: _Seen) -> ReportingRow:
    return replace(
        row,
        records=tuple(seen.records.get(local, ())),
        last=seen.last.get(local),
        zero=seen.zero.get(local, ""),
    )
