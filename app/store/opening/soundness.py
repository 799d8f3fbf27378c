"""Soundness: whether a file holds together, by SQLite's own checks."""

from __future__ import annotations

from typing import Any

import sqlcipher3.dbapi2 as sqlite

BROKEN = ("malformed", "not a database", "disk image", "corrupt", "encrypted", "decode to UTF-8", "fts5 file")
# A torn length in a row asks for more than a value can hold; no value of ours ever comes near that.
_DAMAGE = (sqlite.SQLITE_CORRUPT, sqlite.SQLITE_NOTADB, sqlite.SQLITE_TOOBIG)
_MOST = 1000
_UNREADABLE = ("文件里有读不出来的地方",)


def is_damage(error: BaseException | None) -> bool:
    """Whether an error of the driver is about what is in the file, not about the disk or a lock."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the search index says so by its code alone
    return code in _DAMAGE or any(mark in str(error) for mark in BROKEN)


def flaws(connection: Any, *, deep: bool = False) -> tuple[str, ...]:
    """What is wrong with an open file, as words for a person; empty when it is sound.

    `deep` compares every index with its table too. Raises sqlite.Error when the disk does not answer.
    """
    try:
        found = structure_flaws(connection, deep=deep)
        astray = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    except UnicodeError:  # the driver stumbles over a name that it wanted to quote
        return _UNREADABLE
    except sqlite.Error as error:
        if not is_damage(error):
            raise
        return _UNREADABLE
    return (*found, f"有 {len(astray)} 处指向已经没有的内容") if astray else found


def structure_flaws(connection: Any, *, deep: bool = False) -> tuple[str, ...]:
    """As `flaws`, of what SQLite itself can get lost in: tables, indexes, pages."""
    try:
        check = "integrity_check" if deep else "quick_check"
        lines = connection.execute(f"PRAGMA {check}({_MOST})").fetchall()
    except sqlite.Error as error:
        if not is_damage(error):
            raise
        return _UNREADABLE
    return () if [row[0] for row in lines] == ["ok"] else (f"文件结构有 {len(lines)} 处不对",)
