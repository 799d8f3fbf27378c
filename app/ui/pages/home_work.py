"""WorkView: 本月工作, where the month is, what is left, where to start typing, what the numbers are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.services.entered import Entered
from app.services.matters import Matter
from app.services.months import STARTED, MonthOverview
from app.services.standing import Standing
from app.ui.pages import home_links, home_numbers
from app.ui.pages.home_area import HomeArea
from app.ui.pages.home_empty import BUTTONS, NEWEST, ZERO, say_empty
from app.ui.pages.home_matters import MatterList
from app.ui.pages.home_sections import sections_of
from app.ui.pages.home_steps import CHECK, SEND, Progress
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import form_link
from app.ui.theme import Layout
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.new_record_button import NewRecordButton
from app.ui.widgets.sheet import MARGIN, Sheet, SheetHeading
from app.ui.widgets.themed import Themed
from app.ui.widgets.viewport import clear_viewport

SPACING, BETWEEN = 12, 10
MOST_RECENT = 8
_NOTE = "只算已登记的记录；双击数字看是哪些，点增减看差在哪"
_NOTE_LATE = "含补报更正；双击数字看是哪些，点增减看差在哪"
LEAST_RECENT = 3
PANEL_SHARE, PANEL_LEAST_EMS, PANEL_MOST_EMS = 0.326, 20, 29


class WorkView(Themed, QScrollArea):
    """Shows an overview; scrolls as one when the window is low."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    step_requested = Signal(str, str)
    """The key of a step whose list is to be opened, and the section to begin at."""
    rules_requested = Signal()
    """How the figures are counted."""
    recent_wanted = Signal(int)
    """There is room for so many of the records entered last; 0 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: MonthOverview | None = None
        self._entered: tuple[Entered, ...] = ()
        self._standing = Standing()
        self._layout_kind, self._room = Layout.NORMAL, 0
        clear_viewport(self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = {
            kind: NewRecordButton(text, icon=icon, hint=hint) for kind, text, icon, hint in BUTTONS
        }
        self.numbers = HomeTable((), by_cell=True, whole=True)
        self.recent = HomeTable(home_numbers.RECENT_COLUMNS, whole=True)
        self.late = HintButton("看补报清单", kind="link")
        self.matters = MatterList()
        self.empty = EmptyState("inbox")
        self._build()
        self._connect()

    @property
    def recent_room(self) -> int:
        """How many of the records entered last there is room for."""
        return self._room

    def show_month(self, progress: Progress, doubts: Sequence[Matter] | None) -> None:
        """Show a month; `doubts` are None while they are being looked for."""
        view = self._view = progress.view
        self._standing = progress.standing
        for kind in STARTED:
            note = view.last[kind]
            self.buttons[kind].set_note(f"上一条 {note}" if note else "还没有记过")
        if view.is_empty:
            # A page in the background remembers a focus of its own, and must not take the keyboard with it.
            focused = self.isVisible() and self.empty.isAncestorOf(self.focusWidget() or self)
            say_empty(self.empty, progress)
            if focused:
                self.empty.begin()
        else:
            self.numbers.set_columns(home_numbers.number_columns(view))
            self.numbers.set_lines(home_numbers.number_lines(view))
        late = any(row.late for row in view.rows)
        self._heading.set_texts(note=_NOTE_LATE if late else _NOTE)
        self.late.setVisible(late)
        self._left.setCurrentWidget(self._empty_sheet if view.is_empty else self._full)
        self._fit_buttons()
        self.show_matters(view, doubts)
        self._fit_recent()

    def show_matters(self, view: MonthOverview, doubts: Sequence[Matter] | None) -> None:
        """Show what blocks the month and what deserves a look."""
        self.matters.set_sections(sections_of(view, doubts))
        self._panel.setVisible(not view.is_empty or bool(view.missing or doubts))

    def first_focus(self) -> None:
        """Give the keyboard to where work begins when nothing is to be put right."""
        if self._view is not None and self._view.is_empty:
            self.empty.begin()
        else:
            self.numbers.setFocus()

    def show_recent(self, entered: Sequence[Entered]) -> None:
        """Show the records entered last, as many as were wanted."""
        self._entered = tuple(entered)
        if self._view is not None:
            self.recent.set_lines(home_numbers.recent_lines(entered, self._view.today))
        self._recent_sheet.setVisible(bool(entered))

    def fit(self, layout: Layout) -> None:
        self._layout_kind = layout
        self.restyle()

    def restyle(self) -> None:
        narrow = self._layout_kind is Layout.NARROW
        self.matters.set_whole(narrow)
        self._fit_sides()
        self._fit_buttons()
        room = self._heading_room()
        self._recent_heading.setMinimumHeight(self.theme.control)
        for line in (self._numbers_line, self._recent_line):
            line.setContentsMargins(MARGIN - 1, room, MARGIN - 5, room)
        self._fit_recent()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sides()
        self._fit_recent()

    def _fit_sides(self) -> None:
        """The right edge stays in line with the head, whether there is a scroll bar or not."""
        narrow = self._layout_kind is Layout.NARROW
        side = self.theme.narrow_margin if narrow else self.theme.page_margin
        bar = self.verticalScrollBar()
        scrolls = bar.maximum() > 0
        self._column.setContentsMargins(side, 0, max(0, side - bar.width()) if scrolls else side, SPACING)
        room = round((self.width() - 2 * side) * PANEL_SHARE)
        least, most = self.theme.px(PANEL_LEAST_EMS), self.theme.px(PANEL_MOST_EMS)
        self._panel.setFixedWidth(max(least, min(room, most)))

    def _fit_buttons(self) -> None:
        """A month that went up starts nothing any more, and gives the room to its strip."""
        for button in self.buttons.values():
            button.set_compact(self._layout_kind is Layout.NARROW)
        empty = self._view is not None and self._view.is_empty
        self._buttons_row.setVisible(not empty and self._standing.sent is None)

    # putting together

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(SPACING)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._left_side(), 1)
        self._panel = Sheet(margin=0)
        self._panel.body.addWidget(self.matters)
        middle.addWidget(self._panel)
        self._column.addLayout(middle, 1)
        self.setWidget(inner)

    def _left_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        self._buttons_row = QWidget()
        row = QHBoxLayout(self._buttons_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button in self.buttons.values():
            row.addWidget(button)
        column.addWidget(self._buttons_row)
        self._left = QStackedWidget()
        self._full = self._tables()
        empty = Sheet()
        empty.body.addWidget(self.empty)
        # unseen it would keep the page as wide as its buttons were in a larger type
        empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._empty_sheet = empty
        self._left.addWidget(self._full)
        self._left.addWidget(empty)
        column.addWidget(self._left, 1)
        return side

    def _tables(self) -> QWidget:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        self._heading = SheetHeading("本月数字", note=_NOTE, link="口径说明")
        numbers, self._numbers_line = _sheet(self._heading, self.numbers)
        self._numbers_line.addWidget(self.late)
        numbers.body.addStretch(1)
        self._recent_heading = SheetHeading("最近录入")
        self._recent_sheet, self._recent_line = _sheet(self._recent_heading, self.recent)
        column.addWidget(numbers, 1)
        column.addWidget(self._recent_sheet)
        self._recent_sheet.hide()
        return full

    def _connect(self) -> None:
        self.verticalScrollBar().rangeChanged.connect(self._fit_sides)
        for area in (self.numbers, self.matters):
            area.revealed.connect(self._reveal)
        self.numbers.opened.connect(self._open_number)
        self.recent.opened.connect(self._open_recent)
        self.matters.opened.connect(self._open_matter)
        self.empty.acted.connect(self._act_empty)
        self._heading.link_pressed.connect(self.rules_requested)
        self.late.clicked.connect(self._show_late)
        for button in self.buttons.values():
            button.clicked.connect(self._start)

    def _fit_recent(self) -> None:
        """最近录入 comes when the window is wide and there is height for it."""
        if self._view is None:
            return
        room = 0
        if self._layout_kind is Layout.WIDE and not self._view.is_empty:
            spare = self.viewport().height() - self._needed_height()
            room = min(MOST_RECENT, spare // self.theme.row)
        room = room if room >= LEAST_RECENT else 0
        if room != self._room:
            self._room = room
            self.recent_wanted.emit(room)

    def _needed_height(self) -> int:
        """Height of everything but the lines of 最近录入."""
        heading = self._heading.sizeHint().height() + 2 * self._heading_room() + 2
        above = self._buttons_row.sizeHint().height() + SPACING
        numbers = heading + self.numbers.sizeHint().height() + BETWEEN
        return above + numbers + heading + self.theme.control + SPACING

    def _heading_room(self) -> int:
        """Pixels above and below a heading; a wide window gives them to 最近录入."""
        return 2 if self._layout_kind is Layout.WIDE else 4

    # slots

    def _reveal(self, top: int, height: int) -> None:
        """Scroll the page to the line of a part that has the keyboard."""
        part = self.sender()
        if isinstance(part, HomeArea):
            place = part.viewport().mapTo(self.widget(), QPoint(0, top + height // 2))
            self.ensureVisible(place.x(), place.y(), 0, height)

    def _start(self) -> None:
        for kind, button in self.buttons.items():
            if button is self.sender():
                self.open_requested.emit(form_link(kind))

    def _open_number(self, line: int, column: str, bar: int) -> None:
        if self._view is not None:
            self.open_requested.emit(home_numbers.link_of(self._view, line, column, bar))

    def _open_recent(self, line: int, _column: str, _bar: int) -> None:
        entered = self._entered[line]
        self.open_requested.emit(form_link(entered.kind, entered.uuid))

    def _open_matter(self, matter: Matter) -> None:
        if self._view is None:
            return
        missing = [key for each in self._view.missing for key in each.records]
        among = missing if matter in self._view.missing else ()
        self.open_requested.emit(home_links.matter(matter, self._view.period, among))

    def _show_late(self) -> None:
        self.step_requested.emit(CHECK, "late")

    def _act_empty(self, key: str) -> None:
        if key == NEWEST:
            assert self._view is not None
            assert self._view.newest is not None
            self.open_requested.emit(home_links.month(self._view.newest[0].key))
        elif key == ZERO:
            self.step_requested.emit(SEND, "")
        else:
            self.open_requested.emit(form_link(key))


def _sheet(heading: SheetHeading, table: HomeTable) -> tuple[Sheet, QHBoxLayout]:
    """A heading line over a table that reaches the edges, and the line's layout."""
    sheet, line = Sheet(margin=0), QHBoxLayout()
    sheet.body.setSpacing(0)
    line.addWidget(heading)
    sheet.body.addLayout(line)
    sheet.body.addWidget(table)
    return sheet, line
