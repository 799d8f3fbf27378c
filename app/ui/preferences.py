"""Preferences: what this machine chose for itself: look, size of type, last folder, columns of lists."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from app.paths import is_folder
from app.store.private_files import write_new
from app.ui.appearance import Appearance
from app.ui.theme import BASE_SIZES, Look

log = logging.getLogger(__name__)

_LOOK, _SIZE, _FOLDER, _COLUMNS = "look", "base_pt", "export_folder", "columns"
_BACKUPS, _COPIED, _PUT_OFF = "backup_folder", "backup_copied", "backup_put_off"


class Preferences:
    """A small JSON file beside the store; damage of any kind means the defaults, never an error."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read(path)
        self._followed: Appearance | None = None

    @property
    def look(self) -> Look:
        """The chosen 外观; 浅色 when nothing was chosen."""
        known = {look.value: look for look in Look}
        return known.get(str(self._values.get(_LOOK)), Look.LIGHT)

    @property
    def base_pt(self) -> int | None:
        """The chosen 字号 in points, None to go by the screen."""
        size = self._values.get(_SIZE)
        return size if type(size) is int and size in BASE_SIZES else None

    @property
    def export_folder(self) -> Path | None:
        """Where files were written last, None when nowhere or when the folder is gone."""
        text = self._values.get(_FOLDER)
        if not isinstance(text, str) or not text or "\0" in text:
            return None
        folder = Path(text)
        return folder if is_folder(folder) else None

    @property
    def backup_folder(self) -> Path | None:
        """The second place of backups, reachable or not; None when none was chosen."""
        text = self._values.get(_BACKUPS)
        return Path(text) if isinstance(text, str) and text and "\0" not in text else None

    @property
    def backup_copied(self) -> str:
        """The name of the newest backup that got there; "" when none ever did."""
        name = self._values.get(_COPIED)
        return name if isinstance(name, str) else ""

    @property
    def backup_put_off(self) -> datetime | None:
        """When the reminder of the second place was put away last."""
        try:
            return datetime.fromisoformat(str(self._values.get(_PUT_OFF)))
        except ValueError:
            return None

    def columns(self, kind: str) -> tuple[str, ...] | None:
        """The columns chosen for the list of a kind, None for its own."""
        lists = self._values.get(_COLUMNS)
        keys = lists.get(kind) if isinstance(lists, dict) else None
        if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
            return None
        return tuple(keys)

    def set_export_folder(self, folder: Path) -> None:
        """Remember where files were written."""
        self._put(_FOLDER, str(folder))

    def set_backup_folder(self, folder: Path | None) -> None:
        """Remember the second place of backups; nothing is there yet as far as anybody knows."""
        self._put(_BACKUPS, None if folder is None else str(folder))
        self._put(_COPIED, None)

    def set_backup_copied(self, name: str) -> None:
        """Remember which backup is there now."""
        self._put(_COPIED, name)

    def set_backup_put_off(self, at: datetime) -> None:
        """Remember that the reminder was put away."""
        self._put(_PUT_OFF, at.replace(tzinfo=None).isoformat(timespec="minutes"))

    def set_columns(self, kind: str, keys: Sequence[str] | None) -> None:
        """Remember the columns of a list; None goes back to the list's own."""
        lists = self._values.get(_COLUMNS)
        chosen = dict(lists) if isinstance(lists, dict) else {}
        chosen.pop(kind, None)
        if keys is not None:
            chosen[kind] = list(keys)
        self._put(_COLUMNS, chosen)

    def take(self, appearance: Appearance) -> None:
        """Remember the look and the size of type in force."""
        self._put(_LOOK, appearance.look.value)
        self._put(_SIZE, appearance.base_pt)

    def follow(self, appearance: Appearance) -> None:
        """Remember every later change of look and size, by whatever way it is made."""
        self._followed = appearance
        appearance.changed.connect(self._remember)

    def _remember(self) -> None:
        if self._followed is not None:
            self.take(self._followed)

    def _put(self, key: str, value: Any) -> None:
        if self._values.get(key) != value:
            self._values[key] = value
            self._write()

    def _write(self) -> None:
        """Beside and renamed, so that a crash leaves the old file or the new one."""
        beside = self._path.with_name(self._path.name + ".新")
        try:
            write_new(beside, json.dumps(self._values, ensure_ascii=False, indent=1).encode())
            beside.replace(self._path)
        except (OSError, ValueError):
            # a look that is forgotten is no reason to stop anybody's work
            log.warning("the preferences could not be written", exc_info=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
