"""Copying: a store's file as it is at one moment, made by SQLite itself and verified after writing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import sqlcipher3.dbapi2 as sqlite

from app.store.backup.aside import Aside
from app.store.backup.facts import Facts, facts_of, files_of
from app.store.connection import open_connection, use_key
from app.store.opening.soundness import flaws, is_damage, pointer_flaws, size_of, structure_flaws, torn_pages
from app.store.private_files import Differs, new_file, settle, sha256_of

T = TypeVar("T")


class Unsound(Exception):
    """A file is not what it has to be: damaged, or a copy other than its source; says how."""

    def __init__(self, *words: str) -> None:
        super().__init__("；".join(words))


class Copied(NamedTuple):
    """What a copy is: what is in it, SHA-256 → bytes of the files it names, and its own SHA-256."""

    facts: Facts
    files: dict[str, int]
    sha256: str


def copy_store(source: Path, key: bytes | None, target: Path) -> Copied:
    """A verified copy at `target`, with the same key, on the disk; whatever fails, nothing is left there.

    Page by page within one reading transaction, in which nobody can commit: what is copied is what was
    counted. Raises Unsound when the source is, Differs when the disk does not give back what was written,
    sqlite.Error or OSError.
    """
    try:
        new_file(target)
        return _copied_plain(source, target) if key is None else _copied_sealed(source, key, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def verify(path: Path, key: bytes | None, expected: Facts) -> None:
    """Raises Unsound unless the file is sound and says what it was said to say."""
    try:
        with closing(open_connection(path, key, write=False)) as connection:
            # Every page of an encrypted file carries its own proof; a plain one is looked at more closely.
            _demand(connection, expected, flaws(connection, deep=key is None))
    except sqlite.Error as error:
        if is_damage(error):
            raise Unsound("文件里有读不出来的地方") from None
        raise


def _copied_plain(source: Path, target: Path) -> Copied:
    """No page says of itself whether it is damaged: all of the copy is compared with what was written."""
    with closing(_reading(source, None)) as connection:
        facts, files = facts_of(connection), files_of(connection)
        _copy(connection, None, target)
    written = sha256_of(target)
    settle(target)
    with closing(_read_back(target, None)) as copy, Aside(target.stat().st_size) as aside:
        looks = partial(structure_flaws, deep=True)
        structure = aside.begin(partial(_asked, _read_back(target, None), looks))
        if sha256_of(target) != written:
            raise Differs(target)
        astray = pointer_flaws(copy)
        _demand(copy, facts, (*structure(), *astray))
    return Copied(facts, files, written)


def _copied_sealed(source: Path, key: bytes, target: Path) -> Copied:
    """Each page of the copy proves to be as written; what is written is looked through meanwhile."""
    with closing(_reading(source, key)) as connection, Aside(source.stat().st_size) as aside:
        looked_through = aside.begin(partial(_asked, _reading(source, key), _seen))
        _copy(connection, key, target)
        settle(target)
        if target.stat().st_size != size_of(connection):
            raise Differs(target)
        sha256 = aside.begin(lambda: sha256_of(target))
        with closing(_read_back(target, key)) as copy:
            if torn_pages(copy):
                raise Differs(target)
            facts, files, found = looked_through()
            _demand(copy, facts, found)
        return Copied(facts, files, sha256())


def _seen(connection: Any) -> tuple[Facts, dict[str, int], tuple[str, ...]]:
    return facts_of(connection), files_of(connection), flaws(connection)


def _asked(connection: Any, ask: Callable[[Any], T]) -> T:
    """Closed by whoever asks, so that it stays open for as long as that takes."""
    with closing(connection):
        return ask(connection)


def _reading(path: Path, key: bytes | None) -> Any:
    """A connection within a transaction that has begun: nobody commits until it is closed."""
    connection = open_connection(path, key, write=False)
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _read_back(target: Path, key: bytes | None) -> Any:
    """As `_reading`, of a copy just written: it can be opened, or the disk did not keep it."""
    try:
        return _reading(target, key)
    except sqlite.Error as error:
        if is_damage(error):
            raise Differs(target) from error
        raise


def _demand(copy: Any, facts: Facts, found: tuple[str, ...]) -> None:
    if found:
        raise Unsound(*found)
    if facts_of(copy) != facts:
        raise Unsound("里面的内容和原来的对不上")


def _copy(connection: sqlite.Connection, key: bytes | None, target: Path) -> None:
    with closing(sqlite.connect(str(target), isolation_level=None)) as copy:
        use_key(copy, key)
        # The copy is thrown away unless it is finished, so it needs no journal; `settle` puts it on the disk.
        copy.execute("PRAGMA journal_mode=off")
        copy.execute("PRAGMA synchronous=off")
        connection.backup(copy)
