"""What the review sheet's template (review_sheet) names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.exporters.sheet_grid import digits, shown
from app.exporters.tables import Check, FigureLine, Mark, Value, with_unit

MOST_WRONG: Final = 3
_NONE: Final = {"name": "", "current": "", "ytd": "", "last_year": ""}


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What is put before the signatories of a period; names may be empty, dates as printed."""

    unit: str
    period: str
    days: str
    recipient: str
    filled_on: str
    current_label: str
    last_year_label: str
    clerk: str
    reviewer: str
    head: str
    figures: tuple[FigureLine, ...]
    checks: tuple[Check, ...]
    remarks: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


def review(facts: ReviewFacts, *, mark: str = "") -> dict[str, Any]:
    """The template's words; the figures stand in two halves, read down the left one first."""
    lines = [_line(figure) for figure in facts.figures]
    half = (len(lines) + 1) // 2
    right = [*lines[half:], _NONE]
    return {
        "title": f"{facts.unit}{facts.period}数据报审单",
        "unit_name": facts.unit,
        "days": facts.days,
        "recipient": facts.recipient,
        "filled_on": facts.filled_on,
        "current_label": facts.current_label,
        "last_year_label": facts.last_year_label,
        "rows": [{"left": left, "right": right[at]} for at, left in enumerate(lines[:half])],
        "checks": [*checked(facts.checks), *(remark for remark in facts.remarks if remark)],
        "papers": [f"{len(facts.papers)} 份：{'、'.join(facts.papers)}。"],
        "clerk": facts.clerk,
        "reviewer": facts.reviewer,
        "head": facts.head,
        "mark": mark,
    }


def file_name(facts: ReviewFacts) -> str:
    """示例县政协2026年10月数据报审单.docx"""
    return f"{facts.unit}{facts.period}数据报审单.docx"


def checked(checks: Sequence[Check]) -> list[str]:
    """How many checks agree, and the first of those that do not with both their sides."""
    wrong = [check for check in checks if not check.holds]
    if not wrong:
        return [f"{len(checks)} 项全部相符。"]
    found = [f"{len(checks)} 项中 {len(checks) - len(wrong)} 项相符，{len(wrong)} 项不符："]
    found += [
        f"{check.name}：{check.left_name} {_said(check.left)}，{check.right_name} {_said(check.right)}。"
        for check in wrong[:MOST_WRONG]
    ]
    if len(wrong) > MOST_WRONG:
        found.append(f"另有 {len(wrong) - MOST_WRONG} 项不符，见核对表。")
    return found


def _line(figure: FigureLine) -> dict[str, str]:
    values = {"current": figure.current, "ytd": figure.ytd, "last_year": figure.last_year}
    cells = {key: _number(value, figure) for key, value in values.items()}
    return {"name": with_unit(figure.name, figure.unit), **cells}


def _number(value: Value, figure: FigureLine) -> str:
    """A number as the tables show it; what is not known is —."""
    if value is None:
        return Mark.NOT_APPLICABLE.value
    return digits(shown(value, figure.format, figure.scale)).replace("-", "−")


def _said(value: Value) -> str:
    return "" if value is None or isinstance(value, Mark) else str(value).replace("-", "−")
