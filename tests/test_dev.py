"""Setting up: what counts as installed, what is asked of the system, and what a start passes on."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import system_packages

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt and its packages are Linux's")
posix = pytest.mark.skipif(os.name == "nt", reason="the hand-made environment is a symbolic link")

PROJECT = """
[project]
name = "tiny"
dependencies = ["pip"]
[project.optional-dependencies]
test = ["pip", "./nowhere"]
"""
PROGRAM = """
import os, sys
print(os.getcwd(), *sys.argv[1:])
sys.exit(7)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a program of three lines, nothing installed yet."""
    root = tmp_path / "检出"
    (root / "app").mkdir(parents=True)
    (root / "app" / "__init__.py").touch()
    (root / "app" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    (root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (root / "constraints.txt").touch()
    for name in ("dev.py", "system_packages.py", "system-packages.txt"):
        shutil.copy(dev.ROOT / name, root)
    return root


def pretend_installed(root: Path, extra: str = "") -> dev.Environment:
    """Leave what a finished installation leaves: an interpreter and the stamp."""
    environment = dev.Environment(root)
    environment.python.parent.mkdir(parents=True)
    if os.name == "nt":
        environment.python.touch()
    else:
        environment.python.symlink_to(sys.executable)
    environment.stamp.write_text("\n".join(environment.wanted(extra)) + "\n", encoding="utf-8")
    return environment


class TestStamp:
    def test_finished_installation_is_ready(self, checkout: Path) -> None:
        assert not dev.Environment(checkout).is_ready("")
        assert pretend_installed(checkout).is_ready("")

    def test_checks_need_more_than_running(self, checkout: Path) -> None:
        environment = pretend_installed(checkout)
        assert not environment.is_ready("test")

    def test_what_serves_the_checks_serves_running(self, checkout: Path) -> None:
        assert pretend_installed(checkout, "test").is_ready("")

    @pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
    def test_changed_dependencies_are_installed_again(self, checkout: Path, name: str) -> None:
        environment = pretend_installed(checkout)
        with (checkout / name).open("a", encoding="utf-8") as file:
            file.write("# another line\n")
        assert not environment.is_ready("")

    def test_interpreter_that_went_away_is_noticed(self, checkout: Path) -> None:
        environment = pretend_installed(checkout)
        environment.python.unlink()
        assert not environment.is_ready("")

    def test_other_python_is_noticed(self, checkout: Path) -> None:
        environment = pretend_installed(checkout)
        stamped = environment.stamp.read_text(encoding="utf-8")
        environment.stamp.write_text(
            stamped.replace(environment.wanted("")[0], "python 3.10"), encoding="utf-8"
        )
        assert not environment.is_ready("")


def test_half_made_environment_is_made_anew(checkout: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The real thing, once: leftovers go, a finished installation stays, a failed one is not believed."""
    environment = dev.Environment(checkout)
    leftover = environment.folder / "lib" / "half-written.py"
    leftover.parent.mkdir(parents=True)
    leftover.touch()
    environment.ensure()
    assert not leftover.exists()
    assert environment.is_ready("")
    assert "重新安装" in capfd.readouterr().err

    made = environment.stamp.stat().st_mtime_ns
    environment.ensure()
    assert environment.stamp.stat().st_mtime_ns == made
    assert capfd.readouterr().err == ""

    with pytest.raises(dev.SetupError, match="没有装完"):
        environment.ensure("test")
    assert not environment.is_ready("")


