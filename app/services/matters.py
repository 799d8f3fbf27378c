"""Matters: the lines of 必须补 and 请看一看 on the first page, and the drafts that make the former."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import case, func, or_, select, union_all
from sqlalchemy.orm import Session

from app.errors import BLOCKING, Problem
from app.models.days import first, from_stored
from app.models.masks import unnumbered
from app.models.periods import Calendar, Period
from app.services.context import OfficeContext
from app.services.monthly import (
    MONTHLY,
    RecordKey,
    counted,
    day_column,
    due,
    is_draft,
    loaded,
    planned,
    problems,
    short_day,
    stored_rows,
    within,
)

MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Matter:
    """One line: when, what, why, and what it leads to.

    One record opens its form, several a list of them; with none, `leads` says where to: month (the one with
    the key `month`), studios or checks. `field` is the place in the form to begin at.
    """

    when: str
    title: str
    text: str
    records: tuple[RecordKey, ...] = ()
    field: str = ""
    leads: str = ""
    month: str = ""

    def __post_init__(self) -> None:
        for key in ("title", "text"):  # both may say what was typed
            object.__setattr__(self, key, unnumbered(getattr(self, key)))


class Tally(NamedTuple):
    """Records of a month: those that count, drafts whose day has come, and those planned for later."""

    registered: int
    drafts: int
    planned: int

    @property
    def records(self) -> int:
        return self.registered + self.drafts


def tally(session: Session, period: Period, today: date) -> Tally:
    """How many records the month has; figures know nothing of drafts, so these are counted here."""
    counts = []
    for rows, kinds in stored_rows():
        among = counted(rows, period), due(rows, period, today), planned(rows, period, today)
        columns = [func.count(case((condition, 1))) for condition in among]
        dated = or_(within(rows, period.after, period.through), day_column(rows).is_(None))
        counts.append(select(*columns).where(dated, kinds))
    found = session.execute(union_all(*counts)).all()
    return Tally(*(sum(row[place] for row in found) for place in range(3)))


def missing(session: Session, context: OfficeContext, period: Period) -> tuple[Matter, ...]:
    """Drafts whose day has come, oldest first, with what they lack; at most MOST_SHOWN of them."""
    found: list[tuple[date, Matter]] = []
    for model in MONTHLY:
        ids = session.scalars(select(model.id).where(due(model, period, context.today)).limit(MOST_SHOWN))
        for aggregate in loaded(session, model, ids.all()):
            day = aggregate.values.get(model.kind.day)
            blocking = [p for p in problems(session, context, aggregate) if p.level in BLOCKING]
            matter = Matter(
                short_day(day) if day else "没日期",
                aggregate.title,
                lacking(blocking),
                ((aggregate.kind, aggregate.uuid),),
                blocking[0].key if blocking else "",
            )
            found.append((first(day) if day else date.max, matter))
    return tuple(matter for _, matter in sorted(found, key=lambda each: each[0])[:MOST_SHOWN])


def earlier(session: Session, calendar: Calendar, period: Period, today: date) -> list[Matter]:
    """Drafts of the months before: they block those months, and the running total lacks them.

    What is planned for a day to come lacks nothing yet.
    """
    months: dict[str, int] = defaultdict(int)
    until = min(period.after, today.isoformat())
    for model in MONTHLY:
        statement = select(day_column(model)).where(is_draft(model), day_column(model) <= until)
        for day in session.scalars(statement):
            months[calendar.month_of(first(from_stored(day))).key] += 1
    if not months:
        return []
    newest = sorted(months, reverse=True)
    words = "、".join(f"{_month_word(key, period)} {months[key]} 条" for key in newest[:4])
    title = f"以前的月份还有 {sum(months.values())} 条没填完"
    return [Matter("以前", title, words, leads="month", month=newest[0])]


def lacking(blocking: Sequence[Problem]) -> str:
    """缺：记录人、第 3 条责任单位; what is wrong in one sentence; or that it only has to be saved."""
    if not blocking:
        return "填齐了，打开保存一次就登记"
    absent = [_named(problem) for problem in blocking if problem.missing]
    wrong = [problem.sentence for problem in blocking if not problem.missing]
    said = [f"缺：{'、'.join(dict.fromkeys(absent))}"] if absent else []
    return "；".join(said + wrong[:1])


def _named(problem: Problem) -> str:
    row = next((part for part in problem.path if isinstance(part, int)), None)
    return problem.label if row is None else f"第 {row + 1} 条{problem.label}"


def _month_word(key: str, period: Period) -> str:
    year, month = key.split("-")
    return f"{int(month)}月" if int(year) == period.year else f"{year}年{int(month)}月"
