"""Own figures (自定指标): what a clerk counts besides the shipped figures, made without code."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError, Invalid, Level, Problem, quoted
from app.models import model_of
from app.models.adjustment import Adjustment
from app.models.context import Ref
from app.models.figure import Figure
from app.models.figure_definition import FigureDefinition, Op
from app.models.figure_set import FigureSet
from app.models.system import FigureEntry
from app.services.context import OfficeContext, refs
from app.services.figure_catalogue import (
    OwnFigure,
    Unusable,
    catalogue_of,
    declared,
    own_figures_of,
    put_together,
)
from app.services.figure_reading import NAMES, FigureReading
from app.services.figure_sources import CountedField, FigureSource, figure_sources, source_of
from app.services.options import Option, Options
from app.services.scribe import Scribe
from app.store.store import Store

_MOST_OFFERED = 1000  # records to choose a value from


@dataclass(frozen=True, slots=True)
class ConditionOffer:
    """A field that can be used in a condition: its comparisons in words, and what can be chosen, if anything.

    `choices` is None where a value is typed.
    """

    field: CountedField
    ops: tuple[tuple[Op, str], ...]
    choices: tuple[Option, ...] | None

    @property
    def key(self) -> str:
        return self.field.key

    @property
    def label(self) -> str:
        return self.field.label


@dataclass(frozen=True, slots=True)
class MeasureOffer:
    """What can be measured of a source: fields to add up, things to count once each, and dates."""

    sums: tuple[CountedField, ...]
    distincts: tuple[CountedField, ...]
    days: tuple[CountedField, ...]
    default_day: str
    unit: str


class OwnFigures:
    """Keeps them; every change is checked whole, journaled, and nothing is written when it does not hold."""

    def __init__(self, store: Store, clock: Clock, by: str) -> None:
        self._store = store
        self._clock = clock
        self._scribe = Scribe(clock, by)

    def all(self) -> tuple[OwnFigure, ...]:
        """All that were ever made, in their order; those out of use say why."""
        with self._store.reading() as session:
            return own_figures_of(session)

    def sources(self) -> tuple[FigureSource, ...]:
        """What can be counted: kinds, each before the rows below it."""
        return figure_sources()

    def conditions(self, source: str) -> tuple[ConditionOffer, ...]:
        """The fields of a source that can decide, with their comparisons and values."""
        with self._store.reading() as session:
            options = Options.load(session)
            return tuple(
                ConditionOffer(
                    field,
                    tuple((op, field.op_word(op)) for op in field.ops),
                    _choices(session, options, field),
                )
                for field in _source(source).fields
            )

    def measures(self, source: str) -> MeasureOffer:
        found = _source(source)
        return MeasureOffer(found.sums, found.distincts, found.days, found.default_day, found.unit)

    def read(self, raw: Mapping[str, Any], key: str = "") -> Figure:
        """What `raw` declares, to try it out; raises Invalid, writes nothing. `key` of the one to change."""
        with self._store.reading() as session:
            return self._read(session, raw, key or _next_key(session))[1]

    def add(self, raw: Mapping[str, Any]) -> OwnFigure:
        """Keeps a new one; raises Invalid with all that is wrong."""
        return self.add_all([raw])[0]

    def add_all(self, raws: Sequence[Mapping[str, Any]]) -> list[OwnFigure]:
        """Keeps several, all or none; a later one may be made of an earlier."""
        with self._store.writing() as session:
            return [self._add(session, raw) for raw in raws]

    def change(self, key: str, raw: Mapping[str, Any]) -> OwnFigure:
        """Defines one anew under the same key; raises Invalid, AppError when there is none."""
        with self._store.writing() as session:
            entry = _entry(session, key)
            definition, figure = self._read(session, raw, key)
            _refuse_for_others(session, key, definition)
            entry.data = _kept(definition)
            self._note(session, "change", key, definition.plain())
        return OwnFigure(key, definition, figure, definition.label, entry.retired)

    def retire(self, key: str, retired: bool = True) -> None:
        """Takes one out of use, or back into it; what was recorded and reported with it stays."""
        with self._store.writing() as session:
            entry = _entry(session, key)
            if entry.retired == retired:
                return
            if retired:
                _refuse_used(session, key)
            else:
                self._check_back(session, key)
            entry.retired = retired
            self._note(session, "retire" if retired else "restore", key, {})

    def order(self, keys: Sequence[str]) -> None:
        """The order in which they are shown."""
        with self._store.writing() as session:
            for position, key in enumerate(keys):
                _entry(session, key).position = position
            self._note(session, "order", "", {"keys": list(keys)})

    def _add(self, session: Session, raw: Mapping[str, Any]) -> OwnFigure:
        key = _next_key(session)
        definition, figure = self._read(session, raw, key)
        position = select(func.coalesce(func.max(FigureEntry.position), -1) + 1)
        place = session.execute(position).scalar_one()
        session.add(FigureEntry(key=key, data=_kept(definition), retired=False, position=place))
        self._note(session, "add", key, definition.plain())
        return OwnFigure(key, definition, figure, definition.label)

    def _read(self, session: Session, raw: Mapping[str, Any], key: str) -> tuple[FigureDefinition, Figure]:
        known = catalogue_of(session)
        own = own_figures_of(session)
        before = next((each.definition for each in own if each.key == key), None)
        reading = FigureReading(known, OfficeContext(session, Options.load(session), self._clock.today()))
        definition = reading.read(raw, before)
        label = definition.label if definition else str(raw.get("label") or raw.get(NAMES["label"]) or "")
        problems = [*reading.problems, *_taken(known, own, key, label)]
        if definition is None or problems:
            raise Invalid(problems)
        try:
            _refuse_circle(own, key, definition)
            return definition, declared(key, definition, known)
        except Unusable as reason:
            raise Invalid([_of(str(reason))]) from None

    def _check_back(self, session: Session, key: str) -> None:
        """Brought back, it must be as good as new: nobody has its name, what it needs is there."""
        own = own_figures_of(session)
        found = next(each for each in own if each.key == key)
        known = catalogue_of(session)
        problems = _taken(known, [each for each in own if each.in_use], key, found.label)
        if problems:
            raise Invalid(problems)
        if found.definition is None:
            raise AppError(f"{quoted(found.label)}没有启用：{found.reason}。")
        try:
            declared(key, found.definition, known)
        except Unusable as reason:
            raise AppError(f"{quoted(found.label)}没有启用：{reason}。") from None

    def _note(self, session: Session, change: str, key: str, data: dict[str, Any]) -> None:
        self._scribe.note(session, "figures", "figure", key, {"change": change, **data})


def _kept(definition: FigureDefinition) -> str:
    return json.dumps(definition.plain(), ensure_ascii=False, sort_keys=True)


def _entry(session: Session, key: str) -> FigureEntry:
    found = session.get(FigureEntry, key)
    if found is None:
        raise AppError(f"没有{quoted(key, 40)}这个自定指标。请刷新再试。")
    return found


def _next_key(session: Session) -> str:
    """Keys are given out once and never again; entries are never deleted."""
    return f"own_{(session.execute(select(func.count()).select_from(FigureEntry)).scalar() or 0) + 1}"


def _source(path: str) -> FigureSource:
    found = source_of(path)
    if found is None:
        raise AppError(f"没有{quoted(path, 40)}这类可以数的记录。")
    return found


def _choices(session: Session, options: Options, field: CountedField) -> tuple[Option, ...] | None:
    """Entries of the field's list, or the records it may point to; None where a value is typed."""
    if field.value.options:
        return options.entries(field.value.options)
    if not field.target:
        return None
    model = model_of(field.target)
    statement = select(model.id).where(model.deleted_at.is_(None)).order_by(model.id.desc())
    ids = list(session.scalars(statement.limit(_MOST_OFFERED)))
    found: list[Ref] = sorted(refs(session, model, ids).values(), key=lambda ref: ref.label)
    return tuple(Option(ref.uuid, ref.label) for ref in found)


