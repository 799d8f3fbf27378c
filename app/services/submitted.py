"""Submitted: one 报送 as services and pages hand it around, and what may be attached to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.errors import AppError, quoted
from app.foreign.picture import LARGEST
from app.foreign.plain_file import TooLarge, content
from app.foreign.worker import Foreign, worker
from app.models.periods import Period, Span
from app.models.submission import SENT, Submission

MATERIAL, SCAN = "材料", "盖章件"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that went up, kept byte for byte; size in bytes, role MATERIAL or SCAN."""

    name: str
    sha256: str
    size: int
    role: str
    uuid: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """One 报送; times are local."""

    number: int
    uuid: str
    period: Period
    state: str
    sent_at: datetime
    sent_by: str
    files: tuple[SentFile, ...]
    note: str
    why: str
    returned_at: datetime | None
    returned_by: str
    base: int | None
    is_zero: bool

    @property
    def stands(self) -> bool:
        return self.state == SENT


def period_of(row: Submission) -> Period:
    """The days it had then, whatever the cut-off day is now."""
    year, index = int(row.period[:4]), 1
    if len(row.period) > len("2026"):
        index = int(row.period[5:])
    return Period(Span(row.span), date.fromisoformat(row.starts), date.fromisoformat(row.ends), year, index)


def check_scan(path: Path) -> None:
    """A scan is a picture or a PDF, whatever its name says."""
    name = quoted(path.name)
    file = Foreign(path.name, "请扫描成 JPG、PNG 或 PDF 再加。没有改动。")
    try:
        data = content(path, LARGEST)
    except FileNotFoundError:
        raise AppError(f"找不到文件{name}。请核对它还在不在原来的地方。") from None
    except TooLarge:
        raise AppError(f"{name}太大，扫描件最多 60 MB。{file.do}") from None
    except (OSError, ValueError):
        raise AppError(f"{name}不是图片，也不是 PDF。{file.do}") from None
    if not data.startswith(b"%PDF-"):
        worker().ask("scan", {"name": path.name}, [data], file=file)
