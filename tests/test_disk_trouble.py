"""What an error of the disk means is decided in one place; each part has a Chinese sentence for each."""

from __future__ import annotations

import ast
import errno
import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

import app
from app.disk_trouble import DiskTrouble, driver_trouble, trouble_of
from app.errors import AppError
from app.exporters import files
from app.store import failures, vault
from app.store.backup import failures as backup_failures
from app.store.opening import judging

T = DiskTrouble
ROOT = Path(app.__file__).parent

SYSTEM = [
    (errno.ENOSPC, T.FULL), (errno.EDQUOT, T.FULL), (errno.EFBIG, T.TOO_LARGE), (errno.EACCES, T.DENIED),
    (errno.EPERM, T.DENIED), (errno.EROFS, T.READ_ONLY), (errno.ENOENT, T.GONE), (errno.ENODEV, T.GONE),
    (errno.ENXIO, T.GONE), (errno.ESTALE, T.GONE), (errno.ENOTDIR, T.NO_FOLDER), (errno.EEXIST, T.NO_FOLDER),
    (errno.EISDIR, T.NO_FILE), (errno.ENAMETOOLONG, T.NAME), (errno.EBUSY, T.BUSY), (errno.EAGAIN, T.BUSY),
    (errno.EIO, T.SILENT), (errno.ETIMEDOUT, T.SILENT), (errno.EINVAL, T.OTHER), (errno.EMFILE, T.OTHER),
    (None, T.OTHER),
]  # fmt: skip
# Windows number → as which errno Python hands it on; what it says itself counts.
WINDOWS = [
    (112, errno.ENOSPC, T.FULL), (39, errno.EINVAL, T.FULL), (223, errno.EINVAL, T.TOO_LARGE),
    (5, errno.EACCES, T.DENIED), (19, errno.EACCES, T.READ_ONLY), (32, errno.EACCES, T.BUSY),
    (33, errno.EACCES, T.BUSY), (21, errno.EACCES, T.GONE), (1167, errno.EINVAL, T.GONE),
    (53, errno.ENOENT, T.GONE), (64, errno.EINVAL, T.GONE), (2, errno.ENOENT, T.GONE),
    (206, errno.ENOENT, T.NAME), (183, errno.EEXIST, T.NO_FOLDER), (267, errno.ENOTDIR, T.NO_FOLDER),
    (1117, errno.EINVAL, T.SILENT), (23, errno.EACCES, T.SILENT), (87, errno.EINVAL, T.OTHER),
]  # fmt: skip
DRIVER = [
    ("database or disk is full", T.FULL), ("attempt to write a readonly database", T.READ_ONLY),
    ("unable to open database file", T.UNOPENED), ("database is locked", T.BUSY),
    ("database table is locked", T.BUSY), ("disk I/O error", T.SILENT),
    ("access permission denied", T.DENIED),
    ("no such table: t", None), ("UNIQUE constraint failed: t.full_name", None),
    ("database disk image is malformed", None), ("file is not a database", None),
]  # fmt: skip


def of_windows(number: int, as_errno: int) -> OSError:
    """As Windows raises it; elsewhere OSError has no such number of its own."""
    error = (
        PermissionError(as_errno, "The system's own words") if as_errno == errno.EACCES else OSError(as_errno)
    )
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(("number", "trouble"), SYSTEM)
def test_a_number_of_the_system_means_one_thing(number: int | None, trouble: DiskTrouble) -> None:
    assert trouble_of(OSError() if number is None else OSError(number, os.strerror(number))) is trouble


@pytest.mark.parametrize(("number", "as_errno", "trouble"), WINDOWS)
def test_a_number_of_windows_counts_before_that(number: int, as_errno: int, trouble: DiskTrouble) -> None:
    assert trouble_of(of_windows(number, as_errno)) is trouble


@pytest.mark.parametrize(("words", "trouble"), DRIVER)
def test_words_of_the_driver(words: str, trouble: DiskTrouble | None) -> None:
    assert driver_trouble(sqlite.OperationalError(words)) is trouble


