"""Reshaping an older store: what a step may do is done whole, what it may not is not done at all."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from sqlalchemy.exc import DBAPIError

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.store.connection import open_connection
from app.store.migrations.migration import Migration
from app.store.migrations.step import NotMigrated, Step
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.flaky import Disk
from tests.stores.sealing import seal

KEY = bytes(range(32))


def _rebuild_activity(op: Operations) -> None:
    """The table that attendance, head counts and five kinds hang on."""
    with op.batch_alter_table("activity", recreate="always") as batch:
        batch.alter_column("place", existing_type=sa.String(80), type_=sa.Text())


def _rename(op: Operations) -> None:
    with op.batch_alter_table("person") as batch:
        batch.alter_column("expertise", new_column_name="skills")


def _retype(op: Operations) -> None:
    with op.batch_alter_table("head_count", recreate="always") as batch:
        batch.alter_column("number", existing_type=sa.Integer(), type_=sa.String(10), existing_nullable=False)


def _split(op: Operations) -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("phone", sa.String(20), nullable=False),
    )
    op.execute("INSERT INTO contact(person_id, phone) SELECT id, phone FROM person WHERE phone IS NOT NULL")
    with op.batch_alter_table("person", recreate="always") as batch:
        batch.drop_column("phone")


def _require(op: Operations) -> None:
    """NOT NULL, which nothing that is added can be."""
    with op.batch_alter_table("attendance", recreate="always") as batch:
        batch.add_column(sa.Column("weight", sa.Integer(), nullable=False, server_default="1"))


STEPS = (
    Step(1, "places may be longer", _rebuild_activity, {"activity": ["place"]}),
    Step(2, "skills", _rename, {"person": ["expertise", "skills"]}),
    Step(3, "numbers as text", _retype, {"head_count": ["number"]}),
    Step(4, "phones of their own", _split, {"person": ["phone"]}, ["contact"]),
    Step(5, "weight", _require, {"attendance": ["weight"]}),
)


BOTH = pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with people who took part in something, plain and encrypted."""
    folder = tmp_path_factory.mktemp("filled")
    office = small_office(folder / "台账")
    visit = {"name": "走访果农", "happened_on": "2026-10-12", "place": "河口村", "people": {"masses": 3}}
    office.records.add("visit", [visit | {"members": ["马文军", "陈志明"], "remark": "路不好走"}])
    office.records.add("person", [{"name": "𠮷新人", "phone": "13812345678", "expertise": "果树"}])
    office.store.close()
    plain = DataFolder(folder / "台账").store
    shutil.copyfile(plain, folder / "plain.db")
    seal(plain, KEY)
    plain.replace(folder / "sealed.db")
    return folder


@pytest.fixture
def key() -> bytes | None:
    """A plain store, where a test does not ask for both."""
    return None


@pytest.fixture
def data(filled: Path, tmp_path: Path, key: bytes | None) -> DataFolder:
    """A copy of that store in a folder of its own."""
    made = DataFolder(tmp_path / "台账")
    made.root.mkdir()
    shutil.copyfile(filled / ("plain.db" if key is None else "sealed.db"), made.store)
    return made


def ask(data: DataFolder, key: bytes | None, question: str) -> list[tuple[Any, ...]]:
    with closing(open_connection(data.store, key, write=False)) as raw:
        rows: list[tuple[Any, ...]] = raw.execute(question).fetchall()
        return rows


def dumped(data: DataFolder, key: bytes | None) -> list[Any]:
    """Everything in the file."""
    tables = ask(data, key, "SELECT name, sql FROM sqlite_master ORDER BY name")
    names = [name for name, sql in tables if sql and sql.startswith("CREATE TABLE")]
    version = ask(data, key, "PRAGMA user_version")
    return [tables, version, *(ask(data, key, f'SELECT * FROM "{name}" ORDER BY 1') for name in names)]


@BOTH
def test_steps_follow_one_another_and_keep_what_they_do_not_name(data: DataFolder, key: bytes | None) -> None:
    whole = "SELECT * FROM attendance ORDER BY id"
    attended, activities = ask(data, key, whole), ask(data, key, "SELECT * FROM activity ORDER BY id")
    done = Migration(data.store, key, STEPS, 6).run()
    assert done[:5] == [step.title for step in STEPS]
    assert set(done[5:]) == {"person.expertise", "person.phone"}  # what today declares is added after that
    assert ask(data, key, "PRAGMA user_version") == [(6,)]
    assert [row[:-1] for row in ask(data, key, whole)] == attended
    assert len(attended) == 2
    assert {row[-1] for row in ask(data, key, whole)} == {1}
    assert ask(data, key, "SELECT * FROM activity ORDER BY id") == activities
    assert ask(data, key, "SELECT number FROM head_count") == [("3",)]
    assert ask(data, key, "SELECT skills FROM person WHERE skills IS NOT NULL") == [("果树",)]
    phones = "SELECT person.name, contact.phone FROM contact JOIN person ON person.id = person_id"
    assert ask(data, key, phones) == [("𠮷新人", "13812345678")]
    assert ask(data, key, "PRAGMA foreign_key_check") == []
    indexes = ask(data, key, "SELECT name FROM sqlite_master WHERE type='index' AND tbl_name='activity'")
    assert ("ix_activity_list",) in indexes
    assert [row[2] for row in ask(data, key, "PRAGMA foreign_key_list(attendance)")].count("activity") == 1


