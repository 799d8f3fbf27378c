"""Rejoining: what was typed over an older version of a record, together with what was saved since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.models.base import Base
from app.models.fields import Field, Values, fields_of, rows_of
from app.services.aggregates import same

_Join = Callable[[Values, Values, Values], Values]


def rejoined(model: type[Base], base: Values, typed: Values, now: Values) -> Values:
    """The fields of `typed`: what it changed against `base` as typed, everything else as it is `now`.

    Rows, members, head-counts and files are joined one by one, so that none that was added since goes.
    """
    specs = {spec.key: spec for spec in fields_of(model)}
    found = dict(typed)
    for key in typed:
        if key in specs:
            found[key] = _field(model, specs[key], base.get(key), typed[key], now.get(key))
    return found


def _field(model: type[Base], spec: Field, base: Any, typed: Any, now: Any) -> Any:
    match spec.shape:
        case "children":
            row = rows_of(model, spec)
            return _listed(base, typed, now, _uuid, lambda *three: _row(row, *three))
        case "child" if base and typed and now:
            return _row(rows_of(model, spec), base, typed, now)
        case "members":
            return _listed(base, typed, now, _member, _by_key)
        case "files":
            return _listed(base, typed, now, _uuid, _by_key)
        case "people":
            return _people(base or {}, typed or {}, now or {})
    return now if same({spec.key: base}, {spec.key: typed}, model) else typed


def _row(model: type[Base], base: Values, typed: Values, now: Values) -> Values:
    return now | rejoined(model, base, typed, now)


def _listed(
    base: Sequence[Values] | None, typed: Sequence[Values] | None, now: Sequence[Values] | None,
    who: Callable[[Values], str], join: _Join,
) -> list[Values]:  # fmt: skip
    """In the typed order, what was added since at the end; out is what one side took out, the other left."""
    then, mine, theirs = ({who(each): each for each in side or ()} for side in (base, typed, now))
    found = []
    for each in typed or ():
        key = who(each)
        if key in then and key in theirs:
            found.append(join(then[key], each, theirs[key]))
        elif key not in then or each != then[key]:
            found.append(each)
    return [*found, *(each for key, each in theirs.items() if key not in then and key not in mine)]


def _people(base: Mapping[str, Any], typed: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    joined = _by_key(dict(base), {role: typed.get(role) for role in (*base, *typed)}, dict(now))
    return {role: number for role, number in joined.items() if number is not None}


def _by_key(base: Values, typed: Values, now: Values) -> Values:
    changed = {key: value for key, value in typed.items() if value != base.get(key)}
    return now | changed


def _uuid(row: Values) -> str:
    return row.get("uuid") or f"#{id(row)}"


def _member(entry: Values) -> str:
    return str(entry["member"].uuid)
