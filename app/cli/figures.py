"""Commands of the numbers."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.command import Command
from app.cli.parsing import json_argument, period_argument, print_json
from app.errors import AppError
from app.services.office import Office


def _figures(options: argparse.Namespace, office: Office) -> int:
    from app.services.figure_json import figure_records, figure_rows

    if options.submitted is not None:
        if options.period:
            raise AppError("--period 和 --submitted 请只写一个：现在的数，或报送时的数。")
        return _as_sent(options, office)
    if not options.period:
        raise AppError("请写 --period 期间，或 --submitted 报送的编号。")
    period = office.calendar.parse(options.period)
    if options.records:
        rows = figure_records(office.figures, options.records, period)
        if options.json:
            return print_json(rows)
        _print_records(rows)
        return 0
    found = figure_rows(office.figures, period, options.by)
    if options.json:
        return print_json(found)
    _print_figures(found)
    return 0


def _print_records(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        late = " 补报更正" if row["late"] else ""
        print(f"{row['uuid']} {row['number']} {row['day']} {row['title']} {row['amount']}{late}")


def _print_figures(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        # With strict dating the two are alike: what came late is not in 本期.
        happened = "" if row["本期"] == row["发生数"] else f"发生 {row['发生数']}，"
        late = f"（{happened}补报更正 {row['补报更正']}）" if row.get("补报更正") else ""
        numbers = f"本期 {row['本期']}{late}  累计 {row['累计']}  上年同期 {row['上年同期']}"
        print(f"{row['label']}（{row['unit']}） {numbers}")
        for group in row.get("groups", ()):
            print(f"    {group['label']} 本期 {group['本期']}  累计 {group['累计']}")


def _as_sent(options: argparse.Namespace, office: Office) -> int:
    """The numbers of a submission, or the records behind one, as they were then."""
    from app.services.figure_json import record_rows, sent_rows

    number = options.submitted
    if options.records:
        rows = record_rows(office.submissions.records(number, options.records), office.figures.catalogue)
    else:
        rows = sent_rows(office.submissions, number, options.by)
    if options.json:
        return print_json(rows)
    _print_records(rows) if options.records else _print_figures(rows)
    return 0


def _figures_arguments(parser: argparse.ArgumentParser) -> None:
    period_argument(parser, required=False)
    parser.add_argument("--submitted", type=int, metavar="编号", help="报送时的数，不写 --period")
    parser.add_argument(
        "--by", metavar="分组", help="unit、township、sector、studio、member、month、brand、focus"
    )
    parser.add_argument("--records", metavar="指标", help="列出这个数背后的记录")
    json_argument(parser)


def _figure(options: argparse.Namespace, office: Office) -> int:
    found: int = options.figure_work(options, office)
    return found


def _figure_add(options: argparse.Namespace, office: Office) -> int:
    for own in office.own_figures.add_all(options.records):
        assert own.definition is not None
        print(f"{own.key} {own.label}（{own.definition.unit}） {own.definition.rule}")
    return 0


def _figure_list(options: argparse.Namespace, office: Office) -> int:
    from app.services.figure_json import figure_declarations

    rows = figure_declarations(office.figures, office.own_figures)
    if options.json:
        return print_json(rows)
    for row in rows:
        unit = f"（{row['unit']}）" if row["unit"] else ""
        rule = f"停用：{row['reason']}" if row["reason"] else row["rule"]
        print(f"{row['key']} {row['label']}{unit} {_ORIGINS[row['origin']]} {rule}")
    return 0


def _figure_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="做什么", required=True)
    add = actions.add_parser("add", help="新增自定的指标，有一个不对就都不加", add_help=False)
    add.add_argument("--json", required=True, dest="source", metavar="文件", help="JSON 文件，- 为标准输入")
    add.add_argument("-h", "--help", action="help", help="显示用法")
    add.set_defaults(figure_work=_figure_add, writes=True)
    listing = actions.add_parser("list", help="列出全部指标和口径，自带的和自定的", add_help=False)
    listing.add_argument("-h", "--help", action="help", help="显示用法")
    json_argument(listing)
    listing.set_defaults(figure_work=_figure_list)


_ORIGINS = {"shipped": "自带", "own": "自定"}
COMMANDS = (
    Command("figures", "看一期的数", _figures, _figures_arguments),
    Command("figure", "新增自定的指标，或列出全部指标", _figure, _figure_arguments),
)
