"""backup, backups, restore and check from the command line: what they print and their exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from app.paths import DataFolder
from app.store.connection import open_connection
from tests.commands import ROOT, Run, data, rows_of, run

__all__ = ["data", "run"]  # fixtures


def added(run: Run, tmp_path: Path, name: str) -> None:
    file = tmp_path / "镇.json"
    file.write_text(json.dumps({"name": name, "position": 9}, ensure_ascii=False), encoding="utf-8")
    assert run("add", "township", "--json", str(file)).code == 0


def test_a_backup_is_made_listed_and_restored(run: Run, data: Path, tmp_path: Path) -> None:
    before = rows_of(data)
    made = run("backup")
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("0001 ")
    assert " 手动 " in made.out
    added(run, tmp_path, "后来的镇")
    listed = run("backups", "--json").json
    assert [(each["number"], each["reason"], each["missing"]) for each in listed] == [(1, "手动", 0)]
    assert Path(listed[0]["file"]).is_file()
    assert run("backups").out.splitlines()[-1] == f"共 1 份，在“{data / '备份'}”里"
    look = run("restore", listed[0]["file"], "--dry-run")
    assert look.code == 0
    assert "核对过，是好的。" in look.out
    assert "备份以后有 1 处改动。恢复以后，1 条乡镇（街道）会没有。" in look.out
    assert "新增 乡镇（街道）“后来的镇” 王秀兰" in look.out
    assert look.out.endswith("只看，没有恢复。\n")
    assert rows_of(data)["township"] == before["township"] + 1
    done = run("restore", "1")
    assert (done.code, done.err) == (0, "")
    assert "换下来的台账在“" in done.out
    assert rows_of(data)["township"] == before["township"]
    assert len(run("backups", "--json").json) == 2
    assert len(list((data / "备份").glob("被换下-*.db"))) == 1


def test_a_copy_goes_where_it_is_told(run: Run, data: Path, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    made = run("backup", "--to", str(stick))
    assert made.code == 0
    (file,) = stick.glob("*.db")
    assert made.out.splitlines()[-1] == str(file)
    assert f"“{stick}”和台账在同一块磁盘上" in made.err
    assert run("restore", str(file), "--dry-run").code == 0
    inside = run("backup", "--to", str(data / "里面"))
    assert inside.code == 2
    assert "就在台账文件夹里" in inside.err


def test_a_stick_that_is_not_plugged_in_gets_nothing_on_this_disk(
    run: Run, data: Path, tmp_path: Path
) -> None:
    said = run("backup", "--to", str(tmp_path / "媒体" / "U盘"))
    assert (said.code, said.out) == (2, "")
    assert "没有这个文件夹" in said.err
    assert "U 盘插好了吗" in said.err
    assert not (tmp_path / "媒体").exists()
    assert not (data / "备份").exists()


def test_a_backup_works_beside_an_open_window_and_restoring_does_not(run: Run, data: Path) -> None:
    from app.store.store import Store

    window = Store(DataFolder(data))
    try:
        assert run("backup").code == 0
        assert run("check").code == 0
        assert run("restore", "1", "--dry-run").code == 0
        refused = run("restore", "1")
    finally:
        window.close()
    assert refused.code == 2
    assert "另一个窗口" in refused.err


def test_checking_says_what_is_wrong_and_ends_with_2(run: Run, data: Path) -> None:
    good = run("check")
    assert (good.code, good.out) == (0, "看过：文件结构。\n没有发现问题。\n")
    deep = run("check", "--deep")
    assert deep.code == 0
    assert deep.out.startswith("看过：文件结构、记录 ")
    connection = open_connection(DataFolder(data).store, None, write=True)
    connection.execute("UPDATE person SET name='别人' WHERE name='李娜'")
    connection.close()
    assert run("check").code == 0
    bad = run("check", "--deep")
    assert bad.code == 2
    assert "1 条记录的内容和存的时候不一样（人员" in bad.err
    assert "查出 3 种问题，什么都没有改动。" in bad.err  # its words, and what backup and journal say of it


def test_a_store_that_cannot_be_opened_can_still_be_restored(run: Run, data: Path) -> None:
    assert run("backup").code == 0
    DataFolder(data).store.write_bytes(b"")
    assert run("list", "township").code == 2
    assert run("check").code == 2
    assert len(run("backups").out.splitlines()) == 2
    done = run("restore", "1")
    assert done.code == 0
    assert "读不出来" in done.out
    assert run("check", "--deep").code == 0


def test_what_is_no_backup_gets_a_sentence(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "别的.db").write_text("x", encoding="utf-8")
    for file, words in ((tmp_path / "没有.db", "找不到备份"), (tmp_path / "别的.db", "旁边没有清单"),
                        ("7", "没有第 7 号备份"), (tmp_path, "找不到备份")):  # fmt: skip
        said = run("restore", str(file))
        assert said.code == 2
        assert words in said.err
    assert run("backups").out == f"共 0 份，在“{data / '备份'}”里\n"
    missing = run("check", folder=tmp_path / "没有")
    assert missing.code == 2
    assert "没有台账文件" in missing.err
    assert not (tmp_path / "没有").exists()


def test_what_goes_into_a_log_is_not_shown_where_there_is_none(data: Path) -> None:
    """A program of its own, as nobody here listens to its log."""
    DataFolder(data).backups.write_text("x", encoding="utf-8")  # where a folder should be
    command = [sys.executable, "-m", "app", "--data", str(data), "backup"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("备份没有做成（手动）：")
    DataFolder(data).backups.unlink()
    made = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert made.returncode == 0
    DataFolder(data).store.write_bytes(b"")
    command = [*command[:-1], "restore", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_on_a_damaged_store_says_which_to_run_next(run: Run, data: Path) -> None:
    assert run("backup").code == 0
    store = DataFolder(data).store
    raw = store.read_bytes()
    with store.open("r+b") as file:
        file.seek(len(raw) // 2)
        file.write(b"\xff" * 4096)
    damaged = store.read_bytes()
    for command in (
        ("list", "township"),
        ("figures", "--period", "2026-10"),
        ("backup",),
        ("bin",),
    ):
        said = run(*command)
        assert (said.code, said.out) == (2, ""), command
        assert "文件里有损坏" in said.err
        assert "用 rebuild 找回；或用 backups 列出备份，用 restore 恢复。" in said.err
    checked = run("check")
    assert checked.code == 2
    assert "和上次关上时不一样" in checked.err
    assert "用 rebuild 从备份和流水找回" in checked.err
    assert store.read_bytes() == damaged
    assert run("restore", "1").code == 0
    assert run("check", "--deep").code == 0
    (aside,) = (data / "备份").glob("被换下-*.db")
    assert aside.read_bytes() == damaged


def test_a_store_that_has_gone_is_not_replaced_by_an_empty_one(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("backup").code == 0
    DataFolder(data).store.unlink()
    file = tmp_path / "镇.json"
    file.write_text('{"name": "新镇", "position": 9}', encoding="utf-8")
    for command in (("list", "township"), ("add", "township", "--json", str(file)), ("check",)):
        said = run(*command)
        assert said.code == 2, command
        assert "不见了" in said.err
        assert "没有新建空的" in said.err
    assert not DataFolder(data).store.exists()
    assert run("restore", "1").code == 0
    assert run("check").code == 0


def test_a_lost_store_is_rebuilt_with_what_came_after_the_backup(
    run: Run, data: Path, tmp_path: Path
) -> None:
    assert run("backup").code == 0
    added(run, tmp_path, "后来的镇")
    before = rows_of(data)
    DataFolder(data).store.unlink()
    look = run("rebuild", "--dry-run")
    assert (look.code, look.err) == (0, "")
    assert "的备份，加上后来的 1 处改动，到 " in look.out
    assert look.out.endswith("只看，没有动台账。\n")
    assert not DataFolder(data).store.exists()
    done = run("rebuild")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("台账找回来了：找回了")
    assert rows_of(data) == before
    again = run("rebuild")
    assert "换下来的台账在“" in again.out
    assert rows_of(data) == before
    nothing = run("rebuild", folder=tmp_path / "没有")
    assert nothing.code == 2
    assert "没有备份，也没有流水" in nothing.err
