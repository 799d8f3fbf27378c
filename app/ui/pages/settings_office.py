"""What the office is called and who signs, how it calls its work, which building standard it checks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.services.office import Office
from app.services.options import Option
from app.settings import LEVELS
from app.ui.pages.settings_field import SettingField
from app.ui.pages.settings_fields import ChoiceField, NameField, TextField
from app.ui.pages.settings_section import Section, separator
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

MEETING_NAMES = ("协商在基层", "院坝协商", "有事好商量", "一线协商", "民生议事堂", "边寨协商", "小微协商")
VISIT_NAMES = ("委员走基层", "联系界别群众", "政协委员大走访", "千名委员走基层", "履职为民")
STUDIO_NAMES = ("委员工作室", "委员工作站", "委员之家", "委员联络站")
STANDARD, ITEM = "checklist_standard", "checklist_item"


class UnitSection(Section):
    """本单位: the names on reports and documents, and who stands below them."""

    key = "unit"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("本单位", "印在报表、文书和导出文件上", parent)
        needed = ("unit_name", "city_name")
        grid = self.add_grid()
        grid.add(TextField("unit_name"), ChoiceField("level", tuple(LEVELS.items())), needed=needed)
        grid.add(TextField("unit_full_name"))
        grid.add(TextField("city_name"), TextField("area"), needed=needed)
        separator(self.body)
        self.body.addWidget(label("落款", "strong"))
        grid = self.add_grid()
        grid.add(TextField("clerk"), TextField("reviewer"))
        grid.add(TextField("head"), TextField("phone"))
        words = "填报人也是录入记录的人，写在每条记录的修改记录里。全域叫法用在“10月，全县……”这样的句子里。"
        grid.add_below(label(words, "note", wrap=True))
        self.body.addStretch(1)


class NamesSection(Section):
    """叫法: what the office calls its three kinds of work."""

    key = "names"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("叫法", "照本地的说法，保存后导航、报表和文书都跟着改", parent)
        needed = ("meeting_label", "visit_label", "studio_label")
        grid = self.add_grid()
        names = (MEETING_NAMES, VISIT_NAMES, STUDIO_NAMES)
        for key, words, ready in zip(needed, ("协商", "走访", "工作室"), names, strict=True):
            grid.add(NameField(key, ready), half=True, needed=needed, words=words)
        self._preview = label("", "note", wrap=True)
        grid.add_below(self._preview)
        self.body.addStretch(1)

    def explain(self) -> None:
        words = " · ".join(field.raw().strip() or "（空）" for field in self.fields)
        self._preview.setText(f"左边的导航会写成：{words}。选现成的，或者直接打自己的叫法。")


class StandardSection(Section):
    """核查标准: which of the building standards the studios are checked by (domain.md §5.3)."""

    key = "standard"

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("核查标准", "工作室建设照哪一套核查，工作室情况表里就有哪几列", parent)
        self._office = office
        self._entries: tuple[Option, ...] = ()
        self._field = StandardField()
        self.adopt([self._field])
        self.body.addWidget(self._field)
        separator(self.body)
        self._items = label("", "label", wrap=True)
        self.body.addWidget(self._items)
        self._edit_items = HintButton("改核查项目", kind="link")
        self._edit_items.clicked.connect(self._go)
        self.body.addWidget(self._edit_items)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        options = self._office.options()
        kept = self._office.settings.checklist_standard
        every = options.entries(STANDARD, retired=True)
        self._field.offer([entry for entry in every if not entry.retired or entry.key == kept])
        self._field.keep(kept)
        self._entries = options.entries(ITEM)
        self.explain()

    def explain(self) -> None:
        names = [entry.label for entry in self._entries if entry.group == self._field.raw()]
        if names:
            self._items.setText(f"核查 {len(names)} 项：{'、'.join(names)}。")
        else:
            self._items.setText("这套标准还没有核查项目，请先添上。")
        saved = not self._field.is_altered
        self._edit_items.set_reason("" if saved else "先保存选好的标准，再改它的项目")

    def first_focus(self) -> None:
        self._field.take_keyboard()

    def _go(self) -> None:
        self.section_requested.emit("options", ITEM)


class StandardField(SettingField):
    """One standard of several, all in sight with what they ask for."""

    def __init__(self) -> None:
        super().__init__(STANDARD, QWidget())
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._offered: list[Option] = []
        self._column = QVBoxLayout(self.editor)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._group.idClicked.connect(self._edit)

    def offer(self, entries: list[Option]) -> None:
        """Show these standards; the choice stays."""
        if entries == self._offered:
            return
        chosen = self.raw()
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        self._offered = entries
        for place, entry in enumerate(entries):
            button = QRadioButton(entry.label)
            self._group.addButton(button, place)
            self._column.addWidget(button)
        self.put(chosen)

    def take_keyboard(self) -> None:
        """Give the keyboard to the chosen standard."""
        button = self._group.checkedButton() or next(iter(self._group.buttons()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def raw(self) -> str | None:
        place = self._group.checkedId()
        return self._offered[place].key if 0 <= place < len(self._offered) else None

    def put(self, raw: str | None) -> None:
        for place, entry in enumerate(self._offered):
            if entry.key == raw:
                self._group.button(place).setChecked(True)
