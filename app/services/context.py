"""OfficeContext: the office as values see it while they are read and checked, on one session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.errors import Unfit
from app.models import Record, model_of
from app.models.context import MemberFacts, Ref
from app.models.days import first, iso, last
from app.models.fields import field_of, link
from app.models.people import Membership, Person, Term
from app.models.system import Alias
from app.models.values import BETWEEN, Choice
from app.services.options import Options

_UUID = re.compile(
    r"[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE
)
_MOST_NAMED = 6


class OfficeContext:
    """Looks things up once and remembers them; lives as long as one intention."""

    def __init__(self, session: Session, options: Options, today: date) -> None:
        self._session = session
        self._options = options
        self._today = today
        self._members: dict[str, MemberFacts | None] = {}
        self._resolved: dict[tuple[str, str, str], Ref] = {}
        self._values: dict[tuple[str, str, str], Any] = {}
        self._labels: dict[str, Sequence[str]] = {}

    @property
    def today(self) -> date:
        return self._today

    @property
    def options(self) -> Options:
        return self._options

    def option_key(self, options: str, text: str) -> str | None:
        return self._options.key(options, text)

    def option_label(self, options: str, key: str) -> str:
        return self._options.label(options, key)

    def option_labels(self, options: str) -> Sequence[str]:
        if options not in self._labels:
            self._labels[options] = [option.label for option in self._options.entries(options)]
        return self._labels[options]

    def resolve(self, kind: str, raw: str, values: dict[str, Any]) -> Ref:
        near = values.get("township")
        key = (kind, raw, f"{near.uuid if near else ''}{values.get('happened_on') or ''}")
        if key not in self._resolved:
            self._resolved[key] = self._find(kind, raw, values)
        return self._resolved[key]

    def member(self, uuid: str) -> MemberFacts | None:
        if uuid not in self._members:
            row = self._session.execute(_member_facts().where(Membership.uuid == uuid)).first()
            self._members[uuid] = MemberFacts(*row) if row else None
        return self._members[uuid]

    def value_of(self, kind: str, uuid: str, key: str) -> Any:
        if (kind, uuid, key) not in self._values:
            self._values[kind, uuid, key] = self._value_of(kind, uuid, key)
        return self._values[kind, uuid, key]

    def _value_of(self, kind: str, uuid: str, key: str) -> Any:
        model = model_of(kind)
        if field_of(model, key).shape != "reference":
            return self._session.execute(select(getattr(model, key)).where(model.uuid == uuid)).scalar()
        found = self._session.execute(select(getattr(model, key + "_id")).where(model.uuid == uuid)).scalar()
        return (
            None
            if found is None
            else refs(self._session, model_of(field_of(model, key).target), [found])[found]
        )

    def _find(self, kind: str, raw: str, values: dict[str, Any]) -> Ref:
        model = model_of(kind)
        label = model.kind.label
        text = raw.strip()
        if _UUID.fullmatch(text):
            return self._by_uuid(model, text.replace("-", "").lower())
        found = self._rows(model, model.number == text)
        if not found:
            found = self._by_name(model, text, values)
        if not found:
            how = "先在名册里登记" if kind in ("membership", "person") else "核对名称，或先去登记"
            raise Unfit(f"没有叫“{text[:30]}”的{label}，请{how}")
        if len(found) > 1:
            raise Unfit(self._ambiguous(model, text, found))
        return next(iter(found.values()))

    def _by_uuid(self, model: type[Record], uuid: str) -> Ref:
        uuid = current_uuid(self._session, uuid)
        found = self._rows(model, model.uuid == uuid)
        if not found:
            raise Unfit(f"没有编号为 {uuid[:8]}… 的{model.kind.label}，可能已经删除，请重新选")
        return next(iter(found.values()))

    def _by_name(self, model: type[Record], text: str, values: dict[str, Any]) -> dict[int, Ref]:
        if model is Membership:
            return self._member_by_name(text, values)
        found = self._rows(model, title_column(model) == text)
        near = values.get("township")
        if len(found) > 1 and near is not None and hasattr(model, "township_id"):
            township = model_of("township")
            inside = self._rows(
                model,
                title_column(model) == text,
                model.township_id.in_(select(township.id).where(township.uuid == near.uuid)),
            )
            found = inside or found
        return found or self._by_former_name(model, text)

    def _by_former_name(self, model: type[Record], text: str) -> dict[int, Ref]:
        """Those that had this name before and nobody has today."""
        if not hasattr(model, "former_names"):
            return {}
        rows = self._session.execute(
            select(model.id, model.former_names).where(
                model.deleted_at.is_(None), model.former_names.contains(text, autoescape=True)
            )
        )
        return refs(self._session, model, [local for local, names in rows if text in former(names)])

    def _member_by_name(self, text: str, values: dict[str, Any]) -> dict[int, Ref]:
        """张伟, or 张伟/县医院 with a word of his office or sector; who held office that day comes first."""
        name, _, hint = text.partition("/")
        statement = (
            select(Membership.id, Membership.uuid, Person.name, Membership.employer, Membership.sector)
            .add_columns(Membership.started_on, Membership.ended_on)
            .join(Person, link(Membership, "person") == Person.id)
            .where(Person.name == name.strip(), Membership.deleted_at.is_(None))
        )
        rows = list(self._session.execute(statement))
        if hint.strip():
            rows = [r for r in rows if self._hinted(hint.strip(), r.employer, r.sector)]
        day = values.get("happened_on") or self._today
        current = [
            r
            for r in rows
            if (r.started_on is None or first(r.started_on) <= last(day))
            and (r.ended_on is None or first(day) <= last(r.ended_on))
        ]
        return {r.id: Ref(r.uuid, r.name) for r in (current or rows)}

    def _hinted(self, hint: str, employer: str | None, sector: str | None) -> bool:
        return hint in (employer or "") or hint in self._options.label("sector", sector or "")

    def _rows(self, model: type[Record], *conditions: ColumnElement[bool]) -> dict[int, Ref]:
        statement = select(model.id).where(model.deleted_at.is_(None), *conditions).limit(20)
        return refs(self._session, model, [row[0] for row in self._session.execute(statement)])

    def _ambiguous(self, model: type[Record], text: str, found: dict[int, Ref]) -> str:
        names = "、".join(self._described(model, ref) for ref in list(found.values())[:_MOST_NAMED])
        how = "请写成“姓名/单位”" if model is Membership else "请写编号"
        return f"“{text[:30]}”有 {len(found)} 个：{names}，{how}说明是哪一个"

    def _described(self, model: type[Record], ref: Ref) -> str:
        if model is not Membership:
            number = self._session.execute(select(model.number).where(model.uuid == ref.uuid)).scalar()
            return f"{ref.label}（{number}）"
        facts = self.member(ref.uuid)
        where = "，".join(
            part
            for part in (
                self._options.label("sector", facts.sector or "") if facts else "",
                facts.employer if facts else "",
                facts.term if facts else "",
            )
            if part
        )
        return f"{ref.label}（{where}）"


def current_uuid(session: Session, uuid: str) -> str:
    """What a uuid became when its record was merged into another; itself when it was not."""
    for _ in range(20):
        new = session.execute(select(Alias.new).where(Alias.old == uuid)).scalar()
        if new is None:
            break
        uuid = new
    return uuid


def former(names: str | None) -> list[str]:
    """The names in a field of former names (曾用名), written one after the other."""
    return [name.strip() for name in BETWEEN.split(names or "") if name.strip()]


def title_column(model: type[Record]) -> Any:
    """The column that names a record of this kind (its own text title)."""
    return getattr(model, model.kind.title)


def refs(session: Session, model: type[Record], ids: Sequence[int]) -> dict[int, Ref]:
    """Pointers with today's labels for local ids; deleted records are still named."""
    if not ids:
        return {}
    wanted = list(dict.fromkeys(ids))
    spec = field_of(model, model.kind.title)
    if spec.shape == "reference":
        target = model_of(spec.target)
        statement = select(model.id, model.uuid, title_column(target)).join(
            target, getattr(model, spec.key + "_id") == target.id
        )
    else:
        statement = select(model.id, model.uuid, title_column(model))
    rows = session.execute(statement.where(model.id.in_(wanted)))
    options = Options.load(session) if isinstance(spec.value, Choice) else None
    return {row[0]: Ref(row[1], titled(model, {model.kind.title: said(row[2])}, options)) for row in rows}


def titled(model: type[Record], values: dict[str, Any], options: Options | None) -> str:
    """The title of a record; where an option names it, the label that the office has for it."""
    spec = next((spec for spec in model.__fields__ if spec.key == model.kind.title), None)
    value = values.get(model.kind.title)
    if options is not None and value and spec is not None and isinstance(spec.value, Choice):
        return options.label(spec.value.of, str(value))
    return model.title_of(values)


def said(value: Any) -> str:
    """A title as it is kept, in words."""
    return iso(value) if hasattr(value, "month") else str(value or "")


def _member_facts() -> Select[Any]:
    return (
        select(
            Membership.uuid,
            Person.name,
            Person.uuid,
            Term.name,
            Membership.started_on,
            Membership.ended_on,
            Membership.sector,
            Membership.employer,
        )
        .join(Person, link(Membership, "person") == Person.id)
        .join(Term, link(Membership, "term") == Term.id)
    )
