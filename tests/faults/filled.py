"""A small office with a row in every table, a backup in the middle of its life, and how it was then."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from app.clock import FixedClock
from app.models import RECORDS
from app.models.system import Alias
from app.paths import DataFolder
from app.services import options
from app.services.office import Office
from app.store.backup.backup import Reason
from app.store.backup.backups import no_step
from app.store.password.switch import Switch
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.services.whole_records import Whole
from tests.store.cheap import cheap_keyring

KEY = bytes(range(32))


@dataclass(frozen=True)
class Filled:
    """One office at rest; `earlier` is its store's file as it once was, `key` what it is opened with."""

    data: DataFolder
    earlier: bytes
    key: bytes | None


@contextmanager
def drawn(seed: str) -> Iterator[None]:
    """Ids come out of a seed, so that a store has the same bytes in each run."""
    with patch("os.urandom", random.Random(seed).randbytes):
        yield


def filled(folder: Path, seed: int, *, key: bytes | None = None) -> Filled:
    """Makes one in `folder`; with a key it and its backup are encrypted, as in the window."""
    data = DataFolder(folder / "数据")
    with drawn(f"{seed} office"):
        office = small_office(data.root)
    with drawn(f"{seed} records"):
        whole = Whole(office, folder)
        for model in RECORDS:
            office.records.save(whole.record(model.key, 0))
        _keep_other_things(office)
        office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED)
        office.store.close()
        if key is not None:
            Switch(data, None, key, cheap_keyring(key)[1]).run(no_step)
        earlier = data.store.read_bytes()
        office = opened(data, key)
        later = Whole(office, folder)
        for model in RECORDS:
            saved = office.records.save(later.record(model.key, 1), reason="补录")
            if model.key in ("visit", "meeting", "zero_report"):
                office.records.delete(model.key, [saved.uuid], reason="重了")
        office.store.close()
    return Filled(data, earlier, key)


def opened(data: DataFolder, key: bytes | None = None) -> Office:
    return Office(Store(data, key=key), FixedClock(MOMENT))


def copied(source: DataFolder, target: Path) -> DataFolder:
    """All of an office in another folder."""
    shutil.copytree(source.root, target)
    return DataFolder(target)


def _keep_other_things(office: Office) -> None:
    """What an office keeps that is no record, and a submission with a correction after it."""
    september = office.calendar.month(2026, 9)
    office.change_options(options.rename_entry, "brand", "courtyard", "院坝说事")
    office.saved_reports.save(office.own_tables.usual("meeting").named("局长要的表"))
    office.own_figures.add({"label": "走访场次", "source": "visit"})
    office.paragraphs.save(september, "plans", "筹备好年底的会。\n把清单报上去")
    earlier = {"name": "走访果农", "happened_on": "2026-09-13", "members": ["马文军"], "people_served": 20}
    [visit] = office.records.add("visit", [earlier])
    office.submissions.submit(september)
    visit.values["people_served"] = 21
    office.records.save(visit, reason="数错了")
    with office.store.writing() as session:
        session.add(Alias(old="0" * 32, new=visit.uuid))  # merging is not there yet, its table is
