"""MonthView: the check list of one step of the month, below the step bar: a list left, a panel right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.models.periods import Period
from app.services.unsaved_texts import TextKey
from app.ui.pages.home_steps import TITLES, Next, Progress, spoken
from app.ui.text_keeping import TextKeeping
from app.ui.theme import Layout, Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import MARGIN, Sheet, label
from app.ui.widgets.strip import Strip
from app.ui.widgets.themed import Themed
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.services.month_end import MonthEnd

SPACING = 12
PANEL_SHARE, PANEL_LEAST_EMS, PANEL_MOST_EMS = 0.36, 21, 32


class MonthView(Themed, QWidget):
    """Subclasses fill `left` and `panel`, say what the two buttons of the page do, and read in `load`."""

    key = ""
    about = ""
    kept_as, kept_title = "", ""  # a remark that may be longer is kept while it is not saved
    hint = "↑↓ 走到一行，回车打开；Ctrl+Enter 做下一步，Esc 返回"

    open_requested = Signal(object)
    """A PageLink to go to."""
    back_requested = Signal()
    """Back to the numbers of the month."""
    said = Signal(str)
    """For the status line."""
    buttons_changed = Signal()
    """`primary` or `beside` would answer differently now."""
    wrote = Signal()
    """Files were written: where the month stands is to be read again."""

    def __init__(
        self, place: Workplace, month_end: Callable[[], MonthEnd], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.month_end = month_end
        self._progress: Progress | None = None
        self._layout_kind = Layout.NORMAL
        self.back = HintButton("返回", icon="back", hint="Esc", kind="link")
        self.back.clicked.connect(self.back_requested)
        self.note = label(self.about, "label")
        self.strip = Strip()
        self.left = Sheet(margin=0)
        self.left.body.setSpacing(0)
        self.panel = QVBoxLayout()
        self.keeping = TextKeeping(place.office, place.operations, self.unsaved, self)
        self.keeping.troubled.connect(self._warn)
        self._lay_out()
        self.build()

    @property
    def progress(self) -> Progress:
        """The month in sight."""
        assert self._progress is not None
        return self._progress

    @property
    def period(self) -> Period:
        return self.progress.view.period

    @property
    def month(self) -> str:
        """10月"""
        return spoken(self.period)

    @property
    def is_busy(self) -> bool:
        """Something is being written that `act_beside` can stop."""
        return False

    @property
    def busy_words(self) -> str:
        """What the filled button says meanwhile."""
        return ""

    def show_progress(self, progress: Progress) -> None:
        """Show a month, or the same one as it is now."""
        before = self._progress
        self._progress = progress
        if before is None or before.view.period != progress.view.period:
            self.strip.clear()
            self.keeping.rest()
            self.restart()
            self._come_back()
        self.load()

    # for subclasses

    def build(self) -> None:
        """Put together what `left` and `panel` hold."""

    def restart(self) -> None:
        """Another month: forget what belonged to the one before."""

    def unsaved(self) -> Mapping[str, Any]:
        """What was typed here and is not saved."""
        return {}

    def put_back(self, values: Mapping[str, Any]) -> None:
        """Show again what `unsaved` told."""

    def load(self) -> None:
        """Read and show the month."""

    def primary(self) -> Next | None:
        """What this step does itself; None where what is next is another step's."""
        return None

    def beside(self) -> Next | None:
        """The quiet button beside it."""
        return None

    def act(self) -> None:
        """What `primary` says."""

    def act_beside(self) -> None:
        """What `beside` says."""

    def stop(self) -> None:
        """End what is being written at its next step."""

    def first_focus(self) -> None:
        """Give the keyboard to where work begins."""

    # Qt overrides and private

    def fit(self, layout: Layout) -> None:
        """Arrange for a width of the window."""
        self._layout_kind = layout
        self.restyle()

    def restyle(self) -> None:
        narrow = self._layout_kind is Layout.NARROW
        side = self.theme.narrow_margin if narrow else self.theme.page_margin
        self._column.setContentsMargins(side, 0, side, SPACING)
        self._fit_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panel()

    def _come_back(self) -> None:
        """What was typed for this month and not saved stands there again, unless it is past that."""
        if not self.kept_as:
            return
        title = f"{self.period.label}{self.kept_title}"
        kept = self.keeping.begin(TextKey(self.kept_as, self.period.key), title)
        if kept is not None:
            self.put_back(kept.values)
            self.keeping.note()
            if self.unsaved():
                self.strip.show_message(Tone.WARN, kept.sentence)

    def _warn(self, text: str) -> None:
        self.strip.show_message(Tone.WARN, text)

    def _fit_panel(self) -> None:
        least, most = self.theme.px(PANEL_LEAST_EMS), self.theme.px(PANEL_MOST_EMS)
        self._side.setFixedWidth(max(least, min(round(self.width() * PANEL_SHARE), most)))

    def _lay_out(self) -> None:
        upright = QFrame()
        upright.setProperty("panel", "upright")
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.back, upright, label(TITLES.get(self.key, ""), "section"), self.note):
            head.addWidget(part)
        head.addStretch(1)
        self._side = Sheet(margin=0)
        self._side.body.addWidget(self._scrolling())
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self.left, 1)
        body.addWidget(self._side)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self.strip)
        self._column.addLayout(body, 1)

    def _scrolling(self) -> QScrollArea:
        """What holds the panel, for low windows."""
        inner = QWidget()
        inner.setProperty("ground", "clear")
        inner.setLayout(self.panel)
        self.panel.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.panel.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        return area
