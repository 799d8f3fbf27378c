"""kill -9 at any moment of a clerk's day: nothing acknowledged is lost, halved or doubled afterwards."""

from __future__ import annotations

import json
import os
import random
import shutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sqlalchemy import select

from app.clock import FixedClock
from app.errors import AppError
from app.models.system import Attachment, Change
from app.paths import DataFolder
from app.services.change_log import carried_out
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.services.store_check import StoreCheck
from app.store.backup.backup import Reason
from app.store.connection import open_connection
from app.store.content import table_hashes
from app.store.opening.soundness import flaws
from app.store.store import Store
from tests.faults.filled import KEY
from tests.faults.intentions import Intentions, Told, last_change
from tests.faults.shim import Classes, Fault, Shim
from tests.faults.suite import Suite
from tests.office import MOMENT, small_office

_KILLS = 2  # of one store
_CALLS = 60.0  # calls to the disk that a program lives for, on the average
_CLOSING = 5  # intentions after which it is closed and started again


@dataclass
class Shared:
    """Stores to begin with: a small office, plain and encrypted, and none."""

    shim: Shim
    templates: dict[bytes | None, Path]
    place: Path
    seed: int


@dataclass
class Heard:
    """What came out of the pipe: the last that was acknowledged of each sort, and what was under way."""

    rows: int = 0
    chain: str = ""
    files: list[str] = field(default_factory=list)
    backup: str = ""
    typed: str = ""
    typing: str = ""  # what was to take its place
    under_way: Told | None = None
    unheard: int = 0  # rows of an earlier life that may be in the journal, and are not in the file
    error: str = ""

    def take(self, line: dict[str, object]) -> None:
        if "error" in line:
            self.error = str(line["error"])
            return
        told = Told(**line["told"])  # type: ignore[arg-type]
        if line["what"] == "begun":
            self.under_way, self.typing = told, told.typed or self.typing
            return
        self.under_way = None
        if told.name not in ("start", "type", "back_up"):
            self.unheard = 0  # whatever writes says first of such a line that it did not take place
        self.rows, self.chain = told.rows, told.chain
        self.files += [told.file] if told.file else []
        self.backup = told.backup or self.backup
        self.typed = told.typed or self.typed


def prepare(scratch: Path, seed: int) -> Shared:
    templates: dict[bytes | None, Path] = {None: scratch / "plain", KEY: scratch / "encrypted"}
    small_office(templates[None]).store.close()
    _opened(DataFolder(templates[KEY]), KEY).store.close()
    _rehearse(DataFolder(shutil.copytree(templates[None], scratch / "rehearsal" / "数据")))
    return Shared(Shim(), templates, scratch / "at" / "数据", seed)


def _rehearse(data: DataFolder) -> None:
    """Each intention once or twice, so that what is forked from here need not compile its statements."""
    office = _opened(data, None)
    intentions = Intentions(office, data.root.parent, "rehearsal", _nothing, _nothing)
    for number in range(60):
        intentions.act(number)
    office.store.close()


def case(shared: Shared, number: int) -> str | None:
    """Two lives of one store, each of which is cut short."""
    chance = random.Random(f"{shared.seed} {number}")
    key = KEY if chance.random() < 0.3 else None
    shutil.rmtree(shared.place.parent, ignore_errors=True)
    shared.place.parent.mkdir()
    if chance.random() < 0.95:
        shutil.copytree(shared.templates[key], shared.place)
    data, heard = DataFolder(shared.place), Heard()
    for life in range(_KILLS):
        fault = Fault.HALF if chance.random() < 0.4 else Fault.KILL
        at = 1 + int(chance.expovariate(1 / _CALLS))
        seed = f"{shared.seed} {number} {life}"
        for line in _lived(shared.shim, data, key, seed, fault, at):
            heard.take(line)
        shared.shim.disarm()
        doing = heard.under_way.name if heard.under_way else "nothing"
        lost = heard.rows > 0 and chance.random() < 0.06  # and the disk loses the store's file besides
        if not lost:
            heard.unheard = 0
        bad = (
            heard.error or (_rebuilt(data, key) if lost else None) or _judged(data, key, heard, seed, chance)
        )
        if bad:
            way = f"{'encrypted' if key else 'plain'}, life {life + 1}, {fault.name} at call {at}"
            return f"{way}, {doing} under way: {bad}"
    return _same_again(data, key, str(number)) if chance.random() < 0.1 else None


def _lived(
    shim: Shim, data: DataFolder, key: bytes | None, seed: str, fault: Fault, at: int
) -> Iterator[dict[str, object]]:
    """One program until it is killed; yields what it said."""
    heard, mouth = os.pipe()
    shim.watch(data.root)
    shim.arm(fault, at, classes=Classes.WRITES)
    child = os.fork()
    if child == 0:
        os.close(heard)
        shim.alone()
        try:
            _live(data, key, seed, lambda line: os.write(mouth, json.dumps(line).encode() + b"\n"))
        except BaseException:
            os.write(mouth, json.dumps({"error": traceback.format_exc()[-2000:]}).encode() + b"\n")
        os._exit(1)
    os.close(mouth)
    with os.fdopen(heard, "rb") as pipe:
        yield from map(json.loads, pipe)
    os.waitpid(child, 0)


