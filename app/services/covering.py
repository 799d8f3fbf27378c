"""Covering: what one record's papers say of people: numbers in part, citizens as 张某 (domain.md §0)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.models.base import Base
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.masks import is_citizen, unnumbered
from app.models.personal import SpeakerName
from app.models.values import Code, LongText, Text

_SHORTEST = 2  # one Han character says nothing of whom
_Held = tuple[Field, Values, str]


class Covering:
    """Made of the whole record, because a citizen is named in more places than his own field."""

    def __init__(self, model: type[Base], values: Values, *, full: bool = False) -> None:
        self._full = full
        held = [] if full else list(_held(model, values))
        officials = {text for spec, row, text in held if _is_official(spec, row)}
        self._known = _members(model, values) | officials
        hidden = {text: self._inside(spec, row, text) for spec, row, text in held}
        hidden = {text: said for text, said in hidden.items() if text != said and len(text) >= _SHORTEST}
        self._hidden = sorted(hidden.items(), key=lambda pair: -len(pair[0]))

    @property
    def said(self) -> tuple[str, ...]:
        """What papers say in place of what they leave out."""
        return tuple(said for _, said in self._hidden)

    def value(self, spec: Field, row: Values, text: str) -> str:
        """A field's own text; `row` holds what stands beside it."""
        if self._full or not text or spec.value is None:
            return text
        if isinstance(spec.value, SpeakerName) and (text in self._known or _is_official(spec, row)):
            return text
        return spec.value.on_paper(text)

    def text(self, text: str) -> str:
        """What was typed freely, a caption, a title, the name of a file."""
        if self._full or not text:
            return text
        for hidden, said in self._hidden:
            text = text.replace(hidden, said)
        return unnumbered(text)

    def values(self, model: type[Base], values: Values) -> Values:
        """All of a record's values, or of a row's, as they may be told."""
        found = dict(values)
        for spec in fields_of(model):
            value = values.get(spec.key)
            if spec.nested and value:
                rows = [self.values(rows_of(model, spec), row) for row in _rows(spec, value)]
                found[spec.key] = rows if spec.shape == "children" else rows[0]
            elif spec.shape == "files":
                found[spec.key] = [self._file(entry) for entry in value or ()]
            elif isinstance(value, str) and isinstance(spec.value, Text | LongText | Code):
                text = self.value(spec, values, value)
                found[spec.key] = text if isinstance(spec.value, Code) else self.text(text)
        return found

    def _inside(self, spec: Field, row: Values, text: str) -> str:
        """How a field's text is told where it was typed into another."""
        return self.value(spec, row, text) or (spec.value.covered(text) if spec.value else "")

    def _file(self, entry: Values) -> Values:
        said = {key: self.text(str(entry[key])) for key in ("name", "caption") if entry.get(key)}
        return {**entry, **said}


def _rows(spec: Field, value: Any) -> list[Values]:
    return list(value) if spec.shape == "children" else [value]


def _held(model: type[Base], values: Values) -> Iterator[_Held]:
    """The filled fields that name somebody or hold his numbers, with the row they stand in."""
    for spec in fields_of(model):
        value = values.get(spec.key)
        if spec.nested and value:
            for row in _rows(spec, value):
                yield from _held(rows_of(model, spec), row)
        elif (spec.private or isinstance(spec.value, SpeakerName)) and isinstance(value, str) and value:
            yield spec, values, value


def _members(model: type[Base], values: Values) -> frozenset[str]:
    shown = [values.get(spec.key) or () for spec in fields_of(model) if spec.shape == "members"]
    return frozenset(entry["member"].label for entries in shown for entry in entries)


def _is_official(spec: Field, row: Values) -> bool:
    standing = spec.value.standing if isinstance(spec.value, SpeakerName) else ""
    return bool(standing) and not is_citizen(str(row.get(standing) or ""))
