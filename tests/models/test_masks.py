"""Numbers of people in running text, however they were typed; and no other numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.masks import masked_text, unnumbered

WIDE = str.maketrans("0123456789X+-. ", "０１２３４５６７８９Ｘ＋－．　")

PEOPLES = [
    ("电话13812345678。", "电话138****5678。"),
    ("138-1234-5678", "138-****-5678"),
    ("138 1234 5678", "138 **** 5678"),
    ("138-12345678", "138-****5678"),
    ("1381234 5678", "138**** 5678"),
    ("138 - 1234 - 5678", "138 - **** - 5678"),
    ("138.1234.5678", "138.****.5678"),
    ("138·1234·5678", "138·****·5678"),
    ("138－1234－5678", "138－****－5678"),
    ("138—1234—5678", "138—****—5678"),
    ("138–1234–5678", "138–****–5678"),
    ("138−1234−5678", "138−****−5678"),
    ("138\u00a01234\u00a05678", "138\u00a0****\u00a05678"),
    ("138\u200b1234\u200b5678", "138\u200b****\u200b5678"),
    ("138-123-45678", "138-***-*5678"),
    ("1381-234-5678", "138*-***-5678"),
    ("１３８１２３４５６７８", "１３８****５６７８"),
    ("𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "𝟏𝟑𝟖****𝟓𝟔𝟕𝟖"),
    ("٠١٣٨١٢٣٤٥٦٧٨", "٠١٣٨****٥٦٧٨"),
    ("+8613812345678", "+86138****5678"),
    ("＋８６ 138 1234 5678", "＋８６ 138 **** 5678"),
    ("+86-138-1234-5678", "+86-138-****-5678"),
    ("008613812345678", "0086138****5678"),
    ("8613812345678", "86138****5678"),
    ("(86)13812345678", "(86)138****5678"),
    ("013812345678", "0138****5678"),
    ("19912345678、13012345678", "199****5678、130****5678"),
    ("身份证530102199001011234，", "身份证530102************，"),
    ("53010219900101123X", "530102************"),
    ("53010219900101123ｘ", "530102************"),
    ("５３０１０２１９９００１０１１２３Ｘ", "５３０１０２************"),
    ("530102 19900101 1234", "530102 ******** ****"),
    ("530102-1990-01-01-123X", "530102-****-**-**-****"),
    ("5301 0219 9001 0112 34", "5301 02** **** **** **"),
    ("530102199013991234", "530102************"),  # a slip in the day makes it nobody else's
    ("530102900101123", "530102*********"),
    ("530102 900101 123", "530102 ****** ***"),
    ("2026-10-28 530102199001011234", "2026-10-28 530102************"),
    ("13812345678 530102199001011234", "138****5678 530102************"),
]
ORDINARY = [
    "20261028",
    "2026-10-28 14:03:12",
    "2026.10.28—2026.11.02",
    "20261028140312",
    "202610281403123",  # a moment with milliseconds has the length of an old identity card
    "ZF-2026-0001，XS-2026-000138",
    "金额 1234567890123 元，1,381,234.56 万元",
    "1381234.5678 亩，139.12345678",
    "15000-200000 元",
    "12345678901，10086123456，21381234567",  # as long as a mobile
    "138123456789",
    "1234567",
    "订单 6222021381234567890",
    "125301011442694204",  # social credit codes: of an office, of companies
    "91530106956042304X",
    "91530106956042304x",
    "11530102015123456B",
    "91330100799655058B",
    "9144030071526726XG",
    "530100100012345",  # a company's old registration
    "4001234567，12345",
    "第 13 届 8 次，1380 人，1234 户，5678 元",
]


@pytest.mark.parametrize(("typed", "shown"), PEOPLES)
def test_numbers_of_people_are_covered_however_they_were_typed(typed: str, shown: str) -> None:
    assert unnumbered(typed) == shown
    assert masked_text(typed) == shown


@pytest.mark.parametrize("typed", ORDINARY)
def test_other_numbers_stay(typed: str) -> None:
    assert unnumbered(typed) == typed
    assert masked_text(typed) == typed


@pytest.mark.parametrize("last", "0123456789X")
def test_a_social_credit_code_of_digits_is_told_from_an_identity_card_by_its_check_digit(last: str) -> None:
    typed = "12530101144269420" + last
    assert (unnumbered(typed) == typed) == (last == "4")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0871-7654321", "0871-***4321"),
        ("010-87654321", "010-****4321"),
        ("０９３８－８２１２３４５", "０９３８－***２３４５"),
        ("(0938)8212345", "(0938)***2345"),
        ("（0938）8212345", "（0938）***2345"),
        ("0938 821 2345", "0938 *** 2345"),
        ("09388212345", "0938***2345"),
    ],
)
def test_landlines_are_covered_in_the_log_alone(typed: str, shown: str) -> None:
    assert masked_text(typed) == shown
    assert unnumbered(typed) == typed


gaps = st.sampled_from(["", " ", "-", " - ", "·", "—", "\u3000"])


@given(
    before=st.sampled_from(["", "+86", "0086", "86", "+86 ", "＋86-"]),
    first=st.sampled_from(["138", "199", "150"]),
    rest=st.text("0123456789", min_size=8, max_size=8),
    between=st.tuples(gaps, gaps),
    is_wide=st.booleans(),
    around=st.tuples(st.sampled_from(["", "电话", "，"]), st.sampled_from(["", "，", "找他", " 元"])),
)
def test_no_way_of_typing_a_mobile_lets_it_out(
    before: str, first: str, rest: str, between: tuple[str, str], is_wide: bool, around: tuple[str, str]
) -> None:
    number = f"{before}{first}{between[0]}{rest[:4]}{between[1]}{rest[4:]}"
    typed = around[0] + (number.translate(WIDE) if is_wide else number) + around[1]
    shown = unnumbered(typed)
    assert [new for old, new in zip(typed, shown, strict=True) if old != new] == ["*"] * 4


@given(st.text(st.sampled_from("0123456789X１３８ .-—（）元年"), max_size=60))
def test_nothing_but_digits_is_ever_covered(typed: str) -> None:
    for shown in (unnumbered(typed), masked_text(typed)):
        pairs = zip(typed, shown, strict=True)
        assert all(old == new or (new == "*" and (old.isdecimal() or old == "X")) for old, new in pairs)
    assert unnumbered(shown) == shown
