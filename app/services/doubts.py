"""Doubts: what of a month deserves a second look before it goes up; nothing of it blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import String, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import Level, Problem
from app.models import Record
from app.models.days import Day, first, last
from app.models.fields import link
from app.models.meeting import CLOSED, ConsensusItem, Meeting, Task
from app.models.periods import Period
from app.models.studio import Studio
from app.models.studio_activity import StudioActivity
from app.services.aggregates import REGISTERED
from app.services.figures import Figures
from app.services.matters import Matter, earlier
from app.services.monthly import (
    MONTHLY,
    RecordKey,
    counted,
    day_column,
    loaded,
    problems,
    short_day,
    standing,
    within,
)
from app.services.records import Records
from app.services.report_checks import checks
from app.services.same_day import same_day
from app.store.store import Store

Step = Callable[[int, int, str], None]
CHUNK = 50  # records checked in one read transaction, so that no save waits long
ALIKE = 4  # this many records with one and the same doubt become one line
_NAMED = 3
_RELATIONS = {"＝": "相等", "≤": "不多于"}


@dataclass(frozen=True, slots=True)
class _Doubt:
    day: Day
    title: str
    key: RecordKey
    problem: Problem


_Dated = tuple[Day, Matter]


class Doubts:
    """Judges a month's records; what was judged is remembered by revision."""

    def __init__(self, store: Store, clock: Clock, figures: Figures, records: Records) -> None:
        self._store = store
        self._clock = clock
        self._figures = figures
        self._records = records
        self._judged: dict[str, tuple[int, date, tuple[_Doubt, ...]]] = {}

    def of(self, period: Period, step: Step | None = None) -> tuple[Matter, ...]:
        """All doubts; `step` is told how far the checking is, and may raise to stop it."""
        single, shared = _grouped(self._of_records(period, step or _silent))
        with self._store.reading() as session:
            late, older = self._overdue(session, period)
            twice, often = same_day(session, period)
            dated = sorted([*single, *late, *twice], key=lambda each: first(each[0]))
            found = [*(matter for _, matter in dated), *shared, *often, *older]
            found += self._quiet_studios(session, period)
            found += earlier(session, self._figures.calendar, period, self._clock.today())
        for each in checks(self._figures, period):
            if not each.holds:
                title = f"{each.left_name} {each.left}，{each.right_name} {each.right}"
                text = each.note or f"应该{_RELATIONS[each.relation]}，请看哪条记录填错了"
                found.append(Matter("核对", title, text, leads="checks"))
        return tuple(found)

    def _of_records(self, period: Period, step: Step) -> list[_Doubt]:
        found: list[_Doubt] = []
        for model in MONTHLY:
            with self._store.reading() as session:
                statement = select(model.id, model.uuid, model.revision).where(counted(model, period))
                rows = session.execute(statement).all()
            stale = [row.id for row in rows if self._is_stale(model, row.uuid, row.revision)]
            for start in range(0, len(stale), CHUNK):
                step(start, len(stale), model.kind.label)
                self._judge(model, stale[start : start + CHUNK])
            for row in rows:
                found += self._judged[row.uuid][2] if row.uuid in self._judged else ()
        return sorted(found, key=lambda doubt: (first(doubt.day), doubt.title))

    def _is_stale(self, model: type[Record], uuid: str, revision: int) -> bool:
        """One that looked like another is judged again each time: the other may have changed."""
        known = self._judged.get(uuid)
        if known is None or known[:2] != (revision, self._clock.today()):
            return True
        return any(doubt.problem.path == model.kind.same_if[:1] for doubt in known[2])

    def _judge(self, model: type[Record], ids: Sequence[int]) -> None:
        with self._store.reading() as session:
            context = self._records.context(session)
            for aggregate in loaded(session, model, ids):
                day, key = aggregate.values[model.kind.day], (aggregate.kind, aggregate.uuid)
                doubts = tuple(
                    _Doubt(day, aggregate.title, key, problem)
                    for problem in problems(session, context, aggregate)
                    if problem.level is Level.DOUBT and not _is_overdue(problem)
                )
                self._judged[aggregate.uuid] = (aggregate.revision, context.today, doubts)

    def _overdue(self, session: Session, period: Period) -> tuple[list[_Dated], list[Matter]]:
        """Tasks past their deadline: those of the month's meetings one by one, older ones in one line."""
        found: list[_Dated] = []
        older, total = [], 0
        for (uuid, title, day), tasks in _late_tasks(session, period, self._clock.today()).items():
            if last(day) < period.start:
                older.append((uuid, title))
                total += len(tasks)
                continue
            places = "、".join(str(place + 1) for place, _ in tasks)
            text = f"共识第 {places} 条超期 {max(days for _, days in tasks)} 天没办结"
            matter = Matter(short_day(day), title, text, (("meeting", uuid),), "consensus")
            found.append((day, matter))
        if not older:
            return found, []
        records = tuple(("meeting", uuid) for uuid, _ in older)
        text = _some([title for _, title in older])
        return found, [Matter("以前", f"以前协商活动的落实有 {total} 条超期", text, records, "consensus")]

    def _quiet_studios(self, session: Session, period: Period) -> list[Matter]:
        """Studios without an activity in the quarter so far (domain.md §5.1)."""
        quarter = self._figures.calendar.quarter(period.year, (period.index - 1) // 3 + 1)
        studio = link(StudioActivity, "studio")
        active = select(studio).where(
            StudioActivity.deleted_at.is_(None),
            StudioActivity.status == REGISTERED,
            within(StudioActivity, quarter.after, period.through),
            studio.is_not(None),
        )
        standing_now = standing(Studio, "opened_on", "closed_on", period)
        quiet = select(Studio.name).where(standing_now, Studio.id.not_in(active)).order_by(Studio.id)
        names = session.scalars(quiet).all()
        if not names:
            return []
        return [Matter("本季", f"{len(names)} 个工作室还没有活动", _some(names), leads="studios")]


def _is_overdue(problem: Problem) -> bool:
    """Said once for all meetings by the tasks themselves."""
    return problem.key == "consensus" and problem.path[-1] == "deadline"


def _grouped(doubts: Iterable[_Doubt]) -> tuple[list[_Dated], list[Matter]]:
    """One line a record; then, once for all of them, the doubts that several records share."""
    by_words: dict[tuple[str, str, str], list[_Doubt]] = defaultdict(list)
    for doubt in doubts:
        by_words[doubt.key[0], doubt.problem.key, doubt.problem.text].append(doubt)
    by_record: dict[RecordKey, list[_Doubt]] = defaultdict(list)
    shared: list[Matter] = []
    for (kind, field, text), alike in by_words.items():
        if len(alike) >= ALIKE:
            model = next(model for model in MONTHLY if model.key == kind)
            title = f"{len(alike)} {model.kind.measure}{model.kind.noun}：{alike[0].problem.label}"
            shared.append(Matter("本月", title, text, tuple(doubt.key for doubt in alike), field))
            continue
        for doubt in alike:
            by_record[doubt.key].append(doubt)
    return [_one_record(own) for own in by_record.values()], shared


def _one_record(own: Sequence[_Doubt]) -> _Dated:
    doubt = own[0]
    text = "；".join(each.problem.sentence for each in own)
    return doubt.day, Matter(short_day(doubt.day), doubt.title, text, (doubt.key,), doubt.problem.key)


def _late_tasks(
    session: Session, period: Period, today: date
) -> dict[tuple[str, str, Day], list[tuple[int, int]]]:
    """Meetings up to the period's end → (place of the item, days late) of tasks not closed in time."""
    rows = session.execute(
        select(Meeting.uuid, Meeting.topic, Meeting.happened_on, ConsensusItem.position, Task.deadline)
        .join(ConsensusItem, ConsensusItem.parent_id == Meeting.id)
        .join(Task, Task.parent_id == ConsensusItem.id)
        .where(
            Meeting.deleted_at.is_(None),
            Meeting.status == REGISTERED,
            day_column(Meeting) <= period.through,
            Task.closed_on.is_(None),
            or_(Task.state.is_(None), Task.state != CLOSED),
            type_coerce(Task.deadline, String) < today.isoformat(),
        )
        .order_by(day_column(Meeting).desc(), Meeting.id, ConsensusItem.position)
    )
    found: dict[tuple[str, str, Day], list[tuple[int, int]]] = defaultdict(list)
    for uuid, title, day, place, deadline in rows:
        late = (today - last(deadline)).days
        if late > 0:
            found[uuid, title or "", day].append((place, late))
    return found


def _some(names: Sequence[str]) -> str:
    """The first few names."""
    return "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")


def _silent(done: int, total: int, text: str) -> None:
    """Nobody wants to know."""
