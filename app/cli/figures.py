"""Commands of the numbers."""

from __future__ import annotations

import argparse

from app.cli.command import Command
from app.cli.parsing import json_argument, period_argument, print_json
from app.services.office import Office


def _figures(options: argparse.Namespace, office: Office) -> int:
    from app.services.catalog import figure_records, figure_rows

    period = office.calendar.parse(options.period)
    if options.records:
        rows = figure_records(office.figures, options.records, period)
        if options.json:
            return print_json(rows)
        for row in rows:
            print(f"{row['uuid']} {row['number']} {row['day']} {row['title']} {row['amount']}")
        return 0
    found = figure_rows(office.figures, period, options.by)
    if options.json:
        return print_json(found)
    for row in found:
        numbers = f"本期 {row['本期']}  累计 {row['累计']}  上年同期 {row['上年同期']}"
        print(f"{row['label']}（{row['unit']}） {numbers}")
        for group in row.get("groups", ()):
            print(f"    {group['label']} 本期 {group['本期']}  累计 {group['累计']}")
    return 0


def _figures_arguments(parser: argparse.ArgumentParser) -> None:
    period_argument(parser)
    parser.add_argument(
        "--by", metavar="分组", help="unit、township、sector、studio、member、month、brand、focus"
    )
    parser.add_argument("--records", metavar="指标", help="列出这个数背后的记录")
    json_argument(parser)


COMMANDS = (Command("figures", "看一期的数", _figures, _figures_arguments),)
