"""Every call to the disk in every main action: ended there, half done, refused, for once or for good."""

from __future__ import annotations

import gc
import shutil
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.store.password.keyring import Keyring
from app.store.password.switch import Switch
from tests.faults import verdict
from tests.faults.actions import ACTIONS
from tests.faults.clerk import Clerk, Scene, Told
from tests.faults.desk import CODE, KEY, Action, Desk
from tests.faults.rarer_actions import RARER_ACTIONS
from tests.faults.shim import Classes, Fault, Kind, Shim
from tests.faults.suite import Suite, spread
from tests.faults.troubles import NOTHING, TROUBLES, Trouble
from tests.faults.verdict import DONE, REFUSED
from tests.office import small_office
from tests.store.cheap import CHEAP, DAY, PASSWORD

QUICK = 4  # the first actions, of which the fast share is a sample
FAST = 120
AGAIN = 4  # after every so many kills it is done again by whoever starts the program next
DEEP = 40  # check --deep after every so many cases; the rows are compared after each
BASED, PREPARED = 1, 2  # seeds, other than the clerk's: what is prepared has other ids than what is done
_DONE = (*ACTIONS, *RARER_ACTIONS)
SCENES = [(action, encrypted) for encrypted in (False, True) for action in _DONE if encrypted in action.at]


