"""Columns follow from the fields, keep to the room there is, and give way in a sensible order."""

from __future__ import annotations

import pytest

from app.models import RECORDS, Record
from app.models.meeting import Meeting
from app.models.people import Membership
from app.ui.appearance import Appearance
from app.ui.tables.columns import STATUS, TICK, Column, chosen, columns, fitted, more_columns, status_heading
from app.ui.theme import BASE_SIZES, Layout, Look, Theme

LABELS = {
    "brand": ["协商在基层", "院坝协商"],
    "focus": ["富民强市"],
    "township": ["永兴街道"],
    "village": ["大树营社区"],
}


@pytest.fixture
def theme(appearance: Appearance) -> Theme:
    return appearance.theme


def test_the_day_comes_first_then_the_name_then_the_rest_as_declared() -> None:
    keys = [column.key for column in columns(Meeting, {})]
    assert keys[:2] == ["happened_on", "topic"]
    assert set(keys) >= {"brand", "township", "host", "headcount"}
    assert next(iter(columns(Membership, {}))).key == "person"


def test_long_fields_are_never_columns_and_private_ones_only_where_asked_for() -> None:
    for model in RECORDS:
        offered = {column.key for column in (*columns(model, {}), *more_columns(model))}
        for spec in model.__fields__:
            assert not (spec.private and spec.listed)
            if spec.shape in ("long_text", "children", "child", "people", "files"):
                assert spec.key not in offered


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
@pytest.mark.parametrize("points", BASE_SIZES)
def test_columns_never_take_more_room_than_there_is(
    appearance: Appearance, model: type[Record], points: int
) -> None:
    theme = Theme.make(Look.LIGHT, points)
    for room in (900, 1100, 1247, 1680):
        widths = fitted(columns(model, {}), room, theme, Layout.of(room, theme.em))
        assert sum(widths.values()) == room
        assert next(iter(widths)) == TICK
        assert list(widths)[-1] == STATUS
        assert min(widths.values()) > 0


def test_what_gives_way_is_what_the_pictures_leave_out(theme: Theme) -> None:
    wanted = columns(Meeting, LABELS)
    gone: list[str] = []
    for room in range(1700, 500, -10):
        shown = fitted(wanted, room, theme, Layout.NORMAL)
        gone += [column.key for column in wanted if column.key not in shown and column.key not in gone]
    assert gone[0] == "members"
    assert set(gone[1:4]) == {"host", "village", "focus"}
    assert {"happened_on", "topic"}.isdisjoint(gone)


def test_the_name_keeps_room_for_many_words_and_takes_what_is_left(theme: Theme) -> None:
    wanted = columns(Meeting, LABELS)
    assert fitted(wanted, 1130, theme, Layout.NORMAL)["topic"] >= theme.px(18)
    narrow, wide = (fitted(wanted, room, theme, Layout.WIDE) for room in (1700, 1900))
    assert wide["topic"] - narrow["topic"] == 200


def test_short_names_leave_room_for_long_neighbours(theme: Theme) -> None:
    widths = fitted(columns(Membership, {}), 1130, theme, Layout.NORMAL)
    assert widths["employer"] >= theme.px(16)


def test_a_kind_with_a_state_of_its_own_calls_ours_otherwise() -> None:
    assert status_heading(columns(Meeting, {})) == "状态"
    assert status_heading(columns(Membership, {})) == "登记"


def test_wide_windows_let_all_columns_grow(theme: Theme) -> None:
    normal, wide = (
        fitted(columns(Meeting, LABELS), 1700, theme, each) for each in (Layout.NORMAL, Layout.WIDE)
    )
    assert wide["headcount"] == round(normal["headcount"] * 1.16)


def test_the_clerk_chooses_but_the_name_stays() -> None:
    own, more = columns(Meeting, {}), more_columns(Meeting)
    assert chosen(own, more, None) == list(own)
    kept = chosen(own, more, ("host", "mass_count", "number"))
    assert [column.key for column in kept] == ["topic", "host", "number", "mass_count"]
    assert all(isinstance(column, Column) for column in kept)
