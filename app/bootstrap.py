"""The composition root: paths, log, store, services. Only this creates things."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence
from copy import copy
from functools import partial
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import format_tb
from typing import TYPE_CHECKING, Any

from app.clock import Clock, SystemClock
from app.errors import AppError, trace_of
from app.paths import DataFolder, default_folder
from app.services.office import Office
from app.store.migrations.step import NotMigrated
from app.store.opening.condition import Part, Unopened
from app.store.opening.judging import damaged
from app.store.place.doorbell import Answer, Doorbell
from app.store.place.moved_mark import now_at
from app.store.scratch import Scratch
from app.store.store import Store

if TYPE_CHECKING:
    from app.cli.demo import Opener

LOG = logging.getLogger("app")
LOG.addHandler(logging.NullHandler())  # where no log is kept, Python would show its lines to clerks
BUG = "程序自己出了错。以前存的都在，这次做成了没有，请看过再重做；请把日志文件夹里的记录交给维护的人。"


def open_office(
    folder: DataFolder, *, write: bool = True, clock: Clock | None = None, key: bytes | None = None
) -> Office:
    """Opens one office's store and puts its services together; raises AppError with a sentence.

    `key` is what its password gave, None for a store without one.
    """
    try:
        store = Store(folder, write=write, key=key)
    except NotMigrated as error:
        _log_cause(folder, error)
        raise
    start_log(folder)
    try:
        return Office(store, clock or SystemClock())
    except (ValueError, TypeError, KeyError) as error:
        # What an office is begins with JSON of ours, which makes no sense only when the file is damaged.
        LOG.error("an office cannot be read: %s", type(error).__name__)
        store.close()
        raise Unopened(damaged(folder, Part.CONTENT)) from None
    except BaseException:
        store.close()
        raise


def _log_cause(folder: DataFolder, error: NotMigrated) -> None:
    """Where a step stumbled, without what it stumbled over."""
    start_log(folder)
    cause = error.__cause__
    if cause is not None:
        LOG.error("an upgrade failed: %s\n%s", type(cause).__name__, "".join(format_tb(cause.__traceback__)))


class _Valueless(logging.Formatter):
    """Tells of an error where it arose, and nothing that anybody typed."""

    def format(self, record: logging.LogRecord) -> str:
        record = copy(record)
        record.exc_text = None  # where another handler has put its own
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802  # logging's own name
        return "" if ei[1] is None else trace_of(ei[1])


class _PrivateFile(RotatingFileHandler):
    """A log for its owner alone."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(handle, "a", encoding=self.encoding)


def start_log(folder: DataFolder) -> None:
    """Keeps a small log without values of records; nothing is logged when the folder cannot be written."""
    if _log_files() or not folder.root.is_dir():
        return
    try:
        folder.logs.mkdir(mode=0o700, exist_ok=True)
        handler = _PrivateFile(
            folder.logs / "程序.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.handleError = lambda record: None  # type: ignore[method-assign]  # a log never speaks to clerks
    handler.setFormatter(_Valueless("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def stop_log() -> None:
    """Closes the log, so that the next store writes its own."""
    for handler in _log_files():
        LOG.removeHandler(handler)
        handler.close()


def _log_files() -> list[RotatingFileHandler]:
    return [handler for handler in LOG.handlers if isinstance(handler, RotatingFileHandler)]


def speak_utf_8() -> None:
    """What is read by another program is UTF-8 everywhere; a console shows what it can, ? for the rest."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if not isinstance(stream, TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors=errors)


def main(arguments: Sequence[str], rung: Answer | None = None) -> int:
    """Runs a sub-command or the window. Exit codes: 0 done, 2 wrong input, 1 our own bug.

    `rung` is what came of ringing at the window that is there, when that was tried already.
    """
    from app import cli

    folder, scratch = None, Scratch()
    opener = partial(_open_with, scratch)
    try:
        options = cli.parse(arguments)
        folder = now_at(_folder(options.data) if options.data else default_folder())
        if options.command:
            gc.enable()
            return cli.run(options, folder, opener)
        return _window(folder, opener, options.password_file, rung)
    except AppError as error:
        _say(error.message)
        return 2
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _say("停下了，没有做完的都没有改动。")
        return 130
    except Exception:
        if folder is not None:
            start_log(folder)
        if _log_files():
            LOG.exception("unexpected")
        _say(BUG)
        if os.environ.get("CPPCC_LEDGER_TRACE"):
            raise
        return 1
    finally:
        stop_log()
        scratch.end()


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _folder(text: str) -> DataFolder:
    try:
        return DataFolder(Path(text).expanduser())
    except RuntimeError:  # ~ of somebody who has no home here
        raise AppError(f"数据文件夹“{text}”找不到。请写完整的位置。") from None


def has_screen() -> bool:
    """Whether a window can be shown; on Linux a display has to be there."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_with(
    scratch: Scratch, folder: DataFolder, *, write: bool = True, key: bytes | None = None
) -> Office:
    office = open_office(folder, write=write, key=key)
    scratch.begin(folder)
    return office


def _window(folder: DataFolder, opener: Opener, password_file: str | None, rung: Answer | None) -> int:
    from app import cli

    if not has_screen():
        gc.enable()
        return cli.without_screen(Path.cwd(), opener)
    bell = Doorbell(folder)
    if not bell.hang():
        return _second_start(folder, rung or bell.ring())
    try:
        from app.ui.program import run

        return run(folder, opener, cli.unlocked(folder, password_file) if password_file else None, bell)
    finally:
        bell.release()


def _second_start(folder: DataFolder, answer: Answer) -> int:
    """The window that is there has come to the front, or says why it has not."""
    if answer is Answer.RAISED:
        return 0
    from app.ui.doorman import turn_away

    return turn_away(folder, answer.value)
