"""Rebuilding: the store as it was last, from the newest good backup and the change journal (流水)."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import SQLAlchemyError

from app.clock import Clock, local
from app.disk_trouble import DiskTrouble, driver_trouble, trouble_of
from app.errors import AppError
from app.paths import DataFolder
from app.services.replaying import replayed
from app.store.backup.backup import Backup
from app.store.backup.backups import no_step
from app.store.backup.facts import files_of
from app.store.backup.failures import FAILURES, failed
from app.store.backup.folder import BackupFolder, Step
from app.store.backup.restore import clear_left, files_aside, keep_in_place, place_aside, put_in_place
from app.store.backup.starts import Start, starts
from app.store.connection import open_connection
from app.store.journal.folder import JournalFolder
from app.store.journal.lines import opening_of
from app.store.journal.reading import JournalReading, Place
from app.store.journal.replay import Disjointed
from app.store.journal.state import State
from app.store.lock import StoreLock
from app.store.opening.soundness import is_damage
from app.store.password.keyring_file import KeyringFile
from app.store.private_files import make_folder
from app.store.vault import Vault

log = logging.getLogger(__name__)

_UNTOUCHED = "现在的台账没有改动"
_NOTHING = "没有备份，也没有流水，找不回来。备份在别的磁盘或 U 盘上的，用 restore 恢复。"
_NONE_GOOD = (
    "备份和流水都有，但没有一份是好的，或者密码对不上，没有找回，现在的台账没有改动。请找维护的人看一看。"
)
_LOCKED = "台账设了密码，要有密码才能找回，什么都没有改动。请带上密码再试。"
_WHOLE = "流水接得上，没有查出会少什么"
_BAD = (AppError, SQLAlchemyError, Disjointed, *FAILURES)
_BLOCKED = (
    DiskTrouble.FULL, DiskTrouble.TOO_LARGE, DiskTrouble.DENIED, DiskTrouble.READ_ONLY, DiskTrouble.BUSY,
)  # fmt: skip
_SILENT = (DiskTrouble.SILENT, DiskTrouble.GONE, DiskTrouble.UNOPENED)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What rebuilding would bring back: a backup, None when the journal holds the whole store.

    `lines` are the changes of the journal that come on top, `last_at` is when the last of them was saved
    (local time, None when it is not known), `lost` says what cannot be brought back, "" when all of it can.
    """

    backup: Backup | None
    lines: int
    last_at: datetime | None
    lost: str

    @property
    def sentence(self) -> str:
        """For a person."""
        return f"可以找回{_told(self.backup, self.lines, self.last_at, self.lost)}"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was done, as in `Prospect`; `aside` is where the replaced file lies, None when there was none."""

    backup: Backup | None
    lines: int
    aside: Path | None
    last_at: datetime | None = None
    lost: str = ""

    @property
    def sentence(self) -> str:
        """For a person."""
        return f"找回了{_told(self.backup, self.lines, self.last_at, self.lost)}"


class Rebuilding:
    """Works on a folder whose store nobody in this process has open; `key` is that of the store, if any."""

    def __init__(self, data: DataFolder, clock: Clock, key: bytes | None = None) -> None:
        self._data = data
        self._clock = clock
        self._key = key

    def look(self, step: Step = no_step) -> Prospect:
        """What can be brought back, tried out on a copy; changes nothing.

        Raises AppError when there is nothing to go by.
        """
        with self._built(step) as (start, copy):
            return self._prospect(start, self._wanting(copy, step))

    def rebuild(self, step: Step = no_step) -> Rebuilt:
        """Puts the rebuilt store in its place, checked; what lay there is moved aside, never deleted.

        Raises AppError; then the file that lay there is as it was, unless the sentence says that it was done.
        """
        make_folder(self._data.root)
        lock = StoreLock(self._data.lock)
        try:
            clear_left(self._data)
            with self._surely_built(step) as (start, copy):
                wanting = self._wanting(copy, step)
                found, place = self._prospect(start, wanting), place_aside(self._data, self._clock.now())
                self._put_files_back(wanting, place, step)
                aside = put_in_place(self._data, copy, place)
                keep_in_place(self._data)
            log.info("the store was rebuilt with %d changes of the journal", len(start.way.lines))
            return Rebuilt(found.backup, found.lines, aside, found.last_at, found.lost)
        finally:
            lock.release()

    @contextmanager
    def built(self, until: Place, step: Step = no_step) -> Iterator[Path | None]:
        """A copy of the store as it was after a change, which is gone afterwards; None when there is no way.

        Raises AppError when there is one and nothing on it is good.
        """
        found = [each for each in self._starts(until) if each.is_whole]
        with ExitStack() as stack:
            yield self._first_good(found, stack, step)[1] if found else None

    @contextmanager
    def _built(self, step: Step) -> Iterator[tuple[Start, Path]]:
        """The best start that leads somewhere, and the checked copy it led to."""
        with ExitStack() as stack:
            yield self._first_good(self._starts(), stack, step)

    @contextmanager
    def _surely_built(self, step: Step) -> Iterator[tuple[Start, Path]]:
        """As `_built`, held against what the farthest start leads to that can be used.

        Both go the same way. Where they end apart, the store was damaged before the nearer backup was made
        of it, and nobody had noticed; the farther one and the lines tell what was saved.
        """
        found = self._starts()
        far = [each for each in reversed(found[1:]) if each.is_whole]
        wanted = self._state_by(far, step)
        with ExitStack() as stack:
            start, copy = self._first_good(found, stack, step)
            if wanted is None or not start.is_whole or not self._state_of(copy).differing(wanted):
                yield start, copy
                return
        log.warning("the nearest backup is of a store that was damaged by then")
        with ExitStack() as stack:
            yield self._first_good(far, stack, step)

    def _state_by(self, far: Sequence[Start], step: Step) -> State | None:
        """That of the store that they lead to; None when none can be used: the nearest may be good.

        Raises AppError when the copy that was made cannot be read.
        """
        with ExitStack() as stack:
            try:
                copy = self._first_good(far, stack, step)[1]
            except AppError:
                return None
            return self._state_of(copy)

    def _state_of(self, copy: Path) -> State:
        with self._reading():
            return State.of(copy, self._key)

    def _first_good(self, found: Sequence[Start], stack: ExitStack, step: Step) -> tuple[Start, Path]:
        unanswered = []
        for start in found:
            with ExitStack() as attempt:
                try:
                    made = replayed(self._data, self._key, start, self._clock.today(), step)
                    copy = attempt.enter_context(made)
                except _BAD as error:
                    _refuse_blocked(error, self._data.root)
                    unanswered += _unanswered(error)
                    log.warning("a backup, or what follows it, cannot be built on", exc_info=True)
                    continue
                stack.push(attempt.pop_all())
                return start, copy
        if self._key is None and self._is_locked():
            raise AppError(_LOCKED)
        if found and len(unanswered) == len(found):  # nobody can tell whether one of them is good
            raise failed(unanswered[0], "没有找回", self._data.root, _UNTOUCHED) from unanswered[0]
        raise AppError(_NONE_GOOD if found else _NOTHING)

    def _is_locked(self) -> bool:
        try:
            return bool(KeyringFile(self._data).candidates())
        except OSError as error:
            raise failed(error, "没有找回", self._data.root, _UNTOUCHED) from error

    def _starts(self, until: Place | None = None) -> list[Start]:
        try:
            reading = JournalReading(JournalFolder(self._data.journal, self._key), until)
        except OSError as error:
            raise failed(error, "流水读不出来", self._data.journal, _UNTOUCHED) from error
        return starts(BackupFolder(self._data.backups).all(), reading)

    def _prospect(self, start: Start, wanting: Mapping[str, int]) -> Prospect:
        at = start.backup.made_at if start.backup else None
        if start.way.lines:
            at = local(self._clock, opening_of(start.way.lines[-1].body).at)
        return Prospect(start.backup, len(start.way.lines), at, self._lost(start, wanting))

    def _lost(self, start: Start, wanting: Mapping[str, int]) -> str:
        """What cannot be brought back, as one sentence without its full stop."""
        found = []
        if not start.leads_on:
            found.append("这以后的改动没有流水，找不回来")
        if start.way.missing:
            found.append(f"最后 {start.way.missing} 处改动的流水坏了，找不回来")
        absent = BackupFolder(self._data.backups).unsound(wanting)
        if absent:
            found.append(f"有 {len(absent)} 个附件哪里都没有了")
        return "；".join(found)

    def _wanting(self, copy: Path, step: Step) -> dict[str, int]:
        """The attachments it names that are gone or damaged here."""
        return BackupFolder(self._data.root).unsound(self._named(copy), step)

    def _put_files_back(self, wanting: Mapping[str, int], aside: Path, step: Step) -> None:
        """Good ones from beside the backups; a damaged one is kept with the store that is put aside."""
        try:
            kept = BackupFolder(self._data.backups).files
            BackupFolder(self._data.root).put_right(wanting, kept, files_aside(aside), step)
        except FAILURES as error:
            raise failed(error, "附件没有拷回来", self._data.root, _UNTOUCHED) from error

    def _named(self, copy: Path) -> dict[str, int]:
        """The attachments it names, as they are called where they are kept."""
        vault = Vault(self._data, self._key)
        with self._reading(), closing(open_connection(copy, self._key, write=False)) as connection:
            files = files_of(connection)
        return {vault.name(sha256): vault.bytes_of(size) for sha256, size in files.items()}

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """While a copy is read that was found sound: what is called damage now is a disk that is silent."""
        try:
            yield
        except sqlite.Error as error:
            cause = OSError(errno.EIO, str(error)) if is_damage(error) else error
            raise failed(cause, "没有找回", self._data.root, _UNTOUCHED) from error


def _told(backup: Backup | None, lines: int, last_at: datetime | None, lost: str) -> str:
    if backup is None:
        found = "流水里记着的整本台账" + (f"，连同后来的 {lines} 处改动" if lines else "")
    else:
        more = f"，加上后来的 {lines} 处改动" if lines else ""
        found = f" {backup.made_at:%Y-%m-%d %H:%M} 的备份{more}"
    until = f"，到 {last_at:%Y-%m-%d %H:%M} 为止" if last_at and lines else ""
    return f"{found}{until}。{lost or _WHOLE}。"


def _refuse_blocked(error: BaseException, where: Path) -> None:
    """Raises AppError when it is not the backup's fault: an older one must not take its place for that."""
    for cause in _of_disk(error):
        if _trouble(cause) in _BLOCKED:
            raise failed(cause, "没有找回", where, _UNTOUCHED) from error


def _unanswered(error: BaseException) -> list[Exception]:
    """The error behind it of a disk that did not answer, or has gone; nothing when there is none."""
    return [cause for cause in _of_disk(error) if _trouble(cause) in _SILENT][:1]


def _of_disk(error: BaseException) -> Iterator[OSError | sqlite.Error]:
    """What of an error and its causes may be about the disk."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError | sqlite.Error):
            yield cause
        cause = cause.__cause__


def _trouble(error: OSError | sqlite.Error) -> DiskTrouble | None:
    return trouble_of(error) if isinstance(error, OSError) else driver_trouble(error)
