"""Pool: worker processes for one suite, watched; one that hangs or dies is replaced."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults.suite import Suite

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180.0  # seconds that preparing may take


class Verdict(NamedTuple):
    """One case; `bad` is None when it was good."""

    number: int
    bad: str | None


class Broken(Exception):
    """A suite could not even be prepared; says why."""


class _Worker:
    """One process, the case it is at, and since when."""

    def __init__(self, suite: Suite, seed: int, share: str, place: Path, shim: Path | None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=f"{suite.name}-", dir=place))
        self.errors = (self.folder / "stderr").open("w+b")
        scratch = self.folder / "scratch"
        scratch.mkdir()
        worker = [sys.executable, "-m", "tests.faults.worker", suite.name, str(seed), str(scratch), share]
        self.process = subprocess.Popen(
            [*_standing(), *worker], cwd=ROOT, env=_environment(self.folder, shim), start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
        )  # fmt: skip
        self.number: int | None = None
        self.ready = False
        self.since = time.monotonic()
        self._pending = b""

    def give(self, number: int) -> None:
        assert self.process.stdin is not None
        self.number, self.since = number, time.monotonic()
        self.process.stdin.write(b"%d\n" % number)
        self.process.stdin.flush()

    def answers(self) -> list[dict[str, Any]] | None:
        """What it has said by now, None when it has gone."""
        assert self.process.stdout is not None
        got = os.read(self.process.stdout.fileno(), 1 << 20)
        if not got:
            return None
        *lines, self._pending = (self._pending + got).split(b"\n")
        return [json.loads(line) for line in lines]

    def complaint(self) -> str:
        """The last lines it wrote for people."""
        self.errors.flush()
        text = (self.folder / "stderr").read_text(encoding="utf-8", errors="replace")
        return text.strip()[-3000:]

    def end(self) -> None:
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Pool:
    """Runs cases of one suite over `width` processes; closing it leaves nothing behind.

    `share` says which cases will be asked for: all, fast or one.
    """

    def __init__(
        self, suite: Suite, seed: int, share: str = "all", *, width: int = 2, shim: Path | None = None
    ) -> None:
        self._suite, self._seed, self._share, self._shim = suite, seed, share, shim
        self._place = Path(tempfile.mkdtemp(prefix="ledger-faults-", dir=_quick_place()))
        self._select = selectors.DefaultSelector()
        self._workers: list[_Worker] = []
        self.complaints: list[str] = []
        self.numbers: list[int] = []
        for _ in range(width):
            self._hire()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()
        shutil.rmtree(self._place, ignore_errors=True)

    def begin(self) -> None:
        """Waits until a worker is ready; `numbers`, what the share holds, are known then. Raises Broken."""
        while not any(worker.ready for worker in self._workers):
            for _ in self._heard():
                pass

    def run(self, numbers: Iterable[int], until: float | None = None) -> Iterator[Verdict]:
        """The verdicts as they come; no case is begun after the moment `until` of the monotonic clock."""
        coming, over = iter(numbers), False
        while True:
            for worker in self._workers:
                over = over or (until is not None and time.monotonic() >= until)
                if worker.ready and worker.number is None and not over:
                    number = next(coming, None)
                    if number is None:
                        over = True
                    else:
                        worker.give(number)
            if over and all(worker.number is None for worker in self._workers):
                return
            yield from self._heard()

    def said(self) -> list[str]:
        """What the workers wrote for people, those that have gone first."""
        return [*self.complaints, *filter(None, (worker.complaint() for worker in self._workers))]

    def _hire(self) -> None:
        worker = _Worker(self._suite, self._seed, self._share, self._place, self._shim)
        assert worker.process.stdout is not None
        self._select.register(worker.process.stdout, selectors.EVENT_READ, worker)
        self._workers.append(worker)

    def _heard(self) -> Iterator[Verdict]:
        """What comes within a moment; whoever hangs is ended."""
        for key, _ in self._select.select(timeout=0.5):
            worker: _Worker = key.data
            answers = worker.answers()
            if answers is None:
                yield from self._replace(worker, f"the worker died ({worker.process.wait()})")
                continue
            for answer in answers:
                if "numbers" in answer:
                    self._take(worker, answer["numbers"])
                else:
                    worker.number = None
                    yield Verdict(answer["number"], answer["bad"])
        for worker in list(self._workers):
            allowed = self._suite.limit if worker.ready else PATIENCE
            if (worker.number is not None or not worker.ready) and time.monotonic() - worker.since > allowed:
                yield from self._replace(worker, f"hung for more than {allowed:.0f} s")

    def _take(self, worker: _Worker, numbers: list[int]) -> None:
        """A worker is ready; one whose numbers are others means other cases by them, and is let go."""
        if not self.numbers or numbers == self.numbers:
            worker.ready, self.numbers = True, numbers
            return
        self._dismiss(worker)
        told = f"{self._suite.name}: a worker counts {len(numbers)} cases, not {len(self.numbers)}"
        self.complaints.append(f"{told}; it was let go")
        if not self._workers:
            raise Broken(told)

    def _dismiss(self, worker: _Worker) -> str:
        """Ends it; what it wrote for people."""
        self._select.unregister(worker.process.stdout)  # type: ignore[arg-type]
        self._workers.remove(worker)
        complaint = worker.complaint()
        worker.end()
        return complaint

    def _replace(self, worker: _Worker, why: str) -> Iterator[Verdict]:
        complaint = self._dismiss(worker)
        if not worker.ready:  # the others would find the same
            raise Broken(f"{self._suite.name}: preparing {why}\n{complaint}")
        if complaint:
            self.complaints.append(complaint)
        self._hire()
        if worker.number is not None:
            yield Verdict(worker.number, why)


@cache
def _standing() -> tuple[str, ...]:
    """What keeps memory at the same addresses in every run: the order of rows that are saved together, and so
    their places in the file, follow from them. Where it is not allowed, as in some containers, nothing.
    """
    tool = shutil.which("setarch")
    if tool is None or subprocess.run([tool, "-R", "true"], capture_output=True, check=False).returncode:
        return ()
    return (tool, "-R")


def _quick_place() -> str | None:
    """Memory where there is some: what is lost with the power is the shim's business, not the disk's."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _environment(home: Path, shim: Path | None) -> dict[str, str]:
    """No screen, no home of a person."""
    made = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "QT_"))}
    made |= {"HOME": str(home), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
    made |= {"TMPDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    if shim is not None:
        made["LD_PRELOAD"] = str(shim)
    return made
