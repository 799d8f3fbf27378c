"""Values as the change log keeps them, back into what a record is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.models.base import Base
from app.models.context import Ref
from app.models.fields import Field, Values, fields_of, rows_of

_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError)


def values_of(model: type[Base], plain: Mapping[str, Any]) -> Values:
    """The opposite of `aggregates.plain`; what the kind has no field for is left out.

    A field that was declared later is not among them, one that is another kind of value today is empty.
    """
    found: Values = {}
    for spec in fields_of(model):
        if spec.editable and spec.key in plain:
            try:
                found[spec.key] = _value(model, spec, plain[spec.key])
            except _UNREADABLE:
                found[spec.key] = None
    if "uuid" in plain:
        found["uuid"] = plain["uuid"]
    return found


def _value(model: type[Base], spec: Field, plain: Any) -> Any:
    match spec.shape:
        case "children":
            return [values_of(rows_of(model, spec), item) for item in plain or ()]
        case "child":
            return None if plain is None else values_of(rows_of(model, spec), plain)
        case "members":
            return [entry | {"member": Ref(**entry["member"])} for entry in plain or ()]
        case "people":
            return dict(plain or {})
        case "files":
            return [dict(entry) for entry in plain or ()]
    assert spec.value is not None
    return spec.value.from_plain(plain)
