"""FigureCells: the cells of an ad-hoc table of figures, each with what it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from app.exporters.layout import Align, Format
from app.exporters.tables import Mark, round_half_up
from app.exporters.tables import Ratio as PaperRatio
from app.models.figure import Figure, Ratio
from app.models.periods import Period
from app.services.figure_query import Ask, is_additive
from app.services.figure_values import Group, Pair, Value, Values
from app.services.figures import Figures
from app.services.own_table import OwnTable
from app.services.own_table_result import Opening, ResultCell, ResultColumn
from app.services.own_table_spans import BESIDE, COMPARED, LAST_YEAR, SPANS, asked
from app.services.own_table_words import reads
from app.services.report_lists import cell
from app.services.report_tables import last_year_remark, late_remark
from app.services.spans import CURRENT, LATE

POINTS = Format("decimal", 1)


class FigureCells:
    """The figures of a table for all its spans, with what each of their numbers opens."""

    def __init__(self, figures: Figures, table: OwnTable, period: Period, spans: Sequence[str]) -> None:
        self.period, self.spans = period, spans
        self.figures: tuple[Figure, ...] = tuple(figures.catalogue[key] for key in table.figures)
        self._known = figures.catalogue
        self._table = table
        self._only = tuple((each.field, each.value[0]) for each in table.filters)
        self._periods = asked(figures, period, spans)
        self._asks = [Ask(figure.key, self._only) for figure in self.figures]
        self.values: Values = figures.evaluate(self._asks, self._periods, table.by or None)

    def remark(self) -> str:
        """What 本期 holds that came late, and which kind of number last year's is."""
        shown = {part for span in self.spans for part in COMPARED.get(span, (span,))}
        late = self._asks if CURRENT in shown and LATE not in shown else ()
        words = late_remark(self._known, self.values, late)
        return words + (last_year_remark(self.values, SPANS[LAST_YEAR]) if LAST_YEAR in shown else "")

    def column(self, figure: Figure, span: str) -> ResultColumn:
        ratio = figure.measure if isinstance(figure.measure, Ratio) else None
        several = len(self.spans) > 1
        shape = figure_format(figure)
        heading = SPANS[span] if several else figure.label
        if ratio is not None and span in COMPARED:
            # The difference of two shares is in points of a hundred, a number of its own.
            ratio, shape, heading = None, POINTS, f"{heading}（点）"
        return ResultColumn(
            f"{figure.key}:{span}",
            heading,
            over=figure.label if several else "",
            unit="" if figure.nature == "ratio" else figure.unit,
            format=shape,
            align=Align.RIGHT,
            width=9,
            tip=figure.rule,
            figure=figure.key,
            span=span,
            additive=is_additive(figure, self._table.by, self._known),
            ratio_of=None if ratio is None else (ratio.numerator, ratio.denominator),
        )

    def total(self, figure: Figure, span: str) -> ResultCell:
        return self._cell(figure, span, lambda ask, name: self.values.total(ask, name), None)

    def part(self, figure: Figure, span: str, group: Group) -> ResultCell:
        return self._cell(figure, span, lambda ask, name: self.values.part(ask, name, group.key), group)

    def _cell(
        self, figure: Figure, span: str, read: Callable[[Ask, str], Value], group: Group | None
    ) -> ResultCell:
        ask = Ask(figure.key, self._only)
        if span in COMPARED:
            now, before = (read(ask, name) for name in COMPARED[span])
            return _change(now, before, figure)
        # What came late is a number of things; a share has none of its own.
        value = Mark.NOT_APPLICABLE if span in BESIDE and figure.nature == "ratio" else cell(read(ask, span))
        by = self._table.by if group is not None else ""
        period = self._periods[CURRENT if span in BESIDE else span]
        opens = Opening(figure.key, period.key, by, group.key if group is not None else "", self._only)
        return ResultCell(value, reads(value, figure_format(figure)), opens)


def figure_format(figure: Figure) -> Format:
    """How a figure's numbers stand in a cell."""
    if figure.nature == "ratio":
        return Format("percent", 1)
    return Format("decimal", 2) if figure.unit == "元" else Format("int")


def worded(share: ResultCell, span: str) -> ResultCell:
    """A share, or the difference of two, as words with its unit."""
    number = isinstance(share.value, Decimal) and span in COMPARED
    text = f"{share.text} 个点" if number else share.text
    return replace(share, value=text, text=text)


def _change(now: Value, before: Value, figure: Figure) -> ResultCell:
    """The difference of two numbers, of shares in percentage points; neither is opened."""
    if isinstance(now, Pair) or isinstance(before, Pair):
        assert isinstance(now, Pair)
        assert isinstance(before, Pair)
        if not now.denominator or not before.denominator:
            return ResultCell(Mark.NOT_APPLICABLE, Mark.NOT_APPLICABLE.value)
        points = _points(now) - _points(before)
        return ResultCell(points, _signed(points))
    value = now - before
    shape = figure_format(figure)
    text = reads(value, shape)
    return ResultCell(value, f"+{text}" if value > 0 else text.replace("-", "−"))


def _points(pair: Pair) -> Decimal:
    return round_half_up(PaperRatio(int(pair.numerator) * 100, int(pair.denominator)), 1)


def _signed(number: Decimal) -> str:
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{abs(number)}"
