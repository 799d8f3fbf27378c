"""Commands of a month: what is made of it and sent."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.cli.command import Command
from app.cli.parsing import json_argument, period_argument, print_json
from app.services.office import Office


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


COMMANDS = (Command("export", "写出一期的 Word 和 Excel", _export, _export_arguments),)
