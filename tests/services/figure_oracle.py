"""Every figure once more in plain SQL, to hold the declarations and their compiler against.

Each entry: what is selected from, the measure, what puts a row into a period, further conditions. Nothing
here comes from the declarations of the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tests.services.figure_sql import LIVE, STUDIO, TOWN, UNIT, Plain

MONEY = {"donations", "purchases", "deed_amount"}  # kept in cents
_HELD, _COUNT = "a.happened_on", "count(*)"
_COURTYARD, _CLOSED = "x.brand = 'courtyard'", "r.state = 'closed'"
_PRESENT, _PEOPLE = "r.status = 'present'", "count(DISTINCT r.person_id)"
_ALSO_BY = "('masses', 'leaders', 'departments', 'cadres')"
_OTHERS = f"r.role NOT LIKE 'unnamed%' AND r.role NOT IN {_ALSO_BY}"
_DONE = "a.state IN ('closed', 'revisited')"
_SERVING = "(a.ended_on IS NULL OR a.ended_on > '{end}')"
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
    "other_attendance": Plain("people", "sum(r.number)", _HELD, _OTHERS),
    "meetings_reported": Plain("meeting", _COUNT, "x.reported_on"),
    "tasks_open": Plain("task", _COUNT, _HELD, open="r.closed_on"),
    "tasks_rated": Plain("task", _COUNT, "r.told_on", "r.satisfaction IS NOT NULL"),
    "tasks_satisfied": Plain("task", _COUNT, "r.told_on", "r.satisfaction IN ('satisfied', 'mostly')"),
    "tasks_to_opinion": Plain("task", _COUNT, _HELD, "r.destination = 'opinion'"),
    "tasks_to_proposal": Plain("task", _COUNT, _HELD, "r.destination = 'proposal'"),
    "platforms_used": Plain("meeting", "count(DISTINCT x.platform_id)", _HELD),
    "cases_total": Plain("case_info", _COUNT, "a.reported_on"),
    "typical_promoted": Plain("promotion", _COUNT, 'r."on"', "r.sort = 'typical'"),
    "quality_promoted": Plain("promotion", _COUNT, 'r."on"', "r.sort = 'quality'"),
    "cases_adopted": Plain("case_info", _COUNT, "a.adopted_on", "a.adopted NOT IN ('none', 'praised')"),
    "cases_exchanged": Plain("case_info", _COUNT, "a.exchanged_on"),
    "cases_exchanged_province": Plain("case_info", _COUNT, "a.exchanged_on", "a.exchange_level = 'province'"),
    "articles": Plain("case_info", _COUNT, "a.published_on"),
    "visit_townships": Plain("visit", "count(DISTINCT a.township_id)", _HELD),
    "visit_villages": Plain("visit", "count(DISTINCT a.village_id)", _HELD),
    "enterprise_visits": Plain("visit", _COUNT, _HELD, "x.linked_kind = 'enterprise'"),
    "problems_raised": Plain("raised", _COUNT, _HELD),
    "problems_due_closed": Plain("raised", _COUNT, _HELD, "r.closed_on <= '{end}'"),
    "problems_told": Plain("raised", _COUNT, "r.told_on"),
    "deeds_due_closed": Plain("deed", _COUNT, _HELD, _DONE + " AND a.closed_on <= '{end}'"),
    "deeds_open": Plain("deed", _COUNT, _HELD, open="a.closed_on"),
    "deeds_revisited": Plain("deed", _COUNT, "a.revisited_on"),
    "deed_households": Plain("deed", "sum(a.households)", _HELD),
    "deed_amount": Plain("deed", "sum(a.amount)", _HELD),
    "led_closed": Plain("deed", _COUNT, "a.closed_on", _DONE + " AND a.led_project = 1"),
    "studio_stations": Plain("studio", _COUNT, "a.opened_on", "a.sort = 'station'", until="a.closed_on"),
    "studio_rooms": Plain("studio", _COUNT, "a.opened_on", "a.sort <> 'station'", until="a.closed_on"),
    "sector_studios": Plain("studio", _COUNT, "a.opened_on", "a.sort = 'sector'", until="a.closed_on"),
    "demo_studios": Plain("studio", _COUNT, "a.named_on", "a.demo_level > ''", until="a.closed_on"),
    "studios_active": Plain("studio_activity", "count(DISTINCT x.studio_id)", _HELD),
    "studio_active_members": Plain("studio_activity_member", _PEOPLE, _HELD, _PRESENT),
    "studio_presence": Plain("studio_activity_member", _COUNT, _HELD, _PRESENT),
    "receptions_answered": Plain("reception", _COUNT, _HELD, "r.answered = 1"),
    "receptions_closed": Plain("reception", _COUNT, "r.closed_on"),
    "studio_opinion_infos": Plain("studio_activity", "sum(x.opinion_infos)", _HELD),
    "studio_proposals": Plain("studio_activity", "sum(x.proposals)", _HELD),
    "studio_left": Plain("in_room", _COUNT, "r.left_on"),
    "members_joined": Plain("membership", _COUNT, "a.started_on"),
    "members_left": Plain("membership", _COUNT, "a.ended_on"),
    "members_revoked": Plain("membership", _COUNT, "a.ended_on", "a.state = 'revoked'"),
    "linked_units": Plain("linked", _COUNT, "a.started_on", _SERVING, until="r.ended_on"),
    "linked_members": Plain(
        "linked", "count(DISTINCT a.person_id)", "a.started_on", _SERVING, until="r.ended_on"
    ),
}
_BRANDS = {
    "grassroots_meetings": "grassroots", "sector_talks": "sector_talk", "negotiate_meetings": "negotiate",
    "face_to_face_meetings": "face_to_face", "frontline_meetings": "frontline", "border_meetings": "border",
    "livelihood_hall_meetings": "livelihood_hall", "micro_meetings": "micro",
}  # fmt: skip
_PRESENCE = {"meeting_presence": "present", "meeting_leave": "leave", "meeting_absent": "absent"}
_VISIT_SUMS = {
    "tech_talks": "tech_talks", "students_aided": "students", "patients_served": "patients",
    "artworks": "artworks", "purchases": "purchases", "visit_opinion_infos": "opinion_infos",
    "visit_proposals": "proposals",
}  # fmt: skip
_TYPES = {f"studio_{sort}": sort for sort in ("study", "preach", "consult", "research", "service")}
_LEVELS = ("county", "city", "province", "nation")
_ADOPTED = {
    "cases_adopted_city": "city", "cases_adopted_province": "province", "cases_adopted_nation": "nation",
    "cases_compiled": "compiled", "cases_praised": "praised",
}  # fmt: skip
PLAIN |= {key: Plain("meeting", _COUNT, _HELD, f"x.brand = '{brand}'") for key, brand in _BRANDS.items()}
PLAIN |= {
    key: Plain("meeting_member", _COUNT, _HELD, f"r.status = '{status}'") for key, status in _PRESENCE.items()
}
PLAIN |= {key: Plain("visit", f"sum(x.{column})", _HELD) for key, column in _VISIT_SUMS.items()}
PLAIN |= {
    key: Plain("studio_activity", _COUNT, _HELD, f"x.activity_type = '{sort}'")
    for key, sort in _TYPES.items()
}
PLAIN |= {
    f"instructions_{level}": Plain("instruction", _COUNT, "r.given_on", f"r.level = '{level}'")
    for level in _LEVELS
}
PLAIN |= {
    f"articles_{level}": Plain("case_info", _COUNT, "a.published_on", f"a.media_level = '{level}'")
    for level in _LEVELS
}
PLAIN |= {
    f"demo_sites_{level}": Plain(
        "platform", _COUNT, "a.named_on", f"a.demo = 1 AND a.demo_level = '{level}'", until="a.closed_on"
    )
    for level in _LEVELS[:3]
}
PLAIN |= {
    f"platforms_{level}": Plain(
        "platform", _COUNT, "a.opened_on", f"a.level = '{level}'", until="a.closed_on"
    )
    for level in ("county", "township", "village", "enterprise")
}
PLAIN |= {
    f"{sort}_cases": Plain("case_info", _COUNT, "a.reported_on", f"a.sort = '{sort}'")
    for sort in ("innovation", "experience")
}
PLAIN |= {
    key: Plain("case_info", _COUNT, "a.adopted_on", f"a.adopted = '{adopted}'")
    for key, adopted in _ADOPTED.items()
}
SUMS = {
    "quality_total": ("quality_cases", "quality_promoted"),
    "talks_total": ("talks", "studio_preach"),
    "demands_total": ("demands", "studio_opinions"),
    "studio_outputs": ("studio_opinion_infos", "studio_proposals"),
    "duty_presence": ("meeting_presence", "visit_presence", "studio_presence"),
    "contacts": ("visits", "studio_activities"),
    "contact_people": ("people_served", "studio_people_served"),
    "problems_solved": ("tasks_closed", "problems_closed", "deeds_closed"),
    "duty_attendance": ("member_attendance", "visit_attendance", "studio_attendance"),
}
RATIOS = {
    "adoption_rate": ("suggestions_adopted", "suggestions"),
    "satisfaction_rate": ("tasks_satisfied", "tasks_rated"),
    "problem_close_rate": ("problems_due_closed", "problems_raised"),
    "deed_close_rate": ("deeds_due_closed", "deeds"),
    "studio_active_rate": ("studios_active", "studios"),
    "linked_rate": ("linked_members", "members_total"),
    "task_close_rate": ("tasks_due_closed", "tasks_due"),
    "topic_rate": ("topics_held", "topics_planned"),
    "studio_cover_rate": ("studio_members", "members_total"),
    "visit_cover_rate": ("visit_members", "members_total"),
}
STOCKS = {key for key, plain in PLAIN.items() if plain.until or plain.late or plain.open}


class Oracle:
    """Asks the file in plain SQL; adjustments are added as the clerk would."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def groups(
        self, key: str, start: date, end: date, by: str | None, only: tuple[str, str] | None = None
    ) -> dict[Any, int]:
        """Group → value of one plain figure, perhaps of meetings of one focus; money in cents."""
        scale = 100 if key in MONEY else 1
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
            "unit": UNIT.format("a.unit_id"),
            "township": TOWN.format(""),
            "studio": STUDIO.format("a.studio_id"),
        }.get(by, f"coalesce(a.{by}, 'none')" if by in ("sector", "brand", "focus") else "'none'")
        first = date(1, 1, 1) if key in STOCKS else start
        statement = (
            f"SELECT {group}, sum(a.amount) FROM adjustment a"
            f" WHERE {LIVE.format('a')} AND a.figure = ? AND {part}"
            f" AND replace(a.happened_on, '-00', '-01') BETWEEN '{first}' AND '{end}' GROUP BY 1"
        )
        return list(self._connection.execute(statement, (key,)).fetchall())
