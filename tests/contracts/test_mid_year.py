"""An office that starts in mid-year with opening figures: 累计, 上年同期 and the first 报送 are right.

What must come out is added up here from what the sheet states and the records say, month by month.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.clock import FixedClock
from app.errors import ReasonNeeded
from app.models.days import Month
from app.models.periods import Period
from app.services.figure_json import figure_rows
from app.services.figure_values import Pair
from app.services.office import Office
from app.services.opening_headings import Stretch
from app.services.opening_preview import OpeningPreview
from app.services.report_checks import to_date_checks
from tests.office import small_office, uuids

CUT_OFFS = (0, 25, 20, 10)
YEAR_STARTS = (1, 1, 7)
BY_MONTHS, BY_SUMS = (0, 1), (2, 3)  # seeds, of which each has its own cut-off day
FLOWS = {"visits": "委员走访", "people_served": "服务群众", "meetings": "协商活动", "suggestions": "意见建议"}
TOWN = "青山镇"
LATER = datetime(2028, 1, 20, 9, 0)

Key = tuple[int, int]
"""Year and month."""


@dataclass
class Story:
    """An office that was asked about months before it had this program; all numbers are drawn."""

    office: Office
    draw: random.Random
    start: Period
    stated: dict[tuple[str, Key], int] = field(default_factory=dict)
    recorded: dict[tuple[str, Key], int] = field(default_factory=dict)
    town: dict[Key, int] = field(default_factory=dict)

    @property
    def begin(self) -> Key:
        """Where the running total begins that the first month adds to."""
        first = self.office.settings.year_start_month
        return (2026 if first <= self.start.index else 2025, first)

    @property
    def before(self) -> list[Key]:
        """The months the sheet tells of: those of last year and of this one before the start."""
        found = [(2025 + n // 12, n % 12 + 1) for n in range(24)]
        return [key for key in found if key < (2026, self.start.index)]

    def period(self, key: Key) -> Period:
        return self.office.calendar.month(*key)

    def record(self, key: Key) -> None:
        """One visit and perhaps a meeting inside a month, also on its very first and last day."""
        period = self.period(key)
        span = (period.end - period.start).days
        day = period.start + timedelta(days=self.draw.choice((0, span, self.draw.randint(0, span))))
        served = self.draw.randint(0, 40)
        town = self.draw.choice((TOWN, "大河镇"))
        visit = {"happened_on": day.isoformat(), "name": f"走访 {self.draw.random()}",
                 "township": town, "people_served": served,
                 "members": [self.draw.choice(("马文军", "单小云", "王强"))]}  # fmt: skip
        self.office.records.add("visit", [visit], draft=False)
        self._note("visits", key, 1)
        self._note("people_served", key, served)
        if town == TOWN:
            self.town[key] = self.town.get(key, 0) + 1
        if self.draw.random() < 0.5:
            opinions = self.draw.randint(0, 3)
            meeting = {"topic": f"协商 {self.draw.random()}", "happened_on": day.isoformat(), "place": "某处",
                       "township": "大河镇", "brand": "negotiate", "people": {"masses": 3},
                       "opinions": [{"text": f"意见 {n}"} for n in range(opinions)],
                       "members": visit["members"]}  # fmt: skip
            self.office.records.add("meeting", [meeting], draft=False)
            self._note("meetings", key, 1)
            self._note("suggestions", key, opinions)

    def _note(self, figure: str, key: Key, amount: int) -> None:
        self.recorded[figure, key] = self.recorded.get((figure, key), 0) + amount

    def number(self, figure: str, key: Key) -> int:
        """What the office says of a month: as the sheet states it, else as recorded."""
        return self.stated.get((figure, key), self.recorded.get((figure, key), 0))

    def to_date(self, figure: str, last: Key) -> int:
        keys = [(year, month) for year in (2025, 2026) for month in range(1, 13)]
        return sum(self.number(figure, key) for key in keys if self.begin <= key <= last)

    def take(self, folder: Path, cells: Mapping[tuple[str, ...], Any]) -> None:
        preview = read(self.office, folder, cells)
        self.office.opening.take(preview)


def read(office: Office, folder: Path, cells: Mapping[tuple[str, ...], Any]) -> OpeningPreview:
    """A clerk's own small sheet with these numbers: figure, heading and perhaps township → what is typed."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    headings = list(dict.fromkeys(heading for _, heading, *_ in cells))
    sheet.append(["指标", "乡镇", *headings])
    rows = list(dict.fromkeys((figure, *town) for figure, _, *town in cells))
    for figure, *town in rows:
        own = [cells.get((figure, heading, *town)) for heading in headings]
        sheet.append([figure, town[0] if town else None, *own])
    path = folder / "以前报过的数.xlsx"
    book.save(path)
    preview = office.opening.read(path)
    assert not preview.problems
    return preview


