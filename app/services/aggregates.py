"""Aggregates: a record with everything that belongs to it, as plain values, and back into its rows."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from app.errors import Problem
from app.models import Record, model_of
from app.models.activity import Activity, Attendance
from app.models.base import TYPED, Base
from app.models.context import Ref
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.system import Attachment
from app.services.checking import effective
from app.services.context import refs

DRAFT, REGISTERED = "draft", "registered"


@dataclass(slots=True)
class Aggregate:
    """One record, detached: values by field key (computed ones only when typed over), and its identity.

    `differs` when what was read is not what was stored: the file is damaged there, or somebody else wrote.
    """

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
    differs: bool = False

    @property
    def model(self) -> type[Record]:
        return model_of(self.kind)

    @property
    def title(self) -> str:
        return self.model.title_of(self.values)

    def taken_over(self, record: Record, problems: Iterable[Problem]) -> Aggregate:
        """Itself, with the identity of the record it was saved to."""
        self.uuid, self.number, self.status = record.uuid, record.number or "", record.status
        self.revision, self.content_hash = record.revision, record.content_hash or ""
        self.created_at, self.created_by = record.created_at, record.created_by
        self.updated_at, self.updated_by = record.updated_at, record.updated_by
        self.problems, self.differs = tuple(problems), False
        return self


def new_uuid() -> str:
    return uuid4().hex


def empty_values(model: type[Base]) -> Values:
    """What an untouched record holds: nothing, and the defaults of its fields."""
    empty = {"children": list, "members": list, "files": list, "people": dict}
    found: Values = {}
    for spec in fields_of(model):
        if spec.editable:
            found[spec.key] = empty[spec.shape]() if spec.shape in empty else spec.default
    return found


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
    return to_aggregates(session, [record])[0]


def to_aggregates(session: Session, records: Sequence[Record]) -> list[Aggregate]:
    """Those of several loaded records, in their order; what is looked up is looked up once for all."""
    unpacking = _Unpacking(_attachments(session, [record.uuid for record in records if _has_files(record)]))
    read = [unpacking.read(type(record), record) for record in records]
    unpacking.point(session)
    return [
        Aggregate(
            record.key, values, record.uuid, record.number or "", record.status, record.revision,
            record.created_at, record.created_by, record.updated_at, record.updated_by,
            record.content_hash or "",
        )
        for record, values in zip(records, read, strict=True)
    ]  # fmt: skip


def unpointed(record: Record) -> Values:
    """What a loaded record's own rows say; nothing is looked up, so it points at nothing and has no files."""
    return _Unpacking({}).read(type(record), record)


class _Unpacking:
    """Reads rows of records into values; pointers get their labels with one query per kind."""

    def __init__(self, attachments: Mapping[str, list[Values]]) -> None:
        self._attachments = attachments
        self._wanted: dict[str, list[int]] = defaultdict(list)
        self._pending: list[tuple[dict[str, Any], str, str, int]] = []

    def point(self, session: Session) -> None:
        """Looks up whom all that was read points at."""
        found = {kind: refs(session, model_of(kind), ids) for kind, ids in self._wanted.items()}
        for place, key, kind, local in self._pending:
            place[key] = found[kind].get(local)

    def read(self, model: type[Base], row: Any) -> Values:
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
                    values[spec.key] = self._attachments.get(row.uuid, [])
                case _:
                    values[spec.key] = getattr(row, spec.key + TYPED if spec.formula else spec.key)
        return values

    def _row(self, model: type[Base], spec: Field, item: Any) -> Values:
        values = self.read(rows_of(model, spec), item)
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


def _has_files(record: Record) -> bool:
    return any(spec.shape == "files" for spec in fields_of(type(record)))


def _attachments(session: Session, owners: Sequence[str]) -> dict[str, list[Values]]:
    """The files of some records, by whose they are."""
    found: dict[str, list[Values]] = {}
    if owners:
        chosen = select(Attachment).where(Attachment.owner.in_(owners))
        for row in session.scalars(chosen.order_by(Attachment.position)):
            found.setdefault(row.owner, []).append(
                {"uuid": row.uuid, "sha256": row.sha256, "name": row.name, "size": row.size,
                 "caption": row.caption, "picture": row.picture}
            )  # fmt: skip
    return found


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
    """A fingerprint of the whole aggregate; labels of pointers do not count, only whom they mean.

    Nor do fields that are not filled, so that one more field changes no fingerprint.
    """
    return plain_hash(plain(model, values))


def plain_hash(said: Mapping[str, Any]) -> str:
    """As `content_hash`, of values that are plain already."""
    text = json.dumps(_filled(_anonymous(said)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _anonymous(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"uuid", "label"}:
            return value["uuid"]
        return {key: _anonymous(item) for key, item in value.items()}
    return [_anonymous(item) for item in value] if isinstance(value, list) else value


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item not in (None, [], {})}
    return [_filled(item) for item in value] if isinstance(value, list) else value


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
