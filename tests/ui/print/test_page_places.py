"""Pages lie in the middle of the desk, as large as the way of fitting them says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from app.ui.print.page_places import FULL_SIZE, GAP, Fit, arranged, fitting, next_scale

A4 = (595.3, 841.9)
LYING = (841.9, 595.3)
ROOM = QSize(900, 600)


def test_each_fit_fills_what_it_names() -> None:
    width = fitting([A4, LYING], Fit.WIDTH, ROOM, 1.0)
    assert LYING[0] * width == pytest.approx(900 - 2 * GAP)
    page = fitting([A4], Fit.PAGE, ROOM, 1.0)
    assert A4[1] * page == pytest.approx(600 - 2 * GAP)
    two = fitting([LYING], Fit.TWO, ROOM, 1.0)
    assert 2 * LYING[0] * two == pytest.approx(900 - 3 * GAP)
    assert fitting([A4], Fit.FREE, ROOM, 1.7) == 1.7
    assert fitting([], Fit.WIDTH, ROOM, 1.7) == 1.7
    assert fitting([A4], Fit.WIDTH, QSize(4000, 600), 1.0) == 2.0


def test_pages_stand_in_the_middle_one_below_the_other() -> None:
    places = arranged([A4, LYING], Fit.FREE, ROOM, 0.5)
    first, second = places.pages
    assert first.center().x() == pytest.approx(450, abs=1)
    assert second.center().x() == pytest.approx(450, abs=1)
    assert second.top() - first.bottom() - 1 == GAP
    assert places.extent.height() == second.bottom() + 1 + GAP
    assert [places.at(y) for y in (0, first.bottom(), second.top())] == [0, 0, 1]


def test_two_by_two() -> None:
    places = arranged([A4] * 3, Fit.TWO, ROOM, 0.5).pages
    assert places[0].top() == places[1].top() < places[2].top()
    assert places[0].right() < places[1].left()


def test_steps_of_zoom_end_somewhere() -> None:
    assert next_scale(FULL_SIZE, 1) == pytest.approx(1.1 * FULL_SIZE)
    assert next_scale(FULL_SIZE, -1) == pytest.approx(0.9 * FULL_SIZE)
    assert next_scale(4 * FULL_SIZE, 1) == 4 * FULL_SIZE
