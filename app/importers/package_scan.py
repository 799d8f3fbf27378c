"""Looks through the XML of a part without building anything of it: how deep, how much, what it declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

_ENCODINGS: Final = (None, "utf-8", "utf8", "utf-16", "us-ascii")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_FIELDS: Final = ("instrText", "delInstrText", "f", "formula")
_FIELD_CALL = re.compile(r"(?<![A-Z0-9])(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)(?![A-Z0-9])")
_CELL_CALL = re.compile(r"(?:^|[^\w.])[A-Za-z_][\w.]*\s*\|")
_QUOTED = re.compile('"[^"]*"')
_QUICK: Final = frozenset({"c", "v", "t", "si", "r", "is"})  # most of a sheet, and never of interest


class Stopped(Exception):
    """A part that is over a limit; the scan so far says which."""


class NotXml(Exception):
    """A part that should be XML and is not well formed."""


@dataclass(slots=True)
class Scan:
    """What was seen of a part: `relations` are (type, mode, target), `types` (part or ending, type)."""

    declared: bool = False  # a DTD
    encoding: str | None = None
    elements: int = 0
    deepest: int = 0
    strings: int = 0
    formulas: bool = False
    calls: bool = False  # a field or formula that fetches from another program or file
    spread: int = 0  # cells of the largest range
    last_row: int = 0
    far: bool = False  # a cell beyond column ZZ
    span: int = 0  # the widest gridSpan
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    types: list[tuple[str, str]] = field(default_factory=list)


class Scanner:
    """Feeds a part to expat, which knows every way of writing a DTD, and stops at a limit."""

    def __init__(self, elements: int, depth: int, strings: int) -> None:
        self.scan = Scan()
        self._most, self._deepest, self._strings = elements, depth, strings
        self._depth = 0
        self._fields: list[list[str]] = [[]]  # each inside the one before it; the first is no field
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.XmlDeclHandler = self._declared
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self._watched: dict[str, Callable[[dict[str, str]], None]] = {
            "row": self._row, "mergeCell": self._range, "hyperlink": self._range, "gridSpan": self._span,
            "Relationship": self._relation, "Default": self._type, "Override": self._type,
            "fldSimple": self._simple, "fldChar": self._between, "ddeLink": self._link,
        }  # fmt: skip

    def read(self, pieces: Iterable[bytes]) -> Scan:
        """The whole part; raises Stopped at a limit, NotXml for what is none."""
        try:
            for piece in pieces:
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise NotXml from error
        if self.scan.encoding is not None and self.scan.encoding.lower() not in _ENCODINGS:
            raise NotXml
        while any(self._fields):  # begun and never ended
            self._judge_field(_FIELD_CALL)
        return self.scan

    def _doctype(self, *_: object) -> None:
        self.scan.declared = True
        raise Stopped

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        self.scan.encoding = encoding

    def _start(self, name: str, given: dict[str, str]) -> None:
        scan = self.scan
        scan.elements += 1
        self._depth += 1
        if self._depth > scan.deepest:
            scan.deepest = self._depth
        if scan.elements > self._most or scan.deepest > self._deepest:
            raise Stopped
        if name in _QUICK:
            if name == "c":
                scan.far |= given.get("r", "")[2:3].isalpha()
            elif name == "si":
                self._string()
            return
        local = name.rpartition(":")[2]
        if local in _FIELDS:
            scan.formulas |= name == "f"
            self._parser.CharacterDataHandler = self._text
        elif local in self._watched:
            self._watched[local](given)
        elif local == "si":
            self._string()

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name in _QUICK:
            return
        local = name.rpartition(":")[2]
        if local in _FIELDS:
            self._parser.CharacterDataHandler = None
            if local in ("f", "formula"):
                self._judge_field(_CELL_CALL)

    def _text(self, text: str) -> None:
        self._fields[-1].append(text)

    def _judge_field(self, calls: re.Pattern[str]) -> None:
        """The innermost one is whole, by itself: a quote left open in one must not hide the next."""
        self._judge("".join(self._fields.pop()), calls)
        if not self._fields:
            self._fields.append([])

    def _judge(self, text: str, calls: re.Pattern[str]) -> None:
        self.scan.calls |= calls.search(_QUOTED.sub('""', text).upper()) is not None

    def _string(self) -> None:
        self.scan.strings += 1
        if self.scan.strings > self._strings:
            raise Stopped

    def _row(self, given: dict[str, str]) -> None:
        self.scan.last_row = max(self.scan.last_row, _number(given.get("r", "")))

    def _range(self, given: dict[str, str]) -> None:
        found = _RANGE.fullmatch(given.get("ref", ""))
        if found is not None and found[3]:
            wide = abs(_column(found[3]) - _column(found[1])) + 1
            self.scan.spread = max(self.scan.spread, wide * (abs(int(found[4]) - int(found[2])) + 1))

    def _span(self, given: dict[str, str]) -> None:
        number = next((value for key, value in given.items() if key.endswith("val")), "")
        self.scan.span = max(self.scan.span, _number(number))

    def _relation(self, given: dict[str, str]) -> None:
        said = (given.get("Type", ""), given.get("TargetMode", ""), given.get("Target", ""))
        self.scan.relations.append(said)

    def _type(self, given: dict[str, str]) -> None:
        key = given.get("PartName") or given.get("Extension", "")
        self.scan.types.append((key, given.get("ContentType", "")))

    def _simple(self, given: dict[str, str]) -> None:
        for value in given.values():
            self._judge(value, _FIELD_CALL)

    def _between(self, given: dict[str, str]) -> None:
        self._text(" ")
        said = {key.rpartition(":")[2]: value for key, value in given.items()}.get("fldCharType")
        if said == "begin":
            self._fields.append([])
        elif said == "end":
            self._judge_field(_FIELD_CALL)

    def _link(self, _given: dict[str, str]) -> None:
        self.scan.calls = True


def _number(text: str) -> int:
    return int(text[:15]) if text.isascii() and text.isdigit() else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
