"""TurnOnDialog: a password, a recovery code on paper, and the proof that the paper is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.settings import OfficeSettings
from app.store.password.recovery_code import RecoveryCode
from app.ui.dialogs.code_page import NOT_WRITTEN, SHOWN_WORDS, TYPED_WORDS, CodePage, TypedCode
from app.ui.dialogs.new_password import NewPassword
from app.ui.dialogs.stepped import Rows, SteppedDialog
from app.ui.forms.fields import LineField

TITLE = "设密码"
PASSWORD, CODE, TYPED = range(3)
_WORDS = (
    "设了密码，台账、附件、备份和流水都会加密：电脑丢了、送修、被别人打开，也看不到委员和群众的姓名、电话。"
    "以后每次打开先输密码。"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What encryption is to be turned on with."""

    name: str
    password: str
    code: RecoveryCode


class TurnOnDialog(SteppedDialog):
    """`wanted` afterwards, None when it was put away; nothing in the store is touched here."""

    def __init__(self, settings: OfficeSettings, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, go="下一步", width_ems=44)
        self.wanted: Wanted | None = None
        self._password = ""
        self.name = LineField()
        self.name.setAccessibleName("姓名")
        self.name.setText(settings.clerk)
        self.new = NewPassword()
        self.shown, self.typed = CodePage(settings.unit_name, now), TypedCode()
        self.back = self.add_link("上一步")
        rows = Rows()
        rows.add("姓名", self.name)
        column = self.add_page("第 1 步，共 3 步：设一个密码", _WORDS)
        column.addLayout(rows)
        column.addWidget(self.new)
        self.add_page("第 2 步，共 3 步：打印恢复码", SHOWN_WORDS).addWidget(self.shown)
        self.add_page("第 3 步，共 3 步：照纸上的打一遍", TYPED_WORDS).addWidget(self.typed)
        self.back.clicked.connect(self._go_back)
        self.shown.written.connect(self._written)
        self.lead(self.name, self.new.first, self.new.again)
        self.lead(self.typed.edit)
        self.typed.edit.textEdited.connect(lambda _text: self.say(""))  # what was wrong is being put right
        self._show(PASSWORD)

    def act(self) -> None:
        """On to the next page, or done."""
        page = self.pages.currentIndex()
        if page == PASSWORD:
            self._password = self.new.read()
            self.fit()
            if self._password:
                self._show(CODE)
        elif page == CODE:
            self._show(TYPED)
        else:
            self._finish()

    def reject(self) -> None:
        """Asks first where a code is on paper by now: nobody should take it for a good one."""
        if self.shown.may_be_void("密码还没有设", "现在不设，台账不加密，照旧打开。"):
            super().reject()

    def _finish(self) -> None:
        try:
            self.typed.compare(self.shown.code)
        except AppError as error:
            self.say(error)
            self.typed.setFocus()
            return
        self.wanted = Wanted(self.name.text(), self._password, self.shown.code)
        self.accept()

    def _written(self) -> None:
        self.go.set_reason("")
        self.go.setFocus()
        self.fit()

    def _go_back(self) -> None:
        self._show(self.pages.currentIndex() - 1)

    def _show(self, page: int) -> None:
        self.show_page(page)
        self.back.setVisible(page != PASSWORD)
        self.go.set_label("设密码" if page == TYPED else "下一步")
        self.go.set_reason(NOT_WRITTEN if page == CODE and not self.shown.printed else "")
        first = self.new if self.name.text() else self.name
        (first, self.shown.print_button, self.typed)[page].setFocus()


def ask_turn_on(settings: OfficeSettings, now: datetime, parent: QWidget | None) -> Wanted | None:
    """Ask and wait; None when it is put off."""
    dialog = TurnOnDialog(settings, now, parent)
    dialog.exec()
    wanted = dialog.wanted
    dialog.deleteLater()
    return wanted
