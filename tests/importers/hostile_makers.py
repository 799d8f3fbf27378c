"""Ways to spoil a good sheet, template or photo: each makes its file at a path when a test wants it."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from docx import Document
from openpyxl import Workbook

Parts = dict[str, bytes]

SHEET_PART: Final = "xl/worksheets/sheet1.xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MEGA: Final = 1024 * 1024


# what is good to begin with


def sheet_parts() -> Parts:
    """A good sheet of opening figures, part by part."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["指标", "单位", "乡镇", "2026-01"], ["会议", "场", None, 3]):
        sheet.append(row)
    return _parts(book.save)


def paper_parts(*paragraphs: str) -> Parts:
    """A good Word template, part by part."""
    document = Document()
    for text in paragraphs or ("{{ title }}",):
        document.add_paragraph(text)
    return _parts(document.save)


def packed(path: Path, parts: Mapping[str, bytes], *, stored: bool = False) -> None:
    """Writes the parts as a package."""
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _parts(save: Callable[[BytesIO], object]) -> Parts:
    out = BytesIO()
    save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


# ways to spoil it


def sheet(**changed: bytes | Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """A sheet with parts changed or added; the keys are the short names below."""
    return lambda path: packed(path, _changed(sheet_parts(), changed))


def paper(*paragraphs: str, **changed: bytes | Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda path: packed(path, _changed(paper_parts(*paragraphs), changed))


_NAMES: Final = {
    "sheet": SHEET_PART,
    "strings": "xl/sharedStrings.xml",
    "types": "[Content_Types].xml",
    "macros": "xl/macrosheets/sheet1.xml",
    "links": "xl/externalLinks/externalLink1.xml",
    "document": "word/document.xml",
    "document_links": "word/_rels/document.xml.rels",
    "settings_links": "word/_rels/settings.xml.rels",
    "vba": "word/vbaProject.bin",
    "ole": "word/embeddings/oleObject1.bin",
    "control": "word/activeX/activeX1.xml",
    "image": "word/media/image9.png",
    "up": "../../up.xml",
    "root": "/etc/passwd.xml",
    "back": "xl\\back.xml",
    "drive": "C:/x.xml",
}


def _changed(parts: Parts, changed: Mapping[str, bytes | Callable[[bytes], bytes]]) -> Parts:
    for key, value in changed.items():
        name = _NAMES[key]
        parts[name] = value if isinstance(value, bytes) else value(parts.get(name, b""))
    return parts


def put(new: bytes, before: bytes) -> Callable[[bytes], bytes]:
    """Puts something in before the first place that reads so."""

    def change(data: bytes) -> bytes:
        assert before in data, before
        return data.replace(before, new + before, 1)

    return change


def relation(sort: str, target: str) -> bytes:
    """A relation that leads out of the package."""
    said = f'Id="rId91" Type="{_RELATION}/{sort}" Target="{target}" TargetMode="External"'
    return f"<Relationship {said}/>".encode()


def relations(one: bytes) -> bytes:
    """A part that holds but this relation."""
    start = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return start + one + b"</Relationships>"


def _laughs(levels: int = 9) -> bytes:
    lines = ['<!ENTITY l0 "哈哈哈哈哈哈哈哈哈哈">']
    lines += [f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, levels + 1)]
    return f"<!DOCTYPE worksheet [{''.join(lines)}]>".encode()


def laughing(data: bytes) -> bytes:
    return put(_laughs(), b"<worksheet")(data).replace(b"<v>3</v>", b"<v>&l9;</v>")


def laughing_wide(data: bytes) -> bytes:
    text = laughing(data).decode()
    return f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")


ENTITY: Final = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
FAR: Final = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def rows(count: int) -> Callable[[bytes], bytes]:
    row = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(3, count)).encode()
    return put(row, b"</sheetData>")


def deep(count: int) -> Callable[[bytes], bytes]:
    return put(b"<x>" * count + b"</x>" * count, b"</sheetData>")


