"""Terms: 换届 as one action: the old term ends, the new one begins, those who stay are carried over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import AppError, Invalid, Level, Problem
from app.models.context import Ref
from app.models.days import Day, first, iso
from app.models.fields import Values, link
from app.models.people import Membership, Person, Term
from app.models.studio import Studio, StudioMember
from app.services.aggregates import DRAFT, Aggregate, new_uuid, to_aggregate
from app.services.context import OfficeContext
from app.services.office import Office
from app.services.options import Options
from app.services.records import Records
from app.services.starting import latest_term
from app.store.pinyin import initials
from app.store.store import Store

_COPIED = ("person", "sector", "posts", "employer", "committees", "levels", "township")
_NUMERALS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class CurrentTerm:
    """The term that began last; `serving` counts its offices not yet ended."""

    uuid: str
    name: str
    started_on: Day
    serving: int


@dataclass(frozen=True, slots=True)
class Serving:
    """One open term of office as the list of 换届 shows it; `ways` are the initials it is found by."""

    uuid: str
    name: str
    sector: str
    posts: str
    employer: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turnover:
    """What one 换届 did: how many offices were carried over and ended, how many studios were left."""

    term: str
    name: str
    stayed: int
    left: int
    studios: int


def current(office: Office) -> CurrentTerm | None:
    """The term that began last, None when no term is recorded."""
    with office.store.reading() as session:
        term = latest_term(session)
        if term is None:
            return None
        uuid, name, started = term
        return CurrentTerm(uuid, name, started, len(_open(session, uuid)))


def begins(store: Store) -> tuple[date, ...]:
    """The first days of all terms, oldest first."""
    with store.reading() as session:
        statement = select(Term.started_on).where(Term.deleted_at.is_(None), Term.started_on.is_not(None))
        return tuple(sorted(first(day) for day in session.scalars(statement)))


def serving(office: Office) -> list[Serving]:
    """The open offices of the current term, by sector in the office's order."""
    with office.store.reading() as session:
        term = latest_term(session)
        options = Options.load(session)
        rows = session.execute(_people(_open(session, term[0] if term else ""))).all()
    order = {option.key: place for place, option in enumerate(options.entries("sector", retired=True))}
    rows = sorted(rows, key=lambda row: (order.get(row.sector or "", len(order)), row.id))
    return [
        Serving(
            row.uuid,
            row.name or "",
            options.label("sector", row.sector) if row.sector else "",
            "、".join(options.label("post", key) for key in row.posts or ()),
            row.employer or "",
            (*initials(row.name or ""), *([row.initials.casefold()] if row.initials else [])),
        )
        for row in rows
    ]


def begin(
    office: Office, name: str, started_on: date, staying: Sequence[str], *, leave_studios: bool = True,
    reason: str = "",
) -> Turnover:  # fmt: skip
    """Ends the current term the day before and carries over the offices whose uuids are `staying`.

    One transaction. Sector, posts, employer, committees, group and kept contacts are copied. Who does not
    stay leaves the studios too, unless told otherwise. Raises Invalid, AppError, and ReasonNeeded when it
    reaches back into reported periods; nothing was written then.
    """
    return _Handover(office, reason).carry_out(name.strip(), started_on, staying, leave_studios)


def next_name(name: str) -> str:
    """What the term after `name` is called: 十一届 → 十二届; "" when that cannot be told."""
    found = re.fullmatch(r"(第?)(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?(届)", name)
    if not found or not (found[3] or found[4]):
        return ""
    tens = (_NUMERALS.index(found[2]) if found[2] else 1) if found[3] else 0
    number = 10 * tens + (_NUMERALS.index(found[4]) if found[4] else 0) + 1
    tens, ones = divmod(number, 10)
    if tens > 9:
        return ""
    words = ("" if tens < 2 else _NUMERALS[tens]) + ("十" if tens else "") + (_NUMERALS[ones] if ones else "")
    return f"{found[1]}{words}{found[5]}"


