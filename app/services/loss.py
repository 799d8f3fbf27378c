"""Loss: what putting a backup in the place of the store would lose, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.clock import Clock, local
from app.models import RECORDS, Record
from app.models.fields import field_of
from app.models.masks import unnumbered
from app.store.backup.lost_changes import Line, LostChanges

SHOWN = 10
_KINDS: Mapping[str, type[Record]] = {model.key: model for model in RECORDS}
_OTHERS = {
    "submission": "报送",
    "period": "审核",
    "option": "选项",
    "setting": "设置",
    "figure": "自定指标",
    "paragraph": "月报文字",
    "saved_report": "存下的表",
    "disclosure": "查看完整号码的登记",
}
_OTHER = "其他"
_DONE = {
    "add": "新增",
    "change": "修改",
    "delete": "删除",
    "undelete": "恢复",
    "submit": "报送",
    "return": "退回",
}


_ONE_BY_ONE = {*_KINDS, "submission"}  # what there are several of; the rest is there once, and changes
_ONCE = {label for kind, label in _OTHERS.items() if kind not in _ONE_BY_ONE} | {_OTHER}


class Fate(StrEnum):
    """What becomes of a thing that was changed since, in the order it is told."""

    LOST = "会没有"
    AS_THEN = "会回到备份时的样子"
    BACK = "会回来"


@dataclass(frozen=True, slots=True)
class LossLine:
    """One record, or one other thing, as it was last changed after the backup; `at` is local time."""

    kind: str
    label: str
    title: str
    action: str
    at: datetime | None
    by: str

    @property
    def sentence(self) -> str:
        """2026-10-28 14:03 修改 协商活动“电动车集中充电” 王秀兰."""
        when = f"{self.at:%Y-%m-%d %H:%M} " if self.at else ""
        title = f"“{self.title}”" if self.title else ""
        return f"{when}{self.action} {self.label}{title} {self.by}".rstrip()


@dataclass(frozen=True, slots=True)
class Loss:
    """`changes` is None when nobody can tell; `fates` count things by label; `newest` are the last ten.

    `present` is False where there is no store yet, `related` where the backup is of another one.
    """

    changes: int | None
    fates: Mapping[Fate, Mapping[str, int]]
    newest: tuple[LossLine, ...]
    readable: bool = True
    related: bool = True
    present: bool = True

    @property
    def sentence(self) -> str:
        """What would be lost, in one line."""
        if not self.present:
            return "现在没有台账文件，不会少什么。"
        if self.changes is None:
            return "现在的台账读不出来，说不出备份以后记了什么，那些会没有。"
        if not self.readable:
            return f"现在的台账有损坏，看得出备份以后还有 {self.changes} 处改动，那些会没有。"
        if not self.changes:
            return "备份以后没有改动，不会少什么。"
        if not self.related:
            counted = (each for found in self.fates.values() for each in _counted(found))
            return f"这份备份是另一本台账的。现在这本里的会换掉：{'、'.join(counted)}。"
        told = (f"{'、'.join(_counted(found))}{fate}" for fate, found in self.fates.items())
        return f"备份以后有 {self.changes} 处改动。恢复以后，{'；'.join(told)}。"


NO_STORE = Loss(0, {}, (), present=False)


def loss_of(found: LostChanges, clock: Clock) -> Loss:
    """The lines after the backup as what a person recorded; each record once."""
    lines = [line for line in found.lines if line.kind != "store"]  # what the program noted of itself
    fates = {}
    for fate in Fate:
        counts = Counter(_label(line.kind) for line in lines if _fate(line) is fate)
        if counts:
            fates[fate] = dict(counts.most_common())
    newest = tuple(_shown(line, clock) for line in lines[:SHOWN])
    changes = found.count if lines or not found.readable else 0
    return Loss(changes, fates, newest, found.readable, found.related)


def _fate(line: Line) -> Fate:
    if line.kind not in _ONE_BY_ONE:
        return Fate.AS_THEN
    if line.before is None:
        return Fate.LOST
    return Fate.BACK if line.action == "delete" and line.before != "delete" else Fate.AS_THEN


def _counted(found: Mapping[str, int]) -> list[str]:
    """2 条协商活动; what is there once by its name alone."""
    return [label if label in _ONCE else f"{count} 条{label}" for label, count in found.items()]


def _shown(line: Line, clock: Clock) -> LossLine:
    try:
        at = local(clock, line.at)
    except ValueError:
        at = None
    done = _DONE.get(line.action, "改动")
    return LossLine(
        line.kind, _label(line.kind), unnumbered(_title(line.kind, line.values)), done, at, line.by
    )


def _label(kind: str) -> str:
    return _KINDS[kind].kind.label if kind in _KINDS else _OTHERS.get(kind, _OTHER)


def _title(kind: str, values: Mapping[str, Any]) -> str:
    """How the change log calls a record; "" for what only an option names."""
    if kind not in _KINDS:
        return ""
    spec = field_of(_KINDS[kind], _KINDS[kind].kind.title)
    value = values.get(spec.key)
    if isinstance(value, dict):
        return str(value.get("label") or "")
    return str(value or "") if type(spec.value).__name__ == "Text" else ""
