"""Guard: stands between a store and its file: lets only a sound one in, and stops writing when it is not."""

from __future__ import annotations

from contextlib import closing, suppress

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from app.paths import DataFolder
from app.store.connection import asking
from app.store.failures import gone, in_words
from app.store.opening import judging, stamp
from app.store.opening.condition import Condition, Damaged, Part, Unopened

_STOPPED = "台账文件有损坏，已经停止写入，免得坏得更多；填的内容还在。请退出再打开，会列出怎么找回。"


class Guard:
    """One store being used. Damage met once is remembered, here and for the next opening."""

    def __init__(self, folder: DataFolder, key: bytes | None, *, closely: bool = True) -> None:
        self._folder = folder
        self._key = key
        self._closely = closely
        self._spoilt = False
        self._known = True
        self._begun = False

    def admit(self) -> Condition:
        """SOUND or ABSENT; raises Unopened. Call it before the file is open."""
        return judging.admit(self._folder, self._key, closely=self._closely)

    def drop(self) -> None:
        """The store was not opened: nothing is known of its file."""
        self._known = False

    def check(self) -> None:
        """Before writing: raises Damaged once damage was met."""
        if self._spoilt:
            raise Damaged(_STOPPED)
        if not self._begun:
            stamp.begin(self._folder)
            self._begun = True

    def heard(self, error: DBAPIError, *, saving: bool) -> Exception:
        """An error of the driver as a sentence; of one that is about damage the next opening knows too."""
        return gone(self._folder.root, saving=saving) if self._is_gone() else self._said(error, saving=saving)

    def _said(self, error: DBAPIError, *, saving: bool) -> Exception:
        said = in_words(error, saving=saving)
        if isinstance(said, Damaged):
            self.note_damage()
        return said

    def _is_gone(self) -> bool:
        """Whether the file lies no longer where it was: its disk was pulled, or the folder moved away."""
        try:
            return not self._folder.store.exists()
        except OSError:  # that is told by what SQLite says of it
            return False

    def note_damage(self) -> None:
        """Damage was met: nothing is written from now on, and the next opening looks closely."""
        self._spoilt = True
        if self._closely:  # who looks for damage himself leaves everything as it is
            stamp.spoil(self._folder)

    def unopened(self, error: DBAPIError) -> Exception:
        """As `heard`, while the store is being opened."""
        said = self._said(error, saving=False)
        return Unopened(judging.damaged(self._folder, Part.STRUCTURE)) if self._spoilt else said

    def leave(self) -> None:
        """The file is closed, under its lock still: keep what it is, for the next opening."""
        if self._spoilt or not self._known:
            return
        with suppress(OSError, sqlite.Error):
            known = stamp.Stamp.read(self._folder)
            if known is not None and known.is_of(self._folder.store.stat()):
                return
            with closing(asking(self._folder.store, self._key)) as connection:
                connection.execute("BEGIN")
                now = stamp.Stamp.of(self._folder, judging.head_of(connection))
            now.keep(self._folder)
