"""Any values a form of any kind may hold, as hypothesis strategies drawn from the declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.models.base import Base
from app.models.context import Ref
from app.models.days import Month
from app.models.fields import Field, fields_of, rows_of
from app.models.values import Choice, Count, DayValue, Flag, Many, Money, Time, Year
from app.services.options import Options

LETTERS = st.characters(exclude_categories=("Cc", "Cs"))
UUIDS = st.uuids(version=4).map(lambda each: each.hex)


class TypedValues:
    """`refs` are the records there are by kind, `files` entries whose bytes are in the vault."""

    def __init__(self, options: Options, refs: Mapping[str, Sequence[Ref]], files: Sequence[Any]) -> None:
        self._options, self._refs, self._files = options, refs, files

    def of(self, model: type[Base]) -> SearchStrategy[dict[str, Any]]:
        """Every editable field of a kind, or of a row of one."""
        return st.fixed_dictionaries({s.key: self._field(model, s) for s in fields_of(model) if s.editable})

    def _field(self, model: type[Base], spec: Field) -> SearchStrategy[Any]:
        match spec.shape:
            case "children":
                return st.lists(self._row(rows_of(model, spec)), max_size=2)
            case "child":
                return st.none() | self._row(rows_of(model, spec))
            case "members":
                return self._members()
            case "people":
                roles = st.sampled_from(self._keys("people_role"))
                return st.dictionaries(roles, st.integers(0, 999_999), max_size=3)
            case "files":
                entries = st.lists(st.sampled_from(self._files), unique_by=lambda e: e["sha256"], max_size=2)
                return entries.flatmap(self._named)
            case "reference":
                return st.none() | st.sampled_from(self._refs.get(spec.target) or (None,))
        return st.none() | self._value(spec)

    def _row(self, model: type[Base]) -> SearchStrategy[dict[str, Any]]:
        return st.builds(lambda values, uuid: values | {"uuid": uuid}, self.of(model), UUIDS)

    def _members(self) -> SearchStrategy[list[dict[str, Any]]]:
        entry = st.fixed_dictionaries(
            {
                "member": st.sampled_from(self._refs["membership"]),
                "role": st.sampled_from(self._keys("attendance_role")),
                "status": st.sampled_from(self._keys("attendance_status")),
            },
            optional={"sector": st.sampled_from(self._keys("sector"))},
        )
        return st.lists(entry, unique_by=lambda each: each["member"].uuid, max_size=3)

    def _named(self, entries: list[dict[str, Any]]) -> SearchStrategy[list[dict[str, Any]]]:
        caption = st.none() | st.text(LETTERS, max_size=20)
        named = [st.builds(lambda e, u, c: e | {"uuid": u, "caption": c}, st.just(e), UUIDS, caption)
                 for e in entries]  # fmt: skip
        return st.tuples(*named).map(list)

    def _keys(self, name: str) -> list[str]:
        return [option.key for option in self._options.entries(name, retired=True)]

    def _value(self, spec: Field) -> SearchStrategy[Any]:
        match spec.value:
            case Many(of=name):
                return st.lists(st.sampled_from(self._keys(name)), min_size=1, max_size=3, unique=True).map(
                    tuple
                )
            case Choice(of=name):
                return st.sampled_from(self._keys(name) or ["own_1"])
            case DayValue():
                months = st.builds(Month, st.integers(1900, 2199), st.integers(1, 12))
                return st.dates(date(1900, 1, 1), date(2199, 12, 31)) | months
            case Time():
                return st.builds(time, st.integers(0, 23), st.integers(0, 59))
            case Money():
                return st.integers(-(10**11), 10**11).map(lambda cents: Decimal(cents).scaleb(-2))
            case Year():
                return st.integers(1900, 2199)
            case Count():
                return st.integers(-999, 999_999_999)
            case Flag():
                return st.booleans()
        return st.text(LETTERS, min_size=1, max_size=60)
