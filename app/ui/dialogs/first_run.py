"""The first start: whose store this is, in four fields, or a look at the sample county first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.errors import AppError, Invalid, Level, Problem, Unfit
from app.services.office import Office
from app.settings import LABELS, LEVELS, OfficeSettings
from app.ui.appearance import theme
from app.ui.dialogs.dialog import Dialog
from app.ui.operations import Operations
from app.ui.pages.settings_field import Remark, SettingField
from app.ui.pages.settings_fields import ChoiceField, TextField
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label, rule

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BODY = "政协"
_NEEDED = ("unit_name", "city_name")
_AREAS = ("县", "市", "区", "州", "旗")


class FirstRun(Dialog):
    """Everything asked here can be changed in the settings; put away by Esc it asks again next time."""

    settled = Signal(object)
    """The OfficeSettings just saved: work can begin."""
    demo_filled = Signal(object)
    """The sample county is in the store; with what filling it returned."""
    protection_wanted = Signal()
    """After `settled`: a password is to be set now."""

    def __init__(
        self,
        office: Office,
        operations: Operations,
        fill_demo: Callable[[Office], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("政协履职台账", parent, width_ems=46)
        self._office, self._operations, self._fill_demo = office, operations, fill_demo
        self._busy = False
        self.fields: dict[str, SettingField] = {
            "unit_name": TextField("unit_name"),
            "level": ChoiceField("level", tuple(LEVELS.items())),
            "city_name": TextField("city_name"),
            "clerk": TextField("clerk"),
        }
        self._full_name = label("", "note", wrap=True)
        self._remark = Remark()
        self.protect = QCheckBox("接着设一个密码（建议）")
        self.protect.setChecked(True)
        self.begin_button = self.add_button("开始用", kind="primary")
        self.demo_button = self.add_button("先看看示例县")
        self._lay_out()
        self.begin_button.clicked.connect(self._begin)
        self.demo_button.clicked.connect(self._show_demo)
        self.fields["unit_name"].edited.connect(self._explain)
        for field in self.fields.values():
            field.shows_changes = False
            field.keep("" if field.key != "level" else OfficeSettings().level)
        self._explain()
        # Enter goes from the fields to the button; the tick comes after it.
        for before, after in pairwise((self.fields["clerk"].editor, *self._last())):
            self.setTabOrder(before, after)
        self.fields["unit_name"].editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        focused = self.focusWidget()
        if event.key() in _ENTER:
            if isinstance(focused, HintButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stays while something is being written."""
        if not self._busy:
            super().reject()

    def _last(self) -> tuple[QWidget, ...]:
        return (self.begin_button, self.demo_button, self.protect)

    def _lay_out(self) -> None:
        self.body.addWidget(label("填好带 * 的，就可以开始", "section"))
        words = "印在报表和文书上，以后在“设置”里都能改。"
        self.body.addWidget(label(words, "label", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, theme().px(0.9))
        grid.setColumnMinimumWidth(1, theme().px(6.2))
        grid.setColumnStretch(2, 1)
        for row, (key, field) in enumerate(self.fields.items()):
            parts = (label("*" if key in _NEEDED else "", "mark"), label(LABELS[key], "label"))
            for column, part in enumerate(parts):
                part.setFixedHeight(theme().control)
                grid.addWidget(part, 2 * row, column, Qt.AlignmentFlag.AlignTop)
            field.editor.setAccessibleName(LABELS[key])
            grid.addWidget(field, 2 * row, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._full_name, 1, 2)
        self.body.addLayout(grid)
        self.body.addWidget(self._remark)
        self.body.addWidget(rule())
        self.body.addWidget(self.protect)
        words = "电脑丢了、送修，别人打不开台账，看不到姓名和电话。现在不设，以后在“设置 › 安全”里设。"
        self.body.addWidget(label(words, "label", wrap=True))
        self.body.addWidget(rule())
        words = "示例县是编出来的一个县，有两年的协商、走访和委员，可以随便试，看完一键离开。"
        self.body.addWidget(label(words, "label", wrap=True))

    def _explain(self) -> None:
        name = str(self.fields["unit_name"].raw()).strip()
        full = full_name(name)
        self._full_name.setText(f"全称：{full}" if full else "照平常的叫法写，如 示例县政协。")

    def _begin(self) -> None:
        values, problems = self._read()
        if problems:
            self._complain(problems)
            return
        self._set_busy("正在保存…", "")
        work = partial(self._office.change_settings, values)
        self._operations.run(work, self._settle, self._refuse, ended=self._go_on)

    def _read(self) -> tuple[dict[str, Any], list[Problem]]:
        values: dict[str, Any] = {"set_up": True}
        problems = []
        for key, field in self.fields.items():
            try:
                values[key] = field.read()
            except Unfit as error:
                problems.append(Problem((key,), LABELS[key], str(error), Level.SAVE))
        name = values.get("unit_name", "")
        if full_name(name):
            values["unit_full_name"] = full_name(name)
            values["area"] = area_of(name)
        return values, problems

    def _settle(self, settings: OfficeSettings) -> None:
        self.accept()
        self.settled.emit(settings)

    def _go_on(self) -> None:
        """Only now, when the window was told that it is saved: whoever hears it asks, and that takes long."""
        self._end()
        if self.result() == self.DialogCode.Accepted and self.protect.isChecked():
            self.protection_wanted.emit()

    def _show_demo(self) -> None:
        self._set_busy("", "正在准备示例县…")
        work = partial(self._fill_demo, self._office)
        self._operations.run(work, self._filled, self._refuse, ended=self._end)

    def _filled(self, summary: object) -> None:
        self._end()
        self.accept()
        self.demo_filled.emit(summary)

    def _refuse(self, error: AppError) -> None:
        self._end()
        if isinstance(error, Invalid):
            self._complain(list(error.problems))
        else:
            self._remark.say(error.message)

    def _complain(self, problems: list[Problem]) -> None:
        for problem in problems:
            if problem.key in self.fields:
                self.fields[problem.key].complain(problem.text)
        first = next((problem.key for problem in problems if problem.key in self.fields), "")
        if first:
            self.fields[first].editor.setFocus()

    def _set_busy(self, begin: str, demo: str) -> None:
        self._busy = bool(begin or demo)
        reason = "正在办，请稍等" if self._busy else ""
        self.begin_button.set_reason(reason)
        self.demo_button.set_reason(reason)
        self.begin_button.set_busy(begin)
        self.demo_button.set_busy(demo)
        for field in self.fields.values():
            field.setEnabled(not self._busy)

    def _end(self) -> None:
        self._set_busy("", "")


def full_name(name: str) -> str:
    """示例县政协 → 中国人民政治协商会议示例县委员会; "" for a name that is not built so."""
    place = name.removesuffix(_BODY)
    return f"中国人民政治协商会议{place}委员会" if place and place != name else ""


def area_of(name: str) -> str:
    """示例县政协 → 全县, as in “10月，全县政协…”."""
    place = name.removesuffix(_BODY)
    return f"全{place[-1]}" if place.endswith(_AREAS) else OfficeSettings().area
