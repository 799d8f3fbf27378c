"""The lines of 审核: checks that fail, doubts, what was put right late, numbers in own paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.models.periods import Period
from app.services.late_lines import LateLine, What
from app.services.matters import Matter
from app.services.month_end import MonthCheck
from app.services.paragraphs import ParagraphFinding
from app.services.report_checks import FigureCheck
from app.services.text_check import Verdict
from app.ui.pages import home_links
from app.ui.pages.home_matters import Section
from app.ui.pages.home_numbers import signed
from app.ui.pages.links import form_link, words_link
from app.ui.pages.page import PageLink
from app.ui.theme import Tone

MISSING, CHECKS, DOUBTS, LATE, WORDS = "missing", "checks", "doubts", "late", "words"
_TOLD = 3


@dataclass(frozen=True)
class Looked:
    """What was found in a month, and what its own paragraphs say; `told` is whether it has any."""

    check: MonthCheck
    findings: tuple[ParagraphFinding, ...]
    told: bool


@dataclass
class CheckLines:
    """Sections for a MatterList, and where each line leads."""

    sections: list[Section] = field(default_factory=list)
    links: dict[Matter, PageLink] = field(default_factory=dict)

    def add(self, section: Section, links: Mapping[Matter, PageLink]) -> None:
        self.sections.append(section)
        self.links |= links


def lines_of(found: Looked, drafts: int) -> CheckLines:
    """All of a month; what blocks it first."""
    lines, check = CheckLines(), found.check
    period = check.period
    if check.missing:
        among = [key for each in check.missing for key in each.records]
        links = {each: home_links.matter(each, period, among) for each in check.missing}
        lines.add(Section(MISSING, "必须补，补完才能审核", Tone.ERROR, f"{drafts} 条", check.missing), links)
    _add_checks(lines, check)
    doubts = {each: home_links.matter(each, period) for each in check.doubts}
    count = f"{len(doubts)} 处" if doubts else ""
    lines.add(Section(DOUBTS, "请看一看，不影响报送", Tone.WARN, count, tuple(doubts), "没有要看的"), doubts)
    late = _late(check.late)
    count = f"{len(late)} 条" if late else ""
    rest = "以前报过的数没有动过"
    lines.add(Section(LATE, "补报和更正，算进本期", Tone.LOCK, count, tuple(late), rest, Tone.PLAIN), late)
    _add_words(lines, found, period)
    return lines


def check_words(check: FigureCheck) -> str:
    """五项重点场次相加 6，院坝协商场次 7"""
    return f"{check.left_name} {check.left}，{check.right_name} {check.right}"


def check_link(check: FigureCheck, period: Period) -> PageLink:
    """The records that tell why it fails."""
    part = check.behind[0]
    return home_links.figure(part.figure, period, part.by or "", part.group or "")


def _add_checks(lines: CheckLines, check: MonthCheck) -> None:
    links = {}
    for each in check.failing:
        should = "应该相等" if each.relation == "＝" else "应该不多于"
        matter = Matter("核对", check_words(each), each.note or f"{should}，看是哪些记录", leads=each.name)
        links[matter] = check_link(each, check.period)
    tone = Tone.ERROR if links else Tone.OK
    count = f"{len(links)} 项不符" if links else ""
    rest = f"{len(check.checks)} 项全部相符"
    lines.add(Section(CHECKS, "数据核对", tone, count, tuple(links), rest), links)


def _add_words(lines: CheckLines, found: Looked, period: Period) -> None:
    links = {}
    for each in found.findings:
        sign = "不符" if each.finding.verdict is Verdict.DIFFERS else "没核对"
        matter = Matter(sign, each.finding.text, each.label, leads=f"{each.section}:{each.finding.start}")
        links[matter] = words_link(period)
    rest = "里面的数都对得上" if found.told else "这个月没有自己写"
    count = f"{len(links)} 处" if links else ""
    calm = Tone.OK if found.told else Tone.PLAIN
    title = "报告里自己写的几段"
    lines.add(Section(WORDS, title, Tone.WARN, count, tuple(links), rest, calm), links)


def _late(found: Iterable[LateLine]) -> dict[Matter, PageLink]:
    """One line a record: what it moved, and why."""
    by_record: dict[tuple[str, str], list[LateLine]] = {}
    for line in found:
        by_record.setdefault((line.kind, line.uuid), []).append(line)
    return {
        Matter(_day(lines[0]), lines[0].title, late_words(lines), leads=uuid): form_link(kind, uuid)
        for (kind, uuid), lines in by_record.items()
    }


def late_words(lines: Sequence[LateLine]) -> str:
    """补报：协商活动 +1 场、参加人次 +20 人次等 6 项。青山镇才补来签到表"""
    first = lines[0]
    moved = [f"{line.label} {signed(line.difference)} {line.unit}" for line in lines if line.difference]
    moved = moved or [line.moved for line in lines if line.moved]
    more = f"等 {len(moved)} 项" if len(moved) > _TOLD else ""
    why = f"。{first.reason}" if first.reason else ""
    return f"{first.what.value}：{'、'.join(moved[:_TOLD])}{more}{why}"


def _day(line: LateLine) -> str:
    day = line.old_day if line.what is What.GONE else line.day
    return day[5:] or day
