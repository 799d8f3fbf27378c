"""The grid of 核对表: what must agree, how 本期 and 累计 come about, the adjustments in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from app.exporters.layout import Align, Column, Format
from app.exporters.sheet_grid import SERIAL, Cell, Grid, Section, number_column, shown, text_column
from app.exporters.tables import AdjustmentLine, Check, CheckTable, SumLine, Value, with_unit

_NUMBERS: Final = 7
_ALIKE: Final = 4  # from so many checks of one sort on they are told in one line
_WIDTHS: Final = (5.0, 18.0, 34.0, *(9.3,) * _NUMBERS)


def check_grid(table: CheckTable) -> Grid:
    """Sections below each other; what does not agree is bold."""
    sections = [_checks(table.checks)]
    if table.sums:
        sections.append(_sums(table.sums, late_apart=table.late_apart))
    if table.adjustments:
        sections.append(_adjustments(table.adjustments))
    return Grid(
        sheet=table.sheet,
        title=table.title,
        columns=tuple(Column("", SERIAL.source, width=width) for width in _WIDTHS),
        rows=(),
        line=table.line,
        note=table.note,
        size=10.5,
        frozen=0,
        sections=tuple(sections),
    )


def _checks(checks: tuple[Check, ...]) -> Section:
    wrong = sum(not check.holds for check in checks)
    found = f"{wrong} 项不符" if wrong else "全部相符"
    columns = (
        (SERIAL, 1),
        (text_column("核对项"), 1),
        (text_column("应当"), 1),
        (number_column("左边"), 1),
        (number_column("右边"), 1),
        (number_column("相差"), 1),
        (text_column("结果", align=Align.CENTER), 1),
        (text_column("说明"), 3),
    )
    rows = (_check(number, check) for number, check in enumerate(_folded(checks), 1))
    caption = f"一、应当相符的数：{len(checks)} 项，{found}"
    return Section(caption, columns, tuple(rows), "没有要核对的项")


def _folded(checks: tuple[Check, ...]) -> list[Check]:
    """The checks, of the many alike that agree one for all of them: no page of equal lines."""
    alike: dict[str, list[Check]] = defaultdict(list)
    for check in checks:
        if check.holds:
            alike[check.left_name].append(check)
    found: dict[str, Check] = {}
    for check in checks:
        same = alike[check.left_name]
        if not check.holds or len(same) < _ALIKE:
            found[check.name] = check
        else:
            found[check.left_name] = _one_for(same)
    return list(found.values())


def _one_for(same: list[Check]) -> Check:
    """One line for checks that differ in their figure only."""
    first = same[0].right_name
    ends = (first[at:] for at in range(len(first) + 1))
    right = next(end for end in ends if all(check.right_name.endswith(end) for check in same))
    name, note = f"{len(same)} 项指标", "项项相符"
    return replace(same[0], name=name, right_name=right, left=None, right=None, difference=None, note=note)


def _check(number: int, check: Check) -> tuple[Cell, ...]:
    bold = not check.holds
    difference = _plain(check.difference)
    return (
        Cell(number),
        Cell(check.name, bold=bold),
        Cell(f"{check.left_name} {check.relation} {check.right_name}"),
        _plain(check.left),
        _plain(check.right),
        Cell(difference.value, difference.number_format, bold=bold),
        Cell("相符" if check.holds else "不符", bold=bold),
        Cell(check.note if bold or check.left is None else None),
    )


def _sums(sums: tuple[SumLine, ...], *, late_apart: bool) -> Section:
    headings = ("发生数", "补报更正", "本期", "上期累计", "累计", "调整数")
    how = "本期＝发生数＋补报更正，累计＝上期累计＋本期"
    how = "本期＝发生数，累计＝上期累计＋本期＋补报更正" if late_apart else how
    columns = (
        (SERIAL, 1),
        (text_column("指标"), 1),
        (text_column("口径"), 1),
        *((number_column(heading), 1) for heading in headings),
        (text_column("结果", align=Align.CENTER), 1),
    )
    rows = tuple(_sum(number, line) for number, line in enumerate(sums, 1))
    return Section(f"二、本期和累计：{how}", columns, rows)


def _sum(number: int, line: SumLine) -> tuple[Cell, ...]:
    values = (line.occurred, line.late, line.current, line.before, line.ytd, line.adjusted)
    return (
        Cell(number),
        Cell(with_unit(line.name, line.unit), bold=not line.holds),
        Cell(line.meaning),
        *(Cell() if value is None else shown(value, line.format) for value in values),
        Cell("相符" if line.holds else "不符", bold=not line.holds),
    )


def _adjustments(lines: tuple[AdjustmentLine, ...]) -> Section:
    columns = (
        (SERIAL, 1),
        (text_column("指标"), 1),
        (text_column("原因"), 1),
        (text_column("归入月份", align=Align.CENTER), 1),
        (number_column("数额"), 1),
        (text_column("用途", align=Align.CENTER), 2),
        (text_column("依据"), 2),
        (text_column("经手人", align=Align.CENTER), 1),
    )
    rows = tuple(
        (
            Cell(number),
            Cell(line.name),
            Cell(line.reason),
            Cell() if line.day is None else shown(line.day, Format("day")),
            _plain(line.amount),
            Cell(line.use),
            Cell(line.basis),
            Cell(line.by),
        )
        for number, line in enumerate(lines, 1)
    )
    return Section(f"三、累计里的调整数：{len(lines)} 条", columns, rows)


def _plain(value: Value) -> Cell:
    """A side of a check as it is: counts whole, amounts to the cent they were given in."""
    return Cell() if value is None else shown(value, Format())
