"""One number everywhere: Word text, Excel cell, screen and a plain SQL count, for random periods."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
import sqlcipher3.dbapi2 as sqlite
from openpyxl import load_workbook

from app.exporters.tables import ReportTable
from app.exporters.word_report import figures_of, formal, summary
from app.exporters.workbook import write_workbook
from app.models.figure_set import SHIPPED
from app.models.periods import Period, Span, free_period
from app.services.figure_json import figure_rows
from app.services.figure_values import Pair, Values, rounded
from app.services.office import Office
from app.services.report_text import APPENDIX, ReportText
from tests.demo_fixture import demo_office

DRAWN = 50  # periods; what is drawn twice is tried once
WRITTEN = 5
SPANS = ("current", "previous", "ytd", "last_year")

_COUNTED = "a.deleted_at IS NULL AND a.status='registered'"
_ACTIVE = f"{_COUNTED} AND a.happened_on > :after AND a.happened_on <= :through"
_OF = "SELECT {what} FROM activity a JOIN {kind} k ON k.id = a.id {more} WHERE " + _ACTIVE
_ITEMS = "JOIN consensus_item i ON i.parent_id = a.id"
# What each of these figures is, counted by hand.
SQL = {
    "meetings": _OF.format(what="count(*)", kind="meeting", more=""),
    "attendance_total": _OF.format(what="coalesce(sum(a.headcount), 0)", kind="meeting", more=""),
    "consensus": _OF.format(what="count(*)", kind="meeting", more=_ITEMS),
    "townships_covered": _OF.format(what="count(DISTINCT a.township_id)", kind="meeting", more=""),
    "visits": _OF.format(what="count(*)", kind="visit", more=""),
    "people_served": _OF.format(what="coalesce(sum(k.people_served), 0)", kind="visit", more=""),
    "studio_activities": _OF.format(what="count(*)", kind="studio_activity", more=""),
    "visit_members": _OF.format(
        what="count(DISTINCT t.person_id)", kind="visit",
        more="JOIN attendance t ON t.activity_id = a.id AND t.status = 'present'",
    ),
    "tasks_closed": (
        f"SELECT count(*) FROM activity a {_ITEMS} JOIN task t ON t.parent_id = i.id"
        f" WHERE {_COUNTED} AND t.state='closed'"
        " AND t.closed_on > :after AND t.closed_on <= :through"
    ),
    "deeds": (
        "SELECT count(*) FROM livelihood_deed a WHERE " + _ACTIVE
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = demo_office(tmp_path_factory.mktemp("numbers") / "data")
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def periods(office: Office) -> list[Period]:
    chance = random.Random(2026)
    calendar = office.calendar
    found: list[Period] = []
    for _ in range(DRAWN):
        year = chance.choice((2025, 2026))
        match chance.choice(list(Span)):
            case Span.MONTH:
                found.append(calendar.month(year, chance.randint(1, 12)))
            case Span.QUARTER:
                found.append(calendar.quarter(year, chance.randint(1, 4)))
            case Span.HALF:
                found.append(calendar.half(year, chance.randint(1, 2)))
            case Span.YEAR:
                found.append(calendar.year(year))
            case Span.FREE:
                start = date(2024, 11, 1) + timedelta(days=chance.randrange(600))
                found.append(free_period(start, start + timedelta(days=chance.randrange(1, 120))))
    return list(dict.fromkeys(found))


def test_screen_equals_a_plain_count(office: Office, periods: list[Period]) -> None:
    connection = sqlite.connect(str(office.store.folder.store))
    adjusted = _adjusted(connection)
    for period in periods:
        shown = {row["key"]: row["本期"] for row in figure_rows(office.figures, period, None)}
        for key, statement in SQL.items():
            counted = connection.execute(
                statement, {"after": period.after, "through": period.through}
            ).fetchone()[0]
            more = sum(
                n for figure, day, n in adjusted if figure == key and period.after < day <= period.through
            )
            assert shown[key] == counted + more, (key, period.key)
    connection.close()


def test_every_number_in_the_text_is_the_figure(office: Office, periods: list[Period]) -> None:
    text = ReportText(office.store, office.clock, office.settings, office.figures)
    told = 0
    for period in periods:
        material = text.material(period)
        if material.formal:
            context = formal(material.facts, recipient="市政协", issued_on="2026年10月28日")
        else:
            lines = [(key, SHIPPED[key].label, SHIPPED[key].unit) for key in APPENDIX]
            context = summary(material.facts, days=material.days, issued_on="2026年10月28日", lines=lines)
        spans = office.figures.spans(period) | {"previous": office.calendar.previous(period)}
        runs = [run for run in figures_of(context) if not run["group"]]
        values = office.figures.evaluate(sorted({run["figure"] for run in runs}), spans)
        for run in runs:
            assert _said(run["text"]) == _expected(values, run["figure"], run["span"], run["text"]), (
                period.key,
                run,
            )
        told += len(runs)
    assert told > 20 * len(periods)


def test_every_cell_is_the_figure(office: Office, periods: list[Period]) -> None:
    chance = random.Random(7)
    compared = 0
    for period in periods:
        for table in office.reports.tables(period):
            if isinstance(table, ReportTable) and not table.layout.is_list:
                for key, shown, figure in _cells(office, period, table, chance):
                    assert shown == figure, (period.key, *key)
                    compared += 1
    assert compared > 90 * len(periods)


def test_the_written_workbook_shows_the_same(office: Office, periods: list[Period]) -> None:
    for period in periods[:WRITTEN]:
        out = BytesIO()
        write_workbook(out, office.reports.tables(period), now=office.clock.now())
        sheet = load_workbook(out, data_only=True)["指标口径"]
        cells = {row[1]: row[3] for row in sheet.iter_rows(min_row=3, values_only=True) if row[1]}
        for row in figure_rows(office.figures, period, None):
            if row["unit"] != "%" and row["label"] in cells:
                assert float(cells[row["label"]]) == float(row["本期"]), (period.key, row["label"])


def _cells(
    office: Office, period: Period, table: ReportTable, chance: random.Random
) -> Iterator[tuple[tuple[str, str], object, object]]:
    """Of each column the total and one row: which it is, what the report shows, the figure asked for anew."""
    columns = [
        (place, column)
        for place, column in enumerate(table.layout.values)
        if place not in table.missing and column.part is None and column.source.value == "figure"
    ]
    keys = sorted({column.key for _, column in columns})
    values = office.figures.evaluate(keys, office.figures.spans(period), table.layout.rows)
    for place, column in columns:
        total = table.totals[place]
        assert total is not None
        span = column.span.value
        yield (column.key, "total"), _plain(total.value), _plain(values.total(column.key, span))
        group = chance.choice(values.groups)
        row = next(row for row in table.rows if row.label == group.label)
        expected = values.part(column.key, span, group.key)
        yield (column.key, group.label), _plain(row.values[place]), _plain(expected)


def _plain(value: object) -> object:
    top, bottom = getattr(value, "numerator", None), getattr(value, "denominator", None)
    if isinstance(value, Pair) or type(value).__name__ == "Ratio":
        return (top, bottom) if bottom else "—"
    return getattr(value, "value", value)


def _expected(values: Values, figure: str, span: str, text: str) -> float:
    numbers = [_number(values, figure, name) for name in re.split("[-/]", span)]
    found = abs(numbers[0] - numbers[1]) if len(numbers) == 2 else numbers[0]
    if "/" in span:
        return round(found * 100 / numbers[1] + 1e-9, 1)
    return round(found, -2) if "万" in text else round(found, 2)


def _number(values: Values, figure: str, span: str) -> float:
    value = rounded(values.total(figure, span))
    return 0.0 if value is None else float(value)


def _said(text: str) -> float:
    """The number of a run: 12, 92.8%, 1.78万元; — is said where there is nothing to divide by."""
    digits = "".join(c for c in text if c.isdigit() or c == ".")
    return round(float(digits or 0) * (10_000 if "万" in text else 1), 2)


def _adjusted(connection: sqlite.Connection) -> list[tuple[str, str, int]]:
    return connection.execute(
        "SELECT figure, happened_on, amount FROM adjustment WHERE deleted_at IS NULL AND status='registered'"
    ).fetchall()
