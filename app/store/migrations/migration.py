"""Migration: brings a store's file to what this program declares, in one transaction or not at all."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from app.errors import AppError
from app.store import schema
from app.store.connection import FORMAT, open_connection
from app.store.engine import make_engine
from app.store.failures import in_words
from app.store.migrations import FIRST, STEPS
from app.store.migrations.step import NotMigrated
from app.store.migrations.untouched import Untouched

if TYPE_CHECKING:
    from app.store.migrations.step import Step

log = logging.getLogger(__name__)

_UNSURE = "磁盘没有应答，台账升级成了没有还看不出来，里面的内容都在。请检查磁盘，再打开一次。"


class Unfaithful(Exception):
    """A step touched what it had not named, or left something that points nowhere."""


class Migration:
    """From whatever release wrote the file to `target`, then all that was declared since.

    Call it under the store's lock, after a backup. The change journal sees the new format and begins anew.
    """

    def __init__(
        self, file: Path, key: bytes | None, steps: Sequence[Step] = STEPS, target: int = FORMAT
    ) -> None:
        self._file = file
        self._key = key
        self._steps = steps
        self._target = target

    def run(self) -> list[str]:
        """What was done, as it stands in the change log.

        Raises NotMigrated, or DBAPIError when it is the disk's doing; nothing is done then.
        """
        engine = make_engine(self._file, self._key, write=True)
        try:
            return self._run(engine)
        except DBAPIError as error:
            if isinstance(in_words(error, saving=False), AppError):
                raise
            raise NotMigrated from error
        except AppError:
            raise
        except Exception as error:  # whatever a step stumbles over in years of somebody's work
            raise NotMigrated from error
        finally:
            engine.dispose()

    def _run(self, engine: Engine) -> list[str]:
        with engine.connect() as connection:
            # Inside a transaction it would have no effect, and rebuilding a table empty those below it.
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin() as transaction:
                done = self._carry_out(connection, raw)
                try:
                    transaction.commit()
                except DBAPIError as error:
                    # Measured: COMMIT may raise although everything is in the file.
                    connection.invalidate(error)
                    engine.dispose()
                    if not self._is_done():
                        raise
        return done

    def _carry_out(self, connection: Connection, raw: Any) -> list[str]:
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        if not FIRST <= version <= self._target:
            raise Unfaithful(f"format {version}")
        steps = [step for step in self._steps if step.source >= version]
        if steps:
            self._reshape(connection, raw, steps)
        raw.execute(f"PRAGMA user_version={self._target}")
        return schema.extend(connection, [step.title for step in steps])

    def _reshape(self, connection: Connection, raw: Any, steps: Sequence[Step]) -> None:
        from alembic.migration import MigrationContext
        from alembic.operations import Operations

        if raw.execute("PRAGMA foreign_keys").fetchone()[0]:
            raise Unfaithful("foreign keys are on")
        before = Untouched(raw, steps)
        operations = Operations(MigrationContext.configure(connection, opts={"render_as_batch": True}))
        for step in steps:
            log.info("reshaping: %s", step.title)
            step.work(operations)
        differing = before.differing()
        if differing:
            raise Unfaithful(f"changed: {', '.join(differing)}")
        astray = raw.execute("PRAGMA foreign_key_check").fetchall()
        if astray:
            raise Unfaithful(f"{len(astray)} rows of {sorted({row[0] for row in astray})} point nowhere")

    def _is_done(self) -> bool:
        try:
            with closing(open_connection(self._file, self._key, write=False)) as raw:
                version = raw.execute("PRAGMA user_version").fetchone()[0]
                stored = raw.execute("SELECT value FROM setting WHERE key=?", (schema.KEY,)).fetchone()
        except sqlite.Error as error:
            raise AppError(_UNSURE) from error
        return version == self._target and stored is not None and stored[0] == schema.declared_hash()
