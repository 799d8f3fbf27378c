"""Condition: what became of a store's file, judged before anything touches it, in words for a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.errors import AppError


class State(StrEnum):
    """What a store's file is. Only SOUND is opened, and only ABSENT gives room for a new one."""

    SOUND = "sound"
    ABSENT = "absent"  # nothing was ever here
    GONE = "gone"  # no file, but what belonged to one
    EMPTY = "empty"
    FOREIGN = "foreign"
    NEWER = "newer"
    LOCKED = "locked"  # needs a password, or the keyring that has gone
    DAMAGED = "damaged"
    UNANSWERED = "unanswered"  # disk, permission, somebody else: nothing is known to be wrong with the file

    @property
    def is_loss(self) -> bool:
        """Something sound has to take the place of the file, or to be put where it was."""
        return self in (State.GONE, State.EMPTY, State.DAMAGED)


class Part(StrEnum):
    """Which part of a file is damaged."""

    WHOLE = "whole"  # another file lies in its place
    HEADER = "header"
    STRUCTURE = "structure"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Condition:
    """`what` happened, what is `safe`, what to do: each a sentence for a person."""

    state: State
    what: str = ""
    safe: str = ""
    advice: str = ""
    part: Part | None = None

    @property
    def sentence(self) -> str:
        """All of it, with the commands that help where something is lost."""
        commands = _COMMANDS if self.state.is_loss else ""
        return f"{self.what}{self.safe}{self.advice}{commands}"


_COMMANDS = (
    "用 rebuild --dry-run 看能找回到哪一分钟，用 rebuild 找回；或用 backups 列出备份，用 restore 恢复。"
)


class Unopened(AppError):
    """A store that was not opened, with its condition; nothing of it was changed."""

    def __init__(self, condition: Condition) -> None:
        super().__init__(condition.sentence)
        self.condition = condition


class Damaged(AppError):
    """Damage met while a store was open; from then on nothing is written to it."""
