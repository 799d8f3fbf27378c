"""Ledger: the records of a period as rows for a table, with the texts a ledger puts together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.days import Month, iso, last
from app.models.fields import Field, fields_of
from app.models.meeting import ConsensusItem, Meeting, Task
from app.models.periods import Period
from app.models.values import Choice, LongText
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.options import Options

Cell = int | Decimal | str | date | None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One consensus item with its task, as a ledger needs it."""

    text: str
    unit: str
    state: str
    closed_on: str
    satisfaction: str


class Ledger:
    """Reads records of one kind in a few SELECTs; `cell(row, key)` gives any field or put-together text."""

    def __init__(self, session: Session, options: Options, kind: str, ids: Sequence[int]) -> None:
        self._options = options
        self._model = model_of(kind)
        self._specs = {spec.key: spec for spec in fields_of(self._model)}
        self.rows = _rows(session, self._model, ids)
        self._labels = _labels(session, self._specs.values(), self.rows)
        self._texts = _texts(session, self._model, ids)
        self._tasks = _tasks(session, ids) if self._model is Meeting else {}

    def has(self, key: str) -> bool:
        return key in _PUT_TOGETHER.get(self._model.key, {}) or (
            key in self._specs and self._specs[key].shape in ("value", "long_text", "reference")
        )

    def cell(self, row: Any, key: str) -> Cell:
        """A plain value for a cell: number, day or words; None when not filled."""
        special = _PUT_TOGETHER.get(self._model.key, {}).get(key)
        if special is not None:
            return special(self, row)
        spec = self._specs[key]
        if isinstance(spec.value, LongText) and spec.shape == "long_text":
            return said(self._options, spec, self._texts.get(row.id, {}).get(key))
        if spec.shape == "reference":
            return self._labels.get((key, getattr(row, key + "_id")))
        return said(self._options, spec, getattr(row, key))

    def label(self, options: str, key: str | None) -> str:
        return "" if key is None else self._options.label(options, key)

    def tasks(self, row: Any) -> list[TaskLine]:
        return self._tasks.get(row.id, [])


def said(options: Options, spec: Field, value: Any, official: bool = False) -> Cell:
    """A stored value as a cell has it: whoever is no official only as papers may name him."""
    if isinstance(value, str) and spec.value is not None and not spec.value.options and not official:
        return spec.value.on_paper(value) or None
    if isinstance(value, Month):
        return iso(value)
    if isinstance(spec.value, Choice) and value is not None:
        keys = value if isinstance(value, tuple) else (value,)
        return "、".join(options.label(spec.value.of, key) for key in keys)
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None or isinstance(value, int | Decimal | str | date):
        return value
    return f"{value:%H:%M}"


def period_ids(session: Session, kind: str, period: Period) -> list[int]:
    """Local ids of the registered records whose day lies in the period, oldest first."""
    model = model_of(kind)
    day = type_coerce(getattr(model, model.kind.day), String)
    statement = select(model.id).where(
        model.deleted_at.is_(None), model.status == REGISTERED, day > period.after, day <= period.through
    )
    return list(session.scalars(statement.order_by(day, model.id)))


def _rows(session: Session, model: type[Record], ids: Sequence[int]) -> list[Any]:
    found = {}
    for start in range(0, len(ids), 500):
        for row in session.scalars(select(model).where(model.id.in_(ids[start : start + 500]))):
            found[row.id] = row
    return [found[record_id] for record_id in ids if record_id in found]


def _labels(
    session: Session, specs: Iterable[Field], rows: Sequence[Any]
) -> dict[tuple[str, int | None], str]:
    found: dict[tuple[str, int | None], str] = {}
    for spec in specs:
        if spec.shape == "reference":
            wanted = {getattr(row, spec.key + "_id") for row in rows} - {None}
            for local, ref in refs(session, model_of(spec.target), sorted(wanted)).items():
                found[spec.key, local] = ref.label
    return found


def _texts(session: Session, model: type[Record], ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    table = model.text_class.__table__
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(ids), 500):
        for row in session.execute(select(table).where(table.c.id.in_(ids[start : start + 500]))).mappings():
            found[row["id"]] = dict(row)
    return found


def _tasks(session: Session, ids: Sequence[int]) -> dict[int, list[TaskLine]]:
    found: dict[int, list[TaskLine]] = defaultdict(list)
    for start in range(0, len(ids), 500):
        rows = session.execute(
            select(
                ConsensusItem.parent_id, ConsensusItem.text, Task.unit, Task.state, Task.closed_on,
                Task.satisfaction,
            )
            .outerjoin(Task, Task.parent_id == ConsensusItem.id)
            .where(ConsensusItem.parent_id.in_(ids[start : start + 500]))
            .order_by(ConsensusItem.parent_id, ConsensusItem.position)
        )  # fmt: skip
        for parent, text, unit, state, closed, satisfaction in rows:
            on = "" if closed is None else f"{last(closed).month}月{last(closed).day}日"
            found[parent].append(TaskLine(text or "", unit or "", state or "", on, satisfaction or ""))
    return found


def _numbered(words: Sequence[str]) -> str | None:
    """1.… 2.… when there are several; one alone needs no number."""
    filled = [word for word in words if word]
    if not filled:
        return None
    if len(words) == 1:
        return filled[0]
    return "\n".join(f"{place}.{word or '—'}" for place, word in enumerate(words, start=1))


def _task_state(ledger: Ledger, task: TaskLine) -> str:
    state = ledger.label("task_state", task.state or None)
    return f"{state}（{task.closed_on}）" if task.closed_on else state


def _brand_focus(ledger: Ledger, row: Any) -> Cell:
    words = [ledger.label("brand", row.brand), ledger.label("focus", row.focus)]
    return "／".join(word for word in words if word) or None


_PUT_TOGETHER: dict[str, dict[str, Callable[[Ledger, Any], Cell]]] = {
    "meeting": {
        "brand_focus": _brand_focus,
        "consensus_text": lambda ledger, row: _numbered([t.text for t in ledger.tasks(row)]),
        "task_units": lambda ledger, row: _numbered([t.unit for t in ledger.tasks(row)]),
        "task_states": lambda ledger, row: _numbered([_task_state(ledger, t) for t in ledger.tasks(row)]),
        "task_satisfaction": lambda ledger, row: _numbered(
            [ledger.label("satisfaction", t.satisfaction or None) for t in ledger.tasks(row)]
        ),
    }
}
