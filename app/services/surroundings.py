"""Surroundings: what lies around a plain store when an encrypted backup takes its place."""

from __future__ import annotations

import logging
from contextlib import closing, suppress
from enum import Enum

import sqlcipher3.dbapi2 as sqlite

from app.errors import AppError
from app.paths import DataFolder
from app.store.backup.backup import Backup
from app.store.backup.copying import Unsound
from app.store.backup.folder import Step
from app.store.connection import is_plain, open_connection
from app.store.opening.soundness import flaws, is_damage
from app.store.password.belongings import Belongings
from app.store.password.keyring import Keyring

log = logging.getLogger(__name__)

_WAY = "要一起加密：{}先取消密码，再设一次密码"


class Around(Enum):
    """What becomes of it; the values are what is said before it is done, and afterwards."""

    SAME = ("", "")
    SEALED = (
        "这份备份设了密码，现在的台账没有：恢复时，现在的台账连同附件、备份一起加密，以后都用做这份备份时的密码打开。",
        "原来的附件、备份一起加密了，以后都用做这份备份时的密码打开。",
    )
    BARE = (
        f"这份备份设了密码；文件夹里原来的附件、备份没有密码，恢复以后别人照样看得到。{_WAY.format('恢复以后')}。",
        f"台账有密码了，原来的附件、备份还没有加密，别人照样看得到。{_WAY.format('')}。",
    )

    @property
    def before(self) -> str:
        return str(self.value[0])

    @property
    def after(self) -> str:
        return str(self.value[1])


class Surroundings:
    """Of one data folder."""

    def __init__(self, data: DataFolder) -> None:
        self._data = data

    def around(self, backup: Backup, key: bytes | None) -> Around:
        """What becomes of it when this backup is restored; `key` is that of the store now, if any."""
        if not backup.encrypted or key is not None:
            return Around.SAME
        if self._is_sound():
            return Around.SEALED
        return Around.BARE if self.is_bare() else Around.SAME

    def is_bare(self) -> bool:
        """Whether anything lies beside the store that everybody can read; what nobody can read is not it."""
        of = Belongings(self._data)
        if of.files(sealed=False):
            return True
        for path in of.databases():
            with suppress(OSError):
                if path != self._data.store and is_plain(path):
                    return True
        return False

    def seal(self, key: bytes, keyring: Keyring, step: Step) -> bool:
        """Encrypts a plain store, and all around it, under a backup's key. Call it under the store's lock.

        Returns False for a damaged store. Raises AppError with a sentence. In both cases all is as it was.
        """
        from app.store.password.switch import Switch

        try:
            Switch(self._data, None, key, keyring).run_locked(step)
        except AppError as error:
            cause = error.__cause__
            if isinstance(cause, Unsound) or (isinstance(cause, sqlite.Error) and is_damage(cause)):
                log.warning("what lies around a damaged store stays as it is", exc_info=True)
                return False
            raise AppError(f"没有恢复：现在的台账要先加密，{error.message}") from error
        return True

    def _is_sound(self) -> bool:
        """Whether there is a plain store without damage; asks SQLite alone, as a window may have it open."""
        try:
            if not self._data.store.is_file():
                return False
            with closing(open_connection(self._data.store, None, write=False)) as connection:
                return not flaws(connection)
        except (OSError, sqlite.Error, AppError):
            return False
