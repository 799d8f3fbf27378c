"""Demo: the sample county, invented from end to end, in one transaction; and the way back out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import SAMPLE_MOMENT, FixedClock
from app.errors import AppError
from app.models import RECORDS
from app.models.context import Ref
from app.models.unit import Unit
from app.services import demo_registers as registers
from app.services.aggregates import Aggregate
from app.services.demo_activities import DemoActivities
from app.services.demo_agenda import DemoAgenda, Held, PlanRefs
from app.services.demo_calendar import DemoCalendar
from app.services.demo_meetings import DemoMeetings
from app.services.demo_people import DemoPeople
from app.services.demo_pictures import DemoPictures
from app.services.demo_rooms import Rooms
from app.services.demo_source import DemoSource
from app.services.demo_visits import DemoVisits, Paid
from app.services.demo_works import DemoWorks
from app.services.demo_world import CLERK, Ids, Raw, World
from app.services.intake import Intake
from app.services.office import Office
from app.services.records import Records
from app.store.private_files import make_folder

SEED = 20261028
SETTINGS: Mapping[str, Any] = {
    "unit_name": "示例县政协", "unit_full_name": "中国人民政治协商会议示例县委员会",
    "city_name": "示例市政协",
    "level": "county", "area": "全县", "clerk": CLERK, "reviewer": "何正云", "head": "段文华",
    "phone": "000-8866123", "demo": True, "set_up": True,
}  # fmt: skip
PICTURED = {"meeting": 12, "visit": 5, "studio": 4}  # how many records of the newest month have pictures
PICTURES = {
    "meeting": ("会场", "群众发言"),
    "visit": ("走访现场", "入户交谈"),
    "studio": ("接待现场",),
}


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """How many records of each kind were made."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def fill(office: Office) -> DemoSummary:
    """Fills an empty store with the sample county; raises AppError when it holds any record.

    Everything is added as a clerk would add it, at one standing moment, and comes out the same each time.
    """
    _refuse_filled(office)
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        Intake(office.store.vault) as intake,
        office.changing_settings(SETTINGS) as session,
    ):
        return _Filling(office, session, intake, Path(folder)).fill()


def leave(office: Office) -> None:
    """Puts the sample county's file and pictures aside in 备份 and empties the store; AppError elsewhere."""
    if not office.settings.demo:
        raise AppError("现在打开的不是示例数据，没有改动。")
    aside = _free(office.store.folder.backups / f"示例数据-{office.clock.now():%Y%m%d-%H%M%S}")
    try:
        make_folder(aside)
    except OSError:
        raise AppError("备份文件夹不能写，示例数据没有动。请腾出空间，或开写入权限，再试一次。") from None
    office.store.copy_to(aside / office.store.folder.store.name)
    office.start_over()
    with suppress(OSError):  # none there, or still open somewhere: nothing points to these files any more
        office.store.folder.files.rename(aside / office.store.folder.files.name)


def _refuse_filled(office: Office) -> None:
    with office.store.reading() as session:
        there = sum(_count(session, model) for model in RECORDS)
    if there:
        raise AppError(f"台账里已经有 {there} 条记录，示例数据只能放进空的台账。请另选一个数据文件夹。")


def _count(session: Session, model: Any) -> int:
    statement = select(func.count()).select_from(model)
    if model is Unit:
        statement = statement.where(Unit.own.is_not(True))
    return session.execute(statement).scalar_one()


def _free(path: Path) -> Path:
    """The path, or the first of its kind with a number that is not there."""
    found, number = path, 2
    while found.exists():
        found, number = path.with_name(f"{path.name}-{number}"), number + 1
    return found


