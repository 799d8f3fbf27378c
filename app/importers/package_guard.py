"""Looks at an office package before anything parses it, by the rules of `package_rules`; runs in the child.

Everything is counted while it unfolds; nothing is kept, nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from app.errors import AppError, quoted
from app.foreign.plain_file import TooLarge, content
from app.importers import package_rules as rules
from app.importers.package_rules import Banned, Rule, Sort
from app.importers.package_scan import NotXml, Scan, Scanner, Stopped
from app.importers.package_zip import Damaged, Directory, Entry

T = TypeVar("T")
_TYPES: Final = "[Content_Types].xml"
_XML = re.compile(r"(?i)\.(xml|rels)$")
_PICTURE = re.compile(r"(?i)\.(png|jpe?g|gif|bmp|tiff?|webp)$")
_SHEET = re.compile(r"(?i)^xl/worksheets/")


@dataclass(frozen=True, slots=True)
class Looked:
    """A checked package: its bytes, which alone a parser may see, and whether sheets hold formulas."""

    data: bytes
    formulas: bool = False


def checked(path: Path, sort: Sort, label: str = "") -> Looked:
    """Reads a package once and goes through all of it; `label` (模板) goes before its name in sentences.

    Raises AppError with what is wrong and what to do.
    """
    name = label + quoted(path.name, 60)
    try:
        data = content(path, sort.limits.size)
    except FileNotFoundError:
        if label:
            raise AppError(f"没有找到{name}，可能已经移走或改名。") from None
        raise AppError(f"找不到文件{name}。请核对它还在不在原来的地方。") from None
    except TooLarge as error:
        said = f"{name}有 {error.size // rules.MEGA} MB，最多 {sort.limits.size // rules.MEGA} MB。"
        raise AppError(f"{said}请去掉图片，另存一份，再选一次。") from None
    except (OSError, ValueError):
        raise AppError(f"{name}读不出来。请换一份，或先在别处把它关掉。") from None
    return Guard(data, name, sort).check()


class Guard:
    """Checks one package of one sort."""

    def __init__(self, data: bytes, name: str, sort: Sort) -> None:
        self._data = data
        self._name = name
        self._sort = sort

    def check(self) -> Looked:
        """All stages in order: the bytes, the list, each entry, each part."""
        directory = self._directory()
        try:
            self._judge(rules.DIRECTORY_RULES, directory)
            for entry in directory.entries:
                self._judge(rules.ENTRY_RULES, entry)
                self._check_name(entry)
            self._check_types(directory)
            looked = [self._part(directory, entry) for entry in directory.entries if not entry.is_folder]
        except (Damaged, NotXml):
            raise self._refused(*rules.TORN) from None
        return Looked(self._data, any(looked))

    def _directory(self) -> Directory:
        if not self._data:
            raise self._refused(*rules.EMPTY)
        if not self._data.startswith(b"PK"):
            look = next((one for one in rules.LOOKS if one.begins.match(self._data)), None)
            if look is not None:
                raise self._refused(look.said, look.do)
        try:
            return Directory(self._data)
        except Damaged:
            raise self._refused(*(rules.TORN if self._data.startswith(b"PK") else rules.FOREIGN)) from None

    def _check_name(self, entry: Entry) -> None:
        self._ban(lambda banned: banned.name.search(entry.name))

    def _check_types(self, directory: Directory) -> None:
        """The list of content types comes first: it says what the package is."""
        if _TYPES not in directory.by_name:
            raise self._refused(*rules.FOREIGN)
        types = self._scanned(directory.pieces(directory.by_name[_TYPES]))
        if not any(sort in self._sort.main for _, sort in types.types):
            raise self._refused(*rules.FOREIGN)

    def _part(self, directory: Directory, entry: Entry) -> bool:
        """Whether a part is a sheet with formulas; looks at all of it."""
        pieces = directory.pieces(entry)
        first = next(pieces, b"")
        if rules.NESTED.match(first):
            self._ban(lambda banned: banned.key == "objects")
        whole = chain((first,), pieces)
        if _XML.search(entry.name):
            scan = self._scanned(whole)
            return scan.formulas and _SHEET.match(entry.name) is not None
        if _PICTURE.search(entry.name):
            self._check_picture(b"".join(whole))
        else:
            for _ in whole:  # counted, and compared with what it says it is
                pass
        return False

    def _scanned(self, pieces: Iterable[bytes]) -> Scan:
        limits = self._sort.limits
        scanner = Scanner(limits.elements, limits.depth, limits.strings)
        scan = scanner.scan
        with suppress(Stopped):  # what it broke is told by the rules
            scanner.read(pieces)
        self._ban(lambda banned: any(banned.relation.search(sort) for sort, *_ in scan.relations))
        self._ban(lambda banned: any(banned.sort.search(sort) for _, sort in scan.types))
        self._judge(rules.PART_RULES, scan)
        return scan

    def _check_picture(self, data: bytes) -> None:
        """A picture inside is bounded like one that comes alone; one that is none is left alone."""
        from app.foreign.picture import TooManyPixels, opened

        try:
            with opened(data, smaller=False):
                pass
        except TooManyPixels:
            raise self._refused(*rules.PICTURE) from None
        except Exception:  # Pillow raises whatever a torn file makes happen
            return

    def _judge(self, table: tuple[Rule[T], ...], subject: T) -> None:
        for rule in table:
            if rule.key not in self._sort.passed and rule.broken(subject, self._sort.limits):
                raise self._refused(rule.said, rule.do)

    def _ban(self, known: Callable[[Banned], object]) -> None:
        for banned in rules.BANNED:
            if banned.key not in self._sort.passed and known(banned):
                raise self._refused(banned.said, banned.do)

    def _refused(self, said: str, do: str) -> AppError:
        said, do = (text.replace("{ending}", self._sort.ending) for text in (said, do))
        return AppError(f"{self._name}没有打开：{said}。{do}")
