"""Onlooker: sees the dialogs that come by themselves, and ends it when they pile up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.ui.caught import caught
from app.ui.dialogs.message import MessageDialog

_PILE = 5
_READS = 40  # for a form to look at what is typed, and see that it cannot


class Onlooker:
    """`most` dialogs were open at a time, `said` is what stood in each; reads one a while, presses Esc."""

    def __init__(self) -> None:
        self.most = 0
        self.said: list[str] = []
        self._looks: dict[int, int] = {}
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @classmethod
    @contextmanager
    def watching(cls, monkeypatch: pytest.MonkeyPatch) -> Iterator[Onlooker]:
        """What nobody catches goes where it goes in the program."""
        monkeypatch.setattr(sys, "excepthook", caught)
        made = cls()
        try:
            yield made
        finally:
            made._timer.stop()

    @property
    def open(self) -> list[MessageDialog]:
        """The dialogs in sight."""
        found = (each for each in QApplication.topLevelWidgets() if isinstance(each, MessageDialog))
        return [each for each in found if each.isVisible()]

    def _look(self) -> None:
        found = self.open
        self.most = max(self.most, len(found))
        for dialog in found:
            looks = self._looks[id(dialog)] = self._looks.get(id(dialog), 0) + 1
            if looks == 1:
                self.said.append("".join(label.text() for label in dialog.findChildren(QLabel)))
            elif looks == _READS:
                del self._looks[id(dialog)]
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
        if len(found) >= _PILE:
            sys.excepthook = lambda *_: None  # or the test would never end
            for dialog in found:
                dialog.reject()
