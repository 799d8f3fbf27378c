"""What an office file from outside may hold: the rules, each with what is wrong and what to do about it.

A rule is data: its stage is the tuple it stands in, and `broken` looks at what that stage knows. Sources:
ECMA-376 part 2 (packages), APPNOTE.TXT 6.3.10 (zip), and what openpyxl and python-docx do when they meet it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from app.importers.package_scan import Scan
from app.importers.package_zip import Directory, Entry

T = TypeVar("T")
MEGA: Final = 1024 * 1024

SAVE_AS: Final = "请在 WPS 里打开，另存成 {ending}，再选一次。"
SAVE_PLAIN: Final = "请在 WPS 里打开，选“另存为”，类型选 {ending}，再选一次。"
NEW: Final = "请在 WPS 里新建一份 {ending}，把内容贴进去，再选一次。"
ASK: Final = "请找对方要原来的 {ending} 文件。"
LESS: Final = "请只留要用的内容，另存一份，再选一次。"
FEWER: Final = "请删掉用不着的行和列，另存一份，再选一次。"
MUCH: Final = "里面的内容太多"
NAME: Final = "里面有不该有的文件名"
PACKED: Final = "压缩的写法不对"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a package of one sort may be; sizes in bytes."""

    size: int
    parts: int
    unfolded: int
    elements: int
    strings: int = 300_000
    depth: int = 128
    spread: int = 1_000_000
    span: int = 1000
    rows: int = 1_048_576


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of package: its ending, the content types its main part may have, its limits.

    `passed` names rules that do not hold for it.
    """

    ending: str
    main: tuple[str, ...]
    limits: Limits
    passed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One thing a package may not do; `said` and `do` make the sentence, {ending} filled in."""

    key: str
    said: str
    do: str
    broken: Callable[[T, Limits], bool]


@dataclass(frozen=True, slots=True)
class Look:
    """What a file begins with when it is something else, and what it is then."""

    said: str
    do: str
    begins: re.Pattern[bytes]


_SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."

