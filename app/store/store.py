"""Store: one office's file, opened for reading and, under its lock, for writing."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.clock import Clock, SystemClock
from app.errors import AppError, Unsure
from app.paths import DataFolder
from app.store import committing, schema
from app.store.backup.backup import Reason
from app.store.backup.backups import Backups
from app.store.backup.copying import copy_store
from app.store.backup.failures import FAILURES, failed
from app.store.engine import make_engine
from app.store.founding import found_store
from app.store.lock import StoreLock
from app.store.opening.condition import Condition, Damaged, State
from app.store.opening.guard import Guard
from app.store.password.staging import settle
from app.store.place import place
from app.store.private_files import make_folder, part_of, sync_folder
from app.store.unsaved import UnsavedPlace
from app.store.vault import Vault

if TYPE_CHECKING:
    from app.store.journal.journal import Journal

_OUTER: Literal["rollback_only"] = "rollback_only"  # the session never commits, the store does
_OUT_OF_REACH = (sqlite.SQLITE_READONLY, sqlite.SQLITE_IOERR, sqlite.SQLITE_CANTOPEN)


class Store:
    """Sessions on one file. Reading sessions are query only; one writer, BEGIN IMMEDIATE.

    Opening makes a new file, or adds what the declarations have gained since, after a backup. It raises
    Unopened for a file that is not sound, without touching it; not `closely` it is for those who look for
    damage themselves.
    """

    def __init__(
        self, folder: DataFolder, *, key: bytes | None = None, write: bool = True, closely: bool = True
    ) -> None:
        self.folder = folder
        self.unsaved = UnsavedPlace(folder, key)
        self.vault = Vault(folder, key, held=self.unsaved.files)
        self.extended: list[str] = []
        self._local = threading.local()
        self._key = key
        self._lock: StoreLock | None = None
        self._write: Engine | None = None
        self._guard = Guard(folder, key, closely=closely)
        self._kept: Journal | None = None
        place.check_path(folder)
        if write:
            place.check(folder)
        settle(folder)
        try:
            self._open(write)
        except DBAPIError as error:
            said = self._guard.unopened(error)
            self.close()
            raise said from error
        except BaseException:
            self._guard.drop()
            self.close()
            raise

    @property
    def writable(self) -> bool:
        return self._write is not None

    @property
    def key(self) -> bytes | None:
        """The raw key it is encrypted with, None when it is plain."""
        return self._key

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A short read transaction; take everything out before leaving.

        Inside another one on the same thread it is the same, so that all numbers of a report agree.
        """
        outer = getattr(self._local, "session", None)
        if outer is not None:
            yield outer
            return
        try:
            with Session(self._read, expire_on_commit=False) as session, session.begin():
                self._local.session = session
                try:
                    yield session
                finally:
                    self._local.session = None
        except DBAPIError as error:
            if "readonly" in str(error.orig):  # nobody else's doing: we tried to write while reading
                raise
            raise self._guard.heard(error, saving=False) from error

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One intention in one transaction: all of it is in the file when this ends, or nothing.

        Raises AppError when nothing is, Unsure when the disk does not let anybody see.
        """
        engine = self._write
        if engine is None:
            raise AppError("台账是只读打开的，不能改。")
        self._guard.check()
        try:
            with engine.connect() as connection:
                transaction = self._begun(connection)
                # What the session holds outlives a commit that fails and took place all the same.
                with Session(connection, expire_on_commit=False, join_transaction_mode=_OUTER) as session:
                    with session.begin():
                        yield session
                    operation = committing.operation_of(session)
                self._commit(connection, transaction, operation)
        except DBAPIError as error:
            self._let_go(error.orig)
            raise self._guard.heard(error, saving=True) from error
        except sqlite.Error as error:  # the journal asks the driver itself
            self._let_go(error)
            raise self._guard.heard(DBAPIError(None, None, error), saving=True) from error
        except Damaged:
            self._guard.note_damage()
            raise

    def close(self) -> None:
        read: Engine | None = getattr(self, "_read", None)
        if read is not None:
            read.dispose()
        self._stop_writing()

    def backups(self, clock: Clock) -> Backups:
        """Copies of this file, and the folder they are kept in."""
        return Backups(self.folder, clock, self._key)

    def copy_to(self, target: Path) -> None:
        """A consistent, verified copy of the file; it has its name when it is whole. Raises AppError."""
        try:
            copy_store(self.folder.store, self._key, part_of(target))
            part_of(target).replace(target)
            sync_folder(target.parent)
        except FAILURES as error:
            raise failed(error, "台账没有拷出来", target.parent, "原来的没有改动") from error

    def _open(self, write: bool) -> None:
        if write:
            self._start_writing()
        else:
            _check_there(self.folder, self._guard.admit())
        self._read = make_engine(self.folder.store, self._key, write=False)
        with (self._write or self._read).connect() as connection:
            current = schema.is_current(connection)
        if not current:
            self._extend()

    def _start_writing(self) -> None:
        _make_folder(self.folder.root)
        self._lock = StoreLock(self.folder.lock)
        if self._guard.admit().state is State.ABSENT:
            found_store(self.folder, self._key)
        self._write = make_engine(self.folder.store, self._key, write=True)

    def _stop_writing(self) -> None:
        if self._write is not None:
            self._write.dispose()
            self._write = None
            self._guard.leave()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def _journal(self) -> Journal:
        """Nothing of it is needed before the first change, so a start does not wait for it."""
        if self._kept is None:
            from app.store.journal.journal import Journal

            self._kept = Journal(self.folder.journal, self._key)
        return self._kept

    def _let_go(self, error: BaseException | None) -> None:
        """What is open may be of a disk that was pulled out: the next try opens it anew."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if self._write is not None and code in _OUT_OF_REACH:
            self._write.dispose()
            self._read.dispose()

    def _begun(self, connection: Connection) -> RootTransaction:
        """A transaction whose line in the journal can be written when it ends."""
        self._journal.watch(connection)
        transaction = connection.begin()
        if self._journal.is_on_track():
            return transaction
        if self._journal.settle():
            try:
                transaction.commit()
            except DBAPIError as error:
                # As in `committing`: such a connection may still hold locks and pages that are in no file.
                connection.invalidate(error)
                connection.engine.dispose()
                raise
        else:
            transaction.rollback()
        backups = self.backups(SystemClock())
        if not self._journal.is_based_on((b.facts.epoch, b.facts.seq) for b in backups.all()):
            backups.make(Reason.BASE)
        transaction = connection.begin()
        if not self._journal.is_on_track():
            raise AppError("流水接不上台账，没有存上，填的内容还在。请退出再打开，再存一次。")
        return transaction

    def _commit(self, connection: Connection, transaction: RootTransaction, operation: str | None) -> None:
        """First the line in the journal, then the file: it never has what the journal has not."""
        written = self._journal.write()
        try:
            committing.commit(connection.engine, connection, transaction, operation)
        except Unsure:
            raise
        except Exception:
            if written:
                self._journal.give_up()
            raise

    def _extend(self) -> None:
        """Reshapes an older file and adds what is declared; one opened for reading takes the lock for it."""
        from app.store.upgrade import upgrade

        reading_only = self._write is None
        if self._write is None:
            place.check(self.folder)
            self._start_writing()
        assert self._write is not None
        self._write.dispose()  # nothing of it knows the tables as they will be
        self._read.dispose()
        self.extended = upgrade(self.folder, self._key)
        if reading_only:
            self._stop_writing()


def _check_there(folder: DataFolder, condition: Condition) -> None:
    if condition.state is State.ABSENT:
        raise AppError(
            f"“{folder.root}”里还没有台账，或者没有看的权限。请核对文件夹；"
            "要新建的，先打开一次窗口，或用 demo、add。"
        )


def _make_folder(root: Path) -> None:
    try:
        make_folder(root)
        probe = root / ".试写"
        try:
            with os.fdopen(os.open(probe, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as tried:
                tried.write(b"1")
        finally:
            probe.unlink(missing_ok=True)  # another program starting now may have taken ours away
    except OSError as error:
        raise failed(error, "台账没有打开", root, "什么都没有改动") from error
