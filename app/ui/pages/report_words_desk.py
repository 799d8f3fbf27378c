"""WordsDesk: the sections that an office writes itself, on one sheet that scrolls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.exporters.narrative_facts import CASE, SECTIONS
from app.services.text_check import Finding, Verdict
from app.ui.forms.steady_scroll import SteadyScroll
from app.ui.pages.report_words_case import CaseChoice
from app.ui.pages.report_words_kept import KeptWords
from app.ui.pages.report_words_section import WordsSection
from app.ui.widgets.sheet import Sheet


class WordsDesk(Sheet):
    """Knows which section has the keyboard, and leads from one to the next and from number to number."""

    edited = Signal()
    """A person changed a text, or chose another meeting."""
    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__(margin=1)
        self.case = CaseChoice()
        self.sections = {
            key: WordsSection(key, title, self.case if key == CASE else None)
            for key, title in SECTIONS.items()
        }
        inside = QWidget()
        inside.setProperty("ground", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(16)
        self.case.edited.connect(self.edited)
        for section in self.sections.values():
            column.addWidget(section)
            section.edited.connect(self.edited)
            section.left.connect(self.left)
            section.entered.connect(self.entered)
        column.addStretch(1)
        self._scroll = SteadyScroll()
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._scroll)

    @property
    def is_altered(self) -> bool:
        """Whether something is not saved."""
        return self.case.is_altered or any(section.is_altered for section in self.sections.values())

    @property
    def differing(self) -> list[tuple[WordsSection, Finding]]:
        """The numbers that are not those of the report."""
        return [
            (section, finding)
            for section in self.sections.values()
            for finding in section.findings
            if finding.verdict is Verdict.DIFFERS
        ]

    @property
    def here(self) -> WordsSection | None:
        """The section that has the keyboard."""
        focus = QApplication.focusWidget()
        return next((one for one in self.sections.values() if focus and one.isAncestorOf(focus)), None)

    def show_kept(self, kept: KeptWords, *, anew: bool) -> None:
        """Show what is kept; unless `anew`, what is being changed stays."""
        for key, section in self.sections.items():
            text = kept.own.texts.get(key, "")
            section.show_kept(text, kept.earlier[key], kept.counted[key], kept.check, anew=anew)
        self.case.show_candidates(kept.candidates, kept.own.case, anew=anew)

    def unsaved(self) -> dict[str, Any]:
        """What is not saved, plain: texts by section, and which meeting is told."""
        texts = {key: section.text for key, section in self.sections.items() if section.is_altered}
        case = {"case": self.case.uuid} if self.case.is_altered else {}
        return {"texts": texts, **case} if texts or case else {}

    def put_back(self, unsaved: Mapping[str, Any]) -> None:
        """The opposite of `unsaved`, over what is kept."""
        for key, text in dict(unsaved.get("texts") or {}).items():
            if key in self.sections:
                self.sections[key].put(str(text))
        if "case" in unsaved:
            self.case.choose(str(unsaved["case"]))

    def begin(self) -> None:
        """Give the keyboard to the first section not saved, else without a text, else of all."""
        every = list(self.sections.values())
        unsaved = (section for section in every if section.is_altered)
        empty = (section for section in every if not section.text.strip())
        next(unsaved, next(empty, every[0])).block.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.keep_in_sight()

    def step(self, step: int) -> None:
        """To the section before or after the one that has the keyboard."""
        order, here = list(self.sections.values()), self.here
        at = 0 if here is None else (order.index(here) + step) % len(order)
        order[at].block.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.keep_in_sight()

    def step_difference(self, step: int) -> bool:
        """To the next number that differs, with it chosen; False when there is none."""
        for section in self.sections.values():
            section.judge()
        places = self.differing
        if not places:
            return False
        here = next((n for n, (section, one) in enumerate(places) if _is_chosen(section, one.written)), None)
        at = (0 if step > 0 else -1) if here is None else (here + step) % len(places)
        section, finding = places[at]
        section.select(finding)
        self._scroll.keep_in_sight()
        return True


def _is_chosen(section: WordsSection, written: str) -> bool:
    return section.block.hasFocus() and section.block.textCursor().selectedText() == written
