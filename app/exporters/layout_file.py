"""Reads report layouts from their JSON files, strictly: what a clerk mistyped is named, never guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.errors import Invalid, Problem
from app.exporters.layout import Layout
from app.exporters.layout_reader import LayoutReader
from app.foreign.plain_file import TooLarge, content

LARGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class LayoutShelf:
    """The layouts in force by key, and one sentence for each thing wrong in a file that was passed over."""

    by_key: Mapping[str, Layout]
    problems: tuple[str, ...] = ()


def load_layout(path: Path) -> Layout:
    """The layout in this file.

    Raises Invalid with every problem found, each naming the file, the column and what to do.
    """
    reader = LayoutReader(path.name)
    raw = _parsed(path)
    layout = reader.layout(raw)
    if reader.problems or layout is None:
        raise Invalid(reader.problems)
    return layout


def layouts(folders: Sequence[Path]) -> LayoutShelf:
    """The layouts of all these folders; a later folder's file replaces an earlier one of the same key.

    A file that cannot be read leaves the earlier one in force and is told of.
    """
    by_key: dict[str, Layout] = {}
    problems: list[str] = []
    for folder in folders:
        for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            try:
                layout = load_layout(path)
            except Invalid as invalid:
                problems.extend(problem.sentence for problem in invalid.problems)
            else:
                by_key[layout.key] = layout
    return LayoutShelf({key: by_key[key] for key in sorted(by_key, key=_numbered)}, tuple(problems))


def _numbered(key: str) -> list[tuple[int, str]]:
    """Sorts X10 after X2, and X5B after X5."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", key)]


def _parsed(path: Path) -> object:
    """The JSON in the file; Notepad's byte order mark is taken, a repeated key is not."""
    try:
        text = content(path, LARGEST).decode("utf-8-sig")
    except TooLarge:
        raise _refused(path, "文件太大，不像是表样。请换成从软件里复制出来的表样文件。") from None
    except OSError:
        raise _refused(path, "文件读不出来。请看看它还在不在、有没有权限打开。") from None
    except UnicodeDecodeError:
        raise _refused(path, "文字编码不对。请用记事本打开，另存为 UTF-8 编码。") from None
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise _refused(path, f"第 {error.lineno} 行第 {error.colno} 个字附近写法不对，"
                             "请检查逗号、引号和括号是不是成对的英文符号。") from None  # fmt: skip
    except _Repeated as error:
        raise _refused(path, f"“{error}”写了两次，请删去一个。") from None
    except (RecursionError, ValueError):
        raise _refused(path, "里面有读不了的内容。请换成从软件里复制出来的表样文件再改。") from None


class _Repeated(Exception):
    """A key that stands twice in one object."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Repeated(key)
        found[key] = value
    return found


def _refused(path: Path, text: str) -> Invalid:
    return Invalid([Problem((path.name,), f"表样“{path.name}”", text)])
