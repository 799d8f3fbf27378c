"""Restore: one backup on its way into the place of the store: checked on a copy, then put in by renaming."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.errors import AppError
from app.paths import DataFolder, is_folder, is_there
from app.store.backup.backup import Backup, read
from app.store.backup.copying import verify
from app.store.backup.failures import FAILURES, failed
from app.store.backup.folder import BackupFolder, Step
from app.store.connection import COMPANIONS, FORMAT, is_locked, open_connection
from app.store.opening.judging import is_taken
from app.store.opening.soundness import is_damage
from app.store.opening.stamp import forget
from app.store.opening.traces import is_gone
from app.store.password.keyring_file import KeyringFile
from app.store.private_files import copy_new, make_folder, part_of, second_name, sha256_of, sync_folder

log = logging.getLogger(__name__)

UNTOUCHED = "现在的台账没有改动"


class Restore:
    """A checked backup, with a copy of it beside the store that is what will be put in."""

    def __init__(
        self, data: DataFolder, backup: Backup, source: BackupFolder, copy: Path, key: bytes | None
    ) -> None:
        self._data = data
        self.key = key
        self._source = source
        self.backup = backup
        self.copy = copy

    def absent(self, step: Step) -> tuple[str, ...]:
        """Files the backup names that neither it nor this computer has as they were; reads all of them."""
        wanting = BackupFolder(self._data.root).unsound(self.backup.files, step)
        return tuple(self._source.unsound(wanting, step))

    def put_files_back(self, aside: Path, step: Step) -> tuple[str, ...]:
        """Brings back the files that are gone or damaged here; returns those that could not be.

        `aside` is where the store will be put; a damaged file goes into a folder of that name.
        """
        with _failing(self._data.root):
            here = BackupFolder(self._data.root)  # files lie in the same way here and there
            wanting = here.unsound(self.backup.files, step)
            return here.put_right(wanting, self._source.files, files_aside(aside), step)

    def go_on_numbering(self) -> None:
        """Backups made here from now on have numbers above those the office has beside this one."""
        try:
            BackupFolder(self._data.backups).number_above(self._source, self.backup.facts.store)
        except OSError:  # the next one that is sent there gets such a number all the same
            log.warning("the numbers of backups do not go on from those that were restored", exc_info=True)

    def put_in(self, aside: Path) -> Path | None:
        """Puts the copy in the place of the store; returns where the replaced file is, if there was one.

        At every moment there is a file under the store's name. Call it under the store's lock, and
        `keep_in_place` when all is done.
        """
        return put_in_place(self._data, self.copy, aside)


def put_in_place(data: DataFolder, copy: Path, aside: Path) -> Path | None:
    """As `Restore.put_in`, for any checked file beside the store. `keep_in_place` has to follow."""
    with _failing(data.root):
        kept = _keep(data.store, aside) if data.store.exists() else None
        forget(data)
        for end in COMPANIONS:
            # Left beside another file, the journal of the old one would be rolled into it.
            _beside(data.store, end).unlink(missing_ok=True)
        copy.replace(data.store)
        with suppress(OSError):  # it is there all the same; `keep_in_place` tells
            sync_folder(data.root)
    return kept


def keep_in_place(data: DataFolder) -> None:
    """The last step of whoever put a store in its place: its name lasts when this returns.

    Raises AppError with a sentence: it is there, and may be the old one again after a power cut.
    """
    try:
        sync_folder(data.root)
    except OSError as error:
        log.warning("the name of what was put in may not last", exc_info=True)
        raise AppError(
            "台账换好了，但磁盘没有应答，断电后可能又是原来的。请检查磁盘，打开看一看。"
        ) from error


def place_aside(data: DataFolder, now: datetime) -> Path:
    """Where a file goes that is replaced now: beside the backups, under a name that nothing has yet."""
    name = f"被换下-{now:%Y%m%d-%H%M%S}"
    path, number = data.backups / f"{name}.db", 2
    while path.exists() or path.with_suffix("").exists():
        path, number = path.with_name(f"{name}-{number}.db"), number + 1
    return path


def files_aside(aside: Path) -> Path:
    """Where damaged attachments go when a store is put aside there: called so, a password covers them too."""
    return DataFolder(aside.with_suffix("")).files


@contextmanager
def readied(data: DataFolder, file: Path, key: bytes | None) -> Iterator[Restore]:
    """The backup `file`, checked on a copy of it; the copy is gone afterwards unless it was put in.

    Raises AppError when it is no backup, not whole, damaged, of a later program or not under this key.
    """
    source, backup = BackupFolder(file.parent), read_list(file)
    _refuse_other_key(data, backup, key)
    with place_beside(data) as copy:
        with _failing(data.root, "这份备份恢复不了"):
            make_folder(data.root)
            _copy_checked(source.file_of(backup), backup, key, copy)
        yield Restore(data, backup, source, copy, key)


@contextmanager
def place_beside(data: DataFolder) -> Iterator[Path]:
    """Where to write what may take the place of the store; gone afterwards unless it was put in."""
    copy = part_of(data.root / f"恢复-{os.getpid()}.db")
    try:
        yield copy
    finally:
        for path in (copy, *(_beside(copy, end) for end in COMPANIONS)):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def clear_left(data: DataFolder) -> None:
    """Copies that a program which died has left; call it under the store's lock."""
    for left in data.root.glob("恢复-*.db.part*"):
        with suppress(OSError):
            left.unlink()


