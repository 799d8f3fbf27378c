"""OwnTableCheck: what of an ad-hoc table no longer holds, in sentences, and the table without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnClause, inspect, select
from sqlalchemy.orm import Session

from app.errors import quoted
from app.models import RECORDS, Record, model_of
from app.models.fields import Field
from app.models.figure_set import FigureSet
from app.models.people import Membership
from app.models.values import Choice, Code, DayValue, Flag, Money, Text
from app.services.aggregates import DRAFT, REGISTERED
from app.services.context import current_uuid
from app.services.figure_query import can_group
from app.services.figures import GROUPINGS
from app.services.list_tables import PLANNED, STATUS, UNFILLED
from app.services.options import Options
from app.services.own_table import Condition, OwnTable, SortKey
from app.services.own_table_fields import (
    COUNT,
    IN,
    NOT_IN,
    OP_WORDS,
    WITHOUT_VALUE,
    can_sort,
    can_sum,
    conditions_for,
    field_for,
    groups_for,
    ops_of,
)
from app.services.own_table_spans import SPANS

GROUP_LABELS = {
    "township": "乡镇（街道）", "sector": "界别", "studio": "工作室", "member": "委员", "month": "月份",
    "brand": "协商品牌", "focus": "五项重点", "unit": "填报单位",
}  # fmt: skip
NARROWED_BY = ("brand", "focus")


class OwnTableCheck:
    """Reads what there is by now on one session; lives as long as one intention."""

    def __init__(self, session: Session, figures: FigureSet) -> None:
        self._session = session
        self._figures = figures
        self._options = Options.load(session)
        self._said: list[str] = []

    def cleaned(self, table: OwnTable) -> tuple[OwnTable, tuple[str, ...]]:
        """The table as far as it holds, and one sentence for each thing left out or lacking."""
        self._said = []
        if table.of_records:
            table = self._records(table)
        else:
            table = self._counted(table)
        return table, tuple(self._said)

    # records

    def _records(self, table: OwnTable) -> OwnTable:
        model = next((model for model in RECORDS if model.key == table.kind), None)
        if model is None:
            gone = f"没有{quoted(table.kind)}这类记录，请重新选一类。"
            self._said.append(gone if table.kind else "请选一类记录。")
            return replace(table, kind="", fields=(), filters=(), group="", sort=())
        fields = self._kept(table.fields, lambda key: field_for(model, key) is not None, model.kind.label)
        if not fields and not table.group:
            self._said.append("一列都没有选，请至少选一列。")
        filters = tuple(each for each in table.filters if self._holds(model, each))
        group = table.group
        if group and all(spec.key != group for spec in groups_for(model)):
            self._said.append(f"{model.kind.label}不能再按{quoted(group)}分组，请换一个。")
            group = ""
        sort = tuple(each for each in table.sort if self._sorts(model, fields, group, each))
        filters = tuple(self._moved(model, each) for each in filters)
        return replace(table, fields=fields, filters=filters, group=group, sort=sort)

    def _kept(self, keys: Sequence[str], known: Any, where: str) -> tuple[str, ...]:
        for key in keys:
            if not known(key):
                self._said.append(f"{where}里没有{quoted(key)}这一列了，请把它去掉或换一列。")
        return tuple(dict.fromkeys(key for key in keys if known(key)))

    def _sorts(self, model: type[Record], fields: Sequence[str], group: str, sort: SortKey) -> bool:
        spec = field_for(model, sort.field)
        if group:
            good = sort.field in (COUNT, group) or (
                spec is not None and can_sum(spec) and sort.field in fields
            )
        else:
            good = spec is not None and can_sort(spec)
        if not good:
            named = quoted(spec.label if spec is not None else sort.field)
            self._said.append(f"不能按{named}排序，请换一列。")
        return good

    def _holds(self, model: type[Record], condition: Condition) -> bool:
        spec = next((each for each in conditions_for(model) if each.key == condition.field), None)
        if spec is None:
            self._said.append(
                f"条件里的{quoted(condition.field)}，{model.kind.label}里没有了，请去掉这个条件。"
            )
            return False
        if condition.op not in ops_of(spec):
            self._said.append(f"条件“{spec.label}”的写法不对，请重设这个条件。")
            return False
        wrong = self._wrong_value(spec, condition)
        if wrong:
            self._said.append(f"条件“{spec.label}{OP_WORDS[condition.op]}”{wrong}，请重设这个条件。")
        return not wrong

    def _wrong_value(self, spec: Field, condition: Condition) -> str:
        """What is wrong with what a field is compared with; "" when nothing is."""
        value = condition.value
        if condition.op in WITHOUT_VALUE:
            return ""
        if condition.op in (IN, NOT_IN):
            if not isinstance(value, tuple) or not value:
                return "后面还没有选"
            gone = [key for key in value if key != UNFILLED and not self._there(spec, key)]
            return f"选的有 {len(gone)} 个已经没有了" if gone else ""
        if isinstance(spec.value, Flag):
            return "" if isinstance(value, bool) else "后面要选 是 或 否"
        if isinstance(spec.value, DayValue):
            return "" if _is_day(value) else "后面要填日期"
        if isinstance(spec.value, Money):
            return "" if _is_number(value) else "后面要填数"
        if isinstance(spec.value, Text | Code):
            return "" if isinstance(value, str) and value.strip() else "后面要填文字"
        return "" if isinstance(value, int) and not isinstance(value, bool) else "后面要填数"

    def _there(self, spec: Field, key: str) -> bool:
        """Whether an option, or the record behind a uuid, is still there; a merged one is."""
        if spec.key == STATUS:
            return key in (DRAFT, PLANNED, REGISTERED)
        if isinstance(spec.value, Choice):
            return any(option.key == key for option in self._options.entries(spec.value.of, retired=True))
        table = inspect(_target(spec)).tables[0]
        uuid: ColumnClause[Any] = table.c.uuid
        wanted = select(table.c.id).where(uuid == current_uuid(self._session, key))
        return self._session.execute(wanted.where(table.c.deleted_at.is_(None))).first() is not None

    def _moved(self, model: type[Record], condition: Condition) -> Condition:
        """A condition that follows records merged into others."""
        spec = field_for(model, condition.field)
        if spec is None or spec.key == STATUS or not isinstance(condition.value, tuple):
            return condition
        if isinstance(spec.value, Choice):
            return condition
        now = (current_uuid(self._session, key) if key else key for key in condition.value)
        return replace(condition, value=tuple(dict.fromkeys(now)))

    # figures

    def _counted(self, table: OwnTable) -> OwnTable:
        known = self._figures
        by = table.by
        if by and by not in GROUPINGS:
            self._said.append(f"不能按{quoted(by)}分组，请换一个。")
            by = ""
        figures = []
        for key in table.figures:
            if key not in known:
                self._said.append(f"没有{quoted(known.label(key))}这个指标了，请把它去掉或换一个。")
            elif by and not can_group(known[key], by, known):
                self._said.append(f"{known[key].label}分不到{GROUP_LABELS[by]}，请把它去掉，或换一个分组。")
            elif key not in figures:
                figures.append(key)
        if not figures:
            self._said.append("一个指标都没有选，请至少选一个。")
        spans = tuple(dict.fromkeys(span for span in table.spans if span in SPANS))
        if len(spans) < len(set(table.spans)):
            self._said.append("要比的期间里有认不得的，请重选。")
        filters = tuple(each for each in table.filters if self._narrows(table, each, figures))
        columns = {f"{key}:{span}" for key in figures for span in spans or ("current",)}
        sort = tuple(each for each in table.sort if by and each.field in columns)
        if len(sort) < len(table.sort):
            self._said.append("排序的那一列不在表里了，请换一列。")
        return replace(
            table, figures=tuple(figures), by=by, spans=spans or ("current",), filters=filters, sort=sort
        )

    def _narrows(self, table: OwnTable, condition: Condition, figures: Sequence[str]) -> bool:
        """A figure can be narrowed to one brand and one focus, when it knows of them."""
        label = GROUP_LABELS.get(condition.field, condition.field)
        good = condition.field in NARROWED_BY and condition.op == IN and condition.field != table.by
        keys = {option.key for option in self._options.entries(condition.field, retired=True)}
        if not good or not isinstance(condition.value, tuple) or len(condition.value) != 1:
            self._said.append(f"条件“{label}”的写法不对，请重设这个条件。")
            return False
        if condition.value[0] not in keys:
            self._said.append(f"条件“{label}”选的已经没有了，请重设这个条件。")
            return False
        known = self._figures
        unable = [known[key].label for key in figures if not can_group(known[key], condition.field, known)]
        if unable:
            self._said.append(f"{'、'.join(unable[:3])}分不出{label}，请把它去掉，或去掉这个条件。")
        return not unable


def _target(spec: Field) -> type[Record]:
    return Membership if spec.shape == "members" else model_of(spec.target)


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_number(value: Any) -> bool:
    try:
        return isinstance(value, str) and Decimal(value).is_finite()
    except ArithmeticError:
        return False