class _Handover(Records):
    """Saves the many records of one 换届 in one transaction, as Records saves one."""

    def __init__(self, office: Office, reason: str) -> None:
        super().__init__(office.store, office.clock, office.records.by)
        self._reason = reason

    def carry_out(self, name: str, started_on: date, staying: Sequence[str], leave_studios: bool) -> Turnover:
        before = started_on - timedelta(days=1)
        with self._store.writing() as session:
            context = self.context(session)
            old = latest_term(session)
            _check_start(session, name, started_on, old)
            there = _open(session, old[0]) if old else []
            if not set(staying) <= set(there):
                raise AppError("名单里有人刚在别处改过，换届没有办，什么都没有动。请重新打开再选。")
            if old is not None:
                self._end_term(session, context, old[0], before)
            term = self._add(session, context, "term", {"name": name, "started_on": started_on})
            for uuid in there:
                self._move(session, context, uuid, term if uuid in staying else None, started_on)
            gone = [uuid for uuid in there if uuid not in staying]
            studios = self._leave_studios(session, context, gone, before) if leave_studios else 0
            self.settle(session, self._reason)
        return Turnover(term.uuid, name, len(staying), len(gone), studios)

    def _end_term(self, session: Session, context: OfficeContext, uuid: str, before: date) -> None:
        aggregate = to_aggregate(session, self._record(session, "term", uuid))
        ended = aggregate.values.get("ended_on")
        if ended is None or first(ended) > before:
            aggregate.values["ended_on"] = before
            self._keep(session, context, aggregate)

    def _move(
        self, session: Session, context: OfficeContext, uuid: str, term: Aggregate | None, started_on: date
    ) -> None:
        """Ends one office; with a term, begins the same office in it."""
        old = to_aggregate(session, self._record(session, "membership", uuid))
        contacts = [row for row in old.values["linked_units"] if row.get("ended_on") is None]
        values = {key: old.values[key] for key in _COPIED} if term else {}
        copies = [
            {k: v for k, v in row.items() if k != "uuid"} | {"started_on": started_on} for row in contacts
        ]
        before = started_on - timedelta(days=1)
        old.values["ended_on"] = before
        if old.values.get("state") in (None, "serving"):
            old.values["state"] = "expired"
        for row in contacts:
            row["ended_on"] = before
        self._keep(session, context, old)
        if term is not None:
            values |= {"term": Ref(term.uuid, term.title), "started_on": started_on, "linked_units": copies}
            self._add(session, context, "membership", values)

    def _leave_studios(
        self, session: Session, context: OfficeContext, gone: Sequence[str], before: date
    ) -> int:
        """Ends the studio time of those who left office; answers in how many studios."""
        if not gone:
            return 0
        offices = _all_offices(session, gone)
        studios = session.scalars(
            select(Studio.uuid)
            .join(StudioMember, StudioMember.parent_id == Studio.id)
            .join(Membership, link(StudioMember, "member") == Membership.id)
            .where(Studio.deleted_at.is_(None), StudioMember.left_on.is_(None), Membership.uuid.in_(offices))
            .distinct()
        ).all()
        for uuid in studios:
            aggregate = to_aggregate(session, self._record(session, "studio", uuid))
            for row in aggregate.values["members"]:
                if row["left_on"] is None and row["member"] and row["member"].uuid in offices:
                    row["left_on"] = before
            self._keep(session, context, aggregate)
        return len(studios)

    def _add(self, session: Session, context: OfficeContext, kind: str, values: Values) -> Aggregate:
        return self._keep(session, context, self.new(kind, **values))

    def _keep(self, session: Session, context: OfficeContext, aggregate: Aggregate) -> Aggregate:
        problems = self._check(session, context, aggregate)
        blocking = [problem for problem in problems if problem.level is Level.SAVE]
        if blocking:
            raise Invalid(
                Problem((aggregate.kind, *p.path), f"“{aggregate.title}”{p.label}", p.text, p.level)
                for p in blocking
            )
        draft = bool(aggregate.uuid) and aggregate.status == DRAFT
        return self._put(session, context, aggregate, problems, new_uuid(), draft, self._reason)


def _open(session: Session, term: str) -> list[str]:
    """The uuids of the offices of a term that nobody has ended."""
    statement = (
        select(Membership.uuid)
        .join(Term, link(Membership, "term") == Term.id)
        .where(Term.uuid == term, Membership.deleted_at.is_(None), Membership.ended_on.is_(None))
        .order_by(Membership.id)
    )
    return list(session.scalars(statement))


def _people(uuids: Iterable[str]) -> Any:
    return (
        select(
            Membership.id, Membership.uuid, Person.name, Person.initials, Membership.sector, Membership.posts,
            Membership.employer,
        )
        .join(Person, link(Membership, "person") == Person.id)
        .where(Membership.uuid.in_(list(uuids)))
    )  # fmt: skip


def _all_offices(session: Session, uuids: Sequence[str]) -> set[str]:
    """All offices, of any term, of the persons who hold these."""
    person = link(Membership, "person")
    persons = select(person).where(Membership.uuid.in_(list(uuids)))
    return set(session.scalars(select(Membership.uuid).where(person.in_(persons))))


def _check_start(session: Session, name: str, started_on: date, old: tuple[str, str, Day] | None) -> None:
    problems = []
    if not name:
        problems.append(Problem(("name",), "届", "请填新一届的叫法，如 十二届", Level.SAVE, missing=True))
    taken = session.execute(select(Term.id).where(Term.deleted_at.is_(None), Term.name == name)).first()
    if taken:
        problems.append(Problem(("name",), "届", f"已经有{name}了，请换个叫法", Level.SAVE))
    if old is not None and started_on <= first(old[2]):
        text = f"要晚于{old[1]}开始的 {iso(old[2])}，请改对"
        problems.append(Problem(("started_on",), "开始日期", text, Level.SAVE))
    if problems:
        raise Invalid(problems)
