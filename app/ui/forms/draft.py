"""Draft: one record as it is being typed: what is saved, what is changed, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from app.errors import Level, Problem
from app.models.fields import Field, Values, fields_of
from app.services.aggregates import Aggregate, new_uuid, same
from app.services.checking import effective
from app.services.unsaved import MEMBER, REASON, FormKey, Typed

BLOCKING = (Level.SAVE, Level.COUNT)
_EMPTY: tuple[Any, ...] = (None, "", [], (), {})


class Draft:
    """Knows nothing of widgets. Values given to it are never changed in place."""

    def __init__(self, aggregate: Aggregate) -> None:
        self.record = aggregate
        self.values: Values = dict(aggregate.values)
        self.base: Values = dict(aggregate.values)
        self.found: tuple[Problem, ...] = aggregate.problems
        self.unread: dict[str, str] = {}
        self.typed: dict[str, Any] = {}
        self.id = new_uuid()
        self.operation = new_uuid()
        self.unsure: tuple[str, ...] = ()
        self._tried: Values | None = None
        self.visited: set[str] = set()
        self.tried = False
        self.beside: dict[str, Any] = {}  # what is typed into a dialog opened from the form

    @property
    def is_new(self) -> bool:
        """Whether it was never saved."""
        return not self.record.uuid

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return bool(self.unread) or not same(self.values, self.base, self.record.model)

    @property
    def is_to_keep(self) -> bool:
        """Whether something would be lost with it: beside an untouched form that is a member half entered."""
        return self.dirty or MEMBER in self.beside

    def altered(self, key: str) -> bool:
        """Whether one field differs from what is saved."""
        if key in self.unread:
            return True
        now, then = self.values.get(key), self.base.get(key)
        return now != then and not (now in _EMPTY and then in _EMPTY)

    def is_unsaid(self, key: str) -> bool:
        """Whether nobody filled a field in: empty, or still at its default in a new record."""
        now = self.values.get(key)
        return now in _EMPTY or (self.is_new and now == self.base.get(key))

    def computed(self) -> Values:
        """The values with computed ones worked out, those that a clerk typed over included."""
        model = self.record.model
        typed = {spec.key: None for spec in fields_of(model) if spec.formula}
        return effective(model, self.values | typed)

    def snapshot(self) -> Aggregate:
        """A copy to check or to save, which may be changed."""
        record = self.record
        return Aggregate(
            record.kind, deepcopy(self.values), record.uuid, record.number, record.status, record.revision,
            record.created_at, record.created_by, record.updated_at, record.updated_by, record.content_hash,
        )  # fmt: skip

    @property
    def key(self) -> FormKey:
        """Under which it is kept while it is not saved."""
        return FormKey(self.record.kind, self.id)

    def held(self) -> Typed:
        """What is to be kept of it now; shares its values, which are never changed in place."""
        altered = [spec.key for spec in fields_of(self.record.model) if self.altered(spec.key)]
        record = replace(self.record, values=dict(self.values), problems=())
        operations = (*self.unsure, self.operation)
        return Typed(record, altered, dict(self.typed), operations, dict(self.beside))

    def begin_save(self, values: Values) -> None:
        """These values are sent: the same after an unsure try under the same id, others under a new one."""
        if self._tried is not None and not same(self._tried, values, self.record.model):
            self.unsure = (*self.unsure, self.operation)
            self.operation, self._tried = new_uuid(), None

    def take_unsure(self, sent: Values) -> None:
        """Nobody knows whether what was sent is in the file."""
        self._tried = sent

    def take_saved(self, saved: Aggregate, sent: Values) -> bool:
        """A save came back; True when nothing was typed meanwhile, so that the saved values may be shown."""
        self.record = saved
        self.operation, self.unsure, self._tried = new_uuid(), (), None
        self.beside.pop(REASON, None)
        untouched = not self.unread and self.values == sent
        if untouched:
            self.values = dict(saved.values)
            self.base = dict(saved.values)
        else:
            self.base = dict(sent)
        self.found, self.tried = saved.problems, True
        return untouched

    def take_refused(self, problems: Sequence[Problem]) -> None:
        """A save was refused for these; what was found besides is lacking all the same."""
        refused = {problem.path for problem in problems}
        self.found = (*problems, *(each for each in self.found if each.path not in refused))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong or missing, what cannot be read first."""
        fields = {spec.key: spec for spec in fields_of(self.record.model)}
        unread = [self._unread(fields[key], text) for key, text in self.unread.items() if key in fields]
        keys = set(self.unread)
        # What stands there cannot be read, so nothing else is known of that field.
        rest = [p for p in self.found if p.key not in keys or not (p.missing or p.path == (p.key,))]
        return (*unread, *rest)

    @property
    def shown(self) -> tuple[Problem, ...]:
        """What stands beside the fields now: what was left, and once a save was tried what is missing too."""
        everything = self.tried or not self.is_new
        return tuple(
            problem
            for problem in self.problems
            if everything or (problem.key in self.visited and not problem.missing)
        )

    def to_count(self) -> list[Problem]:
        """What keeps the record from being counted."""
        return [problem for problem in self.problems if problem.level in BLOCKING]

    def to_print(self) -> list[Problem]:
        """What its documents lack beyond that."""
        return [problem for problem in self.problems if problem.level is Level.DOCUMENT]

    def doubts(self) -> list[Problem]:
        """What should be looked at."""
        return [problem for problem in self.problems if problem.level is Level.DOUBT]

    def put(self, key: str, value: Any) -> None:
        """A field has another value; it is left in peace until it is left again."""
        self.values = self.values | {key: value}
        self.visited.discard(key)

    @staticmethod
    def _unread(spec: Field, text: str) -> Problem:
        return Problem((spec.key,), spec.label, text, Level.SAVE)
