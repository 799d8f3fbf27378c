"""How a line of the change log is said: what was done to which records, settings, options, months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from app.models import model_of
from app.models.system import Change
from app.services.history import Version, What
from app.services.options import shipped_lists
from app.settings import LABELS

_NAMED = 3
_FIELDS = 4
# By kind and action of a row; {…} are taken from its data.
_SENTENCES: dict[tuple[str, str], str] = {
    ("setting", "settings"): "改了设置{settings}",
    ("option", "options"): "改了选项：{list}",
    ("store", "extend"): "新版程序在台账里加了新的栏目",
    ("store", "restore"): "从第 {backup} 号备份恢复了台账（{made_at} 做的）",
    ("figure", "figures"): "改了自定指标{quoted_label}",
    ("saved_report", "save"): "存了报表“{name}”",
    ("saved_report", "rename"): "把报表“{name}”改名为“{new}”",
    ("saved_report", "delete"): "删了报表“{name}”",
    ("saved_report", "restore"): "恢复了报表“{name}”",
    ("saved_report", "move"): "挪了报表“{name}”的位置",
    ("paragraph", "paragraphs"): "改了 {period} 报告里自己写的段落",
    ("submission", "submit"): "报送了 {period}（报 {number}）",
    ("submission", "return"): "退回了 {period}（报 {number}）",
    ("submission", "scan"): "给报 {number} 加了盖章件扫描",
    ("disclosure", "disclose"): "看了完整的号码和姓名：{what}（{records} 条）",
    ("period", "review"): "{period} 审核过了",
    ("period", "unreview"): "撤回了 {period} 的审核",
}


def about(versions: Sequence[Version], names: Sequence[str], data: Mapping[str, Any]) -> str:
    """改 协商活动 XS-2026-0001 电动车集中充电; of several, how many and the first three."""
    counts = Counter(each.what.value for each in versions)
    what = counts.most_common(1)[0][0]
    label = model_of(versions[0].kind).kind.label
    if len(versions) == 1:
        return f"{what} {label} {names[0]}{_more(versions[0])}"
    how = "撤销批量修改" if data.get("undone") else "批量修改" if what == What.CHANGED else what
    named = "、".join(names[:_NAMED]) + ("……" if len(names) > _NAMED else "")
    kinds = {each.kind for each in versions}
    of = label if len(kinds) == 1 else "记录"
    return f"{how} {len(versions)} 条{of}：{named}"


def sentence(row: Change, data: Mapping[str, Any]) -> str:
    """What is not about records: settings, options, reports, months; values that were set are not told."""
    pattern = _SENTENCES.get((row.kind, row.action))
    if pattern is None:
        return "改了台账里别的内容"
    return pattern.format_map(_Parts(data, row.record))


def _more(version: Version) -> str:
    """Which fields, or which older version was brought back."""
    if version.back_to:
        return f"（恢复到第 {version.back_to} 版）"
    labels = list(dict.fromkeys(each.path[0] for each in version.alterations))
    if version.what is What.ADDED or not labels:
        return ""
    return f"（{'、'.join(labels[:_FIELDS])}{'等' if len(labels) > _FIELDS else ''}）"


class _Parts(dict[str, Any]):
    """The words for the places in a sentence; nothing for what is not known."""

    def __init__(self, data: Mapping[str, Any], record: str) -> None:
        label, settings = data.get("label"), [LABELS[key] for key in data if key in LABELS]
        super().__init__(
            settings=f"：{'、'.join(settings)}" if settings else "",
            backup=data.get("backup", ""),
            made_at=str(data.get("made_at", ""))[:16].replace("T", " "),
            list=_list_name(record),
            quoted_label=f"“{label}”" if label else "",
            period=data.get("period") or record,
            number=data.get("number", ""),
            name=data.get("name", ""),
            new=data.get("new", ""),
            what=data.get("what", ""),
            records=data.get("records", 0),
        )

    def __missing__(self, key: str) -> str:
        return ""


def _list_name(key: str) -> str:
    lists = shipped_lists()
    return lists[key][0] if key in lists else key
