"""Random damage of the store's file: found and told in a sentence, or it changed nothing that is kept."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.rebuilding import Rebuilding
from app.services.store_check import StoreCheck
from app.store.opening.stamp import Stamp
from tests.faults.damage import damaged
from tests.faults.filled import KEY, Filled, filled, opened
from tests.faults.hot_journal import HotJournal
from tests.faults.shim import Shim
from tests.faults.suite import Suite
from tests.faults.tables import SEARCH, differing, tables_of
from tests.office import MOMENT

OPERATIONAL = re.compile("磁盘没有应答|磁盘满|占着|不能写|程序自己出了错")
OPENED = "opened"
_CHINESE = re.compile("[一-鿿].*")


@dataclass
class Shared:
    """Two offices at rest, plain and encrypted, what is in them, and a folder to damage a copy in."""

    offices: tuple[Filled, ...]
    tables: tuple[dict[str, str], ...]
    hot: tuple[HotJournal, ...]
    place: Path
    seed: int
    shim: Shim


def prepare(scratch: Path, seed: int) -> Shared:
    shim = Shim()
    shim.seed(seed)
    offices = (filled(scratch / "plain", seed), filled(scratch / "encrypted", seed, key=KEY))
    tables = tuple(tables_of(each.data.store, each.key) for each in offices)
    hot = tuple(HotJournal.of(each, scratch / f"hot{place}") for place, each in enumerate(offices))
    return Shared(offices, tables, hot, scratch / "damaged", seed, shim)


def case(shared: Shared, number: int) -> str | None:
    """One damage of one of the two; three of four times of the plain one, which cannot prove its pages."""
    chance = random.Random(f"{shared.seed} {number}")
    shared.shim.seed(number + 1)  # whatever was done before
    which = 0 if chance.random() < 0.75 else 1
    office = shared.offices[which]
    stamped = chance.random() < 0.5
    data = _copy(office, shared.place, stamped=stamped)
    whole = office.data.store.read_bytes()
    hot = chance.random() < 0.08
    if hot:
        words = shared.hot[which].put_beside(chance, data)
    else:
        damage = damaged(chance, whole, office.earlier)
        words = damage.words
        data.store.write_bytes(damage.data)
    checked = hot or chance.random() < 0.2
    bad = _judged(office, data, shared.tables[which], checked=checked, known=stamped and not hot)
    if bad is None and chance.random() < 0.06:
        bad = _rebuilt(data, office.key, shared.tables[which])
    return bad and f"{words} ({'encrypted' if which else 'plain'}): {bad}"


def _copy(office: Filled, place: Path, *, stamped: bool) -> DataFolder:
    """A copy to damage; `stamped` when what the file was as it was closed is known beside it."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(office.data.root, place)
    data = DataFolder(place)
    stamp = Stamp.read(data)
    assert stamp is not None
    if stamped:
        there = data.store.stat()
        replace(stamp, inode=there.st_ino, time=there.st_mtime_ns).keep(data)
    else:
        data.stamp.unlink()
    return data


def _judged(
    office: Filled, data: DataFolder, tables: dict[str, str], *, checked: bool, known: bool
) -> str | None:
    """What changed nothing is looked at by the check only when `checked`, for it takes its time.

    Where it is `known` what the file was, opening it has to see what differs, too.
    """
    if not checked and _silently(data, office.key, tables) is None:
        return None
    said = _said(data, office.key)
    if not said:
        return _silently(data, office.key, tables)
    for sentence in said:
        if not _CHINESE.search(sentence) or OPERATIONAL.search(sentence):
            return f"called “{sentence}”"
    bad = _opening(data, office.key)
    return bad if bad != OPENED else _silently(data, office.key, tables) if known else None


def _said(data: DataFolder, key: bytes | None) -> list[str]:
    """What the deep check finds, nothing when it calls the store sound."""
    beside = data.store.with_name(f"{data.store.name}-journal")
    before = None if beside.exists() else data.store.read_bytes()
    try:
        said = StoreCheck(data, key).run(deep=True).wrong
    except AppError as error:
        said = [error.message]
    if before is not None and data.store.read_bytes() != before:
        raise AssertionError("the check changed the file")
    return said


def _silently(data: DataFolder, key: bytes | None, tables: dict[str, str]) -> str | None:
    try:
        different = differing(tables, tables_of(data.store, key))
    except (sqlite.Error, UnicodeError) as error:
        return f"sound, and cannot be read: {error}"
    return f"silently different: {' '.join(different)}" if different else None


def _opening(data: DataFolder, key: bytes | None) -> str | None:
    """The program opens it all the same (OPENED), or says a sentence and leaves the file as it is."""
    before = data.store.read_bytes()
    try:
        opened(data, key).store.close()
    except AppError as error:
        if OPERATIONAL.search(error.message):
            return f"opening says “{error.message}”"
        if data.store.read_bytes() != before:
            return "opening refused the file and changed it"
        return None
    return OPENED


def _rebuilt(data: DataFolder, key: bytes | None, tables: dict[str, str]) -> str | None:
    """Whatever became of the file, backup and journal give all of it back."""
    try:
        Rebuilding(data, FixedClock(MOMENT), key).rebuild()
    except AppError as error:
        return f"it cannot be rebuilt: {error.message}"
    different = [name for name in differing(tables, tables_of(data.store, key)) if name != SEARCH]
    return f"rebuilt, it is not the same: {' '.join(different)}" if different else None


SUITE = Suite(
    "damages",
    "bits, sectors and pages of the store's file damaged, plain and encrypted",
    fast=300,
    whole=5_000,
    prepare=prepare,
    case=case,
    faulty_calls=True,
)
