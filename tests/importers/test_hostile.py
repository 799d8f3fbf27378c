"""Every hostile file: one plain sentence, within time and memory, and nothing in the office is touched."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import AppError
from app.foreign.limits import MEMORY, SECONDS
from app.foreign.worker import worker
from app.services.office import Office
from app.ui.print.pages import load_document
from tests.importers.hostile import CASES, ENDINGS, HARMLESS, Case
from tests.office import small_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    found = small_office(tmp_path_factory.mktemp("office"))
    visit = {
        "happened_on": "2026-10-12",
        "name": "走访",
        "place": "青山村",
        "members": ["周文"],
        "people_served": 3,
    }
    found.records.add("visit", [visit], draft=True)
    yield found
    found.store.close()


def kept(office: Office) -> dict[str, str]:
    """Every file of the office but the template under test, by its hash."""
    root = office.store.folder.root
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.parent != office.store.folder.templates and path.name != ".lock"
    }


def read(office: Office, case: Case, folder: Path) -> None:
    """Gives the file to the part of the program that reads its sort."""
    path = folder / f"来的{ENDINGS[case.reader]}"
    if case.reader == "template":
        templates = office.store.folder.templates
        templates.mkdir(exist_ok=True)
        path = templates / "visit_record.docx"
        path.unlink(missing_ok=True)
    case.make(path)
    match case.reader:
        case "sheet":
            office.opening.read(path)
        case "template":
            office.documents.write("visit", _visit(office), None, folder / "出.docx")
        case "photo":
            office.records.attach((path,))


def _visit(office: Office) -> str:
    with office.store.reading() as session:
        from sqlalchemy import select

        from app.models.visit import Visit

        return session.execute(select(Visit.uuid)).scalars().one()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile_file_gets_a_sentence(
    case: Case, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if case.endless:
        monkeypatch.setattr(worker(), "_seconds", 2)
    before = kept(office)
    begun = time.monotonic()
    with pytest.raises(AppError) as caught:
        read(office, case, tmp_path)
    took = time.monotonic() - begun
    said = caught.value.message
    assert case.said in said
    assert said.endswith(("。", "。没有改动。")) or "\n" in said
    assert "Error" not in said
    assert "Traceback" not in said
    assert took < SECONDS + 5
    assert worker().peak <= MEMORY
    assert kept(office) == before
    assert not list(tmp_path.glob("出*"))


def test_a_far_cell_is_no_page(tmp_path: Path) -> None:
    """Read as a sheet it costs nothing; drawn, it would be a billion cells."""
    far = next(case for case in HARMLESS if case.name == "far cell")
    far.make(tmp_path / "来的.xlsx")
    with pytest.raises(AppError, match=r"^“来的.*请删掉用不着的行和列"):
        load_document(tmp_path / "来的.xlsx")


@pytest.mark.parametrize("case", HARMLESS, ids=lambda case: case.name)
def test_odd_but_harmless_file_is_read(case: Case, office: Office, tmp_path: Path) -> None:
    said = ""
    try:
        read(office, case, tmp_path)
    except AppError as error:
        said = error.message
    assert said == ""
