"""BaseTable: the tables that hold what was recorded; the search index is left out, it is made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_COLUMNS = """
SELECT t.name, c.name, c.pk, upper(c.type) FROM pragma_table_list t, pragma_table_info(t.name) c
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
ORDER BY t.name, c.cid
"""


@dataclass(frozen=True, slots=True)
class BaseTable:
    """One table; `key` is the column that tells its rows apart, "rowid" where there is none of one column.

    `is_numbered` says whether the key is the row's own number in the file.
    """

    name: str
    key: str
    is_numbered: bool
    columns: tuple[str, ...]

    @property
    def quoted(self) -> str:
        return quoted(self.name)


def base_tables(connection: Any) -> list[BaseTable]:
    """Those of a file's main schema by name, as they are now; takes a raw connection."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for table, column, place, sort in connection.execute(_COLUMNS).fetchall():
        found.setdefault(table, []).append((column, place, sort))
    return [_table(name, columns) for name, columns in found.items()]


def quoted(name: str) -> str:
    """A name of the schema as it stands in SQL."""
    return '"' + name.replace('"', '""') + '"'


def _table(name: str, columns: list[tuple[str, int, str]]) -> BaseTable:
    keys = [(column, sort) for column, place, sort in columns if place]
    key, sort = keys[0] if len(keys) == 1 else ("rowid", "INTEGER")
    # The number of a row whose key is not its number may change when the file is copied.
    return BaseTable(name, key, sort == "INTEGER", tuple(column for column, _, _ in columns))
