"""EvidencePapers: the papers, photos and files of one activity, under names that say what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from app.errors import Level
from app.exporters.files import split_suffix, unique_path, write_beside
from app.models.days import Day
from app.services.aggregates import DRAFT, Aggregate
from app.services.covering import Covering
from app.services.documents import Documents, document_of
from app.services.records import Records
from app.store.password.cipher import Broken
from app.store.store import Store

SIGN_IN = "签到"
_SIGN_IN_SHEET, _DRAFT_PAPER = "sign_in_sheet", "information_draft"
_JPEG, _JPEG_SUFFIXES = b"\xff\xd8\xff", (".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One file of the folder: what it is, its name there, bytes and SHA-256."""

    sort: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Papers:
    """What one activity left behind: its folder and files, and in words what is missing."""

    kind: str
    uuid: str
    kind_label: str
    title: str
    number: str
    day: Day | None
    folder: str
    files: tuple[PaperFile, ...]
    missing: tuple[str, ...]


class EvidencePapers:
    """Writes one activity at a time into a folder of its own."""

    def __init__(self, store: Store, records: Records, documents: Documents, *, full: bool = False) -> None:
        self._store = store
        self._records = records
        self._documents = documents
        self._full = full

    def write(self, record: Aggregate, folder: Path) -> Papers:
        """Record, sign-in sheet and information draft as Word, then photos and files in their order."""
        folder.mkdir(mode=0o700)
        files = [*self._documents_of(record, folder)]
        missing: list[str] = []
        files += self._attached(record, folder, missing)
        kind = record.model.kind
        return Papers(
            record.kind, record.uuid, kind.label, self.title(record), record.number,
            record.values.get(kind.day), folder.name, tuple(files), (*_lacking(record), *missing),
        )  # fmt: skip

    def title(self, record: Aggregate) -> str:
        """What the record is called here."""
        return Covering(record.model, record.values, full=self._full).text(record.title)

    def _documents_of(self, record: Aggregate, folder: Path) -> Iterator[PaperFile]:
        for place, key in enumerate(_ordered(record.model.kind.documents), 1):
            document = document_of(key)
            label, target = document.label, folder / f"{place} {document.label}.docx"
            path = self._documents.written(record, document, target, full=self._full)
            data = path.read_bytes()
            yield PaperFile(label, path.name, len(data), hashlib.sha256(data).hexdigest())

    def _attached(self, record: Aggregate, folder: Path, missing: list[str]) -> Iterator[PaperFile]:
        covering = Covering(record.model, record.values, full=self._full)
        counts = {"照片": 0, "附件": 0}
        for entry in record.values.get("files") or ():
            sort = "照片" if entry["picture"] else "附件"
            counts[sort] += 1
            name = _readable(f"{sort}{counts[sort]:02d}", entry, covering, self._suffix(entry))
            if not self._store.vault.has(entry["sha256"]):
                missing.append(f"{name}的文件不见了")
                continue
            yield self._copied(unique_path(folder, name), sort, entry, missing)

    def _copied(self, target: Path, sort: str, entry: Mapping[str, Any], missing: list[str]) -> PaperFile:
        digest = hashlib.sha256()
        size = 0

        def copy(out: IO[bytes]) -> None:
            nonlocal size
            with suppress(Broken):  # what can be had of a damaged one is copied, and said to be so
                for chunk in self._store.vault.pieces(entry["sha256"]):
                    digest.update(chunk)
                    size += len(chunk)
                    out.write(chunk)

        path = write_beside(target, copy)
        if digest.hexdigest() != entry["sha256"]:
            missing.append(f"{path.name}和存进来时不一样，请重新添加")
        return PaperFile(sort, path.name, size, digest.hexdigest())

    def _suffix(self, entry: Mapping[str, Any]) -> str:
        """As the file came, but .jpg for a photo that was kept as JPEG whatever it had been."""
        suffix = split_suffix(str(entry["name"]))[1]
        if not entry["picture"] or suffix.lower() in _JPEG_SUFFIXES:
            return suffix
        try:
            head = next(self._store.vault.pieces(entry["sha256"]), b"")
        except OSError:
            return suffix
        return ".jpg" if head.startswith(_JPEG) else suffix


def _ordered(documents: tuple[str, ...]) -> list[str]:
    """The record itself first, then who was there, then what was written about it."""
    last = {_SIGN_IN_SHEET: 1, _DRAFT_PAPER: 2}
    return sorted(documents, key=lambda key: last.get(key, 0))


def _readable(numbered: str, entry: Mapping[str, Any], covering: Covering, suffix: str) -> str:
    """照片01 现场.jpg: the caption, else the name it came with, citizens not by name."""
    said = str(entry.get("caption") or split_suffix(str(entry["name"]))[0]).strip()
    return f"{numbered} {covering.text(said)}".strip() + suffix


def _lacking(record: Aggregate) -> Iterator[str]:
    """没有照片, 没有签到表, and what the papers need and have not."""
    files = record.values.get("files") or ()
    if record.status == DRAFT:
        yield "还是草稿"
    if not any(entry["picture"] for entry in files):
        yield "没有照片"
    signed = (str(entry["name"]) + str(entry.get("caption") or "") for entry in files)
    if not any(SIGN_IN in text for text in signed):
        yield "没有签到表"
    levels = (Level.DOCUMENT, Level.COUNT, Level.SAVE)
    unfilled = [problem.label for problem in record.problems if problem.missing and problem.level in levels]
    if unfilled:
        yield f"没填{'、'.join(dict.fromkeys(unfilled))}"
