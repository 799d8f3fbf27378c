"""One way to make an engine: transactions are SQLAlchemy's, the writer's begin at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from app.store.connection import open_connection


def make_engine(file: Path, key: bytes | None, *, write: bool) -> Engine:
    """For writing one connection, BEGIN IMMEDIATE; for reading as many as are asked for, query only."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: open_connection(file, key, write=write),
        poolclass=StaticPool if write else QueuePool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine
