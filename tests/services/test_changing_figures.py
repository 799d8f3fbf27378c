"""An own figure that comes or goes while numbers are worked out: they are all of one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from app.errors import AppError
from app.models.figure_set import FigureSet
from app.services.charts import Charts
from app.services.differences import Differences
from app.services.figure_json import figure_declarations, figure_records
from app.services.figures import Figures
from app.services.going_up import going_up
from app.services.office import Office
from app.services.report_checks import checks, to_date_checks
from tests.office import small_office
from tests.services.opening_form import filled

OWN = {"label": "本会走访", "source": "visit", "unit": "次"}
KEY = "own_1"
VISIT = {"happened_on": "2026-10-13", "name": "走访果农", "members": ["马文军"], "people_served": 20}
PLACES = 2
"""So often the figures were read apart where numbers of two moments came together."""


class Disturbed(Figures):
    """Somebody else's save begins when the figures were read for the n-th time."""

    change: Callable[[], object]
    left: int
    _saving: Thread | None = None

    @property
    def catalogue(self) -> FigureSet:
        found = super().catalogue
        self.left -= 1
        if self.left == 0:
            self._saving = Thread(target=self.change)
            self._saving.start()
            self._saving.join(0.1)  # it has to wait for whoever reads in one go
        return found

    def end(self) -> None:
        """The save has ended too."""
        if self._saving is not None:
            self._saving.join()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path / "数据")
    assert office.own_figures.add(OWN).key == KEY
    office.records.add("visit", [VISIT])
    yield office
    office.store.close()


def diff(office: Office, figures: Figures) -> object:
    calendar = office.calendar
    sides = calendar.month(2026, 9), calendar.month(2026, 10)
    parts = office.store.reading, figures, office.submissions._reported, office.submissions.figures
    return Differences(*parts).of(*sides)


def october(office: Office) -> Any:
    return office.calendar.month(2026, 10)


ASKED: dict[str, Callable[[Office, Figures], object]] = {
    "checks": lambda office, figures: checks(figures, office.calendar.quarter(2026, 4)),
    "running totals": lambda office, figures: to_date_checks(figures, october(office)),
    "what goes up": lambda office, figures: going_up(figures, office.submissions, october(office), None),
    "differences": diff,
    "a chart": lambda office, figures: Charts(office.store, office.clock, figures).chart(
        KEY, october(office), "township"
    ),
    "declarations": lambda office, figures: figure_declarations(figures, office.own_figures),
    "records": lambda office, figures: figure_records(figures, "本会走访", october(office)),
}


def told(office: Office, asked: str, figures: Figures) -> object:
    try:
        return ASKED[asked](office, figures)
    except AppError as error:
        return error.message


@pytest.mark.parametrize("asked", ASKED)
def test_all_that_is_told_is_of_one_moment(office: Office, asked: str) -> None:
    own = office.own_figures
    for place in range(1, PLACES + 1):
        for retired in (True, False):
            before = told(office, asked, office.figures)
            figures = Disturbed(office.store, office.calendar)
            figures.left, figures.change = place, partial(own.retire, KEY, retired)
            found = told(office, asked, figures)
            figures.end()
            own.retire(KEY, retired)
            assert found in (before, told(office, asked, office.figures))


def test_numbers_of_a_figure_out_of_use_by_now_are_not_taken(office: Office, tmp_path: Path) -> None:
    preview = office.opening.read(filled(office, tmp_path, {("本会走访", "2025-10"): 8}))
    assert [line.figure for line in preview.lines] == [KEY]
    office.own_figures.retire(KEY)
    with pytest.raises(AppError, match="看过以后台账又有改动，一个数也没有记"):
        office.opening.take(preview)
    office.own_figures.retire(KEY, False)
    assert len(office.opening.take(preview)) == 1
