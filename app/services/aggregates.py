"""Aggregates: a record with everything that belongs to it, as plain values, and back into its rows."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from app.errors import Problem
from app.models import Record, model_of
from app.models.activity import Activity, Attendance
from app.models.base import TYPED, Base
from app.models.context import Ref
from app.models.days import Day
from app.models.fields import Field, Values, fields_of, link, rows_of
from app.models.people import Membership
from app.models.system import Attachment
from app.services.checking import effective
from app.services.context import refs

DRAFT, REGISTERED = "draft", "registered"


@dataclass(slots=True)
class Aggregate:
    """One record, detached: values by field key (computed ones only when typed over), and its identity."""

    kind: str
    values: Values
    uuid: str = ""
    number: str = ""
    status: str = DRAFT
    revision: int = 0
    created_at: str = ""
    created_by: str = ""
    updated_at: str = ""
    updated_by: str = ""
    content_hash: str = ""
    problems: tuple[Problem, ...] = field(default=())

    @property
    def model(self) -> type[Record]:
        return model_of(self.kind)

    @property
    def title(self) -> str:
        return self.model.title_of(self.values)


def new_uuid() -> str:
    return uuid4().hex


def load_options(model: type[Base]) -> list[_AbstractLoad]:
    """Everything a form needs, derived from the declarations; anything forgotten raises."""
    found: list[_AbstractLoad] = [
        selectinload(getattr(model, spec.key)).options(*load_options(rows_of(model, spec)))
        for spec in fields_of(model)
        if spec.nested
    ]
    if issubclass(model, Record):
        found.append(selectinload(model.texts))  # type: ignore[attr-defined]
    if issubclass(model, Activity):
        found += [selectinload(model.attendance), selectinload(model.head_counts)]
    return found


def to_aggregate(session: Session, record: Record) -> Aggregate:
    """The detached aggregate of a loaded record."""
    values = _Unpacking(session, record).values()
    return Aggregate(
        record.key, values, record.uuid, record.number or "", record.status, record.revision,
        record.created_at, record.created_by, record.updated_at, record.updated_by, record.content_hash or "",
    )  # fmt: skip


class _Unpacking:
    """Reads a record's rows into values; pointers get their labels with one query per kind."""

    def __init__(self, session: Session, record: Record) -> None:
        self._session = session
        self._record = record
        self._wanted: dict[str, list[int]] = defaultdict(list)
        self._pending: list[tuple[dict[str, Any], str, str, int]] = []

    def values(self) -> Values:
        values = self._read(type(self._record), self._record)
        for kind, ids in self._wanted.items():
            found = refs(self._session, model_of(kind), ids)
            for place, key, wanted, local in self._pending:
                if wanted == kind:
                    place[key] = found.get(local)
        return values

    def _read(self, model: type[Base], row: Any) -> Values:
        values: Values = {}
        for spec in fields_of(model):
            if not spec.editable:
                continue
            match spec.shape:
                case "reference":
                    self._point(values, spec.key, spec.target, getattr(row, spec.key + "_id"))
                case "children":
                    values[spec.key] = [self._row(model, spec, item) for item in getattr(row, spec.key)]
                case "child":
                    item = getattr(row, spec.key)
                    values[spec.key] = None if item is None else self._row(model, spec, item)
                case "members":
                    values[spec.key] = [self._attendance(item) for item in row.attendance]
                case "people":
                    values[spec.key] = {item.role: item.number for item in row.head_counts}
                case "files":
                    values[spec.key] = self._files(row.uuid)
                case _:
                    values[spec.key] = getattr(row, spec.key + TYPED if spec.formula else spec.key)
        return values

    def _row(self, model: type[Base], spec: Field, item: Any) -> Values:
        values = self._read(rows_of(model, spec), item)
        values["uuid"] = item.uuid
        return values

    def _point(self, place: dict[str, Any], key: str, kind: str, local: int | None) -> None:
        place[key] = None
        if local is not None:
            self._wanted[kind].append(local)
            self._pending.append((place, key, kind, local))

    def _attendance(self, item: Attendance) -> Values:
        values: Values = {"role": item.role, "status": item.status, "sector": item.sector}
        self._point(values, "member", "membership", item.membership_id)
        return values

    def _files(self, owner: str) -> list[Values]:
        rows = self._session.scalars(
            select(Attachment).where(Attachment.owner == owner).order_by(Attachment.position)
        )
        return [
            {"uuid": r.uuid, "sha256": r.sha256, "name": r.name, "size": r.size, "caption": r.caption,
             "picture": r.picture}
            for r in rows
        ]  # fmt: skip


