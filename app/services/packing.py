"""Packing: plain values back into a record's rows, inside the writer's session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.activity import Attendance
from app.models.base import TYPED, Base
from app.models.context import Ref
from app.models.days import Day
from app.models.fields import Field, Values, fields_of, link, rows_of
from app.models.people import Membership
from app.models.system import Attachment
from app.services.aggregates import new_uuid
from app.services.checking import effective

AS_THEN = "attendance as it was then"  # in Session.info while an older version is brought back
_FILES = select(Attachment).where(Attachment.owner == bindparam("owner"))


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
        """The one of this session, which remembers what it looked up; new rows get theirs from `uuids`."""
        found: Packing = session.info.setdefault(cls, cls(session, uuids))
        found._uuid = uuids
        return found

    def write(self, record: Record, values: Values) -> None:
        self._day_before = getattr(record, "happened_on", None)
        with self._session.no_autoflush:  # what is looked up meanwhile is not what is being written
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
            if self._session.info.get(AS_THEN):
                item.sector = entry.get("sector", item.sector)
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
        known: dict[str, Attachment] = {}
        if row.id is not None:
            there = self._session.scalars(_FILES, {"owner": row.uuid})
            known = {item.uuid: item for item in there}
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
