"""Judging: the one place where the condition of a store's file is found out, and nothing of it touched.

What lies at the store's place and is no store, by what lies beside it (`traces.py`):

| at its place | nothing beside | backups, journal, attachments or a keyring beside |
|---|---|---|
| nothing at all | ABSENT, the only room for a new one | GONE |
| a file without a byte | EMPTY | EMPTY |
| a text, sheet, picture, another program's SQLite | FOREIGN | DAMAGED, whole: it took the store's place |
| whole pages of noise | LOCKED, the keyring is gone | LOCKED; DAMAGED at once where the store was plain |
| other noise | FOREIGN | DAMAGED, at its beginning |
| zeros, or our tables behind any beginning | DAMAGED | DAMAGED |

DAMAGED and GONE lead a clerk to backups and journal, and whatever lies there is moved aside, never deleted.
With the key, noise is DAMAGED too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.disk_trouble import DiskTrouble, driver_trouble, trouble_of
from app.paths import DataFolder
from app.store.base_tables import base_tables
from app.store.connection import APPLICATION_ID, FORMAT, asking
from app.store.opening.condition import Condition, Part, State, Unopened
from app.store.opening.header import Header
from app.store.opening.soundness import is_damage, structure_flaws
from app.store.opening.stamp import Stamp, begin
from app.store.opening.traces import has_traces, was_plain
from app.store.password.keyring_file import KeyringFile

SOUND = Condition(State.SOUND)
_KEPT = "它没有改动，也不会删掉。"
_TABLES = (b"CREATE TABLE change (", b"CREATE TABLE option_entry (", b"CREATE TABLE setting (")
_CHUNK = 1 << 20
_TORN_NAMES = ("no such table", "no such column")  # every version has those that are asked for here
_SILENT = ("磁盘没有应答", "请插好、检查磁盘，再试一次；总是这样，就是磁盘坏了，换一块磁盘，从备份恢复。")
_FULL = ("磁盘满了", "请清出一些空间，再试一次。")
_CLOSED = ("没有读写的权限", "请找管电脑的人开权限，再试一次。")
WHYS: dict[DiskTrouble, tuple[str, str]] = {
    DiskTrouble.FULL: _FULL,
    DiskTrouble.TOO_LARGE: _FULL,
    DiskTrouble.DENIED: ("没有看的权限", "请找管电脑的人开权限，再试一次。"),
    DiskTrouble.READ_ONLY: _CLOSED,
    DiskTrouble.UNOPENED: _CLOSED,
    DiskTrouble.GONE: _SILENT,
    DiskTrouble.NO_FOLDER: _SILENT,
    DiskTrouble.NO_FILE: _SILENT,
    DiskTrouble.NAME: _SILENT,
    DiskTrouble.BUSY: ("正被别的程序占着", "请过一会儿，再试一次。"),
    DiskTrouble.SILENT: _SILENT,
    DiskTrouble.OTHER: _SILENT,
}
"""Why a file did not let itself be looked at, though nothing is known to be wrong with it; what to do."""


def admit(folder: DataFolder, key: bytes | None, *, closely: bool = True) -> Condition:
    """SOUND or ABSENT; raises Unopened for every other condition."""
    found = condition_of(folder, key, closely=closely)
    if found.state not in (State.SOUND, State.ABSENT):
        raise Unopened(found)
    return found


def condition_of(folder: DataFolder, key: bytes | None, *, closely: bool = True) -> Condition:
    """What became of the store's file; `closely` looks through all of it, else only at how it begins.

    Call it with the file not open in this process and, for a close look, with nobody writing to it.
    """
    name = folder.store.name
    if not _can_be_called(folder.store):  # whoever opens it says so
        return Condition(State.ABSENT)
    try:
        header = Header.of(folder.store)
        if header is None:
            return Condition(State.FOREIGN, f"“{name}”打不开：那是一个文件夹，不是台账文件。", _KEPT, _CHOOSE)
        return _judged(folder, header, key, closely)
    except UnicodeError:  # the driver stumbles over a name in the file that it wanted to quote
        return damaged(folder, Part.STRUCTURE)
    except (FileNotFoundError, NotADirectoryError):
        return _not_there(folder)
    except OSError as error:
        trouble = trouble_of(error)
        return Condition(State.ABSENT) if trouble is DiskTrouble.NAME else _unanswered(name, *WHYS[trouble])


def _can_be_called(path: Path) -> bool:
    """Whether a disk can hold a file of that name."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeError:
        return False


