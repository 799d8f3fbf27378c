"""What was raised in the window's own thread and caught by nobody: said, and a bug of ours logged."""

from __future__ import annotations

import logging
from types import TracebackType

from app.errors import AppError, trace_of


def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """For `sys.excepthook`: never swallowed, and never a traceback for what is no bug."""
    if isinstance(error, AppError):  # a page could not read, and knows no better than to say why
        from app.ui.dialogs.message import tell

        tell(None, error)
        return
    details = trace_of(error)
    logging.getLogger(__name__).error("%s", details)
    from app.ui.dialogs.crash import CrashDialog

    CrashDialog(None, details).exec()
