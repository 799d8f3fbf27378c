"""The tables follow the declarations: new kinds, columns and indexes are added when a store is opened."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.schema import CreateColumn

from app.models import Base
from app.store.connection import APPLICATION_ID, FORMAT
from app.store.search import create_index

if TYPE_CHECKING:
    from sqlalchemy import Table

KEY = "schema"  # a setting: the fingerprint of what the file has
ADDED = "schema_added"  # a setting: what was added and not yet noted in the change log, as JSON


def declared_hash() -> str:
    """A fingerprint of all that `extend` would add, to see at a glance whether the file is up to date."""
    parts = []
    for table in sorted(Base.metadata.tables.values(), key=lambda table: table.name):
        parts.append(" ".join((table.name, *(column.name for column in table.columns))))
        parts += sorted(str(index.name) for index in table.indexes)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def stored_hash(connection: Connection) -> str | None:
    """The fingerprint kept in the file; None for a new file."""
    known = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name='setting'")).scalar()
    if not known:
        return None
    return connection.execute(text("SELECT value FROM setting WHERE key=:key"), {"key": KEY}).scalar()


def create(connection: Connection) -> None:
    """Makes all tables in an empty file and marks it as ours."""
    Base.metadata.create_all(connection, checkfirst=False)
    create_index(connection)
    connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
    connection.execute(text(f"PRAGMA user_version={FORMAT}"))
    remember(connection)


def is_current(connection: Connection) -> bool:
    """Whether the file is as this program declares it."""
    version = connection.execute(text("PRAGMA user_version")).scalar()
    return version == FORMAT and stored_hash(connection) == declared_hash()


def extend(connection: Connection, reshaped: Sequence[str] = ()) -> list[str]:
    """Adds what is declared and not there yet; returns it as table or table.column, after `reshaped`.

    All of that is kept to be noted in the change log.
    """
    there = inspect(connection)
    tables = set(there.get_table_names())
    added = [*reshaped]
    for table in Base.metadata.sorted_tables:
        if table.name not in tables:
            table.create(connection)
            added.append(table.name)
        else:
            added += _extend_table(connection, table, {c["name"] for c in there.get_columns(table.name)})
    _keep(connection, ADDED, json.dumps([*unnoted(connection), *added]))
    remember(connection)
    return added


def unnoted(connection: Connection) -> list[str]:
    """What was added since the change log last noted it."""
    found = connection.execute(text("SELECT value FROM setting WHERE key=:key"), {"key": ADDED}).scalar()
    return list(json.loads(found)) if found else []


def _extend_table(connection: Connection, table: Table, columns: set[str]) -> list[str]:
    added = []
    quote = connection.dialect.identifier_preparer.format_table
    for column in table.columns:
        if column.name in columns:
            continue
        definition = str(CreateColumn(column).compile(connection)).strip()
        for key in column.foreign_keys:
            definition += f" REFERENCES {quote(key.column.table)}({key.column.name})"
        connection.execute(text(f"ALTER TABLE {quote(table)} ADD COLUMN {definition}"))
        added.append(f"{table.name}.{column.name}")
    known = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type='index'"))}
    for index in table.indexes:
        if index.name not in known:
            index.create(connection)
    return added


def remember(connection: Connection) -> None:
    """Keeps the fingerprint of what is declared."""
    _keep(connection, KEY, declared_hash())


def _keep(connection: Connection, key: str, value: str) -> None:
    connection.execute(
        text(
            "INSERT INTO setting(key, value) VALUES(:key, :value) ON CONFLICT(key) DO UPDATE SET value=:value"
        ),
        {"key": key, "value": value},
    )
