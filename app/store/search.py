"""The search index: FTS5 over overlapping character pairs, newest first.

Two-character words are most Chinese words, so every text is cut into overlapping pairs with an end mark
after each run: 电动车 → 电动 动车 车¶. A word of any length becomes a phrase of pairs, a single character a
prefix. The row id begins with the day, so that "newest first" needs no sorting.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from app.models.system import SearchRow

END = "¶"
INDEXED = SearchRow.__tablename__  # the table of what each row of the index stands for
_RUN = re.compile(r"[\w]+")
_DAY_SHIFT = 40


@dataclass(frozen=True, slots=True)
class SearchText:
    """What of a record can be found: its title, other texts, people's names, pinyin initials."""

    title: str
    body: tuple[str, ...]
    people: tuple[str, ...]
    initials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A record as it is to be found: its kind, local id and uuid, the day it is under, and by what."""

    kind: str
    record_id: int
    uuid: str
    day: date | None
    what: SearchText


def create_index(connection: Connection) -> None:
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE search USING fts5(title, body, people, initials, kind,"
            " content='', contentless_delete=1, tokenize='ascii', prefix='1')"
        )
    )


INSERT = text(
    "INSERT INTO search(rowid, title, body, people, initials, kind) VALUES(:id, :t, :b, :p, :i, :k)"
)

# Plain words for the driver: putting them together anew for each record takes longer than carrying them out.
_HIGHEST = f"SELECT id FROM {INDEXED} WHERE id < ? ORDER BY id DESC LIMIT 1"
_ROW_OF = f"SELECT id FROM {INDEXED} WHERE kind = ? AND record_id = ?"
_ADD_ROW = f"INSERT INTO {INDEXED}(id, kind, record_id, uuid) VALUES(?, ?, ?, ?)"


def put(
    connection: Connection, kind: str, record_id: int, uuid: str, day: date | None, what: SearchText
) -> None:
    """Indexes a record afresh."""
    put_all(connection, [Found(kind, record_id, uuid, day, what)])


def put_all(connection: Connection, records: Iterable[Found]) -> None:
    """Indexes records afresh, as one after the other: the newest of a day is the last that was put."""
    waiting: dict[tuple[str, int], tuple[int, Found]] = {}
    highest: dict[int, int] = {}  # by day, as long as that row is there
    for each in records:
        if (each.kind, each.record_id) in waiting:
            _write(connection, waiting)
        old = remove(connection, each.kind, each.record_id)
        if old is not None and highest.get(old >> _DAY_SHIFT) == old:
            _write(connection, waiting)
            del highest[old >> _DAY_SHIFT]
        base = row_id(each.day, 0)
        day = base >> _DAY_SHIFT
        if day not in highest:
            found = connection.exec_driver_sql(_HIGHEST, (base + (1 << _DAY_SHIFT),)).scalar()
            highest[day] = max(found or 0, base)
        highest[day] += 1
        waiting[each.kind, each.record_id] = highest[day], each
    _write(connection, waiting)


def _write(connection: Connection, waiting: dict[tuple[str, int], tuple[int, Found]]) -> None:
    if waiting:
        rows = [(row, each.kind, each.record_id, each.uuid) for row, each in waiting.values()]
        connection.exec_driver_sql(_ADD_ROW, rows)
        words = [index_row(row, each.kind, each.what) for row, each in waiting.values()]
        connection.exec_driver_sql(INSERT.text, words)
        waiting.clear()


def row_id(day: date | None, serial: int) -> int:
    """The id of an index row: the day in front, so that newest first is the order of ids."""
    return ((day.toordinal() if day else 0) << _DAY_SHIFT) + serial


def index_row(row: int, kind: str, what: SearchText) -> dict[str, object]:
    """What INSERT takes for one record."""
    return {
        "id": row,
        "t": pairs([what.title]),
        "b": pairs(what.body),
        "p": pairs(what.people),
        "i": pairs(what.initials),
        "k": kind_token(kind),
    }


def remove(connection: Connection, kind: str, record_id: int) -> int | None:
    """Takes a record out of the index; the row it had there, None when it was not in it."""
    old: int | None = connection.exec_driver_sql(_ROW_OF, (kind, record_id)).scalar()
    if old is not None:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (old,))
        connection.exec_driver_sql(f"DELETE FROM {INDEXED} WHERE id = ?", (old,))
    return old


def match(words: str, kind: str | None = None) -> str | None:
    """The FTS5 expression for what was typed; None when there is nothing to look for."""
    parts = [_word(run) for run in _RUN.findall(_folded(words))]
    if not parts:
        return None
    expression = "{title body people initials} : (" + " AND ".join(parts) + ")"
    return expression + (f" AND kind : {kind_token(kind)}" if kind else "")


def pairs(texts: Iterable[str]) -> str:
    """Texts as tokens: overlapping pairs and an end mark per run."""
    tokens = []
    for raw in texts:
        for run in _RUN.findall(_folded(raw)):
            marked = run + END
            tokens += [marked[i : i + 2] for i in range(len(run))]
    return " ".join(tokens)


def kind_token(kind: str) -> str:
    return "kind" + kind.replace("_", "")


def _word(run: str) -> str:
    if len(run) == 1:
        return f'"{run}"*'
    return '"' + " ".join(run[i : i + 2] for i in range(len(run) - 1)) + '"'


def _folded(raw: str) -> str:
    # Only the index is folded; what is stored keeps every character.
    return unicodedata.normalize("NFKC", raw).casefold().replace("_", " ")
