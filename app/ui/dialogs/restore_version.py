"""RestoreDialog: shows what bringing an older version back would change before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.history import Preview
from app.ui.dialogs.dialog import Dialog
from app.ui.pages.history_changes import ChangeList
from app.ui.pages.history_lines import change_rows
from app.ui.theme import Tone
from app.ui.widgets.sheet import label
from app.ui.widgets.strip import Strip

HEADINGS = ("哪一项", "现在", "恢复成")
KEPT = "现在的内容不会丢：它还在修改记录里，随时可以再恢复。"


class RestoreDialog(Dialog):
    """Accepted when it is to be done; the button that does nothing has the keyboard."""

    def __init__(self, revision: int, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__("恢复以前的内容", parent, width_ems=56)
        self.changes = ChangeList()
        self.changes.set_rows(change_rows(preview.alterations), HEADINGS)
        self.left_out = Strip()
        self.body.addWidget(label(f"恢复到第 {revision} 版，会改 {len(preview.alterations)} 处", "section"))
        self.body.addWidget(label(KEPT, "label", wrap=True))
        if preview.left_out:
            text = f"有的恢复不了：{'；'.join(preview.left_out)}。"
            self.left_out.show_message(Tone.WARN, text, closable=False)
            self.body.addWidget(self.left_out)
        self.body.addWidget(self.changes, 1)
        self.go = self.add_button("恢复", kind="primary")
        self.stay = self.add_button("不恢复", hint="Esc")
        self.go.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        self.stay.setFocus()


def ask_restore(parent: QWidget | None, revision: int, preview: Preview) -> bool:
    """Ask and wait; whether it is to be done."""
    dialog = RestoreDialog(revision, preview, parent)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed
