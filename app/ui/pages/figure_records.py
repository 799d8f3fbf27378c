"""FigureRecordsPage: the records behind one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models import model_of
from app.models.days import weekday
from app.models.figure import Distinct, Figure, Ratio
from app.models.figure_set import SHIPPED, FigureSet
from app.models.periods import Period
from app.services.figure_values import Pair, RecordLine, Value, rounded
from app.services.figures import Figures
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.records_page import RecordsPage
from app.ui.widgets.choice_bar import Option
from app.ui.workplace import Workplace

ALL = "all"


@dataclass(frozen=True)
class _Asked:
    """Which number: a figure of a period, perhaps only of one group."""

    figure: Figure
    period: Period
    by: str = ""
    group: str = ""


class FigureRecordsPage(RecordsPage):
    """One line a record with what it gives; of a ratio both figures, one at a time."""

    title = "看明细"

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__([Option(ALL, "全部")], parent)
        self._office = place.office
        self._asked: _Asked | None = None
        self._known: FigureSet = SHIPPED
        self._lines: tuple[RecordLine, ...] = ()
        self._totals: dict[str, Value] = {}

    def open(self, figure: str = "", period: str = "", by: str = "", group: str = "", **_rest: Any) -> None:
        """Show the records behind `figure` in `period` (as on the command line), of one group with `by`."""
        if figure:
            found = self._office.figures.catalogue.known(figure)
            self._asked = _Asked(found, self._office.calendar.parse(period), by, group)
            self._load(fresh=True)

    def refresh(self) -> None:
        self._load(fresh=False)

    def choose(self) -> None:
        self._show(fresh=True)

    def _load(self, *, fresh: bool) -> None:
        """Read numbers and records in one transaction, so that they agree."""
        asked = self._asked
        if asked is None:
            return
        figures, by = self._office.figures, asked.by or None
        with figures.reading():
            self._known = figures.catalogue
            if asked.figure.key not in self._known:  # taken out of use since
                self._say_gone(asked.figure.label)
                return
            keys = (asked.figure.key, *asked.figure.combined)
            found = figures.records(asked.figure.key, asked.period, by, asked.group or None)
            self._totals = _totals(figures, asked, keys)
            named = _group_name(figures, asked)
        self.name.setText("  ".join(word for word in (asked.period.label, named, asked.figure.label) if word))
        self._lines = tuple(sorted(found, key=lambda line: (line.day, line.title)))
        options = [Option(key, self._named(self._known[key])) for key in asked.figure.combined]
        if options and not isinstance(asked.figure.measure, Ratio):
            options.insert(0, Option(ALL, f"全部 {_said(asked.figure, self._totals[asked.figure.key])}"))
        self.parts.set_options(options or [Option(ALL, "全部")])
        if fresh:
            self.parts.set_current(self.parts.options[0].key)
        self.parts.setVisible(bool(options))
        self._show(fresh=fresh)

    def _say_gone(self, name: str) -> None:
        self._lines = self._shown = ()
        self.parts.hide()
        self.heading.set_texts(title=name, note="")
        self.note.setText("")
        self.empty.say(f"指标“{name}”已停用", "要再看它的数，请到 设置 › 指标 启用。")
        self.show_table(False)

    def _show(self, *, fresh: bool) -> None:
        asked, part = self._asked, self.parts.current
        assert asked is not None
        self._shown = tuple(
            line for line in self._lines if part in (ALL, *_under(self._known, line.figure, asked.figure))
        )
        figure = asked.figure if part == ALL else self._known[part]
        self.heading.set_texts(title=self._named(figure), note=self._relation(asked.figure))
        self.note.setText(_rule(figure))
        self.table.set_columns(_columns(figure, several=len({line.kind for line in self._shown}) > 1))
        today = self._office.clock.today()
        self.show_lines([_line(line, today) for line in self._shown], fresh=fresh)
        if not self._shown:
            self.empty.say(f"{asked.period.label}没有算进这个数的记录", "登记了就会出现在这里。")
        self.say(f"共 {len(self._shown)} 条记录；回车打开，Esc 返回")

    def _named(self, figure: Figure) -> str:
        return f"{figure.label} {_said(figure, self._totals[figure.key])}"

    def _relation(self, figure: Figure) -> str:
        """66.7% = 8 件 ÷ 12 件, beside either of a ratio's figures."""
        if not isinstance(figure.measure, Ratio):
            return ""
        top, bottom = (self._known[key] for key in figure.combined)
        sides = " ÷ ".join(self._named(side) for side in (top, bottom))
        return f"{figure.label} {_said(figure, self._totals[figure.key])} = {sides}"


def _columns(figure: Figure, *, several: bool) -> tuple[Column, ...]:
    """The amount is headed by the figure's unit."""
    kinds = (Column("kind", "类别", fold=1),) if several else ()
    return (
        Column("day", "日期", ink="text2", least=6),
        Column("amount", figure.unit, right=True, bold=True, least=3),
        Column("title", "名称", stretch=True, least=14, indent=True),
        *kinds,
        Column("number", "编号", ink="text2", fold=2),
    )


def _line(line: RecordLine, today: date) -> Line:
    cells = {
        "day": Cell(_day(line.day, today)),
        "title": Cell(line.title),
        "kind": Cell(model_of(line.kind).kind.label),
        "number": Cell(line.number),
        "amount": Cell(str(line.amount)),
    }
    return Line(cells, name=f"{line.day} {line.title} {line.amount}")


def _day(text: str, today: date) -> str:
    """10-27 周二 in this year, else as it is."""
    if not text.startswith(f"{today.year}-") or len(text) < len("2026-10-27"):
        return text or "没有日期"
    return f"{text[5:]} {weekday(date.fromisoformat(text))}"


def _totals(figures: Figures, asked: _Asked, keys: Sequence[str]) -> dict[str, Value]:
    spans = {"current": asked.period}
    if not asked.by or asked.by == "month":
        period = figures.calendar.parse(asked.group) if asked.group else asked.period
        values = figures.evaluate(keys, {"current": period})
        return {key: values.total(key, "current") for key in keys}
    values = figures.evaluate(keys, spans, asked.by)
    return {key: values.part(key, "current", asked.group) for key in keys}


def _group_name(figures: Figures, asked: _Asked) -> str:
    if not asked.by:
        return ""
    values = figures.evaluate([asked.figure.key], {"current": asked.period}, asked.by)
    return next((group.label for group in values.groups if group.key == asked.group), "")


def _said(figure: Figure, value: Value) -> str:
    """12 场, 66.7%, — over nothing."""
    if isinstance(value, Pair):
        found = rounded(value)
        return "—" if found is None else f"{found}%"
    return f"{value} {figure.unit}"


def _rule(figure: Figure) -> str:
    if isinstance(figure.measure, Distinct):
        return f"口径：{figure.rule}。下面各条相加会多，因为同一个在几条里都算。"
    return f"口径：{figure.rule}。"


def _under(known: FigureSet, key: str, whole: Figure) -> tuple[str, ...]:
    """The parts of a combined figure that a plain one belongs to."""
    return tuple(
        part for part in whole.combined if key in {plain.key for plain in known.plain_parts(known[part])}
    )
