"""The report on paper: both dresses, figures that can be followed, the sign-off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.exporters.narrative import Facts
from app.exporters.narrative_text import Number
from app.exporters.tables import Ratio
from app.exporters.word_report import figures_of, file_name, formal, summary
from tests.exporters.word_samples import FACTS, LINES, figures, lines, written

DAYS = "2026年10月1日—10月31日"


def test_summary_has_no_recipient_and_a_table_of_figures() -> None:
    document = written("monthly_summary", summary(FACTS, days=DAYS, issued_on="2026年11月2日", lines=LINES))
    found = lines(document)
    assert found[:2] == ["示例县政协2026年10月基层协商工作小结", f"（{DAYS}）"]
    assert not any(line.endswith("：") for line in found)
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [
        ["指标", "单位", "本月", "本年累计", "上年同期"],
        ["协商活动", "场", "12", "118", "10"],
        ["办结率", "%", "70%", "—", "—"],
    ]
    assert found[found.index("示例县政协") + 1] == "2026年11月2日"


def test_notes_below_the_table_say_what_its_numbers_hold() -> None:
    figures_late = {**FACTS.figures, "meetings": {**FACTS.figures["meetings"], "occurred": 10, "late": 2}}
    facts = replace(FACTS, figures=figures_late, was_reported=True)
    values = summary(facts, days=DAYS, issued_on="2026年11月2日", lines=LINES)
    document = written("monthly_summary", values)
    assert lines(document)[-2:] == ["注1：本月数含补报更正：协商活动加2场。", "注2：上年同期是上年报送的数。"]
    assert figures(document) == [run["text"] for run in figures_of(values)]
    assert figures_of(values)[-1]["span"] == "late"
    values = summary(replace(FACTS, was_reported=True), days=DAYS, issued_on="2026年11月2日", lines=LINES)
    assert lines(written("monthly_summary", values))[-1] == "注：上年同期是上年报送的数。"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "—"), (0, "0"), (-2, "-2"), (3, "3"), (Ratio(0, 4), "0%"), (Ratio(1, 0), "—")],
)
def test_cells_tell_nothing_from_none_and_less(value: Number, expected: str) -> None:
    facts = replace(FACTS, figures={"meetings": {"current": value}})
    values = summary(facts, days=DAYS, issued_on="2026年11月2日", lines=LINES[:1])
    assert values["lines"][0]["current"] == expected


def test_formal_report_has_recipient_attachments_and_sign_off() -> None:
    values = formal(
        replace(FACTS, period="2026年上半年", now="上半年"),
        recipient="示例市政协办公室：",
        issued_on="2026年7月2日",
        attachments=["统计表一", "统计表二"],
    )
    document = written("formal_report", values)
    found = lines(document)
    assert found[:3] == ["示例县政协关于2026年上半年", "“协商在基层”工作开展情况的报告", "示例市政协办公室："]
    assert found[-4:] == ["附件：1.统计表一", "2.统计表二", "示例县政协", "2026年7月2日"]
    styles = {one.text: one.style.name for one in document.paragraphs if one.text}
    assert styles["一、总体情况"] == "Heading 1"
    assert styles["示例县政协"] == "落款单位"
    assert styles["2026年7月2日"] == "成文日期"
    lead = next(one for one in document.paragraphs if one.text.startswith("（一）协商在基层。"))
    assert [run.style.style_id for run in lead.runs][:2] == ["Lead", "DefaultText"]


@pytest.mark.parametrize(("names", "expected"), [([], []), (["统计表"], ["附件：统计表"])])
def test_one_attachment_has_no_number(names: list[str], expected: list[str]) -> None:
    values = formal(FACTS, recipient="某", issued_on="2026年7月2日", attachments=names)
    assert [line for line in lines(written("formal_report", values)) if "统计表" in line] == expected


def test_long_office_stands_at_the_margin() -> None:
    name = "中国人民政治协商会议示例县委员会"
    document = written("formal_report", formal(FACTS, recipient="某", issued_on="2026年7月2日", office=name))
    assert next(one.style.name for one in document.paragraphs if one.text == name) == "落款单位长"


def test_figures_on_paper_are_those_of_the_context_in_the_same_order() -> None:
    for template, values in (
        ("monthly_summary", summary(FACTS, days=DAYS, issued_on="2026年11月2日", lines=LINES)),
        ("formal_report", formal(FACTS, recipient="某", issued_on="2026年7月2日")),
    ):
        runs = figures_of(values)
        assert figures(written(template, values)) == [run["text"] for run in runs]
        assert all(run["figure"] and run["span"] for run in runs)


def test_report_of_nothing_is_still_a_document() -> None:
    facts = Facts({}, "示例县政协", "2026年10月")
    found = lines(written("monthly_summary", summary(facts, days=DAYS, issued_on="2026年11月2日")))
    assert "None" not in "".join(found)
    assert "一、下步打算" in found


def test_file_names() -> None:
    assert file_name(FACTS, formal=False) == "示例县政协2026年10月基层协商工作小结.docx"
    assert file_name(replace(FACTS, period="2026年"), formal=True) == "示例县政协2026年基层协商工作报告.docx"
