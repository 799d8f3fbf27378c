"""A period's set of papers: the written files say what the figures say, late numbers are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from app.models.periods import Calendar, Period
from app.services.figure_values import Pair, rounded
from app.services.office import Office
from app.services.report_papers import PaperState
from app.services.report_sheets import MAIN
from app.ui.operations import Cancelled
from tests.demo_fixture import demo_office
from tests.office import small_office
from tests.services.record_samples import FULL, VISIT

CALENDAR = Calendar()
SEPTEMBER, OCTOBER = CALENDAR.month(2026, 9), CALENDAR.month(2026, 10)
MEETING = FULL | {"research": [], "consensus": [], "opinions": [], "instructions": []}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path / "数据")
    office.records.add("meeting", [FULL])
    office.records.add("visit", [VISIT])
    yield office
    office.store.close()


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = demo_office(tmp_path_factory.mktemp("county"))
    yield office
    office.store.close()


def _cells(path: Path, sheet: str) -> list[list[Any]]:
    book = openpyxl.load_workbook(path, data_only=True)
    rows = [[value for value in row if value is not None] for row in book[sheet].iter_rows(values_only=True)]
    book.close()
    return rows


def _row(rows: list[list[Any]], name: str) -> list[Any]:
    return next(row for row in rows if any(str(value).startswith(name) for value in row[:2]))


def _review(path: Path) -> dict[str, list[str]]:
    table = docx.Document(str(path)).tables[0]
    found: dict[str, list[str]] = {}
    for row in table.rows:
        cells = [cell.text for cell in dict.fromkeys(row.cells)]
        if len(cells) == 8:
            found |= {cells[0]: cells[1:4], cells[4]: cells[5:8]}
    return found


def _number(office: Office, key: str, period: Period, span: str) -> Any:
    return office.figures.evaluate([key], office.figures.spans(period)).total(key, span)


def test_the_written_set_says_what_the_figures_say(county: Office, tmp_path: Path) -> None:
    paths = county.reports.export(OCTOBER, tmp_path)
    numbers, workbook = _review(paths[1]), paths[2]
    checks, meanings = _cells(workbook, "核对表"), _cells(workbook, "指标口径")
    values = county.figures.evaluate(MAIN, county.figures.spans(OCTOBER))
    for key in MAIN:
        figure = county.figures.catalogue[key]
        wanted = [values.total(key, span) for span in ("current", "ytd", "last_year")]
        shown = next(
            cells for name, cells in numbers.items() if re.fullmatch(rf"{figure.label}(（.*）)?", name)
        )
        assert shown == [str(value) for value in wanted]
        assert next(row for row in meanings if figure.label in row)[3:6] == wanted
        line = next(
            row for row in checks if len(row) == 10 and re.fullmatch(rf"{figure.label}(（.*）)?", str(row[1]))
        )
        occurred, late, current, before, ytd, _ = line[3:9]
        assert (current, ytd) == (wanted[0], wanted[1])
        assert occurred + late == current
        assert before + current == ytd
        assert line[9] == "相符"


def test_pictures_have_the_numbers_of_the_tables(county: Office, tmp_path: Path) -> None:
    workbook = county.reports.export(OCTOBER, tmp_path, only=("pictures", "X1", "X2"))[0]
    rows = _cells(workbook, "图")
    months = {row[0]: row[1:] for row in rows if re.fullmatch(r"\d+月", str(row[0] if row else ""))}
    calendar = county.calendar
    for index in range(1, 13):
        both = (
            [calendar.month(2025, index)]
            if index > 10
            else [calendar.month(2026, index), calendar.month(2025, index)]
        )
        wanted = [_number(county, "meetings", month, "current") for month in both]
        assert months[f"{index}月"] == wanted, index
    towns = county.figures.evaluate(["meetings"], county.figures.spans(OCTOBER), "township")
    for group in towns.groups:
        wanted = [towns.part("meetings", span, group.key) for span in ("current", "last_year")]
        assert _row(rows, group.label)[1:] == wanted
        assert wanted[0] in _row(_cells(workbook, "基层协商统计表"), group.label)
    focus = county.figures.evaluate(["courtyard_meetings"], county.figures.spans(OCTOBER), "focus")
    for group in focus.groups:
        assert _row(rows, group.label)[1] == focus.part("courtyard_meetings", "current", group.key)


def test_a_year_has_every_figure_with_its_change_and_a_month_has_not(county: Office, tmp_path: Path) -> None:
    year = county.calendar.year(2025)
    assert "X12" not in [paper.key for paper in county.reports.papers(OCTOBER)]
    workbook = county.reports.export(year, tmp_path, only=("X12",))[0]
    rows = _cells(workbook, "主要数据总表")
    heading = next(row for row in rows if "指标" in row)
    assert heading[3:6] == ["本年", "上年", "增减"]
    values = county.figures.evaluate(list(county.figures.catalogue), county.figures.spans(year))
    found = {row[1]: row for row in rows if len(row) == 8 and isinstance(row[0], int)}
    assert len(found) > 40
    for figure in county.figures.catalogue.values():
        now, before = (values.total(figure.key, span) for span in ("current", "last_year"))
        if figure.label not in found:
            assert not rounded(now)
            assert not rounded(before)
            continue
        row = found[figure.label]
        if isinstance(now, Pair) or isinstance(before, Pair):
            assert row[6] == "—"
        else:
            assert row[3:6] == pytest.approx([float(now), float(before), float(now - before)])
            assert (
                row[6] == "—"
                if not before
                else row[6] == pytest.approx(float(now - before) * 100 / float(before), abs=0.06)
            )


def test_every_open_or_settled_task_has_its_line(county: Office, tmp_path: Path) -> None:
    workbook = county.reports.export(OCTOBER, tmp_path, only=("X4",))[0]
    rows = [row for row in _cells(workbook, "成果落实清单") if row and isinstance(row[0], int)]
    settled = [row for row in rows if "已办结" in row]
    assert len(settled) == _number(county, "tasks_closed", OCTOBER, "current")
    held = [row for row in rows if OCTOBER.start <= row[1].date() <= OCTOBER.end]
    assert len(held) == _number(county, "tasks_due", OCTOBER, "current")


def test_late_and_changed_records_have_lists_and_the_tables_say_so(office: Office, tmp_path: Path) -> None:
    early = MEETING | {"happened_on": "2026-09-10"}
    kept = office.records.add("meeting", [early | {"topic": "照旧"}, early | {"topic": "要改的"}])[1]
    office.submissions.submit(SEPTEMBER)
    office.records.add("meeting", [early | {"topic": "晚报的"}], reason="乡镇报晚了")
    changed = office.records.load("meeting", kept.uuid)
    changed.values["people"] = {"masses": 99}
    office.records.save(changed, reason="人数填错")
    paths = office.reports.export(OCTOBER, tmp_path)
    late, corrected = (_cells(paths[2], sheet) for sheet in ("补报清单", "更正清单"))
    line = next(row for row in late if "协商活动（场）" in row)
    assert line[3:8] == ["晚报的", "2026年9月", 0, 1, 1]
    assert line[8:10] == ["乡镇报晚了", "王秀兰"]
    heads = next(row for row in corrected if "参加协商人次" in row)
    assert (heads[3], heads[8]) == ("要改的", "人数填错")
    assert heads[6] - heads[5] == heads[7] != 0
    notes = "".join(str(row[0]) for row in _cells(paths[2], "基层协商统计表") if row)
    assert "本期含补报更正：协商活动加 1 场" in notes
    sums = next(row for row in _cells(paths[2], "核对表") if len(row) == 10 and row[1] == "协商活动（场）")
    assert sums[3:8] == [1, 1, 2, 2, 4]
    assert _review(paths[1])["协商活动（场）"][0] == "2"
    keys = [paper.key for paper in office.reports.papers(OCTOBER)]
    assert {"late", "changed"} <= set(keys)
    assert not {"late", "changed"} & {paper.key for paper in office.reports.papers(CALENDAR.month(2026, 8))}


def test_adjustments_of_the_year_are_listed(office: Office, tmp_path: Path) -> None:
    raw = {"figure": "meetings", "amount": 7, "use": "opening", "reason": "以前报过", "basis": "〔2026〕3号"}
    office.records.add("adjustment", [raw | {"happened_on": "2026-03", "made_by": "王秀兰"}])
    office.records.add("adjustment", [raw | {"happened_on": "2025-03", "reason": "去年的"}])
    workbook = office.reports.export(OCTOBER, tmp_path)[2]
    rows = _cells(workbook, "调整数清单")
    line = next(row for row in rows if "以前报过" in row)
    assert line[1:4] == ["协商活动", "2026-03", 7]
    assert line[5:] == ["以前报过", "〔2026〕3号", "王秀兰"]
    assert not any("去年的" in row for row in rows)
    checks = _cells(workbook, "核对表")
    assert any("三、累计里的调整数：1 条" in row for row in checks)
    assert next(row for row in checks if len(row) == 10 and row[1] == "协商活动（场）")[8] == 7


def test_papers_say_where_they_are_and_what_changed_since(office: Office, tmp_path: Path) -> None:
    papers = office.reports.papers(OCTOBER)
    assert [paper.label for paper in papers[:3]] == [
        "2026年10月基层协商工作小结",
        "报审单",
        "基层协商工作情况统计表",
    ]
    assert {paper.state for paper in papers} == {PaperState.MISSING}
    paths = office.reports.export(OCTOBER, tmp_path / "报送")
    papers = office.reports.papers(OCTOBER)
    assert {paper.state for paper in papers} == {PaperState.WRITTEN}
    assert [paper.path for paper in papers[:3]] == paths
    office.records.add("visit", [VISIT | {"name": "补录"}])
    states = {paper.key: paper.state for paper in office.reports.papers(OCTOBER)}
    assert states["X5"] is states["text"] is states["review"] is states["checks"] is PaperState.CHANGED
    assert states["X1"] is states["X3"] is states["X4"] is states["X10"] is PaperState.WRITTEN
    office.change_settings({"reviewer": "何正云"})
    assert {paper.state for paper in office.reports.papers(OCTOBER)} == {PaperState.CHANGED}
    paths[0].unlink()
    assert office.reports.papers(OCTOBER)[0].state is PaperState.MISSING


def test_reporting_itself_changes_no_paper(office: Office, tmp_path: Path) -> None:
    paths = office.reports.export(OCTOBER, tmp_path / "报送")
    office.submissions.submit(OCTOBER, paths)
    assert {paper.state for paper in office.reports.papers(OCTOBER)} == {PaperState.WRITTEN}


@pytest.mark.parametrize("last", [0, 1, 2, 5, 99])
def test_a_cancelled_export_leaves_nothing_behind(office: Office, tmp_path: Path, last: int) -> None:
    def step(done: int, total: int, text: str) -> None:
        steps.append(text)
        if len(steps) > last or (last == 99 and text == "写好了"):
            raise Cancelled

    steps: list[str] = []
    with pytest.raises(Cancelled):
        office.reports.export(OCTOBER, tmp_path / "报送", step)
    assert not (tmp_path / "报送").exists()
    assert office.reports.issued(OCTOBER) is None


def test_single_papers_are_written_on_request_and_not_taken_for_the_set(
    office: Office, tmp_path: Path
) -> None:
    told: list[str] = []
    paths = office.reports.export(
        OCTOBER, tmp_path, lambda done, total, text: told.append(text), only=("review",)
    )
    assert [path.suffix for path in paths] == [".docx"]
    assert "报审单" in paths[0].name
    workbook = office.reports.export(OCTOBER, tmp_path, only=("X3", "checks"))[0]
    book = openpyxl.load_workbook(workbook)
    assert book.sheetnames == ["协商活动明细", "核对表"]
    book.close()
    assert office.reports.issued(OCTOBER) is None
    assert told == ["取数", "报审单", "写好了"]


def test_a_layout_of_unknown_records_is_told_of_and_passed_over(office: Office, tmp_path: Path) -> None:
    own = office.store.folder.layouts
    own.mkdir()
    text = (Path("resources") / "layouts" / "X4.json").read_text(encoding="utf-8")
    (own / "X4.json").write_text(text.replace("meeting.consensus.task", "meeting.dreams"), encoding="utf-8")
    assert "没有“records:meeting.dreams”这样的记录" in "".join(office.reports.shelf().problems)
    assert "X4" not in [paper.key for paper in office.reports.papers(OCTOBER)]
    assert len(office.reports.export(OCTOBER, tmp_path / "报送")) == 3
