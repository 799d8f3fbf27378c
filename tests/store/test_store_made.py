"""A store that is made, on a disk that fails."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.errors import AppError
from app.models.system import SettingEntry
from app.paths import DataFolder
from app.store import schema
from app.store.journal import journal
from app.store.opening.condition import Condition, State, Unopened
from app.store.opening.guard import Guard
from app.store.store import Store
from app.store.vault import Vault


def test_a_store_that_cannot_be_made_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("app.store.founding.new_file", fail)
    with pytest.raises(AppError, match="没有建成台账"):
        Store(DataFolder(tmp_path / "台账"))
    monkeypatch.undo()
    Store(DataFolder(tmp_path / "台账")).close()


def test_a_store_is_nobody_elses_from_its_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    create = schema.create

    def looking(connection: Any) -> None:
        create(connection)
        seen.extend(
            stat.S_IMODE(path.stat().st_mode)
            for path in (tmp_path / "台账").iterdir()
            if path.suffix == ".part" or path.name.endswith("-journal")
        )

    monkeypatch.setattr(schema, "create", looking)
    Store(DataFolder(tmp_path / "台账")).close()
    assert set(seen) == {0o600}


def test_nothing_is_ever_put_in_the_place_of_a_file_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = DataFolder(tmp_path / "台账")
    Store(data).close()
    before = data.store.read_bytes()
    monkeypatch.setattr(Guard, "admit", lambda guard: Condition(State.ABSENT))
    with pytest.raises(Unopened):
        Store(data)
    assert data.store.read_bytes() == before


def test_the_journals_own_trouble_with_the_store_is_told_as_a_save_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise sqlite.OperationalError("database or disk is full")

    store = Store(DataFolder(tmp_path / "台账"))
    with store.writing() as session:
        session.add(SettingEntry(key="a", value="1"))
    monkeypatch.setattr(journal, "keep_position", full)
    with pytest.raises(AppError, match="磁盘满了，没有存上"), store.writing() as session:
        session.add(SettingEntry(key="b", value="1"))
    monkeypatch.undo()
    with store.writing() as session:
        session.add(SettingEntry(key="b", value="2"))
    store.close()


def test_a_file_that_cannot_be_taken_out_of_the_vault_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "表.txt"
    source.write_text("签到", encoding="utf-8")
    vault = Vault(DataFolder(tmp_path / "台账"))
    stored = vault.add(source)

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "unlink", fail)
    vault.remove(stored.sha256)
    monkeypatch.undo()
    assert vault.has(stored.sha256)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps names on its own")
def test_a_store_whose_name_may_not_last_is_told_as_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, synced = DataFolder(tmp_path / "台账"), os.fsync

    def refuse(handle: int) -> None:
        if data.store.exists() and os.path.samestat(os.fstat(handle), data.root.stat()):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        synced(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(AppError, match=r"台账建好了，但磁盘没有应答.*再打开一次"):
            Store(data)
    Store(data).close()
