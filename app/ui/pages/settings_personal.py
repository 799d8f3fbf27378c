"""个人信息: what of people is kept, and how it is shown and written out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import AppError
from app.services.office import Office
from app.ui.dialogs.message import CANCEL, Answer, ask
from app.ui.operations import Operations
from app.ui.pages.settings_field import Remark
from app.ui.pages.settings_fields import FlagField
from app.ui.pages.settings_section import Section, separator
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

_RULES = (
    "手机、电话、身份证号和住址，在列表、导出和打印里只显示一部分（138****5678）；录入的表单里是完整的。",
    "来访、发言的群众，写出去的文书和表格里只写张某、李某，电话不写；委员和干部照写姓名。",
    "确实要完整的，列表在“显示列”里选，导出和打印时再选一次。每一次都记在修改记录里：谁、什么时候、多少条。",
)
_KEPT = "还留着 {count} 个以前登记的身份证号，表单、列表和导出里都不出现。"
_REMOVE = "删掉以后，表单、列表、导出里不会再有。修改记录和以前的备份不改写，里面还留着，看时遮住。"


class PersonalSection(Section):
    """One switch, what was entered while it was on, and the rules in three sentences."""

    key = "personal"

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__("个人信息", "登记哪些，给谁看多少", parent)
        self._operations = operations
        self._numbers = office.id_numbers
        self._on = FlagField("id_numbers", "登记身份证号（名册的“人员”里多一栏）")
        self.adopt([self._on])
        self.body.addWidget(self._on)
        self._left = label("", "note", wrap=True)
        self.remove = HintButton("全部删掉…")
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.addWidget(self._left, 1)
        row.addWidget(self.remove)
        self.body.addLayout(row)
        self._remark = Remark()
        self.body.addWidget(self._remark)
        separator(self.body)
        for words in _RULES:
            self.body.addWidget(label(words, "body", wrap=True))
        self.body.addStretch(1)
        self._count = 0
        self.refresh()

    def refresh(self) -> None:
        self._count = self._numbers.count
        self._remark.say("")
        self.explain()

    def explain(self) -> None:
        kept = self._count > 0 and not self._on.raw()
        self._left.setText(_KEPT.format(count=self._count) if kept else "")
        self._left.setVisible(kept)
        self.remove.setVisible(kept)

    def _remove(self) -> None:
        answers = (Answer("remove", f"删掉 {self._count} 个", "danger"), CANCEL)
        if ask(self.window(), "删掉登记过的身份证号", _REMOVE, answers=answers) == "remove":
            self._operations.run(self._numbers.remove, self._removed, self._refused)

    def _removed(self, count: int) -> None:
        self.refresh()
        self.done.emit(f"删掉了 {count} 个身份证号")

    def _refused(self, error: AppError) -> None:
        self._remark.say(error.message)
