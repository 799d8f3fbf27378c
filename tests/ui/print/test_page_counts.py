"""Every shipped document has as many pages here as in LibreOffice; the counts are stored beside the tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.print.pages import load_document
from tests.exporters.word_samples import TEMPLATES
from tests.ui.print.libreoffice import page_counts, soffice
from tests.ui.print.shipped import shipped_documents

COUNTS: dict[str, int] = json.loads(Path(__file__).with_name("page_counts.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return shipped_documents(tmp_path_factory.mktemp("shipped"))


def test_every_template_is_among_the_documents(documents: Mapping[str, Path]) -> None:
    assert {path.stem for path in TEMPLATES.glob("*.docx")} <= set(documents)
    assert set(documents) == set(COUNTS)


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_pages_are_as_many_as_stored(name: str, documents: Mapping[str, Path], qapp: QApplication) -> None:
    pages = load_document(documents[name])
    assert pages.count == COUNTS[name]
    assert pages.omitted == ()


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_counts_the_same(documents: Mapping[str, Path], tmp_path: Path) -> None:
    assert page_counts(list(documents.values()), tmp_path) == COUNTS
