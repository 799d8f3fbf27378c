"""Backups: a store's copies of itself, here and in a second place."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

from app import __version__
from app.clock import Clock
from app.errors import AppError
from app.paths import DataFolder, is_there
from app.store.backup.backup import Backup, Reason, backup_name
from app.store.backup.copying import copy_store
from app.store.backup.failures import FAILURES, failed
from app.store.backup.folder import BackupFolder, Step
from app.store.password.keyring_file import KeyringFile
from app.store.private_files import copy_new, part_of, write_new
from app.store.vault import Vault

log = logging.getLogger(__name__)

_UNSENT = "备份没有拷到“{}”"
_READ = 32 << 20  # bytes beside the backups that are read each time


def no_step(done: int, total: int, text: str) -> None:
    """For those who do not watch."""


class Backups:
    """Makes and keeps the backups of one office's store; `key` is that of the store, if any.

    While a backup is copied, nothing can be saved: call it where the store is written.
    """

    def __init__(self, data: DataFolder, clock: Clock, key: bytes | None = None) -> None:
        self._data = data
        self._clock = clock
        self._key = key
        self._bad: set[str] = set()  # what lies beside the backups as it was not written
        self.folder = BackupFolder(data.backups)

    def all(self) -> tuple[Backup, ...]:
        """Every finished backup in the office's own folder, newest first."""
        return self.folder.all()

    def newest(self) -> Backup | None:
        return self.folder.newest()

    def is_due(self) -> bool:
        """Whether the file was written to since the newest backup."""
        newest = self.newest()
        return newest is None or newest.stamp != self._stamp()

    def make(
        self, reason: Reason, to: Path | None = None, step: Step = no_step, *, closely: bool = False
    ) -> Backup:
        """A new backup, verified after writing, with the files it names; then what is too old is taken out.

        With `to` a copy of it goes there too; `closely` all files beside the backups are read. Raises
        AppError with a sentence; then nothing is left that could be taken for a backup.
        """
        if to is not None:
            self._refuse(to)
        with _failing(f"备份没有做成（{reason}）", self.folder.path), self.folder.taken():
            backup = self._made(reason, step, closely)
        self._prune(self.folder, backup)
        self._relist(self.folder)
        self._prune_journal(backup)
        return backup if to is None else self.send(backup, to, step)

    def send(self, backup: Backup, to: Path, step: Step = no_step) -> Backup:
        """A verified copy of the newest finished backup in another folder; returns it by the name it has now.

        Where another computer has sent this office's backups, it gets a number above theirs, here too. Files
        that are there already are not copied again. Raises AppError with a sentence; a folder that is not
        there is not made, as it would lie on the disk that the stick is missing from.
        """
        self._refuse(to)
        there = BackupFolder(to)
        with _failing(_UNSENT.format(to), to), there.taken(new=False):
            backup = self._above(backup, there)
            lost = there.take_files(backup.held, self.folder.files, step)
            if lost and self._put_right(lost, to, step):
                lost = there.take_files(backup.held, self.folder.files, step)
            if lost:
                count = len(lost)
                raise AppError(f"备份没有拷到“{to}”：本机备份里少 {count} 个附件。请马上再备份一次。")
            if not there.has(backup):
                step(0, 1, "拷备份")
                copy_new(self.folder.file_of(backup), part_of(there.file_of(backup)), backup.sha256)
                there.finish(backup)
        self._prune(there, backup)
        self._relist(there)
        if not there.has(backup):
            raise AppError(f"备份没有拷到“{to}”：拷完又不见了。请检查 U 盘，再备份一次。")
        return backup

    def send_newest(self, to: Path, step: Step = no_step) -> Backup | None:
        """As `send`; None when there is no backup yet."""
        with _failing(_UNSENT.format(to), self.folder.path):
            newest = self.folder.surely_newest()
        return None if newest is None else self.send(newest, to, step)

    def _above(self, backup: Backup, there: BackupFolder) -> Backup:
        """The newest backup under a number above all that this office has there."""
        highest = there.highest(backup.facts.store, but=self.folder, least=backup.number)
        if highest < backup.number:
            return backup
        with _failing(_UNSENT.format(there.path), self.folder.path), self.folder.taken():
            return self.folder.raised(backup, highest)

    def make_ready(self, place: Path) -> Path:
        """A folder that backups can go to, made where the one above it is there, and tried out.

        Raises AppError with a sentence.
        """
        self._refuse_inside(place)
        _refuse_absent(place.parent)
        with _failing(f"“{place}”不能放备份", place), BackupFolder(place).taken():
            tried = part_of(place / "试写")
            write_new(tried, b"1")
            tried.unlink()
        return place

    def _made(self, reason: Reason, step: Step, closely: bool) -> Backup:
        vault, number = Vault(self._data, self._key), self.folder.next_number()
        made_at = self._clock.now().replace(microsecond=0)
        beside = part_of(self.folder.path / f"{backup_name(number, made_at, reason)}.db")
        step(0, 1, "备份台账")
        try:
            stamp = self._stamp()
            copied = copy_store(self._data.store, self._key, beside)
            files = {vault.name(sha): vault.bytes_of(size) for sha, size in copied.files.items()}
            missing = self.folder.take_files(
                files, vault.files, step, files if closely else self._doubtful(files, number)
            )
            backup = Backup(
                number, made_at, reason, __version__, self._key is not None, beside.stat().st_size,
                copied.sha256, copied.facts, files, missing, stamp, self._keyring(),
            )  # fmt: skip
            self.folder.finish(backup)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        return backup

    def _doubtful(self, files: Mapping[str, int], number: int) -> set[str]:
        """The files that are read where they lie beside the backups: so many each time, all of them by turns.

        With those that are known not to be there as they were.
        """
        turns = -(-sum(files.values()) // _READ) or 1
        turn = {name for name in files if crc32(name.encode()) % turns == number % turns}
        newest = self.newest()
        return turn | self._bad | set(newest.missing if newest is not None else ())

    def _put_right(self, damaged: Iterable[str], to: Path, step: Step) -> bool:
        """What decayed beside the backups, from where the store has it; whether any could be."""
        names = tuple(damaged)
        with _failing(_UNSENT.format(to), self.folder.path), self.folder.taken():
            left = self.folder.put_right(names, Vault(self._data).files, None, step)
        self._bad |= set(left)
        return len(left) < len(names)

    def _keyring(self) -> str:
        """Who can open the backup: the slots of this moment."""
        found = None if self._key is None else KeyringFile(self._data).read()
        return "" if found is None else found.to_json().decode()

    def _stamp(self) -> tuple[int, int]:
        there = self._data.store.stat()
        return there.st_size, there.st_mtime_ns

    def _prune(self, folder: BackupFolder, backup: Backup) -> None:
        try:
            with folder.taken(new=False):
                folder.prune(backup.facts.store, keep=backup.name)
        except (OSError, AppError):  # a backup too many does no harm; it goes the next time
            log.warning("old backups were not taken out", exc_info=True)

    def _relist(self, folder: BackupFolder) -> None:
        """Once more what may have failed when it was changed who can open the store, or was out of reach."""
        from app.store.password.relisting import relisted

        if self._key is not None:
            relisted(folder, KeyringFile(self._data))

    def _prune_journal(self, backup: Backup) -> None:
        """The journal goes back as far as the newest backups, any of which may be the only good one left."""
        from app.store.journal.folder import LEAST, JournalFolder

        try:
            own = [each for each in self.folder.all() if each.facts.store == backup.facts.store]
            positions = [(each.facts.epoch, each.facts.seq) for each in own[:LEAST]]
            JournalFolder(self._data.journal, self._key).prune(positions)
        except OSError:
            log.warning("the change journal was not shortened", exc_info=True)

    def _refuse(self, to: Path) -> None:
        self._refuse_inside(to)
        _refuse_absent(to)

    def _refuse_inside(self, to: Path) -> None:
        root = self._data.root.resolve()
        if to.resolve().is_relative_to(root):
            raise AppError(
                f"“{to}”就在台账文件夹里，磁盘坏了会一起丢，没有备份。请选别的磁盘或 U 盘上的文件夹。"
            )


def _refuse_absent(place: Path) -> None:
    with _failing(_UNSENT.format(place), place):
        is_absent = not is_there(place) and _answers(place)
    if is_absent:
        advice = "插好再试；要用新的文件夹，请先建好"
        raise AppError(f"没有这个文件夹“{place}”，U 盘插好了吗？什么都没有写。{advice}。")


def _answers(place: Path) -> bool:
    """Whether the disk says that a folder is not there; raises OSError when it says something else."""
    with suppress(FileNotFoundError, NotADirectoryError):
        place.stat()
    return True


@contextmanager
def _failing(what: str, where: Path) -> Iterator[None]:
    try:
        yield
    except FAILURES as error:
        log.warning("a backup failed", exc_info=True)
        raise failed(error, what, where, "台账没有改动") from error
