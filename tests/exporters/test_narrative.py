"""The report's text: each sentence true to its numbers, silent where there are none."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.exporters.narrative import Facts, Group, Narrative, TypicalCase
from app.exporters.narrative_text import Sentences, shown
from app.exporters.tables import Ratio
from tests.exporters.word_samples import FACTS, FIGURES, said


def whole(facts: Facts) -> str:
    sections = Narrative(facts).sections()
    return "\n".join(line for one in sections for line in [one["heading"], *said(one["paragraphs"])])


def with_figures(**figures: dict[str, Any]) -> Facts:
    return Facts(figures, "示例县政协", "2026年10月")


def numbers(current: Any, previous: Any = None, ytd: Any = None, last_year: Any = None) -> dict[str, Any]:
    return {"current": current, "previous": previous, "ytd": ytd, "last_year": last_year}


def test_month_reads_like_an_office_would_write_it() -> None:
    sections = Narrative(FACTS).sections()
    assert [one["heading"] for one in sections] == [
        "一、总体情况", "二、主要做法", "三、典型案例", "四、存在问题", "五、下步打算"
    ]  # fmt: skip
    assert said(sections[0]["paragraphs"]) == [
        (
            "（一）协商在基层。本月，全县开展协商活动12场，其中院坝协商7场；参加协商353人次，其中委员35人次、群众224人次；"
            "覆盖9个乡镇（街道）。协商活动比上月减少1场，比上年同期增加2场。今年以来累计开展协商活动118场，参加3684人次，达成共识341项。"
        ),
        "从五项重点看，普法强基4场、绿美乡村3场。从乡镇（街道）看，双河镇3场，南坪街道2场，大河镇1场。",
        "会上达成共识34项。协商形成应办事项30件，已办结21件，办结率70%；本月共办结协商共识事项18件。",
        (
            "（二）委员走基层。本月，组织委员走访18次；服务群众986人次。走访与上月持平，比上年同期减少2次、下降10%。"
            "捐款捐物折合2.35万元。今年以来累计走访160次，服务群众9200人次。"
        ),
        (
            "（三）委员工作室。全县现有委员工作室28个，入室委员180人，入室率85.7%。本月没有开展工作室活动。"
            "今年以来累计开展工作室活动130次。"
        ),
    ]
    assert said(sections[1]["paragraphs"]) == [
        "（一）坚持先调研后协商。会前调研的有11场。",
        "（二）紧扣五项重点选题。协商议题涉及普法强基、绿美乡村。",
    ]
    assert said(sections[2]["paragraphs"]) == [
        (
            "2026年10月14日，示例县政协在金桂社区围绕“助餐点选址”开展协商活动。"
            "会上达成以下共识：一是设在旧仓库；二是餐费分担。目前已开始试运营。"
        )
    ]
    assert said(sections[3]["paragraphs"])[0].startswith(
        "一是工作开展不够平衡，小河乡、石门乡本月没有开展协商活动；二是"
    )
    assert "超过时限没有办结的事项4件，涉及县住建局" in said(sections[3]["paragraphs"])[0]


def test_every_figure_run_is_the_number_it_names() -> None:
    groups = {f"focus:{one.key}": one.number for one in FACTS.focus}
    groups |= {f"township:{one.key}": one.number for one in FACTS.townships}
    sections = Narrative(FACTS).sections()
    runs = [run for one in sections for line in one["paragraphs"] for run in line["runs"] if run["figure"]]
    assert len(runs) > 20
    for run in runs:
        values = FIGURES[run["figure"]]
        if run["group"]:
            assert run["text"] == str(groups[run["group"]])
        elif "-" in run["span"]:
            one, other = run["span"].split("-")
            assert run["text"] == str(abs(values[one] - values[other]))
        elif "/" in run["span"]:
            one, other = run["span"].split("/")
            assert run["text"] == shown(Ratio(abs(values[one] - values[other]), values[other]))
        else:
            assert run["text"] == shown(values[run["span"]], run["figure"])


def test_no_number_stands_outside_a_figure_run() -> None:
    """But for dates and the like, which are names."""
    facts = replace(FACTS, period="某月", case=None)
    for section in Narrative(facts).sections():
        for line in section["paragraphs"]:
            assert not any(re.search(r"\d", run["text"]) for run in line["runs"] if not run["figure"])


def test_first_month_of_the_year_does_not_say_its_numbers_twice() -> None:
    facts = with_figures(meetings=numbers(3, ytd=3))
    assert "累计" not in whole(facts)
    assert "今年以来累计开展协商活动4场" in whole(with_figures(meetings=numbers(3, ytd=4)))
    assert "累计" not in whole(replace(with_figures(meetings=numbers(3, ytd=4)), since=""))


def test_none_and_zero_are_different() -> None:
    assert "没有开展协商活动" in whole(with_figures(meetings=numbers(0)))
    assert "没有开展协商活动" not in whole(with_figures(meetings=numbers(None)))
    assert "协商" not in whole(with_figures(visits=numbers(2))).split("\n")[1]


def test_parts_without_facts_are_left_out_and_numbered_through() -> None:
    sections = Narrative(with_figures(visits=numbers(2))).sections()
    assert [one["heading"] for one in sections] == ["一、总体情况", "二、下步打算"]
    assert said(sections[0]["paragraphs"]) == ["委员走基层。本月，组织委员走访2次。"]


def test_case_without_place_or_consensus() -> None:
    facts = replace(with_figures(), case=TypicalCase("路灯", "2026年10月1日", ""))
    assert "2026年10月1日，示例县政协围绕“路灯”开展协商活动。\n" in whole(facts)


def test_long_lists_of_names_are_cut_and_counted() -> None:
    names = [f"{sign}乡" for sign in "甲乙丙丁戊己庚"]
    facts = replace(with_figures(meetings=numbers(2)), idle=names)
    assert "甲乡、乙乡、丙乡、丁乡、戊乡等7个乡镇（街道）本月没有开展协商活动" in whole(facts)


def test_opening_uses_the_words_of_the_office() -> None:
    facts = replace(FACTS, meeting_label="有事好商量", visit_label="联系界别群众")
    opening = said(Narrative(facts).opening("小结"))
    assert opening == [
        "2026年10月，示例县政协扎实推进“有事好商量”“联系界别群众”和“委员工作室”工作，现将有关情况小结如下。"
    ]
    assert "（一）有事好商量。" in whole(facts)


@pytest.mark.parametrize(
    ("value", "figure", "expected"),
    [
        (None, "visits", ""),
        (0, "visits", ""),
        (12345, "visits", "12345"),
        (Ratio(2, 3), "rate", "66.7%"),
        (Ratio(1, 2000), "rate", "0.1%"),
        (Ratio(25, 200), "rate", "12.5%"),
        (Ratio(0, 5), "rate", ""),
        (Ratio(0, 0), "rate", ""),
        (Ratio(7, 7), "rate", "100%"),
        (Decimal("8500.00"), "donations", "8500元"),
        (Decimal("8500.50"), "donations", "8500.5元"),
        (Decimal("23500.00"), "donations", "2.35万元"),
        (Decimal("23550.00"), "donations", "23550元"),
        (Decimal("1200000"), "donations", "120万元"),
    ],
)
def test_numbers_are_formed_once(value: Any, figure: str, expected: str) -> None:
    assert shown(value, figure) == expected


def test_clause_is_silent_without_its_number() -> None:
    say = Sentences({"meetings": numbers(3)}, {"now": "本月"})
    text = "".join(run["text"] for run in say.sentence("{now}，", "开会{meetings}场", "走访{visits}次"))
    assert text == "本月，开会3场。"
    assert say.sentence("{now}，", "走访{visits}次") == []
    assert say.led("走访{visits}次", "，又{meetings}场") == []
    assert say.sentence("", "", "开会{meetings}场", "") == say.sentence("", "开会{meetings}场")


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        (12, 13, "比上月减少1场"),
        (13, 12, "比上月增加1场"),
        (12, 12, "与上月持平"),
        (12, 3, "由上月的3场增至12场"),
        (3, 12, "由上月的12场减至3场"),
        (2, 1, "由上月的1场增至2场"),
        (19, 18, "比上月增加1场"),
        (30, 20, "比上月增加10场、增长50%"),
        (90, 100, "比上月减少10场、下降10%"),
        (90, 30, "由上月的30场增至90场"),
        (10001, 10000, "比上月增加1场"),  # 0.0% would be no growth
        (5, 0, ""),
        (0, 5, ""),
        (5, None, ""),
    ],
)
def test_comparing_says_what_the_numbers_did(now: int, then: int | None, expected: str) -> None:
    text = whole(with_figures(meetings=numbers(now, then)))
    found = re.findall(r"协商活动((?:比|与|由)上月[^。]*)。", text)
    assert found == ([expected] if expected else [])


def test_numbers_reported_a_year_ago_are_called_so_once() -> None:
    two = with_figures(meetings=numbers(5, last_year=4), visits=numbers(5, last_year=5))
    text = whole(replace(two, was_reported=True))
    assert "协商活动比上年同期（上年报送数，下同）增加1场。" in text
    assert "走访与上年同期持平。" in text
    one = replace(with_figures(visits=numbers(5, last_year=4)), was_reported=True)
    assert "走访比上年同期（上年报送数）增加1次。" in whole(one)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([3, 2, 1], "从乡镇（街道）看，甲镇3场，乙镇2场，丙镇1场。"),
        ([3, 2, 2], "从乡镇（街道）看，甲镇3场，乙镇、丙镇各2场。"),
        ([5, 4, 3, 2], "协商活动较多的是甲镇5场，乙镇4场，丙镇3场。"),
        ([5, 3, 3, 3, 1], "协商活动较多的是甲镇5场，乙镇、丙镇、丁镇各3场。"),
        ([5, 2, 2, 2, 2, 2, 2, 1], "协商活动较多的是甲镇5场，乙镇、丙镇、丁镇等6个乡镇（街道）各2场。"),
        ([1, 1], "从乡镇（街道）看，甲镇、乙镇各1场。"),
        ([1] * 6, ""),
        ([4, 0], ""),
    ],
)
def test_equal_townships_are_named_together_and_nobody_is_cut_off_silently(
    counts: list[int], expected: str
) -> None:
    groups = [Group(f"{'甲乙丙丁戊己庚辛'[at]}镇", count) for at, count in enumerate(counts)]
    facts = replace(with_figures(meetings=numbers(sum(counts))), townships=groups)
    found = re.search(r"(从乡镇|协商活动较多)[^。]*。", whole(facts))
    assert (found[0] if found else "") == expected


def late(current: int, occurred: int | None, moved: int | None) -> dict[str, Any]:
    return numbers(current) | {"occurred": occurred, "late": moved}


@pytest.mark.parametrize(
    ("figures", "months", "expected"),
    [
        (late(12, 12, 0), (), "开展协商活动12场。"),
        (late(12, 10, 2), (("9月", 2),), "开展协商活动12场（其中补报9月2场）。"),
        (late(12, 9, 3), (("8月", 1), ("9月", 2)), "开展协商活动12场（其中补报8月1场、9月2场）。"),
        (late(12, 10, 2), (("8月", -1), ("9月", 3)), "开展协商活动12场（其中补报以前各期2场）。"),
        (late(12, 10, 2), (("9月", 1),), "开展协商活动12场（其中补报以前各期2场）。"),
        (late(2, 0, 2), (("9月", 2),), "开展协商活动2场（都是补报9月的）。"),
        (late(9, 10, -1), (("9月", -1),), "开展协商活动9场（已减去以前各期更正的1场）。"),
        (late(0, 1, -1), (), "本月，全县开展协商活动1场；更正以前各期，减去1场。"),
        (late(-2, 0, -2), (), "本月没有开展协商活动；更正以前各期，减去2场。"),
        (late(0, 0, 0), (), "本月没有开展协商活动。"),
    ],
)
def test_what_was_reported_late_is_said_beside_the_number(
    figures: dict[str, Any], months: tuple[tuple[str, int], ...], expected: str
) -> None:
    groups = [Group(label, count, label) for label, count in months]
    assert expected in whole(replace(with_figures(meetings=figures), late={"meetings": groups}))


def test_what_the_office_wrote_stands_for_our_sentences() -> None:
    own = {
        "practice": ["（一）抓学习。常委会带头学", "", "（二）抓落实"],
        "plans": ["一是开好年底的会；", "二是抓办结；"],
    }
    sections = Narrative(replace(FACTS, own=own)).sections()
    by_heading = {one["heading"][2:]: one["paragraphs"] for one in sections}
    assert said(by_heading["主要做法"]) == ["（一）抓学习。常委会带头学。", "（二）抓落实"]
    assert by_heading["主要做法"][0]["lead"] == "（一）抓学习。"
    assert said(by_heading["下步打算"]) == ["一是开好年底的会；", "二是抓办结。"]
    assert "小河乡" in said(by_heading["存在问题"])[0]
    assert said(Narrative(FACTS).counted("plans")) == said(Narrative(FACTS).sections()[4]["paragraphs"])


def test_a_part_greater_than_its_whole_is_not_called_a_part() -> None:
    figures = with_figures(
        meetings=numbers(2), courtyard_meetings=numbers(3), attendance_total=numbers(9),
        member_attendance=numbers(10), tasks_due=numbers(1), tasks_due_closed=numbers(2),
    )  # fmt: skip
    text = whole(figures)
    assert "其中" not in text
    assert "已办结" not in text
