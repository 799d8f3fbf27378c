"""A keyring opens by each of its passwords and its recovery code, by nothing else, and is never half lost."""

import json
import os
import stat
from pathlib import Path

import pytest

from app.errors import AppError
from app.paths import DataFolder
from app.store.password.keyring import Keyring, id_of, new_key
from app.store.password.keyring_file import KeyringFile
from app.store.password.recovery_code import RecoveryCode
from app.store.password.slot import Cost, Slot, SlotKind
from tests.store.cheap import CHEAP, DAY, PASSWORD, cheap_keyring


def test_it_opens_by_the_password_and_by_the_code_only() -> None:
    key, keyring, code = cheap_keyring()
    assert keyring.opened(PASSWORD) == key
    assert keyring.recovered(code) == key
    assert keyring.opened(PASSWORD + " ") is None
    assert keyring.opened(code.secret) is None
    assert keyring.recovered(RecoveryCode.new()) is None


def test_full_width_digits_are_the_same_password() -> None:
    key, keyring, _ = cheap_keyring()
    assert keyring.opened("qingshan lvshui ２６") == key


def test_each_person_has_a_password_of_their_own() -> None:
    key, keyring, code = cheap_keyring()
    both = keyring.with_password(key, "李建国", "另一个密码8", DAY, CHEAP)
    assert both.names == ("王秀兰", "李建国")
    assert both.opened("另一个密码8") == both.opened(PASSWORD) == key
    assert both.opened("另一个密码8", "王秀兰") is None
    gone = both.without("王秀兰")
    assert gone.opened(PASSWORD) is None
    assert gone.recovered(code) == key
    assert [each.revision for each in (keyring, both, gone)] == [1, 2, 3]


def test_a_changed_password_takes_the_place_of_the_old_one() -> None:
    key, keyring, _ = cheap_keyring()
    changed = keyring.with_password(key, "王秀兰", "改过的密码9", DAY, CHEAP)
    assert changed.names == ("王秀兰",)
    assert changed.opened(PASSWORD) is None
    assert changed.opened("改过的密码9") == key


def test_a_new_code_makes_the_old_one_useless() -> None:
    key, keyring, old = cheap_keyring()
    new = RecoveryCode.new()
    changed = keyring.with_code(key, new, "2026-11-02", CHEAP)
    assert changed.recovered(old) is None
    assert changed.recovered(new) == key
    assert changed.recovery_made_on == "2026-11-02"


def test_the_last_password_stays() -> None:
    _, keyring, _ = cheap_keyring()
    with pytest.raises(AppError, match="只剩这一个密码"):
        keyring.without("王秀兰")
    with pytest.raises(AppError, match="没有“李建国”"):
        keyring.without("李建国")


def test_there_is_an_end_to_passwords() -> None:
    key, keyring, _ = cheap_keyring()
    for number in range(6):
        keyring = keyring.with_password(key, f"第{number}人", "密码密码密码密码", DAY, CHEAP)
    with pytest.raises(AppError, match="最多 7 个人"):
        keyring.with_password(key, "又一人", "密码密码密码密码", DAY, CHEAP)


def test_another_stores_key_is_not_mixed_in() -> None:
    _, keyring, _ = cheap_keyring()
    with pytest.raises(ValueError, match="another"):
        keyring.with_password(new_key(), "李建国", "另一个密码8", DAY, CHEAP)


def test_it_is_the_same_from_json_and_shows_no_secret() -> None:
    key, keyring, code = cheap_keyring()
    raw = keyring.to_json()
    assert Keyring.from_json(raw) == keyring
    assert keyring.key_id == id_of(key)
    for secret in (key.hex(), PASSWORD, code.secret, str(code)):
        assert secret not in raw.decode()


def test_a_slot_cannot_be_passed_off_as_another() -> None:
    key = new_key()
    slot = Slot.wrap(SlotKind.PASSWORD, "王秀兰", PASSWORD, key, DAY, CHEAP)
    data = slot.to_plain()
    for changed in ({"name": "别人"}, {"kind": "recovery"}, {"made_on": "2020-01-01"}):
        assert Slot.from_plain(data | changed).unwrap(PASSWORD) is None
    assert Slot.from_plain(data).unwrap(PASSWORD) == key


