"""The columns of a list: what each shows, how wide it is, and which give way when room is short."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.models import Record
from app.models.fields import Field
from app.models.values import Choice, Count, DayValue, Flag, Many, Money, RefTo, Text, Time, Year
from app.services.list_columns import NUMBER, WHOLE, columns_of, more_columns_of, rank
from app.ui.theme import Layout, Theme

TICK, STATUS = "tick", "status"
PADDING = 8
WIDER = 1.16
ARROW_EMS = 1.15
_LEAST_TITLE, _GOOD_TITLE, _SHORT_TITLE, _WIDE_NAME = 18.0, 24.0, 8.0, 16.0
_WIDEST, _MOST_KNOWN, _NAMES = 9.2, 16.0, 11.4
_LONG_LIMIT = 40
_SAMPLES: tuple[tuple[type, tuple[str, ...]], ...] = (
    (DayValue, ("10-27 周二", "2025-10-27")),
    (Year, ("2026",)),
    (Count, ("9999",)),
    (Money, ("99999.99",)),
    (Time, ("14:30",)),
    (Flag, ("是",)),
    (Many, ("协商在基层、界",)),
)
_STATUS_WORD = "缺 12 处"
_NUMBER = "530102-XS-2026-0001"


@dataclass(frozen=True)
class Column:
    """One column of one kind.

    `order` says when it gives way (the highest first), 0 stays. In em: `widest` is how far its words may
    stretch it, `most` how far it may grow when there is room to spare. `long` is a title of many words,
    `covered` what is somebody's own.
    """

    key: str
    heading: str
    label: str
    right: bool = False
    strong: bool = False
    quiet: bool = False
    needed: bool = False
    sortable: bool = True
    order: float = 0
    samples: tuple[str, ...] = ()
    widest: float = _WIDEST
    most: float = 0
    title: bool = False
    long: bool = False
    covered: bool = False


def columns(model: type[Record], labels: Mapping[str, Sequence[str]]) -> tuple[Column, ...]:
    """The columns a kind's list shows at first; `labels` are the words a choice or pointer may show."""
    listed = columns_of(model)
    return tuple(_column(model, spec, listed, labels) for spec in listed)


def more_columns(model: type[Record]) -> tuple[Column, ...]:
    """The columns a clerk may add."""
    return tuple(_column(model, spec, columns_of(model), {}) for spec in more_columns_of(model))


def chosen(own: Sequence[Column], more: Sequence[Column], keys: Collection[str] | None) -> list[Column]:
    """What the clerk wants to see: the kind's own columns, or those with `keys`; the title always."""
    if keys is None:
        return list(own)
    return [column for column in (*own, *more) if column.title or column.key in keys]


def fitted(wanted: Sequence[Column], room: int, theme: Theme, layout: Layout) -> dict[str, int]:
    """Pixels of each column that has a place in `room`, in order; the title takes what is left."""
    kept = list(wanted)
    grown = WIDER if layout is Layout.WIDE else 1.0
    widths = {column.key: round(width_of(column, theme) * grown) for column in kept}
    ends = {TICK: tick_width(theme), STATUS: status_width(theme)}
    title = next((column for column in kept if column.title), None)

    def rest() -> int:
        return room - sum(ends.values()) - sum(widths[column.key] for column in kept if column is not title)

    while rest() < _title_width(title, theme, _LEAST_TITLE):
        going = max((column for column in kept if column.order), key=lambda c: c.order, default=None)
        if going is None:
            break
        kept.remove(going)
    for column in kept:
        spare = rest() - _title_width(title, theme, _GOOD_TITLE)
        if column is not title and spare > 0:
            widths[column.key] += max(0, min(spare, _most_width(column, theme) - widths[column.key]))
    if title is not None and not title.long:
        # A name is soon said: what would only part it from the rest goes to all.
        others = [column for column in kept if column is not title and not column.right]
        spare = rest() - theme.px(_WIDE_NAME)
        for column in others:
            widths[column.key] += max(0, spare) // len(others)
    if title is not None:
        widths[title.key] = max(rest(), theme.px(6))
    else:
        ends[STATUS] += max(0, rest())
    return {TICK: ends[TICK]} | {column.key: widths[column.key] for column in kept} | {STATUS: ends[STATUS]}


