"""A viewport for scroll areas on the first page, which a start waits for."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def clear_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give the area a viewport that paints no ground; before its content, which goes with the old one.

    Qt's own is no widget of ours: to wrap it PySide makes every class of widget there is, 9 ms of a start.
    """
    made = QWidget()
    area.setViewport(made)
    return made