@pytest.fixture
def story(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Story]:
    seed = request.param
    draw = random.Random(seed)
    office = small_office(tmp_path / "data")
    office.change_settings(
        {"cut_off_day": CUT_OFFS[seed % len(CUT_OFFS)], "year_start_month": draw.choice(YEAR_STARTS)}
    )
    start = office.calendar.month(2026, draw.randint(3, 10))
    office.clock = FixedClock(datetime.combine(start.start + timedelta(days=9), datetime.min.time()))
    made = Story(office, draw, start)
    for key in draw.sample(made.before, 3):
        made.record(key)  # some of the past was entered already
    yield made
    office.store.close()


def sheet_by_months(story: Story) -> dict[tuple[str, ...], Any]:
    """Numbers for most months, 青山镇's visits apart; what the clerk leaves empty stays as recorded."""
    cells: dict[tuple[str, ...], Any] = {}
    for key in story.before:
        heading = f"{key[0]}-{key[1]:02d}"
        for figure, label in FLOWS.items():
            if story.draw.random() < 0.8:
                story.stated[figure, key] = cells[label, heading] = story.draw.choice((0, 4, 17))
        if cells.get(("委员走访", heading)):
            town = story.draw.randint(0, cells["委员走访", heading])
            story.town[key] = cells["委员走访", heading, TOWN] = town
    return cells


def sheet_by_sums(story: Story) -> dict[tuple[str, ...], Any]:
    """One number for all months of the running total, one for all before it."""
    cells: dict[tuple[str, ...], Any] = {}
    now = [key for key in story.before if key >= story.begin]
    past = [key for key in story.before if key < story.begin]
    for months in (now, past):
        if not months:
            continue
        heading = Stretch(Month(*months[0]), Month(*months[-1])).label
        for figure, label in FLOWS.items():
            cells[label, heading] = story.draw.choice((20, 300))
            for key in months:
                story.stated[figure, key] = 0
            story.stated[figure, months[-1]] = cells[label, heading]
    return cells


def first_months(story: Story) -> list[Key]:
    """The two that are reported first."""
    return [(2026, story.start.index), (2026, story.start.index + 1)]


@pytest.mark.parametrize("story", BY_MONTHS, indirect=True)
def test_month_by_month_every_number_before_and_after_is_right(story: Story, tmp_path: Path) -> None:
    story.take(tmp_path, sheet_by_months(story))
    office, last_sent = story.office, None
    months = first_months(story)
    office.clock = FixedClock(LATER)
    for key in months:
        for _ in range(story.draw.randint(0, 3)):
            story.record(key)
    town = uuids(office, "township")[TOWN]
    for key in months:
        period = story.period(key)
        sent = office.submissions.submit(period)
        values = office.submissions.figures(sent.number)
        for figure in FLOWS:
            current, late = values.total(figure, "current"), values.total(figure, "late")
            assert (current, late) == (story.number(figure, key), 0), figure
            assert values.total(figure, "ytd") == story.to_date(figure, key), figure
            year_before = story.number(figure, (key[0] - 1, key[1]))
            assert values.total(figure, "last_year") == year_before, figure
            if last_sent is not None:
                before = office.submissions.figures(last_sent).total(figure, "ytd")
                assert values.total(figure, "ytd") == before + current
        own = office.submissions.figures(sent.number, "township")
        wanted = sum(n for month, n in story.town.items() if story.begin <= month <= key)
        assert own.part("visits", "ytd", town) == wanted
        assert not sent.base or sent.base == last_sent
        last_sent = sent.number
        told = office.submissions.figures(last_sent)
        assert all(check.holds for check in to_date_checks(office.figures, period))
        following = to_date_checks(office.figures, office.calendar.next(period), told)
        assert all(check.holds for check in following)
    # A year later: what was reported is compared with, and before it what the sheet says.
    for month, was_sent in ((story.start.index, True), (story.start.index - 1, False)):
        spans = office.figures.spans(office.calendar.month(2027, month))
        values = office.figures.evaluate(list(FLOWS), spans)
        assert ("last_year" in values.sent) == was_sent
        assert [values.total(f, "last_year") for f in FLOWS] == [
            story.number(f, (2026, month)) for f in FLOWS
        ]


