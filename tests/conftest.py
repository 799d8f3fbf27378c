"""What every test stands on: no screen, no home of a person, no chance, and no warning overlooked."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from app.store.backup import folder
from tests.shared import PLACE
from tests.warm import keep_warm

_HOME = Path(tempfile.mkdtemp(prefix="ledger-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ.setdefault(PLACE, str(_HOME / "shared"))  # that of the process which starts the others


def _isolate() -> None:
    """Point Qt and platformdirs away from the screen and the home of whoever runs the tests."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt loads, so here and not in a fixture
    for name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
    if sys.platform == "win32":
        # The offscreen platform finds no fonts of its own there.
        os.environ["QT_QPA_FONTDIR"] = str(Path(os.environ["WINDIR"]) / "Fonts")
        return
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns about any other kind of locale
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = _HOME / name.lower()
        folder.mkdir(mode=0o700)  # Qt warns about a runtime folder that others may read
        os.environ[name] = str(folder)


_isolate()

# Looking for garbage after every 700 new objects took a fifth of the time of all tests.
gc.set_threshold(100_000, 20, 100)

keep_warm()

folder._PAUSE = 0  # whoever holds the backups' folder in a test does so to the end

# hypothesis tries numbers and texts out of whatever modules are loaded, which differs with the order.
providers._get_local_constants = lambda: Constants()

settings.register_profile("ledger", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("ledger")


def pytest_sessionfinish() -> None:
    """Whatever is found among garbage fails the run; pytest would then look through it all twice more."""
    gc.collect()
    gc.freeze()
