"""The versions of a record as lines of a list, and their changes as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from app.services.alterations import Alteration, Sort
from app.services.history import Version, What
from app.ui.pages.history_changes import ChangeRow
from app.ui.pages.submissions_list import Two
from app.ui.theme import Tone
from app.ui.widgets.status_word import Status

_ICONS = {
    What.ADDED: "plus",
    What.CHANGED: "edit",
    What.REGISTERED: "ok",
    What.DELETED: "trash",
    What.UNDELETED: "undo",
}
_LABELS = 3
WHERE, WAS, IS, GIVEN = "哪一项", "原来", "改成", "填的是"
NOTHING = "内容没有变"
UNCHANGED = {What.DELETED: "放进了回收站", What.UNDELETED: "从回收站恢复了"}


def version_line(version: Version, today: date) -> Two:
    """Who and when, what was done, and to which fields."""
    status = Status(version.what.value, Tone.PLAIN, _ICONS[version.what])
    name = f"{moment(version.at, today)}　{version.by}"
    return Two(f"{version.revision}", name, summary(version), status=status, tip=_tip(version))


def summary(version: Version) -> str:
    """会议议题、地点等 5 项, 放进了回收站, and why."""
    back = f"恢复到第 {version.back_to} 版" if version.back_to else ""
    labels = list(dict.fromkeys(each.path[0] for each in version.alterations))
    if version.what is What.ADDED:
        fields = f"填了 {len(labels)} 项"
    elif labels:
        more = f"等 {len(labels)} 项" if len(labels) > _LABELS else ""
        fields = f"{'、'.join(labels[:_LABELS])}{more}"
    else:
        fields = UNCHANGED.get(version.what, NOTHING)
    now = "现在的" if version.is_newest else ""
    undo = "撤销批量修改" if version.is_undo else ""
    return "　".join(part for part in (now, back, undo, fields, version.reason) if part)


def heading(version: Version, today: date) -> tuple[str, str]:
    """第 3 版, and beside it who, when, what."""
    when = f"{moment(version.at, today)} {version.by}{_DONE[version.what]}"
    group = "，撤销批量修改的一条" if version.is_undo else "，批量修改的一条"
    if not version.group or version.what not in (What.CHANGED, What.REGISTERED):
        group = ""
    back = f"，恢复到第 {version.back_to} 版" if version.back_to else ""
    return f"第 {version.revision} 版", f"{when}{back}{group}"


def change_rows(found: Sequence[Alteration]) -> tuple[ChangeRow, ...]:
    """A row for each change: where, what was there, what is there."""
    return tuple(_row(each) for each in found)


def headings(found: Sequence[Alteration]) -> tuple[str, ...]:
    """What stands above the rows: for a new record only what it was given."""
    given = bool(found) and all(each.sort is Sort.GIVEN for each in found)
    return (WHERE, GIVEN) if given else (WHERE, WAS, IS)


def moment(at: datetime, today: date) -> str:
    """10-28 14:03, of another year 2025-10-28 14:03."""
    return f"{at:%m-%d %H:%M}" if at.year == today.year else f"{at:%Y-%m-%d %H:%M}"


_DONE = {
    What.ADDED: "新增的",
    What.CHANGED: "改的",
    What.REGISTERED: "登记的",
    What.DELETED: "删除的",
    What.UNDELETED: "恢复的",
}


def _row(found: Alteration) -> ChangeRow:
    match found.sort:
        case Sort.ADDED:
            return ChangeRow(found.label, "", f"加了 {found.new}")
        case Sort.REMOVED:
            return ChangeRow(found.label, found.old, "去掉了")
        case Sort.MOVED:
            return ChangeRow(found.label, "", "换了次序")
    return ChangeRow(found.label, found.old, found.new)


def _tip(version: Version) -> str:
    return f"{version.at:%Y-%m-%d %H:%M:%S}" + (f"\n理由：{version.reason}" if version.reason else "")
