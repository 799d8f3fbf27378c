"""Switch: everything an office keeps, from plain to encrypted or back, all together or not at all."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from app.errors import AppError
from app.paths import DataFolder
from app.store.backup.failures import FAILURES, failed
from app.store.backup.folder import BackupFolder, Step
from app.store.connection import is_plain
from app.store.lock import StoreLock
from app.store.password.belongings import Belongings
from app.store.password.keyring import Keyring
from app.store.password.recasting import Recasting
from app.store.password.staging import Staging, settle

log = logging.getLogger(__name__)

MARGIN = 64 << 20  # bytes the disk keeps free besides
_SAFE = "台账没有改动"
_UNDECIDED = (
    "“{}”清不掉，密码换没换成还看不出来，内容都在。请检查磁盘，再打开一次，会接着做完，或者退回原样。"
)
Job = tuple[str, Path, Callable[[Path], None]]


class Switch:
    """One change of a closed store: from a raw key to none, or from none to one, with what opens it then."""

    def __init__(
        self, data: DataFolder, old: bytes | None, new: bytes | None, keyring: Keyring | None
    ) -> None:
        if (old is None) == (new is None) or (new is None) != (keyring is None):
            raise ValueError("exactly one key, and a keyring with a new one")
        self._data = data
        self._encrypting = new is not None
        self._staging = Staging(data)
        self._recasting = Recasting(self._staging, old, new, keyring)

    def run(self, step: Step) -> int:
        """Does it; returns how many files cannot be read and stay as they are.

        `step` may raise to stop it. Raises AppError; then everything is as it was.
        """
        settle(self._data)
        lock = StoreLock(self._data.lock)
        try:
            return self.run_locked(step)
        finally:
            lock.release()

    def run_locked(self, step: Step) -> int:
        """As `run`, for whoever holds the store's lock."""
        try:
            with BackupFolder(self._data.backups).taken():
                self._stage(step)
                self._staging.finish()
        except OSError as error:  # nobody could take the folder of backups
            raise self._failed(error) from error
        return self._recasting.left

    def _stage(self, step: Step) -> None:
        try:
            jobs = self._jobs()
            self._check_room(jobs)
            self._staging.begin()
            # First into place when a key comes, last away when it goes: it must never be lacking.
            self._recasting.keyring(self._data.keyring, self._data.keyring_copy)
            for number, (words, path, work) in enumerate(jobs):
                step(number, len(jobs), words)
                work(path)
            self._staging.settle(self._recasting.targets, self._gone(), wiped=self._encrypting)
        except FAILURES as error:
            self._give_up(error)
            raise self._failed(error) from error
        except BaseException as error:
            self._give_up(error)
            raise

    def _failed(self, error: Exception) -> AppError:
        log.warning("a change of encryption failed", exc_info=error)
        what = "密码没有设成" if self._encrypting else "密码没有取消"
        return failed(error, what, self._data.root, _SAFE)

    def _give_up(self, error: BaseException) -> None:
        """Everything is as it was; raises AppError when the disk does not let go of what was settled."""
        try:
            self._staging.drop()
        except OSError:
            log.warning("what was begun could not be cleared away yet", exc_info=True)
        if self._staging.is_settled:
            raise AppError(_UNDECIDED.format(self._data.staging.name)) from error

    def _jobs(self) -> list[Job]:
        """What is to be done, the store first: when that cannot be, nothing else is begun."""
        verb, of, to = "加密" if self._encrypting else "解密", Belongings(self._data), self._recasting
        sealed = not self._encrypting
        # A backup from another computer may be encrypted already, under a key of its own.
        others = [each for each in of.databases() if each != self._data.store and is_plain(each) != sealed]
        return [
            (f"{verb}台账", self._data.store, to.store),
            *((f"{verb}备份", path, to.other_store) for path in others),
            *((f"{verb}附件", path, to.file) for path in of.files(sealed)),
            *((f"{verb}暂存", path, to.unsaved) for path in of.unsaved()),
            *((f"{verb}流水", path, to.segment) for path in of.journal()),
            *((f"{verb}其他文件", path, to.opaque) for path in of.opaque(sealed)),
        ]

    def _check_room(self, jobs: list[Job]) -> None:
        needed = sum(path.stat().st_size for _, path, _ in jobs) + MARGIN
        free = shutil.disk_usage(self._data.root).free
        if needed > free:
            short = -(-(needed - free) // (1 << 20))
            raise AppError(f"磁盘空间不够，还差 {short} MB，{_SAFE}。请清出一些空间，再试一次。")

    def _gone(self) -> list[Path]:
        of = Belongings(self._data)
        gone = [*self._recasting.gone, *of.thumbnails(), *of.leftovers()]
        if not self._encrypting:
            gone += [self._data.tries, self._data.keyring_copy, self._data.keyring]
        return gone
