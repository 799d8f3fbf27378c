"""ReportWordsPage: the paragraphs an office writes itself, beside the report as it will be printed."""

from __future__ import annotations

import shutil
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from app.exporters.narrative_facts import CASE, SECTIONS
from app.models.periods import Period
from app.services.paragraphs import OwnText
from app.services.text_check import Verdict
from app.ui.dialogs.message import ask_about_changes
from app.ui.forms.steady_scroll import SteadyScroll
from app.ui.operations import Progress
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.page import Command
from app.ui.pages.report_words_case import CaseChoice
from app.ui.pages.report_words_kept import KeptWords, read_words
from app.ui.pages.report_words_section import WordsSection
from app.ui.print.pages import load_document
from app.ui.print.preview import PreviewWidget
from app.ui.theme import Tone
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

NOTHING = "没有改动，不用保存"
KEYS = "Ctrl+S 保存   Ctrl+↑ Ctrl+↓ 上一段、下一段   F8 到下一处要看的数   Esc 返回"


class ReportWordsPage(FramedPage):
    """Left the sections, right the paper; the paper is written anew after each save."""

    title = "自己写的几段"
    bottom = 10

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._period: Period | None = None
        self._shown: Period | None = None
        self._loading: Period | None = None
        self.case = CaseChoice()
        self.sections = {
            key: WordsSection(key, title, self.case if key == CASE else None)
            for key, title in SECTIONS.items()
        }
        self._build()
        self.case.edited.connect(self._edit)
        for section in self.sections.values():
            section.edited.connect(self._edit)
            section.left.connect(self._say_findings)
            section.entered.connect(self._follow)

    @property
    def is_altered(self) -> bool:
        """Whether something is not saved."""
        return self.case.is_altered or any(section.is_altered for section in self.sections.values())

    def open(self, **args: Any) -> None:
        """`period` as on the command line; without one, the one shown last or this month."""
        office, text = self._place.office, args.get("period")
        self._period = office.calendar.parse(text) if text else self._period or office.months.first()
        self._heading.setText(f"自己写的几段　{self._period.label}")
        self.refresh()

    def refresh(self) -> None:
        period = self._period
        if period is None or self._loading == period:
            return
        self._loading = period
        paragraphs = self._place.office.paragraphs

        def work(progress: Progress) -> KeptWords:
            return read_words(paragraphs, period)

        self._place.operations.start(work, self._show, self._refuse, ended=self._loaded)

    def can_leave(self) -> bool:
        if not self.is_altered:
            return True
        answer = ask_about_changes(self, "自己写的几段")
        if answer == "save":
            self.save()
            self._place.operations.wait()
        elif answer == "discard":
            self._shown = None
            return True
        return not self.is_altered

    def commands(self) -> dict[str, Command]:
        return {
            "save": self.save if self.is_altered else NOTHING,
            "print": self._preview.print_pages,
            "next_section": partial(self._step, 1),
            "previous_section": partial(self._step, -1),
            "next_problem": partial(self._go_to_problem, 1),
            "previous_problem": partial(self._go_to_problem, -1),
        }

    def first_focus(self) -> None:
        empty = (section for section in self.sections.values() if not section.text.strip())
        next(empty, next(iter(self.sections.values()))).block.setFocus()

    def save(self) -> None:
        """Keep what was changed, all of it or nothing."""
        period = self._period
        if period is None or not self.is_altered:
            return
        texts = {key: section.text for key, section in self.sections.items() if section.is_altered}
        case = self.case.uuid if self.case.is_altered else None
        paragraphs = self._place.office.paragraphs
        self._strip.clear()
        self._place.operations.run(
            lambda: (texts, case, paragraphs.save_all(period, texts, case)), self._saved, self._refuse
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        back = HintButton("返回", icon="back", hint="Esc", kind="link")
        back.clicked.connect(self.back_requested)
        self._heading = label("", "title")
        self._save = HintButton("保存", icon="save", hint="Ctrl+S", kind="primary")
        self._save.clicked.connect(self.save)
        bar = FoldingBar()
        bar.add(back)
        bar.add(self._heading, stretch=1, least_ems=8)
        bar.add(self._save)
        self._strip = Strip()
        self._preview = PreviewWidget(folder_button=False)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._desk(), 6)
        middle.addWidget(self._preview, 7)
        self.column.addWidget(bar)
        self.column.addWidget(self._strip)
        self.column.addLayout(middle, 1)
        self._explain()

    def _desk(self) -> QWidget:
        """The sections on one sheet that scrolls."""
        inside = QWidget()
        inside.setProperty("ground", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(16)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self._scroll = SteadyScroll()
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        sheet = Sheet(margin=1)
        sheet.body.addWidget(self._scroll)
        return sheet

    def _show(self, kept: KeptWords) -> None:
        try:
            if kept.period == self._period:
                self._show_kept(kept)
        finally:
            shutil.rmtree(kept.paper.parent, ignore_errors=True)

    def _show_kept(self, kept: KeptWords) -> None:
        anew, self._shown = self._shown != kept.period, kept.period
        for key, section in self.sections.items():
            text = kept.own.texts.get(key, "")
            section.show_kept(text, kept.earlier[key], kept.counted[key], kept.check, anew=anew)
        self.case.show_candidates(kept.candidates, kept.own.case, anew=anew)
        try:
            self._preview.show_pages(load_document(kept.paper))
        except AppError as error:
            self._refuse(error)
        if anew:
            self.first_focus()
        self._follow()
        self._edit()
        self._say_findings()

    def _loaded(self) -> None:
        again = self._loading != self._period
        self._loading = None
        if again:
            self.refresh()

    def _saved(self, done: tuple[dict[str, str], str | None, OwnText]) -> None:
        texts, case, _own = done
        for key, text in texts.items():
            self.sections[key].keep(text)
        if case is not None:
            self.case.keep(case)
        self._edit()
        self.refresh()
        self._say_findings()

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, Invalid):
            for problem in error.problems:
                if problem.key in self.sections:
                    self.sections[problem.key].refuse(problem.text)
            error = AppError("有一段写不下或者有认不出的字，没有保存。照下面的提示改好再存。")
        self._strip.show_message(Tone.ERROR, error.message)

    def _edit(self) -> None:
        self._explain()
        self.commands_changed.emit()

    def _explain(self) -> None:
        self._save.set_reason("" if self.is_altered else NOTHING)

    def _say_findings(self) -> None:
        count = sum(
            one.verdict is Verdict.DIFFERS for section in self.sections.values() for one in section.findings
        )
        self.say(f"有 {count} 个数和报表里的不一样，按 F8 去看" if count else KEYS)

    def _here(self) -> WordsSection | None:
        """The section that has the keyboard."""
        focus = QApplication.focusWidget()
        return next((one for one in self.sections.values() if focus and one.isAncestorOf(focus)), None)

    def _follow(self) -> None:
        """Turn the paper to the page where the section that has the keyboard begins."""
        pages, here = self._preview.pages, self._here()
        if pages is None or here is None:
            return
        heading = f"、{here.title}"
        for page in range(pages.count):
            if heading in pages.text(page).replace("\n", ""):
                self._preview.view.go_to(page)
                return

    def _step(self, step: int) -> None:
        """To the section before or after the one that has the keyboard."""
        order, here = list(self.sections.values()), self._here()
        at = 0 if here is None else (order.index(here) + step) % len(order)
        order[at].block.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.keep_in_sight()

    def _go_to_problem(self, step: int) -> None:
        """To the next number that differs, with it chosen."""
        for section in self.sections.values():
            section.judge()
        places = [
            (section, finding)
            for section in self.sections.values()
            for finding in section.findings
            if finding.verdict is Verdict.DIFFERS
        ]
        if not places:
            self.say("写的数和报表里的没有不一样的")
            return
        here = next((n for n, (section, one) in enumerate(places) if _is_chosen(section, one.written)), None)
        at = (0 if step > 0 else -1) if here is None else (here + step) % len(places)
        section, finding = places[at]
        section.select(finding)
        self._scroll.keep_in_sight()


def _is_chosen(section: WordsSection, written: str) -> bool:
    return section.block.hasFocus() and section.block.textCursor().selectedText() == written
