"""OpeningRows: the cells of a sheet, read as figure, township, months and a number."""

from __future__ import annotations

import difflib
import math
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.errors import Unfit, quoted
from app.importers.opening_sheet import CellValue, OpeningSheet, SheetCell, SheetRow
from app.models.context import Ref
from app.models.figure import Figure, Ratio
from app.models.figure_set import FigureSet
from app.models.periods import Calendar
from app.models.values import BETWEEN, LARGEST
from app.services.figure_query import can_group
from app.services.opening_headings import Stretch, stretch_of
from app.services.opening_preview import OpeningProblem

_NEAREST = 3
_WHOLE_UNIT = ("", "全县", "全市", "全区", "合计")


@dataclass(frozen=True, slots=True)
class Entry:
    """One number as the sheet states it."""

    cell: str
    figure: Figure
    township: Ref | None
    stretch: Stretch
    stated: int


def adjustable(known: FigureSet, text: str) -> Figure:
    """A figure that opening figures and adjustments can be made of, by key, label or alias; raises Unfit."""
    wanted = _folded(text)
    figure = next((each for each in known.values() if wanted in _names(each)), None) or next(
        (each for each in known.values() if wanted.removesuffix(f"({each.unit})") in _names(each)), None
    )
    if figure is None:
        names = {name: each.label for each in known.values() if not each.combined for name in _names(each)}
        near = difflib.get_close_matches(wanted, names, n=2 * _NEAREST, cutoff=0.4)
        labels = list(dict.fromkeys(names[name] for name in near))[:_NEAREST]
        meant = "、".join(quoted(label) for label in labels)
        how = f"是不是{meant}" if labels else "名称照“期初数表样”里的写"
        raise Unfit(f"没有{quoted(text, 30)}这个指标，{how}")
    if figure.combined:
        parts = "、".join(part.label for part in known.plain_parts(figure))
        how = "是比出来的" if isinstance(figure.measure, Ratio) else "是加出来的"
        raise Unfit(f"“{figure.label}”{how}，不能调整；请填{parts}")
    return figure


class OpeningRows:
    """Reads a sheet against the catalogue, the townships and the calendar; problems are collected."""

    def __init__(
        self,
        sheet: OpeningSheet,
        known: FigureSet,
        townships: Mapping[str, Ref],
        calendar: Calendar,
        today: date,
    ) -> None:
        self.entries: list[Entry] = []
        self.problems: list[OpeningProblem] = []
        self._sheet = sheet
        self._known = known
        self._townships = townships
        self._calendar = calendar
        self._today = today
        self._stretches: dict[str, Stretch | None] = {}
        self._seen: dict[tuple[str, str, Stretch], str] = {}
        for row in sheet.rows:
            self._row(row)

    def _row(self, row: SheetRow) -> None:
        numbers = [cell for cell in row.cells if self._stretch(cell) is not None]
        if not numbers:
            return
        if not row.figure:
            self._problem(numbers[0].address, "这一行没有写指标，请写上，或把数删掉")
            return
        try:
            figure = adjustable(self._known, row.figure)
            township = self._township(figure, row.township)
        except Unfit as unfit:
            self._problem(f"第 {row.number} 行", str(unfit))
            return
        for cell in numbers:
            self._cell(cell, figure, township)

    def _cell(self, cell: SheetCell, figure: Figure, township: Ref | None) -> None:
        stretch = self._stretch(cell)
        assert stretch is not None
        about = (figure.label, stretch.label, township.label if township else "")
        try:
            stated = _number(cell, figure)
            if figure.nature == "stock" and stretch.is_sum:
                raise Unfit("按期末算的数不能合成一笔，请填到月份里")
        except Unfit as unfit:
            self._problem(cell.address, str(unfit), *about)
            return
        key = (figure.key, township.uuid if township else "", stretch)
        if key in self._seen:
            self._problem(cell.address, f"{self._seen[key]} 已经填过，请去掉一个", *about)
            return
        self._seen[key] = cell.address
        self.entries.append(Entry(cell.address, figure, township, stretch, stated))

    def _stretch(self, cell: SheetCell) -> Stretch | None:
        """What the column is for; what cannot be read is said once, of the heading."""
        if cell.column not in self._stretches:
            self._stretches[cell.column] = self._read_heading(cell.column)
        return self._stretches[cell.column]

    def _read_heading(self, column: str) -> Stretch | None:
        where = f"{column}{self._sheet.heading_row}"
        if column not in self._sheet.headings:
            self._problem(where, "这一列有数，没有表头，请写上是哪个月")
            return None
        try:
            found = stretch_of(self._sheet.headings[column], self._calendar)
        except Unfit as unfit:
            self._problem(where, str(unfit))
            return None
        now = self._calendar.month_of(self._today)
        if (found.through.year, found.through.month) > (now.year, now.index):
            month = Stretch(found.through, found.through).label
            self._problem(where, f"{month}还没到，请改对表头，或去掉这一列")
            return None
        return found

    def _township(self, figure: Figure, text: str) -> Ref | None:
        name = _folded(text)
        if name in _WHOLE_UNIT:
            return None
        found = self._townships.get(name)
        if found is None:
            near = difflib.get_close_matches(name, self._townships, n=_NEAREST, cutoff=0.4)
            labels = "、".join(quoted(self._townships[each].label) for each in near)
            how = f"是不是{labels}" if labels else "请先在设置里登记"
            raise Unfit(f"没有{quoted(text, 30)}这个乡镇（街道），{how}")
        if not can_group(figure, "township", self._known):
            raise Unfit(f"“{figure.label}”不能分到乡镇，请把乡镇一格空着")
        return found

    def _problem(self, cell: str, text: str, *about: str) -> None:
        self.problems.append(OpeningProblem(cell, text, *about))


def by_name(townships: Iterable[tuple[Ref, str]]) -> dict[str, Ref]:
    """Townships by today's and former names; a name in use comes before a former one."""
    rows = list(townships)
    former = {_folded(name): ref for ref, names in rows for name in BETWEEN.split(names) if name.strip()}
    return former | {_folded(ref.label): ref for ref, _ in rows}


def _number(cell: SheetCell, figure: Figure) -> int:
    value = cell.value
    if cell.uncounted:
        raise Unfit("是公式，还没有算出数，请在 WPS 里打开这张表存一次，再选")
    if value is None or isinstance(value, bool | date):
        raise Unfit(f"{quoted(_shown(value))}不是数，请只填数字")
    if isinstance(value, str):
        value = _typed(value)
    if not math.isfinite(value):
        raise Unfit(f"{quoted(cell.value)}不是数，请只填数字")
    if value < 0:
        raise Unfit(f"不能是负数 {_shown(value)}，请填报过的数")
    if value != int(value):
        raise Unfit(f"{quoted(_shown(value))}不是整数，请填整{figure.unit}")
    if value > LARGEST:
        raise Unfit(f"{_shown(value)} 太大了，最多 {LARGEST}")
    return int(value)


def _typed(text: str) -> float:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    try:
        return float(plain)
    except ValueError:
        raise Unfit(f"{quoted(text)}不是数，请只填数字") from None


def _shown(value: CellValue) -> str:
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e15 else str(value)


def _names(figure: Figure) -> tuple[str, ...]:
    return tuple(_folded(name) for name in (figure.key, figure.label, *figure.aliases))


def _folded(text: str) -> str:
    """A name as it is compared: without blanks and width."""
    return "".join(unicodedata.normalize("NFKC", text).split())