class _Filling:
    """One filling: adds kind after kind, so that later ones can point to earlier ones."""

    def __init__(self, office: Office, session: Session, intake: Intake, folder: Path) -> None:
        self._session = session
        self._intake = intake
        self._records = Records(office.store, FixedClock(SAMPLE_MOMENT), CLERK, Ids(SEED))
        self._world = World(DemoSource(), SEED, SAMPLE_MOMENT.date())
        self._pictures = DemoPictures(folder, SEED)
        self._pictures_left = dict(PICTURED)
        self._counts: dict[str, int] = {}

    def fill(self) -> DemoSummary:
        self._places()
        self._people()
        self._rooms()
        plans = self._plans()
        calendar = DemoCalendar(self._world)
        meetings = self._meetings(calendar, plans)
        visits = self._visits(calendar)
        active = self._activities(calendar)
        active |= {(f"{meeting.day:%Y-%m}", meeting.hamlet.town.name) for meeting in meetings}
        active |= {(f"{visit.day:%Y-%m}", visit.hamlet.town.name) for visit in visits}
        works = DemoWorks(self._world, meetings, visits)
        self._add("livelihood_deed", list(works.deeds()))
        self._add("case_info", list(works.cases()))
        self._add("adjustment", registers.adjustment_raws(self._world))
        self._add("zero_report", registers.zero_report_raws(self._world, active))
        return DemoSummary(dict(self._counts))

    def _add(self, kind: str, raws: Iterable[Raw], *, draft: bool = False) -> list[Aggregate]:
        added = self._records.add_within(self._session, kind, list(raws), draft=draft, intake=self._intake)
        self._counts[kind] = self._counts.get(kind, 0) + len(added)
        return added

    def _named(self, kind: str, raws: list[Raw]) -> None:
        for raw, added in zip(raws, self._add(kind, raws), strict=True):
            self._world.refs[kind, raw["name"]] = Ref(added.uuid, raw["name"])

    def _places(self) -> None:
        self._named("township", registers.township_raws(self._world))
        self._named("village", registers.village_raws(self._world))
        self._named("term", self._world.source.members["terms"])

    def _people(self) -> None:
        world, people = self._world, DemoPeople(self._world)
        people.settle()
        pairs = list(people.person_raws())
        for (seats, raw), added in zip(pairs, self._add("person", [raw for _, raw in pairs]), strict=True):
            world.refs["person", seats[0].person] = Ref(added.uuid, raw["name"])
        old, new = (term["name"] for term in world.source.members["terms"])
        self._add("membership", [people.membership_raw(seat, old) for seat in people.former])
        current = [people.membership_raw(seat, new) for seat in world.seats]
        for seat, added in zip(world.seats, self._add("membership", current), strict=True):
            seat.ref = Ref(added.uuid, seat.name)

    def _rooms(self) -> None:
        rooms = Rooms(self._world)
        rooms.settle()
        pairs = list(rooms.raws())
        for (room, _), added in zip(pairs, self._add("studio", [raw for _, raw in pairs]), strict=True):
            room.ref = Ref(added.uuid, room.name)
        self._named("platform", registers.platform_raws(self._world))

    def _plans(self) -> PlanRefs:
        planned = list(registers.Plans(self._world).raws())
        added = self._add("topic_plan", [raw for *_, raw in planned])
        return {
            (year, town.name, family["key"]): (month, Ref(aggregate.uuid, raw["name"]))
            for (year, town, family, month, raw), aggregate in zip(planned, added, strict=True)
            if raw["state"] != "cancelled"
        }

    def _meetings(self, calendar: DemoCalendar, plans: PlanRefs) -> list[Held]:
        held = list(DemoMeetings(self._world).held(DemoAgenda(self._world, calendar, plans)))
        for meeting in held:
            self._illustrate(meeting.raw, "meeting")
        for meeting, added in zip(held, self._in_order("meeting", held), strict=True):
            meeting.ref = Ref(added.uuid, meeting.topic)
        return held

    def _visits(self, calendar: DemoCalendar) -> list[Paid]:
        paid = list(DemoVisits(self._world, calendar).paid())
        for visit in paid:
            self._illustrate(visit.raw, "visit")
        for visit, added in zip(paid, self._in_order("visit", paid), strict=True):
            visit.ref = Ref(added.uuid, visit.name)
        return paid

    def _in_order(self, kind: str, items: list[Any]) -> list[Aggregate]:
        """Adds by date, drafts between the others, as they were typed."""
        added: list[Aggregate] = []
        while len(added) < len(items):
            draft = items[len(added)].draft
            run = []
            for item in items[len(added) :]:
                if item.draft != draft:
                    break
                run.append(item.raw)
            added += self._add(kind, run, draft=draft)
        return added

    def _activities(self, calendar: DemoCalendar) -> set[tuple[str, str]]:
        """Adds them; returns the studios and townships that did something, each with the month."""
        found = list(DemoActivities(self._world, calendar).raws())
        for _, raw in found:
            self._illustrate(raw, "studio")
        self._add("studio_activity", [raw for _, raw in found])
        return {
            (f"{raw['happened_on']:%Y-%m}", name) for room, raw in found for name in (room.name, room.town)
        }

    def _illustrate(self, raw: Raw, scene: str) -> None:
        """A picture or two for the first records of the newest month."""
        names = PICTURES[scene]
        if f"{raw['happened_on']:%Y-%m}" != f"{SAMPLE_MOMENT:%Y-%m}" or not self._pictures_left[scene]:
            return
        self._pictures_left[scene] -= 1
        raw["files"] = [
            {"path": str(self._pictures.draw(scene, name)), "caption": f"{name}（示例照片）"}
            for name in names[: 1 + self._pictures_left[scene] % len(names)]
        ]
