"""Restoring: an older version of a record saved once more, without what is not there any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.errors import AppError
from app.models.base import Base
from app.models.context import Ref
from app.models.fields import Values, fields_of
from app.services.aggregates import Aggregate, same
from app.services.change_log import carried_out
from app.services.context import current_uuid
from app.services.packing import AS_THEN
from app.services.pointers import Pointer, gone, pointers, replaced
from app.services.records import Records
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Restored:
    """The record as it is now, and what of the older version could not come back, a sentence each."""

    record: Aggregate
    left_out: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What did not come back; "" when all did."""
        return f"有的没有恢复：{'；'.join(self.left_out)}。" if self.left_out else ""


class Restoring:
    """Puts older values back; `mended` is for what puts back several records at once."""

    def __init__(self, store: Store, records: Records) -> None:
        self._store = store
        self._records = records

    def restore(
        self, older: Aggregate, kind: str, reason: str = "", operation: str | None = None
    ) -> Restored:
        """See History.restore."""
        with self._store.writing() as session:
            now = self._records.load_within(session, kind, older.uuid)
            if operation and carried_out(session, operation):
                return Restored(now)
            values, left_out = self.mended(session, now, older)
            if same(values, now.values, now.model):
                raise AppError("这一版和现在的一样，不用恢复。")
            now.values = values
            noted = {"version": older.revision}
            self._records.save_within(session, now, reason, noted=noted, operation=operation)
            return Restored(now, left_out)

    def mended(self, session: Session, now: Aggregate, older: Aggregate) -> tuple[Values, tuple[str, ...]]:
        """The older values as they can be saved today; a field declared since then keeps what it has."""
        session.info[AS_THEN] = True  # where somebody belonged that day is not where he belongs today
        model = now.model
        values, lost = _pointing(session, model, dict(older.values))
        files = values.get("files") or []
        values["files"] = [entry for entry in files if self._store.vault.has(entry["sha256"])]
        torn = [entry for entry in files if entry not in values["files"]]
        kept = {key: value for key, value in now.values.items() if key not in values}
        editable = {spec.key for spec in fields_of(model)}
        whole = {key: value for key, value in (values | kept).items() if key in editable}
        return whole, (*_pointed(lost), *_lost_files(torn))


def _pointing(session: Session, model: type[Base], values: Values) -> tuple[Values, list[Pointer]]:
    """The values pointing at what is there: what was merged is followed, what is gone left out and told."""
    lost = gone(session, pointers(model, values))
    if not lost:
        return values, []
    moved = {each.ref.uuid: Ref(current_uuid(session, each.ref.uuid), each.ref.label) for each in lost}
    values = replaced(model, values, lambda _, ref: moved.get(ref.uuid, ref))
    lost = gone(session, pointers(model, values))
    missing = {(each.kind, each.ref.uuid) for each in lost}
    return replaced(model, values, lambda kind, ref: None if (kind, ref.uuid) in missing else ref), lost


def _pointed(lost: Iterable[Pointer]) -> Iterator[str]:
    for label, name in dict.fromkeys((each.label, each.ref.label) for each in lost):
        yield f"{label}“{name}”已经删除"


def _lost_files(entries: Iterable[Values]) -> Iterator[str]:
    for entry in entries:
        yield f"文件“{entry.get('name') or ''}”不在附件文件夹里"
