"""Where a period stands on its way up is read from what was done, not from what was shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.errors import AppError
from app.models.periods import Period
from app.services.office import Office
from app.services.standing import Standing, standing
from tests.office import small_office

MEETING = {"topic": "路灯怎么修", "happened_on": "2026-10-12", "members": ["周文"], "township": "永兴街道",
           "people": {"群众代表": 11}, "research": [{"on": "2026-10-01"}]}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "store")
    made.records.add("meeting", [MEETING])
    yield made
    made.store.close()


@pytest.fixture
def october(office: Office) -> Period:
    return office.calendar.parse("2026-10")


def now(office: Office, period: Period) -> Standing:
    return standing(office.store, office.clock, period)


def test_nothing_is_done_at_first(office: Office, october: Period) -> None:
    assert now(office, october) == Standing()


def test_a_review_counts_what_changed_since(office: Office, october: Period) -> None:
    office.month_end.review(october, by="何正云")
    assert now(office, october).is_reviewed
    office.records.add("meeting", [MEETING | {"topic": "门前停车", "happened_on": "2026-10-13"}])
    found = now(office, october)
    assert found.review is not None
    assert (found.review.by, found.review.changed, found.is_reviewed) == ("何正云", 1, False)


def test_papers_are_those_still_there(office: Office, october: Period, tmp_path: Path) -> None:
    paths = office.reports.export(october, tmp_path / "out")
    assert (now(office, october).written, now(office, october).changed) == (len(paths), 0)
    paths[0].unlink()
    assert now(office, october).written == len(paths) - 1


def test_what_was_sent_is_closed_until_it_comes_back(office: Office, october: Period) -> None:
    office.month_end.review(october)
    sent = office.month_end.submit(october)
    found = now(office, october)
    assert found.is_closed
    assert found.sent is not None
    assert (found.sent.number, found.sent.on) == (sent.number, sent.sent_at)
    office.month_end.reopen(october, "市里要求更正场次")
    found = now(office, october)
    assert found.is_returned
    assert found.review is None
    assert found.sent is not None
    assert (found.sent.why, found.sent.back_on) == ("市里要求更正场次", office.clock.now())
    assert not now(office, office.calendar.parse("2026-09")).is_returned


def test_a_disk_that_fails_after_it_was_sent_does_not_make_it_look_undone(
    office: Office, october: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = office.store.writing

    @contextmanager
    def and_then_blind() -> Iterator[Session]:
        with writing() as session:
            yield session
        monkeypatch.setattr(office.store, "reading", _refuse)

    sent = office.submissions
    for step in (lambda: sent.submit(october), lambda: sent.reopen(october, "改数")):
        with monkeypatch.context() as patched:
            patched.setattr(office.store, "writing", and_then_blind)
            done = step()
        monkeypatch.undo()
        assert office.submissions.get(done.number) == done


def _refuse() -> Iterator[Session]:
    raise AppError("磁盘没有应答。")
