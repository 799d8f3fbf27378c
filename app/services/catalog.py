"""What the records and figures are, as plain data for JSON and the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.models import RECORDS
from app.models.base import Base
from app.models.context import Context
from app.models.fields import Field, fields_of, rows_of
from app.services.aggregates import Aggregate, plain
from app.services.checking import effective

SPANS = {"current": "本期", "ytd": "累计", "last_year": "上年同期"}


def kinds() -> list[dict[str, Any]]:
    """Every record kind with its fields and child tables, as `kinds --json` prints them."""
    return [
        {
            "key": model.key,
            "label": model.kind.label,
            "measure": model.kind.measure,
            "documents": list(model.kind.documents),
            "fields": [_field(spec) for spec in fields_of(model) if not spec.nested],
            "children": _children(model),
        }
        for model in RECORDS
    ]


def shown(aggregate: Aggregate) -> dict[str, Any]:
    """One record as `show --json` prints it: identity, then values by key, computed ones included."""
    return {
        "uuid": aggregate.uuid,
        "kind": aggregate.kind,
        "number": aggregate.number,
        "status": aggregate.status,
        "title": aggregate.title,
        "revision": aggregate.revision,
        "created_at": aggregate.created_at,
        "updated_at": aggregate.updated_at,
        "problems": [
            {"level": p.level.value, "field": p.key, "sentence": p.sentence} for p in aggregate.problems
        ],
        **plain(aggregate.model, aggregate.values, whole=True),
    }


def shown_lines(aggregate: Aggregate, context: Context) -> Iterator[str]:
    """One record in words, a field a line."""
    yield f"{aggregate.number} {aggregate.title}"
    yield from _lines(aggregate.model, aggregate.values, context, "")


def _field(spec: Field) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": spec.key,
        "label": spec.label,
        "type": spec.value.name if spec.value else spec.shape,
        "needed": spec.needed,
        "group": spec.group,
        "computed": not spec.editable,
    }
    if spec.value and spec.value.options:
        found["options"] = spec.value.options
    if spec.target and not spec.nested:
        found["kind"] = spec.target
    limit = getattr(spec.value, "limit", None)
    return found | ({"limit": limit} if limit else {})


def _children(model: type[Base]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for spec in fields_of(model):
        if spec.nested:
            row = rows_of(model, spec)
            fields = [_field(inner) | _nested(row, inner) for inner in fields_of(row)]
            found[spec.key] = fields
    return found


def _nested(row: type[Base], spec: Field) -> dict[str, Any]:
    return {"fields": [_field(inner) for inner in fields_of(rows_of(row, spec))]} if spec.nested else {}


def _lines(model: type[Base], values: dict[str, Any], context: Context, indent: str) -> Iterator[str]:
    whole = effective(model, values)
    for spec in fields_of(model):
        value = whole.get(spec.key)
        if value in (None, [], {}, ()):
            continue
        if spec.nested:
            yield f"{indent}{spec.label}："
            for item in value if spec.shape == "children" else [value]:
                yield from _lines(rows_of(model, spec), item, context, indent + "    ")
        else:
            yield f"{indent}{spec.label}：{_said(spec, value, context)}"


def _said(spec: Field, value: Any, context: Context) -> str:
    match spec.shape:
        case "members":
            return "、".join(entry["member"].label for entry in value)
        case "people":
            return "、".join(f"{context.option_label('people_role', k)} {n} 人" for k, n in value.items())
        case "files":
            return "、".join(entry["name"] for entry in value)
    assert spec.value is not None
    return spec.value.format(value, context)
