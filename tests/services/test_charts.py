"""Every bar says what the figure itself says, and nothing where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import AppError
from app.services.charts import FOCUS, MONTH, TOWNSHIP, Charts
from app.services.office import Office
from tests.office import small_office

HELD = (
    ("2026-09-03", "永兴街道", "courtyard", "law"),
    ("2026-10-12", "永兴街道", "courtyard", "green"),
    ("2026-10-13", "青山镇", "courtyard", "green"),
    ("2026-10-14", "永兴街道", "grassroots", None),
    ("2025-10-20", "青山镇", "grassroots", None),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    focus = [option.key for option in made.options().entries("focus")]
    keys = {"law": focus[0], "green": focus[1], None: None}
    made.records.add("meeting", [
        {"happened_on": day, "topic": f"议题 {place}", "township": township, "brand": brand,
         "focus": keys[sort], "host": "周文", "members": ["陈志明"], "people": {"masses": 10}}
        for place, (day, township, brand, sort) in enumerate(HELD)
    ])  # fmt: skip
    yield made
    made.store.close()


def charts(office: Office) -> Charts:
    return Charts(office.store, office.clock, office.figures)


def test_months_stand_beside_those_of_last_year(office: Office) -> None:
    chart = charts(office).chart("meetings", office.calendar.parse("2026-10"), MONTH)
    assert chart.series == ("2026年", "2025年")
    shown = {line.label: tuple(point.amount for point in line.points) for line in chart.lines}
    assert shown["9月"] == (1, None)  # last September nobody kept a ledger: not 0
    assert shown["10月"] == (3, 1)
    assert shown["11月"] == (None, 0)
    assert shown["8月"] == (0, None)
    assert (chart.total, chart.adds) == ("4", True)
    assert [point.period.key for point in chart.lines[9].points] == ["2026-10", "2025-10"]


@pytest.mark.parametrize("view", [TOWNSHIP, FOCUS])
def test_every_group_says_how_many_records_are_behind_it(office: Office, view: str) -> None:
    period = office.calendar.parse("2026-10")
    chart = charts(office).chart("meetings", period, view)
    assert sum(line.points[0].amount or 0 for line in chart.lines) == 3
    for line in chart.lines:
        point = line.points[0]
        behind = office.figures.records("meetings", point.period, chart.by, point.group)
        assert len(behind) == point.amount, line.label


def test_groups_stand_in_the_order_of_the_office_or_by_size(office: Office) -> None:
    period = office.calendar.parse("2025")
    plain = [line.label for line in charts(office).chart("meetings", period, TOWNSHIP).lines]
    assert plain == ["永兴街道", "青山镇", "大河镇"]
    largest = charts(office).chart("meetings", period, TOWNSHIP, by_size=True).lines[0]
    assert (largest.label, largest.points[0].text) == ("青山镇", "1")


def test_ratios_are_said_in_per_cent_and_do_not_add_up(office: Office) -> None:
    chart = charts(office).chart("task_close_rate", office.calendar.parse("2026-10"), MONTH)
    assert not chart.adds
    assert chart.lines[9].points[0].text == "—"  # no task was given: there is nothing to divide by


def test_nothing_recorded_is_empty(office: Office) -> None:
    assert charts(office).chart("meetings", office.calendar.parse("2024"), TOWNSHIP).is_empty


def test_what_a_figure_cannot_be_split_by_is_known(office: Office) -> None:
    assert charts(office).can_show("meetings", FOCUS)
    assert not charts(office).can_show("visits", FOCUS)
    with pytest.raises(AppError, match="没有"):
        charts(office).chart("没有这个", office.calendar.parse("2026"), MONTH)
