"""Wrong passwords cost more and more time, also over a restart, and never lock anybody out for good."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.store.password.patience import FREE, LONGEST, Patience, delay
from tests.office import MOMENT


def later(**by: float) -> FixedClock:
    return replace(FixedClock(MOMENT), moment=MOMENT + timedelta(**by))


def tried(path: Path, times: int) -> Patience:
    patience = Patience(path, FixedClock(MOMENT))
    for _ in range(times):
        patience.count()
    return patience


def test_the_first_tries_cost_nothing(tmp_path: Path) -> None:
    patience = tried(tmp_path / "a", FREE - 1)
    patience.check()
    assert patience.left() == 0


def test_then_each_costs_more_until_an_end() -> None:
    waits = [delay(wrong) for wrong in range(40)]
    assert waits == sorted(waits)
    assert waits[:6] == [0, 0, 0, 5, 10, 20]
    assert waits[-1] == delay(10_000) == LONGEST


def test_it_is_remembered_over_a_restart_and_passes(tmp_path: Path) -> None:
    tried(tmp_path / "a", 5)
    with pytest.raises(AppError, match="错了 5 次，请等 20 秒"):
        Patience(tmp_path / "a", FixedClock(MOMENT)).check()
    assert Patience(tmp_path / "a", later(seconds=13)).left() == 7
    Patience(tmp_path / "a", later(seconds=20)).check()


def test_a_clock_set_back_neither_helps_nor_hurts(tmp_path: Path) -> None:
    tried(tmp_path / "a", 5)
    assert Patience(tmp_path / "a", later(days=-400)).left() == 20


def test_a_clock_set_back_costs_one_wait_and_no_month(tmp_path: Path) -> None:
    tried(tmp_path / "a", 5)  # while the clock was ahead
    assert Patience(tmp_path / "a", later(days=-30)).left() == 20
    assert Patience(tmp_path / "a", later(days=-30, seconds=13)).left() == 7
    Patience(tmp_path / "a", later(days=-30, seconds=20)).check()


def test_a_clock_set_back_locks_nobody_out_where_nothing_can_be_written(tmp_path: Path) -> None:
    tried(tmp_path / "a", 5)
    (tmp_path / "a.part").mkdir()
    Patience(tmp_path / "a", later(days=-30)).check()


def test_the_right_password_forgets_it(tmp_path: Path) -> None:
    patience = tried(tmp_path / "a", 8)
    patience.forget()
    assert patience.left() == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"wrong": "x"}', b'{"wrong": 9, "at": "2026"}', b"\xff"])
def test_a_damaged_file_locks_nobody_out(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a").write_bytes(raw)
    assert 0 <= Patience(tmp_path / "a", FixedClock(MOMENT)).left() <= LONGEST


def test_a_folder_that_cannot_be_written_locks_nobody_out(tmp_path: Path) -> None:
    patience = tried(tmp_path / "没有" / "a", 9)
    patience.check()
    assert patience.left() == 0
