"""What is said reaches whoever reads it, however much the console knows to show."""

import os
import pty
import sys
from collections.abc import Iterator
from io import TextIOWrapper

import pytest

from app.bootstrap import speak_utf_8

RARE = "䶮镕\U0002cb6c走访"  # GBK lacks the first and the third, which is outside the basic plane


@pytest.fixture
def console() -> Iterator[tuple[int, int]]:
    """What is shown is read from the first, what is said goes into the second."""
    shown, said = pty.openpty()
    yield shown, said
    os.close(shown)


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize(("encoding", "seen"), [("gbk", "?镕?走访"), ("latin-1", "?????"), ("utf-8", RARE)])
def test_a_console_that_lacks_a_name_shows_a_mark_for_it(
    console: tuple[int, int], monkeypatch: pytest.MonkeyPatch, stream: str, encoding: str, seen: str
) -> None:
    shown, said = console
    with os.fdopen(said, "wb") as raw, TextIOWrapper(raw, encoding=encoding, errors="strict") as text:
        monkeypatch.setattr(sys, stream, text)
        speak_utf_8()
        print(RARE, file=text, flush=True)
        assert os.read(shown, 200).decode(encoding).strip() == seen


def test_another_program_is_told_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as read, os.fdopen(writing, "wb") as raw:
        text = TextIOWrapper(raw, encoding="gbk", errors="strict")
        monkeypatch.setattr(sys, "stdout", text)
        speak_utf_8()
        print(RARE, file=text)
        text.close()
        assert read.read().decode().strip() == RARE
