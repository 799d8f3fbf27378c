"""Records of every kind with every field filled, in two ways; everything in them is invented."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.models import model_of
from app.models.base import Base
from app.models.context import Ref
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.personal import IdentityNumber
from app.models.values import (
    Choice,
    Code,
    Count,
    DayValue,
    Flag,
    LongText,
    Many,
    Money,
    RefTo,
    Text,
    Time,
    Year,
)
from app.services.aggregates import Aggregate
from app.services.office import Office
from tests.office import uuids

PHONES = ("13812345678", "15987654321")
NAMES = ("欧阳来访", "司徒来访")
IDENTITIES = ("530102198001011237", "11010519491231002X")


class Whole:
    """Fills every editable field of a kind; `way` 0 and 1 differ in each of them."""

    def __init__(self, office: Office, folder: Path) -> None:
        self._office = office
        self._options = office.options()
        self._refs: dict[str, list[Ref]] = {}
        self._files = []
        for way in (0, 1):
            path = folder / f"附件{way}.txt"
            path.write_text(f"第 {way} 个", encoding="utf-8")
            self._files.append(office.records.attach([path])[0])

    def record(self, kind: str, way: int = 0) -> Aggregate:
        """A new record, not saved."""
        made = self._office.records.new(kind)
        made.values |= self.values(model_of(kind), way)
        return made

    def values(self, model: type[Base], way: int) -> Values:
        return {spec.key: self._one(model, spec, way) for spec in fields_of(model) if spec.editable}

    def _one(self, model: type[Base], spec: Field, way: int) -> Any:
        match spec.shape:
            case "children":
                row = rows_of(model, spec)
                return [self.values(row, way) for _ in range(1 + way)]
            case "child":
                return self.values(rows_of(model, spec), way)
            case "members":
                refs = self._targets("membership")
                states = ("present", "leave")
                return [{"member": refs[0], "role": "member", "status": states[way]},
                        {"member": refs[1 + way], "role": "member", "status": "present"}]  # fmt: skip
            case "people":
                return {"masses": 10 + way, ("leaders", "cadres")[way]: 3}
            case "files":
                return [dict(self._files[way])]
        return self._value(spec, way)

    def _value(self, spec: Field, way: int) -> Any:
        match spec.value:
            case Count() as value:
                return 2025 + way if isinstance(value, Year) else max(spec.minimum or 0, 3) + way
            case Choice() as value:
                keys = [option.key for option in self._options.entries(value.of)]
                return tuple(keys[: 1 + way]) if isinstance(value, Many) else keys[way]
            case RefTo():
                return self._target(spec, way)
            case IdentityNumber():
                return IDENTITIES[way]
            case Code():
                return PHONES[way] if "phone" in spec.key else "AB"[way] * 3
            case LongText():
                return f"{spec.label}，原来写的是第 {way} 种\n第二段" * 4
            case Text():
                return NAMES[way] if spec.private else f"{spec.label}{way}"
        plain = {Money: Decimal("12.50") + way, DayValue: date(2026, 10, 5 + way), Time: time(9 + way, 30),
                 Flag: not way}  # fmt: skip
        return plain[type(spec.value)]  # type: ignore[index]

    def _target(self, spec: Field, way: int) -> Ref:
        refs = self._targets(spec.target)
        if spec.target in ("township", "village"):
            # A village of each way's township: 永兴街道 and 青山镇.
            names = {"township": ("永兴街道", "青山镇"), "village": ("金桂社区", "石桥村")}[spec.target]
            return next(ref for ref in refs if ref.label == names[way])
        return refs[way]

    def _targets(self, kind: str) -> list[Ref]:
        if kind not in self._refs:
            if len(uuids(self._office, kind)) < 2:
                for number in range(2):
                    self._make(kind, number)
            self._refs[kind] = [Ref(uuid, label) for label, uuid in uuids(self._office, kind).items()]
        return self._refs[kind]

    def _make(self, kind: str, number: int) -> None:
        """One more to point at, with no more than it needs."""
        given: Values = {}
        for spec in fields_of(model_of(kind)):
            if spec.needed == "save" and spec.editable:
                given[spec.key] = self._value(spec, number)
        self._office.records.save(self._office.records.new(kind, **given))
