"""The real program for the test that starts it twice: types, goes into the bar, says when it comes back.

python -m tests.ui.first_window FOLDER
"""

from __future__ import annotations

import faulthandler
import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from app.bootstrap import open_office
from app.paths import DataFolder
from app.store.place.doorbell import Doorbell
from app.ui.entrance import Entrance
from app.ui.pages.form_page import FormPage
from app.ui.pages.links import form_link
from app.ui.program import Program, entered
from tests.ui.forms.hands import Hands

MOST_SECONDS = 40


class Watch:
    """Says each fact as a line of JSON when it has come true."""

    def __init__(self, program: Program) -> None:
        self._window = program.window
        program.window.go(form_link("meeting"))
        self._page().view.sheet.begin_at(("topic",))
        Hands().type("电动车进楼")
        self._window.showMinimized()
        _say("minimised" if self._window.isMinimized() else "shown")
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if not self._window.isMinimized():
            self._timer.stop()
            _say(self._page().draft.values["topic"])

    def _page(self) -> FormPage:
        page = self._window.page
        assert isinstance(page, FormPage)
        return page


def _say(what: str) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(folder: DataFolder) -> None:
    faulthandler.dump_traceback_later(MOST_SECONDS, exit=True)
    bell = Doorbell(folder)
    assert bell.hang()
    program = entered(folder, Entrance(folder, open_office), bell)
    program.show()
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    watch = Watch(program)
    program.app.exec()
    del watch


if __name__ == "__main__":
    main(DataFolder(Path(sys.argv[1])))
