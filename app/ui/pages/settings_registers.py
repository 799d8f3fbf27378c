"""乡镇、届和单位, which have lists of their own, and 换届."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models import model_of
from app.models.days import printed
from app.services import terms
from app.services.office import Office
from app.services.terms import Turnover
from app.ui.operations import Operations
from app.ui.pages.settings_section import Section
from app.ui.pages.settings_turnover import TurnoverDialog
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

REGISTERS = (
    ("township", "协商活动、走访按它分组出表；撤并了填撤并日期，不要删"),
    ("village", "属于一个乡镇（街道），表单里选了乡镇只列它的村"),
    ("term", "一届从哪天到哪天；换届请到“换届”里办"),
    ("unit", "本单位和报到这里来的单位"),
)


class RegistersSection(Section):
    """Four registers, how many are in each, and the way to its list."""

    key = "registers"

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("乡镇、届和单位", "在各自的名册里增改", parent)
        self._office = office
        self._counts = {kind: label("", "strong") for kind, _ in REGISTERS}
        self.buttons = {kind: HintButton("打开名册") for kind, _ in REGISTERS}
        grid = self.add_grid()
        for kind, note in REGISTERS:
            self.buttons[kind].clicked.connect(partial(self.ask_for, kind))
            self.buttons[kind].setAccessibleName(f"打开{model_of(kind).kind.label}名册")
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(14)
            row.addWidget(self._counts[kind], 1)
            row.addWidget(label(note, "note", wrap=True), 9)
            row.addWidget(self.buttons[kind])
            grid.add_named(model_of(kind).kind.label, line, stretched=True)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        for kind, words in self._counts.items():
            words.setText(f"{self._office.count(kind)} {model_of(kind).kind.measure}")

    def first_focus(self) -> None:
        self.buttons["township"].setFocus(Qt.FocusReason.OtherFocusReason)


class TurnoverSection(Section):
    """换届: the term there is, what changing it does, and the button that asks for the rest."""

    key = "turnover"

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__("换届", "一届任期满了，在这里一次办完", parent)
        self._office, self._operations = office, operations
        self._now = label("", "body", wrap=True)
        self._what = label("", "label", wrap=True)
        self._told = label("", "body", wrap=True)
        self._told.setProperty("tone", "ok")
        self.button = HintButton("换届…")
        self.button.clicked.connect(self._press)
        self._told.hide()
        for words in (self._now, self._what, self._told):
            self.body.addWidget(words)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        self._term = term = terms.current(self._office)
        if term is None:
            self._now.setText("还没有登记届。先登记现在这一届，委员才有届可选。")
            self._what.setText("")
            self.button.set_label("登记现在这一届")
        else:
            since = printed(term.started_on)
            self._now.setText(f"现在是{term.name}，{since}开始，在任委员 {term.serving} 名。")
            self._what.setText(
                f"换届一次做三件事：{term.name}和它在任的任职，在新一届开始的前一天结束；新建一届；"
                "勾选续任的委员，按现在的界别、职务、单位和联系点接着登记。"
                "以前的协商活动、走访和各月的数都不变。"
            )
            self.button.set_label("换届…")

    def first_focus(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        if self._term is None:
            self.ask_for("term")
            return
        dialog = TurnoverDialog(self._office, self._operations, self._term, self.window())
        dialog.carried_out.connect(self._carried_out)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _carried_out(self, done: Turnover) -> None:
        studios = f"，退出了 {done.studios} 个工作室" if done.studios else ""
        text = f"换到了{done.name}：续任 {done.stayed} 名，离任 {done.left} 名{studios}。"
        self._told.setText(f"{text}新任委员请到委员名册里登记。")
        self._told.show()
        self.refresh()
        self.done.emit(f"换到了{done.name}")
