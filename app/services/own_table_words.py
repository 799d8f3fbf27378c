"""The words of an ad-hoc table: its title, its conditions as a sentence, what a cell reads."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnClause, inspect, select
from sqlalchemy.orm import Session

from app.exporters.layout import Format
from app.exporters.sheet_grid import digits, shown
from app.exporters.tables import Value
from app.models import model_of
from app.models.fields import Field
from app.models.people import Membership
from app.models.periods import Period
from app.models.values import Choice, Code, Flag, Text
from app.services.aggregates import DRAFT, REGISTERED
from app.services.context import refs
from app.services.list_tables import PLANNED, STATUS, UNFILLED
from app.services.options import Options
from app.services.own_table import Condition, OwnTable
from app.services.own_table_check import GROUP_LABELS
from app.services.own_table_fields import IN, IS, NOT_IN, WITHOUT_VALUE, field_for, op_word, unit_of

STATES: Mapping[str, str] = {DRAFT: "没填完", PLANNED: "计划", REGISTERED: "已登记"}
NOT_FILLED = "未填"
USUAL = Condition(STATUS, IN, (REGISTERED,))
"""What a table of records begins with: only what counts."""


class TableWords:
    """Says what the keys in a table stand for, on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._options = Options.load(session)

    def condition(self, table: OwnTable, condition: Condition) -> str:
        """乡镇（街道）是永兴街道、青山镇."""
        if not table.of_records:
            keys = condition.value or ()
            named = "、".join(self._options.label(condition.field, key) for key in keys)
            return f"{GROUP_LABELS.get(condition.field, condition.field)}是{named}"
        spec = field_for(model_of(table.kind), condition.field)
        if spec is None:
            return condition.field
        word = op_word(spec, condition.op)
        if condition.op in WITHOUT_VALUE:
            return f"{spec.label}{word}"
        if condition.op in (IN, NOT_IN):
            named = "、".join(self.label(spec, key) for key in condition.value)
            return f"{spec.label}{word}{named}"
        if condition.op == IS or isinstance(spec.value, Flag):
            return f"{spec.label}：{'是' if condition.value else '否'}"
        if isinstance(spec.value, Text | Code):
            return f"{spec.label}{word}“{condition.value}”"
        return " ".join(part for part in (f"{spec.label}{word}", str(condition.value), unit_of(spec)) if part)

    def conditions(self, table: OwnTable) -> str:
        """All conditions but the usual one, for the note on paper; "" for none."""
        told = [self.condition(table, each) for each in table.filters if each != USUAL]
        return "；".join(told)

    def label(self, spec: Field, key: str) -> str:
        """What one key of a list stands for."""
        if key == UNFILLED:
            return NOT_FILLED
        if spec.key == STATUS:
            return STATES.get(key, key)
        if isinstance(spec.value, Choice):
            return self._options.label(spec.value.of, key)
        model = Membership if spec.shape == "members" else model_of(spec.target)
        table = inspect(model).tables[0]
        uuid: ColumnClause[str] = table.c.uuid
        local = self._session.execute(select(table.c.id).where(uuid == key)).scalar()
        found = refs(self._session, model, [] if local is None else [local])
        return next((ref.label for ref in found.values()), key)


def title_of(table: OwnTable, unit: str, period: Period | None, group: str) -> str:
    """The title on paper: the clerk's own words or what the table is, with the period."""
    when = f"（{period.label}）" if period is not None else ""
    if table.title or table.name:
        return f"{table.title or table.name}{when}"
    if not table.of_records:
        by = f"分{group.removesuffix('（街道）')}" if group else "主要"
        return f"{unit}{by}数据统计表{when}"
    label = model_of(table.kind).kind.label
    what = f"分{group.removesuffix('（街道）')}统计表" if group else "一览表"
    return f"{unit}{label}{what}{when}"


def reads(value: Value, shape: Format) -> str:
    """A value as it stands in its cell on paper."""
    cell = shown(value, shape)
    return "" if cell.value is None else digits(cell)
