"""Reading needs no Qt, and nothing heavy is loaded before a file is read."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("modules", "absent"),
    [
        ("app.ui.print.docx_reader, app.ui.print.sheet_reader", ("PySide6", "docx", "openpyxl", "lxml")),
        ("app.ui.print.preview", ("docx", "openpyxl", "lxml")),
    ],
)
def test_what_importing_loads(modules: str, absent: tuple[str, ...]) -> None:
    code = f"import {modules}, sys; print([name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == "[]", done.stderr
