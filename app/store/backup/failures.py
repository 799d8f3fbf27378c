"""Why a backup or a restore failed, in words for a person."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.disk_trouble import DiskTrouble, driver_trouble, trouble_of
from app.errors import AppError
from app.store.backup.copying import Unsound
from app.store.opening.soundness import is_damage
from app.store.private_files import Differs

FAILURES = (OSError, sqlite.Error, Unsound, Differs)
_DOUBTFUL = "请先不要录入，找维护的人看一看，或从好的备份恢复。"
_UNWRITABLE = ("“{where}”不能写", "请换一个文件夹，或找管电脑的人开写入权限。")
_SILENT = ("“{where}”读写出错，磁盘没有应答", "请检查磁盘和 U 盘，再试一次。")
WHYS: dict[DiskTrouble, tuple[str, str]] = {
    DiskTrouble.FULL: ("磁盘满了", "请清出一些空间，再试一次。"),
    DiskTrouble.TOO_LARGE: ("这个磁盘放不下这么大的文件", "请换一个磁盘，再试一次。"),
    DiskTrouble.DENIED: _UNWRITABLE,
    DiskTrouble.READ_ONLY: _UNWRITABLE,
    DiskTrouble.UNOPENED: _UNWRITABLE,
    DiskTrouble.GONE: ("“{where}”找不到了，U 盘可能拔掉了", "请插好，或换一个文件夹，再试一次。"),
    DiskTrouble.NO_FOLDER: ("“{where}”不是文件夹", "请换一个文件夹，再试一次。"),
    DiskTrouble.NO_FILE: ("“{where}”里有个文件夹占了文件的名称", "请把它改个名称，再试一次。"),
    DiskTrouble.NAME: ("文件夹的名称太长了", "请换一个短一些的，再试一次。"),
    DiskTrouble.BUSY: ("有文件正被别的程序占着", "请过一会儿，再试一次。"),
    DiskTrouble.SILENT: _SILENT,
    DiskTrouble.OTHER: _SILENT,
}
"""Why, with `{where}`, and what to do."""


def failed(error: Exception, what: str, where: Path, safe: str) -> AppError:
    """What failed, why, what is safe, what to do; `what` like 备份没有做成, `safe` like 台账没有改动."""
    why, advice = _why(error, where)
    return AppError(f"{what}：{why}。{safe}。{advice}")


def _why(error: Exception, where: Path) -> tuple[str, str]:
    if isinstance(error, Unsound):
        return str(error), _DOUBTFUL
    if isinstance(error, Differs):
        return f"“{error.path.name}”读出来和记下的不一样", "这块盘可能坏了，请换一个磁盘，再试一次。"
    if isinstance(error, sqlite.Error) and is_damage(error):
        return "台账文件有读不出来的地方", _DOUBTFUL
    trouble = trouble_of(error) if isinstance(error, OSError) else driver_trouble(error)
    why, advice = WHYS[trouble or DiskTrouble.OTHER]
    return why.format(where=where), advice
