"""Commands of a month: checking it, making its papers, sending it up, taking it back, comparing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.command import Command
from app.cli.parsing import json_argument, period_argument, print_json
from app.services.office import Office

if TYPE_CHECKING:
    from app.services.differences import Side


def export(office: Office, period: str, out: Path) -> list[Path]:
    """Writes one period's Word and Excel files; the paths written."""
    return office.reports.export(office.calendar.parse(period), out)


def _export(options: argparse.Namespace, office: Office) -> int:
    paths = export(office, options.period, Path(options.out))
    for problem in office.reports.shelf().problems:
        print(problem, file=sys.stderr)
    if options.json:
        return print_json([str(path) for path in paths])
    for path in paths:
        print(path)
    return 0


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    period_argument(parser)
    parser.add_argument("--out", required=True, metavar="文件夹", help="写到哪个文件夹")
    json_argument(parser)


def _check(options: argparse.Namespace, office: Office) -> int:
    from app.services.submitted_words import check_json, check_lines

    found = office.month_end.check(office.calendar.parse(options.period))
    if options.json:
        return print_json(check_json(found))
    for line in check_lines(found):
        print(line)
    return 0


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    period_argument(parser)
    json_argument(parser)


def _submit(options: argparse.Namespace, office: Office) -> int:
    from app.services.submitted_words import submitted_json, submitted_line

    scan = Path(options.scan) if options.scan else None
    period = office.calendar.parse(options.period)
    found = office.month_end.submit(period, scan=scan, note=options.note or "")
    if options.json:
        return print_json(submitted_json(found))
    print(submitted_line(found))
    return 0


def _submit_arguments(parser: argparse.ArgumentParser) -> None:
    period_argument(parser)
    parser.add_argument("--scan", metavar="文件", help="盖章件的扫描，图片或 PDF")
    parser.add_argument("--note", metavar="文字", help="说明")
    json_argument(parser)


def _submissions(options: argparse.Namespace, office: Office) -> int:
    from app.services.submitted_words import submitted_json, submitted_line

    found = office.submissions.all()
    if options.json:
        return print_json([submitted_json(each) for each in found])
    for each in found:
        print(submitted_line(each))
    print(f"共 {len(found)} 次")
    return 0


def _reopen(options: argparse.Namespace, office: Office) -> int:
    from app.services.submitted_words import submitted_line

    print(submitted_line(office.month_end.reopen(office.calendar.parse(options.period), options.why)))
    return 0


def _reopen_arguments(parser: argparse.ArgumentParser) -> None:
    period_argument(parser)
    parser.add_argument("--why", required=True, metavar="原因", help="为什么退回")


def _diff(options: argparse.Namespace, office: Office) -> int:
    from app.services.submitted_words import diff_json, diff_lines, side_names

    a, b = (_side(text, office) for text in (options.a, options.b))
    found = office.submissions.diff(a, b, options.figure)
    if options.json:
        return print_json([diff_json(each) for each in found])
    names = side_names(a, b)
    for each in found:
        for line in diff_lines(each, names):
            print(line)
    print(f"共 {len(found)} 个指标不同" if found else "没有不同")
    return 0


def _side(text: str, office: Office) -> Side:
    """A submission by its number, else a period."""
    if text.isascii() and text.isdigit() and len(text) < len("2026"):
        return office.submissions.get(int(text))
    return office.calendar.parse(text)


def _diff_arguments(parser: argparse.ArgumentParser) -> None:
    words = "一期（现在的数，如 2026-09）或一次报送的编号（报送时的数，如 3）"
    parser.add_argument("a", metavar="甲", help=words)
    parser.add_argument("b", metavar="乙", help=words)
    parser.add_argument("--figure", metavar="指标", help="只比一个指标")
    json_argument(parser)


COMMANDS: tuple[Command, ...] = (
    Command("export", "写出一期的 Word 和 Excel", _export, _export_arguments),
    Command("check-month", "报送前看一遍：没报的、没填完的、数据核对、请看一看", _check, _check_arguments),
    Command("submit", "报送一期：锁住各项数，留下材料", _submit, _submit_arguments, writes=True),
    Command("submissions", "列出报送过的各期", _submissions, json_argument),
    Command("reopen", "退回一期，可以更正再报", _reopen, _reopen_arguments, writes=True),
    Command("diff", "差在哪：两期或两次报送，哪些数不同，是哪些记录", _diff, _diff_arguments),
)
