"""DiskTrouble: what an error of the disk means, decided here alone; who met it says so in its own sentence.

Numbers are those of the system (errno), of Windows (winerror), which Python folds into few of them, and of
SQLite (its primary result codes). The system's own words are in no language of the clerk: nobody shows them.
"""

from __future__ import annotations

import errno
from enum import StrEnum


class DiskTrouble(StrEnum):
    """Why a file could not be read or written."""

    FULL = "full"
    TOO_LARGE = "too large"  # for this sort of disk, however much room it has
    DENIED = "denied"  # no permission
    READ_ONLY = "read-only"
    UNOPENED = "unopened"  # SQLite could not open it and does not say why
    GONE = "gone"  # pulled out, cut off, taken away
    NO_FOLDER = "no folder"  # a file lies where a folder has to be
    NO_FILE = "no file"  # a folder lies where a file has to be
    NAME = "name"  # too long
    BUSY = "busy"  # another program has it
    SILENT = "silent"  # the disk was asked and did not do it
    OTHER = "other"


def _numbers(*names: str) -> frozenset[int]:
    """Those of them that this system has."""
    return frozenset(number for name in names if (number := getattr(errno, name, None)) is not None)


_OF_SYSTEM: dict[DiskTrouble, frozenset[int]] = {
    DiskTrouble.FULL: _numbers("ENOSPC", "EDQUOT"),
    DiskTrouble.TOO_LARGE: _numbers("EFBIG"),
    DiskTrouble.DENIED: _numbers("EACCES", "EPERM"),
    DiskTrouble.READ_ONLY: _numbers("EROFS"),
    DiskTrouble.GONE: _numbers("ENOENT", "ENODEV", "ENXIO", "ESTALE", "ENOMEDIUM", "ENOTCONN", "EHOSTDOWN"),
    DiskTrouble.NO_FOLDER: _numbers("ENOTDIR", "EEXIST"),
    DiskTrouble.NO_FILE: _numbers("EISDIR"),
    DiskTrouble.NAME: _numbers("ENAMETOOLONG"),
    DiskTrouble.BUSY: _numbers("EBUSY", "ETXTBSY", "EAGAIN", "EDEADLK"),
    DiskTrouble.SILENT: _numbers("EIO", "EREMOTEIO", "ETIMEDOUT", "EUCLEAN", "EBADMSG"),
}
_OF_WINDOWS: dict[DiskTrouble, frozenset[int]] = {
    DiskTrouble.FULL: frozenset({39, 112, 1295}),  # HANDLE_DISK_FULL, DISK_FULL, DISK_QUOTA_EXCEEDED
    DiskTrouble.TOO_LARGE: frozenset({223}),  # FILE_TOO_LARGE
    DiskTrouble.DENIED: frozenset({5, 65, 1314}),  # ACCESS_DENIED, NETWORK_ACCESS_DENIED, PRIVILEGE_NOT_HELD
    DiskTrouble.READ_ONLY: frozenset({19}),  # WRITE_PROTECT
    DiskTrouble.GONE: frozenset({
        2, 3, 15, 21,  # FILE_NOT_FOUND, PATH_NOT_FOUND, INVALID_DRIVE, NOT_READY
        53, 55, 64, 67,  # BAD_NETPATH, DEV_NOT_EXIST, NETNAME_DELETED, BAD_NET_NAME
        433, 1006, 1112, 1167,  # NO_SUCH_DEVICE, FILE_INVALID, NO_MEDIA_IN_DRIVE, DEVICE_NOT_CONNECTED
        1231,  # NETWORK_UNREACHABLE
    }),
    DiskTrouble.NO_FOLDER: frozenset({80, 183, 267}),  # FILE_EXISTS, ALREADY_EXISTS, DIRECTORY
    DiskTrouble.NAME: frozenset({111, 206}),  # BUFFER_OVERFLOW, FILENAME_EXCED_RANGE
    DiskTrouble.BUSY: frozenset({32, 33, 170, 1224}),  # SHARING_, LOCK_VIOLATION, BUSY, USER_MAPPED_FILE
    DiskTrouble.SILENT: frozenset({
        23, 27, 31,  # CRC, SECTOR_NOT_FOUND, GEN_FAILURE
        59, 121,  # UNEXP_NET_ERR, SEM_TIMEOUT
        483, 1117, 1392,  # DEVICE_HARDWARE_ERROR, IO_DEVICE, FILE_CORRUPT
    }),
}  # fmt: skip
# Code, and what stands in the message: what SQLAlchemy or a thread passes on has only that.
_OF_SQLITE: dict[DiskTrouble, tuple[frozenset[int], tuple[str, ...]]] = {
    DiskTrouble.FULL: (frozenset({13}), ("is full",)),
    DiskTrouble.TOO_LARGE: (frozenset({22}), ("large file support is disabled",)),
    DiskTrouble.DENIED: (frozenset({3}), ("access permission denied",)),
    DiskTrouble.READ_ONLY: (frozenset({8}), ("readonly",)),
    DiskTrouble.UNOPENED: (frozenset({14}), ("unable to open",)),
    DiskTrouble.BUSY: (frozenset({5, 6}), ("locked", "busy")),
    DiskTrouble.SILENT: (frozenset({10}), ("disk I/O",)),
}


def trouble_of(error: OSError) -> DiskTrouble:
    """What an error of the system means."""
    windows = getattr(error, "winerror", None)
    for table, number in ((_OF_WINDOWS, windows), (_OF_SYSTEM, error.errno)):
        for trouble, numbers in table.items():
            if number in numbers:
                return trouble
    return DiskTrouble.OTHER


def driver_trouble(error: BaseException | None) -> DiskTrouble | None:
    """What an error of SQLite's driver means; None when it is not about the disk."""
    code, words = getattr(error, "sqlite_errorcode", 0) & 0xFF, str(error)
    for trouble, (codes, marks) in _OF_SQLITE.items():
        if code in codes or (not code and any(mark in words for mark in marks)):
            return trouble
    return None