@dataclass
class Shared:
    """The worker's place, and the scenes it has prepared so far, in the order of their numbers."""

    scratch: Path
    seed: int
    shim: Shim
    bases: dict[bool, Path] = field(default_factory=dict)
    scenes: int = 0
    firsts: list[int] = field(default_factory=list)  # the number of each stretch's first case
    stretches: list[tuple[Scene, Trouble, list[int]]] = field(default_factory=list)
    total: int = 0

    @property
    def place(self) -> Path:
        return self.scratch / "场"

    def lay(self, template: Path) -> None:
        """Puts a folder in the place."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(template, self.place)


def prepare(scratch: Path, seed: int) -> Shared:
    shared = Shared(scratch, seed, Shim())
    shared.shim.watch(shared.place)
    return shared


def cases(shared: Shared) -> int:
    """Prepares everything; how many cases there are."""
    _reach(shared, len(SCENES))
    return shared.total


def sample(shared: Shared) -> Sequence[int]:
    """Some of everything that can befall the first actions."""
    _reach(shared, QUICK)
    return spread(shared.total, shared.seed)[:FAST]


def case(shared: Shared, number: int) -> str | None:
    while number >= shared.total and shared.scenes < len(SCENES):
        _reach(shared, shared.scenes + 1)
    if number >= shared.total:
        return f"there is no such case: this process counts {shared.total}"
    stretch = bisect_right(shared.firsts, number) - 1
    scene, trouble, calls = shared.stretches[stretch]
    at = calls[number - shared.firsts[stretch]]
    if scene.wrong is not None and (
        trouble is NOTHING or (number == shared.firsts[stretch] and trouble.kills)
    ):
        return f"{scene.action.name} with nothing failing: {scene.wrong}"
    bad = _tried(shared, scene, trouble, at, deep=number % DEEP == 0 and scene.wrong is None)
    if bad is None:
        return None
    where = shared.shim.fired
    hit = f"{where[0].name.lower()} of {Path(where[1]).name}" if where else "nothing"
    locked = ", encrypted" if scene.key else ""
    return f"{scene.action.name}{locked}: {trouble.name} at call {at} ({hit}): {bad}"


# preparing


def _reach(shared: Shared, count: int) -> None:
    for action, encrypted in SCENES[shared.scenes : count]:
        scene, writes, reads = _prepared(shared, action, encrypted)
        for trouble in TROUBLES if scene.after is not scene.before else (NOTHING,):
            calls = trouble.calls(reads if trouble.classes is Classes.READS else writes)
            if calls:
                shared.firsts.append(shared.total)
                shared.stretches.append((scene, trouble, calls))
                shared.total += len(calls)
    shared.scenes = max(count, shared.scenes)
    gc.collect()
    gc.freeze()  # what is forked copies as little as it can


def _prepared(shared: Shared, action: Action, encrypted: bool) -> tuple[Scene, list[Kind], list[Kind]]:
    """The scene, and the calls of its action, those that write and those that read."""
    shared.lay(_base(shared, encrypted))
    desk = Desk(shared.place, KEY if encrypted else None)
    shared.shim.seed(PREPARED)
    with desk.scrapping():
        with desk.opened():
            action.prepare(desk)
        if action.begins:
            action.begins(desk)
    _make_private(desk.data.root)
    template = shared.scratch / f"{action.name}{encrypted:d}"
    shutil.copytree(shared.place, template)
    before = verdict.state_of(Desk(shared.place))
    scene = Scene(action, template, desk.key, desk.notes, before, before, ())
    writes, reads = (_counted(shared, scene, classes) for classes in (Classes.WRITES, Classes.READS))
    done = Desk(shared.place)
    scene.after, scene.backups = verdict.state_of(done), verdict.backups_of(done)
    if verdict.same(before, scene.after) == action.writes:
        scene.wrong = scene.wrong or "does not do what it says"
    if scene.wrong is not None:  # nothing more can be tried on it
        scene.after = before
        return scene, [Kind.NONE], []
    wrong = verdict.unsound(done) or verdict.leaky(done.data.root, done.out, done.stick)
    scene.wrong = wrong or verdict.bad_papers(done.out, action.papers, least=action.papers)
    return scene, writes, reads


def _counted(shared: Shared, scene: Scene, classes: Classes) -> list[Kind]:
    """The calls of an action that nothing befalls."""
    shared.lay(scene.template)
    told = Clerk(shared.shim, shared.place, scene).works(replace(NOTHING, classes=classes), 0)
    if told != [Told(DONE)]:
        scene.wrong = f"fails by itself: {told}"
    elif shared.shim.mapped:
        scene.wrong = "writes through memory, where nothing is counted"
    return shared.shim.kinds


def _base(shared: Shared, encrypted: bool) -> Path:
    """A small office, made once."""
    if encrypted not in shared.bases:
        desk = Desk(shared.scratch / f"base{encrypted:d}")
        shared.shim.seed(BASED)
        small_office(desk.data.root).store.close()
        if encrypted:
            desk.key = KEY
            keyring = Keyring.new(KEY, "示例县政协", "王秀兰", PASSWORD, CODE, DAY, CHEAP)
            Switch(desk.data, None, KEY, keyring).run(lambda *_: None)
        with desk.opened() as office:  # so that the journal has begun
            office.change_settings({"phone": "0938-0000000"})
        _make_private(desk.data.root)
        shared.bases[encrypted] = desk.place
    return shared.bases[encrypted]


def _make_private(root: Path) -> None:
    """As files are that the program itself has made: copies in a test take the modes of whoever copied."""
    for path in root.rglob("*") if root.exists() else ():
        path.chmod(0o700 if path.is_dir() else 0o600)


# one case


def _tried(shared: Shared, scene: Scene, trouble: Trouble, at: int, *, deep: bool) -> str | None:
    shared.lay(scene.template)
    clerk = Clerk(shared.shim, shared.place, scene)
    told = clerk.works_apart(trouble, at) if trouble.kills else clerk.works(trouble, at)
    shared.shim.disarm()
    if (told is None) != trouble.kills:
        return "was not killed" if trouble.kills else "the program died"
    uncleared = trouble.kills or trouble.fault in (Fault.ONCE, Fault.ON)  # clearing up may be what failed
    bad = _ill_told(scene, told or [], uncleared=uncleared)
    if bad is None and not trouble.kills and not clerk.met:
        bad = "the call was not reached, so nothing was tried"
    if bad is not None:
        return bad
    ended = told is None or told[-1].said != DONE
    attempts = 0 if ended else len(told or [])
    bad = _looked_at(shared.place, scene, attempts, deep=deep, uncleared=uncleared)
    if bad is not None or not ended:
        return bad
    if scene.action.steps:
        return clerk.starts_anew()
    # Once killed it is there or not, which has been seen; what is not there can be done, which takes longer.
    if trouble.kills and (at % AGAIN or not _is_undone(shared.place, scene)):
        return None
    return clerk.starts_anew()


def _is_undone(place: Path, scene: Scene) -> bool:
    return verdict.same(verdict.state_of(Desk(place)), scene.before)


def _ill_told(scene: Scene, told: list[Told], *, uncleared: bool) -> str | None:
    """What was said against what was there; in the end it is done, or the program asks to be started anew."""
    lasting = scene.action.steps or (scene.action.papers and uncleared)
    for each in told:
        if each.said == DONE:
            continue
        if each.said == REFUSED and each.end == "after" and scene.action.repeatable:
            continue
        end = "between" if lasting and each.end == "neither" else each.end
        bad = verdict.ill_said(each.said, each.words, end)
        if bad is not None:
            return bad
    if not told or told[-1].said == DONE or told[-1].asks_to_start_anew:
        return None
    return f"cannot be done any more: {told[-1].words}"


def _looked_at(place: Path, scene: Scene, attempts: int, *, deep: bool, uncleared: bool) -> str | None:
    """What lies there after so many attempts, the last of which did it; 0 when it was left at either end."""
    desk, action = Desk(place), scene.action
    found = verdict.state_of(desk)
    ends = (scene.after,) if attempts else (scene.before, scene.after)
    return (
        (None if action.steps and not attempts else verdict.different(found, *ends))
        or (verdict.unsound(desk, deep=deep and not action.steps) if desk.data.store.exists() else None)
        or verdict.leaky(desk.data.root, desk.out, desk.stick)
        or verdict.bad_backups(desk)
        or (verdict.lacking_backups(desk, scene.backups, attempts) if attempts else None)
        or verdict.bad_papers(
            desk.out, action.papers * max(attempts, 1), least=action.papers if attempts else 0,
            leftovers=uncleared,
        )
    )  # fmt: skip


SUITE = Suite(
    "io",
    "every call to the disk of every main action killed, halved, refused",
    fast=FAST,
    whole=0,
    prepare=prepare,
    case=case,
    cases=cases,
    sample=sample,
    weight=4,
    faulty_calls=True,
)
