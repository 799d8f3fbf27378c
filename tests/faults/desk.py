"""Desk: one office's folders at one place, and an action as a clerk does it there."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.bootstrap import open_office, stop_log
from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.passwords import Passwords
from app.store.opening.judging import fits
from app.store.password.recovery_code import RecoveryCode
from tests.office import MOMENT
from tests.store.cheap import CHEAP, PASSWORD

KEY = bytes(range(32))
OTHER_PASSWORD = "tuolaji yumi 26"
CODE, NEW_CODE = RecoveryCode.new(), RecoveryCode.new()
PLAIN, ENCRYPTED = (False,), (True,)


@dataclass
class Desk:
    """A place with the data folder, what goes out, what comes in, a second disk and a folder for scraps."""

    place: Path
    key: bytes | None = None
    notes: dict[str, Any] = field(default_factory=dict)  # what was prepared, for `do`
    office: Office = field(init=False)

    def __post_init__(self) -> None:
        for folder in (self.out, self.inbox, self.scraps):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def data(self) -> DataFolder:
        """Where the store is; after a move the new place."""
        return DataFolder(self.new_home if self.new_home.is_dir() else self.place / "台账")

    @property
    def new_home(self) -> Path:
        return self.place / "新台账"

    @property
    def out(self) -> Path:
        return self.place / "出"

    @property
    def inbox(self) -> Path:
        return self.place / "来"

    @property
    def scraps(self) -> Path:
        return self.place / "临时"

    @property
    def stick(self) -> Path:
        return self.place / "U盘"

    @property
    def clock(self) -> FixedClock:
        return FixedClock(MOMENT)

    @property
    def passwords(self) -> Passwords:
        return Passwords(self.data, self.clock, CHEAP)

    def unlock(self) -> None:
        """The key as a clerk gets it who starts the program; that of before where the store is lost."""
        locked = self.passwords.is_locked()
        if self.data.store.exists():
            self.key = self._opened() if locked else None

    def _opened(self) -> bytes:
        """By the usual password, or by the one that it was changed to, or that came with a backup."""
        with suppress(AppError):
            key = self.passwords.open(PASSWORD)
            if fits(self.data.store, key):
                return key
        return self.passwords.open(OTHER_PASSWORD)

    @contextmanager
    def opened(self) -> Iterator[Office]:
        """The office at work, as the window has it."""
        self.office = open_office(self.data, key=self.key, clock=self.clock)
        stop_log()
        try:
            yield self.office
        finally:
            self.office.store.close()

    @contextmanager
    def for_doing(self, action: Action) -> Iterator[None]:
        """With the office open, or with nobody having it open, as the action wants it."""
        if not action.opened:
            yield
            return
        with self.opened():
            yield

    @contextmanager
    def scrapping(self) -> Iterator[None]:
        """Temporary files lie where they are counted too."""
        before, tempfile.tempdir = tempfile.tempdir, str(self.scraps)
        try:
            yield
        finally:
            tempfile.tempdir = before


@dataclass(frozen=True)
class Action:
    """One main action, through the services that the window and the commands call.

    Its two allowed ends are how the store is before it and how it is after it was done with nothing failing.
    """

    name: str
    prepare: Callable[[Desk], Any]  # at an opened desk, once; may leave notes
    do: Callable[[Desk], Any]
    opened: bool = True  # done with the office open; otherwise nobody has it open
    writes: bool = True  # the store is another afterwards
    papers: int = 0  # files it leaves under 出
    begins: Callable[[Desk], Any] | None = None  # after `prepare`, at the closed desk
    steps: bool = False  # made of several that each last; whoever starts the program next gets to the end
    repeatable: bool = False  # what was done takes the place of itself, so being told it was not does no harm
    at: tuple[bool, ...] = (False, True)  # desks it is tried at, plain and encrypted
