"""What lies at a store's place and is none: judged by what lies beside it, never replaced by an empty one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from openpyxl import Workbook

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.store.backup.backup import Reason
from app.store.connection import open_connection
from app.store.opening.condition import Part, State, Unopened
from app.store.opening.judging import condition_of
from app.store.password.keyring_file import KeyringFile
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.cheap import cheap_keyring
from tests.store.opening.test_judging import KEY, NOISE, seen

BESIDE = ("备份", "流水", "附件", "钥匙.json")
Put = Callable[[Path], object]


@cache
def whole(key: bytes | None) -> Path:
    """An office with everything that may lie beside a store."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-taken-"))
    if key is None:
        office = small_office(folder)
    else:
        office = Office(Store(DataFolder(folder), key=key), FixedClock(MOMENT))
        KeyringFile(DataFolder(folder)).write(cheap_keyring(key)[1])
    data = office.store.folder
    office.records.add("township", [{"name": "新镇", "position": 9}])
    office.backups.make(Reason.EXIT)
    office.store.close()
    (data.files / "ab").mkdir(parents=True, exist_ok=True)
    (data.files / "ab" / ("ab" * 32)).write_bytes(b"x")
    return folder


def sheet(path: Path) -> None:
    book = Workbook()
    book.create_sheet("表")["A1"] = "不是台账"
    book.save(path)


def other_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t(x)")
        connection.execute("INSERT INTO t VALUES(1)")


def filled(data: bytes) -> Put:
    return lambda path: path.write_bytes(data)


def first(count: int) -> Put:
    return lambda path: path.write_bytes(path.read_bytes()[:count])


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 8192 * 4096])


def first_page_noise(path: Path) -> None:
    path.write_bytes(NOISE[:4096] + path.read_bytes()[4096:])


F, D, L, E = State.FOREIGN, State.DAMAGED, State.LOCKED, State.EMPTY
# what lies there; of a plain store: alone, beside its own things; of an encrypted one: alone, beside its own
# things before the password is given, and after
TABLE: tuple[tuple[str, Put, tuple[State, State], tuple[State, State, State]], ...] = (
    ("nothing in it", filled(b""), (E, E), (E, E, E)),
    ("a text", filled("这不是台账".encode() * 900), (F, D), (F, D, D)),
    ("a short text", filled(b"x"), (F, D), (F, D, D)),
    ("a sheet", sheet, (F, D), (F, D, D)),
    ("another program's", other_program, (F, D), (F, D, D)),
    ("zeros", filled(bytes(40_960)), (D, D), (D, D, D)),
    ("noise in pages", filled(NOISE), (L, D), (L, L, D)),
    ("other noise", filled(NOISE[:7001]), (F, D), (F, D, D)),
    ("first page noise", first_page_noise, (D, D), (L, L, D)),
    ("half of it", half, (D, D), (L, L, D)),
    ("its first page", first(4096), (D, D), (L, L, D)),
    ("its header", first(100), (D, D), (F, D, D)),
    ("less than its header", first(16), (D, D), (F, D, D)),
)


def left(root: Path, key: bytes | None, put: Put, beside: tuple[str, ...]) -> DataFolder:
    """A folder with what was put in the store's place, and of everything else what is `beside`."""
    data = DataFolder(root)
    root.mkdir()
    shutil.copy(whole(key) / data.store.name, data.store)
    for name in beside:
        there = whole(key) / name
        if there.is_dir():
            shutil.copytree(there, root / name)
        elif there.exists():
            shutil.copy(there, root / name)
    put(data.store)
    return data


def refused(data: DataFolder, key: bytes | None) -> State:
    """What it is judged to be; whoever opens it is refused, and nothing is touched."""
    before = seen(data.root)
    found = condition_of(data, key)
    for write in (True, False):
        with pytest.raises(Unopened) as error:
            Store(data, key=key, write=write)
        assert error.value.condition == found
    assert seen(data.root) == before
    return found.state


@pytest.mark.parametrize(("put", "plain", "encrypted"), [r[1:] for r in TABLE], ids=[r[0] for r in TABLE])
class TestTable:
    def test_of_a_plain_store(
        self, tmp_path: Path, put: Put, plain: tuple[State, State], encrypted: tuple[State, ...]
    ) -> None:
        assert refused(left(tmp_path / "空", None, put, ()), None) is plain[0]
        for name in ("备份", "流水"):
            assert refused(left(tmp_path / name, None, put, (name,)), None) is plain[1]
        data = left(tmp_path / "都在", None, put, BESIDE)
        assert refused(data, None) is plain[1]
        there = data.store.read_bytes()
        rebuilt = Rebuilding(data, FixedClock(MOMENT)).rebuild()
        assert rebuilt.aside is not None
        assert rebuilt.aside.read_bytes() == there
        with closing(open_connection(data.store, None, write=False)) as connection:
            assert connection.execute("SELECT 1 FROM township WHERE name = '新镇'").fetchone()

    def test_of_an_encrypted_store(
        self, tmp_path: Path, put: Put, plain: tuple[State, State], encrypted: tuple[State, State, State]
    ) -> None:
        assert refused(left(tmp_path / "空", KEY, put, ()), None) is encrypted[0]
        for beside in (BESIDE, ("钥匙.json",), ("备份",)):
            data = left(tmp_path / "和".join(beside), KEY, put, beside)
            assert refused(data, None) is encrypted[1]
            assert refused(data, KEY) is encrypted[2]
        data = DataFolder(tmp_path / "和".join(BESIDE))
        with pytest.raises(AppError, match="要有密码才能找回"):
            Rebuilding(data, FixedClock(MOMENT)).rebuild()
        assert Rebuilding(data, FixedClock(MOMENT), KEY).rebuild().aside is not None
        assert condition_of(data, KEY).state is State.SOUND


def test_what_took_its_place_is_said_and_where_it_leads(tmp_path: Path) -> None:
    data = left(tmp_path / "数据", None, sheet, BESIDE)
    found = condition_of(data, None)
    assert found.part is Part.WHOLE
    assert found.sentence == (
        "“台账.db”打不开：放在那里的是别的文件，原来的台账被它盖掉了。它没有改动，也不会删掉。"
        "用 rebuild --dry-run 看能找回到哪一分钟，用 rebuild 找回；或用 backups 列出备份，用 restore 恢复。"
    )


@pytest.mark.parametrize("torn", ["备份", "备份/钥匙.json"])
def test_a_folder_of_torn_backups_is_no_room_for_a_new_store(tmp_path: Path, torn: str) -> None:
    data = DataFolder(tmp_path)
    if torn == "备份":
        shutil.copytree(whole(None) / "备份", data.backups)
        for listed in data.backups.glob("*.json"):
            listed.write_bytes(b"{")
    else:
        data.backups.mkdir()
        shutil.copy(whole(KEY) / torn, data.root / torn)
    assert refused(data, None) is State.GONE
