"""A small office, a window with a form for every kind of record, and hands to type with."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.clock import FixedClock
from app.models import RECORDS
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.forms.desk import Desk
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.pages.page import Page, PageEntry, PageLink
from app.ui.window import MainWindow
from tests.office import MOMENT, small_office
from tests.store.flaky import Disk
from tests.ui.forms.hands import Hands

HERE = Path(__file__).parent
_SCREENLESS = "does not support (raise|grabbing the keyboard|propagateSizeHints)"

Opener = Callable[..., FormPage]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform warns about every popup; nothing is wrong then."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_SCREENLESS, extend=True))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Office], Office]]:
    """The office as the next start finds it: a copy of the folder as it lies there, opened afresh."""
    opened: list[Office] = []

    def crash(office: Office) -> Office:
        folder = tmp_path_factory.mktemp("again") / "台账"
        shutil.copytree(office.store.folder.root, folder)
        opened.append(Office(Store(DataFolder(folder)), FixedClock(MOMENT)))
        return opened[-1]

    yield crash
    for each in opened:
        each.store.close()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, office: Office) -> Iterator[Disk]:
    """The disk of the office, from its next write on."""
    disk = Disk.under(monkeypatch)
    office.store._write.dispose()  # type: ignore[union-attr]
    yield disk
    disk.gone = False


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.finish()


@pytest.fixture
def desk(office: Office, operations: Operations, appearance: Appearance) -> Desk:
    return Desk(office, operations)


@pytest.fixture
def window(
    office: Office, operations: Operations, appearance: Appearance, qtbot: Any
) -> Iterator[MainWindow]:
    entries = [PageEntry("list", "list", "列表", "列表", "", lambda _: Page())]
    for model in RECORDS:
        make = partial(_form, office, operations, model.key)
        entries.append(PageEntry(f"form_{model.key}", "list", "", "", "", make, under="list"))
    made = MainWindow(appearance, operations, entries, None, clock=office.clock)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go(PageLink("list"))
    yield made
    for page in made.findChildren(FormPage):
        page.work.begin(office.records.new(page.draft.record.kind))  # so that closing asks nothing
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def open_form(window: MainWindow) -> Opener:
    def opened(kind: str, uuid: str | None = None, **args: Any) -> FormPage:
        window.go(PageLink(f"form_{kind}", {"uuid": uuid, **args}))
        QApplication.processEvents()
        page = window.page
        assert isinstance(page, FormPage)
        return page

    return opened


@pytest.fixture
def visit(open_form: Opener, hands: Hands) -> FormPage:
    """A new visit, its day and its name typed and nothing saved."""
    made = open_form("visit")
    made.view.sheet.begin_at(("happened_on",))
    hands.enter("10.12")
    made.view.sheet.begin_at(("name",))
    hands.type("走访果农")
    return made


@pytest.fixture
def kept(operations: Operations) -> Callable[[FormPage], None]:
    """Have what is typed on the disk now, without waiting for the clock."""

    def keep(page: FormPage) -> None:
        page.work.keeping.keep()
        operations.keeper.wait()
        QApplication.processEvents()

    return keep


def _form(office: Office, operations: Operations, kind: str, _context: object) -> FormPage:
    return FormPage(office, operations, kind)
