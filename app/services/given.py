"""Given: what records give to figures, record by record and group by group, as it is now.

The grain of what a 报送 freezes. One SELECT per source for all its figures; nothing here knows of periods
that were reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, and_, case, literal, null, select, type_coerce
from sqlalchemy.orm import Session

from app.models import model_of
from app.models.adjustment import Adjustment
from app.models.columns import Cents
from app.models.days import stored
from app.models.fields import link
from app.models.figure import THROUGH, Distinct, Figure, Plus, Ratio, Sum
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.aggregates import REGISTERED
from app.services.figure_query import Ask, Number, Source, conditions, spreads, within

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


def scale(figure: Figure) -> int:
    """How many of a contribution's amounts make one of the figure's unit: 100 for money."""
    if not isinstance(figure.measure, Sum):
        return 1
    column = Source(figure.source).column(figure.measure.field)
    return 100 if isinstance(column.type, Cents) else 1


def in_unit(amount: int, scale_: int) -> Number:
    return amount if scale_ == 1 else Decimal(amount) / scale_


def crosses(figure: Figure) -> bool:
    """Whether a figure or its groups depend on records other than the one that gives.

    A member's person, read through a reference, is told by no change of the record itself.
    """
    source = Source(figure.source)
    source_dimensions(source)
    if isinstance(figure.measure, Distinct):
        source.column(figure.measure.field)
    return any(outer is False and hasattr(target, "kind") for target, _, outer in source.joins)


def given(session: Session, wanted: Mapping[Figure, Period], ids: Mapping[str, Any] | None = None) -> Amounts:
    """What all records (of `ids`: kind → local ids or a subquery) give to plain figures, each in its days."""
    by_source: dict[str, list[tuple[Figure, Period]]] = {}
    for figure, period in wanted.items():
        by_source.setdefault(figure.source, []).append((figure, period))
    found: Amounts = Counter()
    for path, cells in by_source.items():
        kind = path.split(".")[0]
        if ids is None or kind in ids:
            only = None if ids is None else ids[kind]
            _add(session, path, cells, only, found, spread=False)
            spreading = [cell for cell in cells if spreads(cell[0], "sector")]
            if spreading:
                _add(session, path, spreading, only, found, spread=True)
    if ids is None or ADJUSTMENT in ids:
        _adjusted(session, wanted, None if ids is None else ids[ADJUSTMENT], found)
    return found


def source_dimensions(source: Source) -> list[Any]:
    """The columns of DIMENSIONS; NULL where the source knows nothing of one."""
    found = [source.dimension(by) for by in DIMENSIONS]
    return [null() if each is None else each for each in found]


def _add(
    session: Session, path: str, cells: Sequence[tuple[Figure, Period]], ids: Any, found: Amounts,
    *, spread: bool,
) -> None:  # fmt: skip
    source = Source(path)
    sector = source.through_members("sector") if spread else None
    dimensions = source_dimensions(source)
    if sector is not None:
        dimensions[DIMENSIONS.index("sector")] = sector
    columns: list[Any] = [source.root.id, *dimensions]
    for figure, period in cells:
        met = case((_met(source, figure, period), 1), else_=0)
        columns += [met, type_coerce(source.column(figure.dated_by), String), *_measured(source, figure)]
    # The same column twice is told apart by name only.
    columns = [column.label(f"c{place}") for place, column in enumerate(columns)]
    # What is reached through a reference may be missing; the row counts all the same, under 未填.
    source.joins = [
        (target, condition, outer or hasattr(target, "kind")) for target, condition, outer in source.joins
    ]
    statement = source.select(columns).where(
        within(source, [figure for figure, _ in cells], [period for _, period in cells])
    )
    if ids is not None:
        statement = statement.where(source.root.id.in_(ids))
    if spread:
        statement = statement.distinct()
    first = 1 + len(DIMENSIONS)
    kind = source.root.key
    plans = [
        (first + 4 * place, figure.key, isinstance(figure.measure, Distinct))
        for place, (figure, _) in enumerate(cells)
    ]
    for row in session.execute(statement):
        groups = row[1:first]
        for at, key, distinct in plans:
            if row[at]:
                item, amount = row[at + 2], row[at + 3]
                if (distinct and item is None) or not amount:
                    continue
                one = Given._make((key, kind, row[0], row[at + 1], *groups, item, spread))
                found[one] = 1 if distinct else found[one] + _whole(amount)


def _met(source: Source, figure: Figure, period: Period) -> ColumnElement[bool]:
    return and_(*conditions(source, figure, Ask(figure.key), period))


def _measured(source: Source, figure: Figure) -> list[Any]:
    """What a distinct count counts, and how much the row gives."""
    match figure.measure:
        case Distinct(field):
            return [source.column(field), literal(1)]
        case Sum(field):
            return [null(), source.column(field)]
        case _:
            return [null(), literal(1)]


def _whole(amount: int | Decimal) -> int:
    return int(amount * 100) if isinstance(amount, Decimal) else amount


def _adjusted(session: Session, wanted: Mapping[Figure, Period], ids: Any, found: Amounts) -> None:
    """Adjustments (调整数) count like records."""
    by_key = {figure.key: (figure, period) for figure, period in wanted.items()}
    township, studio = link(Adjustment, "township"), link(Adjustment, "studio")
    statement = select(
        Adjustment.id, Adjustment.figure, Adjustment.happened_on, Adjustment.amount, Adjustment.unit_id,
        township, studio, Adjustment.sector, Adjustment.brand, Adjustment.focus,
    ).where(
        Adjustment.deleted_at.is_(None), Adjustment.status == REGISTERED,
        Adjustment.figure.in_(list(by_key)),
    )  # fmt: skip
    if ids is not None:
        statement = statement.where(Adjustment.id.in_(ids))
    for local, key, day, amount, *groups in session.execute(statement):
        figure, period = by_key[key]
        on = stored(day)
        if on > period.through or (figure.nature != "stock" and on <= period.after) or not amount:
            continue
        whole = amount * scale(figure)
        for spread in (False, True) if spreads(figure, "sector") else (False,):
            found[Given._make((key, ADJUSTMENT, local, on, *groups, None, spread))] += whole


def changed_ids(kinds: Iterable[str], uuids: Any) -> dict[str, Any]:
    """For `given`: the local ids of records of these kinds whose uuid is in a subquery."""
    found = {}
    for kind in kinds:
        model = model_of(kind)
        found[kind] = select(model.id).where(model.uuid.in_(uuids)).correlate(None)
    return found
