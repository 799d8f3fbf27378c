"""Every figure once more in plain SQL, to hold the declarations and their compiler against.

Each entry: what is selected from, the measure, what puts a row into a period, further conditions. Groupings
are named by the source. Nothing here comes from app/models/figures.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

_LIVE = "{0}.deleted_at IS NULL AND {0}.status = 'registered'"
_ACTIVITY = "activity a JOIN {0} x ON x.id = a.id"
_CONSENSUS = _ACTIVITY.format("meeting") + " JOIN consensus_item c ON c.parent_id = a.id"
_SOURCES = {
    "meeting": _ACTIVITY.format("meeting"),
    "visit": _ACTIVITY.format("visit"),
    "studio_activity": _ACTIVITY.format("studio_activity"),
    "task": _CONSENSUS + " JOIN task r ON r.parent_id = c.id",
    "consensus": _CONSENSUS,
    "opinion": _ACTIVITY.format("meeting") + " JOIN opinion r ON r.parent_id = a.id",
    "research": _ACTIVITY.format("meeting") + " JOIN research_trip r ON r.parent_id = a.id",
    "instruction": _ACTIVITY.format("meeting") + " JOIN instruction r ON r.parent_id = a.id",
    "meeting_member": _ACTIVITY.format("meeting") + " JOIN attendance r ON r.activity_id = a.id",
    "visit_member": _ACTIVITY.format("visit") + " JOIN attendance r ON r.activity_id = a.id",
    "raised": _ACTIVITY.format("visit") + " JOIN raised_problem r ON r.parent_id = a.id",
    "reception": _ACTIVITY.format("studio_activity") + " JOIN reception r ON r.parent_id = a.id",
    "topic_plan": "topic_plan a",
    "platform": "platform a",
    "case_info": "case_info a",
    "deed": "livelihood_deed a",
    "studio": "studio a",
    "in_room": "studio a JOIN studio_member r ON r.parent_id = a.id JOIN membership m ON m.id = r.member_id",
    "membership": "membership a",
}
_UNIT = "(SELECT uuid FROM unit WHERE id = {0})"
_TOWN = "coalesce((SELECT uuid FROM township WHERE id = a.township_id), {0} 'none')"
_COUNTY = "CASE WHEN a.level = 'county' THEN 'county' END,"
_STUDIO = "coalesce((SELECT uuid FROM studio WHERE id = {0}), 'none')"
_PERSON = "coalesce((SELECT uuid FROM person WHERE id = {0}), 'none')"
_MEETING_LIKE = {"meeting", "task", "consensus", "opinion", "research", "instruction", "meeting_member"}
_ACTIVITIES = {*_MEETING_LIKE, "visit", "studio_activity", "visit_member", "raised", "reception"}


def _groupings(source: str) -> dict[str, str]:
    found = {"unit": _UNIT.format("a.unit_id")}
    if source in _ACTIVITIES:
        found = {
            "unit": _UNIT.format("coalesce(a.counting_unit_id, a.unit_id)"),
            "township": _TOWN.format(_COUNTY),
        }
    if source in _MEETING_LIKE | {"topic_plan"}:
        table = "x" if source in _MEETING_LIKE else "a"
        found |= {key: f"coalesce({table}.{key}, 'none')" for key in ("brand", "focus")}
    if source in ("topic_plan", "platform"):
        found["township"] = _TOWN.format(_COUNTY)
    if source in ("case_info", "deed", "studio", "in_room", "membership"):
        found["township"] = _TOWN.format("")
    if source in ("meeting_member", "visit_member"):
        found |= {"sector": "coalesce(r.sector, 'none')", "member": _PERSON.format("r.person_id")}
        found["studio"] = _STUDIO.format("r.studio_id")
    if source in ("studio_activity", "reception"):
        found["studio"] = _STUDIO.format("x.studio_id")
    if source == "deed":
        found["studio"] = _STUDIO.format("a.studio_id")
    if source in ("studio", "in_room"):
        found |= {"studio": _STUDIO.format("a.id")}
    if source == "studio":
        found["sector"] = "coalesce(a.sector, 'none')"
    if source == "in_room":
        found |= {"sector": "coalesce(m.sector, 'none')", "member": _PERSON.format("m.person_id")}
    if source == "membership":
        found |= {"sector": "coalesce(a.sector, 'none')", "member": _PERSON.format("a.person_id")}
    return found


@dataclass(frozen=True)
class Plain:
    """One figure as SQL. `until` makes it a stock, `late` a stock of what is overdue."""

    source: str
    measure: str
    day: str
    where: str = "1"
    until: str = ""
    late: bool = False

    @property
    def groupings(self) -> set[str]:
        more = {"sector", "member"} if self.by_member else set()
        return {*_groupings(self.source), *more}

    @property
    def by_member(self) -> bool:
        """Activities counted once for each sector or member that was there."""
        return self.source in ("meeting", "visit", "studio_activity") and self.measure == "count(*)"

    def statement(self, start: date, end: date, by: str | None) -> str:
        """One SELECT of group and value; without `by` the group is 0."""
        source, measure, group = _SOURCES[self.source], self.measure, "0"
        if by in ("sector", "member") and self.by_member:
            source += " LEFT JOIN attendance t ON t.activity_id = a.id AND t.status = 'present'"
            group = "coalesce(t.sector, 'none')" if by == "sector" else _PERSON.format("t.person_id")
            measure = "count(DISTINCT a.id)"
        elif by is not None:
            group = _groupings(self.source)[by]
        return (
            f"SELECT {group}, {measure} FROM {source} WHERE {_LIVE.format('a')}"
            f" AND {self.where.format(end=end)} AND {self._dated(start, end)} GROUP BY 1"
        )

    def _dated(self, start: date, end: date) -> str:
        if self.late:
            late = f"replace({self.day}, '-00', '-31') < '{end}'"
            return f"{late} AND (r.closed_on IS NULL OR r.closed_on > '{end}')"
        day = f"replace({self.day}, '-00', '-01')"
        if self.until:
            return f"{day} <= '{end}' AND ({self.until} IS NULL OR {self.until} >= '{end}')"
        return f"{day} BETWEEN '{start}' AND '{end}'"


_HELD, _COUNT = "a.happened_on", "count(*)"
_COURTYARD, _CLOSED = "x.brand = 'courtyard'", "r.state = 'closed'"
_PRESENT, _PEOPLE = "r.status = 'present'", "count(DISTINCT r.person_id)"
_TOPICS = "a.state IN ('approved', 'researching', 'discussed', 'reported', 'answered')"

PLAIN = {
    "meetings": Plain("meeting", _COUNT, _HELD),
    "courtyard_meetings": Plain("meeting", _COUNT, _HELD, _COURTYARD),
    "courtyard_attendance": Plain("meeting", "sum(a.headcount)", _HELD, _COURTYARD),
    "attendance_total": Plain("meeting", "sum(a.headcount)", _HELD),
    "member_attendance": Plain("meeting", "sum(a.member_count)", _HELD),
    "cadre_attendance": Plain("meeting", "sum(a.cadre_count)", _HELD),
    "mass_attendance": Plain("meeting", "sum(a.mass_count)", _HELD),
    "meeting_members": Plain("meeting_member", _PEOPLE, _HELD, _PRESENT),
    "party_head_meetings": Plain("meeting", _COUNT, _HELD, "x.party_head = 1"),
    "townships_covered": Plain("meeting", "count(DISTINCT a.township_id)", _HELD),
    "villages_covered": Plain("meeting", "count(DISTINCT a.village_id)", _HELD),
    "suggestions": Plain("opinion", _COUNT, _HELD),
    "suggestions_adopted": Plain("opinion", _COUNT, _HELD, "r.adopted IN ('adopted', 'partly')"),
    "consensus": Plain("consensus", _COUNT, _HELD),
    "tasks_due": Plain("task", _COUNT, _HELD),
    "tasks_due_closed": Plain("task", _COUNT, _HELD, _CLOSED + " AND r.closed_on <= '{end}'"),
    "tasks_told": Plain("task", _COUNT, "r.told_on"),
    "overdue_tasks": Plain("task", _COUNT, "r.deadline", late=True),
    "researched_meetings": Plain("research", "count(DISTINCT a.id)", _HELD),
    "research_trips": Plain("research", _COUNT, _HELD),
    "tasks_closed": Plain("task", _COUNT, "r.closed_on", _CLOSED),
    "courtyard_closed": Plain("task", _COUNT, "r.closed_on", f"{_CLOSED} AND {_COURTYARD}"),
    "topics_planned": Plain("topic_plan", _COUNT, "a.approved_on", _TOPICS),
    "topics_held": Plain("meeting", "count(DISTINCT x.plan_id)", _HELD),
    "platforms": Plain("platform", _COUNT, "a.opened_on", until="a.closed_on"),
    "demo_sites": Plain("platform", _COUNT, "a.named_on", "a.demo = 1", until="a.closed_on"),
    "dynamic_info": Plain("case_info", _COUNT, "a.reported_on", "a.sort = 'dynamic'"),
    "typical_cases": Plain("case_info", _COUNT, "a.reported_on", "a.sort = 'typical'"),
    "quality_cases": Plain("case_info", _COUNT, "a.reported_on", "a.sort = 'quality'"),
    "instructions": Plain("instruction", _COUNT, "r.given_on"),
    "visits": Plain("visit", _COUNT, _HELD),
    "visit_attendance": Plain("visit", "sum(a.member_count)", _HELD),
    "visit_members": Plain("visit_member", _PEOPLE, _HELD, _PRESENT),
    "visit_presence": Plain("visit_member", _COUNT, _HELD, _PRESENT),
    "outreach_count": Plain("visit", "sum(x.outreach_count)", _HELD),
    "people_served": Plain("visit", "sum(x.people_served)", _HELD),
    "experts": Plain("visit", "sum(x.experts)", _HELD),
    "demands": Plain("visit", "sum(x.demands)", _HELD),
    "demands_answered": Plain("visit", "sum(x.answered)", _HELD),
    "talks": Plain("visit", "sum(x.talks)", _HELD),
    "donations": Plain("visit", "sum(x.donation)", _HELD),  # in cents, as it is stored
    "problems_closed": Plain("raised", _COUNT, "r.closed_on"),
    "deeds": Plain("deed", _COUNT, _HELD),
    "deeds_closed": Plain("deed", _COUNT, "a.closed_on", "a.state IN ('closed', 'revisited')"),
    "deed_people": Plain("deed", "sum(a.people)", _HELD),
    "led_projects": Plain("deed", _COUNT, _HELD, "a.led_project = 1"),
    "studios": Plain("studio", _COUNT, "a.opened_on", until="a.closed_on"),
    "studios_opened": Plain("studio", _COUNT, "a.opened_on"),
    "studio_activities": Plain("studio_activity", _COUNT, _HELD),
    "studio_attendance": Plain("studio_activity", "sum(a.member_count)", _HELD),
    "reception_days": Plain("studio_activity", _COUNT, _HELD, "x.activity_type = 'reception'"),
    "receptions": Plain("reception", _COUNT, _HELD),
    "studio_people_served": Plain("studio_activity", "sum(x.people_served)", _HELD),
    "studio_opinions": Plain("studio_activity", "sum(x.opinion_count)", _HELD),
    "studio_members": Plain("in_room", "count(DISTINCT m.person_id)", "r.joined_on", until="r.left_on"),
    "studio_joined": Plain("in_room", _COUNT, "r.joined_on"),
    "members_total": Plain("membership", "count(DISTINCT a.person_id)", "a.started_on", until="a.ended_on"),
}
SUMS = {
    "contacts": ("visits", "studio_activities"),
    "contact_people": ("people_served", "studio_people_served"),
    "problems_solved": ("tasks_closed", "problems_closed", "deeds_closed"),
    "duty_attendance": ("member_attendance", "visit_attendance", "studio_attendance"),
}
RATIOS = {
    "task_close_rate": ("tasks_due_closed", "tasks_due"),
    "topic_rate": ("topics_held", "topics_planned"),
    "studio_cover_rate": ("studio_members", "members_total"),
    "visit_cover_rate": ("visit_members", "members_total"),
}
STOCKS = {key for key, plain in PLAIN.items() if plain.until or plain.late}


class Oracle:
    """Asks the file in plain SQL; adjustments are added as the clerk would."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def groups(
        self, key: str, start: date, end: date, by: str | None, only: tuple[str, str] | None = None
    ) -> dict[Any, int]:
        """Group → value of one plain figure, perhaps of meetings of one focus; donations in cents."""
        scale = 100 if key == "donations" else 1
        found: dict[Any, int] = {}
        plain, part = PLAIN[key], "1"
        if only is not None:
            plain = replace(plain, where=f"{plain.where} AND x.{only[0]} = '{only[1]}'")
            part = f"a.{only[0]} = '{only[1]}'"
        for group, value in self._connection.execute(plain.statement(start, end, by)).fetchall():
            found[group] = (value or 0) + found.get(group, 0)
        for group, amount in self._adjusted(key, start, end, by, part):
            found[group] = found.get(group, 0) + amount * scale
        return found

    def total(self, key: str, start: date, end: date) -> int:
        return self.groups(key, start, end, None).get(0, 0)

    def combined(self, keys: Iterable[str], start: date, end: date) -> list[int]:
        return [self.total(key, start, end) for key in keys]

    def _adjusted(self, key: str, start: date, end: date, by: str | None, part: str) -> list[tuple[Any, int]]:
        group = {
            None: "0",
            "unit": _UNIT.format("a.unit_id"),
            "township": _TOWN.format(""),
            "studio": _STUDIO.format("a.studio_id"),
        }.get(by, f"coalesce(a.{by}, 'none')" if by in ("sector", "brand", "focus") else "'none'")
        first = date(1, 1, 1) if key in STOCKS else start
        statement = (
            f"SELECT {group}, sum(a.amount) FROM adjustment a"
            f" WHERE {_LIVE.format('a')} AND a.figure = ? AND {part}"
            f" AND replace(a.happened_on, '-00', '-01') BETWEEN '{first}' AND '{end}' GROUP BY 1"
        )
        return list(self._connection.execute(statement, (key,)).fetchall())
