"""ReportsPage: the period's Word and Excel, written, looked at, printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.errors import AppError
from app.models.periods import Period
from app.paths import is_there
from app.services.issued import Issued
from app.services.report_checks import FigureCheck, checks
from app.services.report_papers import PaperKind
from app.services.reports import CHECKS
from app.services.standing import Standing, standing
from app.ui.pages import home_links
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.home_steps import day
from app.ui.pages.links import words_link
from app.ui.pages.page import Command
from app.ui.pages.paper_figures import PaperFigures
from app.ui.pages.paper_list import Paper, PaperList
from app.ui.pages.paper_writing import PaperWriting
from app.ui.pages.report_period import ReportPeriod
from app.ui.pages.report_tabs import PAPERS, REPORT_TABS, tab_link
from app.ui.print.opening import show_in_folder
from app.ui.print.preview import PreviewWidget
from app.ui.theme import Tone
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.status_word import Status, StatusWord
from app.ui.widgets.strip import Strip
from app.ui.widgets.tabs import Tabs
from app.ui.workplace import Workplace


class ReportsPage(FramedPage):
    """Left the period's papers, right the page as it will be printed."""

    title = "报表"
    bottom = 10

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._issued: Issued | None = None
        self._standing = Standing()
        self.when = ReportPeriod(place.office, self)
        self.when.changed.connect(self.refresh)
        self.writing = PaperWriting(place, self)
        self.writing.changed.connect(self._show_actions)
        self.writing.said.connect(self.say)
        self.writing.written.connect(self._written)
        self.writing.refused.connect(self._refused)
        self._build()

    def open(self, period: str = "", paper: str = "", **_rest: Any) -> None:
        """`period` as on the command line; without one, the one shown last or this month; `paper` by name."""
        self.when.begin(period)
        self.refresh()
        if paper:
            self._papers.choose(paper)

    @property
    def _period(self) -> Period | None:
        return self.when.period

    def refresh(self) -> None:
        if self._period is None:
            return
        office = self._place.office
        self.when.stepper.set_text(f"{self._period.label}材料")
        self._standing = standing(office.store, office.clock, self._period)
        self._issued = self._standing.issued
        self._show_papers()
        self._show_actions()
        self._show_checks()
        self._show_layouts()

    def commands(self) -> dict[str, Command]:
        return {
            "print": self._preview.print_pages if self._issued else "还没有出表，先按“出表”",
            "month_before": self._before,
            "month_after": self._after,
            "export": self._write,
        }

    def restyle(self) -> None:
        super().restyle()
        self._left.setFixedWidth(self.theme.px(17 if self.is_narrow else 22))

    def first_focus(self) -> None:
        (self._papers if self._issued else self._make).setFocus()

    def _build(self) -> None:
        self.column.addWidget(self._bar())
        self._strip = Strip()
        self.column.addWidget(self._strip)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._side())
        middle.addWidget(self._stage(), 1)
        self.column.addLayout(middle, 1)

    def _bar(self) -> QWidget:
        self._tabs = Tabs(REPORT_TABS)
        self._tabs.chosen.connect(self._turn)
        self._state = StatusWord(pill=True)
        self._open_folder = HintButton("打开所在文件夹", icon="folder")
        self._send = HintButton("报送…", icon="send")
        self._make = HintButton("出表", icon="refresh", hint="Ctrl+E", kind="primary")
        self._open_folder.clicked.connect(self._show_folder)
        self._send.clicked.connect(self._go_to_send)
        self._make.clicked.connect(self._write)
        bar = FoldingBar()
        bar.add(self.when.stepper)
        bar.add(self._state)
        bar.add(self._tabs)
        bar.add_gap(8)
        bar.add(self.when.spans)
        bar.add_stretch()
        bar.add(self._open_folder, fold=1)
        bar.add(self._make)
        bar.add(self._send)
        return bar

    def _side(self) -> QWidget:
        self._left = Sheet()
        body = self._left.body
        body.setContentsMargins(0, 10, 0, 10)
        heading = label("报市政协的报告和表", "note")
        heading.setContentsMargins(14, 0, 14, 4)
        body.addWidget(heading)
        self._papers = PaperList()
        self._papers.chosen.connect(self._show_paper)
        body.addWidget(self._papers, 1)
        words = HintButton("写几段…", icon="edit", kind="link")
        words.clicked.connect(self._go_to_words)
        body.addWidget(words)
        self._agreement = HintButton("", icon="ok", kind="link")
        self._agreement.clicked.connect(self._show_agreement)
        body.addWidget(self._agreement)
        return self._left

    def _stage(self) -> QWidget:
        self._preview = PreviewWidget(folder_button=False)
        self._numbers = PaperFigures(self._place.office, self._preview, self)
        self._empty = EmptyState("report")
        self._empty.acted.connect(self._write)
        self._right = QStackedWidget()
        self._right.addWidget(self._preview)
        self._right.addWidget(self._empty)
        return self._right

    def _show_papers(self) -> None:
        assert self._period is not None
        issued = self._issued
        if issued is None or not any(is_there(path) for path in issued.paths):
            self._papers.set_papers([])
            self._empty.say(
                f"{self._period.label}的材料还没有出",
                "出表会写出 Word 和 Excel，可以预览和打印",
                icon="report",
            )
            self._empty.add_button("make", "出表", kind="quiet")
            self._right.setCurrentWidget(self._empty)
            self.say("")
            return
        changed = self._standing.changed
        self._papers.set_papers(self._listed(issued))
        self._right.setCurrentWidget(self._preview)
        words = f"改了 {changed} 条记录，要重出" if changed else "和记录一致"
        self.say(f"{self._period.label}材料 {issued.at[5:].replace('T', ' ')} 写出，{words}")

    def _listed(self, issued: Issued) -> list[Paper]:
        """What was written, the workbook sheet by sheet."""
        assert self._period is not None
        when = issued.at[5:].replace("T", " ")
        found = []
        for paper in self._place.office.reports.papers(self._period):
            if paper.path is None:
                continue
            word = paper.kind is PaperKind.WORD
            note = f"{'Word' if word else 'Excel'}　{when}"
            if paper.changed:
                note = f"改了 {paper.changed} 条记录，要重出"
            icon = "word" if word else "sheet"
            found.append(Paper(paper.label, note, icon, paper.path, paper.sheet, bool(paper.changed)))
        return found

    def _show_paper(self, paper: Paper) -> None:
        try:
            self._preview.show_file(paper.path, sheet=paper.sheet)
        except AppError as error:
            self._strip.show_message(Tone.WARN, error.message)

    def _show_checks(self) -> None:
        """Asked beside the window: all figures by township and by month take a while."""
        assert self._period is not None
        period, figures = self._period, self._place.office.figures
        self._agreement.set_label("正在核对数据…", icon="ok")
        self._agreement.set_tip("看核对表")
        self._agreement.set_reason("" if self._issued else "出表以后可以看核对表")
        self._place.operations.start(lambda _: (period, checks(figures, period)), self._show_checked)

    def _show_checked(self, answer: tuple[Period, list[FigureCheck]]) -> None:
        period, found = answer
        if period != self._period:  # turned over meanwhile; its own answer follows
            return
        wrong = [check for check in found if not check.holds]
        words = f"数据核对 {len(wrong)} 项不符" if wrong else f"数据核对 {len(found)} 项全部相符"
        self._agreement.set_label(words, icon="warn" if wrong else "ok")
        tips = [f"{c.name}：{c.left_name} {c.left}，{c.right_name} {c.right}" for c in wrong[:3]]
        self._agreement.set_tip("\n".join(tips) or "看核对表")

    def _go_to_words(self) -> None:
        self.open_requested.emit(words_link(self._period))

    def _show_layouts(self) -> None:
        """What is wrong with layouts of the office's own; until they are mended the shipped ones are used."""
        problems = self._place.office.reports.shelf().problems
        if problems:
            self._strip.show_message(Tone.WARN, "\n".join(problems))

    def _show_agreement(self) -> None:
        self._papers.choose(CHECKS)

    def _show_actions(self) -> None:
        """The buttons of the head, by where the period stands: what is next is the filled one."""
        found, busy = self._standing, self.writing.is_busy
        sent = found.sent
        fresh = bool(found.written) and not found.changed
        self._make.set_kind("quiet" if fresh or found.is_closed else "primary")
        self._make.set_label("重出" if found.written and found.changed else "再出一份" if fresh else "出表")
        self._make.set_busy(self.writing.words)
        self._open_folder.set_label("取消" if busy else "打开所在文件夹", icon="close" if busy else "folder")
        self._open_folder.set_reason("" if busy or found.written else "还没有出表")
        word, icon = ("看报送", "lock") if found.is_closed else ("报送…", "send")
        self._send.set_label(word, icon=icon)
        self._send.set_kind("primary" if fresh and not found.is_closed else "quiet")
        state = None
        if sent is not None:
            word = f"{day(sent.on)}已报送" if sent.stands else "退回了"
            state = Status(word, Tone.LOCK if sent.stands else Tone.ERROR)
        self._state.set_status(state)

    def _write(self, *_: object) -> None:
        if self._period is not None:
            self._strip.clear()
            self.writing.write(self._period)

    def _written(self) -> None:
        self.refresh()
        self.commands_changed.emit()

    def _refused(self, error: AppError) -> None:
        self._strip.show_message(Tone.ERROR, error.message, action="换个文件夹…")
        self._strip.acted.connect(self._elsewhere, Qt.ConnectionType.SingleShotConnection)

    def _elsewhere(self) -> None:
        folder = self.writing.ask_folder(self._period) if self._period is not None else None
        if folder is not None and self._period is not None:
            self._strip.clear()
            self.writing.write(self._period, folder)

    def _show_folder(self) -> None:
        """Open the folder; while something is being written, stop that."""
        if self.writing.is_busy:
            self.writing.stop()
            return
        there = [path for path in self._issued.paths if is_there(path)] if self._issued else []
        try:
            if there:
                show_in_folder(there[0])
        except AppError as error:
            self._strip.show_message(Tone.ERROR, error.message)

    def _go_to_send(self) -> None:
        if self._period is not None:
            self.open_requested.emit(home_links.sending(self._period))

    def _before(self) -> None:
        self.when.step(-1)

    def _after(self) -> None:
        self.when.step(1)

    def _turn(self, tab: str) -> None:
        self._tabs.set_current(PAPERS)  # this page is always the papers
        if tab != PAPERS and self._period is not None:
            self.open_requested.emit(tab_link(tab, self._period))
