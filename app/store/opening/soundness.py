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
    structure = structure_flaws(connection, deep=deep)
    return structure if structure == _UNREADABLE else (*structure, *pointer_flaws(connection))


def structure_flaws(connection: Any, *, deep: bool = False) -> tuple[str, ...]:
    """As `flaws`, of what SQLite itself can get lost in: tables, indexes, pages."""
    lines = _asked(connection, f"{'integrity' if deep else 'quick'}_check({_MOST})")
    if lines is None:
        return _UNREADABLE
    return () if [row[0] for row in lines] == ["ok"] else (f"文件结构有 {len(lines)} 处不对",)


def pointer_flaws(connection: Any) -> tuple[str, ...]:
    """As `flaws`, of what points at rows that are not there."""
    astray = _asked(connection, "foreign_key_check")
    if astray is None:
        return _UNREADABLE
    return (f"有 {len(astray)} 处指向已经没有的内容",) if astray else ()


def torn_pages(connection: Any) -> int:
    """How many pages of an encrypted file are not as they were written, each by its own proof."""
    return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())


def size_of(connection: Any) -> int:
    """The bytes of a file by what SQLite says of it."""
    pages, each = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages) * int(each)  # of an encrypted file SQLCipher says the second in letters


def _asked(connection: Any, pragma: str) -> list[Any] | None:
    """What SQLite answers, at most so much; None when the file cannot be read through for it."""
    try:
        return list(connection.execute(f"PRAGMA {pragma}").fetchmany(_MOST))
    except UnicodeError:  # the driver stumbles over a name that it wanted to quote
        return None
    except sqlite.Error as error:
        if not is_damage(error):
            raise
        return None
