"""Notices: what stands above a form about its last save, for as long as it is true."""

from __future__ import annotations

from app.errors import AppError, Level
from app.ui.forms.draft import Draft
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip

PUT_OFF = "没有保存，报过的数没有动，填的内容还在这一页。要存，再点“保存”，写明理由。"
UNREAD = "有看不懂的内容，还没有保存。改好标红的地方，再点“保存”。"
REFUSED = "没有保存。改好标红的地方，再点“保存”。"


class Notices:
    """One sentence at a time; a notice about red fields goes when none is red any more."""

    def __init__(self, strip: Strip) -> None:
        self._strip = strip
        self._warning = self._unseen = ""

    def clear(self) -> None:
        """Nothing more to say."""
        self._unseen = ""
        self._strip.clear()

    def say_unread(self) -> None:
        """Something typed cannot be read."""
        self._strip.show_message(Tone.ERROR, UNREAD)

    def say_refused(self) -> None:
        """Fields are wrong in a way that nothing may be saved with."""
        self._strip.show_message(Tone.ERROR, REFUSED)

    def say_failed(self, error: AppError) -> None:
        """The disk, or somebody else, stood in the way."""
        self._strip.show_message(Tone.ERROR, error.message, action="再试一次", closable=True)

    def say_put_off(self) -> None:
        """Nobody said why a reported number should move."""
        self._strip.show_message(Tone.LOCK, PUT_OFF)

    def warn(self, text: str) -> None:
        """What is typed cannot be kept."""
        self._warning = text
        self._strip.show_message(Tone.WARN, text)

    def take_warning_back(self) -> None:
        """It is kept again."""
        if self._strip.text == self._warning:
            self._strip.clear()

    def say_unseen(self, error: AppError) -> None:
        """What is typed cannot be looked through; what stands here already says what is the matter."""
        if not self._strip.text and self._unseen != error.message:  # once put away it does not come again
            self._unseen = error.message
            self._strip.show_message(Tone.WARN, error.message)

    def follow(self, draft: Draft) -> None:
        """The draft was looked through."""
        if self._unseen and self._strip.text == self._unseen:
            self._strip.clear()
        self._unseen = ""
        wrong = draft.unread or any(problem.level is Level.SAVE for problem in draft.found)
        if not wrong and self._strip.text in (UNREAD, REFUSED):
            self._strip.clear()
