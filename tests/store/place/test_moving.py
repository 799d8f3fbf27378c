"""Moving a store to another folder: all of it is there and used from then on, or everything is as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.bootstrap import open_office
from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.store_check import StoreCheck
from app.store.backup.backups import no_step
from app.store.password.switch import Switch
from app.store.place import moving
from app.store.place.moved_mark import now_at, read_mark
from app.store.place.moving import Moving
from app.store.private_files import Differs
from app.store.store import Store
from tests.commands import Run, data, run  # noqa: F401
from tests.contents import contents
from tests.office import MOMENT, small_office
from tests.store.cheap import cheap_keyring
from tests.store.faulty_disk import FaultyDisk, Killed, failing

CLOCK = FixedClock(MOMENT)


@pytest.fixture
def source(tmp_path: Path) -> DataFolder:
    """An office in a sync folder, with a file, a backup and something typed."""
    made = tmp_path / "made"
    office = small_office(made)
    file = tmp_path / "会场.txt"
    file.write_text("示例", encoding="utf-8")
    [entry] = office.records.attach([file])
    visit = {"name": "走访果农", "happened_on": "2026-10-12", "files": [entry]}
    office.records.add("visit", [visit], draft=True)
    office.backups.make()
    office.store.close()
    folder = tmp_path / "Dropbox" / "台账"
    folder.parent.mkdir()
    made.rename(folder)
    return DataFolder(folder)


def files_of(folder: DataFolder) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder.root)): path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file()
    }


def test_everything_comes_along_and_the_old_leads_to_the_new(source: DataFolder, tmp_path: Path) -> None:
    before, kept = contents(source.root), files_of(source)
    moved = Moving(source, CLOCK).run(tmp_path / "本机" / "台账")
    there = moved.folder
    assert (moved.lost, moved.marked) == ((), True)
    assert contents(there.root) == before
    assert {"附件", "备份"} <= {path.name for path in there.root.iterdir()}
    assert moved.files >= 3
    assert StoreCheck(there).run(deep=True).wrong == []
    assert {name: kept[name] for name in kept} == {
        name: text for name, text in files_of(source).items() if name in kept
    }  # the old one is as it was
    assert now_at(source) == there
    assert now_at(there) == there
    office = open_office(there, clock=CLOCK)
    assert office.count("visit") == 1
    office.store.close()
    assert not any(path.stat().st_mode & 0o077 for path in there.root.rglob("*"))


def test_the_old_one_is_not_gone_on_with_by_mistake(source: DataFolder, tmp_path: Path) -> None:
    moved = Moving(source, CLOCK).run(tmp_path / "新")
    elsewhere = tmp_path / "拷回来的"
    source.root.rename(elsewhere)
    with pytest.raises(AppError, match=r"2026-10-28 搬到“.*新”去了"):
        Store(DataFolder(elsewhere))
    moved.folder.origin.unlink()  # a folder of the same name on another computer, or of another office
    assert now_at(DataFolder(elsewhere)) == DataFolder(elsewhere)
    DataFolder(elsewhere).moved.unlink()
    Store(DataFolder(elsewhere)).close()


def test_a_store_that_was_moved_twice_is_found_from_the_first_place(
    source: DataFolder, tmp_path: Path
) -> None:
    once = Moving(source, CLOCK).run(tmp_path / "新")
    twice = Moving(once.folder, CLOCK).run(tmp_path / "更新")
    assert now_at(source) == now_at(once.folder) == twice.folder


def test_an_encrypted_store_is_moved_with_its_keyring(source: DataFolder, tmp_path: Path) -> None:
    key, keyring, _ = cheap_keyring()
    Switch(source, None, key, keyring).run(no_step)
    moved = Moving(source, CLOCK, key).run(tmp_path / "新")
    assert moved.folder.keyring.read_bytes() == source.keyring.read_bytes()
    store = Store(moved.folder, key=key)
    store.close()
    assert StoreCheck(moved.folder, key).run(deep=True).wrong == []


@pytest.mark.skipif(os.name == "nt", reason="only administrators make links there")
def test_folders_that_lie_elsewhere_come_along(source: DataFolder, tmp_path: Path) -> None:
    for folder in (source.files, source.backups, source.journal):
        folder.rename(tmp_path / folder.name)
        folder.symlink_to(tmp_path / folder.name)
    (source.backups / "绕回来").symlink_to(source.root)
    before = files_of(source) | {
        f"{folder.name}/{name}": text
        for folder in (source.files, source.backups, source.journal)
        for name, text in files_of(DataFolder(tmp_path / folder.name)).items()
    }
    moved = Moving(source, CLOCK).run(tmp_path / "新")
    assert moved.lost == ()
    there = files_of(moved.folder)
    assert {name for name in before if "附件/" in name or "备份/" in name or "流水/" in name} <= set(there)
    assert not any("绕回来" in name for name in there)
    assert StoreCheck(moved.folder).run(deep=True).wrong == []


def test_what_cannot_be_read_any_more_is_named(
    source: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [file] = [path for path in source.files.glob("??/*") if path.is_file()]
    listed = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == file.parent:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return listed(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        moved = Moving(source, CLOCK).run(tmp_path / "新")
    named = (file.parent.relative_to(source.root), file.relative_to(source.root))
    assert moved.lost == tuple(map(str, named))
    file.unlink()
    source.moved.unlink()
    assert Moving(source, CLOCK).run(tmp_path / "又一处").lost == (str(named[1]),)


@pytest.mark.parametrize("beside", ["the store", "the backups"])
def test_an_attachment_that_cannot_be_read_comes_from_where_it_is_kept_once_more(
    source: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: str
) -> None:
    """Else a backup in the new folder names a file that is not there."""
    kept = {"the store": source.files, "the backups": DataFolder(source.backups).files}
    [bad] = [path for path in kept[beside].glob("??/*") if path.is_file()]
    real = moving.copy_new

    def unreadable(origin: Path, target: Path) -> None:
        if origin == bad:
            raise Differs(origin)
        real(origin, target)

    monkeypatch.setattr(moving, "copy_new", unreadable)
    moved = Moving(source, CLOCK).run(tmp_path / "新")
    assert moved.lost == ()
    assert (moved.folder.root / bad.relative_to(source.root)).read_bytes() == bad.read_bytes()


def test_folders_without_numbers_come_along(
    source: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on some network disks, where all of them look like one."""
    monkeypatch.setattr(moving, "_identity", lambda path: (1, 0))
    moved = Moving(source, CLOCK).run(tmp_path / "新")
    assert moved.lost == ()
    assert {name.split("/")[0] for name in files_of(moved.folder)} >= {"附件", "备份", "流水"}


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("OneDrive/台账", "OneDrive 的同步文件夹"),
        ("Dropbox/台账/里面", "同步文件夹"),
        ("占着", "里已经有东西"),
        ("长" * 120, "名称太长了。原来的没有改动"),
    ],
)
def test_what_is_no_place_for_it_is_refused(
    source: DataFolder, tmp_path: Path, target: str, words: str
) -> None:
    (tmp_path / "占着").mkdir()
    (tmp_path / "占着" / "别的.txt").touch()
    before = files_of(source)
    with pytest.raises(AppError, match=words):
        Moving(source, CLOCK).run(tmp_path / target)
    assert files_of(source) == before


