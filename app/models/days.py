"""Business dates as clerks write them: a day, or only a month (domain.md §0)."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from app.errors import Unfit, quoted


class Month(NamedTuple):
    """A date known only to the month: 2026年10月."""

    year: int
    month: int


Day = date | Month
WEEKDAYS = "一二三四五六日"
EARLIEST, LATEST = 1900, 2199
_HOW = "请按 2026-10-12、10.12 或 12 这样填"
_LONGEST = 40  # no date is longer; Python refuses to read numbers of thousands of digits


def first(day: Day) -> date:
    return day if isinstance(day, date) else date(day.year, day.month, 1)


def last(day: Day) -> date:
    return day if isinstance(day, date) else date(day.year, day.month, monthrange(day.year, day.month)[1])


def stored(day: Day) -> str:
    """Text for the file: ISO, with day 00 for a month, which sorts just before the month's first day."""
    return day.isoformat() if isinstance(day, date) else f"{day.year:04d}-{day.month:02d}-00"


def from_stored(text: str) -> Day:
    year, month, day = (int(part) for part in text.split("-"))
    return date(year, month, day) if day else Month(year, month)


def iso(day: Day) -> str:
    """As shown in lists and JSON: 2026-10-12 or 2026-10."""
    return day.isoformat() if isinstance(day, date) else f"{day.year:04d}-{day.month:02d}"


def from_iso(text: str) -> Day:
    """What `iso` was made of."""
    return date.fromisoformat(text) if len(text) == 10 else Month(*(int(part) for part in text.split("-")))


def printed(day: Day) -> str:
    """As printed on paper: 2026年10月12日 or 2026年10月."""
    text = f"{day.year}年{day.month}月"
    return f"{text}{day.day}日" if isinstance(day, date) else text


def weekday(day: Day) -> str:
    """周三, or nothing for a month."""
    return f"周{WEEKDAYS[day.weekday()]}" if isinstance(day, date) else ""


def parse_day(raw: str, today: date, *, ahead: bool = False) -> Day:
    """Reads a typed date; a short one is the nearest not after today (with `ahead`, not before today).

    Takes 20261012, 2026-10-12 (also with . / 年月日), 10.12, 1012, 12, 2026-10, 202610, 10月.
    Raises Unfit with a sentence.
    """
    text = unicodedata.normalize("NFKC", raw).strip()
    text = re.sub(r"\s*(周|星期)[一二三四五六日天]$", "", text)
    month_only = bool(re.fullmatch(r"(\d{4}年)?\d{1,2}月份?", text))
    parts = _parts(text)
    if parts is None:
        raise Unfit(f"看不懂{quoted(raw.strip())}这个日期，{_HOW}")
    if month_only and len(parts) == 1:
        return _near_month(parts[0], today, ahead, raw)
    return _from_parts(parts, today, ahead, raw)


def _parts(text: str) -> list[int] | None:
    if len(text) > _LONGEST:
        return None
    if re.fullmatch(r"\d{8}", text):
        return [int(text[:4]), int(text[4:6]), int(text[6:])]
    if re.fullmatch(r"\d{6}", text) and 1 <= int(text[4:]) <= 12 and EARLIEST <= int(text[:4]) <= LATEST:
        return [int(text[:4]), int(text[4:])]
    if re.fullmatch(r"\d{4}", text):
        return [int(text[:2]), int(text[2:])]
    if not re.fullmatch(r"[\d\-./年月日号份]+", text):
        return None
    parts = [int(part) for part in re.findall(r"\d+", text)]
    return parts if 1 <= len(parts) <= 3 and max(parts) <= LATEST else None


def _from_parts(parts: list[int], today: date, ahead: bool, raw: str) -> Day:
    if len(parts) == 3:
        year = parts[0] + 2000 if parts[0] < 100 else parts[0]
        return _checked(year, parts[1], parts[2], raw)
    if len(parts) == 2 and parts[0] >= EARLIEST:
        _checked(parts[0], parts[1], 1, raw)
        return Month(parts[0], parts[1])
    if len(parts) == 2:
        return _near_day(parts[0], parts[1], today, ahead, raw)
    return _near_day_of_month(parts[0], today, ahead, raw)


def _checked(year: int, month: int, day: int, raw: str) -> date:
    if not EARLIEST <= year <= LATEST:
        raise Unfit(f"{quoted(raw.strip())}的年份不对，{_HOW}")
    try:
        return date(year, month, day)
    except ValueError:
        raise Unfit(f"没有{quoted(raw.strip())}这一天，{_HOW}") from None


def _near_month(month: int, today: date, ahead: bool, raw: str) -> Month:
    if not 1 <= month <= 12:
        raise Unfit(f"没有{quoted(raw.strip())}这个月，{_HOW}")
    year = today.year
    if ahead and month < today.month:
        year += 1
    if not ahead and month > today.month:
        year -= 1
    return Month(year, month)


def _near_day(month: int, day: int, today: date, ahead: bool, raw: str) -> date:
    # 29 February is only there every fourth year, so look a few years along.
    for step in range(9):
        year = today.year + step if ahead else today.year - step
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found >= today) if ahead else (found <= today):
            return found
    raise Unfit(f"没有{quoted(raw.strip())}这一天，{_HOW}")


def _near_day_of_month(day: int, today: date, ahead: bool, raw: str) -> date:
    if not 1 <= day <= 31:
        raise Unfit(f"没有{quoted(raw.strip())}这一天，{_HOW}")
    cursor = today.replace(day=1)
    for _ in range(3):
        if day <= monthrange(cursor.year, cursor.month)[1]:
            found = cursor.replace(day=day)
            if (found >= today) if ahead else (found <= today):
                return found
        step = timedelta(days=32) if ahead else timedelta(days=-1)
        cursor = (cursor + step).replace(day=1)
    raise Unfit(f"没有{quoted(raw.strip())}这一天，{_HOW}")
