"""Origins: where a dialog begins that takes photos, files or scans in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.paths import is_folder

_Place = QStandardPaths.StandardLocation
_FIRST = (_Place.PicturesLocation, _Place.DocumentsLocation, _Place.HomeLocation)


class Origins:
    """Where the last ones came from, as long as the program runs; else this user's pictures."""

    def __init__(self) -> None:
        self._last: Path | None = None

    @property
    def folder(self) -> str:
        """To begin in; never the folder that the program happens to stand in."""
        places = (Path(place) for sort in _FIRST for place in QStandardPaths.standardLocations(sort))
        last = () if self._last is None else (self._last,)
        return str(next(filter(is_folder, (*last, *places)), Path.home()))

    def came_from(self, path: Path) -> None:
        """A file was taken from there."""
        self._last = path.parent


origins = Origins()
"""One for the program: photos and scans come from the same stick."""
