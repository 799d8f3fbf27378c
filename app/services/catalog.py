"""What the records and figures are, as plain data for JSON and the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from app.models import RECORDS
from app.models.base import Base
from app.models.context import Context
from app.models.fields import Field, fields_of, rows_of
from app.models.figure import Figure
from app.models.periods import Period
from app.services.aggregates import Aggregate, plain
from app.services.checking import effective
from app.services.figure_values import Group, Pair, Value, Values, rounded
from app.services.figures import Figures
from app.services.own_figures import OwnFigures

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


def figure_rows(figures: Figures, period: Period, by: str | None) -> list[dict[str, Any]]:
    """Every figure for the period, as `figures --json` prints it; those it cannot split are left out."""
    wanted = figures.groupable(by)
    values = figures.evaluate([figure.key for figure in wanted], figures.spans(period), by)
    found = []
    for figure in wanted:
        row: dict[str, Any] = {"key": figure.key, "label": figure.label, "unit": figure.unit}
        for span, word in SPANS.items():
            row |= _number(word, values.total(figure.key, span))
        if by is not None:
            row["groups"] = [_group_row(values, figure.key, group) for group in values.groups]
        found.append(row)
    return found


def figure_declarations(figures: Figures, own: OwnFigures) -> list[dict[str, Any]]:
    """Every figure there is and how it counts, as `figure list --json` prints it; own ones out of use too."""
    known = figures.catalogue
    made = {figure.key for figure in known.own}
    found: list[dict[str, Any]] = [
        {"key": figure.key, "origin": "shipped", "reason": "", **_declared(figure)}
        for figure in known.values()
        if figure.key not in made
    ]
    for each in own.all():
        plain = each.definition.plain() if each.definition else {}
        said = {"label": each.label, "unit": "", "rule": "", "aliases": []} | plain
        found.append({"key": each.key, "origin": "own", "reason": each.reason, **said})
    return found


def _declared(figure: Figure) -> dict[str, Any]:
    return {
        "label": figure.label,
        "unit": figure.unit,
        "rule": figure.rule,
        "aliases": list(figure.aliases),
        "nature": figure.nature,
        "source": figure.source,
        "dated_by": figure.dated_by,
        "of": list(figure.combined),
    }


def figure_records(figures: Figures, figure: str, period: Period) -> list[dict[str, Any]]:
    """The records behind a figure, as `figures --records --json` prints them."""
    known = figures.catalogue
    return [
        {
            "figure": line.figure,
            "figure_label": known[line.figure].label,
            "kind": line.kind,
            "uuid": line.uuid,
            "number": line.number,
            "title": line.title,
            "day": line.day,
            "amount": _json_number(line.amount),
        }
        for line in figures.records(known.known(figure).key, period)
    ]


def _group_row(values: Values, figure: str, group: Group) -> dict[str, Any]:
    row: dict[str, Any] = {"key": group.key, "label": group.label}
    for span, word in SPANS.items():
        row |= _number(word, values.part(figure, span, group.key))
    return row


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


def _number(word: str, value: Value) -> dict[str, Any]:
    found: dict[str, Any] = {word: _json_number(rounded(value))}
    if isinstance(value, Pair):
        found[word + "_比"] = [_json_number(value.numerator), _json_number(value.denominator)]
    return found


def _json_number(value: int | Decimal | None) -> int | float | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
