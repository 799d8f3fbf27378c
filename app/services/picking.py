"""Picking: finding members and records to point at while typing, by name or pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from app.clock import Clock
from app.models import Record, model_of
from app.models.activity import PRESENT
from app.models.base import Base
from app.models.context import MemberFacts, Ref
from app.models.days import Day
from app.models.fields import Field, Values, field_of, fields_of
from app.models.people import Membership, Person
from app.models.values import Choice, DayValue, Text
from app.services.aggregates import load_options, to_aggregate
from app.services.context import OfficeContext, former, title_column
from app.services.options import Options
from app.services.roster import MemberRow, Roster, short_day
from app.services.studios import studio_members
from app.store.pinyin import first_initials
from app.store.store import Store

T = TypeVar("T")
MOST_ROWS = 3000
_CARRIED_SHAPES = ("value", "reference", "members")
_OWN_TO_EACH = ("day", "count", "year", "money")  # value kinds that differ from one record to the next


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record to point at; `within` is the record that narrows it (the township of a village).

    `former` are names it had before, under which it is found as well.
    """

    ref: Ref
    note: str = ""
    within: Ref | None = None
    former: tuple[str, ...] = ()


class Picking:
    """Answers while a name is being typed; remembers until `forget` is called."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._known: dict[Any, Any] = {}

    def forget(self) -> None:
        """Something was written: read afresh next time."""
        self._known = {}

    def members(
        self, query: str, day: Day | None = None, limit: int = 30, studio: Ref | None = None
    ) -> list[MemberRow]:
        """Members whose name, initials or employer fit: those in office on `day` first, then those of the
        studio, then those lately seen."""
        today = self._clock.today()
        roster = self._once("members", lambda session: Roster(session, today))
        own: frozenset[str] = frozenset()
        if studio is not None:
            key = ("studio", studio.uuid, day)
            own = self._once(key, lambda session: studio_members(session, studio.uuid, day or today))
        return roster.find(query, day or today, limit, own)

    def named(self, name: str, day: Day | None = None) -> list[MemberRow]:
        """Members of exactly this name; only those in office on `day` when there are any."""
        rows = [row for row in self.members(name, day, limit=MOST_ROWS) if row.name == name.strip()]
        return [row for row in rows if row.in_office] or rows

    def records(
        self, kind: str, query: str = "", narrowed: tuple[str, Ref | None] = ("", None), limit: int = 200
    ) -> list[RecordRow]:
        """Records of a kind by title or initials.

        `narrowed` names a pointer of theirs and where it must lead: ("township", 永兴街道); None: anywhere.
        """
        model, (key, wanted) = model_of(kind), narrowed
        if model is Membership:
            return [RecordRow(row.ref, _noted(row)) for row in self.members(query, limit=limit)]
        rows = self._once(("records", kind, key), lambda session: self._rows(session, model, key))
        if wanted is not None:
            rows = [row for row in rows if row.within == wanted]
        today = [row for row in rows if fits(row.ref.label, query)]
        return [*today, *_once_called(rows, today, query)][:limit]

    def nothing_found(self, kind: str, query: str) -> str:
        """What to say when nothing fits."""
        how = (
            "名册里没有" if kind in (Membership.key, Person.key) else f"没有这样的{model_of(kind).kind.label}"
        )
        return f"{how}“{query.strip()[:20]}”，换几个字或拼音首字母再找"

    def earlier_texts(self, model: type[Base], key: str) -> tuple[str, ...]:
        """What was typed into a field before, the most frequent first; private fields tell nothing."""
        spec = field_of(model, key)
        if spec.private or not isinstance(spec.value, Text):
            return ()
        return self._once(("texts", model, key), lambda session: _texts(session, model, key))

    def last_record(self, kind: str, but: str = "") -> Values | None:
        """What of the newest other record of a kind may be taken over into the next; None without one."""
        model = model_of(kind)
        with self._store.reading() as session:
            statement = select(model).where(model.deleted_at.is_(None), model.uuid != but)
            statement = statement.order_by(model.id.desc()).limit(1).options(*load_options(model))
            record = session.scalars(statement).first()
            return None if record is None else carried(model, to_aggregate(session, record).values)

    def resolve(self, kind: str, raw: str, values: Values) -> Ref:
        """One record by number or name; raises Unfit with the candidates."""
        return self._ask(lambda context: context.resolve(kind, raw, values))

    def facts(self, uuid: str) -> MemberFacts | None:
        """What is known of one term of office."""
        return self._ask(lambda context: context.member(uuid))

    def value_of(self, kind: str, uuid: str, key: str) -> Any:
        """One plain value of another record."""
        return self._ask(lambda context: context.value_of(kind, uuid, key))

    def _ask(self, question: Callable[[OfficeContext], T]) -> T:
        with self._store.reading() as session:
            return question(OfficeContext(session, Options.load(session), self._clock.today()))

    def _once(self, key: Any, read: Callable[[Session], T]) -> T:
        if key not in self._known:
            with self._store.reading() as session:
                self._known[key] = read(session)
        found: T = self._known[key]
        return found

    def _rows(self, session: Session, model: type[Record], narrowing: str) -> list[RecordRow]:
        notes = _telling(model)
        statement = select(model.uuid, title_column(model)).where(model.deleted_at.is_(None))
        for spec in notes:
            statement = _with_shown(statement, model, spec)
        if narrowing:
            target = aliased(model_of(field_of(model, narrowing).target))
            statement = statement.add_columns(title_column(target), target.uuid)
            statement = statement.outerjoin(target, getattr(model, narrowing + "_id") == target.id)
        options, former_names = Options.load(session), _former_names(session, model)
        found = []
        for row in session.execute(_ordered(statement, model).limit(MOST_ROWS)):
            says = [self._said(spec, value, options) for spec, value in zip(notes, row[2:], strict=False)]
            within = Ref(row[-1], row[-2]) if narrowing and row[-1] else None
            note, names = "　".join(filter(None, says)), former_names.get(row[0], ())
            found.append(RecordRow(Ref(row[0], str(row[1] or "")), note, within, names))
        return found

    def _said(self, spec: Field, value: Any, options: Options) -> str:
        if value is None:
            return ""
        if isinstance(spec.value, Choice):
            keys = value if isinstance(value, tuple) else (value,)
            return "、".join(options.label(spec.value.of, key) for key in keys)
        return short_day(value, self._clock.today()) if isinstance(spec.value, DayValue) else str(value)


def carried(model: type[Record], values: Values) -> Values:
    """What of one record may stand in the next: not its title, dates, numbers, long texts, rows, files."""
    return {
        spec.key: _afresh(values[spec.key]) if spec.shape == "members" else values[spec.key]
        for spec in fields_of(model)
        if spec.shape in _CARRIED_SHAPES
        and spec.formula is None
        and spec.key != model.kind.title
        and (spec.value is None or spec.value.name not in _OWN_TO_EACH)
        and values.get(spec.key) not in (None, [], ())
    }


def _afresh(entries: list[Values]) -> list[Values]:
    """The same members, present, with the sector of the new day still to be found."""
    return [{"member": entry["member"], "role": entry["role"], "status": PRESENT} for entry in entries]


def fits(name: str, query: str) -> bool:
    """Whether a text is meant: some of its characters, or the initials it begins with."""
    query = query.strip().casefold()
    if not query or query in name.casefold():
        return True
    return query.isascii() and first_initials(name).replace(" ", "").startswith(query)


def _once_called(rows: Sequence[RecordRow], but: Sequence[RecordRow], query: str) -> list[RecordRow]:
    """Rows with a fitting name of before, which is told."""
    found = []
    for row in rows:
        name = next((name for name in row.former if fits(name, query)), "") if row not in but else ""
        if name:
            found.append(replace(row, note="　".join(filter(None, (f"曾用名 {name}", row.note)))))
    return found


def _former_names(session: Session, model: type[Record]) -> dict[str, tuple[str, ...]]:
    """The names of before by uuid, for kinds that keep them."""
    if not hasattr(model, "former_names"):
        return {}
    statement = select(model.uuid, model.former_names).where(model.former_names.is_not(None))
    return {uuid: tuple(former(names)) for uuid, names in session.execute(statement)}


def _noted(row: MemberRow) -> str:
    return "　".join(part for part in (row.sector, row.employer, row.term) if part)


def _telling(model: type[Record]) -> list[Field]:
    """What tells records of one title apart: their day, then two listed choices or pointers."""
    listed = [spec for spec in fields_of(model) if spec.listed and spec.key != model.kind.title]
    found = [spec for spec in listed if spec.key == model.kind.day]
    return found + [spec for spec in listed if isinstance(spec.value, Choice) or _named(spec)][:2]


def _named(spec: Field) -> bool:
    """Whether this points to something with a name of its own."""
    if spec.shape != "reference":
        return False
    target = model_of(spec.target)
    return field_of(target, target.kind.title).shape == "value"


def _with_shown(statement: Select[Any], model: type[Record], spec: Field) -> Select[Any]:
    if spec.shape != "reference":
        return statement.add_columns(getattr(model, spec.key))
    target = aliased(model_of(spec.target))
    statement = statement.add_columns(getattr(target, model_of(spec.target).kind.title))
    return statement.outerjoin(target, getattr(model, spec.key + "_id") == target.id)


def _ordered(statement: Select[Any], model: type[Record]) -> Select[Any]:
    """Newest first for what has a day, in the office's order for registers."""
    if model.kind.day:
        return statement.order_by(getattr(model, model.kind.day).desc(), model.id.desc())
    if any(spec.key == "position" for spec in fields_of(model)):
        return statement.order_by(model.position, model.id)  # type: ignore[attr-defined]
    return statement.order_by(model.id)


def _texts(session: Session, model: type[Base], key: str) -> tuple[str, ...]:
    column, local = getattr(model, key), getattr(model, "id")  # noqa: B009
    newest = select(column.label("text")).where(column.is_not(None)).order_by(local.desc()).limit(MOST_ROWS)
    inner = newest.subquery()
    statement = select(inner.c.text).group_by(inner.c.text).order_by(func.count().desc(), inner.c.text)
    return tuple(row[0] for row in session.execute(statement.limit(200)))
