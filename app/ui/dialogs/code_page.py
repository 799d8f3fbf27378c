"""CodePage: a new recovery code to be printed, and the place where it is typed from the paper."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import AppError
from app.exporters.files import safe_name
from app.exporters.word_recovery import file_name
from app.paths import documents_folder
from app.services.recovery_page import write_page
from app.store.password.recovery_code import LENGTH, RecoveryCode, plain
from app.ui.appearance import theme
from app.ui.dialogs.message import Answer, ask
from app.ui.dialogs.stepped import Rows
from app.ui.forms.fields import LineField
from app.ui.print.pages import load_document
from app.ui.print.printing import print_pages, set_paper
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

SHOWN_WORDS = (
    "忘了密码，全靠这个码。没有密码，又没有它，谁也打不开台账，里面的记录就都没有了。\n"
    "打印一页（没有打印机就用笔抄），和公章放在一起；不要放在电脑旁边，不要拍照发出去。下一步要照纸上的打一遍，试试对不对。"
)
TYPED_WORDS = "照刚打印或抄下的那张纸打，不要凭记性。大写、小写、空格都不要紧。"
NOT_WRITTEN = "先打印、存成文件，或用笔抄下来"
_ACROSS = 4
_BACK = Answer("back", "接着试", "primary", safe=True)
_VOID = Answer("void", "作废这张")


class CodePage(QWidget):
    """The code in large letters, with ways to paper."""

    written = Signal()
    """It is on paper, or as good as that."""

    def __init__(self, unit: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = RecoveryCode.new()
        self.printed = False
        self._unit, self._now = unit, now
        self.print_button = HintButton("打印…", icon="print")
        self.save_button = HintButton("存成文件…", icon="word")
        self.copied_button = HintButton("抄好了")
        self._said = label(f"{NOT_WRITTEN}。", "note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._groups())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addWidget(self.copied_button)
        row.addWidget(self._said, 1)
        column.addLayout(row)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.copied_button.clicked.connect(self._copied)

    def may_be_void(self, title: str, meanwhile: str) -> bool:
        """Whether the code may be given up; asks where it is on paper, which is worth nothing then."""
        if not self.printed:
            return True
        text = f"{meanwhile}打印、存下或抄下的这张恢复码就作废了，请撕掉、删掉，免得以后弄错。"
        return ask(self, title, text, answers=(_BACK, _VOID)) == _VOID.key

    def _groups(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for place, group in enumerate(self.code.groups):
            row, column = divmod(place, _ACROSS)
            grid.addWidget(_centred(label(f"第 {place + 1} 组", "note")), 3 * row, column)
            letters = _centred(QLabel(group))
            letters.setFont(_letters())
            letters.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addWidget(letters, 3 * row + 1, column)
        grid.setRowMinimumHeight(2, theme().px(0.8))  # each number belongs to the letters below it
        return grid

    def _print(self) -> None:
        with tempfile.TemporaryDirectory(prefix="cppcc-ledger-", ignore_cleanup_errors=True) as folder:
            try:
                pages = load_document(write_page(self.code, self._unit, self._now, Path(folder)))
                printer = QPrinter(QPrinter.PrinterMode.HighResolution)
                set_paper(pages, 0, printer)
                dialog = QPrintDialog(printer, self)
                chosen = dialog.exec() == QDialog.DialogCode.Accepted
                dialog.deleteLater()
                if not chosen:
                    return
                into = printer.outputFileName()
                if into:
                    _make_private(Path(into))
                print_pages(pages, printer)
            except AppError as error:
                self._said.setText(error.message)
                return
        if file := Path(into).name:  # a printer that only makes files
            self._tell(f"打印成了文件“{file}”，里面就是恢复码。打印到纸上以后，把这个文件删掉。")
        else:
            self._tell("送到打印机了，拿到纸再往下走。")

    def _save(self) -> None:
        day = f"{self._now.year}年{self._now.month}月{self._now.day}日"
        start = documents_folder().parent / safe_name(file_name(self._unit, day))
        chosen, _ = QFileDialog.getSaveFileName(self, "恢复码存到哪里", str(start), "Word 文档 (*.docx)")
        if not chosen:
            return
        try:
            path = write_page(self.code, self._unit, self._now, Path(chosen))
        except AppError as error:
            self._said.setText(error.message)
            return
        self._tell(f"存成了“{path.name}”。打印以后，把这个文件删掉。")

    def _copied(self) -> None:
        self._tell("请对着屏幕再看一遍，一个字也不能错。")

    def _tell(self, words: str) -> None:
        self.printed = True
        self._said.setText(words)
        self.written.emit()


class TypedCode(QWidget):
    """The line the code is typed into from the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LineField(latin=True)
        self.edit.setAccessibleName("恢复码")
        self._typed = label("", "note")
        rows = Rows()
        rows.add("恢复码", self.edit)
        rows.add_below(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(rows)
        self.edit.textEdited.connect(self.count)
        self.setFocusProxy(self.edit)
        self.count()

    def count(self) -> None:
        """How much is typed: forty characters are easily lost count of."""
        typed = len(plain(self.edit.text()))
        self._typed.setText(f"打了 {typed} 个，一共 {LENGTH} 个" if typed else "一共 8 组，每组 5 个")

    def compare(self, code: RecoveryCode) -> None:
        """Raises AppError unless it is this code."""
        if RecoveryCode.read(self.edit.text()) != code:
            raise AppError("打的是另一个恢复码，不是刚才这一页的。请拿刚打印或抄下的那张再打一遍。")


def _make_private(path: Path) -> None:
    """An empty file for its owner alone, whose mode stays when it is printed into."""
    with suppress(OSError):  # printing says what is wrong, and a stick has no modes
        path.touch(mode=0o600)
        path.chmod(0o600)


def _centred(words: QLabel) -> QLabel:
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words


def _letters() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSize(theme().points("title") + 4)
    return font
