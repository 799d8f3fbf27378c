"""A name the register does not know is registered on purpose, never by a typo."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.services.office import Office
from app.ui.operations import Operations
from tests.office import uuids
from tests.ui.forms.conftest import Opener
from tests.ui.forms.hands import Hands

Key = Qt.Key


def test_enter_does_not_register_a_typo(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    before = set(uuids(office, "township"))
    page = open_form("village")
    page.view.sheet.editors["township"].begin()
    hands.enter("青山真")
    operations.wait()
    assert set(uuids(office, "township")) == before


def test_the_row_below_registers_it(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    page = open_form("village")
    page.view.sheet.editors["township"].begin()
    hands.type("新设乡")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    operations.wait()
    assert "新设乡" in uuids(office, "township")
