"""Which problem F8 goes to next."""

from __future__ import annotations

from app.errors import Level, Problem
from app.ui.forms.draft import Draft
from app.ui.forms.form_sheet import FormSheet

_ORDER = {Level.SAVE: 0, Level.COUNT: 0, Level.DOCUMENT: 1, Level.DOUBT: 2}


def next_problem(draft: Draft, sheet: FormSheet, by: int) -> Problem | None:
    """The problem after (or before) the field in work, round the ends; blocking ones while there are any.

    Then what keeps documents from being printed, then doubts.
    """
    problems = draft.problems
    if not problems:
        return None
    least = min(_ORDER[problem.level] for problem in problems)
    keys = [spec.key for section in sheet.sections for spec in section.specs]
    wanted = [problem for problem in problems if _ORDER[problem.level] == least and problem.key in keys]
    if not wanted:
        return None
    wanted.sort(key=lambda problem: (keys.index(problem.key), _rows(problem)))
    here = keys.index(sheet.current_key) if sheet.current_key in keys else -1
    places = [(keys.index(problem.key), problem) for problem in wanted]
    if by > 0:
        return next((problem for place, problem in places if place > here), wanted[0])
    return next((problem for place, problem in reversed(places) if place < here), wanted[-1])


def _rows(problem: Problem) -> tuple[int, ...]:
    return tuple(part for part in problem.path if isinstance(part, int))
