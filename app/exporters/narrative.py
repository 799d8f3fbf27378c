"""The text of the period's report (domain.md D8), said from its figures and what the office wrote itself.

A sentence stands only when its numbers do: no “0 场”, no “增加” for what fell, no part without content, so
that what comes out can be sent as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.exporters.narrative_facts import (
    CASE,
    PLANS,
    PRACTICE,
    PROBLEMS,
    SECTIONS,
    Facts,
    Group,
    TypicalCase,
)
from app.exporters.narrative_overview import Overview
from app.exporters.narrative_own import own_paragraphs
from app.exporters.narrative_text import (
    LAST_YEAR,
    Paragraph,
    Run,
    Section,
    Sentences,
    figure_runs,
    merged,
    text_of,
    words,
)
from app.exporters.tables import Ratio
from app.exporters.word_text import NUMERALS, ended, listed, quoted

__all__ = [
    "Facts",
    "Group",
    "Narrative",
    "Paragraph",
    "Run",
    "Section",
    "TypicalCase",
    "figure_runs",
    "text_of",
]

_NAMED: Final = 5  # so many townships, units or topics are named one by one


class Narrative:
    """The opening and the sections of the report."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        common = {key: str(getattr(facts, key)) for key in ("now", "since", "area")}
        self._say = Sentences(facts.figures, common)

    def opening(self, word: str) -> list[Paragraph]:
        """One sentence before the first section; `word` is 小结 or 报告."""
        facts = self._facts
        text = (
            f"{facts.period}，{facts.unit}扎实推进“{facts.meeting_label}”“{facts.visit_label}”和“{facts.studio_label}”工作，"
            f"现将有关情况{word}如下。"
        )
        return [_paragraph([words(text)])]

    def sections(self) -> list[Section]:
        """The parts that have something to say, numbered through."""
        parts = (
            ("总体情况", _numbered(Overview(self._facts, self._say).parts())),
            *((label, self.section(key)) for key, label in SECTIONS.items()),
        )
        there = [(title, paragraphs) for title, paragraphs in parts if paragraphs]
        return [
            {"heading": f"{NUMERALS[at]}、{title}", "paragraphs": paragraphs}
            for at, (title, paragraphs) in enumerate(there)
        ]

    def section(self, key: str) -> list[Paragraph]:
        """What the office wrote for a section of SECTIONS; where it wrote nothing, what the figures say."""
        return own_paragraphs(self._facts.own.get(key, ())) or self.counted(key)

    def counted(self, key: str) -> list[Paragraph]:
        """What the figures alone say in a section of SECTIONS."""
        if key == PRACTICE:
            return _numbered(self._practice())
        if key == CASE:
            return self._case()
        return self._points({PROBLEMS: self._problems, PLANS: self._plans}[key]())

    def _practice(self) -> list[tuple[str, list[list[Run]]]]:
        """What the figures show of how the work was done."""
        say = self._say
        focuses = "、".join(group.label for group in self._facts.focus if group.number > 0)
        met, visited, hosted = (say.has(key) for key in ("meetings", "visits", "studio_activities"))
        research = say.led("会前调研的有{researched_meetings}场", "，共调研{research_trips}次")
        is_part = met and say.part("meetings", "researched_meetings")
        heads = "党政主职参加协商活动{party_head_meetings}场"
        has_heads = met and say.part("meetings", "party_head_meetings")
        followed = (heads if has_heads else "", "向群众反馈办理结果{tasks_told}件")
        near = ("开展宣讲{talks}场", "联系专家{experts}名", "现场解答群众诉求{demands_answered}条")
        days = "开展接待日{reception_days}次" if say.part("studio_activities", "reception_days") else ""
        received = (days, "登记来访事项{receptions}件") if hosted else ()
        closed = "办结走访反映的问题{problems_closed}件"
        return [
            ("坚持先调研后协商", [say.sentence("", research if is_part else "")]),
            ("紧扣五项重点选题", [[words(f"协商议题涉及{focuses}。")] if focuses and met else []]),
            ("推动协商成果落实", [say.sentence("{now}，", *followed, between="，")]),
            (
                "组织委员深入群众",
                [say.sentence("{now}，", *(near if visited else ()), closed, between="，")],
            ),
            ("办好工作室接待", [say.sentence("{now}，", *received, between="，")]),
        ]

    def _case(self) -> list[Paragraph]:
        case = self._facts.case
        if case is None:
            return []
        place = f"在{case.place}" if case.place else ""
        text = f"{case.day}，{self._facts.unit}{place}围绕{quoted(case.topic)}开展协商活动。"
        if case.consensus:
            text += f"会上达成以下共识：{listed(list(case.consensus))}"
        text += "".join(ended(line) for line in case.result.split("\n"))
        return [_paragraph([words(text)])]

    def _problems(self) -> list[list[Run]]:
        """What the figures show is missing."""
        facts, say = self._facts, self._say
        found = []
        if facts.idle and say.has("meetings"):
            found.append(
                [words(f"工作开展不够平衡，{_named(facts.idle, '乡镇（街道）')}{facts.now}没有开展协商活动")]
            )
        units = f"，涉及{_named(facts.overdue_units, '单位')}" if facts.overdue_units else ""
        found.append(say.led("协商共识落实还有差距，超过时限没有办结的事项{overdue_tasks}件", units))
        if self._not_all_joined():
            found.append(say.clause("委员入室还没有做到全覆盖，入室率{studio_cover_rate}"))
        if self._fell("meetings"):
            found.append([words(f"协商活动场次比{facts.year_before}有所减少")])
        return [one for one in found if one]

    def _plans(self) -> list[list[Run]]:
        """What follows from what is missing, and what is planned."""
        facts, say = self._facts, self._say
        found = []
        if facts.planned:
            topics = "".join(quoted(topic) for topic in facts.planned[:_NAMED])
            more = "等议题" if len(facts.planned) > _NAMED else ""
            found.append([words(f"筹备好计划内的协商活动，围绕{topics}{more}开展协商")])
        if facts.idle and say.has("meetings"):
            found.append([words(f"加强对{_named(facts.idle, '乡镇（街道）')}的指导，把协商活动开展起来")])
        if say.has("overdue_tasks"):
            found.append([words("对超过时限的事项逐件催办，办结后及时向群众反馈")])
        if self._not_all_joined():
            found.append([words("做好委员入室工作，提高入室率")])
        work = f"“{facts.meeting_label}”“{facts.visit_label}”和“{facts.studio_label}”"
        return [*found, [words(f"继续抓好{work}工作，按时登记、按月汇总")]]

    def _points(self, points: Sequence[list[Run]]) -> list[Paragraph]:
        """一是…；二是… in one paragraph."""
        if not points:
            return []
        runs: list[Run] = []
        for at, point in enumerate(points):
            mark = f"{NUMERALS[at]}是" if len(points) > 1 else ""
            runs += [words(("；" if at else "") + mark), *point]
        return [_paragraph([*runs, words("。")])]

    def _not_all_joined(self) -> bool:
        rate = self._say.value("studio_cover_rate")
        return isinstance(rate, Ratio) and 0 < rate.numerator < rate.denominator

    def _fell(self, figure: str) -> bool:
        return 0 < self._say.size(figure) < self._say.size(figure, LAST_YEAR)


def _numbered(parts: Sequence[tuple[str, Sequence[list[Run]]]]) -> list[Paragraph]:
    """（一）title. in 楷体 before the first paragraph of each part that has something to say."""
    found: list[Paragraph] = []
    there = [(title, spoken) for title, runs in parts if (spoken := [one for one in runs if one])]
    for at, (title, spoken) in enumerate(there):
        lead = f"（{NUMERALS[at]}）{title}。" if len(there) > 1 else f"{title}。"
        found += [_paragraph(runs, "" if place else lead) for place, runs in enumerate(spoken)]
    return found


def _paragraph(runs: list[Run], lead: str = "") -> Paragraph:
    return {"lead": lead, "runs": merged(runs)}


def _named(names: Sequence[str], sort: str) -> str:
    """大河镇、小河乡, or the first few and how many there are."""
    shown = "、".join(names[:_NAMED])
    return f"{shown}等{len(names)}个{sort}" if len(names) > _NAMED else shown