def status_heading(columns: Sequence[Column]) -> str:
    """状态, unless a field of the kind is called so."""
    return "登记" if any(column.heading == "状态" for column in columns) else "状态"


def width_of(column: Column, theme: Theme) -> int:
    """Pixels a column wants for its heading, the sort arrow and what it usually holds."""
    heading = theme.metrics(bold=True).horizontalAdvance(column.heading) + theme.px(ARROW_EMS)
    return max(heading, min(_held(column, theme), theme.px(column.widest))) + 2 * PADDING + 2


def _held(column: Column, theme: Theme) -> int:
    """Pixels of the longest words a column is known to hold."""
    metrics = theme.metrics(bold=column.strong)
    return max((metrics.horizontalAdvance(sample) for sample in column.samples), default=0)


def _most_width(column: Column, theme: Theme) -> int:
    """Pixels a column may grow to when there is room to spare."""
    known = min(_held(column, theme) + 2 * PADDING + 2, theme.px(_MOST_KNOWN))
    return max(theme.px(column.most), known)


def tick_width(theme: Theme) -> int:
    """Pixels of the tick column."""
    return theme.check + 18


def status_width(theme: Theme) -> int:
    """Pixels of the status column, with its room at the left."""
    word = theme.metrics().horizontalAdvance(_STATUS_WORD)
    return PADDING + PADDING + theme.px(1.45) + word + PADDING


def _column(
    model: type[Record], spec: Field, listed: Sequence[Field], labels: Mapping[str, Sequence[str]]
) -> Column:
    kind = model.kind
    stays = spec.key in (kind.day, kind.title)
    order = 0.0 if stays else 100.0
    if spec in listed and not stays:
        others = [each for each in listed if each.key not in (kind.day, kind.title)]
        # The later of two that rank alike goes first.
        order = 1 + rank(others, spec) + others.index(spec) / 1000
    return Column(
        spec.key,
        spec.heading,
        spec.label,
        right=isinstance(spec.value, Count | Money),
        strong=spec.heading == WHOLE,
        quiet=isinstance(spec.value, Choice | DayValue),
        needed=spec.needed in ("save", "count"),
        sortable=spec.shape != "members",
        order=order,
        samples=_samples(spec, tuple(labels.get(spec.key, ()))),
        widest=_NAMES if spec.shape == "members" else _WIDEST,
        most=_most(spec),
        title=spec.key == kind.title,
        long=isinstance(spec.value, Text) and spec.value.limit >= _LONG_LIMIT,
        covered=spec.private,
    )


def _title_width(title: Column | None, theme: Theme, ems: float) -> int:
    """Room to keep for the title, at least or at best (`ems` of a long one)."""
    if title is None:
        return 0
    return theme.px(ems if title.long else _SHORT_TITLE)


def _most(spec: Field) -> float:
    """How wide, in em, a column may grow when there is room to spare."""
    if isinstance(spec.value, Many):
        return 12
    if isinstance(spec.value, Text):
        return 18 if spec.value.limit > _LONG_LIMIT else 8
    return 0


def _samples(spec: Field, labels: tuple[str, ...]) -> tuple[str, ...]:
    if spec.shape == "members":
        return ("欧阳文、李光琼等 12 人",)
    if spec.key == NUMBER.key:
        return (_NUMBER,)
    for sort, samples in _SAMPLES:
        if isinstance(spec.value, sort):
            return samples
    if isinstance(spec.value, Choice | RefTo):
        return (*labels, "口" * 5) if isinstance(spec.value, RefTo) else labels or ("口" * 5,)
    return (
        ("口" * (4 if spec.value.limit <= _LONG_LIMIT else 8),)
        if isinstance(spec.value, Text)
        else ("口" * 6,)
    )
