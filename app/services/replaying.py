"""Replaying: a copy of a store brought to a later state by the change journal, indexed and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from app.models import RECORDS, Record
from app.models.system import SearchRow
from app.paths import DataFolder
from app.services.aggregates import load_options, to_aggregates
from app.services.context import OfficeContext
from app.services.indexing import words_of
from app.services.options import Options
from app.store import schema, search
from app.store.backup.copying import Unsound
from app.store.backup.folder import BackupFolder, Step
from app.store.backup.restore import place_beside, readied
from app.store.backup.starts import Start
from app.store.connection import open_connection
from app.store.engine import make_engine
from app.store.journal.position import comes_from, position_in, read_position, traits_of
from app.store.journal.replay import Disjointed, Replay
from app.store.journal.segment import Entry
from app.store.migrations.migration import Migration
from app.store.opening.soundness import flaws
from app.store.private_files import make_folder, new_file, settle

_CHUNK = 200  # records loaded at once


@contextmanager
def replayed(data: DataFolder, key: bytes | None, start: Start, today: date, step: Step) -> Iterator[Path]:
    """A copy beside the store, brought to where `start` leads; gone afterwards unless it was put in.

    Raises what `replay` raises, and AppError when the backup is no good.
    """
    with _copied(data, key, start) as copy:
        if start.backup is not None:
            _check_reached(copy, key, start.way.reached)
        replay(copy, key, start.entries, today, step, whole=start.backup is None)
        yield copy


def replay(
    copy: Path, key: bytes | None, entries: Sequence[Entry], today: date, step: Step, *, whole: bool = False
) -> None:
    """Carries out changes on a copy that nobody else has open; it is on the disk and sound afterwards.

    With `whole` the first entry holds a whole store, and the copy is made of it. Raises Unsound, Disjointed,
    AppError, sqlite.Error, SQLAlchemyError or OSError: then it is worth nothing.
    """
    if whole:
        new_file(copy)
    if not entries:
        return
    step(0, len(entries), "接上流水")
    with closing(open_connection(copy, key, write=True)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        # The copy is thrown away unless it is finished, so it need not be safe before.
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN IMMEDIATE")
        replaying = Replay(connection)
        replaying.carry_out(_told(entries, step))
        position = read_position(connection)
        if position is None or not position.fits(traits_of(connection)):
            raise Disjointed("change log")
        connection.execute("COMMIT")
    bring_up(copy, key)
    index(copy, key, replaying.searched, today, step)
    settle(copy)
    with closing(open_connection(copy, key, write=False)) as connection:
        found = flaws(connection, deep=True)
    if found:
        raise Unsound(*found)


def bring_up(copy: Path, key: bytes | None) -> None:
    """An older copy as this version declares it; it has to be read by what is declared."""
    engine = make_engine(copy, key, write=False)
    try:
        with engine.connect() as connection:
            current = schema.is_current(connection)
    finally:
        engine.dispose()
    if not current:
        Migration(copy, key).run()


def index(copy: Path, key: bytes | None, rows: set[int], today: date, step: Step) -> None:
    """Words for the search rows of these ids, and none for those that are no more."""
    engine = make_engine(copy, key, write=True)
    try:
        with Session(engine) as session, session.begin():
            connection = session.connection()
            for row in sorted(rows):
                connection.execute(text("DELETE FROM search WHERE rowid = :id"), {"id": row})
            context = OfficeContext(session, Options.load(session), today)
            done = 0
            for model, ids in _indexed(connection, rows):
                step(done, len(rows), "编索引")
                _put(session, model, ids, context)
                done += len(ids)
    finally:
        engine.dispose()


@contextmanager
def _copied(data: DataFolder, key: bytes | None, start: Start) -> Iterator[Path]:
    """The backup it begins with, checked; or a name for what the journal alone holds."""
    if start.backup is None:
        make_folder(data.root)
        with place_beside(data) as copy:
            yield copy
        return
    with readied(data, BackupFolder(data.backups).file_of(start.backup), key) as ready:
        yield ready.copy


def _check_reached(copy: Path, key: bytes | None, line: Entry | None) -> None:
    """Raises Disjointed for a backup that counts as far as `line` and was changed in another place."""
    then = position_in(line.body) if line is not None else None
    if then is not None:
        with closing(open_connection(copy, key, write=False)) as connection:
            if not comes_from(connection, then):
                raise Disjointed("change log")


def _told(entries: Sequence[Entry], step: Step) -> Iterator[Entry]:
    for done, entry in enumerate(entries):
        if done % _CHUNK == 0:
            step(done, len(entries), "接上流水")
        yield entry


def _indexed(connection: Connection, rows: set[int]) -> Iterator[tuple[type[Record], dict[int, int]]]:
    """Kind after kind, record id → search row, a few at a time."""
    for model in RECORDS:
        wanted = select(SearchRow.record_id, SearchRow.id).where(SearchRow.kind == model.key)
        found = [(record, row) for record, row in connection.execute(wanted) if row in rows]
        for start in range(0, len(found), _CHUNK):
            yield model, dict(found[start : start + _CHUNK])


def _put(session: Session, model: type[Record], ids: dict[int, int], context: OfficeContext) -> None:
    records = _loaded(session, model, ids)
    for record, aggregate in zip(records, to_aggregates(session, records), strict=True):
        record.fill(aggregate.values, context)
        _, what = words_of(record, aggregate.values, context.options)
        session.connection().execute(search.INSERT, search.index_row(ids[record.id], model.key, what))
    session.expunge_all()


def _loaded(session: Session, model: type[Record], ids: Iterable[int]) -> Sequence[Record]:
    statement = select(model).where(model.id.in_(ids)).options(*load_options(model))
    return session.scalars(statement).all()
