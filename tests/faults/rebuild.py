"""The store's file is gone after a day of work, and more with it: backup and journal bring all of it back."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.services.store_check import StoreCheck
from app.store import committing
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from app.store.connection import open_connection
from app.store.content import table_hashes
from app.store.password.recoding import recode
from app.store.store import Store
from tests.faults.filled import KEY
from tests.faults.intentions import Intentions, Told
from tests.faults.suite import Suite
from tests.office import MOMENT, small_office
from tests.store.flaky import Disk

_WORDS = "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')"
_SPELLS = (1, 3)  # openings of the office in a case
_ACTS = (2, 5)  # intentions in each

_LOOKED_AT = 0.3  # of all cases, by check --deep


@dataclass
class Shared:
    """Stores to begin with, plain and encrypted, and where."""

    templates: dict[bytes | None, Path]
    place: Path
    seed: int


class Dies(BaseException):
    """The program ends between the journal and the store."""


def prepare(scratch: Path, seed: int) -> Shared:
    plain, sealed = scratch / "plain", scratch / "sealed"
    small_office(plain).store.close()
    sealed.mkdir()
    recode(DataFolder(plain).store, None, DataFolder(sealed).store, KEY)
    return Shared({None: plain, KEY: sealed}, scratch / "台账", seed)


def case(shared: Shared, number: int) -> str | None:
    """Work with troubles between, then the loss; the rebuilt store has to say the same to the last row."""
    day = _Day(shared, number)
    day.live()
    return day.lose()


class _Day:
    """One office from a template, in which things happen that follow from seed and number."""

    def __init__(self, shared: Shared, number: int) -> None:
        self.chance = random.Random(f"{shared.seed} {number}")
        self.key = self.chance.choice([None, KEY])
        self.data = DataFolder(shared.place)
        shutil.rmtree(shared.place, ignore_errors=True)
        shutil.copytree(shared.templates[self.key], shared.place)
        self.scraps = shared.place.parent / "附件来处"
        self.scraps.mkdir(exist_ok=True)
        self.seed = f"{shared.seed} {number}"
        self.acted = 0
        self.told: list[str] = []

    def live(self) -> None:
        for _ in range(self.chance.randint(*_SPELLS)):
            trouble = self.chance.choice(_TROUBLES)
            self.told.append(trouble.__name__)
            trouble(self)

    def work(self) -> None:
        """An afternoon with nothing wrong."""
        with closing(self.opened().store) as store:
            self.act(Office(store, FixedClock(MOMENT)))

    def act(self, office: Office) -> None:
        doing = Intentions(office, self.scraps, self.seed, _heard, _heard)
        for _ in range(self.chance.randint(*_ACTS)):
            self.acted += 1
            with suppress(AppError):  # what the disk refuses is not acknowledged
                doing.act(self.acted)

    def fail(self) -> None:
        """COMMIT raises, before or after it took place, and at times the disk cannot be asked either."""
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk.under(patch)
            with closing(self.opened().store) as store:
                office = Office(store, FixedClock(MOMENT))
                for _ in range(2):
                    disk.gone_when_failed = self.chance.random() < 0.3
                    name = self.chance.choice(["fail_before_commit", "fail_after_commit"])
                    setattr(disk, name, "disk I/O error")
                    self.act(office)
                    disk.gone = False
                    disk.fail_before_commit = disk.fail_after_commit = ""
                office.records.add("person", [{"name": "又好了"}])

    def die(self) -> None:
        """The program ends when the line is written and the store has nothing of it."""
        with pytest.MonkeyPatch.context() as patch, closing(self.opened().store) as store:
            office = Office(store, FixedClock(MOMENT))
            patch.setattr(committing, "commit", _die)
            with suppress(Dies):
                office.records.add("person", [{"name": "没有存上"}])
        self.work()

    def widen(self) -> None:
        """A later program adds a table and a column, and writes to them."""
        name = f"later{self.chance.randrange(10**9)}"
        with closing(open_connection(self.data.store, self.key, write=True)) as connection:
            connection.execute(f"CREATE TABLE {name}(id INTEGER PRIMARY KEY, word TEXT)")
            connection.execute(f"CREATE INDEX ix_{name} ON {name}(word)")
            connection.execute(f"ALTER TABLE township ADD COLUMN {name} TEXT")
        with closing(self.opened().store) as store:
            office = Office(store, FixedClock(MOMENT))
            with store.writing() as session:
                session.execute(text(f"INSERT INTO {name}(word) VALUES('一'), (NULL), ('三')"))
                session.execute(text(f"UPDATE township SET {name} = 'x' WHERE id = 2"))
            self.act(office)

    def restore(self) -> None:
        """A backup takes the place of the store, and work goes on from there."""
        made = BackupFolder(self.data.backups).all()
        if made:
            chosen = str(self.chance.choice(made).number)
            BackupRestoring(self.data, FixedClock(MOMENT), self.key).restore(Path(chosen))
        self.work()

    def back_up(self) -> None:
        with closing(self.opened().store) as store:
            Office(store, FixedClock(MOMENT)).backups.make(Reason.EXIT)
        self.work()

    def sweep(self) -> None:
        """Somebody takes the journal for rubbish."""
        shutil.rmtree(self.data.journal, ignore_errors=True)
        self.work()

    def opened(self) -> Office:
        return Office(Store(self.data, key=self.key), FixedClock(MOMENT))

    def lose(self) -> str | None:
        """Takes the store away, and often more; None when all of it comes back."""
        self._settle()
        before = self._state()
        lacking = self._spoil()
        what = f"{'sealed' if self.key else 'plain'}, {' '.join(self.told)}, {lacking}"
        done = Rebuilding(self.data, FixedClock(MOMENT), self.key).rebuild()
        if done.lost:
            return f"{what}: {done.lost}"
        after = self._state()
        differing = sorted(name for name in before | after if before.get(name) != after.get(name))
        if differing:
            return f"{what}: {', '.join(differing)} differ"
        if self.chance.random() > _LOOKED_AT:
            return None
        wrong = StoreCheck(self.data, self.key).run(deep=True).wrong
        return f"{what}: {'；'.join(wrong)}" if wrong else None

    def _settle(self) -> None:
        """The last thing that happens is acknowledged: what is not may come back or not."""
        with closing(self.opened().store) as store:
            Office(store, FixedClock(MOMENT)).records.add("person", [{"name": "最后一个"}])

    def _state(self) -> dict[str, str]:
        with closing(open_connection(self.data.store, self.key, write=True)) as connection:
            connection.execute(_WORDS)
            words: list[Any] = connection.execute("SELECT * FROM temp.words").fetchall()
            return table_hashes(connection) | {"words": repr(sorted(words))}

    def _spoil(self) -> str:
        """What is lost or damaged; as much of backup and journal stays as is needed."""
        store, made = self.data.store, BackupFolder(self.data.backups).all()
        lost = self.chance.choice(["gone", "empty", "garbage", "half"])
        if lost == "gone":
            store.unlink()
        elif lost == "half":
            store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])
        else:
            store.write_bytes(b"" if lost == "empty" else self.chance.randbytes(5000))
        if self.chance.random() < 0.3:
            store.with_name(f"{store.name}-journal").write_bytes(self.chance.randbytes(2000))
        newest = max(self.data.journal.iterdir())
        if self.chance.random() < 0.5:
            lost += ", a line torn"
            with newest.open("ab") as handle:
                handle.write(newest.read_bytes()[150 : 150 + self.chance.randrange(1, 90)])
        if made and self.chance.random() < 0.5:
            lost += ", the newest backup damaged"
            _damage(BackupFolder(self.data.backups).file_of(made[0]), self.chance)
        return lost


def _damage(file: Path, chance: random.Random) -> None:
    raw = bytearray(file.read_bytes())
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    file.write_bytes(raw)


def _die(*_: object) -> None:
    raise Dies


def _heard(told: Told) -> None:
    """Nobody listens."""


_TROUBLES: tuple[Callable[[_Day], None], ...] = (
    _Day.work, _Day.work, _Day.back_up, _Day.fail, _Day.die, _Day.widen, _Day.restore, _Day.sweep,
)  # fmt: skip

SUITE = Suite(
    "rebuild",
    "the store's file lost after a day of work with its troubles, and made anew from backup and journal",
    fast=6,
    whole=1000,
    prepare=prepare,
    case=case,
)
