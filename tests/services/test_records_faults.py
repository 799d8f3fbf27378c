"""A disk that fails: nothing is half saved and the form can be saved again."""

from __future__ import annotations

import copy
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.errors import AppError
from app.services.aggregates import Aggregate
from app.services.office import Office
from tests.office import small_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _saved(office: Office, aggregate: Aggregate) -> bool:
    try:
        office.records.save(aggregate)
    except AppError:
        return False
    return True


def test_a_save_refused_by_the_disk_changes_nothing_and_can_be_repeated(office: Office) -> None:
    new = office.records.new("visit", name="走访", happened_on=date(2026, 10, 1), content="长" * 4000)
    with office.store.writing() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar()
        session.execute(text(f"PRAGMA max_page_count={pages}"))
    while _saved(office, copy.deepcopy(new)):
        pass  # until the last free page is used up
    with pytest.raises(AppError, match="磁盘满了，没有存上，填的内容还在"):
        office.records.save(new, "op")
    assert (new.uuid, new.revision, new.number) == ("", 0, "")
    with office.store.writing() as session:
        session.execute(text("PRAGMA max_page_count=1073741823"))
    assert office.records.save(new, "op").number.startswith("ZF-2026-")


def test_a_commit_that_fails_leaves_the_form_as_it_was(tmp_path: Path) -> None:
    """The child may not let any file grow, which SQLite sees only when it commits."""
    if sys.platform != "linux":
        pytest.skip("limits of Linux")
    small_office(tmp_path).store.close()
    code = """
import resource, signal, sys
from datetime import date, datetime
from pathlib import Path
from app.clock import FixedClock
from app.errors import AppError
from app.services.aggregates import Aggregate
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = DataFolder(Path(sys.argv[1]))
office = Office(Store(folder), FixedClock(datetime(2026, 10, 28)))
new = office.records.new('visit', name='走访', happened_on=date(2026, 10, 1), content='长' * 4000,
                         problems_raised=[{'text': '缺水' * 400}])
resource.setrlimit(resource.RLIMIT_FSIZE, (folder.store.stat().st_size, resource.RLIM_INFINITY))
try:
    office.records.save(new, 'op')
    print('saved')
except AppError as error:
    print(error.message)
print(repr((new.uuid, new.revision, new.number, new.status)))
try:
    raw = {'name': '走访', 'happened_on': '2026-10-01', 'content': '长' * 4000}
    office.records.add('visit', [raw], draft=True)
    print('saved')
except AppError as error:
    print(error.message)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
saved = office.records.save(new, 'op')
again = office.records.save(new.__class__(new.kind, dict(new.values)), 'op')
print(saved.number, saved.revision, again.uuid == saved.uuid)
office.store.close()
"""
    result = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert result.stderr == ""
    first, state, second, third = result.stdout.splitlines()
    assert "没有存上，填的内容还在" in first
    assert state == "('', 0, '', 'draft')"
    assert "没有存上" in second
    assert third == "ZF-2026-0001 1 True"
