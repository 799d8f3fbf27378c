"""What is told of a change is known when it is committed: nothing is read or written after that.

A read that fails later would tell a clerk that nothing was saved, and he would do it twice.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.services
from tests.contracts.deeds import DEEDS, Deed, Desk
from tests.office import small_office
from tests.store.flaky import Disk

OPENING = {"kept_settings.KeptSettings.note_extension", "kept_settings.KeptSettings.founded"}
"""What is done before anybody asks for anything."""


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk.under(monkeypatch)


@pytest.fixture
def desk(disk: Disk, tmp_path: Path) -> Iterator[Desk]:
    office = small_office(tmp_path / "数据")
    office.change_settings({"phone": "0871"})  # from here on the journal is on track
    yield Desk(office, tmp_path)
    disk.refused_after = None
    office.store.close()


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_deed_is_one_transaction_and_needs_nothing_after_it(deed: Deed, desk: Desk, disk: Disk) -> None:
    given = deed.prepare(desk)
    disk.refuse_after_commit()
    deed.do(desk, given)
    assert disk.is_over, "it wrote nothing"
    assert not disk.failed


def test_everything_that_writes_is_a_deed() -> None:
    tried = {way for deed in DEEDS for way in deed.ways}
    assert set(_writers()) - OPENING == tried


def _writers() -> Iterator[str]:
    """The functions of app/services that begin a transaction, as module.Class.function."""
    for path in Path(app.services.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for outer, inner in _functions(tree):
            if any(_begins(node) for node in ast.walk(inner)):
                yield ".".join(filter(None, (path.stem, outer, inner.name)))


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield "", node
        elif isinstance(node, ast.ClassDef):
            yield from ((node.name, each) for each in node.body if isinstance(each, ast.FunctionDef))


def _begins(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "writing"