def test_nobody_can_write_meanwhile(source: DataFolder, tmp_path: Path) -> None:
    local = tmp_path / "open"
    source.root.rename(local)
    store = Store(DataFolder(local))
    with pytest.raises(AppError, match="正被另一个窗口用着"):
        Moving(DataFolder(local), CLOCK).run(tmp_path / "新")
    store.close()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, None], ids=["full", "broken", "killed"])
def test_a_disk_that_fails_leaves_a_whole_store(
    source: DataFolder, tmp_path: Path, error: int | None
) -> None:
    before = contents(source.root)
    for at in range(1, 400, 9):
        target, disk = tmp_path / f"新{at}", FaultyDisk(at, error)
        said = moved_on(disk, source, target)
        assert contents(source.root) == before
        if said is not None:
            assert said.startswith("台账没有搬成") or "没有打开" in said
            assert not target.exists()
            assert not target.with_name(f"{target.name}.part").exists()
        if not target.exists():
            Moving(source, CLOCK).run(target)  # what was left half done is in nobody's way
        assert contents(target) == before
        source.moved.unlink(missing_ok=True)
        if not disk.was_reached:
            return
    pytest.fail("the end was not reached")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps names on its own")
def test_a_folder_whose_name_may_not_last_is_not_moved_to(
    source: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, synced = tmp_path / "新", os.fsync

    def refuse(handle: int) -> None:
        if target.exists() and os.path.samestat(os.fstat(handle), target.parent.stat()):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        synced(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(AppError, match="台账没有搬成"):
            Moving(source, CLOCK).run(target)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("新")] == []
    assert now_at(source) == source
    assert Moving(source, CLOCK).run(target).marked


@pytest.mark.parametrize("what", ["touch", "rename"])
def test_a_folder_that_is_just_begun_or_all_but_named_is_in_nobodys_way(
    source: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Before it says whose it is, and when it says so no more."""
    target, done = tmp_path / "新", getattr(Path, what)

    def refuse(path: Path, *args: object, **more: object) -> object:
        if path in (tmp_path / "新.part" / ".搬来", tmp_path / "新.part"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return done(path, *args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, what, refuse)
        with pytest.raises(AppError, match="台账没有搬成"):
            Moving(source, CLOCK).run(target)
    assert Moving(source, CLOCK).run(target).marked


def test_a_folder_of_somebody_elses_stays(source: DataFolder, tmp_path: Path) -> None:
    theirs = tmp_path / "新.part"
    theirs.mkdir()
    (theirs / "照片.jpg").write_bytes(b"x")
    with pytest.raises(AppError, match="已经在了，没有搬"):
        Moving(source, CLOCK).run(tmp_path / "新")
    assert (theirs / "照片.jpg").exists()


def test_a_move_that_only_lacks_its_mark_is_finished(source: DataFolder, tmp_path: Path) -> None:
    moved = Moving(source, CLOCK).run(tmp_path / "新")
    source.moved.unlink()  # as when the program died just before
    again = Moving(source, CLOCK).run(tmp_path / "新")
    assert (again.folder, again.files, again.marked) == (moved.folder, 0, True)
    assert now_at(source) == moved.folder
    source.moved.unlink()
    office = open_office(moved.folder, clock=CLOCK)
    office.records.add("township", [{"name": "新乡"}])
    office.store.close()
    with pytest.raises(AppError, match="里已经有东西"):
        Moving(source, CLOCK).run(tmp_path / "新")


def moved_on(disk: FaultyDisk, source: DataFolder, target: Path) -> str | None:
    """What was said when it was refused."""
    try:
        with failing(disk):
            Moving(source, CLOCK).run(target)
    except AppError as refused:
        return refused.message
    except Killed:
        pass
    return None


def test_the_command(run: Run, data: Path, tmp_path: Path) -> None:  # noqa: F811
    away = tmp_path / "OneDrive" / "台账"
    away.parent.mkdir()
    data.rename(away)
    said = run("demo", folder=away)
    assert (said.code, said.out) == (2, "")
    assert "move" in said.err
    said = run("list", "township", folder=away)
    assert said.code == 0
    assert "这次只是看" in said.err
    said = run("move", str(tmp_path / "新"), folder=away)
    assert (said.code, said.err) == (0, "")
    assert str(tmp_path / "新") in said.out
    said = run("list", "township", "--json", folder=away)
    assert (len(said.json), said.err) == (3, "")
    mark = read_mark(DataFolder(away).moved)
    assert mark is not None
    assert mark.to == str(tmp_path / "新")
    said = run("move", str(tmp_path / "没有" / "x"), folder=tmp_path / "空的")
    assert said.code == 2
