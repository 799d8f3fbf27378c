"""Commands of what happened to records: the change log, the bin, and bringing records back."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from app.cli.command import Command
from app.cli.parsing import json_argument, print_json, why_argument
from app.services.office import Office

if TYPE_CHECKING:
    from app.services.bin import Binned
    from app.services.history import Version
    from app.services.log import Intention


def _log(options: argparse.Namespace, office: Office) -> int:
    if options.verify:
        return _verify(options, office)
    if options.uuid is None:
        return _latest(options, office)
    found = office.history.of(options.uuid)
    if options.json:
        return print_json([_version_json(each) for each in found])
    for each in found:
        for line in _version_lines(each):
            print(line)
    return 0


def _log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("uuid", nargs="?", metavar="UUID", help="哪一条记录，不写就是最近的 100 次修改")
    parser.add_argument("--verify", action="store_true", help="核对修改记录有没有被改过（可发现篡改）")
    json_argument(parser)


def _verify(options: argparse.Namespace, office: Office) -> int:
    chain = office.history.verify()
    if options.json:
        found = {"intact": chain.intact, "rows": chain.rows, "broken": chain.broken, "at": chain.at}
        print_json(found | {"astray": list(chain.astray), "sentence": chain.sentence})
    else:
        print(chain.sentence)
    return 0 if chain.intact else 1


def _latest(options: argparse.Namespace, office: Office) -> int:
    found = office.log.latest()
    if options.json:
        return print_json([_intention_json(each) for each in found])
    for each in found:
        reason = f"　理由：{each.reason}" if each.reason else ""
        print(f"{each.at:%Y-%m-%d %H:%M} {each.by} {each.sentence}{reason}")
    return 0


def _version_lines(version: Version) -> Iterable[str]:
    back = f"　恢复到第 {version.back_to} 版" if version.back_to else ""
    reason = f"　理由：{version.reason}" if version.reason else ""
    head = f"第 {version.revision} 版　{version.at:%Y-%m-%d %H:%M}　{version.by}　{version.what}"
    yield f"{head}　{version.title}{back}{reason}"
    for each in version.alterations:
        yield f"    {each.label}：{each.text}"


def _version_json(version: Version) -> dict[str, Any]:
    return {
        "revision": version.revision,
        "at": f"{version.at:%Y-%m-%d %H:%M:%S}",
        "by": version.by,
        "what": version.what.value,
        "kind": version.kind,
        "uuid": version.uuid,
        "title": version.title,
        "status": version.status,
        "reason": version.reason,
        "back_to": version.back_to or None,
        "group": version.group or None,
        "changes": [
            {
                "field": each.key,
                "label": each.label,
                "sort": each.sort.value,
                "old": each.old,
                "new": each.new,
            }
            for each in version.alterations
        ],
    }


def _intention_json(found: Intention) -> dict[str, Any]:
    return {
        "at": f"{found.at:%Y-%m-%d %H:%M:%S}",
        "by": found.by,
        "sentence": found.sentence,
        "reason": found.reason,
        "records": [_version_json(each) for each in found.versions],
    }


def _bin(options: argparse.Namespace, office: Office) -> int:
    rows = office.bin.rows(older=True)
    shown = rows if options.all else [row for row in rows if row.is_listed]
    if options.json:
        return print_json([_binned_json(row) for row in shown])
    for row in shown:
        left = f"还剩 {row.days_left} 天" if row.is_listed else "超过 90 天"
        reason = f"　理由：{row.reason}" if row.reason else ""
        print(f"{row.uuid} {_named(row)}　{row.at:%Y-%m-%d %H:%M} {row.by} 删除　{left}{reason}")
    more = (
        ""
        if len(shown) == len(rows)
        else f"；另有 {len(rows) - len(shown)} 条删了 90 天以上，加 --all 可以看"
    )
    print(f"共 {len(shown)} 条{more}")
    return 0


def _bin_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="删了 90 天以上的也列出来")
    json_argument(parser)


def _binned_json(row: Binned) -> dict[str, Any]:
    from app.models.days import iso

    return {
        "kind": row.kind,
        "uuid": row.uuid,
        "number": row.number,
        "title": row.title,
        "day": None if row.day is None else iso(row.day),
        "at": f"{row.at:%Y-%m-%d %H:%M:%S}",
        "by": row.by,
        "reason": row.reason,
        "days_left": row.days_left,
    }


def _named(row: Binned) -> str:
    from app.models import model_of

    return f"{model_of(row.kind).kind.label} {row.number} {row.title}"


def _undelete(options: argparse.Namespace, office: Office) -> int:
    found = office.bin.undelete(options.uuids, options.why)
    for row in found:
        print(f"{row.uuid} {_named(row)} 恢复了")
    print(f"恢复了 {len(found)} 条" if found else "这些记录都没有删除，不用恢复")
    return 0


def _undelete_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("uuids", nargs="+", metavar="UUID", help="要恢复的记录，几类的可以写在一起")
    why_argument(parser)


COMMANDS: tuple[Command, ...] = (
    Command("log", "看修改记录：一条记录的各版，或最近 100 次修改", _log, _log_arguments),
    Command("bin", "列出删除了的记录", _bin, _bin_arguments),
    Command(
        "undelete", "恢复删除了的记录，有一条不行就都不恢复", _undelete, _undelete_arguments, writes=True
    ),
)
