"""What reading and checking a value may ask of the office: today, its options, who and what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from app.models.days import Day


@dataclass(frozen=True, slots=True)
class Ref:
    """A pointer to another record: equal when the uuid is, whatever the label says today."""

    uuid: str
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What a check or an attendance row needs to know of one term of office (任职)."""

    uuid: str
    name: str
    person: str
    term: str
    start: Day | None
    end: Day | None
    sector: str | None = None
    employer: str = ""


class Context(Protocol):
    """The office as seen from a value; services make one per intention."""

    @property
    def today(self) -> date: ...

    def option_key(self, options: str, text: str) -> str | None:
        """The permanent key of an option given by key or label; None when there is no such option."""
        ...

    def option_label(self, options: str, key: str) -> str: ...

    def option_labels(self, options: str) -> Sequence[str]:
        """Labels on offer, in the office's order."""
        ...

    def resolve(self, kind: str, raw: str, values: dict[str, Any]) -> Ref:
        """Finds a record by uuid, number or name, narrowed by `values`; raises Unfit with candidates."""
        ...

    def member(self, uuid: str) -> MemberFacts | None: ...

    def value_of(self, kind: str, uuid: str, key: str) -> Any:
        """One plain value of another record, e.g. the township of a studio; None when not filled."""
        ...
