"""The power goes at any moment: whatever may lie on the disk then opens, with all that was acknowledged."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app.clock import FixedClock
from app.errors import AppError
from app.models.system import Attachment
from app.paths import DataFolder
from app.services.office import Office
from app.services.store_check import StoreCheck
from app.store.backup.folder import BackupFolder
from app.store.connection import open_connection
from app.store.content import content_hash
from app.store.opening.soundness import flaws
from app.store.private_files import sha256_of
from app.store.store import Store
from tests.faults.filled import KEY
from tests.faults.power_disk import Bytes, Manner, PowerDisk
from tests.faults.power_life import Life, Mark, digest, recorded_life
from tests.faults.shim import Shim
from tests.faults.suite import Suite
from tests.office import MOMENT

IMAGES = 10  # a case
_STEP = 7  # calls between one and the next, at the most
_OPENED = 0.04  # the share that the program opens; of the others the bytes are looked at
_MANNERS = (
    Manner(1.0, 0.0),
    Manner(0.0, 0.0),
    Manner(0.5, 0.0),
    Manner(0.5, 0.5),
    Manner(0.9, 0.1),
    Manner(0.1, 0.1),
    Manner(1.0, 1.0),
)
Files = dict[str, Bytes]


@dataclass
class Shared:
    """Recorded lives, and a folder to lay images out in."""

    lives: list[Life]
    place: Path
    seed: int


def prepare(scratch: Path, seed: int) -> Shared:
    shim = Shim()
    lives = [
        recorded_life(shim, scratch / "plain", seed, "plain", None, 32),
        recorded_life(shim, scratch / "locked", seed, "encrypted", KEY, 14),
        recorded_life(shim, scratch / "first", seed, "first start", None, 6),
    ]
    return Shared(lives, scratch / "image" / "数据", seed)


def case(shared: Shared, number: int) -> str | None:
    """Ten cuts of one life, close to one another, on one sort of disk, each treated in a way of its own."""
    chance = random.Random(f"{shared.seed} {number}")
    [life] = chance.choices(shared.lives, [6, 3, 1])
    ordered, taken = chance.random() < 0.5, 0
    cut = chance.randint(0, max(0, len(life.calls) - IMAGES))
    disk = PowerDisk(life.files, life.folders, ordered=ordered)
    for _ in range(IMAGES):
        for call in life.calls[taken:cut]:
            disk.take(call)
        taken, manner = cut, chance.choice(_MANNERS)
        folders, files = disk.image(chance, manner)
        bad = _judged(life, cut, shared.place, folders, files, fully=chance.random() < _OPENED)
        if bad:
            words = f"{life.name}, call {cut} of {len(life.calls)}, {'ordered' if ordered else 'strict'}"
            return f"{words}, {manner}: {bad}"
        cut = min(len(life.calls), cut + chance.randint(1, _STEP))
    return None


def _judged(life: Life, cut: int, place: Path, folders: set[str], files: Files, *, fully: bool) -> str | None:
    """By its bytes, when they are those of a state that is allowed; else, or `fully`, by opening it."""
    last = next((mark for mark in reversed(life.marks) if mark.at <= cut), None)
    coming = next((mark for mark in life.marks if mark.at > cut), None)
    if not fully and last is not None:
        bad = _lacking(last, coming, files)
        allowed = [mark for mark in (last, coming) if mark]
        if bad is not None or _is_one_of(allowed, life, place, files):
            return bad
    return _opened(life, last, coming, _laid_out(place, folders, files))


def _lacking(last: Mark, coming: Mark | None, files: Files) -> str | None:
    for name, data in last.files.items():
        allowed = (data, data if coming is None else coming.files.get(name))
        if files.get(name) not in allowed:
            return f"{name} is lost or another"
    journal, line = last.line
    moved = coming is not None and coming.line[0] != journal
    return None if moved or bytes(files.get(journal, b"")).startswith(line) else "the journal lost a change"


def _is_one_of(allowed: list[Mark], life: Life, place: Path, files: Files) -> bool:
    """Whether the store's file is as then, after SQLite has taken back what was not finished."""
    store, journal = "台账.db", "台账.db-journal"
    if store not in files:
        return False
    if not files.get(journal):
        return digest(files[store]) in [mark.store for mark in allowed]
    data = _laid_out(place, {"."}, {name: files[name] for name in (store, journal)})
    try:
        with closing(open_connection(data.store, life.key, write=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if digest(data.store.read_bytes()) in [mark.store for mark in allowed]:
                return True
            # What is put back encrypted has other bytes than before.
            return content_hash(connection) in [mark.content for mark in allowed]
    except Exception:  # whatever it is, opening it as the program does will tell
        return False


def _laid_out(place: Path, folders: set[str], files: Files) -> DataFolder:
    shutil.rmtree(place, ignore_errors=True)
    for folder in sorted(folders):
        (place / folder).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (place / name).write_bytes(data)
    return DataFolder(place)


def _opened(life: Life, last: Mark | None, coming: Mark | None, data: DataFolder) -> str | None:
    """As the program does; some are checked deeply too."""
    try:
        office = Office(Store(data, key=life.key), FixedClock(MOMENT))
    except AppError as error:
        return f"it does not open: {error.message}"
    try:
        bad = _held(office, life, last, coming) or _torn_backup(data)
    finally:
        office.store.close()
    if bad is None and last is not None and last.at % 11 == 0:
        found = StoreCheck(data, life.key).run(deep=True)
        bad = None if found.is_sound else "check --deep: " + "；".join(found.wrong)
    return bad


def _held(office: Office, life: Life, last: Mark | None, coming: Mark | None) -> str | None:
    """Everything told before, and of what was under way all or nothing."""
    with closing(open_connection(office.store.folder.store, life.key, write=False)) as connection:
        wrong, content = flaws(connection), content_hash(connection)
    if wrong:
        return f"damaged: {wrong}"
    if last is None:
        return None
    if content not in (last.content, coming and coming.content):
        older = [mark.told.name for mark in life.marks if mark.content == content][-1:]
        return f"the content is not that after “{last.told.name}”, but after {older}"
    with office.store.reading() as session:
        named = session.scalars(select(Attachment.sha256).distinct()).all()
    lost = [sha for sha in named if not office.store.vault.is_intact(sha)]
    if lost:
        return f"{len(lost)} attachments are lost or halved"
    typed = _typed(life, last)
    offered = [each.title for each in office.unsaved.all()]
    if typed and offered not in ([typed], [coming and coming.told.typed]):
        return f"what was typed is not offered: {offered} for {typed}"
    return None


def _typed(life: Life, last: Mark) -> str:
    return next(
        (mark.told.typed for mark in reversed(life.marks) if mark.at <= last.at and mark.told.typed), ""
    )


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
    "the power goes (ten moments a case): unsynced writes and names there, missing, torn, out of order",
    fast=500,
    whole=10_000,
    prepare=prepare,
    case=case,
    faulty_calls=True,
    weight=2,
)
