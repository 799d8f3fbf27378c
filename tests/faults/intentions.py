"""Intentions: what a clerk does in a day, drawn from a seed, each told of before and after."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from app.models import model_of
from app.models.system import Change
from app.services import options
from app.services.office import Office
from app.services.unsaved import FormKey, Typed
from app.store.backup.backup import Reason

KINDS = ("visit", "meeting")
_LONG = "群众反映巷道照明不足，晚上出行不便，建议分期安装。"


@dataclass(frozen=True)
class Told:
    """One intention: its number and name, how many rows it adds to the change log, and its operation's id.

    After it was carried out, `rows` and `chain` are the length of the change log and its last hash, which
    stand for all that was ever saved; `file` an attachment that lies in the vault, `backup` a backup's name,
    `typed` what is kept unsaved.
    """

    name: str
    number: int = 0
    adds: int = 1
    operation: str = ""
    rows: int = 0
    chain: str = ""
    file: str = ""
    backup: str = ""
    typed: str = ""


class Intentions:
    """Draws and carries out one intention after the other; `begun` hears of each before, `done` after."""

    def __init__(
        self, office: Office, folder: Path, seed: str,
        begun: Callable[[Told], None], done: Callable[[Told], None],
    ) -> None:  # fmt: skip
        self._office = office
        self._folder = folder
        self._seed = seed
        self._number = 0
        self._chance = random.Random(seed)
        self._tell_begun, self._tell_done = begun, done

    def act(self, number: int) -> None:
        """The one of that number; what cannot be done on this store becomes the adding of something."""
        self._number, self._chance = number, random.Random(f"{self._seed} {number}")
        acts, weights = zip(*ACTS, strict=True)
        self._chance.choices(acts, weights)[0](self)

    def _begun(self, told: Told) -> None:
        self._tell_begun(replace(told, number=self._number))

    def _done(self, told: Told) -> None:
        self._tell_done(replace(told, number=self._number))

    def add(self, name: str = "add") -> None:
        """A visit or a meeting, with rows below it; its operation id would find it again."""
        kind = self._chance.choice(KINDS)
        new = self._office.records.new(kind, **self._values(kind))
        self._save(new, name)

    def edit(self) -> None:
        found = self._some(1)
        if not found:
            return self.add("instead")
        loaded = self._office.records.load(*found[0])
        loaded.values |= self._values(found[0][0])
        return self._save(loaded, "edit")

    def attach(self) -> None:
        """A file into the vault, and into a record."""
        path = self._folder / f"附件{self._chance.randrange(10**6)}.txt"
        path.write_bytes(self._chance.randbytes(self._chance.choice([10, 3_000, 70_000])))
        found = self._some(1)
        self._begun(Told("attach"))
        [entry] = self._office.records.attach([path])
        path.unlink()
        if found:
            loaded = self._office.records.load(*found[0])
        else:
            loaded = self._office.records.new("visit", **self._values("visit"))
        loaded.values["files"] = [entry]
        self._office.records.save(loaded, self._id(), reason="补录")
        self._done(replace(self._now("attach"), file=entry["sha256"]))

    def delete(self) -> None:
        found = self._some(self._chance.choice([1, 1, 3]))
        if not found:
            return self.add("instead")
        kind = found[0][0]
        uuids = [uuid for each, uuid in found if each == kind]
        self._begun(Told("delete", adds=len(uuids)))
        self._office.records.delete(kind, uuids, reason="重了")
        return self._done(self._now("delete"))

    def undelete(self) -> None:
        found = [(row.kind, row.uuid) for row in self._office.bin.rows()][:2]
        if not found:
            return self.add("instead")
        self._begun(Told("undelete", adds=len(found)))
        self._office.records.undelete_all(found, reason="删错了")
        return self._done(self._now("undelete"))

    def bulk(self) -> None:
        """One field of several records, as one intention."""
        kind = self._chance.choice(KINDS)
        uuids = [uuid for each, uuid in self._some(6) if each == kind]
        if not uuids:
            return self.add("instead")
        value = f"地点{self._chance.randrange(10**6)}"
        self._begun(Told("bulk", adds=len(uuids)))
        self._office.bulk.change(kind, uuids, "place", value, reason="统一改")
        return self._done(self._now("bulk"))

    def submit(self) -> None:
        """A month goes up, or comes back."""
        month = self._office.calendar.month(2026, self._chance.randint(7, 9))
        sent = self._office.submissions.active(month)
        self._begun(Told("submit"))
        if sent is not None:
            self._office.submissions.reopen(month, "市里退回核对")
        else:
            self._office.submissions.submit(month)
        self._done(self._now("submit"))

    def set_up(self) -> None:
        """A setting, or the name of an option."""
        word = f"{self._chance.randrange(10**6)}"
        self._begun(Told("set_up"))
        if self._chance.random() < 0.5:
            self._office.change_settings({"reviewer": word})
        else:
            self._office.change_options(options.rename_entry, "brand", "courtyard", word)
        self._done(self._now("set_up"))

    def write(self) -> None:
        """A paragraph of a month's report."""
        month = self._office.calendar.month(2026, 10)
        self._begun(Told("write"))
        self._office.paragraphs.save(month, "plans", f"{_LONG}{self._chance.randrange(10**6)}")
        self._done(self._now("write"))

    def type(self) -> None:
        """What is typed and not saved."""
        key, word = FormKey("visit", "7" * 32), f"没写完{self._chance.randrange(10**6)}"
        typed = self._office.records.new("visit", name=word)
        self._begun(Told("type", adds=0, typed=word))
        self._office.unsaved.keep(key, Typed(typed, ("name",)))
        self._done(replace(self._now("type"), adds=0, typed=word))

    def back_up(self) -> None:
        self._begun(Told("back_up", adds=0))
        made = self._office.backups.make(Reason.ASKED)
        self._done(replace(self._now("back_up"), adds=0, backup=made.name))

    def _save(self, aggregate: Any, name: str) -> None:
        operation = self._id()
        self._begun(Told(name, operation=operation))
        self._office.records.save(aggregate, operation, reason="补录")
        self._done(self._now(name))

    def _values(self, kind: str) -> dict[str, Any]:
        chance = self._chance
        day = date(2026, chance.randint(7, 10), chance.randint(1, 28))
        text = _LONG * chance.choice([1, 3, 40])
        if kind == "visit":
            problems = [{"text": f"{_LONG}{chance.randrange(100)}"} for _ in range(chance.randrange(4))]
            return {"name": f"走访{chance.randrange(10**6)}", "happened_on": day, "content": text,
                    "problems_raised": problems}  # fmt: skip
        opinions = [{"text": f"{_LONG}{chance.randrange(100)}"} for _ in range(chance.randrange(4))]
        return {"topic": f"议题{chance.randrange(10**6)}", "happened_on": day, "background": text,
                "people": {"masses": chance.randrange(50)}, "opinions": opinions}  # fmt: skip

    def _some(self, count: int) -> list[tuple[str, str]]:
        """Kind and uuid of some records that are there."""
        with self._office.store.reading() as session:
            found = [(kind, uuid) for kind in KINDS for uuid in session.scalars(_living(kind))]
        return self._chance.sample(found, min(count, len(found)))

    def _now(self, name: str) -> Told:
        rows, chain = last_change(self._office)
        return Told(name, rows=rows, chain=chain)

    def _id(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"


def _living(kind: str) -> Any:
    model = model_of(kind)
    return select(model.uuid).where(model.deleted_at.is_(None)).order_by(model.id)


def last_change(office: Office) -> tuple[int, str]:
    """Length of the change log and its last hash, "" when it is empty."""
    with office.store.reading() as session:
        row = session.execute(select(Change.id, Change.chain).order_by(Change.id.desc()).limit(1)).first()
        count = session.execute(select(func.count(Change.id))).scalar_one()
    rows, chain = row or (0, "")
    assert rows == count
    return rows, chain


ACTS: tuple[tuple[Callable[[Intentions], None], int], ...] = (
    (Intentions.add, 8),
    (Intentions.edit, 8),
    (Intentions.attach, 4),
    (Intentions.delete, 3),
    (Intentions.undelete, 2),
    (Intentions.bulk, 3),
    (Intentions.submit, 2),
    (Intentions.set_up, 2),
    (Intentions.write, 2),
    (Intentions.type, 3),
    (Intentions.back_up, 2),
)
