"""Teller: fills the sample county's sentences, and makes up the names of its people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
_SLOT = re.compile(r"\{([^{}]+)\}")
_SHORT = 0.22  # of names that have one character after the surname
_ROUND_FROM = 200  # wider ranges give tens, as people say such numbers


class Teller:
    """Says templates: {key} is looked up, {3~8} is a number, {这样|那样} one of several."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def say(self, template: str, words: Mapping[str, str]) -> str:
        """The sentence; KeyError for a word nobody gave."""
        return _SLOT.sub(lambda found: self._one(found[1], words), template)

    def numbers(self, family: Mapping[str, Any]) -> dict[str, str]:
        """The numbers of one case of a topic, drawn once, so that its sentences agree."""
        ranges = family.get("vars", {})
        return {
            key: str(self._rng.randrange(low, high + 1, step)) for key, (low, high, step) in ranges.items()
        }

    def some(self, items: Sequence[T], least: int, most: int) -> list[T]:
        """A few of them, in their own order."""
        count = min(len(items), self._rng.randint(least, most))
        return [items[place] for place in sorted(self._rng.sample(range(len(items)), count))]

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        return self._rng.choices(items, weights)[0]

    def _one(self, inner: str, words: Mapping[str, str]) -> str:
        if "~" in inner:
            low, high = (int(part) for part in inner.split("~"))
            return str(self._rng.randrange(low, high + 1, 10 if high - low > _ROUND_FROM else 1))
        if "|" in inner:
            return self._rng.choice(inner.split("|"))
        return words[inner]


class Names:
    """Names of invented people; members' names are all different but for those meant to be alike."""

    def __init__(self, rng: Random, source: Mapping[str, Any]) -> None:
        self._rng = rng
        self._source = source
        self._taken: set[str] = set()
        self._posts: dict[str, str] = {}

    def take(self, name: str) -> None:
        self._taken.add(name)

    def new(self, gender: str) -> str:
        """A name nobody has yet."""
        while True:
            name = self.any(gender)
            if name not in self._taken:
                self._taken.add(name)
                return name

    def any(self, gender: str = "") -> str:
        """A name of somebody met in passing, never a member's."""
        gender = gender or self._rng.choice(("male", "female"))
        while True:
            name = self._made(gender)
            if name not in self._taken:
                return name

    def holder(self, post: str) -> str:
        """Who holds a post; the same person each time."""
        if post not in self._posts:
            self._posts[post] = self.any()
        return self._posts[post]

    def _made(self, gender: str) -> str:
        """A name as people bear it, and not one that everybody knows."""
        surname = str(self._rng.choice(self._source["surnames"]))
        if self._rng.random() < _SHORT:
            name = surname + str(self._rng.choice(self._source["single_" + gender]))
        else:
            first, second = (self._rng.choice(characters) for characters in self._source[gender])
            name = f"{surname}{first}{second}" if first != second else ""
        return name if name and name not in self._source["avoid"] else self._made(gender)
