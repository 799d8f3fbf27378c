"""How a command is read: the parser that speaks Chinese, shared arguments, JSON given to commands."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NoReturn

from app.errors import AppError, quoted
from app.foreign.plain_file import TooLarge, content

_LARGEST: Final = 50 * 1024 * 1024
_HELP = {
    "usage: ": "用法：",
    "positional arguments:": "要写的：",
    "options:": "可以加的：",
}


class Parser(argparse.ArgumentParser):
    """Says in Chinese what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        raise AppError(f"命令写得不对（{_in_chinese(message)}）。加 --help 可以看用法。")

    def format_help(self) -> str:
        words = super().format_help()
        for english, chinese in _HELP.items():
            words = words.replace(english, chinese)
        return words


def kind_argument(parser: argparse.ArgumentParser) -> None:
    """The kind of record, by key or label; run() makes it a key."""
    parser.add_argument("kind", metavar="类别", help="记录的类别，见 kinds")


def json_argument(parser: argparse.ArgumentParser) -> None:
    """Print for another program."""
    parser.add_argument("--json", action="store_true", help="按 JSON 打印")


def period_argument(parser: argparse.ArgumentParser, required: bool = True) -> None:
    """A period, written as the calendar reads it."""
    words = "2026-10、2026Q3、2026H1、2026 或 2026-01-01..2026-07-31"
    parser.add_argument("--period", required=required, metavar="期间", help=words)


def why_argument(parser: argparse.ArgumentParser) -> None:
    """The reason for a change to a period that was reported."""
    parser.add_argument("--why", default="", metavar="原因", help="改动已报送的期时要写的原因")


def full_argument(parser: argparse.ArgumentParser) -> None:
    """Numbers of people and names of citizens whole; the change log says who wanted them."""
    words = "电话、证件号和群众姓名写全，不遮住几位；会记入修改记录"
    parser.add_argument("--full", action="store_true", help=words)


def print_json(value: Any) -> int:
    """Prints what another program reads; exit code 0."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
    return 0


def model_key(text: str) -> str:
    """A kind by key, label or alias; raises AppError that names the kinds."""
    from app.models import RECORDS

    for model in RECORDS:
        if text in (model.key, model.kind.label, *model.kind.aliases):
            return model.key
    raise AppError(f"没有“{text[:20]}”这类记录，可用：{'、'.join(model.key for model in RECORDS)}。")


def records_from(source: str) -> list[Mapping[str, Any]]:
    """The objects in a JSON file, or standard input for `-`; raises AppError."""
    items = json_from(source)
    items = items if isinstance(items, list) else [items]
    if not items or not all(isinstance(item, dict) for item in items):
        raise AppError("JSON 里要是一条记录，或一列记录，每条用花括号括起来。")
    return items


def json_from(source: str) -> Any:
    """What a JSON file holds, or standard input for `-`; raises AppError with the place of a mistake."""
    try:
        data = sys.stdin.buffer.read(_LARGEST + 1) if source == "-" else content(Path(source), _LARGEST)
        if len(data) > _LARGEST:
            raise TooLarge(len(data))
    except TooLarge:
        raise AppError(f"文件“{source}”太大，最多 50 MB。请分成几个文件。") from None
    except (OSError, ValueError, AttributeError):  # a name with a NUL; standard input closed
        raise AppError(f"文件“{source}”读不出来。请核对位置。") from None
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise AppError("JSON 的文字编码不对。请存成 UTF-8 再试。") from None
    except json.JSONDecodeError as error:
        raise AppError(
            f"JSON 第 {error.lineno} 行第 {error.colno} 个字附近写得不对。请检查逗号、引号和括号。"
        ) from None
    except (RecursionError, ValueError):
        raise AppError("JSON 里有读不了的内容。请检查后再试。") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise AppError(f"JSON 里{quoted(key, 30)}写了两次。请去掉一个。")
        found[key] = value
    return found


def _in_chinese(message: str) -> str:
    """What argparse found, without its English; what was typed is kept."""
    named = re.match(r"argument (?:-\w/)?([^:]+): ", message)
    what = named[1] if named else ""
    rest = message.split(":")[-1].strip()
    if "required" in message:
        return f"少了必须写的：{rest}"
    if "invalid choice" in message:
        return "没有这个命令或选项值"
    if "unrecognized" in message:
        return f"看不懂：{quoted(rest, 60)}"
    if "ambiguous" in message:
        return f"{quoted(rest.split(' ')[0], 30)}可以是好几个，请写全"
    if "ignored explicit" in message:
        return f"{what} 后面不用写值"
    return f"{what} 后面缺少值" if "expected" in message else "请核对写法"
