"""Checking a store: a sound one is sound, and each kind of damage is found and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.chain import Chain, verified
from app.services.office import Office
from app.services.store_check import StoreCheck
from app.store.connection import open_connection
from app.store.store import Store
from tests.demo_fixture import demo_office
from tests.office import MOMENT, small_office
from tests.services.record_samples import VISIT
from tests.store.backup.test_backups import attach

KEY = bytes(range(32))


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    office = small_office(tmp_path / "台账")
    attach(office, tmp_path, "一")
    office.store.close()
    return office.store.folder


def change(data: DataFolder, *statements: str) -> None:
    """What a program or a person that is not ours does to the file."""
    connection = open_connection(data.store, None, write=True)
    connection.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_whole_sample_county_is_sound(tmp_path: Path) -> None:
    office = demo_office(tmp_path / "示例")
    office.store.close()
    found = StoreCheck(office.store.folder).run(deep=True)
    assert found.wrong == []
    assert [words.split(" ")[0] for words in found.looked] == [
        "文件结构", "记录", "修改记录", "附件", "查找用的索引", "和备份、流水对照",
    ]  # fmt: skip


def test_an_encrypted_store_is_checked_with_its_key(tmp_path: Path) -> None:
    office = Office(Store(DataFolder(tmp_path / "台账"), key=KEY), FixedClock(MOMENT))
    attach(office, tmp_path, "一")
    office.store.close()
    assert StoreCheck(office.store.folder, KEY).run(deep=True).is_sound
    path = office.store.folder.store
    whole = path.read_bytes()
    for place in range(8 * 4096 + 500, len(whole), len(whole) // 9):
        torn = bytearray(whole)
        torn[place] ^= 1
        path.write_bytes(bytes(torn))
        assert is_found(office.store.folder, KEY), place


def test_a_search_index_that_cannot_be_begun_with_is_damage_and_no_silent_disk(tmp_path: Path) -> None:
    office = Office(Store(DataFolder(tmp_path / "台账"), key=KEY), FixedClock(MOMENT))
    with office.store.reading() as session:
        page = session.execute(
            text("SELECT rootpage FROM sqlite_master WHERE name='search_config'")
        ).scalar_one()
    office.store.close()
    data = office.store.folder
    raw = bytearray(data.store.read_bytes())
    raw[(page - 1) * 4096 + 100] ^= 1
    data.store.write_bytes(bytes(raw))
    data.stamp.unlink()
    with pytest.raises(AppError, match="文件里有损坏"):
        Store(data, key=KEY)
    assert not StoreCheck(data, KEY).run(deep=True).is_sound


def is_found(data: DataFolder, key: bytes | None = None) -> bool:
    """Whether looking quickly is enough to see it."""
    try:
        return not StoreCheck(data, key).run().is_sound
    except AppError as error:
        return "打不开" in error.message


def _value(data: DataFolder) -> None:
    change(data, "UPDATE person SET name='另一个人' WHERE name='李娜'")


def _emptied(data: DataFolder) -> None:
    change(data, "UPDATE membership SET employer=NULL WHERE id=3")


def _child(data: DataFolder) -> None:
    change(data, "DELETE FROM studio_member")


def _unhashed(data: DataFolder) -> None:
    change(data, "UPDATE township SET content_hash=NULL WHERE id=1")


def _log(data: DataFolder) -> None:
    change(data, "UPDATE change SET by='别人' WHERE id=9")


def _log_row(data: DataFolder) -> None:
    change(data, "DELETE FROM change WHERE id=9")


def _foreign_key(data: DataFolder) -> None:
    change(data, "UPDATE village SET township_id=999 WHERE id=1")


def _index(data: DataFolder) -> None:
    change(data, "DELETE FROM search_row WHERE kind='person' AND record_id=2")


def _words(data: DataFolder) -> None:
    change(data, "DELETE FROM search WHERE rowid=(SELECT max(id) FROM search_row)")


def _file(data: DataFolder) -> None:
    path = next(path for path in data.files.glob("??/*"))
    path.write_bytes(b"x" * path.stat().st_size)


def _no_file(data: DataFolder) -> None:
    next(path for path in data.files.glob("??/*")).unlink()


def _bytes(data: DataFolder) -> None:
    change(data, "UPDATE change SET at=x'00' WHERE id=9")


def _no_text(data: DataFolder) -> None:
    change(data, "UPDATE person SET name=CAST(x'ff' AS TEXT) WHERE id=2")


def _schema(data: DataFolder) -> None:
    raw = data.store.read_bytes()
    data.store.write_bytes(raw.replace(b"CREATE TABLE visit_text (", b"CREATE TABLE visit_text  ", 1))


def _pages(data: DataFolder) -> None:
    connection = open_connection(data.store, None, write=False)
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name='option_entry'").fetchone()[0]
    connection.close()
    raw = bytearray(data.store.read_bytes())
    raw[(page - 1) * 4096 : (page - 1) * 4096 + 64] = b"\xff" * 64
    data.store.write_bytes(bytes(raw))


@pytest.mark.parametrize(
    ("harm", "words", "quickly"),
    [
        (_value, "1 条记录的内容和存的时候不一样（人员", False),
        (_emptied, "1 条记录的内容和存的时候不一样（委员", False),
        (_child, "1 条记录的内容和存的时候不一样（工作室", False),
        (_unhashed, "1 条记录的内容和存的时候不一样（乡镇（街道）", False),
        (_log, "修改记录", False),
        (_log_row, "修改记录", False),
        (_foreign_key, "有 1 处指向已经没有的内容", True),
        (_index, "查找用的索引有", False),
        (_words, "查找用的索引有 1 处", False),
        (_file, "1 个附件和存的时候不一样（签到表.txt）", False),
        (_no_file, "1 个附件不见了（签到表.txt）", False),
        (_pages, "文件", True),
        (_bytes, "读不出来", False),
        (_no_text, "", False),
        (_schema, "读不出来", True),
    ],
)
def test_harm_is_found_and_said(
    data: DataFolder, harm: Callable[[DataFolder], Any], words: str, quickly: bool
) -> None:
    harm(data)
    before = data.store.read_bytes()
    found = StoreCheck(data).run(deep=True)
    assert any(words in wrong for wrong in found.wrong), found.wrong
    assert not any(wrong.endswith("。") for wrong in found.wrong)
    assert StoreCheck(data).run().is_sound is not quickly
    assert data.store.read_bytes() == before


def test_what_is_not_there_or_not_ours_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="没有台账文件"):
        StoreCheck(DataFolder(tmp_path)).run()
    DataFolder(tmp_path).store.write_text("不是台账" * 200, encoding="utf-8")
    with pytest.raises(AppError, match="打不开"):
        StoreCheck(DataFolder(tmp_path)).run()


def test_an_older_store_is_not_added_to_by_looking(data: DataFolder) -> None:
    change(data, "UPDATE setting SET value='another' WHERE key='schema'")
    before = data.store.read_bytes()
    assert StoreCheck(data).run().is_sound
    assert "要先打开一次" in StoreCheck(data).run(deep=True).wrong[0]
    assert data.store.read_bytes() == before
    assert not data.backups.exists()


def test_what_changed_behind_the_program_is_seen_quickly(data: DataFolder) -> None:
    """One bit of a name, which SQLite's own checks cannot see."""
    raw = data.store.read_bytes()
    at = raw.index("永兴街道".encode())
    with data.store.open("r+b") as file:
        file.seek(at)
        file.write(bytes([raw[at] ^ 1]))
    (wrong,) = StoreCheck(data).run().wrong
    assert "和上次关上时不一样" in wrong
    assert any("1 条记录的内容" in each for each in StoreCheck(data).run(deep=True).wrong)


