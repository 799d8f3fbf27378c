"""An office sets a password, forgets it, gives one to a colleague, gives it up; its work is always there."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import docx
import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.password_rules import EXAMPLE, problem
from app.services.passwords import Access, Passwords, key_of
from app.services.recovery_page import write_page
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from app.store.backup.restore import Restore
from app.store.opening.condition import State, Unopened
from app.store.password.keyring import Keyring
from app.store.password.keyring_file import KeyringFile
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from tests.exporters.word_samples import lines
from tests.office import MOMENT
from tests.store.cheap import CHEAP, PASSWORD, cheap_keyring
from tests.store.faulty_disk import Killed

CODE = RecoveryCode.new()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "数据")
    office = Office(Store(made), FixedClock(MOMENT))
    office.change_settings({"unit_name": "示例县政协"})
    office.records.add("township", [{"name": "永兴街道"}])
    office.store.close()
    return made


@pytest.fixture
def passwords(folder: DataFolder) -> Passwords:
    return at(folder)


def at(folder: DataFolder, **later: float) -> Passwords:
    return Passwords(folder, FixedClock(MOMENT + timedelta(**later)), CHEAP)


def turn_on(passwords: Passwords) -> bytes:
    return passwords.turn_on("示例县政协", "王秀兰", PASSWORD, CODE)


def townships(folder: DataFolder, key: bytes | None) -> int:
    office = Office(Store(folder, key=key, write=False), FixedClock(MOMENT))
    try:
        return office.count("township")
    finally:
        office.store.close()


def test_a_store_opens_with_its_password_and_is_plain_again_without(
    folder: DataFolder, passwords: Passwords
) -> None:
    assert (passwords.is_locked(), passwords.access()) == (False, None)
    key = turn_on(passwords)
    assert passwords.is_locked()
    assert passwords.access() == Access("示例县政协", ("王秀兰",), "2026-10-28")
    assert passwords.open(PASSWORD) == passwords.recover(str(CODE)) == key
    assert passwords.open_by(PASSWORD) == passwords.open_by(CODE.secret.lower()) == key
    assert townships(folder, key) == 1
    assert passwords.turn_off(key) == 0
    assert (passwords.is_locked(), passwords.access()) == (False, None)
    assert townships(folder, None) == 1


def test_a_forgotten_password_is_set_anew_by_the_code(passwords: Passwords) -> None:
    turn_on(passwords)
    key = passwords.recover(str(CODE))
    passwords.change(key, "王秀兰", "tuolaji-yumi")
    assert passwords.open("tuolaji-yumi") == key
    with pytest.raises(AppError, match="密码不对"):
        passwords.open(PASSWORD)


def test_colleagues_have_their_own(passwords: Passwords) -> None:
    key = turn_on(passwords)
    passwords.add(key, " 李 建国 ", "jianguo-ziji")
    with pytest.raises(AppError, match="已经有密码了"):
        passwords.add(key, "李 建国", "jianguo-ziji")
    with pytest.raises(AppError, match="没有“赵六”"):
        passwords.change(key, "赵六", "zhaoliu-ziji")
    access = passwords.access()
    assert access is not None
    assert access.names == ("王秀兰", "李 建国")
    passwords.remove("王秀兰")
    assert passwords.open("jianguo-ziji", "李 建国") == key
    with pytest.raises(AppError, match="只剩这一个"):
        passwords.remove("李 建国")


def test_an_old_code_is_worth_nothing_after_a_new_one(passwords: Passwords) -> None:
    key, new = turn_on(passwords), RecoveryCode.new()
    passwords.renew_code(key, new)
    assert passwords.recover(str(new)) == key
    with pytest.raises(AppError, match="旧的就作废了"):
        passwords.recover(str(CODE))


def test_wrong_tries_cost_time_over_restarts_and_the_right_one_after_it_opens(folder: DataFolder) -> None:
    key = turn_on(at(folder))
    said = []
    for _ in range(3):
        with pytest.raises(AppError) as error:
            at(folder).open("不是这个密码")
        said.append(error.value.message)
    assert ["请等" in words for words in said] == [False, False, True]
    with pytest.raises(AppError, match="请等 5 秒"):
        at(folder, seconds=0).open(PASSWORD)
    with pytest.raises(AppError, match="请等 2 秒"):
        at(folder, seconds=3).recover(str(CODE))
    assert at(folder, seconds=5).open(PASSWORD) == key
    assert at(folder).wait() == 0


def test_a_code_that_is_mistyped_is_no_wrong_try(folder: DataFolder) -> None:
    turn_on(at(folder))
    for _ in range(9):
        with pytest.raises(AppError, match="现在是 3 个"):
            at(folder).recover("ACD")
    assert at(folder).wait() == 0


@pytest.mark.parametrize("way", ["set", "cleared"])
def test_a_file_that_cannot_be_read_is_not_taken_for_one_that_is_done_already(
    folder: DataFolder, passwords: Passwords, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    key = turn_on(passwords) if way == "cleared" else None

    def silent(path: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr("app.store.connection._first_bytes", silent)
        with pytest.raises(AppError, match=r"看不出密码.*磁盘没有应答。内容都在。请检查磁盘"):
            turn_on(passwords) if key is None else passwords.turn_off(key)
    assert townships(folder, key) == 1
    assert turn_on(passwords) if key is None else passwords.turn_off(key) == 0
    assert passwords.is_locked() == (key is None)


@pytest.mark.parametrize("backed_up", [False, True], ids=["no backup", "an older password in a backup"])
def test_a_keyring_that_cannot_be_read_does_not_make_the_password_wrong(
    folder: DataFolder, passwords: Passwords, monkeypatch: pytest.MonkeyPatch, backed_up: bool
) -> None:
    key, newer = turn_on(passwords), "yumi-47-tuolaji"
    if backed_up:
        office = Office(Store(folder, key=key), FixedClock(MOMENT))
        office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED)
        office.store.close()
        with BackupFolder(folder.backups).taken():  # so that its list stays as it was
            assert "旧的密码或恢复码还打得开它们" in passwords.change(key, "王秀兰", newer)
    else:
        assert passwords.change(key, "王秀兰", newer) == ""
    real = Path.read_bytes

    def silent(path: Path) -> bytes:
        if path in (folder.keyring, folder.keyring_copy):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", silent)
        for _ in range(5):
            with pytest.raises(AppError, match=r"看不出密码对不对：.*磁盘没有应答。内容都在。请检查磁盘"):
                passwords.open(newer)
        with pytest.raises(AppError, match=r"密码没有改成：.*磁盘没有应答"):
            passwords.remove("王秀兰")
        with pytest.raises(AppError, match=r"看不出谁有密码：.*磁盘没有应答。内容都在。请检查磁盘"):
            passwords.access()
        if backed_up:
            assert passwords.is_locked()
            assert passwords.open(PASSWORD) == key  # the way in that is left
        else:
            with pytest.raises(AppError, match=r"钥匙读不出来：.*磁盘没有应答"):
                passwords.is_locked()
            with pytest.raises(Unopened) as refused:
                Store(folder)
            assert refused.value.condition.state is State.UNANSWERED
    assert passwords.wait() == 0
    with pytest.raises(AppError, match="密码不对"):  # what opened then was not put in the place of the newer
        passwords.open(PASSWORD)
    assert passwords.open(newer) == key


def test_a_weak_password_changes_nothing(folder: DataFolder, passwords: Passwords) -> None:
    with pytest.raises(AppError, match="至少 8 个字"):
        passwords.turn_on("示例县政协", "王秀兰", "duan", CODE)
    assert not passwords.is_locked()
    assert passwords.access() is None


@pytest.mark.parametrize(
    "password",
    [
        "",
        "1234567",
        "12345678",
        "87654321",
        "88888888",
        "abcdefgh",
        "abababab",
        "A12345678",
        EXAMPLE,
        "Shuiku-Banma-27!",
        "示例县政协委员会",
    ],
)
def test_what_is_tried_first_is_not_taken(password: str) -> None:
    assert problem(password)


@pytest.mark.parametrize("password", [PASSWORD, "correct horse battery", "yumi-47-tuolaji", "Ｘ7#kd92mz"])
def test_what_is_hard_to_guess_is_taken(password: str) -> None:
    assert problem(password) == ""


def test_either_copy_of_the_slots_is_enough_and_a_backup_has_them_too(
    folder: DataFolder, passwords: Passwords
) -> None:
    key = turn_on(passwords)
    office = Office(Store(folder, key=key), FixedClock(MOMENT))
    office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED)
    office.store.close()
    folder.keyring.unlink()
    assert passwords.open(PASSWORD) == key
    folder.keyring.unlink()
    folder.keyring_copy.unlink()
    assert passwords.open(PASSWORD) == key
    assert KeyringFile(folder).read() is not None


def test_without_any_slots_it_is_said_what_to_do(folder: DataFolder, passwords: Passwords) -> None:
    turn_on(passwords)
    folder.keyring.unlink()
    folder.keyring_copy.unlink()
    assert not passwords.is_locked()
    with pytest.raises(AppError, match="json”不见了"):
        Store(folder)


def test_after_a_restore_that_broke_off_the_slots_that_fit_are_found(
    folder: DataFolder, passwords: Passwords
) -> None:
    key = turn_on(passwords)
    kept = KeyringFile(folder).read()
    _, other, _ = cheap_keyring()
    folder.keyring.write_bytes(Keyring(other.office, other.key_id, 99, other.slots).to_json())
    assert passwords.open(PASSWORD) == key
    assert Keyring.from_json(folder.keyring.read_bytes()) == kept


def test_a_lost_store_is_not_replaced_by_an_empty_one(folder: DataFolder, passwords: Passwords) -> None:
    key = turn_on(passwords)
    folder.store.unlink()
    for given in (None, key):
        with pytest.raises(AppError, match="没有新建空的"):
            Store(folder, key=given)
    assert not folder.store.exists()


def test_a_damaged_store_is_not_taken_for_a_wrong_password(folder: DataFolder, passwords: Passwords) -> None:
    key = turn_on(passwords)
    folder.store.write_bytes(os.urandom(40960))
    assert passwords.open(PASSWORD) == key
    with pytest.raises(AppError, match="损坏"):
        Store(folder, key=key)


def test_the_page_has_everything_on_it(tmp_path: Path) -> None:
    path = write_page(CODE, "示例县政协", MOMENT, tmp_path)
    assert path.name == "示例县政协履职台账恢复码2026年10月28日.docx"
    words = "\n".join(lines(docx.Document(str(path))))
    for part in ("示例县政协", "2026年10月28日", *CODE.groups, "第 8 组", "锁进柜子", "用恢复码…"):
        assert part in words


class TestRestoringUnderAnotherKey:
    """The computer is lost; what is left is a stick with encrypted backups and a password in a head."""

    @pytest.fixture
    def stick(self, folder: DataFolder, passwords: Passwords, tmp_path: Path) -> Path:
        """The last backup of the lost computer, with an attachment."""
        key = turn_on(passwords)
        paper = tmp_path / "表.txt"
        paper.write_text("一页", encoding="utf-8")
        office = Office(Store(folder, key=key), FixedClock(MOMENT))
        visit = {"happened_on": "2026-10-12", "name": "走访", "files": [{"path": str(paper)}]}
        office.records.add("visit", [visit], draft=True)
        (tmp_path / "U盘").mkdir()
        made = office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED, tmp_path / "U盘")
        office.store.close()
        return BackupFolder(tmp_path / "U盘").file_of(made)

    @staticmethod
    def restoring(folder: DataFolder, secret: str, key: bytes | None = None) -> BackupRestoring:
        return BackupRestoring(folder, FixedClock(MOMENT), key, lambda keyring: key_of(keyring, secret))

    @pytest.mark.parametrize("secret", [PASSWORD, str(CODE)], ids=["password", "code"])
    @pytest.mark.parametrize("there", ["nothing", "plain", "encrypted"])
    def test_it_comes_back_with_its_password(
        self, stick: Path, tmp_path: Path, secret: str, there: str
    ) -> None:
        new = DataFolder(tmp_path / "新电脑")
        key = None
        if there != "nothing":
            Office(Store(new), FixedClock(MOMENT)).store.close()
        if there == "encrypted":
            key = at(new).turn_on("另一个", "别人", "bieren-ziji-de", RecoveryCode.new())
        self.restoring(new, secret, key).restore(stick)
        found = at(new).open_by(secret)
        assert found != key
        office = Office(Store(new, key=found), FixedClock(MOMENT))
        with office.store.reading() as session:
            [sha256] = session.connection().exec_driver_sql("SELECT sha256 FROM attachment").scalars()
        assert office.store.vault.read(sha256) == "一页".encode()
        office.store.close()

    def test_a_wrong_password_leaves_everything_as_it_is(self, stick: Path, tmp_path: Path) -> None:
        new = DataFolder(tmp_path / "新电脑")
        Office(Store(new), FixedClock(MOMENT)).store.close()
        with pytest.raises(AppError, match="没有恢复"):
            self.restoring(new, "something else").restore(stick)
        assert not at(new).is_locked()

    def test_one_that_breaks_off_opens_whichever_store_is_there(
        self, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        new = DataFolder(tmp_path / "新电脑")
        Office(Store(new), FixedClock(MOMENT)).store.close()
        key = at(new).turn_on("另一个", "别人", "bieren-ziji-de", RecoveryCode.new())

        def killed(*_: object) -> None:
            raise Killed

        before = "bieren-ziji-de"
        for name, secret, other in (("put_in", before, PASSWORD), ("mend", PASSWORD, before)):
            with monkeypatch.context() as patch:
                patch.setattr(Restore if name == "put_in" else KeyringFile, name, killed)
                with pytest.raises(Killed):
                    self.restoring(new, PASSWORD, key).restore(stick)
            at(new).open(other)  # which fits the store that is not there, and takes nothing away
            Store(new, key=at(new).open(secret)).close()
