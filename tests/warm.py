"""Statements compiled once for all stores that a process opens: most of a short life would go into that.

Nothing else is shared: every store has connections, pragmas and a pool of its own.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Engine, create_engine


def keep_warm() -> None:
    """From here on, in this process and in those forked from it."""
    patch("app.store.engine.create_engine", _created).start()


def _created(*arguments: Any, **options: Any) -> Engine:
    engine, first = create_engine(*arguments, **options), _first()
    engine.dialect = first.dialect
    engine.pool._dialect = first.dialect
    engine._compiled_cache = first._compiled_cache
    return engine


@cache
def _first() -> Engine:
    """One that knows what SQLite it talks to, which an engine learns when it connects."""
    engine = create_engine("sqlite://", module=sqlite, query_cache_size=500)
    with engine.connect():
        return engine
