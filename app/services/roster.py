"""Roster: the members as they are found while a name is being typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.activity import Activity, Attendance
from app.models.context import Ref
from app.models.days import Day, first, iso, last
from app.models.people import Membership, Person, Term
from app.services.options import Options
from app.store.pinyin import initials

RECENT = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One term of office as the picker shows it; `attended` is 10-09 参加过, or empty."""

    uuid: str
    name: str
    sector: str = ""
    employer: str = ""
    posts: str = ""
    attended: str = ""
    term: str = ""
    in_office: bool = True

    @property
    def ref(self) -> Ref:
        return Ref(self.uuid, self.name)


@dataclass(frozen=True, slots=True)
class _Member:
    """One term of office with all it is found by."""

    row: MemberRow
    ways: tuple[str, ...]
    start: Day | None
    end: Day | None
    attended: date | None

    def rank(self, query: str) -> int | None:
        """How well he fits: 0 by name or initials, 1 inside the name, 2 by employer; None not at all."""
        name = self.row.name
        if not query or _begins(name, _letters(name), query):
            return 0
        if any(way.startswith(query) for way in self.ways):
            return 0
        if query.isascii():
            return None
        if query in name:
            return 1
        return 2 if len(query) > 1 and query in self.row.employer else None

    def in_office(self, day: Day) -> bool:
        began = self.start is None or first(self.start) <= last(day)
        return began and (self.end is None or first(day) <= last(self.end))


class Roster:
    """All members read once, in the order a picker offers them."""

    def __init__(self, session: Session, today: date) -> None:
        options = Options.load(session)
        self._members = [_member(row, options, today) for row in session.execute(_everybody(today))]

    def find(self, query: str, day: Day, limit: int, preferred: Collection[str] = ()) -> list[MemberRow]:
        """Who fits, in office on `day` first, then the preferred, then lately seen, then by name."""
        query = query.strip().casefold()
        found = []
        for member in self._members:
            rank = member.rank(query)
            if rank is None:
                continue
            there = member.in_office(day)
            lately = -(member.attended.toordinal() if member.attended else 0)
            row = member.row if there else replace(member.row, in_office=False)
            strange = row.uuid not in preferred
            found.append(((not there, rank, strange, lately, member.ways, row.name, row.uuid), row))
        return [row for _, row in sorted(found, key=lambda pair: pair[0])[:limit]]


def short_day(day: Day, today: date) -> str:
    """10-27 in this year, else 2025-10-27."""
    text = iso(day)
    return text[5:] if isinstance(day, date) and day.year == today.year else text


@lru_cache(maxsize=4096)
def _letters(name: str) -> tuple[str, ...]:
    """Per character, the letters it may be typed by."""
    return tuple("".join(initials(character)) for character in name)


def _begins(name: str, letters: Sequence[str], query: str) -> bool:
    """Whether each typed sign is the character itself or its initial: 张w means 张伟."""
    if len(query) > len(name):
        return False
    signs = zip(query, name.casefold(), letters, strict=False)
    return all(typed == character or typed in ways for typed, character, ways in signs)


def _everybody(today: date) -> Any:
    seen = (
        select(Attendance.membership_id, func.max(Activity.happened_on).label("day"))
        .join(Activity, Attendance.activity_id == Activity.id)
        .where(Activity.deleted_at.is_(None), Activity.happened_on >= today - RECENT)
        .group_by(Attendance.membership_id)
        .subquery()
    )
    return (
        select(
            Membership.uuid, Person.name, Person.initials, Membership.sector, Membership.employer,
            Membership.posts, Term.name, Membership.started_on, Membership.ended_on, seen.c.day,
        )
        .join(Person, Membership.person_id == Person.id)  # type: ignore[attr-defined]
        .outerjoin(Term, Membership.term_id == Term.id)  # type: ignore[attr-defined]
        .outerjoin(seen, seen.c.membership_id == Membership.id)
        .where(Membership.deleted_at.is_(None), Person.deleted_at.is_(None))
    )  # fmt: skip


def _member(row: Any, options: Options, today: date) -> _Member:
    uuid, name, own, sector, employer, posts, term, start, end, attended = row
    day = first(attended) if attended else None
    shown = MemberRow(
        uuid,
        name or "",
        options.label("sector", sector) if sector else "",
        employer or "",
        "、".join(options.label("post", key) for key in posts or ()),
        f"{short_day(day, today)} 参加过" if day else "",
        term or "",
    )
    ways = (*initials(name or ""), *([own.casefold()] if own else []))
    return _Member(shown, ways, start, end, day)
