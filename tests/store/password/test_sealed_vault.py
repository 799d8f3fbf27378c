"""An encrypted store's files are taken in, shown and handed out as any others; on the disk they are noise."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.sent_files import SentFiles
from app.store.backup.backup import Reason, from_json
from app.store.backup.backups import no_step
from app.store.backup.folder import BackupFolder
from app.store.password.cipher import Broken
from app.store.password.keyring import Keyring, new_key
from app.store.password.keyring_file import KeyringFile
from app.store.store import Store
from app.store.vault import THUMBNAIL, Vault
from tests.office import MOMENT
from tests.store.cheap import PASSWORD, cheap_keyring

WORDS = b"%PDF-1.7 the words of a paper " * 40


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(DataFolder(tmp_path / "data"), new_key())


def paper(tmp_path: Path) -> Path:
    path = tmp_path / "表.pdf"
    path.write_bytes(WORDS)
    return path


def photo(tmp_path: Path) -> Path:
    path = tmp_path / "会场.jpg"
    Image.effect_noise((900, 600), 60).convert("RGB").save(path)
    return path


def everything(root: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file())


def test_neither_name_nor_content_is_to_be_seen(vault: Vault, tmp_path: Path) -> None:
    stored = vault.add(paper(tmp_path))
    assert vault.read(stored.sha256) == WORDS
    assert (vault.size(stored.sha256), stored.size, stored.new) == (len(WORDS), len(WORDS), True)
    assert WORDS[:16] not in everything(tmp_path / "data")
    names = [path.name for path in (tmp_path / "data").rglob("*")]
    assert not [name for name in names if stored.sha256[:6] in name or "pdf" in name]
    if os.name == "posix":
        assert stat.S_IMODE(vault.path(stored.sha256).stat().st_mode) == 0o600


def test_the_same_file_takes_room_once(vault: Vault, tmp_path: Path) -> None:
    one = vault.add(paper(tmp_path))
    before = vault.path(one.sha256).read_bytes()
    other = vault.add(paper(tmp_path))
    assert not other.new
    assert vault.path(one.sha256).read_bytes() == before


def test_a_thumbnail_is_made_once_and_sealed(vault: Vault, tmp_path: Path) -> None:
    stored = vault.add(photo(tmp_path))
    made = vault.thumbnail(stored.sha256)
    assert made is not None
    with Image.open(BytesIO(made)) as image:
        assert max(image.size) == THUMBNAIL
    kept = vault.thumbnail_path(stored.sha256)
    before = kept.read_bytes()
    assert b"PNG" not in before
    assert vault.thumbnail(stored.sha256) == made
    assert kept.read_bytes() == before
    kept.write_bytes(before[:-1])
    assert vault.thumbnail(stored.sha256) == made


def test_damage_is_noticed(vault: Vault, tmp_path: Path) -> None:
    stored = vault.add(paper(tmp_path))
    path = vault.path(stored.sha256)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-50] + bytes(50))
    with pytest.raises(Broken):
        vault.read(stored.sha256)
    assert vault.picture(stored.sha256) == b""
    path.unlink()
    with pytest.raises(FileNotFoundError):
        vault.read(stored.sha256)
    assert not vault.has(stored.sha256)
    assert not vault.has("名称")


class TestInAnOffice:
    """A store with a key, used as any other."""

    @pytest.fixture
    def office(self, tmp_path: Path) -> Iterator[Office]:
        made = Office(Store(DataFolder(tmp_path / "data"), key=new_key()), FixedClock(MOMENT))
        yield made
        made.store.close()

    def test_sent_papers_come_out_byte_for_byte(self, office: Office, tmp_path: Path) -> None:
        office.submissions.submit(office.calendar.month(2026, 9), [paper(tmp_path)])
        files, file = SentFiles(office.store.vault), office.submissions.get(1).files[0]
        assert files.is_intact(file)
        assert files.save(file, tmp_path / "data").read_bytes() == WORDS
        kept = office.store.vault.path(file.sha256)
        kept.write_bytes(kept.read_bytes()[::-1])
        assert not files.is_intact(file)
        with pytest.raises(AppError, match="和报送时不一样"):
            files.save(file, tmp_path)

    def test_photos_come_into_papers_and_into_the_folder_of_proof(
        self, office: Office, tmp_path: Path
    ) -> None:
        office.records.add("township", [{"name": "永兴街道"}])
        [saved] = office.records.add(
            "visit",
            [{"happened_on": "2026-10-12", "name": "走访果农", "township": "永兴街道",
              "files": [{"path": str(photo(tmp_path))}]}], draft=True,
        )  # fmt: skip
        written = office.documents.write("visit", saved.uuid, None, tmp_path)
        import docx

        assert len(docx.Document(str(written)).inline_shapes) == 1
        package = office.evidence.event("visit", saved.uuid, tmp_path / "佐证", lambda *_: None)
        [picture] = [file for file in package.papers[0].files if file.sort == "照片"]
        assert picture.name.endswith(".jpg")
        assert not [words for words in package.papers[0].missing if "不一样" in words or "不见" in words]

    def test_a_backup_holds_the_sealed_files_and_who_can_open_them(
        self, office: Office, tmp_path: Path
    ) -> None:
        key, keyring, _ = cheap_keyring()
        office.store.close()
        folder = DataFolder(tmp_path / "其他")
        with_key = Office(Store(folder, key=key), FixedClock(MOMENT))
        KeyringFile(folder).write(keyring)
        with_key.submissions.submit(with_key.calendar.month(2026, 9), [paper(tmp_path)])
        sha256 = with_key.submissions.get(1).files[0].sha256
        backups, stick = with_key.store.backups(FixedClock(MOMENT)), tmp_path / "U盘"
        stick.mkdir()
        made = backups.make(Reason.ASKED, stick)
        with_key.store.close()
        assert (made.encrypted, made.missing) == (True, ())
        for place in (folder.backups, stick):
            assert Vault(DataFolder(place), key).read(sha256) == WORDS
            listed = (place / f"{made.name}.json").read_text(encoding="utf-8")
            assert sha256 not in listed
            found = from_json(listed.encode())
            assert Keyring.from_json(found.keyring).opened(PASSWORD) == key
        kept = Vault(folder, key).path(sha256)
        kept.write_bytes(kept.read_bytes()[::-1])
        other = BackupFolder(tmp_path / "另一处")
        other.path.mkdir()
        assert other.take_files(made.held, folder.files, no_step) == (kept.name,)
