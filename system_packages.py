"""What Linux has to bring for a command, out of system-packages.txt, and getting it; needs only Python."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WITH_VALUE = ("--data",)  # options of the program that take the next word with them
WITHOUT_WINDOW = ("-h", "--help", "--version")


class SetupError(Exception):
    """A sentence for the person at the keyboard: what is missing and what to do."""


def say(text: str) -> None:
    """Tell the person something; on stderr, because stdout belongs to the program's own answers."""
    print(text, file=sys.stderr, flush=True)


def wants_window(arguments: list[str]) -> bool:
    """Tell whether the program will open its window: no sub-command, only options."""
    words = iter(arguments)
    for word in words:
        if word in WITHOUT_WINDOW or not word.startswith("-"):
            return False
        if word in WITH_VALUE:
            next(words, None)
    return True


def sections_for(command: str, arguments: list[str]) -> list[str]:
    """Return the sections of system-packages.txt that this start needs."""
    if not sys.platform.startswith("linux"):
        return []
    if command in ("test", "torture"):
        return ["qt", "faults"]
    if command in ("bench", "shots"):
        return ["qt"]
    if command == "run" and wants_window(arguments):
        if os.environ.get("DISPLAY"):
            return ["qt", "x11"]
        if os.environ.get("WAYLAND_DISPLAY"):
            return ["qt", "wayland"]
    return []


def system_packages(sections: list[str], root: Path = ROOT) -> list[tuple[str, str]]:
    """Return (package, what it brings) for the sections, in the order of the file."""
    found, section = [], ""
    for line in (root / "system-packages.txt").read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if len(words) == 1:
            section = words[0].strip("[]")
        elif words and section in sections:
            found.append((words[0], words[1]))
    return found


def missing_packages(packages: list[tuple[str, str]]) -> list[str]:
    """Return the packages whose library, font, command or module is not on this machine."""
    from shutil import which
    from subprocess import run

    libraries = ""
    if any(brings.startswith("lib:") for _, brings in packages):
        tool = which("ldconfig") or "/sbin/ldconfig"  # not on the PATH of an ordinary user
        libraries = run([tool, "-p"], capture_output=True, text=True).stdout

    def is_here(brings: str) -> bool:
        sort, _, name = brings.partition(":")
        if sort == "lib":
            return f"\t{name} " in libraries
        if sort == "font":
            tool = which("fc-list")
            return bool(tool) and bool(run([str(tool), f":lang={name}", "file"], capture_output=True).stdout)
        if sort == "module":
            from importlib.util import find_spec

            return find_spec(name) is not None
        return Path(name).exists() if sort == "file" else which(name) is not None

    return [package for package, brings in packages if not is_here(brings)]


def require_packages(sections: list[str], root: Path = ROOT) -> None:
    """Install the system packages that are missing, or say in one line how to."""
    if not sys.platform.startswith("linux") or not sections:
        return
    missing = missing_packages(system_packages(sections, root))
    if not missing:
        return
    from shutil import which

    if not which("apt-get"):
        raise SetupError("缺少系统组件，请用本机的软件包工具安装（Debian 的名称）：" + " ".join(missing))
    if os.geteuid() != 0:
        raise SetupError("缺少系统组件，请先运行：sudo apt-get install -y " + " ".join(missing))
    say("正在安装系统组件：" + " ".join(missing))
    apt_install(missing)


def apt_install(packages: list[str]) -> None:
    """Install with apt, fetching its lists only when it cannot do without."""
    from subprocess import DEVNULL, PIPE, STDOUT, run

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    for command in (install, ["apt-get", "update", "-q"], install):
        done = run(command, env=environment, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, errors="replace")
        if command is install and done.returncode == 0:
            return
    say(done.stdout[-2000:])
    raise SetupError("系统组件没有装上，请看上面的提示。")
