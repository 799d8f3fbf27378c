"""An office with a password whose file is lost, and another program's database in its place perhaps."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.passwords import Passwords
from app.services.rebuilding import Rebuilding
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from app.store.connection import open_connection
from app.store.password.keyring import Keyring
from app.store.password.keyring_file import KeyringFile
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from tests.office import MOMENT
from tests.store.cheap import CHEAP, PASSWORD, cheap_keyring

CLOCK = FixedClock(MOMENT)


def lived(folder: Path, key: bytes | None = None, keyring: Keyring | None = None) -> DataFolder:
    """A closed office with one township in its backup and one more in its journal."""
    data = DataFolder(folder)
    office = Office(Store(data, key=key), CLOCK)
    if keyring is not None:
        KeyringFile(data).write(keyring)
    office.records.add("township", [{"name": "永兴街道"}])
    office.backups.make(Reason.EXIT)
    office.records.add("township", [{"name": "后来镇"}])
    office.store.close()
    return data


@pytest.fixture
def plain(tmp_path: Path) -> DataFolder:
    return lived(tmp_path / "明文")


@pytest.fixture
def secret(tmp_path: Path) -> DataFolder:
    key, keyring, _ = cheap_keyring()
    return lived(tmp_path / "密", key, keyring)


def at(data: DataFolder) -> Passwords:
    return Passwords(data, CLOCK, CHEAP)


def take(data: DataFolder) -> None:
    data.store.unlink()
    with closing(sqlite.connect(str(data.store), isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t(x)")


def gone(data: DataFolder) -> None:
    data.store.unlink()


def emptied(data: DataFolder) -> None:
    data.store.write_bytes(b"")


def townships(data: DataFolder, key: bytes | None) -> int:
    office = Office(Store(data, key=key, write=False), CLOCK)
    try:
        return office.count("township")
    finally:
        office.store.close()


def test_the_password_is_asked_for_and_brings_it_back(secret: DataFolder) -> None:
    take(secret)
    assert at(secret).is_locked()
    key = at(secret).open(PASSWORD)
    Rebuilding(secret, CLOCK, key).rebuild()
    assert townships(secret, key) == 2
    assert at(secret).is_locked()


def test_setting_and_clearing_a_password_does_not_take_it_for_a_plain_one(secret: DataFolder) -> None:
    key = at(secret).open(PASSWORD)
    take(secret)
    before = secret.store.read_bytes(), secret.keyring.read_bytes(), secret.keyring_copy.read_bytes()
    with pytest.raises(AppError, match="密码没有取消"):
        at(secret).turn_off(key)
    with pytest.raises(AppError, match="密码不对"):
        at(secret).turn_on("示例县政协", "别人", "bieren-ziji-de", RecoveryCode.new())
    assert at(secret).turn_on("示例县政协", "别人", PASSWORD, RecoveryCode.new()) == key
    assert (
        secret.store.read_bytes(), secret.keyring.read_bytes(), secret.keyring_copy.read_bytes()
    ) == before  # fmt: skip


def there(data: DataFolder) -> bytes | None:
    return data.store.read_bytes() if data.store.exists() else None


def test_a_plain_office_with_a_keyring_left_beside_asks_for_none(plain: DataFolder) -> None:
    KeyringFile(plain).write(cheap_keyring()[1])
    assert not at(plain).is_locked()
    assert at(plain).turn_off(bytes(32)) == 0
    take(plain)
    assert not at(plain).is_locked()
    Rebuilding(plain, CLOCK).rebuild()
    assert townships(plain, None) == 2


def test_a_plain_one_of_ours_asks_for_none_whatever_became_of_its_mark(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    Office(Store(data), CLOCK).store.close()
    KeyringFile(data).write(cheap_keyring()[1])
    for path in data.journal.iterdir():
        path.unlink()
    with closing(open_connection(data.store, None, write=True)) as connection:
        connection.execute("PRAGMA application_id=1")
    assert not at(data).is_locked()


def test_another_programs_database_with_nothing_beside_asks_for_none(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    data.store.touch()
    take(data)
    assert not at(data).is_locked()


@pytest.mark.parametrize(
    ("harm", "backed_up"), [(take, True), (gone, True), (emptied, True), (gone, False), (emptied, False)]
)
def test_a_plain_backup_does_not_replace_it(
    secret: DataFolder, plain: DataFolder, harm: Callable[[DataFolder], None], backed_up: bool
) -> None:
    harm(secret)
    if not backed_up:
        for path in secret.backups.glob("台账-*"):
            path.unlink()
    before = there(secret)
    own = BackupFolder(plain.backups)
    (made,) = own.all()
    for key in (None, at(secret).open(PASSWORD)):
        with pytest.raises(AppError, match="现在的台账设了密码"):
            BackupRestoring(secret, CLOCK, key).restore(own.file_of(made))
    assert there(secret) == before


@pytest.mark.parametrize("harm", [gone, emptied, take])
@pytest.mark.parametrize("left", ["backups", "journal"])
def test_of_two_keys_under_one_password_that_of_what_is_left_is_found(
    secret: DataFolder, harm: Callable[[DataFolder], None], left: str
) -> None:
    """As after a restore from another computer that broke off: its keyring is there, with a later number."""
    kept = KeyringFile(secret).read()
    _, other, _ = cheap_keyring()
    assert kept is not None
    harm(secret)
    if left == "journal":
        for path in secret.backups.glob("台账-*"):
            path.unlink()
    secret.keyring_copy.write_bytes(Keyring(other.office, other.key_id, 99, other.slots).to_json())
    assert KeyringFile(secret).candidates()[0].key_id == other.key_id
    key = at(secret).open(PASSWORD)
    assert KeyringFile(secret).read() == kept
    Rebuilding(secret, CLOCK, key).rebuild()
    assert townships(secret, key) == 2