SHEET: Final = Sort(
    ".xlsx", (f"{_SPREADSHEET}sheet.main+xml", f"{_SPREADSHEET}template.main+xml"),
    Limits(20 * MEGA, 2000, 120 * MEGA, 2_000_000), frozenset({"far"}),
)  # fmt: skip
SHOWN: Final = replace(SHEET, limits=replace(SHEET.limits, rows=100_000), passed=frozenset())
"""A sheet of which pages are made: cell by cell, so that no lonely one may lie at the end of the world."""
PAPER: Final = Sort(
    ".docx", (f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"),
    Limits(20 * MEGA, 2000, 60 * MEGA, 1_000_000),
)  # fmt: skip

LOOKS: Final = (
    Look("这是旧格式的文件，或加了密码", SAVE_AS, re.compile(rb"\xd0\xcf\x11\xe0")),
    Look("这是网页，只是改了名", SAVE_AS,
         re.compile(rb"(?i)(\xef\xbb\xbf)?\s*<(!doctype html|html|table|meta|head)")),
    Look("这是 XML 文件，只是改了名", SAVE_AS, re.compile(rb"(\xef\xbb\xbf|\xff\xfe)?\s*<\0?\?\0?x")),
    Look("这是 PDF", ASK, re.compile(rb"%PDF-")),
    Look("这是压缩包", "请先解压，选里面的 {ending} 文件。", re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh")),
    Look("这是图片，只是改了名", ASK, re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0")),
    Look("这是程序", f"不要打开它。{ASK}", re.compile(rb"MZ|\x7fELF")),
    Look("这是文字文件，只是改了名", SAVE_AS, re.compile(rb"[\t\r\n\x20-\x7e\x80-\xff]{1,64}\Z|"
                                                         rb"[\t\r\n\x20-\x7e\x80-\xff]{64}")),
)  # fmt: skip
EMPTY: Final = ("文件是空的，可能没有传完", "请找对方再传一次。")
TORN: Final = ("里面坏了，可能没有传完", SAVE_AS)
FOREIGN: Final = ("它不是 {ending} 文件", SAVE_AS)
PICTURE: Final = ("里面有一张特别大的图", "请把图缩小，另存一份，再选一次。")
NESTED: Final = re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|MZ|\x7fELF|Rar!|7z\xbc\xaf")
"""What no part may begin with: it would be a file inside the file."""

_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_MOST: Final = 0xFFFFFFFF
_NAME_WRONG = re.compile(r"[\x00-\x1f\\:*?\"<>|]|^/|(^|/)\.\.?(/|$)|//|.{241}")
_LINK, _SORT_BITS = 0o120000, 0o170000  # of a Unix mode

DIRECTORY_RULES: Final[tuple[Rule[Directory], ...]] = (
    Rule("zip64", PACKED, SAVE_AS, lambda d, _: d.has_zip64 or d.start == _MOST or 0xFFFF in d.counts),
    Rule("tail", "文件后面多出了别的内容", SAVE_AS, lambda d, _: d.after > 0 or d.comment > 0),
    Rule("parts", MUCH, LESS, lambda d, limits: max(d.counts) > limits.parts),
    Rule("list", *TORN, lambda d, _: not d.fits),
    Rule("front", "文件前面多出了别的内容", SAVE_AS, lambda d, _: d.first > 0),
    Rule("overlap", "里面有几处叠在一起，打开会塞满内存", NEW, lambda d, _: d.overlaps),
    Rule("twice", "里面有两份同名的内容", SAVE_AS, lambda d, _: d.has_twins),
    Rule("unfolded", "展开以后太大", LESS, lambda d, limits: d.unfolded > limits.unfolded),
    Rule("ratio", "展开以后大得不正常", NEW,
         lambda d, _: d.unfolded > 20 * MEGA and d.unfolded > 150 * len(d.data)),
)  # fmt: skip
"""The list of what is in it, as a whole."""

ENTRY_RULES: Final[tuple[Rule[Entry], ...]] = (
    Rule("encrypted", "加了密码", "请在 WPS 里打开，去掉密码，另存一份，再选一次。",
         lambda e, _: bool(e.flags & _ENCRYPTED)),
    Rule("name", NAME, NEW, lambda e, _: not e.name or bool(_NAME_WRONG.search(e.name))),
    Rule("link", "里面有指到别处的文件", NEW, lambda e, _: e.mode & _SORT_BITS == _LINK),
    Rule("method", PACKED, SAVE_AS, lambda e, _: e.method not in (0, 8)),
    Rule("sizes", PACKED, SAVE_AS, lambda e, _: _MOST in (e.size, e.packed, e.start)),
    Rule("agreed", "里面前后说的不一样", NEW, lambda e, _: not e.agrees),
    Rule("folder", NAME, NEW, lambda e, _: e.is_folder and e.size > 0),
    Rule("grown", "有一处展开以后大得不正常", NEW,
         lambda e, _: e.size > 2 * MEGA and e.size > 400 * max(e.packed, 1)),
)  # fmt: skip
"""Each line of that list."""

PART_RULES: Final[tuple[Rule[Scan], ...]] = (
    Rule("dtd", "里面有不该有的内容（自己定义的代换）", NEW, lambda s, _: s.declared),
    Rule("depth", "里面套得太深", NEW, lambda s, limits: s.deepest > limits.depth),
    Rule("elements", MUCH, LESS, lambda s, limits: s.elements > limits.elements),
    Rule("strings", "里面的文字太多", LESS, lambda s, limits: s.strings > limits.strings),
    Rule("rows", "里面的行太多，或行号不对", FEWER, lambda s, limits: s.last_row > limits.rows),
    Rule("far", "很靠右的地方还有内容", FEWER, lambda s, _: s.far),
    Rule("spread", "有一处合并或链接的格子太大", "请取消合并整行整列的格子，另存一份，再选一次。",
         lambda s, limits: s.spread > limits.spread),
    Rule("span", "有一处合并的格子太多", NEW, lambda s, limits: s.span > limits.span),
    Rule("calls", "里面有从别的程序或文件取数的地方（DDE）", NEW, lambda s, _: s.calls),
    Rule("outside", "里面有连到别处的内容（模板、图片或别的表）",
         "请在 WPS 里断开链接，把内容存进文件里，再选一次。",
         lambda s, _: any(mode.lower() == "external" and not sort.endswith("/hyperlink")
                          for sort, mode, _target in s.relations)),
)  # fmt: skip
"""Each part of XML, looked through to its end or to the limit it broke."""


@dataclass(frozen=True, slots=True)
class Banned:
    """Something that acts or hides, known by a relation's type, a content type or the name of a part."""

    key: str
    said: str
    do: str
    relation: re.Pattern[str]
    sort: re.Pattern[str]
    name: re.Pattern[str]


BANNED: Final = (
    Banned(
        "macros", "里面有宏", SAVE_PLAIN,
        re.compile(r"(?i)/(vbaProject|vbaProjectSignature|xl(Intl)?Macrosheet|wordVbaData)$"),
        re.compile(r"(?i)macro|vba|sheet\.binary"),
        re.compile(r"(?i)(^|/)vba(Project|Data)[^/]*$|(^|/)macrosheets/"),
    ),
    Banned(
        "controls", "里面有控件", NEW,
        re.compile(r"(?i)/(control|activeXControlBinary)$"),
        re.compile(r"(?i)activex"),
        re.compile(r"(?i)(^|/)activeX/"),
    ),
    Banned(
        "objects", "里面嵌了别的文件", "请在 WPS 里删掉嵌进去的文件，图表改贴成图片，另存一份，再选一次。",
        re.compile(r"(?i)/(oleObject|package|aFChunk|subDocument|frame)$"),
        re.compile(r"(?i)\.oleObject"),
        re.compile(r"(?i)(^|/)embeddings/"),
    ),
    Banned(
        "links", "里面连着别的表", "请在 WPS 里断开链接（数据 → 编辑链接），另存一份，再选一次。",
        re.compile(r"(?i)/externalLink(Path)?$"),
        re.compile(r"(?i)externalLink"),
        re.compile(r"(?i)(^|/)externalLinks/"),
    ),
)  # fmt: skip
"""In the order in which they are told of."""
