"""Unsaved: where what is typed and not saved lies beside the store (暂存), a file for each form."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.paths import DataFolder
from app.store.backup.failures import failed
from app.store.failures import away
from app.store.password.sealing import Sealing, Torn
from app.store.private_files import PART, make_folder, part_of, sync_folder

Document = dict[str, Any]
FORMAT = 1
ASIDE = "读不出来的"
TEXT = "text"  # in the place of a kind: what is typed elsewhere than in a record's form
_NAME = re.compile(r"[a-z_]{1,40}-[0-9a-f]{32}")

log = logging.getLogger(__name__)


class UnsavedPlace:
    """Whole documents under names like meeting-0123…; what cannot be read is put aside, never deleted.

    A document says its `format`, and in `files` the hashes of attachments that only it names.
    """

    def __init__(self, folder: DataFolder, key: bytes | None = None) -> None:
        self._root, self._folder = folder.root, folder.unsaved
        self._sealing = Sealing(key)

    def put(self, name: str, document: Document) -> None:
        """On the disk, whole, in place of what was there, when this returns; raises AppError."""
        data = json.dumps(document | {"format": FORMAT}, separators=(",", ":")).encode("ascii")
        path = self._folder / name
        try:
            self._refuse_gone()
            make_folder(self._folder)
            self._sealing.write(part_of(path), data)
            part_of(path).replace(path)
            sync_folder(self._folder)
        except OSError as error:
            self._refuse_gone()
            raise failed(error, "正在填的没能暂存", self._folder, "这一页上的都还在") from error

    def _refuse_gone(self) -> None:
        """Where a stick was pulled nothing is to lie; it is said as by whoever saves."""
        if not self._root.is_dir():
            raise away(self._root, "正在填的没能暂存，这一页上的都还在", "再接着填")

    def get(self, name: str) -> Document | None:
        """One of them; None when there is none, or none that can be read by this program."""
        found = self._read(name)
        return found if found is not None and found["format"] <= FORMAT else None

    def names(self) -> list[str]:
        """All there are, oldest first."""
        found = [path for path in self._listed() if _NAME.fullmatch(path.name)]
        return [path.name for path in sorted(found, key=_written)]

    def remove(self, name: str) -> None:
        """Nobody wants it any more."""
        with suppress(OSError):
            (self._folder / name).unlink(missing_ok=True)
            sync_folder(self._folder)

    def put_aside(self, name: str) -> None:
        """Out of the way, for whoever may be able to read it."""
        aside, number = self._folder / ASIDE, 1
        try:
            make_folder(aside)
            while (target := aside / (name if number == 1 else f"{number}-{name}")).exists():
                number += 1
            (self._folder / name).rename(target)
        except OSError:
            return
        log.warning("put aside what cannot be read: %s", name if _NAME.fullmatch(name) else "another file")

    def tidy(self) -> None:
        """Once, at the start: a file that got whole but not its name gets it, what is not ours goes aside."""
        for path in self._listed():
            name = path.name.removesuffix(PART)
            if path.name.startswith(".") or _NAME.fullmatch(path.name):
                continue
            if name == path.name or not _NAME.fullmatch(name) or not self._is_whole(path):
                self.put_aside(path.name)
                continue
            with suppress(OSError):
                path.replace(self._folder / name)

    def files(self) -> frozenset[str]:
        """The hashes of attachments that nothing but these documents names."""
        documents = [self._read(name) for name in self.names()]
        return frozenset(sha256 for each in documents if each for sha256 in each.get("files", ()))

    def _read(self, name: str) -> Document | None:
        try:
            found = json.loads(self._sealing.read(self._folder / name))
        except OSError:
            return None
        except (Torn, ValueError):
            found = None
        if isinstance(found, dict) and isinstance(found.get("format"), int):
            return found
        self.put_aside(name)
        return None

    def _listed(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from [path for path in self._folder.iterdir() if path.is_file()]

    def _is_whole(self, path: Path) -> bool:
        try:
            return bool(self._sealing.read(path))
        except (OSError, Torn):
            return False


def _written(path: Path) -> tuple[int, str]:
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:  # it has just gone
        return 0, path.name
