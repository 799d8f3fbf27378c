"""What the page with the recovery code (recovery_code) names."""

from __future__ import annotations

from collections.abc import Sequence


def recovery(unit: str, day: str, groups: Sequence[str], *, mark: str = "") -> dict[str, str]:
    """The template's words; `day` as it is printed, `groups` the code's eight groups in their order."""
    code = {f"group{place}": group for place, group in enumerate(groups, start=1)}
    return {"unit_name": unit, "day": day, "mark": mark, **code}


def file_name(unit: str, day: str) -> str:
    """示例县政协履职台账恢复码2026年10月28日.docx"""
    return f"{unit}履职台账恢复码{day}.docx"
