"""Every value kind that a field declares: what it says it reads again, and no JSON value upsets it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from app.errors import Unfit
from app.models import RECORDS
from app.models.base import Base
from app.models.context import Ref
from app.models.days import Month
from app.models.fields import fields_of, rows_of
from app.models.personal import IdentityNumber
from app.models.values import (
    Choice,
    Code,
    Count,
    DayValue,
    Flag,
    LongText,
    Many,
    Money,
    RefTo,
    Text,
    Time,
    ValueKind,
    Year,
)
from app.services.context import OfficeContext
from app.services.options import Options
from tests.office import MOMENT, small_office

CHINESE = re.compile(r"[\u4e00-\u9fff]")
RARE = "𠮷𫚉𬀩𰻞𱍐𲎯䶮镕燚"


def _declared(model: type[Base]) -> Iterator[ValueKind]:
    for spec in fields_of(model):
        if spec.value is not None:
            yield spec.value
        if spec.nested:
            yield from _declared(rows_of(model, spec))


KINDS = tuple(dict.fromkeys(kind for model in RECORDS for kind in _declared(model)))
each_kind = pytest.mark.parametrize("kind", KINDS, ids=repr)
each_sort = pytest.mark.parametrize(
    "kind",
    {
        (type(k), getattr(k, "pattern", ""), getattr(k, "signed", ""), getattr(k, "ahead", "")): k
        for k in KINDS
    }.values(),
    ids=lambda kind: type(kind).__name__,
)

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.text(st.characters(exclude_categories=()), max_size=80)
    | st.text("0123456789.-:+eE,元年月日　 ½²①٣", max_size=14)
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
)
HUGE = 10**5000
AWKWARD: tuple[Any, ...] = (
    "", " ", "\u3000", "\x00", "a\x00b", "a\x1bb", "\ud800", "电\udfff动车", "\ufffe", "\ufeff", "\u2028",
    HUGE, -HUGE, "9" * 5000, "-" + "9" * 5000, "0." + "0" * 5000, "1e999999999", "-1e-999999999",
    "0e999999999999999999999", "sNaN", "NaN", "-0", "-0.001", "-0.0", 1e308, -1e308, float("nan"),
    float("inf"), float("-inf"), True, False, [], {}, [[[]]], [None], [True], [1], [[HUGE]], {"a": [HUGE]},
    [""], {"uuid": None}, {"uuid": 5}, {"uuid": ""}, {"uuid": "\ud800"}, {"uuid": "0" * 32}, "0" * 32,
    "x" * 100_000, ["x" * 100_000], "=1+1", "٢", "㍿" * 20, "ﷺ" * 20, "24:00", "14:60", "2026-02-30", "、",
    "，；", "\n\n", "a\r\nb\tc",
)  # fmt: skip


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeContext]:
    """The small office, as a value sees it."""
    office = small_office(Path(tmp_path_factory.mktemp("office")))
    with office.store.reading() as session:
        yield OfficeContext(session, Options.load(session), MOMENT.date())
    office.store.close()


@each_sort
@example_settings(max_examples=30)
@given(raw=JSON)
def test_any_json_value_is_read_or_refused_with_a_sentence(
    context: OfficeContext, kind: ValueKind, raw: Any
) -> None:
    _check_read_or_refused(kind, raw, context)


@each_kind
def test_awkward_values_are_read_or_refused_with_a_sentence(context: OfficeContext, kind: ValueKind) -> None:
    for raw in AWKWARD:
        _check_read_or_refused(kind, raw, context)


@each_kind
def test_nothing_stays_nothing(context: OfficeContext, kind: ValueKind) -> None:
    assert kind.parse(None, context, {}) is None
    assert kind.format(None, context) == ""
    assert kind.plain(None) is None
    if not isinstance(kind, Many):
        assert kind.parse("", context, {}) is None
    assert kind.parse("  ", context, {}) is None


@each_sort
@example_settings(max_examples=25)
@given(data=st.data())
def test_a_value_as_shown_and_as_plain_data_is_read_back(
    context: OfficeContext, kind: ValueKind, data: st.DataObject
) -> None:
    value = data.draw(_values(kind, context))
    assert kind.parse(kind.plain(value), context, {}) == value
    assert json.loads(json.dumps(kind.plain(value))) == kind.plain(value)
    if not isinstance(kind, RefTo):  # two people may have one name
        assert kind.parse(kind.format(value, context), context, {}) == value


@each_sort
@example_settings(max_examples=25)
@given(data=st.data())
def test_a_stored_value_comes_back_the_same(
    context: OfficeContext, kind: ValueKind, data: st.DataObject
) -> None:
    if isinstance(kind, RefTo):
        return
    from sqlalchemy.dialects.sqlite import dialect

    value = data.draw(_values(kind, context))
    column = kind.column()
    put, take = column.bind_processor(dialect()), column.result_processor(dialect(), None)
    stored = put(value) if put else value
    assert isinstance(stored, str | int)
    back = take(stored) if take else stored
    assert back == value
    assert kind.plain(back) == kind.plain(value)


def _check_read_or_refused(kind: ValueKind, raw: Any, context: OfficeContext) -> None:
    value, refusal = _parsed(kind, raw, context)
    if refusal:
        assert CHINESE.search(refusal)
        assert len(refusal) < 300
        assert not re.search(r"[\x00-\x1f\ud800-\udfff]", refusal)
        return
    shown = kind.format(value, context)
    shown.encode()  # whatever was taken can be written down
    assert kind.parse(kind.plain(value), context, {}) == value
    assert isinstance(kind, RefTo) or kind.parse(shown, context, {}) == value


def _parsed(kind: ValueKind, raw: Any, context: OfficeContext) -> tuple[Any, str]:
    try:
        return kind.parse(raw, context, {}), ""
    except Unfit as unfit:
        return None, str(unfit)


def _values(kind: ValueKind, context: OfficeContext) -> st.SearchStrategy[Any]:
    match kind:
        case Many():
            entries = [option.key for option in context.options.entries(kind.of)]
            return st.lists(st.sampled_from(entries), min_size=1, unique=True).map(tuple)
        case Choice():
            return st.sampled_from([option.key for option in context.options.entries(kind.of)])
        case RefTo():
            return (
                st.sampled_from(_targets(kind.kind, context)) if _targets(kind.kind, context) else st.none()
            )
        case Code():
            return _codes(kind)
        case LongText() | Text():
            inside = st.text("电动车abcXYZ019 =+-@，。（）·'\"\\<&>" + RARE, max_size=min(kind.limit, 40))
            return inside.map(str.strip).filter(bool)
        case Year():
            return st.integers(1900, 2199)
        case Count():
            return st.integers(-kind.largest if kind.signed else 0, kind.largest)
        case Money():
            return st.decimals(Decimal(0), Decimal(999_999_999), places=2, allow_nan=False)
        case DayValue():
            months = st.builds(Month, st.integers(1900, 2199), st.integers(1, 12))
            return st.dates(date(1900, 1, 1), date(2199, 12, 31)) | months
        case Time():
            return st.builds(time, st.integers(0, 23), st.integers(0, 59))
        case Flag():
            return st.booleans()
    raise AssertionError(f"say how values of {type(kind).__name__} are made")


def _codes(kind: Code) -> st.SearchStrategy[str]:
    if isinstance(kind, IdentityNumber):
        return st.sampled_from(("530102198001011237", "11010519491231002X"))
    plain = st.characters(min_codepoint=33, max_codepoint=126)
    return st.from_regex(kind.pattern or r"[0-9-]{1,20}", fullmatch=True, alphabet=plain)


def _targets(kind: str, context: OfficeContext) -> list[Ref]:
    names = {
        "township": "青山镇",
        "village": "石桥村",
        "membership": "陈志明",
        "person": "陈志明",
        "term": "十一届",
        "unit": "示例县政协",
        "studio": "青山镇委员工作室",
        "topic_plan": "电动车集中充电与消防安全",
    }
    return [context.resolve(kind, names[kind], {})] if kind in names else []
