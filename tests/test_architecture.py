"""The layer rules hold, and each of them notices a violation planted in a copy of the tree."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRACTS = [
    "-c",
    "from importlinter.cli import lint_imports_command as check; check()",
    "--no-logo",
    "--no-cache",
]
BANNED = ["-m", "ruff", "check", "--no-cache", "--select", "TID251", "app"]
QT = {"PySide6", "shiboken6"}


def python(arguments: list[str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": "", "COLUMNS": "200"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The rules and the code they are about, to plant something into."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def plant(tree: Path, module: str, line: str) -> None:
    """Add a module with one import, and the packages above it where they are missing."""
    path = tree.joinpath(*module.split(".")).with_suffix(".py")
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def imported(path: Path) -> set[str]:
    """The first words of all that a file imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").partition(".")[0])
    return names


def test_contracts_are_kept() -> None:
    done = python(CONTRACTS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("app.models.planted", "import app.services.planted", "Arrows point down"),
        ("app.errors", "from app.models import planted", "Arrows point down"),
        ("app.exporters.planted", "import app.store.planted", "Arrows point down"),
        ("app.store.planted", "import app.exporters.planted", "Arrows point down"),
        ("app.importers.planted", "import app.store.planted", "Arrows point down"),
        ("app.importers.planted", "import app.exporters.planted", "Arrows point down"),
        ("app.cli.planted", "import app.ui.planted", "Arrows point down"),
        ("app.services.planted", "def f() -> None:\n    import PySide6.QtCore", "Only app.ui knows Qt"),
    ],
)
def test_planted_import_breaks_its_contract(copy: Path, module: str, line: str, broken: str) -> None:
    for name in ("app.models.planted", "app.services.planted", "app.store.planted"):
        plant(copy, name, "")
    plant(copy, "app.exporters.planted", "")
    plant(copy, "app.importers.planted", "")
    plant(copy, "app.ui.planted", "")
    plant(copy, module, line)
    done = python(CONTRACTS, copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert any(broken in row and "BROKEN" in row for row in done.stdout.splitlines()), done.stdout
    assert module in done.stdout


def test_new_part_of_the_program_needs_its_place_in_the_layers(copy: Path) -> None:
    plant(copy, "app.misc", "")
    done = python(CONTRACTS, copy)
    assert done.returncode == 1
    assert "app.misc" in done.stdout


def test_ruff_refuses_qt_below_the_window(copy: Path) -> None:
    plant(copy, "app.services.planted", "from PySide6.QtCore import QObject")
    plant(copy, "app.ui.planted", "from PySide6.QtCore import QObject")
    done = python(BANNED, copy)
    assert done.returncode == 1
    assert "app/services/planted.py" in done.stdout.replace(os.sep, "/")
    assert "planted.py" not in done.stdout.replace(os.sep, "/").replace("app/services/planted.py", "")


def test_no_file_below_the_window_names_qt() -> None:
    below = [path for path in (ROOT / "app").rglob("*.py") if (ROOT / "app" / "ui") not in path.parents]
    assert below
    assert [str(path) for path in below if imported(path) & QT] == []


def test_commands_never_load_qt(tmp_path: Path) -> None:
    """A real run of a sub-command, asked afterwards what it has loaded."""
    program = (
        "import atexit, runpy, sys\n"
        f"unwanted = {sorted(QT | {'app.ui'})}\n"
        "atexit.register(lambda: print('loaded:', [name for name in unwanted if name in sys.modules]))\n"
        f"sys.argv = ['app', '--data', {str(tmp_path)!r}, 'kinds', '--json']\n"
        "runpy.run_module('app', run_name='__main__', alter_sys=True)\n"
    )
    done = python(["-c", program])
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "loaded: []"


def test_help_does_not_load_qt() -> None:
    done = python(["-X", "importtime", "-m", "app", "--help"])
    assert done.returncode == 0, done.stderr
    assert "PySide6" not in done.stderr
    assert "app.bootstrap" in done.stderr or "app.cli" in done.stderr
