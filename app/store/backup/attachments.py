"""Attachments: one file of an office after another, into a folder of files and proved there."""

from __future__ import annotations

import re
from pathlib import Path

from app.store.password.cipher import is_sealed, is_whole
from app.store.private_files import (
    Differs,
    copy_new,
    make_folder,
    part_of,
    second_name,
    sha256_of,
    sync_folder,
)

_HASH = re.compile(r"[0-9a-f]{64}")


def place_of(files: Path, name: str) -> Path:
    """Where a folder of files keeps one."""
    return files / name[:2] / name


def take_file(name: str, source: Path, target: Path, aside: Path | None) -> None:
    """A copy of a good one in its place, what lay there goes `aside`; raises Differs for one that is not."""
    copy_new(source, part_of(target), name if _HASH.fullmatch(name) else _proved(source))
    try:
        if aside is not None and target.exists():
            _keep(target, aside)
        part_of(target).replace(target)
    except BaseException:
        part_of(target).unlink(missing_ok=True)
        raise


def _keep(damaged: Path, aside: Path) -> None:
    make_folder(aside.parent)
    try:
        second_name(damaged, aside)
    except (OSError, Differs):  # nobody can read it, or no room for a copy: then the file itself goes
        part_of(aside).unlink(missing_ok=True)
        damaged.replace(aside)
        sync_folder(aside.parent)


def is_sound(path: Path, name: str, size: int) -> bool:
    """Whether a file is there in full and as it was written; not when nobody can read it."""
    try:
        if size_of(path) != size:
            return False
        return sha256_of(path) == name if _HASH.fullmatch(name) else not is_sealed(name) or is_whole(path)
    except OSError:
        return False


def _proved(source: Path) -> str | None:
    """The SHA-256 of a sealed file that is as it was written; raises Differs for one that is not."""
    if not is_sealed(source.name):
        return None
    try:
        if is_whole(source):
            return sha256_of(source)
    except OSError as error:
        raise Differs(source) from error
    raise Differs(source)


def size_of(path: Path) -> int | None:
    """In bytes; None when there is none."""
    return path.stat().st_size if path.is_file() else None
