"""Saving, figures, the month's files and its 报送 over 50,000 activities."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from app.services.office import Office
from bench.clock import Measure, median_ms, p95_ms, timed, timed_once

SAVES = 40
YEAR, BEFORE, MONTH = "2025", "2025-09", "2025-10"


def measure(office: Office, label: str, key: bytes | None) -> list[Measure]:
    """Budgets of saving, figures and the month pack on one open office."""
    found = [_saving(office, label, key), _figures(office, label)]
    with tempfile.TemporaryDirectory() as out:
        period = office.calendar.parse(MONTH)
        pack = timed(lambda: office.reports.export(period, Path(out)), 3)
        papers = timed(lambda: office.reports.papers(period), 3)
    count = len(office.reports.papers(period))
    note = f"{count} papers"
    found.append(
        Measure(f"month pack, 50,000 activities{label}", median_ms(pack) / 1000, "s", 3, 5, note=note)
    )
    found.append(Measure(f"papers of a month and what changed{label}", median_ms(papers), "ms", 100, 200))
    return found + _reported(office, label)


def _reported(office: Office, label: str) -> list[Measure]:
    """What a 报送 costs, and what it costs afterwards to change what was reported."""
    calendar, submissions = office.calendar, office.submissions
    began = timed_once(lambda: submissions.submit(calendar.parse(BEFORE)))
    month = timed_once(lambda: submissions.submit(calendar.parse(MONTH)))
    year = timed_once(lambda: submissions.submit(calendar.parse(YEAR)))
    note = f"the first of a year {began:.1f}, a year {year:.1f}"
    saves = p95_ms(timed(_correcting(office), SAVES))
    sent = submissions.active(calendar.parse(YEAR))
    assert sent is not None
    diffs = median_ms(timed(lambda: submissions.diff(sent, calendar.parse(YEAR))))
    return [
        Measure(f"submit a month{label}", month, "s", None, 3, note=note),
        Measure(f"save in a reported month, p95{label}", saves, "ms", 25, 50),
        Measure(f"diff of a year, sent against now{label}", diffs, "ms", None, 500),
    ]


def _correcting(office: Office) -> Callable[[], None]:
    """One more at a meeting that was reported, each time at the next one."""
    lines = office.figures.records("meetings", office.calendar.parse(BEFORE))
    meetings = cycle([office.records.load("meeting", line.uuid) for line in lines[:SAVES]])

    def save() -> None:
        meeting = next(meetings)
        people = meeting.values["people"]
        meeting.values["people"] = people | {"masses": (people.get("masses") or 0) + 1}
        office.records.save(meeting, reason="按签到表更正")

    return save


def _saving(office: Office, label: str, key: bytes | None) -> Measure:
    period = office.calendar.parse(MONTH)
    line = office.figures.records("meetings", period)[0]
    aggregate = office.records.load("meeting", line.uuid)
    count = iter(range(10**6))

    def save() -> None:
        aggregate.values["host"] = f"主持 {next(count)}"
        office.records.save(aggregate)

    value = p95_ms(timed(save, SAVES))
    floor = p95_ms(timed(_bare_commit(office, key), SAVES))
    note = f"floor {floor:.1f} ms: one commit"
    return Measure(f"save a meeting, p95{label}", value, "ms", 16, 50, value / floor, note)


def _bare_commit(office: Office, key: bytes | None) -> Callable[[], None]:
    """One row changed in the same kind of file with the same pragmas: what the disk costs."""
    from app.store.connection import open_connection

    folder = Path(tempfile.mkdtemp(dir=office.store.folder.root))
    connection = open_connection(folder / "floor.db", key, write=True)
    connection.execute("CREATE TABLE one(value INTEGER)")

    def commit() -> None:
        connection.execute("INSERT INTO one VALUES(1)")

    return commit


def _figures(office: Office, label: str) -> Measure:
    figures = office.figures
    year = {"current": office.calendar.parse("2025")}
    keys = [figure.key for figure in figures.groupable("township")]
    value = median_ms(timed(lambda: figures.evaluate(keys, year, "township")))
    return Measure(f"all figures by township for a year, 50,000{label}", value, "ms", 150, 300)
