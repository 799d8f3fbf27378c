"""Every call to the disk while an older store is reshaped: afterwards it is the old one or the new one."""

from __future__ import annotations

import gc
import json
import os
import shutil
import traceback
from bisect import bisect_right
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations
from sqlalchemy.exc import DBAPIError

from app.paths import DataFolder
from app.store.connection import open_connection
from app.store.lock import StoreLock
from app.store.migrations.step import Step
from app.store.opening.guard import Guard
from app.store.upgrade import upgrade
from tests.faults import verdict
from tests.faults.desk import Desk
from tests.faults.io import TROUBLES, Trouble
from tests.faults.shim import Classes, Fault, Kind, Shim
from tests.faults.suite import Suite
from tests.faults.verdict import BUG, DONE
from tests.office import small_office
from tests.stores.sealing import seal

KEY = bytes(range(32))
LANES = (None, KEY)
TARGET = 3
NOTHING = Trouble("nothing", Fault.NONE)


def _longer_places(op: Operations) -> None:
    """The table that attendance, head counts and five kinds hang on is rebuilt, and one below it."""
    with op.batch_alter_table("activity", recreate="always") as batch:
        batch.alter_column("place", existing_type=sa.String(80), type_=sa.Text())
    with op.batch_alter_table("attendance", recreate="always") as batch:
        batch.add_column(sa.Column("weight", sa.Integer(), nullable=False, server_default="1"))


def _contacts(op: Operations) -> None:
    """Phones get a table of their own."""
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("phone", sa.String(20), nullable=False),
    )
    op.execute("INSERT INTO contact(person_id, phone) SELECT id, phone FROM person WHERE phone IS NOT NULL")
    with op.batch_alter_table("person", recreate="always") as batch:
        batch.drop_column("phone")


STEPS = (
    Step(1, "longer places", _longer_places, {"activity": ["place"], "attendance": ["weight"]}),
    Step(2, "contacts", _contacts, {"person": ["phone"]}, ["contact"]),
)


@dataclass
class Lane:
    """A store of the older release, plain or encrypted, and what it holds before and after."""

    key: bytes | None
    template: Path
    before: str
    after: str = ""
    writes: list[Kind] = field(default_factory=list)
    reads: list[Kind] = field(default_factory=list)


@dataclass
class Shared:
    """The lanes, and their cases in stretches: the number of each one's first."""

    scratch: Path
    shim: Shim
    firsts: list[int] = field(default_factory=list)
    stretches: list[tuple[Lane, Trouble, list[int]]] = field(default_factory=list)
    total: int = 0

    @property
    def data(self) -> DataFolder:
        return DataFolder(self.scratch / "台账")


def prepare(scratch: Path, seed: int) -> Shared:
    shared = Shared(scratch, Shim())
    shared.shim.watch(shared.data.root)
    office = small_office(scratch / "made")
    visit = {"name": "走访果农", "happened_on": "2026-10-12", "place": "河口村", "people": {"masses": 3}}
    office.records.add("visit", [visit | {"members": ["马文军", "陈志明"]}])
    office.records.add("person", [{"name": "𠮷新人", "phone": "13812345678"}])
    office.store.close()
    for key in LANES:
        _add_lane(shared, _lane(shared, key))
    gc.collect()
    gc.freeze()  # what is forked copies as little as it can
    return shared


def case(shared: Shared, number: int) -> str | None:
    if number >= shared.total:
        return f"there is no such case: this process counts {shared.total}"
    stretch = bisect_right(shared.firsts, number) - 1
    lane, trouble, calls = shared.stretches[stretch]
    at = calls[number - shared.firsts[stretch]]
    bad = _tried(shared, lane, trouble, at)
    if bad is None:
        return None
    return f"{'encrypted' if lane.key else 'plain'}: {trouble.name} at call {at}: {bad}"


def _lane(shared: Shared, key: bytes | None) -> Lane:
    template = shared.scratch / ("plain" if key is None else "encrypted")
    template.mkdir()
    made = DataFolder(template)
    shutil.copyfile(DataFolder(shared.scratch / "made").store, made.store)
    made.store.chmod(0o600)
    if key is not None:
        seal(made.store, key)
    lane = Lane(key, template, _dumped(made, key))
    for classes, calls in ((Classes.WRITES, lane.writes), (Classes.READS, lane.reads)):
        said, words = _forked(shared, lane, Trouble("nothing", Fault.NONE, classes=classes), 0) or (BUG, "")
        if said != DONE:
            raise RuntimeError(f"the migration fails by itself: {words}")
        calls += shared.shim.kinds
        shared.shim.disarm()
    lane.after = _dumped(shared.data, key)
    if lane.after == lane.before:
        raise RuntimeError("the migration does nothing")
    return lane


