"""SentRecordsPage: the records behind a number of a 报送, as they were counted then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.models import model_of
from app.models.figure import Distinct, Figure
from app.models.figure_set import FigureSet
from app.services.figure_values import RecordLine, Value, Values
from app.services.submitted import Submitted
from app.ui.pages.diff_lines import day_words
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.home_numbers import MINUS
from app.ui.pages.records_page import RecordsPage
from app.ui.pages.submissions_words import SPANS, said
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.status_word import Status
from app.ui.workplace import Workplace

_SEEN = ("current", "occurred", "late", "ytd")
_LATE = Status("补报更正", Tone.LOCK, "history")
_THEN = "报送时算进这个数的记录和它们当时的数；记录后来改过，这里不变。"
_MORE = "下面各条相加会多，因为同一个在几条里都算。"


class SentRecordsPage(RecordsPage):
    """One line a record with what it gave; what was 补报更正 is marked."""

    title = "报送时的明细"

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__([Option(key, SPANS[key]) for key in _SEEN], parent)
        self.note.setText(_THEN)
        self._office = place.office
        self._asked: dict[str, Any] = {}
        self._found: Submitted | None = None

    def open(
        self, number: int = 0, figure: str = "", span: str = "current", by: str = "", group: str = "",
        **_rest: Any,
    ) -> None:  # fmt: skip
        """Show what stood behind a number: of a 报送, a figure, a span, and one group with `by`."""
        if number:
            self._asked = {"number": number, "figure": figure, "by": by, "group": group}
            self.parts.set_options([Option(key, SPANS[key]) for key in _SEEN])
            self.parts.set_current(span)
            self._load(fresh=True)

    def turned_to(self) -> Mapping[str, Any]:
        return {**self._asked, "span": self.parts.current}

    def refresh(self) -> None:
        if self._asked:
            self._load(fresh=False)

    def choose(self) -> None:
        self._load(fresh=True)

    def _load(self, *, fresh: bool) -> None:
        number, key, by, group = (self._asked[each] for each in ("number", "figure", "by", "group"))
        submissions, span = self._office.submissions, self.parts.current
        try:
            with self._office.store.reading():
                found = self._found = submissions.get(number)
                name, unit = submissions.labels(number)[key]
                values = submissions.figures(number, by or None)
                known = self._office.figures.catalogue
                lines = submissions.records(number, key, by or None, group or None, to_date=span == "ytd")
        except AppError as error:
            self._shown = ()
            self.empty.say("看不到报送时的明细", error.message, icon="info")
            self.show_table(False)
            return
        wanted = {"occurred": (False,), "late": (True,)}.get(span, (False, True))
        kept = (line for line in lines if line.late in wanted)
        self._shown = tuple(sorted(kept, key=lambda line: (line.day, line.title)))
        named = next((each.label for each in values.groups if each.key == group), "") if by else ""
        words = (f"报 {number}", found.period.label, named, name)
        self.name.setText("  ".join(word for word in words if word))
        numbers = {each: _value(values, key, each, group if by else "") for each in _SEEN}
        self.parts.set_options([Option(each, f"{SPANS[each]} {said(numbers[each])}") for each in _SEEN])
        self._show(known, known[key], name, unit, fresh=fresh)

    def _show(self, known: FigureSet, figure: Figure, name: str, unit: str, *, fresh: bool) -> None:
        shown, span = self._shown, self.parts.current
        number = next(option.text for option in self.parts.options if option.key == span)
        self.heading.set_texts(title=f"{name} {number} {unit}")
        distinct = any(isinstance(part.measure, Distinct) for part in known.plain_parts(figure))
        self.note.setText(_THEN + (_MORE if distinct else ""))
        self.table.set_columns(_columns(figure, unit, shown))
        today = self._office.clock.today()
        self.show_lines([_line(line, known, today) for line in shown], fresh=fresh)
        if not shown:
            self.empty.say(f"{SPANS[span]}里没有记录", "", icon="inbox")
        self.say(f"共 {len(shown)} 条记录；回车打开现在的记录，Esc 返回")


def _value(values: Values, key: str, span: str, group: str) -> Value:
    return values.part(key, span, group) if group else values.total(key, span)


def _columns(figure: Figure, unit: str, lines: Sequence[RecordLine]) -> tuple[Column, ...]:
    """What tells records apart, only where there is something to tell."""
    some: list[Column] = []
    if figure.combined:
        some.append(Column("part", "指标", ink="text2"))
    if len({line.kind for line in lines}) > 1:
        some.append(Column("kind", "类别", fold=1))
    if any(line.late for line in lines):
        some.append(Column("late", ""))
    return (
        Column("day", "日期", ink="text2", least=6),
        Column("amount", "" if figure.combined else unit, right=True, bold=True, least=3),
        Column("title", "名称", stretch=True, least=14, indent=True),
        *some,
        Column("number", "编号", ink="text2", fold=2),
    )


def _line(line: RecordLine, known: FigureSet, today: Any) -> Line:
    cells = {
        "day": Cell(day_words(line.day, today) or "没有日期"),
        "amount": Cell(f"{line.amount}".replace("-", MINUS)),
        "title": Cell(line.title),
        "part": Cell(known[line.figure].label),
        "kind": Cell(model_of(line.kind).kind.label),
        "late": Cell(status=_LATE) if line.late else Cell(),
        "number": Cell(line.number),
    }
    return Line(cells, name=f"{line.day} {line.title} {line.amount}")
