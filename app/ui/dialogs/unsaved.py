"""UnsavedDialog: at the start, what was typed last time and not saved, each to be gone on with or not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.unsaved import Offer, State
from app.services.unsaved_texts import KeptText
from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label, rule

_MOST = 6  # a window of 640 pixels has room for these
_SINCE = {
    State.AS_LEFT: "",
    State.CHANGED: "这条后来改过，接着填只动这几项",
    State.GONE: "这条后来删除了，要接着填，先从回收站恢复",
}


class UnsavedDialog(Dialog):
    """What is not wanted goes when the dialog closes, so that it can be wanted again until then."""

    chosen = Signal(object)
    """The Offer or KeptText to go on with."""
    unwanted = Signal(object)
    """One that nobody wants, when the dialog is put away."""

    def __init__(self, offers: Sequence[Offer | KeptText], parent: QWidget | None = None) -> None:
        super().__init__("上次没来得及保存", parent, width_ems=48)
        self._unwanted: list[Offer | KeptText] = []
        self.rows = [_Row(offer) for offer in offers[:_MOST]]
        self.body.addWidget(label("上次没来得及保存", "section"))
        for place, row in enumerate(self.rows):
            if place:
                self.body.addWidget(rule())
            self.body.addWidget(row)
            row.go_on.clicked.connect(partial(self._go_on, row.offer))
            row.drop.clicked.connect(partial(self._turn, row))
        more = f"还有 {len(offers) - _MOST} 条，下次再问。" if len(offers) > _MOST else ""
        self.body.addWidget(
            label(f"{more}先放着的都留着：打开那一条，或新增同样的一条，也能接着填。", "note", wrap=True)
        )
        self.body.addStretch(1)
        later = self.add_button("先放着", hint="Esc")
        later.clicked.connect(self.reject)
        first = next((row.go_on for row in self.rows if row.offer.state is not State.GONE), None)
        if first is not None and len(offers) == 1:
            first.set_kind("primary")
        (first or later).setFocus()
        self.finished.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, HintButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _go_on(self, offer: Offer | KeptText) -> None:
        self.accept()
        self.chosen.emit(offer)

    def _turn(self, row: _Row) -> None:
        """不要了, or wanted after all."""
        if row.offer in self._unwanted:
            self._unwanted.remove(row.offer)
        else:
            self._unwanted.append(row.offer)
        row.show_unwanted(row.offer in self._unwanted)

    def _tell(self) -> None:
        for offer in self._unwanted:
            self.unwanted.emit(offer)


class _Row(QWidget):
    """One of them with its two buttons."""

    def __init__(self, offer: Offer | KeptText) -> None:
        super().__init__()
        self.offer = offer
        self._name = label(offer.words, "body", wrap=True)
        told = (f"改了{offer.fields}" if offer.fields else "", _SINCE[offer.state])
        self._note = label("；".join(each for each in told if each), "note", wrap=True)
        self._note.setVisible(bool(self._note.text()))
        self.go_on = HintButton("接着填")
        self.drop = HintButton("不要了")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        self.show_unwanted(False)

    def show_unwanted(self, unwanted: bool) -> None:
        """Say that it goes when the dialog closes, and how to have it after all."""
        self.go_on.setVisible(not unwanted and self.offer.state is not State.GONE)
        self.drop.set_label("还是要" if unwanted else "不要了")
        self._name.setText(f"不要了：{self.offer.words}" if unwanted else self.offer.words)
        self._name.setEnabled(not unwanted)
