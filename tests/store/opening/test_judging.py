"""What became of a store's file is judged in one place, rightly, and without touching anything."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import text

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.backup.backup import Reason
from app.store.connection import APPLICATION_ID, FORMAT, open_connection, use_key
from app.store.opening import stamp
from app.store.opening.condition import Condition, Damaged, Part, State, Unopened
from app.store.opening.header import Header
from app.store.opening.judging import condition_of
from app.store.opening.soundness import is_damage
from app.store.opening.stamp import Stamp
from app.store.password.keyring_file import KeyringFile
from app.store.password.recoding import contents_of
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.cheap import cheap_keyring

KEY = bytes(range(32))
as_root = pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() != 0, reason="only root becomes another user"
)
Harm = Callable[[Path], object]


@cache
def _built(key: bytes | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ledger-judged-"))
    if key is None:
        small_office(folder).store.close()
        return folder
    office = Office(Store(DataFolder(folder), key=key), FixedClock(MOMENT))
    office.records.add("township", [{"name": f"第 {number} 镇", "position": number} for number in range(30)])
    office.store.close()
    KeyringFile(DataFolder(folder)).write(cheap_keyring(key)[1])
    return folder


def made(root: Path, key: bytes | None = None) -> DataFolder:
    """A whole store that was closed here."""
    shutil.copytree(_built(key), root)
    Store(DataFolder(root), key=key).close()
    return DataFolder(root)


def seen(root: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder with its bytes and its time, to see that nothing was touched."""
    return {
        str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def judged(data: DataFolder, key: bytes | None = None) -> Condition:
    """The condition, found out twice, after which everything is as it was."""
    before = seen(data.root)
    found = condition_of(data, key)
    assert condition_of(data, key) == found
    assert seen(data.root) == before
    return found


def write(path: Path, at: int, data: bytes) -> None:
    """Over what lies there, in the same file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def cut(path: Path, size: int) -> None:
    os.truncate(path, size)


def half(path: Path) -> None:
    cut(path, path.stat().st_size // 8192 * 4096)


def shortened(path: Path) -> None:
    cut(path, path.stat().st_size - 1)


def flip(path: Path) -> None:
    """One bit of a name in the middle of the file."""
    raw = path.read_bytes()
    at = raw.index("示例县政协".encode()) if "示例县政协".encode() in raw else len(raw) // 2
    write(path, at, bytes([raw[at] ^ 1]))


def unreadable(path: Path) -> None:
    """The name of an index is no text any more: the driver fails at its own message about it."""
    write(path, path.read_bytes().index(b"indexsqlite_autoindex_change_1") + 7, b"\xac")


def renamed(path: Path) -> None:
    """A column that is asked for at once has another name."""
    raw = path.read_bytes()
    write(path, raw.index(b"chain VARCHAR"), b"chaim")


def unlearned(path: Path) -> None:
    """The search index does not say any more of which sort it is."""
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        connection.execute("UPDATE search_config SET v = 0 WHERE k = 'version'")


def foreign(*statements: str) -> Harm:
    def make(path: Path) -> None:
        path.unlink()
        with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
            for statement in ("CREATE TABLE t(x)", "INSERT INTO t VALUES(1)", *statements):
                connection.execute(statement)

    return make


def filled(data: bytes) -> Harm:
    return lambda path: path.write_bytes(data)


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "里面").write_text("x", encoding="utf-8")


def link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("拔下的盘.db"))


ZIP = b"PK\x03\x04" + bytes(range(256)) * 64
NOISE = bytes((i * i * 31 + i * 7 + (i >> 8) * 13 + (i >> 5)) % 256 for i in range(8192))
OURS = f"PRAGMA application_id={APPLICATION_ID}"
NEWER = f"PRAGMA user_version={FORMAT + 1}"

# name, what happens to the file, its condition, which part is damaged, a piece of the sentence
PLAIN: list[tuple[str, Harm, State, Part | None, str]] = [
    ("whole", lambda path: None, State.SOUND, None, ""),
    ("empty", filled(b""), State.EMPTY, None, "是空的"),
    ("foreign", foreign(), State.DAMAGED, Part.WHOLE, "别的文件"),
    ("foreign marked newer", foreign(NEWER), State.DAMAGED, Part.WHOLE, "别的文件"),
    ("newer", foreign(OURS, NEWER), State.NEWER, None, "请先升级本软件"),
    ("text", filled("这不是台账".encode() * 900), State.DAMAGED, Part.WHOLE, "被它盖掉了"),
    ("text of old Windows", filled("这不是台账".encode("gbk") * 900), State.DAMAGED, Part.WHOLE, "别的文件"),
    ("zip", filled(ZIP), State.DAMAGED, Part.WHOLE, "别的文件"),
    ("a folder", folder_instead, State.FOREIGN, None, "那是一个文件夹"),
    ("zeros", zeroed, State.DAMAGED, Part.HEADER, "文件的开头已经损坏"),
    ("sixteen bytes", lambda path: cut(path, 16), State.DAMAGED, Part.HEADER, "开头已经损坏"),
    ("first page zeroed", lambda path: write(path, 0, bytes(4096)), State.DAMAGED, Part.HEADER, "开头"),
    ("first page noise", lambda path: write(path, 0, NOISE[:4096]), State.DAMAGED, Part.HEADER, "开头"),
    ("mark lost", lambda path: write(path, 68, bytes(4)), State.DAMAGED, Part.HEADER, "开头"),
    ("page size lost", lambda path: write(path, 16, b"\x02\x00"), State.DAMAGED, Part.HEADER, "开头"),
    ("encoding lost", lambda path: write(path, 56, b"\0\0\0\3"), State.DAMAGED, Part.HEADER, "开头"),
    ("version lost", lambda path: write(path, 60, b"\x7f\0\0\1"), State.DAMAGED, Part.HEADER, "开头"),
    ("half", half, State.DAMAGED, Part.STRUCTURE, "损坏"),
    ("one byte short", shortened, State.DAMAGED, Part.CONTENT, "不一样"),
    ("torn tree", lambda path: write(path, 4096 * 4, b"\xff" * 64), State.DAMAGED, Part.CONTENT, "不一样"),
    ("one bit", flip, State.DAMAGED, Part.CONTENT, "里面的内容和存的时候不一样"),
    ("names torn", unreadable, State.DAMAGED, Part.STRUCTURE, "有的地方读不出来"),
    ("a column's name torn", renamed, State.DAMAGED, Part.STRUCTURE, "损坏"),
    ("search index torn", unlearned, State.DAMAGED, Part.STRUCTURE, "损坏"),
    ("pages swapped", lambda path: write(path, 40960, path.read_bytes()[8192:12288]), State.DAMAGED,
     Part.CONTENT, "不一样"),
    ("nowhere", link_to_nowhere, State.UNANSWERED, None, "这不是文件坏了"),
]  # fmt: skip
LOCKED: list[tuple[str, Harm, State, Part | None, str]] = [
    ("whole", lambda path: None, State.SOUND, None, ""),
    ("empty", filled(b""), State.EMPTY, None, "是空的"),
    ("foreign", foreign(), State.DAMAGED, Part.WHOLE, "别的文件"),
    ("zeros", zeroed, State.DAMAGED, Part.HEADER, "或者和旁边的钥匙不是一套"),
    ("first page noise", lambda path: write(path, 0, NOISE[:4096]), State.DAMAGED, Part.HEADER, "开头"),
    ("sixteen bytes", lambda path: path.write_bytes(NOISE[:16]), State.DAMAGED, Part.HEADER, "开头"),
    ("one bit", flip, State.DAMAGED, Part.CONTENT, "和存的时候不一样"),
    ("half", half, State.DAMAGED, Part.STRUCTURE, "损坏"),
    ("a folder", folder_instead, State.FOREIGN, None, "那是一个文件夹"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("harm", "state", "part", "words"), [row[1:] for row in PLAIN], ids=[r[0] for r in PLAIN]
)
def test_a_plain_file(tmp_path: Path, harm: Harm, state: State, part: Part | None, words: str) -> None:
    data = made(tmp_path / "数据")
    harm(data.store)
    found = judged(data)
    assert (found.state, found.part) == (state, part)
    assert words in found.sentence
    assert ("rebuild" in found.sentence) == state.is_loss
    if state is State.SOUND:
        return
    before = seen(data.root)
    for write_too in (True, False):
        with pytest.raises(Unopened) as refused:
            Store(data, write=write_too)
        assert refused.value.condition == found
    assert seen(data.root) == before
    assert not [*data.root.glob("*-wal"), *data.root.glob("*-shm")]


@pytest.mark.parametrize(
    ("harm", "state", "part", "words"), [r[1:] for r in LOCKED], ids=[r[0] for r in LOCKED]
)
def test_an_encrypted_file_with_its_key(
    tmp_path: Path, harm: Harm, state: State, part: Part | None, words: str
) -> None:
    data = made(tmp_path / "数据", KEY)
    harm(data.store)
    found = judged(data, KEY)
    assert (found.state, found.part) == (state, part)
    assert words in found.sentence


class TestWithoutAKey:
    def test_it_is_locked_while_its_keyring_is_there(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据", KEY)
        assert "要先输密码" in judged(data).sentence
        data.keyring.unlink()
        assert judged(data).state is State.LOCKED  # the second one is beside the backups

    def test_without_any_keyring_it_says_which_file_to_look_for(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据", KEY)
        data.keyring.unlink()
        data.keyring_copy.unlink()
        found = judged(data)
        assert found.state is State.LOCKED
        assert "“钥匙.json”不见了" in found.sentence
        assert "rebuild" not in found.sentence

    def test_noise_where_a_plain_store_was_is_damage(self, tmp_path: Path) -> None:
        office = small_office(tmp_path / "数据")
        office.backups.make(Reason.EXIT)
        office.store.close()
        data = office.store.folder
        data.store.write_bytes(NOISE)
        found = judged(data)
        assert (found.state, found.part) == (State.DAMAGED, Part.HEADER)


def test_a_length_that_no_value_has_is_damage() -> None:
    with closing(sqlite.connect(":memory:")) as connection, pytest.raises(sqlite.Error) as refused:
        connection.execute("SELECT zeroblob(2000000000)")
    assert is_damage(refused.value)


class TestGone:
    def test_a_new_folder_has_no_store_yet(self, tmp_path: Path) -> None:
        assert judged(DataFolder(tmp_path)).state is State.ABSENT
        assert judged(DataFolder(tmp_path / "没有")).state is State.ABSENT

    @pytest.mark.parametrize("left", ["备份", "钥匙.json", "附件", "流水"])
    def test_beside_what_belonged_to_one_no_empty_one_is_made(self, tmp_path: Path, left: str) -> None:
        office = small_office(tmp_path / "原来")
        office.records.add("township", [{"name": "新镇", "position": 9}])
        office.backups.make(Reason.EXIT)
        office.store.close()
        source, data = office.store.folder, DataFolder(tmp_path / "数据")
        data.root.mkdir()
        if left == "钥匙.json":
            KeyringFile(data).write(cheap_keyring()[1])
            shutil.rmtree(data.backups)
        elif left == "附件":
            (data.files / "ab").mkdir(parents=True)
            (data.files / "ab" / ("ab" * 32)).write_bytes(b"x")
        else:
            shutil.copytree(source.root / left, data.root / left)
        found = judged(data)
        assert found.state is State.GONE
        assert "没有新建空的" in found.sentence
        for write_too in (True, False):
            with pytest.raises(Unopened, match="不见了"):
                Store(data, write=write_too)
        assert not data.store.exists()


class TestStamp:
    def test_closing_keeps_what_the_file_is(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        kept = Stamp.read(data)
        assert kept is not None
        assert kept.size == data.store.stat().st_size
        assert not kept.spoilt
        if os.name != "nt":
            assert data.stamp.stat().st_mode & 0o777 == 0o600

    def test_without_one_or_with_a_torn_one_sqlite_has_to_do(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        for torn in (None, b"", b"{}", b'{"size": "x"}', b"[1]", data.stamp.read_bytes()[:-9]):
            data.stamp.unlink() if torn is None else data.stamp.write_bytes(torn)
            assert judged(data).state is State.SOUND
        write(data.store, 4096 * 4, b"\xff" * 64)
        assert judged(data).part is Part.STRUCTURE

    def test_a_write_by_another_program_is_no_damage(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        with closing(open_connection(data.store, None, write=True)) as connection:
            connection.execute("UPDATE township SET name='改过镇' WHERE id=1")
        assert judged(data).state is State.SOUND
        Store(data).close()
        kept = Stamp.read(data)
        assert kept is not None
        assert kept.is_of(data.store.stat())

    def test_another_file_in_its_place_is_no_damage(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        office = small_office(tmp_path / "另一本")
        office.records.add("township", [{"name": "别镇", "position": 9}])
        office.store.close()
        shutil.copy(office.store.folder.store, data.root / "拷来")
        (data.root / "拷来").replace(data.store)
        assert judged(data).state is State.SOUND

    def test_what_a_killed_program_was_writing_is_rolled_back_and_no_damage(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        code = """
import os, sys
from pathlib import Path
from app.store.connection import open_connection
connection = open_connection(Path(sys.argv[1]), None, write=True)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE option_entry SET label = label || '改'")
connection.execute("UPDATE change SET by = by || '改'")
os._exit(9)
"""
        with closing(open_connection(data.store, None, write=False)) as connection:
            before, raw = contents_of(connection), data.store.read_bytes()
        subprocess.run([sys.executable, "-c", code, str(data.store)], timeout=60, check=False)
        assert data.store.with_name("台账.db-journal").stat().st_size
        assert data.store.read_bytes() != raw
        assert condition_of(data, None).state is State.SOUND
        with closing(open_connection(data.store, None, write=False)) as connection:
            assert (
                contents_of(connection) == before
            )  # but for pages that were free, which no journal brings back


FILL = "INSERT INTO setting(key, value) VALUES(?, ?)"


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
class TestWhatItWas:
    """What the file was when it was closed: an older page is seen, what is rolled back accuses nobody."""

    def with_free_pages(self, root: Path, key: bytes | None) -> DataFolder:
        """As a store is in which much was deleted."""
        data = made(root, key)
        with closing(open_connection(data.store, key, write=True)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(FILL, [(str(number), "旧" * 900) for number in range(200)])
            connection.execute("COMMIT")
            connection.execute("DELETE FROM setting WHERE value LIKE '旧%'")
        Store(data, key=key).close()
        return data

    def test_an_older_page_put_back_is_seen(self, tmp_path: Path, key: bytes | None) -> None:
        data = made(tmp_path / "数据", key)
        older = data.store.read_bytes()
        office = Office(Store(data, key=key), FixedClock(MOMENT))
        for number in range(3):
            office.records.add("township", [{"name": f"新 {number} 镇", "position": 40 + number}])
        office.store.close()
        newer = data.store.read_bytes()
        assert judged(data, key).state is State.SOUND
        pages = [at for at in range(4096, len(older), 4096) if older[at:][:4096] != newer[at:][:4096]]
        assert len(pages) > 3
        for at in pages:
            write(data.store, at, older[at : at + 4096])
            assert condition_of(data, key).state is State.DAMAGED
            write(data.store, at, newer[at : at + 4096])
        assert judged(data, key).state is State.SOUND

    def fill(self, connection: Any) -> None:
        """More than fits into the memory it has, so that the file is written to before the commit."""
        connection.execute("PRAGMA cache_size=1")
        connection.executemany(FILL, [(str(number), "改" * 900) for number in range(40)])

    def killed(self, data: DataFolder, key: bytes | None) -> None:
        """What is there when a program dies in the midst of its first change."""
        with closing(open_connection(data.store, key, write=True)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            self.fill(connection)
            files = [data.store, data.store.with_name("台账.db-journal")]
            left = [(file, file.read_bytes()) for file in files]
            connection.execute("ROLLBACK")
        for file, there in left:
            assert there
            write(file, 0, there)

    def given_up(self, data: DataFolder, key: bytes | None) -> None:
        """What is there when a program gives its first change up and is ended before it closes the file."""
        store = Store(data, key=key)
        with suppress(KeyError), store.writing() as session:
            self.fill(session.connection().connection.driver_connection)
            raise KeyError
        kept = data.stamp.read_bytes()
        store.close()
        data.stamp.write_bytes(kept)

    @pytest.mark.parametrize("how", ["killed", "given_up"])
    def test_what_was_rolled_back_is_no_damage(self, tmp_path: Path, key: bytes | None, how: str) -> None:
        data = self.with_free_pages(tmp_path / "数据", key)
        before = data.store.read_bytes()
        getattr(self, how)(data, key)
        for _ in range(2):
            assert condition_of(data, key).state is State.SOUND
            assert data.store.read_bytes() != before, "nothing was rolled back"
        Store(data, key=key).close()
        kept = Stamp.read(data)
        assert kept is not None
        assert not kept.begun
        write(data.store, 4096 * 9, before[4096 * 8 : 4096 * 9])
        assert condition_of(data, key).state is State.DAMAGED

    def test_a_copy_or_a_stamp_of_an_earlier_version_accuses_nobody(
        self, tmp_path: Path, key: bytes | None
    ) -> None:
        data = made(tmp_path / "数据", key)
        older, kept = data.store.read_bytes(), json.loads(data.stamp.read_bytes())
        office = Office(Store(data, key=key), FixedClock(MOMENT))
        office.records.add("township", [{"name": "新镇", "position": 40}])
        office.store.close()
        stamped = data.stamp.read_bytes()
        data.store.write_bytes(older)  # all of it, as who copies an older one over it does
        assert judged(data, key).state is State.SOUND
        with closing(open_connection(data.store, key, write=True)) as connection:
            connection.execute("UPDATE setting SET value = value")
        assert judged(data, key).state is State.SOUND
        for unknown in ("first", "begun"):
            del kept[unknown]
        data.stamp.write_text(json.dumps(kept), encoding="ascii")
        assert judged(data, key).state is State.SOUND
        data.stamp.write_bytes(stamped)
        shutil.copytree(data.root, tmp_path / "拷去的")
        assert judged(DataFolder(tmp_path / "拷去的"), key).state is State.SOUND

    def test_one_that_went_through_wal_is_no_damage(self, tmp_path: Path, key: bytes | None) -> None:
        data = made(tmp_path / "数据", key)
        with closing(sqlite.connect(str(data.store), isolation_level=None)) as other:
            use_key(other, key)
            other.execute("PRAGMA journal_mode=wal")
            other.execute("UPDATE setting SET value = value")
            shutil.copytree(data.root, tmp_path / "断电")
        for folder in (data, DataFolder(tmp_path / "断电")):
            assert condition_of(folder, key).state is State.SOUND
            Store(folder, key=key).close()
            assert judged(folder, key).state is State.SOUND


class TestMetWhileOpen:
    def torn(self, data: DataFolder) -> None:
        with closing(open_connection(data.store, None, write=False)) as connection:
            page = connection.execute(
                "SELECT rootpage FROM sqlite_master WHERE name='option_entry'"
            ).fetchone()[0]
        write(data.store, (page - 1) * 4096, b"\xff" * 64)

    def test_it_is_said_writing_stops_and_the_next_opening_knows(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        office = Office(Store(data), FixedClock(MOMENT))
        self.torn(data)
        office.store._read.dispose()
        with pytest.raises(Damaged, match="请退出再打开"):
            office.options()
        before = data.store.read_bytes()
        with pytest.raises(Damaged, match="停止写入"):
            office.records.add("township", [{"name": "新镇"}])
        office.store.close()
        assert data.store.read_bytes() == before
        kept = Stamp.read(data)
        assert kept is not None
        assert kept.spoilt
        assert judged(data).part is Part.STRUCTURE

    def test_letters_that_are_none_are_damage_too(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        with closing(open_connection(data.store, None, write=True)) as connection:
            connection.execute("UPDATE township SET name=CAST(x'E6B0' AS TEXT) WHERE id=1")
        office = Office(Store(data), FixedClock(MOMENT))
        with pytest.raises(Damaged):
            names_of(office)
        office.store.close()
        assert judged(data).part is Part.CONTENT

    def test_what_was_no_damage_after_all_opens_again(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        stamp.spoil(data)
        assert judged(data).state is State.SOUND
        Store(data).close()
        kept = Stamp.read(data)
        assert kept is not None
        assert not kept.spoilt

    def test_an_office_that_makes_no_sense_is_damaged(self, tmp_path: Path) -> None:
        from app.bootstrap import open_office, stop_log

        data = made(tmp_path / "数据")
        with closing(open_connection(data.store, None, write=True)) as connection:
            connection.execute("UPDATE setting SET value='{' WHERE key='office'")
        with pytest.raises(Unopened) as refused:
            open_office(data)
        stop_log()
        assert refused.value.condition.part is Part.CONTENT
        Store(data).close()  # nothing holds its lock


def names_of(office: Office) -> None:
    with office.store.reading() as session:
        session.execute(text("SELECT name FROM township")).all()


class TestNoDamage:
    """A disk, a permission, another program: never said to be damage."""

    def test_another_program_that_holds_the_file(self, tmp_path: Path) -> None:
        data = made(tmp_path / "数据")
        with closing(sqlite.connect(str(data.store), isolation_level=None)) as other:
            other.execute("PRAGMA locking_mode=exclusive")
            other.execute("BEGIN EXCLUSIVE")
            other.execute("UPDATE township SET name=name")
            found = condition_of(data, None)
            other.execute("ROLLBACK")
        assert found.state is State.UNANSWERED
        assert "正被别的程序占着" in found.sentence

    @pytest.mark.parametrize(
        ("number", "words"), [(5, "磁盘没有应答"), (13, "没有看的权限"), (116, "磁盘没有应答")]
    )
    def test_a_disk_that_does_not_answer(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
    ) -> None:
        data = made(tmp_path / "数据")

        def failing(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(Header, "of", failing)
        found = condition_of(data, None)
        assert found.state is State.UNANSWERED
        assert words in found.sentence
        assert "这不是文件坏了" in found.sentence

    @as_root
    def test_what_another_user_may_not_read(self, tmp_path: Path) -> None:
        for above in (tmp_path, *tmp_path.parents):
            if above == Path(tempfile.gettempdir()):
                break
            above.chmod(0o755)
        data = made(tmp_path / "数据")
        code = """
import os, sys
from pathlib import Path
from app.paths import DataFolder
from app.store.opening.judging import condition_of
os.setgid(65534); os.setuid(65534)
found = condition_of(DataFolder(Path(sys.argv[1])), None)
print(found.state, found.sentence)
"""
        said = []
        for of_folder, of_file in ((0o755, 0o600), (0o700, 0o644), (0o755, 0o644)):
            data.root.chmod(of_folder)
            data.store.chmod(of_file)
            child = subprocess.run(
                [sys.executable, "-c", code, str(data.root)],
                capture_output=True,
                encoding="utf-8",
                timeout=60,
            )
            assert child.stderr == ""
            said.append(child.stdout.split(" ", 1))
        assert [each[0].strip() for each in said] == ["unanswered", "unanswered", "sound"]
        assert "没有看的权限" in said[0][1]
