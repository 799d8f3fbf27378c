"""NewPassword: a new password typed twice, with what is wrong beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.password_rules import EXAMPLE, problem
from app.ui.dialogs.stepped import Rows
from app.ui.pages.settings_field import Remark
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import mark

RULE = f"至少 8 个字，用字母、数字和符号。\n几个不相干的词的拼音最好记，比如 {EXAMPLE}（别用这个）。"


class NewPassword(QWidget):
    """Two lines; `read` gives the password, or says beside the line what is wrong with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = PasswordField("新密码"), PasswordField("再输一遍")
        self._remarks = {self.first: Remark(), self.again: Remark()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        rows = Rows()
        rows.add("新密码", self.first)
        rows.add_below(self._remarks[self.first])
        rows.add_below(label(RULE, "note", wrap=True))
        rows.add("再输一遍", self.again)
        rows.add_below(self._remarks[self.again])
        column.addLayout(rows)
        for field in (self.first, self.again):
            field.textEdited.connect(self._forgive)
        self.setFocusProxy(self.first)

    def read(self) -> str:
        """The password; "" when something is wrong, which is then said."""
        password = self.first.text()
        words = problem(password)
        if words:
            self._complain(self.first, words)
            return ""
        if self.again.text() != password:
            self._complain(self.again, "两遍不一样，点右边的眼睛看看" if self.again.text() else "请再输一遍")
            return ""
        return password

    def _complain(self, field: PasswordField, words: str) -> None:
        self._remarks[field].say(words)
        mark(field, state="invalid")
        field.setFocus()

    def _forgive(self) -> None:
        for field, remark in self._remarks.items():
            remark.say("")
            mark(field, state=None)
