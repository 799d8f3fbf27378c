"""Set up this checkout and start it: run, test, lint, torture, bench, shots.

Needs nothing but Python itself. What a start needs is compared with a stamp inside `.venv`, so only the first
start (and the first after a change of the dependencies) installs anything.
"""

from __future__ import annotations  # lets a Python that is too old get as far as the sentence saying so

import os
import sys
from pathlib import Path

from system_packages import SetupError, require_packages, say, sections_for

ROOT = Path(__file__).resolve().parent
OLDEST, NEWEST = (3, 11), (3, 13)  # the newest is set by the wheels of Qt 6.9
USAGE = """用法：python3 dev.py 命令 [参数…]
  run      启动程序；后面的参数交给程序
  test     代码检查和全部测试
  lint     只做代码检查
  torture  故障试验；--budget 15m 限时，--seed 1 定种子
  bench    测速
  shots    各页面截图"""


class Environment:
    """The virtual environment beside this file, made when it is missing, broken or out of date."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / "installed.txt"
        inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        self.python = self.folder.joinpath(*inside)

    def wanted(self, extra: str) -> list[str]:
        """Return the lines a stamp must hold: Python's version, what is declared, what is installed."""
        import hashlib

        declared = hashlib.sha256()
        for name in ("pyproject.toml", "constraints.txt"):
            declared.update((self.root / name).read_bytes())
        version = f"python {sys.version_info[0]}.{sys.version_info[1]}"
        return [version, f"declared {declared.hexdigest()}", "run", *([extra] if extra else [])]

    def stamped(self) -> list[str]:
        """Return the stamp's lines; none when the last installation did not reach its end."""
        if not (self.python.exists() and self.stamp.exists()):
            return []
        return self.stamp.read_text(encoding="utf-8").splitlines()

    def is_ready(self, extra: str) -> bool:
        return set(self.wanted(extra)) <= set(self.stamped())

    def ensure(self, extra: str = "") -> None:
        """Install what `extra` needs ("" to run, "test" for the checks); nothing when all is there."""
        if self.is_ready(extra):
            return
        with Turn(self.root / ".venv.lock"):
            if not self.is_ready(extra):  # another start may have done it while this one waited
                self._install(extra)

    def _install(self, extra: str) -> None:
        from subprocess import run

        wanted, stamped = self.wanted(extra), self.stamped()
        if wanted[0] not in stamped:
            self._make()
        elif wanted[1] in stamped:
            wanted = sorted({*wanted, *stamped})
        self.stamp.unlink(missing_ok=True)
        say("正在安装所需组件，第一次要几分钟……")
        pip = [str(self.python), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
        versions = ["-c", str(self.root / "constraints.txt")]
        if run([*pip, *versions, *self.requirements(extra)], stdout=sys.stderr).returncode:
            raise SetupError("组件没有装完。请看上面的提示，检查网络后再运行一次同一条命令。")
        unfinished = self.stamp.with_suffix(".part")
        unfinished.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        unfinished.replace(self.stamp)

    def _make(self) -> None:
        """Make the environment from nothing, over whatever an interrupted start left."""
        import shutil
        from subprocess import run

        require_packages(["venv"])
        if self.folder.exists():
            say("上次没有装完或 Python 换过版本，重新安装。")
            shutil.rmtree(self.folder)
        if run([sys.executable, "-m", "venv", str(self.folder)], stdout=sys.stderr).returncode:
            raise SetupError(f"不能在 {self.root} 建立 .venv。请检查磁盘空间和写入权限。")

    def requirements(self, extra: str) -> list[str]:
        """Return what pyproject.toml declares; read directly, so no build tool has to be there."""
        import tomllib

        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]


class Turn:
    """A lock held while installing: a second, impatient start waits instead of undoing the first."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        self.file = self.path.open("a")
        try:
            self._lock(wait=False)
        except OSError:
            say("另一处正在安装，请稍候……")
            self._lock(wait=True)

    def __exit__(self, *_: object) -> None:
        self.file.close()  # the system gives the lock back with the file, also when the program is killed

    def _lock(self, wait: bool) -> None:
        if sys.platform == "win32":
            import msvcrt
            import time

            while True:
                try:
                    msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)
                    return
                except OSError:
                    if not wait:
                        raise
                    time.sleep(0.5)
        else:
            import fcntl

            fcntl.flock(self.file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def checks() -> list[tuple[str, list[str]]]:
    """Return what `lint` runs: a name and the arguments for Python."""
    typed = [name for name in ("app", "bench", "dev.py", "system_packages.py") if (ROOT / name).exists()]
    layers = "from importlinter.cli import lint_imports_command as check; check()"
    return [
        ("ruff", ["-m", "ruff", "check", "."]),
        ("mypy", ["-m", "mypy", *typed]),
        ("import-linter", ["-c", layers, "--no-logo"]),
    ]


def child_environment() -> dict[str, str]:
    """Return the environment in which `app` is found from whatever folder the person stands in."""
    path = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}


def start(python: Path, arguments: list[str]) -> int:
    """Run Python in the environment and return its exit code."""
    from subprocess import call

    try:
        return call([str(python), *arguments], cwd=ROOT)
    except KeyboardInterrupt:
        return 130


def become(python: Path, module: str, arguments: list[str]) -> int:
    """Start a module in this program's place, in the person's own folder: relative paths mean theirs."""
    command = [str(python), "-P", "-m", module, *arguments]
    if os.name != "nt":
        os.execve(command[0], command, child_environment())
    from subprocess import call

    return call(command, env=child_environment())  # Windows' exec gives the prompt back before the end


def check(python: Path, tests: list[str] | None) -> int:
    """Run the checks, then pytest with `tests` as its arguments if given; all of them, whatever fails."""
    steps = checks()
    if tests is not None:
        # One process a core; whoever names tests wants to see them one after the other.
        steps.append(("pytest", ["-m", "pytest", *(tests or ["-n", "auto", "--dist", "worksteal"])]))
    failed = []
    for name, arguments in steps:
        say(f"── {name}")
        if start(python, arguments):
            failed.append(name)
    if failed:
        say("没有通过：" + "、".join(failed))
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise SetupError(f"本程序需要 Python 3.11 至 3.13，现在是 {found}。请装好后再运行。")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in ("run", "test", "lint", "torture", "bench", "shots"):
        say(USAGE)
        return 0 if command in ("-h", "--help") else 2
    require_packages(sections_for(command, rest))
    environment = Environment()
    environment.ensure("" if command == "run" else "test")
    if command in ("test", "lint"):
        return check(environment.python, rest if command == "test" else None)
    module = {"run": "app", "torture": "tests.faults", "bench": "bench", "shots": "app.ui.shots"}[command]
    return become(environment.python, module, rest)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an English console must not stop over a Chinese sentence
            stream.reconfigure(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        say(str(problem))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
