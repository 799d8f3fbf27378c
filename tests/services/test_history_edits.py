"""Any edits in any order: what differs is told, what was comes back, and the log hangs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.context import Ref
from app.models.fields import Values
from app.services.office import Office
from tests.office import small_office, uuids

LETTERS = st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp"))
WORDS = st.text(LETTERS, max_size=40).map(str.strip)
NUMBERS = st.integers(0, 400)
Edit = Callable[[Values, list[Ref]], None]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = small_office(tmp_path_factory.mktemp("edits"))
    yield office
    office.store.close()


def _say(key: str, text: str) -> Edit:
    return lambda values, _: values.update({key: text or None})


def _row(key: str, text: str) -> Edit:
    return lambda values, _: values[key].append({"text": text or "一条"})


def _drop(key: str, place: int) -> Edit:
    def edit(values: Values, _: list[Ref]) -> None:
        if values[key]:
            del values[key][place % len(values[key])]

    return edit


def _turn(key: str) -> Edit:
    return lambda values, _: values[key].reverse()


def _reword(key: str, place: int, text: str) -> Edit:
    def edit(values: Values, _: list[Ref]) -> None:
        if values[key]:
            values[key][place % len(values[key])]["text"] = text or "另一条"

    return edit


def _attend(place: int, status: str) -> Edit:
    def edit(values: Values, members: list[Ref]) -> None:
        who = members[place % len(members)]
        others = [entry for entry in values["members"] if entry["member"] != who]
        entry = {"member": who, "role": "member", "status": status}
        values["members"] = others if len(others) < len(values["members"]) else [*others, entry]

    return edit


def _count(role: str, number: int) -> Edit:
    return lambda values, _: values["people"].update({role: number})


def _move(days: int) -> Edit:
    return lambda values, _: values.update(happened_on=date(2026, 10, 1) - timedelta(days))


ROWS = st.sampled_from(["opinions", "consensus"])
PLACES = st.integers(0, 11)
EDITS = st.one_of(
    st.builds(_say, st.sampled_from(["background", "place", "host", "remark"]), WORDS),
    st.builds(_row, ROWS, WORDS),
    st.builds(_drop, ROWS, PLACES),
    st.builds(_turn, ROWS),
    st.builds(_reword, ROWS, PLACES, WORDS),
    st.builds(_attend, PLACES, st.sampled_from(["present", "leave", "absent"])),
    st.builds(_count, st.sampled_from(["masses", "leaders", "cadres"]), NUMBERS),
    st.builds(_move, st.integers(0, 40)),
)


@settings(max_examples=15)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=5), st.integers(0, 99))
def test_whatever_was_edited_any_version_comes_back(office: Office, steps: list[Any], pick: int) -> None:
    members = [Ref(uuid, name) for name, uuid in sorted(uuids(office, "membership").items())]
    new = office.records.new("meeting", topic="随意改", happened_on=date(2026, 10, 1))
    hashes = [office.records.save(new).content_hash]
    for edits in steps:
        record = office.records.load("meeting", new.uuid)
        for edit in edits:
            edit(record.values, members)
        hashes.append(office.records.save(record).content_hash)

    versions = office.history.of(new.uuid)[::-1]
    assert [each.revision for each in versions] == list(range(1, len(hashes) + 1))
    for before, after, version in zip(hashes, hashes[1:], versions[1:], strict=False):
        assert bool(version.alterations) == (before != after)

    wanted = pick % len(hashes)
    if hashes[wanted] != hashes[-1]:
        restored = office.history.restore("meeting", new.uuid, wanted + 1)
        assert (restored.record.content_hash, restored.left_out) == (hashes[wanted], ())
        assert office.records.load("meeting", new.uuid).content_hash == hashes[wanted]
    assert office.history.verify().intact
