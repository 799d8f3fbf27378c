"""Where figures are named in a text, and which measures their numbers are written with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.services.text_numbers import Written

_SIZE_WORDS = ("场次", "次数", "条数", "件数", "篇数", "户数", "人次", "人数", "幅数", "金额", "数")
_BARE = ("委员",)  # what is left of 委员数 is said of any members, not of all
_SAME: Final = (
    {"场", "场次"}, {"人次", "人"}, {"人", "名", "位"}, {"件次", "件"}, {"个", "家", "处"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A figure with what it comes to, by span; a ratio in per cent, None where it is not known."""

    key: str
    label: str
    unit: str
    values: Mapping[str, Decimal | None]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A figure's name where it stands in the text."""

    start: int
    end: int
    known: Known


def named(text: str, known: Sequence[Known]) -> Iterator[Name]:
    """Where figures are named."""
    for one in known:
        for name in {word for full in (one.label, *one.aliases) for word in _spoken(full)}:
            at = text.find(name)
            while at >= 0:
                yield Name(at, at + len(name), one)
                at = text.find(name, at + 1)


def _spoken(name: str) -> Iterator[str]:
    """协商活动场次 is written 协商活动12场."""
    yield name
    for word in _SIZE_WORDS:
        if name.endswith(word):
            if (rest := name.removesuffix(word)) and rest not in _BARE:
                yield rest
            return


def apart(names: Iterable[Name]) -> list[Name]:
    """Of names that overlap the one that begins first, the longer of two that begin together."""
    found: list[Name] = []
    for name in sorted(names, key=lambda one: (one.start, -one.end)):
        if not found or name.start >= found[-1].end:
            found.append(name)
    return found


def fits(number: Written, known: Known) -> bool:
    """Whether a number is written as those of a figure are."""
    return number.measure in measures(known.unit)


def measures(unit: str) -> set[str]:
    """The measures that are used for a unit."""
    return {unit}.union(*(group for group in _SAME if unit in group))
