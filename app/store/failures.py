"""What can fail at the disk or the file, in words for a person; our own bugs stay what they are."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.disk_trouble import DiskTrouble, driver_trouble, trouble_of
from app.errors import AppError, Unsure
from app.store.opening.condition import Damaged
from app.store.opening.soundness import is_damage

_UNWRITABLE = ("台账文件现在不能写", "请看数据文件夹是不是只读的")
_UNREACHED = ("台账文件现在打不开", "请看数据文件夹还在不在、能不能写")
_SILENT = ("磁盘没有应答", "请检查磁盘")
_TORN = ("台账文件有损坏", "请退出再打开，会列出怎么找回")
CAUSES: dict[DiskTrouble, tuple[str, str]] = {
    DiskTrouble.FULL: ("磁盘满了", "请腾出空间"),
    DiskTrouble.TOO_LARGE: ("这个磁盘放不下这么大的文件", "请把台账搬到别的磁盘"),
    DiskTrouble.DENIED: _UNWRITABLE,
    DiskTrouble.READ_ONLY: _UNWRITABLE,
    DiskTrouble.UNOPENED: _UNREACHED,
    DiskTrouble.GONE: _UNREACHED,
    DiskTrouble.NO_FOLDER: _UNREACHED,
    DiskTrouble.NO_FILE: _UNREACHED,
    DiskTrouble.NAME: _UNREACHED,
    DiskTrouble.BUSY: ("台账正被别的程序占着", "请过一会儿"),
    DiskTrouble.SILENT: _SILENT,
    DiskTrouble.OTHER: _SILENT,
}
"""What happened and what to do: “…，没有存上，填的内容还在。…，再存一次。”"""
_DAMAGED = "台账文件有损坏，{}。已经停止写入，免得坏得更多。请退出再打开，会列出怎么找回。"
_IN_THE_WAY = (DiskTrouble.DENIED, DiskTrouble.READ_ONLY, DiskTrouble.NO_FOLDER, DiskTrouble.NO_FILE)
_LOST = (DiskTrouble.GONE, DiskTrouble.NAME)


def in_words(error: DBAPIError, *, saving: bool) -> Exception:
    """A driver's error as a sentence: what happened, what is safe, what to do."""
    if is_damage(error.orig):
        return Damaged(_DAMAGED.format("没有存上，填的内容还在" if saving else "有的内容读不出来"))
    trouble = driver_trouble(error.orig)
    if trouble is None:
        return error
    cause, advice = CAUSES[trouble]
    if saving:
        return _unsaved(cause, advice)
    return AppError(f"{cause}，台账没有打开，什么都没有改动。{advice}，再试一次。")


def unsure(error: DBAPIError) -> Unsure:
    """For a commit that failed on a file that cannot be asked either."""
    trouble = driver_trouble(error.orig) or DiskTrouble.OTHER
    cause, advice = _TORN if is_damage(error.orig) else CAUSES[trouble]
    return Unsure(cause, advice)


def gone(root: Path, *, saving: bool) -> AppError:
    """For a data folder that is no longer where it was."""
    if saving:
        return away(root, "没有存上，填的内容还在", "再存一次")
    return away(root, "现在看不了", "再试一次")


def away(root: Path, so: str, then: str) -> AppError:
    """As `gone`, with what that means for whoever met it and what to do when it is back."""
    what = f"数据文件夹“{root}”不见了，可能改了名称、搬走了，或者磁盘拔掉了"
    return AppError(f"{what}，{so}。请放回原处或接好磁盘，{then}。")


def unwritten(error: OSError, folder: Path) -> AppError:
    """For what has to be beside the store before it is saved, and could not be written there."""
    trouble = trouble_of(error)
    if trouble in _IN_THE_WAY:
        return _unsaved(f"“{folder}”不能写", f"请把“{folder.name}”改个名称", "，会另建一个")
    if trouble is DiskTrouble.BUSY:
        return _unsaved(f"“{folder}”正被别的程序占着", CAUSES[trouble][1])
    return _unsaved(*(_SILENT if trouble in _LOST else CAUSES[trouble]))


def _unsaved(cause: str, advice: str, more: str = "") -> AppError:
    return AppError(f"{cause}，没有存上，填的内容还在。{advice}，再存一次{more}。")
