"""ReportsPage: the period's Word and Excel, written, looked at, printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.models.periods import Period, Span
from app.paths import documents_folder
from app.services.issued import Issued
from app.services.report_checks import checks
from app.services.report_papers import PaperKind
from app.services.reports import CHECKS
from app.ui.operations import Progress
from app.ui.pages import exporting
from app.ui.pages.links import words_link
from app.ui.pages.page import Command, Page
from app.ui.pages.paper_figures import PaperFigures
from app.ui.pages.paper_list import Paper, PaperList
from app.ui.pages.report_tabs import PAPERS, REPORT_TABS, tab_link
from app.ui.print.preview import PreviewWidget
from app.ui.theme import Layout, Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.month_popup import MonthPopup
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.strip import Strip
from app.ui.widgets.tabs import Tabs
from app.ui.workplace import Workplace

_SPANS = ((Span.MONTH, "月"), (Span.QUARTER, "季"), (Span.HALF, "半年"), (Span.YEAR, "年"))


class ReportsPage(Page):
    """Left the period's papers, right the page as it will be printed."""

    title = "报表"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._period: Period | None = None
        self._issued: Issued | None = None
        self._progress: Progress | None = None
        self._build()

    def open(self, **args: Any) -> None:
        """`period` as on the command line; without one, the one shown last or this month."""
        text = args.get("period")
        if text:
            self._period = self._place.office.calendar.parse(text)
        elif self._period is None:
            self._period = self._place.office.months.first()
        self.refresh()

    def refresh(self) -> None:
        if self._period is None:
            return
        self._stepper.set_text(f"{self._period.label}材料")
        self._spans.set_current(self._period.span.value)
        self._issued = self._place.office.reports.issued(self._period)
        self._show_papers()
        self._show_checks()
        self._show_layouts()

    def commands(self) -> dict[str, Command]:
        return {
            "print": self._preview.print_pages if self._issued else "还没有出表，先按“出表”",
            "month_before": self._before,
            "month_after": self._after,
            "export": self._write,
        }

    def fit(self, layout: Layout) -> None:
        em = self._place.appearance.theme.em
        self._left.setFixedWidth(round((17 if layout is Layout.NARROW else 22) * em))

    def first_focus(self) -> None:
        (self._papers if self._issued else self._make).setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(10)
        column.addWidget(self._bar())
        self._strip = Strip()
        column.addWidget(self._strip)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._side())
        middle.addWidget(self._stage(), 1)
        column.addLayout(middle, 1)

    def _bar(self) -> QWidget:
        self._stepper = PeriodStepper(title=True)
        self._stepper.stepped.connect(self._step)
        self._stepper.choice_requested.connect(self._choose)
        self._spans = Segments([Option(span.value, text) for span, text in _SPANS])
        self._spans.chosen.connect(self._take_span)
        self._tabs = Tabs(REPORT_TABS)
        self._tabs.chosen.connect(self._turn)
        self._make = HintButton("出表", icon="refresh", hint="Ctrl+E", kind="primary")
        self._make.clicked.connect(self._write)
        bar = FoldingBar()
        bar.add(self._stepper)
        bar.add(self._tabs)
        bar.add_gap(8)
        bar.add(self._spans)
        bar.add_stretch()
        bar.add(self._make)
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
        self._preview = PreviewWidget()
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
        if issued is None or not any(path.exists() for path in issued.paths):
            self._papers.set_papers([])
            self._empty.say(
                f"{self._period.label}的材料还没有出",
                "出表会写出 Word 和 Excel，可以预览和打印",
                icon="report",
            )
            self._empty.add_button("make", "出表", kind="quiet")
            self._right.setCurrentWidget(self._empty)
            self._make.set_label("出表")
            self.say("")
            return
        changed = self._place.office.reports.changed_since(issued)
        self._make.set_label("重出" if changed else "再出一份")
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
        assert self._period is not None
        found = checks(self._place.office.figures, self._period)
        wrong = [check for check in found if not check.holds]
        words = f"数据核对 {len(wrong)} 项不符" if wrong else f"数据核对 {len(found)} 项全部相符"
        self._agreement.set_label(words, icon="warn" if wrong else "ok")
        tips = [f"{c.name}：{c.left_name} {c.left}，{c.right_name} {c.right}" for c in wrong[:3]]
        self._agreement.set_tip("\n".join(tips) or "看核对表")
        self._agreement.set_reason("" if self._issued else "出表以后可以看核对表")

    def _go_to_words(self) -> None:
        self.open_requested.emit(words_link(self._period))

    def _show_layouts(self) -> None:
        """What is wrong with layouts of the office's own; until they are mended the shipped ones are used."""
        problems = self._place.office.reports.shelf().problems
        if problems:
            self._strip.show_message(Tone.WARN, "\n".join(problems))

    def _show_agreement(self) -> None:
        self._papers.choose(CHECKS)

    def _write(self, *_: object) -> None:
        if self._progress is not None or self._period is None:
            return
        folder = documents_folder() / f"{self._place.office.settings.unit_name}{self._period.label}"
        period, reports = self._period, self._place.office.reports
        self._strip.clear()

        def work(progress: Progress) -> list[Path]:
            return reports.export(period, folder, progress.step)

        self._make.set_busy("正在取数…")
        self._progress = self._place.operations.start(
            work, self._written, self._refused, ended=self._ended, stepped=self._stepped
        )

    def _stepped(self, done: int, total: int, text: str) -> None:
        self._make.set_busy(f"正在写{text} {done} / {total}…")

    def _written(self, paths: list[Path]) -> None:
        self.refresh()
        self.say(f"写好了 {len(paths)} 个文件")
        self.commands_changed.emit()

    def _refused(self, error: AppError) -> None:
        self._strip.show_message(Tone.ERROR, error.message, action="换个文件夹…")
        self._strip.acted.connect(self._elsewhere, Qt.ConnectionType.SingleShotConnection)

    def _ended(self) -> None:
        self._progress = None
        self._make.set_busy("")

    def _elsewhere(self) -> None:
        start = str(exporting.start_folder(self._place))
        folder = QFileDialog.getExistingDirectory(self, "写到哪个文件夹", start)
        if folder and self._period is not None:
            period, reports = self._period, self._place.office.reports
            self._make.set_busy("正在取数…")
            self._progress = self._place.operations.start(
                lambda progress: reports.export(period, Path(folder), progress.step),
                self._written, self._refused, ended=self._ended, stepped=self._stepped,
            )  # fmt: skip

    def _step(self, step: int) -> None:
        if self._period is not None:
            calendar = self._place.office.calendar
            self._period = calendar.next(self._period) if step > 0 else calendar.previous(self._period)
            self.refresh()

    def _turn(self, tab: str) -> None:
        self._tabs.set_current(PAPERS)  # this page is always the papers
        if tab != PAPERS and self._period is not None:
            self.open_requested.emit(tab_link(tab, self._period))

    def _before(self) -> None:
        self._step(-1)

    def _after(self) -> None:
        self._step(1)

    def _choose(self) -> None:
        assert self._period is not None
        self._months = MonthPopup(self._period.end.year, self._period.end.month, self)
        self._months.chosen.connect(self._take_month)
        self._months.open_below(self._stepper)

    def _take_month(self, year: int, month: int) -> None:
        assert self._period is not None
        self._period = self._spanning(self._period.span, year, month)
        self.refresh()

    def _take_span(self, key: str) -> None:
        assert self._period is not None
        self._period = self._spanning(Span(key), self._period.end.year, self._period.end.month)
        self.refresh()

    def _spanning(self, span: Span, year: int, month: int) -> Period:
        calendar = self._place.office.calendar
        match span:
            case Span.QUARTER:
                return calendar.quarter(year, (month + 2) // 3)
            case Span.HALF:
                return calendar.half(year, 1 if month <= 6 else 2)
            case Span.YEAR:
                return calendar.year(year)
            case _:
                return calendar.month(year, month)
