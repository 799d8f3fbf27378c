"""Sealing: a plain store's file made an encrypted one, by SQLCipher alone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app.store.connection import open_connection


def seal(store: Path, key: bytes) -> None:
    """In its place; nothing beside it is touched."""
    sealed = store.with_name(f"{store.name}.sealed")
    with closing(open_connection(store, None, write=True)) as raw:
        raw.execute(f"ATTACH '{sealed}' AS sealed KEY \"x'{key.hex()}'\"")
        raw.execute("SELECT sqlcipher_export('sealed')")
        for mark in ("application_id", "user_version"):
            raw.execute(f"PRAGMA sealed.{mark}={raw.execute(f'PRAGMA main.{mark}').fetchone()[0]}")
    sealed.chmod(0o600)
    sealed.replace(store)
