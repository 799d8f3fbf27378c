"""A clock that runs while it is asked twice must not put what was kept at 14:03:00 at 14:02."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.standing import standing
from tests.office import MOMENT, small_office
from tests.services.record_samples import VISIT


class Running:
    """A moment passes with every question."""

    def __init__(self) -> None:
        self._asked = 0

    def now(self) -> datetime:
        self._asked += 1
        return MOMENT + timedelta(microseconds=self._asked)

    def utc(self) -> datetime:
        return self.now().replace(tzinfo=UTC)

    def today(self) -> date:
        return MOMENT.date()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """One with a visit entered and a month sent up, whose clock runs from now on."""
    made = small_office(tmp_path)
    made.backups.make()
    made.records.add("visit", [VISIT])
    made.submissions.submit(made.calendar.parse("2026-10"))
    made.clock = Running()
    yield made
    made.store.close()


def test_a_submission(office: Office) -> None:
    assert office.submissions.all()[0].sent_at == MOMENT


def test_where_a_month_stands(office: Office) -> None:
    sent = standing(office.store, office.clock, office.calendar.parse("2026-10")).sent
    assert sent is not None
    assert sent.on == MOMENT


def test_what_was_entered_last(office: Office) -> None:
    assert office.months.recent(1)[0].at == MOMENT


def test_what_a_restore_would_lose(office: Office) -> None:
    office.store.close()
    loss = BackupRestoring(office.store.folder, office.clock).look(Path("1")).loss
    assert {line.at for line in loss.newest} == {MOMENT}
