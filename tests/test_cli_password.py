"""A password without a window: from files only, and the same work goes on with it."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.paths import DataFolder
from app.services import passwords
from app.store.password.recovery_code import RecoveryCode
from tests.commands import VISIT, Run, data, json_file, run
from tests.store.cheap import CHEAP, PASSWORD

__all__ = ["data", "run"]  # fixtures

OTHER = "tuolaji-yumi 7"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords.Passwords.__init__, "__defaults__", (CHEAP,))


def written(folder: Path, text: str, name: str) -> str:
    path = folder / name
    path.write_text(text + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def locked(run: Run, tmp_path: Path) -> tuple[str, str]:
    """The small office behind a password; the files with the password and with the code."""
    page = tmp_path / "恢复码.txt"
    assert run("password", "recovery", "--page", str(page)).code == 0
    code = written(tmp_path, page.read_text(encoding="utf-8").splitlines()[-1], "码")
    file = written(tmp_path, PASSWORD, "密码")
    said = run("password", "set", "--new-file", file, "--code-file", code)
    assert said.code == 0, said.err
    assert "都已加密" in said.out
    return file, code


def test_everything_goes_on_with_the_password(
    run: Run, data: Path, tmp_path: Path, locked: tuple[str, str]
) -> None:
    file, code = locked
    assert b"SQLite format" not in (data / "台账.db").read_bytes()
    refused = run("kinds")
    kinds = run("list", "visit")
    assert kinds.code == 2
    assert "--password-file" in kinds.err
    assert refused.code == 0
    added = run("--password-file", file, "add", "visit", "--json", json_file(tmp_path, VISIT))
    assert added.code == 0, added.err
    assert "走访果农" in run("--password-file", code, "list", "visit").out
    assert run("--password-file", file, "backup").code == 0
    assert run("--password-file", file, "check", "--deep").code == 0
    assert run("backups").code == 0


def test_where_nobody_can_read_who_has_one_it_is_said(
    run: Run, data: Path, tmp_path: Path, locked: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, _ = locked
    assert run("--password-file", file, "backup").code == 0  # has the slots, too
    real = Path.read_bytes

    def silent(path: Path) -> bytes:
        if path.name == "钥匙.json":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", silent)
    new = written(tmp_path, OTHER, "新")
    for arguments in (["password", "who"], ["--password-file", file, "password", "set", "--new-file", new]):
        said = run(*arguments)
        assert said.code == 2
        assert "看不出谁有密码" in said.err
        assert "有密码的人" not in said.out + said.err


def test_a_wrong_one_is_said_and_costs_time(run: Run, tmp_path: Path, locked: tuple[str, str]) -> None:
    wrong = written(tmp_path, "something else", "错")
    said = [run("--password-file", wrong, "list", "visit") for _ in range(4)]
    assert [each.code for each in said] == [2] * 4
    assert "密码不对" in said[0].err
    assert "错了 3 次，请等" in said[3].err
    assert not [each for each in said if "something else" in each.err + each.out]


@pytest.mark.parametrize(
    "arguments",
    [
        ["password", "who"],
        ["backups"],
        ["kinds"],
        ["check"],
        ["list", "visit"],
        ["restore", "1", "--dry-run"],
    ],
)
def test_a_file_that_is_not_there_is_said_whatever_the_command(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    """Whoever gives a file believes that it was asked; of a store without a password too."""
    said = run("--password-file", str(tmp_path / "没有"), *arguments)
    assert (said.code, said.out) == (2, "")
    assert "没有这个文件" in said.err


def test_it_is_changed_shared_and_cleared(run: Run, tmp_path: Path, locked: tuple[str, str]) -> None:
    file, _ = locked
    other = written(tmp_path, OTHER, "另一个")
    assert run("--password-file", file, "password", "add", "--name", "李建国", "--new-file", other).code == 0
    assert "王秀兰、李建国" in run("password", "who").out
    assert (
        "请用 --name 写明改谁的" in run("--password-file", file, "password", "set", "--new-file", other).err
    )
    assert run("--password-file", other, "password", "remove", "--name", "王秀兰").code == 0
    assert run("--password-file", file, "list", "visit").code == 2
    assert run("--password-file", other, "password", "set", "--new-file", file).code == 0
    assert "恢复码" in run("password", "who").out
    assert "不再加密" in run("--password-file", file, "password", "clear").out
    assert run("list", "visit").code == 0
    assert run("password", "who").out == "没有设密码\n"


def test_the_code_is_changed(run: Run, tmp_path: Path, locked: tuple[str, str]) -> None:
    file, old = locked
    new = written(tmp_path, str(RecoveryCode.new()).lower(), "新码")
    said = run("--password-file", file, "password", "recovery", "--code-file", new)
    assert said.out.startswith("恢复码换好了。以前的那张请销毁。U 盘等别处的备份，")
    assert run("--password-file", new, "list", "visit").code == 0
    assert "旧的就作废了" in run("--password-file", old, "list", "visit").err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["set", "--new-file", "密码"], "先用 password recovery --page"),
        (["set"], "--new-file"),
        (["set", "--new-file", "没有", "--code-file", "码"], "没有这个文件：“没有”"),
        (["set", "--new-file", "空", "--code-file", "码"], "第一行是空的"),
        (["set", "--new-file", "密码", "--code-file", "密码"], "恢复码里没有"),
        (["set", "--new-file", "短", "--code-file", "码"], "至少 8 个字"),
        (["clear"], "没有设密码"),
        (["add", "--new-file", "密码"], "--name"),
        (["recovery"], "--page"),
        (["打开"], "没有这个命令或选项值"),
    ],
)
def test_what_is_lacking_is_said_and_nothing_changed(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("密码", PASSWORD), ("短", "kd82"), ("空", ""), ("码", str(RecoveryCode.new()))):
        written(tmp_path, text, name)
    said = run("password", *arguments)
    assert said.code == 2
    assert words in said.err
    assert (data / "台账.db").read_bytes().startswith(b"SQLite format 3")


def test_the_page_for_paper_is_a_word_file(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "恢复码.docx"
    said = run("password", "recovery", "--page", str(page))
    assert said.code == 0
    assert page.read_bytes().startswith(b"PK")
    assert "还没有生效" in said.out


def test_one_whose_place_another_program_took_is_rebuilt_with_the_password(
    run: Run, data: Path, locked: tuple[str, str]
) -> None:
    store = DataFolder(data).store
    store.unlink()
    with closing(sqlite.connect(str(store), isolation_level=None)) as other:
        other.execute("CREATE TABLE t(x)")
    taken = store.read_bytes()
    refused = run("rebuild")
    assert (refused.code, refused.out) == (2, "")
    assert "--password-file" in refused.err
    cleared = run("--password-file", locked[0], "password", "clear")
    assert (cleared.code, cleared.out) == (2, "")
    assert "密码没有取消" in cleared.err
    assert store.read_bytes() == taken
    done = run("--password-file", locked[0], "rebuild")
    assert done.code == 0, done.err
    assert "台账找回来了" in done.out
    assert run("--password-file", locked[0], "check", "--deep").code == 0
    (aside,) = (data / "备份").glob("被换下-*.db")
    assert aside.read_bytes() == taken
