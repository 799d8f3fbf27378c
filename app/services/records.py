"""Records: adding, loading, saving, confirming and deleting records of any kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import BLOCKING, Invalid, Level, NotFound, Problem, quoted
from app.models import Record, model_of
from app.models.fields import Field, Values
from app.services import binning, change_log
from app.services.aggregates import (
    REGISTERED,
    Aggregate,
    content_hash,
    empty_values,
    load_options,
    new_uuid,
    to_aggregate,
)
from app.services.change_log import in_group
from app.services.checking import check
from app.services.context import OfficeContext, current_uuid
from app.services.holding import CHUNK, held_aggregates, held_record, hold
from app.services.intake import Intake, kept
from app.services.likeness import same_records
from app.services.options import Options
from app.services.reading import Reader
from app.services.recording import Recording, why
from app.services.scribe import NOBODY
from app.services.starting import starting
from app.store.store import Store


class Records:
    """One function per intention, one short session each, detached values out; `ids` makes new uuids."""

    def __init__(self, store: Store, clock: Clock, by: str, ids: Callable[[], str] = new_uuid) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._recording = Recording(clock, by, ids)
        self.before_deleting: Callable[[int], object] = _nothing
        self.keeps: Callable[[Field], bool] = lambda spec: True

    @property
    def by(self) -> str:
        """In whose name everything is written."""
        return self._recording.scribe.by

    @by.setter
    def by(self, clerk: str) -> None:
        self._recording.scribe.by = clerk or NOBODY

    def new(self, kind: str, **given: Any) -> Aggregate:
        """An empty record with the defaults of its fields and what its kind begins with."""
        values = empty_values(model_of(kind))
        return Aggregate(kind, values | starting(self._store, kind) | given)

    def add(
        self, kind: str, raws: Sequence[Mapping[str, Any]], *, draft: bool = False, reason: str = "",
        operation: str = "",
    ) -> list[Aggregate]:  # fmt: skip
        """Reads, checks and saves raw records, all or nothing; raises Invalid with every problem.

        Without `draft` a record that cannot be counted is refused. As every function here that writes,
        raises ReasonNeeded when a number of a reported period would move and no `reason` is given.
        `operation` is the id of this one intention; given again, the records already added are returned.
        """
        with Intake(self._store.vault) as intake, self._store.writing() as session:
            return self.add_within(
                session, kind, raws, draft=draft, reason=reason, operation=operation, intake=intake
            )

    def add_within(
        self, session: Session, kind: str, raws: Sequence[Mapping[str, Any]], *, draft: bool = False,
        reason: str = "", operation: str = "", intake: Intake | None = None,
    ) -> list[Aggregate]:  # fmt: skip
        """As `add`, inside a writing session that takes more than this one kind."""
        done = change_log.rows_of(session, operation) if operation else []
        if done:
            return [self.load_within(session, kind, row.record) for row in done]
        model, context = model_of(kind), self.context(session)
        intake = intake or Intake(self._store.vault)
        noted = in_group(operation) if operation else {}
        found: list[Aggregate] = []
        problems: list[Problem] = []
        for index, raw in enumerate(raws):
            where = f"第 {index + 1} 条：" if len(raws) > 1 else ""
            reader = Reader(context, self.keeps)
            aggregate = Aggregate(kind, reader.record(model, raw))
            own = list(reader.problems) or self._checked_in(session, context, aggregate, draft, intake)
            if not own:
                id_ = operation if operation and not index else self._ids()
                self._put(session, context, aggregate, aggregate.problems, id_, draft, noted=noted)
            problems += [Problem(p.path, where + p.label, p.text, p.level, p.missing) for p in own]
            found.append(aggregate)
        if problems:
            raise Invalid(problems)
        self.settle(session, reason)
        return found

    def load(self, kind: str, uuid: str) -> Aggregate:
        """The record with its problems; raises NotFound."""
        with self._store.reading() as session:
            found = to_aggregate(session, self._record(session, kind, uuid))
            found.differs = found.content_hash != content_hash(found.model, found.values)
            return self._checked(session, found)

    def load_all_within(self, session: Session, kind: str, uuids: Sequence[str]) -> Iterator[Aggregate]:
        """As `load_within` of one after the other; what is done with one must not change what others say."""
        for start in range(0, len(uuids), CHUNK):
            some = uuids[start : start + CHUNK]
            found = held_aggregates(session, kind, some)
            for uuid in some:
                yield found.pop(uuid) if uuid in found else self.load_within(session, kind, uuid)

    def load_within(self, session: Session, kind: str, uuid: str) -> Aggregate:
        """As `load`, without the problems, inside a session that does more than this."""
        return to_aggregate(session, self._record(session, kind, uuid))

    def check(self, aggregate: Aggregate) -> tuple[Problem, ...]:
        """What is wrong or missing in values that are being typed; nothing is written."""
        with self._store.reading() as session:
            return tuple(self._check(session, self.context(session), aggregate))

    def save(
        self, aggregate: Aggregate, operation: str | None = None, *,
        draft: bool = False, reason: str = "", unsure: Sequence[str] = (),
    ) -> Aggregate:  # fmt: skip
        """Saves a new or loaded record; it becomes 已登记 by itself when nothing blocks counting.

        Raises Invalid when it cannot even be kept as a draft, AppError when somebody changed it meanwhile.
        `operation` is the id of this one intention; given again, the record already saved is returned.
        `unsure` are earlier tries with other values (Unsure): what one of them wrote is changed, not written
        once more.
        """
        operation = operation or self._ids()
        with self._store.writing() as session:
            done = change_log.carried_out(session, operation)
            if done is not None:
                record = self._record(session, aggregate.kind, done)
                return self._checked(session, to_aggregate(session, record))
            written = change_log.outcome(session, unsure) if unsure else None
            if written is not None:
                aggregate.uuid, aggregate.revision = written
            context = self.context(session)
            problems = self._check(session, context, aggregate)
            if any(problem.level is Level.SAVE for problem in problems):
                raise Invalid(problem for problem in problems if problem.level is Level.SAVE)
            record = self._record_of(session, aggregate)
            self._recording.put(session, context, record, aggregate, problems, operation, draft, reason)
            self.settle(session, reason)
        # Only now is it in the file; a form whose save failed must still be new.
        return aggregate.taken_over(record, problems)

    def save_within(
        self, session: Session, aggregate: Aggregate, reason: str = "", *,
        noted: dict[str, Any] | None = None, operation: str | None = None,
    ) -> Aggregate:  # fmt: skip
        """As `save`, inside a writing session that does more than this; `noted` goes into the change log."""
        context = self.context(session)
        saved = self.put_within(session, context, aggregate, reason, noted=noted, operation=operation)
        self.settle(session, reason)
        return saved

    def put_within(
        self, session: Session, context: OfficeContext, aggregate: Aggregate, reason: str = "", *,
        noted: dict[str, Any] | None = None, operation: str | None = None,
    ) -> Aggregate:  # fmt: skip
        """As `save_within`, of several records that are one intention: `settle` has to follow the last."""
        problems = self._check(session, context, aggregate)
        if any(problem.level is Level.SAVE for problem in problems):
            raise Invalid(problem for problem in problems if problem.level is Level.SAVE)
        id_ = operation or self._ids()
        return self._put(session, context, aggregate, problems, id_, False, reason, noted)

    def settle(self, session: Session, reason: str) -> None:
        """Ends an intention of several records: raises ReasonNeeded when it moved what was reported."""
        self._recording.settle(session, reason)

    def confirm(self, kind: str, uuids: Sequence[str], reason: str = "") -> list[Aggregate]:
        """Makes drafts 已登记, all or nothing; raises Invalid with what is still missing."""
        with self._store.writing() as session:
            context = self.context(session)
            hold(session, kind, uuids)
            found, problems = [], []
            for uuid in uuids:
                aggregate = to_aggregate(session, self._record(session, kind, uuid))
                own = self._check(session, context, aggregate)
                blocking = [problem for problem in own if problem.level in BLOCKING]
                problems += [
                    Problem(p.path, f"“{aggregate.title}”{p.label}", p.text, p.level, p.missing)
                    for p in blocking
                ]
                if not blocking and aggregate.status != REGISTERED:
                    self._put(session, context, aggregate, own, self._ids(), False, reason)
                found.append(aggregate)
            if problems:
                raise Invalid(problems)
            self.settle(session, reason)
        return found

    def delete(self, kind: str, uuids: Sequence[str], reason: str = "") -> int:
        """Puts records into the bin; they leave lists and figures and can be brought back."""
        self.before_deleting(len(uuids))
        return self._bin([(kind, uuid) for uuid in uuids], reason, deleted=True)

    def undelete(self, kind: str, uuids: Sequence[str], reason: str = "") -> int:
        """Brings records back from the bin, as they were."""
        return self.undelete_all([(kind, uuid) for uuid in uuids], reason)

    def undelete_all(self, chosen: Sequence[tuple[str, str]], reason: str = "") -> int:
        """As `undelete`, of several kinds at once; what they point at has to be there or come back too."""
        return self._bin(chosen, reason, deleted=False)

    def attach(self, sources: Sequence[Path]) -> list[Values]:
        """Takes files into the vault and returns their entries for a record's files."""
        return [kept(self._store.vault.add(source)) for source in sources]

    def context(self, session: Session) -> OfficeContext:
        return OfficeContext(session, Options.load(session), self._clock.today())

    def _checked_in(
        self, session: Session, context: OfficeContext, aggregate: Aggregate, draft: bool, intake: Intake
    ) -> list[Problem]:
        """Takes its files in and checks it; what keeps it out altogether."""
        aggregate.values["files"], lost = intake.take(aggregate.values.get("files") or [])
        aggregate.problems = (*lost, *self._check(session, context, aggregate))
        levels = (Level.SAVE,) if draft else BLOCKING
        return [problem for problem in aggregate.problems if problem.level in levels]

    def _checked(self, session: Session, aggregate: Aggregate) -> Aggregate:
        aggregate.problems = tuple(self._check(session, self.context(session), aggregate))
        return aggregate

    def _check(self, session: Session, context: OfficeContext, aggregate: Aggregate) -> list[Problem]:
        model = aggregate.model
        model.fill(aggregate.values, context)
        found = check(model, aggregate.values, context)
        return found + same_records(session, model, aggregate.values, aggregate.uuid)

    def _record(self, session: Session, kind: str, uuid: str, *, binned: bool = False) -> Record:
        model = model_of(kind)
        wanted = uuid.replace("-", "").lower()
        record = held_record(session, kind, wanted)
        if record is None and wanted.isascii():  # whatever else was typed, SQLite need not see it
            statement = select(model).where(model.uuid == current_uuid(session, wanted))
            record = session.scalars(statement.options(*load_options(model))).one_or_none()
        if record is None or (record.deleted_at and not binned):
            raise NotFound(f"没有编号为 {quoted(uuid, 12)[1:-1]} 的{model.kind.label}，可能已经删除。")
        return record

    def _record_of(self, session: Session, aggregate: Aggregate) -> Record:
        """The row an aggregate is saved to, a new one for a new record."""
        if aggregate.uuid:
            return self._record(session, aggregate.kind, aggregate.uuid)
        return aggregate.model(uuid=self._ids())

    def _put(
        self, session: Session, context: OfficeContext, aggregate: Aggregate, problems: Sequence[Problem],
        operation: str, draft: bool, reason: str = "", noted: Mapping[str, Any] | None = None,
    ) -> Aggregate:  # fmt: skip
        record = self._record_of(session, aggregate)
        self._recording.put(session, context, record, aggregate, problems, operation, draft, reason, noted)
        return aggregate.taken_over(record, problems)

    def _bin(self, chosen: Sequence[tuple[str, str]], reason: str, *, deleted: bool) -> int:
        with self._store.writing() as session:
            context, done = self.context(session), list[Record]()
            operations = [self._ids() for _ in chosen]
            noted = why(reason) | (in_group(operations[0]) if len(chosen) > 1 else {})
            for (kind, uuid), operation in zip(chosen, operations, strict=True):
                record = self._record(session, kind, uuid, binned=True)
                if bool(record.deleted_at) == deleted:
                    continue
                if deleted:
                    self._recording.put_in_bin(session, record, operation, noted)
                else:
                    self._recording.take_out_of_bin(session, context, record, operation, noted)
                done.append(record)
            if not deleted:
                binning.refuse_lost(session, done)
            self.settle(session, reason)
            return len(done)


def _nothing(count: int) -> None:
    """What has to be done before deleting where nobody said so."""
