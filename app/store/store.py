"""Store: one office's file, opened for reading and, under its lock, for writing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool, StaticPool

from app.errors import AppError
from app.paths import DataFolder
from app.store import schema
from app.store.connection import check_header, open_connection
from app.store.lock import StoreLock
from app.store.vault import Vault

LONGEST_PATH = 480  # bytes; SQLite on Linux cannot open longer ones


class Store:
    """Sessions on one file. Reading sessions are query only; one writer, BEGIN IMMEDIATE.

    Opening makes a new file, or adds what the declarations have gained since, after a backup.
    """

    def __init__(self, folder: DataFolder, *, key: bytes | None = None, write: bool = True) -> None:
        self.folder = folder
        self.vault = Vault(folder)
        self.extended: list[str] = []
        self._local = threading.local()
        self._key = key
        _check_path(folder.store)
        _make_folder(folder.root)
        self._lock = StoreLock(folder.lock) if write else None
        try:
            check_header(folder.store, key)
            self._write = self._engine(write=True) if write else None
            self._prepare()
            self._read = self._engine(write=False)
        except BaseException:
            self.close()
            raise

    @property
    def writable(self) -> bool:
        return self._write is not None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A short read transaction; take everything out before leaving.

        Inside another one on the same thread it is the same, so that all numbers of a report agree.
        """
        outer = getattr(self._local, "session", None)
        if outer is not None:
            yield outer
            return
        with Session(self._read, expire_on_commit=False) as session, session.begin():
            self._local.session = session
            try:
                yield session
            finally:
                self._local.session = None

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One intention in one transaction: all of it is in the file when this ends, or nothing."""
        if self._write is None:
            raise AppError("台账是只读打开的，不能改。")
        with Session(self._write, expire_on_commit=False) as session:
            try:
                with session.begin():
                    yield session
            except DBAPIError as error:
                raise _in_words(error) from error

    def close(self) -> None:
        for name in ("_read", "_write"):
            engine: Engine | None = getattr(self, name, None)
            if engine is not None:
                engine.dispose()
        if getattr(self, "_lock", None) is not None:
            assert self._lock is not None
            self._lock.release()
            self._lock = None

    def copy_to(self, target: Path) -> None:
        """A consistent copy of the file, made by SQLite itself."""
        connection = open_connection(self.folder.store, self._key, write=True)
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()

    def _engine(self, *, write: bool) -> Engine:
        engine = create_engine(
            "sqlite://",
            module=sqlite,
            creator=lambda: open_connection(self.folder.store, self._key, write=write),
            poolclass=StaticPool if write else QueuePool,
            hide_parameters=True,
        )

        @event.listens_for(engine, "begin")
        def begin(connection: Any) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

        return engine

    def _prepare(self) -> None:
        if self._write is None:
            if not self.folder.store.exists():
                raise AppError(f"“{self.folder.root}”里还没有台账。请先打开一次窗口，或用 demo、add 建立。")
            return
        new = not self.folder.store.exists() or self.folder.store.stat().st_size == 0
        if new:
            with self._write.begin() as connection:
                schema.create(connection)
            self.folder.store.chmod(0o600)
            return
        with self._write.connect() as connection:
            current = schema.stored_hash(connection) == schema.declared_hash(connection)
        if not current:
            self._extend()

    def _extend(self) -> None:
        assert self._write is not None
        self.folder.backups.mkdir(parents=True, exist_ok=True)
        target = self.folder.backups / f"{self.folder.store.stem}-升级前-{self._data_version()}.db"
        if not target.exists():
            self.copy_to(target)
        with self._write.begin() as connection:
            self.extended = schema.extend(connection)

    def _data_version(self) -> int:
        assert self._write is not None
        with self._write.connect() as connection:
            return int(connection.execute(text("SELECT coalesce(max(id), 0) FROM change")).scalar() or 0)


def _check_path(path: Path) -> None:
    if len(str(path.absolute()).encode()) > LONGEST_PATH:
        raise AppError("数据文件夹的路径太长了，台账打不开。请换一个短一些的文件夹。")


def _make_folder(root: Path) -> None:
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = root / ".试写"
        probe.write_bytes(b"1")
        probe.unlink()
    except OSError:
        raise AppError(f"数据文件夹“{root}”不能写。请换一个文件夹，或找管电脑的人开写入权限。") from None


def _in_words(error: DBAPIError) -> Exception:
    """A driver's error as a sentence; our own bugs stay what they are."""
    words = str(error.orig)
    if "full" in words:
        return AppError("磁盘满了，没有存上，填的内容还在。请腾出空间，再存一次。")
    if "readonly" in words or "unable to open" in words:
        return AppError("台账文件现在不能写，没有存上，填的内容还在。请看数据文件夹是不是只读的。")
    if "locked" in words or "busy" in words:
        return AppError("台账正被别的程序占着，没有存上，填的内容还在。请过一会儿再存一次。")
    if "disk I/O" in words:
        return AppError("磁盘没有应答，没有存上，填的内容还在。请检查磁盘，再存一次。")
    return error
