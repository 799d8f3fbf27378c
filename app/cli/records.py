"""Commands of the records: their kinds, adding, confirming, showing, listing, printing."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Command
from app.cli.parsing import (
    full_argument,
    json_argument,
    kind_argument,
    period_argument,
    print_json,
    why_argument,
)
from app.errors import AppError
from app.models import model_of
from app.services.office import Office

_STATUS = {"draft": "草稿", "registered": "已登记"}


def _kinds(options: argparse.Namespace, office: None) -> int:
    from app.services.catalog import kinds

    found = kinds()
    if options.json:
        return print_json(found)
    for kind in found:
        needed = "、".join(f["label"] for f in kind["fields"] if f["needed"] in ("save", "count"))
        print(f"{kind['key']}  {kind['label']}（必填：{needed}）")
    return 0


def _add(options: argparse.Namespace, office: Office) -> int:
    for saved in office.records.add(options.kind, options.records, draft=options.draft, reason=options.why):
        print(f"{saved.uuid} {saved.number} {_STATUS[saved.status]} {saved.title}")
    return 0


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    kind_argument(parser)
    parser.add_argument(
        "--json", required=True, dest="source", metavar="文件", help="JSON 文件，- 为标准输入"
    )
    parser.add_argument("--draft", action="store_true", help="存成草稿，不要求齐全")
    why_argument(parser)


def _confirm(options: argparse.Namespace, office: Office) -> int:
    for saved in office.records.confirm(options.kind, options.uuids, options.why):
        print(f"{saved.uuid} {saved.number} {_STATUS[saved.status]} {saved.title}")
    return 0


def _confirm_arguments(parser: argparse.ArgumentParser) -> None:
    kind_argument(parser)
    parser.add_argument("uuids", nargs="+", metavar="UUID")
    why_argument(parser)


def _show(options: argparse.Namespace, office: Office) -> int:
    from app.services.catalog import shown, shown_lines

    aggregate = office.records.load(options.kind, options.uuid)
    if options.full:
        office.disclosure.note(f"用命令看 {aggregate.model.kind.label} {aggregate.number}".strip(), 1)
    if options.json:
        return print_json(shown(aggregate, full=options.full, keeps=office.keeps))
    with office.store.reading() as session:
        context = office.records.context(session)
        for line in shown_lines(aggregate, context, full=options.full, keeps=office.keeps):
            print(line)
    return 0


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    kind_argument(parser)
    parser.add_argument("uuid", metavar="UUID")
    full_argument(parser)
    json_argument(parser)


def _list(options: argparse.Namespace, office: Office) -> int:
    from app.services.listing import Query

    query = Query(
        kind=options.kind,
        period=office.calendar.parse(options.period) if options.period else None,
        search=options.search or "",
        drafts_only=options.drafts,
    )
    if query.is_wordless:
        raise AppError("“--search”后面只有标点，找不出记录。请写文字、数字或拼音首字母。")
    found = office.listing.as_json(query, full=options.full)
    if options.full:
        office.disclosure.note(f"用命令列出{model_of(options.kind).kind.label}", len(found))
    if options.json:
        return print_json(found)
    for row in found:
        print(f"{row['uuid']} {row['number']} {_STATUS[row['status']]} {row.get('day') or ''} {row['title']}")
    print(f"共 {len(found)} 条")
    return 0


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    kind_argument(parser)
    period_argument(parser, required=False)
    parser.add_argument("--search", metavar="文字", help="名称、地点、姓名或拼音首字母")
    parser.add_argument("--drafts", action="store_true", help="只列草稿")
    full_argument(parser)
    json_argument(parser)


def _document(options: argparse.Namespace, office: Office) -> int:
    kind, uuid, out = options.kind, options.uuid, Path(options.out)
    path = office.documents.write(kind, uuid, options.name, out, full=options.full)
    print(path)
    return 0


def _document_arguments(parser: argparse.ArgumentParser) -> None:
    kind_argument(parser)
    parser.add_argument("uuid", metavar="UUID")
    parser.add_argument("--name", metavar="文书", default=None, help="哪一种文书，不写就是第一种")
    parser.add_argument("--out", required=True, metavar="文件", help="写到哪个文件或文件夹")
    full_argument(parser)


COMMANDS = (
    Command("kinds", "列出记录的类别和字段", _kinds, json_argument, opens_store=False),
    Command("add", "登记一条或一批记录，有一条不对就都不登记", _add, _add_arguments, writes=True),
    Command("confirm", "把草稿登记", _confirm, _confirm_arguments, writes=True),
    Command("show", "看一条记录", _show, _show_arguments),
    Command("list", "列出一类记录", _list, _list_arguments),
    Command("document", "写出一条记录的文书", _document, _document_arguments),
)
