"""What of a record any figure could read: other changes are not looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from app.errors import ReasonNeeded
from app.models.figure_set import SHIPPED
from app.services.countable import countable, names_read
from app.services.holding import held_record, hold
from app.services.office import Office
from tests.office import small_office
from tests.services.record_samples import VISIT

READ: dict[str, Callable[[Any], None]] = {
    "day": lambda visit: setattr(visit, "happened_on", date(2026, 8, 1)),
    "township": lambda visit: setattr(visit, "township_id", 1),
    "computed": lambda visit: setattr(visit, "outreach_count", 99),
    "status": lambda visit: setattr(visit, "status", "draft"),
    "one who was there": lambda visit: visit.attendance.clear(),
    "whether he was there": lambda visit: setattr(visit.attendance[0], "status", "absent"),
    "head-count": lambda visit: setattr(visit.head_counts[0], "number", 99),
    "row": lambda visit: visit.problems_raised.clear(),
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _visit(office: Office, name: str = "走访", **values: Any) -> str:
    raw = VISIT | {"happened_on": "2026-09-10", "name": name, "problems_raised": [{"text": "路灯不亮"}],
           "people": {"masses": 20}}  # fmt: skip
    return office.records.add("visit", [raw | values])[0].uuid


@pytest.mark.parametrize("change", READ.values(), ids=list(READ))
def test_what_a_figure_reads_is_told_apart(office: Office, change: Callable[[Any], None]) -> None:
    uuid, names = _visit(office), names_read(SHIPPED.values())
    with office.store.reading() as session, session.no_autoflush:
        hold(session, "visit", [uuid])
        visit = held_record(session, "visit", uuid)
        assert visit is not None
        before = countable(visit, names)
        visit.host, visit.revision = "别的村", 9
        assert countable(visit, names) == before
        change(visit)
        assert countable(visit, names) != before
        session.expunge_all()


def test_a_field_counts_once_an_own_figure_reads_it(office: Office) -> None:
    uuid = _visit(office, host="")
    office.own_figures.add({"label": "有走访单位的", "source": "visit", "where": [["走访单位", "填了"]]})
    office.submissions.submit(office.calendar.month(2026, 9))
    with pytest.raises(ReasonNeeded):
        office.bulk.change("visit", [uuid], "host", "某村")


def test_changes_that_move_nothing_wait_to_be_written_together(office: Office) -> None:
    ids = [_visit(office, f"走访{n}") for n in range(12)]
    office.submissions.submit(office.calendar.month(2026, 9))

    def asked(value: str, some: list[str]) -> int:
        count = 0

        def seen(*_: Any) -> None:
            nonlocal count
            count += 1

        event.listen(office.store._write, "before_cursor_execute", seen)
        assert office.bulk.change("visit", some, "host", value).changed == len(some)
        event.remove(office.store._write, "before_cursor_execute", seen)
        return count

    one, all_ = asked("甲村", ids[:1]), asked("乙村", ids)
    assert all_ - one < 6 * len(ids)
