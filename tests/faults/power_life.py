"""Life: an office at work for a while, with every call to its disk, and what was surely kept by when."""

from __future__ import annotations

import hashlib
import json
import os
import traceback
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.connection import open_connection
from app.store.content import content_hash
from app.store.store import Store
from tests.faults.intentions import Intentions, Told
from tests.faults.power_disk import Bytes, PowerDisk, folder_of
from tests.faults.shim import Call, Kind, Shim, recorded
from tests.office import MOMENT, small_office

_CLOSING = 15  # intentions after which the program is closed and started again


@dataclass(frozen=True)
class Mark:
    """What was acknowledged after `at` calls: the content's fingerprint, and what has to lie on the disk.

    `store` is the digest of the store's file, `files` are those that have to be there as they are: the
    attachments, the newest backup with its list, what is typed; `line` begins the newest file of the journal.
    """

    at: int
    content: str
    told: Told
    store: bytes
    files: Mapping[str, bytes]
    line: tuple[str, bytes]


@dataclass(frozen=True)
class Life:
    """What lay there before, every call, and the marks in order."""

    name: str
    key: bytes | None
    files: dict[str, bytes]
    folders: set[str]
    calls: list[Call]
    marks: list[Mark]


def recorded_life(shim: Shim, folder: Path, seed: int, name: str, key: bytes | None, acts: int) -> Life:
    """Lets a forked process live under the shim; chance is drawn from the seed there."""
    data = DataFolder(folder / "数据")
    if name == "plain":
        small_office(data.root).store.close()
    else:
        data.root.mkdir(parents=True)
    if name == "encrypted":
        Office(Store(data, key=key), FixedClock(MOMENT)).store.close()
    files, folders = folder_of(data.root)
    record = folder / "record"
    shim.watch(data.root)
    shim.seed(seed + 1)
    child = os.fork()
    if child == 0:
        try:
            shim.record(record)
            _live(shim, data, key, seed, acts)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        raise RuntimeError(f"the life {name} broke off")
    shim.seed(0)
    calls, marks = _read(record, data.root, PowerDisk(files, folders, ordered=True))
    record.unlink()
    return Life(name, key, files, folders, calls, marks)


def digest(data: Bytes) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()


def _live(shim: Shim, data: DataFolder, key: bytes | None, seed: int, acts: int) -> None:
    def done(told: Told) -> None:
        with closing(open_connection(data.store, key, write=False)) as connection:
            content = content_hash(connection)
        shim.mark(json.dumps({"content": content, "told": asdict(told)}))

    for start in range(0, acts, _CLOSING):
        office = Office(Store(data, key=key), FixedClock(MOMENT))
        done(Told("open"))
        intentions = Intentions(office, data.root.parent, str(seed), lambda told: None, done)
        for number in range(start, min(start + _CLOSING, acts)):
            intentions.act(number)
        office.store.close()


def _read(record: Path, root: Path, disk: PowerDisk) -> tuple[list[Call], list[Mark]]:
    """The calls with paths below the root, and at each mark what lies there."""
    calls: list[Call] = []
    marks: list[Mark] = []
    for call in recorded(record):
        if call.kind is Kind.MARK:
            said = json.loads(call.path)
            marks.append(_mark(len(calls), said, disk, marks[-1].files if marks else {}))
        else:
            calls.append(replace(call, path=_below(call.path, root), to=_below(call.to, root)))
            disk.take(calls[-1])
    return calls, marks


def _mark(at: int, said: Any, disk: PowerDisk, before: Mapping[str, bytes]) -> Mark:
    files = disk.now()
    attachments = [name for name in files if name.startswith("附件/") and "/." not in name]
    backups = sorted(name for name in files if name.startswith("备份/台账-") and name.endswith(".json"))[-1:]
    backups += [name.replace(".json", ".db") for name in backups]
    typed = [name for name in files if name.startswith("暂存/") and not name.endswith(".part")]
    kept = {}
    for name in (*attachments, *backups, *typed):
        data = files[name]
        kept[name] = before[name] if before.get(name) == data else bytes(data)  # held once
    journal = max((name for name in files if name.startswith("流水/") and name.endswith(".dat")), default="")
    line = (journal, bytes(files.get(journal, b"")))
    return Mark(at, said["content"], Told(**said["told"]), digest(files["台账.db"]), kept, line)


def _below(path: str, root: Path) -> str:
    return os.path.relpath(path, root) if path else ""
