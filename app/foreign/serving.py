"""The child's side: takes one request after another until nobody is there any more."""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any, NoReturn

from app.errors import AppError
from app.foreign.framing import Frame, Torn, receive, send
from app.foreign.limits import Limits, peak


@dataclass(frozen=True, slots=True)
class Answer:
    """What a job found: a plain JSON value, and bytes beside it."""

    value: Any = None
    blobs: Sequence[bytes] = field(default=())


Job = Callable[[dict[str, Any], tuple[bytes, ...]], Answer]
"""Takes what the asker said and the bytes with it; raises AppError, or whatever a parser raises."""


def serve(jobs: Mapping[str, Job]) -> NoReturn:
    """Answers until the pipe closes. After running out of memory a child does not go on."""
    asked, said = _pipes()
    limits = Limits()
    frames: SimpleQueue[Frame] = SimpleQueue()
    Thread(target=_listen, args=(asked, frames), daemon=True).start()
    send(said, {"ready": os.getpid()})
    while True:
        frame = frames.get()
        limits.renew()
        head, blobs = _done(jobs[frame.head["job"]], frame.head["with"], frame.blobs)
        del frame
        try:
            send(said, head | {"peak": peak()}, blobs)
        except (OSError, MemoryError):
            os._exit(0)
        if head.get("torn") == "memory":
            os._exit(0)


def _listen(asked: IO[bytes], frames: SimpleQueue[Frame]) -> None:
    """Takes questions in, and ends the process when the program is gone, whatever a job is busy with."""
    while True:
        try:
            frames.put(receive(asked))
        except (EOFError, Torn, OSError, MemoryError):
            os._exit(0)


def _done(
    job: Job, given: dict[str, Any], blobs: tuple[bytes, ...]
) -> tuple[dict[str, Any], Sequence[bytes]]:
    try:
        with warnings.catch_warnings(action="ignore"):  # parsers tell of decoration they leave out
            answer = job(given, blobs)
    except AppError as error:
        return {"refused": error.message}, ()
    except (MemoryError, RecursionError):
        return {"torn": "memory"}, ()
    except Exception as error:  # parsers raise whatever a torn file makes happen
        return {"torn": "damaged", "where": _where(error)}, ()
    return {"value": answer.value}, answer.blobs


def _where(error: Exception) -> str:
    """What a log may know of a failure: its class and its line, nothing out of the file."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    return f"{type(error).__name__} {last[0].name}:{last[0].lineno}" if last else type(error).__name__


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends to the parent; nothing else can write into them, whatever a library prints."""
    asked, said = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    if sys.platform == "win32":
        import msvcrt

        for handle in (asked, said):
            msvcrt.setmode(handle, os.O_BINARY)
    return os.fdopen(asked, "rb"), os.fdopen(said, "wb")
