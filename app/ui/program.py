"""Program: one run of the window, from opening the store to closing it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication

from app.clock import SAMPLE_MOMENT, FixedClock, SystemClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.settings import OfficeSettings
from app.store.backup.backup import Reason
from app.ui.appearance import Appearance
from app.ui.application import make_application
from app.ui.backup_watch import BackupWatch
from app.ui.caught import caught
from app.ui.doorman import Doorman
from app.ui.entrance import Entrance, Left, Opener
from app.ui.errands import Errands
from app.ui.operations import Operations
from app.ui.pages.entries import NEW_RECORDS, PAGES, page_texts
from app.ui.pages.page import PageLink
from app.ui.pending import Pending
from app.ui.preferences import Preferences
from app.ui.window import MainWindow
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.store.place.doorbell import Doorbell
    from app.ui.interlude import Interlude

_SETTLED_MS = 1000  # after the first page was painted


class Program:
    """Puts the window together for one open store.

    `restart` is set when a store is to be opened again, `errand` when something is to be done before that.
    """

    def __init__(
        self, app: QApplication, appearance: Appearance, office: Office, preferences: Preferences
    ) -> None:
        self.restart = False
        self.errand: Callable[[Entrance], None] | None = None
        self.interlude: Interlude | None = None
        self.app = app
        if office.settings.demo:
            office.clock = FixedClock(SAMPLE_MOMENT)
        self._office = office
        self.operations = Operations()
        self.place = Workplace(office, self.operations, appearance, preferences)
        self.window = MainWindow(
            appearance,
            self.operations,
            PAGES,
            self.place,
            clock=office.clock,
            texts=page_texts(office.settings),
            new_records=NEW_RECORDS,
            commands=Errands(self).commands(),
            demo=office.settings.demo,
        )
        self._doing = ""
        self._last_backup = Reason.EXIT
        self._backups = BackupWatch(self.place, self.window.status)
        self._pending = Pending(self.place, self.window)
        self._connect()

    def show(self) -> None:
        """The first page: where the month is, or what a new office has to say first."""
        self.window.showMaximized()
        self.window.go(PageLink("month"))
        if self.interlude is not None:
            self.interlude.end()
            self.interlude = None
        QTimer.singleShot(_SETTLED_MS, gc.enable)  # not sooner: it would look through what a start makes
        self.show_cells()
        self._backups.begin()
        self._office.store.unsaved.tidy()
        if self._office.is_fresh:
            self._ask_first()  # one question at a time; a form offers what is there as well
        else:
            self._offer_unsaved()

    def again(self, office: Office) -> Program:
        """The same application with another store open, in the place of what stands there meanwhile."""
        made = Program(self.app, self.place.appearance, office, self.place.preferences)
        made.interlude = self.interlude
        self.window.deleteLater()  # closing only hides it
        return made

    def close(self) -> None:
        """Everything asked for is done and backed up, then the store is closed."""
        self.operations.finish()
        failed = self._backups.finish(self._last_backup)
        self._office.store.close()
        if failed is not None:
            from app.ui.dialogs.message import tell

            tell(None, failed)

    def _connect(self) -> None:
        self.window.closing.connect(self._cover)
        self.window.search_requested.connect(self._search)
        self.operations.changed.connect(self.show_cells)
        self.place.requests.settings_changed.connect(self._settled)
        self.place.requests.leave_demo_requested.connect(self.leave_demo)
        self.place.requests.turn_on_requested.connect(self.turn_on)
        self.place.requests.turn_off_requested.connect(self.turn_off)
        self.place.requests.access_changed.connect(self._backups.reach_second)
        self.place.requests.backup_requested.connect(self.back_up)
        self.place.requests.restore_requested.connect(self.restore)
        for counted in (self.place.requests.pending_changed, self._pending.counted):
            counted.connect(self._badge)

    def leave_demo(self) -> None:
        """Puts the sample county aside and begins with an empty store."""
        from app.services.demo import leave

        self.operations.run(self._leave(leave), self._left_demo)

    def begin_anew(self, doing: str) -> None:
        """Opens the store again, in a new window; `doing` is said where the old one stood until then."""
        self.restart, self._doing = True, doing
        if not self.window.close():  # something on a page is not to be left yet
            self.restart, self.errand, self._last_backup = False, None, Reason.EXIT
        elif QThread.currentThread().loopLevel():
            self.app.exit()  # what stands there is a window too, so that the last one was not closed

    def turn_on(self) -> None:
        """Asks for a password and a proof of the paper; then the store is closed, encrypted, opened again."""
        from app.ui.dialogs.turn_on import ask_turn_on

        settings = self._office.settings
        wanted = ask_turn_on(settings, SystemClock().now(), self.window)
        if wanted is not None:
            self.errand = lambda entrance: entrance.switch(wanted, settings)
            self._last_backup = Reason.PASSWORD
            self.begin_anew("正在设密码")
        else:
            self.window.status.set_message("密码没有设，以后在“设置 › 安全”里设。")

    def turn_off(self) -> None:
        """The store is closed, decrypted and opened again."""
        settings = self._office.settings
        self.errand = lambda entrance: entrance.switch(None, settings)
        self._last_backup = Reason.PASSWORD
        self.begin_anew("正在取消密码")

    def restore(self) -> None:
        """Asks which backup, and what it costs; then the store is closed, replaced and opened again."""
        from app.ui.rescue import Rescue

        store = self._office.store
        rescue = Rescue(store.folder, SystemClock(), store.key)
        choice = rescue.choose(self.operations, self.window)
        if choice is not None:
            self.errand = lambda entrance: entrance.restore(choice)
            self.begin_anew("正在恢复")

    def _cover(self) -> None:
        """The window is about to go, and another one comes in its place."""
        if self.restart and self.interlude is None:
            from app.ui.interlude import Interlude

            self.interlude = Interlude(self._doing, self.window)
            self.interlude.appear()

    def _ask_first(self) -> None:
        """A new office says who it is, or looks at the sample county first."""
        from app.services.demo import fill
        from app.ui.dialogs.first_run import FirstRun

        dialog = FirstRun(self._office, self.operations, fill, self.window)
        dialog.settled.connect(self._settled)
        dialog.protection_wanted.connect(self.turn_on)
        dialog.demo_filled.connect(self._filled_demo)
        dialog.open()

    def _offer_unsaved(self) -> None:
        """What was typed last time and not saved can be gone on with."""
        if self._office.store.unsaved.names():
            from app.ui.unsaved_offers import UnsavedOffers

            self._offers = UnsavedOffers(self.place, self.window)
            self._offers.ask()

    def _badge(self, count: int) -> None:
        self.window.set_badge("month", count)

    def _settled(self, settings: OfficeSettings) -> None:
        self.show_cells()

    def _leave(self, leave: Callable[[Office], None]) -> Callable[[], None]:
        return lambda: leave(self._office)

    def _filled_demo(self) -> None:
        self.begin_anew("正在打开示例数据")

    def _left_demo(self, _: object) -> None:
        self.begin_anew("正在离开示例数据")

    def show_cells(self) -> None:
        """Who the office is and who types, at the right of the status line."""
        settings = self._office.settings
        status = self.window.status
        status.set_cell("unit", settings.unit_name + ("（示例数据）" if settings.demo else ""))
        status.set_cell("clerk", f"录入：{settings.clerk}" if settings.clerk else "")
        self.window.set_texts(page_texts(settings))

    def _search(self, text: str) -> None:
        from app.ui.search import search_hits

        hits, total = search_hits(self._office, text)
        self.window.show_hits(text, hits, total)

    def back_up(self) -> None:
        """马上备份."""
        self._backups.back_up()


def begin(folder: DataFolder, open_office: Opener) -> Program:
    """Dresses the application and opens the store; raises AppError when it cannot be opened."""
    return entered(folder, Entrance(folder, open_office))


def entered(folder: DataFolder, entrance: Entrance, bell: Doorbell | None = None) -> Program:
    """As `begin`, by an entrance that is used again; raises Left too, when no password is given."""
    if not gc.get_freeze_count():
        gc.freeze()  # what is imported stays; looking through it for garbage holds the window up by 40 ms
    preferences = Preferences(folder.appearance)
    app, appearance = make_application(look=preferences.look, base_pt=preferences.base_pt)
    preferences.follow(appearance)
    if bell is not None:
        Doorman(bell, app)
    return Program(app, appearance, entrance.open(), preferences)


def run(
    folder: DataFolder, open_office: Opener, key: bytes | None = None, bell: Doorbell | None = None
) -> int:
    """Shows the window until it is closed; opens the store again when the program asks for it."""
    sys.excepthook = caught
    entrance = Entrance(folder, open_office, key)
    try:
        program = entered(folder, entrance, bell)
        while True:
            program.show()
            program.app.exec()
            program.close()
            if not program.restart:
                return 0
            if program.errand is not None:
                program.errand(entrance)
            program = program.again(entrance.open())
    except Left:
        return 0
    except AppError as error:
        if QApplication.instance() is None:
            raise
        from app.ui.dialogs.message import tell

        tell(None, error)
        return 2
