"""What a figure in plain SQL is made of: tables to select from, and how their rows are grouped.

Groupings are named by the source. Nothing here comes from the declarations of the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LIVE = "{0}.deleted_at IS NULL AND {0}.status = 'registered'"
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
    "people": _ACTIVITY.format("meeting") + " JOIN head_count r ON r.activity_id = a.id",
    "meeting_member": _ACTIVITY.format("meeting") + " JOIN attendance r ON r.activity_id = a.id",
    "visit_member": _ACTIVITY.format("visit") + " JOIN attendance r ON r.activity_id = a.id",
    "studio_activity_member": _ACTIVITY.format("studio_activity")
    + " JOIN attendance r ON r.activity_id = a.id",
    "raised": _ACTIVITY.format("visit") + " JOIN raised_problem r ON r.parent_id = a.id",
    "reception": _ACTIVITY.format("studio_activity") + " JOIN reception r ON r.parent_id = a.id",
    "topic_plan": "topic_plan a",
    "platform": "platform a",
    "case_info": "case_info a",
    "promotion": "case_info a JOIN promotion r ON r.parent_id = a.id",
    "deed": "livelihood_deed a",
    "studio": "studio a",
    "in_room": "studio a JOIN studio_member r ON r.parent_id = a.id JOIN membership m ON m.id = r.member_id",
    "membership": "membership a",
    "linked": "membership a JOIN linked_unit r ON r.parent_id = a.id",
}
UNIT = "(SELECT uuid FROM unit WHERE id = {0})"
TOWN = "coalesce((SELECT uuid FROM township WHERE id = a.township_id), {0} 'none')"
_COUNTY = "CASE WHEN a.level = 'county' THEN 'county' END,"
STUDIO = "coalesce((SELECT uuid FROM studio WHERE id = {0}), 'none')"
_PERSON = "coalesce((SELECT uuid FROM person WHERE id = {0}), 'none')"
_MEETING_LIKE = {
    "meeting", "task", "consensus", "opinion", "research", "instruction", "meeting_member", "people",
}  # fmt: skip
_NAMED = {"meeting_member", "visit_member", "studio_activity_member"}
_ACTIVITIES = {*_MEETING_LIKE, *_NAMED, "visit", "studio_activity", "raised", "reception"}


def _groupings(source: str) -> dict[str, str]:
    found = {"unit": UNIT.format("a.unit_id")}
    if source in _ACTIVITIES:
        found = {
            "unit": UNIT.format("coalesce(a.counting_unit_id, a.unit_id)"),
            "township": TOWN.format(_COUNTY),
        }
    if source in _MEETING_LIKE | {"topic_plan"}:
        table = "x" if source in _MEETING_LIKE else "a"
        found |= {key: f"coalesce({table}.{key}, 'none')" for key in ("brand", "focus")}
    if source in ("topic_plan", "platform"):
        found["township"] = TOWN.format(_COUNTY)
    if source in ("case_info", "promotion", "deed", "studio", "in_room", "membership", "linked"):
        found["township"] = TOWN.format("")
    if source in _NAMED:
        found |= {"sector": "coalesce(r.sector, 'none')", "member": _PERSON.format("r.person_id")}
        found["studio"] = STUDIO.format("r.studio_id")
    if source in ("studio_activity", "studio_activity_member", "reception"):
        found["studio"] = STUDIO.format("x.studio_id")
    if source == "deed":
        found["studio"] = STUDIO.format("a.studio_id")
    if source in ("studio", "in_room"):
        found |= {"studio": STUDIO.format("a.id")}
    if source == "studio":
        found["sector"] = "coalesce(a.sector, 'none')"
    if source == "in_room":
        found |= {"sector": "coalesce(m.sector, 'none')", "member": _PERSON.format("m.person_id")}
    if source in ("membership", "linked"):
        found |= {"sector": "coalesce(a.sector, 'none')", "member": _PERSON.format("a.person_id")}
    return found


@dataclass(frozen=True)
class Plain:
    """One figure as SQL. `until` makes it a stock, `late` one of what is overdue, `open` of what is open."""

    source: str
    measure: str
    day: str
    where: str = "1"
    until: str = ""
    late: bool = False
    open: str = ""

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
            f"SELECT {group}, {measure} FROM {source} WHERE {LIVE.format('a')}"
            f" AND {self.where.format(end=end)} AND {self._dated(start, end)} GROUP BY 1"
        )

    def _dated(self, start: date, end: date) -> str:
        if self.late:
            late = f"replace({self.day}, '-00', '-31') < '{end}'"
            return f"{late} AND (r.closed_on IS NULL OR r.closed_on > '{end}')"
        day = f"replace({self.day}, '-00', '-01')"
        if self.open:
            return f"{day} <= '{end}' AND ({self.open} IS NULL OR {self.open} > '{end}')"
        if self.until:
            return f"{day} <= '{end}' AND ({self.until} IS NULL OR {self.until} >= '{end}')"
        return f"{day} BETWEEN '{start}' AND '{end}'"
