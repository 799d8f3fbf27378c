"""The ledger of meetings: words for what is stored, put together as a clerk would write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.models.periods import Calendar
from app.services.ledger import Ledger, period_ids
from app.services.office import Office
from app.services.options import Options
from tests.office import small_office
from tests.services.record_samples import FULL, RARE, VISIT

OCTOBER = Calendar().month(2026, 10)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _cells(office: Office, kind: str, *keys: str) -> list[list[Any]]:
    with office.store.reading() as session:
        ledger = Ledger(session, Options.load(session), kind, period_ids(session, kind, OCTOBER))
        return [[ledger.cell(row, key) for key in keys] for row in ledger.rows]


def test_cells_are_words_days_and_numbers(office: Office) -> None:
    office.records.add("meeting", [FULL])
    wanted = {
        "happened_on": date(2026, 10, 12),
        "topic": "电动车集中充电",
        "township": "永兴街道",
        "village": "大树营社区",
        "brand": "院坝协商",
        "other_brands": "界别协商、一线协商",
        "began_at": "09:05",
        "party_head": "是",
        "member_count": 2,
        "headcount": 16,
        "background": "第一段\n第二段",
        "plan": "电动车集中充电与消防安全",
        "ended_on": None,
    }
    assert _cells(office, "meeting", *wanted) == [list(wanted.values())]


def test_consensus_and_its_tasks_are_put_together(office: Office) -> None:
    office.records.add("meeting", [FULL, FULL | {"topic": "另一个", "consensus": FULL["consensus"][:1]},
                                   FULL | {"topic": "没有共识", "consensus": []}])  # fmt: skip
    keys = ("brand_focus", "consensus_text", "task_units", "task_states", "task_satisfaction")
    assert _cells(office, "meeting", *keys) == [
        [
            "院坝协商／绿美乡村",
            "1.建充电桩\n2.共识只有一句话",
            "1.住建局\n2.—",
            "1.已办结（10月20日）\n2.—",
            None,
        ],
        ["院坝协商／绿美乡村", "建充电桩", "住建局", "已办结（10月20日）", None],
        ["院坝协商／绿美乡村", None, None, None, None],
    ]


def test_rows_are_the_registered_of_the_period_oldest_first(office: Office) -> None:
    days = {"晚": "2026-10-20", "只知道月": "2026-10", "早": "10.1", "上月": "9.30", "另一早": "10.1"}
    added = office.records.add("visit", [VISIT | {"name": n, "happened_on": day} for n, day in days.items()])
    office.records.add("visit", [VISIT | {"name": "草稿"}], draft=True)
    office.records.delete("visit", [added[4].uuid])
    assert [row[0] for row in _cells(office, "visit", "name")] == ["只知道月", "早", "晚"]
    assert _cells(office, "visit", "happened_on")[0] == ["2026-10"]


def test_what_a_ledger_has_is_what_its_cells_give(office: Office) -> None:
    office.records.add("meeting", [FULL])
    with office.store.reading() as session:
        ledger = Ledger(session, Options.load(session), "meeting", period_ids(session, "meeting", OCTOBER))
        assert ledger.has("topic")
        assert ledger.has("consensus_text")
        assert ledger.has("background")
        assert not ledger.has("members")
        assert not ledger.has("weather")


def test_the_excel_ledger_keeps_rare_characters_and_what_looks_like_a_formula(
    office: Office, tmp_path: Path
) -> None:
    office.records.add("meeting", [FULL | {"topic": f"=SUM(A1) {RARE}", "host": "+86"}])
    path = office.reports.write_workbook(OCTOBER, office.reports.tables(OCTOBER), tmp_path / "导出")
    book = openpyxl.load_workbook(path)
    cells = [cell for line in book["协商活动明细"].iter_rows() for cell in line if cell.value is not None]
    found = [(cell.value, cell.data_type) for cell in cells if RARE in str(cell.value)]
    assert found == [(f"=SUM(A1) {RARE}", "s")]
    book.close()
