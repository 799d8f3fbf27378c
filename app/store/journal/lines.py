"""Lines of the change journal: one change of a store each, the rows as it left them and which went."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_PLAIN, _PACKED = b"\x00", b"\x01"
_WORTH_PACKING = 200  # bytes

Row = tuple[Any, ...]
Schema = list[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class Left:
    """Rows of one table as a change left them: a value for each column."""

    table: str
    columns: tuple[str, ...]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Gone:
    """Rows of one table that a change took out, by the column that tells them apart."""

    table: str
    key: str
    keys: list[Any]


Part = Left | Gone


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the parts: when (UTC, ISO), and the tables as they are when they became others.

    `schema` is type, name, table and SQL of each; `marks` are pragmas of the file's head.
    """

    at: str
    schema: Schema | None = None
    marks: dict[str, int] | None = None


def to_bytes(opening: Opening, parts: Iterable[Part]) -> bytes:
    """A line's body; parts are taken one by one, so that many rows need no room twice."""
    packing = zlib.compressobj(1)
    short = bytearray()
    packed = bytearray()
    for text in _texts(opening, parts):
        raw = text.encode("utf-8", "surrogatepass")
        if len(short) < _WORTH_PACKING:
            short += raw
        packed += packing.compress(raw)
    if len(short) < _WORTH_PACKING:
        return _PLAIN + bytes(short)
    packed += packing.flush()
    return _PACKED + bytes(packed)


def opening_of(body: bytes) -> Opening:
    """The beginning of a line; raises ValueError."""
    return _opening(json.loads(_raw(body).split(b"\n", 1)[0].decode("utf-8", "surrogatepass")))


def parts_of(body: bytes) -> Iterator[Part]:
    """The parts of a line, in order; raises ValueError."""
    for raw in _raw(body).split(b"\n")[1:]:
        if raw:
            yield _part(json.loads(raw.decode("utf-8", "surrogatepass")))


def left_in(body: bytes, table: str) -> Iterator[Left]:
    """Of the parts only what a change left of one table; raises ValueError."""
    start = _json(["left", table])[:-2].encode() + b","
    for raw in _raw(body).split(b"\n")[1:]:
        if raw.startswith(start):
            part = _part(json.loads(raw.decode("utf-8", "surrogatepass")))
            assert isinstance(part, Left)
            yield part


def _raw(body: bytes) -> bytes:
    try:
        return zlib.decompress(body[1:]) if body[:1] == _PACKED else body[1:]
    except zlib.error as error:
        raise ValueError("line") from error


def _texts(opening: Opening, parts: Iterable[Part]) -> Iterator[str]:
    yield _json({"at": opening.at, "schema": opening.schema, "marks": opening.marks})
    for part in parts:
        if isinstance(part, Left):
            yield _json(["left", part.table, part.columns, part.rows])
        else:
            yield _json(["gone", part.table, part.key, part.keys])


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_of_blob) + "\n"


def _of_blob(value: Any) -> dict[str, str]:
    return {"b": base64.b64encode(bytes(value)).decode("ascii")}


def _value(value: Any) -> Any:
    return base64.b64decode(value["b"]) if isinstance(value, dict) else value


def _opening(data: Any) -> Opening:
    schema = data["schema"]
    return Opening(data["at"], schema and [(a, b, c, d) for a, b, c, d in schema], data["marks"])


def _part(data: Any) -> Part:
    sort, table, of, values = data
    if sort == "left":
        return Left(table, tuple(of), [tuple(map(_value, row)) for row in values])
    return Gone(table, of, [_value(key) for key in values])
