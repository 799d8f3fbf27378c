"""A run of the real program for the test that pulls its plug: types and is killed, or starts again and looks.

python -m tests.ui.plug type FOLDER FILE
python -m tests.ui.plug take FOLDER
"""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_office
from app.paths import DataFolder
from app.services.aggregates import plain
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.pages.form_page import FormPage
from app.ui.pages.links import form_link
from app.ui.program import Program, begin
from tests.ui.forms.hands import Hands

AFTER_MS = 2100
MOST_SECONDS = 40


def main(what: str, folder: str, *files: str) -> None:
    faulthandler.dump_traceback_later(MOST_SECONDS, exit=True)
    sys.excepthook = _end
    program = begin(DataFolder(Path(folder)), open_office)
    program.show()
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    if what == "take":
        QTimer.singleShot(0, partial(_take, program))
    else:
        QTimer.singleShot(0, partial(_type, program, Path(files[0])))
    program.app.exec()


def _type(program: Program, file: Path) -> None:
    """A meeting with members, head-counts, a file, a row with a row below it, and a day that is none."""
    hands = Hands()
    program.window.go(form_link("meeting"))
    page = _page(program)
    page.work.fold()
    sheet = page.view.sheet
    sheet.begin_at(("topic",))
    hands.enter("小区充电桩建在哪")
    sheet.begin_at(("happened_on",))
    hands.type("13.40")
    sheet.begin_at(("members",))
    hands.enter("czm", "zyq", "")
    sheet.begin_at(("people",))
    hands.enter("2", "", "6")
    sheet.editors["files"].add([file])  # type: ignore[attr-defined]
    program.operations.wait()
    sheet.begin_at(("consensus",))
    hands.enter("先建四处充电棚", "街道办")
    hands.type("12.31")
    QTimer.singleShot(AFTER_MS, partial(os.kill, os.getpid(), signal.SIGKILL))
    _say(_held(page))


def _take(program: Program) -> None:
    """Takes up the first thing that the start offers."""
    dialog = program.window.findChild(UnsavedDialog)
    assert dialog is not None, "nothing is offered"
    _say([row.offer.words for row in dialog.rows])
    dialog.rows[0].go_on.click()
    QApplication.processEvents()
    page = _page(program)
    vault = program.place.office.store.vault
    _say(_held(page))
    _say([vault.has(entry["sha256"]) for entry in page.draft.values["files"]])
    os._exit(0)


def _page(program: Program) -> FormPage:
    page = program.window.page
    assert isinstance(page, FormPage)
    return page


def _held(page: FormPage) -> Any:
    draft = page.draft
    return plain(draft.record.model, draft.values), draft.typed


def _say(what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _end(*error: Any) -> None:
    traceback.print_exception(*error)
    sys.stderr.flush()
    os._exit(3)


if __name__ == "__main__":
    main(*sys.argv[1:])
