"""总体情况: the period's figures in sentences, one paragraph for each line of work."""

from __future__ import annotations

from typing import Final

from app.exporters.narrative_facts import Facts, Group
from app.exporters.narrative_text import (
    CURRENT,
    LAST_YEAR,
    PREVIOUS,
    YTD,
    Run,
    Sentences,
    number,
    shown,
    words,
)

_MOST_TOWNSHIPS: Final = 3
Paragraphs = list[list[Run]]


class Overview:
    """Says what was done, against the period before and the year before, and since the year began."""

    def __init__(self, facts: Facts, say: Sentences) -> None:
        self._facts = facts
        self._say = say

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
        held = say.led("{now}，{area}召开协商会议{meetings}场", "，其中院坝协商{courtyard_meetings}场")
        people = say.led(
            "参加协商{attendance_total}人次",
            say.listing("，其中", "委员{member_attendance}人次", "群众{mass_attendance}人次"),
        )
        covered = say.listing("覆盖", "{townships_covered}个乡镇（街道）", "{villages_covered}个村（社区）")
        totals = (
            "召开协商会议{meetings:ytd}场",
            "参加{attendance_total:ytd}人次",
            "达成共识{consensus:ytd}项",
        )
        return [
            *(say.sentence("", held, people, covered) if held else self._nothing("meetings", "召开协商会议")),
            *self._change("meetings", "协商会议", "场"),
            *self._since("meetings", *totals),
        ]

    def _results(self) -> list[Run]:
        say = self._say
        return [
            *say.sentence("会上", "提出意见建议{suggestions}条", "达成共识{consensus}项", between="，"),
            *self._tasks(),
            *say.sentence("", "收到领导批示{instructions}件次", self._reported()),
        ]

    def _tasks(self) -> list[Run]:
        due = self._say.led(
            "会议形成应办事项{tasks_due}件", "，已办结{tasks_due_closed}件", "，办结率{task_close_rate}"
        )
        return self._say.sentence("", due, "{now}共办结协商共识事项{tasks_closed}件")

    def _reported(self) -> list[Run]:
        return self._say.listing(
            "报送", "工作动态信息{dynamic_info}条", "典型案例{typical_cases}篇", "精品案例{quality_cases}篇"
        )

    def _visits(self) -> list[Run]:
        say = self._say
        held = say.led(
            "{now}，组织委员走访{visits}次",
            "，委员参加{visit_attendance}人次",
            "，参加走访的委员{visit_members}名",
        )
        served = say.listing("", "服务群众{people_served}人次", "收集意见诉求{demands}条", between="，")
        return [
            *(say.sentence("", held, served) if held else self._nothing("visits", "组织委员走访")),
            *self._change("visits", "走访", "次"),
            *say.sentence(
                "", "登记办实事{deeds}件", "办结实事{deeds_closed}件", "捐款捐物折合{donations}", between="，"
            ),
            *self._since(
                "visits",
                "走访{visits:ytd}次",
                "服务群众{people_served:ytd}人次",
                "办结实事{deeds_closed:ytd}件",
            ),
        ]

    def _studios(self) -> list[Run]:
        say = self._say
        there = say.led(
            "{area}现有委员工作室{studios}个", "，入室委员{studio_members}人", "，入室率{studio_cover_rate}"
        )
        held = say.led(
            "{now}，开展工作室活动{studio_activities}次",
            "，接待群众{studio_people_served}人次",
            "，收集意见建议{studio_opinions}条",
        )
        return [
            *say.sentence("", there, "{now}新入室委员{studio_joined}人", between="，"),
            *(say.sentence("", held) if held else self._nothing("studio_activities", "开展工作室活动")),
            *self._change("studio_activities", "工作室活动", "次"),
            *self._since(
                "studio_activities",
                "开展工作室活动{studio_activities:ytd}次",
                "接待群众{studio_people_served:ytd}人次",
            ),
        ]

    def _nothing(self, figure: str, what: str) -> list[Run]:
        """Said only when it is known that there was none."""
        return [words(f"{self._facts.now}没有{what}。")] if self._say.value(figure) == 0 else []

    def _change(self, figure: str, noun: str, unit: str) -> list[Run]:
        """Against the period before and a year ago, where both sides have something."""
        now = self._say.value(figure)
        parts = []
        for span, label in ((PREVIOUS, self._facts.before), (LAST_YEAR, self._facts.year_before)):
            then = self._say.value(figure, span)
            if label and isinstance(now, int) and isinstance(then, int) and now and then:
                parts.append(_against(now - then, label, figure, span, unit))
        return self._say.sentence(noun, *parts, between="，")

    def _since(self, figure: str, *clauses: str) -> list[Run]:
        """The running total, where it says more than the period itself."""
        facts, say = self._facts, self._say
        if not facts.since or say.value(figure, YTD) == say.value(figure, CURRENT):
            return []
        return say.sentence("{since}累计", *clauses, between="，")

    def _by_focus(self) -> list[Run]:
        there = [group for group in self._facts.focus if group.number > 0]
        return self._say.sentence(
            "从五项重点看，", *(_counted(one, "courtyard_meetings", "focus") for one in there), between="、"
        )

    def _by_township(self) -> list[Run]:
        """The townships with most meetings, where some have more than others."""
        there = [group for group in self._facts.townships if group.number > 0]
        top = there[:_MOST_TOWNSHIPS]
        if len(there) < 2 or top[0].number < 2:
            return []
        top = [group for group in top if group.number > 1]
        return self._say.sentence(
            "会议较多的是", *(_counted(one, "meetings", "township") for one in top), between="、"
        )


def _counted(group: Group, figure: str, by: str) -> list[Run]:
    place = f"{by}:{group.key or group.label}"
    return [words(group.label), number(str(group.number), figure, CURRENT, place), words("场")]


def _against(difference: int, label: str, figure: str, span: str, unit: str) -> list[Run]:
    if not difference:
        return [words(f"与{label}持平")]
    word = "多" if difference > 0 else "少"
    size = number(shown(abs(difference), figure), figure, f"{CURRENT}-{span}")
    return [words(f"比{label}{word}"), size, words(unit)]
