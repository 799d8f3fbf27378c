"""Passwords: who can open a store, and how that is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from app.clock import Clock
from app.errors import AppError
from app.paths import DataFolder
from app.services.password_rules import check
from app.store.backup.backups import no_step
from app.store.backup.failures import failed
from app.store.backup.folder import BackupFolder, Step
from app.store.connection import is_locked, is_plain
from app.store.opening.judging import fits, is_taken
from app.store.opening.traces import is_gone
from app.store.password.keyring import Keyring, id_of, new_key
from app.store.password.keyring_file import KeyringFile, keyring_of
from app.store.password.patience import Patience, TooSoon
from app.store.password.recovery_code import RecoveryCode, looks_like_code
from app.store.password.relisting import relisted
from app.store.password.slot import USUAL, Cost
from app.store.password.staging import settle

ELSEWHERE = (
    "U 盘等别处的备份，下次备份过去以前仍用当时的密码或恢复码打开。"
    "密码或恢复码让别人知道了，请取消密码再重新设，连钥匙一起换。"
)
_LEFT = "改好了，但“{}”里以前的备份没能都改，旧的密码或恢复码还打得开它们。请马上备份一次，会再改。"
_WRONG = "密码不对。看看是不是开着大写，或输入法没有关；忘了密码，用恢复码。"
_WRONG_CODE = "这个恢复码打不开这份台账。看看纸上的单位和日期：换过恢复码，旧的就作废了。"


class Access(NamedTuple):
    """What can be said of an encrypted store before it is open."""

    office: str
    names: tuple[str, ...]
    code_made_on: str


class Passwords:
    """Works on a data folder; `cost` is what one try of a new password costs.

    Whatever changes who can open the store does so for the older backups beside it, and returns what to say
    where it could not, "" where it could; a second place follows with the next backup that is sent there.
    """

    def __init__(self, data: DataFolder, clock: Clock, cost: Cost = USUAL) -> None:
        self._data = data
        self._clock = clock
        self._cost = cost
        self._file = KeyringFile(data)
        self._patience = Patience(data.tries, clock)

    def is_locked(self) -> bool:
        """Whether the store needs a password, or what it is brought back from when it is lost.

        Finishes first what broke off. Call with the store closed. Raises AppError where nobody can look.
        """
        settle(self._data)
        # Without any slots it is either damaged or lost its keyring; whoever opens it says so.
        encrypted = is_locked(self._data.store) or self._is_lost
        return encrypted and self._has_slots("钥匙读不出来")

    def access(self) -> Access | None:
        """Who has a password; None when nobody needs one. Raises AppError where nobody can look."""
        try:
            keyring = self._file.read()
        except OSError as error:
            raise self._unanswered(error, "看不出谁有密码") from error
        if keyring is None:
            return None
        return Access(keyring.office, keyring.names, keyring.recovery_made_on)

    def wait(self) -> int:
        """Seconds until the next try is taken."""
        return self._patience.left()

    def open(self, password: str, name: str | None = None) -> bytes:
        """The store's key; AppError when the password is wrong, or was wrong too often just now."""
        return self._opened(lambda keyring: keyring.opened(password, name), _WRONG)

    def recover(self, code: str) -> bytes:
        """The store's key by the code as somebody typed it; AppError."""
        read = RecoveryCode.read(code)
        return self._opened(lambda keyring: keyring.recovered(read), _WRONG_CODE)

    def open_by(self, secret: str) -> bytes:
        """The store's key by whichever it is."""
        return self.recover(secret) if looks_like_code(secret) else self.open(secret)

    def turn_on(
        self, office: str, name: str, password: str, code: RecoveryCode, step: Step = no_step
    ) -> bytes:
        """Encrypts all that the closed office keeps; returns the key. AppError, then nothing is changed."""
        from app.store.password.switch import Switch

        check(password)
        what = "看不出密码设好了没有"
        if self._is_encrypted(what) and self._has_slots(what):
            return self.open(password)  # by an earlier try that was brought to its end only now
        key = new_key()
        keyring = Keyring.new(key, office, named(name), password, code, self._today, self._cost)
        Switch(self._data, None, key, keyring).run(step)
        return key

    def turn_off(self, key: bytes, step: Step = no_step) -> int:
        """Decrypts it again; returns how many files nobody could read and stay as they are."""
        from app.store.password.switch import Switch

        if not self._is_encrypted("看不出密码取消了没有"):
            return 0  # by an earlier try that was brought to its end only now
        return Switch(self._data, key, None, None).run(step)

    def change(self, key: bytes, name: str, password: str) -> str:
        """Another password for somebody who has one."""
        keyring = self._keyring()
        if name not in keyring.names:
            raise AppError(f"没有“{name}”的密码。")
        return self._set(keyring, key, name, password)

    def add(self, key: bytes, name: str, password: str) -> str:
        """A password for one more person."""
        keyring, name = self._keyring(), named(name)
        if name in keyring.names:
            raise AppError(f"“{name}”已经有密码了。要换，就改密码；另一个人，请换个称呼。")
        return self._set(keyring, key, name, password)

    def remove(self, name: str) -> str:
        """Takes somebody's password away."""
        return self._put(self._keyring().without(name))

    def renew_code(self, key: bytes, code: RecoveryCode) -> str:
        """Another recovery code; the paper with the old one is worth nothing any more."""
        return self._put(self._keyring().with_code(key, code, self._today, self._cost))

    def _is_encrypted(self, what: str) -> bool:
        """Or is lost; what broke off is finished first. Raises AppError, `what`, where nobody can look.

        `is_locked` takes such a file for a plain one, and then it would be said that this is done already.
        """
        settle(self._data)
        try:
            return self._is_lost or not is_plain(self._data.store)
        except OSError as error:
            raise self._unanswered(error, what) from error

    def _has_slots(self, what: str) -> bool:
        """Whether anything may open it. Raises AppError, `what`, where nobody can look."""
        try:
            return bool(self._file.candidates())
        except OSError as error:
            raise self._unanswered(error, what) from error

    def _unanswered(self, error: OSError, what: str) -> AppError:
        return failed(error, what, self._data.root, "内容都在")

    @property
    def _is_lost(self) -> bool:
        """What lies beside it is all there is of it."""
        return is_gone(self._data) or is_taken(self._data)

    @property
    def _today(self) -> str:
        return self._clock.today().isoformat()

    def _keyring(self) -> Keyring:
        try:
            keyring = self._file.read()
        except OSError as error:
            raise self._unanswered(error, "密码没有改成") from error
        if keyring is None:
            raise AppError("台账没有设密码，或钥匙文件不见了，什么都没有改动。")
        return keyring

    def _set(self, keyring: Keyring, key: bytes, name: str, password: str) -> str:
        check(password)
        return self._put(keyring.with_password(key, name, password, self._today, self._cost))

    def _put(self, keyring: Keyring) -> str:
        try:
            self._file.write(keyring)
        finally:  # a change that may not last opens already
            followed = relisted(BackupFolder(self._data.backups), self._file)
        return "" if followed else _LEFT.format(self._data.backups)

    def _opened(self, by: Callable[[Keyring], bytes | None], wrong: str) -> bytes:
        candidates, silent = self._file.looked()
        self._patience.check()
        keys = [(key, keyring) for keyring in candidates if (key := by(keyring)) is not None]
        if not keys and silent is not None:  # only older ones were asked, if any
            raise self._unanswered(silent, "看不出密码对不对") from silent
        if not keys:
            seconds = self._patience.count()
            raise TooSoon(wrong, seconds) if seconds else AppError(wrong)
        key, keyring = self._right(keys)
        self._patience.forget()
        if len(candidates) == 1 or self._is_needed(key):  # else it may be the other's that is needed
            self._file.mend(keyring)
        return key

    def _right(self, keys: list[tuple[bytes, Keyring]]) -> tuple[bytes, Keyring]:
        """Of several under one password that of the store, or of what it will be brought back from."""
        if len(keys) > 1:
            for opens in (self._opens_store, self._opens_newest, self._opens_journal):
                for key, keyring in keys:
                    if opens(key):
                        return key, keyring
        return keys[0]  # another one's, or all is damaged, which is said when it is opened

    def _is_needed(self, key: bytes) -> bool:
        """Whether the store opens by it, or what a lost one is brought back from first."""
        if not self._is_lost:
            return self._opens_store(key)
        newest = BackupFolder(self._data.backups).newest()
        return self._opens_journal(key) if newest is None else self._opens_newest(key)

    def _opens_store(self, key: bytes) -> bool:
        return not self._is_lost and fits(self._data.store, key)

    def _opens_newest(self, key: bytes) -> bool:
        newest = BackupFolder(self._data.backups).newest()
        keyring = None if newest is None else keyring_of(newest)
        return keyring is not None and keyring.key_id == id_of(key)

    def _opens_journal(self, key: bytes) -> bool:
        from app.store.journal.folder import JournalFolder

        try:
            return bool(JournalFolder(self._data.journal, key).segments())
        except OSError:
            return False


def named(name: str) -> str:
    """Whose password it is, as it is kept."""
    return " ".join(name.split())[:20] or "本机"


def key_of(keyring: Keyring, secret: str) -> bytes:
    """The key in a keyring by a password or the recovery code; AppError when it is another."""
    by_code = looks_like_code(secret)
    key = keyring.recovered(RecoveryCode.read(secret)) if by_code else keyring.opened(secret)
    if key is None:
        raise AppError("这份备份的密码不对，没有恢复，现在的台账没有改动。要用做备份时的密码或恢复码。")
    return key
