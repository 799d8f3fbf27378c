"""A written file opened in the clerk's office suite, or shown in its folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import AppError
from app.paths import is_there


def open_outside(path: Path) -> None:
    """Open a file in the program the system has for it; AppError says why it did not open."""
    if not is_there(path):
        raise AppError(f"没有找到“{path.name}”，可能已经移走或改名。")
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise AppError(f"没能打开“{path.name}”：这台电脑没有指定用什么打开它。装好 WPS 后再试。")


def show_in_folder(path: Path) -> None:
    """Open the folder of a file, the file chosen in it where the system can do that."""
    if not is_there(path.parent):
        raise AppError(f"没有找到文件夹“{path.parent}”，可能已经移走或改名。")
    if sys.platform == "win32" and is_there(path):
        subprocess.Popen(["explorer", "/select,", str(path)])
        return
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
        raise AppError(f"没能打开文件夹，文件在“{path.parent}”。")
