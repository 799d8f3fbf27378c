"""The review sheet: numbers side by side, what does not agree, what is in the set."""

from __future__ import annotations

from dataclasses import replace

from app.exporters.word_review import MOST_WRONG, checked, file_name, review
from tests.exporters.review_samples import AGREES, FACTS, WRONG
from tests.exporters.word_samples import lines, written


def test_the_left_half_is_read_down_before_the_right_one() -> None:
    table = written("review_sheet", review(FACTS)).tables[0]
    rows = [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]
    at = next(place for place, row in enumerate(rows) if row[0] == "指标")
    assert rows[at] == ["指标", "本期", "累计", "上年同期"] * 2
    assert rows[at + 1 : at + 4] == [
        ["协商活动（场）", "12", "118", "10", "捐款捐物（元）", "−6100.50", "0.00", "0.00"],
        ["参加协商人次", "374", "3702", "300", "办实事（件）", "3", "61", "5"],
        ["办结率（%）", "33.3%", "—", "—", "", "", "", ""],
    ]


def test_who_what_when_and_room_to_sign_are_there() -> None:
    document = written("review_sheet", review(FACTS, mark="示例数据"))
    assert lines(document)[0] == "示例县政协2026年10月数据报审单"
    text = "\n".join(cell.text for row in document.tables[0].rows for cell in dict.fromkeys(row.cells))
    for wanted in (
        "2026年10月1日—10月31日", "示例市政协", "2026年11月2日", "1 项全部相符。",
        "本期含补报更正：协商活动加 1 场。",
        "2 份：工作小结、统计表。", "填 报 人\n王秀兰", "审核意见\n何正云", "负责人意见\n", "（盖章）",
    ):  # fmt: skip
        assert wanted in text, wanted
    assert text.count("签字：") == 3
    assert document.sections[0].header.paragraphs[0].text == "示例数据"
    assert file_name(FACTS) == "示例县政协2026年10月数据报审单.docx"


def test_what_does_not_agree_is_named_with_both_sides_and_not_without_end() -> None:
    assert checked((AGREES, WRONG)) == [
        "2 项中 1 项相符，1 项不符：",
        "采纳不多于提出：采纳意见 9，意见建议 8。",
    ]
    many = tuple(replace(WRONG, name=f"第{at}项") for at in range(9))
    found = checked(many)
    assert len(found) == MOST_WRONG + 2
    assert found[-1] == "另有 6 项不符，见核对表。"
    assert review(replace(FACTS, checks=many))["checks"][-1] == "本期含补报更正：协商活动加 1 场。"
