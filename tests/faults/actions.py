"""The main actions, written out: what every fault is tried on."""

from __future__ import annotations

import copy
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image

from app.models.context import Ref
from app.services.aggregates import Aggregate
from app.services.backup_restoring import BackupRestoring
from app.services.list_query import Query
from app.services.rebuilding import Rebuilding
from app.services.unsaved import FormKey, Typed
from app.store.backup.backup import Reason
from app.store.connection import open_connection
from tests.faults.desk import CODE, ENCRYPTED, PLAIN, Action, Desk
from tests.services.opening_form import filled
from tests.services.record_samples import FULL, VISIT
from tests.store.cheap import PASSWORD

OP = "0123456789abcdef0123456789abcdef"
FORM = FormKey("visit", "f" * 32)


def nothing(desk: Desk) -> None:
    """As the small office is."""


def meeting(desk: Desk) -> Aggregate:
    """A meeting that says much, saved."""
    [saved] = desk.office.records.add("meeting", [FULL])
    desk.notes["meeting"] = saved.uuid
    return saved


def visits(desk: Desk) -> None:
    raws = [VISIT | {"name": f"走访{name}"} for name in "甲乙丙丁戊己"]
    desk.notes["visits"] = [saved.uuid for saved in desk.office.records.add("visit", raws)]


def _picture(desk: Desk) -> Path:
    path = desk.inbox / "会场.png"
    Image.effect_noise((60, 40), 60).save(path)
    return path


def attached(desk: Desk) -> None:
    """A visit with a picture and a paper, and what is typed into it and not saved."""
    paper = desk.inbox / "签到表.txt"
    paper.write_text("签到" * 500, encoding="utf-8")
    files = [{"path": str(_picture(desk))}, {"path": str(paper)}]
    [saved] = desk.office.records.add("visit", [VISIT | {"files": files}])
    desk.notes["visit"] = saved.uuid


# saving


def _prepare_new(desk: Desk) -> None:
    values = _unborn(meeting(desk).values)
    desk.notes["values"] = values | {"topic": "路灯怎么修", "happened_on": date(2026, 10, 20), "files": []}


def _unborn(values: Any) -> Any:
    """The same values as of a record that was never saved."""
    if isinstance(values, dict):
        return {key: _unborn(value) for key, value in values.items() if key != "uuid"}
    return [_unborn(each) for each in values] if isinstance(values, list) else values


def _save_new(desk: Desk) -> None:
    desk.office.records.save(Aggregate("meeting", copy.deepcopy(desk.notes["values"])), OP)


def _save_edited(desk: Desk) -> None:
    record = desk.office.records.load("meeting", desk.notes["meeting"])
    record.values |= {"topic": "改了题目的会", "remark": "长" * 5000}
    record.values["opinions"] = [*record.values["opinions"][1:], {"text": "再加一条"}]
    desk.office.records.save(record, OP)


def _attach(desk: Desk) -> None:
    record = desk.office.records.load("meeting", desk.notes["meeting"])
    record.values["files"] = desk.office.records.attach([desk.inbox / "会场.png"])
    desk.office.records.save(record, OP)


def _prepare_attach(desk: Desk) -> None:
    meeting(desk)
    _picture(desk)


def _add_fifty(desk: Desk) -> None:
    raws = [VISIT | {"name": f"走访第 {number} 户", "people_served": number} for number in range(50)]
    desk.office.records.add("visit", raws)


def _keep_typed(desk: Desk) -> None:
    office = desk.office
    record = office.records.load("visit", desk.notes["visit"])
    record.values |= {"name": "正在改的名称", "content": "还没有写完" * 200}
    office.unsaved.keep(FORM, Typed(record, ("name", "content")))


def _change_settings(desk: Desk) -> None:
    desk.office.change_settings({"clerk": "李新", "unit_name": "另一县政协"})


# taking away and bringing back


def _delete(desk: Desk) -> None:
    desk.office.records.delete("visit", desk.notes["visits"][:3])


def _deleted(desk: Desk) -> None:
    visits(desk)
    _delete(desk)


def _undelete(desk: Desk) -> None:
    desk.office.bin.undelete(desk.notes["visits"][:3])


def _change_many(desk: Desk) -> None:
    village = Ref(desk.notes["township"], "青山镇")
    desk.office.bulk.change("visit", desk.notes["visits"], "township", village, operation=OP)


def _prepare_many(desk: Desk) -> None:
    from tests.office import uuids

    visits(desk)
    desk.notes["township"] = uuids(desk.office, "township")["青山镇"]


def _changed_many(desk: Desk) -> None:
    _prepare_many(desk)
    _change_many(desk)


def _undo_many(desk: Desk) -> None:
    desk.office.bulk.undo(OP)


