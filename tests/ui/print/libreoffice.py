"""Page counts as LibreOffice sees them; run with files as arguments to print them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.ui.print.layouts import pdf_page_count

_PATIENCE = 120  # seconds for all files together


def soffice() -> str | None:
    """The command, None where LibreOffice is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def page_counts(files: Sequence[Path], folder: Path) -> dict[str, int]:
    """Pages of each file by its stem, all converted in one run, with a profile of their own in `folder`."""
    command = soffice()
    assert command is not None
    target = folder / "pdf"
    profile = (folder / "profile").as_uri()
    arguments = [command, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*arguments, "--outdir", str(target), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=_PATIENCE,
    )
    return {path.stem: pdf_page_count((target / f"{path.stem}.pdf").read_bytes()) for path in files}


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        for stem, count in page_counts([Path(one) for one in sys.argv[1:]], Path(name)).items():
            sys.stdout.write(f"{stem}: {count}\n")
