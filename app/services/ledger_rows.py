"""LedgerRows: the child rows of a kind's records as rows for a table, such as what meetings decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.days import Day, last
from app.models.fields import Field, field_of, fields_of, rows_of
from app.models.masks import is_citizen
from app.models.periods import Period
from app.models.personal import SpeakerName
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.ledger import Cell, said
from app.services.options import Options

Worked = Callable[[Mapping[str, Any], date], Cell]


class LedgerRows:
    """Rows at the end of a path (`meeting.consensus.task`) that belong to a period, oldest first.

    A key is a field of the row, or after a dot one of what it hangs on: `meeting.topic`, `consensus.text`.
    With `until`, a date of the row, rows of earlier records are there too as long as it had not come when
    the period began. What is still open is judged as of the period's end, or today when that is earlier.
    """

    def __init__(
        self,
        session: Session,
        options: Options,
        path: str,
        keys: Sequence[str],
        period: Period,
        until: str,
        today: date,
    ) -> None:
        self._options = options
        self._end = min(period.end, today)
        self._period = period
        self._steps = _steps(path)
        self._name = list(self._steps)[-1]
        self._keys = [key for key in dict.fromkeys(keys) if self.has(key)]
        wanted = dict.fromkeys(name for key in self._keys for name in _WORKED_OUT.get(key, (None, (key,)))[1])
        self._specs = {name: self._spec(name) for name in wanted}
        for name in filter(None, [self._standing(name) for name in wanted]):
            self._specs.setdefault(name, self._spec(name))
        self._read = list(self._select(session, until))
        self._labels = self._named(session)

    def has(self, key: str) -> bool:
        """Whether the rows know this."""
        if key in _WORKED_OUT:
            return all(self._find(part) is not None for part in _WORKED_OUT[key][1])
        return self._find(key) is not None

    @property
    def rows(self) -> list[dict[str, Cell]]:
        """What each row says, by key: numbers, days and words; None when not filled."""
        return [{key: self._cell(row, key) for key in self._keys} for row in self._read]

    def _cell(self, row: Mapping[str, Any], key: str) -> Cell:
        if key in _WORKED_OUT:
            return _WORKED_OUT[key][0](row, self._end)
        spec = self._specs[key]
        if spec.shape == "reference":
            return self._labels.get((key, row[key]))
        return said(self._options, spec, row[key], self._official(spec, key, row))

    def _standing(self, name: str) -> str:
        """The name of what says whether somebody is a citizen, "" where nothing does."""
        spec = self._specs[name]
        beside = spec.value.standing if isinstance(spec.value, SpeakerName) else ""
        step = name.rpartition(".")[0]
        return f"{step}.{beside}" if step and beside else beside

    def _official(self, spec: Field, key: str, row: Mapping[str, Any]) -> bool:
        standing = self._standing(key)
        return bool(standing) and not is_citizen(str(row[standing] or ""))

    def _select(self, session: Session, until: str) -> list[dict[str, Any]]:
        root, *rows = self._steps.values()
        assert issubclass(root, Record)
        day: Any = type_coerce(getattr(root, root.kind.day), String)
        inside = day > self._period.after
        if until:
            over: Any = type_coerce(getattr(self._steps[self._name], until), String)
            inside = or_(inside, over.is_(None), over > self._period.after)
        columns = [self._column(name).label(f"c{at}") for at, name in enumerate(self._specs)]
        statement = select(root.id, *columns).select_from(root)
        above: Any = root
        for model in rows:
            statement = statement.join(model, model.parent_id == above.id)
            above = model
        statement = statement.where(root.deleted_at.is_(None), root.status == REGISTERED)
        statement = statement.where(day <= self._period.through, inside)
        order = [day, root.id, *(model.position for model in rows)]
        found = session.execute(statement.order_by(*order))
        return [dict(zip(self._specs, row[1:], strict=True)) for row in found]

    def _named(self, session: Session) -> dict[tuple[str, int], str]:
        found: dict[tuple[str, int], str] = {}
        for name, spec in self._specs.items():
            if spec.shape == "reference":
                wanted = {row[name] for row in self._read} - {None}
                for local, ref in refs(session, model_of(spec.target), sorted(wanted)).items():
                    found[name, local] = ref.label
        return found

    def _column(self, name: str) -> Any:
        model, key = self._place(name)
        return getattr(model, key + "_id" if self._specs[name].shape == "reference" else key)

    def _place(self, name: str) -> tuple[Any, str]:
        step, _, key = name.rpartition(".")
        return self._steps.get(step or self._name), key

    def _spec(self, name: str) -> Field:
        found = self._find(name)
        assert found is not None
        return found

    def _find(self, name: str) -> Field | None:
        """The field of a name; long texts of a record lie elsewhere and are not for rows."""
        model, key = self._place(name)
        if model is None:
            return None
        for spec in fields_of(model):
            if spec.key == key and spec.shape in ("value", "reference", "long_text"):
                return None if spec.shape == "long_text" and issubclass(model, Record) else spec
        return None


def is_path(path: str) -> bool:
    """Whether a layout's path leads from a kind to child rows."""
    try:
        return len(_steps(path)) > 1
    except (KeyError, StopIteration):
        return False


def _steps(path: str) -> dict[str, type[Any]]:
    """The classes along the path by the names of its steps."""
    kind, *steps = path.split(".")
    model: type[Any] = model_of(kind)
    found = {kind: model}
    for step in steps:
        spec = field_of(model, step)
        if not spec.nested:
            raise KeyError(step)
        model = rows_of(model, spec)
        found[step] = model
    return found


def _overdue_days(row: Mapping[str, Any], end: date) -> int | None:
    """Days past the deadline, up to when it was done or else the last day known; None in time."""
    deadline: Day | None = row["deadline"]
    if deadline is None:
        return None
    closed: Day | None = row["closed_on"]
    late = ((end if closed is None else last(closed)) - last(deadline)).days
    return late if late > 0 else None


_WORKED_OUT: dict[str, tuple[Worked, tuple[str, ...]]] = {
    "overdue_days": (_overdue_days, ("deadline", "closed_on")),
}
"""What is worked out from the fields named: any row with a deadline and a day it was done has it."""
