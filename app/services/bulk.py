"""Bulk: one field of many records set to one value, all or none, and put back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BLOCKING, AppError, Invalid, Level, NotFound, Problem
from app.models import Record, model_of
from app.models.activity import Activity
from app.models.base import TYPED
from app.models.context import Ref
from app.models.fields import Field, field_of, fields_of, link
from app.models.system import Change
from app.models.values import RefTo
from app.services.aggregates import REGISTERED, Aggregate, new_uuid
from app.services.change_log import carried_out, in_group, rows_of
from app.services.context import OfficeContext, refs, titled
from app.services.history import History
from app.services.holding import hold
from app.services.records import Records
from app.services.restoring import Restoring
from app.store.store import Store

MOST = 2000
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Bulked:
    """What one 批量修改 did: the group it stands under in the change log, "" when nothing changed."""

    group: str
    changed: int
    same: int = 0


@dataclass(frozen=True, slots=True)
class Undone:
    """How many records an undo put back, and the titles of those that it left as somebody made them since."""

    count: int
    left: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """“走访1”等 2 条."""
        more = f"等 {len(self.left)} 条" if len(self.left) > 1 else ""
        return f"“{self.left[0]}”{more}" if self.left else ""


def bulk_fields(model: type[Record]) -> tuple[Field, ...]:
    """The fields that several records may share a value of: short, not their name, not private."""
    return tuple(
        spec
        for spec in fields_of(model)
        if spec.shape in ("value", "reference")
        and spec.editable
        and not spec.private
        and spec.key != model.kind.title
    )


class Bulk:
    """Changes many records as one intention."""

    def __init__(self, store: Store, records: Records, history: History) -> None:
        self._store = store
        self._records = records
        self._history = history

    def change(
        self, kind: str, uuids: Sequence[str], key: str, value: Any, reason: str = "",
        operation: str | None = None,
    ) -> Bulked:  # fmt: skip
        """Sets the field `key` of each record to `value` (None empties it), in one transaction.

        Raises Invalid with what is wrong with which record, ReasonNeeded once for all, AppError for a field
        that cannot be set so. Given again, `operation` changes nothing more.
        """
        model = model_of(kind)
        spec = next((each for each in bulk_fields(model) if each.key == key), None)
        if spec is None:
            raise AppError(f"{model.kind.label}的这一项不能批量修改，请一条一条地改。")
        if len(uuids) > MOST:
            raise AppError(f"一次最多批量修改 {MOST} 条，现在选了 {len(uuids)} 条。请分几次改。")
        group = operation or new_uuid()
        with self._store.writing() as session:
            if carried_out(session, group):
                return Bulked(group, len(rows_of(session, group)))
            context = self._records.context(session)
            return self._change(session, context, [*dict.fromkeys(uuids)], kind, spec, value, reason, group)

    def now(self, kind: str, uuids: Sequence[str], key: str) -> tuple[tuple[str, int], ...]:
        """What a field says in some records, "" where it says nothing, and in how many; the most first."""
        model = model_of(kind)
        spec = field_of(model, key)
        points = isinstance(spec.value, RefTo)
        column = link(model, key) if points else getattr(model, key + TYPED if spec.formula else key)
        counts: Counter[Any] = Counter()
        with self._store.reading() as session:
            for start in range(0, len(uuids), _CHUNK):
                chosen = select(column).where(model.uuid.in_(uuids[start : start + _CHUNK]))
                counts.update(session.scalars(chosen))
            known = [value for value in counts if value is not None]
            names = refs(session, model_of(spec.target), known) if points else {}
            context = self._records.context(session)
        assert spec.value is not None
        said = Counter[str]()
        for value, count in counts.items():
            said[spec.value.format(names.get(value) if points else value, context)] += count
        return tuple(sorted(said.items(), key=lambda item: (-item[1], not item[0], item[0])))

    def undo(self, group: str, reason: str = "") -> Undone:
        """Puts back what a group changed, and only that; records where it was changed again are left alone.

        Raises AppError when that leaves none, ReasonNeeded as any change.
        """
        with self._store.writing() as session:
            context, undoing = self._records.context(session), new_uuid()
            rows = rows_of(session, group)
            if not rows:
                raise AppError("修改记录里没有这次批量修改，不能撤销。")
            for kind in dict.fromkeys(row.kind for row in rows):
                hold(session, kind, [row.record for row in rows if row.kind == kind])
            written, there, left = 0, 0, list[str]()
            for row in rows:
                now = self._put_back(session, context, row)
                if now is None:
                    there += 1
                    continue
                if isinstance(now, str):
                    left.append(now)
                    continue
                noted = in_group(undoing) | {"undone": group}
                first = None if written else undoing
                self._records.put_within(session, context, now, reason, noted=noted, operation=first)
                written += 1
            undone = Undone(written + there, tuple(left))
            if not undone.count:
                raise AppError(
                    f"没有撤销：{undone.named}后来又改过或删掉了。请打开那一条，在修改记录里恢复。"
                )
            self._records.settle(session, reason)
            return undone

    def _put_back(self, session: Session, context: OfficeContext, row: Change) -> Aggregate | str | None:
        """A record without what a row of the group changed; its title when that is not what it says now.

        None when it is as before, as after a try that nobody heard the end of.
        """
        after = self._history.version_within(session, row.record, row.revision)
        title = titled(after.model, after.values, context.options) or "一条记录"
        try:
            now = self._records.load_within(session, row.kind, row.record)
        except NotFound:
            return title
        before = self._history.version_within(session, row.record, row.revision - 1)
        keys = [key for key, value in before.values.items() if value != after.values.get(key)]
        if all(now.values.get(key) == before.values[key] for key in keys):
            return None
        if any(now.values.get(key) != after.values.get(key) for key in keys):
            return title
        older = replace(now, values=now.values | {key: before.values[key] for key in keys})
        now.values, lost = Restoring(self._store, self._records).mended(session, now, older)
        if lost:
            raise AppError(f"没有撤销：“{title}”原来填的{lost[0]}。")
        return now

    def _change(
        self, session: Session, context: OfficeContext, uuids: list[str], kind: str, spec: Field, value: Any,
        reason: str, group: str,
    ) -> Bulked:  # fmt: skip
        changed, problems = 0, list[Problem]()
        with session.no_autoflush if _is_apart(model_of(kind), spec) else nullcontext():
            for now in self._records.load_all_within(session, kind, uuids):
                if now.values.get(spec.key) == value:
                    continue
                found = self._set(session, context, now, spec, value, reason, group, first=not changed)
                problems += [_about(now, problem, context) for problem in found]
                changed += 1
        if problems:
            raise Invalid(problems)
        self._records.settle(session, reason)
        return Bulked(group if changed else "", changed, len(uuids) - changed)

    def _set(
        self, session: Session, context: OfficeContext, now: Aggregate, spec: Field, value: Any, reason: str,
        group: str, *, first: bool,
    ) -> list[Problem]:  # fmt: skip
        """Saves one record; what stands against it. Whether it is kept is for the whole to decide."""
        was = now.status
        now.values[spec.key] = value
        found = list(_apart(context, now, spec))
        try:
            self._records.put_within(
                session, context, now, reason, noted=in_group(group), operation=group if first else None
            )
        except Invalid as invalid:
            return [*found, *invalid.problems]
        if was == REGISTERED != now.status:
            # Emptying what counting needs would take records out of the numbers without a word.
            found += [problem for problem in now.problems if problem.level in BLOCKING]
        return found


def _is_apart(model: type[Record], spec: Field) -> bool:
    """Whether nothing that is asked when an activity is checked hangs on this field of the others."""
    touched = {spec.key, spec.narrowed_by}
    return issubclass(model, Activity) and not touched & set(model.kind.same_if)


def _apart(context: OfficeContext, now: Aggregate, spec: Field) -> Iterator[Problem]:
    """A village has to lie in its township, whichever of the two was set; an empty township follows."""
    for each in bulk_fields(now.model):
        if not each.narrowed_by or spec.key not in (each.key, each.narrowed_by):
            continue
        value, given = now.values.get(each.key), now.values.get(each.narrowed_by)
        if not isinstance(value, Ref) or not isinstance(each.value, RefTo):
            continue
        inside = context.value_of(each.target, value.uuid, each.narrowed_by)
        if inside is None or inside == given:
            continue
        if given is None and spec.key == each.key:
            now.values[each.narrowed_by] = inside
        elif given is not None:
            text = f"{value.label}不在{given.label}，在{inside.label}"
            yield Problem((spec.key,), field_of(now.model, spec.key).label, text, Level.SAVE)


def _about(now: Aggregate, problem: Problem, context: OfficeContext) -> Problem:
    """The problem with the record's name before it."""
    name = titled(now.model, now.values, context.options)
    return Problem(problem.path, f"“{name}”{problem.label}", problem.text, problem.level, problem.missing)
