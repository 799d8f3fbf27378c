"""The table of 报送: the figures that go up, or went, against the period before."""

from __future__ import annotations

from app.services.figure_query import Number
from app.services.going_up import GoingFigure, GoingUp
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.home_numbers import UNKNOWN, signed

OPENING = ("current", "previous", "to_date", "last_year")


def figure_columns(total_name: str, found: GoingUp) -> tuple[Column, ...]:
    """上期 says when it is what was reported; 其中补报 is there when there is any."""
    late = (Column("late", "其中补报", right=True, ink="muted"),)
    return (
        Column("label", "指标", stretch=True, least=8),
        Column("unit", "单位", ink="text2"),
        Column("current", "本期", right=True, bold=True),
        *(late if any(each.late for each in found.lines) else ()),
        Column("previous", "上期" if found.before is None else "上期报的", right=True),
        Column("change", "增减", right=True, ink="muted"),
        Column("last_year", "上年同期", right=True, fold=1),
        Column("to_date", total_name, right=True),
    )


def figure_lines(found: GoingUp, *, opens: bool) -> list[Line]:
    """One line a figure; numbers `open` while they are those of now."""
    return [_line(each, opens) for each in found.lines]


def _line(figure: GoingFigure, opens: bool) -> Line:
    cells = {
        "label": Cell(figure.label, tip=figure.rule),
        "unit": Cell(figure.unit),
        "late": Cell(signed(figure.late) if figure.late else ""),
        "change": Cell(signed(figure.change)),
    }
    numbers: dict[str, Number | None] = {key: getattr(figure, key) for key in OPENING}
    for key, number in numbers.items():
        known = number is not None
        cells[key] = Cell(f"{number}" if known else UNKNOWN, opens=known and (opens or key == "current"))
    return Line(cells, name=figure.label)
