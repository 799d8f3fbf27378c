"""Commands of tables asked for by name: what there is, and one of them as a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Command
from app.cli.parsing import full_argument, json_argument, period_argument, print_json
from app.services.office import Office


def _reports(options: argparse.Namespace, office: Office) -> int:
    from app.services.report_shelf import ORIGIN_LABELS

    entries = office.report_shelf.entries()
    if options.json:
        return print_json(
            [
                {"key": each.key, "title": each.title, "origin": each.origin.value,
                 "state": "要改" if each.problem else "可用", "problem": each.problem}
                for each in entries
            ]
        )  # fmt: skip
    for each in entries:
        named = f"{each.key} {each.title}" if each.title not in ("", each.key) else each.key
        state = f"  要改：{each.problem}" if each.problem else ""
        print(f"{named}（{ORIGIN_LABELS[each.origin]}）{state}".replace("\n", ""))
    return 0


def _report(options: argparse.Namespace, office: Office) -> int:
    period = office.calendar.parse(options.period)
    print(office.report_shelf.write(options.name, period, Path(options.out), full=options.full))
    return 0


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="报表", help="报表的编号或名称，见 reports")
    period_argument(parser)
    parser.add_argument("--out", required=True, metavar="文件", help="写到哪个文件，.xlsx 或 .docx")
    full_argument(parser)


COMMANDS = (
    Command("reports", "列出能出的表：随软件带的、本单位表样、存下的临时表", _reports, json_argument),
    Command("report", "写出一张表，Excel 或 Word", _report, _report_arguments),
)
