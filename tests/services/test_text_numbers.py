"""Numbers as people write them: what they come to, and what they may be said of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.text_numbers import Written, chinese_number, written_numbers


def one(text: str) -> Written:
    found = list(written_numbers(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "amount", "measure"),
    [
        ("召开13场", 13, "场"),
        ("２３场", 23, "场"),
        ("12场（次）", 12, "场次"),
        ("1,234人次", 1234, "人次"),
        ("十二场", 12, "场"),
        ("一百零三件", 103, "件"),
        ("两千名", 2000, "名"),
        ("2.35万元", 23500, "元"),
        ("20余万元", 200000, "元"),
        ("57.4％", Decimal("57.4"), "%"),
        ("百分之七十", 70, "%"),
        ("附近3个村", 3, "个"),
    ],
)
def test_numbers_are_read(text: str, amount: Decimal, measure: str) -> None:
    found = one(text)
    assert (found.amount, found.measure) == (amount, measure)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "第三次",
        "五项重点",
        "三个月",
        "千名委员走基层",
        "几十场",
        "五届三次会议",
        "二〇二六年",
        "12.5个百分点",
        "2026年10月",
    ],
)
def test_names_and_ordinals_are_no_counts(text: str) -> None:
    assert list(written_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "fits", "fails"),
    [
        ("118场", (118,), (117, 119)),
        ("一百余场", (100, 118, 199), (99, 200)),
        ("20多场", (20, 29), (19, 30)),
        ("近百名", (90, 100), (89, 101)),
        ("约20场", (18, 22), (17, 23)),
        ("100场以上", (100, 118), (99, 300)),
        ("1.4万余人次", (14000, 14999), (13999, 15000)),
        ("9800余件", (9812,), (9799, 9900)),
        ("2.95万人次", (29512, 29450), (29400, 29551)),
        ("办结率70%", (Decimal("69.6"), 70), (Decimal("69.4"), 71)),
        ("57.4%", (Decimal("57.36"),), (Decimal("57.5"),)),
    ],
)
def test_a_rounded_number_admits_what_it_may_stand_for(
    text: str, fits: tuple[Decimal, ...], fails: tuple[Decimal, ...]
) -> None:
    found = one(text)
    assert all(found.admits(Decimal(value)) for value in fits)
    assert not any(found.admits(Decimal(value)) for value in fails)


@pytest.mark.parametrize("text", ["二〇二六", "三五", "两千五"])
def test_digits_in_a_row_are_no_chinese_number(text: str) -> None:
    assert chinese_number(text) is None


def _in_chinese(value: int) -> str:
    """Below ten thousand, as it is taught: 一百零三, 十二."""
    digits = "零一二三四五六七八九"
    parts, zero = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            parts += ("零" if zero and parts else "") + digits[digit] + name
            zero = False
        else:
            zero = True
    return parts.removeprefix("一") if parts.startswith("一十") else parts


@given(st.integers(1, 9999))
def test_every_chinese_number_is_read(value: int) -> None:
    assert chinese_number(_in_chinese(value)) == value
    if value > 1:
        found = list(written_numbers(f"开展{_in_chinese(value)}场"))
        assert [number.amount for number in found] in ([value], []), found
        assert found or _in_chinese(value) in "百千"
