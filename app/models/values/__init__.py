"""Value kinds: of what kind the value of a field is. Those of somebody's own are in `models/personal.py`."""

from __future__ import annotations

from app.models.values.choice import BETWEEN, Choice, Flag, Many
from app.models.values.day import DayValue, Time
from app.models.values.number import LARGEST, Count, Money, Year
from app.models.values.reference import RefTo
from app.models.values.text import Code, LongText, Text
from app.models.values.value_kind import Filter, ValueKind

__all__ = [
    "BETWEEN",
    "LARGEST",
    "Choice",
    "Code",
    "Count",
    "DayValue",
    "Filter",
    "Flag",
    "LongText",
    "Many",
    "Money",
    "RefTo",
    "Text",
    "Time",
    "ValueKind",
    "Year",
]
