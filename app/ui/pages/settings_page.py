"""The settings: sections at the left, one of them at the right; what the office keeps is saved together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.services.office import Office
from app.settings import OfficeSettings
from app.ui.appearance import Appearance
from app.ui.dialogs.message import ask_about_changes
from app.ui.operations import Operations
from app.ui.pages.page import Command, Page
from app.ui.pages.settings_changes import SettingsChanges
from app.ui.pages.settings_counting import CountingSection
from app.ui.pages.settings_figures import FiguresSection
from app.ui.pages.settings_machine import DemoSection, FolderSection, LookSection
from app.ui.pages.settings_office import NamesSection, StandardSection, UnitSection
from app.ui.pages.settings_options import OptionsSection
from app.ui.pages.settings_personal import PersonalSection
from app.ui.pages.settings_registers import RegistersSection, TurnoverSection
from app.ui.pages.settings_rows import Row, RowList
from app.ui.pages.settings_section import Section, scrolling
from app.ui.pages.settings_security import SecuritySection
from app.ui.preferences import Preferences
from app.ui.theme import Layout, Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.strip import Strip

KEYS = "Ctrl+S 保存   Ctrl+↑ Ctrl+↓ 上一节、下一节   回车 下一栏"
NOTHING = "没有改动，不用保存"


class SettingsPage(Page):
    """Who the office is, how it counts, what it calls things; and how this machine looks."""

    texts_changed = Signal(object)
    """The OfficeSettings just saved: titles, navigation and the status line name things by them."""
    leave_demo_requested = Signal()
    """The clerk wants out of the sample county."""
    turn_on_requested = Signal()
    access_changed = Signal()
    """The store is to have a password."""
    turn_off_requested = Signal()
    """The store is to have none any more."""

    title = "设置"

    def __init__(
        self,
        office: Office,
        operations: Operations,
        appearance: Appearance,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._operations = office, operations
        self.sections: dict[str, Section] = {}
        self._groups: list[tuple[str, tuple[Section, ...]]] = [
            (
                "单位",
                (
                    UnitSection(),
                    CountingSection(office),
                    NamesSection(),
                    StandardSection(office),
                    PersonalSection(office, operations),
                ),
            ),
            (
                "名册、选项和指标",
                (
                    OptionsSection(office, operations),
                    FiguresSection(office, operations),
                    RegistersSection(office),
                    TurnoverSection(office, operations),
                ),
            ),
            ("这台电脑", self._machine(appearance, preferences)),
        ]
        self.list = RowList("设置的各节")
        self.save_button = HintButton("保存", icon="save", hint="Ctrl+S", kind="primary")
        self.strip = Strip()
        self._stack = QStackedWidget()
        self._lay_out()
        self._adopt()
        self._changes = SettingsChanges(office, operations, self.sections, self)
        self._follow_changes()
        self.show_settings()
        self.list.set_rows(self._rows(), "unit")
        self.say(KEYS)

    def open(self, section: str = "", part: str = "", **_args: Any) -> None:
        """Show a section, and in it what `part` names; without arguments the one shown last."""
        kept = self._changes.begin()
        if kept is not None:
            self.strip.show_message(Tone.WARN, kept.sentence, action="不要了")
            self._tell()
            section = section or self._changes.altered[0]
        if section in self.sections:
            self.show_section(section)
            if part:
                self.sections[section].show_part(part)

    def refresh(self) -> None:
        self.show_settings()
        self.here.refresh()

    def can_leave(self) -> bool:
        if not self.is_altered:
            return True
        names = "、".join(self._titles[key] for key in self._changes.altered)
        answer = ask_about_changes(self, f"设置里的{names}")
        if answer == "save":
            self.save()
            self._operations.wait()
        elif answer == "discard":
            self._give_up()
        return not self.is_altered

    def commands(self) -> Mapping[str, Command]:
        found: dict[str, Command] = {
            "save": self.save if self.is_altered else NOTHING,
            "next_section": partial(self._step, 1),
            "previous_section": partial(self._step, -1),
        }
        if isinstance(self.here, OptionsSection | FiguresSection):
            found["new"] = self.here.start_adding
        return found

    def fit(self, layout: Layout) -> None:
        margin = 16 if layout is Layout.NARROW else 20
        self._column.setContentsMargins(margin, 10, margin, 10)
        for section in self.sections.values():
            section.fit(layout)

    def first_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def here(self) -> Section:
        """The section in sight."""
        return self.sections[self.list.current_key or "unit"]

    @property
    def is_altered(self) -> bool:
        """Whether anything is not saved yet."""
        return bool(self._changes.altered)

    def show_section(self, key: str) -> None:
        """Bring a section into sight."""
        self.list.set_current(key)
        self._go(key)

    def show_settings(self) -> None:
        """Show what is kept; what the clerk is changing stays."""
        for section in self.sections.values():
            section.show_settings(self._office.settings)
        self._tell()

    def save(self) -> None:
        """Keep every change of every section, or none of them."""
        self._changes.save()

    def _machine(self, appearance: Appearance, preferences: Preferences) -> tuple[Section, ...]:
        security = SecuritySection(self._office)
        security.access_changed.connect(self.access_changed)
        security.turn_on_requested.connect(self.turn_on_requested)
        security.turn_off_requested.connect(self.turn_off_requested)
        folder = FolderSection(self._office.store.folder, preferences, self._second_place, self._office.clock)
        found: tuple[Section, ...] = (LookSection(appearance, preferences), security, folder)
        if self._office.settings.demo:
            demo = DemoSection()
            demo.leave_requested.connect(self.leave_demo_requested)
            found = (*found, demo)
        return found

    def _second_place(self, chosen: Path) -> Path:
        return self._office.backups.second_place(chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.title, "title"))
        head.addStretch(1)
        head.addWidget(self.save_button)
        left, right = Sheet(margin=0), Sheet(margin=0)
        left.body.setContentsMargins(1, 4, 1, 8)
        left.body.addWidget(self.list)
        right.body.setContentsMargins(1, 1, 1, 1)
        right.body.addWidget(self._stack)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(left, 2)
        middle.addWidget(right, 9)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addWidget(self.strip)
        self._column.addLayout(middle, 1)

    def _follow_changes(self) -> None:
        self._changes.saving.connect(self._show_saving)
        self._changes.saved.connect(self._saved)
        self._changes.refused.connect(self._refused)
        self._changes.complained.connect(self.show_section)
        self.strip.acted.connect(self._give_up)

    def _adopt(self) -> None:
        self._titles: dict[str, str] = {}
        for _, sections in self._groups:
            for section in sections:
                self.sections[section.key] = section
                self._titles[section.key] = section.heading.text()
                self._stack.addWidget(scrolling(section) if section.scrolls else section)
                section.edited.connect(self._edited)
                section.open_requested.connect(self.open_requested)
                section.section_requested.connect(self._go_to_part)
                section.done.connect(self.say)
        self.list.chosen.connect(self._go)
        self.list.entered.connect(self._enter)
        self.save_button.clicked.connect(self.save)

    def _rows(self) -> list[Row]:
        altered = self._changes.altered
        rows = []
        for caption, sections in self._groups:
            rows.append(Row(f"caption-{caption}", caption, caption=True))
            for section in sections:
                note = "改过" if section.key in altered else ""
                rows.append(Row(section.key, self._titles[section.key], note, Tone.ACCENT))
        return rows

    def _go(self, key: str) -> None:
        section = self.sections[key]
        section.refresh()
        area = section.parentWidget()
        inside = area.parentWidget() if area is not None else None
        self._stack.setCurrentWidget(inside if isinstance(inside, QScrollArea) else section)
        self.say(KEYS)
        self.commands_changed.emit()

    def _go_to_part(self, key: str, part: str) -> None:
        self.show_section(key)
        self.sections[key].show_part(part)
        self.sections[key].first_focus()

    def _enter(self) -> None:
        self.here.first_focus()

    def _step(self, step: int) -> None:
        keys = self.list.keys
        place = max(0, min(len(keys) - 1, keys.index(self.list.current_key) + step))
        self.show_section(keys[place])

    def _tell(self) -> None:
        """Mark what is altered, and say whether there is something to save."""
        for row in self._rows():
            self.list.set_row(row)
        self.save_button.set_reason("" if self.is_altered else NOTHING)
        self.commands_changed.emit()

    def _explain(self) -> None:
        for section in self.sections.values():
            section.explain()
        self.strip.clear()
        self._tell()

    def _edited(self) -> None:
        self._changes.note()
        self._tell()

    def _give_up(self) -> None:
        self._changes.drop()
        self._explain()

    def _show_saving(self, under_way: bool) -> None:
        self.save_button.set_busy("正在保存…" if under_way else "")

    def _saved(self, settings: OfficeSettings) -> None:
        self.show_settings()
        self._explain()
        self.say(f"设置已保存，马上照新的办。   {KEYS}")
        self.texts_changed.emit(settings)

    def _refused(self, sentence: str) -> None:
        self.strip.show_message(Tone.ERROR, sentence)
