"""Reading the definition of a figure from JSON or a form: labels are taken for keys, problems are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from app.errors import AppError, Level, Problem, Unfit, quoted
from app.models.context import Context, Ref
from app.models.figure_definition import OF_FIGURES, WITHOUT_VALUE, Condition, FigureDefinition, Op, Way
from app.models.figure_set import FigureSet
from app.models.texts import describe
from app.models.values import Code, DayValue, Flag, Many, Money, Text
from app.services.figure_catalogue import NO, YES
from app.services.figure_sources import CountedField, FigureSource, figure_sources
from app.services.figure_wording import LONGEST_RULE, is_same_rule, rule_of

WAYS: dict[Way, str] = {
    "count": "条数", "sum": "相加", "distinct": "去重", "ratio": "两个指标之比", "plus": "几个指标相加",
}  # fmt: skip
NAMES = {
    "label": "名称", "unit": "单位", "source": "取自", "where": "条件", "measure": "算什么", "of": "算哪一项",
    "dated_by": "按哪个日期", "rule": "口径",
}  # fmt: skip
_CONDITION = {"field": "字段", "op": "怎么比", "value": "值"}
_OF_ROWS = ("source", "where", "dated_by")
_LABEL, _UNIT, _RULE = Text(20), Text(6), Text(LONGEST_RULE)
_MOST = 20  # conditions, values of one, figures added up
_SAME_OPS = {"=": ("in", "is", "has"), "!=": ("not_in", "has_not"), "不等于": ("not_in", "has_not")}


class FigureReading:
    """Reads one definition; `problems` holds what was wrong with it."""

    def __init__(self, known: FigureSet, context: Context) -> None:
        self._known = known
        self._context = context
        self.problems: list[Problem] = []

    def read(self, raw: Mapping[str, Any], before: FigureDefinition | None = None) -> FigureDefinition | None:
        """The definition, None with problems; `before` is what it was until now."""
        given = self._by_key(raw)
        label = self._text("label", given.get("label"), _LABEL)
        if not label:
            self._problem(("label",), "请填名称")
        way, of = self._measure(given)
        definition = FigureDefinition(label, "", way or "count")
        if way in OF_FIGURES:
            definition = self._of_figures(given, replace(definition, of=of))
        elif way is not None:
            definition = self._of_source(given, replace(definition, of=of))
        rule = self._text("rule", given.get("rule"), _RULE)
        return None if self.problems else self._with_rule(definition, rule, before)

    def _with_rule(
        self, definition: FigureDefinition, rule: str, before: FigureDefinition | None
    ) -> FigureDefinition:
        """Words that were made from the definition are made again; a clerk's own are kept."""
        made = before is not None and is_same_rule(rule, rule_of(before, self._known, self._context))
        rule = "" if made else rule
        return replace(definition, rule=rule or rule_of(definition, self._known, self._context))

    def _by_key(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        keys = {name: key for key, name in NAMES.items()} | {key: key for key in NAMES}
        for name, value in raw.items():
            if name not in keys:
                self._problem((name,), "没有这一项，请核对名称", quoted(name, 30)[1:-1])
            elif keys[name] in found:
                self._problem((keys[name],), "填了两次，请去掉一个")
            else:
                found[keys[name]] = value
        return found

    def _measure(self, given: Mapping[str, Any]) -> tuple[Way | None, tuple[str, ...]]:
        """How and what is measured; {"measure": {"sum": "people_served"}} says both at once."""
        raw, of = given.get("measure", "count"), given.get("of")
        if isinstance(raw, Mapping) and len(raw) == 1:
            raw, of = next(iter(raw.items()))
        if isinstance(of, Mapping) and set(of) == {"numerator", "denominator"}:
            of = [of["numerator"], of["denominator"]]
        found = next((way for way, word in WAYS.items() if raw in (way, word)), None)
        if found is None:
            offer = "、".join(f"{way}（{word}）" for way, word in WAYS.items())
            self._problem(("measure",), f"没有{describe(raw)}这种算法，可用：{offer}")
            return None, ()
        texts = list(of) if isinstance(of, list | tuple) else [of] if of else []
        if not all(isinstance(text, str) for text in texts) or len(texts) > _MOST:
            self._problem(("of",), "要填字段或指标的名称")
            return None, ()
        if found != "count" and not texts:
            self._problem(("of",), "请选要算的指标" if found in OF_FIGURES else "请选要算哪一项")
        return found, () if found == "count" else tuple(texts)

    def _of_figures(self, given: Mapping[str, Any], definition: FigureDefinition) -> FigureDefinition:
        for key in _OF_ROWS:
            if given.get(key):
                self._problem((key,), "由别的指标算出来，这一项不用填")
        of = tuple(self._figure(place, text) for place, text in enumerate(definition.of))
        first = self._known.get(of[0]) if of else None
        usual = "%" if definition.way == "ratio" else first.unit if first else ""
        unit = self._text("unit", given.get("unit"), _UNIT) or usual
        if definition.way == "ratio" and unit != "%":
            self._problem(("unit",), "两个指标之比按百分数算，单位是 %")
        return replace(definition, of=of, unit=unit)

    def _of_source(self, given: Mapping[str, Any], definition: FigureDefinition) -> FigureDefinition:
        source = self._source(given.get("source"))
        if source is None:
            return definition
        rows = self._rows(given.get("where"))
        read = (self._condition(source, place, each) for place, each in enumerate(rows))
        of = tuple(self._measured(source, definition.way, text) for text in definition.of)
        if len(of) > 1:
            self._problem(("of",), "只能选一项")
        unit = self._text("unit", given.get("unit"), _UNIT)
        summed = source.field(of[0]) if definition.way == "sum" and of else None
        money = summed is not None and isinstance(summed.value, Money)
        if money and unit not in ("", "元"):
            self._problem(("unit",), "加的是金额，单位要填 元")
        return replace(
            definition,
            unit=unit or ("元" if money else source.unit),
            source=source.path,
            where=tuple(each for each in read if each is not None),
            dated_by=self._day(source, given.get("dated_by")),
            of=of,
        )

    def _source(self, raw: Any) -> FigureSource | None:
        for source in figure_sources():
            if raw in (source.path, source.label, *source.aliases):
                return source
        kinds = "、".join(source.path for source in figure_sources() if not source.is_rows)
        what = "请选从哪类记录里数" if raw in (None, "") else f"没有{describe(raw)}这类记录"
        self._problem(("source",), f"{what}，可用：{kinds}，或它们下面的行，如 meeting.consensus.task")
        return None

    def _day(self, source: FigureSource, raw: Any) -> str:
        if raw in (None, ""):
            return source.default_day
        field = _named(source.fields, raw)
        if field is None or not isinstance(field.value, DayValue):
            offer = "、".join(day.label for day in source.days)
            what = "里没有这个字段" if field is None else "不是日期"
            self._problem(("dated_by",), f"{describe(raw)}{what}，可选：{offer}")
            return ""
        return field.key

    def _measured(self, source: FigureSource, way: Way, text: str) -> str:
        """The key of what is summed or counted once; whether it can be is told when it is declared."""
        offered = source.sums if way == "sum" else source.distincts
        found = _named(offered, text) or _named(source.fields, text)
        if found is None:
            offer = "、".join(each.label for each in offered[:8]) or "没有"
            self._problem(("of",), f"{source.label}里没有{quoted(text)}这个字段，可选：{offer}")
            return text
        return found.key

    def _figure(self, place: int, text: str) -> str:
        try:
            return self._known.known(text).key
        except AppError:
            self._problem(("of", place), f"没有{quoted(text)}这个指标，或已停用")
            return text

    def _rows(self, raw: Any) -> list[Any]:
        if raw is None:
            return []
        if not isinstance(raw, list | tuple) or len(raw) > _MOST:
            self._problem(("where",), f"条件要写成一列，最多 {_MOST} 条")
            return []
        return list(raw)

    def _condition(self, source: FigureSource, place: int, raw: Any) -> Condition | None:
        """One condition from {"field", "op", "value"} or [field, op, value]."""
        named = f"第 {place + 1} 个条件"
        if isinstance(raw, list | tuple) and 2 <= len(raw) <= 3:
            raw = dict(zip(_CONDITION, raw, strict=False))
        if not isinstance(raw, Mapping) or not set(raw) <= {*_CONDITION, *_CONDITION.values()}:
            self._problem(("where", place), f"{named}要写 field、op、value")
            return None
        given = {key: raw.get(key, raw.get(name)) for key, name in _CONDITION.items()}
        field = _named(source.fields, given["field"])
        if field is None:
            what = f"没有{describe(given['field'])}这个字段" if given["field"] else "请选字段"
            self._problem(("where", place, "field"), f"{named}：{source.label}里{what}")
            return None
        op = _op(field, given["op"])
        if op is None:
            offer = "、".join(field.op_word(each) for each in field.ops)
            self._problem(("where", place, "op"), f"{named}：{field.label}只能用：{offer}")
            return None
        if op in WITHOUT_VALUE:
            return Condition(field.key, op)
        return self._compared(field, op, given["value"], place, named)

    def _compared(self, field: CountedField, op: Op, raw: Any, place: int, named: str) -> Condition | None:
        several = isinstance(raw, list | tuple)
        texts = list(raw) if several else [raw]
        texts = [text for text in texts if text not in (None, "")]
        if not texts or len(texts) > _MOST or (len(texts) > 1 and op not in ("in", "not_in")):
            how = "请选或填一个值" if len(texts) < 2 else "只能写一个值"
            self._problem(("where", place, "value"), f"{named}（{field.label}）：{how}")
            return None
        try:
            values = tuple(self._kept(field, text) for text in texts)
        except Unfit as unfit:
            self._problem(("where", place, "value"), f"{named}（{field.label}）：{unfit}")
            return None
        return Condition(field.key, op, tuple(dict.fromkeys(values)))

    def _kept(self, field: CountedField, raw: Any) -> str:
        """A value as it is kept: see Condition."""
        if isinstance(field.value, Flag) and raw in (YES, NO):
            return cast(str, raw)
        # A part of a number or a phone is not one itself.
        kind = Text(field.value.limit) if isinstance(field.value, Code) else field.value
        value = kind.parse(raw, self._context, {})
        if isinstance(field.value, Many) and value is not None:
            value = value[0]
        if isinstance(value, bool):
            return YES if value else NO
        if value is None:
            raise Unfit("请选或填一个值")
        return value.uuid if isinstance(value, Ref) else str(kind.plain(value))

    def _text(self, key: str, raw: Any, value: Text) -> str:
        try:
            return value.parse(raw, self._context, {}) or ""
        except Unfit as unfit:
            self._problem((key,), str(unfit))
            return "?"  # so that it is not asked for as well

    def _problem(self, path: tuple[str | int, ...], text: str, label: str = "") -> None:
        self.problems.append(Problem(path, label or NAMES.get(str(path[0]), ""), text, Level.SAVE))


def _named(fields: Iterable[CountedField], raw: Any) -> CountedField | None:
    return next((each for each in fields if raw in (each.key, each.label, *each.aliases)), None)


def _op(field: CountedField, raw: Any) -> Op | None:
    """A comparison by its sign or its word; 是 and = stand for what the field has."""
    if raw in field.ops:
        return cast(Op, raw)
    by_word = next((op for op in field.ops if raw == field.op_word(op)), None)
    return by_word or next((op for op in field.ops if op in _SAME_OPS.get(str(raw), ())), None)
