"""Founding: the file of a new store, which gets its name when it is whole, so that an empty one is a loss."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from app.errors import AppError
from app.paths import DataFolder, is_there
from app.store import schema
from app.store.backup.failures import failed
from app.store.engine import make_engine
from app.store.opening.condition import Part, Unopened
from app.store.opening.judging import damaged
from app.store.private_files import new_file, part_of, sync_folder


def found_store(folder: DataFolder, key: bytes | None) -> None:
    """A store with its tables and nothing in them; call it under the store's lock. Raises AppError."""
    if is_there(folder.store):  # whatever was said of it: nothing is ever put in its place here
        raise Unopened(damaged(folder, Part.STRUCTURE))
    beside = part_of(folder.store)
    try:
        new_file(beside)
        _fill(beside, key)
        beside.replace(folder.store)
    except OSError as error:
        raise failed(error, "没有建成台账", folder.root, "什么都没有改动") from error
    try:
        sync_folder(folder.root)
    except OSError as error:  # nothing is in it yet; whoever starts again opens it
        raise AppError("台账建好了，但磁盘没有应答，断电后可能就没有了。请检查磁盘，再打开一次。") from error


def _fill(beside: Path, key: bytes | None) -> None:
    """The tables, in an empty file; whatever fails, it is not there any more."""
    engine = make_engine(beside, key, write=True)
    try:
        with engine.begin() as connection:
            schema.create(connection)
    except BaseException:
        engine.dispose()
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    finally:
        engine.dispose()
        beside.with_name(f"{beside.name}-journal").unlink(missing_ok=True)
