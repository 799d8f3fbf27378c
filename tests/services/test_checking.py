"""Checking: what is missing says its level and its place, and what is doubted never blocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from app.errors import BLOCKING, Level, Problem
from app.models import RECORDS, Record, model_of
from app.models.context import Ref
from app.models.days import Month
from app.models.fields import Values, fields_of, rows_of
from app.models.values import Count
from app.services.checking import check, effective
from app.services.context import OfficeContext
from app.services.office import Office
from app.services.options import Options
from tests.office import MOMENT, small_office

EVERY = [pytest.param(model, id=model.key) for model in RECORDS]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = small_office(tmp_path_factory.mktemp("office"))
    yield office
    office.store.close()


@pytest.fixture
def context(office: Office) -> Iterator[OfficeContext]:
    with office.store.reading() as session:
        yield OfficeContext(session, Options.load(session), MOMENT.date())


def _missing(problems: list[Problem]) -> dict[str, Level]:
    return {problem.key: problem.level for problem in problems if problem.missing}


@pytest.mark.parametrize("model", EVERY)
def test_an_empty_record_lacks_what_is_declared_as_needed(
    context: OfficeContext, model: type[Record]
) -> None:
    problems = check(model, {}, context)
    declared = {spec.key: spec.level for spec in fields_of(model) if spec.level}
    assert declared.items() <= _missing(problems).items()
    levels = [list(Level).index(problem.level) for problem in problems]
    assert levels == sorted(levels)
    assert all(problem.text and problem.label for problem in problems)


@pytest.mark.parametrize("model", EVERY)
def test_rows_lack_what_their_fields_need_and_say_which_row(
    context: OfficeContext, model: type[Record]
) -> None:
    for spec in fields_of(model):
        if spec.shape != "children":
            continue
        row = rows_of(model, spec)
        needed = {inner.key: inner.label for inner in fields_of(row) if inner.needed}
        problems = check(model, {spec.key: [{}, {}]}, context)
        found = {
            p.path: p.text for p in problems if p.path[:2] == (spec.key, 1) and p.missing and len(p.path) == 3
        }
        for key, label in needed.items():
            assert found[spec.key, 1, key].startswith("第 2 行请"), (spec.key, key)
            assert label in found[spec.key, 1, key]


@pytest.mark.parametrize("model", EVERY)
def test_a_count_far_above_the_usual_is_doubted_and_nothing_more(
    context: OfficeContext, model: type[Record]
) -> None:
    for spec in fields_of(model):
        if spec.doubt_over is not None:
            for value, doubted in ((spec.doubt_over, False), (spec.doubt_over + 1, True)):
                found = [
                    p for p in check(model, {spec.key: value}, context) if p.key == spec.key and not p.missing
                ]
                assert [p.level for p in found if "多打" in p.text] == [Level.DOUBT] * doubted, spec.key
        assert isinstance(spec.value, Count) or spec.doubt_over is None


def test_nothing_and_zero_are_told_apart(context: OfficeContext) -> None:
    visit = model_of("visit")
    assert "people_served" in _missing(check(visit, {"people_served": None}, context))
    assert "people_served" not in _missing(check(visit, {"people_served": 0}, context))
    masses = {"people": {"masses": 3}}
    assert "people_served" not in _missing(check(visit, masses, context))
    assert effective(visit, masses)["people_served"] == 3
    assert effective(visit, masses | {"people_served": 0})["people_served"] == 0
    flag = model_of("platform")
    assert "named_on" not in _missing(check(flag, {"demo": False}, context))
    assert "named_on" in _missing(check(flag, {"demo": True}, context))


def test_what_is_worked_out_does_not_change_what_was_given(context: OfficeContext) -> None:
    values = {"people": {"masses": 3, "leaders": 1}, "members": []}
    before = dict(values)
    whole = effective(model_of("meeting"), values)
    assert values == before
    assert (whole["headcount"], whole["mass_count"], whole["cadre_count"]) == (4, 3, 1)
    assert (whole["consensus_count"], whole["closed_count"], whole["opinion_count"]) == (None, None, None)


@pytest.mark.parametrize(("status", "counted"), [("present", 1), ("leave", 0), ("absent", 0)])
def test_only_who_was_there_counts(status: str, counted: int) -> None:
    member = {"member": Ref("0" * 32), "role": "member", "status": status}
    whole = effective(model_of("visit"), {"members": [member], "people": {"unnamed_county": 2, "masses": 5}})
    assert whole["member_count"] == counted + 2
    assert whole["headcount"] == counted + 7
    assert whole["outreach_count"] == counted + 2


@pytest.mark.parametrize(
    ("kind", "values", "path"),
    [
        ("meeting", {"happened_on": date(2026, 10, 2), "ended_on": date(2026, 10, 1)}, ("ended_on",)),
        ("meeting", {"happened_on": Month(2026, 10), "ended_on": date(2026, 9, 30)}, ("ended_on",)),
        ("meeting", {"happened_on": Month(2026, 11)}, ("happened_on",)),
        ("membership", {"started_on": date(2026, 10, 2), "ended_on": Month(2026, 9)}, ("ended_on",)),
        ("term", {"started_on": date(2026, 10, 2), "ended_on": date(2026, 10, 1)}, ("ended_on",)),
        ("case_info", {"reported_on": date(2026, 10, 29)}, ("reported_on",)),
        ("livelihood_deed", {"happened_on": date(2026, 10, 2), "state": "closed"}, ("closed_on",)),
        ("livelihood_deed", {"closed_on": date(2026, 10, 2), "state": "working"}, ("state",)),
        ("person", {"born_on": date(2026, 10, 29)}, ("born_on",)),
    ],
)
def test_days_that_cannot_be_are_found(
    context: OfficeContext, kind: str, values: dict[str, Any], path: tuple[str, ...]
) -> None:
    assert [problem for problem in check(model_of(kind), values, context) if problem.path == path]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("meeting", {"happened_on": date(2026, 10, 2), "ended_on": date(2026, 10, 2)}),
        ("meeting", {"happened_on": date(2026, 10, 2), "ended_on": Month(2026, 10)}),
        ("meeting", {"happened_on": Month(2026, 10)}),
        ("membership", {"started_on": date(2026, 10, 2), "ended_on": Month(2026, 10)}),
        (
            "livelihood_deed",
            {"happened_on": Month(2026, 10), "state": "closed", "closed_on": date(2026, 10, 1)},
        ),
    ],
)
def test_days_that_may_be_are_left_alone(context: OfficeContext, kind: str, values: dict[str, Any]) -> None:
    days = {"happened_on", "ended_on", "closed_on", "started_on"}
    wrong = [p.text for p in check(model_of(kind), values, context) if p.key in days and not p.missing]
    assert wrong == []


def test_a_deadline_that_passed_is_doubted_from_the_day_after(context: OfficeContext) -> None:
    def late(deadline: Any) -> list[str]:
        task = {"unit": "住建局", "deadline": deadline, "state": "open"}
        values = {"happened_on": date(2026, 9, 1), "consensus": [{"text": "一", "task": task}]}
        return [p.text for p in check(model_of("meeting"), values, context) if "超期" in p.text]

    assert late(date(2026, 10, 28)) == []
    assert late(Month(2026, 10)) == []
    assert late(date(2026, 10, 27)) == ["第 1 条超期 1 天没办结"]
    assert late(Month(2026, 9)) == ["第 1 条超期 28 天没办结"]


@pytest.mark.parametrize("model", EVERY)
def test_what_a_record_lacks_has_a_star_and_only_that(context: OfficeContext, model: type[Record]) -> None:
    """One rule for both: a form that says 还差 3 处 shows three stars that are not filled in."""
    tried: list[Values] = [{}, {"brand": "courtyard"}, {"state": "closed"}, {"demo": True}]
    if any(spec.shape == "people" for spec in fields_of(model)):
        tried.append({"people": {"masses": 3}})
    for values in tried:
        blocking = {p.key for p in check(model, values, context) if p.missing and p.level in BLOCKING}
        starred = {spec.key for spec in fields_of(model) if spec.is_starred(effective(model, values))}
        assert blocking == {key for key in starred if not effective(model, values).get(key)}
