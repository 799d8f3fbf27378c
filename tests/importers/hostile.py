"""Files that mean harm or are not what they say, and what a clerk reads of each.

All of them are invented, and made afresh for each test: nothing of them is ever committed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from tests.importers.hostile_makers import (
    ENTITY,
    FAR,
    after,
    before,
    bomb,
    content_type,
    deep,
    device,
    disagreeing,
    flagged,
    half,
    laughing,
    laughing_wide,
    linked,
    loops,
    lying,
    many_bombs,
    many_sorts,
    nested,
    overlapping,
    packed,
    paper,
    paper_parts,
    pipe,
    plain,
    put,
    relation,
    relations,
    rows,
    sheet,
    sheet_parts,
    strings,
    thousands,
    twice,
    zip64,
)
from tests.importers.hostile_pictures import jpeg, png, wrong_exif

Reader = Literal["sheet", "template", "photo"]
ENDINGS: Final[dict[Reader, str]] = {"sheet": ".xlsx", "template": ".docx", "photo": ".jpg"}


@dataclass(frozen=True, slots=True)
class Case:
    """One file: what it is, who reads it, what is said; `make` writes it. `endless`: it has to be stopped."""

    name: str
    reader: Reader
    said: str
    make: Callable[[Path], object]
    endless: bool = False


_FETCHED: Final = (
    b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r>'
    b'<w:r><w:instrText>AUTO c:\\x "y"</w:instrText></w:r></w:p>'
)
_FETCHED_CELL: Final = b'<row r="9"><c r="A9"><f>cmd|\'/c calc\'!A0</f></c></row>'
_SUMS: Final = b'<row r="8"><c r="A8"><f>' + b"1+" * 150_000 + b"1</f></c></row>"


_BEGIN: Final = b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
_END: Final = b'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
_QUOTE: Final = b"<w:p>" + _BEGIN + b'QUOTE "' + _END + b"</w:p>"
_PAGES: Final = b"<w:p>" + _BEGIN + b"PAGE " * 50_000 + _END + b"</w:p>"
_WORDS: Final = b"".join((
    b"<w:p>", _BEGIN, b'HYPERLINK "http://example.com/import link"', _END,
    _BEGIN, b'IF "</w:instrText></w:r>', _BEGIN, b"PAGE", _END,
    b'<w:r><w:instrText>" = "1" "LINK"', _END, b"</w:p>",
))  # fmt: skip
_TABLE: Final = (
    b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
)
_DEEP: Final = b"<w:p>" * 9000 + b"</w:p>" * 9000
_MACROS: Final = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_POSTSCRIPT: Final = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"
_LINK: Final = relation("hyperlink", "http://example.com/")
_PICTURE: Final = relation("image", "http://example.com/x.png")
_TEMPLATE: Final = relation("attachedTemplate", "http://example.com/x.dotm")
_AGAIN: Final = "请在 WPS 里打开，另存成 .xlsx，再选一次。"

CASES: Final[tuple[Case, ...]] = (
    # unfolding without end
    Case("flat bomb", "sheet", "展开以后太大", bomb),
    Case("bomb of many", "sheet", "大得不正常", many_bombs),
    Case("nested zip", "sheet", "里面嵌了别的文件", nested),
    Case("overlapping parts", "sheet", "叠在一起", overlapping),
    Case("size that lies", "sheet", "里面坏了", lying),
    Case("thousands of parts", "sheet", "里面的内容太多", thousands),
    Case("billion laughs", "sheet", "不该有的内容", sheet(sheet=laughing)),
    Case("billion laughs in UTF-16", "sheet", "不该有的内容", sheet(sheet=laughing_wide)),
    Case("external entity", "sheet", "不该有的内容", sheet(sheet=put(ENTITY, b"<worksheet"))),
    Case("a million rows", "sheet", "最多 5000 行", sheet(sheet=rows(100_000))),
    Case("more elements than memory", "sheet", "里面的内容太多", sheet(
        sheet=put(many_sorts(2_060_000), b"</sheetData>"))),
    Case("row behind the last", "sheet", "行太多", sheet(
        sheet=put(b'<row r="99999999999"/>', b"</sheetData>"))),
    Case("all cells merged", "sheet", "格子太大", sheet(
        sheet=put(b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', b"<pageMargins"))),
    Case("two million texts", "sheet", "文字太多", sheet(strings=strings(2_000_000))),
    Case("deep", "sheet", "套得太深", sheet(sheet=deep(200_000))),
    Case("deep paper", "template", "套得太深", paper(document=put(_DEEP, b"<w:p>"))),
    Case("cell over a billion columns", "template", "合并的格子太多", paper(
        document=put(_TABLE, b"<w:p>"))),
    Case("picture inside a paper", "template", "特别大的图", paper(image=png(50_000, 50_000))),
    # what acts
    Case("macro", "template", "里面有宏", paper(vba=b"x")),
    Case("macro by its type", "sheet", "里面有宏", sheet(
        types=put(content_type(_MACROS), b"</Types>"))),
    Case("XLM sheet", "sheet", "里面有宏", sheet(macros=b"<x/>")),
    Case("control", "template", "里面有控件", paper(control=b"<x/>")),
    Case("embedded object", "template", "里面嵌了别的文件", paper(ole=b"x")),
    Case("template from elsewhere", "template", "连到别处的内容", paper(
        settings_links=relations(_TEMPLATE))),
    Case("picture from elsewhere", "template", "连到别处的内容", paper(
        document_links=put(_PICTURE, b"</Rel"))),
    Case("another book", "sheet", "里面连着别的表", sheet(links=b"<x/>")),
    Case("field of another program", "template", "DDE", paper(document=put(_FETCHED, b"<w:p>"))),
    Case("field of another program after a quote", "template", "DDE", paper(
        document=put(_QUOTE + _FETCHED, b"<w:p>"))),
    Case("field of another program after much", "template", "DDE", paper(
        document=put(_PAGES + _FETCHED, b"<w:p>"))),
    Case("simple field of another program", "template", "DDE", paper(document=put(
        b'<w:fldSimple w:dirty="&quot;" w:instr="DDE c:\\x &quot;y&quot;"/>', b"<w:p>"))),
    Case("formula of another program", "sheet", "DDE", sheet(sheet=put(_FETCHED_CELL, b"</sheetData>"))),
    Case("formula of another program after much", "sheet", "DDE", sheet(
        sheet=put(_SUMS + _FETCHED_CELL, b"</sheetData>"))),
    # names that lead elsewhere
    Case("name that climbs", "sheet", "不该有的文件名", sheet(up=b"x")),
    Case("name from the root", "sheet", "不该有的文件名", sheet(root=b"x")),
    Case("name with a drive", "sheet", "不该有的文件名", sheet(drive=b"x")),
    Case("name with a backslash", "sheet", "不该有的文件名", sheet(back=b"x")),
    Case("link inside", "sheet", "指到别处的文件", linked),
    Case("two of one name", "sheet", "两份同名", twice),
    Case("list and header differ", "sheet", "前后说的不一样", disagreeing),
    Case("something before", "sheet", "前面多出了", before),
    Case("something after", "sheet", "后面多出了", after),
    Case("sizes elsewhere", "sheet", "压缩的写法不对", zip64),
    # not what it says
    Case("encrypted zip", "sheet", "加了密码", flagged),
    Case("old .xls", "sheet", f"旧格式的文件，或加了密码。{_AGAIN}", plain(
        b"\xd0\xcf\x11\xe0" + bytes(600))),
    Case("web page", "sheet", f"这是网页，只是改了名。{_AGAIN}", plain(
        "<html><table><tr><td>会议".encode())),
    Case("CSV", "sheet", "这是文字文件", plain("指标,2026-01\r\n会议,3\r\n".encode("gb18030"))),
    Case("XML book", "sheet", "XML", plain(b'<?xml version="1.0"?><Workbook/>')),
    Case("paper as a sheet", "sheet", "它不是 .xlsx 文件", lambda path: packed(path, paper_parts())),
    Case("half of it", "sheet", "没有传完", half),
    Case("nothing", "sheet", "文件是空的", plain(b"")),
    Case("noise", "sheet", "它不是 .xlsx 文件", plain(bytes(range(256)) * 40)),
    Case("folder", "sheet", "读不出来", Path.mkdir),
    Case("pipe", "sheet", "读不出来", pipe),
    Case("endless device", "sheet", "读不出来", device),
    Case("nobody may read it", "sheet", "读不出来", lambda path: path.symlink_to("/proc/self/mem")),
    # templates that want more than to be filled in
    Case("code", "template", "不能用的写法", paper("{{ title.__class__.__mro__[1].__subclasses__() }}")),
    Case("attribute", "template", "算不出来", paper("{{ title.__class__ }}")),
    Case("a tag that is closed by a Chinese word", "template", "这里标记没有写对", paper("第 {{ 1 页")),
    Case("attribute by a filter", "template", "标记没有写对", paper("{{ title|attr('__class__') }}")),
    Case("import", "template", "不能用的写法", paper("{% import 'os' as o %}")),
    Case("loop for ever", "template", "秒还没读完", paper(loops(3, 2000)), endless=True),
    Case("text times a billion", "template", "不能用的写法", paper("{{ title * 1000000000 }}")),
    Case("power", "template", "不能用的写法", paper("{{ 9 ** 9 ** 9 }}")),
    Case("text without end", "template", "太长", paper("{% for a in [" + "1," * 999 + "] %}{% for b in ["
         + "1," * 999 + "] %}" + "长" * 40 + "{% endfor %}{% endfor %}")),
    # photos
    Case("picture bomb", "photo", "50000 × 50000 点", plain(png(50_000, 50_000))),
    Case("picture that fits no memory", "photo", "太大", plain(png(60_001, 1001))),
    Case("half a photo", "photo", "不是能打开的照片", plain(jpeg()[:6000])),
    Case("sheet as a photo", "photo", "不是能打开的照片", lambda path: packed(path, sheet_parts())),
    Case("PostScript as a photo", "photo", "不是能打开的照片", plain(_POSTSCRIPT)),
    Case("pipe as a photo", "photo", "不是文件", pipe),
    Case("device as a photo", "photo", "不是文件", device),
)  # fmt: skip

HARMLESS: Final[tuple[Case, ...]] = (
    Case("far cell", "sheet", "", sheet(sheet=put(FAR, b"</sheetData>"))),
    Case("hyperlink", "template", "", paper(document_links=put(_LINK, b"</Rel"))),
    Case("words of a field", "template", "", paper(document=put(_WORDS, b"<w:p>"))),
    Case("wrong EXIF", "photo", "", plain(wrong_exif())),
)  # fmt: skip
"""What looks odd and is read all the same."""
