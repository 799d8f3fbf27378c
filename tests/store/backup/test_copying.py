"""Copies: of a sound source alone, and of no disk that gives back anything but what was written to it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.store.backup import aside, copying
from app.store.backup.aside import Aside
from app.store.backup.copying import Unsound, copy_store
from app.store.connection import use_key
from app.store.content import content_hash
from app.store.password.recoding import recode
from app.store.private_files import Differs, sha256_of
from tests.office import small_office

KEY = bytes(range(32))
PAGE = 4096
keys = pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])


@pytest.fixture(params=["small", "large"], autouse=True)
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file that is worth a second thread, and one that is not."""
    if request.param == "large":
        monkeypatch.setattr(aside, "LARGE", 0)
    return str(request.param)


def store(tmp_path: Path, key: bytes | None) -> Path:
    office = small_office(tmp_path / "台账")
    office.store.close()
    if key is None:
        return office.store.folder.store
    recode(office.store.folder.store, None, tmp_path / "locked.db", key)
    return tmp_path / "locked.db"


def asked(path: Path, key: bytes | None, *statements: str) -> None:
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        use_key(connection, key)
        for each in statements:
            connection.execute(each).fetchall()


def hash_of(path: Path, key: bytes | None) -> str:
    with closing(sqlite.connect(str(path))) as connection:
        use_key(connection, key)
        return content_hash(connection)


def refused(source: Path, key: bytes | None, target: Path) -> Exception:
    with pytest.raises((Unsound, Differs)) as raised:
        copy_store(source, key, target)
    assert not target.exists()
    return raised.value


@keys
def test_a_copy_has_what_its_source_has(tmp_path: Path, key: bytes | None) -> None:
    source, target = store(tmp_path, key), tmp_path / "copy.db"
    copied = copy_store(source, key, target)
    assert hash_of(target, key) == hash_of(source, key)
    assert copied.sha256 == sha256_of(target)
    assert copied.facts.counts["change"] > 0


@keys
def test_a_disk_that_gives_back_one_other_bit_is_noticed_whatever_the_page(
    tmp_path: Path, key: bytes | None, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = store(tmp_path, key), tmp_path / "copy.db"
    pages = source.stat().st_size // PAGE
    for page in range(0, pages, 5 if size == "small" else 29):
        place = page * PAGE + page * 61 % PAGE
        monkeypatch.setattr(copying, "settle", lambda path, place=place: flip(path, place))
        assert isinstance(refused(source, key, target), Differs), page


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 0x10
    path.write_bytes(data)


@keys
@pytest.mark.parametrize(
    "change",
    [lambda data: data[:-PAGE], lambda data: data[:-7], lambda data: data + bytes(PAGE), lambda data: b""],
    ids=["a page less", "some bytes less", "a page more", "nothing"],
)
def test_a_disk_that_cuts_the_copy_is_noticed(
    tmp_path: Path, key: bytes | None, change: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def settle(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    monkeypatch.setattr(copying, "settle", settle)
    assert isinstance(refused(store(tmp_path, key), key, tmp_path / "copy.db"), Differs)


@keys
def test_a_source_that_points_at_what_is_not_there_is_not_copied(tmp_path: Path, key: bytes | None) -> None:
    source = store(tmp_path, key)
    asked(source, key, "PRAGMA foreign_keys=off", "DELETE FROM township")
    assert "指向已经没有的内容" in str(refused(source, key, tmp_path / "copy.db"))


@keys
def test_a_source_whose_pages_are_whole_and_out_of_order_is_not_copied(
    tmp_path: Path, key: bytes | None
) -> None:
    source = store(tmp_path, key)
    two = "(SELECT rootpage FROM sqlite_master WHERE type='index' AND sql IS NOT NULL ORDER BY name LIMIT 1)"
    one = "(SELECT max(rowid) FROM sqlite_master WHERE type='index' AND sql IS NOT NULL)"
    asked(
        source, key, "PRAGMA writable_schema=on", f"UPDATE sqlite_master SET rootpage={two} WHERE rowid={one}"
    )
    assert isinstance(refused(source, key, tmp_path / "copy.db"), Unsound)


@keys
def test_a_torn_source_is_not_copied(tmp_path: Path, key: bytes | None) -> None:
    source, target = store(tmp_path, key), tmp_path / "copy.db"
    data = bytearray(source.read_bytes())
    for page in range(PAGE * 20, len(data), PAGE):
        data[page : page + 300] = b"\xff" * 300
    source.write_bytes(data)
    with pytest.raises((Unsound, sqlite.DatabaseError)):
        copy_store(source, key, target)
    assert not target.exists()


def test_what_fails_aside_is_raised_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "LARGE", 0)
    with Aside(0) as second:
        three, bad = second.begin(lambda: 3), second.begin(lambda: 1 // 0)
        assert three() == 3
        with pytest.raises(ZeroDivisionError):
            bad()
