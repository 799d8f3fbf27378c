"""Reports in a workbook: headings, columns left out, totals by additivity, formulas with their values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exporters.layout import Column, Format, Heading, Source, TotalsAt
from app.exporters.tables import (
    AdjustmentLine,
    Check,
    CheckTable,
    FigureLine,
    FigureTable,
    Mark,
    MonthChart,
    Ratio,
    RecordColumn,
    RecordTable,
    Series,
    SumLine,
    Total,
    Value,
    round_half_up,
)
from tests.exporters.workbook_samples import (
    CLOSED,
    DUE,
    MEETINGS,
    MEETINGS_YTD,
    NOW,
    RATE,
    filled_report,
    only_sheet,
    opened,
    report,
    shipped,
    small_layout,
    texts,
    written,
)

TASKS = Heading("解决问题", (DUE, CLOSED, RATE))


def rate(closed: int, due: int) -> Ratio:
    return Ratio(closed, due)


def test_title_unit_line_and_two_row_heading_stand_where_the_picture_has_them() -> None:
    sheet = only_sheet(written(filled_report(shipped("X1")))[0])
    found = texts(sheet)
    assert found["A1"] == "示例县政协“协商在基层”工作情况统计表（2026年10月）"
    line = [found[name] for name in found if name.endswith("2") and name.rstrip("2").isalpha()]
    assert line == [
        "填报单位：示例县政协（盖章）",
        "统计期间：2026年10月1日—10月31日",
        "单位：个、场、人次、条、项、件、篇、件次",
    ]
    merged = {str(block) for block in sheet.merged_cells.ranges}
    assert {"A3:A4", "B3:B4", "C3:D3", "E3:F3"} <= merged
    assert (found["C3"], found["C4"], found["D4"]) == ("协商议题", "计划数", "已开展")
    assert found["B5"] == "大河镇"
    assert found["A8"] == "合　计"
    below = [value for name, value in found.items() if name.endswith("10")]
    assert below[0] == "单位负责人："
    assert below[-1] == "填报日期：2026年11月2日"
    assert str(found["A11"]).startswith("说明：只统计已登记的记录")


def test_a_column_without_a_source_is_left_out_and_never_zero() -> None:
    missing = ("dynamic_info", "typical_cases", "quality_cases", "instructions")
    sheet = only_sheet(written(filled_report(shipped("X1"), missing))[0])
    words = set(texts(sheet).values())
    assert not words & {"信息案例", "动态信息", "领导批示"}
    assert sheet.max_column == len(shipped("X1").leaves) - 4
    assert "篇" not in str(texts(sheet)), "a unit without a column is not named"


def test_zero_is_zero_not_applicable_a_dash_and_not_reported_an_empty_marked_cell() -> None:
    table = report(small_layout(MEETINGS, RATE), {"甲": (0, rate(0, 0)), "乙": (None, Mark.NOT_APPLICABLE)})
    sheet = only_sheet(written(table)[0])
    assert (sheet["C4"].value, sheet["D4"].value) == (0, "—")
    assert (sheet["C5"].value, sheet["D5"].value) == (None, "—")
    assert sheet["C5"].fill.start_color.rgb == "00FFF4C2"
    assert sheet["C4"].fill.fill_type is None


def test_an_additive_total_is_a_sum_with_its_value_beside() -> None:
    table = report(small_layout(MEETINGS), {"甲": (2,), "乙": (None,), "丙": (3,)}, [Total(5, additive=True)])
    package, notes = written(table)
    assert only_sheet(package)["C7"].value == "=SUM(C4:C6)"
    assert only_sheet(package, values=True)["C7"].value == 5
    assert notes == ()


def test_a_total_that_is_not_additive_is_the_true_number() -> None:
    table = report(small_layout(MEETINGS), {"甲": (140,), "乙": (127,)}, [Total(149)])
    assert only_sheet(written(table)[0])["C6"].value == 149


def test_a_total_the_rows_do_not_come_to_is_written_true_and_told_of() -> None:
    table = report(
        small_layout(Heading("协商活动", (MEETINGS, MEETINGS_YTD))),
        {"甲": (1, 4), "乙": (2, 5)},
        [Total(3, additive=True), Total(10, additive=True)],
    )
    package, notes = written(table)
    assert only_sheet(package)["D7"].value == 10
    assert notes == ("“试表”的“协商活动·累计”：合计 10，各行相加 9，已按合计填写，请核对。",)


def test_totals_can_stand_first_or_not_at_all() -> None:
    rows, totals = {"甲": (1,), "乙": (2,)}, [Total(3, additive=True)]
    first = only_sheet(written(report(small_layout(MEETINGS, totals=TotalsAt.FIRST), rows, totals))[0])
    assert (first["A4"].value, first["C4"].value, first["B5"].value) == ("合　计", "=SUM(C5:C6)", "甲")
    none = only_sheet(written(report(small_layout(MEETINGS, totals=TotalsAt.NONE), rows, totals))[0])
    assert "合　计" not in texts(none).values()


def test_a_ratio_total_divides_the_totals_beside_it() -> None:
    ratio = Total(rate(21, 34), ratio_of=("closed", "due"))
    rows = {"甲": (14, 10, rate(10, 14)), "乙": (20, 11, rate(11, 20))}
    totals = [Total(34, additive=True), Total(21, additive=True), ratio]
    package, _ = written(report(small_layout(TASKS), rows, totals))
    assert only_sheet(package)["E7"].value == '=IF(C7=0,"—",ROUND(D7/C7,2))'
    assert only_sheet(package, values=True)["E7"].value == 0.62
    assert only_sheet(package)["E5"].value == 0.71
    assert only_sheet(package)["E5"].number_format.startswith("0%")


def test_a_ratio_over_nothing_is_a_dash_also_in_the_total() -> None:
    totals = [Total(0, additive=True), Total(0, additive=True), Total(rate(0, 0), ratio_of=("closed", "due"))]
    package, _ = written(report(small_layout(TASKS), {"甲": (0, 0, rate(0, 0))}, totals))
    assert str(only_sheet(package)["E6"].value).startswith("=IF(")
    assert only_sheet(package, values=True)["E6"].value == "—"


@pytest.mark.parametrize("missing", [(0,), (1,)])
def test_a_ratio_whose_parts_are_not_in_the_table_is_the_true_number(missing: tuple[int, ...]) -> None:
    totals = [Total(34), Total(21), Total(rate(21, 34), ratio_of=("closed", "due"))]
    table = report(small_layout(TASKS), {"甲": (34, 21, rate(21, 34))}, totals, missing)
    assert only_sheet(written(table)[0])["D6"].value == 0.62


def test_a_ratio_of_other_totals_than_those_beside_it_is_the_true_number() -> None:
    totals = [Total(34), Total(20), Total(rate(21, 34), ratio_of=("closed", "due"))]
    table = report(small_layout(TASKS), {"甲": (34, 20, rate(21, 34))}, totals)
    assert only_sheet(written(table)[0])["E6"].value == 0.62


def test_money_is_shown_in_its_unit_and_rounding_is_told_on_the_sheet() -> None:
    money = Column("捐助", Source.FIGURE, "donations", format=Format("decimal", 2), scale=10000, unit="万元")
    rows: dict[str, Sequence[Value]] = {
        "甲": (Decimal("3333.50"),),
        "乙": (3333,),
        "丙": (Decimal("3333.50"),),
    }
    package, notes = written(report(small_layout(money), rows, [Total(Decimal("10000"), additive=True)]))
    sheet = only_sheet(package)
    assert [sheet[f"C{row}"].value for row in (4, 5, 6, 7)] == [0.33, 0.33, 0.33, 1]
    assert "捐助各行四舍五入，相加与合计略有出入。" in str(texts(sheet))
    assert notes == ()


def test_a_report_without_rows_says_so() -> None:
    sheet = only_sheet(written(report(small_layout(MEETINGS), {}, [Total(0, additive=True)]))[0])
    assert sheet["A4"].value == "本期没有记录"
    assert "合　计" not in texts(sheet).values()


def test_the_ledger_filters_counts_and_keeps_days_as_days() -> None:
    layout = shipped("X3")
    place = [column.key for column in layout.values].index("headcount")
    row: list[Value] = [date(2026, 10, 12), *["文字"] * (len(layout.values) - 1)]
    row[place] = 30
    totals: list[Total | None] = [None] * len(row)
    totals[place] = Total(60, additive=True)
    sheet = only_sheet(written(report(layout, {"1": row, "2": row}, totals))[0])
    assert sheet["B5"].value.date() == date(2026, 10, 12)
    assert sheet["B5"].number_format == "yyyy-mm-dd"
    assert sheet.auto_filter.ref == "A4:N6"
    assert sheet["A7"].value == "合　计"
    assert sheet["J7"].value == "=SUM(J5:J6)"


def test_checks_show_both_sides_and_whether_they_agree() -> None:
    checks = (
        Check("五项重点", "五项之和", 12, "院坝协商", 12, 0, holds=True),
        Check("累计", "累计", 118, "上期加本期", 117, 1, holds=False, note="补登 1 条。"),
    )
    sheet = only_sheet(written(CheckTable("示例县核对表", checks))[0])
    assert sheet["A2"].value == "一、应当相符的数：2 项，1 项不符"
    row = [cell.value for cell in sheet[5]][:8]
    assert row == [2, "累计", "累计 ＝ 上期加本期", 118, 117, 1, "不符", "补登 1 条。"]
    assert sheet["G4"].value == "相符"
    assert (sheet["G4"].font.bold, sheet["G5"].font.bold) == (False, True)
    assert "H5:J5" in {str(block) for block in sheet.merged_cells.ranges}


def test_checks_tell_how_the_totals_come_about_and_what_was_adjusted() -> None:
    sums = (SumLine("协商活动", "场", "一条记录一场", 12, -1, 11, 107, 118, 3, holds=True),)
    adjusted = (
        AdjustmentLine("协商活动", date(2026, 3, 31), 3, "期初数", "以前报过", "〔2026〕3号", "王秀兰"),
    )
    table = CheckTable("示例县核对表", (), line=("单位", "", ""), sums=sums, adjustments=adjusted)
    sheet = only_sheet(written(table)[0])
    rows = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    assert ["没有要核对的项"] in rows
    assert [1, "协商活动（场）", "一条记录一场", 12, -1, 11, 107, 118, 3, "相符"] in rows
    day = next(row for row in rows if "以前报过" in row)[3]
    assert day.date() == date(2026, 3, 31)
    assert sheet.print_title_rows == "$1:$2", "no section's headings stand over another's rows"


def test_figures_are_listed_with_their_meaning() -> None:
    figures = (
        FigureLine("协商活动", "场", 12, 118, None, "一条记录一场"),
        FigureLine("捐助", "万元", Decimal(125000), 0, 0, "捐款加捐物", Format("decimal", 2), 10000),
    )
    sheet = only_sheet(written(FigureTable("示例县指标", figures))[0])
    assert [cell.value for cell in sheet[3]] == [1, "协商活动", "场", 12, 118, None, "一条记录一场"]
    assert [cell.value for cell in sheet[4]] == [2, "捐助", "万元", 12.5, 0, 0, "捐款加捐物"]


def test_the_chart_draws_the_table_above_it_with_its_values_cached() -> None:
    months = ("9月", "10月", "11月")
    series = (Series("2026年", (11, 12, None)), Series("2025年", (9, 10, 8)))
    chart = MonthChart("示例县各月场次", months, series, caption="各月协商活动场次（场）")
    sheet = only_sheet(written(chart)[0])
    assert [cell.value for cell in sheet[3]] == ["2026年", 11, 12, None]
    drawn = sheet._charts[0]
    assert len(drawn.series) == 2
    bars = drawn.series[0]
    assert bars.val.numRef.f == "'各月场次'!$B$3:$D$3"
    assert [point.v for point in bars.val.numRef.numCache.pt] == [11, 12]
    assert [point.v for point in bars.cat.strRef.strCache.pt] == list(months)
    assert sheet.print_area == "", "the chart below is printed too"


def test_each_table_has_a_sheet_of_its_own_with_a_name_excel_takes() -> None:
    wanted = ("走访/接待:[2026]", "走访/接待:[2026]", "", "很" * 40)
    tables = [RecordTable(name, "题", (RecordColumn("列"),), (("值",),)) for name in wanted]
    names = opened(written(*tables)[0]).sheetnames
    assert names == ["走访／接待：【2026】", "走访／接待：【2026】（2）", "表", "很" * 31]


def test_a_row_that_does_not_fit_its_layout_is_our_mistake() -> None:
    with pytest.raises(ValueError):
        written(report(small_layout(MEETINGS), {"甲": (1, 2)}))


def test_the_same_tables_give_the_same_bytes_and_the_clocks_times() -> None:
    tables = (filled_report(shipped("X1")), MonthChart("题", ("1月",), (Series("2026年", (1,)),)))
    first, second = written(*tables)[0], written(*tables)[0]
    assert first == second
    properties = opened(first).properties
    assert properties.created == properties.modified == NOW
    assert properties.creator == "政协履职台账"


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_the_cached_total_is_the_sum_of_the_cells(numbers: list[int]) -> None:
    rows = {str(place): (number,) for place, number in enumerate(numbers)}
    package, _ = written(report(small_layout(MEETINGS), rows, [Total(sum(numbers), additive=True)]))
    sheet = only_sheet(package, values=True)
    column = [sheet.cell(row, 3).value for row in range(4, 4 + len(numbers) + 1)]
    assert column == [*numbers, sum(numbers)]


HALVES = [
    (Ratio(1, 8), 2, "0.13"),
    (Ratio(23, 40), 2, "0.58"),
    (Decimal("2.5"), 0, "3"),
    (Decimal("-2.5"), 0, "-3"),
    (Decimal("1.005"), 2, "1.01"),
    (Fraction(1, 3), 4, "0.3333"),
    (Decimal("-0.004"), 2, "0.00"),
    (10**30 + 1, 1, f"{10**30 + 1}.0"),
]


@pytest.mark.parametrize(("value", "digits", "rounded"), HALVES)
def test_halves_are_rounded_away_from_zero(
    value: int | Decimal | Fraction | Ratio, digits: int, rounded: str
) -> None:
    assert str(round_half_up(value, digits)) == rounded


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 4))
def test_rounding_is_never_off_by_more_than_half(value: Fraction, digits: int) -> None:
    off = Fraction(round_half_up(value, digits)) - value
    assert abs(off) <= Fraction(1, 2 * 10**digits)
    if abs(off) == Fraction(1, 2 * 10**digits):
        assert (off > 0) == (value > 0)