def _add_lane(shared: Shared, lane: Lane) -> None:
    for trouble in TROUBLES:
        kinds = lane.reads if trouble.classes is Classes.READS else lane.writes
        calls = [number for number, kind in enumerate(kinds, 1) if kind in trouble.kinds]
        if calls and not trouble.stays:  # an opening is tried again when the disk is well
            shared.firsts.append(shared.total)
            shared.stretches.append((lane, trouble, calls))
            shared.total += len(calls)


def _tried(shared: Shared, lane: Lane, trouble: Trouble, at: int) -> str | None:
    told = _forked(shared, lane, trouble, at)
    shared.shim.disarm()
    if (told is None) != trouble.kills:
        return "was not killed" if trouble.kills else "the program died"
    if shared.shim.fired is None:
        return "the call was not reached, so nothing was tried"
    found = _dumped(shared.data, lane.key)
    if found not in (lane.before, lane.after):
        return "half migrated"
    bad = verdict.bad_backups(Desk(shared.scratch, lane.key))
    if bad is None and told is not None and told[0] != DONE:
        bad = verdict.ill_said(*told, "before" if found == lane.before else "after")
    if bad is None and told is not None and told[0] == DONE and found != lane.after:
        bad = "said to be done, and is not"
    if bad is None:
        bad = _finished(shared, lane)
    return bad or verdict.leaky(shared.data.root)


def _finished(shared: Shared, lane: Lane) -> str | None:
    """The next opening does what is left, with its backup there."""
    try:
        if _dumped(shared.data, lane.key) != lane.after:
            _upgraded(shared.data, lane.key)
    except Exception as error:
        return f"the next opening does not finish it: {verdict.said_of(error)}"
    if _dumped(shared.data, lane.key) != lane.after:
        return "the next opening leaves it half migrated"
    return verdict.bad_backups(Desk(shared.scratch, lane.key)) or (
        None if list(shared.data.backups.glob("*升级前.db")) else "there is no backup"
    )


def _upgraded(data: DataFolder, key: bytes | None) -> None:
    """As a store is opened: under its lock."""
    lock = StoreLock(data.lock)
    try:
        upgrade(data, key, STEPS, TARGET)
    except DBAPIError as error:
        raise Guard(data, key).unopened(error) from error
    finally:
        lock.release()


def _forked(shared: Shared, lane: Lane, trouble: Trouble, at: int) -> tuple[str, str] | None:
    """How it ended in a process of its own, and its words; None when it was killed."""
    shutil.rmtree(shared.data.root, ignore_errors=True)
    shutil.copytree(lane.template, shared.data.root)
    heard, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        shared.shim.alone()
        os.close(heard)
        told = (DONE, "")
        try:
            shared.shim.arm(trouble.fault, at, trouble.error, trouble.classes)
            _upgraded(shared.data, lane.key)
        except Exception as error:
            told = verdict.said_of(error)
        except BaseException:
            told = (BUG, traceback.format_exc())
        os.write(mouth, json.dumps(told).encode())
        os._exit(0)
    os.close(mouth)
    with os.fdopen(heard, "rb") as file:
        said = file.read()
    os.waitpid(child, 0)
    return tuple(json.loads(said)) if said else None


def _dumped(data: DataFolder, key: bytes | None) -> str:
    """Everything in the file, through the driver alone; takes back first what broke off."""
    with closing(open_connection(data.store, key, write=True)) as raw:
        found: list[Any] = [raw.execute("PRAGMA user_version").fetchone()]
        listed = raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        for sort, name, sql in listed:
            found.append((sort, name))
            if sort == "table" and not str(sql).startswith("CREATE VIRTUAL"):
                # Alembic writes the constraints of a rebuilt table in any order.
                found.append(raw.execute(f'PRAGMA table_info("{name}")').fetchall())
                found.append({row[2:] for row in raw.execute(f'PRAGMA foreign_key_list("{name}")')})
                found.append(raw.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall())
    return repr([sorted(each) if isinstance(each, set) else each for each in found])


SUITE = Suite(
    "migrations",
    "every call to the disk killed, halved, refused while an older store is reshaped",
    fast=40,
    whole=0,
    prepare=prepare,
    case=case,
    cases=lambda shared: shared.total,
    faulty_calls=True,
)
