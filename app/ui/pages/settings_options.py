"""选项: the lists behind every choice; labels and order change, what was used is only put out of use."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services import options
from app.services.office import Office
from app.services.options import Option, shipped_lists
from app.ui.forms.fields import LineField
from app.ui.operations import Operations
from app.ui.pages.settings_kept import DOWN, UP, KeptSection
from app.ui.pages.settings_rows import Row, RowList
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

# Entries of this list belong to one of several standards; only those of the office's own are edited.
_GROUPED = "checklist_item"
_RENAME, _RETIRE = "rename", "retire"


class OptionsSection(KeptSection):
    """Lists at the left, their entries at the right; every change is kept at once."""

    key = "options"

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        note = "改了马上生效；用过的不能删，停用后不再出现在下拉里，旧记录照样显示"
        self._lists, self._entries = RowList("选项表"), RowList("选项", editable=True)
        self._add_line, self._add = LineField(), HintButton("新增", hint="回车")
        buttons = {
            _RENAME: HintButton("改名", hint="F2"),
            UP: HintButton("上移", hint="Alt+↑"),
            DOWN: HintButton("下移", hint="Alt+↓"),
            _RETIRE: HintButton("停用", hint="空格"),
        }
        super().__init__("选项", note, operations, self._entries, self._add, buttons, parent)
        self._office = office
        self._labels = {key: name for key, (name, _) in shipped_lists().items()}
        self._retired: set[str] = set()
        self._name = label("", "strong")
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        if self._entries.is_editing:
            return
        found = self._office.options()
        chosen = self._lists.current_key
        rows = [
            Row(key, name, str(len(self._own(key, found.entries(key))))) for key, name in self._labels.items()
        ]
        self._lists.set_rows(rows, chosen)
        self._show(found.entries(self._lists.current_key, retired=True))

    def show_part(self, part: str) -> None:
        self._lists.set_current(part)
        self._open_list()

    def first_focus(self) -> None:
        self._lists.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_adding(self) -> None:
        """Give the keyboard to the line where an entry is added."""
        self._add_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def order(self, keys: list[str]) -> None:
        self._office.change_options(options.order_entries, self._list, keys)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._lists, 2)
        columns.addWidget(_upright())
        right = QVBoxLayout()
        right.setContentsMargins(14, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self._name)
        right.addWidget(self._entries, 1)
        right.addLayout(self.tools())
        adding = QHBoxLayout()
        adding.setSpacing(6)
        adding.addWidget(label("再加一项", "label"))
        adding.addWidget(self._add_line, 1)
        adding.addWidget(self._add)
        right.addLayout(adding)
        right.addWidget(self._remark)
        columns.addLayout(right, 5)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        self._lists.chosen.connect(self._open_list)
        self._lists.entered.connect(self._enter_list)
        self._entries.chosen.connect(self._offer)
        self._entries.renamed.connect(self._rename)
        self._entries.pressed_space.connect(self._retire)
        self._add_line.stepped.connect(self._add_typed)
        self._add_line.textEdited.connect(self._typed)
        self._add.clicked.connect(self._add_typed)
        self.buttons[_RENAME].clicked.connect(self._start_renaming)
        self.buttons[_RETIRE].clicked.connect(self._retire)

    @property
    def _list(self) -> str:
        return self._lists.current_key

    @property
    def _group(self) -> str:
        return self._office.settings.checklist_standard if self._list == _GROUPED else ""

    def _own(self, name: str, entries: tuple[Option, ...]) -> list[Option]:
        if name != _GROUPED:
            return list(entries)
        standard = self._office.settings.checklist_standard
        return [entry for entry in entries if entry.group == standard]

    def _open_list(self, _key: str = "") -> None:
        self._remark.say("")
        self._add_line.clear()
        self._show(self._office.options().entries(self._list, retired=True))

    def _show(self, entries: tuple[Option, ...]) -> None:
        own = self._own(self._list, entries)
        self._retired = {entry.key for entry in own if entry.retired}
        rows = [
            Row(entry.key, entry.label, "停用" if entry.retired else "", muted=entry.retired) for entry in own
        ]
        self._entries.set_rows(rows, self._select)
        self._select = ""
        name = self._labels.get(self._list, "")
        if self._group:
            standard = self._office.options().label("checklist_standard", self._group)
            name = f"{name}：{standard}"
        self._name.setText(name)
        self._offer()

    def _offer(self, _key: str = "") -> None:
        """Which buttons can act on the chosen entry."""
        current = self._entries.current_key
        nothing = "" if current else "这张表还没有选项"
        self.buttons[_RENAME].set_reason(nothing)
        self.weigh_moves(nothing)
        self.buttons[_RETIRE].set_label("启用" if current in self._retired else "停用")
        self.buttons[_RETIRE].set_reason(nothing)
        self._add.set_reason("" if self._add_line.text().strip() else "先在左边写名称")

    def _typed(self) -> None:
        self._remark.say("")
        self._offer()

    def _enter_list(self) -> None:
        self._entries.setFocus(Qt.FocusReason.TabFocusReason)

    def _start_renaming(self) -> None:
        self._entries.setFocus(Qt.FocusReason.OtherFocusReason)
        self._entries.start_renaming()

    def _add_typed(self, _step: int = 1) -> None:
        text = self._add_line.text().strip()
        if text:
            work = partial(self._office.change_options, options.add_entry, self._list, text, self._group)
            self._operations.run(work, self._added, self._refused)

    def _added(self, key: str) -> None:
        self._add_line.clear()
        self.tell(f"加了一项：{self._office.options().label(self._list, key)}", key)

    def _rename(self, key: str, text: str) -> None:
        work = partial(self._office.change_options, options.rename_entry, self._list, key, text)
        self.keep(work, f"改名为{text.strip()}", key)

    def _retire(self) -> None:
        current = self._entries.current_key
        if not current:
            return
        retired = current not in self._retired
        work = partial(self._office.change_options, options.retire_entry, self._list, current, retired)
        name = self._office.options().label(self._list, current)
        self.keep(work, f"停用了{name}，旧记录照样显示" if retired else f"启用了{name}", current)


def _upright() -> QFrame:
    made = QFrame()
    made.setProperty("panel", "upright")
    return made
