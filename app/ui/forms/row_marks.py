"""How the cells and numbers of an editable table are tinted for their problems."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import Level, Problem

Located = tuple[tuple[str | int, ...], Problem]
"""A problem with its path from the table on: (2, "task", "unit")."""


def cell_state(problems: Sequence[Located], row: int, path: tuple[str, ...], *, filled: bool) -> str:
    """Empty when fine, else invalid, missing or doubtful."""
    problem = next((problem for at, problem in problems if at == (row, *path)), None)
    if problem is None:
        return ""
    if problem.level is Level.DOUBT:
        return "doubtful"
    return "invalid" if filled else "missing"


def row_state(problems: Sequence[Located], row: int) -> str:
    """Empty when fine, else invalid or doubtful."""
    levels = [problem.level for at, problem in problems if at[:1] == (row,)]
    if any(level is not Level.DOUBT for level in levels):
        return "invalid"
    return "doubtful" if levels else ""
