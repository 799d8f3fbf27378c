"""总体情况: the period's figures in sentences, one paragraph for each line of work."""

from __future__ import annotations

from typing import Final

from app.exporters.narrative_comparison import Comparison
from app.exporters.narrative_facts import Facts, Group
from app.exporters.narrative_headline import Headline
from app.exporters.narrative_text import CURRENT, YTD, Run, Sentences, number, words
from app.exporters.narrative_townships import leading_townships

_COMPARED: Final = ("meetings", "visits", "studio_activities")
Paragraphs = list[list[Run]]


class Overview:
    """Says what was done, against the period before and the year before, and since the year began."""

    def __init__(self, facts: Facts, say: Sentences) -> None:
        self._facts = facts
        self._say = say
        self._headline = Headline(facts, say)
        self._comparison = Comparison(facts, say, _COMPARED)

    def parts(self) -> list[tuple[str, Paragraphs]]:
        """Each line of work with its paragraphs; empty ones say nothing."""
        facts = self._facts
        return [
            (
                facts.meeting_label,
                [self._meetings(), [*self._by_focus(), *self._by_township()], self._results()],
            ),
            (facts.visit_label, [self._visits()]),
            (facts.studio_label, [self._studios()]),
        ]

    def _meetings(self) -> list[Run]:
        say = self._say
        counted = ("meetings", "{now}，{area}", "开展协商活动", "场")
        held = self._headline.held(*counted)
        courtyard = "，其中院坝协商{courtyard_meetings}场" if self._has_courtyard() else ""
        people = ("member_attendance", "mass_attendance")
        among = ("委员{member_attendance}人次", "群众{mass_attendance}人次")
        present = say.led(
            "参加协商{attendance_total}人次",
            say.listing("，其中", *among) if say.part("attendance_total", *people) else "",
        )
        covered = say.listing("覆盖", "{townships_covered}个乡镇（街道）", "{villages_covered}个村（社区）")
        whole = say.sentence("", say.led(held, courtyard), present, covered)
        return [
            *(whole if held else self._headline.nothing(*counted)),
            *self._comparison.sentence("meetings", "协商活动", "场"),
            *self._since(
                meetings="开展协商活动{meetings:ytd}场",
                attendance_total="参加{attendance_total:ytd}人次",
                consensus="达成共识{consensus:ytd}项",
            ),
        ]

    def _results(self) -> list[Run]:
        say = self._say
        said = say.sentence("会上", "提出意见建议{suggestions}条", "达成共识{consensus}项", between="，")
        return [
            *(said if say.has("meetings") else []),
            *self._tasks(),
            *say.sentence("", "收到领导批示{instructions}件次", self._reported()),
        ]

    def _tasks(self) -> list[Run]:
        say = self._say
        closed = "，已办结{tasks_due_closed}件" if say.part("tasks_due", "tasks_due_closed") else ""
        has_rate = closed and say.is_rate("task_close_rate", "tasks_due_closed", "tasks_due")
        rate = "，办结率{task_close_rate}" if has_rate else ""
        due = say.led("协商形成应办事项{tasks_due}件", closed, rate) if say.has("meetings") else ""
        return say.sentence("", due, "{now}共办结协商共识事项{tasks_closed}件")

    def _reported(self) -> list[Run]:
        return self._say.listing(
            "报送", "工作动态信息{dynamic_info}条", "典型案例{typical_cases}篇", "精品案例{quality_cases}篇"
        )

    def _visits(self) -> list[Run]:
        say = self._say
        counted = ("visits", "{now}，", "组织委员走访", "次")
        held = self._headline.held(*counted)
        who = ("，委员参加{visit_attendance}人次", "，参加走访的委员{visit_members}名")
        served = say.listing("", "服务群众{people_served}人次", "收集意见诉求{demands}条", between="，")
        given = "捐款捐物折合{donations}" if held else ""
        return [
            *(say.sentence("", say.led(held, *who), served) if held else self._headline.nothing(*counted)),
            *self._comparison.sentence("visits", "走访", "次"),
            *say.sentence("", "登记办实事{deeds}件", "办结实事{deeds_closed}件", given, between="，"),
            *self._since(
                visits="走访{visits:ytd}次",
                people_served="服务群众{people_served:ytd}人次",
                deeds_closed="办结实事{deeds_closed:ytd}件",
            ),
        ]

    def _studios(self) -> list[Run]:
        say = self._say
        is_rate = say.is_rate("studio_cover_rate", "studio_members", "members_total")
        there = say.led(
            "{area}现有委员工作室{studios}个",
            "，入室委员{studio_members}人",
            "，入室率{studio_cover_rate}" if is_rate else "",
        )
        counted = ("studio_activities", "{now}，", "开展工作室活动", "次")
        held = self._headline.held(*counted)
        what = ("，接待群众{studio_people_served}人次", "，收集意见建议{studio_opinions}条")
        return [
            *say.sentence("", there, "{now}新入室委员{studio_joined}人", between="，"),
            *(say.sentence("", say.led(held, *what)) if held else self._headline.nothing(*counted)),
            *self._comparison.sentence("studio_activities", "工作室活动", "次"),
            *self._since(
                studio_activities="开展工作室活动{studio_activities:ytd}次",
                studio_people_served="接待群众{studio_people_served:ytd}人次",
            ),
        ]

    def _since(self, **clauses: str) -> list[Run]:
        """The running totals by figure, where the first says more than the period itself; none below it."""
        facts, say = self._facts, self._say
        head = next(iter(clauses))
        if not facts.since or say.size(head, YTD) <= max(say.size(head), 0):
            return []
        told = [clause for key, clause in clauses.items() if say.size(key, YTD) >= say.size(key)]
        return say.sentence("{since}累计", *told, between="，")

    def _has_courtyard(self) -> bool:
        return self._say.has("meetings") and self._say.part("meetings", "courtyard_meetings")

    def _by_focus(self) -> list[Run]:
        there = [group for group in self._facts.focus if group.number > 0]
        is_part = sum(group.number for group in there) <= self._say.size("courtyard_meetings")
        if not self._has_courtyard() or not is_part:
            return []
        return self._say.sentence("从五项重点看，", *(_counted(one) for one in there), between="、")

    def _by_township(self) -> list[Run]:
        held = sum(max(group.number, 0) for group in self._facts.townships)
        return leading_townships(self._facts.townships) if held <= self._say.size("meetings") else []


def _counted(focus: Group) -> list[Run]:
    place = f"focus:{focus.key or focus.label}"
    return [words(focus.label), number(str(focus.number), "courtyard_meetings", CURRENT, place), words("场")]
