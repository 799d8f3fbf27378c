"""What a record holds of somebody's own: the texts that its history masks wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.base import Base
from app.models.fields import Values, fields_of, rows_of

_SHORTEST = 2  # one Han character says nothing of whom


def private_texts(model: type[Base], values: Values) -> tuple[str, ...]:
    """The texts of private fields, those of child rows included."""
    return tuple(dict.fromkeys(_found(model, values)))


def _found(model: type[Base], values: Values) -> Iterator[str]:
    for spec in fields_of(model):
        value = values.get(spec.key)
        if spec.nested and value:
            for item in value if spec.shape == "children" else [value]:
                yield from _found(rows_of(model, spec), item)
        elif spec.private and isinstance(value, str) and len(value) >= _SHORTEST:
            yield value
