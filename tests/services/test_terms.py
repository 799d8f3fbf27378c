"""换届 ends one term and begins the next in one go, and changes nothing when it cannot."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from app.errors import AppError, Invalid
from app.models.fields import link
from app.models.people import Membership, Person, Term
from app.services import terms
from app.services.office import Office
from tests.office import small_office, uuids

START = date(2026, 11, 20)
LAST = date(2026, 11, 19)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


def offices(office: Office, term: str) -> dict[str, Any]:
    """Employer → the office's row, of one term."""
    with office.store.reading() as session:
        rows = session.execute(
            select(
                Membership.uuid, Membership.number, Membership.employer, Membership.sector, Membership.posts,
                Membership.started_on, Membership.ended_on, Membership.state, Membership.status,
                Membership.person_id,  # type: ignore[attr-defined]
            )
            .join(Term, link(Membership, "term") == Term.id)
            .where(Term.name == term)
        )  # fmt: skip
        return {row.employer: row for row in rows}


def rows(office: Office) -> list[tuple[str, int]]:
    """How much is in the file, and how often it was changed."""
    tables = ("term", "membership", "studio", "studio_member", "linked_unit", "change", "search_row")
    with office.store.reading() as session:
        return [(name, session.execute(text(f"select count(*) from {name}")).scalar_one()) for name in tables]


def test_the_list_shows_who_is_in_office_and_how_he_is_found(office: Office) -> None:
    term = terms.current(office)
    assert term is not None
    assert (term.name, term.started_on, term.serving) == ("十一届", date(2021, 6, 1), 12)
    found = terms.serving(office)
    assert len(found) == 12
    first = next(row for row in found if row.employer == "县妇联副主席")
    assert (first.name, first.sector, first.posts) == ("单小云", "妇联", "委员")
    assert "sxy" in first.ways


def test_who_stays_holds_the_same_office_in_the_new_term(office: Office) -> None:
    staying = [row.uuid for row in terms.serving(office) if row.name != "张伟"]
    done = terms.begin(office, "十二届", START, staying)
    assert (done.name, done.stayed, done.left) == ("十二届", 10, 2)
    old, new = offices(office, "十一届"), offices(office, "十二届")
    assert {row.ended_on for row in old.values()} == {LAST}
    assert {row.state for row in old.values()} == {"expired"}
    assert len(new) == 10
    for employer, row in new.items():
        assert (row.sector, row.posts, row.person_id) == (
            old[employer].sector, old[employer].posts, old[employer].person_id,
        )  # fmt: skip
        assert (row.started_on, row.ended_on, row.state) == (START, None, "serving")
        assert row.status == "registered"
    numbers = [row.number for row in [*old.values(), *new.values()]]
    assert len(set(numbers)) == len(numbers)
    term = office.records.load("term", uuids(office, "term")["十一届"])
    assert term.values["ended_on"] == LAST
    now = terms.current(office)
    assert now is not None
    assert (now.name, now.serving) == ("十二届", 10)


def members(office: Office, month: str) -> object:
    """The figure 委员总数 as of the end of a month."""
    spans = {"current": office.calendar.parse(month)}
    return office.figures.evaluate(["members_total"], spans).total("members_total", "current")


def test_earlier_terms_and_past_numbers_stay_as_they_are(office: Office) -> None:
    before = offices(office, "十届")
    terms.begin(office, "十二届", START, [row.uuid for row in terms.serving(office) if row.name != "张伟"])
    assert offices(office, "十届") == before
    assert [members(office, month) for month in ("2026-10", "2026-11", "2027-01")] == [12, 10, 10]


def test_new_members_are_found_by_name(office: Office) -> None:
    staying = [row.uuid for row in terms.serving(office) if row.name == "李娜"]
    terms.begin(office, "十二届", START, staying)
    with office.store.reading() as session:
        found = session.execute(
            text("select count(*) from search_row where kind = 'membership' and uuid in "
                 "(select membership.uuid from membership join term on term.id = term_id "
                 "where term.name = '十二届')")
        ).scalar_one()  # fmt: skip
    assert found == 1


