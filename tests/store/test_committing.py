"""A commit that raises: the file itself says what became of it, and nothing is ever written twice."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from app.errors import AppError, Unsure
from app.models.system import Change, SettingEntry
from app.models.visit import Visit
from app.services.aggregates import Aggregate
from app.services.office import Office
from app.store.connection import open_connection
from tests.office import small_office
from tests.store.flaky import Disk


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk.under(monkeypatch)


@pytest.fixture
def office(disk: Disk, tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


def visit(office: Office, **values: Any) -> Aggregate:
    return office.records.new("visit", name="走访", happened_on=date(2026, 10, 1), **values)


def visits(office: Office) -> int:
    with office.store.reading() as session:
        return session.execute(select(func.count()).select_from(Visit)).scalar() or 0


def changes(office: Office) -> int:
    with office.store.reading() as session:
        return session.execute(select(func.count()).select_from(Change)).scalar() or 0


def test_a_commit_that_took_place_all_the_same_is_a_save(office: Office, disk: Disk) -> None:
    disk.fail_after_commit = "disk I/O error"
    new = visit(office, problems_raised=[{"text": "缺水"}])
    saved = office.records.save(new, "op")
    assert disk.failed == 1
    assert (saved.revision, visits(office)) == (1, 1)
    assert office.records.load("visit", saved.uuid).values["problems_raised"][0]["text"] == "缺水"
    again = office.records.save(copy.deepcopy(visit(office)), "op")
    assert (again.uuid, visits(office)) == (saved.uuid, 1)


def test_a_commit_that_did_not_take_place_says_so_and_can_be_repeated(office: Office, disk: Disk) -> None:
    disk.fail_before_commit = "disk I/O error"
    new = visit(office)
    with pytest.raises(AppError, match="磁盘没有应答，没有存上，填的内容还在"):
        office.records.save(new, "op")
    assert (new.uuid, new.revision, visits(office)) == ("", 0, 0)
    saved = office.records.save(new, "op")
    assert (saved.revision, visits(office)) == (1, 1)


@pytest.mark.parametrize("took_place", [True, False])
def test_when_the_file_cannot_be_asked_nobody_claims_to_know(
    office: Office, disk: Disk, took_place: bool
) -> None:
    disk.gone_when_failed = True
    if took_place:
        disk.fail_after_commit = "disk I/O error"
    else:
        disk.fail_before_commit = "disk I/O error"
    new = visit(office)
    with pytest.raises(Unsure, match=r"存上了没有还看不出来，填的内容还在.*不会存成两条"):
        office.records.save(new, "op")
    disk.gone = False
    saved = office.records.save(visit(office), "op")
    assert (saved.revision, visits(office)) == (1, 1)
    assert saved.problems, "a save that is found again says what is missing, as any other"


@pytest.mark.parametrize("took_place", [True, False])
def test_other_values_after_an_unsure_try_make_no_second_record(
    office: Office, disk: Disk, took_place: bool
) -> None:
    disk.gone_when_failed = True
    if took_place:
        disk.fail_after_commit = "disk I/O error"
    else:
        disk.fail_before_commit = "disk I/O error"
    with pytest.raises(Unsure):
        office.records.save(visit(office), "first")
    disk.gone = False
    saved = office.records.save(visit(office, place="村委会"), "second", unsure=["first"])
    assert visits(office) == 1
    assert saved.revision == (2 if took_place else 1)
    assert office.records.load("visit", saved.uuid).values["place"] == "村委会"


def test_an_unsure_change_of_a_record_is_no_clash_with_oneself(office: Office, disk: Disk) -> None:
    saved = office.records.save(visit(office))
    saved.values["place"] = "议事厅"
    disk.fail_after_commit, disk.gone_when_failed = "disk I/O error", True
    with pytest.raises(Unsure):
        office.records.save(copy.deepcopy(saved), "first")
    disk.gone = False
    saved.values["place"] = "村委会"
    assert office.records.save(saved, "second", unsure=["first"]).revision == 3


def _delete(office: Office) -> None:
    office.records.delete("visit", [office.records.save(visit(office)).uuid])


def _settings(office: Office) -> None:
    office.change_settings({"clerk": "李新"})


def _option(office: Office) -> None:
    from app.services import options

    office.change_options(options.add_entry, "sector", f"新界别 {changes(office)}")


@pytest.mark.parametrize("work", [_delete, _settings, _option])
def test_every_intention_is_told_the_truth(
    office: Office, disk: Disk, work: Callable[[Office], None]
) -> None:
    before = changes(office)
    work(office)
    step = changes(office) - before
    disk.fail_last_commit(step)
    work(office)
    assert disk.failed == 1
    assert changes(office) - before == 2 * step


def test_where_somebody_reads_all_the_time_nothing_is_there(office: Office) -> None:
    before = visits(office), changes(office)
    with closing(open_connection(office.store.folder.store, None, write=False)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM visit").fetchone()
        with pytest.raises(AppError, match="正被别的程序占着，没有存上，填的内容还在") as told:
            office.records.save(visit(office), "op")
        assert not isinstance(told.value, Unsure)
    assert (visits(office), changes(office)) == before
    assert office.records.save(visit(office), "op").revision == 1


def test_a_bug_of_ours_stays_one(office: Office, disk: Disk) -> None:
    disk.fail_before_commit = "no such table: x"
    with pytest.raises(DBAPIError):
        office.records.save(visit(office), "op")
    assert visits(office) == 0
    assert office.records.save(visit(office), "op").revision == 1


def _break_off(office: Office) -> None:
    with office.store.writing() as session:
        session.merge(SettingEntry(key="half", value="done"))
        session.flush()
        raise ZeroDivisionError


def test_what_fails_before_the_commit_leaves_the_connection_fit(office: Office, disk: Disk) -> None:
    with pytest.raises(ZeroDivisionError):
        _break_off(office)
    with office.store.reading() as session:
        assert session.get(SettingEntry, "half") is None
    assert office.records.save(visit(office)).revision == 1
