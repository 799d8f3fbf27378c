"""The stamp of a store's file: all of it is read, and what cannot be read is said."""

from __future__ import annotations

import errno
import hashlib
from io import BufferedReader, FileIO, RawIOBase
from pathlib import Path
from typing import Any

import pytest

from app.paths import DataFolder
from app.store.opening.stamp import Stamp


class Refusing(RawIOBase):
    """Gives the first page of a file, and then what a dying disk gives."""

    def __init__(self, path: Path) -> None:
        self._file = FileIO(path)

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._file.fileno()

    def readinto(self, room: Any) -> int:
        if self._file.tell():
            raise OSError(errno.EIO, "Input/output error")
        return self._file.readinto(memoryview(room)[:4096])

    def close(self) -> None:
        self._file.close()
        super().close()


@pytest.mark.parametrize("size", [0, 1, 4096, 4097, (1 << 24) + 4096, (1 << 24) + 5000, (1 << 25) + 9000])
def test_every_byte_is_in_it(tmp_path: Path, size: int) -> None:
    folder = DataFolder(tmp_path)
    content = bytes(range(251)) * (size // 251 + 1)
    folder.store.write_bytes(content[:size])
    known = Stamp.of(folder, "")
    assert known.digest == hashlib.sha256(content[:size]).hexdigest()
    assert known.size == size


def test_what_cannot_be_read_is_no_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = DataFolder(tmp_path)
    folder.store.write_bytes(bytes(100_000))
    monkeypatch.setattr(Path, "open", lambda path, mode: BufferedReader(Refusing(path), 4096))
    with pytest.raises(OSError, match="Input/output error"):
        Stamp.of(folder, "")
