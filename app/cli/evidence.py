"""Commands of the evidence folder (佐证材料包): of a month, or of one activity."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Command
from app.cli.parsing import full_argument, json_argument, model_key, period_argument, print_json
from app.errors import AppError
from app.services.office import Office


def _evidence(options: argparse.Namespace, office: Office) -> int:
    out = Path(options.out)
    if options.period and not options.event:
        package = office.evidence.month(office.calendar.parse(options.period), out, full=options.full)
    elif not options.period and len(options.event) == 2:
        kind, uuid = options.event
        package = office.evidence.event(model_key(kind), uuid, out, full=options.full)
    else:
        raise AppError("请写 --period 期间，或写一条记录的类别和 UUID。")
    if options.json:
        return print_json(
            {
                "folder": str(package.folder),
                "events": [
                    {"kind": papers.kind, "uuid": papers.uuid, "number": papers.number, "title": papers.title,
                     "folder": papers.folder, "missing": list(papers.missing),
                     "files": [{"name": f.name, "sort": f.sort, "size": f.size, "sha256": f.sha256}
                               for f in papers.files]}
                    for papers in package.papers
                ],
            }
        )  # fmt: skip
    print(package.folder)
    for papers in package.papers:
        missing = f"  {'；'.join(papers.missing)}" if papers.missing else ""
        print(f"{papers.folder} {len(papers.files)} 个文件{missing}")
    return 0


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("event", nargs="*", metavar="类别 UUID", help="一条协商活动、走访或工作室活动")
    period_argument(parser, required=False)
    parser.add_argument("--out", required=True, metavar="文件夹", help="做到哪个文件夹里")
    full_argument(parser)
    json_argument(parser)


COMMANDS = (Command("evidence", "把一个月或一次活动的佐证材料装进一个文件夹", _evidence, _arguments),)
