"""The dialog of 换届: the new term, its first day, and who stays; all of it by keyboard."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.errors import AppError, Invalid, Unfit
from app.models import days
from app.services import terms
from app.services.closed import recent_reasons
from app.services.office import Office
from app.services.terms import CurrentTerm
from app.ui.appearance import theme
from app.ui.change import Change
from app.ui.dialogs.dialog import Dialog
from app.ui.forms.fields import LineField
from app.ui.operations import Operations
from app.ui.pages.settings_field import Remark, SettingField
from app.ui.pages.settings_fields import TextField
from app.ui.pages.settings_stay_list import StayList
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.sheet import label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HIGH_EMS = 44


class TurnoverDialog(Dialog):
    """Everybody stays until unticked: forgetting one is put right in the roster, losing all is not."""

    carried_out = Signal(object)
    """The Turnover; the dialog is closed by then."""

    def __init__(
        self, office: Office, operations: Operations, term: CurrentTerm, parent: QWidget | None = None
    ) -> None:
        super().__init__("换届", parent, width_ems=62)
        self._office, self._term = office, term
        self._change = Change(operations, partial(recent_reasons, office.store), self, "办理")
        self._busy = False
        self.name, self.start = TextField("name"), DayField("started_on", office.clock.today())
        self.search = SearchBox("找姓名、首字母、界别、单位", hint="Ctrl+F")
        self.people = StayList(terms.serving(office))
        self.studios = QCheckBox("离任的委员同时退出工作室")
        self.studios.setChecked(True)
        self._all, self._none = HintButton("全部续任"), HintButton("全部不续任")
        self._count = label("", "strong")
        self._remark = Remark()
        self._begin = self.add_button("办理换届", kind="primary")
        self._cancel = self.add_button("取消")
        self._lay_out()
        self._connect()
        for field in (self.name, self.start):
            field.shows_changes = False
        self.name.put(terms.next_name(term.name))
        self._tell_count()
        self.resize(self.width(), min(theme().px(_HIGH_EMS), self.screen().availableGeometry().height() - 80))
        (self.start if self.name.raw() else self.name).editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; Ctrl+F goes to the search."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, HintButton):
            focused.click()
        elif event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stays while the change is being written."""
        if not self._busy:
            super().reject()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for what, field, stretch in (("新一届", self.name, 2), ("开始日期", self.start, 3)):
            caption = label(what, "label")
            caption.setFixedHeight(theme().control)
            top.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
            top.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
            if field is self.name:
                top.addSpacing(12)
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self.search, 1)
        tools.addWidget(self._all)
        tools.addWidget(self._none)
        foot = QHBoxLayout()
        foot.addWidget(self.studios)
        foot.addStretch(1)
        foot.addWidget(self._count)
        self.body.addLayout(top)
        self.body.addLayout(tools)
        self.body.addWidget(self.people, 1)
        self.body.addLayout(foot)
        words = "勾上的续任，空格换，直接打字就找。换届不能一步退回，办之前请把名单看一遍。"
        self.body.addWidget(label(words, "note", wrap=True))
        self.body.addWidget(self._remark)

    def _connect(self) -> None:
        self._begin.clicked.connect(self._carry_out)
        self._cancel.clicked.connect(self.reject)
        self._all.clicked.connect(partial(self.people.tick_all, True))
        self._none.clicked.connect(partial(self.people.tick_all, False))
        self.people.ticked.connect(self._tell_count)
        self.people.typed.connect(self._search_for)
        self.search.searched.connect(self.people.narrow)
        self.search.left.connect(self.people.setFocus)

    def _search_for(self, letter: str) -> None:
        """Letters typed in the list search it."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(letter)

    def _tell_count(self) -> None:
        staying, every = len(self.people.staying), self.people.topLevelItemCount()
        self._count.setText(f"续任 {staying} 名，离任 {every - staying} 名")

    def _carry_out(self) -> None:
        name, day = self.name.read(), None
        try:
            day = self.start.read()
        except Unfit as unfit:
            self.start.complain(str(unfit))
        if not name:
            self.name.complain("请填新一届的叫法，如 十二届")
        if day is None or not name:
            return
        self._set_busy(True)
        work = partial(
            terms.begin, self._office, name, day, self.people.staying, leave_studios=self.studios.isChecked()
        )
        # The first day may lie in a month that went up; then somebody has to say why.
        self._change.run(work, self._done, self._refused, ended=self._ended)

    def _done(self, done: terms.Turnover) -> None:
        self._set_busy(False)
        self.accept()
        self.carried_out.emit(done)

    def _refused(self, error: AppError) -> None:
        fields: dict[str, SettingField] = {"name": self.name, "started_on": self.start}
        problems = error.problems if isinstance(error, Invalid) else ()
        for problem in problems:
            if problem.key in fields:
                fields[problem.key].complain(problem.text)
        rest = [problem.sentence for problem in problems if problem.key not in fields]
        self._remark.say("；".join(rest) if problems else error.message)

    def _ended(self) -> None:
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._begin.set_busy("正在办…" if busy else "")
        self._cancel.set_reason("正在办，请稍等" if busy else "")


class DayField(SettingField):
    """A day typed short; shown in full with its weekday when the field is left."""

    editor: LineField

    def __init__(self, key: str, today: date) -> None:
        super().__init__(key, LineField(latin=True))
        self._today = today
        self.editor.textEdited.connect(self._edit)
        self.editor.left.connect(self._show_full)

    def raw(self) -> str:
        return self.editor.text()

    def put(self, raw: str) -> None:
        self.editor.setText(raw)

    def shown(self, value: date | None) -> str:
        return "" if value is None else f"{value.isoformat()} {days.weekday(value)}"

    def read(self) -> date:
        """The day nearest to today that the typing can mean; raises Unfit."""
        text = self.raw()
        if not text.strip():
            raise Unfit("请填新一届从哪天开始，如 2026-11-20")
        ways = [days.parse_day(text, self._today, ahead=ahead) for ahead in (False, True)]
        found = min(ways, key=lambda day: abs((days.first(day) - self._today).days))
        if not isinstance(found, date):
            raise Unfit("请填到哪一天，如 2026-11-20")
        return found

    def _show_full(self) -> None:
        if not self.raw().strip():
            return
        try:
            self.put(self.shown(self.read()))
        except Unfit as unfit:
            self.complain(str(unfit))
