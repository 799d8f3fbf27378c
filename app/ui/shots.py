"""`python -m app.ui.shots [FOLDER]`: a picture of every page with the sample county, for looking at."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from app.clock import SAMPLE_MOMENT, FixedClock
from app.models.periods import Period
from app.paths import DataFolder
from app.services.demo import fill
from app.services.list_query import Query
from app.services.office import Office
from app.store.store import Store
from app.ui.pages import home_links
from app.ui.pages.home_steps import SEND, STEPS
from app.ui.pages.links import form_link, history_link, list_link, paper_link
from app.ui.pages.page import PageLink
from app.ui.program import Program, begin
from app.ui.theme import Look

# Name, width and height of what title bar and task bar leave, size of type, look.
SETTINGS = (
    ("1366", 1366, 697, 10, Look.LIGHT),
    ("1920", 1920, 1009, 12, Look.LIGHT),
    ("1366-14pt", 1366, 697, 14, Look.LIGHT),
    ("1366-dark", 1366, 697, 10, Look.DARK),
    ("1366-contrast", 1366, 697, 10, Look.CONTRAST),
)
PATIENCE_MS = 20_000
OWN_TABLE = "各乡镇主要数"
EMPTY = "2019-03"  # long before the sample county began


def main(arguments: list[str]) -> None:
    """Draws all pages in all settings into a folder (default: shots)."""
    out = Path(arguments[0] if arguments else "shots")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cppcc-ledger-shots-") as root:
        program = begin(DataFolder(Path(root) / "data"), _sample)
        office = program.place.office
        back = _came_back(office)
        office.submissions.submit(back)
        office.submissions.reopen(back, "青山镇多报了一场，请核实后重报")
        for period in _months_before(office):
            office.month_end.submit(period)
        office.reports.export(office.months.first(), Path(root) / "材料")
        office.saved_reports.save(office.own_tables.usual_figures().named(OWN_TABLE))
        _edit(office)
        for name, width, height, size, look in SETTINGS:
            program.place.appearance.set_look(look)
            program.place.appearance.set_base(size)
            for path in Shots(program, out, name, width, height).take():
                print(path)
        program.close()


def _sample(folder: DataFolder) -> Office:
    office = Office(Store(folder), FixedClock(SAMPLE_MOMENT))
    fill(office)
    return office


def _months_before(office: Office) -> tuple[Period, Period]:
    """The two months before the one the sample opens with, which went up."""
    last = office.calendar.previous(office.months.first())
    return office.calendar.previous(last), last


def _came_back(office: Office) -> Period:
    """The month before those, which the city returned."""
    return office.calendar.previous(_months_before(office)[0])


def _edit(office: Office) -> None:
    """A meeting that was changed a few times, and some records in the bin; no number moves."""
    ids = office.listing.find(Query("meeting", office.months.first())).ids
    uuid = office.listing.uuids("meeting", ids)[1]
    record = office.records.load("meeting", uuid)
    record.values["consensus"][0]["text"] += "，先装两组试用"
    del record.values["opinions"][0]
    office.records.save(record)
    changes = {"place": "党群服务中心二楼", "background": "会前走访了三户，又问了物业。", "host": None}
    for key, value in changes.items():
        record = office.records.load("meeting", uuid)
        record.values[key] = value
        office.records.save(record)
    for kind, title in (("visit", "name"), ("meeting", "topic")):
        raw = {"happened_on": "2026-10-20", title: "登重了的"}
        added = office.records.add(kind, [raw], draft=True)[0]
        office.records.delete(kind, [added.uuid], reason="登重了")


class Shots:
    """One window at one size; each page is gone to, waited for and grabbed."""

    def __init__(self, program: Program, out: Path, name: str, width: int, height: int) -> None:
        self._program = program
        self._out = out
        self._name = name
        program.window.showNormal()
        program.window.resize(width, height)

    def take(self) -> Iterator[Path]:
        """The pictures' paths, as they are made."""
        program = self._program
        program.show_cells()
        for name, link in self._links():
            program.window.go(link)
            self._settle(lambda: program.operations.is_idle)
            path = self._out / f"page-{name}-{self._name}.png"
            program.window.grab().save(str(path))
            yield path

    def _links(self) -> Iterator[tuple[str, PageLink]]:
        office = self._program.place.office
        month = office.months.first()
        uuids = self._uuids(office, "meeting")
        yield "home", PageLink("month", {"month": month.key, "tab": "work"})
        yield from self._steps(office)
        yield "reporting", PageLink("month", {"month": month.key, "tab": "reporting"})
        yield "figure", PageLink("figure", {"figure": "meetings", "period": month.key})
        for kind in ("meeting", "visit", "studio_activity", "membership", "township"):
            yield f"list-{kind}", list_link(kind)
        yield "form", form_link("meeting", uuids[1], uuids)
        yield "form-new", form_link("meeting")
        yield "form-visit", form_link("visit", self._uuids(office, "visit")[0])
        yield "form-studio", form_link("studio", self._uuids(office, "studio")[0])
        yield "history", history_link("meeting", uuids[1])
        yield "bin", PageLink("bin")
        yield "paper", paper_link("meeting", uuids[1:2])
        yield "reports", PageLink("reports", {"period": month.key})
        yield "own-records", PageLink("own_table", {"period": month.key})
        yield "own-figures", PageLink("own_table", {"period": month.key, "name": OWN_TABLE})
        for view in ("month", "township", "focus"):
            yield f"charts-{view}", PageLink("charts", {"period": month.key, "view": view})
        before = _months_before(office)[1].key
        for view in ("numbers", "late", "files"):
            yield f"submissions-{view}", PageLink("submissions", {"number": 2, "view": view})
        yield "sent-records", PageLink("sent_records", {"number": 2, "figure": "attendance_total"})
        yield "diff-same", PageLink("diff", {"a": "2", "b": before})
        yield "diff", PageLink("diff", {"a": before, "b": month.key, "figure": "meetings"})
        yield "settings", PageLink("settings")

    def _steps(self, office: Office) -> Iterator[tuple[str, PageLink]]:
        """The check lists of the month in work, and of months sent, returned and without records."""
        months = {
            "work": office.months.first(), "sent": _months_before(office)[1], "back": _came_back(office),
            "empty": office.calendar.parse(EMPTY),
        }  # fmt: skip
        for name, month in months.items():
            yield f"month-{name}", home_links.month(month.key)
            for step in STEPS if name != "empty" else (SEND,):
                yield f"month-{name}-{step}", home_links.month(month.key, step=step)
        yield "sending-quarter", home_links.sending(office.calendar.quarter(months["sent"].year, 3))

    def _uuids(self, office: Office, kind: str) -> list[str]:
        period = office.months.first() if kind in ("meeting", "visit") else None
        ids = office.listing.find(Query(kind, period)).ids
        return office.listing.uuids(kind, ids)

    def _settle(self, done: Callable[[], bool]) -> None:
        """Lets the window work until nothing is under way and everything is painted."""
        patience = QDeadlineTimer(PATIENCE_MS)
        for _ in range(3):
            QApplication.processEvents()
            while not done() and not patience.hasExpired():
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    main(sys.argv[1:])
