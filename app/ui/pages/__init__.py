"""The pages of the window, written out in the order of the navigation and of Ctrl+1 … 7."""

from __future__ import annotations

from app.ui.pages.page import PageEntry

PAGES: tuple[PageEntry, ...] = ()
