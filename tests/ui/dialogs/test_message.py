"""What a message says is to be seen whole, however many lines it takes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.appearance import Appearance
from app.ui.dialogs.message import Answer, MessageDialog
from app.ui.theme import BASE_SIZES

LEAVE = Answer("leave", "退出")
SENTENCE = "“/home/wang/我的坚果云/台账”在坚果云的同步文件夹里，会在写到一半时被拿走。没有打开，没有改动。"


@pytest.mark.parametrize("points", BASE_SIZES)
def test_no_line_is_cut(points: int, appearance: Appearance, qtbot: QtBot) -> None:
    appearance.set_base(points)
    for length in range(70, 130, 3):
        text = (SENTENCE * 3)[:length]
        dialog = MessageDialog(None, "台账不能放在这里用", text, advice=SENTENCE, answers=[LEAVE])
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        words = [each for each in dialog.findChildren(QLabel) if each.wordWrap()]
        assert len(words) == 3
        assert all(each.height() >= each.heightForWidth(each.width()) for each in words), length
        dialog.hide()
