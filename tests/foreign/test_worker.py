"""The child that looks into foreign files: bounded, replaced when it dies, never left behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.errors import AppError
from app.foreign.framing import Frame, Torn, receive, send
from app.foreign.plain_file import NotPlain, TooLarge, content
from app.foreign.worker import Foreign, Worker

ROOT = Path(__file__).resolve().parents[2]
FILE = Foreign("会场.jpg", "请另存成 JPG。")
posix = pytest.mark.skipif(os.name == "nt", reason="signals and forks are not for Windows")


def picture(size: tuple[int, int] = (60, 40)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def small(worker: Worker) -> bytes:
    _, (made,) = worker.ask("thumbnail", {"most": 8}, [picture()], file=FILE)
    return made


def test_one_child_answers_many_questions(worker: Worker) -> None:
    with Image.open(BytesIO(small(worker))) as image:
        assert image.size == (8, 5)
    first = worker.pid
    small(worker)
    assert worker.pid == first
    assert worker.started == 1


def test_a_worn_child_is_replaced() -> None:
    worn = Worker(files=2)
    for _ in range(5):
        small(worn)
    assert worn.started == 3
    worn.close()


def test_what_a_job_says_reaches_the_asker_and_the_child_goes_on(worker: Worker) -> None:
    with pytest.raises(AppError, match=r"^“会场\.jpg”不是能打开的照片"):
        worker.ask("fitted", {"name": "会场.jpg", "most": 9}, [b"no picture"], file=FILE)
    with pytest.raises(AppError, match=r"^“会场\.jpg”读不出来（里面坏了）。请另存成 JPG。$"):
        worker.ask("thumbnail", {"most": 8}, [b"no picture"], file=FILE)
    small(worker)
    assert worker.started == 1


@posix
def test_a_child_that_died_while_idle_is_replaced_without_a_word(worker: Worker) -> None:
    small(worker)
    assert worker.pid is not None
    died = os.pidfd_open(worker.pid)
    os.kill(worker.pid, signal.SIGKILL)
    select.select([died], [], [], 10)
    os.close(died)
    small(worker)
    assert worker.started == 2


@posix
def test_a_child_that_dies_at_work_is_told_of_and_replaced(worker: Worker) -> None:
    small(worker)
    assert worker.pid is not None
    stopped = worker.pid
    os.kill(stopped, signal.SIGSTOP)  # so that it is surely at work when it is killed
    killer = threading.Timer(0.05, os.kill, (stopped, signal.SIGKILL))
    killer.start()
    with pytest.raises(AppError, match="读不出来（里面坏了）"):
        small(worker)
    killer.join()
    small(worker)
    assert worker.started == 2


@posix
def test_a_child_that_takes_too_long_is_ended() -> None:
    hasty = Worker(seconds=1.5)
    small(hasty)
    assert hasty.pid is not None
    os.kill(hasty.pid, signal.SIGSTOP)
    with pytest.raises(AppError, match="10 秒还没读完"):
        small(hasty)
    assert hasty.pid is None


@posix
def test_a_forked_process_has_a_child_of_its_own(worker: Worker) -> None:
    small(worker)
    script = (
        "import os, sys\n"
        "from app.foreign.worker import worker, Foreign\n"
        "from tests.foreign.test_worker import small\n"
        "small(worker()); mine = worker().pid\n"
        "pid = os.fork()\n"
        "if not pid:\n"
        "    small(worker()); other = worker().pid; worker().close(); os._exit(other == mine)\n"
        "code = os.waitpid(pid, 0)[1]\n"
        "small(worker()); sys.exit(code or worker().pid != mine)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr


@posix
def test_the_child_ends_with_the_program_that_is_killed() -> None:
    script = (
        "import sys\n"
        "from app.foreign.worker import worker\n"
        "from tests.foreign.test_worker import small\n"
        "small(worker()); print(worker().pid, flush=True); sys.stdin.read()\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stdin is not None
    child = os.pidfd_open(int(program.stdout.readline()))
    program.kill()
    program.wait()
    program.stdin.close()
    program.stdout.close()
    ended, _, _ = select.select([child], [], [], 10)
    os.close(child)
    assert ended


@posix
@pytest.mark.parametrize(
    ("tried", "raised"),
    [("bytearray(600 << 20)", "MemoryError"), ("open('x', 'w').write('a' * 9999)", "OSError")],
)
def test_a_child_has_neither_much_memory_nor_files(tried: str, raised: str, tmp_path: Path) -> None:
    begun = "from app.foreign.limits import Limits\nLimits()\n"
    script = f"{begun}try:\n    {tried}\nexcept {raised}:\n    print('no')"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stdout == "no\n", done.stderr


@posix
def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    (tmp_path / "零").symlink_to("/dev/zero")
    for name in ("管道", "零"):
        with pytest.raises(NotPlain):
            content(tmp_path / name, 100)
    with pytest.raises(IsADirectoryError):
        content(tmp_path, 100)


def test_a_file_is_read_up_to_its_measure(tmp_path: Path) -> None:
    (tmp_path / "件").write_bytes(b"abc")
    assert content(tmp_path / "件", 3) == b"abc"
    with pytest.raises(TooLarge):
        content(tmp_path / "件", 2)


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)
)


@given(
    st.dictionaries(st.text().filter(lambda key: key != "blobs"), _PLAIN, max_size=3),
    st.lists(st.binary(), max_size=3),
)
def test_a_frame_comes_out_as_it_went_in(head: dict[str, object], blobs: list[bytes]) -> None:
    stream = BytesIO()
    send(stream, head, blobs)
    stream.seek(0)
    assert receive(stream) == Frame(head, tuple(blobs))


@given(st.binary(max_size=60) | st.binary(max_size=40).map(lambda data: b"\0\0\0\x02\0\0\0\x01{}" + data))
def test_noise_is_no_frame(data: bytes) -> None:
    with pytest.raises((Torn, EOFError)):
        receive(BytesIO(data))