def many_sorts(count: int) -> bytes:
    return "".join(f"<x{at}/>" for at in range(20_000)).encode() * (count // 20_000)


def strings(count: int) -> bytes:
    block = "".join(f"<si><t>{at}</t></si>" for at in range(20_000)).encode()
    start = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return start + block * (count // 20_000) + b"</sst>"


def bomb(path: Path) -> None:
    """One part that is nothing but one byte, over and over."""
    packed(path, sheet_parts() | {"xl/media/image1.bin": bytes(130 * _MEGA)})


def many_bombs(path: Path) -> None:
    packed(path, sheet_parts() | {f"xl/media/image{at}.bin": bytes(_MEGA) for at in range(110)})


def nested(path: Path) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("0", bytes(_MEGA))
    packed(path, sheet_parts() | {"xl/media/image1.bin": inner.getvalue()})


def overlapping(path: Path) -> None:
    """Many names for the same bytes: each line of the list points at one part."""
    packed(path, sheet_parts())
    data = bytearray(path.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HLL", data, end + 10)
    name = b"[Content_Types].xml"
    at = data.index(name, start) - 46
    line = bytes(data[at : at + 46 + len(name)])
    more = [line[:46] + f"[Content_T{at:04}].xml".encode() for at in range(500)]
    data[end:end] = b"".join(more)
    end, size = end + len(b"".join(more)), size + len(b"".join(more))
    struct.pack_into("<HHL", data, end + 8, count + 500, count + 500, size)
    path.write_bytes(data)


def twice(path: Path) -> None:
    parts = sheet_parts()
    raw = SHEET_PART.replace("sheet1", "sheet2")
    packed(path, parts | {raw: parts[SHEET_PART]})
    path.write_bytes(path.read_bytes().replace(raw.encode(), SHEET_PART.encode()))


def lying(path: Path) -> None:
    """A part that says it is smaller than it is."""
    packed(path, sheet_parts() | {"xl/media/image1.bin": bytes(100_000)})
    data = bytearray(path.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.rindex(sign)
        struct.pack_into("<L", data, at + offset, 1000)
    path.write_bytes(data)


def disagreeing(path: Path) -> None:
    packed(path, sheet_parts())
    data = path.read_bytes()
    path.write_bytes(data.replace(b"sheet1.xml", b"sheet9.xml", 1))


def flagged(path: Path) -> None:
    """Marked as encrypted, as a zip with a password is."""
    packed(path, sheet_parts())
    data = bytearray(path.read_bytes())
    at = -1
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + offset] |= 1
    path.write_bytes(data)


def linked(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        for name, data in sheet_parts().items():
            package.writestr(name, data)
        link = zipfile.ZipInfo("xl/media/image1.png")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        package.writestr(link, "/etc/passwd")


def after(path: Path) -> None:
    packed(path, sheet_parts())
    path.write_bytes(path.read_bytes() + b"<script>")


def before(path: Path) -> None:
    """Something in front, with every offset right for it."""
    path.write_bytes(b"PK\x07\x08 words that a lenient program passes over")
    with zipfile.ZipFile(path, "a") as package:
        for name, data in sheet_parts().items():
            package.writestr(name, data)


def zip64(path: Path) -> None:
    packed(path, sheet_parts())
    data = path.read_bytes()
    end = data.rindex(b"PK\x05\x06")
    path.write_bytes(data[:end] + b"PK\x06\x07" + bytes(16) + data[end:])


def thousands(path: Path) -> None:
    packed(path, sheet_parts() | {f"xl/media/{at}.bin": b"" for at in range(2500)})


def half(path: Path) -> None:
    packed(path, sheet_parts())
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def plain(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def content_type(sort: str) -> bytes:
    return f'<Override PartName="/x/x.xml" ContentType="{sort}"/>'.encode()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loops(depth: int, items: int) -> str:
    """A template that writes nothing, for ever."""
    listed = "[" + ",".join("1" for _ in range(items)) + "]"
    names = [f"a{at}" for at in range(depth)]
    return "".join(f"{{% for {name} in {listed} %}}" for name in names) + "{% endfor %}" * depth
