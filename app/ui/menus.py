"""The menu bar, made from the written-out actions, the pages and the kinds of new records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.ui.actions import ACTIONS, MENUS, Action
from app.ui.pages.page import Command, PageEntry, PageLink
from app.ui.theme import Look

LOOKS = ((Look.LIGHT, "浅色"), (Look.DARK, "深色"), (Look.CONTRAST, "高对比"), (Look.SYSTEM, "跟随系统"))


@dataclass(frozen=True)
class NewRecord:
    """A kind of record that can be started from anywhere: Alt+1 the first, Alt+2 the second …"""

    text: str
    icon: str
    link: PageLink


class Menus(QObject):
    """Owns the QActions; the window says which can act now."""

    def __init__(self, bar: QMenuBar, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._pages: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self._menus = {key: QMenu(text, window) for key, text in MENUS}
        for menu in self._menus.values():
            menu.setToolTipsVisible(True)
            bar.addMenu(menu)

    def fill(self, answered: Mapping[str, Callable[[], object]]) -> None:
        """Put every action in its menu; `answered` are the window's and the program's own commands."""
        self._commands.update(answered)
        for action in ACTIONS:
            if action.where != "page" and action.key not in answered:
                continue
            menu = self._menus[action.menu]
            if action.after_rule and menu.actions():
                menu.addSeparator()
            self._actions[action.key] = self._made(menu, action)

    def add_new_records(self, records: Sequence[NewRecord], go: Callable[[PageLink], object]) -> None:
        """新增协商活动 Alt+1 and so on, first in the menu of records."""
        menu = self._menus["record"]
        before = menu.actions()[0]
        for place, record in enumerate(records[:9], start=1):
            action = self._plain(record.text, f"Alt+{place}", partial(go, record.link))
            menu.insertAction(before, action)
        if records:
            menu.insertSeparator(before)

    def add_pages(self, entries: Sequence[PageEntry], go: Callable[[PageLink], object]) -> None:
        """转到, with Ctrl+1 … 9 in the order of the navigation; `name_pages` gives the names."""
        menu = self._menus["tools"]
        sub = QMenu("转到", menu)
        for place, entry in enumerate([entry for entry in entries if not entry.under], start=1):
            key = f"Ctrl+{place}" if place <= 9 else ""
            self._pages[entry.key] = self._plain(entry.text, key, partial(go, PageLink(entry.key)))
            sub.addAction(self._pages[entry.key])
        menu.insertMenu(menu.actions()[0], sub)

    def name_pages(self, texts: Mapping[str, str]) -> None:
        """Call pages by the office's own words."""
        for key, action in self._pages.items():
            action.setText(texts.get(key, action.text()))

    def add_looks(self, current: Look, choose: Callable[[Look], object]) -> None:
        """外观, after the sizes of type."""
        menu = self._menus["tools"]
        sub = menu.addMenu("外观")
        group = QActionGroup(sub)
        for look, text in LOOKS:
            action = self._plain(text, "", partial(choose, look))
            action.setCheckable(True)
            action.setChecked(look is current)
            group.addAction(action)
            sub.addAction(action)

    def offer(self, commands: Mapping[str, Command]) -> None:
        """Take over what the page in sight answers to."""
        for action in ACTIONS:
            if action.where != "page":
                continue
            command = commands.get(action.key)
            if command is None:
                self._commands.pop(action.key, None)
            else:
                self._commands[action.key] = command
            made = self._actions[action.key]
            made.setEnabled(callable(command))
            reason = command if isinstance(command, str) else ""
            made.setStatusTip(reason)
            made.setToolTip(reason)

    def action(self, key: str) -> QAction:
        """The QAction of a key; KeyError when it is not shown."""
        return self._actions[key]

    def why_not(self, keys: QKeySequence) -> str:
        """Why what these keys stand for cannot be done now; "" when they stand for nothing of that sort."""
        for key, command in self._commands.items():
            if isinstance(command, str) and key in self._actions and keys in self._actions[key].shortcuts():
                return command
        return ""

    def trigger(self, key: str) -> bool:
        """Do what `key` stands for, if that can be done now."""
        command = self._commands.get(key)
        if not callable(command):
            return False
        command()
        return True

    def _made(self, menu: QMenu, action: Action) -> QAction:
        made = QAction(action.text, self._window)
        made.setShortcuts([QKeySequence.fromString(key) for key in action.keys])
        made.triggered.connect(partial(self._run, action.key))
        menu.addAction(made)
        self._window.addAction(made)
        return made

    def _plain(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        made = QAction(text, self._window)
        if key:
            made.setShortcut(QKeySequence.fromString(key))
        made.triggered.connect(lambda _checked=False: act())
        self._window.addAction(made)
        return made

    def _run(self, key: str, _checked: bool = False) -> None:
        self.trigger(key)
