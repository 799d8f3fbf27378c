"""指标: the figures the office made itself, what they count, and the way to make, change and retire one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.figure_catalogue import OwnFigure
from app.services.office import Office
from app.ui.operations import Operations
from app.ui.pages.own_figure_dialog import NEW, OwnFigureDialog
from app.ui.pages.page import PageLink
from app.ui.pages.settings_field import Remark
from app.ui.pages.settings_kept import DOWN, UP, KeptSection
from app.ui.pages.settings_rows import Row, RowList
from app.ui.theme import Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

_CHANGE, _RECORDS, _RETIRE = "change", "records", "retire"
_NONE = "还没有自己定的指标。自带的不够用，就在这里新增一个，不用改软件。"


class FiguresSection(KeptSection):
    """Their list at the left, one of them at the right; every change is kept at once."""

    key = "figures"

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        note = "自己定的指标和自带的一样：能分组、看明细、进报表和调整数"
        self.list = RowList("自己定的指标")
        self.new = HintButton("新增指标…", icon="plus", hint="Ctrl+N")
        buttons = {
            _CHANGE: HintButton("改…", hint="回车"),
            _RECORDS: HintButton("看明细"),
            UP: HintButton("上移", hint="Alt+↑"),
            DOWN: HintButton("下移", hint="Alt+↓"),
            _RETIRE: HintButton("停用", hint="空格"),
        }
        super().__init__("指标", note, operations, self.list, self.new, buttons, parent)
        self._office = office
        self._own: dict[str, OwnFigure] = {}
        self._name = label("", "strong")
        self._rule = label("", "label", wrap=True)
        self._why = Remark(Tone.WARN)
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

    def first_focus(self) -> None:
        (self.list if self._own else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, part: str) -> None:
        """Open the dialog of one of them, or for a new one."""
        if part == NEW:
            self._open(None)
        elif part in self._own:
            self.list.set_current(part)
            self._show()
            self._change()

    def start_adding(self) -> None:
        """Open the dialog for a new one."""
        self._open(None)

    def order(self, keys: list[str]) -> None:
        self._office.own_figures.order(keys)

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
        right.addLayout(self.tools())
        right.addWidget(self._remark)
        right.addStretch(1)
        columns.addLayout(left, 3)
        columns.addLayout(right, 5)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.entered.connect(self._change)
        self.list.pressed_space.connect(self._retire)
        self.new.clicked.connect(self.start_adding)
        self.buttons[_CHANGE].clicked.connect(self._change)
        self.buttons[_RECORDS].clicked.connect(self._see)
        self.buttons[_RETIRE].clicked.connect(self._retire)

    @property
    def _chosen(self) -> OwnFigure | None:
        return self._own.get(self.list.current_key)

    def _show(self, _key: str = "") -> None:
        """The chosen one in words, and which buttons can act on it."""
        found = self._chosen
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
        self.weigh_moves()
        self.buttons[_RETIRE].set_label("启用" if found.retired else "停用")

    def _open(self, figure: OwnFigure | None) -> None:
        dialog = OwnFigureDialog(self._office, self._operations, figure, self.window())
        dialog.kept.connect(self._made)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _made(self, figure: OwnFigure) -> None:
        self.tell(f"存好了指标：{figure.label}", figure.key)

    def _change(self) -> None:
        found = self._chosen
        if found is not None and found.definition is not None:
            self._open(found)

    def _see(self) -> None:
        found = self._chosen
        if found is not None and found.in_use:
            month = self._office.months.first().key
            self.open_requested.emit(PageLink("figure", {"figure": found.key, "period": month}))

    def _retire(self) -> None:
        found = self._chosen
        if found is not None:
            work = partial(self._office.own_figures.retire, found.key, not found.retired)
            told = f"启用了{found.label}" if found.retired else f"停用了{found.label}，报过的数照样查得到"
            self.keep(work, told, found.key)
