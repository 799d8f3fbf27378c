"""Good files to spoil: the program's own sheets and templates, and forms like a city sends; all invented."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.datavalidation import DataValidation

from app.paths import RESOURCES
from tests.office import small_office

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Part:
    """One part, folded already, so that a package with one changed part is quickly put together."""

    name: str
    data: bytes
    packed: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Part:
        folding = zlib.compressobj(1, zlib.DEFLATED, -15)
        return cls(name, data, folding.compress(data) + folding.flush())


@dataclass(frozen=True, slots=True)
class Form:
    """A good file: its name, its parts, and what a template of this sort is filled with."""

    name: str
    parts: tuple[Part, ...]

    @property
    def is_sheet(self) -> bool:
        return self.name.endswith(".xlsx")

    @property
    def size(self) -> int:
        """How long its parts are, unfolded."""
        return sum(len(part.data) for part in self.parts)

    @property
    def xml(self) -> tuple[int, ...]:
        """The places of its parts of XML."""
        return tuple(at for at, part in enumerate(self.parts) if part.name.endswith((".xml", ".rels")))


def package(parts: tuple[Part, ...] | list[Part]) -> bytes:
    """The parts as a zip."""
    out, listed, at = [], [], 0
    for part in parts:
        name = part.name.encode()
        sizes = (zlib.crc32(part.data), len(part.packed), len(part.data))
        head = _LOCAL.pack(b"PK\x03\x04", 20, 0x800, 8, 0, 33, *sizes, len(name), 0) + name
        listed.append(
            _CENTRAL.pack(b"PK\x01\x02", 20, 20, 0x800, 8, 0, 33, *sizes, len(name), *[0] * 5, at) + name
        )
        out += [head, part.packed]
        at += len(head) + len(part.packed)
    size = sum(map(len, listed))
    return b"".join((*out, *listed, _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), size, at, 0)))


def forms(scratch: Path) -> tuple[Form, ...]:
    """All of them, the sheets first."""
    return (*_sheets(scratch), *_papers())


def _sheets(scratch: Path) -> Iterator[Form]:
    office = small_office(scratch / "office")
    yield _form("期初数表.xlsx", _saved(_short(office.opening.template(scratch)).save))
    office.store.close()
    yield _form("汇总.xlsx", _saved(_plain_book().save))
    yield _form("市里的表.xlsx", _saved(_city_book().save))


def _papers() -> Iterator[Form]:
    for path in sorted((RESOURCES / "templates").glob("*.docx")):
        yield _form(path.name, path.read_bytes())
    yield _form("市里的登记表.docx", _saved(_city_paper().save))


def _short(path: Path) -> Workbook:
    """The program's own form with a few figures: a short file is read a hundred times a second."""
    book = load_workbook(path)
    book.worksheets[0].delete_rows(12, 500)
    book.worksheets[0]["E5"] = 3
    return book


def _plain_book() -> Workbook:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["指标", "单位", "乡镇", "2026-01", "2026年2月"])
    for at in range(12):
        sheet.append([f"指标{at}", "场", "青山镇" if at % 2 else None, at, at / 4])
    return book


def _city_book() -> Workbook:
    """Merged headings in two rows, formulas, a list to choose from, a remark, two sheets."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "附件1"
    sheet.append(["示例市政协协商活动情况统计表"])
    sheet.append(["填报单位：", None, None, "2026年10月"])
    sheet.append(["序号", "指标", "2026-09", None, "2026-10"])
    sheet.append([None, None, "本期", "累计", "本期"])
    for at in range(5, 15):
        sheet.append([at - 4, f"项目{at}", at, f"=SUM(C5:C{at})", 0.5])
    sheet.append(["合计", None, "=SUM(C5:C14)", "=D14", None])
    for area in ("A1:E1", "A3:A4", "B3:B4", "C3:D3"):
        sheet.merge_cells(area)
    thin = Side(style="thin")
    for row in sheet["A3:E15"]:
        for cell in row:
            cell.border, cell.font = Border(thin, thin, thin, thin), Font(name="仿宋_GB2312", size=12)
    choice = DataValidation(type="list", formula1='"场,次,人次"')
    choice.add("B5:B14")
    sheet.add_data_validation(choice)
    sheet["E3"].comment = Comment("按统计截止日", "示例")
    book.create_sheet("填表说明").append(["每月 5 日前报"])
    return book


def _city_paper() -> Any:
    document: Any = Document(str(RESOURCES / "templates" / "table.docx"))
    for block in list(document.element.body)[:-1]:
        document.element.body.remove(block)
    document.add_paragraph("示例市政协委员工作室登记表")
    table = document.add_table(6, 4)
    for row in range(6):
        for column in range(4):
            table.rows[row].cells[column].text = f"{{{{ title }}}} {row}" if column else f"项目{row}"
    table.cell(0, 1).merge(table.cell(0, 3))
    document.add_paragraph("{% for one in people %}{{ one.name }}、{% endfor %}")
    document.sections[0].footer.paragraphs[0].text = "{{ unit_name }}"
    return document


def _form(name: str, data: bytes) -> Form:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return Form(name, tuple(Part.of(one, opened.read(one)) for one in opened.namelist()))


def _saved(save: Callable[[BytesIO], object]) -> bytes:
    out = BytesIO()
    save(out)
    return out.getvalue()
