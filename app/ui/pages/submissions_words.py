"""What 报送存底 says of a submission, its files, its numbers and what it corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import PurePath

from app.models.periods import Period
from app.services.coverage import Coverage
from app.services.figure_values import Pair, Value, Values, rounded
from app.services.late_lines import LateLine, What
from app.services.months import HOME_FIGURES
from app.services.submitted import SCAN, SentFile, Submitted
from app.ui.pages.diff_entries import ARROW, Entry
from app.ui.pages.diff_lines import day_words
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.home_numbers import MINUS, UNKNOWN, signed
from app.ui.pages.submissions_list import Two
from app.ui.theme import Tone
from app.ui.widgets.status_word import SUBMITTED, Status

RETURNED = Status("已退回", Tone.ERROR)
SPANS = {
    "current": "本期",
    "occurred": "其中发生数",
    "late": "补报更正",
    "ytd": "累计",
    "last_year": "上年同期",
}
SAME, CHANGED = "和报送时一样", "和报送时不一样了"
_KINDS = {".docx": ("Word", "word"), ".xlsx": ("Excel", "sheet"), ".pdf": ("PDF", "page")}
_PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"}
_WHATS = {What.ADDED: "plus", What.CHANGED: "edit", What.GONE: "trash"}
_LISTS = {True: "补报清单", False: "更正清单"}


def submission_line(found: Submitted, today: date) -> Two:
    """One 报送 as the list shows it."""
    zero = "  零报告" if found.is_zero else ""
    files = f"{len(found.files)} 份材料" if found.files else "没有材料"
    note = f"报 {found.number}  {_on(found.sent_at, today)} {found.sent_by}  {files}{zero}"
    tip = f"{found.period.days}\n{note}" + (f"\n退回：{found.why}" if found.why else "")
    status = SUBMITTED if found.stands else RETURNED
    return Two(str(found.number), found.period.label, note, status=status, tip=tip)


def submission_note(found: Submitted) -> str:
    """The real days, when and by whom, and what was remarked."""
    sent = f"{_moment(found.sent_at)} {found.sent_by}报送"
    words = [found.period.days, sent]
    if found.is_zero:
        words.append("零报告")
    if found.note:
        words.append(f"说明：{found.note}")
    return "；".join(words)


def returned_words(found: Submitted) -> str:
    """When, by whom and why it came back; "" while it stands."""
    if found.stands or found.returned_at is None:
        return ""
    return f"{_moment(found.returned_at)}退回（{found.returned_by}）：{found.why}"


def file_line(file: SentFile, intact: bool | None) -> Two:
    """One file; `intact` says what 核对 found, None before."""
    ending = PurePath(file.name).suffix.lower()
    kind, icon = _KINDS.get(ending, ("图片", "image") if ending in _PICTURES else ("文件", "page"))
    kind = SCAN if file.role == SCAN else kind
    short = f"{kind}  {_size(file.size)}  {file.sha256[:8]}"
    tone = Tone.PLAIN if intact is None else Tone.OK if intact else Tone.ERROR
    note = short if intact is None else f"{SAME if intact else CHANGED}  {file.sha256[:8]}"
    return Two(file.uuid, file.name, note, icon, tone=tone, tip=f"{file.name}\nSHA-256 {file.sha256}")


def is_picture(file: SentFile) -> bool:
    return PurePath(file.name).suffix.lower() in _PICTURES


# numbers


def number_columns(first: str, *, units: bool) -> tuple[Column, ...]:
    """The figure or group, and what was sent of it; the parts of 本期 give way first."""
    spans = (
        Column(
            key, word, right=True, bold=key == "current", least=4.6, fold=int(key == "occurred"),
            ink="text2" if key in ("occurred", "late", "last_year") else "text",
        )
        for key, word in SPANS.items()
    )  # fmt: skip
    unit = (Column("unit", "单位", ink="text2"),) if units else ()
    return (Column("label", first, stretch=True, least=7), *unit, *spans)


def number_keys(labels: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    """The figures of a submission, those of the first page before the others."""
    usual = [key for _, figures in HOME_FIGURES for key, _ in figures if key in labels]
    return (*usual, *(key for key in labels if key not in usual))


def number_line(
    label: str, unit: str, numbers: Mapping[str, Value | None], *, opens: bool = True, starts: bool = False
) -> Line:
    """One figure, or one group of it; numbers lead to the records behind them."""
    cells = {"label": Cell(label, tip=label), "unit": Cell(unit)}
    for span, value in numbers.items():
        text = said(value)
        there = value is not None and (value != 0 or span == "current")
        pair = f"{value.numerator} ÷ {value.denominator}" if isinstance(value, Pair) else ""
        cells[span] = Cell(signed(value) if span == "late" and not isinstance(value, Pair) else text,
                           opens=opens and there, tip=pair)  # fmt: skip
    return Line(cells, starts=starts, name=label)


def totals_of(values: Values, key: str, coverage: Coverage, year_before: Period) -> dict[str, Value | None]:
    """All spans of a figure as they were sent; of last year None where nothing was known."""
    numbers: dict[str, Value | None] = {span: values.total(key, span) for span in SPANS}
    if "last_year" not in values.sent:
        try:
            before = coverage.of(key, year_before, numbers["last_year"])
        except KeyError:  # a figure taken out of use since
            before = numbers["last_year"]
        numbers["last_year"] = before
    return numbers


def parts_of(
    values: Values, key: str, group: str, totals: Mapping[str, Value | None]
) -> dict[str, Value | None]:
    """The same of one group; what is not known in all is not known of a part."""
    return {span: None if totals[span] is None else values.part(key, span, group) for span in SPANS}


def said(value: Value | None) -> str:
    """12, 66.7, — where it is not known or there is nothing to divide by."""
    number = None if value is None else rounded(value)
    return UNKNOWN if number is None else f"{number}".replace("-", MINUS)


# 补报清单, 更正清单


def late_entries(lines: Sequence[LateLine], today: date) -> tuple[Entry, ...]:
    """One entry a record, what was added before what was corrected."""
    by_record: dict[tuple[bool, str, str], list[LateLine]] = defaultdict(list)
    for line in lines:
        by_record[line.what is What.ADDED, line.kind, line.uuid].append(line)
    found: list[Entry] = []
    for added, word in _LISTS.items():
        own = [each for (is_added, _, _), each in by_record.items() if is_added is added]
        for place, each in enumerate(own):
            heading = (word, f"{len(own)} 条") if not place else ("", "")
            found.append(_late_entry(each, today, *heading))
    return tuple(found)


def _late_entry(lines: Sequence[LateLine], today: date, heading: str, count: str) -> Entry:
    first = lines[0]
    status = Status(first.what.value, Tone.PLAIN, _WHATS[first.what])
    numbers = [
        f"{line.label} {line.before}{ARROW}{line.after} {line.unit}"
        for line in lines
        if line.before != line.after
    ]
    moved = [line.moved for line in lines if line.moved]
    if first.old_day and first.day and first.old_day != first.day:
        moved.insert(0, f"{first.old_day}{ARROW}{first.day}")
    told = [f"理由：{first.reason}"] if first.reason else []
    if first.by:
        told.append(f"{first.by} {_moment(datetime.fromisoformat(first.at).astimezone())}")
    note = "\n".join(
        part for part in ("；".join(dict.fromkeys(moved)), "，".join(numbers), "；".join(told)) if part
    )
    day = day_words(first.old_day or first.day, today)
    return Entry(first.kind, first.uuid, status, day, first.title, note=note, heading=heading, count=count)


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, round(size / 1024))} KB"


def _on(at: datetime, today: date) -> str:
    return f"{at:%m-%d}" if at.year == today.year else f"{at:%Y-%m-%d}"


def _moment(at: datetime) -> str:
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"
