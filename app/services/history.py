"""History: who made what of a record and when, read from the change log, and older versions brought back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock, local
from app.errors import AppError, NotFound
from app.models import RECORDS, Record, model_of
from app.models.context import Context
from app.models.fields import Values
from app.models.system import Change
from app.services.aggregates import DRAFT, REGISTERED, Aggregate, content_hash
from app.services.alterations import Alteration, Sort, alterations
from app.services.chain import Chain, verified
from app.services.change_values import values_of
from app.services.context import current_uuid, titled
from app.services.masking import masked_text
from app.services.options import Options
from app.services.records import Records
from app.services.restoring import Restored, Restoring
from app.store.store import Store

KINDS = frozenset(model.key for model in RECORDS)
STATUSES = {DRAFT: "草稿", REGISTERED: "已登记"}


class What(StrEnum):
    """What was done to a record, in the word a clerk reads."""

    ADDED = "新增"
    CHANGED = "改"
    REGISTERED = "登记"
    DELETED = "删除"
    UNDELETED = "恢复"


_WHAT = {"add": What.ADDED, "change": What.CHANGED, "delete": What.DELETED, "undelete": What.UNDELETED}


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one intention left it: when (local time), who, why, and what it changed.

    `back_to` is the older version it brought back, 0 for none; `group` is shared by what was done at once,
    `is_undo` when that undid another group.
    Deleting and undeleting say nothing of the values, so there is nothing to bring back; `is_newest` is
    the last that has values, unless the record is damaged and is not what it says.
    """

    id: int
    kind: str
    uuid: str
    revision: int
    at: datetime
    by: str
    what: What
    reason: str
    status: str
    title: str
    alterations: tuple[Alteration, ...] = ()
    back_to: int = 0
    group: str = ""
    has_values: bool = False
    is_newest: bool = False
    is_undo: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change, and what of the older version could not come back, a sentence each."""

    alterations: tuple[Alteration, ...]
    left_out: tuple[str, ...] = ()


class History:
    """Answers 修改记录; what is shown of private fields is masked."""

    def __init__(self, store: Store, clock: Clock, records: Records) -> None:
        self._store = store
        self._clock = clock
        self._records = records

    def of(self, uuid: str) -> tuple[Version, ...]:
        """All versions of a record, newest first, one in the bin too; raises NotFound."""
        with self._store.reading() as session:
            rows = self._rows(session, uuid)
            return tuple(reversed(list(self._versions(session, rows, self._is_as_stored(session, rows)))))

    def versions(self, session: Session, rows: Sequence[Change]) -> dict[int, Version]:
        """Some rows of the change log as versions, by their ids; each is compared with the one before it."""
        found = {}
        words = self._context(session)
        for row in rows:
            before = _before(session, row)
            old = None if before is None else _read(before)
            found[row.id] = self._version(row, _read(row), old, words)
        return found

    def version(self, uuid: str, revision: int) -> Aggregate:
        """The record as it was then, detached, with the revision of then; raises NotFound, AppError."""
        with self._store.reading() as session:
            return self.version_within(session, uuid, revision)

    def version_within(self, session: Session, uuid: str, revision: int) -> Aggregate:
        """As `version`, inside a session that does more than this."""
        row = _holding(self._rows(session, uuid), revision)
        data = _read(row)
        values = _values(row.kind, data)
        return Aggregate(
            row.kind, values, row.record, "", str(data.get("status", DRAFT)), row.revision,
            updated_at=row.at, updated_by=row.by,
        )  # fmt: skip

    def restore(
        self, kind: str, uuid: str, revision: int, reason: str = "", operation: str | None = None
    ) -> Restored:
        """Saves the values of an older version as a new one.

        Checked as any save: raises Invalid, ReasonNeeded, and AppError when nothing would change.
        What it pointed at and is gone by now is left out, and told in `Restored.left_out`.
        """
        older = self.version(uuid, revision)
        return Restoring(self._store, self._records).restore(older, kind, reason, operation)

    def preview(self, uuid: str, revision: int) -> Preview:
        """What bringing an older version back would change today; raises NotFound for a deleted record."""
        with self._store.reading() as session:
            older = self.version_within(session, uuid, revision)
            now = self._records.load_within(session, older.kind, older.uuid)
            values, left_out = Restoring(self._store, self._records).mended(session, now, older)
            found = alterations(now.model, now.values, values, self._records.context(session))
            return Preview(found, left_out)

    def verify(self) -> Chain:
        """Whether the change log is as it was written (可发现篡改)."""
        return verified(self._store)

    def _rows(self, session: Session, uuid: str) -> Sequence[Change]:
        wanted = uuid.replace("-", "").lower()
        if wanted.isascii():
            own = select(Change).where(Change.kind.in_(KINDS)).order_by(Change.id)
            for each in (wanted, current_uuid(session, wanted)):
                rows = session.scalars(own.where(Change.record == each)).all()
                if rows:
                    return rows
        raise NotFound("修改记录里没有这条记录，请核对它的编号。")

    def _is_as_stored(self, session: Session, rows: Sequence[Change]) -> bool:
        """Whether a record is what its newest version says; damage is mended by bringing that one back."""
        try:
            now = self._records.load_within(session, rows[0].kind, rows[0].record)
        except NotFound:
            return True
        return now.content_hash == content_hash(now.model, now.values)

    def _versions(self, session: Session, rows: Sequence[Change], whole: bool = True) -> Iterator[Version]:
        words, old = self._context(session), None
        newest = max((row.id for row in rows if whole and "values" in _read(row)), default=0)
        for row in rows:
            data = _read(row)
            yield self._version(row, data, old, words, is_newest=row.id == newest)
            old = data if "values" in data else old

    def _version(
        self, row: Change, data: dict[str, Any], old: dict[str, Any] | None, words: _Words,
        *, is_newest: bool = False,
    ) -> Version:  # fmt: skip
        model = model_of(row.kind)
        holds = "values" in data
        holding = data if holds else old or {}
        at, what = local(self._clock, row.at), _what(row, data, old)
        title = masked_text(titled(model, _values(row.kind, holding), words.options))
        reason = masked_text(str(data.get("reason", "")))
        return Version(
            row.id, row.kind, row.record, row.revision, at, row.by, what, reason,
            str(holding.get("status", DRAFT)), title, _altered(model, data, old, words.context),
            int(data.get("version", 0)), str(data.get("group", "")), holds, is_newest,
            "undone" in data,
        )  # fmt: skip

    def _context(self, session: Session) -> _Words:
        context = self._records.context(session)
        return _Words(context, context.options)


@dataclass(frozen=True)
class _Words:
    context: Context
    options: Options


def _what(row: Change, data: dict[str, Any], old: dict[str, Any] | None) -> What:
    """登记 is a change by which a draft became a record that counts."""
    what = _WHAT.get(row.action, What.CHANGED)
    becomes = old is not None and (old.get("status"), data.get("status")) == (DRAFT, REGISTERED)
    return What.REGISTERED if what is What.CHANGED and becomes else what


def _altered(
    model: type[Record], data: dict[str, Any], old: dict[str, Any] | None, context: Context
) -> tuple[Alteration, ...]:
    if "values" not in data:
        return ()
    before = None if old is None else values_of(model, old.get("values") or {})
    found = alterations(model, before, values_of(model, data["values"]), context)
    states = [STATUSES.get(str(each.get("status")), "") for each in (old or data, data)]
    if states[0] != states[1]:
        return (*found, Alteration("", ("是否登记",), Sort.SET, *states))
    return found


def _values(kind: str, data: dict[str, Any]) -> Values:
    return values_of(model_of(kind), data.get("values") or {})


def _read(row: Change) -> dict[str, Any]:
    """The row's data; nothing of one that somebody tampered with."""
    try:
        data = json.loads(row.data)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _before(session: Session, row: Change) -> Change | None:
    """The last row before it that says something of the record's values."""
    earlier = select(Change).where(
        Change.record == row.record, Change.id < row.id, Change.action.in_(("add", "change"))
    )
    return session.scalars(earlier.order_by(Change.id.desc()).limit(1)).first()


def _holding(rows: Sequence[Change], revision: int) -> Change:
    """The row that says what the record's values were at a revision."""
    found = [row for row in rows if row.revision <= revision and "values" in _read(row)]
    if not found or revision > rows[-1].revision:
        raise AppError(f"没有第 {revision} 版，这条记录最新的是第 {rows[-1].revision} 版。")
    return found[-1]
