"""Text check: the numbers somebody wrote, held against the figures; it points out and never blocks.

Source: domain.md §5.5 (报告文字里的数字 = 附表数字).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from app.services.text_names import Known, Name, apart, fits, measures, named
from app.services.text_numbers import Written, written_numbers

__all__ = ["Finding", "Known", "TextCheck", "Verdict", "findings"]

CURRENT, PREVIOUS, YTD, LAST_YEAR = "current", "previous", "ytd", "last_year"
LONGEST: Final = 20_000  # characters that are looked through

_CLAUSE = re.compile(r"[，。；、：！？\n()（）]")
_SENTENCE = re.compile(r"[。；！？\n]")
# What a number is about, by the last such word before it; 增至 and the like lead back to the period itself.
_SPANS: Final = {
    YTD: ("累计", "以来", "截至", "截止", "年内", "全年"),
    LAST_YEAR: ("上年", "去年", "同期"),
    PREVIOUS: (),
    CURRENT: ("当月", "本期", "增至", "增加到", "减至", "减少到", "升至", "降至", "达到"),
}
_MOVED = re.compile(r"(?:(增加|增长|上升|提高|多|增)|减少|下降|少|减)了?\s?$")
_OTHER = re.compile(
    r"计划|拟|将|争取|力争|目标|确保|明年|不少于|[上下](?:个?月|季度|半年|一?步)|[一二三四]季度|\d\s?月"
)
_DAY = re.compile(r"\d\s?[日号]")
_UNTIL = re.compile(r"截[至止][^，。；]*?日")
_BESIDE = 2  # characters that may stand between a number and the name after it: 13场（次）协商活动
_TELLING = 10
_SHARED = 3  # characters of a name in common with a clause make it likely that it is the one meant


class Verdict(StrEnum):
    """DIFFERS: a figure says otherwise; UNCHECKED: no figure it could be held against."""

    DIFFERS = "differs"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Finding:
    """A number at `start`..`end` of the text that a clerk should look at, and the sentence that says why."""

    verdict: Verdict
    start: int
    end: int
    written: str
    text: str
    figure: str = ""
    span: str = ""


@dataclass(frozen=True, slots=True)
class TextCheck:
    """What any text of one period is held against."""

    known: Sequence[Known]
    words: Mapping[str, str]
    places: Sequence[str] = ()

    def findings(self, text: str) -> list[Finding]:
        """See `findings`."""
        return findings(text, self.known, self.words, self.places)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with what is known about it while its numbers are judged."""

    text: str
    numbers: Sequence[Written]
    names: Sequence[Name]
    known: Sequence[Known]
    words: Mapping[str, str]
    places: Sequence[str]


def findings(
    text: str, known: Sequence[Known], words: Mapping[str, str], places: Iterable[str] = ()
) -> list[Finding]:
    """What differs and what could not be checked, in the order of the text.

    `words` name the spans (current → 本月), and as `name` the period itself (10月). A number said of one of
    `places`, of a single day or of what is only planned is not the figure's, and no more than unchecked.
    """
    text = text[:LONGEST]
    numbers, names = list(written_numbers(text)), list(named(text, known))
    reading = _Reading(text, numbers, names, known, words, tuple(places))
    return [found for number in numbers if (found := _judged(reading, number)) is not None]


def _judged(reading: _Reading, number: Written) -> Finding | None:
    text = reading.text
    clause, _ = _around(_CLAUSE, text, number)
    if "每" in text[clause : number.start]:
        return None  # a rule, not a count
    moved = _MOVED.search(text, clause, number.start)
    name = _name_of(reading, number, freely=moved is not None)
    if moved and number.measure == "%" and _is_change_in_percent(reading, number):
        return None
    if name is None:
        return None if number.is_plain or _is_known(reading, number) else _unchecked(number)
    if moved:
        return _judged_difference(reading, number, name, 1 if moved[1] else -1)
    span = _span(reading, number)
    if _agrees(number, name.known, (span,) if span else (CURRENT, YTD, LAST_YEAR)):
        return None
    if _is_of_another(reading, number, name, span or CURRENT):
        return None
    value = name.known.values.get(span or CURRENT)
    if value is None or _is_other(reading, number, name):
        return _unchecked(number)
    said = f"{reading.words[span or CURRENT]}是{_said(value, name.known.unit)}"
    return _differs(number, name.known, span or CURRENT, "", said)


def _judged_difference(reading: _Reading, number: Written, name: Name, sign: int) -> Finding | None:
    """比上月增加3场: held against the two numbers it is the difference of."""
    known, span = name.known, _span(reading, number)
    now, then = known.values.get(CURRENT), known.values.get(span)
    if span not in (PREVIOUS, LAST_YEAR) or now is None or then is None:
        return _unchecked(number)
    if number.admits((now - then) * sign):
        return None
    if _is_other(reading, number, name):
        return _unchecked(number)
    ends = ((CURRENT, now), (span, then))
    said = "，".join(f"{reading.words[one]}是{_said(value, known.unit)}" for one, value in ends)
    return _differs(number, known, span, "增加" if sign > 0 else "减少", said)


