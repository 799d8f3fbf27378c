"""What can go wrong for a person: sentences in Chinese, sorted by who has to act."""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from traceback import extract_tb

_SHOWN = 3  # effects that a sentence names
_HARMLESS = re.compile(r"[A-Za-z_.,:;() /-]+")


class Level(StrEnum):
    """How much a problem blocks: saving at all, being counted, being printed, or nothing."""

    SAVE = "save"
    COUNT = "count"
    DOCUMENT = "document"
    DOUBT = "doubt"


BLOCKING = (Level.SAVE, Level.COUNT)
"""A record with a problem of these does not count."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, tied to the field it is about.

    `path` leads into the values: ("consensus", 2, "task", "unit"). `text` is the sentence without the
    field's name, as it stands beside the field; `sentence` names the field, as it stands in a list.
    """

    path: tuple[str | int, ...]
    label: str
    text: str
    level: Level = Level.COUNT
    missing: bool = False

    @property
    def key(self) -> str:
        """The top field the problem belongs to."""
        return str(self.path[0]) if self.path else ""

    @property
    def sentence(self) -> str:
        return f"{self.label}：{self.text}" if self.label else self.text


class AppError(Exception):
    """Something a person has to know: what happened, what is safe, what to do, in one sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Invalid(AppError):
    """Input that cannot be taken, with every problem found; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(problem.sentence for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Effect:
    """One number of a reported period that a change would move; `before` and `after` as they are shown."""

    period: str
    figure: str
    unit: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """2026年9月协商活动 12 → 11 场."""
        return f"{self.period}{self.figure} {self.before} → {self.after} {self.unit}"


class ReasonNeeded(AppError):
    """A change that would move what was reported, and came without a reason; nothing was written."""

    def __init__(self, effects: Iterable[Effect]) -> None:
        self.effects: tuple[Effect, ...] = tuple(effects)
        shown = "；".join(effect.sentence for effect in self.effects[:_SHOWN])
        more = f"等 {len(self.effects)} 处" if len(self.effects) > _SHOWN else ""
        super().__init__(f"没有保存：这会改动已经报过的数（{shown}{more}）。请写明理由再存。")


class Unsure(AppError):
    """A write of which nobody knows yet whether it took place; the same operation tried again finds out.

    `cause` and `advice` are parts of a sentence, for those who cannot try the same operation again.
    """

    def __init__(self, cause: str, advice: str) -> None:
        super().__init__(f"{cause}，存上了没有还看不出来，填的内容还在。{advice}，再存一次，不会存成两条。")
        self.cause = cause
        self.advice = advice


class Unfit(ValueError):
    """A raw value that a value kind cannot read; its text is the sentence for beside the field."""


class NotFound(AppError):
    """A record that is not there (or was deleted)."""


def quoted(raw: object, most: int = 20) -> str:
    """What was given, in quotation marks, short and fit to be printed: invisible and torn characters as □."""
    text = raw if isinstance(raw, str) else "…" if isinstance(raw, int) and abs(raw) >= 10**most else str(raw)
    shown = "".join("□" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text[: most + 1])
    return f"“{shown[:most]}…”" if len(text) > most else f"“{shown}”"


def trace_of(error: BaseException) -> str:
    """Where an error arose, for the log and for whoever mends the program, without any value.

    A message may hold what was typed or a password, so only that of the database is told, and of a system's
    error its name; of a path only its end is, as it may lie in somebody's home.
    """
    lines: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        above = [
            f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
            for frame in extract_tb(link.__traceback__)
        ]
        lines[:0] = [*above, f"{type(link).__module__}.{type(link).__qualname__}{_told(link)}"]
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(lines)


def _told(error: BaseException) -> str:
    """What can be said of an error without its values."""
    if isinstance(error, OSError):
        return f" {errno.errorcode.get(error.errno or 0, '')}".rstrip()
    words = str(error) if type(error).__module__.split(".")[0] in ("sqlite3", "sqlcipher3") else ""
    return f": {words}" if _HARMLESS.fullmatch(words) else ""