class Packing:
    """Writes values into a record's rows, inside the writer's session; `uuids` names new rows."""

    def __init__(self, session: Session, uuids: Callable[[], str] = new_uuid) -> None:
        self._session = session
        self._uuid = uuids
        self._ids: dict[tuple[str, str], int | None] = {}
        self._offices: dict[int | None, Row[Any]] = {}
        self._day_before: Day | None = None

    @classmethod
    def of(cls, session: Session, uuids: Callable[[], str]) -> Packing:
        """The one of this session, which remembers what it looked up for the records before."""
        found: Packing = session.info.setdefault(cls, cls(session, uuids))
        return found

    def write(self, record: Record, values: Values) -> None:
        self._day_before = getattr(record, "happened_on", None)
        self._fields(type(record), record, effective(type(record), values), values)

    def local_id(self, ref: Ref | None, kind: str) -> int | None:
        """The local key behind a pointer."""
        if ref is None:
            return None
        key = (kind, ref.uuid)
        if key not in self._ids:
            model = model_of(kind)
            self._ids[key] = self._session.execute(select(model.id).where(model.uuid == ref.uuid)).scalar()
        return self._ids[key]

    def _fields(self, model: type[Base], row: Any, values: Values, typed: Values) -> None:
        for spec in fields_of(model):
            value = values.get(spec.key)
            match spec.shape:
                case "reference":
                    setattr(row, spec.key + "_id", self.local_id(value, spec.target))
                case "children":
                    setattr(row, spec.key, self._rows(model, spec, row, value or []))
                case "child":
                    setattr(row, spec.key, self._child(model, spec, row, value))
                case "members":
                    self._attendance(row, value or [], values)
                case "people":
                    _put_people(row, value or {})
                case "files":
                    self._files(row, value or [])
                case _:
                    setattr(row, spec.key, value)
                    if spec.formula and spec.typed_over:
                        setattr(row, spec.key + TYPED, typed.get(spec.key))

    def _rows(self, model: type[Base], spec: Field, row: Any, items: list[Values]) -> list[Any]:
        kind = rows_of(model, spec)
        known = {child.uuid: child for child in _there(row, spec.key, [])}
        found = []
        for position, item in enumerate(items):
            child = known.get(item.get("uuid", "")) or kind(uuid=item.get("uuid") or self._uuid())
            item["uuid"] = child.uuid
            child.position = position
            self._fields(kind, child, effective(kind, item), item)
            found.append(child)
        return found

    def _child(self, model: type[Base], spec: Field, row: Any, item: Values | None) -> Any:
        if item is None:
            return None
        kind = rows_of(model, spec)
        child = _there(row, spec.key, None) or kind(uuid=item.get("uuid") or self._uuid(), position=0)
        item["uuid"] = child.uuid
        self._fields(kind, child, effective(kind, item), item)
        return child

    def _attendance(self, row: Any, entries: list[Values], values: Values) -> None:
        day = values.get("happened_on")
        same_day = row.id is not None and day == self._day_before
        known = {item.membership_id: item for item in _there(row, "attendance", [])}
        found = []
        for position, entry in enumerate(entries):
            local = self.local_id(entry["member"], "membership")
            item = known.get(local)
            if item is None or not same_day:
                item = item or Attendance(uuid=self._uuid())
                self._settle(item, local, day)
            item.role, item.status, item.position = entry["role"], entry["status"], position
            entry["sector"] = item.sector
            found.append(item)
        row.attendance = found

    def _settle(self, item: Attendance, local: int | None, day: Any) -> None:
        """Keeps the sector, township and studio of that day, for ever (domain.md §0 换届)."""
        from app.services.studios import studio_on

        if local not in self._offices:
            columns = (
                Membership.id,
                link(Membership, "person"),
                Membership.sector,
                link(Membership, "township"),
            )
            self._offices[local] = self._session.execute(select(*columns).where(Membership.id == local)).one()
        membership = self._offices[local]
        item.membership_id, item.person_id = membership.id, membership.person_id
        item.sector, item.township_id = membership.sector, membership.township_id
        item.studio_id = studio_on(self._session, membership.person_id, day)

    def _files(self, row: Any, entries: list[Values]) -> None:
        there = select(Attachment).where(Attachment.owner == row.uuid)
        known = {item.uuid: item for item in (self._session.scalars(there) if row.id is not None else ())}
        for position, entry in enumerate(entries):
            item = known.pop(entry.get("uuid", ""), None)
            if item is None:
                item = Attachment(uuid=entry.get("uuid") or self._uuid(), owner=row.uuid)
                self._session.add(item)
            entry["uuid"] = item.uuid
            item.position, item.sha256, item.name = position, entry["sha256"], entry["name"]
            item.size, item.caption, item.picture = entry["size"], entry.get("caption"), entry["picture"]
        for item in known.values():
            self._session.delete(item)


