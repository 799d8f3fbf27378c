"""OpeningPage: a filled-in sheet of opening figures is looked at here, and taken or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.errors import AppError
from app.services.closed import recent_reasons
from app.services.opening_preview import OpeningPreview
from app.ui.change import Change
from app.ui.dialogs.message import tell
from app.ui.operations import Progress
from app.ui.pages import exporting, opening_lines
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import list_link
from app.ui.pages.opening_lines import ALL, COLUMNS, OpeningRow
from app.ui.pages.page import Command
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

EXCEL = "Excel 表 (*.xlsx)"
_WHY = (
    "开始用之前已经报过的数，填在一张表里导入，累计和上年同期就接得上。"
    "先存一份“期初数表样”，填好以后点“选表”。"
)


class OpeningPage(FramedPage):
    """Choose a sheet, see what it would add and what is wrong with it, note it, take it back."""

    title = "期初数"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._path: Path | None = None
        self._preview: OpeningPreview | None = None
        self._rows: tuple[OpeningRow, ...] = ()
        self._shown: tuple[OpeningRow, ...] = ()
        self._taken: tuple[str, ...] = ()
        self._source = ""
        self._progress: Progress | None = None
        reasons = partial(recent_reasons, place.office.store)
        self._noting = Change(place.operations, reasons, self, "记入")
        self._return = Change(place.operations, reasons, self, "撤销")
        self._build()
        self._connect()
        self._show_empty()

    @property
    def preview(self) -> OpeningPreview | None:
        """What is being looked at."""
        return self._preview

    def commands(self) -> Mapping[str, Command]:
        return {"undo": self.withdraw} if self._taken else {}

    def refresh(self) -> None:
        """The ledger changed: what the sheet would add may be something else now."""
        if self._path is not None and not self._noting.is_busy:
            self._read(self._path)

    def first_focus(self) -> None:
        (self.table if self._shown else self.choose).setFocus()

    # what a clerk does

    def save_form(self) -> None:
        """期初数表样: the empty form, where the clerk wants it."""
        opening = self._place.office.opening
        start = exporting.start_folder(self._place) / opening.file_name()
        chosen, _ = QFileDialog.getSaveFileName(self, "把期初数表样存到哪里", str(start), EXCEL)
        if chosen:
            path = Path(chosen)
            self._place.preferences.set_export_folder(path.parent)

            def work(progress: Progress) -> Path:
                return opening.template(path, replace=True)  # the dialog asked about the one there

            self._place.operations.start(work, self._form_saved, self._form_refused)

    def choose_sheet(self) -> None:
        """选表: a filled-in form."""
        start = str(exporting.start_folder(self._place))
        chosen, _ = QFileDialog.getOpenFileName(self, "选填好的期初数表", start, EXCEL)
        if chosen:
            self.strip.clear()
            self._read(Path(chosen))

    def take(self) -> None:
        """记入 N 条: everything the sheet adds, or nothing."""
        if self._preview is not None and self._preview.added and not self._preview.problems:
            self.note.set_busy("正在记入…")
            work = partial(self._place.office.opening.take, self._preview)
            self._noting.run(work, self._noted, self._not_noted, ended=self._note_ended)

    def withdraw(self) -> None:
        """Take back what was noted last."""
        if self._taken:
            work = partial(self._place.office.opening.withdraw, self._taken)
            self._return.run(work, self._withdrawn)

    # putting together

    def _build(self) -> None:
        self._back = IconButton("back", "返回", hint="Esc")
        self.segments = Segments([Option(ALL, "全部")])
        self.form = HintButton("期初数表样…", icon="sheet")
        self.choose = HintButton("选表…", icon="open")
        self.note = HintButton("记入", icon="check", kind="primary")
        bar = FoldingBar(spacing=8)
        bar.add(self._back)
        bar.add(label(self.title, "title"))
        bar.add_gap(8)
        bar.add(self.segments)
        bar.add_stretch()
        bar.add(self.form, fold=1)
        bar.add(self.choose)
        bar.add_overflow(bar.more_button)
        bar.add(self.note)
        self.strip = Strip()
        self.table = HomeTable(COLUMNS)
        self.table.setAccessibleName("期初数表里的数")
        self.empty = EmptyState("sheet")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        sheet = Sheet(margin=1)
        sheet.body.addWidget(self._stack)
        for part in (bar, self.strip):
            self.column.addWidget(part)
        self.column.addWidget(sheet, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self.form.clicked.connect(self.save_form)
        self.choose.clicked.connect(self.choose_sheet)
        self.note.clicked.connect(self.take)
        self.segments.chosen.connect(self._narrow)
        self.table.moved.connect(self._say_line)
        self.table.escaped.connect(self.back_requested)
        self.empty.acted.connect(self._act_empty)
        self.strip.acted.connect(self.withdraw)

    def _show_empty(self) -> None:
        self.empty.say("还没有选期初数表", _WHY, icon="sheet")
        self._stack.setCurrentWidget(self.empty)
        self.segments.hide()
        self._weigh()

    def _act_empty(self, key: str) -> None:
        if key == "list":
            self.open_requested.emit(list_link("adjustment", uuids=self._taken, words=self._source))

    # reading

    def _read(self, path: Path) -> None:
        if self._progress is None:
            self._path = path
            self.choose.set_busy("正在看…")
            opening = self._place.office.opening

            def work(progress: Progress) -> OpeningPreview:
                return opening.read(path)

            start = self._place.operations.start
            self._progress = start(work, self._show, self._unread, ended=self._read_ended)

    def _read_ended(self) -> None:
        self._progress = None
        self.choose.set_busy("")

    def _unread(self, error: AppError) -> None:
        self._path = None
        self.strip.show_message(Tone.ERROR, error.message)

    def _show(self, preview: OpeningPreview) -> None:
        self._preview = preview
        self._rows = opening_lines.rows_of(preview)
        self.segments.set_options(opening_lines.options_of(self._rows))
        self.segments.set_current(ALL)
        self.segments.show()
        self._narrow(ALL)
        self._stack.setCurrentWidget(self.table)
        if preview.problems:
            words = f"“{preview.source}”有 {len(preview.problems)} 处要改，现在一个数也没有记。"
            self.strip.show_message(Tone.ERROR, words + "在表里改好、存上，再选一次。")
        elif not self._taken:
            self.strip.clear()
        self._weigh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, segment: str) -> None:
        self._shown = tuple(row for row in self._rows if segment in (ALL, row.sort))
        self.table.set_lines([row.line for row in self._shown])
        self._say_line(self.table.current)

    def _say_line(self, place: int) -> None:
        self.say(self._shown[place].sentence if 0 <= place < len(self._shown) else "")

    def _weigh(self) -> None:
        """What the primary button would do, or why it cannot."""
        preview = self._preview
        count = len(preview.added) if preview is not None else 0
        self.note.set_label(f"记入 {count} 条" if count else "记入")
        if preview is None:
            reason = "先选填好的期初数表"
        elif preview.problems:
            reason = f"有 {len(preview.problems)} 处要改，改好再记"
        else:
            reason = "" if count else "表里的数都已经有了"
        self.note.set_reason(reason)
        self.commands_changed.emit()

    # noting

    def _noted(self, taken: Sequence[str]) -> None:
        self._source = self._preview.source if self._preview is not None else ""
        self._taken = tuple(taken)
        self._forget()
        words = f"记入了 {len(taken)} 条期初数，来自“{self._source}”。"
        self.strip.show_message(Tone.OK, words, action="撤销", hint="Ctrl+Z")
        self.empty.say(f"记入了 {len(taken)} 条期初数", "它们和记录一样计数，列在调整数里。", icon="ok")
        self.empty.add_button("list", "看调整数")
        self.undo_offered.emit(True)
        self.say(words)
        self.choose.setFocus()

    def _not_noted(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)

    def _note_ended(self) -> None:
        self.note.set_busy("")
        self._weigh()

    def _withdrawn(self, count: int) -> None:
        self._taken = ()
        self._show_empty()
        self.strip.show_message(Tone.OK, f"撤销了 {count} 条期初数。")
        self.undo_offered.emit(False)
        self.say("")

    def _forget(self) -> None:
        self._path, self._preview, self._rows, self._shown = None, None, (), ()
        self.segments.hide()
        self.table.set_lines([])
        self._stack.setCurrentWidget(self.empty)

    # the form

    def _form_saved(self, path: Path) -> None:
        self.say(f"表样写好了：{path}")

    def _form_refused(self, error: AppError) -> None:
        tell(self, error)
