"""The words of the month's four steps and of the one button that says what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from app.services import issued
from app.services.months import MonthOverview
from app.store.store import Store
from app.ui.pages.home_doubts import HomeDoubts
from app.ui.widgets.step_bar import Step, StepState

LONG_PAST = 31  # days after the day of reporting on which nobody wants to hear of it any more


@dataclass(frozen=True)
class Progress:
    """How far a month is.

    `doubts` is None while they are being looked for; `looked` says that the clerk has seen them; `written`
    is how many files were written for the month, `changed` how many records were changed since.
    """

    view: MonthOverview
    doubts: int | None = None
    looked: bool = False
    written: int = 0
    changed: int = 0

    @property
    def here(self) -> str:
        """The step to work on: enter, check, make or send."""
        if self.view.tally.drafts or not self.view.tally.registered:
            return "enter"
        if self.written:
            return "make" if self.changed else "send"
        return "make" if self.looked or self.doubts == 0 else "check"


def progress_of(store: Store, view: MonthOverview, doubts: HomeDoubts) -> Progress:
    """How far a month is by what is written and what was looked at."""
    last, found = issued.issued(store, view.period), doubts.matters
    written = sum(path.exists() for path in last.paths) if last else 0
    changed = issued.changed_since(store, last) if last and written else 0
    return Progress(view, None if found is None else len(found), doubts.is_seen, written, changed)


@dataclass(frozen=True)
class Next:
    """The filled button."""

    key: str
    text: str
    icon: str


def next_of(progress: Progress) -> Next | None:
    """What to do next; None when there is nothing yet to do it with."""
    match progress.here:
        case "enter" if progress.view.tally.drafts:
            return Next("enter", f"去补 {progress.view.tally.drafts} 条", "edit")
        case "enter":
            return None
        case "check":
            return Next("check", "去核对", "eye")
        case "make":
            return Next("make", "重出" if progress.changed else "出表", "report")
        case _:
            return Next("send", "报送", "send")


def steps_of(progress: Progress) -> tuple[Step, ...]:
    """The four steps with where each stands."""
    said = (
        ("enter", "填报", *_entering(progress.view)),
        ("check", "审核", *_checking(progress.doubts)),
        ("make", "出表", *_making(progress)),
        ("send", "报送", *_sending(progress.view)),
    )
    place = [key for key, *_ in said].index(progress.here)
    states = [StepState.DONE] * place + [StepState.HERE] + [StepState.TODO] * (3 - place)
    return tuple(Step(*words, state) for words, state in zip(said, states, strict=True))


def _entering(view: MonthOverview) -> tuple[str, str]:
    found = view.tally
    if not found.records:
        planned = f"，计划 {found.planned} 条" if found.planned else ""
        return f"还没有记录{planned}", "还没有记录"
    if not found.drafts:
        return f"{found.records} 条记录，都填齐了", f"{found.records} 条"
    return f"{found.records} 条记录，{found.drafts} 条没填完", f"{found.drafts} 条没填完"


def _checking(doubts: int | None) -> tuple[str, str]:
    if doubts is None:
        return "正在核对…", "正在核对"
    return (f"{doubts} 处请看一看", f"{doubts} 处") if doubts else ("没有要看的", "没有要看的")


def _making(progress: Progress) -> tuple[str, str]:
    if not progress.written:
        return "工作小结和统计表，还没出", "还没出"
    if progress.changed:
        return f"改了 {progress.changed} 条记录，要重出", "要重出"
    return f"已出 {progress.written} 份，和记录一致", f"已出 {progress.written} 份"


def _sending(view: MonthOverview) -> tuple[str, str]:
    short = f"{view.due.month}月{view.due.day}日前"
    if view.due.year != view.today.year and abs(view.days_left) > LONG_PAST:
        short = f"{view.due.year}年{short}"
    left = view.days_left
    if left > 0:
        return f"{short}，还有 {left} 天", short
    if left == 0:
        return f"{short}，就是今天", short
    return (f"{short}，已过 {-left} 天" if -left <= LONG_PAST else short), short
