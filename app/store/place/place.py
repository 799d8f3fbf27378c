"""Place: where a live store may lie. Not on a share, a stick or in a folder that a cloud disk keeps."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.errors import AppError
from app.paths import DataFolder, is_there
from app.store.place.disks import Disks, Sort, disks_here
from app.store.place.moved_mark import refuse_moved
from app.store.place.sync_folders import program_of

LONGEST_PATH = 480  # bytes; SQLite on Linux cannot open longer ones
LONGEST_NEW = 400  # below it backups are made, encrypted and put back, under names longer by up to 75 bytes


class Bad(Enum):
    """Why a place is no good, with what happens there."""

    REMOTE = ("网络盘", "断一下网就可能坏，两台电脑同时开会互相盖掉")
    REMOVABLE = (" U 盘或移动硬盘", "一松动、一拔就可能坏，丢了就全丢了")
    SYNCED = ("同步文件夹", "同步软件会在写到一半时把它拿走，或换成别的电脑上的旧的")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a place; `program` is whose folder it is, "" when that is not the reason."""

    bad: Bad
    root: Path
    program: str = ""

    @property
    def title(self) -> str:
        """The same in a few words."""
        return f"台账不能放在{self.bad.value[0]}里用"

    @property
    def what(self) -> str:
        """A sentence: where it is and why that does not do."""
        name, danger = self.bad.value
        gap = " " if self.program.isascii() else ""
        whose = f"{gap}{self.program}{gap}的" if self.program else ""
        return f"“{self.root}”在{whose}{name}里，台账放在那里，{danger}。"

    @property
    def warning(self) -> str:
        """For those who only look."""
        return f"{self.what}这次只是看，没有改动；请用 move 拷到本机。"


class Misplaced(AppError):
    """A live store is not opened for writing where it lies; nothing was touched."""

    def __init__(self, flaw: Flaw, *, there: bool) -> None:
        self.flaw = flaw
        self.there = there  # whether there is a store already
        way = "请用 move 加上本机的一个文件夹，把台账拷过去用" if there else "请换成本机磁盘上的文件夹"
        super().__init__(f"{flaw.what}没有打开，什么都没有改动。{way}；备份和导出可以放在那里。")


def flaw_of(
    root: Path, disks: Disks | None = None, environment: Mapping[str, str] = os.environ
) -> Flaw | None:
    """What is wrong with a folder as the place of a live store; None when nothing is known to be.

    `disks` are this machine's unless told. What cannot be found out is no flaw: see there for what is not
    seen.
    """
    try:
        path = root.expanduser().resolve()
        sort = (disks or disks_here()).sort_of(str(path))
    except (OSError, RuntimeError, ValueError):
        return None
    if sort is Sort.REMOTE:
        return Flaw(Bad.REMOTE, root)
    if sort is Sort.REMOVABLE:
        return Flaw(Bad.REMOVABLE, root)
    program = program_of(path, environment)
    return Flaw(Bad.SYNCED, root, program) if program is not None else None


def check_path(folder: DataFolder) -> None:
    """Raises AppError for a name that no store can have, also for those who only look.

    A store that is there already is opened for as long as that can be done.
    """
    path = folder.store
    if "\x00" in str(path) or any("\ud800" <= character <= "\udfff" for character in str(path)):
        raise AppError("数据文件夹的名称里有认不出的字，台账打不开。请给文件夹改个名称。")
    is_new = not is_there(path) and not is_there(folder.backups)
    if len(os.fsencode(path.absolute())) > (LONGEST_NEW if is_new else LONGEST_PATH):
        raise AppError("数据文件夹的路径太长了，台账打不开。请换一个短一些的文件夹。")


def check(folder: DataFolder) -> None:
    """Before anything there is touched: raises Misplaced, or AppError when the store is elsewhere by now."""
    refuse_moved(folder)
    flaw = flaw_of(folder.root)
    if flaw is not None:
        raise Misplaced(flaw, there=has_store(folder))


def has_store(folder: DataFolder) -> bool:
    """Whether one lies there already, as far as anybody may look."""
    try:
        return folder.store.is_file()
    except OSError:
        return False
