"""EnterView: 填报, what is missing in the month's records, who of ours has not reported."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from app.models import model_of
from app.models.periods import Period
from app.services.list_query import Query
from app.services.matters import Matter
from app.services.monthly import MONTHLY
from app.services.office import Office
from app.services.reporting import SORT_LABELS, Reporting, ReportingRow, State
from app.ui.operations import Progress as Running
from app.ui.pages import home_links
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.home_matters import MatterList, Section
from app.ui.pages.home_steps import ENTER, Next, next_of
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import list_link
from app.ui.pages.month_view import MonthView
from app.ui.theme import Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import SheetHeading, label

COLUMNS = (Column("sort", "", group=True), Column("label", "单位", stretch=True, least=6),
           Column("last", "最近一次", ink="text2"))  # fmt: skip


@dataclass(frozen=True)
class Entered:
    """What was read of a month: records of each kind, how many of them are planned, and who is silent."""

    period: Period
    counts: tuple[tuple[str, int, int], ...]
    silent: tuple[ReportingRow, ...]
    bodies: int


class EnterView(MonthView):
    """Every line leads to where it is put right."""

    key = ENTER
    about = "没填完的记录不计数；没有报的单位，催一催"

    def build(self) -> None:
        self._found: Entered | None = None
        self._search: Running | None = None
        self.matters = MatterList()
        self.matters.setAccessibleName("要补的和已经登记的")
        self.left.body.addWidget(self.matters)
        self.heading = SheetHeading("还没有报的单位")
        self.silent = HomeTable(COLUMNS)
        self.silent.setAccessibleName("还没有报的单位")
        self.all_reported = label("", "label", wrap=True)
        self.see = HintButton("看本月报送", icon="next", kind="link")
        for part in (self.heading, self.all_reported):
            self.panel.addWidget(part)
        self.panel.addWidget(self.silent, 1)
        self.panel.addWidget(self.see)
        self.panel.addStretch(0)
        self.matters.opened.connect(self._open)
        self.silent.opened.connect(self._see)
        self.silent.escaped.connect(self.back_requested)
        self.see.clicked.connect(self._see)

    def restart(self) -> None:
        self._found = None
        self.matters.restart()

    def load(self) -> None:
        if self._search is not None:
            self._search.cancel()
        office, period = self.place.office, self.period
        self._show()
        self._search = self.place.operations.start(lambda _: read(office, period), self._take)

    def primary(self) -> Next | None:
        following = next_of(self.progress)
        return following if following is not None and following.key == ENTER else None

    def act(self) -> None:
        self.open_requested.emit(home_links.first_missing(self.progress.view))

    def beside(self) -> Next | None:
        if self.progress.standing.is_closed:
            return Next("submission", "看报送存底", "lock")
        silent = self._found.silent if self._found else ()
        return Next("remind", "复制催报", "copy", reason="" if silent else "都报了，不用催")

    def act_beside(self) -> None:
        sent = self.progress.standing.sent
        if self.progress.standing.is_closed and sent is not None:
            self.open_requested.emit(home_links.submission(sent.number))
        elif self._found is not None and self._found.silent:
            office, found = self.place.office, self._found
            service = Reporting(office.store, office.clock, office.settings, office.records)
            text = service.reminder(found.period, found.silent, self.progress.view.due)
            QGuiApplication.clipboard().setText(text)
            self.said.emit(f"催报文字已复制，{len(found.silent)} 个单位没有报；到微信里粘贴")

    def first_focus(self) -> None:
        self.matters.setFocus()

    def _take(self, found: Entered) -> None:
        self._search = None
        if found.period == self.period:
            self._found = found
            self._show()
            self.buttons_changed.emit()

    def _show(self) -> None:
        view, found = self.progress.view, self._found
        done = f"{self.month}的都补齐了" if view.tally.registered else f"{self.month}没有要补的"
        tone = Tone.ERROR if view.missing else Tone.OK
        count = f"{view.tally.drafts} 条" if view.tally.drafts else ""
        sections = [Section("missing", "必须补，补完才能计数", tone, count, view.missing, done)]
        counts = found.counts if found is not None else ()
        drafts = Counter(kind for each in view.missing for kind, _ in each.records)
        lines = tuple(_kind_line(kind, number, drafts[kind], planned) for kind, number, planned in counts)
        if found is not None:
            total, planned = view.tally.records, view.tally.planned
            title, count = f"{self.month}记了的", f"{total} 条" if total else ""
            if planned:
                count = f"{count}，计划 {planned} 条".lstrip("，")
            sections.append(Section("there", title, Tone.PLAIN, count, lines, "还没有记录", Tone.PLAIN))
        self.matters.set_sections(sections)
        self._show_silent()

    def _show_silent(self) -> None:
        found = self._found
        rows = found.silent if found is not None else ()
        self.heading.set_texts(count=f"{len(rows)} 个" if rows else "")
        lines, before = [], None
        for row in rows:
            starts = row.sort is not before
            cells = {
                "sort": Cell(SORT_LABELS[row.sort] if starts else ""),
                "label": Cell(row.label, opens=True),
                "last": Cell(f"{row.last.month}月" if row.last else "没报过"),
            }
            lines.append(Line(cells, starts=starts, name=row.label))
            before = row.sort
        self.silent.set_lines(lines)
        self.silent.setVisible(bool(lines))
        words = "正在看…"
        if found is not None:
            words = f"{found.bodies} 个单位都报了" if found.bodies else "还没有登记乡镇"
        self.all_reported.setText("" if lines else words)
        self.all_reported.setVisible(not lines)

    def _open(self, matter: Matter) -> None:
        view = self.progress.view
        if matter.leads:
            self.open_requested.emit(list_link(matter.leads, period=view.period))
        else:
            among = [key for each in view.missing for key in each.records]
            self.open_requested.emit(home_links.matter(matter, view.period, among))

    def _see(self, *_: object) -> None:
        self.open_requested.emit(home_links.month(self.period.key, "reporting", State.SILENT.value))


def _kind_line(kind: str, number: int, drafts: int, planned: int) -> Matter:
    """3 场 协商活动, which opens their list."""
    told = model_of(kind).kind
    parts = [f"{drafts} 条没填完" if drafts else "", f"{planned} 条是计划" if planned else ""]
    words = "，".join(part for part in parts if part) or "都填齐了"
    return Matter(f"{number} {told.measure}", told.label, words, leads=kind)


def read(office: Office, period: Period) -> Entered:
    """The records of each kind, drafts too, and the bodies of the month."""
    find, planned = office.listing.find, {"status": ("planned",)}
    counts = [
        (key, len(find(Query(key, period)).ids), len(find(Query(key, period, filters=planned)).ids))
        for key in (model.key for model in MONTHLY)
    ]
    rows = Reporting(office.store, office.clock, office.settings, office.records).rows(period)
    silent = tuple(row for row in rows if row.state is State.SILENT)
    return Entered(period, tuple(each for each in counts if each[1]), silent, len(rows))
