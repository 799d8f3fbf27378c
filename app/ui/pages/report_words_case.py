"""CaseChoice: which meeting is told as 典型案例."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.services.typical_cases import Candidate
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.sheet import label

_GONE = "选过的那场已经不在这一期里，另选一场"


class CaseChoice(QWidget):
    """The meeting the program would take, and all others of the period."""

    edited = Signal()
    """A person chose another one."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self._box = ComboBox()
        self._box.setAccessibleName("写哪一场协商活动")
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label("写哪一场", "label"))
        row.addWidget(self._box, 1)
        self._box.activated.connect(self._choose)

    @property
    def uuid(self) -> str:
        """The chosen meeting, "" for the one the program takes."""
        return str(self._box.currentData() or "")

    @property
    def is_altered(self) -> bool:
        return self.uuid != self._kept

    def show_candidates(self, candidates: Sequence[Candidate], kept: str, *, anew: bool) -> None:
        """Show what there is to choose from; unless `anew`, a choice that is not saved stays."""
        chosen = self.uuid if self.is_altered and not anew else kept
        self._kept = kept
        self._box.clear()
        first = next((one for one in candidates if one.consensus), None)
        own = f"自动选：{_said(first)}" if first else "自动选：这一期还没有达成共识的协商活动"
        self._box.addItem(own, "")
        for one in candidates:
            self._box.addItem(_said(one), one.uuid)
        if chosen and not any(one.uuid == chosen for one in candidates):
            self._box.addItem(_GONE, chosen)
        self._box.setCurrentIndex(max(0, self._box.findData(chosen)))
        self.setEnabled(bool(candidates))

    def choose(self, uuid: str) -> None:
        """Show by program a choice that was not saved."""
        if self._box.findData(uuid) >= 0:
            self._box.setCurrentIndex(self._box.findData(uuid))

    def keep(self, uuid: str) -> None:
        """This choice was saved."""
        self._kept = uuid

    def _choose(self, _place: int) -> None:
        self.edited.emit()


def _said(one: Candidate) -> str:
    """10月14日 助餐点选址（共识 3 项，办结 2 件）"""
    counted = [
        f"{name} {count} {unit}"
        for name, count, unit in (("共识", one.consensus, "项"), ("办结", one.closed, "件"))
        if count
    ]
    day = one.day.partition("年")[2]
    return f"{day} {one.topic}" + (f"（{'，'.join(counted)}）" if counted else "")
