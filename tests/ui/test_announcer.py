"""What nobody waits to hear: said once, however often it is met, and never one dialog over the other."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.clock import FixedClock
from app.errors import AppError
from app.ui import announcer as module
from app.ui.announcer import Announcer
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.outcomes import Outcomes
from app.ui.widgets.status_line import StatusLine
from tests.office import MOMENT
from tests.ui.onlooker import Onlooker

GONE, FULL = "数据文件夹不见了，现在看不了。", "磁盘满了，没有存上。"


@pytest.fixture
def onlooker(appearance: Appearance, monkeypatch: pytest.MonkeyPatch) -> Iterator[Onlooker]:
    fresh = Announcer()
    for name in ("app.ui.caught.announcer", "app.ui.outcomes.announcer", "app.ui.announcer.announcer"):
        monkeypatch.setattr(name, fresh)
    with Onlooker.watching(monkeypatch) as made:
        yield made


class Restless(QWidget):
    """Asks the store whenever it is painted, and is painted all the time."""

    def __init__(self, kind: type[Exception], words: str) -> None:
        super().__init__()
        self.painted = 0
        self.kind, self.words = kind, words
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._again)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        raise self.kind(self.words)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self.hide()

    def _again(self) -> None:
        self.update()
        raise self.kind(self.words)


def restless(qtbot: Any, kind: type[Exception], words: str) -> Restless:
    made = Restless(kind, words)
    qtbot.addWidget(made)
    made.resize(60, 60)
    made.show()
    return made


def test_a_storm_of_errors_is_one_dialog_and_a_line_in_the_log(
    onlooker: Onlooker, qtbot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    widget = restless(qtbot, AppError, GONE)
    qtbot.waitUntil(lambda: bool(onlooker.said) and not onlooker.open)
    painted = widget.painted
    assert painted > 3
    qtbot.waitUntil(lambda: widget.painted > painted + 20)
    widget.stop()
    assert (onlooker.most, onlooker.said) == (1, [GONE])
    assert [each for each in caplog.messages if each.startswith("one dialog stood for")]


def test_a_bug_that_comes_with_every_painting_is_confessed_and_logged_once(
    onlooker: Onlooker, qtbot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    widget = restless(qtbot, KeyError, "name")
    qtbot.waitUntil(lambda: bool(onlooker.said) and not onlooker.open and widget.painted > 10)
    widget.stop()
    logged = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert onlooker.most == 1
    assert len(logged) == len(set(logged)) <= 2  # painting, and the timer


def test_what_else_is_met_meanwhile_is_said_after_it(onlooker: Onlooker, qtbot: Any) -> None:
    for words in (GONE, FULL, GONE):
        QTimer.singleShot(0, partial(_fail, words))
    qtbot.waitUntil(lambda: len(onlooker.said) == 2 and not onlooker.open)
    assert (onlooker.most, onlooker.said) == (1, [GONE, FULL])


def test_tasks_that_fail_one_after_the_other_are_told_once(onlooker: Onlooker, qtbot: Any) -> None:
    operations, window = Operations(), QWidget()
    qtbot.addWidget(window)
    outcomes = Outcomes(operations, StatusLine(window), FixedClock(MOMENT), window)
    for _ in range(6):
        operations.run(partial(_fail, GONE))
    qtbot.waitUntil(lambda: operations.is_idle and not onlooker.open)
    operations.finish()
    assert outcomes.parent() is window
    assert (onlooker.most, onlooker.said) == (1, [GONE])


def test_asked_again_after_a_while_it_is_said_again(
    onlooker: Onlooker, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET_MS", 0)
    for times in (1, 2):
        QTimer.singleShot(0, partial(_fail, GONE))
        qtbot.waitUntil(lambda times=times: len(onlooker.said) == times and not onlooker.open)
    assert onlooker.said == [GONE, GONE]


def test_without_an_event_loop_it_is_said_at_once(onlooker: Onlooker) -> None:
    sys.excepthook(AppError, AppError(GONE), None)
    assert onlooker.said == [GONE]


def _fail(words: str) -> None:
    raise AppError(words)
