"""The same work without a window: parse, call a service, print. Never reaches PySide6."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, Protocol

from app.clock import SAMPLE_MOMENT, FixedClock
from app.errors import AppError, quoted
from app.paths import DataFolder
from app.services.office import Office

WITHOUT_SCREEN = "示例县2026年10月材料"
DEMO_MONTH = "2026-10"


class _Parser(argparse.ArgumentParser):
    """Says in Chinese what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        raise AppError(f"命令写得不对（{_in_chinese(message)}）。加 --help 可以看用法。")

    def format_help(self) -> str:
        words = super().format_help()
        for english, chinese in _HELP.items():
            words = words.replace(english, chinese)
        return words


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Options and sub-command; raises AppError with a sentence, exits 0 after --help."""
    parser = _Parser(prog="cppcc-ledger", description="政协履职台账：不带命令就打开窗口。", add_help=False)
    parser.add_argument("-h", "--help", action="help", help="显示用法")
    parser.add_argument("--data", metavar="文件夹", default=None, help="数据文件夹，不写就用默认的")
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, metavar="命令")
    for name, (words, _, arguments_of) in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words, add_help=False)
        command.add_argument("-h", "--help", action="help", help="显示用法")
        arguments_of(command)
    return parser.parse_args(list(arguments))


class Opener(Protocol):
    """How a store is opened; bootstrap gives it."""

    def __call__(self, folder: DataFolder, *, write: bool = True) -> Office: ...


def run(options: argparse.Namespace, folder: DataFolder, open_office: Opener) -> int:
    """Carries out one sub-command; what is wrong from the start is said before a store is opened."""
    _, work, _ = COMMANDS[options.command]
    if options.command == "kinds":
        return _kinds(options)
    if "kind" in options:
        options.kind = _model(options.kind)
    if "source" in options:
        options.records = _records_from(options.source)
    office = open_office(folder, write=options.command in WRITING)
    if office.settings.demo and options.command not in WRITING:
        office.clock = FixedClock(SAMPLE_MOMENT)  # as in its window; what is added has today's date
    try:
        return work(options, office)
    finally:
        office.store.close()


def without_screen(here: Path, open_office: Opener) -> int:
    """No screen: says so and does the sample county's month into a folder, with the commands it used."""
    out = here / WITHOUT_SCREEN
    data = out / "数据"
    print(f"这里没有显示器，窗口打不开，改为把示例县 {DEMO_MONTH} 的材料做到“{out}”里。")
    command = f'python3 dev.py run --data "{data}"'
    folder = DataFolder(data)
    office = open_office(folder)
    try:
        if not office.settings.demo:
            print(f"{command} demo")
            _fill(office)
        print(f'{command} export --period {DEMO_MONTH} --out "{out}"')
        for path in _export(office, DEMO_MONTH, out):
            print(path)
    finally:
        office.store.close()
    return 0


def _demo(options: argparse.Namespace, office: Office) -> int:
    for label, count in _fill(office).items():
        print(f"{label} {count} 条")
    return 0


def _fill(office: Office) -> Mapping[str, int]:
    from app.models import model_of
    from app.services.demo import fill

    summary = fill(office)
    return {model_of(kind).kind.label: count for kind, count in summary.counts.items()}


def _kinds(options: argparse.Namespace, office: Office | None = None) -> int:
    from app.services.catalog import kinds

    found = kinds()
    if options.json:
        return _print_json(found)
    for kind in found:
        needed = "、".join(f["label"] for f in kind["fields"] if f["needed"] in ("save", "count"))
        print(f"{kind['key']}  {kind['label']}（必填：{needed}）")
    return 0


def _add(options: argparse.Namespace, office: Office) -> int:
    for saved in office.records.add(options.kind, options.records, draft=options.draft):
        print(f"{saved.uuid} {saved.number} {_STATUS[saved.status]} {saved.title}")
    return 0


def _confirm(options: argparse.Namespace, office: Office) -> int:
    for saved in office.records.confirm(options.kind, options.uuids):
        print(f"{saved.uuid} {saved.number} {_STATUS[saved.status]} {saved.title}")
    return 0


def _show(options: argparse.Namespace, office: Office) -> int:
    from app.services.catalog import shown, shown_lines

    aggregate = office.records.load(options.kind, options.uuid)
    if options.json:
        return _print_json(shown(aggregate))
    with office.store.reading() as session:
        for line in shown_lines(aggregate, office.records.context(session)):
            print(line)
    return 0


def _list(options: argparse.Namespace, office: Office) -> int:
    from app.services.listing import Query

    query = Query(
        kind=options.kind,
        period=office.calendar.parse(options.period) if options.period else None,
        search=options.search or "",
        drafts_only=options.drafts,
    )
    found = office.listing.as_json(query)
    if options.json:
        return _print_json(found)
    for row in found:
        print(f"{row['uuid']} {row['number']} {_STATUS[row['status']]} {row.get('day') or ''} {row['title']}")
    print(f"共 {len(found)} 条")
    return 0


def _figures(options: argparse.Namespace, office: Office) -> int:
    from app.services.catalog import figure_records, figure_rows

    period = office.calendar.parse(options.period)
    if options.records:
        rows = figure_records(office.figures, options.records, period)
        if options.json:
            return _print_json(rows)
        for row in rows:
            print(f"{row['uuid']} {row['number']} {row['day']} {row['title']} {row['amount']}")
        return 0
    found = figure_rows(office.figures, period, options.by)
    if options.json:
        return _print_json(found)
    for row in found:
        numbers = f"本期 {row['本期']}  累计 {row['累计']}  上年同期 {row['上年同期']}"
        print(f"{row['label']}（{row['unit']}） {numbers}")
        for group in row.get("groups", ()):
            print(f"    {group['label']} 本期 {group['本期']}  累计 {group['累计']}")
    return 0


