"""What is asked for is done in order, told in the window's thread, and its errors are sorted."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import AppError, Invalid, Problem
from app.ui.operations import Operations, Progress


class Listener(QObject):
    """Keeps what it was told and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[int] = set()

    def hear(self, what: object) -> None:
        self.told.append(what)
        self.threads.add(threading.get_ident())

    def end(self) -> None:
        self.told.append("ended")

    def step(self, done: int, total: int, text: str) -> None:
        self.told.append((done, total, text))


@pytest.fixture
def operations(qapp: object) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.finish()


def test_work_runs_elsewhere_and_is_told_here(operations: Operations, qtbot: QtBot) -> None:
    listener, worked = Listener(), []

    def intention() -> int:
        worked.append(threading.get_ident())
        return 7

    with qtbot.waitSignal(operations.changed):
        operations.run(intention, listener.hear)
    assert listener.told == [7]
    assert listener.threads == {threading.get_ident()}
    assert worked[0] != threading.get_ident()


def test_writes_keep_their_order(operations: Operations) -> None:
    listener = Listener()
    for number in range(20):
        operations.run(lambda number=number: number, listener.hear)  # type: ignore[misc]
    operations.wait()
    assert listener.told == list(range(20))
    assert operations.is_idle


def test_an_error_for_people_reaches_who_asked(operations: Operations, qtbot: QtBot) -> None:
    listener = Listener()
    problem = Problem(("recorder",), "记录人", "请填记录人")

    def intention() -> None:
        raise Invalid([problem])

    with qtbot.assertNotEmitted(operations.changed):
        operations.run(intention, listener.hear, listener.hear, ended=listener.end)
        operations.wait()
    error, ended = listener.told
    assert isinstance(error, Invalid)
    assert error.problems == (problem,)
    assert ended == "ended"


def test_an_error_nobody_listens_to_is_refused_aloud(operations: Operations, qtbot: QtBot) -> None:
    def intention() -> None:
        raise AppError("磁盘满了。")

    with qtbot.waitSignal(operations.refused) as told:
        operations.run(intention)
    assert told.args is not None
    assert told.args[0].message == "磁盘满了。"


def test_a_bug_of_ours_is_confessed_with_its_trace(
    operations: Operations, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    listener = Listener()

    def intention() -> None:
        try:
            raise KeyError("张三的口令")
        except KeyError:
            raise ZeroDivisionError("by nothing") from None

    with qtbot.waitSignal(operations.crashed) as told:
        operations.run(intention, listener.hear, listener.hear, ended=listener.end)
    operations.wait()
    assert told.args is not None
    assert told.args[0].endswith("builtins.ZeroDivisionError")
    assert "ui/test_operations.py:" in told.args[0]
    assert "by nothing" not in told.args[0]
    assert listener.told == ["ended"]
    assert told.args[0] in caplog.text


def test_reading_changes_nothing(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(operations.changed):
        operations.run(lambda: 1, writes=False)
        operations.wait()


def test_a_long_task_reports_its_steps(operations: Operations) -> None:
    listener = Listener()

    def task(progress: Progress) -> str:
        for number in (1, 2):
            progress.step(number, 2, "月报")
        return "done"

    operations.start(task, listener.hear, stepped=listener.step)
    operations.wait()
    assert listener.told == [(1, 2, "月报"), (2, 2, "月报"), "done"]


def test_a_cancelled_task_tells_only_that_it_ended(operations: Operations) -> None:
    listener, begun, go_on = Listener(), threading.Event(), threading.Event()

    def task(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress.step(1, 2)
        raise AssertionError("went on")

    progress = operations.start(task, listener.hear, listener.hear, ended=listener.end)
    assert begun.wait(5)
    progress.cancel()
    go_on.set()
    operations.wait()
    assert listener.told == ["ended"]


def test_a_save_does_not_wait_for_an_export(operations: Operations) -> None:
    listener, go_on = Listener(), threading.Event()
    operations.start(lambda _progress: go_on.wait(5), listener.hear)
    operations.run(lambda: "saved", listener.hear, ended=go_on.set)
    operations.wait()
    assert listener.told == ["saved", True]


def test_long_work_shows_as_busy_and_short_work_does_not(operations: Operations, qtbot: QtBot) -> None:
    go_on = threading.Event()
    with qtbot.assertNotEmitted(operations.busy_changed):
        operations.run(lambda: None)
        operations.wait()
    with qtbot.waitSignal(operations.busy_changed, timeout=2000) as began:
        operations.run(lambda: go_on.wait(5))
    assert began.args == [True]
    with qtbot.waitSignal(operations.busy_changed) as ended:
        go_on.set()
    assert ended.args == [False]


def test_a_listener_that_is_gone_is_left_out(operations: Operations, qtbot: QtBot) -> None:
    import shiboken6

    gone = Listener()
    told = gone.told
    go_on = threading.Event()
    with qtbot.waitSignal(operations.changed):
        operations.run(lambda: go_on.wait(5), gone.hear)
        shiboken6.delete(gone)
        go_on.set()
    assert told == []


def test_nothing_starts_after_the_end() -> None:
    operations = Operations()
    operations.finish()
    with pytest.raises(RuntimeError):
        operations.run(lambda: None)


def test_an_answer_that_ends_the_program_is_not_followed_by_reading_again(qapp: object) -> None:
    """The sample county was filled and its window is closed: nobody is left to look again."""
    operations, listener = Operations(), Listener()
    operations.changed.connect(listener.end)
    operations.run(lambda: 1, lambda _: operations.finish())
    operations.wait()
    assert listener.told == []


def test_a_long_task_that_writes_keeps_its_turn_and_can_be_stopped(
    operations: Operations, qtbot: QtBot
) -> None:
    listener, begun, threads = Listener(), threading.Event(), []

    def first() -> None:
        threads.append(threading.get_ident())

    def long(progress: Progress) -> str:
        threads.append(threading.get_ident())
        begun.set()
        while True:
            progress.step(0, 0)

    operations.run(first, listener.hear)
    progress = operations.start(long, listener.hear, listener.hear, ended=listener.end, writes=True)
    assert begun.wait(5)
    progress.cancel()
    operations.wait()
    assert listener.told == [None, "ended"]
    assert len(set(threads)) == 1
    with qtbot.waitSignal(operations.changed):
        operations.start(lambda _: "done", listener.hear, writes=True)
