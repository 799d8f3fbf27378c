"""Leaving the sample county puts it aside whole and begins anew with nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.clock import SAMPLE_MOMENT, FixedClock
from app.errors import AppError
from app.models import RECORDS
from app.models.unit import Unit
from app.paths import DataFolder
from app.services.demo import leave
from app.services.office import Office
from app.store.store import Store
from tests.demo_fixture import demo_office


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Office]:
    """One to change."""
    made = demo_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Office]:
    made = Office(Store(DataFolder(tmp_path)), FixedClock(SAMPLE_MOMENT))
    yield made
    made.store.close()


def ask(office: Office, sql: str) -> list[Any]:
    with office.store.reading() as session:
        return list(session.scalars(text(sql)))


def test_leaving_puts_the_county_aside_and_begins_anew(own: Office) -> None:
    people = own.count("person")
    leave(own)
    assert own.is_fresh
    assert not own.settings.demo
    assert [own.count(model.key) for model in RECORDS if model is not Unit] == [0] * (len(RECORDS) - 1)
    assert own.count("unit") == 1
    assert ask(own, "SELECT kind FROM search_row") == ["unit"]
    assert ask(own, "SELECT count(*) FROM search") == [1]
    assert not own.store.folder.files.exists()
    added = own.records.add("township", [{"name": "大河镇"}])[0]
    assert added.number.endswith("0001")
    (aside,) = own.store.folder.backups.iterdir()
    kept = Office(Store(DataFolder(aside)), FixedClock(SAMPLE_MOMENT))
    try:
        assert kept.settings.demo
        assert kept.count("person") == people
        sha256 = ask(kept, "SELECT sha256 FROM attachment LIMIT 1")[0]
        assert kept.store.vault.has(sha256)
    finally:
        kept.store.close()


def test_only_a_sample_county_is_left(empty: Office) -> None:
    empty.records.add("township", [{"name": "大河镇"}])
    with pytest.raises(AppError, match="不是示例数据"):
        leave(empty)
    assert empty.count("township") == 1
    assert not empty.store.folder.backups.exists()


def test_what_was_left_is_empty_again_after_opening(own: Office, tmp_path: Path) -> None:
    leave(own)
    own.store.close()
    again = Office(Store(DataFolder(tmp_path)), FixedClock(SAMPLE_MOMENT))
    try:
        assert again.store.extended == []
        assert again.is_fresh
    finally:
        again.store.close()
