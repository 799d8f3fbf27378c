"""FigureSet: one office's figures, found by every word they are known by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import AppError
from app.models.figure import Figure, Plus, Ratio
from app.models.figure_set import SHIPPED, FigureSet
from app.models.figures import FIGURES


def _own(key: str, label: str, measure: Plus | Ratio, **more: tuple[str, ...]) -> Figure:
    return Figure(key, label, "件", "", "", "由别的指标算出来", measure, **more)  # type: ignore[arg-type]


def test_the_shipped_set_is_the_declared_tuple_in_its_order() -> None:
    assert tuple(SHIPPED.values()) == FIGURES
    assert SHIPPED.own == ()
    assert [SHIPPED[figure.key] for figure in FIGURES] == list(FIGURES)
    with pytest.raises(KeyError):
        SHIPPED["own_1"]


def test_a_figure_is_known_by_key_label_and_alias() -> None:
    figure = replace(SHIPPED["meetings"], key="own_1", label="会议数", aliases=("开会", "会议场数"))
    known = FigureSet(SHIPPED.values(), [figure])
    for word in ("own_1", "会议数", "开会", "会议场数"):
        assert known.known(word) is figure
    assert known.known("meetings") is SHIPPED["meetings"]
    assert known.own == (figure,)
    with pytest.raises(AppError, match="没有“开”这个指标"):
        known.known("开")


def test_what_is_out_of_use_keeps_its_name_and_nothing_else() -> None:
    known = FigureSet(SHIPPED.values(), unused={"own_1": "以前的数"})
    assert known.label("own_1") == "以前的数"
    assert "own_1" not in known
    assert known.label("meetings") == SHIPPED["meetings"].label
    assert known.label("nobody") == "nobody"


def test_plain_parts_go_through_sums_of_sums_and_name_each_once() -> None:
    inner = _own("own_1", "甲", Plus(("visits", "deeds")))
    outer = _own("own_2", "乙", Ratio("own_1", "visits"))
    known = FigureSet(SHIPPED.values(), [inner, outer])
    assert [figure.key for figure in known.plain_parts(outer)] == ["visits", "deeds"]
    assert known.plain_parts(SHIPPED["visits"]) == (SHIPPED["visits"],)


def test_trying_a_figure_leaves_the_set_as_it_was() -> None:
    first = _own("own_1", "甲", Plus(("visits", "deeds")))
    known = FigureSet(SHIPPED.values(), [first])
    tried = known.with_own(replace(first, label="丙"))
    assert tried["own_1"].label == "丙"
    assert len(tried) == len(known)
    assert known["own_1"].label == "甲"
    assert len(known.with_own(_own("own_2", "乙", Plus(("visits", "meetings"))))) == len(known) + 1
