"""Moving: a store with all that belongs to it copied to another folder, verified, and gone on with there."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.clock import Clock
from app.errors import AppError
from app.paths import DataFolder, is_there
from app.store.backup.backups import no_step
from app.store.backup.copying import copy_store
from app.store.backup.failures import FAILURES, failed
from app.store.backup.folder import Step
from app.store.connection import COMPANIONS, open_connection
from app.store.content import content_hash
from app.store.lock import StoreLock
from app.store.password.staging import settle
from app.store.place.moved_mark import MovedMark, read_mark, refuse_moved
from app.store.place.place import Misplaced, check_path, flaw_of
from app.store.private_files import PART, Differs, copy_new, make_folder, sync_folder
from app.store.vault import Vault

log = logging.getLogger(__name__)

_OURS = ".搬来"  # in a folder that is not whole yet
_SAFE = "原来的没有改动"


@dataclass(frozen=True, slots=True)
class Moved:
    """Where it is now, how many files came along, those that could not be read; whether the old is marked."""

    folder: DataFolder
    files: int
    lost: tuple[str, ...]
    marked: bool


class Moving:
    """From `source` to a folder on a disk of this computer. `key` is that of the store, if any.

    The new folder gets its name when everything is in it, so whatever happens there is a whole store at one
    place at least; the old one is left as it is, with a mark.
    """

    def __init__(self, source: DataFolder, clock: Clock, key: bytes | None = None) -> None:
        self._source = source
        self._clock = clock
        self._key = key

    def run(self, target: Path, step: Step = no_step) -> Moved:
        """Raises AppError with a sentence; then nothing is at `target`, and the old one is as it was."""
        target = target.expanduser().absolute()
        came = self._arrived(target)
        if came is not None:  # the program died when all but the mark was done
            return Moved(DataFolder(target), 0, (), self._mark(came))
        with _failing(target):
            self._refuse(target)
        part = target.with_name(target.name + PART)
        with self._held(), _failing(target):
            mark = MovedMark(str(target), f"{self._clock.today():%Y-%m-%d}", secrets.token_hex(8))
            try:
                lost, count = self._copy(part, target, step)
                mark.keep(DataFolder(part).origin, f"{mark.day} 从“{self._source.root}”搬来。")
                _put(part, target)
            except BaseException:
                if _is_ours(part, target):
                    shutil.rmtree(part, ignore_errors=True)
                raise
            return Moved(DataFolder(target), count, lost, self._mark(mark))

    def _arrived(self, target: Path) -> MovedMark | None:
        """The mark of a folder this store was moved to before, when nothing was changed in either since."""
        came, there = read_mark(DataFolder(target).origin), DataFolder(target).store
        if came is None or came.to != str(target) or read_mark(self._source.moved) is not None:
            return None
        try:
            with (
                closing(open_connection(self._source.store, self._key, write=False)) as ours,
                closing(open_connection(there, self._key, write=False)) as theirs,
            ):
                return came if content_hash(ours) == content_hash(theirs) else None
        except (sqlite.Error, OSError):
            return None

    def _refuse(self, target: Path) -> None:
        source = self._source.root.resolve()
        refuse_moved(self._source)
        if not self._source.store.is_file():
            raise AppError(f"“{self._source.root}”里没有台账，没有可搬的。请核对数据文件夹。")
        flaw = flaw_of(target)
        if flaw is not None:
            raise Misplaced(flaw, there=False)
        if target.resolve().is_relative_to(source) or source.is_relative_to(target.resolve()):
            raise AppError(f"“{target}”和现在的台账文件夹套在一起，没有搬。请换一个文件夹。")
        if target.exists() and not _is_empty(target):
            raise AppError(f"“{target}”里已经有东西，没有搬，免得盖掉。请写一个还没有的文件夹。")
        check_path(DataFolder(target))

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Nobody writes to the old one meanwhile; on a disk that cannot be written nobody can."""
        if not os.access(self._source.root, os.W_OK):
            yield
            return
        settle(self._source)
        lock = StoreLock(self._source.lock)
        try:
            yield
        finally:
            lock.release()

    def _copy(self, part: Path, target: Path, step: Step) -> tuple[tuple[str, ...], int]:
        if part.exists():
            if not _is_ours(part, target):
                raise AppError(f"“{part}”已经在了，没有搬。请给新文件夹换个名称。")
            shutil.rmtree(part)
        make_folder(part)
        (part / _OURS).touch(mode=0o600)
        there = DataFolder(part)
        step(0, 1, "拷台账")
        named = copy_store(self._source.store, self._key, there.store).files
        lost: set[str] = set()
        files, brought = sorted(self._belongings(part, lost)), 0
        for number, path in enumerate(files):
            step(number, len(files), "拷附件和备份")
            name = path.relative_to(self._source.root)
            if self._is_brought(path, part / name):
                brought += 1
            else:
                lost.add(str(name))
        lost |= self._lacking(there, named)
        for folder in sorted({part, *(path.parent for path in part.rglob("*"))}):
            sync_folder(folder)
        log.info("moved %d files, %d named by the store", len(files), len(named))
        return tuple(sorted(lost)), brought

    def _is_brought(self, path: Path, target: Path) -> bool:
        """Copies a file; not when it can no longer be read where it is, nor where it is kept once more."""
        make_folder(target.parent)
        for each in (path, *self._twin(path)):
            try:
                copy_new(each, target)
            except Differs as error:
                if error.path != each or path == self._source.keyring:
                    raise
            else:
                return True
        return False

    def _twin(self, path: Path) -> Iterator[Path]:
        """The same attachment beside the backups, or beside the store."""
        places = (self._source.files, DataFolder(self._source.backups).files)
        for here, there in (places, places[::-1]):
            if path.is_relative_to(here) and (twin := there / path.relative_to(here)).is_file():
                yield twin

    def _lacking(self, there: DataFolder, named: Mapping[str, int]) -> set[str]:
        """The files that the copy of the store names, and that are not beside it in their full length."""
        vault = Vault(there, self._key)
        return {
            str(vault.path(sha).relative_to(there.root))
            for sha, size in named.items()
            if vault.size(sha) != size
        }

    def _belongings(self, part: Path, lost: set[str]) -> Iterator[Path]:
        """All files of the folder but the store itself, what is of one run only, and what is half written.

        What nobody can look into goes into `lost`.
        """
        source = self._source
        once = {source.lock, source.window_lock, source.bell, source.stamp, source.moved, source.origin}
        own = {source.store, *(source.store.with_name(source.store.name + end) for end in COMPANIONS)}
        passing = (source.root, source.scratch, source.staging, source.logs, part)
        for path in _files_below(source.root, passing, lost):
            if path not in once | own and not path.name.endswith(PART):
                yield path

    def _mark(self, mark: MovedMark) -> bool:
        try:
            mark.keep(self._source.moved, mark.words)
        except OSError:
            log.warning("the old place could not be marked", exc_info=True)
            return False
        return True


