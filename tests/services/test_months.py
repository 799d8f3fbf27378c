"""The first page says of a month what its records say, and nothing that is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app.clock import FixedClock
from app.errors import Level, Problem
from app.models import RECORDS
from app.models.figures import FIGURES
from app.models.meeting import ConsensusItem, Meeting, Task
from app.models.visit import Visit
from app.services.aggregates import Aggregate
from app.services.doubts import ALIKE
from app.services.matters import Matter, lacking
from app.services.monthly import MONTHLY
from app.services.months import HOME_FIGURES, MonthOverview, Months
from app.services.office import Office
from tests.office import MOMENT, small_office

Add = Callable[..., Aggregate]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def add(office: Office) -> Add:
    """Adds one meeting, visit or studio activity that can be counted, changed as told."""
    plain: dict[str, dict[str, Any]] = {
        "meeting": {"topic": "路灯怎么修", "township": "永兴街道", "members": ["周文"],
                    "research": [{"on": "2020-01-01"}]},
        "visit": {"name": "走访养殖户", "township": "青山镇", "members": ["单小云"], "people_served": 20},
        "studio_activity": {"topic": "接待日", "studio": "青山镇委员工作室", "activity_type": "reception",
                            "members": ["马文军"]},
    }  # fmt: skip

    def made(kind: str, day: str, draft: bool = False, **changed: Any) -> Aggregate:
        raw = plain.get(kind, {}) | {"happened_on": day} | changed
        return office.records.add(kind, [raw], draft=draft)[0]

    return made


def months(office: Office) -> Months:
    return Months(office.store, office.clock, office.settings, office.figures, office.records)


def october(office: Office, key: str = "2026-10") -> MonthOverview:
    return months(office).overview(office.calendar.parse(key))


def doubts(office: Office, key: str = "2026-10") -> tuple[Matter, ...]:
    return months(office).doubts(office.calendar.parse(key))


def row(view: MonthOverview, figure: str) -> Any:
    return next(each for each in view.rows if each.figure == figure)


# figures


def test_all_figures_of_the_first_page_are_declared() -> None:
    asked = [key for _, figures in HOME_FIGURES for key, _ in figures]
    assert set(asked) <= {figure.key for figure in FIGURES}
    assert len(set(asked)) == len(asked)


def test_a_row_compares_months_like_a_plain_count(office: Office, add: Add) -> None:
    days = ("2025-10-03", "2025-12-31", "2026-01-01", "2026-09-30", "2026-10-01", "2026-10-28")
    for number, day in enumerate(days):
        add("meeting", day, topic=f"第{number}场", people={"群众代表": number})
    add("meeting", "2026-10-09", draft=True, topic="没填完", members=[])
    view = october(office)
    found = row(view, "meetings")
    assert (found.current, found.previous, found.last_year, found.to_date) == (2, 1, 1, 4)
    assert (found.change, found.change_on_year) == (1, 1)
    with office.store.reading() as session:
        statement = select(func.sum(Meeting.headcount)).where(
            Meeting.status == "registered", Meeting.happened_on >= date(2026, 10, 1)
        )
        assert row(view, "attendance_total").current == session.scalar(statement)
    by_month = dict(zip((month.key for month in view.months), found.months, strict=True))
    assert (by_month["2025-12"], by_month["2026-01"], by_month["2026-10"]) == (1, 1, 2)
    assert next(iter(by_month)) == "2025-11"


def test_months_before_the_first_record_are_not_known_and_never_nought(office: Office, add: Add) -> None:
    add("visit", "2026-08-20")
    view = october(office)
    found = row(view, "visits")
    assert found.last_year is None
    assert found.change_on_year is None
    assert found.months == (None,) * 9 + (1, 0, 0)
    assert found.previous == 0


def test_opening_figures_are_known_before_the_first_record(office: Office, add: Add) -> None:
    add("visit", "2026-10-02")
    opening = {
        "figure": "visits",
        "happened_on": "2025-10",
        "amount": 7,
        "basis": "旧账",
        "reason": "以前报过的",
    }
    office.records.add("adjustment", [opening])
    assert row(october(office), "visits").last_year == 7
    assert row(october(office), "people_served").last_year is None


def test_headings_follow_the_settings(office: Office) -> None:
    office.change_settings({"meeting_label": "有事好商量"})
    headings = [each.heading for each in october(office).rows if each.heading]
    assert headings == ["有事好商量", "委员走基层", "委员工作室"]


# how far the month is


def test_drafts_whose_day_has_come_block_and_planned_ones_do_not(office: Office, add: Add) -> None:
    add("meeting", "2026-10-05")
    add("meeting", "2026-10-28", draft=True, topic="今天的", members=[])
    add("meeting", "2026-10-29", draft=True, topic="明天的", members=[])
    add("visit", "2026-09-30", draft=True)
    view = october(office)
    assert (view.tally.registered, view.tally.drafts, view.tally.planned) == (1, 1, 1)
    assert [matter.title for matter in view.missing] == ["今天的"]
    assert months(office).pending(view.period) == 1


def test_a_planned_record_blocks_once_its_day_has_come(office: Office, add: Add) -> None:
    add("meeting", "2026-10-29", draft=True, topic="明天的", members=[])
    assert october(office).missing == ()
    next_day = Office(office.store, FixedClock(MOMENT + timedelta(days=1)))
    assert [matter.text for matter in october(next_day).missing] == ["缺：参加委员"]


def test_what_is_missing_is_named_oldest_first(office: Office, add: Add) -> None:
    add("meeting", "2026-10-21", draft=True, topic="菜市场", people={"群众代表": 37}, headcount=36)
    add("visit", "2026-10-17", draft=True, people_served=None)
    task = {"text": "建四处", "task": {"deadline": "2026-12-31"}}
    add("meeting", "2026-10-14", draft=True, brand="院坝协商", members=[], consensus=[task])
    found = october(office).missing
    assert [(matter.when, matter.text) for matter in found] == [
        ("10-14", "缺：五项重点、参加委员、第 1 条责任单位"),
        ("10-17", "缺：服务群众人次"),
        ("10-21", "合计人数：填了 36 人次，各类相加是 38：请改合计，或补上差的 2 人"),
    ]
    assert found[0].field == "focus"


def test_a_draft_that_lacks_nothing_says_so(office: Office, add: Add) -> None:
    add("visit", "2026-10-02", draft=True)
    assert october(office).missing[0].text == "填齐了，打开保存一次就登记"


def test_a_draft_without_a_date_belongs_to_the_month_of_today(office: Office) -> None:
    office.records.add("topic_plan", [{"name": "停车难", "year": 2026}], draft=True)
    assert [(matter.when, matter.text) for matter in october(office).missing] == [("没日期", "缺：审定日期")]
    assert october(office, "2026-09").tally.drafts == 0


def test_lacking_says_each_missing_thing_once() -> None:
    rows = [Problem(("tasks", n, "unit"), "责任单位", "请填", missing=True) for n in (0, 0, 2)]
    wrong = [Problem(("day",), "日期", "还没到", Level.COUNT)] * 2
    assert lacking([*rows, *wrong]) == "缺：第 1 条责任单位、第 3 条责任单位；日期：还没到"


def test_every_kind_with_a_date_makes_up_the_month() -> None:
    assert {model.key for model in MONTHLY} == {
        model.key for model in RECORDS if model.kind.day and model.key not in ("adjustment", "zero_report")
    }


@pytest.mark.parametrize(
    ("key", "day", "left"), [("2026-10", date(2026, 11, 10), 13), ("2026-12", date(2027, 1, 10), 74)]
)
def test_a_month_goes_up_in_the_next(office: Office, key: str, day: date, left: int) -> None:
    view = october(office, key)
    assert (view.due, view.days_left) == (day, left)


def test_the_last_of_each_kind_says_when_and_where(office: Office, add: Add) -> None:
    add("meeting", "2026-10-27")
    add("meeting", "2026-10-26", township="青山镇")
    add("meeting", "2026-11-03", draft=True, township="大河镇")
    add("visit", "2025-12-30", level="县级", township=None)
    last = october(office).last
    assert last == {"meeting": "10月27日 永兴街道", "visit": "2025年12月30日", "studio_activity": ""}


def test_an_empty_month_knows_where_records_are(office: Office, add: Add) -> None:
    assert october(office).is_empty
    assert october(office).newest is None
    add("visit", "2026-07-02")
    add("visit", "2026-07-20", draft=True)
    newest = october(office).newest
    assert newest is not None
    assert (newest[0].key, newest[1]) == ("2026-07", 2)
    assert not october(office, "2026-07").is_empty


def test_the_month_to_open_with(office: Office, add: Add) -> None:
    add("visit", "2026-05-20")
    assert months(office).first().key == "2026-10"
    office.change_settings({"demo": True})
    assert months(office).first().key == "2026-05"


def test_the_month_to_open_with_follows_the_cut_off_day(office: Office) -> None:
    office.change_settings({"cut_off_day": 25})
    assert months(office).first().key == "2026-11"


def test_the_records_entered_last_come_first(office: Office, add: Add) -> None:
    add("visit", "2026-10-27")
    add("meeting", "2026-01-01", draft=True, members=[])
    add("studio_activity", "2026-10-01")
    found = months(office).recent(2)
    assert {(each.kind, each.lacks) for each in found} <= {
        ("visit", None), ("meeting", 1), ("studio_activity", None), ("topic_plan", None)
    }  # fmt: skip
    assert len(found) == 2
    assert found[0].at == MOMENT
    lacks = {each.kind: each.lacks for each in months(office).recent(20)}
    assert (lacks["meeting"], lacks["visit"]) == (1, None)


# doubts


def test_a_doubt_of_a_record_leads_to_it(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    record = add("visit", "2026-10-22", people_served=620)
    matter = next(each for each in doubts(office) if each.records)
    assert (matter.when, matter.title, matter.field) == ("10-22", "走访养殖户", "people_served")
    assert matter.records == (("visit", record.uuid),)
    assert "620 比平常多" in matter.text


def test_drafts_and_other_months_raise_no_doubts(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    add("visit", "2026-09-22", people_served=620)
    add("visit", "2026-10-22", draft=True, people_served=621)
    assert doubts(office) == ()


def test_a_doubt_of_many_is_said_once(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    made = [add("meeting", f"2026-10-1{n}", topic=f"第{n}场", research=[]) for n in range(ALIKE)]
    (matter,) = doubts(office)
    assert matter.title == f"{ALIKE} 场协商活动：前期调研"
    assert [uuid for _, uuid in matter.records] == [record.uuid for record in made]
    office.records.delete("meeting", [made[0].uuid])
    assert len(doubts(office)) == ALIKE - 1


def test_a_member_at_two_things_on_one_day_is_asked_about(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    visit = add("visit", "2026-10-22", members=["周文", {"member": "单小云", "status": "leave"}])
    meeting = add("meeting", "2026-10-22", members=["周文", "单小云"])
    add("meeting", "2026-10-22", topic="还没登记的", draft=True)
    add("visit", "2026-10-21", members=["周文"])
    add("visit", "2026-10", name="只知道月份", members=["周文"])
    here, there = doubts(office)
    assert [(m.when, m.title, m.text, m.records, m.field) for m in (here, there)] == [
        ("10-22", "走访养殖户", "周文同一天还参加了“路灯怎么修”，请看对不对",
         (("visit", visit.uuid),), "members"),
        ("10-22", "路灯怎么修", "周文同一天还参加了“走访养殖户”，请看对不对",
         (("meeting", meeting.uuid),), "members"),
    ]  # fmt: skip
    office.records.delete("meeting", [meeting.uuid])
    again = add("visit", "2026-10-22", name="走访鱼塘", members=["周文", "马文军"])
    (both,) = doubts(office)
    assert both.title == "“走访养殖户”和“走访鱼塘”"
    assert both.text == "周文同一天两条都参加了，是不是重复登记了"
    assert both.records == (("visit", visit.uuid), ("visit", again.uuid))


def test_many_members_at_two_things_on_one_day_are_one_line_a_kind(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    for day in range(11, 15):
        add("visit", f"2026-10-{day}", name=f"走访{day}")
        add("meeting", f"2026-10-{day}", topic=f"协商{day}", members=["单小云"])
    visits, meetings = doubts(office)
    assert visits.title == "4 次走访：参加的委员同一天还参加了别的"
    assert meetings.title == "4 场协商活动：参加的委员同一天还参加了别的"
    assert (visits.text, len(visits.records), len(meetings.records)) == ("单小云", 4, 4)


def test_tasks_past_their_deadline(office: Office, add: Add) -> None:
    def agreed(*states: str) -> list[dict[str, Any]]:
        late = {"unit": "街道办", "deadline": "2026-10-20"}
        done = {"unit": "街道办", "deadline": "2026-10-20", "state": "closed", "closed_on": "2026-10-27"}
        ahead = {"unit": "街道办", "deadline": "2026-11-20"}
        kinds = {"late": late, "done": done, "ahead": ahead}
        return [{"text": state, "task": kinds[state]} for state in states]

    add("studio_activity", "2026-10-02")
    add("meeting", "2026-10-02", topic="本月的", consensus=agreed("done", "late", "ahead", "late"))
    old = add("meeting", "2026-08-02", topic="以前的", consensus=agreed("late", "done"))
    here, before = doubts(office)
    assert (here.title, here.text) == ("本月的", "共识第 2、4 条超期 8 天没办结")
    assert (before.title, before.text) == ("以前协商活动的落实有 1 条超期", "以前的")
    assert before.records == (("meeting", old.uuid),)
    with office.store.reading() as session:
        late = select(func.count()).select_from(Task).join(ConsensusItem, Task.parent_id == ConsensusItem.id)
        assert session.scalar(late.where(Task.closed_on.is_(None), Task.deadline < date(2026, 10, 28))) == 3


def test_a_deadline_given_as_a_month_ends_with_the_month(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    task = {"text": "修好", "task": {"unit": "街道办", "deadline": "2026-10"}}
    add("meeting", "2026-10-02", consensus=[task])
    assert doubts(office) == ()


def test_studios_without_an_activity_this_quarter(office: Office, add: Add) -> None:
    sort = {"sort": "township", "opened_on": "2024-01-01"}
    office.records.add(
        "studio", [sort | {"name": "静悄悄工作室"}, sort | {"name": "停了的", "closed_on": "2026-09-30"}]
    )
    add("studio_activity", "2026-07-20")
    (matter,) = doubts(office, "2026-09")
    assert (matter.when, matter.title, matter.leads) == ("本季", "2 个工作室还没有活动", "studios")
    (matter,) = doubts(office)
    assert matter.text == "青山镇委员工作室、静悄悄工作室"
    add("studio_activity", "2026-10-20")
    assert doubts(office)[0].title == "1 个工作室还没有活动"


def test_drafts_of_earlier_months_are_not_forgotten(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    add("visit", "2026-09-30", draft=True)
    add("visit", "2025-12-02", draft=True)
    (matter,) = doubts(office)
    assert (matter.title, matter.text) == ("以前的月份还有 2 条没填完", "9月 1 条、2025年12月 1 条")
    assert (matter.leads, matter.month) == ("month", "2026-09")
    assert all(each.leads != "month" for each in doubts(office, "2025-12"))


def test_a_check_that_does_not_hold(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    office.records.add("adjustment", [{"figure": "demands_answered", "happened_on": "2026-10", "amount": 3,
                                       "basis": "旧账", "reason": "补记"}])  # fmt: skip
    found = [each for each in doubts(office) if each.leads == "checks"]
    assert [(each.when, each.title) for each in found] == [("核对", "现场解答 3，收集意见 0")]
    assert found[0].text.startswith("应该不多于")


def test_what_was_judged_is_remembered_until_it_changes(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    one, other = (add("visit", f"2026-10-2{n}", people_served=620) for n in (1, 2))
    asked, period = months(office), office.calendar.parse("2026-10")
    assert len(asked.doubts(period)) == 2
    record = office.records.load("visit", one.uuid)
    record.values["people_served"] = 62
    office.records.save(record)
    assert [matter.records for matter in asked.doubts(period)] == [(("visit", other.uuid),)]


def test_a_doubt_about_a_likeness_goes_with_the_other_record(office: Office, add: Add) -> None:
    add("studio_activity", "2026-10-02")
    one, other = add("visit", "2026-10-20"), add("visit", "2026-10-20")
    asked, period = months(office), office.calendar.parse("2026-10")
    assert {matter.records[0][1] for matter in asked.doubts(period)} == {one.uuid, other.uuid}
    office.records.delete("visit", [other.uuid])
    assert asked.doubts(period) == ()


def test_the_search_for_doubts_can_be_stopped(office: Office, add: Add) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int, text: str) -> None:
        raise Stopped

    add("visit", "2026-10-20")
    with pytest.raises(Stopped):
        months(office).doubts(office.calendar.parse("2026-10"), stop)
    with office.store.reading() as session:  # and nothing is left open behind it
        assert session.scalar(select(func.count(Visit.id))) == 1


def test_an_overview_is_one_read_transaction(
    office: Office, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that falls between two of its questions must not show in half of the numbers."""
    add("visit", "2026-10-20")
    seen: list[int] = []
    evaluate = type(office.figures).evaluate

    def watched(*args: Any, **options: Any) -> Any:
        with office.store.reading() as session:
            seen.append(id(session))
        return evaluate(*args, **options)

    monkeypatch.setattr(type(office.figures), "evaluate", watched)
    with office.store.reading() as session:
        view = october(office)
        assert seen == [id(session)]
    assert view.tally.registered == row(view, "visits").current
