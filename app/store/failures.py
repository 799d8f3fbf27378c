"""What can fail at the disk or the file, in words for a person; our own bugs stay what they are."""

from __future__ import annotations

import errno
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.errors import AppError, Unsure
from app.store.opening.condition import Damaged
from app.store.opening.soundness import BROKEN, is_damage

_CAUSES = (
    (("full",), "磁盘满了", "请腾出空间"),
    (("readonly",), "台账文件现在不能写", "请看数据文件夹是不是只读的"),
    (("unable to open",), "台账文件现在打不开", "请看数据文件夹还在不在、能不能写"),
    (("locked", "busy"), "台账正被别的程序占着", "请过一会儿"),
    (("disk I/O",), "磁盘没有应答", "请检查磁盘"),
    (BROKEN, "台账文件有损坏", "请退出再打开，会列出怎么找回"),
)
_DAMAGED = "台账文件有损坏，{}。已经停止写入，免得坏得更多。请退出再打开，会列出怎么找回。"


def in_words(error: DBAPIError, *, saving: bool) -> Exception:
    """A driver's error as a sentence: what happened, what is safe, what to do."""
    words = str(error.orig)
    if is_damage(error.orig):
        return Damaged(_DAMAGED.format("没有存上，填的内容还在" if saving else "有的内容读不出来"))
    for marks, cause, advice in _CAUSES:
        if any(mark in words for mark in marks):
            if saving:
                return AppError(f"{cause}，没有存上，填的内容还在。{advice}，再存一次。")
            return AppError(f"{cause}，台账没有打开，什么都没有改动。{advice}，再试一次。")
    return error


def unsure(error: DBAPIError) -> Unsure:
    """For a commit that failed on a file that cannot be asked either."""
    words = str(error.orig)
    found = (why for marks, *why in _CAUSES if any(mark in words for mark in marks))
    cause, advice = next(found, ["磁盘没有应答", "请检查磁盘"])
    return Unsure(f"{cause}，存上了没有还看不出来，填的内容还在。{advice}，再存一次，不会存成两条。")


def gone(root: Path, *, saving: bool) -> AppError:
    """For a data folder that is no longer where it was."""
    what = f"数据文件夹“{root}”不见了，磁盘可能拔掉或断开了"
    if saving:
        return AppError(f"{what}，没有存上，填的内容还在。请接好磁盘，再存一次。")
    return AppError(f"{what}，现在看不了。请接好磁盘，再试一次。")


def unwritten(error: OSError, folder: Path) -> AppError:
    """For what has to be beside the store before it is saved, and could not be written there."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return AppError("磁盘满了，没有存上，填的内容还在。请腾出空间，再存一次。")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        advice = f"请把“{folder.name}”改个名称，再存一次，会另建一个"
        return AppError(f"“{folder}”不能写，没有存上，填的内容还在。{advice}。")
    return AppError("磁盘没有应答，没有存上，填的内容还在。请检查磁盘，再存一次。")
