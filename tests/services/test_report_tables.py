"""The tables that go up: every cell is the plain count, and the written file says the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.exporters.layout import Column, Source
from app.exporters.tables import Mark, Ratio, ReportTable, round_half_up
from app.exporters.workbook import write_workbook
from app.models.figure_set import SHIPPED
from app.models.figures import FIGURES
from app.models.periods import Calendar, Period
from app.services.figure_query import is_additive
from app.services.figures import Figures
from app.services.office import Office
from app.services.report_tables import ReportMaker, checklist
from app.services.reports import Reports
from app.store.connection import open_connection
from tests.office import MOMENT, small_office, uuids
from tests.services.figure_oracle import MONEY, PLAIN, RATIOS, SUMS, Oracle
from tests.services.random_office import random_office
from tests.services.record_samples import FULL

CUT = Calendar(cut_off=25)
PERIODS = (CUT.month(2026, 7), CUT.half(2026, 2), CUT.year(2025))
GROUPED = ("X1", "X2", "X5", "X5B", "X6")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = random_office(tmp_path_factory.mktemp("random"))
    office.change_settings({"cut_off_day": 25})
    yield office
    office.store.close()


@pytest.fixture(scope="module")
def oracle(office: Office) -> Iterator[Oracle]:
    connection = open_connection(office.store.folder.store, None, write=False)
    yield Oracle(connection)
    connection.close()


def _tables(office: Office, period: Period) -> dict[str, ReportTable]:
    reports = Reports(office.store, office.clock, office.settings, Figures(office.store, CUT))
    return {table.layout.key: table for table in reports.tables(period) if isinstance(table, ReportTable)}


def _asked(oracle: Oracle, column: Column, period: Period, by: str | None, group: str | None) -> Any:
    """What a cell must hold, by plain SQL; donations in yuan."""
    spans = {"current": period, "ytd": CUT.to_date(period), "last_year": CUT.year_before(period)}
    within = spans[column.span.value]
    if column.key in RATIOS:
        top, bottom = (_plain(oracle, key, within, by, group) for key in RATIOS[column.key])
        return Ratio(top, bottom) if bottom else Mark.NOT_APPLICABLE
    keys = SUMS.get(column.key, (column.key,))
    return sum(_plain(oracle, key, within, by, group, column.part) for key in keys)


def _plain(
    oracle: Oracle, key: str, within: Period, by: str | None, group: str | None,
    part: tuple[str, str] | None = None,
) -> Any:  # fmt: skip
    value = oracle.groups(key, within.start, within.end, by, part).get(0 if group is None else group, 0)
    return Decimal(value) / 100 if key in MONEY else value


def _keys(office: Office, table: ReportTable) -> list[str]:
    """The stable keys of a table's rows, by what they are called."""
    rows = table.layout.rows
    names = {"县本级": "county", "未填": "none"}
    if rows in ("township", "studio"):
        names |= uuids(office, rows)
    else:
        names |= {option.label: option.key for option in office.options().entries(rows, retired=True)}
    return [names[row.label] for row in table.rows]


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.key)
def test_every_cell_and_total_is_the_plain_count(office: Office, oracle: Oracle, period: Period) -> None:
    tables = _tables(office, period)
    assert set(GROUPED) < set(tables)
    asked = 0
    for key in GROUPED:
        table, by = tables[key], tables[key].layout.rows
        for place, column in enumerate(table.layout.values):
            if column.source is not Source.FIGURE or place in table.missing:
                continue
            for group, row in zip(_keys(office, table), table.rows, strict=True):
                assert row.values[place] == _asked(oracle, column, period, by, group), (
                    key,
                    column.key,
                    row.label,
                )
                asked += 1
            total = table.totals[place]
            assert total is not None
            assert total.value == _asked(oracle, column, period, None, None), (key, column.key)
            assert total.additive == is_additive(SHIPPED[column.key], by, SHIPPED)
    assert asked > 200


@pytest.mark.parametrize("period", PERIODS[:2], ids=lambda period: period.key)
def test_the_written_file_says_the_same(office: Office, period: Period) -> None:
    tables = _tables(office, period)
    out = BytesIO()
    write_workbook(out, list(tables.values()), now=MOMENT)
    book = openpyxl.load_workbook(BytesIO(out.getvalue()), data_only=True)
    for table in tables.values():
        sheet = book[table.layout.sheet]
        leaves = table.layout.without(table.missing).leaves
        places = [place for place in range(len(table.layout.values)) if place not in table.missing]
        columns = [number for number, column in enumerate(leaves, start=1) if column.holds_value]
        found = {}
        for line in sheet.iter_rows(values_only=True):
            label = line[1] if not table.layout.is_list else None
            if label is not None:
                found[label] = [line[number - 1] for number in columns]
        for row in table.rows if not table.layout.is_list else ():
            wanted = [_written(row.values[place], table.layout.values[place]) for place in places]
            assert found[row.label] == wanted, (table.layout.key, row.label)
    book.close()


