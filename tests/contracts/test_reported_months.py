"""Random months, reported, corrected, returned, reported again: 累计 = 上期累计 + 本期, nothing sent moves.

What has to be asked for a reason is told by counting every reported number before and after a change,
which knows nothing of how the program finds it out.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.errors import AppError, Effect, Invalid, ReasonNeeded
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.aggregates import Aggregate
from app.services.given import DIMENSIONS, adds_over_time
from app.services.office import Office
from app.services.submitted import Submitted
from tests.services.random_office import random_office
from tests.services.random_records import rows

SEEDS = range(2)
CHANGES = 3  # after each month
FIRST_MONTH, LAST_MONTH = 6, 9
FIGURES_WATCHED, GROUPINGS_WATCHED = 30, 2  # of all of them, drawn anew by each seed
NOW = datetime(2026, 12, 20, 9, 0)
KINDS = ("meeting", "visit", "studio_activity")
WHY = "按签到表更正"


@pytest.mark.parametrize("seed", SEEDS)
def test_random_months_agree(seed: int, tmp_path: Path) -> None:
    office = random_office(tmp_path / "data")
    office.clock = FixedClock(NOW)
    office.change_settings({"cut_off_day": (0, 25, 20)[seed % 3]})
    script = Script(office, random.Random(seed))
    for month in range(FIRST_MONTH, LAST_MONTH + 1):
        script.report(office.calendar.month(2026, month))
        for _ in range(CHANGES):
            script.change_something()
        if month == LAST_MONTH - 1:
            script.return_newest()
    script.report_what_is_open()
    script.nothing_sent_has_moved()
    assert script.asked, "no change moved a reported number: the script tells nothing"
    assert script.told, "no number named was one of those watched"
    assert script.free, "every change moved a reported number: the script tells nothing"
    office.store.close()


class Script:
    """What an office does to its months, at random."""

    def __init__(self, office: Office, draw: random.Random) -> None:
        self.office = office
        self.draw = draw
        self.asked = self.free = self.told = 0
        self.groups: dict[tuple[str, str], str] = {}  # what the groups are called
        self.kept: dict[int, str] = {}
        plain = [key for key, figure in office.figures.catalogue.items() if not figure.combined]
        self.watched = draw.sample(plain, FIGURES_WATCHED)
        self.groupings = draw.sample(DIMENSIONS, GROUPINGS_WATCHED)

    def report(self, period: Period) -> None:
        """Reports a month and checks what was sent against what is counted and what was sent before."""
        office = self.office
        figures = office.figures
        spans = figures.spans(period)
        known = figures.catalogue
        live = figures.evaluate(list(known), spans)
        moved = office.submissions.late(period)
        sent = office.submissions.submit(period)
        self.kept[sent.number] = fingerprint(office, sent)
        values = office.submissions.figures(sent.number)
        counted = figures.evaluate(list(known), dict(spans))
        before = office.submissions.figures(sent.base) if sent.base else None
        for key in adding(known):
            current, late = values.total(key, "current"), values.total(key, "late")
            assert values.total(key, "ytd") == counted.total(key, "ytd") == live.total(key, "ytd"), key
            assert values.total(key, "occurred") == counted.total(key, "current"), key
            assert current == values.total(key, "occurred") + late == live.total(key, "current"), key
            if before is not None:
                assert values.total(key, "ytd") == before.total(key, "ytd") + current, key
            own = sum(line.difference for line in moved if line.figure == key)
            if not known[key].combined:
                assert own == late, key
            assert_records(office, sent, key, current)
        self._check_groups(sent, before is not None)
        for one in office.submissions.diff(sent, period):
            raise AssertionError(f"{one.label} differs from what was just sent")

    def _check_groups(self, sent: Submitted, told: bool) -> None:
        figures, submissions = self.office.figures, self.office.submissions
        adds = set(adding(figures.catalogue))
        for by in ("township", "sector", "focus"):
            keys = [figure.key for figure in figures.groupable(by) if figure.key in adds]
            values = submissions.figures(sent.number, by)
            counted = figures.evaluate(keys, {"ytd": figures.calendar.to_date(sent.period)}, by)
            before = submissions.figures(sent.base, by) if sent.base and told else None
            groups = {group.key for group in (*values.groups, *counted.groups)}
            for key in keys:
                for group in groups:
                    ytd = values.part(key, "ytd", group)
                    assert ytd == counted.part(key, "ytd", group), (key, by, group)
                    if before is not None:
                        current = values.part(key, "current", group)
                        assert ytd == before.part(key, "ytd", group) + current, (key, by, group)

    def change_something(self) -> None:
        """One change; it has to be asked for a reason when, and only when, a reported number moves."""
        change = self.draw.choice(self._changes())
        before = self._reported_numbers()
        try:
            change("")
            asked: set[str] | None = None
        except ReasonNeeded as error:
            effects = error.effects
            asked_words = [effect.figure for effect in effects]
            asked = {self._figure_of(words) for words in asked_words}
            assert self._reported_numbers() == before, "refused, and yet something is written"
            change(WHY)
        except Invalid:
            assert self._reported_numbers() == before
            return
        after = self._reported_numbers()
        differs = before.items() ^ after.items()
        in_all = {number[0] for number, _ in differs if len(number) == 2}
        moved = {number[0] for number, _ in differs}
        if asked is None:
            assert not moved, f"moved without a reason: {moved}"
            self.free += 1
        else:
            self._assert_told(effects, before, after)
            # A figure that moves only in a grouping not watched here is asked for all the same.
            assert moved <= asked
            grouped = [words for words in asked_words if words.removesuffix("累计").endswith("）")]
            in_groups = {self._figure_of(words) for words in grouped}
            assert (asked & set(self.watched)) - in_groups <= in_all
            self.asked += 1

    def _assert_told(self, effects: Sequence[Effect], before: dict[Any, Any], after: dict[Any, Any]) -> None:
        """The numbers named when a reason is asked for are those the figures have before and after."""
        known = self.office.figures.catalogue
        words: dict[tuple[str, str], list[Any]] = {}
        standing = {f"{each.number}": each for each in self.office.submissions.all() if each.stands}
        for name, sent in standing.items():
            for span, note in ((name, ""), (f"{name} ytd", "累计")):
                for key in self.watched:
                    words.setdefault((sent.period.label, known[key].label + note), []).append((key, span))
                    for (by, group), label in self.groups.items():
                        told = f"{known[key].label}（{label}）{note}"
                        words.setdefault((sent.period.label, told), []).append((key, span, by, group))
        for effect in effects:
            meant = words.get((effect.period, effect.figure), [])
            if len(meant) == 1:  # else not watched, or two groups of one name
                assert Decimal(effect.before) == before.get(meant[0], 0), effect
                assert Decimal(effect.after) == after.get(meant[0], 0), effect
                self.told += 1

    def _figure_of(self, words: str) -> str:
        """协商活动（青山镇）累计: the figure with the longest name that it begins with."""
        known = self.office.figures.catalogue
        fitting = [key for key in known if words.startswith(known[key].label)]
        return max(fitting, key=lambda key: len(known[key].label))

    def _changes(self) -> list[Callable[[str], object]]:
        return [
            self._add, self._edit_people, self._edit_people, self._move_day, self._move_place,
            self._delete, self._undelete, self._swap_member, self._close_task, self._remark, self._adjust,
        ]  # fmt: skip

    def return_newest(self) -> None:
        """退回 and 更正: the newest month comes back, changes, goes up again; it is what it was built on."""
        newest = next(each for each in self.office.submissions.all() if each.stands)
        with pytest.raises(AppError, match="原因"):
            self.office.submissions.reopen(newest.period, " ")
        back = self.office.submissions.reopen(newest.period, "市里要求更正")
        assert not back.stands
        assert self.office.submissions.active(newest.period) is None
        self.change_something()
        self.report(newest.period)
        again = self.office.submissions.active(newest.period)
        assert again is not None
        assert again.base == newest.base
        differs = {one.key: one for one in self.office.submissions.diff(back, again)}
        known = self.office.figures.catalogue
        before = self.office.submissions.figures(back.number)
        after = self.office.submissions.figures(again.number)
        for key in adding(known):
            old, new = before.total(key, "current"), after.total(key, "current")
            assert (old != new) <= (key in differs), key
            if key in differs and not known[key].combined:
                assert new - old == sum(line.difference for line in differs[key].lines), key

    def report_what_is_open(self) -> None:
        self.report(self.office.calendar.month(2026, LAST_MONTH + 1))

    def nothing_sent_has_moved(self) -> None:
        """Reported months are byte for byte what they were."""
        for sent in self.office.submissions.all():
            assert fingerprint(self.office, sent) == self.kept[sent.number]

    def _reported_numbers(self) -> dict[Any, Any]:
        """Every number of every standing period, in all and by group, counted anew."""
        figures = self.office.figures
        spans: dict[str, Period] = {}
        for each in self.office.submissions.all():
            if each.stands:
                spans[f"{each.number}"] = each.period
                spans[f"{each.number} ytd"] = figures.calendar.to_date(each.period)
        found: dict[Any, Any] = {}
        keys = self.watched
        values = figures.evaluate(keys, spans)
        found |= {(key, name): values.total(key, name) for key in keys for name in spans}
        for by in self.groupings:
            able = [figure.key for figure in figures.groupable(by) if figure.key in keys]
            values = figures.evaluate(able, spans, by)
            self.groups |= {(by, group.key): group.label for group in values.groups}
            for key in able:
                for name in spans:
                    for group in values.groups:
                        number = values.part(key, name, group.key)
                        if number and group.key != "none":
                            found[key, name, by, group.key] = number
        return found

    def _pick(self, kind: str = "") -> Aggregate | None:
        kind = kind or self.draw.choice(KINDS)
        found = rows(
            self.office,
            f"SELECT uuid FROM activity JOIN {kind} USING(id) WHERE deleted_at IS NULL"
            " AND happened_on BETWEEN '2026-01-01' AND '2026-11-30' ORDER BY id",
        )
        return self.office.records.load(kind, self.draw.choice(found)[0]) if found else None

    def _day(self) -> date:
        return date(2026, 2, 1) + timedelta(days=self.draw.randint(0, 280))

    def _save(self, record: Aggregate) -> Callable[[str], object]:
        return lambda why: self.office.records.save(record, reason=why)

    def _add(self, why: str) -> None:
        if not why:
            day = self._day()
            member = self.draw.choice(self._members(day))
            self._raw = {
                "topic": f"补录第 {self.draw.random()} 场", "happened_on": day.isoformat(), "place": "某处",
                "township": self.draw.choice(["永兴街道", "青山镇", "大河镇"]), "brand": "courtyard",
                "focus": self.draw.choice(["law", "green"]), "members": [{"member": member}],
                "people": {"masses": self.draw.randint(1, 9)}, "host": "某人", "recorder": "某人",
            }  # fmt: skip
        self.office.records.add("meeting", [self._raw], draft=False, reason=why)

    def _members(self, day: date) -> list[str]:
        found = rows(
            self.office,
            "SELECT uuid FROM membership WHERE started_on <= :day AND coalesce(ended_on, '9') >= :day"
            " AND deleted_at IS NULL ORDER BY id", day=day.isoformat(),
        )  # fmt: skip
        return [row[0] for row in found]

    def _edit_people(self, why: str) -> None:
        self._again(why, self._with_people)

    def _with_people(self, record: Aggregate) -> None:
        people = dict(record.values["people"])
        people["masses"] = (people.get("masses") or 0) + self.draw.randint(1, 5)
        record.values["people"] = people

    def _move_day(self, why: str) -> None:
        self._again(why, lambda record: record.values.update(happened_on=self._day()))

    def _move_place(self, why: str) -> None:
        def move(record: Aggregate) -> None:
            found = rows(self.office, "SELECT uuid FROM township WHERE deleted_at IS NULL ORDER BY id")
            with self.office.store.reading() as session:
                context = self.office.records.context(session)
                record.values["township"] = context.resolve("township", self.draw.choice(found)[0], {})
            record.values["village"] = None

        self._again(why, move)

    def _swap_member(self, why: str) -> None:
        def swap(record: Aggregate) -> None:
            if record.values["members"]:
                record.values["members"] = record.values["members"][1:]

        self._again(why, swap)

    def _remark(self, why: str) -> None:
        self._again(why, lambda record: record.values.update(remark=f"备注 {self.draw.random()}"))

    def _close_task(self, why: str) -> None:
        def close(record: Aggregate) -> None:
            for item in record.values.get("consensus") or ():
                task = item.get("task")
                if task and task.get("closed_on") is None:
                    day = max(self._day(), record.values["happened_on"])
                    task.update(state="closed", closed_on=day)
                    return

        self._again(why, close, "meeting")

    def _adjust(self, why: str) -> None:
        if not why:
            self._raw = {
                "figure": self.draw.choice(["meetings", "people_served", "meeting_members"]),
                "happened_on": f"2026-{self.draw.randint(2, 11):02d}", "amount": self.draw.choice([-1, 2]),
                "reason": "联合活动记重了", "basis": "会议纪要",
                "township": self.draw.choice(["青山镇", None]),
            }  # fmt: skip
        self.office.records.add("adjustment", [self._raw], reason=why)

    def _delete(self, why: str) -> None:
        if not why:
            self._one = self._pick()
        if self._one is not None:
            self.office.records.delete(self._one.kind, [self._one.uuid], reason=why)

    def _undelete(self, why: str) -> None:
        if not why:
            found = rows(
                self.office,
                "SELECT type, uuid FROM activity WHERE deleted_at IS NOT NULL"
                " AND happened_on BETWEEN '2026-01-01' AND '2026-11-30' ORDER BY id",
            )
            self._gone = self.draw.choice(found)
        self.office.records.undelete(self._gone[0], [self._gone[1]], reason=why)

    def _again(self, why: str, edit: Callable[[Aggregate], object], kind: str = "") -> None:
        """Edits a record at random; with a reason the same edit once more."""
        if not why:
            self._one = self._pick(kind)
            if self._one is not None:
                edit(self._one)
        if self._one is not None:
            self.office.records.save(self._one, reason=why)


def adding(known: FigureSet) -> list[str]:
    return [key for key, figure in known.items() if adds_over_time(figure, known)]


def assert_records(office: Office, sent: Submitted, key: str, current: Any) -> None:
    lines = office.submissions.records(sent.number, key)
    assert sum(line.amount for line in lines) == current, key


def fingerprint(office: Office, sent: Submitted) -> str:
    """All that was kept of a submission."""
    found = hashlib.sha256()
    for statement in (
        "SELECT numbers, declared, period, starts, ends, base_id FROM submission WHERE id = :id",
        "SELECT * FROM contribution WHERE submission_id = :id ORDER BY id",
    ):
        for row in rows(office, statement, id=sent.number):
            found.update(repr(tuple(row)).encode())
    return found.hexdigest()
