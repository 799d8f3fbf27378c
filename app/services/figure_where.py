"""The conditions of figures as SQL."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, bindparam, func, or_, select, type_coerce

from app.models import model_of
from app.models.figure import THROUGH, Where
from app.models.periods import Period
from app.models.system import Alias


class Days(NamedTuple):
    """The bounds of a period as SQL; what is asked for often names them by parameters."""

    after: Any
    through: Any


def days_at(name: str) -> Days:
    """Bounds that are given when the statement is asked; see `in_days`."""
    return Days(bindparam(f"after{name}", type_=String), bindparam(f"through{name}", type_=String))


def in_days(period: Period, name: str = "") -> dict[str, str]:
    """The parameters `days_at` speaks of."""
    return {f"after{name}": period.after, f"through{name}": period.through}


IN_DAYS = days_at("")


def met(column: Any, where: Where, period: Period | Days) -> ColumnElement[bool]:
    """Whether a row meets a condition, asked of the column the condition names."""
    found: ColumnElement[bool]
    match where.op:
        case "in":
            found = column.in_(_among(where))
        case "not_in":
            found = or_(column.is_(None), column.not_in(_among(where)))
        case "is":
            found = column.is_(where.value)
        case "least":
            found = column >= where.value
        case "most":
            found = column <= where.value
        case "filled":
            found = column.is_not(None)
        case "empty":
            found = column.is_(None)
        case "has" | "has_not":
            has = type_coerce(column, String).contains(where.value, autoescape=True)
            found = has if where.op == "has" else or_(column.is_(None), ~has)
        case "<=" | "<" | "open" | "from" | "to":
            found = _on_time(type_coerce(column, String), where, period)
        case _:
            found = column == where.value
    return found


def _on_time(day: Any, where: Where, period: Period | Days) -> ColumnElement[bool]:
    limit = period.through if where.value == THROUGH else where.value
    found: ColumnElement[bool]
    match where.op:
        case "open":
            found = or_(day.is_(None), day > limit)
        case "from":
            found = day >= limit
        case "<":
            # A deadline that is only a month runs to the end of it.
            found = func.replace(day, "-00", "-31") < limit
        case _:
            found = day <= limit
    return found


def _among(where: Where) -> Any:
    """The values, or the local ids of the records they name; a merged one is found under its new uuid."""
    if not where.target:
        return where.value
    model = model_of(where.target)
    merged = select(Alias.new).where(Alias.old.in_(where.value))
    return select(model.id).where(or_(model.uuid.in_(where.value), model.uuid.in_(merged)))