def _taken(known: FigureSet, own: Sequence[OwnFigure], key: str, label: str) -> list[Problem]:
    """One name, one figure: no label, alias or key twice, those out of use included."""
    if not label:
        return []
    for figure in known.values():
        if figure.key != key and label in (figure.key, figure.label, *figure.aliases):
            also = "" if label == figure.label else f"（就是{quoted(figure.label)}）"
            return [_label(f"已经有{quoted(label)}这个指标{also}，请换个名称")]
    for each in own:
        if each.key != key and label in (each.key, each.label):
            return [_label(f"已经有{quoted(label)}这个指标，停用了，请换个名称或把它启用")]
    return []


def _refuse_circle(own: Sequence[OwnFigure], key: str, definition: FigureDefinition) -> None:
    """A figure made of others must not be among what those are made of."""
    parts = {each.key: each.definition.of for each in own if each.definition and each.definition.of_figures}
    labels = {each.key: each.label for each in own}
    waiting, seen = list(definition.of if definition.of_figures else ()), set[str]()
    while waiting:
        part = waiting.pop()
        if key in parts.get(part, ()):
            raise Unusable(f"{quoted(labels[part])}是用这个指标算的，不能反过来再用它")
        if part not in seen:
            seen.add(part)
            waiting += parts.get(part, ())


def _refuse_for_others(session: Session, key: str, definition: FigureDefinition) -> None:
    """What uses this one must still hold, and what was put right in it must still count."""
    own = own_figures_of(session)
    held = {each.key for each in own if each.in_use}
    entries = [
        (each.key, definition if each.key == key else each.definition, each.label, each.retired)
        for each in own
    ]
    for each in put_together(entries):
        if each.key in held and not each.in_use:
            raise Invalid([_of(f"{quoted(each.label)}在用它，这样改{each.reason}")])
    before = next(each.definition for each in own if each.key == key)
    if definition.of_figures and before is not None and not before.of_figures:
        count = session.execute(
            select(func.count()).where(Adjustment.figure == key, Adjustment.deleted_at.is_(None))
        ).scalar()
        if count:
            raise Invalid([_of(f"有 {count} 条调整数记在它上面，不能改成由别的指标算")])


def _refuse_used(session: Session, key: str) -> None:
    own = own_figures_of(session)
    users = [
        quoted(each.label)
        for each in own
        if each.in_use and each.definition and each.definition.of_figures and key in each.definition.of
    ]
    if users:
        name = next(each.label for each in own if each.key == key)
        raise AppError(f"{quoted(name)}没有停用：{'、'.join(users)}在用它。请先停用或改掉那个。")


def _label(text: str) -> Problem:
    return Problem(("label",), NAMES["label"], text, Level.SAVE)


def _of(text: str) -> Problem:
    return Problem(("of",), NAMES["measure"], text, Level.SAVE)
