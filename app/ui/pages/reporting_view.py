"""ReportingView: 本月报送, who has reported, who said there was nothing, who has to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.days import Day, iso, weekday
from app.models.periods import Period
from app.services.reporting import SORT_LABELS, STATE_LABELS, ReportingRow, Sort, State
from app.ui.pages import home_links
from app.ui.pages.home_columns import Cell, Column, Line
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import list_link
from app.ui.pages.page import PageLink
from app.ui.theme import Layout, Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.status_word import Status
from app.ui.widgets.themed import Themed

ALL, SILENT = "all", "silent"
KINDS = ("meeting", "visit", "studio_activity")
COLUMNS = (
    Column("sort", "", group=True),
    Column("label", "单位", least=10),
    Column("meeting", "协商场次", right=True),
    Column("visit", "走访次数", right=True),
    Column("studio_activity", "活动次数", right=True),
    Column("last", "最近一次", ink="text2", least=7, fold=1, indent=True),
    Column("state", "状态", least=6, indent=True),
)
STATUS = {
    State.REPORTED: Status(STATE_LABELS[State.REPORTED], Tone.PLAIN, "ok"),
    State.ZERO: Status(STATE_LABELS[State.ZERO], Tone.PLAIN, "dash"),
    State.SILENT: Status(STATE_LABELS[State.SILENT], Tone.WARN),
}
_SHORT = {Sort.TOWNSHIP: "乡镇", Sort.COMMITTEE: "专委会", Sort.STUDIO: "工作室"}
_NOT_OF_STUDIOS = ("meeting", "visit")


class ReportingView(Themed, QWidget):
    """Townships, committees and studios by row; ticks or the keyboard say which ones are meant."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    chosen_changed = Signal()
    """Other rows are meant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReportingRow, ...] = ()
        self._shown: tuple[ReportingRow, ...] = ()
        self._month: Period | None = None
        self._today = date.min
        self._layout_kind = Layout.NORMAL
        self.segments = Segments([Option(ALL, "全部")])
        self.table = HomeTable(COLUMNS, ticks=True)
        self.table.setAccessibleName("本月报送")
        self.empty = EmptyState("ok")
        self._build()
        self.segments.chosen.connect(self._filter)
        self.table.opened.connect(self._open)
        self.table.moved.connect(self._choice_moved)
        self.table.ticks_changed.connect(self._choice_changed)
        self.empty.acted.connect(self._act_empty)
        self._clear.clicked.connect(self.clear_ticks)

    @property
    def rows(self) -> tuple[ReportingRow, ...]:
        """All rows, shown or not."""
        return self._rows

    @property
    def chosen(self) -> tuple[ReportingRow, ...]:
        """The ticked rows, or else the one the keyboard is on."""
        return tuple(self._shown[place] for place in self.table.chosen())

    @property
    def asked(self) -> tuple[ReportingRow, ...]:
        """Whom a 催报 is for: the ticked rows, or else all."""
        return tuple(self._shown[place] for place in self.table.ticked) or self._rows

    def show_month(self, month: Period, rows: Sequence[ReportingRow], today: date) -> None:
        """Show who has reported; ticks and keyboard stay with their rows."""
        same = self._month == month
        ticked = {_key(row) for row in self.chosen} if same and self.table.ticked else set()
        here = [_key(row) for row in self._shown[self.table.current : self.table.current + 1]]
        self._rows, self._month, self._today = tuple(rows), month, today
        self._count()
        self._show_shown(ticked)
        places = [place for place, row in enumerate(self._shown) if _key(row) in here]
        if same and places:
            self.table.go_to(places[0])
        self._choice_changed()

    def narrow_to(self, segment: str) -> None:
        """Show one sort of bodies, or those that have not reported."""
        if segment in [option.key for option in self.segments.options]:
            self.segments.set_current(segment)
            self._show_shown(set())
            self._choice_changed()

    def clear_ticks(self) -> None:
        self.table.tick(())
        self.table.setFocus()

    def fit(self, layout: Layout) -> None:
        self._layout_kind = layout
        self.restyle()

    def restyle(self) -> None:
        side = self.theme.side(self._layout_kind)
        self._column.setContentsMargins(side, 0, side, 12)

    def _build(self) -> None:
        self._summary = label("", "label")
        bar = FoldingBar(spacing=12)
        bar.add(self.segments)
        bar.add_stretch()
        bar.add(self._summary, fold=1)
        self._foot = QFrame()
        self._foot.setProperty("panel", "foot")
        self._picked = label("", "strong")
        self._clear = HintButton("取消选中", hint="Esc", kind="link")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(12, 5, 12, 5)
        row.addWidget(self._picked)
        row.addStretch(1)
        row.addWidget(self._clear)
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self._foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        sheet = Sheet(margin=0)
        sheet.body.addWidget(self._stack)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addWidget(bar)
        self._column.addWidget(sheet, 1)

    def _count(self) -> None:
        """Say how many there are of each."""
        states = {state: sum(row.state is state for row in self._rows) for state in State}
        options = [Option(ALL, f"全部 {len(self._rows)}")]
        for sort, text in _SHORT.items():
            options.append(Option(sort.value, f"{text} {sum(row.sort is sort for row in self._rows)}"))
        options.append(Option(SILENT, f"未报 {states[State.SILENT]}"))
        self.segments.set_options(options)
        said = "，".join(f"{STATE_LABELS[state]} {count}" for state, count in states.items())
        self._summary.setText(f"{len(self._rows)} 个单位：{said}")

    def _show_shown(self, ticked: set[tuple[Sort, str]]) -> None:
        segment = self.segments.current
        self._shown = tuple(row for row in self._rows if _belongs(row, segment))
        lines, before = [], None
        for row in self._shown:
            lines.append(self._line(row, starts=row.sort is not before))
            before = row.sort
        places = [place for place, row in enumerate(self._shown) if _key(row) in ticked]
        self.table.set_lines(lines, ticked=places)
        self._stack.setCurrentIndex(0 if lines else 1)
        if not lines:
            self._say_empty(segment)

    def _line(self, row: ReportingRow, *, starts: bool) -> Line:
        cells = {
            "sort": Cell(SORT_LABELS[row.sort] if starts else ""),
            "label": Cell(row.label),
            "last": Cell(_said(row.last, self._today) if row.last else ""),
            "state": Cell(status=STATUS[row.state]),
        }
        for kind in KINDS:
            count = row.count(kind)
            absent = row.sort is Sort.STUDIO and kind in _NOT_OF_STUDIOS and not count
            cells[kind] = Cell("—" if absent else str(count), opens=count > 0)
        return Line(cells, starts=starts, name=f"{row.label} {STATE_LABELS[row.state]}")

    def _say_empty(self, segment: str) -> None:
        month = f"{self._month.index}月" if self._month else "这个月"
        if segment == SILENT:
            self.empty.say(f"{month}的都报了", "不用催。", icon="ok")
            self.empty.add_button(ALL, "看全部", kind="link")
        elif segment == Sort.STUDIO:
            self.empty.say("还没有登记工作室", "登记了工作室，这里就看得到每个工作室报没报。", icon="studio")
            self.empty.add_button("studio", "去登记工作室")
        else:
            self.empty.say("还没有登记乡镇", "在设置里登记乡镇，这里就看得到每个乡镇报没报。", icon="unit")
            self.empty.add_button("settings", "去登记乡镇")

    # slots

    def _filter(self, _segment: str) -> None:
        self._show_shown(set())
        self._choice_changed()

    def _open(self, line: int, column: str, _bar: int) -> None:
        """The records of the cell's kind, or of the first kind there are any of."""
        row = self._shown[line]
        kinds = [column] if column in KINDS and row.count(column) else [k for k in KINDS if row.count(k)]
        if kinds and self._month is not None:
            keys = [key for key in row.records if key[0] == kinds[0]]
            words = f"{row.label}{self._month.index}月"
            self.open_requested.emit(home_links.records(keys, words))

    def _act_empty(self, key: str) -> None:
        if key == ALL:
            self.narrow_to(ALL)
            self.table.setFocus()
        else:
            self.open_requested.emit(list_link("studio") if key == "studio" else PageLink("settings"))

    def _choice_moved(self, _line: int) -> None:
        self.chosen_changed.emit()

    def _choice_changed(self) -> None:
        ticked = self.table.ticked
        silent = sum(self._shown[place].state is State.SILENT for place in ticked)
        self._picked.setText(f"选中 {len(ticked)} 个单位，{f'{silent} 个没有报' if silent else '都报了'}")
        self._foot.setVisible(bool(ticked))
        self.chosen_changed.emit()


def _key(row: ReportingRow) -> tuple[Sort, str]:
    return row.sort, row.key


def _belongs(row: ReportingRow, segment: str) -> bool:
    if segment == SILENT:
        return row.state is State.SILENT
    return segment in (ALL, row.sort.value)


def _said(day: Day, today: date) -> str:
    """10-27 周二 in this year, else 2025-10-27."""
    if day.year != today.year:
        return iso(day)
    return f"{day.month:02d}-{day.day:02d} {weekday(day)}" if isinstance(day, date) else f"{day.month}月"
