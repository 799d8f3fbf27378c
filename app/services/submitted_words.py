"""What was sent, checked and compared, as plain data for JSON and in words for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from app.services.differences import ONLY_A, ONLY_B, DiffLine, FigureDiff, Side, shown
from app.services.figure_json import json_number
from app.services.figure_values import Pair, Value, rounded
from app.services.late_lines import LateLine
from app.services.matters import Matter
from app.services.month_end import MonthCheck
from app.services.submitted import Submitted

STATES = {"sent": "已报送", "returned": "已退回"}


def submitted_json(found: Submitted) -> dict[str, Any]:
    """One submission as `submissions --json` prints it; times are local."""
    return {
        "number": found.number,
        "uuid": found.uuid,
        "period": found.period.key,
        "days": [found.period.start.isoformat(), found.period.through],
        "state": found.state,
        "sent_at": found.sent_at.isoformat(timespec="minutes"),
        "sent_by": found.sent_by,
        "base": found.base,
        "zero": found.is_zero,
        "note": found.note,
        "why": found.why,
        "returned_at": found.returned_at.isoformat(timespec="minutes") if found.returned_at else None,
        "files": [
            {"name": file.name, "sha256": file.sha256, "size": file.size, "role": file.role}
            for file in found.files
        ],
    }


def submitted_line(found: Submitted) -> str:
    """报 3  2026年9月  已报送  10月8日 09:12  王秀兰  3 份材料."""
    at = f"{found.sent_at.month}月{found.sent_at.day}日 {found.sent_at:%H:%M}"
    zero = "  零报告" if found.is_zero else ""
    why = f"  退回：{found.why}" if found.why else ""
    files = f"{len(found.files)} 份材料"
    state = STATES[found.state]
    return f"报 {found.number}  {found.period.label}  {state}  {at}  {found.sent_by}  {files}{zero}{why}"


def check_json(found: MonthCheck) -> dict[str, Any]:
    """A month's check as `check-month --json` prints it."""
    return {
        "period": found.period.key,
        "clean": found.is_clean,
        "registered": found.registered,
        "drafts": found.drafts,
        "silent": [{"sort": row.sort.value, "key": row.key, "label": row.label} for row in found.silent],
        "missing": [_matter(each) for each in found.missing],
        "checks": [
            {"name": c.name, "left_name": c.left_name, "left": _side(c.left), "relation": c.relation,
             "right_name": c.right_name, "right": _side(c.right), "holds": c.holds, "note": c.note}
            for c in found.checks
        ],
        "doubts": [_matter(each) for each in found.doubts],
        "late": [late_json(each) for each in found.late],
        "own_words": [{"section": each.section, "text": each.finding.text} for each in found.findings],
        "not_reported_before": found.before.key if found.before else None,
    }  # fmt: skip


def check_lines(found: MonthCheck) -> Iterator[str]:
    """A month's check in words, a matter a line."""
    yield f"{found.period.label}：已登记 {found.registered} 条，没填完 {found.drafts} 条"
    if found.before is not None:
        yield f"{found.before.label}还没有报送，中间空了一期"
    if found.silent:
        yield f"没有报的 {len(found.silent)} 个：{'、'.join(row.label for row in found.silent)}"
    for heading, matters in (("必须补", found.missing), ("请看一看", found.doubts)):
        if matters:
            yield f"{heading} {len(matters)} 处："
        for each in matters:
            yield f"    {each.when} {each.title}：{each.text}"
    yield f"数据核对 {len(found.checks)} 项，{len(found.checks) - len(found.failing)} 项相符"
    for check in found.failing:
        sides = f"{check.left_name} {check.left}，{check.right_name} {check.right}"
        yield f"    {check.name}：{sides}。{check.note}"
    for own in found.findings:
        yield f"    {own.label}：{own.finding.text}"
    if found.late:
        yield f"补报更正 {len(found.late)} 处："
    for line in found.late:
        numbers = f"{line.label} {line.before} → {line.after}"
        yield f"    {line.what.value} {line.title} {numbers} {line.reason}".rstrip()
    yield "可以报送" if found.is_clean else "先补完、核对相符，再报送"


def late_json(line: LateLine) -> dict[str, Any]:
    """One line of 补报清单 or 更正清单."""
    return {
        "what": line.what.value, "figure": line.figure, "label": line.label, "kind": line.kind,
        "uuid": line.uuid, "number": line.number, "title": line.title, "day": line.day,
        "old_day": line.old_day, "before": json_number(line.before), "after": json_number(line.after),
        "moved": line.moved, "reason": line.reason, "by": line.by,
    }  # fmt: skip


def diff_json(found: FigureDiff) -> dict[str, Any]:
    """One figure of 差在哪 as `diff --json` prints it; a ratio in per cent beside its two numbers."""
    return {
        "key": found.key, "label": found.label, "unit": found.unit,
        **_value("before", found.before), **_value("after", found.after),
        "records": [_line(line) for line in found.lines],
    }  # fmt: skip


def side_words(side: Side) -> str:
    """2026年9月报送时（报 3）, 2026年9月现在."""
    if isinstance(side, Submitted):
        return f"{side.period.label}报送时（报 {side.number}）"
    return f"{side.label}现在"


def side_names(a: Side, b: Side) -> dict[str, str]:
    """What a record is said to be in: 只在甲 → 只在2026年9月; by the period alone where that is enough."""
    labels = [(side.period if isinstance(side, Submitted) else side).label for side in (a, b)]
    words = labels if labels[0] != labels[1] else [side_words(side) for side in (a, b)]
    return {ONLY_A: f"只在{words[0]}", ONLY_B: f"只在{words[1]}"}


def diff_lines(found: FigureDiff, names: Mapping[str, str]) -> Iterator[str]:
    """One figure of 差在哪 in words; `names` are the `side_names`."""
    yield f"{found.label}（{found.unit}） {shown(found.before)} → {shown(found.after)}"
    for line in found.lines:
        moved = f" {line.moved}" if line.moved else ""
        why = f"（{line.reason}）" if line.reason else ""
        numbers, what = f"{line.before} → {line.after}", names.get(line.what, line.what)
        yield f"    {what} {line.day} {line.title} {line.number} {numbers}{moved}{why}"


def _line(line: DiffLine) -> dict[str, Any]:
    return {
        "what": line.what, "kind": line.kind, "uuid": line.uuid, "number": line.number,
        "title": line.title, "day": line.day, "before": json_number(line.before),
        "after": json_number(line.after), "moved": line.moved, "reason": line.reason,
    }  # fmt: skip


def _value(word: str, value: Value) -> dict[str, Any]:
    found: dict[str, Any] = {word: json_number(rounded(value))}
    if isinstance(value, Pair):
        found[f"{word}_pair"] = [json_number(value.numerator), json_number(value.denominator)]
    return found


def _side(value: object) -> int | float | None:
    """A side of a check is always a number."""
    assert isinstance(value, int | Decimal)
    return json_number(value)


def _matter(matter: Matter) -> dict[str, Any]:
    return {
        "when": matter.when, "title": matter.title, "text": matter.text,
        "records": [{"kind": kind, "uuid": uuid} for kind, uuid in matter.records],
    }  # fmt: skip
