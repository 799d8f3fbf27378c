"""Untouched: what a reshaping has to leave as it is, taken before it and compared afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.store.base_tables import BaseTable, base_tables
from app.store.content import exact_texts, table_hash
from app.store.migrations.step import Step


class Untouched:
    """A fingerprint of each table's rows, without the columns that the steps may write."""

    def __init__(self, connection: Any, steps: Sequence[Step]) -> None:
        self._connection = connection
        rewritten = {name for step in steps for name in step.rewritten}
        with exact_texts(connection):
            self._prints = [
                (kept, table_hash(connection, kept))
                for kept in (_without_free(table, steps) for table in base_tables(connection))
                if kept.name not in rewritten
            ]

    def differing(self) -> tuple[str, ...]:
        """Tables that are gone, lack a column or a row, or say something else."""
        now = {table.name: {*table.columns, "rowid"} for table in base_tables(self._connection)}
        with exact_texts(self._connection):
            return tuple(
                table.name
                for table, before in self._prints
                if not {*table.columns, table.key} <= now.get(table.name, set())
                or table_hash(self._connection, table) != before
            )


def _without_free(table: BaseTable, steps: Sequence[Step]) -> BaseTable:
    free = {column for step in steps for column in step.reshaped.get(table.name, ())}
    return replace(table, columns=tuple(column for column in table.columns if column not in free))
