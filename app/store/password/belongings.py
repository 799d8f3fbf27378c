"""Belongings: what in a data folder holds an office's content and has to be encrypted with the store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.paths import DataFolder
from app.store.password.cipher import SEALED, is_sealed
from app.store.private_files import PART

_PLAIN_NAME = re.compile(r"[0-9a-f]{64}")
_SEALED_NAME = re.compile(rf"[0-9a-f]{{64}}{re.escape(SEALED)}")


class Belongings:
    """Looks through the store's folder and its backups, as they are now."""

    def __init__(self, data: DataFolder) -> None:
        self._data = data

    def databases(self) -> list[Path]:
        """Every store's file: the store, its backups, what was put aside."""
        found = [*self._data.root.glob("*.db"), *self._data.backups.rglob("*.db")]
        return sorted(path for path in found if path.is_file())

    def opaque(self, sealed: bool) -> list[Path]:
        """Files taken as they lie because nobody can read them: torn 暂存, damaged stores once sealed."""
        found = [path for path in self._data.unsaved.glob("*/*") if is_sealed(path.name) == sealed]
        if sealed:
            name = f"*.db*{SEALED}"
            found += [*self._data.root.glob(name), *self._data.backups.rglob(name)]
        return sorted(path for path in found if path.is_file())

    def files(self, sealed: bool) -> list[Path]:
        """Attachments, those of the backups too."""
        name = _SEALED_NAME if sealed else _PLAIN_NAME
        return sorted(
            path for shelf in self._shelves() for path in shelf.glob("??/*") if name.fullmatch(path.name)
        )

    def thumbnails(self) -> list[Path]:
        """Small pictures, which are made again when they are wanted."""
        places = [shelf / self._data.thumbnails.name for shelf in self._shelves()]
        return sorted(path for place in places for path in place.glob("*") if path.is_file())

    def leftovers(self) -> list[Path]:
        """Parts of files that a program which died has left."""
        found = [*self._data.root.glob(f"*{PART}*"), *self._data.unsaved.glob(f".*{PART}")]
        found += self._data.journal.glob(f"*{PART}")
        for shelf in self._shelves():
            found += shelf.glob(f"??/*{PART}")
        return sorted(path for path in found if path.is_file())

    def journal(self) -> list[Path]:
        """The segments of the change journal, and whatever else lies there."""
        found = [path for path in self._data.journal.glob("*") if path.is_file()]
        return sorted(path for path in found if not path.name.endswith((PART, SEALED)))

    def unsaved(self) -> list[Path]:
        """What is typed and not saved."""
        return sorted(path for path in self._data.unsaved.glob("*") if path.is_file())

    def _shelves(self) -> Iterator[Path]:
        name = self._data.files.name
        for place in (self._data.files, *self._data.backups.rglob(name)):
            if place.is_dir():
                yield place
