"""The power goes at any moment: whatever may lie on the disk then opens, with all that was acknowledged."""

from __future__ import annotations

import json
import os
import random
import shutil
import traceback
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.clock import FixedClock
from app.errors import AppError
from app.models.system import Attachment
from app.paths import DataFolder
from app.services.office import Office
from app.services.store_check import StoreCheck
from app.store.backup_folder import BackupFolder
from app.store.connection import open_connection
from app.store.content import content_hash
from app.store.private_files import sha256_of
from app.store.soundness import flaws
from app.store.store import Store
from tests.faults.filled import KEY
from tests.faults.intentions import Intentions, Told
from tests.faults.power_disk import Manner, PowerDisk, folder_of
from tests.faults.shim import Call, Kind, Shim, recorded
from tests.faults.suite import Suite
from tests.faults.warm import keep_warm
from tests.office import MOMENT, small_office

_MANNERS = (
    Manner(1.0, 0.0),
    Manner(0.0, 0.0),
    Manner(0.5, 0.0),
    Manner(0.5, 0.5),
    Manner(0.9, 0.1),
    Manner(0.1, 0.1),
    Manner(1.0, 1.0),
)


@dataclass(frozen=True)
class Life:
    """One recorded life of an office: what lay there before, every call, what was acknowledged by when."""

    name: str
    key: bytes | None
    files: dict[str, bytes]
    folders: set[str]
    calls: list[Call]
    marks: list[tuple[int, str, Told]]  # after so many calls: the content's fingerprint, and what was told


@dataclass
class Shared:
    lives: list[Life]
    place: Path
    seed: int


def prepare(scratch: Path, seed: int) -> Shared:
    keep_warm()
    shim = Shim()
    lives = [
        _recorded(shim, scratch / "plain", seed, "plain", None, 45),
        _recorded(shim, scratch / "locked", seed, "encrypted", KEY, 20),
        _recorded(shim, scratch / "first", seed, "first start", None, 6),
    ]
    return Shared(lives, scratch / "image" / "数据", seed)


def case(shared: Shared, number: int) -> str | None:
    """One cut of one life, one sort of disk, one way to treat what was not put down."""
    chance = random.Random(f"{shared.seed} {number}")
    [life] = chance.choices(shared.lives, [6, 3, 1])
    cut, manner = chance.randint(0, len(life.calls)), chance.choice(_MANNERS)
    ordered = chance.random() < 0.5
    disk = PowerDisk(life.files, life.folders, ordered=ordered)
    for call in life.calls[:cut]:
        disk.take(call)
    data = _laid_out(shared.place, *disk.image(chance, manner))
    bad = _judged(life, cut, data, chance)
    words = f"{life.name}, call {cut} of {len(life.calls)}, {'ordered' if ordered else 'strict'}, {manner}"
    return bad and f"{words}: {bad}"


def _recorded(shim: Shim, folder: Path, seed: int, name: str, key: bytes | None, acts: int) -> Life:
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
            _lived(shim, data, key, folder, seed, acts)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        raise RuntimeError(f"the life {name} broke off")
    shim.seed(0)
    calls: list[Call] = []
    marks = []
    for call in recorded(record):
        if call.kind is Kind.MARK:
            said = json.loads(call.path)
            marks.append((len(calls), said["content"], Told(**said["told"])))
        else:
            calls.append(replace(call, path=_below(call.path, data.root), to=_below(call.to, data.root)))
    record.unlink()
    return Life(name, key, files, folders, calls, marks)


def _lived(shim: Shim, data: DataFolder, key: bytes | None, folder: Path, seed: int, acts: int) -> None:
    office = Office(Store(data, key=key), FixedClock(MOMENT))

    def done(told: Told) -> None:
        shim.mark(json.dumps({"content": _content(data, key), "told": asdict(told)}))

    done(Told("open"))
    intentions = Intentions(office, folder, str(seed), lambda told: None, done)
    for each in range(acts):
        if each % 15 == 14:  # the program is closed and started again
            office.store.close()
            office = Office(Store(data, key=key), FixedClock(MOMENT))
            intentions = Intentions(office, folder, str(seed), lambda told: None, done)
        intentions.act(each)
    office.store.close()


def _below(path: str, root: Path) -> str:
    return os.path.relpath(path, root) if path else ""


def _content(data: DataFolder, key: bytes | None) -> str:
    with closing(open_connection(data.store, key, write=False)) as connection:
        return content_hash(connection)


def _laid_out(place: Path, folders: set[str], files: dict[str, bytes]) -> DataFolder:
    shutil.rmtree(place, ignore_errors=True)
    for folder in sorted(folders):
        (place / folder).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (place / name).write_bytes(data)
    return DataFolder(place)


def _judged(life: Life, cut: int, data: DataFolder, chance: random.Random) -> str | None:
    before = [mark for mark in life.marks if mark[0] <= cut]
    coming = next((mark for mark in life.marks if mark[0] > cut), None)
    try:
        office = Office(Store(data, key=life.key), FixedClock(MOMENT))
    except AppError as error:
        return f"it does not open: {error.message}"
    try:
        bad = _opened(office, life, before, coming)
    finally:
        office.store.close()
    if bad is None and before and chance.random() < 0.03:
        found = StoreCheck(data, life.key).run(deep=True)
        bad = None if found.is_sound else "check --deep: " + "；".join(found.wrong)
    return bad


def _opened(office: Office, life: Life, before: list[Any], coming: Any) -> str | None:
    """What an opened image has to hold: everything told before, and of what was under way all or nothing."""
    data = office.store.folder
    with closing(open_connection(data.store, life.key, write=False)) as connection:
        wrong = flaws(connection)
        content = content_hash(connection)
    if wrong:
        return f"damaged: {wrong}"
    if before and content not in (before[-1][1], coming and coming[1]):
        older = [told.name for _, each, told in before if each == content]
        return f"the content is not that after “{before[-1][2].name}”" + (
            f", but after “{older[-1]}”" if older else ""
        )
    with office.store.reading() as session:
        lost = [
            sha for sha in session.scalars(select(Attachment.sha256)) if not office.store.vault.is_intact(sha)
        ]
    if lost:
        return f"{len(lost)} attachments are lost or halved"
    told = [each for _, _, each in before]
    if (backup := next((each.backup for each in reversed(told) if each.backup), "")) and backup not in [
        each.name for each in office.backups.all()
    ]:
        return f"the backup {backup} is lost"
    typed = next((each.typed for each in reversed(told) if each.typed), "")
    offered = [each.title for each in office.unsaved.all()]
    if typed and offered not in ([typed], [coming and coming[2].typed]):
        return f"what was typed is not offered: {offered} for {typed}"
    return _torn_backup(data)


def _torn_backup(data: DataFolder) -> str | None:
    folder = BackupFolder(data.backups)
    for backup in folder.all():
        if sha256_of(folder.file_of(backup)) != backup.sha256:
            return f"the backup {backup.name} is listed and not whole"
        if folder.lacking(backup.held):
            return f"the backup {backup.name} lacks attachments"
    return None


SUITE = Suite(
    "power",
    "the power goes: unsynced writes and names there, missing, torn or out of order",
    fast=500,
    whole=100_000,
    prepare=prepare,
    case=case,
    faulty_calls=True,
    weight=2,
)
