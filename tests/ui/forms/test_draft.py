"""What a record being typed knows of itself, without any widget."""

from __future__ import annotations

from typing import Any

from app.errors import Level, Problem
from app.services.office import Office
from app.ui.forms.draft import Draft


def draft(office: Office, **values: Any) -> Draft:
    return Draft(office.records.new("visit", **values))


def test_equal_values_are_not_a_change(office: Office) -> None:
    made = draft(office)
    made.put("name", None)
    made.put("members", [])
    assert not made.dirty
    made.put("name", "走访")
    assert made.dirty
    assert made.altered("name")
    assert not made.altered("place")


def test_a_default_counts_as_unsaid_only_in_a_new_record(office: Office) -> None:
    made = Draft(office.records.new("meeting"))
    assert made.is_unsaid("brand")
    made.put("brand", "courtyard")
    assert not made.is_unsaid("brand")


def test_what_cannot_be_read_is_a_problem_and_takes_the_place_of_a_missing_one(office: Office) -> None:
    made = draft(office)
    made.found = office.records.check(made.snapshot())
    assert any(problem.key == "happened_on" and problem.missing for problem in made.problems)
    made.unread["happened_on"] = "看不懂"
    own = [problem for problem in made.problems if problem.key == "happened_on"]
    assert [(problem.text, problem.level) for problem in own] == [("看不懂", Level.SAVE)]
    assert made.dirty


def test_a_save_that_comes_back_does_not_touch_what_was_typed_meanwhile(office: Office) -> None:
    made = draft(office, name="走访")
    sent = made.snapshot()
    values = dict(sent.values)
    made.put("place", "又打了地点")
    assert made.take_saved(sent, values) is False
    assert made.values["place"] == "又打了地点"
    assert made.altered("place")
    assert not made.altered("name")


def test_nothing_is_shown_of_a_field_nobody_visited(office: Office) -> None:
    made = draft(office)
    made.found = (
        Problem(("name",), "名称", "请填名称", Level.SAVE, missing=True),
        Problem(("answered",), "现场解答", "请改对"),
    )
    assert made.shown == ()
    made.visited |= {"name", "answered"}
    assert [problem.key for problem in made.shown] == ["answered"]
    made.put("answered", 3)
    assert made.shown == (), "typed in again, and not left yet"
    made.visited.add("answered")
    assert len(made.shown) == 1
    made.tried = True
    assert len(made.shown) == 2


def test_computed_values_ignore_what_was_typed_over(office: Office) -> None:
    made = draft(office, people={"masses": 12}, headcount=50)
    assert made.computed()["headcount"] == 12
    assert made.values["headcount"] == 50
