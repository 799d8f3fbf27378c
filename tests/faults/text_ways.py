"""The ways that a text goes, in and out; each raises when it comes out as another one."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path

from app.bootstrap import main
from app.clock import FixedClock
from app.errors import AppError
from app.exporters.sheet_text import LONGEST
from app.services import options
from app.services.aggregates import Aggregate
from app.services.finding import find
from app.services.listing import Query
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.services.unsaved import FormKey, Typed
from app.store.backup.backup import Reason, from_json, to_json
from tests.exporters.workbook_samples import ledger, written
from tests.faults.any_text import kept
from tests.faults.filled import copied, opened
from tests.faults.naming import CHINESE, Different, clerk, given, named, one_of_several, some
from tests.faults.paper import paragraphs_of, sheet_texts
from tests.office import MOMENT

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass
class Shared:
    """An office that texts are put into, and a folder for what is written out of it."""

    office: Office
    folder: Path
    seed: int


def _same(found: object, expected: object) -> None:
    if found != expected:
        raise Different(f"{found!r} for {expected!r}")


def _saved(shared: Shared, name: str, content: str) -> Aggregate | None:
    """A visit with these texts, read again from the file; None when it was refused, rightly and in words."""
    raw = {"name": name, "happened_on": "2026-10-12", "content": content, "people_served": 3}
    try:
        wanted = kept(name, 60), kept(content, 4000, lines=True)
    except ValueError:
        wanted = None, None
    try:
        [added] = shared.office.records.add("visit", [raw], draft=True)
    except AppError as error:
        if wanted[0] is not None or not CHINESE.search(error.message):
            raise Different(f"refused: {error.message}") from None
        return None
    found = shared.office.records.load("visit", added.uuid)
    _same((found.values["name"], found.values["content"]), wanted)
    return found


def _store(shared: Shared, first: str, second: str) -> None:
    """Into the file, changed, deleted and brought back, and out of its history."""
    found = _saved(shared, first, second)
    if found is None:
        return
    records, wanted = shared.office.records, dict(found.values)
    found.values["remark"] = "改过"
    records.save(found)
    records.delete("visit", [found.uuid])
    records.undelete("visit", [found.uuid])
    again = records.load("visit", found.uuid)
    _same(again.values | {"remark": None}, wanted | {"remark": None})
    older = shared.office.history.version(found.uuid, 1)
    _same((older.values["name"], older.values["content"]), (wanted["name"], wanted["content"]))
    find(shared.office.store, first[:20], 5)
    shared.office.listing.find(Query(kind="visit", search=first[:20]))


def _commands(shared: Shared, first: str, second: str) -> None:
    """In as a JSON file, out as JSON, by the sub-commands."""
    found = _saved(shared, first, second)
    place = shared.folder / "命令"
    if not place.exists():
        shutil.copytree(shared.office.store.folder.root, place, ignore=shutil.ignore_patterns(".lock"))
    source = shared.folder / "记录.json"
    raw = {"name": first, "happened_on": "2026-10-12", "content": second}
    source.write_bytes(json.dumps(raw).encode())
    code, out, err = _run("--data", str(place), "add", "visit", "--json", str(source), "--draft")
    if (code == 0) != (found is not None) or (code and (code != 2 or not CHINESE.search(err))):
        raise Different(f"add ended with {code}: {err}")
    if found is not None:
        code, shown, err = _run("--data", str(place), "show", "visit", out.split()[0], "--json")
        said = json.loads(shown)
        texts = list(_texts(said))
        for each in (found.values["name"], found.values["content"]):
            if each and each not in texts:
                raise Different(f"{each!r} is not in what show said")
        _run("--data", str(place), "show", "visit", out.split()[0])


def _texts(said: object) -> list[str]:
    if isinstance(said, dict):
        said = list(said.values())
    if isinstance(said, list):
        return [text for each in said for text in _texts(each)]
    return [said] if isinstance(said, str) else []


def _run(*arguments: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    return code, out.getvalue(), err.getvalue()


def _word(shared: Shared, first: str, second: str) -> None:
    """On paper, where a line is a paragraph; nothing in it is taken for a part of the template."""
    found = _saved(shared, first, second)
    if found is None:
        return
    target = shared.folder / "走访.docx"
    shared.office.documents.write("visit", found.uuid, "visit_record", target, replace=True)
    lines = paragraphs_of(target)
    for each in (*_lines(found.values["name"]), *_lines(found.values["content"] or "")):
        if each.strip() and not any(each.strip() in line for line in lines):
            raise Different(f"{each!r} is not on the paper")
    target.unlink()


def _lines(text: str) -> list[str]:
    """On paper every line end there is begins a paragraph."""
    return re.split("[\n\u2028\u2029]", text)


def _list(shared: Shared, first: str, second: str) -> None:
    """The list as an Excel sheet."""
    found = _saved(shared, first, second)
    if found is None:
        return
    path = shared.office.list_export.write(Query(kind="visit", search=""), shared.folder)
    if found.values["name"] not in sheet_texts(path):
        raise Different(f"{found.values['name']!r} is not on the sheet")
    path.unlink()
    shared.office.records.delete("visit", [found.uuid])


def _cell(shared: Shared, first: str, second: str) -> None:
    """One cell up to its longest, and one character more, which is said."""
    unit = _shown(first) or "字"
    fitting = unit * (LONGEST // _units(unit))
    long = fitting + "字" * (LONGEST - _units(fitting))
    package, notes = written(ledger([first, second, long, long + "字"]))
    path = shared.folder / "格.xlsx"
    path.write_bytes(package)
    cells = sheet_texts(path)
    for each in (first, second, long):
        if _shown(each) and _shown(each) not in cells:
            raise Different(f"{each[:200]!r} is not on the sheet")
    if long + "字" in cells or not any("没有写出" in note for note in notes):
        raise Different("a text too long for a cell was not said to be cut")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _shown(text: str) -> str:
    """What XML cannot hold is a box, which everybody sees."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "□", re.sub("\r\n?", "\n", text))


