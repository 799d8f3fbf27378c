"""Late lines: 补报清单 and 更正清单, what moved in reported periods, record by record, old and new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import model_of
from app.models.days import from_stored, iso
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.masks import unnumbered
from app.models.submission import BEFORE, LATE, PERIOD, Correction
from app.services.figure_query import Ask, Number, spreads
from app.services.figure_values import RecordLine
from app.services.given import DIMENSIONS, Amounts, adds_over_time, in_unit, scale
from app.services.group_words import GroupWords, raw_of
from app.services.naming import named
from app.services.reported import Sending, kept, line_of, without_zeros

_AT_ONCE = 500

RecordId = tuple[str, int]
"""Kind and local id."""


class What(StrEnum):
    """What became of a record that moved a reported number."""

    ADDED = "补报"
    CHANGED = "更正"
    GONE = "删除"


@dataclass(frozen=True, slots=True)
class LateLine:
    """One record that moved one figure of periods reported before; `moved` names groups it went between."""

    what: What
    figure: str
    label: str
    unit: str
    kind: str
    uuid: str
    number: str
    title: str
    old_day: str
    day: str
    before: Number
    after: Number
    moved: str = ""
    reason: str = ""
    by: str = ""
    at: str = ""

    @property
    def difference(self) -> Number:
        return self.after - self.before


def record_lines(
    session: Session, known: FigureSet, figure: Figure, amounts: Amounts, ask: Ask, by: str | None,
    group: Any, *, late: bool = False, then: bool = False,
) -> list[RecordLine]:  # fmt: skip
    """The records behind one number made of these amounts; of `late` ones only what adds over time counts.

    With `then` a record has the day it was counted by, not today's.
    """
    found = []
    for plain in known.plain_parts(figure):
        if late and not adds_over_time(plain, known):
            continue
        spread = by is not None and group is not None and spreads(plain, by)
        sums: dict[RecordId, int] = defaultdict(int)
        days: dict[RecordId, str] = {}
        for key, amount in amounts.items():
            if key.figure != plain.key or key.spread != spread:
                continue
            if any(getattr(key, name) != value for name, value in ask.only):
                continue
            if by is not None and group is not None and raw_of(key, by) != group:
                continue
            sums[key.kind, key.record_id] += amount
            days[key.kind, key.record_id] = iso(from_stored(key.day)) if key.day else ""
        unit = scale(plain)
        for record, (uuid, number, title, today) in names_of(session, sums).items():
            if sums[record]:
                day = days[record] if then else today
                line = (uuid, number, title, day, in_unit(sums[record], unit), late)
                found.append(RecordLine(plain.key, record[0], *line))
    return found


def lines_of(
    session: Session, known: FigureSet, sent: Iterable[Sending], base: Sending, moved: Amounts
) -> tuple[LateLine, ...]:
    """补报清单 and 更正清单: what `moved` against what a submission and those before it said."""
    adding = {f.key: f for f in known.values() if not f.combined and adds_over_time(f, known)}
    deltas: dict[tuple[str, RecordId], Amounts] = defaultdict(Amounts)
    for key, amount in moved.items():
        if key.figure in adding and not key.spread:
            deltas[key.figure, (key.kind, key.record_id)][key] += amount
    records = list(dict.fromkeys(record for _, record in deltas))
    before, days = _said_before(session, line_of(sent, base), list({figure for figure, _ in deltas}), records)
    names, deleted = names_of(session, records), deleted_of(session, records)
    reasons = reasons_of(session, [names[record][0] for record in records])
    words = GroupWords(session, {raw_of(key, by) for key in moved for by in DIMENSIONS})
    found = []
    for (name, record), delta in deltas.items():
        uuid, number, title, day = names[record]
        old, change = before[name, record], sum(delta.values())
        moved_between = between(words, without_zeros(delta))
        if not change and not moved_between:
            continue
        what = What.ADDED if record not in days else What.GONE if record in deleted else What.CHANGED
        figure = adding[name]
        unit = scale(figure)
        old_day = iso(from_stored(days[record])) if record in days else ""
        found.append(
            LateLine(
                what, name, figure.label, figure.unit, record[0], uuid, number, title, old_day, day,
                in_unit(old, unit), in_unit(old + change, unit), moved_between,
                *reasons.get(uuid, ("", "", "")),
            )
        )  # fmt: skip
    order = {key: place for place, key in enumerate(known)}
    return tuple(sorted(found, key=lambda line: (line.day, line.number, line.uuid, order[line.figure])))


def _said_before(
    session: Session, line: Sequence[int], figures: Sequence[str], records: Iterable[RecordId]
) -> tuple[dict[tuple[str, RecordId], int], dict[RecordId, str]]:
    """What the submissions of a line said of some records, by figure, and the day each was counted by."""
    ids = _by_kind(records)
    held = kept(session, line, (PERIOD, LATE, BEFORE), figures, ids) if ids else Amounts()
    before: dict[tuple[str, RecordId], int] = defaultdict(int)
    days: dict[RecordId, str] = {}
    for key, amount in held.items():
        if not key.spread:
            before[key.figure, (key.kind, key.record_id)] += amount
            days.setdefault((key.kind, key.record_id), key.day)
    return before, days


def between(words: GroupWords, delta: Amounts) -> str:
    """青山镇 → 永兴街道; empty when every group changed alike."""
    found = []
    for by in DIMENSIONS:
        sums: dict[Any, int] = defaultdict(int)
        for key, amount in delta.items():
            sums[raw_of(key, by)] += amount
        left = [words.label(by, raw) for raw, amount in sums.items() if amount < 0]
        joined = [words.label(by, raw) for raw, amount in sums.items() if amount > 0]
        if left and joined:
            found.append(f"{'、'.join(left)} → {'、'.join(joined)}")
    return "；".join(dict.fromkeys(found))


def names_of(session: Session, records: Iterable[RecordId]) -> dict[RecordId, tuple[str, str, str, str]]:
    return {
        (kind, local): names
        for kind, ids in _by_kind(records).items()
        for local, names in named(session, model_of(kind), ids).items()
    }


def deleted_of(session: Session, records: Iterable[RecordId]) -> set[RecordId]:
    """Those of the records that were deleted; one that only has to be completed again is not."""
    found = set()
    for kind, ids in _by_kind(records).items():
        model = model_of(kind)
        for start in range(0, len(ids), _AT_ONCE):
            some = model.id.in_(ids[start : start + _AT_ONCE])
            gone = select(model.id).where(model.deleted_at.is_not(None), some)
            found |= {(kind, local) for local in session.scalars(gone)}
    return found


def reasons_of(session: Session, uuids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """Reason, by whom and when (UTC) of the last correction of each record."""
    statement = select(Correction).where(Correction.record.in_(uuids)).order_by(Correction.id)
    return {each.record: (unnumbered(each.reason), each.by, each.at) for each in session.scalars(statement)}


def _by_kind(records: Iterable[RecordId]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for kind, local in records:
        found[kind].append(local)
    return found
