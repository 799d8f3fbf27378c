"""Starting: from the command to a first page that is painted and takes a key, against a floor.

Both run from compiled bytecode, as an installed program does; the page is that of a month with records.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.clock import Measure

TIMES = 7
_PREFACE = "import os, sys, time; started = float(os.environ['BENCH_STARTED'])\n"
# The floor: the same libraries and declarations, and a window with nothing in it.
_FLOOR = (
    _PREFACE
    + """
import sqlcipher3.dbapi2, sqlalchemy.orm
from sqlalchemy.orm import configure_mappers
import app.models
configure_mappers()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time() - started, flush=True)
        os._exit(0)
window = Window()
window.resize(1366, 697)
window.show()
app.exec()
"""
)
_PROGRAM = (
    _PREFACE
    + """
import app.__main__
from functools import partial
from pathlib import Path
from app.bootstrap import open_office
from app.clock import SAMPLE_MOMENT, FixedClock
from app.paths import DataFolder
from app.ui.program import begin
opener = partial(open_office, clock=FixedClock(SAMPLE_MOMENT))
program = begin(DataFolder(Path(sys.argv[1])), opener)
program.show()
from PySide6.QtWidgets import QApplication
for _ in range(5):
    QApplication.processEvents()
taken = time.time() - started
page = program.window.page
assert page is not None and program.window.focusWidget() is not None
assert page.work.numbers.lines, "a month with records"
QApplication.processEvents()
status = open("/proc/self/status").read() if sys.platform == "linux" else ""
sizes = {line.split()[0]: int(line.split()[1]) / 1024 for line in status.splitlines() if line.endswith("kB")}
print(taken, sizes.get("VmRSS:", 0), sizes.get("RssFile:", 0), flush=True)
os._exit(0)
"""
)


def measure(folder: Path) -> list[Measure]:
    """Start time on a store of 10,000 records and the memory with the window open."""
    with tempfile.TemporaryDirectory(prefix="cppcc-ledger-bytecode-") as bytecode:
        # By turns, so that a busy minute of the machine falls on both; the first pair compiles.
        pairs = [[_run(script, folder, bytecode) for script in (_FLOOR, _PROGRAM)] for _ in range(TIMES + 1)]
    floors, runs = zip(*pairs[1:], strict=True)
    floor = statistics.median(run[0] for run in floors)
    start, memory, libraries = (statistics.median(run[place] for run in runs) for place in range(3))
    ratio = start / floor
    return [
        Measure("start, 10,000 records", start * 1000, "ms", None, 1000, ratio, f"floor {floor * 1000:.0f}"),
        Measure("start against its floor", ratio, "x", 1.25, 1.4),
        Measure("memory with the window open", memory, "MB", 150, 200, note=f"{libraries:.0f} mapped files"),
    ]


def _run(script: str, folder: Path, bytecode: str) -> list[float]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["BENCH_STARTED"] = repr(time.time())
    command = [sys.executable, "-c", script, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]