def _unsaved(shared: Shared, first: str, second: str) -> None:
    """What is typed and not saved may be anything at all, broken halves of characters too."""
    key = FormKey("visit", "0" * 32)
    typed = shared.office.records.new("visit", name=first, content=second, happened_on=date(2026, 10, 12))
    unread = {"people_served": first}
    shared.office.unsaved.keep(key, Typed(typed, ("name", "content", "happened_on"), unread))
    taken = shared.office.unsaved.take(key)
    values = taken.aggregate.values
    _same((values["name"] or "", values["content"] or ""), (first, second))
    _same(taken.unread, unread)
    shared.office.unsaved.drop(key)


def _settings(shared: Shared, first: str, second: str) -> None:
    """Names of the office and of its options, reports and paragraphs, also after opening it again."""
    data = copied(shared.office.store.folder, shared.folder / "设置")
    office = opened(data)
    october, table = office.calendar.month(2026, 10), office.own_tables.usual("meeting")
    try:
        wanted = named(office)
        wanted["clerk"] = given(
            lambda: office.change_settings({"clerk": first}), lambda: clerk(first), wanted["clerk"]
        )
        wanted["label"] = given(
            lambda: office.change_options(options.rename_entry, "brand", "courtyard", second),
            lambda: one_of_several(some(kept(second, 40))), wanted["label"],
        )  # fmt: skip
        wanted["report"] = given(
            lambda: office.saved_reports.save(table.named(first)), lambda: some(kept(first, 40)), None
        )
        wanted["text"] = given(
            lambda: office.paragraphs.save(october, "plans", second),
            lambda: kept(second, 3000, lines=True), None,
        )  # fmt: skip
        _same(named(office), wanted)
        office.store.close()
        office = opened(data)
        _same(named(office), wanted)
    finally:
        office.store.close()
        shutil.rmtree(data.root)


def _files(shared: Shared, first: str, second: str) -> None:
    """Names of files, whatever a disk lets them be; a box stands for what is no character."""
    path = shared.folder / "附件" / f"{_on_disk(first)}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text("内容", encoding="utf-8")
    try:
        entry = shared.office.records.attach([path])[0]
        new = shared.office.records.new("visit", name="附件", happened_on=date(2026, 10, 12), files=[entry])
        saved = shared.office.records.save(new)
    finally:
        path.unlink()
    again = shared.office.records.load("visit", saved.uuid)
    _same(again.values["files"][0]["name"], _UNSEEN.sub("□", path.name))


def _on_disk(text: str) -> str:
    """The text as a name of at most 200 bytes; its torn halves stand for bytes that are no text."""
    raw = text.replace("/", "").replace("\x00", "").encode("utf-8", "surrogatepass")[:200]
    return os.fsdecode(raw) or "无名"


def _journal(shared: Shared, first: str, second: str) -> None:
    """Out of the change journal alone, when the store's file is gone."""
    found = _saved(shared, first, second)
    if found is None:
        return
    data = copied(shared.office.store.folder, shared.folder / "流水")
    try:
        data.store.unlink()
        Rebuilding(data, FixedClock(MOMENT)).rebuild()
        office = opened(data)
        again = office.records.load("visit", found.uuid)
        office.store.close()
    finally:
        shutil.rmtree(data.root)
    _same(again.values, found.values)


def _lists(shared: Shared, first: str, second: str) -> None:
    """The list of a backup, whoever it says made it, and its seal."""
    first, second = (each.encode("utf-8", "replace").decode() for each in (first, second))
    data = copied(shared.office.store.folder, shared.folder / "备份来源")
    office = opened(data)
    try:
        backup = replace(office.backups.make(Reason.ASKED), keyring=first, program=second, missing=(first,))
    finally:
        office.store.close()
        shutil.rmtree(data.root)
    _same(from_json(to_json(backup)), backup)


Way = Callable[[Shared, str, str], None]
WAYS: tuple[Way, ...] = (
    _store, _word, _list, _cell, _unsaved, _commands, _settings, _files, _journal, _lists,
)  # fmt: skip
