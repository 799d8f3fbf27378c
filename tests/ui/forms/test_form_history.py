"""A form leads to 修改记录 of its record once there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.services.office import Office
from app.ui.window import MainWindow
from tests.services.record_samples import VISIT
from tests.ui.forms.conftest import Opener
from tests.ui.forms.hands import CTRL, Hands


def test_ctrl_h_asks_for_the_versions(
    office: Office, window: MainWindow, open_form: Opener, hands: Hands
) -> None:
    added = office.records.add("visit", [VISIT])[0]
    page = open_form("visit", added.uuid)
    asked: list[tuple[str, str]] = []
    page.history_requested.connect(lambda kind, uuid: asked.append((kind, uuid)))
    hands.press(Qt.Key.Key_H, CTRL)
    assert asked == [("visit", added.uuid)]


def test_a_new_record_has_none(window: MainWindow, open_form: Opener) -> None:
    page = open_form("visit")
    assert page.commands()["history"] == "还没有保存过，没有修改记录"
    assert not window.menus.action("history").isEnabled()