@pytest.mark.parametrize("story", BY_SUMS, indirect=True)
def test_as_one_sum_the_running_total_is_right_and_single_months_are_not_known(
    story: Story, tmp_path: Path
) -> None:
    cells = sheet_by_sums(story)
    story.take(tmp_path, cells)
    office, last_sent = story.office, None
    months = first_months(story)
    office.clock = FixedClock(LATER)
    for key in months:
        story.record(key)
    for key in months:
        period = story.period(key)
        rows = {row["key"]: row for row in figure_rows(office.figures, period, None)}
        # A month of last year of which only a sum is known is not known; a sum of one month is.
        summed = (2025, key[1]) < story.begin and story.begin > (2025, 2)
        if summed or (story.begin <= (2025, key[1]) and len(story.before) > 1):
            assert {rows[figure]["上年同期"] for figure in FLOWS} == {None}
        sent = office.submissions.submit(period)
        values = office.submissions.figures(sent.number)
        for figure in FLOWS:
            assert values.total(figure, "current") == story.number(figure, key), figure
            assert values.total(figure, "ytd") == story.to_date(figure, key), figure
            if last_sent is not None:
                before = office.submissions.figures(last_sent).total(figure, "ytd")
                assert values.total(figure, "ytd") == before + values.total(figure, "current")
        last_sent = sent.number
    # What was reported is known a year later, though a sum of the months before reaches up to it.
    period = office.calendar.month(2027, story.start.index)
    rows = {row["key"]: row for row in figure_rows(office.figures, period, None)}
    assert rows["visits"]["上年同期"] == story.number("visits", months[0])
    home = next(row for row in office.months.overview(period).rows if row.figure == "visits")
    assert home.last_year == story.number("visits", months[0])


def test_stocks_and_rates_of_the_months_before_are_taken_over(tmp_path: Path) -> None:
    office = small_office(tmp_path / "data")
    office.clock = FixedClock(datetime(2026, 9, 3, 9, 0))
    cells = {
        ("委员工作室", "2025-09"): 5, ("委员工作室", "2026-08"): 9,
        ("走访反映问题", "2025-09"): 8, ("反映问题已办结", "2025-09"): 2,
        ("走访反映问题", "2026年1—8月一笔"): 40, ("反映问题已办结", "2026年1—8月一笔"): 30,
    }  # fmt: skip
    office.opening.take(read(office, tmp_path, cells))
    period = office.calendar.month(2026, 9)
    office.clock = FixedClock(datetime(2026, 10, 5, 9, 0))
    sent = office.submissions.submit(period)
    values = office.submissions.figures(sent.number)
    assert [values.total("studios", span) for span in ("current", "ytd", "last_year")] == [9, 9, 5]
    assert values.total("problem_close_rate", "last_year") == Pair(2, 8)
    assert values.total("problem_close_rate", "ytd") == Pair(30, 40)
    assert values.total("problem_close_rate", "current") == Pair(0, 0)
    assert not office.submissions.late(period)


def test_opening_figures_that_come_after_the_first_submission_ask_why_and_go_up_next(tmp_path: Path) -> None:
    office = small_office(tmp_path / "data")
    office.clock = FixedClock(datetime(2026, 10, 5, 9, 0))
    september, october = (office.calendar.month(2026, month) for month in (9, 10))
    first = office.submissions.submit(september)
    assert office.submissions.figures(first.number).total("visits", "ytd") == 0
    preview = read(office, tmp_path, {("委员走访", "2026年1—8月一笔"): 50})
    with pytest.raises(ReasonNeeded) as asked:
        office.opening.take(preview)
    assert [(each.figure, each.before, each.after) for each in asked.value.effects] == [
        ("委员走访累计", "0", "50")
    ]
    assert office.count("adjustment") == 0
    office.opening.take(preview, "期初数当时没有导入")
    values = office.figures.evaluate(["visits"], office.figures.spans(october))
    spans = ("occurred", "late", "current", "ytd")
    assert [values.total("visits", span) for span in spans] == [0, 50, 50, 50]
    # Who wants them in the first month instead takes it back and reports it anew.
    office.submissions.reopen(september, "期初数没有算进去")
    again = office.submissions.submit(september)
    values = office.submissions.figures(again.number)
    assert [values.total("visits", span) for span in spans] == [0, 0, 0, 50]
    (line,) = office.submissions.records(again.number, "visits", to_date=True)
    assert (line.kind, line.amount) == ("adjustment", 50)


def test_a_zero_reported_before_the_first_record_is_known(tmp_path: Path) -> None:
    office = small_office(tmp_path / "data")
    office.clock = FixedClock(datetime(2026, 10, 28, 9, 0))
    september, october = (office.calendar.month(2026, month) for month in (9, 10))
    visit = {"happened_on": "2026-10-13", "name": "走访果农", "members": ["马文军"], "people_served": 20}
    office.records.add("visit", [visit], draft=False)

    def before(period: Period) -> tuple[Any, Any]:
        row = next(row for row in office.months.overview(period).rows if row.figure == "visits")
        return row.previous, row.last_year

    assert before(october) == (None, None)
    assert office.submissions.submit(september).is_zero
    assert before(october) == (0, None)
    assert before(office.calendar.month(2027, 9)) == (0, 0)