def _is_empty(target: Path) -> bool:
    """Whether nothing is in it but what a window that did not open has left."""
    passing = {DataFolder(target).window_lock, DataFolder(target).bell}
    return target.is_dir() and all(path in passing for path in target.iterdir())


def _is_ours(part: Path, target: Path) -> bool:
    """Whether nothing is in it but what a move to `target` has put there, however far that got."""
    if not part.is_dir():
        return False
    came = read_mark(DataFolder(part).origin)
    return (part / _OURS).exists() or not any(part.iterdir()) or (came is not None and came.to == str(target))


def _files_below(root: Path, passing: Collection[Path], lost: set[str]) -> Iterator[Path]:
    """Every file, also of folders that lie elsewhere and have a link here, but not of those `passing`."""
    seen = {_identity(each) for each in passing if is_there(each)}

    def note(error: OSError) -> None:
        lost.add(str(Path(error.filename).relative_to(root)))

    def is_new(folder: Path) -> bool:
        """Links may lead in a circle; some network disks give their folders no numbers, and no links."""
        try:
            found = _identity(folder)
        except OSError as error:
            note(error)
            return False
        if folder in passing or (found in seen and (_is_numbered(found) or folder.is_symlink())):
            return False
        seen.add(found)
        return True

    for folder, below, names in os.walk(root, onerror=note, followlinks=True):
        below[:] = [each for each in below if is_new(Path(folder, each))]
        for name in names:
            path = Path(folder, name)
            if path.is_file():
                yield path
            elif path.is_symlink():  # to what is not there
                lost.add(str(path.relative_to(root)))


def _identity(path: Path) -> tuple[int, int]:
    there = path.stat()
    return there.st_dev, there.st_ino


def _is_numbered(identity: tuple[int, int]) -> bool:
    return identity[1] != 0


def _put(part: Path, target: Path) -> None:
    (part / _OURS).unlink()
    if target.is_dir():
        for left in target.iterdir():
            left.unlink()
        target.rmdir()
    part.rename(target)
    try:
        sync_folder(target.parent)
    except OSError:  # what may not last is not told as moved, and the old place must not lead there
        target.rename(part)
        (part / _OURS).touch(mode=0o600)
        raise


@contextmanager
def _failing(target: Path) -> Iterator[None]:
    try:
        yield
    except FAILURES as error:
        log.warning("moving failed", exc_info=True)
        raise failed(error, "台账没有搬成", target, _SAFE) from error
