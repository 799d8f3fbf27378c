"""Every number opens: the records behind it add up to it, with what came late, in all and in each group."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.models.periods import Period
from app.services.figure_query import is_additive, spreads
from app.services.figure_values import RecordLine, Value, Values
from app.services.figures import GROUPINGS
from app.services.given import adds_over_time
from app.services.office import Office
from tests.services.random_office import random_office
from tests.services.random_records import rows

WHY = "按签到表更正"
DRAWN = 8  # figures opened in each grouping, besides those that are watched always
ALWAYS = ("meetings", "donations", "problems_solved", "people_served", "tasks_closed", "visit_presence")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """July and August are reported, the third quarter's first half; then much of it is put right."""
    made = random_office(tmp_path_factory.mktemp("random"))
    made.clock = FixedClock(datetime(2026, 12, 20, 9, 0))
    made.change_settings({"cut_off_day": 25})
    for text in ("2026-07", "2026-08", "2026Q2"):
        made.submissions.submit(made.calendar.parse(text))
    _put_right(made)
    yield made
    made.store.close()


def _put_right(office: Office) -> None:
    """Records move between days, townships and sectors, go, come, and are adjusted."""
    found = rows(
        office,
        "SELECT type, uuid FROM activity WHERE deleted_at IS NULL AND status = 'registered'"
        " AND happened_on BETWEEN '2026-02-01' AND '2026-08-25' ORDER BY id",
    )
    draw = random.Random(5)
    chosen = draw.sample(found, 12)
    towns = [uuid for (uuid,) in rows(office, "SELECT uuid FROM township ORDER BY id")]
    with office.store.reading() as session:
        refs = [office.records.context(session).resolve("township", uuid, {}) for uuid in towns]
    for place, (kind, uuid) in enumerate(chosen):
        if place % 4 == 0:
            office.records.delete(kind, [uuid], WHY)
            continue
        record = office.records.load(kind, uuid)
        if place % 4 == 1:
            record.values |= {"township": draw.choice(refs), "village": None, "level": "township"}
        elif place % 4 == 2 and len(record.values["members"]) > 1:
            record.values["members"] = record.values["members"][1:]
        else:
            record.values["happened_on"] = date(2026, 9, 3)
        office.records.save(record, reason=WHY)
    raw = {"figure": "donations", "happened_on": "2026-08", "amount": 500, "reason": "漏记", "basis": "表"}
    office.records.add("adjustment", [raw, raw | {"figure": "meetings", "amount": -1}], reason=WHY)


def _watched(office: Office, by: str | None) -> list[str]:
    known = office.figures.catalogue
    adding = [f.key for f in office.figures.groupable(by) if adds_over_time(f, known)]
    drawn = random.Random(f"{by}").sample(adding, min(DRAWN, len(adding)))
    return list(dict.fromkeys([*(key for key in ALWAYS if key in adding), *drawn]))


def _sum(lines: Iterable[RecordLine]) -> Decimal:
    return sum((Decimal(line.amount) for line in lines), Decimal(0))


def _groups(values: Values, key: str) -> list[str]:
    """All groups with a number, and one without."""
    told = [group.key for group in values.groups if values.part(key, "current", group.key)]
    empty = [group.key for group in values.groups if group.key not in told][:1]
    return told + empty


def _plain(value: Value) -> Decimal:
    assert isinstance(value, int | Decimal)
    return Decimal(value)


@pytest.mark.parametrize("text", ["2026-09", "2026Q3"])
@pytest.mark.parametrize("by", GROUPINGS)
def test_the_records_behind_a_number_add_up_to_it(office: Office, text: str, by: str) -> None:
    figures, period = office.figures, office.calendar.parse(text)
    keys = _watched(office, by)
    values = figures.evaluate(keys, figures.spans(period), by)
    late = 0
    for key in keys:
        whole = figures.records(key, period)
        assert _sum(whole) == _plain(values.total(key, "current")), key
        assert _sum(line for line in whole if line.late) == _plain(values.total(key, "late")), key
        late += sum(line.late for line in whole)
        for group in _groups(values, key):
            lines = figures.records(key, period, by, group)
            assert _sum(lines) == _plain(values.part(key, "current", group)), (key, group)
            if by != "month":
                told = _sum(line for line in lines if line.late)
                assert told == _plain(values.part(key, "late", group)), (key, group)
        plain = figures.catalogue.plain_parts(figures.catalogue[key])
        if is_additive(figures.catalogue[key], by, figures.catalogue):
            parts = [_plain(values.part(key, "current", group.key)) for group in values.groups]
            assert sum(parts) == _plain(values.total(key, "current")), key
        else:
            assert any(spreads(figure, by) for figure in plain) or by == "member", key
    assert late, "nothing came late: this tells nothing of 补报更正"


def test_the_records_behind_a_reported_number_add_up_to_it(office: Office) -> None:
    sent = next(iter(each for each in office.submissions.all() if each.period.key == "2026-09"), None)
    sent = sent or office.submissions.submit(office.calendar.parse("2026-09"))
    quarter = office.submissions.get(3)
    assert not quarter.is_zero
    checked = 0
    for each in (sent, quarter):
        for by in (None, "township", "sector", "focus"):
            keys = _watched(office, by)
            values = office.submissions.figures(each.number, by)
            for key in keys:
                whole = office.submissions.records(each.number, key)
                assert _sum(whole) == _plain(values.total(key, "current")), key
                to_date = office.submissions.records(each.number, key, to_date=True)
                assert _sum(to_date) == _plain(values.total(key, "ytd")), key
                for group in _groups(values, key) if by else ():
                    lines = office.submissions.records(each.number, key, by, group)
                    assert _sum(lines) == _plain(values.part(key, "current", group)), (key, by, group)
                    checked += 1
    assert checked > 80


def test_both_numbers_of_a_rate_open(office: Office) -> None:
    period: Period = office.calendar.parse("2026-09")
    figures = office.figures
    for key in ("adoption_rate", "task_close_rate", "satisfaction_rate"):
        value = figures.evaluate([key], figures.spans(period)).total(key, "occurred")
        top, bottom = figures.catalogue[key].combined
        lines = [line for line in figures.records(key, period) if not line.late]
        told = tuple(_sum(line for line in lines if line.figure == part) for part in (top, bottom))
        assert told == (value.numerator, value.denominator), key  # type: ignore[union-attr]


@pytest.fixture(autouse=True)
def _unchanged(office: Office, tmp_path: Path) -> Iterator[None]:
    """Opening numbers writes nothing but the one submission that a test makes."""
    before = rows(office, "SELECT count(*) FROM change WHERE action NOT IN ('submit')")
    yield
    assert rows(office, "SELECT count(*) FROM change WHERE action NOT IN ('submit')") == before
