"""The compiler: one SELECT a source, whatever is asked for at once, and the same numbers as one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.models.figure import THROUGH, Figure, Where
from app.models.figure_set import SHIPPED
from app.models.figures import FIGURES
from app.models.periods import Calendar
from app.services.figure_query import MOST_COLUMNS, Ask, can_group, contributions, is_additive, query
from app.services.office import Office
from tests.services.random_office import random_office

YEAR = Calendar().year(2026)
PLAIN = [figure for figure in FIGURES if figure.source]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    office = random_office(tmp_path_factory.mktemp("random"))
    with office.store.reading() as session:
        yield session
    office.store.close()


def _pairs(figures: list[Figure]) -> list[tuple[Figure, Ask]]:
    return [(figure, Ask(figure.key)) for figure in figures]


@pytest.mark.parametrize("by", [None, "sector"])
def test_everything_of_one_source_is_one_select(session: Session, by: str | None) -> None:
    figures = [figure for figure in PLAIN if by is None or can_group(figure, by, SHIPPED)]
    said: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            said.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    query(
        session, _pairs(figures), {"a": YEAR, "b": Calendar().month(2026, 5), "c": Calendar().year(2025)}, by
    )
    event.remove(engine, "before_cursor_execute", note)
    sources = {figure.source for figure in figures}
    joined = {f.source for f in figures if by in ("sector", "member") and "." not in f.source}
    assert len(sources) <= len(said) <= len(sources) + len(joined)
    assert all(statement.startswith("SELECT") for statement in said)


def test_more_columns_than_sqlite_takes_are_asked_for_in_turns(session: Session) -> None:
    spans = {f"{number}": Calendar().month(2024 + number // 12, number % 12 + 1) for number in range(33)}
    meetings = [figure for figure in PLAIN if figure.source == "meeting"]
    spans |= {f"to date {name}": Calendar().to_date(period) for name, period in spans.items()}
    spans |= {f"earlier {name}": Calendar().year_before(period) for name, period in spans.items()}
    assert len(spans) * len(meetings) > MOST_COLUMNS
    whole = query(session, _pairs(meetings), spans, "township")
    for figure, ask in _pairs(meetings)[::4]:
        for name in list(spans)[::29]:
            alone = query(session, [(figure, ask)], {name: spans[name]}, "township")
            assert _filled(alone.get((ask, name), {})) == _filled(whole[ask, name]), (figure.key, name)


def test_asking_for_nothing_or_for_an_empty_time_gives_nothing(session: Session) -> None:
    assert query(session, [], {"a": YEAR}, None) == {}
    empty = query(session, _pairs(PLAIN), {"a": Calendar().year(2010)}, "township")
    assert not any(value for cell in empty.values() for value in cell.values())


def test_contributions_come_newest_first_and_each_record_once(session: Session) -> None:
    for figure in PLAIN:
        found = contributions(session, figure, Ask(figure.key), YEAR, None, None)
        ids = [record_id for record_id, _ in found]
        assert ids == sorted(set(ids), reverse=True)
        assert all(amount for _, amount in found)


def test_a_stock_and_what_is_as_of_the_end_do_not_add_up_over_months() -> None:
    for key in ("platforms", "studio_members", "tasks_due_closed", "overdue_tasks", "meeting_members"):
        assert not is_additive(SHIPPED[key], "month", SHIPPED), key
    for key in ("platforms", "studios", "tasks_due_closed", "meetings"):
        assert is_additive(SHIPPED[key], "township", SHIPPED), key
    for key in ("meetings", "visits", "contacts"):
        assert not is_additive(SHIPPED[key], "sector", SHIPPED), key
    assert is_additive(SHIPPED["visit_presence"], "sector", SHIPPED)
    assert not is_additive(SHIPPED["task_close_rate"], "township", SHIPPED)
    assert not is_additive(SHIPPED["duty_attendance"], "sector", SHIPPED)


def test_what_ends_with_the_period_ends_with_each_of_several(session: Session) -> None:
    """Were a later period's end to slip into another, numbers of past months would grow."""
    figure = SHIPPED["tasks_due_closed"]
    assert Where("closed_on", "<=", THROUGH) in figure.where
    months = {f"{number}": Calendar().month(2026, number) for number in range(1, 11)}
    whole = query(session, _pairs([figure]), months | {"year": YEAR}, None)
    for name, period in months.items():
        alone = query(session, _pairs([figure]), {name: period}, None)
        ask = Ask(figure.key)
        assert whole[ask, name][None] == alone.get((ask, name), {}).get(None, 0)


def test_the_day_before_and_after_a_period_are_outside(session: Session) -> None:
    day = timedelta(days=1)
    october = Calendar().month(2026, 10)
    spans = {
        "whole": october,
        "first": Calendar().parse(f"{october.start}..{october.start}"),
        "rest": Calendar().parse(f"{october.start + day}..{october.end}"),
    }
    found = query(session, _pairs([SHIPPED["visits"]]), spans, None)
    value = {name: found[Ask("visits"), name][None] for name in spans}
    # A day known only to the month counts with the first.
    assert value["whole"] == value["first"] + value["rest"]


def _filled(cell: dict[Any, Any]) -> dict[Any, Any]:
    return {key: value for key, value in cell.items() if value}


def test_the_office_is_whole(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the other tests stand on: every figure is something somewhere, or they would prove nothing."""
    office: Office = random_office(tmp_path_factory.mktemp("whole"))
    values = office.figures.evaluate(
        [figure.key for figure in PLAIN], {"a": YEAR, "b": Calendar().year(2025)}
    )
    for figure in PLAIN:
        assert values.total(figure.key, "a") or values.total(figure.key, "b"), figure.key
    office.store.close()
