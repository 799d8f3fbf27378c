"""Intake: the files of raw records on their way into the vault, and back out when the records are refused."""

from __future__ import annotations

from pathlib import Path

from app.errors import AppError, Level, Problem
from app.models.fields import Values
from app.services.taken_files import TakenFiles
from app.store.vault import PICTURES, StoredFile

LABEL = "照片和附件"


class Intake(TakenFiles):
    """Takes files in before the records that name them are written."""

    def take(self, entries: list[Values]) -> tuple[list[Values], list[Problem]]:
        """The entries of a record's files as they are kept, and a problem for each that cannot be."""
        found: list[Values] = []
        problems: list[Problem] = []
        for index, entry in enumerate(entries):
            try:
                stored = self._stored(entry, index)
            except AppError as error:
                text = error.message.removesuffix("。")
                problems.append(Problem(("files", index), LABEL, text, Level.SAVE))
                continue
            found.append(kept(stored, entry.get("caption")))
        return found, problems

    def _stored(self, entry: Values, index: int) -> StoredFile:
        if "path" in entry:
            return self.add(Path(entry["path"]))
        size = self._vault.size(entry["sha256"])
        if size is None:
            raise AppError(f"第 {index + 1} 个不在附件文件夹里，请重新添加这个文件。")
        name = entry.get("name") or entry["sha256"][:8]
        return StoredFile(entry["sha256"], name, size, Path(name).suffix.lower() in PICTURES)


def kept(stored: StoredFile, caption: str | None = None) -> Values:
    """A file in the vault as an entry of a record's files."""
    return {
        "sha256": stored.sha256,
        "name": stored.name,
        "size": stored.size,
        "picture": stored.picture,
        "caption": caption,
    }
