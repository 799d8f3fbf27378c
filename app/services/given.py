"""Given: what records give to figures, record by record and group by group, as it is now.

The grain of what a 报送 freezes. One SELECT per source for all its figures; nothing here knows of periods
that were reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    null,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from app.models import Record
from app.models.adjustment import Adjustment
from app.models.columns import Cents
from app.models.days import stored
from app.models.fields import link
from app.models.figure import THROUGH, Distinct, Figure, Plus, Ratio, Sum
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.models.system import Change
from app.services.aggregates import REGISTERED
from app.services.figure_query import Ask, Number, Source, conditions, spreads, within
from app.services.figure_where import IN_DAYS, in_days

DIMENSIONS = ("unit", "township", "studio", "sector", "brand", "focus")
"""The groupings a submission keeps; by member and by month follow from the records themselves."""

ADJUSTMENT = "adjustment"


class Given(NamedTuple):
    """One record's part in one figure in one set of groups; the fields are those of Contribution."""

    figure: str
    kind: str
    record_id: int
    day: str
    unit: int | None
    township: int | None
    studio: int | None
    sector: str | None
    brand: str | None
    focus: str | None
    item: int | None
    spread: bool


Amounts = Counter[Given]
"""How much of each; money in cents."""


def is_snapshot(figure: Figure) -> bool:
    """Whether a figure is judged as of the last day, so that months do not add up to the year."""
    return figure.nature == "stock" or any(where.value == THROUGH for where in figure.where)


def adds_over_time(figure: Figure, known: FigureSet) -> bool:
    """Whether 累计 = 上期累计 + 本期 holds for a figure: counts and sums of what happened."""
    match figure.measure:
        case Ratio() | Distinct():
            return False
        case Plus(parts):
            return all(adds_over_time(known[part], known) for part in parts)
        case _:
            return not is_snapshot(figure)


@lru_cache(maxsize=2048)
def scale(figure: Figure) -> int:
    """How many of a contribution's amounts make one of the figure's unit: 100 for money."""
    if not isinstance(figure.measure, Sum):
        return 1
    column = Source(figure.source).column(figure.measure.field)
    return 100 if isinstance(column.type, Cents) else 1


def in_unit(amount: int, scale_: int) -> Number:
    return amount if scale_ == 1 else Decimal(amount) / scale_


@lru_cache(maxsize=2048)
def crosses(figure: Figure) -> bool:
    """Whether a figure or its groups depend on records other than the one that gives.

    A member's person, read through a reference, is told by no change of the record itself.
    """
    source = Source(figure.source)
    source_dimensions(source)
    if isinstance(figure.measure, Distinct):
        source.column(figure.measure.field)
    return any(outer is False and hasattr(target, "kind") for target, _, outer in source.joins)


class Since(NamedTuple):
    """The records that changed after a row of the change log."""

    change: int


Ids = Mapping[str, Sequence[int] | Since]
"""Records by kind: local ids, or those that changed since."""


def given(
    session: Session, figures: Iterable[Figure], period: Period, ids: Ids | None = None
) -> Amounts:  # fmt: skip
    """What all records (or some) give to plain figures in the days of a period."""
    wanted = tuple(figures)
    by_source: dict[str, list[Figure]] = {}
    for figure in wanted:
        by_source.setdefault(figure.source, []).append(figure)
    found: Amounts = Counter()
    for path, own in by_source.items():
        kind = path.split(".")[0]
        if ids is None or kind in ids:
            only = None if ids is None else ids[kind]
            _add(session, _plan(path, tuple(own), False, way_of(only)), period, only, found)
            spreading = tuple(figure for figure in own if spreads(figure, "sector"))
            if spreading:
                _add(session, _plan(path, spreading, True, way_of(only)), period, only, found)
    if ids is None or ADJUSTMENT in ids:
        _adjusted(session, wanted, period, None if ids is None else ids[ADJUSTMENT], found)
    return found


def source_dimensions(source: Source) -> list[Any]:
    """The columns of DIMENSIONS; NULL where the source knows nothing of one."""
    found = [source.dimension(by) for by in DIMENSIONS]
    return [null() if each is None else each for each in found]


class _Cell(NamedTuple):
    """Where a row of a plan says what it gives to one figure; `amount` is None where each row gives one."""

    key: str
    met: int
    day: int
    item: int | None
    amount: int | None


class _Plan(NamedTuple):
    """One SELECT for figures of one source; asked for a period by its parameters."""

    kind: str
    statement: Select[Any]
    cells: tuple[_Cell, ...]
    spread: bool