def _live(data: DataFolder, key: bytes | None, seed: str, say: Callable[[dict[str, object]], object]) -> None:
    def begun(told: Told) -> None:
        say({"what": "begun", "told": asdict(told)})

    def done(told: Told) -> None:
        say({"what": "done", "told": asdict(told)})

    number = 0
    while True:
        begun(Told("start", adds=0))
        office = _opened(data, key)
        rows, chain = last_change(office)
        done(Told("start", adds=0, rows=rows, chain=chain))
        intentions = Intentions(office, data.root.parent, seed, begun, done)
        for _ in range(_CLOSING):
            number += 1
            intentions.act(number)
        office.backups.make_if_due(Reason.EXIT)
        office.store.close()


def _opened(data: DataFolder, key: bytes | None) -> Office:
    return Office(Store(data, key=key), FixedClock(MOMENT))


def _judged(
    data: DataFolder, key: bytes | None, heard: Heard, seed: str, chance: random.Random
) -> str | None:
    """Starts the program again and looks for everything it had said."""
    try:
        office = _opened(data, key)
    except AppError as error:
        return f"it does not open: {error.message}"
    try:
        bad = _kept(office, heard) or _retried(office, data.root.parent, heard, seed) or _whole(office, key)
    finally:
        office.store.close()
    if bad is None and chance.random() < 0.08:
        found = StoreCheck(data, key).run(deep=True)
        bad = None if found.is_sound else "check --deep: " + "；".join(found.wrong)
    return bad


def _kept(office: Office, heard: Heard) -> str | None:
    with office.store.reading() as session:
        chains = dict(session.execute(select(Change.id, Change.chain)).tuples().all())
    if chains.get(heard.rows, "") != heard.chain:
        return f"row {heard.rows} of the change log is lost or another"
    adds = heard.under_way.adds if heard.under_way else 0
    added = len(chains) - heard.rows
    if heard.rows and added not in (0, adds, heard.unheard):
        return f"{added} rows more than were told of: halved or doubled"
    gone = [sha for sha in heard.files if not office.store.vault.is_intact(sha)]
    if gone:
        return f"{len(gone)} attachments are lost or halved"
    if heard.backup and heard.backup not in [each.name for each in office.backups.all()]:
        return f"the backup {heard.backup} is lost"
    offered = {each.title for each in office.unsaved.all()}
    if heard.typed and not offered & {heard.typed, heard.typing}:
        return f"what was typed is not offered: {offered} for {heard.typed}"
    return None


def _retried(office: Office, folder: Path, heard: Heard, seed: str) -> str | None:
    """What nobody heard the end of is done again under its operation's id, and is there once."""
    told = heard.under_way
    heard.unheard = told.adds if told else 0
    if told is not None and told.name == "add" and told.operation:
        before, again = last_change(office)[0], Intentions(office, folder, seed, _nothing, _nothing)
        with office.store.reading() as session:
            there = carried_out(session, told.operation) is not None
        again.act(told.number)
        rows, _ = last_change(office)
        if rows != before + (not there):
            return f"tried again, the log has {rows - before} rows more"
        heard.unheard = 0
    heard.rows, heard.chain = last_change(office)
    heard.under_way = None
    return None


def _nothing(told: Told) -> None:
    """For those who do not listen."""


def _whole(office: Office, key: bytes | None) -> str | None:
    with closing(open_connection(office.store.folder.store, key, write=False)) as connection:
        wrong = flaws(connection)
        rows = {row[0] for row in connection.execute("SELECT id FROM search_row")}
        words = {row[0] for row in connection.execute("SELECT id FROM search_docsize")}
    if wrong:
        return f"damaged: {wrong}"
    if rows != words:
        return "the search index is half written"
    with office.store.reading() as session:
        named = session.scalars(select(Attachment.sha256).distinct()).all()
    lost = [sha for sha in named if not office.store.vault.is_intact(sha)]
    return f"{len(lost)} attachments that records name are lost" if lost else None


def _rebuilt(data: DataFolder, key: bytes | None) -> str | None:
    """Backup and journal take the place of the store's file."""
    data.store.unlink()
    try:
        Rebuilding(data, FixedClock(MOMENT), key).rebuild()
    except AppError as error:
        return f"it cannot be rebuilt: {error.message}"
    return None


def _same_again(data: DataFolder, key: bytes | None, seed: str) -> str | None:
    """Rebuilt, it is the same in every row; something is saved before, which settles what broke off."""
    office = _opened(data, key)
    Intentions(office, data.root.parent, seed, _nothing, _nothing).set_up()
    office.store.close()
    with closing(open_connection(data.store, key, write=False)) as connection:
        wanted = table_hashes(connection)
    if bad := _rebuilt(data, key):
        return bad
    with closing(open_connection(data.store, key, write=False)) as connection:
        found = table_hashes(connection)
    different = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
    return f"rebuilt, it is not the same: {' '.join(different)}" if different else None


SUITE = Suite(
    "kills",
    "kill -9 at any moment of a day's work, twice on one store",
    fast=50,
    whole=5_000,
    prepare=prepare,
    case=case,
    faulty_calls=True,
)
