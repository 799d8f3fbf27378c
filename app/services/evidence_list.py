"""The list on top of an evidence folder (目录): activities and what they lack, files and their SHA-256."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.exporters.layout import Align, Format
from app.exporters.tables import RecordColumn, RecordTable
from app.exporters.tables import Value as CellValue
from app.models.days import iso
from app.services.evidence_papers import PaperFile, Papers

_NOTE = "签到表指附上的、签过字的那张；Word 签到表是空白的，供打印签名。"
_COVERED = "群众的姓名写成张某、李某，电话没有放进来。"
_WHOLE = "群众的姓名、电话是完整的，请妥善保管，不要外传。"
_HASH_NOTE = "SHA-256 是文件的指纹：文件动过一个字，指纹就不一样。"
_KIB = 1024
_HASH_WIDTH = 64  # in one line: the list takes half the paper


def evidence_list(
    path: Path, title: str, line: tuple[str, str, str], papers: Sequence[Papers], *,
    now: datetime, mark: str, full: bool = False,
) -> None:  # fmt: skip
    """Writes 目录.xlsx: a sheet of activities and one of files; `full` when citizens are named in them."""
    from app.exporters.workbook import write_workbook

    note = _NOTE + (_WHOLE if full else _COVERED)
    sheets = [_events(title, line, papers, note), _files(title, line, papers)]
    write_workbook(path, sheets, now=now, mark=mark)


def _events(title: str, line: tuple[str, str, str], papers: Sequence[Papers], note: str) -> RecordTable:
    columns = (
        RecordColumn("日期", 12, align=Align.CENTER),
        RecordColumn("类别", 12),
        RecordColumn("名称", 30),
        RecordColumn("编号", 16),
        RecordColumn("文书", 7, Format("int"), Align.RIGHT),
        RecordColumn("照片", 7, Format("int"), Align.RIGHT),
        RecordColumn("附件", 7, Format("int"), Align.RIGHT),
        RecordColumn("还缺什么", 24),
    )
    rows = tuple(_event(each) for each in papers)
    return RecordTable("目录", f"{title}目录", columns, rows, line, note)


def _event(papers: Papers) -> tuple[CellValue, ...]:
    photos, others = _count(papers, "照片"), _count(papers, "附件")
    return (
        iso(papers.day) if papers.day else None, papers.kind_label, papers.title, papers.number,
        len(papers.files) - photos - others, photos, others, "；".join(papers.missing) or None,
    )  # fmt: skip


def _files(title: str, line: tuple[str, str, str], papers: Sequence[Papers]) -> RecordTable:
    columns = (
        RecordColumn("文件夹", 46),
        RecordColumn("文件", 28),
        RecordColumn("大小 KB", 8, Format("int"), Align.RIGHT),
        RecordColumn("SHA-256", _HASH_WIDTH),
    )
    rows = tuple(_file(each, file) for each in papers for file in each.files)
    return RecordTable("文件", f"{title}文件清单", columns, rows, line, _HASH_NOTE)


def _file(papers: Papers, file: PaperFile) -> tuple[CellValue, ...]:
    return (papers.folder, file.name, -(-file.size // _KIB), file.sha256)


def _count(papers: Papers, sort: str) -> int:
    return sum(1 for file in papers.files if file.sort == sort)
