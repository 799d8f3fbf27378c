"""What holds of every indicator: said in words, known by one name, made of fields and options that exist."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from app.models.checks import rules_of
from app.models.figure import Distinct, Figure, Plus, Ratio, Sum
from app.models.figure_set import SHIPPED
from app.models.figures import FIGURES
from app.models.values import Choice
from app.services.figure_query import Source, can_group
from app.services.figure_sources import source_of
from app.services.figures import GROUPINGS
from app.services.options import shipped_lists
from resources.make import figures_page
from resources.make.published import PUBLISHED

PAGES = ("meeting", "visit", "studio", "members")
PLAIN = [figure for figure in FIGURES if figure.source]
each_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
each_plain = pytest.mark.parametrize("figure", PLAIN, ids=lambda figure: figure.key)


def test_every_name_means_one_figure() -> None:
    names = Counter(name for f in FIGURES for name in (f.key, f.label, *f.aliases))
    assert [name for name, times in names.items() if times > 1] == []
    assert len(FIGURES) > 150
    for figure in FIGURES:
        assert all(SHIPPED.known(name) is figure for name in (figure.key, figure.label, *figure.aliases))


def test_they_stand_in_the_order_of_the_pages() -> None:
    pages = [figure.page for figure in FIGURES]
    assert pages == sorted(pages, key=PAGES.index)


@each_figure
def test_a_figure_is_said_in_a_clerks_words(figure: Figure) -> None:
    assert re.fullmatch(r"[a-z_]{1,40}", figure.key)
    for said in (figure.label, *figure.aliases):
        assert 2 <= len(said) <= 14, said
        assert not re.search(r"[A-Za-z您！!，。]", said), said
    assert figure.rule
    assert not re.search(r"[A-Za-z_您！!]", figure.rule)
    assert figure.rule[-1] not in "。；，"
    assert (
        figure.unit == "%"
        if isinstance(figure.measure, Ratio)
        else re.fullmatch(r"[一-龥]{1,2}", figure.unit)
    )


@each_figure
def test_what_a_figure_is_made_of_exists(figure: Figure) -> None:
    if not figure.source:
        assert isinstance(figure.measure, Plus | Ratio)
        assert (figure.dated_by, figure.until, figure.where) == ("", "", ())
        assert (figure.nature == "ratio") == isinstance(figure.measure, Ratio)
        assert all(SHIPPED[part].nature != "ratio" for part in figure.combined)
        return
    source = Source(figure.source)
    columns = [figure.dated_by, *(where.field for where in figure.where)]
    columns += [figure.until] if figure.until else []
    columns += [figure.measure.field] if isinstance(figure.measure, Sum | Distinct) else []
    assert all(source.column(name) is not None for name in columns)
    assert figure.nature == "stock" or not figure.until


@each_plain
def test_a_condition_names_options_that_are_shipped(figure: Figure) -> None:
    source = source_of(figure.source)
    assert source is not None
    lists = shipped_lists()
    for where in figure.where:
        field = next((each for each in source.fields if each.column == where.field), None)
        if field is None or not isinstance(field.value, Choice):
            continue
        keys = {option.key for option in lists[field.value.of][1]}
        wanted = where.value if isinstance(where.value, tuple) else (where.value,)
        assert set(wanted) - {None} <= keys, (figure.key, where)


@each_figure
def test_what_is_said_of_the_date_and_the_rule_is_declared(figure: Figure) -> None:
    """A rule that names the end of the period belongs to a figure that is judged then, and the other way."""
    as_of_end = figure.nature == "stock" or any(where.value == "@through" for where in figure.where)
    assert ("期末" in figure.rule) == as_of_end


@each_figure
def test_sums_are_of_one_unit_and_rates_of_what_they_divide(figure: Figure) -> None:
    if isinstance(figure.measure, Ratio):
        top, bottom = (SHIPPED[part].label for part in figure.combined)
        assert figure.rule == f"{top} ÷ {bottom}"
    if isinstance(figure.measure, Plus):
        kinds = {SHIPPED[part].nature for part in figure.combined}
        assert kinds == {"flow"}


def test_every_figure_can_be_split_by_something_and_told_what_it_is_checked_by() -> None:
    assert all(any(can_group(f, by, SHIPPED) for by in GROUPINGS if by != "month") for f in FIGURES)
    assert rules_of("meetings")
    assert all(SHIPPED[part.figure] for f in FIGURES for rule in rules_of(f.key) for part in rule.parts)


def test_the_page_says_what_the_catalogue_says() -> None:
    told = figures_page.FILE.read_text(encoding="utf-8")
    assert told == figures_page.page(), "run python -m resources.make.figures_page"
    assert all(f"### {figure.label}（{figure.unit}）" in told for figure in FIGURES)


def test_every_published_number_is_answered_or_said_to_be_out_of_reach() -> None:
    assert {each.row for each in PUBLISHED} >= {str(row) for row in range(1, 52)}
    for each in PUBLISHED:
        assert each.figures or each.missing, each.what
        assert set(each.figures) <= set(SHIPPED), each.what
        assert not re.search(r"[|\n]", each.what + each.said + each.how + each.missing)
