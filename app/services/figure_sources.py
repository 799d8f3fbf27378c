"""What a clerk may count: kinds with a date and the rows below them, and what their fields are good for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from app.models import RECORDS, Base, Record
from app.models.fields import Field, fields_of, rows_of
from app.models.figure_definition import Op
from app.models.people import Membership, Person
from app.models.values import (
    Choice,
    Code,
    Count,
    DayValue,
    Flag,
    Many,
    Money,
    RefTo,
    Text,
    Time,
    ValueKind,
    Year,
)

ROOT = "root."
RECORD = "root.id"  # to count the records that have such a row, each once
_PAGES_NOT_COUNTED = ("settings", "reports", "month")  # registers, adjustments, zero reports
_SEPARATOR = " › "
_SHARED: dict[str, tuple[tuple[str, str, ValueKind], ...]] = {
    "members": (
        ("sector", "当日界别", Choice("sector")),
        ("township", "当日活动组", RefTo("township")),
        ("studio", "当日工作室", RefTo("studio")),
    ),
    "people": (("role", "身份", Choice("people_role")), ("number", "人数", Count("人次"))),
}
"""What the tables that all activities share keep of a member's day, and of people not named."""

OP_WORDS: dict[Op, str] = {
    "in": "是", "not_in": "不是", "is": "是", "=": "等于", ">=": "不少于", "<=": "不多于", "has": "含有",
    "has_not": "不含", "filled": "填了", "empty": "没填",
}  # fmt: skip
_DAY_WORDS: dict[Op, str] = {">=": "从", "<=": "到"}


class CountedField(NamedTuple):
    """A field of a source. column: its name for the compiler; `target` the kind a reference points to."""

    key: str
    label: str
    value: ValueKind
    column: str
    aliases: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The label within a sentence: 协商活动的日期."""
        return self.label.replace(_SEPARATOR, "的")

    @property
    def target(self) -> str:
        return self.value.kind if isinstance(self.value, RefTo) else ""

    @property
    def ops(self) -> tuple[Op, ...]:
        """How it can be compared; where nothing but filled or not can be asked, only that."""
        match self.value:
            case Many():
                return ("has", "has_not", "filled", "empty")
            case Choice() | RefTo():
                return ("in", "not_in", "filled", "empty")
            case Count() | Money():
                return ("=", ">=", "<=", "filled", "empty")
            case DayValue():
                return (">=", "<=", "filled", "empty")
            case Flag():
                return ("is", "empty")
            case Text() | Code():
                return ("has", "has_not", "filled", "empty")
            case _:
                return ("filled", "empty")

    @property
    def is_summed(self) -> bool:
        return isinstance(self.value, Count | Money) and not isinstance(self.value, Year)

    def op_word(self, op: Op) -> str:
        """The comparison in a clerk's words."""
        if isinstance(self.value, DayValue) and op in _DAY_WORDS:
            return _DAY_WORDS[op]
        return OP_WORDS[op]


@dataclass(frozen=True, slots=True)
class FigureSource:
    """One thing that can be counted; `noun` is what a row of it is, `unit` what one counts as."""

    path: str
    label: str
    noun: str
    unit: str
    page: str
    fields: tuple[CountedField, ...]
    distincts: tuple[CountedField, ...] = field(default=())
    default_day: str = ""
    of_members: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def sums(self) -> tuple[CountedField, ...]:
        """What can be added up; a record's own numbers are not added once for each of its rows."""
        return tuple(f for f in self.fields if f.is_summed and (not self.is_rows or not _of_root(f)))

    @property
    def days(self) -> tuple[CountedField, ...]:
        """The dates that can put a row into a period."""
        return tuple(f for f in self.fields if isinstance(f.value, DayValue))

    @property
    def is_rows(self) -> bool:
        return "." in self.path

    def field(self, key: str) -> CountedField | None:
        return next((each for each in self.fields if each.key == key), None)

    def distinct(self, key: str) -> CountedField | None:
        return next((each for each in self.distincts if each.key == key), None)


