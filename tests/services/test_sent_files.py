"""The files of a 报送 come out as they went in, over nothing that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import AppError
from app.services.office import Office
from app.services.sent_files import SentFiles
from tests.office import small_office

DATA = b"as it went up"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "data")
    paper = tmp_path / "9月月报.docx"
    paper.write_bytes(DATA)
    made.submissions.submit(made.calendar.month(2026, 9), [paper])
    yield made
    made.store.close()


def test_a_copy_is_never_written_over_a_file(office: Office, tmp_path: Path) -> None:
    files, file = SentFiles(office.store.vault), office.submissions.get(1).files[0]
    own = tmp_path / "mine" / "9月月报.docx"
    own.parent.mkdir()
    own.write_bytes(b"mine")
    saved = [files.save(file, own.parent).name for _ in range(2)]
    assert saved == ["9月月报（2）.docx", "9月月报（3）.docx"]
    assert own.read_bytes() == b"mine"
    assert (own.parent / saved[0]).read_bytes() == DATA


def test_a_lent_copy_has_the_name_and_can_only_be_read(office: Office, tmp_path: Path) -> None:
    files, file = SentFiles(office.store.vault), office.submissions.get(1).files[0]
    lent = files.lend(file, tmp_path / "lent")
    assert (lent.name, lent.read_bytes()) == ("9月月报.docx", DATA)
    assert not lent.stat().st_mode & 0o222
    lent.chmod(0o600)
    lent.write_bytes(b"changed in another program")
    again = files.lend(file, tmp_path / "lent")
    assert again.read_bytes() == DATA
    assert office.store.vault.path(file.sha256) not in (lent, again)


def test_what_changed_or_is_gone_is_said(office: Office, tmp_path: Path) -> None:
    files, file = SentFiles(office.store.vault), office.submissions.get(1).files[0]
    assert files.is_intact(file)
    kept = office.store.vault.path(file.sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"as it went ap")
    assert not files.is_intact(file)
    with pytest.raises(AppError, match="和报送时不一样"):
        files.save(file, tmp_path)
    kept.unlink()
    assert not files.is_intact(file)
    with pytest.raises(AppError, match="找不到"):
        files.save(file, tmp_path)


def test_a_folder_that_cannot_be_written_is_said(office: Office, tmp_path: Path) -> None:
    files, file = SentFiles(office.store.vault), office.submissions.get(1).files[0]
    with pytest.raises(AppError, match="没能写出"):
        files.save(file, tmp_path / "not there")
