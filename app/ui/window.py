"""The window: menus and search above, navigation left, one page, the status line below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QStatusTipEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.clock import Clock
from app.ui.appearance import Appearance
from app.ui.destinations import destinations
from app.ui.menus import Menus, NewRecord
from app.ui.navigation import NavigationBar
from app.ui.operations import Operations
from app.ui.outcomes import Outcomes
from app.ui.pages.page import Page, PageEntry, PageLink
from app.ui.search_hits import Hit, SearchHits
from app.ui.theme import BASE_SIZES, Layout
from app.ui.topbar import TopBar
from app.ui.way_back import WayBack
from app.ui.widgets.status_line import StatusLine

TITLE = "政协履职台账"
LEAST = (1200, 640)
LEAST_LARGEST = (1320, 640)


class MainWindow(QMainWindow):
    """Shows one page at a time and leads between them."""

    layout_changed = Signal(object)
    """The Layout that the window's width now allows."""
    search_requested = Signal(str)
    """What was typed into the search over everything."""
    closing = Signal()
    """The page in sight agreed; what is under way is still to be waited for."""

    def __init__(
        self,
        appearance: Appearance,
        operations: Operations,
        entries: Sequence[PageEntry],
        context: Any,
        *,
        clock: Clock,
        texts: Mapping[str, str] | None = None,
        new_records: Sequence[NewRecord] = (),
        commands: Mapping[str, Callable[[], object]] | None = None,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._appearance, self._operations, self._context = appearance, operations, context
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._way = WayBack(entries)
        self._layout = Layout.NORMAL
        self.setWindowTitle(f"{TITLE} — 示例数据" if demo else TITLE)
        self._build(texts or {})
        self.menus = Menus(self.top.menu_bar, self)
        self.menus.fill(self._own_commands() | dict(commands or {}))
        self.menus.add_new_records(new_records, self.go)
        self.menus.add_pages(entries, self.go)
        self.menus.name_pages(texts or {})
        self.menus.add_looks(appearance.look, appearance.set_look)
        self._outcomes = Outcomes(operations, self.status, clock, self)
        self._connect()
        self._fit_theme()

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    @property
    def here(self) -> PageLink | None:
        """What was gone to last; None before the first page."""
        return self._way.here

    @property
    def layout_now(self) -> Layout:
        """How much room there is."""
        return self._layout

    def go(self, link: PageLink) -> bool:
        """Show a page, after the one in sight agreed to be left; False when it did not."""
        if not self._may_leave():
            return False
        turned_to = None if self.page is None else self.page.turned_to()
        page = self._opened(link)
        self._way.go(link, turned_to)
        self._show(page)
        return True

    def back(self) -> bool:
        """Return to where the clerk came from; False when there is nowhere or the page stays."""
        link = self._way.last
        if link is None or not self._may_leave():
            return False
        page = self._opened(link)
        self._way.back()
        self._show(page)
        return True

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Name pages in the office's own words: page key → text for the navigation."""
        self.navigation.set_destinations(destinations(self._entries.values(), texts))
        self.menus.name_pages(texts)
        self._mark()

    def show_hits(self, text: str, hits: Sequence[Hit], total: int) -> None:
        """List what was found for `text`, if that is still what is searched for."""
        if self.top.search.text().strip() == text and self.top.search.hasFocus():
            self.hits.show_hits(text, hits, total, self.top.search)

    def set_badge(self, page: str, count: int) -> None:
        """How many things wait on a page."""
        self.navigation.set_badge(page, count)

    def event(self, event: QEvent) -> bool:
        """Say in the status line why a button under the mouse cannot act."""
        if isinstance(event, QStatusTipEvent):
            self.status.set_passing(event.tip())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that does nothing here says why: what is greyed in a menu tells so only there."""
        reason = self.menus.why_not(QKeySequence(event.keyCombination()))
        if reason:
            self.status.set_message(reason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        else:
            super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page
        if page is not None and not page.can_close():
            event.ignore()
            return
        self.closing.emit()
        self._operations.finish()
        event.accept()

    def _build(self, texts: Mapping[str, str]) -> None:
        self.top = TopBar()
        self.navigation = NavigationBar(destinations(self._entries.values(), texts))
        self.status = StatusLine()
        self.hits = SearchHits(self)
        self.top.search.set_hits(self.hits)
        self._stack = QStackedWidget()
        self.setMenuWidget(self.top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self._stack, 1)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self._chosen)
        self.top.search.searched.connect(self._searched)
        self.hits.opened.connect(self._open_hit)
        self.top.search.left.connect(self._leave_search)
        self.status.action.clicked.connect(lambda: self.menus.trigger("undo"))
        self._appearance.changed.connect(self._fit_theme)
        self._operations.changed.connect(self._written)

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        return {
            "quit": self.close,
            "search": self._search,
            "refresh": self._refresh,
            "back": self.back,
            "enlarge": self._appearance.enlarge,
            "reduce": self._appearance.reduce,
            "reset_size": self._appearance.reset_size,
            "keys": self._show_keys,
        }

    def _may_leave(self) -> bool:
        """Whether the page in sight agrees; what it could not save is not wanted then."""
        if self.page is not None and not self.page.can_leave():
            return False
        self._outcomes.let_go()
        return True

    def _opened(self, link: PageLink) -> Page:
        """The page as the link wants it; when it cannot be opened, one is where one was."""
        page = self._page(link.page)
        page.open(**link.args)
        if link.page in self._stale:
            page.refresh()
            self._stale.discard(link.page)
        return page

    def _show(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        self._mark()
        self.status.set_message(page.status_text)
        self.status.offer("")
        self.menus.offer(page.commands())
        page.first_focus()

    def _page(self, key: str) -> Page:
        if key not in self._pages:
            page = self._entries[key].factory(self._context)
            page.fit(self._layout)
            page.status_changed.connect(self._page_says)
            page.undo_offered.connect(self._offer_undo)
            page.open_requested.connect(self.go)
            page.back_requested.connect(self.back)
            page.commands_changed.connect(self._take_commands)
            self._stack.addWidget(page)
            self._pages[key] = page
        return self._pages[key]

    def _mark(self) -> None:
        if self.here is not None:
            self.navigation.set_here(self._entries[self.here.page].under or self.here.page)

    def _fit_theme(self) -> None:
        largest = self._appearance.base_pt == BASE_SIZES[-1]
        self.setMinimumSize(*(LEAST_LARGEST if largest else LEAST))
        self._fit()

    def _fit(self) -> None:
        layout = Layout.of(self.width(), self._appearance.theme.em)
        self.navigation.set_rail(layout is Layout.NARROW)
        if layout is not self._layout:
            self._layout = layout
            for page in self._pages.values():
                page.fit(layout)
            self.layout_changed.emit(layout)

    def _chosen(self, key: str) -> None:
        self.go(PageLink(key))

    def _page_says(self, text: str) -> None:
        if self.sender() is self.page:
            self.status.set_message(text)

    def _offer_undo(self, offered: bool) -> None:
        if self.sender() is self.page:
            self.status.offer("撤销" if offered else "", hint="Ctrl+Z")

    def _take_commands(self) -> None:
        if self.page is not None:
            self.menus.offer(self.page.commands())

    def _searched(self, text: str) -> None:
        if text:
            self.search_requested.emit(text)
        else:
            self.hits.hide()

    def _open_hit(self, link: PageLink) -> None:
        if self.go(link):
            self.top.search.set_text("")

    def _search(self) -> None:
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _leave_search(self) -> None:
        if self.page is not None:
            self.page.first_focus()

    def _refresh(self) -> None:
        if self.page is not None:
            self.page.refresh()

    def _written(self) -> None:
        self._stale = set(self._pages) - {self.here.page if self.here else ""}
        self._refresh()

    def _show_keys(self) -> None:
        from app.ui.dialogs.keys import KeysDialog

        KeysDialog(self).exec()
