"""Content: fingerprints of all that is recorded in a store, whatever file it lies in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.store.base_tables import BaseTable, base_tables, quoted

POSITION = "journal"  # the setting that says how far the change journal goes, which is not content


def content_hash(connection: Any) -> str:
    """One fingerprint of everything; equal for two files exactly when all their rows are.

    Takes a raw connection; within one transaction it is of one moment. The order of columns, the search
    index and the place in the change journal do not count.
    """
    found = hashlib.sha256()
    for name, each in table_hashes(connection).items():
        found.update(f"{name} {each}\n".encode())
    return found.hexdigest()


def table_hashes(connection: Any) -> dict[str, str]:
    """The same for each table, by name."""
    with exact_texts(connection):
        return {table.name: table_hash(connection, table) for table in base_tables(connection)}


@contextmanager
def exact_texts(connection: Any) -> Iterator[None]:
    """Meanwhile texts that are no UTF-8 are read as they lie in the file, as torn surrogates."""
    before = connection.text_factory
    connection.text_factory = _exact
    try:
        yield
    finally:
        connection.text_factory = before


def _exact(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def table_hash(connection: Any, table: BaseTable) -> str:
    """A fingerprint of the columns named in `table`, in every row; call it among `exact_texts`."""
    columns = sorted(table.columns)
    found = hashlib.sha256(repr(columns).encode())
    chosen = ", ".join(map(quoted, columns))
    statement = f"SELECT {chosen} FROM {table.quoted}"
    if table.name == "setting" and table.key == "key":
        statement += f" WHERE key <> '{POSITION}'"
    for row in connection.execute(f"{statement} ORDER BY {quoted(table.key)}"):
        found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()
