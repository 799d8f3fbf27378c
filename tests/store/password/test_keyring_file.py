"""A keyring is on the disk twice; what is said of a change that the disk refused is true."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from app.errors import AppError
from app.paths import DataFolder
from app.store.password.keyring import Keyring
from app.store.password.keyring_file import KeyringFile
from tests.store.cheap import CHEAP, DAY, cheap_keyring
from tests.store.faulty_disk import FaultyDisk, failing

NEW = "yunling songtao 31"


def said_of(file: KeyringFile, keyring: Keyring) -> str:
    try:
        file.write(keyring)
    except AppError as error:
        return error.message
    return ""


@pytest.mark.parametrize("at", range(1, 15))
def test_the_password_that_is_told_of_opens_whatever_failed(tmp_path: Path, at: int) -> None:
    key, old, _ = cheap_keyring()
    new = old.with_password(key, "王秀兰", NEW, DAY, CHEAP)
    file = KeyringFile(DataFolder(tmp_path))
    file.write(old)
    with failing(FaultyDisk(at)):
        said = said_of(file, new)
    kept = file.read()
    assert kept is not None
    if "没有改成，原来的还能用" in said:
        assert kept == old
    else:
        assert said == ""  # one of the two lasts
        assert kept == new


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps names on its own")
def test_a_name_that_may_not_last_in_either_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, old, _ = cheap_keyring()
    file = KeyringFile(DataFolder(tmp_path))
    file.write(old)
    synced = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        synced(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    new = old.with_password(key, "王秀兰", NEW, DAY, CHEAP)
    assert said_of(file, new).startswith("密码改好了，但磁盘没有应答")
    assert file.read() == new
