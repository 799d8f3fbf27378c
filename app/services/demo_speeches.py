"""DemoSpeeches: what was reported and said at a consultation of the sample county."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.services.demo_source import Family
from app.services.demo_world import Raw, Seat, World


class DemoSpeeches:
    """Background, speeches, opinions and what stayed open, told from a topic's own sentences."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng = world.rng

    def texts(self, day: date, family: Family, words: dict[str, str], seats: Sequence[Seat]) -> Raw:
        roles, speeches = self._speeches(family, words, seats)
        found: Raw = {"background": self.background(day, family, words), "speeches": speeches}
        people = [
            said for role, said in zip(roles, speeches, strict=True) if not role.startswith("department")
        ]
        found["opinions"] = self._opinions(family, words, people)
        if "dissent" in family and self._world.chance(0.5):
            found["dissent"] = self._world.say(family["dissent"], words)
        return found

    def background(self, day: date, family: Family, words: dict[str, str]) -> str:
        """How the topic came up, the facts, and what today is for."""
        phrases = self._world.source.phrases
        more = words | {"sources": self._rng.choice(phrases["sources"]), "month": str(day.month)}
        opening = self._rng.choice(phrases["openings"][self._rng.choice(list(phrases["openings"]))])
        facts = self._world.teller.some(family["background"], 3, 4)
        parts = [
            self._world.say(opening, more),
            "".join(self._world.say(fact, words) for fact in facts),
            self._rng.choice(phrases["purpose"]),
        ]
        return "\n".join(parts)

    def _speeches(
        self, family: Family, words: dict[str, str], seats: Sequence[Seat]
    ) -> tuple[list[str], list[Raw]]:
        """Roles and speeches of three to five; a department and a member are always among them."""
        said = family["speeches"]
        must = [
            next(entry for entry in said if entry[0].startswith(role))
            for role in ("masses", "department", "member")
        ]
        rest = [entry for entry in said if entry not in must]
        chosen = must + self._rng.sample(rest, min(len(rest), self._rng.choice((0, 1, 1, 2))))
        speakers = {seat.name for seat in seats[:1]}
        roles, found = [], []
        for role, text in (entry for entry in said if entry in chosen):
            speaker, identity = self._speaker(role, family, words, seats)
            if speaker in speakers and role != "member":
                continue
            speakers.add(speaker)
            roles.append(role)
            found.append({"speaker": speaker, "identity": identity, "points": self._world.say(text, words)})
        return roles, found

    def _speaker(
        self, role: str, family: Family, words: dict[str, str], seats: Sequence[Seat]
    ) -> tuple[str, str]:
        phrases, names = self._world.source.phrases, self._world.names
        if role.startswith("department:"):
            _, unit, post = role.split(":")
            place = self._world.say(unit + post, words)
            return names.holder(place), place
        if role == "member":
            seat = self._rng.choice(seats[1:] or seats)
            return seat.name, seat.identity
        if role == "masses":
            people = "居民" if words["v"].endswith("社区") else "村民"
            return names.any(), self._rng.choice((f"{words['e']}{people}", f"{words['v']}{people}代表"))
        if role == "cadre":
            place = self._world.say(self._rng.choice(phrases["cadres"]), words)
        elif role == "expert":
            place = phrases["experts"][family["committee"]]
        else:
            place = self._world.say(phrases["enterprise"].get(family["key"], "{firm}负责人"), words)
        return names.holder(place), place

    def _opinions(self, family: Family, words: dict[str, str], speeches: list[Raw]) -> list[Raw]:
        shares = {"adopted": 74, "partly": 22, "declined": 4}
        return [
            {
                "text": self._world.say(text, words),
                "raised_by": self._rng.choice(speeches)["speaker"] if self._world.chance(0.8) else "群众代表",
                "adopted": self._world.teller.weighted(list(shares), list(shares.values())),
            }
            for text in self._world.teller.some(family["opinions"], 3, 6)
        ]
