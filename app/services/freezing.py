"""Freezing: the numbers of a period as they go up, and what each record gave to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from app.models.figure_set import FigureSet
from app.models.periods import Calendar, Period
from app.models.submission import BEFORE, LATE, NOW, PERIOD, Contribution
from app.services.figure_query import Ask
from app.services.figure_values import Group, Pair, Value, Values
from app.services.figures import Figures
from app.services.given import DIMENSIONS, Given, given, is_snapshot
from app.services.reported import Sending, digest, gap_of, is_next, movements
from app.services.spans import LATE as LATE_SPAN
from app.services.spans import OCCURRED

_CHUNK = 5000
SPANS = ("current", OCCURRED, LATE_SPAN, "ytd", "last_year")

Row = tuple[str, Given, int]
"""Part, what is given, and how much."""


def rows_of(
    session: Session, known: FigureSet, calendar: Calendar, period: Period,
    sent: Iterable[Sending], base: Sending | None,
) -> Iterator[Row]:  # fmt: skip
    """What a 报送 of the period keeps: all of it that its base does not hold already."""
    plain = [figure for figure in known.values() if not figure.combined]
    snapshots = [figure for figure in plain if is_snapshot(figure)]
    flows = [figure for figure in plain if not is_snapshot(figure)]
    carried = [figure for figure in flows if base is not None and base.knows(figure)]
    to_date = calendar.to_date(period)
    for key, amount in given(session, snapshots, period).items():
        yield NOW, key, amount
    fresh = [figure for figure in flows if figure not in carried]
    after = period.after
    for key, amount in given(session, fresh, to_date).items():
        yield (PERIOD if key.day > after else BEFORE), key, amount
    if base is None:
        return
    moved = LATE if is_next(base, calendar, period) else BEFORE
    for key, amount in given(session, carried, period).items():
        yield PERIOD, key, amount
    between = gap_of(base, period)
    if between is not None:
        for key, amount in given(session, carried, between).items():
            yield moved, key, amount
    for key, amount in movements(session, known, sent, base).items():
        yield moved, key, amount


def keep(session: Session, number: int, rows: Iterable[Row]) -> None:
    """Writes what `rows_of` found; straight to the driver, as a year may be hundreds of thousands."""
    connection = session.connection()
    names = ["submission_id", "part", *Given._fields, "amount"]
    statement = insert(Contribution).compile(dialect=connection.dialect, column_keys=names)
    assert isinstance(statement, SQLCompiler)
    assert statement.positiontup == names
    values = ((number, part, *key, amount) for part, key, amount in rows)
    while chunk := list(islice(values, _CHUNK)):
        connection.exec_driver_sql(statement.string, chunk)


def declared(known: FigureSet) -> dict[str, str]:
    """By which rule each figure is counted."""
    return {figure.key: digest(figure) for figure in known.values() if not figure.combined}


def numbers_of(figures: Figures, period: Period) -> dict[str, Any]:
    """All figures of a period with every grouping a submission keeps, as plain data."""
    known = figures.catalogue
    each = figures.evaluate_each(list(known), figures.spans(period), DIMENSIONS)
    whole = each[DIMENSIONS[0]]
    return {
        "totals": {key: {name: _plain(whole.total(key, name)) for name in SPANS} for key in known},
        "sent": whole.sent,
        "apart": whole.is_apart,
        "labels": [[key, figure.label, figure.unit] for key, figure in known.items()],
        "groups": {by: [[group.key, group.label] for group in each[by].groups] for by in DIMENSIONS},
        "parts": {
            by: {figure.key: _parts(each[by], figure.key) for figure in figures.groupable(by)}
            for by in DIMENSIONS
        },
    }


def values_of(text: str, by: str | None) -> Values:
    """The numbers of a submission as they were sent, as `evaluate` gives them."""
    data = json.loads(text)
    values = Values(sent=dict(data["sent"]), is_apart=data.get("apart", False))
    for key, spans in data["totals"].items():
        for name, value in spans.items():
            values.totals[Ask(key), name] = _value(value)
    if by is not None:
        values.groups = tuple(Group(key, label) for key, label in data["groups"].get(by, ()))
        for key, spans in data["parts"].get(by, {}).items():
            for name, parts in spans.items():
                values.parts[Ask(key), name] = {group: _value(value) for group, value in parts.items()}
    return values


def labels_of(text: str) -> Mapping[str, tuple[str, str]]:
    """What the figures of a submission were called then, and their units."""
    return {key: (label, unit) for key, label, unit in json.loads(text)["labels"]}


def _parts(values: Values, key: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name in SPANS:
        own = {group.key: values.part(key, name, group.key) for group in values.groups}
        found[name] = {group: _plain(value) for group, value in own.items() if _is_something(value)}
    return found


def _is_something(value: Value) -> bool:
    return bool(value.numerator or value.denominator) if isinstance(value, Pair) else bool(value)


def _plain(value: Value) -> Any:
    if isinstance(value, Pair):
        return [_plain(value.numerator), _plain(value.denominator)]
    return {"d": str(value)} if isinstance(value, Decimal) else value


def _value(raw: Any) -> Value:
    if isinstance(raw, list):
        top, bottom = (_value(each) for each in raw)
        assert not isinstance(top, Pair)
        assert not isinstance(bottom, Pair)
        return Pair(top, bottom)
    return Decimal(raw["d"]) if isinstance(raw, dict) else raw
