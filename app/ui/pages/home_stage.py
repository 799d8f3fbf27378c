"""HomeStage: the four check lists of the first page, each made when its step is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.pages.home_more import HomeMore
from app.ui.pages.home_steps import CHECK, ENTER, MAKE, SEND, STEPS, Progress
from app.ui.theme import Layout
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.services.month_end import MonthEnd
    from app.ui.pages.month_view import MonthView


class HomeStage(QObject):
    """Puts the view of a step into the page's stack; `key` is the step in sight, "" when none is."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    back_requested = Signal()
    """Back to the numbers of the month."""
    said = Signal(str)
    """For the status line."""
    buttons_changed = Signal()
    """The view in sight would say something else on the page's two buttons."""
    wrote = Signal()
    """Files were written: where the month stands is to be read again."""

    def __init__(self, place: Workplace, stack: QStackedWidget, page: QWidget) -> None:
        super().__init__(page)
        self._place, self._stack = place, stack
        self._settings = place.office.settings
        self._layout_kind = Layout.NORMAL
        self._progress: Progress | None = None
        self.more = HomeMore(place, page)
        self.more.open_requested.connect(self.open_requested)
        self.more.said.connect(self.said)
        self._made: dict[str, MonthView] = {}
        self._month_end: MonthEnd | None = None
        self.key = ""

    @property
    def view(self) -> MonthView | None:
        """What is in sight."""
        return self._made.get(self.key)

    def choose(self, key: str) -> None:
        """Another step is to be seen, or with "" none."""
        self.key = key if key in STEPS else ""

    def show(self, progress: Progress) -> None:
        """Show the chosen step of a month as it is now."""
        self._progress = progress
        if self.key:
            view = self._view(self.key)
            self._stack.setCurrentWidget(view)
            view.show_progress(progress)

    def fit(self, layout: Layout) -> None:
        """Arrange for a width of the window."""
        self._layout_kind = layout
        for view in self._made.values():
            view.fit(layout)

    def go_to(self, section: str) -> None:
        """Put the keyboard on a section of 审核."""
        from app.ui.pages.month_review import ReviewView

        if isinstance(self.view, ReviewView):
            self.view.go_to(section)

    def _ask_return(self) -> None:
        if self._progress is not None:
            self.more.ask_return(self._progress.view.period)

    def _view(self, key: str) -> MonthView:
        if key not in self._made:
            view = self._new(key)
            view.fit(self._layout_kind)
            view.open_requested.connect(self.open_requested)
            view.back_requested.connect(self.back_requested)
            view.said.connect(self.said)
            view.wrote.connect(self.wrote)
            view.buttons_changed.connect(self._tell)
            self._stack.addWidget(view)
            self._made[key] = view
        return self._made[key]

    def _new(self, key: str) -> MonthView:
        from app.ui.pages.month_enter import EnterView
        from app.ui.pages.month_papers import PapersView
        from app.ui.pages.month_review import ReviewView
        from app.ui.pages.month_send import SendView

        kinds: dict[str, type[MonthView]] = {
            ENTER: EnterView, CHECK: ReviewView, MAKE: PapersView, SEND: SendView
        }  # fmt: skip
        view = kinds[key](self._place, self._service)
        if isinstance(view, SendView):
            view.return_requested.connect(self._ask_return)
        return view

    def _service(self) -> MonthEnd:
        """One for all views: it remembers which records were judged."""
        office = self._place.office
        if self._month_end is None or self._settings is not office.settings:
            self._month_end, self._settings = office.month_end, office.settings
        return self._month_end

    def _tell(self) -> None:
        if self.sender() is self.view:
            self.buttons_changed.emit()
