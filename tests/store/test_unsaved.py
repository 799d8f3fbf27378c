"""The folder of what is typed and not saved: whole files or none, torn and foreign ones put aside."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import AppError
from app.paths import DataFolder
from app.store.password.sealing import Sealing, Torn
from app.store.private_files import PART
from app.store.store import Store
from app.store.unsaved import ASIDE, UnsavedPlace
from app.store.vault import Vault

KEY = bytes(range(32))
ONE, OTHER = f"meeting-{'1' * 32}", f"visit-{'2' * 32}"
each_key = pytest.mark.parametrize("key", [None, KEY], ids=["plain", "sealed"])


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    (tmp_path / "台账").mkdir()
    return DataFolder(tmp_path / "台账")


def aside(folder: DataFolder) -> list[str]:
    return sorted(path.name for path in (folder.unsaved / ASIDE).glob("*"))


@each_key
def test_what_is_put_is_there_for_the_next_start(folder: DataFolder, key: bytes | None) -> None:
    words = {"title": "电动车 \ud800 䶮𠮷", "values": {"a": [1, None, True]}}
    UnsavedPlace(folder, key).put(ONE, words)
    place = UnsavedPlace(folder, key)
    place.tidy()
    assert place.names() == [ONE]
    assert place.get(ONE) == words | {"format": 1}
    assert not aside(folder)
    raw = (folder.unsaved / ONE).read_bytes()
    assert (b"title" in raw) == (key is None)
    if os.name != "nt":
        assert stat.S_IMODE((folder.unsaved / ONE).stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.unsaved.stat().st_mode) == 0o700


def test_a_data_folder_that_is_gone_is_said_and_not_made_anew(folder: DataFolder) -> None:
    place = UnsavedPlace(folder)
    folder.root.rename(folder.root.with_name("搬走了"))
    with pytest.raises(
        AppError, match=r"“.*台账”不见了，可能改了名称、搬走了，或者磁盘拔掉了.*这一页上的都还在"
    ):
        place.put(ONE, {"a": 1})
    assert not folder.root.exists()
    folder.root.with_name("搬走了").rename(folder.root)
    place.put(ONE, {"a": 1})
    assert place.names() == [ONE]


@each_key
def test_the_newest_takes_the_place_and_what_is_removed_is_gone(
    folder: DataFolder, key: bytes | None
) -> None:
    place = UnsavedPlace(folder, key)
    place.put(ONE, {"a": 1})
    place.put(OTHER, {"a": 2})
    place.put(ONE, {"a": 3})
    assert place.names() == [OTHER, ONE]
    place.remove(ONE)
    place.remove(ONE)
    assert place.names() == [OTHER]
    assert place.get(ONE) is None
    assert [path.name for path in folder.unsaved.iterdir()] == [OTHER]


def cut(path: Path, where: float) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * where)])


def flip(path: Path, where: float) -> None:
    raw = bytearray(path.read_bytes())
    raw[int(len(raw) * where)] ^= 1
    path.write_bytes(bytes(raw))


TORN: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "one byte short": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "one byte more": lambda path: path.write_bytes(path.read_bytes() + b" "),
    "a third": lambda path: cut(path, 1 / 3),
    "only its head": lambda path: cut(path, 0.1),
    "a bit of the head": lambda path: flip(path, 0.05),
    "a bit in the middle": lambda path: flip(path, 0.6),
    "a bit further on": lambda path: flip(path, 0.9),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "another program's": lambda path: path.write_text('{"format": 1}', encoding="utf-8"),
    "not a document": lambda path: _sealed(path, b"[1, 2]"),
    "not JSON": lambda path: _sealed(path, b'{"format": 1'),
    "without a format": lambda path: _sealed(path, b"{}"),
    "not even text": lambda path: _sealed(path, b"\xff\xfe\x00"),
}


def _sealed(path: Path, data: bytes) -> None:
    Sealing(None).write(path, data)


@each_key
@pytest.mark.parametrize("damage", TORN)
def test_a_torn_file_is_put_aside_and_stops_nothing(
    folder: DataFolder, key: bytes | None, damage: str
) -> None:
    place = UnsavedPlace(folder, key)
    place.put(ONE, {"title": "电动车充电桩" * 20})
    place.put(OTHER, {"files": ["a" * 64]})
    TORN[damage](folder.unsaved / ONE)
    left = (folder.unsaved / ONE).read_bytes()
    place.tidy()
    assert place.get(ONE) is None
    assert place.names() == [OTHER]
    assert place.files() == {"a" * 64}
    assert aside(folder) == [ONE]
    assert (folder.unsaved / ASIDE / ONE).read_bytes() == left


def test_a_second_torn_file_of_one_name_does_not_take_the_place_of_the_first(folder: DataFolder) -> None:
    place = UnsavedPlace(folder)
    for damage in ("empty", "zeros"):
        place.put(ONE, {})
        TORN[damage](folder.unsaved / ONE)
        assert place.get(ONE) is None
    assert aside(folder) == [f"2-{ONE}", ONE]


def test_a_file_of_a_newer_program_is_left_where_it_is(folder: DataFolder) -> None:
    place = UnsavedPlace(folder)
    place.put(ONE, {})
    Sealing(None).write(folder.unsaved / ONE, b'{"format": 2, "files": ["%s"]}' % (b"a" * 64))
    assert place.get(ONE) is None
    assert place.names() == [ONE]
    assert place.files() == {"a" * 64}
    assert not aside(folder)


def test_what_is_not_ours_is_put_aside_at_the_start(folder: DataFolder) -> None:
    place = UnsavedPlace(folder)
    place.put(ONE, {})
    for name in ("说明.txt", "meeting-1", f"{ONE}.bak", f"../{ONE[:-1]}g".replace("../", "")):
        (folder.unsaved / name).write_text("什么", encoding="utf-8")
    (folder.unsaved / ".DS_Store").write_bytes(b"")
    (folder.unsaved / "文件夹").mkdir()
    place.tidy()
    assert place.names() == [ONE]
    assert aside(folder) == sorted(["说明.txt", "meeting-1", f"{ONE}.bak", f"{ONE[:-1]}g"])
    assert (folder.unsaved / ".DS_Store").exists()


@each_key
def test_a_file_that_got_whole_but_not_its_name_gets_it(folder: DataFolder, key: bytes | None) -> None:
    place = UnsavedPlace(folder, key)
    place.put(ONE, {"a": "older"})
    kept = (folder.unsaved / ONE).read_bytes()
    place.put(ONE, {"a": "newer"})
    (folder.unsaved / ONE).rename(folder.unsaved / f"{ONE}{PART}")
    (folder.unsaved / ONE).write_bytes(kept)
    place.tidy()
    found = place.get(ONE)
    assert found is not None
    assert found["a"] == "newer"


@each_key
def test_a_file_that_did_not_get_whole_leaves_the_one_before(folder: DataFolder, key: bytes | None) -> None:
    place = UnsavedPlace(folder, key)
    place.put(ONE, {"a": "older"})
    half = folder.unsaved / f"{ONE}{PART}"
    half.write_bytes((folder.unsaved / ONE).read_bytes()[:40])
    place.tidy()
    assert place.get(ONE) == {"a": "older", "format": 1}
    assert aside(folder) == [half.name]


def test_one_file_cannot_stand_in_for_another_under_a_key(folder: DataFolder) -> None:
    place = UnsavedPlace(folder, KEY)
    place.put(ONE, {})
    shutil.copy(folder.unsaved / ONE, folder.unsaved / OTHER)
    assert place.get(OTHER) is None
    assert place.get(ONE) is not None


@each_key
def test_another_key_opens_nothing(folder: DataFolder, key: bytes | None) -> None:
    UnsavedPlace(folder, key).put(ONE, {})
    path = folder.unsaved / ONE
    with pytest.raises(Torn):
        Sealing(bytes(32)).read(path)


def test_a_folder_that_cannot_be_made_is_said(folder: DataFolder) -> None:
    folder.unsaved.write_text("ein Stein im Weg", encoding="utf-8")
    place = UnsavedPlace(folder)
    assert place.names() == []
    place.tidy()
    place.remove(ONE)
    with pytest.raises(AppError, match=r"正在填的没能暂存.*这一页上的都还在"):
        place.put(ONE, {})


def test_an_attachment_that_is_only_typed_is_not_taken_out(folder: DataFolder, tmp_path: Path) -> None:
    source = tmp_path / "签到册.txt"
    source.write_text("示例", encoding="utf-8")
    store = Store(folder)
    stored = store.vault.add(source)
    store.unsaved.put(ONE, {"files": [stored.sha256]})
    store.vault.remove(stored.sha256)
    assert store.vault.has(stored.sha256)
    store.unsaved.remove(ONE)
    store.vault.remove(stored.sha256)
    assert not store.vault.has(stored.sha256)
    assert stored.sha256 == hashlib.sha256("示例".encode()).hexdigest()
    assert Vault(folder).has(stored.sha256) is False
    store.close()
