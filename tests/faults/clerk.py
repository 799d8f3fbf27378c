"""Clerk: does one action while something goes wrong, and tries again when the disk is well."""

from __future__ import annotations

import json
import os
import traceback
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from tests.faults import verdict
from tests.faults.desk import Action, Desk
from tests.faults.shim import Shim
from tests.faults.troubles import Trouble
from tests.faults.verdict import BUG, DONE, REFUSED, State

DONE_BY = 3  # a seed: the same ids whenever the same is done
ANEW = "请退出再打开"


@dataclass
class Scene:
    """An action at a desk, prepared: the folder to copy, and its two ends."""

    action: Action
    template: Path
    key: bytes | None
    notes: dict[str, Any]
    before: State
    after: State
    backups: tuple[str, ...]  # that are there when it was done
    wrong: str | None = None  # with nothing failing


@dataclass(frozen=True, slots=True)
class Told:
    """How one attempt ended, in which words, and at which end the store was: before, after or neither."""

    said: str
    words: str = ""
    end: str = ""

    @property
    def asks_to_start_anew(self) -> bool:
        """What the disk cannot read looks like damage, and then the program writes no more."""
        return self.said == REFUSED and ANEW in self.words


class Clerk:
    """At one place, in this process or in one of its own that can be killed."""

    def __init__(self, shim: Shim, place: Path, scene: Scene) -> None:
        self._shim = shim
        self._place = place
        self._scene = scene
        self.met = False  # whether the trouble of `works` came

    def works(self, trouble: Trouble, at: int) -> list[Told]:
        """What each attempt told; the trouble befalls the call numbered `at` of the first."""
        desk = Desk(self._place, self._scene.key, self._scene.notes)
        try:
            with desk.scrapping(), desk.for_doing(self._scene.action):
                return self._attempts(desk, trouble, at)
        except Exception:
            return [Told(BUG, f"outside the action: {traceback.format_exc()}", "neither")]

    def works_apart(self, trouble: Trouble, at: int) -> list[Told] | None:
        """As `works`, in a forked process; None when that was killed."""
        heard, mouth = os.pipe()
        child = os.fork()
        if child == 0:
            self._shim.alone()
            os.close(heard)
            told = self.works(trouble, at)
            os.write(mouth, json.dumps([astuple(each) for each in told]).encode())
            os._exit(0)
        os.close(mouth)
        with os.fdopen(heard, "rb") as file:
            words = file.read()
        os.waitpid(child, 0)
        return [Told(*each) for each in json.loads(words)] if words else None

    def starts_anew(self) -> str | None:
        """Whoever starts the program next can do it; None, or what is wrong."""
        desk = Desk(self._place, self._scene.key, self._scene.notes)
        self._shim.seed(0)
        try:
            desk.unlock()
            with desk.scrapping(), desk.for_doing(self._scene.action):
                self._scene.action.do(desk)
        except Exception as error:
            return f"cannot be done by whoever starts the program next: {verdict.said_of(error)[1]}"
        after = Desk(self._place)
        return verdict.different(verdict.state_of(after), self._scene.after) or verdict.lacking_backups(
            after, self._scene.backups, attempts=2
        )

    def _attempts(self, desk: Desk, trouble: Trouble, at: int) -> list[Told]:
        shim = self._shim
        shim.seed(DONE_BY)
        shim.arm(trouble.fault, at, trouble.error, trouble.classes)
        told = [self._attempt(desk)]
        self.met = shim.fired is not None
        shim.seed(0)
        if told[-1].said != DONE and trouble.stays:
            shim.arm(trouble.fault, 1, trouble.error, trouble.classes)
            told.append(self._attempt(desk))
        if told[-1].said != DONE:
            told.append(self._attempt(desk))
        return told

    def _attempt(self, desk: Desk) -> Told:
        try:
            self._scene.action.do(desk)
        except Exception as error:
            self._shim.disarm()
            return Told(*verdict.said_of(error), self._end())
        self._shim.disarm()
        return Told(DONE)

    def _end(self) -> str:
        """Which of its two ends a failed attempt has left."""
        scene, desk = self._scene, Desk(self._place)
        if scene.action.writes:
            found = verdict.state_of(desk)
            if verdict.same(found, scene.before):
                return "before"
            return "after" if verdict.same(found, scene.after) else "neither"
        if scene.action.papers:
            count = len(verdict.papers_in(desk.out))
            return "before" if not count else "after" if count >= scene.action.papers else "neither"
        return "after" if verdict.backups_of(desk) == scene.backups else "before"
