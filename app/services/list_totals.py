"""Totals: how many records a list holds and what their counts add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func

from app.models import Record
from app.models.fields import Field
from app.models.values import Count
from app.services.aggregates import REGISTERED
from app.services.list_columns import parts_of, sums_of
from app.services.list_tables import ListTables

REST = "其他"


@dataclass(frozen=True, slots=True)
class Sum:
    """One count added up over the registered records, with what it is made of."""

    key: str
    label: str
    unit: str
    amount: int
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> str:
        """参加 353 人次（委员 35，群众 224，其他 94）."""
        inner = "，".join(f"{name} {amount}" for name, amount in self.parts)
        return f"{self.label} {self.amount} {self.unit}" + (f"（{inner}）" if inner else "")


@dataclass(frozen=True, slots=True)
class Totals:
    """How many records, how many of them count, and the sums of those that count."""

    measure: str
    count: int = 0
    registered: int = 0
    sums: tuple[Sum, ...] = ()

    @property
    def text(self) -> str:
        """共 17 场，其中已登记 15 场：参加 353 人次，共识 34 项."""
        head = f"共 {self.count} {self.measure}"
        if self.registered != self.count:
            head += f"，其中已登记 {self.registered} {self.measure}"
        return head + self.tail

    @property
    def tail(self) -> str:
        """The sums alone, after a colon; nothing when no record counts."""
        return "：" + "，".join(each.text for each in self.sums) if self.registered and self.sums else ""


def sum_columns(model: type[Record], tables: ListTables) -> list[ColumnElement[Any]]:
    """What `totals` reads: the number of records, of registered ones, and one sum per field in `_summed`."""
    counts = tables.base.c.status == REGISTERED
    own = [func.count(tables.id), func.coalesce(func.sum(case((counts, 1), else_=0)), 0)]
    fields = [func.coalesce(func.sum(case((counts, tables.column(s.key)))), 0) for s in _summed(model)]
    return [*own, *fields]


def totals(model: type[Record], read: Sequence[int]) -> Totals:
    """The totals from what was read of `sum_columns`; nothing read means no records."""
    if not read:
        return Totals(model.kind.measure)
    amounts = {spec.key: int(amount) for spec, amount in zip(_summed(model), read[2:], strict=True)}
    wholes = [spec for spec in sums_of(model) if parts_of(model, spec)]
    inside = {part.key for whole in wholes for part in parts_of(model, whole)}
    # A whole stands first, with its parts in brackets; they are not said again by themselves.
    said = [*wholes, *(spec for spec in sums_of(model) if spec not in wholes and spec.key not in inside)]
    sums = tuple(_sum(model, spec, amounts) for spec in said)
    return Totals(model.kind.measure, int(read[0]), int(read[1]), sums)


def _summed(model: type[Record]) -> list[Field]:
    found: dict[str, Field] = {}
    for spec in sums_of(model):
        found |= {each.key: each for each in (spec, *parts_of(model, spec))}
    return list(found.values())


def _sum(model: type[Record], spec: Field, amounts: dict[str, int]) -> Sum:
    assert isinstance(spec.value, Count)
    parts = [(part.heading, amounts[part.key]) for part in parts_of(model, spec)]
    label = spec.heading
    if parts:
        label = spec.group.removesuffix("人员") or label
        parts.append((REST, amounts[spec.key] - sum(amount for _, amount in parts)))
    filled = tuple((name, amount) for name, amount in parts if amount)
    return Sum(spec.key, label, spec.value.unit, amounts[spec.key], filled)
