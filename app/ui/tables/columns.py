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
LEAST_TITLE_EMS = 18.0
ARROW_EMS = 0.95
_SAMPLES: tuple[tuple[type, tuple[str, ...]], ...] = (
    (DayValue, ("10-27 周二", "2025-10-27")),
    (Year, ("2026",)),
    (Count, ("9999",)),
    (Money, ("99999.99",)),
    (Time, ("14:30",)),
    (Flag, ("是",)),
    (Many, ("协商在基层、界",)),
)
_WIDEST_EMS = 8.0
_STATUS_WORD = "缺 12 处"
_NAMES = "欧阳文、李小娜等 12 人"
_NUMBER = "530102-XS-2026-0001"


@dataclass(frozen=True)
class Column:
    """One column of one kind; `order` says when it gives way (the highest first), 0 stays."""

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
    title: bool = False


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
    ends = tick_width(theme) + status_width(theme)
    least = theme.px(LEAST_TITLE_EMS)
    while True:
        title = next((column for column in kept if column.title), None)
        others = sum(widths[column.key] for column in kept if not column.title)
        rest = room - ends - others
        going = max((column for column in kept if column.order), key=lambda c: c.order, default=None)
        if rest >= (least if title else 0) or going is None:
            break
        kept.remove(going)
    result = {column.key: widths[column.key] for column in kept}
    if title is not None:
        result[title.key] = max(rest, theme.px(6))
    return {TICK: tick_width(theme)} | result | {STATUS: status_width(theme) + (0 if title else max(0, rest))}


def width_of(column: Column, theme: Theme) -> int:
    """Pixels a column wants for its heading, the sort arrow and what it usually holds."""
    metrics = theme.metrics(bold=column.strong)
    heading = theme.metrics(bold=True).horizontalAdvance(column.heading) + theme.px(ARROW_EMS)
    held = max((metrics.horizontalAdvance(sample) for sample in column.samples), default=0)
    return max(heading, min(held, theme.px(_WIDEST_EMS))) + 2 * PADDING + 2


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
        title=spec.key == kind.title,
    )


def _samples(spec: Field, labels: tuple[str, ...]) -> tuple[str, ...]:
    if spec.shape == "members":
        return (_NAMES,)
    if spec.key == NUMBER.key:
        return (_NUMBER,)
    for sort, samples in _SAMPLES:
        if isinstance(spec.value, sort):
            return samples
    if isinstance(spec.value, Choice | RefTo):
        return labels or ("街道社区名",)
    return ("口" * (4 if spec.value.limit <= 40 else 8),) if isinstance(spec.value, Text) else ("口" * 6,)
