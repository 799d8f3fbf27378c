"""Values of a worksheet as the text their number format shows."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.DOTALL)
_DATE_SIGNS = re.compile(r"[ymdhs]", re.IGNORECASE)
_DATE_TOKEN = re.compile(
    r'"[^"]*"|\\.|\[[^\]]*\]|AM/PM|上午/下午|yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|aaaa|aaa|hh|h|ss|s|.',
    re.IGNORECASE | re.DOTALL,
)
_WEEKDAYS = "一二三四五六日"
_GENERAL_DIGITS = 11


def shown(value: object, pattern: str) -> str:
    """The text of a cell's value; dates, percents, thousands and fixed decimals, words in quotes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return _day(value, pattern)
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float | Decimal):
        return _number(Decimal(str(value)), pattern or "General")
    return str(value)


def _number(value: Decimal, pattern: str) -> str:
    sections = _sections(pattern)
    section = sections[0]
    signed = value
    if value < 0 and len(sections) > 1:
        section, signed = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    tokens = [token for token in _TOKEN.findall(section) if not token.startswith(("[", "_", "*"))]
    digits = "".join(token for token in tokens if token[0] not in '"\\')
    if "general" in section.lower() or (not re.search("[0#?]", digits) and "@" in digits):
        return _general(value)
    if not re.search("[0#?]", digits):
        return "".join(_plain(token) for token in tokens)
    return _dressed(signed, tokens, digits)


def _dressed(value: Decimal, tokens: list[str], digits: str) -> str:
    """The digits in the place of the pattern's 0s and #s, its other signs around them."""
    if "%" in digits:
        value *= 100
    fraction = digits.partition(".")[2]
    places = sum(fraction.count(sign) for sign in "0#?")
    needed = sum(fraction.count(sign) for sign in "0?")
    whole = re.sub(r"[^0#?,]", "", digits.partition(".")[0]).rstrip(",")
    thousands = re.search(r"[0#?](,+)[^0#?]*$", digits)
    value /= Decimal(1000) ** (len(thousands[1]) if thousands else 0)
    rounded = abs(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    left, _, right = f"{rounded:f}".partition(".")
    while len(right) > needed and right.endswith("0"):
        right = right[:-1]
    left = left.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        left = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", left)
    number = left + ("." + right if right else "")
    sign = "-" if value < 0 and rounded else ""
    result, done = "", False
    for token in tokens:
        if token in "0#?,.":
            result += "" if done else number
            done = True
        else:
            result += _plain(token)
    return sign + result


def _sections(pattern: str) -> list[str]:
    sections = [""]
    for token in _TOKEN.findall(pattern):
        if token == ";":
            sections.append("")
        else:
            sections[-1] += token
    return sections


def _plain(token: str) -> str:
    if token.startswith('"'):
        return token[1:-1]
    return token[1:] if token.startswith("\\") else token


def _general(value: Decimal) -> str:
    if value == value.to_integral_value() and abs(value) < Decimal(10) ** _GENERAL_DIGITS:
        return str(int(value))
    return f"{float(value):.10g}"


def _day(value: datetime | date | time, pattern: str) -> str:
    section = _sections(pattern)[0]
    if not _DATE_SIGNS.search(re.sub(r'"[^"]*"|\[[^\]]*\]', "", section)):
        section = "hh:mm:ss" if isinstance(value, time) else "yyyy-mm-dd"
    parts = [token for token in _DATE_TOKEN.findall(section) if not token.startswith("[")]
    half = any(token.upper() in {"AM/PM", "上午/下午"} for token in parts)
    result = ""
    for at, token in enumerate(parts):
        minutes = token.lower() in {"m", "mm"} and _is_minutes(parts, at)
        result += _day_part(value, token, minutes, half)
    return result.strip()


def _is_minutes(parts: list[str], at: int) -> bool:
    """m means minutes right after hours or right before seconds."""
    before = [token.lower() for token in parts[:at] if token[0].lower() in "ymdhs"]
    after = [token.lower() for token in parts[at + 1 :] if token[0].lower() in "ymdhs"]
    return bool((before and before[-1] in {"h", "hh"}) or (after and after[0] in {"s", "ss"}))


def _day_part(value: datetime | date | time, token: str, minutes: bool, half: bool) -> str:
    name = token.lower()
    clock = value if isinstance(value, datetime | time) else time()
    if minutes:
        return f"{clock.minute:02d}" if name == "mm" else str(clock.minute)
    if name in {"h", "hh", "s", "ss"}:
        number = clock.second if name[0] == "s" else (clock.hour % 12 or 12) if half else clock.hour
        return f"{number:02d}" if len(name) == 2 else str(number)
    if name in {"am/pm", "上午/下午"}:
        return name.split("/")[clock.hour >= 12].upper()
    if isinstance(value, time) or name[0] not in "ymda":
        return _plain(token)
    if name in {"yyyy", "yy"}:
        return f"{value.year:04d}"[-len(name) :]
    if name in {"aaaa", "aaa", "dddd", "ddd"}:
        return ("星期" if len(name) == 4 else "周") + _WEEKDAYS[value.weekday()]
    number = value.month if name[0] == "m" else value.day
    if name in {"mmm", "mmmm"}:
        return f"{number}月"
    return f"{number:02d}" if len(name) == 2 else str(number)
