"""The compiler: any set of figures × periods × one grouping becomes one SELECT per source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, and_, case, func, literal, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from app.models import Record, model_of
from app.models.activity import PRESENT, Activity, Attendance, HeadCount
from app.models.fields import field_of, fields_of, rows_of
from app.models.figure import THROUGH, Count, Distinct, Figure, Plus, Sum
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.models.studio import Studio
from app.services.aggregates import REGISTERED
from app.services.figure_where import IN_DAYS, Days, days_at, in_days, met

Number = int | Decimal
MOST_COLUMNS = 900  # below SQLite's limit of columns in one result
COUNTY, UNFILLED = -1, -2  # group values of 县本级 and 未填


class Ask(NamedTuple):
    """One figure, perhaps only of one brand or focus: only=(("focus", "law"),)."""

    figure: str
    only: tuple[tuple[str, str], ...] = ()


class Source:
    """A kind or a path to its rows, as something to select from: `meeting.consensus.task`."""

    def __init__(self, path: str) -> None:
        kind, *steps = path.split(".")
        self.root: type[Record] = model_of(kind)
        self.row: Any = self.root
        self.joins: list[tuple[Any, Any, bool]] = []  # target, condition, whether rows without one stay
        self._links: dict[str, Any] = {}
        for step in steps:
            self._step(step)

    def column(self, name: str) -> Any:
        """A column by name: own, `root.` or through a reference (`member.person_id`)."""
        if name.startswith("root."):
            return getattr(self.root, name.removeprefix("root."))
        if "." not in name:
            return getattr(self.row, name)
        link, name = name.split(".")
        if link not in self._links:
            self._links[link] = self._linked(link)
        return getattr(self._links[link], name)

    def dimension(self, by: str) -> Any | None:
        """What a grouping groups by; None when this source knows nothing of it."""
        root = self.root
        match by:
            case "unit":
                counting = getattr(root, "counting_unit_id", None)
                return root.unit_id if counting is None else func.coalesce(counting, root.unit_id)
            case "township":
                return _township(root)
            case "studio":
                return self._studio()
            case "sector" | "member":
                return self._of_member(by)
            case _:
                return getattr(root, by, None) if by in ("brand", "focus") else None

    def through_members(self, by: str) -> Any:
        """The grouping of an activity by those who took part; the activity counts once for each group.

        Where nobody is named the activity stays, under 未填.
        """
        condition = and_(Attendance.activity_id == self.root.id, Attendance.status == PRESENT)
        self.joins.append((Attendance, condition, True))
        return Attendance.sector if by == "sector" else Attendance.person_id

    def select(self, columns: Sequence[Any]) -> Select[Any]:
        statement = select(*columns).select_from(self.root)
        for target, condition, outer in self.joins:
            # A reference that is not filled takes no row out of the numbers asked for at the same time.
            statement = statement.join(target, condition, isouter=outer or hasattr(target, "kind"))
        return statement.where(self.root.deleted_at.is_(None), self.root.status == REGISTERED)

    def _linked(self, link: str) -> Any:
        """What a reference of the row points to, joined; a second one to the same kind under another name."""
        target: Any = model_of(field_of(self.row, link).target)
        if any(joined is target for joined, *_ in self.joins) or target is self.root:
            target = aliased(target)
        self.joins.append((target, getattr(self.row, link + "_id") == target.id, False))
        return target

    def _step(self, step: str) -> None:
        spec = field_of(self.row, step)
        if spec.shape == "members":
            self.joins.append((Attendance, Attendance.activity_id == self.row.id, False))
            self.row = Attendance
            return
        if spec.shape == "people":
            self.joins.append((HeadCount, HeadCount.activity_id == self.row.id, False))
            self.row = HeadCount
            return
        row = rows_of(self.row, spec)
        self.joins.append((row, row.parent_id == self.row.id, False))
        self.row = row

    def _studio(self) -> Any | None:
        if self.root is Studio:
            return self.root.id
        own = getattr(self.root, "studio_id", None)
        return self.row.studio_id if own is None and self.row is Attendance else own

    def _of_member(self, by: str) -> Any | None:
        name = "sector" if by == "sector" else "person_id"
        if self.row is Attendance or (by == "member" and hasattr(self.row, name)):
            return getattr(self.row, name)
        if self.row is not self.root and any(spec.key == "member" for spec in fields_of(self.row)):
            return self.column(f"member.{name}")
        return getattr(self.root, name, None)


def can_group(figure: Figure, by: str, known: FigureSet) -> bool:
    """Whether a figure can be split by this; ratios and sums when all their parts can."""
    if figure.combined:
        return all(can_group(known[part], by, known) for part in figure.combined)
    return by == "month" or _has_group(figure, by)


@lru_cache(maxsize=4096)
def _has_group(figure: Figure, by: str) -> bool:
    return Source(figure.source).dimension(by) is not None or spreads(figure, by)


def is_additive(figure: Figure, by: str, known: FigureSet) -> bool:
    """Whether the parts of a grouping add up to the total; distinct counts and ratios do not."""
    if isinstance(figure.measure, Plus):
        return all(is_additive(known[part], by, known) for part in figure.measure.parts)
    if not isinstance(figure.measure, Count | Sum) or not can_group(figure, by, known) or spreads(figure, by):
        return False
    return not (by == "month" and (figure.nature == "stock" or _as_of_end(figure)))


def _as_of_end(figure: Figure) -> bool:
    return any(where.value == THROUGH for where in figure.where)


def query(
    session: Session, asks: Iterable[tuple[Figure, Ask]], spans: Mapping[str, Period], by: str | None
) -> dict[tuple[Ask, str], dict[Any, Number]]:
    """Values of plain figures by (ask, span) and raw group value (None → the only group without `by`)."""
    found: dict[tuple[Ask, str], dict[Any, Number]] = defaultdict(dict)
    by_source: dict[tuple[str, bool], list[tuple[Figure, Ask]]] = defaultdict(list)
    for figure, ask in asks:
        by_source[figure.source, spreads(figure, by)].append((figure, ask))
    names = list(spans)
    for (path, expands), members in by_source.items():
        most = max(1, MOST_COLUMNS // len(members))  # spans at once
        for start in range(0, len(names), most):
            some = {name: spans[name] for name in names[start : start + most]}
            _run(session, path, tuple(members), some, by, expands, found)
    return found


def contributions(
    session: Session, figure: Figure, ask: Ask, period: Period, by: str | None, group: Any
) -> list[tuple[int, Number]]:
    """(record id, its part) of every record behind a number, newest first."""
    source = Source(figure.source)
    condition = and_(*conditions(source, figure, ask, period))
    expands = group is not None and spreads(figure, by)
    if by is not None and group is not None:
        dimension: Any = source.through_members(by) if expands else source.dimension(by)
        condition = and_(condition, dimension.is_(None) if group == UNFILLED else dimension == group)
    amount = measured(source, figure, condition, expands=expands)
    statement = source.select([source.root.id, amount]).where(condition)
    statement = statement.group_by(source.root.id).order_by(source.root.id.desc())
    return [(row[0], row[1]) for row in session.execute(statement) if row[1]]


def _run(
    session: Session, path: str, members: tuple[tuple[Figure, Ask], ...], spans: Mapping[str, Period],
    by: str | None, expands: bool, found: dict[tuple[Ask, str], dict[Any, Number]],
) -> None:  # fmt: skip
    statement = _statement(path, members, len(spans), by, expands)
    if statement is None:
        return
    first, end = min(p.after for p in spans.values()), max(p.through for p in spans.values())
    told = {"after": first, "through": end}
    for place, period in enumerate(spans.values()):
        told |= in_days(period, str(place))
    cells = [found[ask, name] for _, ask in members for name in spans]
    for row in session.connection().execute(statement, told):
        key = None if by is None else UNFILLED if row[0] is None else row[0]
        for cell, value in zip(cells, row[1:], strict=True):
            cell[key] = value or 0


@lru_cache(maxsize=512)
def _statement(
    path: str, members: tuple[tuple[Figure, Ask], ...], spans: int, by: str | None, expands: bool
) -> Select[Any] | None:
    """The same cells are asked for again and again, and putting a statement together takes longer."""
    source = Source(path)
    group = None if by is None else source.through_members(by) if expands else source.dimension(by)
    if by is not None and group is None:
        return None
    columns: list[Any] = [literal(0) if group is None else group]
    for figure, ask in members:
        for place in range(spans):
            condition = and_(*conditions(source, figure, ask, days_at(str(place))))
            columns.append(measured(source, figure, condition, expands=expands))
    statement = source.select(columns).where(within(source, [figure for figure, _ in members], IN_DAYS))
    return statement if group is None else statement.group_by(group)


def conditions(source: Source, figure: Figure, ask: Ask, period: Period | Days) -> list[ColumnElement[bool]]:
    day = type_coerce(source.column(figure.dated_by), String)
    found: list[ColumnElement[bool]] = [day <= period.through]
    if figure.nature == "stock":
        if figure.until:
            until = type_coerce(source.column(figure.until), String)
            found.append(or_(until.is_(None), until >= period.through))
    else:
        found.append(day > period.after)
    found += [met(source.column(where.field), where, period) for where in figure.where]
    found += [getattr(source.root, name) == key for name, key in ask.only]
    return found


def measured(source: Source, figure: Figure, condition: ColumnElement[bool], *, expands: bool) -> Any:
    """The column that counts what meets a condition; with `expands` a record once for each group."""
    match figure.measure:
        case Sum(field):
            return func.sum(case((condition, source.column(field))))
        case Distinct(field):
            return func.count(case((condition, source.column(field))).distinct())
        case _ if expands:
            return func.count(case((condition, source.root.id)).distinct())
        case _:
            return func.count(case((condition, 1)))


def within(source: Source, figures: Iterable[Figure], days: Days) -> ColumnElement[bool]:
    """The widest stretch any cell asks for, so that older rows are not read."""
    parts = []
    for dated_by, stock in sorted({(figure.dated_by, figure.nature == "stock") for figure in figures}):
        day = type_coerce(source.column(dated_by), String)
        parts.append(day <= days.through if stock else and_(day > days.after, day <= days.through))
    return or_(*parts)


def _township(root: type[Record]) -> Any | None:
    township: Any = getattr(root, "township_id", None)
    if township is None:
        return None
    level = getattr(root, "level", None)
    if level is None:
        return township
    return case((township.is_not(None), township), (level == "county", COUNTY))


@lru_cache(maxsize=4096)
def spreads(figure: Figure, by: str | None) -> bool:
    """Whether a record counts once in each of the groups of those who took part, as activities do."""
    if by not in ("sector", "member") or not isinstance(figure.measure, Count):
        return False
    source = Source(figure.source)
    return source.dimension(by) is None and source.row is source.root and issubclass(source.root, Activity)
