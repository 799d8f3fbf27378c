"""Numbers in an office's own text, held against the figures: what differs, what nobody could check."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.figures import FIGURES
from app.services.text_check import Known, Verdict, findings

SPANS = ("current", "previous", "ytd", "last_year")
WORDS = {
    "current": "本月", "previous": "上月", "ytd": "今年累计", "last_year": "上年同期", "name": "10月",
}  # fmt: skip
VALUES = {
    "meetings": (12, 13, 118, 10), "courtyard_meetings": (7, 5, 60, 6),
    "attendance_total": (353, 300, 3684, 280),
    "mass_attendance": (224, 200, 2100, 190), "consensus": (34, 30, 341, 28), "visits": (18, 18, 160, 20),
    "people_served": (986, 900, 29512, 870), "deeds": (37, 1, 230, 4), "reception_days": (2, 1, 3, 4),
    "studio_activities": (0, 12, 130, 11), "donations": (23500, 0, 0, 0),
}  # fmt: skip
RATES = {"task_close_rate": ("69.6", "65", "71", "70")}


def known() -> list[Known]:
    counted = {key: tuple(map(Decimal, values)) for key, values in (VALUES | RATES).items()}
    return [
        Known(
            figure.key, figure.label, figure.unit,
            dict(zip(SPANS, counted.get(figure.key, (Decimal(0),) * 4), strict=True)), figure.aliases,
        )
        for figure in FIGURES
    ]  # fmt: skip


KNOWN = known()


def said(text: str) -> list[str]:
    return [found.text for found in findings(text, KNOWN, WORDS, ("大河镇",))]


def with_the_other_word(text: str) -> str:
    """As offices write it that say 会议; just as long."""
    return text.replace("开展协商活动", "召开协商会议").replace("协商活动", "协商会议")


@pytest.mark.parametrize(
    "text",
    [
        "本月，全县开展协商活动12场，其中院坝协商7场；参加协商353人次。",
        "今年以来累计开展协商活动118场，参加协商3684人次，达成共识341项。",
        "累计开展协商活动一百余场。",
        "开展协商活动十二场。",
        "共召开12场（次）协商活动。",
        "协商活动有序推进，本月共开展12场。",
        "协商活动由上月的13场增至12场。",
        "协商活动比上月减少1场，比上年同期增加2场。",
        "走访与上月持平，比上年同期减少2次。",
        "服务群众近千人次，今年以来累计服务群众2.95万人次。",
        "办结率70%，捐款捐物2.35万元。",
        "接待日2次，去年同期接待日4次。",
        "截至10月31日，开展协商活动118场。",
        "抓好两个环节、三项工作，每季度开展协商活动1次。",
        "群众参加协商224人次。",
    ],
)
def test_what_is_true_is_passed_over(text: str) -> None:
    assert said(text) == said(with_the_other_word(text)) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("开展协商活动13场。", "这里写协商活动 13 场，本月是 12 场。"),
        ("开展协商活动十三场。", "这里写协商活动十三场，本月是 12 场。"),
        ("本月开展协商活动118场。", "这里写协商活动 118 场，本月是 12 场。"),
        ("累计开展协商活动12场。", "这里写协商活动 12 场，今年累计是 118 场。"),
        ("上月开展协商活动12场。", "这里写协商活动 12 场，上月是 13 场。"),
        ("上年同期开展协商活动12场。", "这里写协商活动 12 场，上年同期是 10 场。"),
        ("共召开15场协商活动。", "这里写协商活动 15 场，本月是 12 场。"),
        ("协商活动有序推进，共开展15场。", "这里写协商活动 15 场，本月是 12 场。"),
        ("开展协商活动12场，其中院坝协商8场。", "这里写院坝协商 8 场，本月是 7 场。"),
        ("开展协商活动近百场。", "这里写协商活动近百场，本月是 12 场。"),
        ("协商活动比上月增加1场。", "这里写协商活动增加 1 场，本月是 12 场，上月是 13 场。"),
        ("为群众办实事40余件。", "这里写办实事 40 余件，本月是 37 件。"),
        ("办结率达百分之六十。", "这里写办结率百分之六十，本月是 69.6%。"),
        ("工作室活动3次。", "这里写工作室活动 3 次，本月是 0 次。"),
        ("10月开展协商活动14场。", "这里写协商活动 14 场，本月是 12 场。"),
        ("捐款捐物3万元。", "这里写捐款捐物 3 万元，本月是 23500 元。"),
    ],
)
def test_what_differs_is_pointed_out_with_both_numbers(text: str, sentence: str) -> None:
    found = findings(text, KNOWN, WORDS)
    assert [one.text for one in found] == said(with_the_other_word(text)) == [sentence]
    assert found[0].verdict is Verdict.DIFFERS
    assert found[0].figure
    assert text[found[0].start : found[0].end] == found[0].written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("走访企业16家。", ["16家"]),
        ("大河镇开展协商活动3场。", ["3场"]),
        ("10月14日，在金桂社区开展协商活动1场。", ["1场"]),
        ("力争开展协商活动20场。", ["20场"]),
        ("9月开展协商活动5场。", ["5场"]),
        ("协商活动蓬勃开展，其中小河乡2场。", ["2场"]),
        ("形成5方面15条建议。", ["15条"]),
        ("新建议事亭1200个。", ["1200个"]),
    ],
)
def test_what_no_figure_knows_is_only_named(text: str, written: list[str]) -> None:
    found = findings(text, KNOWN, WORDS, ("大河镇",))
    assert [one.written for one in found] == written
    assert len(said(with_the_other_word(text))) == len(written)
    assert {one.verdict for one in found} == {Verdict.UNCHECKED}


def test_a_value_that_is_not_known_is_not_compared() -> None:
    values = {"current": Decimal(3), "previous": None, "ytd": Decimal(3), "last_year": None}
    found = findings("上年同期召开会议5场。", [Known("m", "召开会议", "场", values)], WORDS)
    assert [one.verdict for one in found] == [Verdict.UNCHECKED]


@given(st.sampled_from([one for one in KNOWN if one.unit == "场"]), st.integers(2, 300))
def test_a_number_beside_any_name_is_held_against_its_figure(figure: Known, number: int) -> None:
    true = [value for span, value in figure.values.items() if span != "previous"]
    for name in (figure.label, *figure.aliases):
        found = findings(f"开展工作，{name}{number}场。", KNOWN, WORDS)
        assert [one.figure for one in found] == ([] if number in true else [figure.key]), name


@given(st.text(alphabet="协商活动会议场次本上月13十二余近第，。其中比增加每（%）", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    for found in findings(text, KNOWN, WORDS):
        assert text[found.start : found.end] == found.written
        assert found.text.endswith("。")
