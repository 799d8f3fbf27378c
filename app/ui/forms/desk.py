"""Desk: what the editors of a form may ask of the office, without a session in the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.models.context import MemberFacts, Ref
from app.models.days import Day
from app.services.closed import Closed, ClosedPeriods, recent_reasons
from app.services.office import Office
from app.services.options import Option, Options
from app.services.picking import Picking
from app.store.vault import Vault
from app.ui.operations import Operations


class Desk:
    """Answers editors between two key strokes; also the Context in which typed values are read."""

    def __init__(self, office: Office, operations: Operations) -> None:
        self.office = office
        self.operations = operations
        self.picking = Picking(office.store, office.clock)
        self.day: Day | None = None  # of the record being typed: members are offered as of that day
        self._options: Options | None = None
        self._closed: ClosedPeriods | None = None

    def renew(self) -> None:
        """Something was written: ask the office again."""
        self.picking.forget()
        self._options = None
        self._closed = None

    @property
    def options(self) -> Options:
        """All option lists of the office."""
        if self._options is None:
            self._options = self.office.options()
        return self._options

    @property
    def vault(self) -> Vault:
        """Where photos and files lie."""
        return self.office.store.vault

    def closed(self, day: Day | None) -> Closed | None:
        """The 报送 whose period a day lies in, None while that is open."""
        if self._closed is None:
            self._closed = ClosedPeriods.of(self.office.store, self.office.calendar)
        return None if day is None else self._closed.on(day)

    def reasons(self) -> Sequence[str]:
        """Reasons written before, newest first."""
        return recent_reasons(self.office.store)

    def entries(self, name: str) -> tuple[Option, ...]:
        """The options on offer in a list."""
        return self.options.entries(name)

    # the Context of app.models.context

    @property
    def today(self) -> date:
        """The local day."""
        return self.office.clock.today()

    def option_key(self, options: str, text: str) -> str | None:
        """The permanent key behind a key or a label."""
        return self.options.key(options, text)

    def option_label(self, options: str, key: str) -> str:
        """What a key is called."""
        return self.options.label(options, key)

    def option_labels(self, options: str) -> Sequence[str]:
        """Labels on offer, in the office's order."""
        return [option.label for option in self.options.entries(options)]

    def resolve(self, kind: str, raw: str, values: dict[str, Any]) -> Ref:
        """One record by number or name; raises Unfit with the candidates."""
        return self.picking.resolve(kind, raw, values)

    def member(self, uuid: str) -> MemberFacts | None:
        """What is known of one term of office."""
        return self.picking.facts(uuid)

    def value_of(self, kind: str, uuid: str, key: str) -> Any:
        """One plain value of another record."""
        return self.picking.value_of(kind, uuid, key)
