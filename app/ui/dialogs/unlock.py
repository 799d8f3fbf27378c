"""UnlockDialog: asks for the password before anything of an encrypted store is to be seen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.services.passwords import Access, Passwords
from app.store.password.patience import TooSoon, in_words
from app.ui.dialogs.code_page import TypedCode
from app.ui.dialogs.message import tell
from app.ui.dialogs.new_password import NewPassword
from app.ui.dialogs.stepped import Rows, SteppedDialog
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.password_field import PasswordField

TITLE = "政协履职台账"
FORGOTTEN = "忘了密码，用恢复码…"
PASSWORD, CODE, ANEW = range(3)
_SECOND = 1000
_CODE_WORDS = "照“履职台账恢复码”那张纸上的 8 组打。大写、小写、空格都不要紧。"
_ANEW_WORDS = "恢复码对了。接着设一个新密码，下次打开用它；恢复码照旧有效，放回原处收好。"


class UnlockDialog(SteppedDialog):
    """`key` afterwards, None when it was put away. After wrong tries the seconds to wait are shown.

    `left` says which older backups a new password did not get at, or "".
    """

    def __init__(self, passwords: Passwords, access: Access, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, go="打开", stay="退出", width_ems=36)
        self.key: bytes | None = None
        self.left = ""
        self._wrong = ""
        self._passwords = passwords
        self._names = access.names
        self.name = ComboBox()
        self.name.addItems(list(access.names))
        self.name.setAccessibleName("姓名")
        self.password = PasswordField("密码")
        self.code = TypedCode()
        self.anew = NewPassword()
        self.whose = ComboBox()
        self.whose.addItems(list(access.names))
        self.whose.setAccessibleName("姓名")
        self.other = self.add_link(FORGOTTEN)
        self._lay_out(access.office)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._wait)
        self.other.clicked.connect(self._turn)
        self.lead(self.password)
        self.lead(self.code.edit)
        self.lead(self.anew.first, self.anew.again)
        self._show(PASSWORD)
        self._wait()

    def act(self) -> None:
        """Try what was typed."""
        page = self.pages.currentIndex()
        if page == PASSWORD:
            name = self.name.currentText() if len(self._names) > 1 else None
            self._try(partial(self._passwords.open, self.password.text(), name), self.accept)
        elif page == CODE:
            self._try(partial(self._passwords.recover, self.code.edit.text()), self._recovered)
        else:
            self._set_anew()

    def reject(self) -> None:
        """Without a new password the store opens all the same: the code was right."""
        if self.pages.currentIndex() == ANEW:
            self.accept()
        else:
            super().reject()

    def _lay_out(self, office: str) -> None:
        column = self.add_page(office or TITLE, "台账设了密码，输入密码打开。")
        rows = Rows()
        if len(self._names) > 1:
            rows.add("姓名", self.name)
        rows.add("密码", self.password)
        column.addLayout(rows)
        column = self.add_page(office or TITLE, _CODE_WORDS)
        column.addWidget(self.code)
        column = self.add_page("设一个新密码", _ANEW_WORDS)
        if len(self._names) > 1:
            rows = Rows()
            rows.add("姓名", self.whose)
            column.addLayout(rows)
        column.addWidget(self.anew)

    def _show(self, page: int) -> None:
        self.show_page(page)
        self.other.setVisible(page != ANEW)
        self.other.set_label(FORGOTTEN if page == PASSWORD else "用密码…")
        self.go.set_label("设好，打开" if page == ANEW else "打开")
        self.stay.set_label("先不设" if page == ANEW else "退出")
        (self.password, self.code, self.anew)[page].setFocus()

    def _turn(self) -> None:
        self._show(CODE if self.pages.currentIndex() == PASSWORD else PASSWORD)
        self._wait()

    def _try(self, opening: Callable[[], bytes], then: Callable[[], None]) -> None:
        self.say("")
        self.go.set_busy("正在打开…")
        self.go.repaint()  # trying takes up to a second, on purpose
        try:
            self.key = opening()
        except AppError as error:
            self.go.set_busy("")
            self._ask_again()
            self._wrong = error.what if isinstance(error, TooSoon) else ""
            self.say(error)
            self._wait()
            return
        self.go.set_busy("")
        then()

    def _ask_again(self) -> None:
        """A wrong password is typed anew, a code of 40 letters is put right where it is wrong."""
        if self.pages.currentIndex() == PASSWORD:
            self.password.setFocus()
            self.password.selectAll()
        else:
            self.code.edit.setFocus()

    def _recovered(self) -> None:
        if not self._names:  # nobody is known to set it for
            self.accept()
            return
        self.whose.setCurrentIndex(self.name.currentIndex())
        self._show(ANEW)

    def _set_anew(self) -> None:
        password = self.anew.read()
        self.fit()
        if not password or self.key is None:
            return
        name = self.whose.currentText() or self._names[0]
        try:
            self.left = self._passwords.change(self.key, name, password)
        except AppError as error:
            self.say(error)
            return
        self.accept()

    def _wait(self) -> None:
        """The seconds until the next try, while there are any."""
        seconds = self._passwords.wait()
        self.go.set_reason(f"请等{in_words(seconds)}" if seconds else "")
        if seconds:
            if self._wrong:  # counts down beside the button, so that both say the same
                self.say(TooSoon(self._wrong, seconds))
            self.go.set_label(f"打开（{in_words(seconds).strip()}后）")
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.go.set_label("打开")
            self.say("")


def unlocked(passwords: Passwords, parent: QWidget | None = None) -> bytes | None:
    """Ask until it opens; the key, None when the clerk would rather leave."""
    access = None
    with suppress(AppError):  # what a backup knows may open it all the same
        access = passwords.access()
    dialog = UnlockDialog(passwords, access or Access("", (), ""), parent)
    dialog.exec()
    key, left = dialog.key, dialog.left
    dialog.deleteLater()
    if left:
        tell(parent, AppError(left))
    return key
