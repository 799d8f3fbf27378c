"""Charts and pictures of a worksheet, with their places and their cached figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.ui.print.paper import EMU_PER_TWIP, Chart, Picture, Series
from app.ui.print.sheet_grid import Grid, Spot


def drawings(sheet: Any, grid: Grid, omitted: set[str]) -> Iterator[tuple[Spot, Chart | Picture]]:
    """What lies over the cells and can be drawn; the names of the rest go to `omitted`."""
    for chart in getattr(sheet, "_charts", ()):
        read = _chart(chart, grid.scale)
        spot = _spot(chart.anchor, grid)
        if read is None or spot is None:
            omitted.add("图表")
        else:
            yield spot, read
    for image in getattr(sheet, "_images", ()):
        spot = _spot(image.anchor, grid)
        if spot is None:
            omitted.add("图片")
            continue
        yield spot, Picture(bytes(image._data()), spot.width, spot.height)


def last_row(sheet: Any) -> int:
    """The last row, counted from 1, that a drawing reaches; 0 without drawings."""
    rows = [0]
    for one in (*getattr(sheet, "_charts", ()), *getattr(sheet, "_images", ())):
        to = getattr(one.anchor, "to", None)
        rows.append((to if to is not None else one.anchor._from).row + 1)
    return max(rows)


def last_column(sheet: Any) -> int:
    """The last column, counted from 1, that a drawing reaches; 0 without drawings."""
    columns = [0]
    for one in (*getattr(sheet, "_charts", ()), *getattr(sheet, "_images", ())):
        to = getattr(one.anchor, "to", None)
        columns.append(to.col if to is not None else one.anchor._from.col + 1)
    return max(columns)


def _spot(anchor: Any, grid: Grid) -> Spot | None:
    start = getattr(anchor, "_from", None)
    if start is None:
        return None
    x, y = (
        grid.x_of(start.col, start.colOff / EMU_PER_TWIP),
        grid.y_of(start.row, start.rowOff / EMU_PER_TWIP),
    )
    to, extent = getattr(anchor, "to", None), getattr(anchor, "ext", None)
    if to is not None:
        right, bottom = (
            grid.x_of(to.col, to.colOff / EMU_PER_TWIP),
            grid.y_of(to.row, to.rowOff / EMU_PER_TWIP),
        )
        return grid.spot(start.row, x, y, right - x, bottom - y)
    if extent is not None:
        scale = grid.scale / EMU_PER_TWIP
        return grid.spot(start.row, x, y, extent.cx * scale, extent.cy * scale)
    return None


def _chart(chart: Any, scale: float) -> Chart | None:
    """A simple column chart with its cached figures; None for other kinds."""
    if type(chart).__name__ != "BarChart" or chart.type != "col" or chart.grouping not in {None, "clustered"}:
        return None
    series = [_series(one) for one in chart.series]
    if not series or not any(one.values for one in series):
        return None
    first = chart.series[0].cat
    source = getattr(first, "strRef", None) or getattr(first, "numRef", None)
    cache = getattr(source, "strCache", None) or getattr(source, "numCache", None)
    labels = getattr(chart.series[0], "dLbls", None) or getattr(chart, "dLbls", None)
    return Chart(
        title=_words(chart.title),
        categories=tuple(str(value or "") for value in _points(cache)),
        series=tuple(series),
        values_shown=bool(getattr(labels, "showVal", False)),
        axis_shown=not getattr(chart.y_axis, "delete", False),
        legend_shown=chart.legend is not None,
        size=_size(getattr(chart.x_axis, "txPr", None)) * scale,
    )


def _series(one: Any) -> Series:
    cache = getattr(getattr(one.val, "numRef", None), "numCache", None)
    values = tuple(None if value is None else float(value) for value in _points(cache))
    name = getattr(getattr(one.tx, "strRef", None), "strCache", None)
    fill = getattr(getattr(one, "spPr", None), "solidFill", None)
    colour = getattr(fill, "srgbClr", None)
    said = colour if isinstance(colour, str) else getattr(colour, "val", None)
    return Series("".join(str(value or "") for value in _points(name)), values, str(said or "")[-6:].upper())


def _points(cache: Any) -> list[Any]:
    """The cached values in order, None where one is missing."""
    if cache is None:
        return []
    found = {point.idx: point.v for point in cache.pt}
    count = cache.ptCount if isinstance(cache.ptCount, int) else max(found, default=-1) + 1
    return [found.get(at) for at in range(count)]


def _size(said: Any) -> float:
    """The size of a chart's letters in twips."""
    paragraphs = getattr(said, "p", None) or ()
    for paragraph in paragraphs:
        size = getattr(getattr(paragraph.pPr, "defRPr", None), "sz", None)
        if size:
            return float(size) / 5
    return 200.0


def _words(title: Any) -> str:
    rich = getattr(getattr(title, "tx", None), "rich", None)
    if rich is None:
        return ""
    return "".join(run.t or "" for paragraph in rich.p for run in (paragraph.r or ()))
