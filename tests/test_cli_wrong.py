"""Wrong input on the command line: exit 2, a Chinese sentence, and nothing written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import text

from app import bootstrap
from app.bootstrap import main
from app.cli import COMMANDS
from app.models import RECORDS
from app.services.figures import GROUPINGS
from tests.commands import CHINESE, ROOT, VISIT, Run, data, json_file, rows_of, run
from tests.office import small_office, uuids
from tests.store.flaky import Disk

__all__ = ["data", "run"]  # fixtures


def test_several_records_are_added_all_or_none(run: Run, data: Path, tmp_path: Path) -> None:
    before = rows_of(data)
    bad = run(
        "add",
        "visit",
        "--json",
        json_file(tmp_path, [VISIT, VISIT | {"people_served": -1}, {"name": "无日期"}]),
    )
    assert bad.code == 2
    assert bad.out == ""
    lines = bad.err.splitlines()
    assert "第 2 条：服务群众人次：不能是负数 -1，请填 0 或更大的数" in lines
    assert any(line.startswith("第 3 条：日期：") for line in lines)
    assert rows_of(data) == before
    good = run("add", "visit", "--json", json_file(tmp_path, [VISIT, VISIT | {"name": "另一次"}]))
    assert [line.split()[1] for line in good.out.splitlines()] == ["ZF-2024-0001", "ZF-2024-0002"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "--period", "2026-10", "--out"), "文件名或路径太长"),
        (("password", "recovery", "--page"), "文件名或路径太长"),
        (("backup", "--to"), "名称太长"),
        (("move",), "名称太长"),
        (("restore",), "找不到备份"),
    ],
)
def test_a_place_no_disk_can_hold_is_said(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    found = run(*words, str(tmp_path / ("长" * 120)))
    assert found.code == 2
    assert said in found.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (json.dumps(VISIT, ensure_ascii=False).encode("gb18030"), "文字编码不对。请存成 UTF-8"),
        (json.dumps(VISIT).encode("utf-16"), "文字编码不对"),
        (b"{'name': 1}", "JSON 第 1 行第 2 个字附近写得不对"),
        (b'{"name": "a",}', "JSON 第 1 行第"),
        (b"", "JSON 第 1 行第 1 个字附近"),
        (b"[]", "要是一条记录，或一列记录"),
        (b"5", "要是一条记录"),
        (b'["a"]', "要是一条记录"),
        (b"[" * 100_000 + b"]" * 100_000, "读不了的内容"),
        (b'{"people_served": ' + b"9" * 5000 + b"}", "读不了的内容"),
        (b'{"name": "a", "name": "b"}', "“name”写了两次"),
        (b'{"people_served": NaN, "happened_on": "2024-10-01", "name": "a"}', "“nan”不是整数"),
        (b'{"name": "\\ud800", "happened_on": "2024-10-01"}', "活动名称：第 1 个字是残缺的半个字"),
        (b'{"\\ud800": 1, "name": "a", "happened_on": "2024-10-01"}', "没有这一项"),
        ("{“name”: “走访”}".encode(), "JSON 第 1 行第"),
    ],
)  # fmt: skip
def test_json_that_cannot_be_read_is_said_and_writes_nothing(
    run: Run, data: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    before = rows_of(data)
    said = run("add", "visit", "--json", json_file(tmp_path, content))
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert rows_of(data) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add"], "少了必须写的：类别"),
        (["add", "visit"], "少了必须写的：--json"),
        (["add", "visit", "--json"], "--json 后面缺少值"),
        (["add", "飞碟", "--json", "a.json"], "没有“飞碟”这类记录，可用：meeting、"),
        (["add", "visit", "--json", "没有.json"], "文件“没有.json”读不出来"),
        (["add", "visit", "--json", "."], "读不出来"),
        (["nonsense"], "没有这个命令或选项值"),
        (["list"], "少了必须写的：类别"),
        (["list", "visit", "--sort", "name"], "看不懂：“--sort name”"),
        (["list", "visit", "--period", "上个月"], "期间“上个月”看不懂"),
        (["list", "visit", "--period", "2026-02-01..2026-01-01"], "期间"),
        (["figures"], "请写 --period 期间，或 --submitted 报送的编号"),
        (["figures", "--period", "2024", "--by", "weather"], "不能按“weather”分组，可用：unit、"),
        (["figures", "--period", "2024", "--records", "nothing"], "没有“nothing”这个指标"),
        (["show", "visit"], "少了必须写的：UUID"),
        (["show", "visit", "0" * 32], "没有编号为"),
        (["show", "visit", "\ud800"], "没有编号为"),
        (["confirm", "visit"], "少了必须写的：UUID"),
        (["--nothing"], "看不懂"),
        (["figures", "--period"], "--period 后面缺少值"),
        (["list", "visit", "extra"], "看不懂：“extra”"),
        (["--help=yes"], "--help 后面不用写值"),
        (["export", "--period", "2024"], "少了必须写的：--out"),
        (["document", "visit", "0" * 32, "--out", "a.docx"], "没有编号为"),
        (["demo", "--json"], "看不懂"),
        (["demo"], "只能放进空的台账"),
    ],
)
def test_a_command_written_wrongly_gets_a_sentence_without_english(
    run: Run, data: Path, arguments: list[str], words: str
) -> None:
    before = rows_of(data)
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    english = re.sub(r"--?[\w=]+|UUID|JSON|UTF-8|\w+\.json|“[^”]*”", "", said.err)
    names = {*COMMANDS, *(model.key for model in RECORDS), *GROUPINGS}
    for known in sorted(names, key=len, reverse=True):  # adjustment before adjust
        english = english.replace(known, "")
    assert not re.search(r"[a-z]{3,}", english), english
    assert rows_of(data) == before


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], *([name, "-h"] for name in COMMANDS)):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
        said = capsys.readouterr().out
        assert CHINESE.search(said)
        assert not re.search(r"usage|options|positional|arguments|show this", said), said


def test_a_search_for_punctuation_finds_nothing_and_says_why(run: Run) -> None:
    said = run("list", "visit", "--search", "，。")
    assert (said.code, said.out) == (2, "")
    assert "只有标点" in said.err


@pytest.mark.parametrize(
    "command", [["list", "visit"], ["figures", "--period", "2024"], ["show", "visit", "0" * 32]]
)
def test_reading_where_there_is_no_store_says_so_and_makes_none(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    said = run(*command, folder=tmp_path / "没有")
    assert said.code == 2
    assert "还没有台账" in said.err
    assert not (tmp_path / "没有").exists()


def test_what_is_wrong_from_the_start_makes_no_store(run: Run, tmp_path: Path) -> None:
    for arguments in (
        ["add", "飞碟", "--json", "a"],
        ["add", "visit", "--json", "没有.json"],
        ["confirm", "飞碟", "0"],
    ):
        assert run(*arguments, folder=tmp_path / "没有").code == 2
    assert not (tmp_path / "没有").exists()


@pytest.mark.parametrize(
    "name", ["长" * 100, "/".join(["长" * 60] * 40), "~nobody-of-this-name/台账", "\udce4\udcb8", "a\x00b"]
)
def test_an_impossible_folder_gets_a_sentence(run: Run, tmp_path: Path, name: str) -> None:
    folder = Path(name) if name.startswith("~") else tmp_path / name
    for command in (["list", "visit"], ["add", "visit", "--json", json_file(tmp_path, VISIT)], ["kinds"]):
        said = run(*command, folder=folder)
        assert said.code == (0 if command == ["kinds"] and not name.startswith("~") else 2), said.err


def test_a_store_that_another_window_holds_is_left_alone(run: Run, data: Path, tmp_path: Path) -> None:
    from app.paths import DataFolder
    from app.store.store import Store

    window = Store(DataFolder(data))
    said = run("add", "visit", "--json", json_file(tmp_path, VISIT))
    assert said.code == 2
    assert "正被另一个窗口用着" in said.err
    assert run("list", "visit", "--json").json == []
    window.close()


def test_our_own_bug_is_logged_and_ends_with_1(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What broke inside is no wrong input: the log gets the trace, the clerk a sentence."""
    office = small_office(tmp_path / "坏")
    uuid = uuids(office, "township")["青山镇"]
    with office.store.writing() as session:
        session.execute(text("UPDATE township SET started_on='未知' WHERE name='青山镇'"))
    office.store.close()
    code = main(["--data", str(tmp_path / "坏"), "show", "township", uuid])
    said = capsys.readouterr()
    assert (code, said.out, said.err.strip()) == (1, "", bootstrap.BUG)
    log = tmp_path / "坏" / "日志" / "程序.log"
    assert "models/days.py:" in log.read_text(encoding="utf-8")
    assert "未知" not in log.read_text(encoding="utf-8")
    log.unlink()  # it was closed, which only Windows minds


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root becomes another user")
def test_another_user_may_read_what_he_may_not_write(data: Path, tmp_path: Path) -> None:
    for above in (tmp_path, *tmp_path.parents):
        if above == Path(tempfile.gettempdir()):  # each process of a run in parallel has one folder more
            break
        above.chmod(0o755)
    data.chmod(0o755)
    (data / "台账.db").chmod(0o644)
    file = json_file(tmp_path, VISIT)
    code = (
        "import encodings.utf_8_sig, os\nfrom app.bootstrap import main\n"
        f"main(['--data', {str(data)!r}, 'list', 'township'])\n"  # what is imported late, root imports
        "os.setgid(65534)\nos.setuid(65534)\n"
        f"print(main(['--data', {str(data)!r}, 'list', 'township']))\n"
        f"print(main(['--data', {str(data)!r}, 'add', 'visit', '--json', {file!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert re.findall(r"^\d$", done.stdout, re.MULTILINE) == ["0", "2"]
    assert "青山镇" in done.stdout
    assert "不能写" in done.stderr
    assert all(CHINESE.search(line) for line in done.stderr.splitlines())


def test_where_nobody_can_look_the_command_leads_to_the_log(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run would add it a second time."""
    with monkeypatch.context() as patch:
        disk = Disk.under(patch)
        disk.fail_after_commit, disk.gone_when_failed = "disk I/O error", True
        said = run("add", "visit", "--json", json_file(tmp_path, [VISIT]))
    assert (said.code, said.out) == (2, "")
    assert "做成了没有还看不出来" in said.err
    assert "用 log 看最近的修改里有没有" in said.err
    assert "不会存成两条" not in said.err
    assert "走访果农" in run("log").out
