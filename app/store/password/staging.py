"""Staging: files that are to take their places all together, or not at all, whenever the power goes.

Everything is written into a folder of its own first. Then one list is put on the disk: from that moment on
the new files count, and what is still to be done, renaming and removing, is finished at the next start.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.errors import AppError
from app.paths import DataFolder
from app.store.connection import COMPANIONS
from app.store.lock import StoreLock
from app.store.private_files import copy_new, make_folder, part_of, sync_folder, wipe, write_new

log = logging.getLogger(__name__)

_LIST, _OLD = "步骤.json", "旧"
_TRIES, _PAUSE = 5, 0.2  # a virus scanner on Windows holds a file for a moment
UNFINISHED = (
    "“{}”正被别的程序占着，换密码的最后一步没有做完，内容都在。请关掉那个程序，再打开一次，会接着做完。"
)


@dataclass(frozen=True, slots=True)
class Steps:
    """What is still to be done, as paths below the data folder; `wiped` old files are written over."""

    files: tuple[str, ...]
    gone: tuple[str, ...]
    wiped: bool


class Staging:
    """The folder of what is to come. Call it under the store's lock, with the store closed."""

    def __init__(self, data: DataFolder) -> None:
        self._root = data.root
        self._folder = data.staging

    @property
    def is_there(self) -> bool:
        """Whether something was begun that is not over."""
        try:
            return self._folder.is_dir()
        except (OSError, ValueError):  # a folder nobody can look into; whoever opens it says so
            return False

    @property
    def is_settled(self) -> bool:
        """Whether the next start puts the new files in their places; so it is where nobody can tell."""
        try:
            return self._read() is not None
        except OSError:
            return True

    def begin(self) -> None:
        """An empty folder."""
        self.drop()
        make_folder(self._folder)

    def place(self, target: Path) -> Path:
        """Where to write what is to become `target`."""
        place = self._folder / target.relative_to(self._root)
        make_folder(place.parent)
        return place

    def settle(self, targets: Sequence[Path], gone: Iterable[Path], *, wiped: bool) -> None:
        """From here on the new files count; they take their places in the order of `targets`."""
        for folder in sorted({self._folder, *(self.place(target).parent for target in targets)}):
            sync_folder(folder)
        self._write(Steps(tuple(map(self._named, targets)), tuple(map(self._named, gone)), wiped))

    def finish(self) -> None:
        """Carries out what was settled, or clears away what was not.

        Raises AppError when that is not possible now; then it is tried again at the next start.
        """
        try:
            steps = self._read()
            if steps is None:
                self.drop()
                return
            self._put(steps)
        except OSError as error:
            log.warning("a change of encryption could not be finished", exc_info=True)
            name = Path(error.filename or self._root).name
            raise AppError(UNFINISHED.format(name)) from error
        left = self._clear(steps)
        try:
            if left:  # held open somewhere: it goes at a later start
                self._write(replace(steps, files=(), gone=left))
            else:
                self.drop()
        except OSError:  # all of it is done already; at a later start it is found to be so
            log.warning("a change of encryption could not be cleared up after yet", exc_info=True)

    def drop(self) -> None:
        """Nothing of it is wanted any more; raises OSError."""
        if self._folder.is_dir():
            # Without its list nothing in here counts, however far the rest gets.
            (self._folder / _LIST).unlink(missing_ok=True)
            shutil.rmtree(self._folder, ignore_errors=True)
            sync_folder(self._root)

    def _put(self, steps: Steps) -> None:
        folders = set()
        for number, name in enumerate(steps.files):
            staged, target = self._folder / name, self._root / name
            if staged.is_file():
                for end in COMPANIONS:
                    # Left beside another file, the journal of the old one would be rolled into it.
                    target.with_name(target.name + end).unlink(missing_ok=True)
                make_folder(target.parent)
                if steps.wiped:
                    self._keep(target, number)
                _moved(staged, target)
            folders.add(target.parent)
        for folder in sorted(folders):
            sync_folder(folder)

    def _keep(self, target: Path, number: int) -> None:
        """A second name for what is replaced, so that it can be written over."""
        make_folder(self._folder / _OLD)
        with suppress(OSError):  # a disk without second names; then the old content is only let go
            os.link(target, self._folder / _OLD / str(number))

    def _clear(self, steps: Steps) -> tuple[str, ...]:
        left = []
        old = self._folder / _OLD
        kept = [*old.iterdir()] if old.is_dir() else []
        for path in [*kept, *(self._root / name for name in steps.gone)]:
            try:
                wipe(path) if steps.wiped else path.unlink(missing_ok=True)
            except OSError:
                log.warning("an old file could not be removed yet", exc_info=True)
                if path.parent != old:
                    left.append(self._named(path))
        return tuple(left)

    def _named(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    def _write(self, steps: Steps) -> None:
        data = {"files": list(steps.files), "gone": list(steps.gone), "wiped": steps.wiped}
        path = self._folder / _LIST
        write_new(part_of(path), json.dumps(data | {"seal": _seal(data)}).encode("ascii"))
        part_of(path).replace(path)
        sync_folder(self._folder)

    def _read(self) -> Steps | None:
        try:
            data = json.loads((self._folder / _LIST).read_bytes())
            if data.pop("seal") != _seal(data):
                return None
            return Steps(tuple(data["files"]), tuple(data["gone"]), bool(data["wiped"]))
        except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
            return None


def settle(data: DataFolder) -> None:
    """Finishes or undoes what broke off; nothing to do at almost every start. Raises AppError."""
    staging = Staging(data)
    if staging.is_there:
        lock = StoreLock(data.lock)
        try:
            staging.finish()
        finally:
            lock.release()


def _moved(staged: Path, target: Path) -> None:
    for attempt in range(_TRIES):
        try:
            staged.replace(target)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE)
        except OSError:
            if not staged.is_file():
                raise
            copy_new(staged, part_of(target))  # the folder lies on another disk
            part_of(target).replace(target)
            staged.unlink()
            return


def _seal(data: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode("ascii")).hexdigest()