# in and out


def _prepare_opening(desk: Desk) -> None:
    desk.notes["sheet"] = filled(
        desk.office,
        desk.inbox,
        {("走访次数", "2026-01 至 2026-09"): 12, ("走访次数", "2026-01 至 2026-09", "青山镇"): 5},
    )


def _take_opening(desk: Desk) -> None:
    preview = desk.office.opening.read(desk.notes["sheet"])
    desk.office.opening.take(preview)


def _export_list(desk: Desk) -> None:
    desk.office.list_export.write(Query("visit"), desk.out)


def _export_paper(desk: Desk) -> None:
    desk.office.documents.write("meeting", desk.notes["meeting"], None, desk.out)


def prepare_papers(desk: Desk) -> None:
    meeting(desk)
    desk.office.reports.export(desk.office.calendar.month(2026, 10), desk.inbox)


def _submit(desk: Desk) -> None:
    desk.office.month_end.submit(desk.office.calendar.month(2026, 10))


# safekeeping


def _back_up(desk: Desk) -> None:
    desk.office.backups.make(Reason.ASKED)


def prepare_sending(desk: Desk) -> None:
    attached(desk)
    desk.stick.mkdir(exist_ok=True)
    desk.office.backups.second_place(desk.stick)
    desk.office.backups.make(Reason.ASKED)


def send(desk: Desk) -> None:
    desk.office.backups.send_to_second(desk.office.backups.second_place(desk.stick))


def _prepare_restoring(desk: Desk) -> None:
    attached(desk)
    desk.office.backups.make(Reason.ASKED)
    desk.office.records.delete("visit", [desk.notes["visit"]])
    meeting(desk)


def _restore(desk: Desk) -> None:
    BackupRestoring(desk.data, desk.clock, desk.key).restore(Path("1"))


def _prepare_rebuilding(desk: Desk) -> None:
    attached(desk)
    desk.office.backups.make(Reason.ASKED)
    visits(desk)


def _lose(desk: Desk) -> None:
    """The store's file is gone, with all that lay beside it."""
    for path in desk.data.root.glob(f"{desk.data.store.name}*"):
        path.unlink()


def _rebuild(desk: Desk) -> None:
    Rebuilding(desk.data, desk.clock, desk.key).rebuild()


def _age(desk: Desk) -> None:
    """As an older program left it: a table and an index fewer."""
    with closing(open_connection(desk.data.store, desk.key, write=True)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DROP INDEX ix_change_record")
        connection.execute("ALTER TABLE visit DROP COLUMN host")
        connection.execute("UPDATE setting SET value = 'older' WHERE key = 'schema'")


def _open(desk: Desk) -> None:
    with desk.opened():
        pass


def _found(desk: Desk) -> None:
    """Nothing is there yet."""
    import shutil

    shutil.rmtree(desk.data.root)


def _set_password(desk: Desk) -> None:
    desk.passwords.turn_on("示例县政协", "王秀兰", PASSWORD, CODE)


def _clear_password(desk: Desk) -> None:
    assert desk.key is not None
    desk.passwords.turn_off(desk.key)


def full_desk(desk: Desk) -> None:
    attached(desk)
    _keep_typed(desk)
    desk.office.backups.make(Reason.ASKED)


ACTIONS: tuple[Action, ...] = (
    Action("save new", _prepare_new, _save_new),
    Action("attach", _prepare_attach, _attach),
    Action("back up", attached, _back_up, writes=False),
    Action("export list", visits, _export_list, writes=False, papers=1),
    Action("save edited", lambda desk: meeting(desk), _save_edited),
    Action("delete", visits, _delete),
    Action("undelete", _deleted, _undelete),
    Action("change many", _prepare_many, _change_many),
    Action("undo many", _changed_many, _undo_many),
    Action("take opening figures", _prepare_opening, _take_opening),
    Action("add fifty", nothing, _add_fifty),
    Action("export paper", lambda desk: meeting(desk), _export_paper, writes=False, papers=1),
    Action("send backup", prepare_sending, send, writes=False, repeatable=True),
    Action("restore", _prepare_restoring, _restore, opened=False),
    Action("rebuild", _prepare_rebuilding, _rebuild, opened=False, begins=_lose),
    Action("extend", visits, _open, opened=False, begins=_age, steps=True),
    Action("found", nothing, _open, opened=False, begins=_found, steps=True, at=PLAIN),
    Action("submit", prepare_papers, _submit),
    Action("keep typed", attached, _keep_typed, repeatable=True),
    Action("settings", nothing, _change_settings),
    Action("set password", full_desk, _set_password, opened=False, at=PLAIN),
    Action("clear password", full_desk, _clear_password, opened=False, at=ENCRYPTED),
)
