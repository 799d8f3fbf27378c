"""All that an office keeps, for tests that say nothing was changed: every row, every file taken in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.paths import DataFolder
from app.store.connection import open_connection


def contents(folder: Path) -> dict[str, str]:
    """Table or file → a digest of what is in it; read through the driver alone."""
    data = DataFolder(folder)
    connection = open_connection(data.store, None, write=False)
    try:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
            )
        ]
        found = {name: repr(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in tables}
    finally:
        connection.close()
    files = sorted(path for path in data.files.rglob("*") if path.is_file())
    found |= {str(path.relative_to(data.root)): repr(path.read_bytes()) for path in files}
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in found.items()}
