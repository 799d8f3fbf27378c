"""Step: one reshaping of a store's tables, from a format to the next, and what it may touch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.errors import AppError

if TYPE_CHECKING:
    from alembic.operations import Operations


@dataclass(frozen=True, slots=True)
class Step:
    """From format `source` to the one after it.

    `work` gets alembic's operations on the open transaction, in which foreign keys are off. It describes the
    tables as they were and never asks today's models. Columns of records keep what they say: values, change
    log and packages know a field by its key, and the hash of each record has to go on fitting.

    `reshaped` names the columns, by table, that it adds, drops or writes anew; every other column of those
    tables keeps each value. `rewritten` are tables that may come, go, or have other rows. All other tables
    are the same afterwards to the last character, or nothing takes place.
    """

    source: int
    name: str
    work: Callable[[Operations], None]
    reshaped: Mapping[str, Collection[str]] = field(default_factory=dict)
    rewritten: Collection[str] = ()

    @property
    def title(self) -> str:
        """How it stands in the change log."""
        return f"format {self.source + 1}: {self.name}"


class NotMigrated(AppError):
    """A step did not go through; the file is as it was. The cause is for whoever looks after the program."""

    def __init__(self) -> None:
        super().__init__(
            "台账是旧版本的，升级到这个版本没有成，里面的内容没有改动。"
            "请先用原来的版本，并把日志文件夹里的记录交给维护的人。"
        )