def test_what_differs_is_called_by_its_name(data: DataFolder) -> None:
    office = Office(Store(data), FixedClock(MOMENT))
    visit = {"name": "走访果农", "happened_on": "2026-09-13", "members": ["马文军"], "people_served": 2}
    [made] = office.records.add("visit", [visit])
    office.store.close()
    change(
        data,
        "UPDATE attendance SET sector = 'x' WHERE activity_id = (SELECT max(id) FROM visit)",
        "UPDATE option_entry SET label = 'x' WHERE id = 5",
        "INSERT INTO setting(key, value) VALUES('x', 'y')",
    )
    wrong = StoreCheck(data).run(deep=True).wrong
    said = f"有 3 处内容和备份、流水对不上（委员走访{made.number}、选项、设置），可以用 rebuild 找回"
    assert said in wrong


def test_a_damaged_backup_is_told_of_and_no_fault_of_the_store(data: DataFolder) -> None:
    office = Office(Store(data), FixedClock(MOMENT))
    backup = office.backups.make()
    office.store.close()
    file = data.backups / f"{backup.name}.db"
    file.write_bytes(bytes(file.stat().st_size))
    found = StoreCheck(data).run(deep=True)
    assert (found.wrong, found.noted) == ([], ["1 份备份坏了（第 1 号），请再备份一次"])
    assert "备份 1 份" in found.looked


@pytest.mark.parametrize("soon", [True, False], ids=["little journal", "much journal"])
def test_a_change_from_outside_is_seen_though_a_backup_was_made_since(
    data: DataFolder, soon: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not soon:
        monkeypatch.setattr("app.services.comparing.SOON", 1)
    change(data, "UPDATE option_entry SET label = 'x' WHERE id = 5")
    office = Office(Store(data), FixedClock(MOMENT))
    office.backups.make()
    office.store.close()
    wrong = StoreCheck(data).run(deep=True).wrong
    assert [each for each in wrong if "流水" in each] == (
        ["有 1 处内容和备份、流水对不上（选项），可以用 rebuild 找回"] if soon else []
    )


def test_what_a_window_saves_meanwhile_is_no_fault_of_the_index(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(Store(data), FixedClock(MOMENT))

    def verified_after_a_save(store: Store) -> Chain:
        office.records.add("visit", [VISIT])
        return verified(store)

    monkeypatch.setattr("app.services.store_check.verified", verified_after_a_save)
    assert StoreCheck(data).run(deep=True).wrong == []
    office.store.close()
