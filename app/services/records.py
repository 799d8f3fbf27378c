"""Records: adding, loading, saving, confirming and deleting records of any kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError, Invalid, Level, NotFound, Problem, quoted
from app.models import Record, model_of
from app.models.fields import Field, Values
from app.models.unit import Unit
from app.services import binning, change_log, indexing
from app.services.aggregates import (
    DRAFT,
    REGISTERED,
    Aggregate,
    content_hash,
    empty_values,
    load_options,
    new_uuid,
    plain,
    to_aggregate,
)
from app.services.change_log import in_group
from app.services.checking import check
from app.services.context import OfficeContext, current_uuid
from app.services.corrections import Corrections
from app.services.intake import Intake, kept
from app.services.likeness import same_records
from app.services.numbering import identity
from app.services.options import Options
from app.services.packing import Packing
from app.services.reading import Reader
from app.services.starting import starting
from app.store.store import Store

_BLOCKING = (Level.SAVE, Level.COUNT)


class Records:
    """One function per intention, one short session each, detached values out; `ids` makes new uuids."""

    def __init__(self, store: Store, clock: Clock, by: str, ids: Callable[[], str] = new_uuid) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._corrections = Corrections()
        self.by = by or "本机"
        self.before_deleting: Callable[[int], object] = _nothing
        self.keeps: Callable[[Field], bool] = lambda spec: True

    def new(self, kind: str, **given: Any) -> Aggregate:
        """An empty record with the defaults of its fields and what its kind begins with."""
        values = empty_values(model_of(kind))
        return Aggregate(kind, values | starting(self._store, kind) | given)

    def add(
        self, kind: str, raws: Sequence[Mapping[str, Any]], *, draft: bool = False, reason: str = ""
    ) -> list[Aggregate]:
        """Reads, checks and saves raw records, all or nothing; raises Invalid with every problem.

        Without `draft` a record that cannot be counted is refused. As every function here that writes,
        raises ReasonNeeded when a number of a reported period would move and no `reason` is given.
        """
        intake = Intake(self._store.vault)
        try:
            with self._store.writing() as session:
                return self.add_within(session, kind, raws, draft=draft, reason=reason, intake=intake)
        except BaseException:
            intake.give_back()
            raise

    def add_within(
        self, session: Session, kind: str, raws: Sequence[Mapping[str, Any]], *,
        draft: bool = False, reason: str = "", intake: Intake | None = None,
    ) -> list[Aggregate]:  # fmt: skip
        """As `add`, inside a writing session that takes more than this one kind."""
        model, context = model_of(kind), self.context(session)
        intake = intake or Intake(self._store.vault)
        found: list[Aggregate] = []
        problems: list[Problem] = []
        for index, raw in enumerate(raws):
            where = f"第 {index + 1} 条：" if len(raws) > 1 else ""
            reader = Reader(context, self.keeps)
            aggregate = Aggregate(kind, reader.record(model, raw))
            own = list(reader.problems) or self._save_read(session, context, aggregate, draft, intake)
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
            record = self._put(session, context, aggregate, problems, operation, draft, reason)
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
        operation = operation or self._ids()
        record = self._put(session, context, aggregate, problems, operation, False, reason, noted)
        return aggregate.taken_over(record, problems)

    def settle(self, session: Session, reason: str) -> None:
        """Ends an intention of several records: raises ReasonNeeded when it moved what was reported."""
        now = self._clock.utc().isoformat(timespec="seconds")
        self._corrections.settle(session, reason, self.by, now)

    def confirm(self, kind: str, uuids: Sequence[str], reason: str = "") -> list[Aggregate]:
        """Makes drafts 已登记, all or nothing; raises Invalid with what is still missing."""
        with self._store.writing() as session:
            context = self.context(session)
            found, problems = [], []
            for uuid in uuids:
                aggregate = to_aggregate(session, self._record(session, kind, uuid))
                own = self._check(session, context, aggregate)
                blocking = [problem for problem in own if problem.level in _BLOCKING]
                problems += [
                    Problem(p.path, f"“{aggregate.title}”{p.label}", p.text, p.level, p.missing)
                    for p in blocking
                ]
                if not blocking and aggregate.status != REGISTERED:
                    self._write(session, context, aggregate, own, self._ids(), False, reason)
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

    def _save_read(
        self, session: Session, context: OfficeContext, aggregate: Aggregate, draft: bool, intake: Intake
    ) -> list[Problem]:
        aggregate.values["files"], lost = intake.take(aggregate.values.get("files") or [])
        problems = [*lost, *self._check(session, context, aggregate)]
        levels = (Level.SAVE,) if draft else _BLOCKING
        blocking = [problem for problem in problems if problem.level in levels]
        if not blocking:
            self._write(session, context, aggregate, problems, self._ids(), draft)
        return blocking

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
        wanted, record = uuid.replace("-", "").lower(), None
        if wanted.isascii():  # whatever else was typed, SQLite need not see it
            statement = select(model).where(model.uuid == current_uuid(session, wanted))
            record = session.scalars(statement.options(*load_options(model))).one_or_none()
        if record is None or (record.deleted_at and not binned):
            raise NotFound(f"没有编号为 {quoted(uuid, 12)[1:-1]} 的{model.kind.label}，可能已经删除。")
        return record

    def _write(
        self, session: Session, context: OfficeContext, aggregate: Aggregate, problems: list[Problem],
        operation: str, draft: bool, reason: str = "",
    ) -> Aggregate:  # fmt: skip
        record = self._put(session, context, aggregate, problems, operation, draft, reason)
        return aggregate.taken_over(record, problems)

    def _put(
        self, session: Session, context: OfficeContext, aggregate: Aggregate, problems: list[Problem],
        operation: str, draft: bool, reason: str = "", noted: dict[str, Any] | None = None,
    ) -> Record:  # fmt: skip
        model, now = aggregate.model, self._clock.utc().isoformat(timespec="seconds")
        record = self._target(session, aggregate)
        before, called = self._corrections.before(session, record), indexing.name_of(session, record)
        blocked = any(problem.level in _BLOCKING for problem in problems)
        status = DRAFT if blocked or draft else REGISTERED
        Packing.of(session, self._ids).write(record, aggregate.values)
        record.status, record.revision = status, aggregate.revision + 1
        record.content_hash = content_hash(model, aggregate.values)
        record.updated_at, record.updated_by = now, self.by
        if not aggregate.uuid:
            record.created_at, record.created_by = now, self.by
            record.unit_id, record.number = identity(session, model, aggregate.values, self._clock.today())
            session.add(record)
        session.flush()
        if not aggregate.uuid and model is Unit:
            record.unit_id = record.unit_id or record.id
        indexing.put(session, record, aggregate.values, context.options)
        if called and called != indexing.name_of(session, record):
            indexing.put_namers(session, record, context)
        change_log.write(
            session, operation=operation, at=now, by=self.by, action="change" if aggregate.uuid else "add",
            kind=model.key, record=record.uuid, revision=record.revision,
            data={"status": status, "values": plain(model, aggregate.values)} | _why(reason) | (noted or {}),
        )  # fmt: skip
        self._corrections.after(session, record, before, aggregate.values)
        return record

    def _target(self, session: Session, aggregate: Aggregate) -> Record:
        if not aggregate.uuid:
            return aggregate.model(uuid=self._ids())
        record = self._record(session, aggregate.kind, aggregate.uuid)
        if record.revision != aggregate.revision:
            raise AppError("这条记录刚在别处改过，没有存上，填的内容还在。请抄下要改的，重新打开再改。")
        return record

    def _bin(self, chosen: Sequence[tuple[str, str]], reason: str, *, deleted: bool) -> int:
        now = self._clock.utc().isoformat(timespec="seconds")
        with self._store.writing() as session:
            context, done = self.context(session), []
            operations = [self._ids() for _ in chosen]
            noted = _why(reason) | (in_group(operations[0]) if len(chosen) > 1 else {})
            for (kind, uuid), operation in zip(chosen, operations, strict=True):
                record = self._record(session, kind, uuid, binned=True)
                if bool(record.deleted_at) == deleted:
                    continue
                before = self._corrections.before(session, record)
                if deleted:
                    binning.put_in(session, record, now)
                else:
                    binning.take_out(session, record, context)
                change_log.write(
                    session, operation=operation, at=now, by=self.by,
                    action="delete" if deleted else "undelete", kind=kind, record=record.uuid,
                    revision=record.revision, data=noted,
                )  # fmt: skip
                self._corrections.after(session, record, before, to_aggregate(session, record).values)
                done.append(record)
            if not deleted:
                binning.refuse_lost(session, done)
            self.settle(session, reason)
            return len(done)


def _nothing(count: int) -> None:
    """What has to be done before deleting where nobody said so."""


def _why(reason: str) -> dict[str, str]:
    """The reason as the change log keeps it."""
    return {"reason": reason.strip()} if reason.strip() else {}
