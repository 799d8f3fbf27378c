"""SendView: 报送, the figures that go up against the month before, the files, the scan, the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout

from app.errors import AppError
from app.models.periods import Period
from app.ui.operations import Progress as Running
from app.ui.pages import home_links
from app.ui.pages.home_steps import DONE, SEND, Next
from app.ui.pages.home_table import HomeTable
from app.ui.pages.month_figures import figure_columns, figure_lines
from app.ui.pages.month_prepare import PreparePanel
from app.ui.pages.month_scan import ScanBox
from app.ui.pages.month_sent import SentPanel
from app.ui.pages.month_view import MonthView
from app.ui.theme import Tone
from app.ui.widgets.sheet import MARGIN, SheetHeading, label

if TYPE_CHECKING:
    from app.services.going_up import GoingUp
    from app.services.month_end import MonthCheck, MonthEnd
    from app.services.office import Office
    from app.services.submitted import Submitted

_NOTE = "本期 = 期内发生的 + 补报更正的；双击数字看是哪些"


@dataclass(frozen=True)
class Going:
    """What was read: the figures, and before they went up what is to be known, after it the receipt."""

    period: Period
    figures: GoingUp
    check: MonthCheck | None = None
    sent: Submitted | None = None
    refusal: str = ""


class SendView(MonthView):
    """Everything goes up at once or nothing does."""

    key = SEND
    about = "报上去的数锁住，材料留底"
    kept_as, kept_title = "sending", "报送说明"

    return_requested = Signal()
    """退回…"""

    def build(self) -> None:
        self._found: Going | None = None
        self._search: Running | None = None
        self._running: Running | None = None
        self.heading = SheetHeading("要报的数", note=_NOTE)
        self.table = HomeTable((), by_cell=True)
        self.table.setAccessibleName("要报的数")
        self.foot = label("", "note", wrap=True)
        self.foot.setContentsMargins(MARGIN, 6, MARGIN, 8)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN - 1, 4, MARGIN - 5, 4)
        line.addWidget(self.heading)
        self.left.body.addLayout(line)
        self.left.body.addWidget(self.table, 1)
        self.left.body.addWidget(self.foot)
        self.prepare, self.sent = PreparePanel(), SentPanel()
        self.sent.hide()
        self.panel.addWidget(self.prepare)
        self.panel.addWidget(self.sent)
        self.panel.addStretch(1)
        self.setAcceptDrops(True)
        self.table.opened.connect(self._open)
        self.table.escaped.connect(self.back_requested)
        self.prepare.changed.connect(self.buttons_changed)
        self.prepare.changed.connect(self.keeping.note)
        self.prepare.scan.refused.connect(self._refused)
        self.prepare.scan.changed.connect(self.strip.clear)
        self.sent.kept_requested.connect(self._see_kept)
        self.sent.return_requested.connect(self.return_requested)
        self.sent.scan.refused.connect(self._refused)
        self.sent.scan.changed.connect(self._add_scan)

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    @property
    def busy_words(self) -> str:
        return "正在报送…" if self.is_busy else ""

    @property
    def is_zero(self) -> bool:
        """Nothing is recorded and nothing put right: a 零报告."""
        lines = self._found.figures.lines if self._found is not None else ()
        return not self.progress.view.tally.records and not any(each.current or each.late for each in lines)

    @property
    def scan(self) -> ScanBox:
        """The box in sight."""
        return self.sent.scan if self.progress.here == DONE else self.prepare.scan

    def restart(self) -> None:
        self._found = None
        self.prepare.restart()
        self.sent.scan.clear()
        self.table.set_lines(())
        self.table.go_to(0)

    def unsaved(self) -> Mapping[str, Any]:
        return {} if self.progress.here == DONE else self.prepare.unsaved()

    def put_back(self, values: Mapping[str, Any]) -> None:
        self.prepare.put_back(values)

    def load(self) -> None:
        if self._search is not None:
            self._search.cancel()
        office, period, month_end = self.place.office, self.period, self.month_end()
        sent = self.progress.standing.sent
        number = sent.number if sent is not None and sent.stands else None

        def work(running: Running) -> Going:
            return read(office, period, number, None if number else month_end, running)

        self._show()
        self._search = self.place.operations.start(work, self._take)

    def primary(self) -> Next | None:
        if self.progress.here == DONE or self.progress.view.tally.drafts:
            return None
        text = "报零报告" if self.is_zero else "报送市政协"
        return Next(SEND, text, "send", reason=self.prepare.reason)

    def beside(self) -> Next | None:
        if self.is_busy:
            return Next("stop", "取消", "close")
        return Next("scan", "加盖章件…", "clip")

    def act(self) -> None:
        """Freeze the figures and keep the files."""
        if self._running is not None or self.prepare.reason:
            return
        month_end, period = self.month_end(), self.period
        scan, note = self.prepare.scan.path, self.prepare.note
        self.strip.clear()

        def work(running: Running) -> Submitted:
            return month_end.submit(period, scan=scan, note=note, step=running.step)

        self._running = self.place.operations.start(
            work, self._went, self._refused, ended=self._ended, stepped=self._stepped, writes=True
        )
        self.said.emit("正在报送…")
        self.table.setFocus()  # the button that was pressed goes
        self.buttons_changed.emit()

    def act_beside(self) -> None:
        if self._running is not None:
            self.stop()
        else:
            self.scan.choose()

    def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def first_focus(self) -> None:
        self.table.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.scan.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.scan.dropEvent(event)

    def _take(self, found: Going) -> None:
        self._search = None
        if found.period == self.period:
            self._found = found
            self._show()
            self.buttons_changed.emit()

    def _show(self) -> None:
        """Show what is known; a panel that goes gives the keyboard to the table."""
        focused = self.focusWidget()
        self._show_found()
        if self.isVisible() and focused is not None and not focused.isVisibleTo(self):
            self.table.setFocus()

    def _show_found(self) -> None:
        closed = self.progress.here == DONE
        self.heading.set_texts(title="报出的数" if closed else "要报的数")
        self.prepare.setVisible(not closed)
        if closed:  # what was said of it went up with it: after a 退回 it is asked anew
            self.prepare.restart()
        self.keeping.note()
        found = self._found
        self.sent.setVisible(closed and found is not None and found.sent is not None)
        if found is None or (found.sent is not None) is not closed:
            self.foot.setText("正在取数…")
            return
        self.table.set_columns(figure_columns(self.progress.view.total_name, found.figures))
        self.table.set_lines(figure_lines(found.figures, opens=not closed))
        kept = f"报送时把全部 {found.figures.kept} 项数连同每条记录记下来，这里列主要的。"
        self.foot.setText("这些是报出那天的数，以后不变。" if closed else kept)
        if found.sent is not None:
            self.sent.show_sent(found.sent)
        elif found.check is not None:
            city = self.place.office.settings.city_name or "市政协"
            self.prepare.show_check(self.progress, found.check, found.refusal, zero=self.is_zero, city=city)

    def _open(self, line: int, column: str, _bar: int) -> None:
        """The records of a number of now; of one that went up, what is kept of it."""
        found = self._found
        if found is None:
            return
        if found.sent is not None:
            self._see_kept()
            return
        view = self.progress.view
        periods = {"previous": view.previous, "to_date": view.to_date, "last_year": view.last_year}
        figure = found.figures.lines[line].key
        self.open_requested.emit(home_links.figure(figure, periods.get(column, view.period)))

    def _see_kept(self) -> None:
        if self._found is not None and self._found.sent is not None:
            self.open_requested.emit(home_links.submission(self._found.sent.number))

    def _add_scan(self) -> None:
        """A scan that comes later is kept at once."""
        path, sent = self.sent.scan.path, self._found.sent if self._found else None
        if path is not None and sent is not None:
            submissions = self.place.office.submissions
            run = self.place.operations.run
            run(lambda: submissions.add_scan(sent.number, path), self._scan_kept, self._refused)

    def _scan_kept(self, _: object) -> None:
        self.strip.clear()
        self.sent.scan.clear()
        self.said.emit("盖章件加好了，和报出的材料一起留底")

    def _stepped(self, done: int, total: int, text: str) -> None:
        self.said.emit(f"正在{text} {min(done + 1, total)} / {total}" if total else f"正在{text}…")

    def _went(self, sent: Submitted) -> None:
        self.said.emit(f"{sent.period.label}已报送，报 {sent.number}")

    def _refused(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)

    def _ended(self) -> None:
        if self._running is not None and self._running.cancelled:
            self.said.emit("停下了，没有报送，什么也没改")
        self._running = None
        self.buttons_changed.emit()


def read(
    office: Office, period: Period, number: int | None, month_end: MonthEnd | None, running: Running
) -> Going:
    """A month as it went up with `number`, or with `month_end` as it would go up now."""
    from app.services.going_up import going_up

    figures = going_up(office.figures, office.submissions, period, number)
    if number is not None:
        return Going(period, figures, sent=office.submissions.get(number))
    assert month_end is not None
    refusal = ""
    try:
        office.submissions.may(period)
    except AppError as error:
        refusal = error.message
    return Going(period, figures, month_end.check(period, running.step), refusal=refusal)
