"""Files put in their place: names Windows takes, nothing written over, nothing half-written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError
from app.exporters.files import LONGEST_NAME, LONGEST_PATH, safe_name, split_suffix, unique_path, write_beside
from app.exporters.workbook import write_workbook
from tests.exporters.workbook_samples import NOW, filled_report, opened, shipped

NAME = "示例县政协2026年10月统计表.xlsx"


def says(text: str) -> Callable[[IO[bytes]], None]:
    """A writer of this text."""

    def write(out: IO[bytes]) -> None:
        out.write(text.encode())

    return write


def fails(number: int) -> Callable[[IO[bytes]], None]:
    """A writer whose disk fails half-way with this error."""

    def write(out: IO[bytes]) -> None:
        out.write(b"half")
        raise OSError(number, os.strerror(number))

    return write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_workbook_is_written_to_its_path(tmp_path: Path) -> None:
    path = tmp_path / "新文件夹" / NAME
    assert write_workbook(path, [filled_report(shipped("X1"))], now=NOW) == ()
    assert opened(path).sheetnames == ["基层协商统计表"]
    assert names(path.parent) == [NAME]


def test_an_existing_file_gets_the_second_time_and_stays_as_it_was(tmp_path: Path) -> None:
    for text in ("一", "二", "三"):
        write_beside(unique_path(tmp_path, "表.xlsx"), says(text))
    assert names(tmp_path) == ["表-第2次.xlsx", "表-第3次.xlsx", "表.xlsx"]
    assert (tmp_path / "表.xlsx").read_text(encoding="utf-8") == "一"


def test_a_file_that_turns_up_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = unique_path(tmp_path, "表.xlsx")

    def slow(out: IO[bytes]) -> None:
        path.write_text("别人的", encoding="utf-8")
        out.write("我的".encode())

    assert write_beside(path, slow) == tmp_path / "表-第2次.xlsx"
    assert path.read_text(encoding="utf-8") == "别人的"
    assert names(tmp_path) == ["表-第2次.xlsx", "表.xlsx"]


def test_a_clerk_may_choose_to_write_over(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_text("旧", encoding="utf-8")
    assert write_beside(path, says("新"), replace=True) == path
    assert path.read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("mark", [".~表一.xlsx", "~$表一.xlsx", "~$.xlsx", ".~lock.表一.xlsx#"])
def test_a_file_open_elsewhere_is_not_written_over(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "表一.xlsx"
    path.write_text("旧", encoding="utf-8")
    (tmp_path / mark).touch()
    with pytest.raises(AppError, match=r"没能写出“表一\.xlsx”。这个文件正在 WPS 里打开着，原来的文件没有动"):
        write_beside(path, says("新"), replace=True)
    assert path.read_text(encoding="utf-8") == "旧"


FAILURES = [
    (errno.ENOSPC, "磁盘满了"),
    (errno.EDQUOT, "磁盘满了"),
    (errno.EFBIG, "放不下这么大的文件"),
    (errno.EROFS, "只能看不能写"),
    (errno.EIO, "磁盘读写出错"),
    (errno.EBUSY, "正被别的程序占着"),
    (errno.ENODEV, "U 盘可能拔掉了"),
    (errno.EINVAL, "写不进去"),
]


@pytest.mark.parametrize(("number", "sentence"), FAILURES)
def test_a_failing_disk_gets_a_sentence_and_leaves_nothing_behind(
    tmp_path: Path, number: int, sentence: str
) -> None:
    path = tmp_path / "表.xlsx"
    path.write_text("旧", encoding="utf-8")
    with pytest.raises(AppError) as caught:
        write_beside(path, fails(number), replace=True)
    assert caught.value.message.startswith("没能写出“表.xlsx”。")
    assert sentence in caught.value.message
    assert "原来的文件没有动" in caught.value.message
    assert (names(tmp_path), path.read_text(encoding="utf-8")) == (["表.xlsx"], "旧")


def test_our_own_mistake_leaves_nothing_behind_either(tmp_path: Path) -> None:
    def broken(out: IO[bytes]) -> None:
        out.write(b"half")
        raise KeyError("ours")

    with pytest.raises(KeyError):
        write_beside(tmp_path / "表.xlsx", broken)
    assert names(tmp_path) == []


@contextmanager
def someone_else() -> Iterator[Path]:
    """A folder that its user may not write to; root is nobody for the while."""
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are made read-only the POSIX way")
def test_a_folder_that_cannot_be_written_to_gets_a_sentence() -> None:
    with someone_else() as folder:
        with pytest.raises(AppError) as caught:
            write_beside(folder / "表.xlsx", says("新"))
        assert caught.value.message == f"没能写出“表.xlsx”。没有往“{folder}”里写的权限，请换一个文件夹。"


def test_a_file_in_place_of_a_folder_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "不是文件夹").touch()
    for path in (tmp_path / "不是文件夹" / "表.xlsx", tmp_path / "不是文件夹" / "里面" / "表.xlsx"):
        with pytest.raises(AppError, match="不是文件夹，请换一个文件夹"):
            write_beside(path, says("新"))


def test_a_path_too_long_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="太长"):
        write_beside(tmp_path / ("深" * 100 + ".xlsx"), says("新"))
    with pytest.raises(AppError, match="太深，路径太长。请换一个浅一些的文件夹"):
        unique_path(tmp_path / ("夹" * 60) / ("夹" * 60) / ("夹" * 80), "表.xlsx")


def test_a_long_name_is_shortened_visibly_to_what_windows_opens(tmp_path: Path) -> None:
    folder = tmp_path / ("夹" * (LONGEST_PATH - len(str(tmp_path)) - 40))
    path = unique_path(folder, "示例县政协" * 8 + ".xlsx")
    assert path.name.endswith("….xlsx")
    assert len(str(path)) <= LONGEST_PATH


NAMES = [
    ("10月：A/B*C?.docx", "10月：A／B＊C？.docx"),
    ('a<b>c|d\\e"f', "a＜b＞c｜d＼e＂f"),
    ("con.xlsx", "_con.xlsx"),
    ("COM1", "_COM1"),
    ("  表. . ", "表"),
    ("\x00甲\ud800", "□甲□"),
    ("", "未命名"),
    ("..", "未命名"),
    (".xlsx", ".xlsx"),
    ("1.2 月报", "1.2 月报"),
    ("示例县政协2026年10月基层协商工作小结.docx", "示例县政协2026年10月基层协商工作小结.docx"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_becomes_one_that_windows_takes(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(st.characters(), max_size=300))
def test_any_text_makes_a_name_that_can_be_written(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name.encode()) <= LONGEST_NAME
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name == name.rstrip(". ")
    assert safe_name(name) == name


def test_a_dot_in_chinese_text_begins_no_suffix() -> None:
    assert split_suffix("2026.10 月报") == ("2026.10 月报", "")
    assert split_suffix("月报.tar.gz") == ("月报.tar", ".gz")


def test_layouts_tables_and_files_do_not_load_the_heavy_libraries() -> None:
    modules = "app.exporters.tables, app.exporters.layout_file, app.exporters.files"
    code = f"import sys, {modules}; print(sorted({{'openpyxl', 'lxml', 'docx'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