def test_a_store_in_the_middle_takes_only_the_steps_it_lacks(data: DataFolder, key: bytes | None) -> None:
    Migration(data.store, key, STEPS[:2], 3).run()
    done = Migration(data.store, key, STEPS, 6).run()
    assert [line for line in done if line.startswith("format")] == [step.title for step in STEPS[2:]]


def _with_foreign_keys(op: Operations) -> None:
    """What a rebuild comes to when the pragma is forgotten: those below are emptied without a word."""
    op.execute("DELETE FROM attendance")
    _rebuild_activity(op)


def _loses_a_column(op: Operations) -> None:
    with op.batch_alter_table("person", recreate="always") as batch:
        batch.drop_column("education")


def _changes_a_value(op: Operations) -> None:
    op.execute("UPDATE township SET name = name || '（旧）' WHERE id = 1")


def _points_nowhere(op: Operations) -> None:
    op.execute("UPDATE village SET township_id = 999 WHERE id = 1")


def _stumbles(op: Operations) -> None:
    _rename(op)
    op.execute("INSERT INTO township(id) VALUES(1)")


def _has_a_bug(op: Operations) -> None:
    _rename(op)
    raise KeyError("13812345678")


BAD: dict[str, tuple[Callable[[Operations], None], dict[str, list[str]]]] = {
    "emptied": (_with_foreign_keys, {"activity": ["place"]}),
    "column": (_loses_a_column, {}),
    "value": (_changes_a_value, {}),
    "pointer": (_points_nowhere, {"village": ["township_id"]}),
    "refused": (_stumbles, {"person": ["expertise", "skills"]}),
    "bug": (_has_a_bug, {"person": ["expertise", "skills"]}),
}


@pytest.mark.parametrize("name", BAD)
def test_a_step_that_does_more_than_it_says_does_nothing(
    name: str, data: DataFolder, key: bytes | None
) -> None:
    before = dumped(data, key)
    work, reshaped = BAD[name]
    step = Step(1, name, work, reshaped)
    with pytest.raises(NotMigrated, match="内容没有改动"):
        Migration(data.store, key, [step], 2).run()
    assert dumped(data, key) == before
    Migration(data.store, key, STEPS[:1], 2).run()  # nothing is left that holds the file


def test_with_foreign_keys_on_a_rebuild_would_empty_the_children() -> None:
    """The trap itself, so that nobody takes the pragma out: SQLite deletes what hangs on a dropped table."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.executescript(
            "PRAGMA foreign_keys=ON; BEGIN; CREATE TABLE top(id INTEGER PRIMARY KEY);"
            "CREATE TABLE below(top_id REFERENCES top(id) ON DELETE CASCADE);"
            "INSERT INTO top VALUES(1); INSERT INTO below VALUES(1);"
            "PRAGMA foreign_keys=OFF;"  # too late, and without an error
            "CREATE TABLE new(id INTEGER PRIMARY KEY, more); INSERT INTO new SELECT id, 1 FROM top;"
            "DROP TABLE top; ALTER TABLE new RENAME TO top; COMMIT;"
        )
        assert raw.execute("SELECT * FROM below").fetchall() == []
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


@BOTH
@pytest.mark.parametrize(("failing", "done"), [("fail_before_commit", False), ("fail_after_commit", True)])
def test_a_commit_that_raised_is_looked_up(
    failing: str, done: bool, data: DataFolder, key: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk.under(monkeypatch)
    setattr(disk, failing, "disk I/O error")
    migration = Migration(data.store, key, STEPS, 6)
    if done:
        assert migration.run()
    else:
        with pytest.raises(DBAPIError, match="disk I/O"):  # the store says it in words
            migration.run()
    assert disk.failed == 1
    assert ask(data, key, "PRAGMA user_version") == [(6 if done else 1,)]


def test_nobody_can_say_what_became_of_a_commit_on_a_disk_that_is_gone(
    data: DataFolder, key: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk.under(monkeypatch)
    disk.fail_after_commit, disk.gone_when_failed = "disk I/O error", True
    with pytest.raises(AppError, match="升级成了没有还看不出来"):
        Migration(data.store, key, STEPS, 6).run()
    disk.gone = False
    assert ask(data, key, "PRAGMA user_version") == [(6,)]


def test_a_format_from_nowhere_is_left_alone(data: DataFolder, key: bytes | None) -> None:
    with closing(open_connection(data.store, key, write=True)) as raw:
        raw.execute("PRAGMA user_version=0")
    before = dumped(data, key)
    with pytest.raises(NotMigrated):
        Migration(data.store, key, STEPS, 6).run()
    assert dumped(data, key) == before


def test_an_office_opens_as_ever_after_an_upgrade_that_stumbled(data: DataFolder) -> None:
    with pytest.raises(NotMigrated):
        Migration(data.store, None, [Step(1, "bug", _has_a_bug)], 2).run()
    office = Office(Store(data), FixedClock(MOMENT))
    assert office.count("person") == 13
    office.store.close()
