"""How values that SQLite has no type for are kept in its columns."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import Any

from sqlalchemy import Integer, String
from sqlalchemy import Text as SqlText
from sqlalchemy.types import TypeDecorator

from app.models import days


class DayText(TypeDecorator[days.Day]):
    """Keeps a day or a month as sortable text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: days.Day | None, dialect: Any) -> str | None:
        return None if value is None else days.stored(value)

    def process_result_value(self, value: Any, dialect: Any) -> days.Day | None:
        return None if value is None else days.from_stored(value)


class Cents(TypeDecorator[Decimal]):
    """Keeps money as whole cents, so that sums are exact."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> int | None:
        return None if value is None else int(value * 100)

    def process_result_value(self, value: Any, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value) / 100


class KeySet(TypeDecorator[tuple[str, ...]]):
    """Keeps the keys of a multiple choice as |a|b|, so that one can be found by LIKE."""

    impl = SqlText
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Any) -> str | None:
        return f"|{'|'.join(value)}|" if value else None

    def process_result_value(self, value: Any, dialect: Any) -> tuple[str, ...] | None:
        return tuple(value.strip("|").split("|")) if value else None


class ClockText(TypeDecorator[time]):
    """Keeps a time of day as HH:MM."""

    impl = String(5)
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Any) -> str | None:
        return None if value is None else f"{value:%H:%M}"

    def process_result_value(self, value: Any, dialect: Any) -> time | None:
        return None if value is None else time.fromisoformat(value)
