"""SavedReports: the ad-hoc tables an office keeps, by name and in the clerk's own order."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError, quoted
from app.models.system import SavedReport
from app.services.own_table import OwnTable, clean_name, from_json
from app.services.own_tables import OwnTables
from app.services.scribe import Scribe
from app.store.store import Store

MOST = 200


@dataclass(frozen=True, slots=True)
class Saved:
    """One report that was kept; `problems` say what of it no longer holds, `table` is what still does.

    table: None when nothing of it can be read.
    """

    name: str
    table: OwnTable | None
    problems: tuple[str, ...] = ()
    definition: str = ""

    @property
    def reason(self) -> str:
        """Why it has to be changed, "" when it can be run."""
        return "".join(self.problems)


class SavedReports:
    """Each change is one transaction with its line in the change log."""

    def __init__(self, store: Store, clock: Clock, tables: OwnTables, by: str) -> None:
        self._store = store
        self._tables = tables
        self._scribe = Scribe(clock, by)

    def all(self) -> tuple[Saved, ...]:
        """All in their order, broken ones too."""
        statement = select(SavedReport.name, SavedReport.definition)
        with self._store.reading() as session:
            rows = session.execute(statement.order_by(SavedReport.position, SavedReport.id)).all()
            return tuple(self._saved(name, definition) for name, definition in rows)

    def get(self, name: str) -> Saved:
        """One by name; raises AppError."""
        found = next((saved for saved in self.all() if saved.name == name), None)
        if found is None:
            raise AppError(f"没有存过叫{quoted(name, 40)}的报表。")
        return found

    def runnable(self, name: str) -> OwnTable:
        """The table of one; raises AppError with the reason when it has to be changed first."""
        saved = self.get(name)
        if saved.table is None or saved.problems:
            raise AppError(f"报表“{saved.name}”要改：{saved.reason}")
        return saved.table

    def save(self, table: OwnTable, *, over: str = "", reserved: Iterable[str] = ()) -> Saved:
        """Keeps a table under its name; `over` names the one it takes the place of.

        Raises AppError for an empty or taken name, or a table that cannot be run; nothing is changed then.
        """
        table = self._tables.checked(table.named(clean_name(table.name)))
        definition = table.to_json()
        with self._store.writing() as session:
            self._refuse_taken(session, table.name, over, reserved)
            row = self._row(session, over) if over else None
            if row is None:
                count, last = session.execute(select(func.count(), func.max(SavedReport.position))).one()
                if count >= MOST:
                    raise AppError(f"已经存了 {count} 张报表，请先删掉不用的再存。")
                row = SavedReport(position=(last or 0) + 1)
                session.add(row)
            row.name, row.definition = table.name, definition
            self._note(session, "save", table.name, {"over": over, "definition": definition})
        return Saved(table.name, table, (), definition)

    def rename(self, name: str, new: str, *, reserved: Iterable[str] = ()) -> str:
        """Gives one another name; returns it as kept. Raises AppError."""
        new = clean_name(new)
        with self._store.writing() as session:
            self._refuse_taken(session, new, name, reserved)
            row = self._known(session, name)
            row.name = new
            with suppress(AppError):  # what cannot be read keeps its text; the row's own name decides
                row.definition = from_json(row.definition).named(new).to_json()
            self._note(session, "rename", name, {"new": new})
        return new

    def delete(self, name: str) -> Saved:
        """Takes one away; `restore` brings it back."""
        with self._store.writing() as session:
            row = self._known(session, name)
            gone = Saved(row.name, None, (), row.definition)
            session.delete(row)
            self._note(session, "delete", name, {"definition": gone.definition})
        return gone

    def restore(self, gone: Saved, place: int = 0) -> str:
        """Undoes `delete`, at its old place; raises AppError when the name is taken by now."""
        with self._store.writing() as session:
            self._refuse_taken(session, gone.name, "", ())
            row = SavedReport(name=gone.name, definition=gone.definition, position=0)
            session.add(row)
            session.flush()
            self._arrange(session, row, place)
            self._note(session, "restore", gone.name, {})
        return gone.name

    def move(self, name: str, step: int) -> str:
        """Puts one further up (-1) or down (+1)."""
        with self._store.writing() as session:
            row = self._known(session, name)
            names = [each.name for each in self._rows(session)]
            self._arrange(session, row, names.index(name) + step)
            self._note(session, "move", name, {"step": step})
        return name

    # private

    def _saved(self, name: str, definition: str) -> Saved:
        try:
            table = from_json(definition).named(name)
        except AppError as error:
            return Saved(name, None, (error.message,), definition)
        return Saved(name, *self._tables.cleaned(table), definition)

    def _rows(self, session: Session) -> list[SavedReport]:
        return list(session.scalars(select(SavedReport).order_by(SavedReport.position, SavedReport.id)))

    def _row(self, session: Session, name: str) -> SavedReport | None:
        return session.scalars(select(SavedReport).where(SavedReport.name == name)).first()

    def _known(self, session: Session, name: str) -> SavedReport:
        row = self._row(session, name)
        if row is None:
            raise AppError(f"没有存过叫{quoted(name, 40)}的报表。")
        return row

    def _refuse_taken(self, session: Session, name: str, over: str, reserved: Iterable[str]) -> None:
        taken = name in reserved or (name != over and self._row(session, name) is not None)
        if taken:
            raise AppError(f"已经有叫“{name}”的报表，请换个名字。")

    def _arrange(self, session: Session, row: SavedReport, place: int) -> None:
        others = [each for each in self._rows(session) if each is not row]
        others.insert(max(0, min(place, len(others))), row)
        for position, each in enumerate(others, 1):
            each.position = position

    def _note(self, session: Session, action: str, name: str, data: dict[str, Any]) -> None:
        self._scribe.note(session, action, "saved_report", "", data | {"name": name})
