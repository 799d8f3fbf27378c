"""Disk: connections of the store that fail at COMMIT, before or after it took place, when a test says so."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.store import connection


class Disk:
    """What every connection made meanwhile asks; each failure is used up by happening once."""

    def __init__(self) -> None:
        self.fail_before_commit = ""
        self.fail_after_commit = ""
        self.gone_when_failed = False
        self.gone = False
        self.commits = 0
        self.refused_after: int | None = None
        self.failed = 0
        self._spared = 0

    @classmethod
    def under(cls, monkeypatch: pytest.MonkeyPatch) -> Disk:
        disk, real = cls(), sqlite.connect

        def connect(*args: Any, **kwargs: Any) -> Any:
            if disk.gone or disk.is_over:
                raise sqlite.OperationalError("unable to open database file")
            return real(*args, factory=partial(_Connection, disk), **kwargs)

        monkeypatch.setattr(connection.sqlite, "connect", connect)
        return disk

    def fail_last_commit(self, of: int) -> None:
        """The last of the next `of` commits raises and takes place."""
        self.fail_after_commit, self._spared = "disk I/O error", of - 1

    def refuse_after_commit(self) -> None:
        """The next commit takes place, and after that nothing is read or written any more."""
        self.commits, self.refused_after = 0, 1

    @property
    def is_over(self) -> bool:
        return self.refused_after is not None and self.commits >= self.refused_after

    def ask(self) -> None:
        """Before every statement."""
        if self.is_over:
            self.failed += 1
            raise sqlite.OperationalError("disk I/O error")

    def take(self, name: str) -> None:
        words = getattr(self, name)
        if words and self._spared:
            self._spared -= 1
        elif words:
            setattr(self, name, "")
            self.failed += 1
            self.gone = self.gone_when_failed
            raise sqlite.OperationalError(words)


class _Connection(sqlite.Connection):  # type: ignore[misc]
    def __init__(self, disk: Disk, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._disk = disk

    def cursor(self, *args: Any, **kwargs: Any) -> Any:
        self._disk.ask()
        return super().cursor(*args, **kwargs)

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        self._disk.ask()
        return super().execute(*args, **kwargs)

    def commit(self) -> None:
        writes = not self.execute("PRAGMA query_only").fetchone()[0]
        if writes:
            self._disk.take("fail_before_commit")
        super().commit()
        if writes:
            self._disk.commits += 1
            self._disk.take("fail_after_commit")
