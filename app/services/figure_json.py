"""The figures as plain data for JSON and the terminal: numbers, the records behind them, declarations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.figure_values import Group, Pair, RecordLine, Value, Values, rounded
from app.services.figures import Figures
from app.services.own_figures import OwnFigures
from app.services.spans import LATE, OCCURRED
from app.services.submissions import Submissions

SPANS = {"current": "本期", OCCURRED: "发生数", LATE: "补报更正", "ytd": "累计", "last_year": "上年同期"}


def figure_rows(figures: Figures, period: Period, by: str | None) -> list[dict[str, Any]]:
    """Every figure for the period, as `figures --json` prints it; those it cannot split are left out."""
    wanted = figures.groupable(by)
    values = figures.evaluate([figure.key for figure in wanted], figures.spans(period), by)
    rows = _rows({figure.key: (figure.label, figure.unit) for figure in wanted}, values, by)
    coverage, before = figures.coverage(), figures.calendar.year_before(period)
    for row in rows:
        if "last_year" not in values.sent and coverage.is_cut(row["key"], before):
            row[SPANS["last_year"]] = None
    return rows


def sent_rows(submissions: Submissions, number: int, by: str | None) -> list[dict[str, Any]]:
    """Every figure of a submission as it was sent, as `figures --submitted --json` prints it."""
    values = submissions.figures(number, by)
    labels = submissions.labels(number)
    if by is not None:
        kept = {ask.figure for ask, _ in values.parts}
        labels = {key: label for key, label in labels.items() if key in kept}
    return _rows(labels, values, by)


def _rows(labels: Mapping[str, tuple[str, str]], values: Values, by: str | None) -> list[dict[str, Any]]:
    found = []
    for key, (label, unit) in labels.items():
        row: dict[str, Any] = {"key": key, "label": label, "unit": unit}
        for span, word in SPANS.items():
            row |= _number(word, values.total(key, span))
        row["上年已报"] = "last_year" in values.sent
        if by is not None:
            row["groups"] = [_group_row(values, key, group) for group in values.groups]
        found.append(row)
    return found


def figure_declarations(figures: Figures, own: OwnFigures) -> list[dict[str, Any]]:
    """Every figure there is and how it counts, as `figure list --json` prints it; own ones out of use too."""
    with figures.reading():
        known, mine = figures.catalogue, own.all()
    made = {figure.key for figure in known.own}
    found: list[dict[str, Any]] = [
        {"key": figure.key, "origin": "shipped", "reason": "", **_declared(figure)}
        for figure in known.values()
        if figure.key not in made
    ]
    for each in mine:
        plain = each.definition.plain() if each.definition else {}
        said = {"label": each.label, "unit": "", "rule": "", "aliases": []} | plain
        found.append({"key": each.key, "origin": "own", "reason": each.reason, **said})
    return found


def _declared(figure: Figure) -> dict[str, Any]:
    return {
        "label": figure.label,
        "unit": figure.unit,
        "rule": figure.rule,
        "aliases": list(figure.aliases),
        "nature": figure.nature,
        "source": figure.source,
        "dated_by": figure.dated_by,
        "of": list(figure.combined),
    }


def figure_records(figures: Figures, figure: str, period: Period) -> list[dict[str, Any]]:
    """The records behind a figure, as `figures --records --json` prints them."""
    with figures.reading():
        known = figures.catalogue
        return record_rows(figures.records(known.known(figure).key, period), known)


def record_rows(lines: Iterable[RecordLine], known: FigureSet) -> list[dict[str, Any]]:
    """Records behind a number; `late` ones are 补报更正."""
    return [
        {
            "figure": line.figure,
            "figure_label": known.label(line.figure),
            "kind": line.kind,
            "uuid": line.uuid,
            "number": line.number,
            "title": line.title,
            "day": line.day,
            "amount": json_number(line.amount),
            "late": line.late,
        }
        for line in lines
    ]


def _group_row(values: Values, figure: str, group: Group) -> dict[str, Any]:
    row: dict[str, Any] = {"key": group.key, "label": group.label}
    for span, word in SPANS.items():
        row |= _number(word, values.part(figure, span, group.key))
    return row


def _number(word: str, value: Value) -> dict[str, Any]:
    found: dict[str, Any] = {word: json_number(rounded(value))}
    if isinstance(value, Pair):
        found[word + "_比"] = [json_number(value.numerator), json_number(value.denominator)]
    return found


def json_number(value: int | Decimal | None) -> int | float | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
