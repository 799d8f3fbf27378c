"""What follows from several fields of a record: when, where, who was there."""

from __future__ import annotations

import pytest

from app.exporters.word_record import attending, composed, members_text, when, where
from app.exporters.word_text import ended, listed, quoted, shortened
from app.exporters.word_title import ladder, width
from tests.exporters.word_samples import MEETING, bare, member, people


@pytest.mark.parametrize(
    ("start", "end", "began", "finished", "expected"),
    [
        ("2026年10月12日", "", "14时30分", "16时", "2026年10月12日14时30分至16时"),
        ("2026年10月12日", "", "14时30分", "", "2026年10月12日14时30分"),
        ("2026年10月12日", "", "", "16时", "2026年10月12日"),
        ("2026年10月12日", "2026年10月13日", "", "", "2026年10月12日至13日"),
        ("2026年10月30日", "2026年11月2日", "9时", "11时", "2026年10月30日9时至11月2日11时"),
        ("2026年12月30日", "2027年1月2日", "", "", "2026年12月30日至2027年1月2日"),
        ("2026年10月", "", "", "", "2026年10月"),
        ("", "", "", "", ""),
    ],
)
def test_when(start: str, end: str, began: str, finished: str, expected: str) -> None:
    record = {"happened_on": start, "ended_on": end, "began_at": began, "finished_at": finished}
    assert when(record) == expected


@pytest.mark.parametrize(
    ("township", "village", "place", "expected"),
    [
        ("青山镇", "石桥村", "村委会会议室", "青山镇石桥村委会会议室"),
        ("青山镇", "石桥村", "石桥村小学", "青山镇石桥村小学"),
        ("青山镇", "", "镇文化站", "青山镇文化站"),
        ("永兴街道", "金桂社区", "社区活动室", "永兴街道金桂社区活动室"),
        ("青山镇", "石桥村", "", "青山镇石桥村"),
        ("", "", "县政协五楼会议室", "县政协五楼会议室"),
        ("", "", "", ""),
    ],
)
def test_where_names_each_place_once(township: str, village: str, place: str, expected: str) -> None:
    assert where({"township": township, "village": village, "place": place}) == expected


def test_attending_names_members_and_counts_the_others() -> None:
    record = MEETING | {"people": people(masses=12, cadres=0, unnamed_city=2), "headcount": ""}
    assert attending(record) == "委员4人：周文、李䶮，另有未列名委员2人。\n群众代表12人。\n合计16人。"
    assert attending(bare(MEETING)) == ""
    assert attending(bare(MEETING) | {"people": people(unnamed_city=3)}) == "委员3人。\n合计3人。"


def test_many_members_are_named_without_office() -> None:
    members = [member(f"委员{at}", "经济界", "某单位") for at in range(9)]
    assert members_text({"members": members, "people": []}).endswith("委员8，共9人")
    assert members_text({"members": members[:1], "people": people(unnamed_city=2)}) == (
        "委员0（经济界，某单位），另有未列名委员2人"
    )
    assert members_text({"members": [], "people": []}) == ""


def test_nobody_absent_is_said_only_when_somebody_was_named() -> None:
    assert composed("meeting", MEETING | {"members": [member("周文")]})["absent"] == "无"
    assert composed("meeting", bare(MEETING))["absent"] == ""
    assert composed("meeting", bare(MEETING))["observing"] == ""


def test_office_on_the_sheet_fits_one_line() -> None:
    members = [
        member("甲", "经济界", "县人民医院"),
        member("乙", "经济界", "某某某某某某某某某某有限责任公司董事长"),
        member("丙", "", "某某某某某某某某某某有限责任公司董事长"),
        member("丁"),
    ]
    rows = composed("meeting", MEETING | {"members": members})["sheets"][0]["rows"]
    assert [row["office"] for row in rows[:4]] == [
        "县人民医院",
        "经济界",
        "某某某某某某某某某某有限责任…",
        "",
    ]


def test_kind_of_its_own_gets_its_own_sheet() -> None:
    found = composed("training", {"kind_label": "学习培训", "happened_on": "2026年10月1日"})
    assert found["sheet_title"] == "学习培训签到表"
    assert len(found["sheets"][0]["rows"]) == 25


def test_small_texts() -> None:
    assert [ended(text) for text in ("甲，", "甲。", "甲", "", "“甲”")] == [
        "甲。",
        "甲。",
        "甲。",
        "",
        "“甲”",
    ]
    assert listed(["甲。", " ", "乙；"]) == "一是甲；二是乙。"
    assert listed(["甲。"]) == "甲。"
    assert listed([]) == ""
    assert quoted("说“好”") == "“说‘好’”"


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("短的。", 10, "短的。"),
        ("第一句说完了。第二句很长很长很长。", 12, "第一句说完了。"),
        ("没有句号但有逗号，后面还有很长一段", 14, "没有句号但有逗号。"),
        ("一个标点都没有的很长很长很长很长很长很长的话", 10, ""),
        ("一" * 60, 30, "一" * 28 + "……"),
    ],
)
def test_shortened_ends_where_a_sentence_does(text: str, room: int, expected: str) -> None:
    assert shortened(text, room) == expected
    assert len(shortened(text, room)) <= room


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["示例县政协", "2026年10月", "基层协商工作小结"], ["示例县政协2026年10月基层协商工作小结"]),
        (
            ["示例县政协", "关于", "2026年10月", "“协商在基层”", "工作", "开展情况的报告"],
            ["示例县政协关于2026年10月", "“协商在基层”工作开展情况的报告"],
        ),
        (["标题"], ["标题"]),
        (["", "甲", ""], ["甲"]),
    ],
)
def test_titles_break_between_words(parts: list[str], expected: list[str]) -> None:
    assert ladder(parts) == expected


def test_a_title_of_any_length_keeps_to_the_line() -> None:
    for length in range(1, 130, 7):
        found = ladder(["示例县政协围绕", "题" * length, "开展协商"])
        assert "".join(found) == "示例县政协围绕" + "题" * length + "开展协商"
        assert all(width(line) <= 20 for line in found)
