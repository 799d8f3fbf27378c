"""FramedPage: a page whose parts stand below each other, with the room at the sides that fits the window."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.page import Page
from app.ui.theme import Layout
from app.ui.widgets.themed import Themed

TOP, BETWEEN = 10, 10


class FramedPage(Themed, Page):
    """Parts go into `column`; a page that fits more to the window than its sides overrides `restyle`."""

    bottom = 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout_kind = Layout.NORMAL
        self.column = QVBoxLayout(self)
        self.column.setSpacing(BETWEEN)

    @property
    def is_narrow(self) -> bool:
        """Whether the window is narrow."""
        return self._layout_kind is Layout.NARROW

    def fit(self, layout: Layout) -> None:
        self._layout_kind = layout
        self.restyle()

    def restyle(self) -> None:
        side = self.theme.side(self._layout_kind)
        self.column.setContentsMargins(side, TOP, side, self.bottom)
