"""Puts a finished file in its place: named for Windows, written beside, renamed, never over another."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, NoReturn

from app.disk_trouble import DiskTrouble, trouble_of
from app.errors import AppError

LONGEST_NAME: Final = 200  # bytes of one name in UTF-8; Linux takes 255, room is left for -第12次 and .tmp
LONGEST_PATH: Final = 240  # characters of a whole path; Windows takes 259
SHORTEST_STEM: Final = 8  # a name cut below this says nothing any more

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_AGAIN = re.compile(r"-第(\d{1,6})次$")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_FULL_WIDTH = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_UNKNOWN = "“{folder}”写不进去，{safe}请换一个文件夹再试一次。"
WHYS: Final[dict[DiskTrouble, str]] = {
    DiskTrouble.FULL: "磁盘满了，{safe}请清出一些空间再试一次，或换一个磁盘。",
    DiskTrouble.TOO_LARGE: "这个磁盘放不下这么大的文件，{safe}请换一个磁盘。",
    DiskTrouble.DENIED: "没有往“{folder}”里写的权限，{safe}请换一个文件夹。",
    DiskTrouble.READ_ONLY: "“{folder}”只能看不能写，{safe}请换一个文件夹。",
    DiskTrouble.UNOPENED: _UNKNOWN,
    DiskTrouble.GONE: "“{folder}”找不到了，U 盘可能拔掉了，{safe}请插好，或换一个文件夹，再试一次。",
    DiskTrouble.NO_FOLDER: "“{folder}”不是文件夹，请换一个文件夹。",
    DiskTrouble.NO_FILE: "“{folder}”里有个同名的文件夹，请换一个文件夹。",
    DiskTrouble.NAME: "文件名或路径太长，{safe}请换一个浅一些的文件夹。",
    DiskTrouble.BUSY: "“{folder}”里有文件正被别的程序占着，{safe}请过一会儿再试一次，或换一个文件夹。",
    DiskTrouble.SILENT: "磁盘读写出错，{safe}请换一个磁盘，并检查这块盘。",
    DiskTrouble.OTHER: _UNKNOWN,
}
"""Why a file could not be written into `{folder}`, what is `{safe}`, what to do."""


def safe_name(text: str) -> str:
    """A file name that Windows takes too: its forbidden marks full-width, too long a stem cut with ….

    An empty text gives 未命名.
    """
    name = _UNWRITABLE.sub("□", text).translate(_FULL_WIDTH).strip().rstrip(". ")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    stem, suffix = split_suffix(name)
    return _cut(stem or "未命名", LONGEST_NAME - len(suffix.encode())) + suffix


def unique_path(folder: Path, name: str) -> Path:
    """A path in the folder that is free: name.xlsx, name-第2次.xlsx, name-第3次.xlsx …

    Raises AppError when the folder lies so deep that no telling name is left.
    """
    stem, suffix = split_suffix(safe_name(name))
    room = LONGEST_PATH - len(str(folder.absolute())) - 1 - len(suffix) - len("-第99次")
    if len(stem) > room:
        if room < SHORTEST_STEM:
            raise AppError(f"没能写出“{name}”。文件夹“{folder}”太深，路径太长。请换一个浅一些的文件夹。")
        stem = stem[: room - 1].rstrip() + "…"
    path = folder / (stem + suffix)
    while os.path.lexists(path):
        path = _next(path)
    return path


def write_beside(path: Path, writer: Callable[[IO[bytes]], None], *, replace: bool = False) -> Path:
    """Writes through `writer` into a temporary file beside, puts it on the disk, then in its place.

    Gives back the path written: where another file turns up meanwhile, the next free -第N次. `replace` is for
    a clerk who chose to write over the old file. Whatever fails, no new file is there, an old is as it was,
    and AppError says what to do; only where the disk does not answer for a file replaced it is too late.
    """
    temporary = path.parent / f".~{secrets.token_hex(6)}.tmp"
    try:
        if replace and open_elsewhere(path):
            _refuse_open(path)
        make_folder(path.parent)
        try:
            with new_file(temporary) as out:
                writer(out)
                out.flush()
                os.fsync(out.fileno())
            written = _replaced(temporary, path) if replace else _placed(temporary, path)
        finally:
            with suppress(OSError):  # what was written does not depend on it
                temporary.unlink(missing_ok=True)
        _settle(written, replace)
        return written
    except OSError as error:
        _refuse(path, error, replace)


def new_file(path: Path) -> IO[bytes]:
    """For its owner alone, as it may name people or hold a code; raises FileExistsError, OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def make_folder(folder: Path) -> None:
    """The folder and those above it, for their owner alone where they are new; raises OSError."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def open_elsewhere(path: Path) -> bool:
    """Whether WPS, Office or LibreOffice left beside the file the mark that it is open."""
    marks = (f".~{path.name}", f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return path.exists() and any((path.parent / mark).exists() for mark in marks)


def split_suffix(name: str) -> tuple[str, str]:
    """Stem and suffix; a dot inside Chinese text begins no suffix."""
    found = _SUFFIX.search(name)
    return (name[: found.start()], found.group()) if found and found.start() else (name, "")


def _next(path: Path) -> Path:
    stem, suffix = split_suffix(path.name)
    found = _AGAIN.search(stem)
    count = int(found[1]) + 1 if found else 2
    return path.with_name(f"{stem[: found.start()] if found else stem}-第{count}次{suffix}")


def _cut(stem: str, room: int) -> str:
    if len(stem.encode()) <= room:
        return stem
    return stem.encode()[: room - len("…".encode())].decode(errors="ignore").rstrip() + "…"


def _placed(temporary: Path, path: Path) -> Path:
    """Gives the finished file its name without ever taking another's."""
    while True:
        try:
            _rename_to_free(temporary, path)
        except FileExistsError:
            path = _next(path)
        else:
            return path


def _rename_to_free(temporary: Path, path: Path) -> None:
    if os.name == "nt":
        temporary.rename(path)  # Windows refuses when the name is taken
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK):
            raise
        path.touch(exist_ok=False)  # FAT sticks and some shares have no links: reserve the name, then move
        try:
            temporary.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _replaced(temporary: Path, path: Path) -> Path:
    temporary.replace(path)
    return path


def _settle(path: Path, replaced: bool) -> None:
    """Puts the name on the disk; a new file of which the disk does not say so is taken back."""
    try:
        _sync_folder(path.parent)
    except OSError as error:
        if replaced or not _is_gone(path):
            raise AppError(
                f"“{path.name}”写好了，但磁盘没有应答，断电可能会丢。请检查这块盘，再写一次。"
            ) from error
        raise


def _is_gone(path: Path) -> bool:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return not path.exists()


def _sync_folder(folder: Path) -> None:
    """Puts the new name itself on the disk; Windows does so on its own."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EBADF, errno.ENOSYS):
            raise
    finally:
        os.close(handle)


def _refuse_open(path: Path) -> NoReturn:
    raise AppError(
        f"没能写出“{path.name}”。这个文件正在 WPS 里打开着，原来的文件没有动。"
        "在 WPS 里关掉它，再试一次；要留着看，就另存一份。"
    )


def _refuse(path: Path, error: OSError, replace: bool) -> NoReturn:
    """Says which of the ways a disk can fail this was, what is safe and what to do."""
    trouble = trouble_of(error)
    if trouble is DiskTrouble.BUSY and replace and getattr(error, "winerror", None):
        _refuse_open(path)
    safe = "原来的文件没有动。" if replace else ""
    why = WHYS[trouble].format(folder=path.parent, safe=safe)
    raise AppError(f"没能写出“{path.name}”。{why}") from error
