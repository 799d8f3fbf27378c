"""Why a backup or a restore failed, in words for a person."""

from __future__ import annotations

import errno
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.errors import AppError
from app.store.backup.copying import Unsound
from app.store.opening.soundness import is_damage
from app.store.private_files import Differs

FAILURES = (OSError, sqlite.Error, Unsound, Differs)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_GONE = (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ESTALE)


def failed(error: Exception, what: str, where: Path, safe: str) -> AppError:
    """What failed, why, what is safe, what to do; `what` like 备份没有做成, `safe` like 台账没有改动."""
    why, advice = _why(error, where)
    return AppError(f"{what}：{why}。{safe}。{advice}")


def _why(error: Exception, where: Path) -> tuple[str, str]:
    if isinstance(error, Unsound):
        return str(error), "请先不要录入，找维护的人看一看，或从好的备份恢复。"
    if isinstance(error, Differs):
        return f"“{error.path.name}”读出来和记下的不一样", "这块盘可能坏了，请换一个磁盘，再试一次。"
    if isinstance(error, sqlite.Error):
        return _of_sqlite(error, where)
    if error.errno in _FULL:  # type: ignore[attr-defined]
        return "磁盘满了", "请清出一些空间，再试一次。"
    if error.errno in _CLOSED:  # type: ignore[attr-defined]
        return f"“{where}”不能写", "请换一个文件夹，或找管电脑的人开写入权限。"
    if error.errno in _GONE:  # type: ignore[attr-defined]
        return f"“{where}”找不到了，U 盘可能拔掉了", "请插好，或换一个文件夹，再试一次。"
    if error.errno == errno.EEXIST:  # type: ignore[attr-defined]
        return f"“{where}”不是文件夹", "请换一个文件夹，再试一次。"
    if error.errno == errno.ENAMETOOLONG:  # type: ignore[attr-defined]
        return "文件夹的名称太长了", "请换一个短一些的，再试一次。"
    return f"“{where}”读写出错，磁盘没有应答", "请检查磁盘和 U 盘，再试一次。"


def _of_sqlite(error: sqlite.Error, where: Path) -> tuple[str, str]:
    words = str(error)
    if is_damage(error):
        return "台账文件有读不出来的地方", "请先不要录入，找维护的人看一看，或从好的备份恢复。"
    if "full" in words:
        return "磁盘满了", "请清出一些空间，再试一次。"
    if "locked" in words or "busy" in words:
        return "台账正被别的程序占着", "请过一会儿，再试一次。"
    if "readonly" in words or "unable to open" in words:
        return f"“{where}”不能写", "请换一个文件夹，或找管电脑的人开写入权限。"
    return f"“{where}”读写出错，磁盘没有应答", "请检查磁盘和 U 盘，再试一次。"
