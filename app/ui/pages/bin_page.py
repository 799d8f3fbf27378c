"""BinPage: 回收站, everything that was deleted, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import AppError
from app.services.bin import DAYS, Binned
from app.services.closed import recent_reasons
from app.ui.change import Change
from app.ui.pages.bin_lines import COLUMNS, binned_line
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import form_link, history_link
from app.ui.pages.page import Command
from app.ui.theme import Tone
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

EMPTY = "回收站是空的"
OLDER, NEWER = "更早删的", "只看 90 天内的"


class BinPage(FramedPage):
    """One table of all kinds, the last deleted first; ticks, or the line the keyboard is on, come back."""

    title = "回收站"

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = place.office
        self._rows: tuple[Binned, ...] = ()
        self._shown: tuple[Binned, ...] = ()
        self._older = False
        self._back: tuple[Binned, ...] = ()
        self._loaded = False
        reasons = partial(recent_reasons, place.office.store)
        self._return = Change(place.operations, reasons, self, "恢复")
        self._build()
        self._connect()

    @property
    def shown(self) -> tuple[Binned, ...]:
        """The records in sight."""
        return self._shown

    def open(self, **_rest: Any) -> None:
        self.strip.clear()
        self._load()

    def refresh(self) -> None:
        self._load()

    def commands(self) -> Mapping[str, Command]:
        there = bool(self._shown)
        return {
            "select_all": self._tick_all if there else EMPTY,
            "history": self.show_history if there else EMPTY,
        }

    def first_focus(self) -> None:
        (self.table if self._shown else self.back).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    # what a clerk does

    def undelete(self) -> None:
        """Bring back what is ticked, or else what the keyboard is on."""
        wanted = [self._shown[place].uuid for place in self.table.chosen()]
        if wanted:
            self._return.run(partial(self._office.bin.undelete, wanted), self._came_back, self._refused)

    def show_history(self) -> None:
        """Ask for the versions of the record that the keyboard is on."""
        if self._shown:
            row = self._shown[self.table.current]
            self.open_requested.emit(history_link(row.kind, row.uuid))

    def show_older(self) -> None:
        """List what was deleted more than 90 days ago too, or not any more."""
        self._older = not self._older
        self._load()

    # putting together

    def _build(self) -> None:
        self.back = IconButton("back", "返回", hint="Esc")
        self.older_button = HintButton(OLDER, kind="link")
        self.history_button = HintButton("修改记录", icon="history", hint="回车")
        self.action = HintButton("恢复", icon="undo", kind="primary")
        bar = FoldingBar(spacing=8)
        bar.add(self.back)
        bar.add(label(self.title, "title"))
        bar.add_gap(4)
        bar.add(label(f"删了的在这里列 {DAYS} 天", "note"))
        bar.add_stretch()
        bar.add(self.older_button)
        bar.add(self.history_button, fold=1)
        bar.add_overflow(bar.more_button)
        bar.add(self.action)
        self.strip = Strip()
        self.table = HomeTable(COLUMNS, ticks=True)
        self.table.setAccessibleName("删除了的记录")
        self.empty = EmptyState("trash", EMPTY)
        self._stack = QStackedWidget()
        for part in (self.table, self.empty):
            self._stack.addWidget(part)
        sheet = Sheet(margin=1)
        sheet.body.addWidget(self._stack)
        self.column.addWidget(bar)
        self.column.addWidget(self.strip)
        self.column.addWidget(sheet, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.older_button.clicked.connect(self.show_older)
        self.history_button.clicked.connect(self.show_history)
        self.action.clicked.connect(self.undelete)
        self.table.opened.connect(self._opened)
        self.table.ticks_changed.connect(self._count)
        self.table.escaped.connect(self.back_requested)
        self.strip.acted.connect(self._open_back)

    # showing

    def _load(self) -> None:
        ticked = {self._shown[place].uuid for place in self.table.ticked}
        self._rows = tuple(self._office.bin.rows(older=True))
        self._shown = tuple(row for row in self._rows if self._older or row.is_listed)
        today = self._office.clock.today()
        places = [place for place, row in enumerate(self._shown) if row.uuid in ticked]
        self.table.set_lines([binned_line(row, today) for row in self._shown], ticked=places)
        self._stack.setCurrentIndex(0 if self._shown else 1)
        older = len(self._rows) - sum(row.is_listed for row in self._rows)
        self.empty.say(EMPTY, f"删除的记录会在这里列 {DAYS} 天，随时可以恢复。")
        self.older_button.set_label(NEWER if self._older else f"{OLDER} {older} 条")
        self.older_button.setVisible(bool(older))
        self.history_button.set_reason("" if self._shown else EMPTY)
        self._count()
        self.commands_changed.emit()
        if not self._loaded and self.isVisible():
            self.first_focus()
        self._loaded = True

    def _count(self) -> None:
        ticked = len(self.table.ticked)
        self.action.set_label(f"恢复 {ticked} 条" if ticked else "恢复这一条", icon="undo")
        self.action.set_reason("" if self._shown else EMPTY)
        chosen = f"选中 {ticked} 条" if ticked else "空格打勾，回车看修改记录"
        self.say(f"共 {len(self._shown)} 条；{chosen}" if self._shown else "")

    def _opened(self, _line: int, _column: str, _bar: int) -> None:
        self.show_history()

    def _tick_all(self) -> None:
        self.table.tick(range(len(self._shown)))

    # bringing back

    def _came_back(self, found: list[Binned]) -> None:
        self.table.tick(())
        self._back = tuple(found)
        if len(found) == 1:
            self.strip.show_message(Tone.OK, f"恢复了“{found[0].title}”。", action="打开这条")
        else:
            self.strip.show_message(Tone.OK, f"恢复了 {len(found)} 条，它们又在列表里了。")

    def _open_back(self) -> None:
        if len(self._back) == 1:
            self.open_requested.emit(form_link(self._back[0].kind, self._back[0].uuid))

    def _refused(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)
