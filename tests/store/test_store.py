"""The file: how it is opened, what is refused untouched, and that one writer has it at a time."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.store.connection import APPLICATION_ID, FORMAT, READ_PRAGMAS, WRITE_PRAGMAS, open_connection
from app.store.store import Store
from tests.office import MOMENT, small_office

KEY = bytes(range(32))
as_root = pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() != 0, reason="only root becomes another user"
)


def _print_of(folder: Path) -> dict[str, str]:
    """Name → hash of every file in a folder, to see that nothing was touched."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def _child(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60
    )


def test_both_connections_keep_their_pragmas(tmp_path: Path) -> None:
    store = Store(DataFolder(tmp_path))
    with store.writing() as session:
        for name, value in WRITE_PRAGMAS.items():
            assert session.execute(text(f"PRAGMA {name}")).scalar() == value, name
    with store.reading() as session:
        for name, value in READ_PRAGMAS.items():
            assert session.execute(text(f"PRAGMA {name}")).scalar() == value, name
    assert {"journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1}.items() <= WRITE_PRAGMAS.items()
    store.close()


def test_a_new_file_is_marked_and_is_its_owners_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "台账")
    Store(folder).close()
    connection = open_connection(folder.store, None, write=False)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == FORMAT
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()
    if os.name != "nt":
        assert stat.S_IMODE(folder.store.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    names = {path.name for path in folder.root.iterdir()}
    # The journal is emptied, not deleted.
    assert names - {"台账.db-journal"} == {".lock", ".核对.json", "台账.db"}


def test_reading_cannot_write(tmp_path: Path) -> None:
    store = Store(DataFolder(tmp_path))
    with pytest.raises(DBAPIError, match="readonly"), store.reading() as session:
        session.execute(text("DELETE FROM setting"))
    store.close()


def _foreign(path: Path, statements: tuple[str, ...]) -> None:
    connection = sqlite.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _make_foreign(path: Path) -> None:
    _foreign(path, ("CREATE TABLE t(x)", "INSERT INTO t VALUES(1)"))


def _make_newer(path: Path) -> None:
    marks = (f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={FORMAT + 1}")
    _foreign(path, ("CREATE TABLE t(x)", *marks))


def _make_locked(path: Path) -> None:
    store = Store(DataFolder(path.parent), key=KEY)
    store.close()


def _make_torn(path: Path) -> None:
    Store(DataFolder(path.parent)).close()
    path.write_bytes(path.read_bytes()[:100] + b"\x00" * 5000)


def _make_text(path: Path) -> None:
    path.write_text("这不是台账" * 500, encoding="utf-8")


def _make_empty(path: Path) -> None:
    path.touch()


def _make_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def _make_folder(path: Path) -> None:
    path.mkdir()
    (path / "里面").write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_make_foreign, "不是本软件"),
        (_make_newer, "更新的版本"),
        (_make_locked, "打不开"),
        (_make_torn, "打不开"),
        (_make_text, "打不开"),
        (_make_empty, "是空的"),
        (_make_short, "文件的开头已经损坏"),
        (_make_folder, "打不开"),
    ],
)
@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(
    tmp_path: Path, make: Any, words: str, write: bool
) -> None:
    folder = DataFolder(tmp_path)
    make(folder.store)
    before = _print_of(tmp_path)
    with pytest.raises(AppError, match=words):
        Store(folder, write=write)
    assert _print_of(tmp_path) == before


def test_a_foreign_file_that_is_being_written_keeps_its_log(tmp_path: Path) -> None:
    """Opening another program's file would fold its write-ahead log into it."""
    folder = DataFolder(tmp_path / "台账")
    folder.root.mkdir()
    other = sqlite.connect(str(tmp_path / "别的.db"), isolation_level=None)
    other.execute("PRAGMA journal_mode=wal")
    other.execute("CREATE TABLE t(x)")
    for end in ("", "-wal"):  # as left by a program that was killed
        (tmp_path / f"别的.db{end}").rename(folder.root / f"台账.db{end}")
    other.close()
    before = _print_of(folder.root)
    assert set(before) == {"台账.db", "台账.db-wal"}
    for write in (True, False):
        with pytest.raises(AppError, match="不是"):
            Store(folder, write=write)
    assert _print_of(folder.root) == before


