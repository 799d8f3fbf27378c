"""Encryption comes and goes as one act: wherever it breaks off, one whole store opens."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.store.backup.backup import Reason
from app.store.backup.backups import no_step
from app.store.connection import is_locked, open_connection
from app.store.password import switch
from app.store.password.keyring import Keyring
from app.store.password.keyring_file import KeyringFile
from app.store.password.recoding import contents_of
from app.store.password.staging import Staging, settle
from app.store.password.switch import Switch
from app.store.store import Store
from app.store.vault import Vault
from tests.office import MOMENT, small_office
from tests.store.cheap import PASSWORD, cheap_keyring
from tests.store.faulty_disk import FaultyDisk, Killed, failing

CANARY = "王大锤的电话是零九三八"
KEY, KEYRING, CODE = cheap_keyring()
CALLS = {"encrypted": 66, "plain": 58}  # that put everything where it waits, the list last


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain office with everything there can be in its folder."""
    folder = DataFolder(tmp_path_factory.mktemp("model") / "数据")
    office = small_office(folder.root)
    source = folder.root.parent
    paper, photo = source / "表.txt", source / "会场.png"
    paper.write_text(CANARY * 50, encoding="utf-8")
    Image.effect_noise((40, 30), 60).save(photo)
    visit = {
        "happened_on": "2026-10-12",
        "name": CANARY,
        "files": [{"path": str(paper)}, {"path": str(photo)}],
    }
    [saved] = office.records.add("visit", [visit], draft=True)
    for entry in saved.values["files"]:
        office.store.vault.thumbnail(entry["sha256"])
    office.store.unsaved.put("visit-" + "0" * 32, {"text": CANARY})
    office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED)
    office.store.close()
    shutil.copyfile(folder.store, folder.backups / "被换下-20261001-080000.db")
    aside = folder.backups / "示例数据-20261001"
    shutil.copytree(folder.files, aside / folder.files.name)
    (folder.backups / "损坏-20261001.db").write_bytes(folder.store.read_bytes()[:5000] + CANARY.encode())
    torn = folder.unsaved / "读不出来的" / "meeting-1"
    torn.parent.mkdir()
    torn.write_text(CANARY, encoding="utf-8")
    (folder.files / "ab").mkdir(exist_ok=True)
    (folder.files / "ab" / "abc.part").write_text(CANARY, encoding="utf-8")
    return folder.root


@pytest.fixture
def folder(model: Path, tmp_path: Path) -> DataFolder:
    return DataFolder(copied(model, tmp_path / "数据"))


def copied(source: Path, target: Path) -> Path:
    shutil.copytree(source, target)
    return target


def encrypt(folder: DataFolder, step: Callable[..., object] = no_step) -> int:
    return Switch(folder, None, KEY, KEYRING).run(step)


def decrypt(folder: DataFolder) -> int:
    return Switch(folder, KEY, None, None).run(no_step)


def everything(folder: DataFolder, key: bytes | None) -> dict[str, object]:
    """All that an office would miss: rows, attachments, 暂存, backups, asides; opened as the program does."""
    found: dict[str, object] = {}
    store = Store(folder, key=key)
    try:
        with store.reading() as session:
            rows = session.connection().exec_driver_sql("SELECT sha256, size FROM attachment ORDER BY 1")
            shas = [sha for sha, _ in rows]
        found["attachments"] = {sha: store.vault.read(sha) for sha in shas}
        found["unsaved"] = {name: store.unsaved.get(name) for name in store.unsaved.names()}
        backups = store.backups(FixedClock(MOMENT))
        for each in backups.all():
            assert not backups.folder.lacking(each.held)
            found[each.name] = (each.facts, rows_in(backups.folder.file_of(each), key))
            beside = Vault(DataFolder(folder.backups), key)
            found[f"{each.name} files"] = {sha: beside.read(sha) for sha in shas}
    finally:
        store.close()
    found["store"] = rows_in(folder.store, key)
    found["aside"] = rows_in(folder.backups / "被换下-20261001-080000.db", key)
    return found


def rows_in(path: Path, key: bytes | None) -> str:
    with closing(open_connection(path, key, write=False)) as connection:
        return contents_of(connection)


def bytes_in(root: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file())


