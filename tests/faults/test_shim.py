"""The library between a program and its disk: it counts all there is, and each fault does what it says."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.pool import ROOT
from tests.faults.shim import Kind, built, recorded

_CALLS = (
    "open,openat,creat,write,pwrite64,pwritev,pwritev2,writev,ftruncate,truncate,fsync,fdatasync,rename,renameat,"
    "renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,chmod,fchmod,fchmodat,"
    "copy_file_range,sendfile,fallocate,splice"
)
_PRELUDE = """
import os, sys
from pathlib import Path
from tests.faults.shim import Classes, Fault, Kind, Shim
place = Path(sys.argv[1])
shim = Shim()
shim.watch(place)
"""
_OFFICE = """
from tests.faults.actions import ACTIONS
from tests.faults.desk import Desk
from tests.office import small_office
desk = Desk(place)
small_office(desk.data.root).store.close()
names = ("save new", "attach", "back up", "export list", "keep typed")
chosen = [each for each in ACTIONS if each.name in names]
with desk.scrapping(), desk.opened():
    for action in chosen:
        action.prepare(desk)
    os.mkdir(place / "begin")
    shim.arm()
    for action in chosen:
        action.do(desk)
    shim.disarm()
    os.mkdir(place / "end")
print(len(shim.kinds), shim.mapped)
"""


def run(tmp_path: Path, code: str, *before: str) -> subprocess.CompletedProcess[str]:
    """A program with the library loaded, watching a folder."""
    place = tmp_path / "场"
    place.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [*before, "-E" if before else "env", f"LD_PRELOAD={built()}"]
    return subprocess.run(
        [*command, sys.executable, "-c", _PRELUDE + code, str(place)],
        env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_no_call_that_writes_goes_past_it(tmp_path: Path) -> None:
    """The kernel's own list of calls, between two marks, has as many as the library counted."""
    strace = shutil.which("strace")
    assert strace, "没有 strace，数不了有没有漏掉的调用。请先安装：apt-get install strace"
    log = tmp_path / "calls"
    done = run(tmp_path, _OFFICE, strace, "-f", "-y", "-s", "1", "-o", str(log), "-e", f"trace={_CALLS}")
    assert done.returncode == 0, done.stderr
    count, mapped = done.stdout.split()
    place = re.escape(_octal(str(tmp_path / "场")))
    seen, inside = [], False
    for line in log.read_text(encoding="ascii").splitlines():
        if re.search(rf'mkdir(at)?\(.*"{place}/(begin|end)"', line):
            inside = not inside
        elif inside and re.search(place, line):
            seen.append(line)
    opening = [line for line in seen if re.search(r"open(at)?\(", line)]
    others = len(seen) - len(opening)
    # One that may make a file and finds it there already, as that of a lock, changes nothing.
    surely = sum("O_EXCL" in line or "O_TRUNC" in line for line in opening)
    perhaps = sum("O_CREAT" in line or "O_TRUNC" in line for line in opening)
    assert mapped == "False"
    assert others + surely <= int(count) <= others + perhaps
    assert others > 300


def _octal(text: str) -> str:
    """As strace prints it."""
    return "".join(chr(byte) if byte < 128 else f"\\{byte:o}" for byte in text.encode())


@pytest.mark.parametrize(
    ("fault", "code", "left"),
    [("KILL", -9, ""), ("HALF", -9, "12345"), ("SHORT", 0, "1234567890"), ("NONE", 0, "1234567890")],
)
def test_a_write_is_ended_or_halved(tmp_path: Path, fault: str, code: int, left: str) -> None:
    done = run(
        tmp_path,
        f"""
os.setpgid(0, 0)
shim.arm(Fault.{fault}, 2)
(place / "a").write_bytes(b"1234567890")
""",
    )
    assert done.returncode == code, done.stderr
    assert (tmp_path / "场" / "a").read_text() == left


def test_a_disk_is_full_until_it_is_freed_and_an_error_comes_once(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        """
def tried(name):
    try:
        (place / name).write_bytes(b"1")
        return 0
    except OSError as error:
        return error.errno
shim.arm(Fault.FULL, 3)
print(tried("a"), tried("b"), tried("c"))
(place / "a").unlink()
shim.disarm()
print(tried("b"))
shim.arm(Fault.ONCE, 2, 5)
print(tried("c"), tried("c"), shim.fired[0].name, Path(shim.fired[1]).name)
shim.arm(Fault.ONCE, 2, 5, Classes.READS)
try:
    (place / "c").read_bytes()
except OSError as error:
    print(error.errno)
""",
    )
    assert done.stderr == ""
    full, freed, once, read = done.stdout.splitlines()
    assert full == f"0 {errno.ENOSPC} {errno.ENOSPC}"
    assert freed == "0"
    assert once == f"{errno.EIO} 0 WRITE c"
    assert read == str(errno.EIO)


def test_what_happened_is_recorded_in_order(tmp_path: Path) -> None:
    record = tmp_path / "record"
    done = run(
        tmp_path,
        f"""
shim.record(Path({str(record)!r}))
(place / "a").write_bytes(b"hello")
shim.mark("saved 1")
with (place / "a").open("ab") as file:
    file.write(b"more")
    file.flush()
    os.fsync(file.fileno())
(place / "a").rename(place / "b")
os.truncate(place / "b", 2)
handle = os.open(place, os.O_RDONLY)
os.fsync(handle)
shim.stop_recording()
""",
    )
    assert done.stderr == ""
    place = tmp_path / "场"
    found = [
        (call.kind, Path(call.path).name, call.offset, call.size, call.data) for call in recorded(record)
    ]
    assert found == [
        (Kind.CREATE, "a", 0, 0, b""),
        (Kind.WRITE, "a", 0, 5, b"hello"),
        (Kind.MARK, "saved 1", 0, 0, b""),
        (Kind.WRITE, "a", 5, 4, b"more"),
        (Kind.FSYNC, "a", 0, 0, b""),
        (Kind.RENAME, "a", 0, 0, b""),
        (Kind.TRUNCATE, "b", 0, 2, b""),
        (Kind.FSYNC, place.name, 0, 0, b""),
    ]
    assert [call.to for call in recorded(record) if call.kind is Kind.RENAME] == [str(place / "b")]


def test_without_a_compiler_nothing_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(RuntimeError, match="没有 gcc，故障试验做不了"):
        built.__wrapped__()
