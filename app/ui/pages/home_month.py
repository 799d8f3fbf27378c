"""HomeMonth: what the first page knows of the month in sight; what takes long to find out follows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Period
from app.services.entered import Entered
from app.services.months import MonthOverview
from app.services.standing import Standing, standing
from app.ui.pages.home_bars import HomeBars
from app.ui.pages.home_doubts import HomeDoubts
from app.ui.pages.home_drift import HomeDrift
from app.ui.pages.home_steps import Progress
from app.ui.workplace import Workplace


class HomeMonth(QObject):
    """Doubts, bars and what moved since a 报送 are looked for when the page is painted."""

    loaded = Signal()
    """Another month, or the same one read again."""
    doubts_found = Signal()
    drift_found = Signal()
    bars_found = Signal()
    pending_changed = Signal(int)
    """How many drafts block the month the program opens with."""

    def __init__(self, place: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._office = place.office
        self._settings = place.office.settings
        self._months = place.office.months
        self._standing = Standing()
        self.period: Period | None = None
        self.home = self._months.first()
        self.view: MonthOverview | None = None
        self.doubts = HomeDoubts(place.operations, self)
        self.drift = HomeDrift(place.operations, self)
        self._bars = HomeBars(place.operations, page)
        self._bars.begun.connect(self._seek)
        self._bars.found.connect(self._take_bars)
        self.doubts.found.connect(self.doubts_found)
        self.drift.found.connect(self.drift_found)

    @property
    def progress(self) -> Progress:
        """How far the month in sight is."""
        assert self.view is not None
        found = self.doubts.matters
        return Progress(self.view, self._standing, None if found is None else len(found))

    @property
    def is_stale(self) -> bool:
        """Nothing is read yet, or it was read on another day."""
        return self.view is None or self.view.today != self._office.clock.today()

    def choose(self, key: str) -> bool:
        """Turn to a month as on the command line; False when it is in sight. Nothing is read yet."""
        if self.period is not None and key == self.period.key:
            return False
        self.period = self._office.calendar.parse(key)
        return True

    def go(self, period: Period) -> None:
        """Turn to a month and read it."""
        self.period = period
        self.load()

    def step(self, by: int) -> None:
        """The month before (-1) or after (1)."""
        if self.period is not None:
            calendar = self._office.calendar
            self.go(calendar.next(self.period) if by > 0 else calendar.previous(self.period))

    def pick(self, year: int, month: int) -> None:
        """A month of the calendar."""
        self.go(self._office.calendar.month(year, month))

    def load(self) -> None:
        """Read the month; what takes long follows."""
        office = self._office
        if self._settings is not office.settings:
            self._settings, self._months = office.settings, office.months
            self.period = self.period and office.calendar.parse(self.period.key)
        self.home = self._months.first()
        period = self.period = self.period or self.home
        self.doubts.choose(period)
        starting = self.view is None
        with office.store.reading():
            view = self.view = self._months.overview(period, bars=not starting)
            self._standing = standing(office.store, office.clock, period)
            pending = view.tally.drafts if period == self.home else self._months.pending(self.home)
        self.drift.choose(period, self._sent)
        self.loaded.emit()
        self.pending_changed.emit(pending)
        if starting:
            self._bars.wait(self._months, period)
        else:
            self._seek()

    def recent(self, room: int) -> tuple[Entered, ...]:
        """The records entered last."""
        return self._months.recent(room) if room else ()

    @property
    def _sent(self) -> int | None:
        sent = self._standing.sent
        return sent.number if sent is not None and sent.stands else None

    def _seek(self) -> None:
        self.doubts.seek(self._months)
        self.drift.seek(self._office)

    def _take_bars(self, found: MonthOverview) -> None:
        if self.view is not None and self.view.period == found.period and not self.view.rows[0].months:
            self.view = self.view._replace(rows=found.rows)
            self.bars_found.emit()
