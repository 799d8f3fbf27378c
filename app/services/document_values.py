"""DocumentValues: a record's values as they are printed, plain enough for a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from app.models import days
from app.models.base import Base
from app.models.context import Ref
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.values import Count, DayValue, LongText, RefTo, Text, Time
from app.services.checking import effective
from app.services.context import OfficeContext
from app.services.covering import Covering

_TYPED = (Text, LongText, RefTo)


class DocumentValues:
    """Prints values by their declarations, people as `covering` lets them be named."""

    def __init__(self, context: OfficeContext, covering: Covering) -> None:
        self._context = context
        self._covering = covering

    def of(self, model: type[Base], values: Values) -> dict[str, Any]:
        """By key, and by label where that can be a name in a template; "" is not filled.

        Members, people and photos are lists of rows as `exporters.word_record` takes them; `texts` are the
        long texts in their order.
        """
        found = self._row(model, values)
        found["photos"] = _photos(values.get("files") or (), self._covering)
        found["texts"] = [
            found[spec.key] for spec in fields_of(model) if spec.shape == "long_text" and found.get(spec.key)
        ]
        return found

    def _row(self, model: type[Base], values: Values) -> dict[str, Any]:
        whole = effective(model, values)
        found: dict[str, Any] = {}
        for spec in fields_of(model):
            if spec.shape == "files":
                continue
            found[spec.key] = self._one(model, spec, whole)
            if spec.target == "studio" and spec.shape == "reference":
                found[f"{spec.key}_lead"] = self._lead(whole.get(spec.key))
        labels = {
            name: found[spec.key]
            for spec in fields_of(model)
            if spec.key in found
            for name in (*spec.aliases, spec.label)
        }
        return {label: value for label, value in labels.items() if label.isidentifier()} | found

    def _one(self, model: type[Base], spec: Field, row: Values) -> Any:
        value = row.get(spec.key)
        match spec.shape:
            case "children":
                return [self._row(rows_of(model, spec), item) for item in value or ()]
            case "child":
                return self._row(rows_of(model, spec), value or {})
            case "members":
                return [self._member(entry) for entry in value or ()]
            case "people":
                return self._people(value or {})
        return "" if value is None else self._printed(spec, value, row)

    def _printed(self, spec: Field, value: Any, row: Values) -> str | int:
        assert spec.value is not None
        if isinstance(spec.value, DayValue):
            return days.printed(value)
        if isinstance(spec.value, Time):
            return _clock(value)
        if isinstance(spec.value, Count):
            return int(value)
        text = self._covering.value(spec, row, spec.value.format(value, self._context))
        return self._covering.text(text) if isinstance(spec.value, _TYPED) else text

    def _member(self, entry: Mapping[str, Any]) -> dict[str, str]:
        ref: Ref = entry["member"]
        facts = self._context.member(ref.uuid)
        sector = entry.get("sector") or (facts.sector if facts else None)
        return {
            "name": ref.label or (facts.name if facts else ""),
            "sector": self._context.option_label("sector", sector) if sector else "",
            "employer": (facts.employer or "") if facts else "",
            "role": self._context.option_label("attendance_role", entry["role"]),
            "status": entry["status"],
            "status_label": self._context.option_label("attendance_status", entry["status"]),
        }

    def _people(self, counts: Mapping[str, int]) -> list[dict[str, Any]]:
        """Head-counts in the order of the options."""
        order = [option.key for option in self._context.options.entries("people_role", retired=True)]
        known = [key for key in order if counts.get(key) is not None]
        rest = [key for key in counts if key not in order]
        return [
            {"key": key, "label": self._context.option_label("people_role", key), "number": counts[key]}
            for key in (*known, *rest)
        ]

    def _lead(self, studio: Ref | None) -> str:
        lead = self._context.value_of("studio", studio.uuid, "lead") if studio else None
        return lead.label if isinstance(lead, Ref) else ""


def _photos(files: Sequence[Mapping[str, Any]], covering: Covering) -> list[dict[str, str]]:
    return [
        {
            "file": str(one["sha256"]),
            "name": covering.text(str(one["name"])),
            "caption": covering.text(str(one.get("caption") or "")),
        }
        for one in files
        if one.get("picture")
    ]


def _clock(value: time) -> str:
    """14时30分, or 15时 on the hour."""
    return f"{value.hour}时{value.minute:02d}分" if value.minute else f"{value.hour}时"
