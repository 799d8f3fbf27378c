"""BackupRestoring: a backup in the place of the store, after saying what that loses."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError
from app.models.system import Change
from app.paths import DataFolder, is_there
from app.services.loss import NO_STORE, SHOWN, Loss, loss_of
from app.services.scribe import Scribe
from app.services.surroundings import Around, Surroundings
from app.store.backup.backup import Backup, Reason
from app.store.backup.backups import Backups, no_step
from app.store.backup.failures import failed
from app.store.backup.folder import Step
from app.store.backup.lost_changes import since
from app.store.backup.restore import (
    UNTOUCHED,
    Restore,
    clear_left,
    keep_in_place,
    place_aside,
    read_list,
    readied,
)
from app.store.engine import make_engine
from app.store.journal.journal import Journal
from app.store.journal.position import note_return
from app.store.lock import StoreLock
from app.store.password.keyring import Keyring, id_of
from app.store.password.keyring_file import KeyringFile, keyring_of
from app.store.place.place import check_path
from app.store.private_files import make_folder

_TOO_OLD = ("no such", "no column")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a good backup holds and what it would cost; `absent` counts files that nobody has any more.

    `around` is what becomes of what lies around the store.
    """

    backup: Backup
    loss: Loss
    absent: int
    around: Around = Around.SAME


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: `aside` is where the replaced file lies, `before` the backup of it, if it was sound."""

    backup: Backup
    loss: Loss
    absent: int
    aside: Path | None
    before: Backup | None
    around: Around = Around.SAME


class BackupRestoring:
    """Works on a folder whose store nobody in this process has open; `key` is that of the store, if any.

    `ask` is asked for the key of a backup made under another one, as on another computer.
    """

    def __init__(
        self, data: DataFolder, clock: Clock, key: bytes | None = None,
        ask: Callable[[Keyring], bytes] | None = None,
    ) -> None:  # fmt: skip
        self._data = data
        self._clock = clock
        self._key = key
        self._ask = ask
        self._surroundings = Surroundings(data)

    @property
    def key(self) -> bytes | None:
        """That of the store as it is now."""
        return self._key

    def look(self, file: Path, step: Step = no_step) -> Prospect:
        """Checks a backup on a copy, says what it would lose; raises AppError when it is no good."""
        with self._readied(file) as ready:
            around = self._surroundings.around(ready.backup, self._key)
            return Prospect(ready.backup, self._loss(ready), len(ready.absent(step)), around)

    def restore(self, file: Path, step: Step = no_step) -> Restored:
        """Puts the backup in the place of the store; what was there is kept beside the backups.

        Raises AppError; then the store is as it was, unless the sentence says that it was done.
        """
        check_path(self._data)
        make_folder(self._data.root)
        lock = StoreLock(self._data.lock)
        try:
            clear_left(self._data)
            around = self._seal(file, step)
            with _told(around), self._readied(file) as ready:
                loss = self._loss(ready)
                place = place_aside(self._data, self._clock.now())
                # First the files: what is backed up next may push out the backup they come from.
                absent = ready.put_files_back(place, step)
                ready.go_on_numbering()
                before = self._backed_up(step)
                self._note(ready)
                aside = self._put_in(ready, place)
                self._begin_course(ready.key)
                keep_in_place(self._data)
            return Restored(ready.backup, loss, len(absent), aside, before, around)
        finally:
            lock.release()

    def _seal(self, file: Path, step: Step) -> Around:
        """Before anything encrypted takes the place of what is plain, that is encrypted too, under its key.

        Whatever breaks off later, nothing is left plain beside a store with a password.
        """
        around = self._surroundings.around(read_list(self._found(file)), self._key)
        if around is not Around.SEALED:
            return around
        with self._readied(file) as ready:  # only for one that is good
            key, keyring = ready.key, self._slots_of(ready.backup)
        if key is None or keyring is None:
            return Around.BARE
        if not self._surroundings.seal(key, keyring, step):
            return Around.BARE
        self._key = key
        return around

    @contextmanager
    def _readied(self, file: Path) -> Iterator[Restore]:
        found = self._found(file)
        with readied(self._data, found, self._key_of(read_list(found))) as ready:
            yield ready

    def _key_of(self, backup: Backup) -> bytes | None:
        """Its own key, when it was made under another than the store's."""
        keyring = self._slots_of(backup)
        if keyring is None or (self._key is not None and id_of(self._key) == keyring.key_id):
            return self._key
        return self._key if self._ask is None else self._ask(keyring)

    def _slots_of(self, backup: Backup) -> Keyring | None:
        """What opens a backup, without what was taken away since as far as that is known here."""
        keyring = keyring_of(backup)
        return None if keyring is None else KeyringFile(self._data).newest(keyring)

    def _put_in(self, ready: Restore, aside: Path) -> Path | None:
        """With the store under another key comes what opens it; at every moment one of the two lies there."""
        keyring, file = self._slots_of(ready.backup), KeyringFile(self._data)
        if keyring is None or ready.key == self._key:
            return ready.put_in(aside)
        file.write_copy(keyring)
        kept = ready.put_in(aside)
        self._key = ready.key
        file.mend(keyring)
        return kept

    def _begin_course(self, key: bytes | None) -> None:
        """The journal goes on from here, so that nothing brings back what was to be given up.

        Where that fails now, the next change begins with it.
        """
        engine, journal = make_engine(self._data.store, key, write=True), Journal(self._data.journal, key)
        try:
            with engine.connect() as connection:
                journal.watch(connection)
                with connection.begin():
                    if not journal.is_on_track():
                        journal.settle()
        except (AppError, SQLAlchemyError, sqlite.Error):
            log.warning("the change journal does not go on from what was restored yet", exc_info=True)
        finally:
            engine.dispose()

    def _found(self, file: Path) -> Path:
        """A file, or by its number one of the office's own backups."""
        text = str(file)
        if is_there(file) or not (text.isascii() and text.isdigit()):
            return file.with_suffix(".db") if file.suffix == ".json" else file
        own = Backups(self._data, self._clock, self._key)
        named = [each for each in own.all() if each.number == int(text)]
        if len(named) != 1:
            raise AppError(f"没有第 {int(text)} 号备份。用 backups 可以看到都有哪些备份。")
        return own.folder.file_of(named[0])

    def _loss(self, ready: Restore) -> Loss:
        if not self._data.store.exists():
            return NO_STORE
        keys, last = (self._key, ready.key), ready.backup.facts.change
        found = since(self._data.store, ready.copy, keys, last, SHOWN)
        return loss_of(found, self._clock)

    def _backed_up(self, step: Step) -> Backup | None:
        """A backup of what is replaced; one that is damaged is only put aside."""
        if not self._data.store.exists():
            return None
        try:
            return Backups(self._data, self._clock, self._key).make(Reason.RESTORE, step=step)
        except AppError:
            log.warning("no backup before restoring; the replaced file is kept all the same", exc_info=True)
            return None

    def _note(self, ready: Restore) -> None:
        """The line in the change log of what is put in; a file too old for it is put in without.

        Raises AppError when the disk does not take it.
        """
        engine = make_engine(ready.copy, ready.key, write=True)
        try:
            with Session(engine) as session, session.begin():
                said = {"backup": ready.backup.number, "made_at": ready.backup.made_at.isoformat()}
                Scribe(self._clock).note(session, "restore", "store", "", said)
                number = session.execute(select(func.max(Change.id))).scalar()
                # The journal goes on from the backup, and has this line with the next change.
                note_return(session.connection().connection.driver_connection, "change", number)
        except (SQLAlchemyError, sqlite.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if isinstance(cause, sqlite.Error) and not any(words in str(cause) for words in _TOO_OLD):
                raise failed(cause, "没有恢复", self._data.root, "现在的台账没有改动") from error
            log.warning("the restore could not be noted in the change log", exc_info=True)
        finally:
            engine.dispose()


@contextmanager
def _told(around: Around) -> Iterator[None]:
    """What fails after the store got a password says so."""
    try:
        yield
    except AppError as error:
        if around is not Around.SEALED:
            raise
        said = error.message.replace(UNTOUCHED, "台账的内容没有改动")
        raise AppError(f"{said}台账已经加密了，用做这份备份时的密码打开。") from error
