"""DemoPeople: the sample county's members of two terms, who stays, who leaves, who comes in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from app.services.demo_world import Raw, Seat, World

_SINGLE = (
    "主席", "局长", "院长", "校长", "馆长", "园长", "董事长", "总经理", "厂长", "会长", "理事长", "所长",
    "行长", "站长", "书记", "经理", "主任",
)  # fmt: skip
_STANDING = 30
_STAYED = 0.45


class DemoPeople:
    """Decides who the members are; `world.seats` holds those of the current term afterwards."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng = world.rng
        self._data = world.source.members
        self._old, self._new = (date.fromisoformat(term["started_on"]) for term in self._data["terms"])
        self._old_end = date.fromisoformat(self._data["terms"][0]["ended_on"])
        self._used: set[str] = set()
        self._rare = {sector: (name, gender) for name, gender, sector in world.source.names["rare"]}
        self.former: list[Seat] = []

    def settle(self) -> None:
        """Makes the seats of both terms."""
        for name, gender, sector, posts, employer, born in self._data["fixed"]:
            self._world.names.take(name)
            self._used.add(employer)
            seat = Seat(
                name, gender, sector, "", employer, list(posts), self._new, born=date.fromisoformat(born)
            )
            self._world.seats.append(seat)
        for sector in self._data["sectors"]:
            here = sum(seat.sector == sector["key"] for seat in self._world.seats)
            self._world.seats += [self._seat(sector, self._new) for _ in range(sector["number"] - here)]
        self._spread_over_towns()
        self._give_posts()
        self._former()
        self._change_between()
        for number, seat in enumerate(self._everybody()):
            seat.person = seat.person or f"{number}"
            seat.born = seat.born or self._birthday()
        for seat in self._world.seats:
            seat.zeal = self._rng.choice((0.0, 0.5, 0.8, 1.0, 1.0, 1.2, 1.6, 2.4, 0.3, 0.9, 1.1, 1.0))

    def person_raws(self) -> Iterator[tuple[list[Seat], Raw]]:
        """One raw person with the seats that are his."""
        seats_of: dict[str, list[Seat]] = {}
        for seat in self._everybody():
            seats_of.setdefault(seat.person, []).append(seat)
        for number, seats in enumerate(seats_of.values()):
            seat = seats[0]
            raw = {
                "name": seat.name, "gender": seat.gender, "ethnicity": self._ethnicity(seat),
                "born_on": seat.born, "political_status": self._party(seat), "education": self._education(),
                "phone": f"1000000{number:04d}",
            }  # fmt: skip
            yield seats, raw

    def membership_raw(self, seat: Seat, term: str) -> Raw:
        """The raw term of office."""
        world = self._world
        data = next(s for s in self._data["sectors"] if s["key"] == seat.sector)
        raw: Raw = {
            "person": world.ref("person", seat.person), "term": world.ref("term", term),
            "sector": seat.sector, "posts": seat.posts, "employer": seat.employer,
            "committees": [data["committee"]],
            "levels": ["county", "city"] if "chair" in seat.posts else ["county"],
            "township": world.ref("township", seat.town) if seat.town else None,
            "started_on": seat.start, "state": "serving",
        }  # fmt: skip
        if seat.end:
            why = self._data["left_why"].get(seat.left)
            raw |= {"ended_on": seat.end, "state": seat.left, "basis": why}
        if seat.start >= self._new and seat.end is None:
            raw["linked_units"] = self._linked(seat)
        return raw

    def _everybody(self) -> list[Seat]:
        return [*self._world.seats, *self.former]

    def _seat(self, sector: Mapping[str, Any], start: date) -> Seat:
        rare = self._rare.pop(sector["key"], None) if start == self._new else None
        if rare:
            name, gender = rare
            self._world.names.take(name)
        else:
            share = 0.9 if sector["key"] == "women" else 0.36
            gender = "female" if self._rng.random() < share else "male"
            name = self._world.names.new(gender)
        return Seat(name, gender, sector["key"], "", self._employer(sector), ["member"], start)

    def _employer(self, sector: Mapping[str, Any]) -> str:
        """An office; heads of a place are there once, teachers and clerks may be several."""
        offered = [item for item in sector["employers"] if item not in self._used]
        if sector["key"] == "cpc" and offered:
            self._used.add(offered[0])
            return str(offered[0]) if "{" not in offered[0] else self._filled(offered[0])
        while True:
            text = self._filled(self._rng.choice(sector["employers"]))
            single = text.endswith(_SINGLE)
            if not single or text not in self._used:
                self._used.add(text)
                return text
            if self._world.chance(0.2):
                return _second(text)

    def _filled(self, template: str) -> str:
        hamlet = self._rng.choice(list(self._world.source.hamlets.values()))
        while "{v}" in template and hamlet.area != "rural":
            hamlet = self._rng.choice(list(self._world.source.hamlets.values()))
        return self._world.say(template, self._world.words(hamlet))

    def _spread_over_towns(self) -> None:
        """Everybody belongs to a township's group: where he works, else where places are left."""
        places: list[str] = []
        for town in self._world.source.towns.values():
            places += [town.name] * town.group
        self._rng.shuffle(places)
        waiting = []
        for seat in self._world.seats:
            home = self._home(seat.employer)
            if home in places:
                places.remove(home)
                seat.town = home
            else:
                waiting.append(seat)
        for seat, place in zip(waiting, places, strict=True):
            seat.town = place

    def _home(self, employer: str) -> str:
        source = self._world.source
        for town in source.towns.values():
            if employer.startswith((town.name, town.school)):
                return town.name
        for hamlet in source.hamlets.values():
            if employer.startswith(hamlet.name):
                return hamlet.town.name
        return ""

    def _give_posts(self) -> None:
        seats = self._world.seats
        for seat in seats:
            if seat.sector == "cpc" and seat.employer.endswith("委员会主任"):
                seat.posts = ["committee_head", "standing"]
        plain = [seat for seat in seats if seat.posts == ["member"]]
        for town in self._world.source.towns:
            head = next(seat for seat in plain if seat.town == town and seat.name != "张伟")
            head.posts = ["standing", "group_head"]
        for sector in self._data["sectors"]:
            plain = [s for s in seats if s.sector == sector["key"] and s.posts == ["member"]]
            if plain:
                plain[0].posts = ["member", "convener"]
        standing = sum("standing" in seat.posts for seat in seats)
        plain = [seat for seat in seats if seat.posts == ["member"] and seat.name != "张伟"]
        for seat in self._rng.sample(plain, max(0, _STANDING - standing)):
            seat.posts = ["standing"]

    def _former(self) -> None:
        """The earlier term: some stayed, some did not."""
        now, self._used = self._used, set()
        for sector in self._data["sectors"]:
            key, wanted = sector["key"], self._data["former"][sector["key"]]
            current = [seat for seat in self._world.seats if seat.sector == key]
            staying = current[: round(wanted * _STAYED)]
            for seat in staying:
                seat.person = seat.person or f"both-{len(self.former)}"
                self.former.append(
                    Seat(
                        seat.name,
                        seat.gender,
                        key,
                        seat.town,
                        seat.employer,
                        seat.posts,
                        self._old,
                        person=seat.person,
                    )
                )
            for _ in range(wanted - len(staying)):
                seat = self._seat(sector, self._old)
                seat.town = self._home(seat.employer) or self._rng.choice(list(self._world.source.towns))
                self.former.append(seat)
        self._used = now
        for seat in self.former:
            seat.end, seat.left = self._old_end, "expired"
        gone = [seat for seat in self.former if not seat.person]
        for seat in self._rng.sample(gone, 6):
            seat.left = self._rng.choice(("resigned", "adjusted"))
            seat.end = self._old + timedelta(days=self._rng.randint(300, 1500))

    def _change_between(self) -> None:
        """Who left during the current term, each with somebody who came in his place."""
        plain = [seat for seat in self._world.seats if seat.posts == ["member"] and seat.name != "张伟"]
        leaving = self._rng.sample([seat for seat in plain if seat.name not in self._kept()], 12)
        for seat, day, how in zip(leaving, self._data["left_at"], self._data["left_how"], strict=True):
            seat.end, seat.left = date.fromisoformat(day), how
            sector = next(s for s in self._data["sectors"] if s["key"] == seat.sector)
            comer = self._seat(sector, seat.end + timedelta(days=1))
            comer.town = seat.town
            self._world.seats.append(comer)

    def _kept(self) -> list[str]:
        return [name for name, _, _ in self._world.source.names["rare"]]

    def _linked(self, seat: Seat) -> list[Raw]:
        if not seat.town or self._world.chance(0.15):
            return []
        town = self._world.source.towns[seat.town]
        found = []
        for hamlet in self._rng.sample(town.villages, 2 if self._world.chance(0.35) else 1):
            sort = "community" if hamlet.name.endswith("社区") else "village"
            found.append(
                {"name": hamlet.name, "sort": sort, "township": self._world.ref("township", seat.town)}
            )
        return found

    def _birthday(self) -> date:
        return date(self._rng.randint(1962, 1993), self._rng.randint(1, 12), self._rng.randint(1, 28))

    def _ethnicity(self, seat: Seat) -> str:
        local = ("yi", "yi", "bai", "dai", "miao") if seat.sector == "ethnic" else None
        return str(self._rng.choice(local or self._world.source.names["ethnicities"]))

    def _party(self, seat: Seat) -> str:
        party = next(s["party"] for s in self._data["sectors"] if s["key"] == seat.sector)
        if "中共" in seat.employer or seat.employer.endswith("书记") or seat.sector == "cpc":
            return "cpc"
        if party != "masses":
            return str(party)
        return self._rng.choice(("masses", "masses", "masses", "cpc", "cpc", "none"))

    def _education(self) -> str:
        return self._rng.choice(
            ("senior", "college", "college", "bachelor", "bachelor", "bachelor", "master")
        )


def _second(post: str) -> str:
    """Somebody's deputy, where there is a first already."""
    title = max((title for title in _SINGLE if post.endswith(title)), key=len)
    return post.removesuffix(title).removesuffix("副") + "副" + title
