"""The words of the month's four steps and of the one button that says what to do next."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from app.models.periods import Period, Span
from app.services.months import MonthOverview
from app.services.standing import Standing
from app.ui.widgets.step_bar import Step, StepState

LONG_PAST = 31  # days after the day of reporting on which nobody wants to hear of it any more

ENTER, CHECK, MAKE, SEND, DONE = "enter", "check", "make", "send", "done"
STEPS = (ENTER, CHECK, MAKE, SEND)
TITLES = {ENTER: "填报", CHECK: "审核", MAKE: "出表", SEND: "报送"}


class Progress(NamedTuple):
    """How far a month is; `doubts` is None while they are being looked for."""

    view: MonthOverview
    standing: Standing
    doubts: int | None = None

    @property
    def here(self) -> str:
        """The step to work on; DONE when the month went up."""
        standing, found = self.standing, self.view.tally
        if standing.is_closed:
            return DONE
        if found.drafts or not found.registered:
            return ENTER
        if not standing.is_reviewed:
            return CHECK
        return MAKE if not standing.written or standing.changed else SEND


class Next(NamedTuple):
    """A button: what it says, and with a `reason` why it cannot act now."""

    key: str
    text: str
    icon: str = ""
    hint: str = ""
    reason: str = ""


def next_of(progress: Progress) -> Next | None:
    """What to do next; None when there is nothing yet to do it with, or nothing left to do."""
    standing = progress.standing
    match progress.here:
        case "enter" if progress.view.tally.drafts:
            return Next(ENTER, f"去补 {progress.view.tally.drafts} 条", "edit")
        case "check":
            return Next(CHECK, "重新核对" if standing.review else "去核对", "eye")
        case "make":
            return Next(MAKE, "重出" if standing.written else "出表", "report")
        case "send":
            return Next(SEND, "报送市政协…", "send")
        case _:
            return None


def steps_of(progress: Progress) -> tuple[Step, ...]:
    """The four steps with where each stands."""
    said = {ENTER: _entering(progress), CHECK: _checking(progress), MAKE: _making(progress),
            SEND: _sending(progress)}  # fmt: skip
    if progress.here == DONE:
        states = [StepState.CLOSED] * len(STEPS)
    else:
        place = STEPS.index(progress.here)
        states = [StepState.DONE] * place + [StepState.HERE] + [StepState.TODO] * (3 - place)
    return tuple(Step(key, TITLES[key], *said[key], state) for key, state in zip(STEPS, states, strict=True))


def spoken(period: Period) -> str:
    """10月, or what a longer period is called."""
    return f"{period.index}月" if period.span is Span.MONTH else period.label


def day(moment: datetime) -> str:
    """10月8日"""
    return f"{moment.month}月{moment.day}日"


def _entering(progress: Progress) -> tuple[str, str]:
    found = progress.view.tally
    if not found.records:
        planned = f"，计划 {found.planned} 条" if found.planned else ""
        return f"没有记录{planned}" if progress.here == DONE else f"还没有记录{planned}", "没有记录"
    if not found.drafts:
        return f"{found.records} 条记录，都填齐了", f"{found.records} 条"
    return f"{found.records} 条记录，{found.drafts} 条没填完", f"{found.drafts} 条没填完"


def _checking(progress: Progress) -> tuple[str, str]:
    review, doubts = progress.standing.review, progress.doubts
    if review is not None:
        if review.changed and progress.here != DONE:
            return f"改了 {review.changed} 条，要重新核对", "要重新核对"
        return f"{review.by} {day(review.at)}通过", f"{day(review.at)}通过"
    if progress.here == DONE:
        return "没有登记审核", "没有登记"
    if doubts is None:
        return "正在核对…", "正在核对"
    return (f"{doubts} 处请看一看", f"{doubts} 处") if doubts else ("没有要看的", "没有要看的")


def _making(progress: Progress) -> tuple[str, str]:
    standing = progress.standing
    if progress.here == DONE:
        return "材料和数都留了底", "留了底"
    if not standing.written:
        return "工作小结和统计表，还没出", "还没出"
    if standing.changed:
        return f"改了 {standing.changed} 条记录，要重出", "要重出"
    return f"已出 {standing.written} 份，和记录一致", f"已出 {standing.written} 份"


def _sending(progress: Progress) -> tuple[str, str]:
    view, sent = progress.view, progress.standing.sent
    if sent is not None and sent.stands:
        on = day(sent.on) if sent.on.year == view.today.year else f"{sent.on.year}年{day(sent.on)}"
        return f"{on}已报送（报 {sent.number}）", f"{day(sent.on)}已报"
    if sent is not None and sent.back_on is not None:
        return f"{day(sent.back_on)}退回（报 {sent.number}）", "退回了"
    short = f"{view.due.month}月{view.due.day}日前"
    if view.due.year != view.today.year and abs(view.days_left) > LONG_PAST:
        short = f"{view.due.year}年{short}"
    left = view.days_left
    if left > 0:
        return f"{short}，还有 {left} 天", short
    if left == 0:
        return f"{short}，就是今天", short
    return (f"{short}，已过 {-left} 天" if -left <= LONG_PAST else short), short
