"""指标: the figures the office made itself, what they count, and the way to make, change and retire one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.figure_catalogue import OwnFigure
from app.services.office import Office
from app.ui.operations import Operations
from app.ui.pages.own_figure_dialog import OwnFigureDialog
from app.ui.pages.page import PageLink
from app.ui.pages.settings_field import Remark
from app.ui.pages.settings_rows import Row, RowList
from app.ui.pages.settings_section import Section
from app.ui.theme import Layout, Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

_CHANGE, _RECORDS, _UP, _DOWN, _RETIRE = "change", "records", "up", "down", "retire"
_NONE = "还没有自己定的指标。自带的不够用，就在这里新增一个，不用改软件。"


class FiguresSection(Section):
    """Their list at the left, one of them at the right; every change is kept at once."""

    key = "figures"
    scrolls = False

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        note = "自己定的指标和自带的一样：能分组、看明细、进报表和调整数"
        super().__init__("指标", note, parent)
        self._office, self._operations = office, operations
        self._own: dict[str, OwnFigure] = {}
        self._select = ""
        self.list = RowList("自己定的指标")
        self.new = HintButton("新增指标…", icon="plus", hint="Ctrl+N")
        self._name = label("", "strong")
        self._rule = label("", "label", wrap=True)
        self._why, self._remark = Remark(Tone.WARN), Remark()
        self.buttons = {
            _CHANGE: HintButton("改…", hint="回车"),
            _RECORDS: HintButton("看明细"),
            _UP: HintButton("上移", hint="Alt+↑"),
            _DOWN: HintButton("下移", hint="Alt+↓"),
            _RETIRE: HintButton("停用", hint="空格"),
        }
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        self._own = {each.key: each for each in self._office.own_figures.all()}
        rows = [
            Row(each.key, each.label, "" if each.in_use else "停用", muted=not each.in_use)
            for each in self._own.values()
        ]
        self.list.set_rows(rows, self._select)
        self._select = ""
        self._show()

    def fit(self, layout: Layout) -> None:
        for button in (*self.buttons.values(), self.new):
            button.set_hint_shown(layout is not Layout.NARROW)

    def first_focus(self) -> None:
        (self.list if self._own else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def start_adding(self) -> None:
        """Open the dialog for a new one."""
        self._open(None)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        adding = QHBoxLayout()
        adding.addWidget(self.new)
        adding.addStretch(1)
        left.addLayout(adding)
        right.setSpacing(8)
        for words in (self._name, self._rule, self._why):
            right.addWidget(words)
        tools = QHBoxLayout()
        tools.setSpacing(6)
        for button in self.buttons.values():
            tools.addWidget(button)
        tools.addStretch(1)
        right.addLayout(tools)
        right.addWidget(self._remark)
        right.addStretch(1)
        columns.addLayout(left, 3)
        columns.addLayout(right, 5)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.entered.connect(self._change)
        self.list.moved.connect(self._move)
        self.list.pressed_space.connect(self._retire)
        self.new.clicked.connect(self.start_adding)
        self.buttons[_CHANGE].clicked.connect(self._change)
        self.buttons[_RECORDS].clicked.connect(self._see)
        self.buttons[_UP].clicked.connect(partial(self._move, -1))
        self.buttons[_DOWN].clicked.connect(partial(self._move, 1))
        self.buttons[_RETIRE].clicked.connect(self._retire)

    @property
    def _chosen(self) -> OwnFigure | None:
        return self._own.get(self.list.current_key)

    def _show(self, _key: str = "") -> None:
        """The chosen one in words, and which buttons can act on it."""
        found, keys = self._chosen, self.list.keys
        definition = found.definition if found else None
        unit = f"（{definition.unit}）" if definition else ""
        self._name.setText(f"{found.label}{unit}" if found else "")
        self._rule.setText(f"口径：{definition.rule}。" if definition else "" if found else _NONE)
        self._why.say(f"没有算进去：{found.reason}。" if found and found.reason and not found.retired else "")
        for button in self.buttons.values():
            button.setVisible(found is not None)
        if found is None:
            return
        self.buttons[_CHANGE].set_reason("" if definition else "这个是新版本做的，这里改不了")
        self.buttons[_RECORDS].set_reason("" if found.in_use else "停用的指标没有明细")
        self.buttons[_UP].set_reason("已经在最上面" if found.key == keys[0] else "")
        self.buttons[_DOWN].set_reason("已经在最下面" if found.key == keys[-1] else "")
        self.buttons[_RETIRE].set_label("启用" if found.retired else "停用")

    def _open(self, figure: OwnFigure | None) -> None:
        dialog = OwnFigureDialog(self._office, self._operations, figure, self.window())
        dialog.kept.connect(self._kept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _kept(self, figure: OwnFigure) -> None:
        self._written(f"存好了指标：{figure.label}", figure.key)

    def _change(self) -> None:
        found = self._chosen
        if found is not None and found.definition is not None:
            self._open(found)

    def _see(self) -> None:
        found = self._chosen
        if found is not None and found.in_use:
            month = self._office.months.first().key
            self.open_requested.emit(PageLink("figure", {"figure": found.key, "period": month}))

    def _move(self, step: int) -> None:
        keys, current = self.list.keys, self.list.current_key
        place = keys.index(current) + step if current else -1
        if 0 <= place < len(keys):
            keys.remove(current)
            keys.insert(place, current)
            self._run(partial(self._office.own_figures.order, keys), "换了顺序", current)

    def _retire(self) -> None:
        found = self._chosen
        if found is not None:
            work = partial(self._office.own_figures.retire, found.key, not found.retired)
            told = f"启用了{found.label}" if found.retired else f"停用了{found.label}，报过的数照样查得到"
            self._run(work, told, found.key)

    def _run(self, work: Callable[[], object], told: str, key: str) -> None:
        self._operations.run(partial(_done, work, told, key), self._carried_out, self._refused)

    def _carried_out(self, done: tuple[str, str]) -> None:
        self._written(*done)

    def _written(self, told: str, key: str) -> None:
        self._select = key
        self._remark.say("")
        self.refresh()
        self.done.emit(told)

    def _refused(self, error: AppError) -> None:
        self._remark.say(error.message)


def _done(work: Callable[[], object], told: str, key: str) -> tuple[str, str]:
    """Carries out a change; what it is called and which figure it was about come back with it."""
    work()
    return told, key
