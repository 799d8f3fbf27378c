"""Figures: the values of indicators for periods and groupings, and the records behind each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import AppError
from app.models import Record, model_of
from app.models.adjustment import Adjustment
from app.models.days import iso, last, stored
from app.models.fields import link
from app.models.figure import Figure, Plus, Ratio
from app.models.figures import FIGURES, figure_of
from app.models.periods import Calendar, Period
from app.models.place import Township
from app.models.studio import Studio
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.figure_query import COUNTY, UNFILLED, Ask, Number, can_group, contributions, query
from app.services.options import Options
from app.store.store import Store

GROUPINGS = ("unit", "township", "sector", "studio", "member", "month", "brand", "focus")
_RECORD_KINDS = {"unit": "unit", "township": "township", "studio": "studio", "member": "person"}
_COUNTY_LABEL, _UNFILLED_LABEL = "县本级", "未填"
NOBODY = -3  # a local id that no record has


@dataclass(frozen=True, slots=True)
class Pair:
    """A ratio kept as its two numbers until one place rounds it."""

    numerator: Number
    denominator: Number


Value = Number | Pair


@dataclass(frozen=True, slots=True)
class Group:
    """One row of a grouping: a stable key (uuid, option key or month) and today's label."""

    key: str
    label: str


@dataclass(slots=True)
class Values:
    """What was asked for: totals by (ask, span), parts by group, and the groups in the office's order."""

    totals: dict[tuple[Ask, str], Value] = field(default_factory=dict)
    parts: dict[tuple[Ask, str], dict[str, Value]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()

    def total(self, ask: Ask | str, span: str) -> Value:
        return self.totals[_ask(ask), span]

    def part(self, ask: Ask | str, span: str, group: str) -> Value:
        return self.parts.get((_ask(ask), span), {}).get(group, 0)


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record behind a number: what it is and how much it gives."""

    figure: str
    kind: str
    uuid: str
    number: str
    title: str
    day: str
    amount: Number


class Figures:
    """Asks the declarations of app/models/figures.py; all values of one call come from one transaction."""

    def __init__(self, store: Store, calendar: Calendar) -> None:
        self._store = store
        self._calendar = calendar

    @property
    def calendar(self) -> Calendar:
        return self._calendar

    def spans(self, period: Period) -> dict[str, Period]:
        """The three every report shows: current, ytd (本年累计), last_year (上年同期)."""
        return {
            "current": period,
            "ytd": self._calendar.to_date(period),
            "last_year": self._calendar.year_before(period),
        }

    def evaluate(
        self, asks: Iterable[Ask | str], spans: Mapping[str, Period], by: str | None = None
    ) -> Values:
        """Totals, and with `by` the parts of every group; raises AppError for an unknown grouping."""
        wanted = [_ask(ask) for ask in asks]
        if by is not None and by not in GROUPINGS:
            raise AppError(f"不能按“{by}”分组，可用：{'、'.join(GROUPINGS)}。")
        with self._store.reading() as session:
            if by == "month":
                return self._by_month(session, wanted, spans)
            return self._values(session, wanted, spans, by)

    def records(
        self, figure: str, period: Period, by: str | None = None, group: str | None = None,
        only: tuple[tuple[str, str], ...] = (),
    ) -> list[RecordLine]:  # fmt: skip
        """The records behind one number, adjustments included; a ratio gives both of its figures' records."""
        if by == "month" and group:
            within = _clipped(self._calendar.parse(group), period)
            if within is None:
                return []
            period, by, group = within, None, None
        with self._store.reading() as session:
            raw = None if group is None or by is None else _raw_group(session, by, group)
            found: list[RecordLine] = []
            for plain in _plain_parts(known_figure(figure)):
                if by is None or can_group(plain, by):
                    found += _lines(session, plain, Ask(plain.key, only), period, by, raw)
                    found += _adjusted_lines(session, plain, period, by, group, only)
            return found

    def groupable(self, by: str | None) -> tuple[Figure, ...]:
        return tuple(figure for figure in FIGURES if by is None or can_group(figure, by))

    def _values(
        self, session: Session, asks: Sequence[Ask], spans: Mapping[str, Period], by: str | None
    ) -> Values:
        plain = {
            Ask(figure.key, ask.only): figure
            for ask in asks
            for figure in _plain_parts(figure_of(ask.figure))
        }
        pairs = [(figure, ask) for ask, figure in plain.items()]
        adjustments = _adjustments(session, plain.values())
        totals = query(session, pairs, spans, None)
        values = Values()
        for ask in asks:
            for name, period in spans.items():
                values.totals[ask, name] = _combined(
                    ask, lambda part, n=name, p=period: (
                        totals.get((part, n), {}).get(None, 0) + adjustments.total(plain[part], part, p)
                    ),
                )  # fmt: skip
        if by is not None:
            self._group(session, values, asks, plain, spans, by, adjustments)
        return values

    def _group(
        self,
        session: Session,
        values: Values,
        asks: Sequence[Ask],
        plain: Mapping[Ask, Figure],
        spans: Mapping[str, Period],
        by: str,
        adjustments: _Adjustments,
    ) -> None:
        able = [(figure, ask) for ask, figure in plain.items() if can_group(figure, by)]
        raw = query(session, able, spans, by)
        keys = _Keys(session, by, {group for cell in raw.values() for group in cell})
        cells: dict[tuple[Ask, str], dict[str, Number]] = {}
        for (ask, name), groups in raw.items():
            cells[ask, name] = {keys.key(group): value for group, value in groups.items()}
        for figure, ask in able:
            for name, period in spans.items():
                cell = cells.setdefault((ask, name), {})
                for key, amount in adjustments.groups(figure, ask, period, by).items():
                    cell[key] = cell.get(key, 0) + amount
        used = {key for cell in cells.values() for key, value in cell.items() if value}
        values.groups = keys.groups(used, spans)
        for ask in asks:
            if can_group(figure_of(ask.figure), by):
                for name in spans:
                    values.parts[ask, name] = {
                        group.key: _combined(
                            ask, lambda part, n=name, g=group.key: cells.get((part, n), {}).get(g, 0)
                        )
                        for group in values.groups
                    }  # fmt: skip

    def _by_month(self, session: Session, asks: Sequence[Ask], spans: Mapping[str, Period]) -> Values:
        """Each month asked for on its own, which is right for stocks and distinct counts too."""
        months = {
            name: [
                part for month in self._calendar.months_within(period) if (part := _clipped(month, period))
            ]
            for name, period in spans.items()
        }
        flat = {month.days: month for each in months.values() for month in each}
        whole = self._values(session, asks, spans, None)
        single = self._values(session, asks, flat, None)
        for ask in asks:
            for name, each in months.items():
                whole.parts[ask, name] = {month.key: single.totals[ask, month.days] for month in each}
        labels = {month.key: month.label for month in flat.values()}
        whole.groups = tuple(Group(key, labels[key]) for key in sorted(labels))
        return whole


def _clipped(month: Period, period: Period) -> Period | None:
    """The days of a month that lie in a period; a free one may begin and end inside a month."""
    start, end = max(month.start, period.start), min(month.end, period.end)
    return replace(month, start=start, end=end) if start <= end else None


def known_figure(key: str) -> Figure:
    """A figure by key or label; raises AppError."""
    for figure in FIGURES:
        if key in (figure.key, figure.label):
            return figure
    raise AppError(f"没有“{key[:30]}”这个指标。用 figures --period 加期间可以看到全部指标。")


def rounded(value: Value) -> Number | None:
    """What is shown: a ratio in per cent to one decimal, half up; None when there is nothing to divide by."""
    from app.exporters.tables import round_half_up

    if not isinstance(value, Pair):
        return value
    if not value.denominator:
        return None
    return round_half_up(Decimal(value.numerator) * 100 / Decimal(value.denominator), 1)


def _ask(ask: Ask | str) -> Ask:
    return Ask(ask) if isinstance(ask, str) else ask


def _plain_parts(figure: Figure) -> list[Figure]:
    """The figures that ask a source, behind a combined one."""
    if not figure.combined:
        return [figure]
    return [plain for part in figure.combined for plain in _plain_parts(figure_of(part))]


def _combined(ask: Ask, plain: Any) -> Value:
    figure = figure_of(ask.figure)
    match figure.measure:
        case Ratio(numerator, denominator):
            top, bottom = (_combined(Ask(key, ask.only), plain) for key in (numerator, denominator))
            assert not isinstance(top, Pair)
            assert not isinstance(bottom, Pair)
            return Pair(top, bottom)
        case Plus(parts):
            values = [_combined(Ask(key, ask.only), plain) for key in parts]
            return sum(value for value in values if not isinstance(value, Pair))
        case _:
            found: Value = plain(ask)
            return found


class _Adjustments:
    """All adjustments (调整数) that touch the figures asked for; they count like records."""

    def __init__(self, rows: Sequence[Any], uuids: Mapping[tuple[str, int], str]) -> None:
        self._rows = rows
        self._uuids = uuids

    def total(self, figure: Figure, ask: Ask, period: Period) -> int:
        return sum(row.amount for row in self._inside(figure, ask, period))

    def groups(self, figure: Figure, ask: Ask, period: Period, by: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in self._inside(figure, ask, period):
            key = self._key(row, by)
            found[key] = found.get(key, 0) + row.amount
        return found

    def _inside(self, figure: Figure, ask: Ask, period: Period) -> Iterable[Any]:
        for row in self._rows:
            if row.figure != figure.key or stored(row.happened_on) > period.through:
                continue
            if figure.nature != "stock" and stored(row.happened_on) <= period.after:
                continue
            if all(getattr(row, name, None) == key for name, key in ask.only):
                yield row

    def _key(self, row: Any, by: str) -> str:
        match by:
            case "unit" | "township" | "studio":
                return self._uuids.get((by, getattr(row, by + "_id")), "none")
            case "sector" | "brand" | "focus":
                return getattr(row, by) or "none"
            case _:
                return "none"


def _adjustments(session: Session, figures: Iterable[Figure]) -> _Adjustments:
    rows = session.execute(
        select(
            Adjustment.figure, Adjustment.happened_on, Adjustment.amount, link(Adjustment, "township"),
            link(Adjustment, "studio"), Adjustment.unit_id, Adjustment.sector, Adjustment.brand,
            Adjustment.focus,
        ).where(
            Adjustment.deleted_at.is_(None),
            Adjustment.status == REGISTERED,
            Adjustment.figure.in_({figure.key for figure in figures}),
        )
    ).all()  # fmt: skip
    uuids: dict[tuple[str, int], str] = {}
    for kind in ("unit", "township", "studio"):
        ids = {getattr(row, kind + "_id") for row in rows} - {None}
        uuids |= {(kind, local): ref.uuid for local, ref in refs(session, model_of(kind), list(ids)).items()}
    return _Adjustments(rows, uuids)


class _Keys:
    """Raw group values ↔ stable keys and labels, in the office's order."""

    def __init__(self, session: Session, by: str, raw: set[Any]) -> None:
        self._session = session
        self._by = by
        kind = _RECORD_KINDS.get(by)
        ids = [value for value in raw if isinstance(value, int) and value > 0]
        self._refs = refs(session, model_of(kind), ids) if kind else {}
        self._options = Options.load(session)

    def key(self, raw: Any) -> str:
        if raw == COUNTY and self._by == "township":
            return "county"
        if raw == UNFILLED or raw is None:
            return "none"
        return self._refs[raw].uuid if raw in self._refs else str(raw)

    def groups(self, used: set[str], spans: Mapping[str, Period]) -> tuple[Group, ...]:
        rows = list(self._standing(spans))
        known = {group.key for group in rows}
        further = [Group(ref.uuid, ref.label) for ref in self._refs.values() if ref.uuid in used - known]
        rows += sorted(further, key=lambda group: group.label)
        if self._by in ("sector", "brand", "focus"):
            rows = [group for group in rows if group.key in used]
        if "county" in used:
            rows.append(Group("county", _COUNTY_LABEL))
        return (*rows, Group("none", _UNFILLED_LABEL)) if "none" in used else tuple(rows)

    def _standing(self, spans: Mapping[str, Period]) -> Iterable[Group]:
        """The rows a table has even when nothing happened."""
        if self._by in ("sector", "brand", "focus"):
            return [Group(o.key, o.label) for o in self._options.entries(self._by, retired=True)]
        if self._by == "township":
            return _alive(self._session, Township, Township.position, "started_on", "ended_on", spans)
        if self._by == "studio":
            return _alive(self._session, Studio, Studio.id, "opened_on", "closed_on", spans)
        return []


def _alive(
    session: Session, model: type[Record], order: Any, start: str, end: str, spans: Mapping[str, Period]
) -> list[Group]:
    """Records of a register that were there within the period asked for."""
    period = spans.get("current") or next(iter(spans.values()))
    rows = session.execute(
        select(model.uuid, model.name, getattr(model, start), getattr(model, end))  # type: ignore[attr-defined]
        .where(model.deleted_at.is_(None), model.status == REGISTERED)
        .order_by(order.is_(None), order, model.id)
    )
    return [
        Group(uuid, name)
        for uuid, name, since, until in rows
        if (since is None or stored(since) <= period.through)
        and (until is None or last(until) >= period.start)
    ]


def _raw_group(session: Session, by: str, key: str) -> Any:
    if key in ("county", "none"):
        return COUNTY if key == "county" else UNFILLED
    kind = _RECORD_KINDS.get(by)
    if kind is None:
        return key
    model = model_of(kind)
    return session.execute(select(model.id).where(model.uuid == key)).scalar() or NOBODY


def _lines(
    session: Session, figure: Figure, ask: Ask, period: Period, by: str | None, group: Any
) -> list[RecordLine]:
    model = model_of(figure.source.split(".")[0])
    found = contributions(session, figure, ask, period, by, group)
    named = _named(session, model, [record_id for record_id, _ in found])
    return [RecordLine(figure.key, model.key, *named[record_id], amount) for record_id, amount in found]


def _named(session: Session, model: type[Record], ids: Sequence[int]) -> dict[int, tuple[str, str, str, str]]:
    """uuid, number, title and day of records by local id."""
    labels = refs(session, model, ids)
    day = getattr(model, model.kind.day) if model.kind.day else None
    columns = [model.id, model.uuid, model.number] + ([day] if day is not None else [])
    found = {}
    for start in range(0, len(ids), 500):
        for row in session.execute(select(*columns).where(model.id.in_(ids[start : start + 500]))):
            on = iso(row[3]) if day is not None and row[3] else ""
            found[row[0]] = (row[1], row[2] or "", labels[row[0]].label, on)
    return found


def _adjusted_lines(
    session: Session, figure: Figure, period: Period, by: str | None, group: str | None,
    only: tuple[tuple[str, str], ...],
) -> list[RecordLine]:  # fmt: skip
    rows = session.execute(
        select(Adjustment).where(
            Adjustment.figure == figure.key, Adjustment.deleted_at.is_(None), Adjustment.status == REGISTERED
        )
    ).scalars()
    everything = _adjustments(session, [figure])
    found = []
    for row in rows:
        one = _Adjustments([row], everything._uuids)
        inside = one.groups(figure, Ask(figure.key, only), period, by or "")
        if inside and (group is None or group in inside):
            found.append(
                RecordLine(
                    figure.key, "adjustment", row.uuid, row.number or "", f"调整数：{figure.label}",
                    iso(row.happened_on), row.amount,
                )
            )  # fmt: skip
    return found
