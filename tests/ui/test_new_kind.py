"""A record kind that another release brings, one file and one name: its form and list in the window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.office import small_office
from tests.store.test_schema import ROOT, declare_release

WINDOW = """
import app.__main__
import gc
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.bootstrap import open_office
from app.paths import DataFolder
from app.services.list_query import Query
from app.ui.pages.links import form_link, list_link
from app.ui.program import begin

program = begin(DataFolder(Path(sys.argv[1])), lambda folder: open_office(folder))
window, office = program.window, program.place.office
program.show()
assert window.go(form_link("inspection"))
form = window.page
for key, text in (("subject", "校园食堂视察"), ("happened_on", "20261020")):
    form.view.sheet.editors[key].begin()
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(window.focusWidget(), typed)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
form.save()
program.operations.wait()
found = office.listing.as_json(Query("inspection"))
assert [row["title"] for row in found] == ["校园食堂视察"], found
assert found[0]["day"] == "2026-10-20", found
assert window.go(list_link("inspection"))
assert window.page.kind == "inspection"
assert window.go(form_link("training"))
assert "lessons" in window.page.view.sheet.editors
for _ in range(500):
    if not gc.isenabled():
        QTest.qWait(20)
assert gc.isenabled(), "nobody looks for garbage ten seconds after the first page"
window.close()
program.close()
print("done")
"""


def test_a_kind_of_another_release_is_typed_and_listed_in_the_window(tmp_path: Path) -> None:
    program = tmp_path / "program"
    for name in ("app", "resources"):
        ignored = shutil.ignore_patterns("__pycache__", "demo", "make")
        shutil.copytree(ROOT / name, program / name, ignore=ignored)
    declare_release(program)
    data = tmp_path / "data"
    small_office(data).store.close()
    result = subprocess.run(
        [sys.executable, "-c", WINDOW, str(data)],
        cwd=program,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip().endswith("done")