def read_list(file: Path) -> Backup:
    """The list of a backup's file; AppError when there is none or it does not fit."""
    if not is_there(file) or is_folder(file):
        raise AppError(f"找不到备份“{file}”。用 backups 可以看到都有哪些备份。")
    listed = file.with_suffix(".json")
    try:
        backup = read(listed)
    except FileNotFoundError:
        raise AppError(
            f"“{file.name}”旁边没有清单“{listed.name}”，不能当备份用，{UNTOUCHED}。"
            "请把备份文件夹整个拷来，或另选一份。"
        ) from None
    except (OSError, ValueError):
        raise AppError(f"清单“{listed.name}”坏了，这份备份不能用，{UNTOUCHED}。请另选一份。") from None
    if f"{backup.name}.db" != file.name:
        raise AppError(f"“{file.name}”改过名称，和清单对不上，{UNTOUCHED}。请改回“{backup.name}.db”。")
    return backup


def _refuse_other_key(data: DataFolder, backup: Backup, key: bytes | None) -> None:
    if backup.encrypted and key is None:
        raise AppError(f"这份备份设了密码，没有密码恢复不了，{UNTOUCHED}。请带上做备份时的密码再恢复。")
    if backup.encrypted:
        return
    if key is not None or _was_encrypted(data):
        raise AppError(
            f"这份备份没有密码，现在的台账设了密码，没有恢复，{UNTOUCHED}。请选设密码以后的备份，或先取消密码。"
        )


def _was_encrypted(data: DataFolder) -> bool:
    """Whether the store that is here, or was here last, had a password."""
    newest = BackupFolder(data.backups).newest()
    if newest is not None and not newest.encrypted:
        return False
    if is_gone(data):
        return bool(KeyringFile(data).looked()[0])
    # Only then the file itself is looked at: beside an open window that would cost SQLite its locks on it.
    return newest is not None and (is_locked(data.store) or is_taken(data))


def _copy_checked(file: Path, backup: Backup, key: bytes | None, copy: Path) -> None:
    if sha256_of(file) != backup.sha256:
        raise AppError(f"“{file.name}”和清单对不上，可能坏了或被改过，{UNTOUCHED}。请另选一份。")
    copy_new(file, copy, backup.sha256)
    try:
        with closing(open_connection(copy, key, write=False)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite.DatabaseError as error:
        if not is_damage(error):
            raise
        raise AppError(f"密码对不上，这份备份打不开，{UNTOUCHED}。请用做备份时的密码。") from None
    if version > FORMAT:
        raise AppError(f"这份备份是更新的版本做的，{UNTOUCHED}。请先升级本软件，再恢复。")
    verify(copy, key, backup.facts)


def _keep(store: Path, aside: Path) -> Path:
    """The replaced file under a second name, with a journal it may need; nothing is moved away yet."""
    make_folder(aside.parent)
    for end in COMPANIONS:
        beside = _beside(store, end)
        if beside.is_file() and beside.stat().st_size:
            copy_new(beside, _beside(aside, end), sha256_of(beside))
    second_name(store, aside)
    return aside


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


@contextmanager
def _failing(where: Path, what: str = "没有恢复成") -> Iterator[None]:
    try:
        yield
    except FAILURES as error:
        log.warning("a restore failed", exc_info=True)
        raise failed(error, what, where, UNTOUCHED) from error
