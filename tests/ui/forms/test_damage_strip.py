"""A record that was read otherwise than it was stored says so, and its last version comes back."""

from __future__ import annotations

from sqlalchemy import text

from app.services.office import Office
from app.ui.window import MainWindow
from tests.services.record_samples import VISIT
from tests.ui.forms.conftest import Opener
from tests.ui.forms.hands import Hands


def harmed(office: Office) -> str:
    """A visit whose host is not what was saved."""
    uuid = office.records.add("visit", [VISIT | {"host": "果业合作社"}])[0].uuid
    with office.store.writing() as session:
        session.execute(text("UPDATE visit SET host='果业合作杜'"))
    return uuid


def test_a_form_says_it_and_leads_to_the_versions(
    office: Office, window: MainWindow, open_form: Opener
) -> None:
    uuid = harmed(office)
    page = open_form("visit", uuid)
    asked: list[tuple[str, str]] = []
    page.history_requested.connect(lambda kind, uuid: asked.append((kind, uuid)))
    assert "和存的时候不一样" in page.view.damage.text
    page.view.damage.acted.emit()
    assert asked == [("visit", uuid)]
    page.open()
    assert page.view.damage.text == ""


def test_a_whole_record_says_nothing_and_a_saved_one_nothing_any_more(
    office: Office, window: MainWindow, open_form: Opener, hands: Hands
) -> None:
    whole = office.records.add("visit", [VISIT])[0]
    assert not office.records.load("visit", whole.uuid).differs
    assert open_form("visit", whole.uuid).view.damage.text == ""
    read = office.records.load("visit", harmed(office))
    assert read.differs
    assert not office.records.save(read).differs
    assert not office.records.load("visit", read.uuid).differs


def test_its_newest_version_can_be_brought_back(office: Office) -> None:
    uuid = harmed(office)
    (version,) = office.history.of(uuid)
    assert not version.is_newest
    office.history.restore("visit", uuid, version.revision)
    found = office.records.load("visit", uuid)
    assert (found.values["host"], found.differs) == ("果业合作社", False)
    assert [each.is_newest for each in office.history.of(uuid)] == [True, False]