class TestStart:
    @posix
    def test_program_gets_arguments_and_folder_and_gives_its_exit_code(
        self, checkout: Path, tmp_path: Path
    ) -> None:
        pretend_installed(checkout)
        elsewhere = tmp_path / "别处"
        (elsewhere / "app").mkdir(parents=True)  # another `app` where the person stands is not ours
        (elsewhere / "app" / "__main__.py").write_text("raise SystemExit(1)", encoding="utf-8")
        command = [sys.executable, str(checkout / "dev.py"), "run", "list", "--search", "院坝 协商"]
        environment = {**os.environ, "PYTHONUTF8": "1"}
        done = subprocess.run(
            command, cwd=elsewhere, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 7
        assert done.stdout == f"{elsewhere} list --search 院坝 协商\n"
        assert done.stderr == ""

    def test_unknown_command_explains_itself(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert dev.main(["nonsense"]) == 2
        assert "用法" in capsys.readouterr().err
        assert dev.main(["--help"]) == 0

    def test_old_python_can_read_the_file_as_far_as_the_sentence(self) -> None:
        for name in ("dev.py", "system_packages.py"):
            tree = ast.parse((dev.ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))
            assert ast.get_docstring(tree)

    def test_declared_range_of_python_is_the_checked_one(self) -> None:
        declared = (dev.ROOT / "pyproject.toml").read_text(encoding="utf-8")
        oldest, newest = dev.OLDEST, dev.NEWEST
        wanted = f'requires-python = ">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"'
        assert wanted in declared


def test_every_pinned_package_has_its_licence_listed() -> None:
    pinned = (dev.ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    names = [line.partition("==")[0] for line in pinned if not line.startswith("#")]
    listed = (dev.ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert len(names) > 30
    assert [name for name in names if name not in listed] == []


class TestWindow:
    @pytest.mark.parametrize(
        ("arguments", "wanted"),
        [
            ([], True),
            (["--data", "目录"], True),
            (["--data=目录"], True),
            (["demo"], False),
            (["--data", "目录", "export", "--period", "2026-10"], False),
            (["--data=目录", "kinds"], False),
            (["--help"], False),
            (["--version"], False),
        ],
    )
    def test_wanted_unless_there_is_a_sub_command(self, arguments: list[str], wanted: bool) -> None:
        assert system_packages.wants_window(arguments) is wanted

    @linux
    @pytest.mark.parametrize(
        ("screen", "sections"),
        [({}, []), ({"DISPLAY": ":0"}, ["qt", "x11"]), ({"WAYLAND_DISPLAY": "wayland-0"}, ["qt", "wayland"])],
    )
    def test_libraries_follow_the_screen(
        self, monkeypatch: pytest.MonkeyPatch, screen: dict[str, str], sections: list[str]
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        for name, value in screen.items():
            monkeypatch.setenv(name, value)
        assert system_packages.sections_for("run", []) == sections
        assert system_packages.sections_for("run", ["demo"]) == []
        for command in ("test", "torture"):
            assert system_packages.sections_for(command, []) == ["qt", "faults"]
        assert system_packages.sections_for("lint", []) == []


class TestSystemPackages:
    def test_list_is_understood_to_its_last_line(self) -> None:
        for section in ("venv", "qt", "faults", "x11", "wayland"):
            packages = system_packages.system_packages([section])
            assert packages
            sorts = {brings.partition(":")[0] for _, brings in packages}
            assert sorts <= {"lib", "font", "tool", "module", "file"}

    @linux
    def test_missing_is_told_from_present(self) -> None:
        present = [("a", "lib:libc.so.6"), ("b", "module:json"), ("c", "tool:sh"), ("x", "file:/")]
        missing = [
            ("d", "lib:libnowhere.so.9"),
            ("e", "module:nowhere"),
            ("f", "tool:no-where"),
            ("g", "font:xx-no"),
            ("h", "file:/no/where"),
        ]
        assert system_packages.missing_packages([*present, *missing]) == ["d", "e", "f", "g", "h"]


FAKE_APT = """#!/bin/sh
echo "$@" >> "{log}"
[ "$1" = update ] && touch "{lists}"
[ -e "{lists}" ] || {{ echo 'E: Unable to locate package'; exit 100; }}
"""


@linux
class TestApt:
    @pytest.fixture
    def apt_log(self, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """An apt-get that knows no package before it was updated, and a list with one missing library."""
        folder = checkout / "bin"
        folder.mkdir()
        log = folder / "log"
        script = folder / "apt-get"
        script.write_text(FAKE_APT.format(log=log, lists=folder / "lists"), encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
        listed = "[qt]\nlibnowhere9 lib:libnowhere.so.9\n"
        (checkout / "system-packages.txt").write_text(listed, encoding="utf-8")
        return log

    def test_root_gets_it_installed(
        self,
        checkout: Path,
        apt_log: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        system_packages.require_packages(["qt"], checkout)
        asked = [line.split()[0] for line in apt_log.read_text(encoding="utf-8").splitlines()]
        assert asked == ["install", "update", "install"]
        assert capsys.readouterr().err == "正在安装系统组件：libnowhere9\n"

    def test_others_get_the_line_to_run(
        self, checkout: Path, apt_log: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        with pytest.raises(dev.SetupError, match=r"sudo apt-get install -y libnowhere9$"):
            system_packages.require_packages(["qt"], checkout)
        assert not apt_log.exists()

    def test_apt_that_cannot_is_quoted(
        self,
        checkout: Path,
        apt_log: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        (apt_log.parent / "apt-get").write_text("#!/bin/sh\necho no network; exit 100\n", encoding="utf-8")
        with pytest.raises(dev.SetupError, match="没有装上"):
            system_packages.require_packages(["qt"], checkout)
        assert "no network" in capsys.readouterr().err
