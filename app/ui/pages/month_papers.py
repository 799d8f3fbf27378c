"""PapersView: 出表, the month's papers with their state, written all at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError
from app.models.periods import Period
from app.paths import is_there
from app.ui.operations import Progress as Running
from app.ui.pages import home_links
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.home_steps import DONE, ENTER, MAKE, Next
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import words_link
from app.ui.pages.month_view import MonthView
from app.ui.pages.paper_writing import PaperWriting
from app.ui.print.opening import show_in_folder
from app.ui.theme import Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import SheetHeading, label, rule
from app.ui.widgets.status_word import Status

if TYPE_CHECKING:
    from app.services.report_papers import Paper

COLUMNS = (
    Column("label", "材料", stretch=True, least=14),
    Column("kind", "格式", ink="text2"),
    Column("state", "状态", least=7, indent=True),
)
_KINDS = {"word": "Word", "excel": "Excel"}


class PapersView(MonthView):
    """Enter on a paper shows it on the page of reports."""

    key = MAKE
    about = "所有材料取同一时刻的数，一次写出"

    def build(self) -> None:
        self._papers: tuple[Paper, ...] = ()
        self._search: Running | None = None
        self._folder: Path | None = None
        self.writing = PaperWriting(self.place, self)
        self.writing.changed.connect(self.buttons_changed)
        self.writing.said.connect(self.said)
        self.writing.written.connect(self.wrote)
        self.writing.refused.connect(self._refused)
        self.table = HomeTable(COLUMNS)
        self.table.setAccessibleName("本月材料")
        self.left.body.addWidget(self.table)
        self.table.opened.connect(self._open)
        self.table.escaped.connect(self.back_requested)
        self.when, self.where = label("", "body", wrap=True), label("", "label", wrap=True)
        self.choose = HintButton("换个文件夹…", icon="folder", kind="link")
        self.see = HintButton("预览和打印", icon="print", kind="link")
        self.words = HintButton("写几段…", icon="edit", kind="link")
        self.choose.clicked.connect(self._choose)
        self.see.clicked.connect(self._see)
        self.words.clicked.connect(self._write_words)
        for part in (SheetHeading("写出来的文件"), self.when, label("放在", "note"), self.where, self.choose):
            self.panel.addWidget(part)
        self.panel.addWidget(rule())
        told = label("主要做法、存在问题、下步打算可以自己写，写了就用你写的。", "label", wrap=True)
        for part in (self.see, told, self.words):
            self.panel.addWidget(part)
        self.panel.addStretch(1)

    @property
    def is_busy(self) -> bool:
        return self.writing.is_busy

    @property
    def busy_words(self) -> str:
        return self.writing.words

    def restart(self) -> None:
        self._papers = ()
        self._folder = None
        self.table.set_lines(())
        self.table.go_to(0)

    def load(self) -> None:
        if self._search is not None:
            self._search.cancel()
        reports, period = self.place.office.reports, self.period

        def work(_: Running) -> tuple[Period, list[Paper]]:
            return period, reports.papers(period)

        self._show()
        self._search = self.place.operations.start(work, self._take)

    def primary(self) -> Next | None:
        standing, here = self.progress.standing, self.progress.here
        if here in (DONE, ENTER) or (standing.written and not standing.changed):
            return None
        return Next(MAKE, "重出" if standing.written else "出表", "report")

    def beside(self) -> Next | None:
        if self.is_busy:
            return Next("stop", "取消", "close")
        reason = "" if self.progress.standing.written else "还没有出表"
        return Next("folder", "打开所在文件夹", "folder", reason=reason)

    def act(self) -> None:
        """Write all of them, one after the other."""
        self.strip.clear()
        self.writing.write(self.period, self._folder)

    def act_beside(self) -> None:
        if self.is_busy:
            self.stop()
            return
        issued = self.progress.standing.issued
        there = [path for path in issued.paths if is_there(path)] if issued else []
        if there:
            try:
                show_in_folder(there[0])
            except AppError as error:
                self._refused(error)

    def stop(self) -> None:
        self.writing.stop()

    def first_focus(self) -> None:
        self.table.setFocus()

    @property
    def _target(self) -> Path:
        """Where the files go: chosen now, or as the writing says."""
        return self._folder or self.writing.folder_of(self.period)

    def _take(self, found: tuple[Period, list[Paper]]) -> None:
        self._search = None
        if found[0] == self.period:
            self._papers = tuple(found[1])
            self._show()

    def _show(self) -> None:
        standing = self.progress.standing
        self.table.set_columns(COLUMNS)
        self.table.set_lines([self._line(paper) for paper in self._papers])
        self.where.setText(breakable(self._target))
        closed = self.progress.here == DONE
        if standing.issued is None or not standing.written:
            self.when.setText("报送时写出的材料已经留底。" if closed else "还没有写出。")
        else:
            at = standing.issued.at[5:].replace("T", " ")
            moved = f"，以后改了 {standing.changed} 条记录" if standing.changed and not closed else ""
            self.when.setText(f"{at} 写出 {standing.written} 个文件{moved}。")
        self.choose.setVisible(not closed)
        self.see.set_reason("" if standing.written else "还没有出表")

    def _line(self, paper: Paper) -> Line:
        status = Status("还没出", Tone.PLAIN, "circle")
        if paper.path is not None:
            status = Status(f"改了 {paper.changed} 条，要重出", Tone.WARN)
            if not paper.changed or self.progress.here == DONE:
                status = Status("已出", Tone.OK)
        cells = {
            "label": Cell(paper.label, opens=paper.path is not None),
            "kind": Cell(_KINDS[paper.kind.value]),
            "state": Cell(status=status),
        }
        return Line(cells, name=paper.label)

    def _open(self, line: int, _column: str, _bar: int) -> None:
        paper = self._papers[line]
        if paper.path is not None:
            self.open_requested.emit(home_links.reports(self.period, paper.label))
        else:
            self.said.emit("还没有出表，先按“出表”")

    def _see(self) -> None:
        self.open_requested.emit(home_links.reports(self.period))

    def _write_words(self) -> None:
        self.open_requested.emit(words_link(self.period))

    def _choose(self) -> None:
        folder = self.writing.ask_folder(self.period)
        if folder is not None:
            self._folder = folder
            self._show()

    def _refused(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)


def breakable(path: Path) -> str:
    """A path that may go on in the next line after each of its folders."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")
