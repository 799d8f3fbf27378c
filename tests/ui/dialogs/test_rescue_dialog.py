"""How the page for a store that cannot be opened is laid out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services.rebuilding import Prospect
from app.store.opening.condition import Condition, State
from app.ui.appearance import Appearance
from app.ui.dialogs.rescue import RescueDialog
from app.ui.theme import BASE_SIZES

NOW = datetime(2026, 10, 28, 14, 3)
LOST = "10月28日 13:40 到 14:02 之间的改动，流水里那一段也读不出来。"


@pytest.fixture(params=[BASE_SIZES[0], BASE_SIZES[-1]])
def dialog(request: pytest.FixtureRequest, appearance: Appearance, qtbot: QtBot) -> RescueDialog:
    appearance.set_base(request.param)
    said = Condition(State.DAMAGED, "台账文件里有读不出来的地方。", "", "先不要动这个文件夹。")
    made = RescueDialog(said, Path("台账"), NOW, has_backups=True)
    qtbot.addWidget(made)
    made.show()
    return made


def left(dialog: RescueDialog, text: str) -> int:
    (found,) = [each for each in dialog.findChildren(QLabel) if each.text() == text and each.isVisible()]
    return found.mapTo(dialog, QPoint(0, 0)).x()


def test_what_can_be_brought_back_stands_under_the_words_not_under_the_sign(dialog: RescueDialog) -> None:
    dialog.prospect.tell(Prospect(None, 23, NOW, LOST), NOW)
    heading = left(dialog, "台账文件有损坏")
    assert {left(dialog, name) for name in ("从", "找回到", "会少什么")} == {heading}
    assert left(dialog, "从头记的流水，加上流水里后来的 23 处改动") > heading


def test_why_nothing_can_be_stands_there_too(dialog: RescueDialog) -> None:
    dialog.prospect.say("没有找到能用的备份。")
    assert left(dialog, "没有找到能用的备份。") == left(dialog, "台账文件有损坏")
