"""A photo that decayed in the vault, its length unchanged: made good where a store is put in its place."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.passwords import Passwords
from app.services.rebuilding import Rebuilding
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder, place_of
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from app.store.vault import Vault
from tests.exporters.word_samples import photo
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD

CLOCK = FixedClock(MOMENT)
PHOTO = photo(60, 40)


class Photographed:
    """A closed office with a backup of a visit with one photo."""

    def __init__(self, folder: Path, key: bytes | None) -> None:
        self.key = key
        if key is None:
            office = small_office(folder / "台账")
        else:
            office = Office(Store(DataFolder(folder / "台账"), key=key), CLOCK)
        (folder / "会场.jpg").write_bytes(PHOTO)
        files = [{"path": str(folder / "会场.jpg")}]
        visit = {"happened_on": "2026-10-12", "name": "走访", "files": files}
        saved = office.records.add("visit", [visit], draft=True)[0]
        office.backups.make(Reason.EXIT)
        office.store.close()
        self.data = office.store.folder
        self.sha256 = str(saved.values["files"][0]["sha256"])

    @property
    def vault(self) -> Vault:
        return Vault(self.data, self.key)

    @property
    def name(self) -> str:
        return self.vault.name(self.sha256)

    @property
    def kept(self) -> Path:
        """Where the backups have it."""
        return place_of(BackupFolder(self.data.backups).files, self.name)

    def asides(self) -> list[Path]:
        return sorted(self.data.backups.glob(f"被换下-*/附件/{self.name[:2]}/{self.name}"))

    def look(self, way: str) -> bool:
        """Whether it is told that the photo is nowhere any more."""
        if way == "restore":
            return BackupRestoring(self.data, CLOCK, self.key).look(Path("1")).absent == 1
        return Rebuilding(self.data, CLOCK, self.key).look().lost == "有 1 个附件哪里都没有了"

    def bring_back(self, way: str) -> bool:
        """By that way; whether it is told as `look` does."""
        if way == "restore":
            return BackupRestoring(self.data, CLOCK, self.key).restore(Path("1")).absent == 1
        return Rebuilding(self.data, CLOCK, self.key).rebuild().lost == "有 1 个附件哪里都没有了"


def flipped(path: Path) -> bytes:
    """One bit in the middle of a file turned; what lies there then."""
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    return bytes(raw)


@pytest.fixture(params=["plain", "encrypted"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Photographed:
    return Photographed(tmp_path, bytes(range(32)) if request.param == "encrypted" else None)


@pytest.mark.parametrize("way", ["restore", "rebuild"])
def test_it_is_right_again_and_the_damaged_one_is_kept(office: Photographed, way: str) -> None:
    damaged = flipped(office.vault.path(office.sha256))
    assert not office.look(way)
    assert office.vault.path(office.sha256).read_bytes() == damaged
    assert not office.bring_back(way)
    assert office.vault.read(office.sha256) == PHOTO
    assert [path.read_bytes() for path in office.asides()] == [damaged]
    assert not list(office.data.root.rglob("*.part"))
    assert not office.bring_back(way)
    assert len(office.asides()) == 1


@pytest.mark.parametrize("way", ["restore", "rebuild"])
def test_without_a_good_one_it_is_told_and_stays_as_it_is(office: Photographed, way: str) -> None:
    damaged = flipped(office.vault.path(office.sha256))
    flipped(office.kept)
    assert office.look(way)
    assert office.bring_back(way)
    assert office.vault.path(office.sha256).read_bytes() == damaged
    assert office.asides() == []
    assert not list(office.data.root.rglob("*.part"))


def test_a_damaged_copy_beside_the_backups_is_nothing_where_the_photo_is_right(office: Photographed) -> None:
    flipped(office.kept)
    for way in ("restore", "rebuild"):
        assert not office.look(way)
        assert not office.bring_back(way)
    assert office.vault.read(office.sha256) == PHOTO


def _unlinkable(_: Path, __: Path) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def _no_room(source: Path, target: Path, sha256: str | None = None) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("full", [False, True], ids=["room", "full"])
def test_on_a_disk_without_second_names_too(
    office: Photographed, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    damaged = flipped(office.vault.path(office.sha256))
    monkeypatch.setattr(Path, "hardlink_to", _unlinkable)
    if full:  # for a copy of what is put aside; the store is put aside by a copy made later
        monkeypatch.setattr("app.store.private_files.copy_new", _no_room)
        data, kept = BackupFolder(office.data.root), BackupFolder(office.data.backups)
        wanting = data.unsound({office.name: len(damaged)})
        aside = office.data.backups / "被换下-20261028-080000" / "附件"
        assert data.put_right(wanting, kept.files, aside, lambda *_: None) == ()
    else:
        office.bring_back("rebuild")
    assert office.vault.read(office.sha256) == PHOTO
    assert [path.read_bytes() for path in office.asides()] == [damaged]


def test_what_cannot_be_put_aside_is_not_replaced(
    office: Photographed, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = flipped(office.vault.path(office.sha256))
    real: Callable[[Path, Path], Path] = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if "被换下" in str(target):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, target)

    monkeypatch.setattr(Path, "hardlink_to", _unlinkable)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Exception, match="现在的台账没有改动"):
        office.bring_back("restore")
    assert office.vault.path(office.sha256).read_bytes() == damaged
    assert not list(office.data.files.rglob("*.part"))


def test_a_password_set_later_covers_the_damaged_one_too(tmp_path: Path) -> None:
    office = Photographed(tmp_path, None)
    flipped(office.vault.path(office.sha256))
    office.bring_back("rebuild")
    Passwords(office.data, CLOCK, CHEAP).turn_on("示例县政协", "王秀兰", PASSWORD, RecoveryCode.new())
    assert office.asides() == []
    (sealed,) = office.data.backups.glob("被换下-*/附件/??/*")
    assert sealed.name.endswith(".enc")
    assert PHOTO[:64] not in sealed.read_bytes()


def test_one_that_is_short_is_kept_as_well(office: Photographed) -> None:
    path = office.vault.path(office.sha256)
    path.write_bytes(path.read_bytes()[:-5])
    short = path.read_bytes()
    office.bring_back("restore")
    assert office.vault.read(office.sha256) == PHOTO
    assert [each.read_bytes() for each in office.asides()] == [short]


def test_all_of_them_gone_all_of_them_come_back(office: Photographed) -> None:
    shutil.rmtree(office.data.files)
    assert not office.bring_back("rebuild")
    assert office.vault.read(office.sha256) == PHOTO
    assert office.asides() == []
