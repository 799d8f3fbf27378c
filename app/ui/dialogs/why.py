"""WhyDialog: asks for the reason of something that is kept for ever; without one it is not done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.dialogs.line_dialog import LineDialog
from app.ui.widgets.sheet import label


class WhyDialog(LineDialog):
    """A title, a sentence and the line; `act` is the verb on the button."""

    def __init__(
        self, title: str, text: str, *, act: str, example: str = "", least: int = 2,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, parent, name="原因", act=act, stay="取消", least=least, lacking="请先写原因")
        self.edit.setPlaceholderText(example)
        self.body.addWidget(label(title, "section"))
        self.body.addWidget(label(text, "label", wrap=True))
        self.body.addWidget(self.edit)
        self.begin()


def ask_why(parent: QWidget | None, title: str, text: str, *, act: str, example: str = "") -> str:
    """Ask and wait; the reason, "" when it is not to be done."""
    return WhyDialog(title, text, act=act, example=example, parent=parent).ask()
