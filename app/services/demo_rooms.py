"""Rooms: the sample county's studios, who joined and who left them, and their checklists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.services.demo_world import FIRST_DAY, Raw, Room, Seat, World

_JOINED_SHARE = 0.88
_LEFT_ROOM = 5
_LEADING = {"chair", "vice_chair", "committee_head"}


class Rooms:
    """Who belongs to which studio since when."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng = world.rng
        self._data = world.source.studios

    def settle(self) -> None:
        for name, sort, town, sector, opened, address, level in self._data["studios"]:
            room = Room(name, sort, town, sector, date.fromisoformat(opened), address, level)
            self._world.rooms.append(room)
        for room in self._world.rooms:
            room.lead = self._lead(room)
        taken = {room.lead.person for room in self._world.rooms if room.lead}
        serving = [seat for seat in self._world.seats if seat.end is None and seat.person not in taken]
        self._rng.shuffle(serving)
        serving = serving[: round(len(serving) * _JOINED_SHARE)]
        self._fill_old_rooms(self._fill_new_rooms(serving))
        self._add_those_who_left()

    def raws(self) -> Iterator[tuple[Room, Raw]]:
        for place, room in enumerate(self._world.rooms):
            town = self._world.ref("township", room.town) if room.town else None
            rows = sorted(room.rows, key=lambda row: (row[1], row[0].person))
            yield room, {
                "name": room.name, "sort": room.sort, "opened_on": room.opened, "township": town,
                "sector": room.sector or None, "address": room.address, "phone": f"000-8867{place:04d}",
                "lead": room.lead.ref if room.lead else None, "theme": self._rng.choice(self._data["themes"]),
                "reception_rule": self._data["turns"]["township" if room.sort == "township" else "other"],
                "demo_level": room.demo_level or None, "named_on": _named_on(room), "standard": "gansu_six",
                "checklist": self._checklist(room),
                "members": [{"member": s.ref, "joined_on": j, "left_on": left} for s, j, left in rows],
                "plan": self._world.source.phrases["studio_plan"],
            }  # fmt: skip

    def _lead(self, room: Room) -> Seat | None:
        """Whose studio it is: the township's group head, the sector's convener, a vice chair, anybody."""
        world, last = self._world, self._world.today
        used = {other.lead.person for other in world.rooms if other.lead}
        if room.sort == "personal":
            found = world.seat(room.name.removesuffix("委员工作室"))
        elif room.sort == "station":
            found = next(seat for seat in world.seats if "secretary" in seat.posts)
        else:
            head = world.group_head(room.town, last) if room.sort == "township" else None
            pool = [
                s for s in world.seats if s.end is None and s.person not in used and s.serves(room.opened)
            ]
            near = [s for s in pool if s.sector == room.sector] or [s for s in pool if s.town == room.town]
            found = head or (near or pool)[0]
        room.rows.append((found, max(room.opened, found.start), None))
        return found

    def _fill_new_rooms(self, seats: list[Seat]) -> list[Seat]:
        """Studios opened in these two years take their members from the month they opened."""
        waiting = list(seats)
        for room in self._world.rooms:
            if room.opened < FIRST_DAY:
                continue
            count = self._data["joined"][f"{room.opened:%Y-%m}"] - 1  # its lead joined too
            fitting = sorted(waiting, key=lambda s: (not _fits(room, s), s.person))
            for seat in fitting[:count]:
                room.rows.append((seat, max(room.opened, seat.start), None))
                waiting.remove(seat)
        return waiting

    def _fill_old_rooms(self, seats: list[Seat]) -> None:
        """The others: most from early on, the rest as many a month as the schedule says."""
        old = [room for room in self._world.rooms if room.opened < FIRST_DAY]
        fresh = [f"{room.opened:%Y-%m}" for room in self._world.rooms if room.opened >= FIRST_DAY]
        days = [
            date.fromisoformat(f"{key}-{self._rng.randint(3, 26):02d}")
            for key, count in self._data["joined"].items() if key not in fresh for _ in range(count)
        ]  # fmt: skip
        for seat in sorted(seats, key=lambda seat: seat.start):
            room = self._room_for(seat, old)
            early = max(room.opened, seat.start) + timedelta(days=self._rng.choice((0, 0, 0, 35, 120, 260)))
            later = [day for day in days if day > seat.start]
            wanted = len(days) and (seat.start > FIRST_DAY or self._rng.random() < len(days) / 110)
            if (wanted or early >= FIRST_DAY) and later:
                joined = self._rng.choice(later)
                days.remove(joined)
            else:
                joined = min(early, FIRST_DAY - timedelta(days=20)) if seat.start < FIRST_DAY else seat.start
            room.rows.append((seat, joined, None))

    def _room_for(self, seat: Seat, rooms: list[Room]) -> Room:
        weights = [
            (9.0 if room.sort == "township" and room.town == seat.town else 0.0)
            + (7.0 if room.sector and room.sector == seat.sector else 0.0)
            + (6.0 if room.sort == "station" and _LEADING.intersection(seat.posts) else 0.0)
            + (0.5 if room.sort in ("special", "enterprise", "personal") else 0.0)
            + 0.01
            for room in rooms
        ]
        return self._world.teller.weighted(rooms, weights)

    def _add_those_who_left(self) -> None:
        rooms = {room.town: room for room in self._world.rooms if room.sort == "township"}
        for seat in self._world.seats:
            room = rooms.get(seat.town)
            if seat.end and room and seat.end > room.opened and self._world.chance(0.8):
                room.rows.append((seat, max(room.opened, seat.start), seat.end))
        stayed = [
            (room, row)
            for room in rooms.values()
            for row in room.rows[1:]
            if row[2] is None and row[1] < FIRST_DAY
        ]
        for room, row in self._rng.sample(stayed, _LEFT_ROOM):
            room.rows[room.rows.index(row)] = (row[0], row[1], date(2025, self._rng.randint(3, 12), 15))

    def _checklist(self, room: Room) -> list[Raw]:
        share = 0.97 if room.demo_level else 0.84
        checked = max(room.opened, date(2026, 6, 15)) + timedelta(days=self._rng.randint(3, 40))
        phrases, found = self._world.source.phrases, []
        for place in range(1, 7):
            met = self._world.chance(share)
            note = self._rng.choice(phrases["checks" if met else "gaps"])
            row = {"item": f"gansu_{place}", "met": met, "checked_on": min(checked, self._world.today)}
            found.append(row | {"note": note if not met or self._world.chance(0.3) else None})
        return found


def _fits(room: Room, seat: Seat) -> bool:
    return seat.sector == room.sector if room.sector else seat.town == room.town


def _named_on(room: Room) -> date | None:
    """A studio is named a year and a half after it opened, all in one go."""
    return date(room.opened.year + 1, 9, 15) if room.demo_level else None