def _export_command(options: argparse.Namespace, office: Office) -> int:
    paths = _export(office, options.period, Path(options.out))
    for problem in office.reports.shelf().problems:
        print(problem, file=sys.stderr)
    if options.json:
        return _print_json([str(path) for path in paths])
    for path in paths:
        print(path)
    return 0


def _export(office: Office, period: str, out: Path) -> list[Path]:
    return office.reports.export(office.calendar.parse(period), out)


def _document(options: argparse.Namespace, office: Office) -> int:
    path = office.documents.write(options.kind, options.uuid, options.name, Path(options.out))
    print(path)
    return 0


def _model(text: str) -> str:
    """A kind by key or label."""
    from app.models import RECORDS

    for model in RECORDS:
        if text in (model.key, model.kind.label):
            return model.key
    raise AppError(f"没有“{text[:20]}”这类记录，可用：{'、'.join(model.key for model in RECORDS)}。")


def _records_from(source: str) -> list[Mapping[str, Any]]:
    """The objects in a JSON file, or standard input for `-`; raises AppError."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except (OSError, ValueError, AttributeError):  # a name with a NUL; standard input closed
        raise AppError(f"文件“{source}”读不出来。请核对位置。") from None
    try:
        raw = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise AppError("JSON 的文字编码不对。请存成 UTF-8 再试。") from None
    except json.JSONDecodeError as error:
        raise AppError(
            f"JSON 第 {error.lineno} 行第 {error.colno} 个字附近写得不对。请检查逗号、引号和括号。"
        ) from None
    except (RecursionError, ValueError):
        raise AppError("JSON 里有读不了的内容。请检查后再试。") from None
    items = raw if isinstance(raw, list) else [raw]
    if not items or not all(isinstance(item, dict) for item in items):
        raise AppError("JSON 里要是一条记录，或一列记录，每条用花括号括起来。")
    return items


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise AppError(f"JSON 里{quoted(key, 30)}写了两次。请去掉一个。")
        found[key] = value
    return found


def _print_json(value: Any) -> int:
    print(json.dumps(value, ensure_ascii=False, indent=1))
    return 0


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


_HELP = {
    "usage: ": "用法：",
    "positional arguments:": "要写的：",
    "options:": "可以加的：",
}
_STATUS = {"draft": "草稿", "registered": "已登记"}
_Arguments = Callable[[argparse.ArgumentParser], None]


def _kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="类别", help="记录的类别，见 kinds")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="按 JSON 打印")


def _period(parser: argparse.ArgumentParser, required: bool = True) -> None:
    words = "2026-10、2026Q3、2026H1、2026 或 2026-01-01..2026-07-31"
    parser.add_argument("--period", required=required, metavar="期间", help=words)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    _kind(parser)
    parser.add_argument(
        "--json", required=True, dest="source", metavar="文件", help="JSON 文件，- 为标准输入"
    )
    parser.add_argument("--draft", action="store_true", help="存成草稿，不要求齐全")


def _confirm_arguments(parser: argparse.ArgumentParser) -> None:
    _kind(parser)
    parser.add_argument("uuids", nargs="+", metavar="UUID")


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    _kind(parser)
    parser.add_argument("uuid", metavar="UUID")
    _json(parser)


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    _kind(parser)
    _period(parser, required=False)
    parser.add_argument("--search", metavar="文字", help="名称、地点、姓名或拼音首字母")
    parser.add_argument("--drafts", action="store_true", help="只列草稿")
    _json(parser)


def _figures_arguments(parser: argparse.ArgumentParser) -> None:
    _period(parser)
    parser.add_argument(
        "--by", metavar="分组", help="unit、township、sector、studio、member、month、brand、focus"
    )
    parser.add_argument("--records", metavar="指标", help="列出这个数背后的记录")
    _json(parser)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _period(parser)
    parser.add_argument("--out", required=True, metavar="文件夹", help="写到哪个文件夹")
    _json(parser)


def _document_arguments(parser: argparse.ArgumentParser) -> None:
    _kind(parser)
    parser.add_argument("uuid", metavar="UUID")
    parser.add_argument("--name", metavar="文书", default=None, help="哪一种文书，不写就是第一种")
    parser.add_argument("--out", required=True, metavar="文件", help="写到哪个文件或文件夹")


COMMANDS: dict[str, tuple[str, Callable[[argparse.Namespace, Office], int], _Arguments]] = {
    "demo": ("往空的台账里填示例县的数据", _demo, lambda parser: None),
    "kinds": ("列出记录的类别和字段", _kinds, _json),
    "add": ("登记一条或一批记录，有一条不对就都不登记", _add, _add_arguments),
    "confirm": ("把草稿登记", _confirm, _confirm_arguments),
    "show": ("看一条记录", _show, _show_arguments),
    "list": ("列出一类记录", _list, _list_arguments),
    "figures": ("看一期的数", _figures, _figures_arguments),
    "export": ("写出一期的 Word 和 Excel", _export_command, _export_arguments),
    "document": ("写出一条记录的文书", _document, _document_arguments),
}
WRITING = ("demo", "add", "confirm")
