"""Base, Record, Row: how a declaration becomes tables.

`Base.__init_subclass__` maps the marks of fields.py before SQLAlchemy sees the class: a value becomes a
nullable column, a reference a foreign key with a relationship, children a relationship to their rows, and
the long texts of a record one table of their own, so that lists never read them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from app.errors import Problem
from app.models.context import Context
from app.models.fields import Declared, Field, Values, field, special
from app.models.kinds import Kind
from app.models.values import LongText

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
TYPED = "_typed"


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Base(DeclarativeBase):
    """All mapped classes; no ON DELETE CASCADE anywhere, services delete."""

    metadata = MetaData(naming_convention=NAMES)
    __fields__: ClassVar[tuple[Field, ...]] = ()

    def __init_subclass__(cls, **options: Any) -> None:
        declare(cls)
        super().__init_subclass__(**options)


def declare(cls: type[Base]) -> None:
    """Replaces the marks in a class body by what SQLAlchemy maps, and remembers the fields."""
    own = {key: mark.field for key, mark in vars(cls).items() if isinstance(mark, Declared)}
    own = {key: replace(spec, key=key) for key, spec in own.items()}
    abstract = "__abstract__" in vars(cls)
    inherited = {spec.key: spec for spec in _inherited(cls)}
    cls.__fields__ = _ordered(cls, inherited | own)
    if "__tablename__" not in vars(cls) and not abstract:
        cls.__tablename__ = snake(cls.__name__)
    mapped = own if _has_mapped_parent(cls) else inherited | own
    if abstract:
        for key in own:
            delattr(cls, key)
            cls.__annotations__.pop(key, None)
        return
    for key, spec in mapped.items():
        cls.__annotations__ = {k: v for k, v in cls.__annotations__.items() if k != key}
        _MAKERS.get(spec.shape, _leave)(cls, spec)


def _inherited(cls: type[Base]) -> tuple[Field, ...]:
    found: dict[str, Field] = {}
    for parent in reversed(cls.__mro__[1:]):
        found |= {spec.key: spec for spec in vars(parent).get("__fields__", ())}
    return tuple(found.values())


def _has_mapped_parent(cls: type[Base]) -> bool:
    return any("__table__" in vars(parent) for parent in cls.__mro__[1:])


def _ordered(cls: type[Base], specs: dict[str, Field]) -> tuple[Field, ...]:
    kind = getattr(cls, "kind", None)
    groups = kind.groups if isinstance(kind, Kind) else ()
    first = groups[0] if groups else ""

    def place(spec: Field) -> tuple[int, int, int]:
        group = spec.group or first
        return (groups.index(group) if group in groups else len(groups), spec.rank, spec.order)

    named = (replace(spec, group=spec.group or first) for spec in specs.values())
    return tuple(sorted(named, key=place))


def _make_value(cls: type[Base], spec: Field) -> None:
    assert spec.value is not None
    setattr(cls, spec.key, mapped_column(spec.value.column(), nullable=True, sort_order=spec.order))
    if spec.formula and spec.typed_over:
        setattr(
            cls, spec.key + TYPED, mapped_column(spec.value.column(), nullable=True, sort_order=spec.order)
        )


def _make_long_text(cls: type[Base], spec: Field) -> None:
    if issubclass(cls, Row):
        _make_value(cls, spec)
    else:
        setattr(cls, spec.key, property(_text_getter(spec.key), _text_setter(spec.key)))


def _text_getter(key: str) -> Any:
    return lambda record: getattr(record.texts, key) if record.texts is not None else None


def _text_setter(key: str) -> Any:
    def put(record: Any, value: str | None) -> None:
        if record.texts is None:
            if value is None:
                return
            record.texts = type(record).text_class()
        setattr(record.texts, key, value)

    return put


def _make_reference(cls: type[Base], spec: Field) -> None:
    column = mapped_column(
        Integer, ForeignKey(f"{spec.target}.id"), nullable=True, index=True, sort_order=spec.order
    )
    setattr(cls, spec.key + "_id", column)
    target = "".join(part.capitalize() for part in spec.target.split("_"))
    own: Any = {"remote_side": f"{target}.id"} if target == cls.__name__ else {}
    setattr(cls, spec.key, relationship(target, foreign_keys=[column], lazy="raise", **own))


def _make_children(cls: type[Base], spec: Field) -> None:
    single = spec.shape == "child"
    link = relationship(
        spec.target,
        cascade="all, delete-orphan",
        single_parent=True,
        uselist=not single,
        order_by=False if single else f"{spec.target}.position",
        lazy="raise",
    )
    setattr(cls, spec.key, link)


def _leave(cls: type[Base], spec: Field) -> None:
    """Members, head-counts and files have tables of their own."""
    if spec.key in vars(cls):
        delattr(cls, spec.key)


_MAKERS = {
    "value": _make_value,
    "long_text": _make_long_text,
    "reference": _make_reference,
    "children": _make_children,
    "child": _make_children,
}


class Row(Base):
    """A child row: `class Problem(Row, parent="visit")`; it has its own uuid and place in the list."""

    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-9)
    uuid: Mapped[str] = mapped_column(String(32), unique=True, sort_order=-8)
    position: Mapped[int] = mapped_column(default=0, sort_order=-7)
    if TYPE_CHECKING:
        parent_id: Mapped[int]  # made below for the parent each row class names

    def __init_subclass__(cls, parent: str = "", **options: Any) -> None:
        if parent:
            key = ForeignKey(f"{parent}.id")
            cls.parent_id = mapped_column(Integer, key, index=True, nullable=False, sort_order=-6)
        super().__init_subclass__(**options)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        """What the row itself finds wrong beyond its fields; paths start at the row."""
        return []


class Record(Base):
    """What every record has: identity, unit, number, status, revision (architecture: Identity)."""

    __abstract__ = True
    kind: ClassVar[Kind]
    text_class: ClassVar[type[Base]]
    key: ClassVar[str]

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-9)
    uuid: Mapped[str] = mapped_column(String(32), unique=True, sort_order=-8)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True, sort_order=-7)
    number: Mapped[str | None] = mapped_column(String(60), index=True, sort_order=-6)
    status: Mapped[str] = mapped_column(String(12), sort_order=-5)
    revision: Mapped[int] = mapped_column(default=0, sort_order=-5)
    content_hash: Mapped[str | None] = mapped_column(String(64), sort_order=-5)
    created_at: Mapped[str] = mapped_column(String(32), sort_order=-4)
    created_by: Mapped[str] = mapped_column(String(40), sort_order=-4)
    updated_at: Mapped[str] = mapped_column(String(32), sort_order=-4)
    updated_by: Mapped[str] = mapped_column(String(40), sort_order=-4)
    deleted_at: Mapped[str | None] = mapped_column(String(32), sort_order=-4)

    remark: Mapped[str | None] = field("备注", LongText(2000), rank=990, folded=True, group="备注和附件")
    files: Any = special("照片和附件", "files", rank=999, group="备注和附件", folded=True)

    def __init_subclass__(cls, **options: Any) -> None:
        cls.key = snake(cls.__name__)
        if "__abstract__" not in vars(cls) and _has_mapped_parent(cls):
            parent = next(p for p in cls.__mro__[1:] if "__table__" in vars(p))
            cls.id = mapped_column(
                Integer, ForeignKey(f"{snake(parent.__name__)}.id"), primary_key=True, sort_order=-9
            )
            cls.__mapper_args__ = {"polymorphic_identity": cls.key}
        super().__init_subclass__(**options)
        if hasattr(cls, "kind") and "__abstract__" not in vars(cls):
            _make_text_class(cls)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        """What the kind itself finds wrong, beyond what its fields declare."""
        return []

    @classmethod
    def fill(cls, values: Values, context: Context) -> None:
        """Fills what follows from the other values and was left empty; changes `values` in place."""

    @classmethod
    def title_of(cls, values: Values) -> str:
        """How the record is called in lists, links and messages."""
        value = values.get(cls.kind.title)
        return str(getattr(value, "label", value) or "")


def _make_text_class(cls: type[Record]) -> None:
    """The table of the kind's long texts, one row a record, made from its declarations."""
    texts = [spec for spec in cls.__fields__ if spec.shape == "long_text"]
    body: dict[str, Any] = {
        "__tablename__": f"{cls.key}_text",
        "__module__": cls.__module__,
        "__doc__": f"The long texts of {cls.__name__}.",
        "id": mapped_column(Integer, ForeignKey(f"{cls.__tablename__}.id"), primary_key=True),
    }
    for spec in texts:
        assert spec.value is not None
        body[spec.key] = mapped_column(spec.value.column(), nullable=True)
    cls.text_class = type(f"{cls.__name__}Text", (Base,), body)
    link = relationship(cls.text_class, cascade="all, delete-orphan", uselist=False, lazy="raise")
    cls.texts = link
