"""Errands: what the menus do that belongs to no page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import AppError
from app.ui.pages.links import list_link
from app.ui.pages.page import PageLink
from app.ui.window import MainWindow
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.ui.program import Program

_PAGES = {
    "month_documents": PageLink("reports"),
    "charts": PageLink("charts"),
    "own_table": PageLink("own_table"),
    "submissions": PageLink("submissions"),
    "diff": PageLink("diff"),
    "bin": PageLink("bin"),
    "adjustments": list_link("adjustment"),
    "opening": PageLink("opening"),
}


class Errands:
    """Made before the window whose menus they stand in."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def commands(self) -> dict[str, Callable[[], object]]:
        """By the keys of `app.ui.actions`."""
        program = self._program
        found: dict[str, Callable[[], object]] = {
            key: partial(self._go, link) for key, link in _PAGES.items()
        }
        found |= {
            "open_folder": self.open_folder,
            "backup": program.back_up,
            "restore": program.restore,
            "evidence": self.gather,
            "about": self.about,
        }
        if self._place.office.settings.demo:
            found["leave_demo"] = program.leave_demo
        return found

    def open_folder(self) -> None:
        """打开数据文件夹."""
        root = self._place.office.store.folder.root
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(root))):
            words = f"这台电脑没有能打开文件夹的程序，请照这个位置去找：{root}"
            self._window.status.set_message(words)

    def gather(self) -> None:
        """佐证材料包."""
        from app.ui.dialogs.evidence import gather

        gather(self._place, self._window)

    def about(self) -> None:
        """Which version this is, and where the data lie."""
        from app import __version__
        from app.ui.dialogs.message import tell

        root = self._place.office.store.folder.root
        tell(self._window, AppError(f"政协履职台账 {__version__}。数据只在本机：{root}"))

    @property
    def _place(self) -> Workplace:
        return self._program.place

    @property
    def _window(self) -> MainWindow:
        return self._program.window

    def _go(self, link: PageLink) -> None:
        self._window.go(link)
