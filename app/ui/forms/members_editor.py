"""MembersEditor: who took part, found by name or pinyin initials, told apart by sector and employer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.models.activity import PRESENT
from app.models.context import Ref
from app.models.fields import Field, Values
from app.services.roster import MemberRow
from app.ui.forms.desk import Desk
from app.ui.forms.pick_popup import PickPopup, PickRow
from app.ui.forms.tag_box import Tag
from app.ui.forms.tag_editor import TagEditor

_BETWEEN = re.compile(r"[、，,;；/\s|]+")
_USUAL_ROLE = "member"
_HINTS = "↑↓ 选　 回车 加入　 退格 去掉最后一位　 Esc 收起"


class MembersEditor(TagEditor):
    """Names pasted from WPS are split and added; those that fit nobody or several stay to be chosen."""

    new_member_requested = Signal(str)
    """名册里没有？ was pressed; the name that was typed."""

    _value: list[Values] | None

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._sectors: dict[str, str] = {}
        self._studio: Ref | None = None

    def follow(self, values: Mapping[str, Any]) -> None:
        """Other values of the record: members of its studio are offered first."""
        self._studio = values.get("studio")

    def tags(self) -> Sequence[Tag]:
        return [self._tag(entry) for entry in self._value or ()]

    def offered(self, query: str) -> Sequence[PickRow]:
        there = {entry["member"].uuid for entry in self._value or ()}
        rows = self.desk.picking.members(query, self.desk.day, studio=self._studio)
        return [
            PickRow(row, row.name, (row.sector, self._post(row)), row.attended)
            for row in rows
            if row.uuid not in there
        ]

    def nothing(self, query: str) -> str:
        names = [name for name in _BETWEEN.split(query) if name]
        if len(names) > 1:
            return f"还有 {len(names)} 个名字没认出：{'、'.join(names)[:60]}"
        present = any(entry["member"].label == query for entry in self._value or ())
        if present:
            return f"{query}已经在名单里"
        if len(self.desk.picking.named(query, self.desk.day)) > 1:
            return f"有几位叫“{query}”，请在名单里选一位"
        return f"名册里没有“{query[:20]}”，换几个字或拼音首字母再找"

    def make_popup(self) -> PickPopup:
        popup = PickPopup(self.window(), strong=True, hints=_HINTS, link="名册里没有？登记新委员…  F3")
        popup.asked.connect(self._ask_new)
        return popup

    def query(self) -> str:
        """The first of the names in the line; a pasted list is worked off from its beginning."""
        names = [name for name in _BETWEEN.split(self.line.text()) if name]
        return names[0] if names else ""

    def add(self, what: MemberRow) -> None:
        self._sectors[what.uuid] = what.sector
        entry: Values = {"member": what.ref, "role": _USUAL_ROLE, "status": PRESENT}
        self._value = [*(self._value or []), entry]

    def take(self, what: Any) -> None:
        rest = _BETWEEN.split(self.line.text().strip(), maxsplit=1)[1:]
        super().take(what)
        if rest and rest[0]:
            self.line.setText(rest[0])
            self._work_off()

    def remove(self, place: int) -> None:
        self._value = [entry for index, entry in enumerate(self._value or ()) if index != place]
        self.show_tags()
        self.edited.emit()

    def open_menu(self, place: int) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = (self._value or [])[place]
        for options, key in (("attendance_status", "status"), ("attendance_role", "role")):
            for option in self.desk.entries(options):
                action = menu.addAction(option.label)
                action.setCheckable(True)
                action.setChecked(entry[key] == option.key)
                action.triggered.connect(partial(self._change, place, key, option.key))
            menu.addSeparator()
        menu.addAction("去掉").triggered.connect(partial(self.remove, place))
        rect = self.box.tag_rect(place)
        menu.popup(self.box.mapToGlobal(QPoint(rect.left(), rect.bottom() + 2)))

    def add_ref(self, ref: Ref) -> None:
        """Put in a member who has just been registered."""
        self.desk.picking.forget()
        row = next((row for row in self.desk.picking.named(ref.label) if row.uuid == ref.uuid), None)
        self.take(row or MemberRow(ref.uuid, ref.label))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3:
            self._ask_new()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        names = [name for name in _BETWEEN.split(self.line.text()) if name]
        if len(names) > 1:
            self.box.hold(-1)
            self._work_off()
            self.edited.emit()
        else:
            super()._typed()

    def _work_off(self) -> None:
        """Add every name that means one member; the others stay in the line, the first with its list open."""
        left = []
        for name in [name for name in _BETWEEN.split(self.line.text()) if name]:
            there = {entry["member"].uuid for entry in self._value or ()}
            rows = self.desk.picking.named(name, self.desk.day)
            if len(rows) == 1:
                if rows[0].uuid not in there:
                    self.add(rows[0])
            else:
                left.append(name)
        self.line.setText("、".join(left))
        self.show_tags()
        if left:
            self.open_list()
        else:
            self.close_list()
        self.edited.emit()

    def _tag(self, entry: Values) -> Tag:
        ref, sector = entry["member"], entry.get("sector")
        known = self.desk.option_label("sector", sector) if sector else self._sector_now(ref.uuid)
        words = []
        if entry["role"] != _USUAL_ROLE:
            words.append(self.desk.option_label("attendance_role", entry["role"]))
        status = entry["status"]
        away = "" if status == PRESENT else self.desk.option_label("attendance_status", status)
        return Tag(ref.uuid, ref.label, "　".join([part for part in (known, *words) if part]), away)

    def _sector_now(self, uuid: str) -> str:
        """What is not saved yet has the sector of today, however it came here."""
        if uuid not in self._sectors:
            facts = self.desk.member(uuid)
            sector = facts.sector if facts else None
            self._sectors[uuid] = self.desk.option_label("sector", sector) if sector else ""
        return self._sectors[uuid]

    def _post(self, row: MemberRow) -> str:
        away = "" if row.in_office else f"当日不在任（{row.term}）"
        return "　".join(part for part in (row.employer or row.posts, away) if part)

    def _change(self, place: int, key: str, value: str) -> None:
        entries = list(self._value or [])
        if entries[place][key] != value:
            entries[place] = {**entries[place], key: value}
            self._value = entries
            self.show_tags()
            self.edited.emit()

    def _ask_new(self) -> None:
        name = self.query()
        self.close_list()
        self.new_member_requested.emit(name)
