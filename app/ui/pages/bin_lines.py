"""The lines of 回收站: what was deleted, when, by whom, and for how long it is listed."""

from __future__ import annotations

from datetime import date

from app.models import model_of
from app.models.days import iso, weekday
from app.services.bin import Binned
from app.services.excerpts import shortened
from app.ui.pages.history_lines import moment
from app.ui.pages.home_columns import Cell, Column, Line

_REASON = 14
COLUMNS = (
    Column("at", "删除时间", ink="text2"),
    Column("kind", "类别", ink="text2"),
    Column("title", "名称", stretch=True, least=12),
    Column("day", "日期", ink="text2", fold=2),
    Column("number", "编号", ink="text2", fold=3),
    Column("reason", "理由", ink="text2", fold=4),
    Column("by", "谁删的", ink="text2", fold=1),
    Column("left", "还剩天数", right=True),
)


def binned_line(row: Binned, today: date) -> Line:
    """One deleted record."""
    label = model_of(row.kind).kind.label
    day = ""
    if row.day is not None:
        whole = iso(row.day)
        day = f"{whole[5:]} {weekday(row.day)}".strip() if whole.startswith(f"{today.year}-") else whole
    left = f"{row.days_left}" if row.is_listed else "过了 90 天"
    cells = {
        "at": Cell(moment(row.at, today)),
        "kind": Cell(label),
        "title": Cell(row.title),
        "day": Cell(day),
        "number": Cell(row.number),
        "reason": Cell(shortened(row.reason, _REASON), tip=row.reason),
        "by": Cell(row.by),
        "left": Cell(left),
    }
    return Line(cells, name=f"{label} {row.title}，{row.by} {moment(row.at, today)} 删除，还剩 {left} 天")
