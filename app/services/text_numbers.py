"""Numbers as they are written in a text: 13场, 1.4万余人次, 十二场, 近百名, 百分之七十."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

_WIDE = str.maketrans("０１２３４５６７８９．％（）", "0123456789.%()")  # one for one, so that places stay
_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = _TENS | {"万": 10**4, "亿": 10**8}

_MEASURES: Final = (
    r"人次|件\(次\)|场\(次\)|件次|场次|场|次(?!会议|全会|常委会|全体)|人(?!均|大|民)|名(?!单)|位|件|条|篇|期|户|份|幅|处"
    r"|项(?!重点)|家|元|个(?!月|百分点|工作日|小时|方面|阶段)|%(?!\d)"
)
_NUMBER = re.compile(
    r"(?P<before>不少于|不低于|大约|将近|接近|超过|突破|不足|不到|至少|(?<![附最])近|约|超|逾|上(?=[百千万]))?\s?"
    r"(?:(?P<hundredth>百分之)(?P<share>[零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)"
    r"|(?:(?P<arabic>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?|(?P<chinese>[零〇一二两三四五六七八九十百千万亿]+))"
    r"(?P<after>[余多来])?(?P<scale>[百千万亿]{1,2})?(?P<last>[余多])?\s?"
    rf"(?P<measure>{_MEASURES}))(?P<tail>左右|上下|以上|以下)?"
)
_NO_COUNT = re.compile(r"[第每几数\d.一二三四五六七八九]$|[之统唯同单]$")
_MORE = ("不少于", "不低于", "超过", "突破", "至少", "超", "逾", "以上")
_UNDER = ("将近", "接近", "不足", "不到", "近", "以下")
_ABOUT = ("大约", "约", "左右", "上下", "上")


class Precision(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    OVER = "over"
    MORE = "more"
    UNDER = "under"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Written:
    """A number with its measure at `start`..`end` of a text.

    `step` is what its last written digit is worth (1000 in 1.4万, 100 in 三百); `is_plain` is 二 or 三 as in
    两个, that seldom counts anything.
    """

    start: int
    end: int
    text: str
    amount: Decimal
    step: Decimal
    measure: str
    precision: Precision
    is_rounded: bool
    is_plain: bool

    def admits(self, value: Decimal) -> bool:
        """Whether the text may say this of a true value."""
        amount = self.amount
        match self.precision:
            case Precision.OVER:
                return amount <= value < amount + max(self.step, Decimal(1))
            case Precision.MORE:
                return amount <= value <= amount * Decimal("1.5") + self.step
            case Precision.UNDER:
                return amount * Decimal("0.9") - Decimal("0.5") <= value <= amount
            case Precision.ABOUT:
                return abs(value - amount) <= max(amount / 10, Decimal(1))
            case Precision.EXACT if self.is_rounded:
                return abs(value - amount) <= min(self.step / 2, amount / 20)
            case _:
                return value == amount


def written_numbers(text: str) -> Iterator[Written]:
    """Every number with a measure, in order; ordinals (第三次), 每月2次 and 几十场 are no counts."""
    plain = text.translate(_WIDE)
    for found in _NUMBER.finditer(plain):
        # a word before the number may be part of another word: 附近3个
        start = found.start("hundredth") if found["hundredth"] else found.start(_digits(found))
        if _NO_COUNT.search(plain[max(0, start - 1) : start]):
            continue
        number = _written(text, found)
        if number is not None:
            yield number


def _digits(found: re.Match[str]) -> str:
    return "arabic" if found["arabic"] else "chinese"


def _written(text: str, found: re.Match[str]) -> Written | None:
    share = bool(found["hundredth"])
    digits = found["share"] if share else found["arabic"] or found["chinese"]
    alone = not share and not found["arabic"] and digits in _SCALES and digits != "十"
    about = _precision(found)
    if alone and about is Precision.EXACT:
        return None  # 千名委员 is a name
    if digits[0].isdigit():
        amount = Decimal(digits.replace(",", ""))
    else:
        parsed = chinese_number(digits)
        if not parsed:
            return None  # 零件 is no number either
        amount = Decimal(parsed)
    in_hundred = share or found["measure"] == "%"
    step: Decimal = min(_step(amount), Decimal(1)) if in_hundred else _step(amount)
    scale = 1
    for sign in "" if share else found["scale"] or "":
        scale *= _SCALES[sign]
    is_rounded = in_hundred or scale > 1
    start, end = found.start(), found.end()
    while text[start].isspace():
        start += 1
    return Written(
        start, end, text[start:end], amount * scale, step * scale,
        "%" if share else found["measure"].replace("(次)", "次"), about, is_rounded,
        is_plain=not share and not found["arabic"] and amount < 10 and scale == 1,
    )  # fmt: skip


def _precision(found: re.Match[str]) -> Precision:
    said = {found["before"], found["tail"]} - {None}
    if not found["hundredth"] and (found["after"] or found["last"]):
        return Precision.OVER
    for words, precision in ((_MORE, Precision.MORE), (_UNDER, Precision.UNDER), (_ABOUT, Precision.ABOUT)):
        if said & set(words):
            return precision
    return Precision.EXACT


def _step(amount: Decimal) -> Decimal:
    """What the last written digit is worth: 0.1 in 57.4, 10 in 120, 1 in 12."""
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0:
        return Decimal(1).scaleb(exponent)
    digits = str(int(amount))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")) if amount else 0)


def chinese_number(text: str) -> int | None:
    """十二 → 12, 一百零三 → 103, 两千五 → None (nobody writes counts so); None for what is no number."""
    total = section = 0
    digit: int | None = None
    for sign in text:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        elif sign in _TENS:
            section += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        else:
            whole = section + (digit or 0)
            total = (total + (whole or 1)) * _SCALES[sign]
            section, digit = 0, None
    if digit and section and section % 100 == 0 and "零" not in text and "〇" not in text:
        return None
    return total + section + (digit or 0)
