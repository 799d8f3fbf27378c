"""OwnTable: what an ad-hoc table (临时要表) is made of: data, kept as JSON and run for any period."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from app.errors import AppError, Unfit
from app.models.texts import clean_text

Of = Literal["records", "figures"]
LONGEST_NAME, LONGEST_TITLE, LONGEST_NOTE = 40, 60, 400
VERSION = 1
_UNREADABLE = "存下来的内容读不出来，请删掉重做。"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on a field; `value` is a tuple of keys for in and not_in, else one value or None."""

    field: str
    op: str
    value: Any = None

    def plain(self) -> dict[str, Any]:
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {"field": self.field, "op": self.op, "value": value}


@dataclass(frozen=True, slots=True)
class SortKey:
    """A column to sort by."""

    field: str
    descending: bool = False

    def plain(self) -> dict[str, Any]:
        return {"field": self.field, "descending": self.descending}


@dataclass(frozen=True, slots=True)
class OwnTable:
    """Records of one kind or figures; the period is given when it is run.

    records: `kind`, `fields` as columns, `group` for count and sums per group. figures: `figures` over
    `spans`, `by` a grouping of `figures.GROUPINGS` for one line per group, "" for one line per figure.
    """

    name: str = ""
    of: Of = "records"
    kind: str = ""
    fields: tuple[str, ...] = ()
    filters: tuple[Condition, ...] = ()
    group: str = ""
    sort: tuple[SortKey, ...] = ()
    figures: tuple[str, ...] = ()
    by: str = ""
    spans: tuple[str, ...] = ()
    title: str = ""
    note: str = ""

    @property
    def of_records(self) -> bool:
        return self.of == "records"

    def named(self, name: str) -> OwnTable:
        return replace(self, name=name)

    def to_json(self) -> str:
        """Keys in one order, so that the same table gives the same text."""
        plain: dict[str, Any] = {"version": VERSION, "name": self.name, "of": self.of, "kind": self.kind}
        plain |= {
            "fields": list(self.fields),
            "filters": [each.plain() for each in self.filters],
            "group": self.group or None,
            "sort": [each.plain() for each in self.sort],
            "figures": list(self.figures),
            "by": self.by or None,
            "spans": list(self.spans),
            "title": self.title,
            "note": self.note,
        }
        return json.dumps(plain, ensure_ascii=False, indent=1)


def from_json(text: str) -> OwnTable:
    """Reads what `to_json` wrote; raises AppError for anything else."""
    try:
        raw = json.loads(text)
        return _read(raw)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise AppError(_UNREADABLE) from None


def clean_name(raw: str) -> str:
    """A name as it is kept; raises AppError with what to do."""
    try:
        name = clean_text(raw, LONGEST_NAME)
    except Unfit as unfit:
        raise AppError(f"报表名{unfit}。") from None
    if not name:
        raise AppError("请先给这张表起个名字，再存成报表。")
    return name


def clean_words(table: OwnTable) -> OwnTable:
    """The table with title and note as paper can carry them; raises AppError."""
    try:
        title = clean_text(table.title, LONGEST_TITLE) or ""
        note = clean_text(table.note, LONGEST_NOTE, lines=True) or ""
    except Unfit as unfit:
        raise AppError(f"标题或说明{unfit}。") from None
    return replace(table, title=title, note=note)


def _read(raw: Any) -> OwnTable:
    if not isinstance(raw, dict) or raw.get("version") != VERSION or raw["of"] not in ("records", "figures"):
        raise ValueError
    return OwnTable(
        name=_text(raw["name"]),
        of=raw["of"],
        kind=_text(raw["kind"]),
        fields=_texts(raw["fields"]),
        filters=tuple(_condition(each) for each in raw["filters"]),
        group=_text(raw["group"] or ""),
        sort=tuple(SortKey(_text(each["field"]), each["descending"] is True) for each in raw["sort"]),
        figures=_texts(raw["figures"]),
        by=_text(raw["by"] or ""),
        spans=_texts(raw["spans"]),
        title=_text(raw["title"]),
        note=_text(raw["note"]),
    )


def _condition(raw: Mapping[str, Any]) -> Condition:
    value = raw["value"]
    value = _texts(value) if isinstance(value, list) else value
    return Condition(_text(raw["field"]), _text(raw["op"]), value)


def _texts(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise ValueError
    return tuple(_text(each) for each in raw)


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise ValueError
    return raw
