"""Leaving: what becomes of unsaved changes when a form is left, or the window is closed over it."""

from __future__ import annotations

from app.errors import AppError
from app.ui.dialogs.message import Answer, ask
from app.ui.forms.form_work import FormWork
from app.ui.theme import Tone

_SAVE, _STAY = Answer("save", "保存", "primary", safe=True), Answer("stay", "接着填")
_LEAVING = (_SAVE, Answer("discard", "不保存"), _STAY)
_GIVING_UP = (_SAVE, Answer("discard", "不保存，退出"), _STAY)
_CLOSING = (_SAVE, Answer("keep", "留到下次"), _STAY)
LOST = "不保存的话，这次改的内容就没有了。"
UNKEPT = "现在退出的话，没有暂存的就没有了。"
KEPT = "留到下次的话，下次打开软件可以接着填；保存以前不算数。"


class Leaving:
    """Asks only when something is not saved; nothing goes unless a person says so."""

    def __init__(self, work: FormWork) -> None:
        self._work = work

    def may_leave(self) -> bool:
        """For another page: 保存 leaves only when the save went well."""
        if not self._work.is_dirty:
            return True
        answer = self._ask(LOST, _LEAVING)
        if answer == "discard":
            self._work.let_go()
        return self._is_saved() if answer == "save" else answer == "discard"

    def may_close(self) -> bool:
        """For good: what is not saved may wait for the next start, where that can be written."""
        if not self._work.is_dirty:
            return True
        answer, trouble = "", self._trouble()
        if not trouble:
            answer = self._ask(KEPT, _CLOSING)
            trouble = self._trouble() if answer == "keep" else ""
            if answer == "keep" and not trouble:
                return True
        if trouble:
            answer = self._ask(f"{trouble}{UNKEPT}", _GIVING_UP)
            if answer == "discard":
                return True  # what was kept before is offered at the next start
        return answer == "save" and self._is_saved()

    def _ask(self, text: str, answers: tuple[Answer, ...]) -> str:
        title = f"这条{self._work.draft.record.model.kind.noun}改过了，还没保存"
        return ask(self._work.view, title, text, answers=answers)

    def _is_saved(self) -> bool:
        self._work.save()
        self._work.desk.operations.wait()
        return not self._work.is_dirty

    def _trouble(self) -> str:
        """Why what is not saved cannot be kept, "" when it is."""
        try:
            self._work.keeping.settle()
        except AppError as error:
            if not self._work.view.message.text:
                self._work.view.message.show_message(Tone.WARN, error.message)
            return error.message
        return ""
