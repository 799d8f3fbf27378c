"""The composition root: paths, log, store, services. Only this creates things."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.clock import Clock, SystemClock
from app.errors import AppError
from app.paths import DataFolder, default_folder
from app.services.office import Office
from app.store.store import Store

LOG = logging.getLogger("app")
BUG = "程序自己出了错，什么都没有改动。请把日志文件夹里的记录交给维护的人。"


def open_office(folder: DataFolder, *, write: bool = True, clock: Clock | None = None) -> Office:
    """Opens one office's store and puts its services together; raises AppError with a sentence."""
    store = Store(folder, write=write)
    start_log(folder)
    return Office(store, clock or SystemClock())


def start_log(folder: DataFolder) -> None:
    """Keeps a small log without values of records; nothing is logged when the folder cannot be written."""
    if LOG.handlers or not folder.root.is_dir():
        return
    try:
        folder.logs.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder.logs / "程序.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def main(arguments: Sequence[str]) -> int:
    """Runs a sub-command or the window. Exit codes: 0 done, 2 wrong input, 1 our own bug."""
    from app import cli

    try:
        options = cli.parse(arguments)
        folder = DataFolder(Path(options.data).expanduser()) if options.data else default_folder()
        if options.command:
            return cli.run(options, folder, open_office)
        return _window(folder)
    except AppError as error:
        print(error.message, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        LOG.exception("unexpected")
        print(BUG, file=sys.stderr)
        if os.environ.get("CPPCC_LEDGER_TRACE"):
            raise
        return 1


def has_screen() -> bool:
    """Whether a window can be shown; on Linux a display has to be there."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window(folder: DataFolder) -> int:
    if not has_screen():
        from app import cli

        return cli.without_screen(Path.cwd(), open_office)
    from app.ui.program import run

    return run(folder, open_office)