def test_an_encrypted_store_works_with_its_key_and_with_no_other(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    office = Office(Store(folder, key=KEY), FixedClock(MOMENT))
    uuid = office.records.add("township", [{"name": "秘密镇"}])[0].uuid
    assert office.records.load("township", uuid).title == "秘密镇"
    office.store.close()
    assert "秘密镇".encode() not in folder.store.read_bytes()
    assert not folder.store.read_bytes().startswith(b"SQLite format 3")
    before = _print_of(tmp_path)
    for key in (None, bytes(32)):
        with pytest.raises(AppError, match="打不开"):
            Store(folder, key=key)
    assert _print_of(tmp_path) == before
    again = Office(Store(folder, key=KEY, write=False), FixedClock(MOMENT))
    assert again.records.load("township", uuid).title == "秘密镇"
    again.store.close()


def test_a_copy_of_an_encrypted_store_is_encrypted(tmp_path: Path) -> None:
    store = Store(DataFolder(tmp_path / "一"), key=KEY)
    copy = DataFolder(tmp_path / "二")
    copy.root.mkdir()
    store.copy_to(copy.store)
    store.close()
    assert not copy.store.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(AppError, match="打不开"):
        Store(copy)
    Store(copy, key=KEY).close()


def test_a_second_writer_is_refused_until_the_first_closes(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    first = Store(folder)
    with pytest.raises(AppError, match="另一个窗口"):
        Store(folder)
    reader = Store(folder, write=False)
    reader.close()
    first.close()
    first.close()
    Store(folder).close()


def test_a_store_refused_keeps_no_lock(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    _make_foreign(folder.store)
    with pytest.raises(AppError, match="不是本软件"):
        Store(folder)
    folder.store.unlink()
    Store(folder).close()


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom app.paths import DataFolder\n"
        "from app.store.store import Store\nstore = Store(DataFolder(Path(sys.argv[1])))\n"
        "print('open', flush=True)\nsys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdin is not None
    try:
        assert child.stdout.readline().strip() == b"open"
        with pytest.raises(AppError, match="另一个窗口"):
            Store(DataFolder(tmp_path))
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()
    Store(DataFolder(tmp_path)).close()


def test_one_reading_inside_another_sees_the_same_file(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    with office.store.reading() as outer:
        before = outer.execute(text("SELECT count(*) FROM township")).scalar()
        with office.store.reading() as inner:
            assert inner is outer
        assert outer.execute(text("SELECT count(*) FROM township")).scalar() == before
    with office.store.reading() as later:
        assert later is not outer
    office.store.close()


def test_what_fails_inside_writing_leaves_nothing(tmp_path: Path) -> None:
    store = Store(DataFolder(tmp_path))
    try:
        with store.writing() as session:
            session.execute(text("INSERT INTO setting(key, value) VALUES('a', '1')"))
            raise KeyError
    except KeyError:
        pass
    with store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM setting WHERE key='a'")).scalar() == 0
    store.close()


def test_reading_a_folder_without_a_store_makes_nothing(tmp_path: Path) -> None:
    missing = tmp_path / "没有"
    with pytest.raises(AppError, match="没有台账"):
        Store(DataFolder(missing), write=False)
    assert not missing.exists()
    with pytest.raises(AppError, match="没有台账"):
        Store(DataFolder(tmp_path), write=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [True, False])
def test_a_path_too_long_gets_a_sentence(tmp_path: Path, write: bool) -> None:
    deep = tmp_path.joinpath(*["很长的文件夹名" * 5] * 8)
    with pytest.raises(AppError, match="路径太长"):
        Store(DataFolder(deep), write=write)
    with pytest.raises(AppError, match=r"太长|不能写|没有台账"):
        Store(DataFolder(tmp_path / ("长" * 100)), write=write)


def test_a_folder_that_is_a_file_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    for root in (tmp_path / "文件", tmp_path / "文件" / "里面"):
        for write in (True, False):
            with pytest.raises(AppError, match=r"不是文件夹|没有台账"):
                Store(DataFolder(root), write=write)


@as_root
def test_what_another_user_may_not_touch_gets_a_sentence(tmp_path: Path) -> None:
    """Root may write anywhere, so a child with another uid tries."""
    for above in (tmp_path, *tmp_path.parents):
        if above == Path(tempfile.gettempdir()):  # each process of a run in parallel has one folder more
            break
        above.chmod(0o755)
    folder = DataFolder(tmp_path / "台账")
    Store(folder).close()
    code = """
import os, sys
from pathlib import Path
from app.errors import AppError
from app.paths import DataFolder
from app.store.store import Store
root = Path(sys.argv[1])
for case in sys.argv[2:]:
    of_folder, of_file, way = case.split(",")
    root.chmod(int(of_folder, 8))
    (root / "台账.db").chmod(int(of_file, 8))
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        try:
            Store(DataFolder(root), write=way == "w").close()
            print("opened", flush=True)
        except AppError as error:
            print(error.message, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""
    cases = {
        "755,644,w": "不能写",
        "755,644,r": "opened",
        "755,600,r": "打不开",
        "777,644,w": "不能写",
        "700,600,r": "没有看的权限",
        "700,600,w": "不能写",
    }
    result = _child(code, str(folder.root), *cases)
    assert result.stderr == ""
    said = dict(zip(cases, result.stdout.splitlines(), strict=True))
    assert {case: words in said[case] for case, words in cases.items()} == dict.fromkeys(cases, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that is always full")
def test_a_full_disk_is_not_called_a_missing_permission(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "台账")
    Store(folder).close()
    there = sorted(folder.root.iterdir())
    (folder.root / ".试写").symlink_to("/dev/full")
    with pytest.raises(AppError) as caught:
        Store(folder)
    said = "台账没有打开：磁盘满了。什么都没有改动。请清出一些空间，再试一次。"
    assert caught.value.message == said
    assert sorted(folder.root.iterdir()) == there
    Store(folder).close()


@as_root
def test_a_disk_too_full_for_a_new_store_is_said_and_keeps_nothing_half(tmp_path: Path) -> None:
    code = """
import sys
import tempfile
from pathlib import Path
from app.errors import AppError
from app.paths import DataFolder
from app.store.store import Store
try:
    Store(DataFolder(Path(sys.argv[1])))
except AppError as error:
    print(error.message)
print([path.name for path in Path(sys.argv[1]).iterdir()])
"""
    mount = 'mount -t tmpfs -o size=200k none "$0" && exec "$@"'
    command = ["unshare", "-m", "sh", "-c", mount, str(tmp_path), sys.executable, "-c", code, str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    if "mount" in result.stderr or "unshare" in result.stderr:
        pytest.skip("no small disk can be mounted here")
    assert result.stderr == ""
    said, left = result.stdout.splitlines()
    assert said.startswith("磁盘满了，台账没有打开")
    assert left == "['.lock']"
