"""Alterations: what became of each field between two versions of a record, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.models.base import Base
from app.models.context import Context
from app.models.fields import Field, Values, fields_of, rows_of
from app.services.excerpts import excerpts, shortened
from app.services.masking import is_sensitive
from app.services.private_texts import private_texts
from app.services.version_words import NOTHING, VersionWords

_EMPTY: tuple[Any, ...] = (None, "", [], (), {})
COMPUTED = "自动算"
Path = tuple[str, ...]
_Found = tuple[Path, "Sort", str, str]


class Sort(StrEnum):
    """What happened to a field, or to a row, a member, a file of it."""

    GIVEN = "given"
    SET = "set"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Alteration:
    """One thing that changed: the top field's key, where it is in words, and both sides in words."""

    key: str
    path: Path
    sort: Sort
    old: str = ""
    new: str = ""

    @property
    def label(self) -> str:
        """共识与落实第 2 行 · 责任单位."""
        return " · ".join(self.path)

    @property
    def text(self) -> str:
        """What happened, without where."""
        match self.sort:
            case Sort.GIVEN:
                return self.new
            case Sort.ADDED:
                return f"加了 {self.new}"
            case Sort.REMOVED:
                return f"去掉 {self.old}"
            case Sort.MOVED:
                return "换了次序"
        return f"{self.old} → {self.new}"


def alterations(
    model: type[Base], old: Values | None, new: Values, context: Context
) -> tuple[Alteration, ...]:
    """All of them in the order of the form; without `old`, what a new record was given.

    Both sides as `change_values.values_of` gives them: a field one does not know is empty.
    """
    private = {*private_texts(model, old or {}), *private_texts(model, new)}
    found = _Comparison(VersionWords(context, tuple(private)))(model, old or {}, new)
    if old is None:
        return tuple(replace(each, sort=Sort.GIVEN, old="") for each in found)
    return tuple(found)


class _Comparison:
    """Walks two sets of values."""

    def __init__(self, words: VersionWords) -> None:
        self._words = words

    def __call__(self, model: type[Base], old: Values, new: Values) -> Iterator[Alteration]:
        for spec in fields_of(model):
            if spec.editable:
                for found in self._field(model, spec, old.get(spec.key), new.get(spec.key), ()):
                    yield Alteration(spec.key, *found)

    def _inside(self, model: type[Base], old: Values, new: Values, above: Path) -> Iterator[_Found]:
        for spec in fields_of(model):
            if spec.editable:
                yield from self._field(model, spec, old.get(spec.key), new.get(spec.key), above)

    def _field(self, model: type[Base], spec: Field, old: Any, new: Any, above: Path) -> Iterator[_Found]:
        here = (*above, spec.label)
        match spec.shape:
            case "children":
                yield from self._rows(rows_of(model, spec), spec, old or [], new or [], above)
            case "child":
                yield from self._child(rows_of(model, spec), old, new, here)
            case "members":
                yield from self._members(old or [], new or [], here)
            case "people":
                yield from self._people(old or {}, new or {}, here)
            case "files":
                yield from self._files(old or [], new or [], here)
            case _ if _filled(old) != _filled(new):
                yield here, Sort.SET, *self._both(spec, old, new)

    def _both(self, spec: Field, old: Any, new: Any) -> tuple[str, str]:
        nothing = COMPUTED if spec.formula else NOTHING
        before, after = (
            self._words.value(spec, value) if _filled(value) is not None else "" for value in (old, new)
        )
        if before and before == after:
            hidden = "遮住的几位" if is_sensitive(spec) else "看不出的几处"
            return before, f"{after}（{hidden}不同）"
        if before and after:
            return excerpts(before, after)
        return shortened(before) or nothing, shortened(after) or nothing

    def _rows(
        self, row: type[Base], spec: Field, old: list[Values], new: list[Values], above: Path
    ) -> Iterator[_Found]:
        before, after = (_by_uuid(items) for items in (old, new))
        for place, (uuid, item) in enumerate(after.items(), 1):
            here = (*above, f"{spec.label}第 {place} 行")
            if uuid in before:
                yield from self._inside(row, before[uuid], item, here)
            else:
                yield here, Sort.ADDED, "", self._words.row(row, item)
        for place, (uuid, item) in enumerate(before.items(), 1):
            if uuid not in after:
                yield (*above, f"{spec.label}第 {place} 行"), Sort.REMOVED, self._words.row(row, item), ""
        yield from _moved(tuple(before), tuple(after), (*above, spec.label))

    def _child(self, row: type[Base], old: Values | None, new: Values | None, here: Path) -> Iterator[_Found]:
        if old is not None and new is not None:
            yield from self._inside(row, old, new, here)
        elif new is not None:
            yield here, Sort.ADDED, "", self._words.row(row, new)
        elif old is not None:
            yield here, Sort.REMOVED, self._words.row(row, old), ""

    def _members(self, old: list[Values], new: list[Values], here: Path) -> Iterator[_Found]:
        before, after = ({entry["member"].uuid: entry for entry in side} for side in (old, new))
        yield from self._listed(before, after, here, self._words.member)
        for uuid, entry in after.items():
            was = before.get(uuid, entry)
            sides = self._words.attendance(was), self._words.attendance(entry)
            if sides[0] != sides[1]:
                yield (*here, entry["member"].label), Sort.SET, *sides
        yield from _moved(tuple(before), tuple(after), here)

    def _people(self, old: dict[str, int], new: dict[str, int], here: Path) -> Iterator[_Found]:
        for role in dict.fromkeys((*old, *new)):
            if old.get(role) != new.get(role):
                path = (*here, self._words.people_role(role))
                yield path, Sort.SET, _head_count(old, role), _head_count(new, role)

    def _files(self, old: list[Values], new: list[Values], here: Path) -> Iterator[_Found]:
        before, after = (_by_uuid(items) for items in (old, new))
        yield from self._listed(before, after, here, self._words.file)
        for uuid, entry in after.items():
            was = before.get(uuid, entry)
            for key, label in (("caption", "说明"), ("name", "名称"), ("sha256", "内容")):
                if was.get(key) != entry.get(key):
                    sides = self._words.said(was.get(key)), self._words.said(entry.get(key))
                    shown = ("原来的", "换过的") if key == "sha256" else sides
                    yield (*here, self._words.file(entry), label), Sort.SET, *shown
        yield from _moved(tuple(before), tuple(after), here)

    @staticmethod
    def _listed(
        before: dict[str, Values], after: dict[str, Values], here: Path, say: Callable[[Values], str]
    ) -> Iterator[_Found]:
        added = [say(entry) for uuid, entry in after.items() if uuid not in before]
        removed = [say(entry) for uuid, entry in before.items() if uuid not in after]
        if added:
            yield here, Sort.ADDED, "", "、".join(added)
        if removed:
            yield here, Sort.REMOVED, "、".join(removed), ""


def _head_count(people: dict[str, int], role: str) -> str:
    return NOTHING if people.get(role) is None else f"{people[role]} 人"


def _moved(before: Sequence[str], after: Sequence[str], here: Path) -> Iterator[_Found]:
    """What is on both sides stands in another order."""
    if [each for each in before if each in after] != [each for each in after if each in before]:
        yield here, Sort.MOVED, "", ""


def _by_uuid(items: list[Values]) -> dict[str, Values]:
    return {item.get("uuid") or f"#{place}": item for place, item in enumerate(items)}


def _filled(value: Any) -> Any:
    return None if value in _EMPTY else value
