"""Rebuilding a lost store: from backup and journal to the last character, whatever else is damaged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.services.store_check import StoreCheck
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from app.store.connection import open_connection
from app.store.content import content_hash, table_hashes
from app.store.password.recoding import recode
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.backup.test_backups import attach

KEY = bytes(range(32))
LOST = "丢了的.db"
LATER = MOMENT + timedelta(hours=2)


def opened(data: DataFolder, key: bytes | None = None) -> Office:
    return Office(Store(data, key=key), FixedClock(LATER))


def hash_of(data: DataFolder, key: bytes | None = None) -> str:
    connection = open_connection(data.store, key, write=False)
    try:
        return content_hash(connection)
    finally:
        connection.close()


def tables_of(data: DataFolder, key: bytes | None = None) -> dict[str, str]:
    connection = open_connection(data.store, key, write=False)
    try:
        return table_hashes(connection)
    finally:
        connection.close()


def words_of(file: Path, key: bytes | None) -> list[tuple[Any, ...]]:
    """Every word of the search index, and where it stands."""
    connection = open_connection(file, key, write=True)
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')")
        return sorted(connection.execute("SELECT * FROM temp.words").fetchall())
    finally:
        connection.close()


def rebuilding(data: DataFolder, key: bytes | None = None) -> Rebuilding:
    return Rebuilding(data, FixedClock(LATER), key)


def work(office: Office, name: str = "走访") -> None:
    """Things of every sort: added, changed, deleted, brought back, options and settings."""
    visit = {"happened_on": "2026-10-12", "name": name, "members": ["马文军"], "people_served": 3}
    one, two = office.records.add("visit", [visit, visit | {"name": f"{name}二"}], draft=True)
    two.values["name"] = f"{name}三"
    office.records.save(two)
    office.records.delete("visit", [one.uuid])
    person = office.records.add("person", [{"name": f"{name}的人"}])[0]
    person.values["remark"] = "第一行\n第二行 \\u0000 “引号”"
    office.records.save(person)
    office.change_settings({"phone": "000-1234567"})


@pytest.fixture(params=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    return KEY if request.param == "encrypted" else None


@pytest.fixture
def office(tmp_path: Path, key: bytes | None) -> Iterator[Office]:
    """With one backup; what happens to it afterwards is in the journal only."""
    if key is None:
        made = small_office(tmp_path / "台账")
    else:
        small_office(tmp_path / "明文").store.close()
        (tmp_path / "台账").mkdir()
        data = DataFolder(tmp_path / "台账")
        recode(tmp_path / "明文" / data.store.name, None, data.store, key)
        made = opened(data, key)
    made.records.add("person", [{"name": "在备份里的人"}])
    made.backups.make(Reason.EXIT)
    yield made
    made.store.close()


def lose(office: Office) -> DataFolder:
    """Closes the office and takes its store away."""
    office.store.close()
    data = office.store.folder
    data.store.rename(data.root.parent / LOST)
    return data


def found_again(data: DataFolder, key: bytes | None) -> None:
    """The rebuilt store has the same content, is sound, and can be worked with."""
    lost = data.root.parent / LOST
    connection = open_connection(lost, key, write=False)
    was = table_hashes(connection)
    connection.close()
    now = tables_of(data, key)
    assert {name for name in now | was if now.get(name) != was.get(name)} == set()
    assert words_of(data.store, key) == words_of(lost, key)
    assert StoreCheck(data, key).run(deep=True).wrong == []
    office = opened(data, key)
    office.records.add("person", [{"name": "重建以后的人"}])
    office.store.close()


def test_all_that_was_acknowledged_is_there_again(office: Office, key: bytes | None) -> None:
    work(office)
    data = lose(office)
    prospect = rebuilding(data, key).look()
    assert not data.store.exists()
    assert (prospect.lines, prospect.lost) == (6, "")
    assert prospect.backup is not None
    done = rebuilding(data, key).rebuild()
    assert (done.backup, done.lines, done.aside) == (prospect.backup, prospect.lines, None)
    found_again(data, key)


def test_before_the_first_backup_the_journal_alone_is_enough(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "新")
    office = opened(data)
    office.records.add("person", [{"name": "头一个人"}])
    lose(office)
    prospect = rebuilding(data).look()
    assert prospect.backup is None
    assert prospect.sentence.startswith("可以找回流水里记着的整本台账，连同后来的 2 处改动，到 ")
    assert rebuilding(data).rebuild().backup is None
    found_again(data, None)


def test_with_the_newest_backup_damaged_the_one_before_leads_there(office: Office, key: bytes | None) -> None:
    work(office)
    second = office.backups.make(Reason.EXIT)
    work(office, "再走访")
    file = BackupFolder(office.store.folder.backups).file_of(second)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    data = lose(office)
    done = rebuilding(data, key).rebuild()
    assert done.backup is not None
    assert done.backup.number == second.number - 1
    found_again(data, key)


def test_a_torn_last_line_was_never_acknowledged(office: Office, key: bytes | None) -> None:
    work(office)
    data = lose(office)
    newest = sorted(data.journal.iterdir())[-1]
    with newest.open("ab") as handle:
        handle.write(b"\xf1JL\x01\x01 torn")
    assert rebuilding(data, key).look().lost == ""
    rebuilding(data, key).rebuild()
    found_again(data, key)


def test_a_damaged_line_is_told_of_and_nothing_is_built_on_it(office: Office, key: bytes | None) -> None:
    before = hash_of(office.store.folder, key)
    work(office)
    data = lose(office)
    newest = sorted(data.journal.iterdir())[-1]
    raw = newest.read_bytes()
    at = [place for place in range(len(raw)) if raw[place : place + 4] == b"\xf1JL\x01"]
    newest.write_bytes(raw[: at[-3] + 60] + b"\x00\x01" + raw[at[-3] + 62 :])
    prospect = rebuilding(data, key).look()
    assert prospect.lost == "最后 3 处改动的流水坏了，找不回来"
    rebuilding(data, key).rebuild()
    assert hash_of(data, key) != before
    again = opened(data, key)
    again.records.add("person", [{"name": "重建以后的人"}])
    lose(again)
    assert rebuilding(data, key).look().lost == ""
    rebuilding(data, key).rebuild()
    found_again(data, key)


def test_attachments_come_back_with_what_names_them(
    office: Office, key: bytes | None, tmp_path: Path
) -> None:
    attach(office, tmp_path, "一")
    office.backups.make(Reason.EXIT)
    attach(office, tmp_path, "二")
    data = lose(office)
    shutil.rmtree(data.files)
    assert rebuilding(data, key).look().lost == "有 1 个附件哪里都没有了"
    rebuilding(data, key).rebuild()
    wrong = StoreCheck(data, key).run(deep=True).wrong
    assert len(wrong) == 1
    assert "1 个附件不见了" in wrong[0]


def test_what_lay_there_is_moved_aside(office: Office, key: bytes | None) -> None:
    work(office)
    office.store.close()
    data = office.store.folder
    before = hash_of(data, key)
    data.store.write_bytes(b"damaged" * 500)
    done = rebuilding(data, key).rebuild()
    assert done.aside is not None
    assert done.aside.read_bytes() == b"damaged" * 500
    assert hash_of(data, key) == before


def test_without_anything_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="没有备份，也没有流水"):
        rebuilding(DataFolder(tmp_path / "空")).look()
    assert not (tmp_path / "空").exists()