def test_the_drivers_own_number_counts_before_its_words(tmp_path: Path) -> None:
    with pytest.raises(sqlite.Error) as refused:
        sqlite.connect(str(tmp_path / "没有" / "a.db")).execute("SELECT 1")
    assert driver_trouble(refused.value) is T.UNOPENED
    connection = sqlite.connect(str(tmp_path / "a.db"), isolation_level=None)
    connection.execute("CREATE TABLE locked(full_name UNIQUE)")
    connection.execute("INSERT INTO locked VALUES('busy')")
    with pytest.raises(sqlite.Error, match=r"locked\.full_name") as refused:
        connection.execute("INSERT INTO locked VALUES('busy')")
    assert driver_trouble(refused.value) is None
    connection.execute("PRAGMA max_page_count=2")
    with pytest.raises(sqlite.Error) as refused:
        connection.execute("INSERT INTO locked SELECT zeroblob(90000)")
    assert driver_trouble(refused.value) is T.FULL
    connection.close()


Texts = Mapping[DiskTrouble, str | tuple[str, str]]
TEXTS: tuple[Texts, ...] = (
    failures.CAUSES, backup_failures.WHYS, judging.WHYS, files.WHYS, vault.WHYS,
)  # fmt: skip


@pytest.mark.parametrize("texts", TEXTS)
def test_each_place_has_a_sentence_for_each_trouble(texts: Texts) -> None:
    assert set(texts) == set(DiskTrouble)
    for said in texts.values():
        words = re.sub(r"\{\w+\}|U 盘", "", "".join(said))
        assert re.search("[一-鿿]", words)
        assert not re.search("[A-Za-z!]", words)


@pytest.mark.parametrize("trouble", DiskTrouble)
def test_a_sentence_never_holds_the_systems_words(tmp_path: Path, trouble: DiskTrouble) -> None:
    number = next((number for number, means in SYSTEM if means is trouble and number), errno.EINVAL)
    error = OSError(number, os.strerror(number), "/some/where")
    folder = tmp_path / "流水"
    said = [
        backup_failures.failed(error, "备份没有做成", folder, "台账没有改动").message,
        failures.unwritten(error, folder).message,
    ]
    with pytest.raises(AppError) as refused:
        files._refuse(folder / "表.xlsx", error, False)
    for sentence in (*said, refused.value.message):
        assert not re.search("[A-Za-z]{2}", sentence.replace(str(folder), "").replace("表.xlsx", ""))
        assert sentence.endswith("。")


@pytest.mark.parametrize(("words", "trouble"), [row for row in DRIVER if row[1]])
def test_a_save_that_fails_says_what_is_safe(words: str, trouble: DiskTrouble) -> None:
    error = DBAPIError("", None, sqlite.OperationalError(words))
    said, unsure = failures.in_words(error, saving=True), failures.unsure(error)
    assert isinstance(said, AppError)
    assert said.message == "{}，没有存上，填的内容还在。{}，再存一次。".format(*failures.CAUSES[trouble])
    assert unsure.message.startswith(failures.CAUSES[trouble][0])


def test_our_own_mistake_stays_what_it_is() -> None:
    error = DBAPIError("", None, sqlite.OperationalError("no such table: t"))
    assert failures.in_words(error, saving=True) is error


def test_nobody_else_says_what_a_number_means() -> None:
    decided = {"ENOSPC", "EDQUOT", "EFBIG", "EACCES", "EROFS", "EIO", "ENAMETOOLONG", "EBUSY", "ENODEV"}
    allowed = {  # they raise it
        "store/password/cipher.py", "foreign/plain_file.py", "exporters/workbook.py", "services/rebuilding.py"
    }  # fmt: skip
    found = [
        f"{name}:{node.lineno} {node.attr}"
        for name, path in ((path.relative_to(ROOT).as_posix(), path) for path in ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Attribute) and node.attr in decided and name not in allowed
    ]
    assert found == []
