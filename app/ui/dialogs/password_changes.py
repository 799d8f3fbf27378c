"""Changing who can open an encrypted store: another password, one more person, another recovery code."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.services.passwords import ELSEWHERE, Passwords
from app.store.password.recovery_code import looks_like_code
from app.ui.dialogs.code_page import NOT_WRITTEN, SHOWN_WORDS, TYPED_WORDS, CodePage, TypedCode
from app.ui.dialogs.new_password import NewPassword
from app.ui.dialogs.stepped import Rows, SteppedDialog
from app.ui.forms.fields import LineField
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.sheet import label

_ADD_WORDS = "一人一个密码，打开的是同一个台账。人走了，在“设置 › 安全”里把他的密码去掉。"
_PRESENT_WORDS = "现在的密码；忘了，就打恢复码。"
TITLE = "政协履职台账"
_CODE_WORDS = f"换了以后，以前打印的那张就打不开了。{ELSEWHERE}\n{SHOWN_WORDS}"


class AccessDialog(SteppedDialog):
    """One that changes who can open the store; `left` says which older backups it did not get at, or ""."""

    left = ""


class ChangePasswordDialog(AccessDialog):
    """The present password, so that nobody changes it on a computer left open, then the new one twice."""

    def __init__(self, passwords: Passwords, name: str, parent: QWidget | None = None) -> None:
        super().__init__("改密码", parent, go="改密码")
        self._passwords, self._name = passwords, name
        self.present, self.new = PasswordField("现在的密码，或恢复码"), NewPassword()
        rows = Rows()
        rows.add("现在的", self.present)
        rows.add_below(label(_PRESENT_WORDS, "note", wrap=True))
        column = self.add_page(f"改{name}的密码", ELSEWHERE)
        column.addLayout(rows)
        column.addWidget(self.new)
        self.lead(self.present, self.new.first, self.new.again)
        self.show_page(0)
        self.present.setFocus()

    def act(self) -> None:
        """Change it, or say what keeps it from that."""
        password = self.new.read() if self.present.text() else ""
        if not self.present.text():
            self.present.setFocus()
            self.say("请先输入现在的密码。")
        self.fit()
        if not password:
            return
        try:
            self.left = self._passwords.change(self._key(self.present.text()), self._name, password)
        except AppError as error:
            self.present.setFocus()
            self.present.selectAll()
            self.say(error)
            return
        self.accept()

    def _key(self, secret: str) -> bytes:
        """By that person's own password, not by another's; or by the recovery code, when it was forgotten."""
        if looks_like_code(secret):
            return self._passwords.recover(secret)
        return self._passwords.open(secret, self._name)


class ConfirmDialog(SteppedDialog):
    """Anybody's password, or the recovery code, before what a computer left open must not give away."""

    def __init__(
        self, passwords: Passwords, title: str, words: str, go: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(TITLE, parent, go=go)
        self._passwords = passwords
        self.present = PasswordField("密码或恢复码")
        rows = Rows()
        rows.add("密码", self.present)
        rows.add_below(label(_PRESENT_WORDS, "note", wrap=True))
        self.add_page(title, words).addLayout(rows)
        self.lead(self.present)
        self.show_page(0)
        self.present.setFocus()

    def act(self) -> None:
        """Go on when it opens the store."""
        try:
            self._passwords.open_by(self.present.text())
        except AppError as error:
            self.present.selectAll()
            self.say(error)
            return
        self.accept()


class AddPersonDialog(AccessDialog):
    """A name and a password for one more person; `name` is whose afterwards."""

    def __init__(self, passwords: Passwords, key: bytes, parent: QWidget | None = None) -> None:
        super().__init__("再加一个人", parent, go="加上")
        self._passwords, self._key = passwords, key
        self.name, self.new = LineField(), NewPassword()
        self.name.setAccessibleName("姓名")
        rows = Rows()
        rows.add("姓名", self.name)
        column = self.add_page("给另一个人一个密码", _ADD_WORDS)
        column.addLayout(rows)
        column.addWidget(self.new)
        self.lead(self.name, self.new.first, self.new.again)
        self.show_page(0)
        self.name.setFocus()

    def act(self) -> None:
        """Add it, or say what keeps it from that."""
        if not self.name.text().strip():
            self.say("请填是谁的密码。")
            self.name.setFocus()
            return
        password = self.new.read()
        self.say("")
        if not password:
            return
        try:
            self.left = self._passwords.add(self._key, self.name.text(), password)
        except AppError as error:
            self.say(error)
            return
        self.accept()


class NewCodeDialog(AccessDialog):
    """Another recovery code, in force only when it was typed from its paper."""

    def __init__(
        self, passwords: Passwords, key: bytes, unit: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__("换恢复码", parent, go="下一步", width_ems=44)
        self._passwords, self._key = passwords, key
        self.shown, self.typed = CodePage(unit, now), TypedCode()
        self.add_page("第 1 步，共 2 步：打印新的恢复码", _CODE_WORDS).addWidget(self.shown)
        self.add_page("第 2 步，共 2 步：照纸上的打一遍", TYPED_WORDS).addWidget(self.typed)
        self.lead(self.typed.edit)
        self.typed.edit.textEdited.connect(lambda _text: self.say(""))  # what was wrong is being put right
        self.show_page(0)
        self.go.set_reason(NOT_WRITTEN)
        self.shown.written.connect(self._written)
        self.shown.print_button.setFocus()

    def _written(self) -> None:
        self.go.set_reason("")
        self.go.setFocus()
        self.fit()

    def reject(self) -> None:
        """Asks first where the new code is on paper by now: the one before stays the good one."""
        if self.shown.may_be_void("恢复码还没有换", "现在不换，原来那张恢复码照旧有用，请收好。"):
            super().reject()

    def act(self) -> None:
        """On to the second page; there it is put in force."""
        if self.pages.currentIndex() == 0:
            self.show_page(1)
            self.go.set_label("换恢复码")
            self.typed.setFocus()
            return
        try:
            self.typed.compare(self.shown.code)
            self.left = self._passwords.renew_code(self._key, self.shown.code)
        except AppError as error:
            self.say(error)
            return
        self.accept()
