"""Everything a service can write, written out: what is prepared, then the one deed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image

from app.models.context import Ref
from app.models.periods import Period
from app.services import demo, options, terms
from app.services.aggregates import Aggregate
from app.services.bulk import Bulked
from app.services.issued import Issued, remember
from app.services.new_members import register
from app.services.office import Office
from tests.office import uuids
from tests.services.opening_form import Cells, filled
from tests.services.record_samples import VISIT


@dataclass(frozen=True)
class Desk:
    """An office and a folder beside its own."""

    office: Office
    folder: Path

    @property
    def october(self) -> Period:
        return self.office.calendar.parse("2026-10")

    @property
    def visit(self) -> str:
        """The one visit there is."""
        return next(iter(uuids(self.office, "visit").values()))

    def picture(self) -> Path:
        path = self.folder / "照片.png"
        Image.effect_noise((40, 30), 60).save(path)
        return path

    def paper(self) -> Path:
        path = self.folder / "签到表.txt"
        path.write_text("签到", encoding="utf-8")
        return path


@dataclass(frozen=True)
class Deed:
    """`ways` are the functions of app/services whose transaction it is, as module.Class.function.

    `prepare` gives what `do` takes.
    """

    name: str
    ways: tuple[str, ...]
    do: Callable[[Desk, Any], object]
    prepare: Callable[[Desk], Any] = lambda desk: None


def _visit(desk: Desk) -> Aggregate:
    [saved] = desk.office.records.add("visit", [VISIT])
    return desk.office.records.load("visit", saved.uuid)


def _draft(desk: Desk) -> str:
    raw = {"name": "走访", "happened_on": "2026-10-01"}
    return desk.office.records.add("visit", [raw], draft=True)[0].uuid


def _saved_twice(desk: Desk) -> str:
    record = _visit(desk)
    record.values["name"] = "改了的名称"
    return desk.office.records.save(record).uuid


def _binned(desk: Desk) -> str:
    uuid = _visit(desk).uuid
    desk.office.records.delete("visit", [uuid])
    return uuid


def _bulked(desk: Desk) -> str:
    return _set_township(desk, _visit(desk)).group


def _set_township(desk: Desk, visit: Aggregate) -> Bulked:
    township = Ref(uuids(desk.office, "township")["青山镇"], "青山镇")
    return desk.office.bulk.change("visit", [visit.uuid], "township", township)


def _edited(desk: Desk, visit: Aggregate) -> object:
    visit.values["name"] = "另一个名称"
    return desk.office.records.save(visit)


def _identified(desk: Desk) -> None:
    person = desk.office.records.load("person", uuids(desk.office, "person")["陈志明"])
    person.values["id_number"] = "11010519491231002X"
    desk.office.records.save(person)


def _own_figure(desk: Desk) -> str:
    return desk.office.own_figures.add({"label": "走访场次", "source": "visit"}).key


def _retired(desk: Desk) -> str:
    key = _own_figure(desk)
    desk.office.own_figures.retire(key)
    return key


def _saved_report(desk: Desk) -> str:
    return desk.office.saved_reports.save(desk.office.own_tables.usual("meeting").named("要的表")).name


def _reviewed(desk: Desk) -> None:
    _visit(desk)
    desk.office.month_end.review(desk.october)


def _papered(desk: Desk) -> None:
    _visit(desk)
    desk.office.reports.export(desk.october, desk.folder / "材料")


def _reported(desk: Desk) -> int:
    _reviewed(desk)
    return desk.office.submissions.submit(desk.october, [desk.paper()]).number


def _sheet(desk: Desk) -> Any:
    cells: Cells = {("走访次数", "2026-01 至 2026-09"): 12}
    return desk.office.opening.read(filled(desk.office, desk.folder, cells))


def _opened(desk: Desk) -> Any:
    return desk.office.opening.take(_sheet(desk))


def _withdrawn(desk: Desk) -> Any:
    uuids = _opened(desk)
    desk.office.opening.withdraw(uuids)
    return uuids


def _staying(desk: Desk) -> list[str]:
    return [row.uuid for row in terms.serving(desk.office)][:3]


def _option(desk: Desk) -> str:
    return desk.office.change_options(options.add_entry, "brand", "楼道协商")


RECORDS, FIGURES = "records.Records", "own_figures.OwnFigures"
REPORTS, MONTH = "saved_reports.SavedReports", "month_end.MonthEnd"
DEEDS: tuple[Deed, ...] = (
    Deed("add", (f"{RECORDS}.add",), lambda desk, _: desk.office.records.add("visit", [VISIT, VISIT])),
    Deed(
        "add with a picture", (f"{RECORDS}.add",),
        lambda desk, path: desk.office.records.add("visit", [VISIT | {"files": [{"path": str(path)}]}]),
        lambda desk: desk.picture(),
    ),
    Deed(
        "save new", (f"{RECORDS}.save",), lambda desk, new: desk.office.records.save(new),
        lambda desk: desk.office.records.new("visit", name="走访", happened_on=date(2026, 10, 1)),
    ),
    Deed("save edited", (f"{RECORDS}.save",), _edited, _visit),
    Deed(
        "confirm", (f"{RECORDS}.confirm",),
        lambda desk, uuid: desk.office.records.confirm("visit", [uuid]),
        lambda desk: _visit(desk).uuid,
    ),
    Deed(
        "delete", (f"{RECORDS}._bin",), lambda desk, uuid: desk.office.records.delete("visit", [uuid]),
        lambda desk: _visit(desk).uuid,
    ),
    Deed("undelete", (f"{RECORDS}._bin",), lambda desk, uuid: desk.office.bin.undelete([uuid]), _binned),
    Deed(
        "new member", ("new_members.register",),
        lambda desk, own: register(desk.office.store, desk.office.records, "李新", own, ("p" * 32, "m" * 32)),
        lambda desk: desk.office.records.new("membership").values | {"sector": "religion"},
    ),
    Deed("bulk change", ("bulk.Bulk.change",), _set_township, _visit),
    Deed("bulk undo", ("bulk.Bulk.undo",), lambda desk, group: desk.office.bulk.undo(group), _bulked),
    Deed(
        "restore a version", ("restoring.Restoring.restore",),
        lambda desk, uuid: desk.office.history.restore("visit", uuid, 1), _saved_twice,
    ),
    Deed(
        "remove numbers", ("id_numbers.IdNumbers.remove",),
        lambda desk, _: desk.office.id_numbers.remove(), _identified,
    ),
    Deed(
        "settings", ("office.Office.changing_settings",),
        lambda desk, _: desk.office.change_settings({"unit_name": "另一县政协", "clerk": "李新"}),
    ),
    Deed("option", ("office.Office.change_options",), lambda desk, _: _option(desk)),
    Deed("figure", (f"{FIGURES}.add_all",), lambda desk, _: _own_figure(desk)),
    Deed(
        "change a figure", (f"{FIGURES}.change",),
        lambda desk, key: desk.office.own_figures.change(key, {"label": "场次", "source": "visit"}),
        _own_figure,
    ),
    Deed(
        "retire a figure", (f"{FIGURES}.retire",),
        lambda desk, key: desk.office.own_figures.retire(key), _own_figure,
    ),
    Deed(
        "a figure back", (f"{FIGURES}.retire",),
        lambda desk, key: desk.office.own_figures.retire(key, retired=False), _retired,
    ),
    Deed(
        "order figures", (f"{FIGURES}.order",),
        lambda desk, key: desk.office.own_figures.order([key]), _own_figure,
    ),
    Deed("keep a report", (f"{REPORTS}.save",), lambda desk, _: _saved_report(desk)),
    Deed(
        "rename a report", (f"{REPORTS}.rename",),
        lambda desk, name: desk.office.saved_reports.rename(name, "别的名字"), _saved_report,
    ),
    Deed(
        "delete a report", (f"{REPORTS}.delete",),
        lambda desk, name: desk.office.saved_reports.delete(name), _saved_report,
    ),
    Deed(
        "a report back", (f"{REPORTS}.restore",),
        lambda desk, gone: desk.office.saved_reports.restore(gone),
        lambda desk: desk.office.saved_reports.delete(_saved_report(desk)),
    ),
    Deed(
        "move a report", (f"{REPORTS}.move",),
        lambda desk, name: desk.office.saved_reports.move(name, 1), _saved_report,
    ),
    Deed(
        "own paragraph", ("paragraphs.Paragraphs.save_all",),
        lambda desk, _: desk.office.paragraphs.save(desk.october, "problems", "路灯还没有修好。"),
    ),
    Deed(
        "review", (f"{MONTH}.review",), lambda desk, _: desk.office.month_end.review(desk.october), _visit
    ),
    Deed(
        "withdraw a review", (f"{MONTH}.withdraw_review",),
        lambda desk, _: desk.office.month_end.withdraw_review(desk.october), _reviewed,
    ),
    Deed(
        "papers", ("issued.remember",),
        lambda desk, _: desk.office.reports.export(desk.october, desk.folder / "材料"), _visit,
    ),
    Deed(
        "note papers", ("issued.remember",),
        lambda desk, _: remember(desk.office.store, desk.october, Issued((), "2026-10-28T14:03", 1)),
    ),
    Deed(
        "submit", ("submissions.Submissions.submit",),
        lambda desk, _: desk.office.month_end.submit(desk.october, scan=desk.picture()), _papered,
    ),
    Deed(
        "take back", ("month_end.MonthEnd.reopen",),
        lambda desk, _: desk.office.month_end.reopen(desk.october, "青山镇多报了一场"), _reported,
    ),
    Deed(
        "take back numbers alone", ("submissions.Submissions.reopen",),
        lambda desk, _: desk.office.submissions.reopen(desk.october, "青山镇多报了一场"), _reported,
    ),
    Deed(
        "scan", ("submissions.Submissions.add_scan",),
        lambda desk, number: desk.office.submissions.add_scan(number, desk.picture()), _reported,
    ),
    Deed(
        "opening figures", (f"{RECORDS}.add",),
        lambda desk, preview: desk.office.opening.take(preview), _sheet,
    ),
    Deed(
        "opening figures taken back", (f"{RECORDS}._bin",),
        lambda desk, uuids: desk.office.opening.withdraw(uuids), _opened,
    ),
    Deed(
        "opening figures again", (f"{RECORDS}._bin",),
        lambda desk, uuids: desk.office.opening.restore(uuids), _withdrawn,
    ),
    Deed(
        "term", ("terms._Handover.carry_out",),
        lambda desk, staying: terms.begin(desk.office, "十二届", date(2026, 11, 20), staying), _staying,
    ),
    Deed("disclosure", ("disclosure.Disclosure.note",), lambda desk, _: desk.office.disclosure.note("看", 1)),
    Deed(
        "leave the sample county", ("kept_settings.KeptSettings.start_over",),
        lambda desk, _: demo.leave(desk.office),
        lambda desk: desk.office.change_settings({"demo": True}),
    ),
)  # fmt: skip
