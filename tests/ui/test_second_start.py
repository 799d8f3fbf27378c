"""The program started twice: the window there is comes to the front, and nothing in it is disturbed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import DataFolder
from app.store.place.doorbell import Answer, Doorbell, rung
from app.ui.doorman import Doorman
from tests.office import small_office

ROOT = Path(__file__).parents[2]
SLOWEST = 3.0  # seconds on a machine that tests on every core; alone it takes 0.1


@contextmanager
def first(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A window in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.first_window", str(folder)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def said(process: subprocess.Popen[str]) -> Any:
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def start_again(folder: Path) -> tuple[int, str, float]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(folder)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr, time.monotonic() - begun


def test_the_second_start_brings_the_first_window_back_with_what_is_typed(tmp_path: Path) -> None:
    folder = tmp_path / "台账"
    small_office(folder).store.close()
    with first(folder) as window:
        assert said(window) == "minimised"
        code, words, seconds = start_again(folder)
        assert (code, words) == (0, "")
        assert said(window) == "电动车进楼"
        assert seconds < SLOWEST
        code, words, _ = start_again(folder)
        assert (code, words) == (0, "")
    assert not Doorbell(DataFolder(folder)).is_hung  # the lock went with the process, whatever the file says
    assert rung(["--data", str(folder)]) is None


def test_one_bell_for_one_folder(tmp_path: Path) -> None:
    here, there = Doorbell(DataFolder(tmp_path / "台账")), Doorbell(DataFolder(tmp_path / "台账"))
    assert not there.is_hung
    assert here.hang()
    assert there.is_hung
    assert not there.hang()
    assert Doorbell(DataFolder(tmp_path / "另一个")).hang()
    assert here.path.stat().st_mode & 0o077 == 0
    here.release()
    assert there.hang()
    there.release()


def test_nobody_answers_in_time(tmp_path: Path) -> None:
    bell = Doorbell(DataFolder(tmp_path))
    assert bell.hang()
    assert Doorbell(DataFolder(tmp_path)).ring(0.02) is Answer.SILENT
    bell.release()


def test_the_window_of_somebody_else_stays_where_it_is(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    bell = Doorbell(DataFolder(tmp_path))
    assert bell.hang()
    doorman = Doorman(bell)
    bell.path.write_text(json.dumps({"rung": 1, "session": "another screen", "activation": ""}))
    qtbot.waitUntil(lambda: b"answer" in bell.path.read_bytes())
    assert json.loads(bell.path.read_bytes()) == {"answer": "ELSEWHERE"}
    assert "另一个登录" in Answer.ELSEWHERE.value
    doorman.deleteLater()
    bell.release()


def test_whoever_rang_before_the_window_was_there_is_answered(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    bell = Doorbell(DataFolder(tmp_path))
    assert bell.hang()
    assert Doorbell(DataFolder(tmp_path)).ring(0) is Answer.SILENT
    doorman = Doorman(bell)
    assert json.loads(bell.path.read_bytes()) == {"answer": "RAISED"}
    doorman.deleteLater()
    bell.release()


@pytest.mark.parametrize("torn", [b"", b"{", b"[]", b"\xff\xfe", b'{"rung": 1'])
def test_half_a_request_is_no_request(tmp_path: Path, torn: bytes) -> None:
    bell = Doorbell(DataFolder(tmp_path))
    assert bell.hang()
    bell.path.write_bytes(torn)
    assert not bell.answer()
    assert bell.path.read_bytes() == torn
    bell.release()


def test_a_folder_that_cannot_be_written_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "文件"
    file.write_bytes(b"")
    bell = Doorbell(DataFolder(file / "台账"))
    assert bell.hang()
    assert not bell.is_hung
    bell.release()
