"""Recording: a record written with all that goes along: number, search row, line in the change log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import BLOCKING, AppError, Problem
from app.models import Record
from app.models.fields import Values
from app.models.unit import Unit
from app.services import binning, indexing
from app.services.aggregates import DRAFT, REGISTERED, Aggregate, plain, plain_hash, to_aggregate
from app.services.context import OfficeContext
from app.services.numbering import forget_unit, identity
from app.services.packing import Packing
from app.services.scribe import Scribe
from app.store import search
from app.store.search import Found, SearchText

if TYPE_CHECKING:
    from app.services.corrections import Corrections

_WAITING = "records to be written"  # in Session.info
_MOST = 500  # of them, so that thousands are not held in memory
_Waiting = tuple[Record, tuple[date | None, SearchText]]


class Recording:
    """Every change of a record goes this way, so that none is without its line or its search row.

    Many records of one intention cost little more than their rows: they wait in the session until something
    is looked up there, and their search rows until `settle`, which has to follow the last of an intention.
    It also judges what moved in reported periods.
    """

    def __init__(self, clock: Clock, by: str, ids: Callable[[], str]) -> None:
        self._clock = clock
        self._ids = ids
        self.scribe = Scribe(clock, by)

    @cached_property
    def _corrections(self) -> Corrections:
        from app.services.corrections import Corrections  # not before something is written: a start waits

        return Corrections()

    def put(
        self, session: Session, context: OfficeContext, record: Record, aggregate: Aggregate,
        problems: Sequence[Problem], operation: str, draft: bool, reason: str = "",
        noted: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """Writes what an aggregate says into its row; a new one gets its number.

        Raises AppError when the row was changed since the aggregate was loaded.
        """
        if aggregate.uuid and record.revision != aggregate.revision:
            raise AppError("这条记录刚在别处改过，没有存上，填的内容还在。请抄下要改的，重新打开再改。")
        waiting = self._waiting_for(session, type(record))
        if self._corrections.watches(session) and not waiting:
            session.flush()  # what is counted there does not look at what waits; none of these moves anything
        seen, called = self._corrections.seen(session, record), indexing.name_of(session, record)
        status = DRAFT if draft or any(each.level in BLOCKING for each in problems) else REGISTERED
        said = self._fill(session, record, aggregate, status)
        moves, before = self._corrections.moved(session, record, seen)
        waiting.append((record, indexing.words_of(record, aggregate.values, context.options)))
        if called and called != indexing.name_of(session, record):
            self._written(session)
            indexing.put_namers(session, record, context)
        data = {"status": status, "values": said}
        self.scribe.note(
            session, "change" if aggregate.uuid else "add", aggregate.kind, record.uuid,
            data | why(reason) | dict(noted or {}), revision=record.revision, operation=operation,
            flush=moves,
        )  # fmt: skip
        if moves:
            self._corrections.after(session, record, before, aggregate.values)

    def put_in_bin(self, session: Session, record: Record, operation: str, noted: Mapping[str, Any]) -> None:
        """Marks it as deleted; raises AppError for a register's entry that is in use."""
        self._written(session)
        before = self._corrections.before(session, record)
        binning.put_in(session, record, self.scribe.now)
        self._note_binning(session, "delete", record, operation, noted)
        self._corrections.after(session, record, before, to_aggregate(session, record).values)

    def take_out_of_bin(
        self, session: Session, context: OfficeContext, record: Record, operation: str,
        noted: Mapping[str, Any],
    ) -> None:  # fmt: skip
        """Makes it a living record again; whether what it points at is there is asked when all are back."""
        self._written(session)
        before = self._corrections.before(session, record)
        binning.take_out(session, record, context)
        self._note_binning(session, "undelete", record, operation, noted)
        self._corrections.after(session, record, before, to_aggregate(session, record).values)

    def settle(self, session: Session, reason: str) -> None:
        """Ends an intention: raises ReasonNeeded when it moved what was reported and nobody says why."""
        self._written(session)
        self._corrections.settle(session, reason, self.scribe.by, self.scribe.now)

    def _waiting_for(self, session: Session, model: type[Record]) -> list[_Waiting]:
        """The records of one kind that wait; of another, which these may point at, none does any more."""
        waiting: list[_Waiting] = session.info.setdefault(_WAITING, [])
        apart = waiting and (type(waiting[0][0]) is not model or indexing.points_at_itself(model))
        if apart or len(waiting) >= _MOST:
            self._written(session)
        return waiting

    def _written(self, session: Session) -> None:
        """Puts into the file, and into the search, what waits."""
        waiting: list[_Waiting] = session.info.get(_WAITING, [])
        session.flush()
        search.put_all(
            session.connection(),
            [Found(record.key, record.id, record.uuid, day, what) for record, (day, what) in waiting],
        )
        waiting.clear()

    def _fill(self, session: Session, record: Record, aggregate: Aggregate, status: str) -> Values:
        """Writes the rows; what they say, as the change log keeps it."""
        model, now, by = aggregate.model, self.scribe.now, self.scribe.by
        Packing.of(session, self._ids).write(record, aggregate.values)
        record.status, record.revision = status, aggregate.revision + 1
        said = plain(model, aggregate.values)
        record.content_hash = plain_hash(said)
        record.updated_at, record.updated_by = now, by
        if not aggregate.uuid:
            record.created_at, record.created_by = now, by
            record.unit_id, record.number = identity(session, model, aggregate.values, self._clock.today())
            session.add(record)
        if model is Unit:
            session.flush()
            record.unit_id = record.unit_id or record.id
            forget_unit(session)
        return said

    def _note_binning(
        self, session: Session, action: str, record: Record, operation: str, noted: Mapping[str, Any]
    ) -> None:
        self.scribe.note(
            session, action, record.key, record.uuid, noted, revision=record.revision, operation=operation
        )


def why(reason: str) -> dict[str, str]:
    """The reason as the change log keeps it."""
    return {"reason": reason.strip()} if reason.strip() else {}
