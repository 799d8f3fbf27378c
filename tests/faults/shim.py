"""Shim: the library that stands between a program and its disk, compiled, driven, and its record read."""

from __future__ import annotations

import atexit
import ctypes
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from functools import cache
from pathlib import Path


class Kind(IntEnum):
    """What a call does. CREATE is an open that makes a file, TRUNCATE also one that empties it."""

    NONE = 0
    CREATE = 1
    TRUNCATE = 2
    WRITE = 3
    FSYNC = 4
    RENAME = 5
    LINK = 6
    UNLINK = 7
    MKDIR = 8
    RMDIR = 9
    CHMOD = 10
    OPEN = 11
    READ = 12
    MARK = 13


class Fault(IntEnum):
    """What happens at the call numbered `at`."""

    NONE = 0
    KILL = 1  # the process group ends before it
    HALF = 2  # the process group ends when half of it is written
    SHORT = 3  # only half is written, and the caller told so
    FULL = 4  # from here on whatever needs room fails with ENOSPC
    ONCE = 5  # it fails with `error`
    ON = 6  # it and all that follow fail with `error`


class Classes(IntFlag):
    """Which calls are counted."""

    WRITES = 1
    READS = 2


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded, as recorded, with whole paths.

    WRITE: `data` at `offset`. TRUNCATE: `size` is the new length. RENAME, LINK: from `path` to `to`.
    FSYNC: of a file or of a folder. CHMOD: `size` is the mode. MARK: `path` is the text marked.
    """

    kind: Kind
    path: str
    to: str
    offset: int
    size: int
    data: bytes


class Shim:
    """The library as loaded into this process by LD_PRELOAD; raises RuntimeError when it is not."""

    def __init__(self) -> None:
        library = ctypes.CDLL(None)
        if not hasattr(library, "shim_arm"):
            raise RuntimeError("the fault shim is not loaded: its suite needs faulty_calls=True")
        self._library = library
        library.shim_arm.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_int64, ctypes.c_int)
        library.shim_watch.argtypes = library.shim_mark.argtypes = (ctypes.c_char_p,)
        library.shim_count.restype = ctypes.c_int64
        library.shim_seed.argtypes = (ctypes.c_uint64,)
        library.shim_fired_path.restype = ctypes.c_char_p
        library.shim_kinds.restype = ctypes.POINTER(ctypes.c_uint8)

    def watch(self, folder: Path) -> None:
        """Only what lies below this folder is counted and recorded."""
        self._library.shim_watch(os.fsencode(folder.resolve()))

    def arm(
        self, fault: Fault = Fault.NONE, at: int = 0, error: int = 0, classes: Classes = Classes.WRITES
    ) -> None:
        """Counts from 1, here and in what is forked from here; NONE only counts."""
        self._library.shim_arm(classes, fault, at, error)

    def disarm(self) -> None:
        """The disk is well again, and nothing is counted any more."""
        self._library.shim_disarm()

    def seed(self, seed: int) -> None:
        """What Python draws from the system follows from this number; 0 makes it chance again."""
        self._library.shim_seed(seed)

    def alone(self) -> None:
        """For a forked process: a group of its own, which ends with the one that forked it."""
        self._library.shim_alone()

    @property
    def kinds(self) -> list[Kind]:
        """The calls counted since arming, in order."""
        return [Kind(kind) for kind in self._library.shim_kinds()[1 : self._library.shim_count() + 1]]

    @property
    def fired(self) -> tuple[Kind, str] | None:
        """The call that the fault hit first, and on which file."""
        kind = self._library.shim_fired()
        return (Kind(kind), os.fsdecode(self._library.shim_fired_path())) if kind else None

    @property
    def mapped(self) -> bool:
        """Whether a file was made writable through memory, where no call could be counted."""
        return bool(self._library.shim_mapped())

    def record(self, file: Path) -> None:
        """Keeps every call that writes, in order, in a file outside the watched folder."""
        self._handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self._library.shim_record(self._handle)

    def stop_recording(self) -> None:
        self._library.shim_record(-1)
        os.close(self._handle)

    def mark(self, text: str) -> None:
        """A word of ours in the record: what was acknowledged by now."""
        self._library.shim_mark(text.encode())


_HEAD = struct.Struct("=IIIIqq")


def recorded(file: Path) -> Iterator[Call]:
    """What was recorded, in order; a record that was cut off ends with its last whole call."""
    data, at = memoryview(file.read_bytes()), 0
    while at + _HEAD.size <= len(data):
        kind, path, to, _, offset, size = _HEAD.unpack_from(data, at)
        ends = (at := at + _HEAD.size) + path, at + path + to
        end = ends[1] + (size if kind == Kind.WRITE else 0)
        if end > len(data):
            return
        yield Call(
            Kind(kind), os.fsdecode(bytes(data[at : ends[0]])), os.fsdecode(bytes(data[ends[0] : ends[1]])),
            offset, size, bytes(data[ends[1] : end]),
        )  # fmt: skip
        at = end


@cache
def built() -> Path:
    """The library, compiled once a process; fails when it cannot be."""
    compiler = shutil.which("gcc")
    if compiler is None:
        raise RuntimeError("没有 gcc，故障试验做不了。请先安装：apt-get install gcc libc6-dev")
    folder = Path(tempfile.mkdtemp(prefix="ledger-shim-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    source, target = Path(__file__).with_name("shim.c"), folder / "shim.so"
    command = [
        compiler,
        "-O2",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-shared",
        "-fPIC",
        "-o",
        str(target),
        str(source),
    ]
    done = subprocess.run([*command, "-pthread"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"shim.c 编译不了，故障试验做不了：\n{done.stderr}")
    return target
