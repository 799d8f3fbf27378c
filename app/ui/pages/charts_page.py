"""ChartsPage: a figure as a picture: by month beside last year, by township, by focus."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from app.models.periods import Period, Span
from app.services.charts import FOCUS, MONTH, TOWNSHIP, Chart, Charts, figures_by_page
from app.services.months import HOME_FIGURES
from app.ui.operations import Progress
from app.ui.pages.chart_words import NO_CHART, Words, bar_groups, empty_words, words_of
from app.ui.pages.figure_choice import FigureChoice
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.home_links import figure as figure_link
from app.ui.pages.page import Command
from app.ui.pages.report_period import ReportPeriod
from app.ui.pages.report_tabs import CHARTS, REPORT_TABS, tab_link
from app.ui.widgets.bar_chart import BarChart
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.column_chart import ColumnChart
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.row_chart import RowChart
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet, SheetHeading, label
from app.ui.widgets.tabs import Tabs
from app.ui.workplace import Workplace

_VIEWS = (Option(MONTH, "各月"), Option(TOWNSHIP, "各乡镇"), Option(FOCUS, "五项重点"))
_ORDERS = (Option("office", "按原顺序"), Option("size", "按多少"))
_PAGES = {"visit": "visit_label", "meeting": "meeting_label", "studio": "studio_label"}
_FIRST = "meetings"


class ChartsPage(FramedPage):
    """One picture at a time; every bar leads to its records."""

    title = "图"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._chart: Chart | None = None
        self._asked = 0
        self._begun: Period | None = None
        self._build()

    @property
    def _period(self) -> Period | None:
        return self.when.period

    @property
    def shown(self) -> Chart | None:
        """The picture in sight."""
        return self._chart

    @property
    def bars(self) -> BarChart:
        """The picture's bars."""
        return self.columns if self.views.current == MONTH else self.rows

    def open(self, period: str = "", figure: str = "", view: str = "", **_rest: Any) -> None:
        """`period` as on the command line; what is not named stays as it was."""
        self.when.begin(period)
        if figure:
            self.figures.set_key(figure)
        if view:
            self.views.set_current(view)
        self.tabs.set_current("charts")
        self.refresh()

    def turned_to(self) -> Mapping[str, Any]:
        period = self._period.key if self._period else ""
        return {"period": period, "figure": self.figures.key, "view": self.views.current}

    def refresh(self) -> None:
        if self._period is None:
            return
        self._offer_figures()
        self._seek()

    def commands(self) -> Mapping[str, Command]:
        return {"month_before": partial(self.when.step, -1), "month_after": partial(self.when.step, 1)}

    def first_focus(self) -> None:
        (self.bars if self._stack.currentIndex() < 2 else self.figures).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_C:
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the picture on the clipboard, on white whatever the look."""
        if self._chart is not None and not self._chart.is_empty:
            said = self._words(self._chart)
            image = self.bars.picture(said.picture_title, said.picture_note)
            QGuiApplication.clipboard().setImage(image)
            self.say("图已复制，到 Word 或 WPS 里粘贴就行")

    # putting together

    def _build(self) -> None:
        self.column.addWidget(self._head())
        self.column.addWidget(self._choices())
        self.column.addWidget(self._sheet(), 1)

    def _head(self) -> QWidget:
        self.when = ReportPeriod(self._place.office, self)
        self.when.changed.connect(self._seek)
        self.tabs = Tabs(REPORT_TABS, CHARTS)
        self.tabs.chosen.connect(self._turn)
        self.copy_button = HintButton("复制图", icon="copy", hint="Ctrl+C")
        self.copy_button.clicked.connect(self.copy)
        bar = FoldingBar(spacing=8)
        bar.add(self.when.stepper)
        bar.add(self.tabs)
        bar.add_gap(8)
        bar.add(self.when.spans)
        bar.add_stretch()
        bar.add(self.copy_button)
        return bar

    def _choices(self) -> QWidget:
        self.figures = FigureChoice()
        self.figures.set_key(_FIRST)
        self.figures.chosen.connect(self._seek)
        self.views = Segments(_VIEWS)
        self.views.chosen.connect(self._seek)
        self.orders = Segments(_ORDERS)
        self.orders.chosen.connect(self._seek)
        bar = FoldingBar(spacing=8)
        bar.add(label("指标", "label"))
        bar.add(self.figures)
        bar.add(self.views)
        bar.add(self.orders)
        bar.add_stretch()
        return bar

    def _sheet(self) -> QWidget:
        self.heading = SheetHeading("", note="")
        self._rule = label("", "note", wrap=True)
        self.columns, self.rows = ColumnChart(), RowChart()
        self._stack = QStackedWidget()
        for bars in (self.columns, self.rows):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bars.setProperty("ground", "surface")
            area.setWidget(bars)
            bars.opened.connect(self._open_bar)
            bars.moved.connect(partial(_reveal, area))
            self._stack.addWidget(area)
        self.empty = EmptyState("report")
        self.empty.acted.connect(self._take_way)
        self._stack.addWidget(self.empty)
        sheet = Sheet()
        sheet.body.setSpacing(2)
        sheet.body.addWidget(self.heading)
        sheet.body.addWidget(self._rule)
        sheet.body.addSpacing(8)
        sheet.body.addWidget(self._stack, 1)
        return sheet

    # showing

    def _offer_figures(self) -> None:
        office, key = self._place.office, self.figures.key
        known = office.figures.catalogue
        usual = [known[name] for _, figures in HOME_FIGURES for name, _ in figures if name in known]
        sections = {"常用": usual}
        for page, figures in figures_by_page(tuple(known.values())).items():
            name = getattr(office.settings, _PAGES[page]) if page in _PAGES else "委员"
            sections[name] = [each for each in figures if each not in usual]
        self.figures.set_figures(sections)
        self.figures.set_key(key if key in known else _FIRST)

    def _seek(self, *_: object) -> None:
        """Ask for the picture; the last one asked for is shown."""
        if self._period is None:
            return
        self._asked += 1
        asked, office = self._asked, self._place.office
        key, period, view = self.figures.key, self._period, self.views.current
        by_size = self.orders.current == "size"
        self.orders.setVisible(view != MONTH)

        def work(_: Progress) -> tuple[int, Chart | None]:
            charts = Charts(office.store, office.clock, office.figures)
            can = key in office.figures.catalogue and charts.can_show(key, view)
            return asked, charts.chart(key, period, view, by_size=by_size) if can else None

        self._place.operations.start(work, self._take)

    def _take(self, found: tuple[int, Chart | None]) -> None:
        asked, chart = found
        if asked != self._asked:
            return
        had_keyboard = self.columns.hasFocus() or self.rows.hasFocus()
        self._chart = chart
        if chart is None or chart.is_empty:
            self._show_empty(chart)
        else:
            said = self._words(chart)
            self.heading.set_texts(title=said.heading, note=said.note)
            self._rule.setText(said.rule)
            self._place_keyboard(chart)
            self.bars.show_groups(chart.series, bar_groups(chart))
            self._stack.setCurrentIndex(0 if self.views.current == MONTH else 1)
            self.copy_button.set_reason("")
            self.say("回车看这一条里有哪些记录，Ctrl+C 复制图")
        if had_keyboard or self._unplaced():
            self.first_focus()

    def _place_keyboard(self, chart: Chart) -> None:
        """On the month the page is about, once for each period."""
        period = self._period
        if period is not None and period != self._begun:
            self._begun = period
            at = period.index - 1 if chart.view == MONTH and period.span is Span.MONTH else 0
            self.bars.at = (at, 0)

    def _show_empty(self, chart: Chart | None) -> None:
        assert self._period is not None
        known = self._place.office.figures.catalogue.get(self.figures.key)
        if known is None:  # given up in the meantime
            self.refresh()
            return
        title, text, ways = empty_words(known, self._period, self.views.current, can=chart is not None)
        self.heading.set_texts(title=known.label, note="")
        self._rule.setText(f"口径：{known.rule}。")
        self.empty.say(title, text)
        for key, words in ways:
            self.empty.add_button(key, words)
        self._stack.setCurrentWidget(self.empty)
        self.copy_button.set_reason(NO_CHART)
        self.say("")

    def _unplaced(self) -> bool:
        """Whether the keyboard is on a bar that is no longer in sight, or nowhere on the page."""
        focused = self.focusWidget()
        return self.isVisible() and (focused is None or not focused.isVisible())

    def _words(self, chart: Chart) -> Words:
        return words_of(chart, self._place.office.settings.unit_name)

    # what a clerk does

    def _open_bar(self, group: int, bar: int) -> None:
        if self._chart is not None:
            point = self._chart.lines[group].points[bar]
            if point.amount is not None:
                by = self._chart.by
                link = figure_link(self._chart.figure.key, point.period, by, point.group)
                self.open_requested.emit(link)

    def _turn(self, tab: str) -> None:
        self.tabs.set_current(CHARTS)  # this page is always the pictures
        if tab != CHARTS and self._period is not None:
            self.open_requested.emit(tab_link(tab, self._period))

    def _take_way(self, way: str) -> None:
        if way == MONTH:
            self.views.set_current(MONTH)
            self._seek()
        elif way == "year" and self._period is not None:
            self.when.go(self._place.office.calendar.year(self._period.year))


def _reveal(area: QScrollArea, rect: QRect) -> None:
    area.ensureVisible(rect.center().x(), rect.center().y(), rect.width() // 2, rect.height())
