"""Backups on a disk that fails or a program that dies, at every call: nothing half done is taken for one."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.store.backup.backup import Backup, Reason
from app.store.backup.backups import Backups
from app.store.backup.folder import BackupFolder
from app.store.backup.retention import LEAST
from tests.office import MOMENT, small_office
from tests.store.backup.test_backups import attach, is_whole
from tests.store.faulty_disk import FaultyDisk, Killed, failing

# A program dies at every call; what the disk says is tried at every second and third.
named = pytest.mark.parametrize(
    ("error", "stride"), [(errno.EIO, 2), (errno.ENOSPC, 3), (None, 1)], ids=["eio", "full", "killed"]
)


@dataclass
class Place:
    """An office with two files, closed, and a second place."""

    data: DataFolder
    stick: Path

    @property
    def backups(self) -> Backups:
        return Backups(self.data, FixedClock(MOMENT))

    def clear(self) -> None:
        for path in (self.data.backups, self.stick):
            shutil.rmtree(path, ignore_errors=True)
        self.stick.mkdir()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    office = small_office(tmp_path / "台账")
    for words in ("一", "二"):
        attach(office, tmp_path, words)
    office.store.close()
    made = Place(office.store.folder, tmp_path / "U盘")
    made.stick.mkdir()
    return made


def said(error: AppError) -> str:
    """The sentence, which has no English in it but names of files."""
    assert "。" in error.message
    assert not re.search(r"[A-Za-z]{3,}", re.sub(r"“[^”]*”", "", error.message)), error.message
    return error.message


def checked(folder: BackupFolder) -> tuple[Backup, ...]:
    """Everything taken for a backup is whole."""
    found = folder.all()
    for each in found:
        assert is_whole(folder, each), each.name
    return found


def nothing_left(folder: Path) -> None:
    """Only pairs and the files they name."""
    files = {path.name for path in folder.iterdir() if path.is_file()} - {".lock"}
    stems = {Path(name).stem for name in files}
    assert files == {f"{stem}{end}" for stem in stems for end in (".db", ".json")}
    assert not list(folder.rglob("*.part"))


@named
def test_making_fails_anywhere(place: Place, error: int | None, stride: int) -> None:
    at = 0
    while True:
        at += stride
        place.clear()
        disk, made, refusals = FaultyDisk(at, error), None, []
        with failing(disk), suppress(Killed):
            try:
                made = place.backups.make(Reason.TIMER)
            except AppError as refused:
                refusals.append(said(refused))
        if not disk.was_reached:
            break
        assert all("备份没有做成（定时）" in each and "台账没有改动" in each for each in refusals)
        there = checked(place.backups.folder)
        assert there == ((made,) if made else ()) or (error is None and made is None)
        again = place.backups.make(Reason.ASKED)
        assert again.number > max((each.number for each in there), default=0)
        assert again in checked(place.backups.folder)
        nothing_left(place.data.backups)
    assert at > 25


def test_a_backup_whose_name_does_not_reach_the_disk_is_none(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []

    def fail_at_last(folder: Path) -> None:
        synced.append(folder)
        if any(each.suffix == ".json" for each in folder.iterdir()):
            raise OSError(errno.EIO, "at the list")

    monkeypatch.setattr("app.store.backup.folder.sync_folder", fail_at_last)
    with pytest.raises(AppError, match="备份没有做成"):
        place.backups.make(Reason.TIMER)
    assert synced
    assert place.backups.all() == ()


def sending(place: Place, backup: Backup, disk: FaultyDisk) -> list[str]:
    """Tries to send it on that disk; what was said when it could not be."""
    refusals = []
    with failing(disk), suppress(Killed):
        try:
            place.backups.send(backup, place.stick)
        except AppError as refused:
            refusals.append(said(refused))
    return refusals


@named
def test_sending_fails_anywhere(place: Place, error: int | None, stride: int) -> None:
    backup = place.backups.make(Reason.EXIT)
    at = 0
    while True:
        at += stride
        shutil.rmtree(place.stick, ignore_errors=True)
        place.stick.mkdir()
        disk = FaultyDisk(at, error)
        refusals = sending(place, backup, disk)
        if not disk.was_reached:
            break
        assert all("没有拷到" in each for each in refusals)
        checked(BackupFolder(place.stick))
        place.backups.send(backup, place.stick)
        assert checked(BackupFolder(place.stick)) == (backup,)
        nothing_left(place.stick)
    assert at > 20


@named
def test_another_number_for_what_is_sent_fails_anywhere(
    place: Place, tmp_path: Path, error: int | None, stride: int
) -> None:
    """Another computer has sent more: what is here stays a whole backup under one number or the other."""
    folder = place.backups.folder
    first = folder.raised(place.backups.make(Reason.EXIT), 6)
    theirs = place.backups.send(first, place.stick)
    shutil.rmtree(place.data.backups)
    backup = place.backups.make(Reason.EXIT)
    for each in (place.data.backups, place.stick):
        shutil.copytree(each, tmp_path / "kept" / each.name)
    at = 0
    while True:
        at += stride
        for each in (place.data.backups, place.stick):
            shutil.rmtree(each)
            shutil.copytree(tmp_path / "kept" / each.name, each)
        disk = FaultyDisk(at, error)
        refusals = sending(place, backup, disk)
        if not disk.was_reached:
            break
        assert all("没有拷到" in each for each in refusals)
        here = checked(folder)
        assert {each.number for each in here} in ({1}, {8}, {1, 8})
        assert theirs in checked(BackupFolder(place.stick))
        sent = place.backups.send(here[0], place.stick)
        assert sent.number == 8
        there = checked(BackupFolder(place.stick))
        assert there[:2] == (sent, theirs)
        assert [each.number for each in there[2:]] in ([], [1])  # where the list of theirs was not to be read
        assert sent in checked(folder)
        nothing_left(place.stick)
    assert at > 20


@named
def test_taking_out_fails_anywhere(place: Place, error: int | None, stride: int) -> None:
    """Retention breaks off: what is still there is whole, and the next time finishes it."""
    for _ in range(LEAST):
        place.backups.make(Reason.TIMER)
    kept = place.data.root.with_name("aside")
    place.data.backups.rename(kept)
    at = 0
    while True:
        at += stride
        place.clear()
        shutil.copytree(kept, place.data.backups)
        calls = FaultyDisk(10**6)
        with failing(calls):
            _only_made(place)
        disk = FaultyDisk(calls.calls + at, error)
        place.clear()
        shutil.copytree(kept, place.data.backups)
        with failing(disk), suppress(Killed):
            place.backups.make(Reason.TIMER)
        if not disk.was_reached:
            break
        assert checked(place.backups.folder)[0].number == LEAST + 1
        place.backups.make(Reason.TIMER)
        assert [each.number for each in checked(place.backups.folder)] == list(range(LEAST + 2, 2, -1))
        nothing_left(place.data.backups)
    assert at > 4


def _only_made(place: Place) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Backups, "_prune", lambda *_: None)
        place.backups.make(Reason.TIMER)


def test_a_stick_pulled_and_a_stick_that_lies(place: Place) -> None:
    backup = place.backups.make(Reason.EXIT)
    disk = FaultyDisk(9, errno.ENODEV)
    with failing(disk), pytest.raises(AppError, match="U 盘可能拔掉了"):
        place.backups.send(backup, place.stick)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.store.private_files.sha256_of", lambda path: "0" * 64)
        with pytest.raises(AppError, match="这块盘可能坏了"):
            place.backups.send(backup, place.stick)
    assert BackupFolder(place.stick).all() == ()
    assert place.backups.all() == (backup,)


CHILD = """
import os, signal, sys
from pathlib import Path
from app.clock import SystemClock
from app.errors import AppError
from app.paths import DataFolder
from app.store.backup.backup import Reason
from app.store.backup.backups import Backups
data = DataFolder(Path(sys.argv[1]))
{limits}
try:
    Backups(data, SystemClock()).make(Reason.TIMER)
except AppError as error:
    print(error.message)
"""


def said_by_a_child(data: DataFolder, limits: str) -> str:
    """What another process says that may do less, when it is asked for a backup."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(limits=limits), str(data.root)],
        capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_the_copy_that_finds_no_room(place: Place) -> None:
    """SQLite itself writes the copy; the child may not let any file grow past half a store."""
    said = said_by_a_child(
        place.data,
        """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (data.store.stat().st_size // 2,) * 2)
""",
    )
    assert "备份没有做成（定时）：" in said
    assert "台账没有改动" in said
    assert place.backups.all() == ()
    assert [path.name for path in place.data.backups.iterdir()] == [".lock"]


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root becomes another user")
def test_a_place_that_cannot_be_written(place: Place, tmp_path: Path) -> None:
    for above in (tmp_path, *tmp_path.parents[:2]):
        above.chmod(0o755)
    for mode in (0o755, 0o777):
        place.data.root.chmod(mode)
        place.data.store.chmod(0o644)
        place.data.backups.mkdir(exist_ok=True, mode=0o755)
        said = said_by_a_child(place.data, "os.setgid(65534); os.setuid(65534)")
        assert "不能写" in said
        assert "换一个文件夹" in said
    assert place.backups.all() == ()