@cache
def figure_sources() -> tuple[FigureSource, ...]:
    """Everything that can be counted, a kind before its rows; only what has a date."""
    found = (source for model in RECORDS if _is_counted(model) for source in _sources(model))
    return tuple(source for source in found if source.days)


def source_of(path: str) -> FigureSource | None:
    return next((source for source in figure_sources() if source.path == path), None)


def _is_counted(model: type[Record]) -> bool:
    return model.kind.page not in _PAGES_NOT_COUNTED and model is not Person


def _of_root(field: CountedField) -> bool:
    return field.key.startswith(ROOT)


def _sources(model: type[Record]) -> Iterator[FigureSource]:
    kind = model.kind
    own = tuple(_fields(model))
    day = kind.day or next((f.key for f in own if isinstance(f.value, DayValue)), "")
    distincts = tuple(_distincts(own, rows=False))
    yield FigureSource(
        model.key, kind.label, kind.label, kind.measure, kind.page, own, distincts, day, aliases=kind.aliases
    )
    words = (kind.noun, *kind.aliases)
    root = tuple(_fields(model, ROOT, tuple(f"{word}{_SEPARATOR}" for word in words)))
    having, *before = (f"有这样一条的{word}" for word in words)
    record = CountedField(RECORD, having, RefTo(model.key), RECORD, tuple(before))
    for path, label, spec, row in _rows(model, model.key, kind.label):
        own = tuple(_fields(row) if row else _shared(spec.shape))
        fields = (*own, *root)
        distincts = (record, *_distincts(fields, rows=True))
        of_members = spec.shape == "members"
        if of_members:
            distincts = (CountedField("person", "委员", RefTo("person"), "person_id"), *distincts)
        yield FigureSource(
            path, label, spec.label, "人次" if of_members else "条", kind.page, fields, distincts,
            ROOT + day, of_members, tuple(word + label.removeprefix(kind.label) for word in kind.aliases),
        )  # fmt: skip


def _rows(model: type[Base], path: str, label: str) -> Iterator[tuple[str, str, Field, type[Base] | None]]:
    """Path, label, field and class of the rows below a class; the shared tables have no class of ours."""
    for spec in fields_of(model):
        here, named = f"{path}.{spec.key}", f"{label}{_SEPARATOR}{spec.label}"
        if spec.shape in _SHARED:
            yield here, named, spec, None
        elif spec.nested:
            row = rows_of(model, spec)
            yield here, named, spec, row
            yield from _rows(row, here, named)


def _fields(model: type[Base], prefix: str = "", before: tuple[str, ...] = ("",)) -> Iterator[CountedField]:
    """The plain fields that lie in the table of the class itself; private ones are nobody's number."""
    for spec in fields_of(model):
        known = isinstance(spec.value, Text | Code | Count | Money | DayValue | Flag | Choice | RefTo | Time)
        if known and spec.value is not None and not spec.private:
            end = "_id" if spec.shape == "reference" else ""
            key = prefix + spec.key
            label, *also = (start + word for start in before for word in (spec.label, *spec.aliases))
            yield CountedField(key, label, spec.value, key + end, tuple(also))


def _shared(shape: str) -> Iterator[CountedField]:
    for key, label, value in _SHARED[shape]:
        yield CountedField(key, label, value, key + ("_id" if isinstance(value, RefTo) else ""))


def _distincts(fields: tuple[CountedField, ...], *, rows: bool) -> Iterator[CountedField]:
    """References counted once each; a member is counted as the person he is, whatever the term."""
    for each in fields:
        if each.target == Membership.key:
            if not (rows and _of_root(each)):
                yield CountedField(each.key, each.label, each.value, f"{each.key}.person_id", each.aliases)
        elif each.target:
            yield each
