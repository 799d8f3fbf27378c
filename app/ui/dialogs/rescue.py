"""RescueDialog: what became of a store that cannot be opened, what is safe, and the ways on from there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.backup_words import when
from app.services.rebuilding import Prospect
from app.store.opening.condition import Condition, Part, State
from app.ui.appearance import theme
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.message import Sign
from app.ui.operations import Operations
from app.ui.theme import Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label, rule

_TITLE = "政协履职台账"
_HEADINGS = {
    State.GONE: "台账文件不见了",
    State.EMPTY: "台账文件是空的",
    State.DAMAGED: "台账文件有损坏",
    State.FOREIGN: "这不是台账文件",
    State.NEWER: "这个版本打不开这份台账",
    State.LOCKED: "台账打不开",
    State.UNANSWERED: "台账现在打不开",
}
_IN_ITS_PLACE = "台账文件被别的文件顶替了"
_ASIDE = "原来的文件不会删：找回的时候移到“备份”文件夹里，名称里带上今天的日期。"
_UNSEEN = "没看出能找回多少。请选一份备份；备份在 U 盘或别的磁盘上的，也在那里选。"
_LOOKING = "正在看能找回到什么时候…"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Way(StrEnum):
    """How to go on."""

    BACK = "back"  # newest good backup and what the journal has on top
    CHOOSE = "choose"
    AGAIN = "again"
    LEAVE = "leave"


class RescueDialog(Dialog):
    """`way` afterwards. `look` finds out, beside the window, how much can be brought back; None: nothing can.

    `has_backups` says whether there is anything to choose from here; where something is lost, one may
    always choose from elsewhere.
    """

    def __init__(
        self,
        condition: Condition,
        folder: Path,
        now: datetime,
        look: Callable[[], Prospect] | None = None,
        *,
        has_backups: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_TITLE, parent, width_ems=46)
        self.way = Way.LEAVE
        self._condition, self._now = condition, now
        self._operations = Operations(self)
        self._operations.crashed.connect(self._give_up)
        self.prospect = _Found()
        self._lay_out(folder)
        self.buttons: dict[Way, HintButton] = {}
        if look is not None:
            self._add(Way.BACK, "找回", "primary")
        if condition.state is State.UNANSWERED:
            self._add(Way.AGAIN, "再试一次", "primary")
        if condition.state.is_loss or (has_backups and condition.state in (State.FOREIGN, State.LOCKED)):
            self._add(Way.CHOOSE, "选一份备份…")
        self._add(Way.LEAVE, "退出", hint="Esc")
        if look is None:
            next(iter(self.buttons.values())).setFocus()
        else:  # no button has the keyboard until it is known which is best: it is not to move under a finger
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocus()
            self.buttons[Way.BACK].set_busy(_LOOKING)
            QTimer.singleShot(0, partial(self._begin, look))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, HintButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """What is being looked for is not waited for longer than it takes to stop."""
        self._operations.finish()
        super().done(result)

    def _lay_out(self, folder: Path) -> None:
        said = self._condition
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label(_heading(said), "section"))
        words.addWidget(label(said.what, "body", wrap=True))
        safe = _ASIDE if said.state in (State.DAMAGED, State.EMPTY) else said.safe
        words.addWidget(label(f"{safe}{said.advice}", "label", wrap=True))
        words.addWidget(self.prospect)
        row = QHBoxLayout()
        row.setSpacing(14)
        tone = Tone.WARN if said.state.is_loss else Tone.PLAIN
        row.addWidget(Sign(tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.prospect.hide()
        show = self.add_link("打开所在文件夹")
        show.clicked.connect(partial(_open, folder))

    def _add(self, way: Way, text: str, kind: str = "quiet", hint: str = "") -> None:
        button = self.add_button(text, kind=kind, hint=hint)
        button.clicked.connect(partial(self._go, way))
        self.buttons[way] = button

    def _go(self, way: Way) -> None:
        self.way = way
        self.accept()

    def _begin(self, look: Callable[[], Prospect]) -> None:
        self._operations.run(look, self._take, self._refuse, writes=False)

    def _take(self, found: Prospect) -> None:
        button = self.buttons[Way.BACK]
        button.set_busy("")
        button.set_label(f"找回到 {when(found.last_at, self._now)}" if found.last_at else "找回")
        self.prospect.tell(found, self._now)
        self._focus(button)

    def _refuse(self, error: AppError) -> None:
        """Nothing here to go by: what is left is a backup from elsewhere."""
        button = self.buttons.pop(Way.BACK)
        button.set_busy("")
        button.hide()
        self.prospect.say(error.message)
        self.buttons[Way.CHOOSE].set_kind("primary")
        self._focus(self.buttons[Way.CHOOSE])

    def _give_up(self, _details: str) -> None:
        self._refuse(AppError(_UNSEEN))

    def _focus(self, button: HintButton) -> None:
        """The way that is best, unless the clerk has gone to another; no key pressed before is to take it."""
        if self.focusWidget() in (None, self):
            button.setFocus()
            self.come_unasked()
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.heightForWidth(self.width()))


class _Found(QWidget):
    """From what, until when, and what will be lacking."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(rule())

    def tell(self, found: Prospect, now: datetime) -> None:
        """What rebuilding would bring back."""
        base = f"{when(found.backup.made_at, now)} 的备份" if found.backup else "从头记的流水"
        more = f"，加上流水里后来的 {found.lines} 处改动" if found.lines else ""
        until = when(found.last_at, now) if found.last_at else "那份备份的时候"
        lost = found.lost.removesuffix("。") or "没有"
        rows = QGridLayout()
        rows.setVerticalSpacing(6)
        rows.setColumnMinimumWidth(0, theme().px(5.4))
        rows.setColumnStretch(1, 1)
        for row, (name, text) in enumerate((("从", f"{base}{more}"), ("找回到", until), ("会少什么", lost))):
            rows.addWidget(label(name, "label"), row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(label(text, "body", wrap=True), row, 1)
        self._column.addLayout(rows)
        self.show()

    def say(self, text: str) -> None:
        """Why nothing can be brought back from here."""
        self._column.addWidget(label(text, "body", wrap=True))
        self.show()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _heading(said: Condition) -> str:
    return _IN_ITS_PLACE if said.part is Part.WHOLE else _HEADINGS[said.state]
