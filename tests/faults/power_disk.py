"""PowerDisk: what may lie on a disk when the power goes, out of what was written and synced.

A write that no fsync of its file followed may be there, be missing, or be there in some of its sectors; later
ones may be there without earlier ones. A name made, changed or taken away may have been not, until its
folder was put on the disk. Two sorts of disk: one that keeps names in the order in which they came, and puts
down the earlier ones with every fsync (as ext4); and a stricter one, where only the fsync of a folder holds
its names.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath

from tests.faults.shim import Call, Kind

SECTOR = 512
Bytes = bytes | bytearray
_CHANGES = (Kind.CREATE, Kind.MKDIR, Kind.RENAME, Kind.LINK, Kind.UNLINK, Kind.RMDIR)


@dataclass(eq=False)
class _File:
    """What is surely there, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class _Naming:
    """Names that changed together: path → file, None when it went; `folder` is what has to be synced."""

    folder: str
    names: tuple[tuple[str, _File | None], ...]


@dataclass(frozen=True)
class Manner:
    """How a power cut treats what was not put on the disk."""

    kept: float  # how likely a write or a name is there
    torn: float  # how likely a write that is there is so in part


class PowerDisk:
    """Takes calls one after the other; `image` is one of the states that a cut may leave at that moment."""

    def __init__(self, files: Mapping[str, bytes], folders: Iterable[str], *, ordered: bool) -> None:
        self._ordered = ordered
        self._names = {name: _File(bytearray(data)) for name, data in files.items()}
        self._sure = dict(self._names)
        self._folders = set(folders)
        self._sure_folders = set(folders)
        self._pending: list[_Naming] = []

    def take(self, call: Call) -> None:
        """One call, with paths below the folder that is watched."""
        if call.kind in (Kind.WRITE, Kind.TRUNCATE):
            if (file := self._names.get(call.path)) is not None:  # else one that has no name any more
                file.pending.append(call)
        elif call.kind is Kind.FSYNC:
            self._put_away(call.path)
        elif call.kind in _CHANGES:
            self._name(call)

    def now(self) -> dict[str, Bytes]:
        """The files as the program sees them."""
        return {
            path: _written(file, random.Random(0), Manner(1.0, 0.0)) for path, file in self._names.items()
        }

    def image(self, chance: random.Random, manner: Manner) -> tuple[set[str], dict[str, Bytes]]:
        """Folders and files as they may be found."""
        names, folders = dict(self._sure), set(self._sure_folders)
        for naming in self._surviving(chance, manner):
            _apply(naming, names, folders)
        made: dict[int, Bytes] = {}
        found = {}
        for path, file in names.items():
            # A name in a folder that was lost leads nowhere.
            if all(str(above) in folders for above in PurePosixPath(path).parents):
                if id(file) not in made:
                    made[id(file)] = _written(file, chance, manner)
                found[path] = made[id(file)]
        return folders, found

    def _put_away(self, path: str) -> None:
        file = self._names.get(path)
        if file is not None:
            for call in file.pending:
                _put(file.sure, call)
            file.pending = []
        waiting = []
        for naming in self._pending:
            if self._ordered or naming.folder == path:
                _apply(naming, self._sure, self._sure_folders)
            else:
                waiting.append(naming)
        self._pending = waiting

    def _name(self, call: Call) -> None:
        path, to = call.path, call.to
        if call.kind is Kind.CREATE:
            changes: tuple[tuple[str, _File | None], ...] = ((path, _File()),)
        elif call.kind is Kind.MKDIR:
            changes = ((f"{path}/", _File()),)
        elif call.kind is Kind.RMDIR:
            changes = ((f"{path}/", None),)
        elif call.kind is Kind.UNLINK:
            changes = ((path, None),)
        elif call.kind is Kind.LINK:
            changes = ((to, self._names[path]),)
        else:
            changes = self._renamed(path, to)
        folder = str(PurePosixPath(to or path).parent)
        naming = _Naming(folder, changes)
        _apply(naming, self._names, self._folders)
        self._pending.append(naming)

    def _renamed(self, path: str, to: str) -> tuple[tuple[str, _File | None], ...]:
        if path not in self._folders:
            return ((path, None), (to, self._names[path]))
        moved: list[tuple[str, _File | None]] = [(f"{path}/", None), (f"{to}/", _File())]
        for name, file in list(self._names.items()):
            if name.startswith(f"{path}/"):
                moved += [(name, None), (to + name.removeprefix(path), file)]
        return tuple(moved)

    def _surviving(self, chance: random.Random, manner: Manner) -> list[_Naming]:
        if self._ordered:
            count = sum(1 for _ in self._pending if chance.random() < manner.kept)
            return self._pending[:count]
        return [each for each in self._pending if chance.random() < manner.kept]


def _apply(naming: _Naming, names: dict[str, _File], folders: set[str]) -> None:
    for name, file in naming.names:
        if name.endswith("/"):
            (folders.discard if file is None else folders.add)(name[:-1])
        elif file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _written(file: _File, chance: random.Random, manner: Manner) -> Bytes:
    """What was sure, and of what was written since whatever chance lets be there."""
    if not file.pending:
        return file.sure  # not to be changed, and not kept for long
    data = bytearray(file.sure)
    for call in file.pending:
        if chance.random() < manner.kept:
            if call.kind is Kind.WRITE and chance.random() < manner.torn:
                _put_torn(data, call, chance)
            else:
                _put(data, call)
        elif call.kind is Kind.WRITE and chance.random() < 0.3:
            _reach(data, call.offset + len(call.data))  # the length came down, the content did not
    return bytes(data)


def _put(data: bytearray, call: Call) -> None:
    if call.kind is Kind.TRUNCATE:
        _reach(data, call.size)
        del data[call.size :]
        return
    _reach(data, call.offset)
    data[call.offset : call.offset + len(call.data)] = call.data


def _put_torn(data: bytearray, call: Call, chance: random.Random) -> None:
    """Each sector of its own; of those at the ends no more than the write touched."""
    end = call.offset + len(call.data)
    edges = [call.offset, *range((call.offset // SECTOR + 1) * SECTOR, end, SECTOR), end]
    for start, stop in pairwise(edges):
        if chance.random() < 0.5:
            _reach(data, start)
            data[start:stop] = call.data[start - call.offset : stop - call.offset]


def _reach(data: bytearray, size: int) -> None:
    if len(data) < size:
        data.extend(bytes(size - len(data)))


def folder_of(place: Path) -> tuple[dict[str, bytes], set[str]]:
    """A folder as the disk holds it before anything is recorded: files by path below it, and folders."""
    files, folders = {}, {"."}
    for path in place.rglob("*"):
        name = str(path.relative_to(place))
        if path.is_dir():
            folders.add(name)
        else:
            files[name] = path.read_bytes()
    return files, folders
