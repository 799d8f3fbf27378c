"""HotJournal: a store caught in the middle of writing, with what lies beside it then."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.paths import DataFolder
from app.store.connection import open_connection
from tests.faults.damage import SECTOR
from tests.faults.filled import Filled


@dataclass(frozen=True)
class HotJournal:
    """The file half written over, and the journal that takes it back."""

    whole: bytes
    spilled: bytes
    journal: bytes

    @classmethod
    def of(cls, office: Filled, folder: Path) -> HotJournal:
        """Changes many rows with hardly any memory, so that pages go out before the end, and stops there."""
        folder.mkdir()
        store = folder / office.data.store.name
        shutil.copyfile(office.data.store, store)
        with closing(open_connection(store, office.key, write=True)) as connection:
            connection.execute("PRAGMA cache_size=8")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE change SET by = by || '改'")
            connection.execute("UPDATE setting SET value = value || ' '")
            connection.execute("DELETE FROM attendance")
            caught = cls(office.data.store.read_bytes(), store.read_bytes(), _beside(store).read_bytes())
            connection.execute("ROLLBACK")
        return caught

    def put_beside(self, chance: random.Random, data: DataFolder) -> str:
        """One of the states a power cut or a copy leaves; says which."""
        torn = self.journal[: chance.randrange(len(self.journal))]
        at = chance.randrange(0, len(self.journal), SECTOR)
        holed = self.journal[:at] + bytes(SECTOR) + self.journal[at + SECTOR :]
        kinds = {
            "taken back": (self.spilled, self.journal),
            "not begun, torn journal": (self.whole, torn),
            "not begun, journal with a hole": (self.whole, holed[: len(self.journal)]),
            "not begun, garbage for a journal": (self.whole, chance.randbytes(3 * SECTOR)),
            "spilled, torn journal": (self.spilled, torn),
            "spilled, journal with a hole": (self.spilled, holed[: len(self.journal)]),
            "spilled, no journal": (self.spilled, b""),
        }
        words = chance.choice(list(kinds))
        store, journal = kinds[words]
        data.store.write_bytes(store)
        _beside(data.store).write_bytes(journal)
        return f"journal: {words}"


def _beside(store: Path) -> Path:
    return store.with_name(f"{store.name}-journal")
