"""Programs started on one store at the same moment: one gets it, the others are told, nothing is doubled."""

from __future__ import annotations

import os
import random
import shutil
import traceback
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from tests.faults.suite import Suite
from tests.office import MOMENT, small_office

REFUSED = "这个数据文件夹正被另一个窗口用着。请在那个窗口里做，或先关掉它。"


@dataclass
class Shared:
    """A store to copy, and where."""

    template: Path
    place: Path
    seed: int


def prepare(scratch: Path, seed: int) -> Shared:
    small_office(scratch / "template").store.close()
    return Shared(scratch / "template", scratch / "台账", seed)


def case(shared: Shared, number: int) -> str | None:
    """Two to five programs at once, on a filled store or where none is yet; some die while they have it."""
    chance = random.Random(f"{shared.seed} {number}")
    shutil.rmtree(shared.place, ignore_errors=True)
    if chance.random() < 0.7:
        shutil.copytree(shared.template, shared.place)
    programs = chance.randint(2, 5)
    dying = chance.random() < 0.3
    said = Counter(_at_once(shared.place, programs, dying))
    saved = said.pop("saved", 0)
    refused = said.pop(REFUSED, 0)
    if said:
        return f"{programs} programs, unexpected: {dict(said)}"
    there = _visits(shared.place)
    if (saved, refused) != (there, programs - saved) or saved < 1:
        return f"{programs} programs: {saved} said saved, {refused} were refused, {there} are there"
    return None


def _at_once(place: Path, programs: int, dying: bool) -> list[str]:
    """What each of them said."""
    gate, latch = os.pipe()
    talks = []
    for name in range(programs):
        heard, mouth = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(latch)
            os.read(gate, 1)  # all begin when the other end is closed
            os.write(mouth, _lived(place, name).encode())
            os._exit(9 if dying else 0)
        os.close(mouth)
        talks.append((child, heard))
    os.close(gate)
    os.close(latch)
    words = []
    for child, heard in talks:
        with os.fdopen(heard, encoding="utf-8") as file:
            words.append(file.read())
        os.waitpid(child, 0)
    return words


def _lived(place: Path, name: int) -> str:
    """One program: opens, saves, and ends without closing."""
    try:
        office = Office(Store(DataFolder(place)), FixedClock(MOMENT))
        new = office.records.new("visit", name=f"走访{name}", happened_on=date(2026, 10, 1))
        office.records.save(new, f"op{name}")
        return "saved"
    except AppError as error:
        return error.message
    except BaseException:
        return traceback.format_exc()


def _visits(place: Path) -> int:
    office = Office(Store(DataFolder(place)), FixedClock(MOMENT))
    try:
        return office.count("visit")
    finally:
        office.store.close()


SUITE = Suite(
    "starts",
    "two to five programs started on one store at the same moment",
    fast=6,
    whole=500,
    prepare=prepare,
    case=case,
)
