"""field(), long_text(), reference(), children(), computed(): a fact about a field, said once.

Each returns what SQLAlchemy maps with a frozen `Field` beside it; `Base` turns the marks into columns and
relationships when a class is made. `fields_of(Model)` reads them back in the order of the form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, Literal

from app.errors import Level
from app.models.values import LongText, RefTo, ValueKind

if TYPE_CHECKING:
    from app.models.base import Row

Needed = Literal["", "save", "count", "document"]
Shape = Literal["value", "long_text", "reference", "children", "child", "members", "people", "files"]
Values = dict[str, Any]
_order = count()


@dataclass(frozen=True, slots=True)
class When:
    """What makes a field one that a record is not counted without; `words` ask for it."""

    holds: Callable[[Mapping[str, Any]], bool]
    words: str


@dataclass(frozen=True, slots=True)
class Field:
    """Everything the program knows of one field; form, list, search, check, export follow from it.

    width is in em for lists; `listed` columns fold away from the last when the window is narrow.
    `formula` gives the value of a computed field from the others; with `typed_over` a clerk may replace it.
    A field with `setting` is offered only while that setting of the office is on. One with `needed_when`
    is needed for counting where that holds, and has no `needed`. `aliases` are labels it had before, which
    are understood where one is typed.
    """

    label: str
    value: ValueKind | None = None
    shape: Shape = "value"
    key: str = ""
    group: str = ""
    needed: Needed = ""
    needed_when: When | None = None
    rank: int = 100
    order: int = 0
    listed: bool = False
    searched: bool = False
    folded: bool = False
    setting: str = ""
    minimum: int | None = None
    maximum: int | None = None
    doubt_over: int | None = None
    default: Any = None
    hint: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    target: str = ""
    narrowed_by: str = ""
    formula: Callable[[Mapping[str, Any]], Any] | None = None
    typed_over: bool = False
    wide: bool = False

    @property
    def heading(self) -> str:
        """The word above a list column."""
        return self.short or self.label

    @property
    def private(self) -> bool:
        """Somebody's own: shown in part, and nothing others choose, count or change together."""
        return self.value is not None and self.value.personal

    @property
    def level(self) -> Level | None:
        return Level(self.needed) if self.needed else None

    def is_starred(self, values: Mapping[str, Any]) -> bool:
        """Whether a record with these values is not saved or not counted without this field."""
        return self.needed in ("save", "count") or (
            self.needed_when is not None and self.needed_when.holds(values)
        )

    @property
    def editable(self) -> bool:
        return self.formula is None or self.typed_over

    @property
    def nested(self) -> bool:
        return self.shape in ("children", "child")


@dataclass(slots=True)
class Declared:
    """A mark in a class body, until `Base` maps it."""

    field: Field


def _declared(field: Field, options: Mapping[str, Any]) -> Any:
    return Declared(replace(field, order=next(_order), **options))


def field(label: str, value: ValueKind, **options: Any) -> Any:
    """One column of the kind; see `Field` for the options. A LongText goes to the kind's text table."""
    shape: Shape = "long_text" if isinstance(value, LongText) else "value"
    return _declared(Field(label, value, shape, wide=shape == "long_text"), options)


def reference(label: str, kind: str, **options: Any) -> Any:
    """A pointer to one record of `kind`; narrowed_by names a field of the same record (村 by 乡镇)."""
    return _declared(Field(label, RefTo(kind), "reference", target=kind), options)


def children(label: str, row: str, *, single: bool = False, **options: Any) -> Any:
    """Rows of class `row` below this one, edited in place; with `single`, at most one."""
    return _declared(Field(label, None, "child" if single else "children", target=row, wide=True), options)


def computed(
    label: str, value: ValueKind, formula: Callable[[Mapping[str, Any]], Any], **options: Any
) -> Any:
    """A value worked out from the others when saving; with typed_over=True the clerk's own value wins."""
    return _declared(Field(label, value, "value", formula=formula), options)


def special(label: str, shape: Shape, **options: Any) -> Any:
    """Members, head-counts and files: what every activity has, kept in shared tables."""
    return _declared(Field(label, None, shape, wide=True), options)


def fields_of(model: type[Any]) -> tuple[Field, ...]:
    """The fields of a record or row class, in the order of the form."""
    found: tuple[Field, ...] = model.__fields__
    return found


def offered(specs: Iterable[Field], settings: object) -> tuple[Field, ...]:
    """Those of some fields that an office with these settings keeps."""
    return tuple(spec for spec in specs if not spec.setting or getattr(settings, spec.setting))


def field_of(model: type[Any], key: str) -> Field:
    return next(field for field in fields_of(model) if field.key == key)


def link(model: Any, key: str) -> Any:
    """The column, or on a record the value, of a reference's local key: link(Membership, "person")."""
    return getattr(model, key + "_id")


def rows_of(model: type[Any], field: Field) -> type[Row]:
    """The class of a nested field's rows."""
    found: type[Row] = model.registry._class_registry[field.target]
    return found