def test_contacts_go_over_and_end_in_the_old_term(office: Office) -> None:
    uuid = next(row.uuid for row in terms.serving(office) if row.name == "李娜")
    member = office.records.load("membership", uuid)
    member.values["linked_units"] = [
        {
            "name": "东门社区",
            "sort": None,
            "township": None,
            "started_on": date(2022, 1, 1),
            "ended_on": None,
        },
        {"name": "旧点", "sort": None, "township": None, "started_on": None, "ended_on": date(2023, 1, 1)},
    ]
    office.records.save(member)
    terms.begin(office, "十二届", START, [uuid])
    old = office.records.load("membership", uuid).values["linked_units"]
    assert [row["ended_on"] for row in old] == [LAST, date(2023, 1, 1)]
    new = office.records.load("membership", offices(office, "十二届")["县文化馆馆员"].uuid)
    kept = new.values["linked_units"]
    assert [(row["name"], row["started_on"], row["ended_on"]) for row in kept] == [("东门社区", START, None)]
    assert kept[0]["uuid"] not in {row["uuid"] for row in old}


@pytest.mark.parametrize("leave", [True, False])
def test_who_leaves_office_leaves_his_studio(office: Office, leave: bool) -> None:
    staying = [row.uuid for row in terms.serving(office) if row.name != "马文军"]
    done = terms.begin(office, "十二届", START, staying, leave_studios=leave)
    assert done.studios == (1 if leave else 0)
    studio = office.records.load("studio", uuids(office, "studio")["青山镇委员工作室"])
    assert [row["left_on"] for row in studio.values["members"]] == [LAST if leave else None]


def test_who_stays_stays_in_his_studio(office: Office) -> None:
    assert terms.begin(office, "十二届", START, [r.uuid for r in terms.serving(office)]).studios == 0
    studio = office.records.load("studio", uuids(office, "studio")["青山镇委员工作室"])
    assert studio.values["members"][0]["left_on"] is None


def test_an_office_that_ended_before_is_left_alone(office: Office) -> None:
    uuid = next(row.uuid for row in terms.serving(office) if row.name == "王强")
    member = office.records.load("membership", uuid)
    member.values |= {"ended_on": date(2024, 3, 1), "state": "resigned"}
    office.records.save(member)
    assert "王强" not in [row.name for row in terms.serving(office)]
    terms.begin(office, "十二届", START, [])
    row = offices(office, "十一届")["县科协副主席"]
    assert (row.ended_on, row.state) == (date(2024, 3, 1), "resigned")


@pytest.mark.parametrize(
    ("name", "day", "key"),
    [("", START, "name"), ("十一届", START, "name"), ("十二届", date(2021, 6, 1), "started_on")],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    office: Office, name: str, day: date, key: str
) -> None:
    before = rows(office)
    with pytest.raises(Invalid) as refused:
        terms.begin(office, name, day, [row.uuid for row in terms.serving(office)])
    assert [problem.key for problem in refused.value.problems] == [key]
    assert rows(office) == before


def test_one_bad_office_stops_all_of_it(office: Office) -> None:
    members = terms.serving(office)
    late = office.records.load("membership", members[-1].uuid)
    late.values["started_on"] = date(2026, 12, 1)
    office.records.save(late)
    before = rows(office)
    with pytest.raises(Invalid, match=members[-1].name):
        terms.begin(office, "十二届", START, [row.uuid for row in members])
    assert rows(office) == before
    term = terms.current(office)
    assert term is not None
    assert term.name == "十一届"


def test_a_list_that_is_out_of_date_is_refused(office: Office) -> None:
    before = rows(office)
    with pytest.raises(AppError, match="重新打开"):
        terms.begin(office, "十二届", START, ["0" * 32])
    assert rows(office) == before


def test_the_first_term_of_all_ends_nothing(tmp_path: Path) -> None:
    from app.clock import FixedClock
    from app.paths import DataFolder
    from app.store.store import Store
    from tests.office import MOMENT

    office = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    assert terms.current(office) is None
    assert terms.serving(office) == []
    done = terms.begin(office, "一届", date(2021, 6, 1), [])
    assert (done.stayed, done.left) == (0, 0)
    assert office.count("term") == 1
    office.store.close()


def test_every_change_is_in_the_journal(office: Office) -> None:
    with office.store.reading() as session:
        before = session.execute(text("select count(*) from change")).scalar_one()
        people = session.execute(select(Person.id)).all()
    terms.begin(office, "十二届", START, [row.uuid for row in terms.serving(office)])
    with office.store.reading() as session:
        after = session.execute(text("select count(*) from change")).scalar_one()
        assert session.execute(select(Person.id)).all() == people
    assert after - before == 2 + 12 + 12


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("十一届", "十二届"), ("十届", "十一届"), ("九届", "十届"), ("第十九届", "第二十届"),
        ("二十届", "二十一届"),
        ("二十九届", "三十届"), ("九十九届", ""), ("2021届", ""), ("届", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_next_term_is_named_by_counting_on(name: str, after: str) -> None:
    assert terms.next_name(name) == after
