"""List, form and paper of a record lead into one another, as the window really has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.entries import PAGES
from app.ui.pages.form_page import FormPage
from app.ui.pages.links import form_link, list_link
from app.ui.pages.list_page import ListPage
from app.ui.pages.page import PageLink
from app.ui.pages.paper_page import PaperPage
from app.ui.preferences import Preferences
from app.ui.window import MainWindow
from app.ui.workplace import Workplace
from tests.office import small_office, uuids

TOPIC = "夜市油烟"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "data")
    made.records.add("meeting", [{"happened_on": "2026-10-12", "topic": TOPIC, "members": ["陈志明"]}])
    yield made
    made.store.close()


@pytest.fixture
def window(office: Office, appearance: Appearance, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    operations = Operations()
    place = Workplace(office, operations, appearance, Preferences(tmp_path / "look.json"))
    made = MainWindow(appearance, operations, PAGES, place, clock=office.clock)
    qtbot.addWidget(made)
    made.show()
    made.go(PageLink("month"))
    yield made
    operations.finish()


def done(window: MainWindow) -> None:
    window._operations.wait()


@pytest.mark.parametrize("came_from", [PageLink("month"), list_link("meeting")])
def test_what_was_deleted_in_a_form_is_offered_back(
    window: MainWindow, office: Office, came_from: PageLink
) -> None:
    window.go(came_from)
    window.go(form_link("meeting", uuids(office, "meeting")[TOPIC]))
    form = window.page
    assert isinstance(form, FormPage)
    form.delete()
    done(window)
    shown = window.page
    assert isinstance(shown, ListPage)
    assert shown.strip.text == "删除了 1 条协商活动，可在 90 天内恢复。"
    assert window.menus.trigger("undo")
    done(window)
    assert list(uuids(office, "meeting")) == [TOPIC]


def test_paper_leads_back_to_the_record_that_was_new(window: MainWindow, office: Office) -> None:
    window.go(form_link("meeting"))
    form = window.page
    assert isinstance(form, FormPage)
    form.draft.put("topic", "茶山道路")
    form.draft.put("happened_on", dt.date(2026, 10, 13))
    form.print_record()
    done(window)
    paper = window.page
    assert isinstance(paper, PaperPage)
    done(window)
    paper.back_requested.emit()
    assert window.page is form
    assert form.draft.values["topic"] == "茶山道路"
    assert not form.draft.is_new
    paper._folder.cleanup()
