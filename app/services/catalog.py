"""What the records and figures are, as plain data for JSON and the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from app.models import RECORDS
from app.models.base import Base
from app.models.context import Context
from app.models.fields import Field, fields_of, rows_of
from app.services.aggregates import Aggregate, plain
from app.services.checking import effective
from app.services.covering import Covering
from app.settings import LABELS

Keeps = Callable[[Field], bool]
"""Whether an office keeps a field at all."""
SPANS = {"current": "本期", "ytd": "累计", "last_year": "上年同期"}


def _all_kept(spec: Field) -> bool:
    return True


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


def shown(aggregate: Aggregate, *, full: bool = False, keeps: Keeps = _all_kept) -> dict[str, Any]:
    """One record as `show --json` prints it: identity, then values by key, computed ones included.

    People's numbers and citizens' names are covered unless all is asked for; what the office does not keep
    is left out.
    """
    model = aggregate.model
    covering = Covering(model, aggregate.values, full=full)
    left_out = {spec.key for spec in fields_of(model) if not keeps(spec)}
    values = plain(model, covering.values(model, aggregate.values), whole=True)
    return {
        "uuid": aggregate.uuid,
        "kind": aggregate.kind,
        "number": aggregate.number,
        "status": aggregate.status,
        "title": covering.text(aggregate.title),
        "revision": aggregate.revision,
        "created_at": aggregate.created_at,
        "updated_at": aggregate.updated_at,
        "problems": [
            {"level": p.level.value, "field": p.key, "sentence": p.sentence} for p in aggregate.problems
        ],
        **{key: value for key, value in values.items() if key not in left_out},
    }


def shown_lines(
    aggregate: Aggregate, context: Context, *, full: bool = False, keeps: Keeps = _all_kept
) -> Iterator[str]:
    """One record in words, a field a line; covered as by `shown`."""
    covering = Covering(aggregate.model, aggregate.values, full=full)
    values = covering.values(aggregate.model, aggregate.values)
    values = {spec.key: values.get(spec.key) for spec in fields_of(aggregate.model) if keeps(spec)}
    yield f"{aggregate.number} {covering.text(aggregate.title)}"
    yield from _lines(aggregate.model, values, context, "")


def _field(spec: Field) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": spec.key,
        "label": spec.label,
        "type": spec.value.name if spec.value else spec.shape,
        "needed": spec.needed,
        "group": spec.group,
        "computed": not spec.editable,
    }
    if spec.setting:
        found["setting"] = LABELS[spec.setting]
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
