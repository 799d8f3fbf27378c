"""Any text through every way in and out: unchanged, or refused with a sentence; never silently different."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.faults.any_text import TEXTS
from tests.faults.suite import Suite
from tests.faults.text_ways import WAYS, Shared
from tests.office import small_office

EXAMPLES = 10


def prepare(scratch: Path, seed: int) -> Shared:
    return Shared(small_office(scratch / "数据"), scratch, seed)


def case(shared: Shared, number: int) -> str | None:
    """One way, some texts; hypothesis makes the smallest one that goes wrong out of what it finds."""
    way = WAYS[number % len(WAYS)]
    profile = settings(
        max_examples=EXAMPLES, database=None, deadline=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck), print_blob=False, derandomize=False,
    )  # fmt: skip

    @seed(shared.seed * 1_000_003 + number)
    @profile
    @given(TEXTS, TEXTS)
    def tried(first: str, second: str) -> None:
        way(shared, first, second)

    try:
        tried()
    except Exception as error:
        notes = " ".join(getattr(error, "__notes__", ()))
        return f"{way.__name__.strip('_')}: {type(error).__name__} {error} {notes}".encode(
            "utf-8", "backslashreplace"
        ).decode()
    return None


SUITE = Suite(
    "texts",
    "any text into and out of the store, history, journal, Word, Excel, JSON, unsaved forms and backups",
    fast=20,
    whole=2_000,
    prepare=prepare,
    case=case,
)
