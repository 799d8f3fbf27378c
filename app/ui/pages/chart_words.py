"""What stands around the bars of a chart: headings, tooltips, and the words when there is nothing to draw."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.figure import Figure
from app.models.periods import Period, Span
from app.services.charts import FOCUS, MONTH, TOWNSHIP, Chart, Point
from app.ui.widgets.bar_chart import Bar, BarGroup

NO_CHART = "这里没有图可以复制"
_BY = {MONTH: "各月", TOWNSHIP: "各乡镇（街道）", FOCUS: "五项重点"}


@dataclass(frozen=True)
class Words:
    """Above the bars on screen, and above them on a picture that stands alone."""

    heading: str
    note: str
    rule: str
    picture_title: str
    picture_note: str


def words_of(chart: Chart, unit_name: str) -> Words:
    """`unit_name` signs the picture."""
    figure, by = chart.figure, _BY[chart.view]
    total = f"{chart.period.label}{'合计' if chart.adds else ''} {chart.total}{_unit(figure)}"
    heading = f"{figure.label}，按{by}分" if chart.view == FOCUS else f"{by}{figure.label}"
    adds = "" if chart.adds else "，各项相加不等于它"
    return Words(
        heading=heading,
        note=total + adds,
        rule=f"口径：{figure.rule}。",
        picture_title=f"{unit_name}{chart.period.label}{heading}（{figure.unit}）",
        picture_note=total,
    )


def bar_groups(chart: Chart) -> list[BarGroup]:
    """The lines of a chart as bars, each tooltip naming the bar in full."""
    return [
        BarGroup(line.label, tuple(_bar(chart, line.label, point) for point in line.points))
        for line in chart.lines
    ]


def empty_words(
    figure: Figure, period: Period, view: str, *, can: bool
) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What is empty, how it is filled, the ways out (key, words); without `can` it cannot be split so."""
    if not can:
        by = "乡镇" if view == TOWNSHIP else "五项重点"
        return f"“{figure.label}”不能按{by}分", "它的记录里没有这一项。", ((MONTH, "看各月"),)
    year = f"{period.year}年"
    if view == MONTH:
        return f"{year}还没有算进“{figure.label}”的记录", "登记了就会出现在这里。", ()
    ways = () if period.span is Span.YEAR else (("year", f"看{year}全年"),)
    return f"{period.label}还没有算进“{figure.label}”的记录", "登记了就会出现在这里。", ways


def _bar(chart: Chart, name: str, point: Point) -> Bar:
    amount = None if point.amount is None else float(point.amount)
    who = f"{point.period.label}{name}" if chart.by else point.period.label
    said = f"{chart.figure.label} {point.text}{_unit(chart.figure)}" if point.text else "还没到"
    if point.amount is None and point.text:
        said = f"{chart.figure.label} 没有数"
    return Bar(amount, point.text, f"{who}  {said}")


def _unit(figure: Figure) -> str:
    """The text of a per cent has its sign already."""
    return "" if figure.unit == "%" else f" {figure.unit}"