def _written(value: Any, column: Column) -> Any:
    if isinstance(value, Ratio):
        return float(round_half_up(value, column.format.places))
    if isinstance(value, Mark):
        return value.value
    if column.scale != 1 or isinstance(value, Decimal):
        return float(round_half_up(Fraction(value) / column.scale, column.format.places))
    return value


def test_a_column_without_a_source_is_missing_and_never_zero(office: Office, tmp_path: Path) -> None:
    shelf = office.reports.shelf()
    own = office.store.folder.layouts
    own.mkdir(exist_ok=True)
    layout = (Path("resources") / "layouts" / "X1.json").read_text(encoding="utf-8")
    changed = layout.replace('"figure": "platforms"', '"figure": "meetings_of_dreams"')
    assert changed != layout
    (own / "X1.json").write_text(changed, encoding="utf-8")
    try:
        table = _tables(office, PERIODS[0])["X1"]
        gone = [column.key for place, column in enumerate(table.layout.values) if place in table.missing]
        assert gone == ["meetings_of_dreams"]
        place = next(iter(table.missing))
        assert all(row.values[place] is None for row in table.rows)
    finally:
        shutil.rmtree(own)
    assert shelf.by_key["X1"] == office.reports.shelf().by_key["X1"]


def test_the_five_focuses_add_up_to_the_courtyard_meetings(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    focuses = ("law", "law", "customs", "green", "poverty", "prosperity")
    raw = FULL | {"village": None}
    for focus, town in zip(focuses, cycle(("青山镇", "大河镇")), strict=False):
        office.records.add("meeting", [raw | {"focus": focus, "township": town}])
    table = _tables(office, Calendar().month(2026, 10))["X2"]
    for figure in ("courtyard_meetings", "courtyard_attendance"):
        places = [
            (place, column.part) for place, column in enumerate(table.layout.values) if column.key == figure
        ]
        for row in table.rows:
            parts = [row.values[place] for place, part in places if part]
            whole = [row.values[place] for place, part in places if not part]
            assert len(parts) == 5
            assert [sum(part for part in parts if isinstance(part, int))] == whole
    assert sum(total.value for total in table.totals if total and isinstance(total.value, int)) > 0
    office.store.close()


def test_words_name_the_office_the_real_days_and_where_the_total_begins(office: Office) -> None:
    office_words = ReportMaker(office.figures, office.settings, CUT.month(2026, 10), MOMENT.date()).words()
    assert office_words["unit"] == "示例县政协"
    assert office_words["days"] == "2026年9月26日—10月25日"
    assert office_words["since"] == "1月1日"
    assert office_words["filler"] == "王秀兰"
    assert office_words["filled_on"] == "2026年10月28日"


def test_the_checklist_of_a_studio_is_ticked_by_what_was_found(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    with office.store.reading() as session:
        items = checklist(session, office.settings)
    assert [label for _, label in items] == ["有场地", "有标识", "有制度", "有特色", "有档案", "有成果"]
    studio = office.records.load("studio", uuids(office, "studio")["青山镇委员工作室"])
    studio.values["checklist"] = [
        {"item": items[0][0], "met": True},
        {"item": items[1][0], "met": False},
        {"item": items[4][0], "met": True},
    ]
    office.records.save(studio)
    table = _tables(office, Calendar().month(2026, 10))["X6"]
    ticks = [place for place, column in enumerate(table.layout.values) if column.source is Source.CHECKLIST]
    assert [table.rows[0].values[place] for place in ticks] == ["√", None, None, None, "√", None]
    office.store.close()


def test_plain_figures_without_a_count_here_do_not_hide(office: Office) -> None:
    """The oracle knows every figure that a shipped layout names."""
    for table in _tables(office, PERIODS[0]).values():
        for column in table.layout.values:
            if column.source is Source.FIGURE and column.key in {figure.key for figure in FIGURES}:
                assert column.key in PLAIN or column.key in SUMS or column.key in RATIOS
