"""What the period's report is made of: counted figures, names, and the words for the period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.exporters.narrative_text import Numbers

PRACTICE, CASE, PROBLEMS, PLANS = "practice", "case", "problems", "plans"
SECTIONS: Final = {PRACTICE: "主要做法", CASE: "典型案例", PROBLEMS: "存在问题", PLANS: "下步打算"}
"""The sections an office may write itself, in the order of the paper; 总体情况 is always counted."""


@dataclass(frozen=True, slots=True)
class Group:
    """One of the parts a figure was split into: a township, one of the five focuses."""

    label: str
    number: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class TypicalCase:
    """The meeting told as an example; the caller chooses it. `day` as printed, `result` is free text."""

    topic: str
    day: str
    place: str
    consensus: Sequence[str] = ()
    result: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the text says.

    figures: key → {current, previous, ytd, last_year} → number, Ratio or None (not known); where months
    were reported before also occurred and late, whose sum is current.
    period: 2026年10月; now: 本月; before: 上月 ("" where the period before is last year's);
    year_before: 上年同期; since: 今年以来, or "" where the period is the whole year.
    focus: 院坝协商 by focus; townships: meetings by township, most first; idle: townships without a
    meeting; overdue_units: who has tasks past their deadline; planned: topics of meetings to come.
    late: figure → what 补报更正 gives, by month (9月); was_reported: 上年同期 is what was reported then.
    own: section (a key of SECTIONS) → the paragraphs the office wrote, which stand for ours.
    """

    figures: Mapping[str, Numbers]
    unit: str
    period: str
    now: str = "本月"
    before: str = "上月"
    year_before: str = "上年同期"
    since: str = "今年以来"
    area: str = "全县"
    meeting_label: str = "协商在基层"
    visit_label: str = "委员走基层"
    studio_label: str = "委员工作室"
    focus: Sequence[Group] = ()
    townships: Sequence[Group] = ()
    idle: Sequence[str] = ()
    overdue_units: Sequence[str] = ()
    planned: Sequence[str] = ()
    case: TypicalCase | None = None
    late: Mapping[str, Sequence[Group]] = field(default_factory=dict)
    was_reported: bool = False
    own: Mapping[str, Sequence[str]] = field(default_factory=dict)
