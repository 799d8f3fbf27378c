"""SwitchingDialog: how far encrypting or decrypting has come, while the store is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QTimer

from app.errors import AppError
from app.store.backup.folder import Step
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.message import Answer, ask
from app.ui.operations import Operations, Progress
from app.ui.theme import Tone
from app.ui.widgets.sheet import label

T = TypeVar("T")
_WORDS = "这会儿不要关电脑。万一断电，再打开时会接着做完，或者退回原样，内容都在。"


class SwitchingDialog(Dialog):
    """`result_of` afterwards; 停下 leaves everything as it was."""

    def __init__(self, title: str, work: Callable[[Step], object], words: str = _WORDS) -> None:
        super().__init__(title, width_ems=36)
        self.result_of: Any = None
        self.error: AppError | None = None
        self._work = work
        self._operations = Operations(self)
        self._operations.crashed.connect(self._crashed)
        self._progress: Progress | None = None
        self._now = label("正在准备", "body")
        self.body.addWidget(label(f"{title}，请稍等", "section"))
        self.body.addWidget(self._now)
        self.body.addWidget(label(words, "label", wrap=True))
        self.stop = self.add_button("停下", hint="Esc")
        self.stop.clicked.connect(self.reject)
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.heightForWidth(self.width()))
        QTimer.singleShot(0, self._begin)

    def reject(self) -> None:
        """Asks the work to stop; the dialog goes when it has."""
        if self._progress is not None:
            self._progress.cancel()
            self.stop.set_busy("正在停…")

    def _begin(self) -> None:
        self._progress = self._operations.start(
            lambda progress: self._work(progress.step),
            self._take, self._refuse, ended=self._end, stepped=self._show, writes=True,
        )  # fmt: skip

    def _show(self, done: int, total: int, text: str) -> None:
        self._now.setText(f"正在{text}，第 {done + 1} 个，共 {total} 个" if total > 1 else f"正在{text}")

    def _take(self, result: object) -> None:
        self.result_of = result

    def _refuse(self, error: AppError) -> None:
        self.error = error

    def _crashed(self, details: str) -> None:
        from app.ui.dialogs.crash import CrashDialog

        CrashDialog(None, details).exec()

    def _end(self) -> None:
        self._progress = None
        QTimer.singleShot(0, self._leave)

    def _leave(self) -> None:
        self._operations.finish()
        self.accept()


def switched(title: str, work: Callable[[Step], T], done: str, advice: str) -> T | None:
    """Does it and says how it went; what it gave, None when everything is as it was."""
    dialog = SwitchingDialog(title, work)
    dialog.exec()
    result: T | None = dialog.result_of
    error = dialog.error
    dialog.deleteLater()
    seen = (Answer("seen", "知道了", "primary", safe=True),)
    if error is not None:
        ask(None, error.message, answers=seen)
    elif result is not None:
        left = f"有 {result} 个附件坏了，解不开，留在原处。" if isinstance(result, int) and result else ""
        ask(None, done, left + advice, answers=seen, tone=Tone.OK)
    return result