def fits(path: Path, key: bytes) -> bool:
    """Whether a store's file opens with a key, or is not there to be tried."""
    try:
        if not path.exists():
            return True
        asking(path, key).close()
    except (OSError, sqlite.Error):
        return False
    return True


def is_taken(folder: DataFolder) -> bool:
    """Whether another program's plain database lies where the store was no plain one, or nothing tells of it.

    False where nobody can look; whoever opens it says so. Call it with the file not open in this process.
    """
    try:
        header = Header.of(folder.store)
        if header is None or not header.is_plain or header.is_ours or was_plain(folder):
            return False
        return not _is_marked_by_tables(folder.store)
    except (OSError, ValueError):
        return False


_CHOOSE = "请另选一个数据文件夹；原来的台账被它盖掉了的，可以从备份恢复。"


def _judged(folder: DataFolder, header: Header, key: bytes | None, closely: bool) -> Condition:
    if header.size == 0:
        what = f"“{folder.store.name}”是空的，里面的内容可能在复制或断电时丢了。"
        return Condition(State.EMPTY, what, "没有改动它。")
    found = _plain(folder, header) if header.is_plain else _opaque(folder, header, key)
    if found is not SOUND:
        return found
    try:
        return _asked_about(folder, key, closely)
    except sqlite.Error as error:
        if is_damage(error) or any(mark in str(error) for mark in _TORN_NAMES):
            unknown = not header.is_plain and "not a database" in str(error)
            return damaged(folder, Part.HEADER if unknown else Part.STRUCTURE, locked=key is not None)
        return _unanswered(folder.store.name, *WHYS[driver_trouble(error) or DiskTrouble.OTHER])


def _plain(folder: DataFolder, header: Header) -> Condition:
    """By its marks, before SQLite opens it: opening another program's file could fold its log into it."""
    name = folder.store.name
    if header.is_short:
        return damaged(folder, Part.HEADER)
    if not header.is_ours and not _is_marked_by_tables(folder.store):
        return _other(folder, f"“{name}”不是本软件的台账文件。")
    if header.is_ours and header.is_newer:
        return _newer(name)
    return SOUND if header.is_ours and header.is_well_formed else damaged(folder, Part.HEADER)


def _opaque(folder: DataFolder, header: Header, key: bytes | None) -> Condition:
    """No plain store: another file, an encrypted one, or one damaged at its beginning; SOUND may be asked."""
    name, encrypted = folder.store.name, header.looks_encrypted
    if not encrypted and (header.is_zero or _is_marked_by_tables(folder.store)):
        return damaged(folder, Part.HEADER, locked=key is not None)
    if not encrypted and header.is_known_other:
        return _other(folder, f"“{name}”打不开：它不是台账文件。")
    if key is not None:
        return SOUND
    if encrypted and KeyringFile(folder).candidates():
        return Condition(State.LOCKED, f"“{name}”打不开：它设了密码，要先输密码。", "没有改动它。")
    if encrypted and _is_marked_by_tables(folder.store):
        return damaged(folder, Part.HEADER)
    if encrypted and not was_plain(folder):
        what = f"“{name}”打不开：像是设了密码的台账，可旁边的“{folder.keyring.name}”不见了。"
        advice = f"请把“{folder.keyring.name}”放回来再打开；找不到它，就从备份恢复。"
        return Condition(State.LOCKED, what, _KEPT, advice)
    if has_traces(folder):
        return damaged(folder, Part.HEADER)
    return Condition(State.FOREIGN, f"“{name}”打不开：它不是台账文件，或者开头已经坏了。", _KEPT, _CHOOSE)


def _other(folder: DataFolder, what: str) -> Condition:
    """A file of another program: beside nothing of ours it may be where it belongs."""
    if has_traces(folder):
        return damaged(folder, Part.WHOLE)
    return Condition(State.FOREIGN, what, _KEPT, _CHOOSE)


def _asked_about(folder: DataFolder, key: bytes | None, closely: bool) -> Condition:
    """By SQLite itself. The first question also rolls back what a program that died was writing."""
    _note_journal(folder)
    with closing(asking(folder.store, key)) as connection:
        application, version = _marks(connection)
        if application != APPLICATION_ID:
            return _other(folder, f"“{folder.store.name}”不是本软件的台账文件。")
        if version > FORMAT:
            return _newer(folder.store.name)
        return _looked_through(folder, connection) if closely else SOUND


