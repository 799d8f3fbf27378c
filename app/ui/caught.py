"""What was raised in the window's own thread and caught by nobody: said once, and a bug of ours logged."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from app.errors import AppError, trace_of
from app.ui.announcer import announcer


def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """For `sys.excepthook`: never swallowed, and never a traceback for what is no bug.

    A painting, a timer or a change of focus may have raised it, so nothing is opened before that is over.
    """
    if QApplication.instance() is None:
        sys.__excepthook__(kind, error, trace)
        return
    window = QApplication.activeWindow()
    if isinstance(error, AppError):  # a page could not read, and knows no better than to say why
        announcer.tell(window, error, later=True)
        return
    details = trace_of(error)
    if not announcer.is_told(details):
        logging.getLogger(__name__).error("%s", details)
    announcer.confess(window, details, later=True)
