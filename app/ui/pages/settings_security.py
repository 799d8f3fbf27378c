"""安全: whether the store has a password, whose, and how that is changed; everything acts at once."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clock import SystemClock
from app.errors import AppError
from app.services.office import Office
from app.services.passwords import ELSEWHERE, Access, Passwords
from app.ui.pages.settings_field import Remark
from app.ui.pages.settings_section import FieldGrid, Section
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

if TYPE_CHECKING:
    from app.ui.dialogs.password_changes import AccessDialog

_PLAIN = (
    "还没有设密码：谁打开这台电脑，或拷走数据文件夹，都能看到委员和群众的姓名、电话。"
    "设了密码，台账、附件、备份和流水都加密；同时打印一页恢复码，忘了密码靠它。"
)
_ENCRYPTED = "台账、附件、备份和流水都已加密，每次打开先输密码。"
_SECOND = "U 盘等别处的备份，从设密码以后拷过去的才是加密的。"
_OF_SAMPLES = "示例数据不用设密码，开始用自己的台账后再设"
_KEPT = "导出的 Word、Excel 和佐证材料不加密，发出去、存 U 盘前自己留意。"


class SecuritySection(Section):
    """Two faces: without a password one button to set it, with one a row for each person."""

    key = "security"
    turn_on_requested = Signal()
    turn_off_requested = Signal()
    access_changed = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("安全", "打开台账要不要密码", parent)
        self._office = office
        self.buttons: dict[str, HintButton] = {}
        self._face = QWidget()
        self._remark = Remark()
        self.body.addWidget(self._face)
        self.body.addWidget(self._remark)
        self.body.addStretch(1)
        self.refresh()

    @property
    def words(self) -> str:
        """What is wrong, as it is said below."""
        return self._remark.text

    @property
    def _passwords(self) -> Passwords:
        return Passwords(self._office.store.folder, SystemClock())

    def refresh(self) -> None:
        """Read again who has a password; the button that has the keyboard keeps it."""
        focused = self.window().focusWidget()
        held = next((key for key, button in self.buttons.items() if button is focused), "")
        self.buttons = {}
        face = QWidget()
        column = QVBoxLayout(face)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        try:
            access = self._passwords.access() if self._office.store.key is not None else None
        except AppError as error:
            self._show_unread(column, error.message)
        else:
            self._show_access(column, access) if access is not None else self._show_plain(column)
        column.addWidget(label(_KEPT, "note", wrap=True))
        self.body.replaceWidget(self._face, face)
        self._face.hide()
        self._face.deleteLater()
        self._face = face
        if held:
            face.show()
            self.buttons.get(held, next(iter(self.buttons.values()))).setFocus()

    def first_focus(self) -> None:
        first = next(iter(self.buttons.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_plain(self, column: QVBoxLayout) -> None:
        column.addWidget(label(_PLAIN, "body", wrap=True))
        column.addLayout(self._row("on", "设密码…", self.turn_on_requested.emit))
        if self._office.settings.demo:
            self.buttons["on"].set_reason(_OF_SAMPLES)
            column.addWidget(label(f"{_OF_SAMPLES}。", "note", wrap=True))

    def _show_unread(self, column: QVBoxLayout, words: str) -> None:
        column.addWidget(label(_ENCRYPTED, "body", wrap=True))
        remark = Remark()
        column.addWidget(remark)
        remark.say(words)
        column.addLayout(self._row("again", "再试一次", self.refresh))

    def _show_access(self, column: QVBoxLayout, access: Access) -> None:
        column.addWidget(label(_ENCRYPTED, "body", wrap=True))
        grid = FieldGrid(self)
        column.addWidget(grid)
        for name in access.names:
            row = self._row(f"change {name}", "改密码…", partial(self._change, name))
            self._put(row, f"remove {name}", "去掉…", partial(self._remove, name))
            alone = "只剩这一个密码；不想再用，点“取消密码”" if len(access.names) == 1 else ""
            self.buttons[f"remove {name}"].set_reason(alone)
            grid.add_named(name, _held(row))
        day = date.fromisoformat(access.code_made_on)
        row = self._row("code", "换恢复码…", self._renew)
        row.insertWidget(0, label(f"{day.year}年{day.month}月{day.day}日的那张纸有效", "body"))
        grid.add_named("恢复码", _held(row))
        row = self._row("add", "再加一个人…", self._add)
        self._put(row, "off", "取消密码…", self._turn_off)
        grid.add_named("", _held(row))
        column.addWidget(label(_SECOND, "note", wrap=True))

    def _row(self, key: str, words: str, act: object) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        self._put(row, key, words, act)
        return row

    def _put(self, row: QHBoxLayout, key: str, words: str, act: object) -> None:
        self.buttons[key] = HintButton(words)
        self.buttons[key].clicked.connect(act)
        row.insertWidget(row.count() - 1, self.buttons[key])

    def _change(self, name: str) -> None:
        from app.ui.dialogs.password_changes import ChangePasswordDialog

        self._asked(ChangePasswordDialog(self._passwords, name, self.window()), f"{name}的密码改好了")

    def _add(self) -> None:
        from app.ui.dialogs.password_changes import AddPersonDialog

        if not self._confirmed("再加一个人", "他用自己的密码打开，看到的和你一样。", "下一步"):
            return
        dialog = AddPersonDialog(self._passwords, self._key, self.window())
        self._asked(dialog, "加好了，他可以用自己的密码打开")

    def _renew(self) -> None:
        from app.ui.dialogs.password_changes import NewCodeDialog

        if not self._confirmed("换恢复码", "谁有恢复码，谁就打得开台账。换好以后，旧的那张作废。", "下一步"):
            return
        unit, now = self._office.settings.unit_name, SystemClock().now()
        dialog = NewCodeDialog(self._passwords, self._key, unit, now, self.window())
        self._asked(dialog, "恢复码换好了，以前的那张请销毁")

    def _asked(self, dialog: AccessDialog, done: str) -> None:
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        self._remark.say(dialog.left)
        if agreed:
            self.access_changed.emit()
            self.refresh()
            self.done.emit(done)

    def _remove(self, name: str) -> None:
        self._remark.say("")
        words = f"以后他的密码打不开这个台账。要再给他，就重新加一次。{ELSEWHERE}"
        if not self._confirmed(f"去掉{name}的密码", words, "去掉"):
            return
        try:
            left = self._passwords.remove(name)
        except AppError as error:
            self._remark.say(error.message)
            return
        self._remark.say(left)
        self.access_changed.emit()
        self.refresh()
        self.done.emit(f"{name}的密码去掉了")

    def _turn_off(self) -> None:
        words = "台账、附件、备份和流水都改回不加密，谁打开这台电脑都能看。要花一点时间，窗口会关上再打开。"
        if self._confirmed("取消密码以后，打开台账不用输密码", words, "不要密码"):
            self.turn_off_requested.emit()

    def _confirmed(self, title: str, words: str, go: str) -> bool:
        """Whether somebody who can open the store wants it, not whoever passes by."""
        from app.ui.dialogs.password_changes import ConfirmDialog

        dialog = ConfirmDialog(self._passwords, title, words, go, self.window())
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        return agreed

    @property
    def _key(self) -> bytes:
        key = self._office.store.key
        assert key is not None
        return key


def _held(row: QHBoxLayout) -> QWidget:
    held = QWidget()
    held.setLayout(row)
    return held
