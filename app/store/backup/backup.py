"""Backup: what a backup says of itself in the list beside it; without that list a copy is no backup."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.foreign.plain_file import content
from app.store.backup.facts import Facts

FORMAT = 1
STEM = "台账"
NAME = re.compile(rf"{STEM}-(\d{{4,9}})-(\d{{8}}-\d{{6}})-(\w{{1,12}})")
_LARGEST = 200_000_000  # bytes; a file takes 70
_STAMP = "%Y%m%d-%H%M%S"


class Reason(StrEnum):
    """Why a backup was made, as it stands in its name."""

    EXIT = "退出"
    TIMER = "定时"
    ASKED = "手动"
    UPGRADE = "升级前"
    RESTORE = "恢复前"
    IMPORT = "导入前"
    MERGE = "合并前"
    DELETE = "批量删除前"
    PASSWORD = "改密码前"
    BASE = "流水起点"

    @property
    def is_safeguard(self) -> bool:
        """Made before something large is done, and kept by a rule of its own."""
        return self not in (Reason.EXIT, Reason.TIMER, Reason.ASKED)


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished backup. `made_at` is local wall-clock time; `files` are those the store names, as they
    are called where they are kept → bytes; `missing` are those of them that were already lost.

    `stamp` is size and time (ns) of the store's file when it was copied: equal means nothing changed since.
    `keyring` is what an encrypted one is opened with, as `Keyring.to_json` gives it, "" for a plain one.
    """

    number: int
    made_at: datetime
    reason: str
    program: str
    encrypted: bool
    size: int
    sha256: str
    facts: Facts
    files: Mapping[str, int]
    missing: tuple[str, ...]
    stamp: tuple[int, int]
    keyring: str = field(default="", compare=False)  # changes with who may open it, which is no other backup

    @property
    def name(self) -> str:
        """台账-0007-20261028-140312-退出, the file is this with .db, the list with .json."""
        return backup_name(self.number, self.made_at, self.reason)

    @property
    def held(self) -> Mapping[str, int]:
        """The files that lie beside it."""
        return {name: size for name, size in self.files.items() if name not in self.missing}


def backup_name(number: int, made_at: datetime, reason: str) -> str:
    return f"{STEM}-{number:04d}-{made_at:{_STAMP}}-{reason}"


def moment_of(name: str) -> datetime | None:
    """When the backup called so was made; None when nothing is called so."""
    found = NAME.fullmatch(name)
    try:
        return datetime.strptime(found[2], _STAMP) if found else None
    except ValueError:
        return None


def to_json(backup: Backup) -> bytes:
    """The list as it is kept, sealed, so that a torn one never passes for another."""
    data = asdict(backup) | {"format": FORMAT, "made_at": backup.made_at.isoformat()}
    return json.dumps(data | {"seal": _seal(data)}, ensure_ascii=False, indent=1, sort_keys=True).encode()


def read(path: Path) -> Backup:
    """The list in a file; raises OSError, and ValueError as `from_json`."""
    return from_json(raw(path))


def raw(path: Path) -> bytes:
    """A list as it lies in a file, perhaps on somebody else's disk; raises OSError or ValueError."""
    return content(path, _LARGEST)


def from_json(raw: bytes) -> Backup:
    """The list read again; raises ValueError for one that is torn, changed or of a later format."""
    try:
        data = json.loads(raw)
        seal, version = data.pop("seal"), data.pop("format")
        if version != FORMAT or seal != _seal(data | {"format": version}):
            raise ValueError("seal")
        facts = Facts(**data.pop("facts"))
        made_at = datetime.fromisoformat(data.pop("made_at"))
        missing, stamp = tuple(data.pop("missing")), tuple(data.pop("stamp"))
        return Backup(facts=facts, made_at=made_at, missing=missing, stamp=stamp, **data)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("list") from error


def _seal(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
