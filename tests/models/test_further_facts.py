"""What a visit gave, a case became and a studio was named: what does not fit together is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.errors import Level, Problem
from app.models import model_of
from app.models.days import Month


class Context:
    """As much of the office as these kinds ask for."""

    today = date(2026, 10, 28)


def found(kind: str, **values: Any) -> dict[str, Problem]:
    return {problem.key: problem for problem in model_of(kind).problems(values, Context())}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("talks", "tech", "wrong"),
    [(2, 2, False), (2, 3, True), (None, 1, True), (None, 0, False), (1, None, False)],
)
def test_talks_on_science_are_some_of_the_talks(talks: int | None, tech: int | None, wrong: bool) -> None:
    problems = found("visit", talks=talks, tech_talks=tech)
    assert ("tech_talks" in problems) == wrong
    assert not wrong or problems["tech_talks"].level is Level.COUNT


def test_an_adopted_case_without_its_date_is_doubted_and_counts() -> None:
    assert found("case_info", adopted="province")["adopted_on"].level is Level.DOUBT
    for adopted in (None, "none"):
        assert "adopted_on" not in found("case_info", adopted=adopted)
    assert not found("case_info", adopted="city", reported_on=Month(2026, 9), adopted_on=date(2026, 9, 30))


def test_no_case_is_adopted_before_it_was_sent() -> None:
    problem = found("case_info", reported_on=date(2026, 9, 2), adopted_on=date(2026, 9, 1))["adopted_on"]
    assert problem.level is Level.COUNT
    assert "2026-09-01" in problem.text


def test_a_case_told_of_at_a_meeting_says_of_which_level() -> None:
    assert found("case_info", exchanged_on=date(2026, 9, 1))["exchange_level"].level is Level.DOUBT
    assert not found("case_info", exchanged_on=date(2026, 9, 1), exchange_level="province")


def test_a_model_studio_has_the_day_it_was_named() -> None:
    assert found("studio", demo_level="city")["named_on"].level is Level.DOUBT
    assert not found("studio", demo_level="city", named_on=Month(2025, 9))
    assert not found("studio")
