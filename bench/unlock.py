"""Unlocking: from a password to the store's key, at the cost it is kept with, and encrypting an office."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.bootstrap import open_office
from app.clock import SystemClock
from app.paths import DataFolder
from app.services.passwords import Passwords
from app.store.password.recovery_code import RecoveryCode
from bench.clock import Measure, median_ms, timed, timed_once
from bench.data import make_store

PASSWORD = "shuiku-banma 27"
SECOND = 1000


def measure(root: Path, activities: int) -> list[Measure]:
    """Unlocking has to stay below a second on a PC several times slower than this one."""
    folder = DataFolder(root / "unlock")
    make_store(folder.root, activities)
    passwords, code = Passwords(folder, SystemClock()), RecoveryCode.new()

    def turn_on() -> None:
        passwords.turn_on("示例县政协", "王秀兰", PASSWORD, code)

    encrypting = timed_once(turn_on)
    by_password = median_ms(timed(lambda: passwords.open(PASSWORD)))
    by_code = median_ms(timed(lambda: passwords.recover(str(code))))
    key = passwords.open(PASSWORD)
    opening = median_ms(timed(lambda: open_office(folder, key=key).store.close()))
    shutil.rmtree(folder.root)
    return [
        Measure("unlock by password", by_password, "ms", SECOND / 4, SECOND),
        Measure("unlock by recovery code", by_code, "ms", SECOND / 4, SECOND),
        Measure("unlock and open the store", by_password + opening, "ms", SECOND / 2, SECOND),
        Measure(f"turn encryption on, {activities} activities", encrypting, "s"),
    ]
