"""RecoveryPage: the recovery code on paper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import IO

from app.exporters.files import safe_name, write_beside
from app.exporters.word import render
from app.exporters.word_recovery import file_name, recovery
from app.paths import RESOURCES, is_folder
from app.store.password.recovery_code import RecoveryCode

_TEMPLATE = RESOURCES / "templates" / "recovery_code.docx"


def write_text(code: RecoveryCode, unit: str, now: datetime, target: Path) -> Path:
    """The same as plain text, its last line the code. Raises AppError."""
    words = f"履职台账恢复码\n{unit}\n{_day(now)}\n{code}\n".encode()

    def write(out: IO[bytes]) -> None:
        out.write(words)

    return write_beside(target, write, replace=True)


def write_page(code: RecoveryCode, unit: str, now: datetime, target: Path, *, mark: str = "") -> Path:
    """One page; a folder as `target` gets the usual name. Raises AppError."""
    day = _day(now)
    path = target / safe_name(file_name(unit, day)) if is_folder(target) else target
    return render(_TEMPLATE, recovery(unit, day, code.groups, mark=mark), path, now=now, replace=True)


def _day(now: datetime) -> str:
    return f"{now.year}年{now.month}月{now.day}日"
