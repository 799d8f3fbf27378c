"""Entrance: how the window gets at a store, by its password if it has one, and how that comes and goes."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.clock import SystemClock
from app.paths import DataFolder
from app.services.office import Office
from app.services.passwords import Passwords
from app.settings import OfficeSettings
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from app.store.opening.condition import Unopened
from app.store.place.place import Misplaced
from app.ui.preferences import Preferences

if TYPE_CHECKING:
    from app.ui.dialogs.backup_choice import Choice
    from app.ui.dialogs.turn_on import Wanted

Opener = Callable[..., Office]
"""Gets the folder, and `key=` when the store has one."""


_ELSEWHERE = "以前拷到 U 盘等别处的备份没有加密：把旧的删掉，再点“马上备份”重拷一份。"


class Left(Exception):
    """The clerk would rather not give the password now."""


class Entrance:
    """One data folder; remembers the key, so that the password is asked for once."""

    def __init__(self, folder: DataFolder, open_office: Opener, key: bytes | None = None) -> None:
        self._folder = folder
        self._open = open_office
        self._passwords = Passwords(folder, SystemClock())
        self._key = key

    def open(self) -> Office:
        """The office; asks for the password first when there is one. Raises Left, or AppError.

        One that cannot be opened is brought back first, one in a bad place taken to a good one, if the
        clerk wants to.
        """
        while True:
            try:
                return self._opened()
            except Unopened as refused:
                if not self._led(refused):
                    raise Left from refused
            except Misplaced as refused:
                self._resettle(refused)

    def restore(self, choice: Choice) -> None:
        """Puts a backup in the place of the closed store; says how it went."""
        from app.ui.rescue import Rescue

        rescue = Rescue(self._folder, SystemClock(), self._key)
        rescue.restore(choice)
        self._key = rescue.key

    def _led(self, refused: Unopened) -> bool:
        from app.ui.rescue import Rescue

        gc.enable()  # building a store anew makes more objects than a start
        rescue = Rescue(self._folder, SystemClock(), self._key)
        again = rescue.lead(refused.condition)
        self._key = rescue.key
        return again

    def _resettle(self, refused: Misplaced) -> None:
        """Goes on with a copy of it on this computer."""
        from app.ui.resettling import Resettling

        folder = Resettling(self._folder, SystemClock(), self._key).lead(refused)
        if folder is None:
            raise Left from refused
        self._folder, self._passwords = folder, Passwords(folder, SystemClock())

    def _opened(self) -> Office:
        if not self._passwords.is_locked():
            self._key = None
        elif self._key is None:
            from app.ui.dialogs.unlock import unlocked

            self._key = unlocked(self._passwords)
            if self._key is None:
                raise Left
        return self._open(self._folder) if self._key is None else self._open(self._folder, key=self._key)

    def switch(self, wanted: Wanted | None, settings: OfficeSettings) -> None:
        """Encrypts the closed store as `wanted`, or with None decrypts it; says how it went."""
        from app.ui.dialogs.switching import switched

        if wanted is not None:
            elsewhere = _ELSEWHERE if self._may_lie_elsewhere() else ""
            key = switched(
                "正在设密码",
                lambda step: self._passwords.turn_on(
                    settings.unit_name, wanted.name, wanted.password, wanted.code, step
                ),
                "密码设好了。台账、附件、流水和这台电脑上的备份都已加密。",
                f"恢复码那张纸，和公章放在一起收好。{elsewhere}",
            )
            self._key = key if key is not None else self._key
        elif self._key is not None:
            key = self._key
            left = switched(
                "正在取消密码",
                lambda step: self._passwords.turn_off(key, step),
                "密码取消了。台账、附件、流水和这台电脑上的备份都不再加密。",
                "别处以前的备份还要用当时的密码或恢复码打开，恢复码那张纸先留着。",
            )
            self._key = None if left is not None else self._key

    def _may_lie_elsewhere(self) -> bool:
        """Whether copies may have gone to other disks; one that was made just now, for this, did not."""
        if Preferences(self._folder.appearance).backup_folder is not None:
            return True
        return any(each.reason != Reason.PASSWORD for each in BackupFolder(self._folder.backups).all())
