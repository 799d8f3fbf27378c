"""SentNumbers: the numbers of a 报送 as they were sent, all figures or one of them by group."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.coverage import Coverage
from app.services.figure_values import Value, Values
from app.services.office import Office
from app.services.submitted import Submitted
from app.ui.pages.home_columns import Line
from app.ui.pages.home_links import figure as figure_link
from app.ui.pages.home_table import HomeTable
from app.ui.pages.page import PageLink
from app.ui.pages.submissions_words import number_columns, number_keys, number_line, parts_of, totals_of
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet

ALL = "all"
_GROUPS = {"township": "乡镇", "sector": "界别", "focus": "五项重点", "studio": "工作室"}
_SEGMENTS = (Option(ALL, "全部"), *(Option(key, f"按{word}") for key, word in _GROUPS.items()))
_FIRST = "meetings"
UNFILLED = "未填"


class SentNumbers(Sheet):
    """Every number leads to the records as they were counted then."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    escaped = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=1)
        self._office = office
        self._found: Submitted | None = None
        self._values, self._labels = Values(), dict[str, tuple[str, str]]()
        self._coverage: Coverage | None = None
        self._keys: tuple[str, ...] = ()
        self._places: list[tuple[str, str]] = []
        self._build()

    @property
    def by(self) -> str:
        """The grouping in sight, ALL for none."""
        return self.segments.current

    def show_submission(
        self, found: Submitted, labels: Mapping[str, tuple[str, str]], coverage: Coverage
    ) -> None:
        """Show another one, in the grouping in sight."""
        self._found, self._labels, self._coverage = found, dict(labels), coverage
        self._keys = number_keys(labels)
        self._load()

    def set_by(self, by: str) -> None:
        """Turn to a grouping."""
        self.segments.set_current(by)
        self._load()

    def first_focus(self) -> None:
        """Give the keyboard to the numbers."""
        self.table.setFocus()

    # putting together

    def _build(self) -> None:
        self.segments = Segments(_SEGMENTS)
        self.figures = ComboBox()
        self.figures.setAccessibleName("指标")
        self.figures.setMinimumContentsLength(16)
        bar = FoldingBar(spacing=8)
        bar.add(self.segments)
        bar.add(self.figures)
        bar.add_stretch()
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 8)
        above.addWidget(bar)
        self.table = HomeTable((), by_cell=True)
        self.table.setAccessibleName("报送的数")
        self.body.setSpacing(0)
        self.body.addLayout(above)
        self.body.addWidget(self.table, 1)
        self.segments.chosen.connect(self._turn)
        self.figures.activated.connect(self._fill)
        self.table.opened.connect(self._open_number)
        self.table.escaped.connect(self.escaped)

    # showing

    def _turn(self, _key: str) -> None:
        self._load()

    def _load(self) -> None:
        if self._found is None:
            return
        by = None if self.by == ALL else self.by
        self._values = self._office.submissions.figures(self._found.number, by)
        self._offer(by)
        self._fill()

    def _offer(self, by: str | None) -> None:
        """The figures that were split by this grouping; the one looked at stays."""
        self.figures.setVisible(by is not None)
        if by is None:
            return
        before = self._figure()
        split = {ask.figure for ask, _ in self._values.parts}
        keys = [key for key in self._keys if key in split]
        self.figures.clear()
        for key in keys:
            label, unit = self._labels[key]
            self.figures.addItem(f"{label}（{unit}）", key)
        wanted = before if before in keys else _FIRST
        self.figures.setCurrentIndex(keys.index(wanted) if wanted in keys else 0)

    def _fill(self, _row: int = 0) -> None:
        self._places = []
        if self.by == ALL:
            self.table.set_columns(number_columns("指标", units=True))
            self.table.set_lines([self._total(key, self._labels[key][0]) for key in self._keys])
            return
        self.table.set_columns(number_columns(_GROUPS[self.by], units=False))
        key = self._figure()
        self.table.set_lines([self._total(key, "合计"), *self._parts(key)] if key else [])

    def _parts(self, key: str) -> list[Line]:
        totals, found = self._totals(key), []
        for group in self._values.groups:
            numbers = parts_of(self._values, key, group.key, totals)
            if group.label == UNFILLED and not any(numbers.values()):
                continue
            self._places.append((key, group.key))
            found.append(number_line(group.label, self._labels[key][1], numbers))
        return found

    def _total(self, key: str, name: str) -> Line:
        self._places.append((key, ""))
        return number_line(name, self._labels[key][1], self._totals(key))

    def _totals(self, key: str) -> dict[str, Value | None]:
        assert self._found is not None
        assert self._coverage is not None
        before = self._office.calendar.year_before(self._found.period)
        return totals_of(self._values, key, self._coverage, before)

    def _figure(self) -> str:
        return str(self.figures.currentData(Qt.ItemDataRole.UserRole) or "")

    def _open_number(self, line: int, span: str, _bar: int) -> None:
        assert self._found is not None
        key, group = self._places[line]
        by = "" if self.by == ALL or not group else self.by
        number = self._found.number
        if span == "last_year":
            before = self._values.sent.get("last_year")
            if before is None:
                year_before = self._office.calendar.year_before(self._found.period)
                self.open_requested.emit(figure_link(key, year_before, by, group))
                return
            number, span = before, "current"
        args = {"number": number, "figure": key, "span": span}
        self.open_requested.emit(PageLink("sent_records", args | ({"by": by, "group": group} if by else {})))
