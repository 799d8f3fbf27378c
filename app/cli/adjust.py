"""Commands of adjustments (调整数): one number, a form of opening figures, and what there is."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.command import Command
from app.cli.parsing import json_argument, period_argument, print_json
from app.errors import AppError, Unfit, quoted
from app.models.periods import Period, Span
from app.services.office import Office

_NO_BASIS = "无文号，见原因"
_STANDING = {"new": "记", "changes": "改", "there": "已有"}


def _adjust(options: argparse.Namespace, office: Office) -> int:
    wanted = [name for name in ("template", "import_", "list", "figure") if getattr(options, name)]
    if len(wanted) != 1:
        raise AppError("请写 --figure、--template、--import、--list 中的一个。")
    return _WORK[wanted[0]](options, office)


def _template(options: argparse.Namespace, office: Office) -> int:
    print(office.opening.template(Path(options.template)))
    return 0


def _import(options: argparse.Namespace, office: Office) -> int:
    preview = office.opening.read(Path(options.import_))
    for line in preview.lines:
        where = f" {line.township.label}" if line.township else ""
        note = f"（{line.note}）" if line.note else ""
        print(
            f"{line.cell} {_STANDING[line.standing.value]} {line.label}{where} {line.stretch.label} "
            f"{line.amount} {line.unit}{note}"
        )
    if preview.problems:
        raise AppError(
            "\n".join(f"{problem.sentence}。" for problem in preview.problems)
            + f"\n有 {len(preview.problems)} 处要改，一个数也没有记。"
        )
    if options.dry_run:
        print(f"只看，没有记：会记 {len(preview.added)} 条，已有 {preview.there} 条。")
        return 0
    taken = office.opening.take(preview, options.reason or "")
    print(f"记了 {len(taken)} 条期初数，已有 {preview.there} 条。")
    return 0


def _list(options: argparse.Namespace, office: Office) -> int:
    period = office.calendar.parse(options.period) if options.period else None
    rows = _rows(office, period)
    if options.json:
        return print_json(rows)
    for row in rows:
        since = f"{row['since']} 至 " if row["since"] else ""
        where = f" {row['township']}" if row["township"] else ""
        print(
            f"{row['number']} {row['label']}{where} {since}{row['month']} {row['amount']:+d} {row['unit']} "
            f"{row['use_label']} {row['reason']}（{row['basis'] or '没有依据'}）{row['status_label']}"
        )
    print(f"共 {len(rows)} 条")
    return 0


def _rows(office: Office, period: Period | None) -> list[dict[str, Any]]:
    """Every adjustment dated in the period, as `adjust --list --json` prints it, oldest first."""
    from app.models.days import iso
    from app.services.listing import Query

    known, options = office.figures.catalogue, office.options()
    found = []
    for entry in reversed(office.listing.as_json(Query("adjustment", period))):
        record = office.records.load("adjustment", str(entry["uuid"]))
        values = record.values
        figure = str(values["figure"])
        found.append(
            {
                "uuid": record.uuid,
                "number": record.number,
                "figure": figure,
                "label": known.label(figure),
                "unit": known[figure].unit if figure in known else "",
                "month": iso(values["happened_on"]),
                "since": iso(values["since"]) if values["since"] else None,
                "amount": values["amount"],
                "use": values["use"],
                "use_label": options.label("adjustment_use", str(values["use"] or "")),
                "township": values["township"].label if values["township"] else None,
                "reason": values["reason"],
                "basis": values["basis"],
                "status": record.status,
                "status_label": "" if record.status == "registered" else "（草稿，不计数）",
            }
        )
    return found


def _one(options: argparse.Namespace, office: Office) -> int:
    """One number; a figure that is made of others is refused with their names."""
    from app.services.opening_rows import adjustable

    missing = [f"--{name}" for name in ("month", "amount", "reason") if getattr(options, name) is None]
    if missing:
        raise AppError(f"还要写 {'、'.join(missing)}。")
    month = office.calendar.parse(options.month)
    if month.span is not Span.MONTH:
        raise AppError(f"{quoted(options.month)}不是一个月，请写成 2026-09。")
    try:
        figure = adjustable(office.figures.catalogue, options.figure)
    except Unfit as unfit:
        raise AppError(f"{unfit}。") from None
    raw = {
        "figure": figure.key, "happened_on": month.key, "amount": options.amount, "use": options.use,
        "reason": options.reason, "basis": options.basis or _NO_BASIS, "township": options.township,
        "made_by": office.settings.clerk or None,
    }  # fmt: skip
    (saved,) = office.records.add("adjustment", [raw], reason=options.reason)
    print(
        f"{saved.uuid} {saved.number} {figure.label} {month.label} {saved.values['amount']:+d} {figure.unit}"
    )
    return 0


_WORK = {"template": _template, "import_": _import, "list": _list, "figure": _one}


class _Reading(argparse.Action):
    """An option with which nothing is written, so that it works beside an open window."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, values or True)
        namespace.writes = False


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--figure", metavar="指标", help="调整哪个指标，写名称")
    parser.add_argument("--month", metavar="月份", help="归入哪个月，2026-09")
    parser.add_argument("--amount", metavar="数额", help="少算的填正数，多算的写 --amount=-3")
    parser.add_argument("--reason", metavar="原因", help="为什么调整")
    parser.add_argument("--basis", metavar="依据", help="文号或附件名")
    parser.add_argument("--township", metavar="乡镇", help="归入哪个乡镇（街道）")
    parser.add_argument(
        "--use", choices=("opening", "manual"), default="manual", help="期初数 opening，手工调整 manual"
    )
    parser.add_argument("--template", action=_Reading, metavar="文件", help="写出期初数表样，拿去填")
    parser.add_argument("--import", dest="import_", metavar="文件", help="导入填好的期初数表")
    parser.add_argument("--dry-run", action=_Reading, nargs=0, help="和 --import 一起：只看会记什么，不记")
    parser.add_argument("--list", action=_Reading, nargs=0, help="列出调整数")
    period_argument(parser, required=False)
    json_argument(parser)


COMMANDS = (Command("adjust", "调整一个数，或从一张表导入期初数", _adjust, _arguments, writes=True),)
