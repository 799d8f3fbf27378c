"""Fingerprints of content: every value of every row counts, and nothing else does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.store.backup.copying import copy_store
from app.store.base_tables import base_tables
from app.store.connection import open_connection
from app.store.content import content_hash, table_hashes
from app.store.password.recoding import recode
from tests.office import small_office

KEY = bytes(range(32))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = small_office(tmp_path_factory.mktemp("台账"))
    office.store.close()
    return office.store.folder.store


@pytest.fixture
def connection(file: Path, tmp_path: Path) -> Iterator[Any]:
    """A copy that can be written to."""
    shutil.copy(file, tmp_path / "台账.db")
    made = open_connection(tmp_path / "台账.db", None, write=True)
    yield made
    made.close()


def test_a_copy_under_another_key_has_the_same_content(file: Path, connection: Any, tmp_path: Path) -> None:
    copy_store(file, None, tmp_path / "copy.db")
    recode(tmp_path / "copy.db", None, tmp_path / "sealed.db", KEY)
    sealed = open_connection(tmp_path / "sealed.db", KEY, write=False)
    assert table_hashes(sealed) == table_hashes(connection)
    assert content_hash(sealed) == content_hash(connection)
    sealed.close()


def test_the_search_index_is_no_base_table(connection: Any) -> None:
    names = {table.name for table in base_tables(connection)}
    assert {"search_row", "setting", "change", "activity"} <= names
    assert not {name for name in names if name.startswith("search") and name != "search_row"}


def test_every_table_has_one_column_that_tells_its_rows_apart(connection: Any) -> None:
    odd = {table.name: table.key for table in base_tables(connection) if not table.is_numbered}
    assert odd == {"setting": "key", "alias": "old", "figure_entry": "key"}
    assert "rowid" not in {table.key for table in base_tables(connection)}


@pytest.mark.parametrize(
    "value", ["NULL", "1.0", "'1'", "x'31'", "9223372036854775807", "CAST(x'ff31' AS TEXT)", "'一'"]
)
def test_a_value_of_another_type_is_another_content(connection: Any, value: str) -> None:
    connection.execute("CREATE TABLE typed(id INTEGER PRIMARY KEY, value)")
    connection.execute("INSERT INTO typed VALUES(1, 1)")
    before = table_hashes(connection)
    connection.execute(f"UPDATE typed SET value = {value}")
    after = table_hashes(connection)
    assert after["typed"] != before["typed"]
    assert {name for name in after if after[name] != before[name]} == {"typed"}
    connection.execute("UPDATE typed SET value = 1")
    assert table_hashes(connection) == before


def test_texts_are_read_as_they_were_afterwards(connection: Any) -> None:
    content_hash(connection)
    assert connection.execute("SELECT 'a'").fetchone() == ("a",)


def test_columns_in_another_order_and_rows_renumbered_are_the_same_content(connection: Any) -> None:
    connection.execute("CREATE TABLE one(a TEXT PRIMARY KEY, b)")
    connection.executemany("INSERT INTO one VALUES(?, ?)", [("x", 1), ("y", 2), ("z", 3)])
    before = table_hashes(connection)["one"]
    connection.execute("DROP TABLE one")
    connection.execute("CREATE TABLE one(b, a TEXT PRIMARY KEY)")
    connection.executemany("INSERT INTO one VALUES(?, ?)", [(3, "z"), (2, "y"), (1, "x")])
    assert table_hashes(connection)["one"] == before


def test_how_far_the_journal_goes_is_no_content(connection: Any) -> None:
    before = content_hash(connection)
    connection.execute("INSERT INTO setting VALUES('journal', '{}') ON CONFLICT DO UPDATE SET value='{}'")
    assert content_hash(connection) == before
    connection.execute("UPDATE setting SET value = 'x' WHERE key = 'office'")
    assert content_hash(connection) != before