def _is_change_in_percent(reading: _Reading, number: Written) -> bool:
    """Whether 增长23.3% is what some figure named in the sentence did."""
    start, _ = _around(_SENTENCE, reading.text, number)
    span = _span(reading, number)
    for name in reading.names:
        now, then = name.known.values.get(CURRENT), name.known.values.get(span)
        is_told = start <= name.start < number.start and name.known.unit != "%"
        if is_told and now is not None and then and number.admits(abs(now - then) * 100 / then):
            return True
    return False


def _is_of_another(reading: _Reading, number: Written, name: Name, span: str) -> bool:
    """Whether it is the number of a figure named in part: 工作室…收集意见24条 is not 会上收集意见."""
    start, _ = _around(_CLAUSE, reading.text, number)
    clause = reading.text[start : number.start]
    return any(
        one is not name.known
        and number.measure in measures(one.unit)
        and _agrees(number, one, (span,))
        and any(
            word[at : at + _SHARED] in clause
            for word in (one.label, *one.aliases)
            for at in range(len(word) - _SHARED + 1)
        )
        for one in reading.known
    )


def _is_known(reading: _Reading, number: Written) -> bool:
    """Whether a number that names no figure is one of those there are; small ones prove nothing."""
    return number.amount >= _TELLING and any(
        number.measure == one.unit and _agrees(number, one, (CURRENT, YTD)) for one in reading.known
    )


def _name_of(reading: _Reading, number: Written, *, freely: bool) -> Name | None:
    """The nearest name of a figure of this measure: before the number, just after it, or earlier in the
    sentence; one that has its number already only `freely`."""
    text = reading.text
    able = apart(name for name in reading.names if fits(number, name.known))
    clause, end = _around(_CLAUSE, text, number)
    before = [name for name in able if clause <= name.start and name.end <= number.start]
    if before and (freely or not _between(reading.numbers, before[-1].end, number)):
        return before[-1]
    for name in able:
        if 0 <= name.start - number.end <= _BESIDE and name.end <= end:
            return name
    start, _ = _around(_SENTENCE, text, number)
    earlier = [name for name in able if start <= name.start and name.end <= clause]
    if earlier and not before and (freely or not _between(reading.numbers, earlier[-1].end, number)):
        return earlier[-1]
    return None


def _around(mark: re.Pattern[str], text: str, number: Written) -> tuple[int, int]:
    """The clause or sentence a number stands in."""
    start = 0
    for found in mark.finditer(text, 0, number.start):
        start = found.end()
    after = mark.search(text, number.end)
    return start, after.start() if after else len(text)


def _between(numbers: Sequence[Written], start: int, number: Written) -> bool:
    """Whether the name already has its number."""
    same = measures(number.measure)
    return any(start <= one.start and one.end <= number.start and one.measure in same for one in numbers)


def _span(reading: _Reading, number: Written) -> str:
    """Which stretch of time the sentence speaks of; "" where it does not say."""
    start, _ = _around(_SENTENCE, reading.text, number)
    before = reading.text[start : number.start]
    places = {}
    for span, fixed in _SPANS.items():
        said = [word for word in (*fixed, reading.words.get(span, "")) if word]
        places[span] = max((before.rfind(word) for word in said), default=-1)
    span, at = max(places.items(), key=lambda place: place[1])
    return span if at >= 0 else ""


def _agrees(number: Written, known: Known, spans: Iterable[str]) -> bool:
    """Whether one of the values is what was written."""
    return any((value := known.values.get(one)) is not None and number.admits(value) for one in spans)


def _is_other(reading: _Reading, number: Written, name: Name) -> bool:
    """Whether it speaks of less than the whole or of another time: a place, a day, a plan."""
    text = reading.text
    start, end = _around(_CLAUSE, text, number)
    sentence, _ = _around(_SENTENCE, text, number)
    clause = text[start:end].replace(text[name.start : name.end], "")
    for word in reading.words.values():
        clause = clause.replace(word, "")
    return (
        bool(_OTHER.search(clause) or _DAY.search(_UNTIL.sub("", text[sentence:end])))
        or (name.end <= start and "其中" in text[name.end : number.start])
        or any(place in text[sentence:end] for place in reading.places)
    )


def _unchecked(number: Written) -> Finding:
    text = f"“{number.text}”没有核对，请自己看一遍。"
    return Finding(Verdict.UNCHECKED, number.start, number.end, number.text, text)


def _differs(number: Written, known: Known, span: str, moved: str, said: str) -> Finding:
    gap = "" if re.match(r"[近约一二三四五六七八九十两百千]", number.text) else " "
    text = f"这里写{known.label}{moved}{gap}{_spaced(number.text)}，{said}。"
    return Finding(Verdict.DIFFERS, number.start, number.end, number.text, text, known.key, span)


def _spaced(written: str) -> str:
    """13 场: a blank between an Arabic number and its measure, as on the screen everywhere."""
    return re.sub(r"(?<=[\d０-９])(?=[^\d０-９.．,%％\s])", " ", written, count=1)


def _said(value: Decimal, unit: str) -> str:
    if unit == "%":
        return f" {value.quantize(Decimal('0.1'), ROUND_HALF_UP).normalize():f}%"
    return f" {value.normalize():f} {unit}" if value else f" 0 {unit}"
