"""A citizen's number typed into a title, a host, a reason is covered in whatever lists it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import SystemClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from tests.commands import VISIT, Run, data, json_file, run

__all__ = ["data", "run"]  # fixtures

PHONE, CARD = "13812345678", "530102199001011234"
LATE = ("--why", f"打电话{PHONE}说的")
SPOKEN = VISIT | {
    "name": f"走访张三{PHONE}", "host": f"李四{CARD}", "place": f"某处{PHONE}",
    "content": f"{PHONE}反映路灯不亮",
}  # fmt: skip
LISTS: tuple[tuple[str, ...], ...] = (
    ("list", "visit"),
    ("list", "visit", "--json"),
    ("show", "visit", "{uuid}"),
    ("show", "visit", "{uuid}", "--json"),
    ("log",),
    ("log", "--json"),
    ("log", "{uuid}", "--json"),
    ("check-month", "--period", "2024-10"),
    ("check-month", "--period", "2024-10", "--json"),
    ("check-month", "--period", "2024-11"),
    ("check-month", "--period", "2024-11", "--json"),
    ("figures", "--period", "2024-10", "--records", "服务群众"),
    ("figures", "--period", "2024-10", "--records", "服务群众", "--json"),
    ("submissions",),
    ("submissions", "--json"),
    ("diff", "1", "2024-10"),
    ("diff", "1", "2024-10", "--json"),
)


@pytest.fixture
def uuid(run: Run, tmp_path: Path) -> str:
    """A visit of a month that went up, one more of it that was entered late, and a draft without a day."""
    run("add", "visit", "--json", json_file(tmp_path, SPOKEN))
    run("submit", "--period", "2024-10", "--note", f"问{PHONE}")
    late = [SPOKEN | {"happened_on": "2024-10-20", "people_served": 9}]
    said = run("add", "visit", "--json", json_file(tmp_path, late), *LATE)
    assert said.code == 0, said.err
    run("add", "visit", "--draft", "--json", json_file(tmp_path, {**SPOKEN, "happened_on": "2024-11-03"}))
    return said.out.split()[0]


def test_nothing_that_lists_records_tells_whom_to_ring(run: Run, uuid: str) -> None:
    told = {}
    for command in LISTS:
        said = run(*(part.format(uuid=uuid) for part in command))
        assert said.code == 0, said.err
        told[" ".join(command)] = said.out
    assert not [command for command, said in told.items() if PHONE in said or CARD in said]
    silent = [command for command, said in told.items() if "138****5678" not in said]
    assert silent == ["submissions"]


def test_nor_does_the_bin(run: Run, data: Path, uuid: str) -> None:
    office = Office(Store(DataFolder(data)), SystemClock())
    office.records.delete("visit", [uuid], f"打电话{PHONE}说的")
    office.store.close()
    for more in ((), ("--json",)):
        said = run("bin", *more).out
        assert said.count("138****5678") == 2
        assert PHONE not in said


def test_the_whole_of_a_list_is_there_for_whoever_asks(run: Run, uuid: str) -> None:
    [*_, found] = run("list", "visit", "--json", "--full").json
    assert (found["title"], found["host"]) == (SPOKEN["name"], SPOKEN["host"])