@lru_cache(maxsize=512)
def _plan(path: str, figures: tuple[Figure, ...], spread: bool, way: str) -> _Plan:
    """The same figures are asked for again and again, and putting a statement together takes longer."""
    source = Source(path)
    sector = source.through_members("sector") if spread else None
    dimensions = source_dimensions(source)
    if sector is not None:
        dimensions[DIMENSIONS.index("sector")] = sector
    columns: list[Any] = [source.root.id, *dimensions]
    places: dict[str, int] = {}

    def place(name: str, column: Any) -> int:
        if name not in places:
            places[name] = len(columns)
            columns.append(column)
        return places[name]

    cells = []
    for number, figure in enumerate(figures):
        met = case((and_(*conditions(source, figure, Ask(figure.key), IN_DAYS)), 1), else_=0)
        name, measure = figure.dated_by, figure.measure
        at = place(f"met {number}", met)
        day = place(f"day {name}", type_coerce(source.column(name), String))
        distinct = measure.field if isinstance(measure, Distinct) else None
        item = None if distinct is None else place(f"of {distinct}", source.column(distinct))
        summed = measure.field if isinstance(measure, Sum) else None
        amount = None if summed is None else place(f"sum {summed}", _whole(source.column(summed)))
        cells.append(_Cell(figure.key, at, day, item, amount))
    # The same column twice is told apart by name only.
    columns = [column.label(f"c{place}") for place, column in enumerate(columns)]
    # What is reached through a reference may be missing; the row counts all the same, under 未填.
    source.joins = [
        (target, condition, outer or hasattr(target, "kind")) for target, condition, outer in source.joins
    ]
    statement = source.select(columns).where(within(source, figures, IN_DAYS))
    if way:
        statement = statement.where(among(source.root.id, source.root, way))
    return _Plan(source.root.key, statement.distinct() if spread else statement, tuple(cells), spread)


def among(column: Any, model: type[Record], way: str) -> ColumnElement[bool]:
    """Whether a local id is one of those `asked_ids` names."""
    if way == "since":
        changed = select(Change.record).where(Change.id > bindparam("change"))
        of_kind = select(model.id).where(model.uuid.in_(changed)).correlate(None)
        return cast("ColumnElement[bool]", column.in_(of_kind))
    return cast("ColumnElement[bool]", column.in_(bindparam("ids", expanding=True)))


def asked_ids(only: Sequence[int] | Since | None) -> dict[str, Any]:
    """The parameters of a statement that `among` narrows."""
    if only is None:
        return {}
    return {"change": only.change} if isinstance(only, Since) else {"ids": list(only)}


def way_of(only: Sequence[int] | Since | None) -> str:
    return "" if only is None else "since" if isinstance(only, Since) else "ids"


def _add(session: Session, plan: _Plan, period: Period, only: Any, found: Amounts) -> None:
    first, kind, spread = 1 + len(DIMENSIONS), plan.kind, plan.spread
    # Plain rows: the session would make objects of its own of tens of thousands.
    for values in session.connection().execute(plan.statement, in_days(period) | asked_ids(only)).all():
        local, groups = values[0], values[1:first]
        for key, met, day, item_at, amount_at in plan.cells:
            if not values[met]:
                continue
            if item_at is not None:
                item = values[item_at]
                if item is not None:
                    found[Given._make((key, kind, local, values[day], *groups, item, spread))] = 1
                continue
            amount = 1 if amount_at is None else values[amount_at]
            if amount:
                found[Given._make((key, kind, local, values[day], *groups, None, spread))] += amount


def _whole(column: Any) -> Any:
    """Money as the cents it is kept in."""
    return type_coerce(column, Integer) if isinstance(column.type, Cents) else column


def _adjusted(session: Session, wanted: Iterable[Figure], period: Period, only: Any, found: Amounts) -> None:
    """Adjustments (调整数) count like records."""
    by_key = {figure.key: figure for figure in wanted}
    after, through = period.after, period.through
    for local, key, day, amount, *groups in session.execute(_adjustments(way_of(only)), asked_ids(only)):
        figure, on = by_key.get(key), stored(day)
        if figure is None or not amount or on > through or (figure.nature != "stock" and on <= after):
            continue
        whole = amount * scale(figure)
        for spread in (False, True) if spreads(figure, "sector") else (False,):
            found[Given._make((key, ADJUSTMENT, local, on, *groups, None, spread))] += whole


@lru_cache
def _adjustments(way: str) -> Select[Any]:
    township, studio = link(Adjustment, "township"), link(Adjustment, "studio")
    statement = select(
        Adjustment.id, Adjustment.figure, Adjustment.happened_on, Adjustment.amount, Adjustment.unit_id,
        township, studio, Adjustment.sector, Adjustment.brand, Adjustment.focus,
    ).where(Adjustment.deleted_at.is_(None), Adjustment.status == REGISTERED)  # fmt: skip
    return statement.where(among(Adjustment.id, Adjustment, way)) if way else statement


def changed_ids(kinds: Iterable[str], change: int) -> Ids:
    """For `given`: the records of these kinds that changed after a row of the change log."""
    return dict.fromkeys(kinds, Since(change))
