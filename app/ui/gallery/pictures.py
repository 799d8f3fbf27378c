"""Writes the pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from app.ui.appearance import Appearance
from app.ui.gallery.parts import icons_board, widgets_board
from app.ui.gallery.states import states_board
from app.ui.theme import BASE_SIZES, Look

BOARDS: tuple[tuple[str, Callable[[], QWidget]], ...] = (
    ("states", states_board),
    ("widgets", widgets_board),
    ("icons", icons_board),
)


def write_pictures(folder: Path, appearance: Appearance) -> list[Path]:
    """One PNG per board, look and size; answers what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
        for points in BASE_SIZES:
            appearance.set_look(look)
            appearance.set_base(points)
            for name, make in BOARDS:
                board = make()
                board.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                board.show()
                board.setFocus()
                QApplication.processEvents()
                path = folder / f"{name}-{look.value}-{points}.png"
                board.grab().save(str(path))
                board.close()
                written.append(path)
    return written
