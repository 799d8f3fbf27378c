"""Opening figures: a form goes out, comes back filled, and the running totals are right from then on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.errors import AppError
from app.importers.opening_sheet import OpeningSheet, SheetCell, SheetRow
from app.models.context import Ref
from app.models.days import Month
from app.models.figure import Figure
from app.models.figure_set import SHIPPED
from app.models.periods import Calendar
from app.services.charts import Charts
from app.services.figure_json import figure_rows
from app.services.figure_values import Pair
from app.services.months import FigureRow
from app.services.office import Office
from app.services.opening_headings import Stretch, stretch_of
from app.services.opening_preview import OpeningPreview, Standing
from app.services.opening_rows import OpeningRows, by_name
from app.services.report_text import ReportText
from tests.office import small_office, uuids
from tests.services.opening_form import Cells, filled

VISIT = {"happened_on": "2026-10-13", "name": "走访果农", "members": ["马文军"], "people_served": 20}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "data")


def read(office: Office, folder: Path, cells: Cells) -> OpeningPreview:
    return office.opening.read(filled(office, folder, cells))


def total(office: Office, figure: str, period: str, span: str = "current") -> Any:
    spans = office.figures.spans(office.calendar.parse(period))
    return office.figures.evaluate([figure], spans).total(figure, span)


def row(office: Office, figure: str, month: str = "2026-10") -> FigureRow:
    rows = office.months.overview(office.calendar.parse(month)).rows
    return next(each for each in rows if each.figure == figure)


def months(figure: str, year: int, numbers: dict[int, int]) -> dict[tuple[str, ...], int]:
    return {(figure, f"{year}-{month:02d}"): number for month, number in numbers.items()}


# the form


def test_the_form_offers_what_can_be_adjusted_and_the_months_that_are_over(
    office: Office, tmp_path: Path
) -> None:
    sheet = load_workbook(office.opening.template(tmp_path)).worksheets[0]
    assert sheet["A1"].value == "示例县政协期初数表"
    headings = [cell.value for cell in sheet[3]]
    assert headings[1:4] == ["指标", "单位", "乡镇（街道）"]
    assert headings[4:17] == [*(f"2025-{month:02d}" for month in range(1, 13)), "2025年全年一笔"]
    assert headings[17:27] == [*(f"2026-{month:02d}" for month in range(1, 10)), "2026年1—9月一笔"]
    names = {
        line[1].value: [cell.value for cell in line] for line in sheet.iter_rows(min_row=4) if line[1].value
    }
    figures = office.figures.catalogue.values()
    assert set(names) == {figure.label for figure in figures if not figure.combined}
    assert names["委员工作室"][16] == names["委员工作室"][26] == "—"
    assert names["协商活动"][2] == "场"
    assert names["协商活动"][27] == office.figures.catalogue["meetings"].rule


def test_a_form_is_never_written_over_another(office: Office, tmp_path: Path) -> None:
    first, second = office.opening.template(tmp_path), office.opening.template(tmp_path)
    assert (first.name, second.name) == ("示例县政协期初数表.xlsx", "示例县政协期初数表-第2次.xlsx")
    assert office.opening.template(tmp_path / "表").name == "表.xlsx"


def test_an_empty_form_says_what_to_do(office: Office, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="没有填数"):
        office.opening.read(office.opening.template(tmp_path))


# what a heading means


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("2026-08", "2026年8月"),
        ("2026年8月份", "2026年8月"),
        ("２０２６．８", "2026年8月"),
        ("2025年全年一笔", "2025年全年一笔"),
        ("2026年1—8月一笔", "2026年1—8月一笔"),
        ("2026年3月至8月", "2026年3—8月一笔"),
        ("一笔（到2026年8月）", "2026年1—8月一笔"),
        ("截至2026年8月累计", "2026年1—8月一笔"),
        ("2025年7月—2026年6月一笔", "2025年7月—2026年6月一笔"),
    ],
)
def test_headings_are_read_as_clerks_write_them(heading: str, wanted: str) -> None:
    found = stretch_of(heading, Calendar())
    assert found.label == wanted
    assert stretch_of(found.label, Calendar()) == found


def test_a_sum_begins_where_the_running_total_begins() -> None:
    found = stretch_of("2026年3月累计", Calendar(year_start=7))
    assert found == Stretch(Month(2025, 7), Month(2026, 3))


# month by month


def test_a_start_in_mid_year_gives_the_right_running_total_and_last_year(
    office: Office, tmp_path: Path
) -> None:
    office.records.add("visit", [VISIT])
    cells = months("委员走访", 2026, dict.fromkeys(range(1, 10), 10)) | months(
        "委员走访", 2025, {10: 7, 11: 0}
    )
    preview = read(office, tmp_path, cells)
    assert not preview.problems
    assert len(office.opening.take(preview)) == len(preview.added) == 11
    assert total(office, "visits", "2026-10", "ytd") == 91
    assert total(office, "visits", "2026Q3") == 30
    assert total(office, "visits", "2026-10", "last_year") == 7
    found = row(office, "visits")
    assert (found.previous, found.last_year, found.to_date) == (10, 7, 91)
    assert found.months == (0, None, *(10,) * 9, 1)  # December 2025 was not reported, November was 0
    assert row(office, "people_served").last_year is None


def test_a_stock_is_what_there_was_at_the_end_of_the_month(office: Office, tmp_path: Path) -> None:
    """The register already has one studio, of 2023."""
    cells = months("委员工作室", 2025, {6: 1, 10: 3}) | months("委员工作室", 2026, {9: 4})
    preview = read(office, tmp_path, cells)
    assert [(line.there, line.amount, line.standing) for line in preview.lines] == [
        (1, 0, Standing.THERE), (1, 2, Standing.CHANGES), (1, 1, Standing.CHANGES),
    ]  # fmt: skip
    office.opening.take(preview)
    found = [
        total(office, "studios", month) for month in ("2025-06", "2025-10", "2026-08", "2026-09", "2026-10")
    ]
    assert found == [1, 3, 3, 4, 4]
    assert total(office, "studios", "2026-10", "last_year") == 3


def test_ratios_follow_from_the_figures_they_are_made_of(office: Office, tmp_path: Path) -> None:
    office.opening.take(read(office, tmp_path, {("应办事项", "2025-10"): 8, ("应办中已办结", "2025-10"): 6}))
    assert total(office, "task_close_rate", "2026-10", "last_year") == Pair(6, 8)


def test_months_are_cut_as_the_office_cuts_them(tmp_path: Path) -> None:
    office = small_office(tmp_path / "data")
    office.change_settings({"cut_off_day": 25})
    cells = months("委员走访", 2026, {1: 3, 9: 4}) | {("协商活动", "2026年1—9月一笔"): 30}
    office.opening.take(read(office, tmp_path, cells))
    assert [total(office, "visits", month) for month in ("2026-01", "2026-09", "2026-10")] == [3, 4, 0]
    assert total(office, "visits", "2026-10", "ytd") == 7
    assert total(office, "meetings", "2026-10", "ytd") == 30


# as one sum


def test_one_sum_gives_the_running_total_and_leaves_single_months_unknown(
    office: Office, tmp_path: Path
) -> None:
    office.records.add("visit", [VISIT])
    preview = read(
        office, tmp_path, {("委员走访", "2026年1—9月一笔"): 90, ("委员走访", "2025年全年一笔"): 110}
    )
    assert [line.note for line in preview.lines] == ["只进累计，单月的数不知道"] * 2
    office.opening.take(preview)
    assert total(office, "visits", "2026-10", "ytd") == 91
    assert total(office, "visits", "2026", "last_year") == 110
    found = row(office, "visits")
    assert (found.current, found.previous, found.last_year, found.to_date) == (1, None, None, 91)
    assert found.change is None
    assert found.months == (None,) * 11 + (1,)
    assert row(office, "visits", "2026-12").last_year is None


def test_a_sum_beside_some_months_adds_the_rest(office: Office, tmp_path: Path) -> None:
    cells = months("委员走访", 2026, {1: 10, 2: 8, 9: 1}) | {("委员走访", "2026年1—9月一笔"): 90}
    preview = read(office, tmp_path, cells)
    assert preview.lines[-1].amount == 71
    office.opening.take(preview)
    assert total(office, "visits", "2026-10", "ytd") == 90
    found = row(office, "visits").months
    assert found[2:4] == (10, 8)  # said month by month
    assert found[4:11] == (None,) * 7  # September too: the rest of the sum is dated there


def test_a_sum_that_its_months_come_to_adds_nothing(office: Office, tmp_path: Path) -> None:
    cells = months("委员走访", 2026, dict.fromkeys(range(1, 10), 10)) | {("委员走访", "2026年1—9月一笔"): 90}
    preview = read(office, tmp_path, cells)
    assert (len(preview.added), preview.there) == (9, 1)
    office.opening.take(preview)
    assert row(office, "visits").previous == 10


def test_a_distinct_count_may_come_to_less_than_its_months(office: Office, tmp_path: Path) -> None:
    cells = months("参加走访委员", 2026, {8: 30, 9: 25}) | {("参加走访委员", "2026年1—9月一笔"): 41}
    preview = read(office, tmp_path, cells)
    assert not preview.problems
    assert "按去重算" in preview.lines[0].note
    assert preview.lines[-1].amount == -14
    office.opening.take(preview)
    assert total(office, "visit_members", "2026-10", "ytd") == 41


# by township


def test_townships_come_before_the_whole_which_gets_the_rest(office: Office, tmp_path: Path) -> None:
    cells = {
        ("协商活动", "2026-09"): 9,
        ("协商活动", "2026-09", "青山镇"): 4,
        ("协商活动", "2026-09", "大河镇"): 2,
        ("委员走访", "2026-09"): 3,
        ("委员走访", "2026-09", "青山镇"): 3,
    }  # fmt: skip
    preview = read(office, tmp_path, cells)
    assert not preview.problems
    assert [line.amount for line in preview.lines if not line.township] == [3, 0]
    office.opening.take(preview)
    period = office.calendar.parse("2026-09")
    values = office.figures.evaluate(["meetings", "visits"], {"current": period}, "township")
    named = {group.label: values.part("meetings", "current", group.key) for group in values.groups}
    assert (named["青山镇"], named["大河镇"], named["未填"]) == (4, 2, 3)
    assert values.total("meetings", "current") == 9
    assert values.total("visits", "current") == 3


# what is there already


def test_the_same_sheet_twice_adds_nothing(office: Office, tmp_path: Path) -> None:
    cells: Cells = months("委员走访", 2026, {8: 10, 9: 0}) | {
        ("委员走访", "2025年全年一笔"): 110,
        ("委员工作室", "2025-10"): 3,
        ("协商活动", "2026-09", "青山镇"): 4,
    }
    path = filled(office, tmp_path, cells)
    assert len(office.opening.take(office.opening.read(path))) == 5
    again = office.opening.read(path)
    assert (len(again.added), again.there) == (0, 5)
    assert {line.note for line in again.lines} == {"已有 10，不再记", "已有 0，不再记", "已有 110，不再记",
                                                   "已有 3，不再记", "已有 4，不再记"}  # fmt: skip
    assert office.opening.take(again) == ()


def test_a_corrected_sheet_adds_the_difference(office: Office, tmp_path: Path) -> None:
    office.opening.take(read(office, tmp_path, months("委员走访", 2026, {8: 400, 9: 5})))
    preview = read(office, tmp_path, months("委员走访", 2026, {8: 40, 9: 6}))
    assert [(line.there, line.amount, line.standing) for line in preview.lines] == [
        (400, -360, Standing.CHANGES), (5, 1, Standing.CHANGES),
    ]  # fmt: skip
    assert [line.note for line in preview.lines] == ["已有 400，这次 40，减 360", "已有 5，这次 6，补 1"]
    office.opening.take(preview)
    assert [total(office, "visits", month) for month in ("2026-08", "2026-09")] == [40, 6]


def test_records_of_the_month_are_counted_in(office: Office, tmp_path: Path) -> None:
    office.records.add("visit", [VISIT | {"happened_on": "2026-09-02"}])
    preview = read(office, tmp_path, months("委员走访", 2026, {9: 12}))
    assert [(line.there, line.amount) for line in preview.lines] == [(1, 11)]
    office.opening.take(preview)
    assert total(office, "visits", "2026-09") == 12


def test_a_ledger_that_changed_meanwhile_is_not_written_into(office: Office, tmp_path: Path) -> None:
    preview = read(office, tmp_path, months("委员走访", 2026, {9: 12}))
    office.records.add("visit", [VISIT | {"happened_on": "2026-09-02"}])
    with pytest.raises(AppError, match="看过以后台账又有改动"):
        office.opening.take(preview)
    assert not office.count("adjustment")


# what is written


def test_what_is_taken_are_adjustments_with_their_reason(office: Office, tmp_path: Path) -> None:
    preview = read(
        office, tmp_path, {("委员走访", "2026年1—9月一笔"): 90, ("协商活动", "2026-09", "青山镇"): 4}
    )
    taken = [office.records.load("adjustment", uuid) for uuid in office.opening.take(preview)]
    one = next(record for record in taken if record.values["figure"] == "visits")
    other = next(record for record in taken if record.values["figure"] == "meetings")
    assert (one.status, one.title, one.number[:2]) == ("registered", "委员走访", "TZ")
    assert (one.values["use"], one.values["amount"]) == ("opening", 90)
    assert (one.values["since"], one.values["happened_on"]) == (Month(2026, 1), Month(2026, 9))
    assert one.values["basis"] == preview.source
    assert one.values["made_by"] == "王秀兰"
    assert "以前已报过的数" in one.values["reason"]
    assert other.values["since"] is None
    assert other.values["township"].uuid == uuids(office, "township")["青山镇"]
    lines = office.figures.records("visits", office.calendar.parse("2026-09"))
    assert [(line.kind, line.amount) for line in lines] == [("adjustment", 90)]


def test_what_was_taken_can_be_taken_back(office: Office, tmp_path: Path) -> None:
    taken = office.opening.take(read(office, tmp_path, months("委员走访", 2026, {8: 4, 9: 5})))
    office.records.add("visit", [VISIT])
    assert office.opening.withdraw(taken) == 2
    assert total(office, "visits", "2026-10", "ytd") == 1
    assert row(office, "visits").months[9:] == (None, None, 1)
    assert office.opening.restore(taken) == 2
    assert total(office, "visits", "2026-10", "ytd") == 10


# what is wrong


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({("协商会义", "2026-09"): 5}, "没有“协商会义”这个指标，是不是“"),
        ({("办结率", "2026-09"): 5}, "“办结率”是比出来的，不能调整；请填应办中已办结、应办事项"),
        ({("联系群众活动", "2026-09"): 5}, "“联系群众活动”是加出来的，不能调整；请填委员走访、工作室活动"),
        ({("委员走访", "2026-09"): "十二"}, "委员走访 2026年9月：“十二”不是数，请只填数字"),
        ({("委员走访", "2026-09"): True}, "不是数"),
        ({("委员走访", "2026-09"): "=1+1"}, "是公式，还没有算出数"),
        ({("委员走访", "2026-09"): -3}, "不能是负数 -3"),
        ({("委员走访", "2026-09"): 1.5}, "“1.5”不是整数，请填整次"),
        ({("委员走访", "2026-09"): 10**12}, "太大了"),
        ({("委员走访", "2026-13"): 5}, "日历上没有“2026-13”这个月"),
        ({("委员走访", "2026-11"): 5}, "2026年11月还没到"),
        ({("委员走访", "去年"): 5}, "看不懂“去年”是哪个月"),
        ({("委员走访", "2026年9—3月"): 5}, "起止月份反了"),
        ({("委员走访", "2026-09", "清山镇"): 5}, "没有“清山镇”这个乡镇（街道），是不是“青山镇”"),
        ({("委员工作室", "2026年1—9月一笔"): 5}, "按期末算的数不能合成一笔"),
        ({("委员走访", "2026-09"): 5, ("委员走访", "2026年9月"): 5}, "已经填过，请去掉一个"),
        (
            {("委员走访", "2026-08"): 50, ("委员走访", "2026年1—9月一笔"): 40},
            "一笔 40，比各月之和 50 少",
        ),
        (
            {("协商活动", "2026-09"): 5, ("协商活动", "2026-09", "青山镇"): 6},
            "全县 5，比各乡镇之和 6 少",
        ),
    ],
)
def test_what_is_wrong_is_said_of_its_cell_and_nothing_is_taken(
    office: Office, tmp_path: Path, cells: Cells, sentence: str
) -> None:
    preview = read(office, tmp_path, {("服务群众", "2026-09"): 5, **cells})
    assert any(sentence in problem.sentence for problem in preview.problems), preview.problems
    with pytest.raises(AppError, match="一个数也没有记"):
        office.opening.take(preview)
    assert not office.count("adjustment")


def test_a_number_without_a_figure_or_a_heading_is_named(office: Office, tmp_path: Path) -> None:
    path = filled(office, tmp_path, {("委员走访", "2026-09"): 5})
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["F400"], sheet["AH6"] = 7, 8
    book.save(path)
    found = {problem.cell: problem.text for problem in office.opening.read(path).problems}
    assert found == {
        "F400": "这一行没有写指标，请写上，或把数删掉",
        "AH3": "这一列有数，没有表头，请写上是哪个月",
    }


def test_names_are_found_however_they_are_written(office: Office, tmp_path: Path) -> None:
    cells: Cells = {
        ("委员走访（次）", "2026-09"): 1,
        (" 委 员 走 访 ", "2026-08"): 2,
        ("visits", "2026-07"): "１,０００",
        ("协商会议", "2026-07"): 4,
    }
    preview = read(office, tmp_path, cells)
    assert not preview.problems
    assert [(line.figure, line.stated) for line in preview.lines] == [
        ("visits", 1),
        ("visits", 2),
        ("visits", 1000),
        ("meetings", 4),
    ]


def test_no_two_figures_are_called_alike_once_blanks_are_left_out(office: Office) -> None:
    from app.services.opening_rows import _names

    names = [name for figure in office.figures.catalogue.values() for name in dict.fromkeys(_names(figure))]
    assert len(names) == len(set(names))


def test_a_figure_that_knows_no_townships_takes_none() -> None:
    own = Figure("own_1", "登记人数", "人", "person", "birth", "登记过的人")
    row = SheetRow(2, "登记人数", "青山镇", (SheetCell("C2", "C", 5),))
    sheet = OpeningSheet("表", 1, {"C": "2026-09"}, (row,))
    townships = by_name([(Ref("1" * 32, "青山镇"), "老青山乡")])
    rows = OpeningRows(sheet, SHIPPED.with_own(own), townships, Calendar(), date(2026, 10, 28))
    assert [problem.text for problem in rows.problems] == ["“登记人数”不能分到乡镇，请把乡镇一格空着"]


def test_a_township_is_found_by_its_former_name() -> None:
    townships = by_name([(Ref("1" * 32, "青山镇"), "老青山乡、小河乡"), (Ref("2" * 32, "小河乡"), "")])
    assert (townships["老青山乡"].label, townships["小河乡"].uuid) == ("青山镇", "2" * 32)


# anything at all


_FLOWS = ("meetings", "visits", "people_served")
_MONTHS = [f"2025-{month:02d}" for month in range(1, 13)] + [f"2026-{month:02d}" for month in range(1, 10)]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stated=st.dictionaries(
        st.tuples(st.sampled_from(_FLOWS), st.sampled_from(_MONTHS)),
        st.integers(0, 500),
        min_size=1,
        max_size=12,
    ),
    visits=st.lists(st.sampled_from(["2025-09-30", "2026-01-05", "2026-09-09", "2026-10-01"]), max_size=3),
)
def test_after_taking_the_ledger_says_what_was_reported(
    tmp_path_factory: pytest.TempPathFactory, stated: dict[tuple[str, str], int], visits: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    office = small_office(folder / "data")
    if visits:
        office.records.add(
            "visit", [VISIT | {"happened_on": day, "name": f"走访{n}"} for n, day in enumerate(visits)]
        )
    before = {
        (figure, month): total(office, figure, month) for figure in _FLOWS for month in [*_MONTHS, "2026-10"]
    }
    cells: dict[tuple[str, ...], int] = dict(stated.items())
    preview = read(office, folder, cells)
    assert not preview.problems
    office.opening.take(preview)
    wanted = before | stated
    for figure in _FLOWS:
        for month in (*_MONTHS[-2:], "2026-10"):
            year, number = month.split("-")
            running = sum(wanted[figure, f"{year}-{each:02d}"] for each in range(1, int(number) + 1))
            assert total(office, figure, month, "ytd") == running
            assert total(office, figure, month) == wanted[figure, month]
            assert total(office, figure, month, "last_year") == wanted.get((figure, f"2025-{number}"), 0)
    office.store.close()


# what a sum leaves unknown is told nowhere


def test_text_pictures_and_json_do_not_compare_with_a_month_nobody_knows(
    office: Office, tmp_path: Path
) -> None:
    office.records.add("visit", [VISIT])
    period = office.calendar.parse("2026-10")
    office.opening.take(
        read(office, tmp_path, {("委员走访", "2025年全年一笔"): 110, ("委员走访", "2026-09"): 4})
    )
    rows = {each["key"]: each for each in figure_rows(office.figures, period, None)}
    assert (rows["visits"]["上年同期"], rows["visits"]["累计"]) == (None, 5)
    assert rows["meetings"]["上年同期"] == 0
    facts = ReportText(office.store, office.clock, office.settings, office.figures).material(period).facts
    assert facts.figures["visits"]["last_year"] is None
    assert facts.figures["visits"]["previous"] == 4
    assert facts.figures["meetings"]["previous"] is None
    charts = Charts(office.store, office.clock, office.figures)
    line = charts.chart("visits", period, "month").lines[9]
    assert [point.amount for point in line.points] == [1, None]
    whole = figure_rows(office.figures, office.calendar.parse("2026"), None)
    assert next(each for each in whole if each["key"] == "visits")["上年同期"] == 110


def test_printed_tables_leave_such_a_month_empty(office: Office, tmp_path: Path) -> None:
    office.records.add("visit", [VISIT | {"township": "青山镇"}])
    cells = {("委员走访", "2025年全年一笔"): 110, ("协商活动", "2025-10"): 3}
    office.opening.take(read(office, tmp_path, cells))
    (path,) = (p for p in office.reports.export(office.calendar.parse("2026-10"), tmp_path / "报送")
               if p.suffix == ".xlsx")  # fmt: skip
    book = load_workbook(path, data_only=True)
    named = {
        row[1].value: [cell.value for cell in row]
        for row in book["指标口径"].iter_rows(min_row=4)
        if isinstance(row[0].value, int)
    }
    assert named["委员走访"][3:6] == [1, 1, None]
    assert named["协商活动"][5] == 3
    assert named["服务群众"][5] == 0
