"""OpeningSheet: one filled-in sheet of opening figures (期初数), as plain rows that know their cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from app.errors import AppError, quoted
from app.foreign.worker import Foreign, worker
from app.importers.package_guard import Looked, checked
from app.importers.package_rules import SHEET

SAVE: Final = "请在 WPS 里打开，另存成 .xlsx，再选一次。"
MOST_ROWS: Final = 5000
MOST_COLUMNS: Final = 120
_HEADING_WITHIN: Final = 20
_FIGURE_NAMES: Final = ("指标", "指标名称")
_TOWNSHIP_NAMES: Final = ("乡镇", "街道", "乡镇街道", "乡镇(街道)", "所属乡镇")
_PASSED: Final = ("序号", "单位", "计量单位", "口径", "备注", "说明")

CellValue = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One filled cell: where it is, in which column, and what it holds.

    `uncounted` is a formula that no program has worked out yet: it holds nothing, but it is not empty.
    """

    address: str
    column: str
    value: CellValue
    uncounted: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the figure and township as written, and its filled cells by column."""

    number: int
    figure: str
    township: str
    cells: tuple[SheetCell, ...]


@dataclass(frozen=True, slots=True)
class OpeningSheet:
    """The sheet's name, its headings that may be months (column letter → as written), and its rows."""

    name: str
    heading_row: int
    headings: dict[str, CellValue]
    rows: tuple[SheetRow, ...]


def read_opening(path: Path) -> OpeningSheet:
    """Reads the first sheet that has a heading 指标, in the child; raises AppError with a sentence."""
    file = Foreign(path.name, SAVE)
    value, _ = worker().ask("opening", {"path": str(path.absolute())}, file=file)
    try:
        return _from_plain(value)
    except (TypeError, ValueError, KeyError, AttributeError):  # a child that no longer is what it was
        raise file.torn("damaged") from None


def opening_in(path: Path) -> dict[str, Any]:
    """The sheet as plain values; runs in the child, raises AppError or whatever openpyxl does."""
    looked = checked(path, SHEET)
    found = _sheet(looked)
    if found is None:
        raise AppError(
            f"{quoted(path.name, 60)}的前 {_HEADING_WITHIN} 行里没有“指标”这一栏。"
            "请用“期初数表样”填，表头不要改。"
        )
    return _to_plain(found)


def _sheet(looked: Looked) -> OpeningSheet | None:
    """The first sheet with the heading; formulas are read beside what they came to."""
    from openpyxl import load_workbook

    values = load_workbook(BytesIO(looked.data), read_only=True, data_only=True, keep_links=False)
    written = values
    if looked.formulas:
        written = load_workbook(BytesIO(looked.data), read_only=True, keep_links=False)
    for place, sheet in enumerate(values.worksheets):
        rows = _both(sheet, written.worksheets[place]) if looked.formulas else _lines(sheet)
        found = _read(sheet.title, rows)
        if found is not None:
            return found
    return None


def _lines(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # WPS writes wrong ones
    lines: Iterator[Sequence[Any]] = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    return lines


def _both(sheet: Any, written: Any) -> Iterator[Sequence[Any]]:
    """Values, with a mark where a formula has none."""
    for values, formulas in zip(_lines(sheet), _lines(written), strict=True):
        yield [
            _Uncounted() if value is None and isinstance(formula, str) and formula.startswith("=") else value
            for value, formula in zip(values, formulas, strict=True)
        ]


class _Uncounted:
    """Stands for a formula without a result."""


def _read(name: str, lines: Iterator[Sequence[Any]]) -> OpeningSheet | None:
    rows = enumerate(lines, 1)
    for number, cells in rows:
        if number > _HEADING_WITHIN:
            return None
        words = [_word(cell) for cell in cells]
        figure = next((place for place, word in enumerate(words) if word in _FIGURE_NAMES), None)
        if figure is not None:
            break
    else:
        return None
    township = next((place for place, word in enumerate(words) if word in _TOWNSHIP_NAMES), None)
    known = {figure, township, *(place for place, word in enumerate(words) if word in _PASSED)}
    headings = {
        _letter(place): _plain(cells[place])
        for place, word in enumerate(words)
        if word and place not in known
    }
    found = tuple(_rows(name, rows, figure, township, known))
    return OpeningSheet(name, number, headings, found)


def _rows(
    name: str, rows: Iterable[tuple[int, Sequence[Any]]], figure: int, township: int | None,
    passed: Collection[int | None],
) -> Iterator[SheetRow]:  # fmt: skip
    above = ""
    for number, cells in rows:
        if cells.count(None) == len(cells):  # a lonely cell far below comes with a million of these
            continue
        if number > MOST_ROWS:
            raise AppError(f"“{name}”到第 {number} 行还有内容，最多 {MOST_ROWS} 行。请删掉用不着的行再选。")
        filled = tuple(
            _cell(place, number, value)
            for place, value in enumerate(cells)
            if place not in passed and _plain(value) is not None
        )
        where = "" if township is None else _text(cells, township)
        # A merged name stands only in its first row; the townships below belong to it.
        label = _text(cells, figure) or (above if where else "")
        above = label or above
        if not filled:
            continue
        yield SheetRow(number, label, where, filled)


def _cell(place: int, number: int, value: Any) -> SheetCell:
    column = _letter(place)
    if isinstance(value, _Uncounted):
        return SheetCell(f"{column}{number}", column, None, uncounted=True)
    return SheetCell(f"{column}{number}", column, _plain(value))


def _plain(value: Any) -> CellValue:
    """The value; None for an empty cell, blanks and dashes that say "nothing here"."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return None if value.strip() in ("", "—", "——", "-", "－", "/") else value.strip()
    if value is None or isinstance(value, int | float | bool | date):
        return value
    return "" if isinstance(value, _Uncounted) else str(value)


def _text(cells: Sequence[Any], place: int) -> str:
    value = _plain(cells[place]) if place < len(cells) else None
    return "" if value is None else str(value)


def _word(value: Any) -> str:
    return "" if value is None else "".join(unicodedata.normalize("NFKC", str(value)).split())


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


# between the child and the program: a row is [number, figure, township, {column: value}]; a day is
# {"day": "2026-10-28"}, a formula without a result {}


def _to_plain(sheet: OpeningSheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "heading_row": sheet.heading_row,
        "headings": {column: _sent(value) for column, value in sheet.headings.items()},
        "rows": [
            [row.number, row.figure, row.township,
             {cell.column: {} if cell.uncounted else _sent(cell.value) for cell in row.cells}]
            for row in sheet.rows
        ],
    }  # fmt: skip


def _from_plain(value: Any) -> OpeningSheet:
    """Raises TypeError, ValueError, KeyError or AttributeError for anything that is no such sheet."""
    rows = tuple(
        SheetRow(_is(number, int), _is(figure, str), _is(township, str), tuple(
            SheetCell(f"{column}{number}", column, None if held == {} else _got(held), held == {})
            for column, held in cells.items()
        ))
        for number, figure, township, cells in value["rows"]
    )  # fmt: skip
    headings = {column: _got(held) for column, held in value["headings"].items()}
    return OpeningSheet(_is(value["name"], str), _is(value["heading_row"], int), headings, rows)


def _sent(value: CellValue) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _got(value: Any) -> CellValue:
    if isinstance(value, dict):
        return date.fromisoformat(value["day"])
    return value if value is None else _is(value, (str, int, float))


def _is(value: Any, sort: type | tuple[type, ...]) -> Any:
    if not isinstance(value, sort):
        raise TypeError
    return value
