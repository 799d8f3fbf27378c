"""BackupChoice: a backup is chosen, checked, and what it would cost is said before it is restored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.backup_restoring import Prospect
from app.services.backup_shelf import HERE, Shelved
from app.services.backup_words import why
from app.services.passwords import key_of
from app.store.password.keyring import Keyring
from app.ui.dialogs.stepped import Rows, SteppedDialog
from app.ui.operations import Operations
from app.ui.pages.submissions_list import Two, TwoLineList
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.sheet import label
from app.ui.widgets.status_word import Status

LIST, SECRET, PROSPECT = range(3)
LINES = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TITLE = "从备份恢复"
_FIRST = "先核对选中的这份，列出恢复以后会少什么，再决定要不要恢复。"
_NONE = "这台电脑上没有备份。备份在 U 盘或别的磁盘上的，点左下角“选别处的…”。"
_SECRET = "这份备份用的是另一个密码。输入做备份时的密码，或者照“恢复码”那张纸打。"
_KEPT = "现在的台账不会丢：它移到“备份”文件夹里留着，名称里有今天的日期。"
_NO_FILE = "没有台账文件可换，恢复以后就能打开。"

Ask = Callable[[Keyring], bytes]
Look = Callable[[Path, Ask], Prospect]


class KeyNeeded(AppError):
    """A backup under another key than the store's: its password is asked for."""

    def __init__(self, keyring: Keyring) -> None:
        super().__init__(_SECRET)
        self.keyring = keyring


@dataclass(frozen=True)
class Choice:
    """The backup to restore; `key` is its own when that is another than the store's."""

    file: Path
    key: bytes | None = None

    def ask(self, keyring: Keyring) -> bytes:
        """The key, for whoever restores it."""
        if self.key is None:
            raise KeyNeeded(keyring)
        return self.key


class BackupChoice(SteppedDialog):
    """`choice` afterwards, None when nothing is to be done; `look` checks a backup on a copy of it."""

    def __init__(
        self,
        shelf: Sequence[Shelved],
        look: Look,
        operations: Operations,
        parent: QWidget | None = None,
        *,
        stay: str = "不恢复",
    ) -> None:
        super().__init__(_TITLE, parent, go="核对这份", stay=stay, width_ems=48)
        self.choice: Choice | None = None
        self._files = {str(each.file): each.file for each in shelf}
        self._look, self._operations, self._stay = look, operations, stay
        self._trying: Choice | None = None
        self._keyring: Keyring | None = None
        self.list = _Backups("备份")
        self.list.set_things([_line(each) for each in shelf])
        self.secret = PasswordField("密码或恢复码")
        self.elsewhere = self.add_link("选别处的…")
        self._lay_out()
        self.elsewhere.clicked.connect(self._turn)
        self.list.acted.connect(self.act)
        self.list.escaped.connect(self.reject)
        self.lead(self.secret)
        self._show(LIST)

    def act(self) -> None:
        """Check the one chosen, then restore it."""
        page = self.pages.currentIndex()
        if page == LIST:
            if self.list.key:
                self._try(Choice(self._files[self.list.key]))
        elif page == SECRET:
            self._unlock()
        else:
            self.choice = self._trying
            self.accept()

    def _lay_out(self) -> None:
        column = self.add_page("从哪一份备份恢复", _FIRST if self._files else _NONE)
        self.list.setVisible(bool(self._files))
        self.list.setFixedHeight(min(LINES, max(1, len(self._files))) * self.list.line_height() + 4)
        column.addWidget(self.list)
        column = self.add_page("这份备份设了密码", _SECRET)
        rows = Rows()
        rows.add("密码", self.secret)
        column.addLayout(rows)
        self._found = self.add_page("恢复这一份")
        self._said = QWidget()
        self._found.addWidget(self._said)

    def _show(self, page: int) -> None:
        self.show_page(page)
        self.elsewhere.set_label("选别处的…" if page == LIST else "换一份…")
        self.go.set_label({LIST: "核对这份", SECRET: "接着核对", PROSPECT: "恢复"}[page])
        self.go.set_reason("" if page != LIST or self._files else "没有可选的备份")
        self.stay.set_label(self._stay)
        (self.list if self._files else self.elsewhere, self.secret, self.stay)[page].setFocus()

    def _turn(self) -> None:
        """Another file, or back to the list."""
        if self.pages.currentIndex() != LIST:
            self._show(LIST)
            return
        name, _ = QFileDialog.getOpenFileName(self, "选一份备份", str(Path.home()), "台账备份 (*.db)")
        if name:
            self._try(Choice(Path(name)))

    def _try(self, choice: Choice) -> None:
        self._trying = choice
        self.say("")
        self.go.set_busy("正在核对…")
        self.elsewhere.setEnabled(False)
        work = partial(self._look, choice.file, choice.ask)
        self._operations.run(work, self._take, self._refuse, ended=self._end, writes=False)

    def _end(self) -> None:
        self.go.set_busy("")
        self.elsewhere.setEnabled(True)
        self.fit()

    def _take(self, prospect: Prospect) -> None:
        said = _Cost(prospect)
        self._found.replaceWidget(self._said, said)
        self._said.deleteLater()
        self._said = said
        self._show(PROSPECT)

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, KeyNeeded):
            self._keyring = error.keyring
            self._show(SECRET)
        else:
            self.say(error)

    def _unlock(self) -> None:
        if self._keyring is None or self._trying is None:
            return
        try:
            key = key_of(self._keyring, self.secret.text())
        except AppError as error:
            self.secret.selectAll()
            self.say(error)
            return
        self._try(Choice(self._trying.file, key))


class _Backups(TwoLineList):
    """Enter and a double click go on with the one chosen."""

    acted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("bare", "false")
        self.itemDoubleClicked.connect(self.acted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.acted.emit()
        else:
            super().keyPressEvent(event)


class _Cost(QWidget):
    """What was found out about a backup."""

    def __init__(self, prospect: Prospect) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        made = prospect.backup.made_at
        words = (
            f"{made.year}年{made.month}月{made.day}日 {made:%H:%M} {why(prospect.backup)}，核对过，是好的。"
        )
        column.addWidget(label(words, "body", wrap=True))
        column.addWidget(label(prospect.loss.sentence, "body", wrap=True))
        for line in prospect.loss.newest:
            column.addWidget(label(f"　{line.sentence}", "note", wrap=True))
        if prospect.absent:
            column.addWidget(label(f"有 {prospect.absent} 个附件哪里都没有了，恢复不了。", "body", wrap=True))
        if prospect.around.before:
            column.addWidget(label(prospect.around.before, "body", wrap=True))
        column.addWidget(label(_KEPT if prospect.loss.present else _NO_FILE, "label", wrap=True))


def _line(each: Shelved) -> Two:
    place = Status(each.place, icon="folder" if each.place == HERE else "copy")
    return Two(str(each.file), each.when, each.note, status=place, tip=str(each.file))


def ask_backup(
    shelf: Sequence[Shelved],
    look: Look,
    operations: Operations,
    parent: QWidget | None = None,
    *,
    stay: str = "不恢复",
) -> Choice | None:
    """Ask and wait; None when nothing is to be restored."""
    dialog = BackupChoice(shelf, look, operations, parent, stay=stay)
    dialog.exec()
    operations.wait()
    choice = dialog.choice
    dialog.deleteLater()
    return choice
