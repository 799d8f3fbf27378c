"""Recasting: one thing of an office after another under the new key, written where it waits for its turn."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlite

from app.store.backup.attachments import place_of
from app.store.backup.backup import from_json, to_json
from app.store.backup.copying import Unsound
from app.store.backup.facts import files_of
from app.store.connection import COMPANIONS, open_connection
from app.store.journal.segment import Segment, Unreadable
from app.store.opening.soundness import flaws
from app.store.password.cipher import SEALED, Broken, Cipher, content_size, is_sealed, sealed_size
from app.store.password.keyring import Keyring
from app.store.password.recoding import recode
from app.store.password.sealing import Sealing, Torn
from app.store.password.staging import Staging
from app.store.private_files import Differs, read_pieces, sha256_of, write_new, write_pieces

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

log = logging.getLogger(__name__)


class _Unreadable(Exception):
    """The old file cannot be taken over; it stays where it is."""


class Recasting:
    """Exactly one of the keys is None.

    `targets` are the new files in the order they take their places, `gone` the old ones, `left` counts those
    that cannot be taken over: plain ones that cannot be read, sealed ones that are broken. A sealed one that
    the disk does not give stops everything: with the key gone it would be lost.
    """

    def __init__(
        self, staging: Staging, old: bytes | None, new: bytes | None, keyring: Keyring | None
    ) -> None:
        key = new or old
        assert key is not None
        self.targets: list[Path] = []
        self.gone: list[Path] = []
        self.left = 0
        self._staging = staging
        self._old, self._new, self._keyring = old, new, keyring
        self._cipher = Cipher(key)
        self._names: dict[str, str] = {}  # sealed name → SHA-256, which cannot be told from the name alone

    def keyring(self, *places: Path) -> None:
        """Who can open it from now on."""
        if self._keyring is None:
            return
        for path in places:
            write_new(self._staging.place(path), self._keyring.to_json())
            self.targets.append(path)

    def store(self, path: Path) -> None:
        """A store's file; raises Unsound or sqlite.Error when it is damaged."""
        if self._old is not None:
            with closing(open_connection(path, self._old, write=False)) as connection:
                self._names |= {self._cipher.name(sha): sha for sha in files_of(connection)}
        recode(path, self._old, self._staging.place(path), self._new)
        self.targets.append(path)

    def other_store(self, path: Path) -> None:
        """A backup with its list, or what was put aside; a damaged one is taken as it lies.

        Raises as `store` does when it is not the old file that is to blame.
        """
        companions = [each for end in COMPANIONS if (each := path.with_name(path.name + end)).is_file()]
        try:
            self.store(path)
        except (Unsound, sqlite.Error):
            if not _is_damaged(path, self._old):
                raise
            log.warning("a file that cannot be read as a store is taken as it lies")
            for each in [path, *companions] if self._new is not None else ():
                self.opaque(each)
            return
        self.gone += companions
        self._relist(path)

    def file(self, path: Path) -> None:
        """An attachment, under the name it has from now on."""
        shelf = path.parent.parent
        if self._old is None:
            self._carry(path, place_of(shelf, self._cipher.name(path.name)))
            return
        staged = self._staging.place(path)
        sha256 = self._written(path, staged)
        if sha256:
            target = place_of(shelf, self._names.get(path.name, sha256))
            staged.replace(self._staging.place(target))
            self._take(path, target)

    def unsaved(self, path: Path) -> None:
        """What is typed and not saved."""
        try:
            data = Sealing(self._old).read(path)
        except Torn:
            self.opaque(path)
            return
        Sealing(self._new).write(self._staging.place(path), data)
        self.targets.append(path)

    def segment(self, path: Path) -> None:
        """A segment of the change journal; one that nobody can read is taken as it lies."""
        try:
            Segment.recast(path, self._old, self._staging.place(path), self._new)
        except Unreadable:
            if self._new is not None:
                self.opaque(path)
            return
        self.targets.append(path)

    def opaque(self, path: Path) -> None:
        """Any file, as it lies."""
        sealed = is_sealed(path.name)
        self._carry(path, path.with_suffix("") if sealed else path.with_name(path.name + SEALED))

    def _carry(self, path: Path, target: Path) -> None:
        if self._written(path, self._staging.place(target)):
            self._take(path, target)

    def _written(self, path: Path, staged: Path) -> str:
        """Written and read back from the disk; the SHA-256 of the content, "" when it stays as it is."""
        seen = hashlib.sha256()
        try:
            if self._old is None:
                write_pieces(
                    staged, self._cipher.closed(_watched(read_pieces(path), seen, OSError), staged.name)
                )
                back = self._cipher.opened(staged, staged.name)
            else:
                write_pieces(staged, _watched(self._cipher.opened(path, path.name), seen, Broken))
                back = read_pieces(staged)
        except _Unreadable:
            log.warning("a file cannot be read and stays as it is")
            self.left += 1
            return ""
        if digest_of(back) != seen.hexdigest():
            raise Differs(staged)
        return seen.hexdigest()

    def _take(self, path: Path, target: Path) -> None:
        self.targets.append(target)
        self.gone.append(path)

    def _relist(self, path: Path) -> None:
        """The list beside a backup says what its file is from now on."""
        listed = path.with_suffix(".json")
        try:
            backup = from_json(listed.read_bytes())
        except (OSError, ValueError):
            return
        staged = self._staging.place(path)
        changed = replace(
            backup,
            encrypted=self._new is not None,
            size=staged.stat().st_size,
            sha256=sha256_of(staged),
            files={self._name(name): self._size(size) for name, size in backup.files.items()},
            missing=tuple(self._name(name) for name in backup.missing),
            keyring="" if self._keyring is None else self._keyring.to_json().decode(),
        )
        write_new(self._staging.place(listed), to_json(changed))
        self.targets.append(listed)

    def _name(self, name: str) -> str:
        if is_sealed(name):
            return self._names.get(name, name)
        return self._cipher.name(name)

    def _size(self, size: int) -> int:
        return sealed_size(size) if self._old is None else content_size(size)


def _is_damaged(path: Path, key: bytes | None) -> bool:
    """Whether a store's file cannot be read; a full disk is nothing that it can help."""
    try:
        with closing(open_connection(path, key, write=False)) as connection:
            return bool(flaws(connection, deep=True))
    except sqlite.Error:
        return True


def digest_of(pieces: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


def _watched(pieces: Iterator[bytes], seen: Hash, bad: type[OSError]) -> Iterator[bytes]:
    """The pieces of the old file as they go by; what is `bad` here is not the fault of the new one."""
    try:
        for piece in pieces:
            seen.update(piece)
            yield piece
    except bad as error:
        raise _Unreadable from error