def _there(row: Any, key: str, otherwise: Any) -> Any:
    """What is loaded of a relationship; a record that is not in the file yet has nothing."""
    return getattr(row, key) if row.id is not None or key in row.__dict__ else otherwise


def _put_people(row: Any, people: Mapping[str, int]) -> None:
    from app.models.activity import HeadCount

    known = {item.role: item for item in _there(row, "head_counts", [])}
    found = []
    for role, number in people.items():
        item = known.get(role) or HeadCount(role=role)
        item.number = number
        found.append(item)
    row.head_counts = found


def plain(model: type[Base], values: Values, *, whole: bool = False) -> dict[str, Any]:
    """The values for JSON; with `whole`, computed ones too."""
    found: dict[str, Any] = {}
    shown = effective(model, values) if whole else values
    for spec in fields_of(model):
        if not (spec.editable or whole):
            continue
        found[spec.key] = _plain(model, spec, shown.get(spec.key))
    if "uuid" in values:
        found["uuid"] = values["uuid"]
    return found


def _plain(model: type[Base], spec: Field, value: Any) -> Any:
    match spec.shape:
        case "children":
            return [plain(rows_of(model, spec), item, whole=False) for item in value or ()]
        case "child":
            return None if value is None else plain(rows_of(model, spec), value)
        case "members":
            return [
                entry | {"member": {"uuid": entry["member"].uuid, "label": entry["member"].label}}
                for entry in value or ()
            ]
        case "people":
            return dict(sorted((value or {}).items()))
        case "files":
            return list(value or ())
    assert spec.value is not None
    return spec.value.plain(value)


def content_hash(model: type[Base], values: Values) -> str:
    """A fingerprint of the whole aggregate; labels of pointers do not count, only whom they mean."""
    text = json.dumps(_anonymous(plain(model, values)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _anonymous(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"uuid", "label"}:
            return value["uuid"]
        return {key: _anonymous(item) for key, item in value.items()}
    return [_anonymous(item) for item in value] if isinstance(value, list) else value


def same(one: Values, other: Values, model: type[Base]) -> bool:
    """Whether two sets of values say the same, as an untouched form must."""
    return bool(_anonymous(plain(model, one)) == _anonymous(plain(model, other)))


def searched_texts(model: type[Record], values: Values) -> Iterable[str]:
    """The values the search finds a record by, besides its title."""
    for spec in fields_of(model):
        value = values.get(spec.key)
        if value and spec.searched and spec.key != model.kind.title:
            yield value.label if isinstance(value, Ref) else str(value)
        elif value and spec.shape == "long_text":
            yield str(value)
        elif value and spec.shape == "reference":
            yield value.label
