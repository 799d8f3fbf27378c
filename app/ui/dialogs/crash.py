"""Says that the program has a bug: one sentence, the details to copy, and that nothing typed is lost."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.message import Answer, MessageDialog
from app.ui.theme import Tone

_CLOSE = Answer("close", "接着用", "primary", safe=True)


class CrashDialog(MessageDialog):
    """Stays open while the details are copied; the page underneath is left as it is."""

    def __init__(self, parent: QWidget | None, details: str) -> None:
        super().__init__(
            parent,
            "这一步没有做完，是程序的毛病",
            "填的内容还在这一页，已经保存的都没有动。",
            advice="再试一次；还是不行，请把详情复制下来，发给维护这个程序的人。",
            answers=(_CLOSE,),
            tone=Tone.ERROR,
            details=details,
        )
        self._text = details
        self._copy = self.add_link("复制详情")
        self._copy.clicked.connect(self._copied)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.set_label("已复制")
