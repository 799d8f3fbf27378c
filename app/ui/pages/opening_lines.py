"""The rows of a preview of opening figures: what is wrong, what will be noted, what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.opening_preview import OpeningLine, OpeningPreview, OpeningProblem, Standing
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.status_word import Status

ALL, WRONG, DOUBTFUL, NEW, THERE = "all", "wrong", "doubtful", "new", "there"
COLUMNS = (
    Column("state", "", least=4),
    Column("figure", "指标", least=8),
    Column("when", "月份", least=6),
    Column("township", "乡镇", ink="text2", fold=2),
    Column("stated", "表里", right=True),
    Column("there", "台账已有", right=True),
    Column("amount", "记入", right=True, bold=True),
    Column("note", "说明", ink="text2", indent=True, stretch=True, least=14),
    Column("cell", "单元格", ink="muted", fold=1),
)
_WORDS = {ALL: "全部", WRONG: "要改", DOUBTFUL: "请看一看", NEW: "新记", THERE: "已有"}
_STATUS = {
    WRONG: Status("要改", Tone.ERROR),
    DOUBTFUL: Status("看一看", Tone.WARN),
    NEW: Status("新记", Tone.PLAIN, "plus"),
    THERE: Status("已有", Tone.PLAIN, "ok"),
}


@dataclass(frozen=True)
class OpeningRow:
    """One row: which sort it is, its cells, and the whole sentence for the status line."""

    sort: str
    line: Line
    sentence: str


def rows_of(preview: OpeningPreview) -> tuple[OpeningRow, ...]:
    """All rows of a preview, in the order they are to be looked at."""
    found = [_wrong(problem) for problem in preview.problems]
    lines = [_row(line) for line in preview.lines]
    for sort in (DOUBTFUL, NEW, THERE):
        found += [row for row in lines if row.sort == sort]
    return tuple(found)


def options_of(rows: Sequence[OpeningRow]) -> list[Option]:
    """The segments: all, and the sorts there are any of, with their counts."""
    counts = {sort: sum(row.sort == sort for row in rows) for sort in _WORDS if sort != ALL}
    found = [Option(ALL, f"{_WORDS[ALL]} {len(rows)}")]
    return found + [Option(sort, f"{_WORDS[sort]} {count}") for sort, count in counts.items() if count]


def _wrong(problem: OpeningProblem) -> OpeningRow:
    cells = {
        "state": Cell(status=_STATUS[WRONG]),
        "figure": Cell(problem.label),
        "when": Cell(problem.when),
        "township": Cell(problem.township),
        "note": Cell(problem.text, tip=problem.text),
        "cell": Cell(problem.cell),
    }
    return OpeningRow(WRONG, Line(cells, name=f"要改 {problem.sentence}"), problem.sentence)


def _row(line: OpeningLine) -> OpeningRow:
    sort = {Standing.THERE: THERE, Standing.CHANGES: DOUBTFUL}.get(line.standing, NEW)
    stretch = line.stretch.label
    where = line.township.label if line.township else ""
    cells = {
        "state": Cell(status=_STATUS[sort]),
        "figure": Cell(line.label),
        "when": Cell(stretch),
        "township": Cell(where),
        "stated": Cell(str(line.stated)),
        "there": Cell(str(line.there)),
        "amount": Cell("" if sort == THERE else str(line.amount) if line.amount >= 0 else f"−{-line.amount}"),
        "note": Cell(line.note, tip=line.note),
        "cell": Cell(line.cell),
    }
    said = f"{line.label} {stretch} {where}".strip()
    sentence = f"{line.cell} {said} {line.stated} {line.unit}" + (f"，{line.note}" if line.note else "")
    return OpeningRow(sort, Line(cells, name=f"{_WORDS[sort]} {sentence}"), sentence)
