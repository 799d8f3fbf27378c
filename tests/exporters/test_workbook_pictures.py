"""图: bars of its own cells, the same numbers cached in them, one upright page."""

from __future__ import annotations

from openpyxl.utils import range_boundaries

from app.exporters.tables import ChartTable, Comparison, Series
from tests.exporters.workbook_samples import only_sheet, written

MONTHS = Comparison(
    "一、各月",
    "月份",
    ("9月", "10月", "11月"),
    (Series("2026年", (11, 12, None)), Series("2025年", (9, 10, 8))),
)
PLACES = Comparison(
    "二、各乡镇", "乡镇", ("大河镇", "青山镇"), (Series("本期", (3, 0)), Series("上年同期", (1, 2)))
)
TABLE = ChartTable("示例县工作情况图", (MONTHS, PLACES), ("填报单位：示例县政协", "统计期间", ""))


def test_bars_are_drawn_from_the_cells_beside_them_and_hold_their_values() -> None:
    sheet = only_sheet(written(TABLE)[0])
    assert len(sheet._charts) == 2
    for chart, picture in zip(sheet._charts, TABLE.pictures, strict=True):
        assert len(chart.series) == len(picture.series)
        for bars, series in zip(chart.series, picture.series, strict=True):
            assert _cells(sheet, bars.val.numRef.f) == list(series.values)
            assert _cells(sheet, bars.cat.strRef.f) == list(picture.names)
            assert _cells(sheet, bars.tx.strRef.f) == [series.label]
            cached = {point.idx: point.v for point in bars.val.numRef.numCache.pt}
            assert cached == {at: value for at, value in enumerate(series.values) if value is not None}
            assert [point.v for point in bars.cat.strRef.strCache.pt] == list(picture.names)


def test_pictures_stand_beside_their_tables_and_not_over_each_other() -> None:
    sheet = only_sheet(written(TABLE)[0])
    first, second = (chart.anchor for chart in sheet._charts)
    assert first._from.col == second._from.col == 4
    assert first.to.row < second._from.row
    captions = {cell.value: cell.row for row in sheet.iter_rows() for cell in row if cell.value}
    assert first._from.row == captions["一、各月"]
    assert second._from.row == captions["二、各乡镇"]


def test_the_sheet_is_one_upright_page() -> None:
    sheet = only_sheet(written(TABLE)[0])
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "portrait",
        1,
        1,
    )


def test_a_picture_of_nothing_is_a_sentence() -> None:
    empty = Comparison("三、五项重点", "重点", (), (Series("本期", ()), Series("上年同期", ())))
    sheet = only_sheet(written(ChartTable("题", (MONTHS, empty)))[0])
    assert len(sheet._charts) == 1
    assert "没有记录" in [cell.value for row in sheet.iter_rows() for cell in row]


def _cells(sheet: object, reference: str) -> list[object]:
    left, top, right, bottom = range_boundaries(reference.rpartition("!")[2].replace("$", ""))
    rows = sheet.iter_rows(top, bottom, left, right, values_only=True)  # type: ignore[attr-defined]
    return [value for row in rows for value in row]


def test_bars_below_nothing_are_not_cut_off() -> None:
    corrected = Comparison("一、各乡镇", "乡镇", ("大河镇", "青山镇"), (Series("本期", (3, -1)),))
    below, above = only_sheet(written(ChartTable("题", (corrected, PLACES)))[0])._charts
    assert below.y_axis.scaling.min is None
    assert above.y_axis.scaling.min == 0
