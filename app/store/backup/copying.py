"""Copying: a store's file as it is at one moment, made by SQLite itself and verified after writing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.store.backup.facts import Facts, facts_of, files_of
from app.store.connection import open_connection, use_key
from app.store.opening.soundness import flaws, is_damage
from app.store.private_files import new_file, settle


class Unsound(Exception):
    """A file is not what it has to be: damaged, or a copy other than its source; says how."""

    def __init__(self, *words: str) -> None:
        super().__init__("；".join(words))


def copy_store(source: Path, key: bytes | None, target: Path) -> tuple[Facts, dict[str, int]]:
    """A verified copy at `target`, with the same key, on the disk; whatever fails, nothing is left there.

    Page by page within one reading transaction, in which nobody can commit: what is copied is what was
    counted. Returns what is in it, and SHA-256 → bytes of the files it names. Raises Unsound, sqlite.Error or
    OSError.
    """
    try:
        new_file(target)
        with closing(open_connection(source, key, write=False)) as connection:
            connection.execute("BEGIN")
            facts, files = facts_of(connection), files_of(connection)
            _copy(connection, key, target)
            connection.execute("ROLLBACK")
        settle(target)
        verify(target, key, facts)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return facts, files


def verify(path: Path, key: bytes | None, expected: Facts) -> None:
    """Raises Unsound unless the file is sound and says what it was said to say."""
    try:
        with closing(open_connection(path, key, write=False)) as connection:
            # Every page of an encrypted file carries its own proof; a plain one is looked at more closely.
            found = flaws(connection, deep=key is None)
            if found:
                raise Unsound(*found)
            if facts_of(connection) != expected:
                raise Unsound("里面的内容和原来的对不上")
    except sqlite.Error as error:
        if is_damage(error):
            raise Unsound("文件里有读不出来的地方") from None
        raise


def _copy(connection: sqlite.Connection, key: bytes | None, target: Path) -> None:
    with closing(sqlite.connect(str(target), isolation_level=None)) as copy:
        use_key(copy, key)
        # The copy is thrown away unless it is finished, so it needs no journal; `settle` puts it on the disk.
        copy.execute("PRAGMA journal_mode=off")
        copy.execute("PRAGMA synchronous=off")
        connection.backup(copy)
