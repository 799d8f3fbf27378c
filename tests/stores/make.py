"""`python -m tests.stores.make`: keeps a store of this version for all versions to come; see README.md."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from app import __version__
from tests.faults.filled import filled
from tests.stores import dump

HERE = Path(__file__).parent


def main() -> None:
    target = HERE / __version__
    if target.exists():
        sys.exit(f"{target} is there already and never changes.")
    with tempfile.TemporaryDirectory() as scratch:
        made = filled(Path(scratch), 1)
        target.mkdir()
        dump.write(made.data.store, target / "store.sql")
        shutil.copytree(made.data.files, target / "files", ignore=shutil.ignore_patterns(".*"))


if __name__ == "__main__":
    main()