@pytest.mark.parametrize("end", [0, 10, 300, -1])
def test_a_torn_file_is_no_keyring(end: int) -> None:
    _, keyring, _ = cheap_keyring()
    with pytest.raises(ValueError):
        Keyring.from_json(keyring.to_json()[:end])


def test_a_file_cannot_ask_for_the_whole_memory() -> None:
    _, keyring, _ = cheap_keyring()
    data = json.loads(keyring.to_json())
    for cost in ([1 << 30, 3, 1], [64, 10_000, 1], [4, 1, 1], [64, 1, 0]):
        with pytest.raises(ValueError):
            Slot.from_plain(data["slots"][0] | {"argon2id": cost})
    assert Cost().is_bearable


def test_a_keyring_without_a_code_is_none() -> None:
    _, keyring, _ = cheap_keyring()
    lacking = Keyring(keyring.office, keyring.key_id, 1, keyring.slots[:1])
    with pytest.raises(ValueError):
        Keyring.from_json(lacking.to_json())


class TestOnDisk:
    def test_it_lies_there_twice_for_its_owner_alone(self, tmp_path: Path) -> None:
        folder, (_, keyring, _) = DataFolder(tmp_path), cheap_keyring()
        KeyringFile(folder).write(keyring)
        for path in (folder.keyring, folder.keyring_copy):
            assert Keyring.from_json(path.read_bytes()) == keyring
            if os.name == "posix":
                assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["钥匙.json", "备份"])

    @pytest.mark.parametrize("which", ["keyring", "keyring_copy"])
    def test_either_is_enough_and_makes_the_other_whole(self, tmp_path: Path, which: str) -> None:
        folder, (_, keyring, _) = DataFolder(tmp_path), cheap_keyring()
        file = KeyringFile(folder)
        file.write(keyring)
        getattr(folder, which).write_bytes(b"{torn")
        assert file.candidates() == (keyring,)
        file.mend(keyring)
        assert Keyring.from_json(getattr(folder, which).read_bytes()) == keyring

    def test_the_newer_of_two_counts(self, tmp_path: Path) -> None:
        folder, (key, keyring, _) = DataFolder(tmp_path), cheap_keyring()
        file = KeyringFile(folder)
        file.write(keyring)
        newer = keyring.with_password(key, "王秀兰", "改过的密码9", DAY, CHEAP)
        folder.keyring.write_bytes(newer.to_json())
        assert file.candidates() == (newer,)
        file.mend(newer)
        assert Keyring.from_json(folder.keyring_copy.read_bytes()) == newer

    def test_there_may_be_none(self, tmp_path: Path) -> None:
        assert KeyringFile(DataFolder(tmp_path)).candidates() == ()

    def test_of_two_keys_both_may_open(self, tmp_path: Path) -> None:
        folder, (_, one, _), (_, other, _) = DataFolder(tmp_path), cheap_keyring(), cheap_keyring()
        file = KeyringFile(folder)
        file.write(one)
        folder.keyring_copy.write_bytes(other.to_json())
        assert set(file.candidates()) == {one, other}
        file.mend(other)
        assert file.candidates() == (other,)

    def test_a_folder_that_cannot_be_written_leaves_the_old_one(self, tmp_path: Path) -> None:
        folder, (key, keyring, _) = DataFolder(tmp_path), cheap_keyring()
        file = KeyringFile(folder)
        file.write(keyring)
        (tmp_path / "钥匙.json.part").mkdir()
        with pytest.raises(AppError, match="原来的还能用"):
            file.write(keyring.with_password(key, "王秀兰", "改过的密码9", DAY, CHEAP))
        assert file.read() == keyring

    def test_a_second_copy_that_cannot_be_written_is_made_later(self, tmp_path: Path) -> None:
        folder, (_, keyring, _) = DataFolder(tmp_path), cheap_keyring()
        file = KeyringFile(folder)
        folder.backups.write_bytes(b"in the way")
        file.write(keyring)
        assert file.read() == keyring
        folder.backups.unlink()
        file.mend(keyring)
        assert folder.keyring_copy.is_file()

    def test_nothing_is_left_when_it_is_removed(self, tmp_path: Path) -> None:
        folder, (_, keyring, _) = DataFolder(tmp_path), cheap_keyring()
        file = KeyringFile(folder)
        file.write(keyring)
        file.remove()
        assert file.read() is None
        assert [path.name for path in tmp_path.rglob("*")] == ["备份"]
