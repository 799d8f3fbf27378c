"""Statements compiled once for all stores that a process opens: most of a short life would go into that.

Nothing else is shared: every store has connections, pragmas and a pool of its own.
"""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, create_engine

_known: list[Engine] = []


def keep_warm() -> None:
    """From here on, in this process and in those forked from it."""
    patch("app.store.engine.create_engine", _created).start()


def _created(*arguments: Any, **options: Any) -> Engine:
    engine = create_engine(*arguments, **options)
    if not _known:
        _known.append(engine)
        return engine
    first = _known[0]
    engine.dialect = first.dialect
    engine.pool._dialect = first.dialect
    engine._compiled_cache = first._compiled_cache
    return engine
