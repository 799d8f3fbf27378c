"""ReportWordsPage: the paragraphs an office writes itself, beside the report as it will be printed."""

from __future__ import annotations

import shutil
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from app.errors import AppError, Invalid
from app.models.periods import Period
from app.services.paragraphs import OwnText
from app.services.unsaved_texts import KeptText, TextKey
from app.ui.dialogs.message import ask_about_changes
from app.ui.operations import Progress
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.page import Command
from app.ui.pages.report_words_desk import WordsDesk
from app.ui.pages.report_words_kept import KeptWords, read_words
from app.ui.print.pages import load_document
from app.ui.print.preview import PreviewWidget
from app.ui.text_keeping import TextKeeping
from app.ui.theme import Tone
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
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
        self.desk = WordsDesk()
        self.case, self.sections = self.desk.case, self.desk.sections
        self._came_back: KeptText | None = None
        self._keeping = TextKeeping(place.office, place.operations, self.desk.unsaved, self)
        self._build()
        self._keeping.troubled.connect(self._warn)
        self._strip.acted.connect(self._give_up)
        self.desk.edited.connect(self._edit)
        self.desk.left.connect(self._say_findings)
        self.desk.entered.connect(self._follow)

    @property
    def is_altered(self) -> bool:
        """Whether something is not saved."""
        return self.desk.is_altered

    def open(self, **args: Any) -> None:
        """`period` as on the command line; without one, the one shown last or this month."""
        office, text = self._place.office, args.get("period")
        self._period = office.calendar.parse(text) if text else self._period or office.months.first()
        self._heading.setText(f"自己写的几段　{self._period.label}")
        key, title = TextKey("report_words", self._period.key), f"{self._period.label}自己写的几段"
        self._came_back = self._keeping.begin(key, title) or self._came_back
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
            self._keeping.drop()
            return True
        return not self.is_altered

    def commands(self) -> dict[str, Command]:
        return {
            "save": self.save if self.is_altered else NOTHING,
            "print": self._preview.print_pages,
            "next_section": partial(self.desk.step, 1),
            "previous_section": partial(self.desk.step, -1),
            "next_problem": partial(self._go_to_problem, 1),
            "previous_problem": partial(self._go_to_problem, -1),
        }

    def first_focus(self) -> None:
        self.desk.begin()

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
        middle.addWidget(self.desk, 6)
        middle.addWidget(self._preview, 7)
        self.column.addWidget(bar)
        self.column.addWidget(self._strip)
        self.column.addLayout(middle, 1)
        self._explain()

    def _show(self, kept: KeptWords) -> None:
        try:
            if kept.period == self._period:
                self._show_kept(kept)
        finally:
            shutil.rmtree(kept.paper.parent, ignore_errors=True)

    def _show_kept(self, kept: KeptWords) -> None:
        anew, self._shown = self._shown != kept.period, kept.period
        self.desk.show_kept(kept, anew=anew)
        try:
            self._preview.show_pages(load_document(kept.paper))
        except AppError as error:
            self._refuse(error)
        if self._came_back is not None:
            self._put_back(self._came_back)
        if anew:
            self.first_focus()
        self._follow()
        self._edit()
        self._say_findings()

    def _put_back(self, kept: KeptText) -> None:
        """What was typed and not saved stands there again, and says so."""
        self._came_back = None
        self.desk.put_back(kept.values)
        if self.is_altered:
            self._strip.show_message(Tone.WARN, kept.sentence, action="不要了")

    def _give_up(self) -> None:
        """What came back is not wanted: what is kept stands there again."""
        self._strip.clear()
        self._keeping.drop()
        self._shown = None
        self.refresh()

    def _warn(self, text: str) -> None:
        self._strip.show_message(Tone.WARN, text)

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
        self._keeping.note()
        self.commands_changed.emit()

    def _explain(self) -> None:
        self._save.set_reason("" if self.is_altered else NOTHING)

    def _say_findings(self) -> None:
        count = len(self.desk.differing)
        self.say(f"有 {count} 个数和报表里的不一样，按 F8 去看" if count else KEYS)

    def _follow(self) -> None:
        """Turn the paper to the page where the section that has the keyboard begins."""
        pages, here = self._preview.pages, self.desk.here
        if pages is None or here is None:
            return
        heading = f"、{here.title}"
        for page in range(pages.count):
            if heading in pages.text(page).replace("\n", ""):
                self._preview.view.go_to(page)
                return

    def _go_to_problem(self, step: int) -> None:
        if not self.desk.step_difference(step):
            self.say("写的数和报表里的没有不一样的")
