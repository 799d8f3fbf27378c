"""TakenFiles: files put into the vault for what is written next, and taken out again when that is refused."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from app.errors import Unsure
from app.store.vault import StoredFile, Vault


class TakenFiles:
    """Enter it around the transaction, so that it hears what became of that."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._new: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # What names them may be in the file when nobody can tell, or when the program is being ended: one
        # file too many does no harm then, one too few is a photo lost.
        if isinstance(error, Exception) and not isinstance(error, Unsure):
            self.give_back()

    def give_back(self) -> None:
        """Takes out of the vault again what was not there before."""
        for sha256 in self._new:
            self._vault.remove(sha256)
        self._new.clear()

    def add(self, source: Path, *, original: bool = False) -> StoredFile:
        """Takes one in, as `Vault.add`."""
        stored = self._vault.add(source, original=original)
        if stored.new:
            self._new.append(stored.sha256)
        return stored
