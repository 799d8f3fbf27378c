"""What holds of every record kind: the declarations agree with themselves and with the options shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from app.models import RECORDS, Record, model_of
from app.models.base import Base, snake
from app.models.fields import Field, field_of, fields_of, rows_of
from app.models.figures import FIGURES
from app.models.values import Choice, RefTo
from app.services.catalog import shown
from app.services.options import shipped_lists

CHINESE = re.compile(r"[\u4e00-\u9fff]")
QUICK = 15
each_record = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)


def _classes(model: type[Base]) -> Iterator[type[Base]]:
    yield model
    for spec in fields_of(model):
        if spec.nested:
            yield from _classes(rows_of(model, spec))


CLASSES = tuple(dict.fromkeys(each for model in RECORDS for each in _classes(model)))
each_class = pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)


def test_kinds_are_told_apart() -> None:
    assert len({model.key for model in RECORDS}) == len(RECORDS)
    assert len({model.kind.label for model in RECORDS}) == len(RECORDS)
    assert len({model.kind.code for model in RECORDS}) == len(RECORDS)
    assert not {model.key for model in RECORDS} & {model.kind.label for model in RECORDS}
    assert all(model_of(model.key) is model for model in RECORDS)


@each_class
def test_labels_are_unique_and_no_label_is_another_fields_key(model: type[Base]) -> None:
    labels = [spec.label for spec in fields_of(model)]
    assert sorted(labels) == sorted(set(labels))
    assert not set(labels) & {spec.key for spec in fields_of(model)}


@each_class
def test_labels_are_chinese_and_short(model: type[Base]) -> None:
    for spec in fields_of(model):
        assert CHINESE.search(spec.label), spec.key
        assert len(spec.label) <= 8, spec.label
        assert len(spec.heading) <= 6, spec.heading
        assert not re.search(r"[A-Za-z您！!]", spec.label + spec.hint), spec.key


@each_record
def test_the_quick_form_has_at_most_fifteen_fields(model: type[Record]) -> None:
    quick = [spec.key for spec in fields_of(model) if spec.editable and not spec.folded]
    assert len(quick) <= QUICK, quick


@each_record
def test_few_things_are_needed(model: type[Record]) -> None:
    saved = [spec.key for spec in fields_of(model) if spec.needed == "save"]
    counted = [spec.key for spec in fields_of(model) if spec.needed in ("save", "count")]
    assert 1 <= len(saved) <= 4, saved
    assert len(counted) <= 6, counted


@each_class
def test_what_is_needed_is_not_folded_away(model: type[Base]) -> None:
    hidden = [spec.key for spec in fields_of(model) if spec.needed in ("save", "count") and spec.folded]
    assert hidden == []


@each_record
def test_the_kind_names_fields_that_exist(model: type[Record]) -> None:
    kind, keys = model.kind, {spec.key for spec in fields_of(model)}
    assert kind.title in keys
    assert kind.day == "" or field_of(model, kind.day).value is not None
    assert set(kind.same_if) <= keys
    assert all(field_of(model, key).shape in ("value", "reference") for key in kind.same_if)
    assert set(kind.optional) <= set(kind.groups)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in kind.documents)


@each_record
def test_every_group_is_declared_and_used(model: type[Record]) -> None:
    used = list(dict.fromkeys(spec.group for spec in fields_of(model)))
    assert used == [group for group in model.kind.groups if group in used]
    assert set(model.kind.groups) == set(used)


@each_class
def test_fields_stand_in_the_order_of_their_ranks(model: type[Base]) -> None:
    for one, other in pairwise(fields_of(model)):
        if one.group == other.group:
            assert (one.rank, one.order) < (other.rank, other.order)


@each_class
def test_every_choice_has_its_list(model: type[Base]) -> None:
    lists = shipped_lists()
    for spec in fields_of(model):
        if isinstance(spec.value, Choice) and spec.value.of != "figure":
            assert lists[spec.value.of][1], spec.key
            if isinstance(spec.default, str):
                assert spec.default in {option.key for option in lists[spec.value.of][1]}


@each_class
def test_references_point_to_kinds_and_narrow_by_fields(model: type[Base]) -> None:
    for spec in fields_of(model):
        if isinstance(spec.value, RefTo):
            assert spec.value.kind == spec.target
            assert model_of(spec.target)
        if spec.narrowed_by:
            narrowing = field_of(model, spec.narrowed_by)
            assert narrowing.target == field_of(model_of(spec.target), spec.narrowed_by).target
            assert fields_of(model).index(narrowing) < fields_of(model).index(spec)


@each_class
def test_no_field_hides_what_every_record_says_of_itself(model: type[Base]) -> None:
    own = {"uuid", "kind", "number", "status", "title", "revision", "created_at", "updated_at", "problems"}
    assert not own & {spec.key for spec in fields_of(model)}


@each_class
def test_every_typed_column_may_be_empty(model: type[Base]) -> None:
    for spec in fields_of(model):
        name = spec.key + "_id" if spec.shape == "reference" else spec.key
        column = _column(model, spec, name)
        assert column is None or column.nullable, spec.key


@each_class
def test_nothing_is_deleted_by_the_database_itself(model: type[Base]) -> None:
    keys = [key for table in model.metadata.tables.values() for key in table.foreign_keys]
    assert keys
    assert all(key.ondelete is None and key.onupdate is None for key in keys)


@each_record
def test_table_and_column_names_need_no_quotes(model: type[Record]) -> None:
    assert model.__tablename__ in (snake(model.__name__), model.key)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", spec.key) for spec in fields_of(model))


def test_options_are_told_apart_by_key_and_by_label() -> None:
    for name, (label, entries) in shipped_lists().items():
        assert CHINESE.search(label)
        assert entries, name
        assert len({entry.key for entry in entries}) == len(entries), name
        assert all(re.fullmatch(r"[a-z0-9_]{1,40}", entry.key) for entry in entries), name
        groups = {entry.group for entry in entries}
        for group in groups:
            labels = [entry.label for entry in entries if entry.group == group]
            assert len(set(labels)) == len(labels), name


def test_several_options_typed_in_one_line_can_be_told_apart() -> None:
    """A label with a comma in it could not be read back from 甲、乙."""
    from app.models.values import Many

    many = {spec.value.of for model in CLASSES for spec in fields_of(model) if isinstance(spec.value, Many)}
    for name in many:
        assert not [o.label for o in shipped_lists()[name][1] if re.search(r"[、，,;；\n|]", o.label + o.key)]


def test_figures_are_told_apart_and_their_declarations_exist() -> None:
    assert len({figure.key for figure in FIGURES}) == len(FIGURES)
    assert len({figure.label for figure in FIGURES}) == len(FIGURES)
    for figure in FIGURES:
        assert figure.rule, figure.key
        assert CHINESE.search(figure.rule)
        if figure.source:
            assert model_of(figure.source.split(".")[0])
        else:
            assert figure.combined
        assert figure.nature == "stock" or not figure.until, figure.key


def _column(model: type[Base], spec: Field, name: str) -> Any:
    table = model.text_class.__table__ if spec.shape == "long_text" and issubclass(model, Record) else None
    tables = [table] if table is not None else list(model.__mapper__.tables)
    return next((each.c[name] for each in tables if name in each.c), None)


def test_show_prints_every_field_once() -> None:
    from app.services.aggregates import Aggregate

    for model in RECORDS:
        printed = shown(Aggregate(model.key, {}))
        assert {spec.key for spec in fields_of(model)} <= set(printed)
