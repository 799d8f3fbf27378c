"""Files for their owner alone: written beside, put on the disk, read back; never taken for whole too soon."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

PART = ".part"  # what a file is called until it is whole
_CHUNK = 1 << 20


class Differs(Exception):
    """A file does not say what its SHA-256 says, or nothing at all; `path` is where it lies."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


def make_folder(path: Path) -> None:
    """The folder, for its owner alone when it is new, and those above it that are new too; on the disk."""
    for each in (*reversed(path.parents), path):
        if not each.is_dir():
            each.mkdir(exist_ok=True, mode=0o700)
            with suppress(PermissionError):  # one above that nobody may list
                sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Puts the names in a folder on the disk; Windows does so on its own."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EBADF, errno.ENOSYS):  # sticks that cannot do it
            raise
    finally:
        os.close(handle)


def part_of(path: Path) -> Path:
    """Where a file is written before it gets its name."""
    return path.with_name(path.name + PART)


def new_file(path: Path) -> None:
    """An empty file in place of whatever was left there; the mode is given at birth, sticks refuse chmod."""
    path.unlink(missing_ok=True)
    os.close(_create(path))


def write_new(path: Path, data: bytes) -> None:
    """The bytes in a new file, on the disk when this returns."""
    write_pieces(path, [data])


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """A new file of these pieces, on the disk when this returns; whatever fails, nothing is left."""
    path.unlink(missing_ok=True)
    _write(path, pieces)


def wipe(path: Path) -> None:
    """Removes a file and writes over what was in it, as far as the disk lets one; nothing when it is gone.

    One that has a second name is somebody's: then only this name goes.
    """
    with suppress(FileNotFoundError, PermissionError):
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            there = os.fstat(handle)
            if there.st_nlink <= 1:
                _write_over(handle, there.st_size)
        finally:
            os.close(handle)
    path.unlink(missing_ok=True)


def read_pieces(path: Path) -> Iterator[bytes]:
    """What is in a file, piece by piece; raises OSError."""
    with path.open("rb") as handle:
        while chunk := handle.read(_CHUNK):
            yield chunk


def copy_new(source: Path, target: Path, sha256: str | None = None) -> None:
    """A copy, on the disk and read back from there; whatever fails, nothing is left at `target`.

    Raises Differs when the source has not this SHA-256 (None: any), or the copy not that of the source.
    """
    target.unlink(missing_ok=True)
    seen = hashlib.sha256()
    try:
        _write(target, _chunks(source, seen.update))
        if sha256 not in (None, seen.hexdigest()):
            raise Differs(source)
        if sha256_of(target) != seen.hexdigest():
            raise Differs(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def second_name(path: Path, other: Path) -> None:
    """One more name for a file, on the disk when this returns; a copy where the disk gives no second names.

    Raises OSError or Differs; then the file is as it was.
    """
    try:
        other.hardlink_to(path)
    except OSError:  # a disk without second names, or another disk
        if path.is_dir():
            raise
        copy_new(path, part_of(other), sha256_of(path))
        part_of(other).replace(other)
    sync_folder(other.parent)


def settle(path: Path) -> None:
    """Puts a file written by somebody else on the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _sync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file; never of one that this process has open in SQLite, whose locks would be lost."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _write_over(handle: int, size: int) -> None:
    zeros = bytes(_CHUNK)
    while size > 0:
        size -= os.write(handle, zeros[:size])
    os.fsync(handle)


def _chunks(source: Path, seen: Callable[[bytes], None]) -> Iterator[bytes]:
    try:
        with source.open("rb") as handle:
            while chunk := handle.read(_CHUNK):
                seen(chunk)
                yield chunk
    except OSError as error:  # gone, or on a bad spot of the disk: it can no longer be copied from here
        raise Differs(source) from error


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _write(path: Path, chunks: Iterable[bytes]) -> None:
    try:
        with os.fdopen(_create(path), "wb") as handle:
            for chunk in chunks:
                handle.write(chunk)
            handle.flush()
            _sync(handle.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _sync(handle: int) -> None:
    os.fsync(handle)
    if hasattr(os, "posix_fadvise"):  # what is read next comes from the disk, not from memory
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
