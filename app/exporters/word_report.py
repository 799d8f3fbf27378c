"""What the report's two templates name: monthly_summary and formal_report (domain.md D8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.exporters.narrative import Facts, Narrative, Paragraph, Run, figure_runs
from app.exporters.narrative_text import (
    CURRENT,
    LAST_YEAR,
    LATE,
    YTD,
    Number,
    joined,
    merged,
    number,
    shown,
    words,
)
from app.exporters.tables import Ratio
from app.exporters.word_title import ladder

LONGEST_OFFICE: Final = 15  # characters that stand in the middle above the date


def summary(
    facts: Facts, *, days: str, issued_on: str, lines: Sequence[tuple[str, str, str]] = (), mark: str = ""
) -> dict[str, Any]:
    """The plain dress. `lines` of the table of figures: key, label, unit; `issued_on` as printed."""
    title = [facts.unit, facts.period, "基层协商工作小结"]
    return {
        **_text(facts, title, "小结"),
        "days": days,
        "span_label": {"本月": "本月", "本季度": "本季度"}.get(facts.now, "本期"),
        "lines": [_line(facts, *line) for line in lines],
        "notes": _notes(facts, lines),
        **_signature(facts.unit, issued_on, mark),
    }


def formal(
    facts: Facts,
    *,
    recipient: str,
    issued_on: str,
    attachments: Sequence[str] = (),
    office: str = "",
    mark: str = "",
) -> dict[str, Any]:
    """The official dress. `recipient` without its colon; `office` signs, the unit unless named."""
    title = [facts.unit, "关于", facts.period, f"“{facts.meeting_label}”", "工作", "开展情况的报告"]
    return {
        **_text(facts, title, "报告"),
        "recipient": recipient.rstrip("：:"),
        "attachments": list(attachments),
        **_signature(office or facts.unit, issued_on, mark),
    }


def file_name(facts: Facts, *, formal: bool) -> str:
    """示例县政协2026年10月基层协商工作小结.docx"""
    sort = "报告" if formal else "小结"
    return f"{facts.unit}{facts.period}基层协商工作{sort}.docx"


def figures_of(context: Mapping[str, Any]) -> list[Run]:
    """The figures of a report: the n-th run of the style Figure on paper is the n-th of these."""
    paragraphs = list(context["opening"])
    for section in context["sections"]:
        paragraphs += section["paragraphs"]
    cells = [
        number(line[span], line["key"], span)
        for line in context.get("lines", ())
        for span in (CURRENT, YTD, LAST_YEAR)
    ]
    return [*figure_runs(paragraphs), *cells, *figure_runs(context.get("notes", ()))]


def _text(facts: Facts, title: Sequence[str], word: str) -> dict[str, Any]:
    narrative = Narrative(facts)
    sections = narrative.sections()
    return {
        "title": "".join(title),
        "title_lines": ladder(title),
        "opening": narrative.opening(word),
        "sections": [
            {**section, "closes": int(at == len(sections))} for at, section in enumerate(sections, start=1)
        ],
    }


def _signature(office: str, issued_on: str, mark: str) -> dict[str, Any]:
    return {
        "office": office,
        "office_is_long": int(len(office) > LONGEST_OFFICE),
        "issued_on": issued_on,
        "mark": mark,
    }


def _line(facts: Facts, key: str, label: str, unit: str) -> dict[str, str]:
    numbers: Mapping[str, Number] = facts.figures.get(key, {})
    cells = {span: _cell(numbers.get(span), key) for span in (CURRENT, YTD, LAST_YEAR)}
    return {"key": key, "label": label, "unit": unit, **cells}


def _cell(value: Number, key: str) -> str:
    """A number in the table, where 0 is 0, less is less and what is not known is —."""
    if isinstance(value, Ratio):
        return "—" if value.denominator <= 0 or value.numerator < 0 else shown(value) or "0%"
    if value is None:
        return "—"
    return f"-{shown(-value)}" if value < 0 else shown(value) or "0"


def _notes(facts: Facts, lines: Sequence[tuple[str, str, str]]) -> list[Paragraph]:
    """What the table's numbers hold that the period itself did not bring."""
    late = []
    for key, label, unit in lines:
        moved = facts.figures.get(key, {}).get(LATE)
        if not isinstance(moved, Ratio) and moved:
            sign, size = ("减", -moved) if moved < 0 else ("加", moved)
            late.append([words(f"{label}{sign}"), number(shown(size), key, LATE), words(unit)])
    found: list[list[Run]] = []
    if late:
        found.append([words(f"{facts.now}数含补报更正："), *joined(late, "，"), words("。")])
    if facts.was_reported:
        found.append([words(f"{facts.year_before}是上年报送的数。")])
    return [
        {"lead": "", "runs": merged([words("注：" if len(found) == 1 else f"注{at}："), *runs])}
        for at, runs in enumerate(found, start=1)
    ]
