"""The model of every list, alone: ids at hand, rows by the page, ticks that outlive sorting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.services.list_rows import Cell, Row
from app.ui.tables.columns import Column
from app.ui.tables.model import LOOK_AHEAD, PAGE, PAGES_KEPT, LedgerModel

NAME = Column("name", "名称", "会议名称", title=True)
HOST = Column("host", "主持人", "主持人", needed=True)
COUNT = Column("count", "合计", "合计人数", right=True, strong=True)


class Rows:
    """Rows made up as they are asked for; notes what was asked."""

    def __init__(self, gone: frozenset[int] = frozenset()) -> None:
        self.asked: list[tuple[int, ...]] = []
        self.weighed: list[tuple[int, ...]] = []
        self.gone = gone

    def rows(
        self, kind: str, ids: Sequence[int], keys: Sequence[str] | None = None, *, full: bool = False
    ) -> list[Row]:
        self.asked.append(tuple(ids))
        return [_row(local, keys or ()) for local in ids if local not in self.gone]

    def missing(self, kind: str, ids: Sequence[int]) -> dict[int, int]:
        self.weighed.append(tuple(ids))
        return {local: local % 3 for local in ids}


def _row(local: int, keys: Sequence[str]) -> Row:
    """Every tenth is a draft, every twentieth a plan; every fifth has no host."""
    texts = {"name": f"第{local}场", "host": "" if local % 5 == 0 else "陈志明", "count": str(local)}
    cells = {key: Cell(texts[key], texts[key]) for key in keys}
    status = "draft" if local % 10 == 0 else "registered"
    return Row(local, f"{local:032x}", "", status, texts["name"], None, local % 20 == 0, cells)


def _model(ids: Sequence[int], source: Rows | None = None) -> tuple[LedgerModel, Rows]:
    rows = source or Rows()
    model = LedgerModel(rows)
    model.show("meeting", [NAME, HOST, COUNT], ids)
    return model, rows


def _texts(model: LedgerModel, place: int) -> list[Any]:
    return [model.data(model.index(place, section)) for section in range(model.columnCount())]


def test_qt_finds_nothing_wrong(qtmodeltester: ModelTester, qapp: object) -> None:
    model, _ = _model(range(1, 30))
    qtmodeltester.check(model)
    model.show("meeting", [NAME], range(5, 9))
    qtmodeltester.check(model)


def test_rows_are_read_by_the_page_and_kept_for_a_while(qapp: object) -> None:
    model, rows = _model(range(100_000))
    assert rows.asked == []
    assert model.rowCount() == 100_000
    assert _texts(model, 57_001)[1] == "第57001场"
    assert _texts(model, 57_150)[1] == "第57150场"
    assert [len(ids) for ids in rows.asked] == [PAGE]
    for number in range(PAGES_KEPT):
        model.row_at(number * PAGE)
    assert len(rows.asked) == PAGES_KEPT + 1
    model.row_at(57_001)
    assert len(rows.asked) == PAGES_KEPT + 2


def test_cells_say_what_is_there_what_is_missing_and_what_blocks(qapp: object) -> None:
    model, _ = _model(range(1, 41))
    assert _texts(model, 0) == [None, "第1场", "陈志明", "1", "已登记"]
    assert _texts(model, 4)[2] == "未填"
    assert _texts(model, 9)[4] == "缺 1 处"
    assert _texts(model, 19)[4] == "计划"
    assert _texts(model, 29)[4] == "草稿"
    align = model.data(model.index(0, 3), Qt.ItemDataRole.TextAlignmentRole)
    assert align & Qt.AlignmentFlag.AlignRight
    assert model.headerData(2, Qt.Orientation.Horizontal) == "主持人"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "状态"


def test_drafts_in_sight_are_weighed_together_and_once(qapp: object) -> None:
    model, rows = _model([10 * n for n in range(1, 200, 2)])
    for place in range(30):
        model.status_at(place)
    assert len(rows.weighed) == 2
    assert [len(ids) for ids in rows.weighed] == [LOOK_AHEAD, LOOK_AHEAD]
    registered, others = _model([11, 12, 13])
    registered.status_at(0)
    assert others.weighed == []


def test_a_row_that_is_gone_stays_blank(qapp: object) -> None:
    model, _ = _model(range(1, 6), Rows(gone=frozenset({3})))
    assert _texts(model, 2)[1:] == ["", "", "", ""]
    assert model.status_at(2) is None


def test_ticks_belong_to_records_not_to_places(qapp: object, qtbot: QtBot) -> None:
    model, _ = _model(range(1, 10))
    with qtbot.waitSignal(model.ticks_changed):
        model.tick([1, 2], True)
    assert model.ticked == (2, 3)
    model.show("meeting", [NAME], range(9, 0, -1))
    assert model.ticked == (3, 2)
    assert [model.is_ticked(place) for place in (6, 7, 8)] == [True, True, False]
    check = model.data(model.index(6, 0), Qt.ItemDataRole.CheckStateRole)
    assert check is Qt.CheckState.Checked
    with qtbot.waitSignal(model.ticks_changed):
        model.show("meeting", [NAME], [3, 4])
    assert model.ticked == (3,)
    model.show("visit", [NAME], [3, 4])
    assert model.ticked == ()


def test_ticking_everything_is_told_once(qapp: object) -> None:
    model, _ = _model(range(50_000))
    told: list[int] = []
    model.ticks_changed.connect(lambda: told.append(len(model.ticked)))
    model.tick_all(True)
    model.tick_all(True)
    model.tick([5], True)
    model.tick_all(False)
    assert told == [50_000, 0]