def _note_journal(folder: DataFolder) -> None:
    """Where there is something to be rolled back, it was begun, whoever began it."""
    journal = folder.store.with_name(f"{folder.store.name}-journal")
    if journal.is_file() and journal.stat().st_size:
        begin(folder)


def _looked_through(folder: DataFolder, connection: Any) -> Condition:
    """By what it was when it was closed; without that, or after a crash, by SQLite's own checks."""
    stamp = Stamp.read(folder)
    if stamp is not None and not stamp.spoilt:
        connection.execute("BEGIN")
        now = Stamp.of(folder, head_of(connection))
        connection.execute("ROLLBACK")
        if now.digest == stamp.digest:
            return SOUND
        if stamp.accuses(now):
            return damaged(folder, Part.CONTENT)
    spoilt = stamp is not None and stamp.spoilt
    if structure_flaws(connection, deep=spoilt):
        return damaged(folder, Part.STRUCTURE)
    return damaged(folder, Part.CONTENT) if spoilt and not _is_readable(connection) else SOUND


def _is_readable(connection: Any) -> bool:
    """Whether every row can be read: letters that are none are no fault of the structure."""
    try:
        for table in base_tables(connection):
            for _ in connection.execute(f"SELECT * FROM {table.quoted}"):
                pass
    except sqlite.Error as error:
        if not is_damage(error):
            raise
        return False
    return True


def head_of(connection: Any) -> str:
    """The last line of the change log; "" in a store of an earlier shape."""
    if _marks(connection) != (APPLICATION_ID, FORMAT):
        return ""
    head = connection.execute("SELECT id, chain FROM change ORDER BY id DESC LIMIT 1").fetchone()
    return f"{head[0]} {head[1]}" if head else ""


def _marks(connection: Any) -> tuple[int, int]:
    marks = [
        connection.execute(f"PRAGMA {mark}").fetchone()[0] for mark in ("application_id", "user_version")
    ]
    return marks[0], marks[1]


def _is_marked_by_tables(path: Path) -> bool:
    """Whether the tables of a store are written in a file, whatever became of its beginning."""
    wanted = dict.fromkeys(_TABLES, False)
    for piece in _overlapping(path):
        for mark in wanted:
            wanted[mark] = wanted[mark] or mark in piece
        if all(wanted.values()):
            return True
    return False


def _overlapping(path: Path) -> Iterator[bytes]:
    """The file piece by piece, each beginning with the end of the one before."""
    end = b""
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield end + piece
            end = piece[-100:]


def _not_there(folder: DataFolder) -> Condition:
    name = folder.store.name
    if folder.store.is_symlink():
        why = f"“{name}”指向的地方找不到了，磁盘可能没有接上"
        return _unanswered(name, why, "请接好，再试一次。")
    if not has_traces(folder):
        return Condition(State.ABSENT)
    beside = f"旁边的“{folder.keyring.name}”还在" if folder.keyring.exists() else "备份、流水或附件还在旁边"
    advice = "真要从头开始，先把整个数据文件夹改个名称。"
    return Condition(State.GONE, f"台账文件“{name}”不见了，{beside}。", "没有新建空的。", advice)


def _newer(name: str) -> Condition:
    return Condition(State.NEWER, f"“{name}”是更新的版本写的。", "没有改动它。", "请先升级本软件，再打开。")


def damaged(folder: DataFolder, part: Part, *, locked: bool = False) -> Condition:
    whys = {
        Part.WHOLE: "放在那里的是别的文件，原来的台账被它盖掉了",
        Part.HEADER: "文件的开头已经损坏" + ("，或者和旁边的钥匙不是一套" if locked else ""),
        Part.STRUCTURE: "文件里有损坏，有的地方读不出来",
        Part.CONTENT: "文件里有损坏，里面的内容和存的时候不一样",
    }
    what = f"“{folder.store.name}”打不开：{whys[part]}。"
    return Condition(State.DAMAGED, what, _KEPT, part=part)


def _unanswered(name: str, why: str, advice: str) -> Condition:
    return Condition(State.UNANSWERED, f"“{name}”打不开：{why}。", "这不是文件坏了，它没有改动。", advice)
