"""KeyringFile: a store's keyring on the disk, twice, because losing it loses everything."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.errors import AppError
from app.paths import DataFolder
from app.store.backup.backup import Backup
from app.store.backup.folder import BackupFolder
from app.store.password.keyring import Keyring
from app.store.private_files import make_folder, part_of, sync_folder, write_new

log = logging.getLogger(__name__)


class KeyringFile:
    """Beside the store and in 备份; the two are the same again after every change and every opening."""

    def __init__(self, folder: DataFolder) -> None:
        self._places = (folder.keyring, folder.keyring_copy)
        self._backups = BackupFolder(folder.backups)

    def read(self) -> Keyring | None:
        """The keyring with the higher number of the two; None when neither is there or whole.

        Raises OSError when the disk gives none of what is there.
        """
        return next(iter(self._kept()), None)

    def candidates(self) -> tuple[Keyring, ...]:
        """Those that may open the store, of each key the newest; none when all are lost.

        Two keys lie here after a restore that broke off. With neither file there, the newest backup has one.
        Raises OSError when the disk gives none of what is there.
        """
        found, silent = self.looked()
        if silent is not None and not found:
            raise silent
        return found

    def looked(self) -> tuple[tuple[Keyring, ...], OSError | None]:
        """As `candidates`; with the error of a disk that gave neither file, when they are of the backups."""
        silent = None
        try:
            kept = self._kept()
        except OSError as error:
            kept, silent = [], error
        found = {keyring.key_id: keyring for keyring in reversed(kept or self._backed_up())}
        return tuple(reversed(found.values())), silent

    def write(self, keyring: Keyring) -> None:
        """On the disk when this returns; a copy that cannot be written is made at the next opening.

        Raises AppError: the old one still opens, or the new one does and may not outlast a power cut.
        """
        first, *others = self._places
        try:
            lasts = _write(first, keyring)
        except OSError:
            raise AppError(
                f"“{first}”写不进去，密码没有改成，原来的还能用。请腾出空间或开写入权限，再试一次。"
            ) from None
        for path in others:
            try:
                lasts = _write(path, keyring) or lasts
            except OSError:
                log.warning("the second keyring could not be written", exc_info=True)
        if not lasts:
            raise AppError("密码改好了，但磁盘没有应答，断电后可能又是原来的。请检查磁盘，再改一次。")

    def newest(self, keyring: Keyring) -> Keyring:
        """The newest slots of the same key that are known here: older ones may hold what was taken away."""
        try:
            kept = self._kept()
        except OSError:
            kept = []
        return _newest(keyring, [*kept, *filter(None, map(keyring_of, self._backups.all()))])

    def write_copy(self, keyring: Keyring) -> None:
        """The second copy alone, before a store comes that needs it; the first opens the one there is."""
        try:
            lasts = _write(self._places[1], keyring)
        except OSError:
            lasts = False
        if not lasts:
            raise AppError(
                f"“{self._places[1]}”写不进去，没有恢复，现在的台账没有改动。请腾出空间，再试一次。"
            )

    def mend(self, keyring: Keyring) -> None:
        """Makes both copies the one that opened the store when one is missing, torn, behind or another's.

        What is newer is left, and so is what the disk does not give, as it may be.
        """
        try:
            kept = [_read(path) for path in self._places]
        except OSError:
            return
        if _newest(keyring, filter(None, kept)) == keyring and any(each != keyring for each in kept):
            with suppress(AppError):
                self.write(keyring)

    def remove(self) -> None:
        """For a store without a password."""
        for path in self._places:
            for each in (path, part_of(path)):
                each.unlink(missing_ok=True)

    def _kept(self) -> list[Keyring]:
        found: list[Keyring] = []
        silent = None
        for path in self._places:
            try:
                keyring = _read(path)
            except OSError as error:
                silent = error
            else:
                found += [] if keyring is None else [keyring]
        if silent is not None and not found:
            raise silent
        return sorted(found, key=lambda keyring: keyring.revision, reverse=True)

    def _backed_up(self) -> list[Keyring]:
        """That of the newest backup, or the newest of the same key."""
        found = [keyring for each in self._backups.all() if (keyring := keyring_of(each)) is not None]
        return [_newest(found[0], found)] if found else []


def _newest(keyring: Keyring, among: Iterable[Keyring]) -> Keyring:
    same = [each for each in among if each.key_id == keyring.key_id]
    return max([keyring, *same], key=lambda each: each.revision)


def keyring_of(backup: Backup) -> Keyring | None:
    """What opens an encrypted backup; None for a plain one, and one whose slots were lost before it."""
    try:
        return Keyring.from_json(backup.keyring) if backup.keyring else None
    except ValueError:
        return None


def _write(path: Path, keyring: Keyring) -> bool:
    """Whether it is there for good: under its name, which the disk may not have yet. Raises OSError."""
    make_folder(path.parent)
    write_new(part_of(path), keyring.to_json())
    part_of(path).replace(path)
    try:
        sync_folder(path.parent)
    except OSError:
        log.warning("the name of a keyring may not last", exc_info=True)
        return False
    return True


def _read(path: Path) -> Keyring | None:
    """None when there is none, or none that is whole. Raises OSError when the disk does not give it."""
    try:
        return Keyring.from_json(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
