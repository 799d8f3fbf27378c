"""What is pasted from Word comes in without what nobody can see."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.forms.conftest import Opener
from tests.ui.forms.hands import CTRL, Hands, Key


@pytest.mark.parametrize("key", ["topic", "background"])
def test_control_characters_are_left_out(open_form: Opener, hands: Hands, key: str) -> None:
    page = open_form("meeting")
    if key == "background":
        page.commands()["full_form"]()
    editor = page.view.sheet.editors[key]
    editor.begin()
    QGuiApplication.clipboard().setText("电动\x07车\x0b充电䶮𬀩")
    hands.press(Key.Key_V, CTRL)
    editor.finish()
    assert editor.value() == "电动车充电䶮𬀩"


def test_a_paste_replaces_what_is_selected(open_form: Opener, hands: Hands) -> None:
    page = open_form("meeting")
    editor = page.view.sheet.editors["topic"]
    editor.begin()
    hands.type("旧的")
    hands.press(Key.Key_A, CTRL)
    QGuiApplication.clipboard().setText("新的议题")
    hands.press(Key.Key_V, CTRL)
    editor.finish()
    assert editor.value() == "新的议题"
