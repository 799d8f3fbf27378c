"""Stores of every released version, opened by this one: nothing of that time is lost or another."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.models import RECORDS
from app.paths import DataFolder
from app.services.office import Office
from app.services.store_check import StoreCheck
from app.store import schema
from app.store.backup.backups import no_step
from app.store.base_tables import BaseTable, base_tables
from app.store.connection import FORMAT, open_connection
from app.store.content import POSITION
from app.store.migrations import FIRST, STEPS
from app.store.password.switch import Switch
from app.store.store import Store
from tests.office import MOMENT
from tests.store.cheap import cheap_keyring
from tests.stores import dump

STORES = Path(__file__).parents[1] / "stores"
RELEASED = sorted(path.name for path in STORES.iterdir() if (path / "store.sql").is_file())
GROWING = {"change", "setting"}  # an opening notes in them what it added
OURS = {schema.KEY, schema.ADDED, POSITION}
KEY = bytes(range(32))


@dataclass
class Found:
    """Every row of every table, by column."""

    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Path, key: bytes | None) -> Found:
        with closing(open_connection(store, key, write=False)) as connection:
            return cls({table.name: _rows(connection, table) for table in base_tables(connection)})

    @property
    def hashes(self) -> dict[str, str]:
        """uuid → content hash of every record."""
        rows = (row for name in self.tables for row in self.tables[name] if "content_hash" in row)
        return {row["uuid"]: row["content_hash"] for row in rows}

    def lost(self, later: Found) -> dict[str, list[dict[str, Any]]]:
        """Rows, by table, that are not there later or say something else in a column of now."""
        found = {}
        for name, rows in self.tables.items():
            columns = list(rows[0]) if rows else []
            there = [{column: row.get(column) for column in columns} for row in later.tables[name]]
            found[name] = [row for row in rows if row not in there and row.get("key") not in OURS]
        return {name: rows for name, rows in found.items() if rows}


def _rows(connection: Any, table: BaseTable) -> list[dict[str, Any]]:
    rows = connection.execute(f"SELECT * FROM {table.quoted}").fetchall()
    return [dict(zip(table.columns, row, strict=True)) for row in rows]


def unpacked(version: str, folder: Path, key: bytes | None = None) -> DataFolder:
    """An office as that version left it."""
    data = DataFolder(folder)
    dump.read(STORES / version / "store.sql", data.store, None)
    shutil.copytree(STORES / version / "files", data.files)
    if key is not None:
        Switch(data, None, key, cheap_keyring(key)[1]).run(no_step)
    return data


def test_every_format_has_a_store_and_a_step_from_it() -> None:
    assert [step.source for step in STEPS] == list(range(FIRST, FORMAT))
    formats = set()
    for version in RELEASED:
        text = (STORES / version / "store.sql").read_text(encoding="utf-8")
        formats.add(int(text.split("user_version=")[1].split(";")[0]))
    assert formats >= set(range(FIRST, FORMAT)) | {FIRST}


@pytest.mark.parametrize("version", RELEASED)
def test_there_is_a_row_in_every_table(version: str, tmp_path: Path) -> None:
    found = Found.of(unpacked(version, tmp_path).store, None)
    assert [name for name, rows in found.tables.items() if not rows] == []


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("version", RELEASED)
def test_nothing_of_a_released_store_is_lost(version: str, key: bytes | None, tmp_path: Path) -> None:
    data = unpacked(version, tmp_path / "台账", key)
    before = Found.of(data.store, key)
    Office(Store(data, key=key), FixedClock(MOMENT)).store.close()
    after = Found.of(data.store, key)
    assert before.lost(after) == {}
    counts = {name: len(rows) for name, rows in before.tables.items() if name not in GROWING}
    assert {name: len(after.tables[name]) for name in counts} == counts
    assert len(before.hashes) > len(RECORDS)
    assert after.hashes == before.hashes
    found = StoreCheck(data, key).run(deep=True)  # among others that every record fits its hash
    assert found.wrong == []