def names_in(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_everything_is_there_before_and_after_and_after_that(folder: DataFolder) -> None:
    before, names = everything(folder, None), names_in(folder.root)
    assert encrypt(folder) == 0
    assert is_locked(folder.store)
    assert everything(folder, KEY) == before
    assert decrypt(folder) == 0
    assert not is_locked(folder.store)
    assert everything(folder, None) == before
    small = {name for name in names if "缩略图" in name or ".part" in name}
    assert names_in(folder.root) == names - small - {"台账.db-journal"}


def test_nothing_in_the_folder_shows_what_it_is_about(folder: DataFolder) -> None:
    assert CANARY.encode() in bytes_in(folder.root)
    shas = {path.name for path in folder.files.glob("??/*") if len(path.name) == 64}
    encrypt(folder)
    raw = bytes_in(folder.root)
    assert CANARY.encode() not in raw
    assert CANARY.encode("utf-16-le") not in raw
    for sha in shas:
        assert sha.encode() not in raw
        assert not [name for name in names_in(folder.root) if sha[:8] in name]
    assert b"SQLite format 3" not in raw
    if os.name == "posix":
        for path in folder.root.rglob("*.enc"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_key_stays_while_the_disk_does_not_give_a_photo(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    encrypt(folder)
    photo, opened = next(folder.files.glob("??/*.enc")), Path.open

    def refused(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path == photo:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return opened(path, *args, **kwargs)

    before = everything(folder, KEY)
    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(AppError, match=r"^密码没有取消：.*磁盘没有应答。台账没有改动。"):
        decrypt(folder)
    monkeypatch.setattr(Path, "open", opened)
    assert is_locked(folder.store)
    assert everything(folder, KEY) == before
    assert decrypt(folder) == 0


def test_a_broken_photo_stays_as_it_is(folder: DataFolder) -> None:
    encrypt(folder)
    photo = next(folder.files.glob("??/*.enc"))
    raw = bytearray(photo.read_bytes())
    raw[len(raw) // 2] ^= 1
    photo.write_bytes(raw)
    assert decrypt(folder) == 1
    assert photo.is_file()
    assert not is_locked(folder.store)


def test_what_cannot_be_read_as_a_store_is_sealed_as_it_lies(folder: DataFolder) -> None:
    damaged = folder.backups / "损坏-20261001.db"
    before = damaged.read_bytes()
    encrypt(folder)
    assert not damaged.exists()
    assert damaged.with_name(damaged.name + ".enc").is_file()
    assert (folder.unsaved / "读不出来的" / "meeting-1.enc").is_file()
    decrypt(folder)
    assert damaged.read_bytes() == before
    assert (folder.unsaved / "读不出来的" / "meeting-1").read_text(encoding="utf-8") == CANARY


def test_an_attachment_that_was_damaged_before_is_not_lost(folder: DataFolder) -> None:
    path = next(path for path in folder.files.glob("??/*") if len(path.name) == 64)
    path.write_bytes(b"half a picture")
    encrypt(folder)
    vault = Vault(folder, KEY)
    assert vault.read(path.name) == b"half a picture"
    assert not vault.is_intact(path.name)
    decrypt(folder)
    assert path.read_bytes() == b"half a picture"


def test_a_sealed_file_that_broke_stays_where_it_is(folder: DataFolder) -> None:
    encrypt(folder)
    path = next(folder.files.glob("??/*.enc"))
    path.write_bytes(path.read_bytes()[:-60])
    assert decrypt(folder) == 1
    assert path.is_file()
    assert not is_locked(folder.store)


def test_the_keyring_lies_there_twice_and_opens(folder: DataFolder) -> None:
    encrypt(folder)
    keyrings = [Keyring.from_json(path.read_bytes()) for path in (folder.keyring, folder.keyring_copy)]
    assert [keyring.opened(PASSWORD) for keyring in keyrings] == [KEY, KEY]
    decrypt(folder)
    assert KeyringFile(folder).read() is None


def test_a_store_in_use_is_left_alone(folder: DataFolder) -> None:
    store = Store(folder)
    with pytest.raises(AppError, match="另一个窗口"):
        encrypt(folder)
    store.close()
    assert not is_locked(folder.store)


def test_a_full_disk_is_said_before_anything_is_done(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switch, "MARGIN", 1 << 60)
    names = names_in(folder.root)
    with pytest.raises(AppError, match=r"还差 \d+ MB，台账没有改动"):
        encrypt(folder)
    assert names_in(folder.root) == names | {".lock", "备份/.lock"}


def test_a_damaged_store_is_not_begun_with(folder: DataFolder) -> None:
    data = bytearray(folder.store.read_bytes())
    data[4096:20480] = os.urandom(16384)
    folder.store.write_bytes(data)
    with pytest.raises(AppError, match="密码没有设成"):
        encrypt(folder)
    assert folder.store.read_bytes() == data
    assert not Staging(folder).is_there


def test_it_can_be_stopped_at_every_step(folder: DataFolder) -> None:
    class Stop(Exception):
        pass

    seen: list[str] = []

    def stop(done: int, total: int, text: str) -> None:
        seen.append(text)
        if done == total - 1:
            raise Stop

    before = everything(folder, None)
    with pytest.raises(Stop):
        encrypt(folder, stop)
    assert {"加密台账", "加密备份", "加密附件", "加密暂存"} <= set(seen)
    assert not Staging(folder).is_there
    assert everything(folder, None) == before


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of each kind of thing, so that there are few places to break off at."""
    folder = DataFolder(tmp_path_factory.mktemp("little") / "数据")
    paper = folder.root.with_name("表.txt")
    paper.write_text(CANARY, encoding="utf-8")
    office = Office(Store(folder), FixedClock(MOMENT))
    visit = {"happened_on": "2026-10-12", "name": CANARY, "files": [{"path": str(paper)}]}
    office.records.add("visit", [visit], draft=True)
    office.store.unsaved.put("visit-" + "0" * 32, {"text": CANARY})
    office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED)
    office.store.close()
    shutil.copyfile(folder.store, folder.backups / "被换下-20261001-080000.db")
    return folder.root


class TestWhereverItBreaksOff:
    """The process dies, or the disk fails, at one call after another; then the program is started again."""

    @pytest.fixture(autouse=True)
    def no_waiting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nobody pulls the plug here, so nothing has to wait for the disk."""
        monkeypatch.setattr(os, "fsync", lambda handle: None)

    @staticmethod
    def settled(model: Path, target: Path, monkeypatch: pytest.MonkeyPatch, *, to: str) -> DataFolder:
        """Everything prepared and the list written, nothing carried out yet."""
        folder = DataFolder(copied(model, target))
        if to == "plain":
            encrypt(folder)
        with monkeypatch.context() as patch:
            patch.setattr(Staging, "finish", lambda self: None)
            encrypt(folder) if to == "encrypted" else decrypt(folder)
        return folder

    @pytest.mark.parametrize("to", ["encrypted", "plain"])
    @pytest.mark.parametrize(("error", "stride"), [(None, 1), (errno.EIO, 3)], ids=["killed", "failed"])
    def test_the_last_part_is_finished_at_the_next_start(
        self, little: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str,
        error: int | None, stride: int,
    ) -> None:  # fmt: skip
        source = self.settled(little, tmp_path / "源", monkeypatch, to=to)
        key, before = KEY if to == "encrypted" else None, everything(DataFolder(little), None)
        at, after = 1, None
        while True:
            target = DataFolder(copied(source.root, tmp_path / str(at)))
            disk = FaultyDisk(at, error)
            with failing(disk), contextlib.suppress(Killed, AppError):
                settle(target)
            if not disk.was_reached:
                break
            settle(target)
            found = names_in(target.root)
            if after is None:
                assert everything(target, key) == before
            after = after or found
            # Which files there are and what is in the store tells whether it ended in the same place.
            assert found == after
            assert is_locked(target.store) == (to == "encrypted")
            assert not Staging(target).is_there
            assert rows_in(target.store, key) == before["store"]
            at += stride
        assert at > 40

    @pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.8, 0.95])
    @pytest.mark.parametrize("to", ["encrypted", "plain"])
    def test_the_first_part_is_undone(self, little: Path, tmp_path: Path, to: str, share: float) -> None:
        folder = DataFolder(copied(little, tmp_path / "数据"))
        if to == "plain":
            encrypt(folder)
        key = KEY if to == "plain" else None
        before, names = rows_in(folder.store, key), names_in(folder.root)
        at = max(1, round(share * CALLS[to]))
        with failing(FaultyDisk(at, None)) as disk, pytest.raises(Killed):
            encrypt(folder) if to == "encrypted" else decrypt(folder)
        assert disk.was_reached
        settle(folder)
        assert not Staging(folder).is_there
        assert is_locked(folder.store) == (to == "plain")
        assert rows_in(folder.store, key) == before
        assert names_in(folder.root) - {"备份/.lock"} == names - {"备份/.lock"}
        assert encrypt(folder) == 0 if to == "encrypted" else decrypt(folder) == 0
