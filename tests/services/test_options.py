"""Option lists: labels change, keys never; what is used is retired, not deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.clock import FixedClock
from app.errors import AppError, Invalid
from app.models.figures import FIGURES
from app.paths import DataFolder
from app.services import options
from app.services.office import Office
from app.services.options import shipped_lists
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.services.record_samples import FULL


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def test_a_new_store_has_the_shipped_lists_in_their_order(office: Office) -> None:
    found = office.options()
    for name, (_, entries) in shipped_lists().items():
        assert [(o.key, o.label, o.group) for o in found.entries(name)] == [
            (o.key, o.label, o.group) for o in entries
        ]


def test_a_choice_is_read_by_key_and_by_label_and_shown_by_label(office: Office) -> None:
    found = office.options()
    assert found.key("brand", "courtyard") == found.key("brand", "院坝协商") == "courtyard"
    assert found.key("brand", "没有") is None
    assert found.key("没有的选项", "courtyard") is None
    assert found.label("brand", "courtyard") == "院坝协商"
    assert found.label("brand", "old_key") == "old_key"


def test_figures_that_records_count_into_can_be_adjusted(office: Office) -> None:
    keys = {option.key for option in office.options().entries("figure")}
    assert keys == {figure.key for figure in FIGURES if figure.source}
    assert {"meetings", "visits"} <= keys
    assert not keys & {"contacts", "task_close_rate"}


def test_a_new_label_changes_what_old_records_say_and_not_what_they_are(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    office.change_options(options.rename_entry, "brand", "courtyard", "院坝说事")
    loaded = office.records.load("meeting", added.uuid)
    assert loaded.values["brand"] == "courtyard"
    assert loaded.content_hash == added.content_hash
    assert office.options().label("brand", "courtyard") == "院坝说事"
    again = office.records.add("meeting", [FULL | {"topic": "另一个", "brand": "院坝说事"}])[0]
    assert again.values["brand"] == "courtyard"
    with pytest.raises(Invalid, match="没有“院坝协商”这个选项"):
        office.records.add("meeting", [FULL | {"topic": "第三个", "brand": "院坝协商"}])


def test_a_retired_entry_is_no_longer_offered_but_old_records_keep_it(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    office.change_options(options.retire_entry, "brand", "courtyard")
    assert "courtyard" not in {option.key for option in office.options().entries("brand")}
    assert "courtyard" in {option.key for option in office.options().entries("brand", retired=True)}
    loaded = office.records.load("meeting", added.uuid)
    assert office.records.save(loaded).status == "registered"
    with pytest.raises(AppError, match="已经有“院坝协商”这个选项，请换个名称；停用的可以重新启用"):
        office.change_options(options.add_entry, "brand", "院坝协商")
    office.change_options(options.retire_entry, "brand", "courtyard", False)
    assert "courtyard" in {option.key for option in office.options().entries("brand")}


def test_a_retired_entry_is_refused_for_what_is_added(office: Office) -> None:
    office.change_options(options.retire_entry, "brand", "courtyard")
    office.change_options(options.retire_entry, "people_role", "masses")
    with pytest.raises(Invalid) as refused:
        office.records.add("meeting", [FULL | {"brand": "院坝协商", "people": {"群众代表": 3}}])
    brand, people = refused.value.problems
    assert brand.path == ("brand",)
    assert brand.text.startswith("“院坝协商”这个选项已经停用，可选：")
    assert "院坝协商" not in brand.text.partition("可选")[2]
    assert "“群众代表”这个选项已经停用" in people.text
    office.change_options(options.retire_entry, "people_role", "masses", False)
    kept = office.records.add("meeting", [FULL | {"brand": "小微协商", "people": {"群众代表": 3}}])[0]
    assert kept.values["people"] == {"masses": 3}


def test_an_entry_of_ones_own_comes_last_and_keeps_its_key(office: Office) -> None:
    first = office.change_options(options.add_entry, "brand", "板凳会")
    second = office.change_options(options.add_entry, "brand", "火塘夜话")
    office.change_options(options.retire_entry, "brand", first)
    third = office.change_options(options.add_entry, "brand", "茶馆协商")
    assert len({first, second, third}) == 3
    assert [option.label for option in office.options().entries("brand")][-2:] == ["火塘夜话", "茶馆协商"]
    assert office.records.add("meeting", [FULL | {"brand": "火塘夜话"}])[0].values["brand"] == second


def test_the_order_is_the_offices(office: Office) -> None:
    keys = [option.key for option in office.options().entries("brand")]
    office.change_options(options.order_entries, "brand", [*reversed(keys)])
    assert [option.key for option in office.options().entries("brand")] == [*reversed(keys)]


@pytest.mark.parametrize(
    ("label", "words"),
    [("", "1 到 40 个字"), ("  ", "1 到 40 个字"), ("长" * 41, "1 到 40 个字"), ("协商\x00", "控制字符"),
     ("协\ud800", "半个字"),
     ("协商、议事", "不能有顿号"), ("协商,议事", "不能有顿号"), ("院坝协商", "已经有"),
     ("courtyard", "已经有")],
)  # fmt: skip
def test_a_label_that_would_not_do_is_refused(office: Office, label: str, words: str) -> None:
    before = office.options().entries("brand", retired=True)
    with pytest.raises(AppError, match=words):
        office.change_options(options.add_entry, "brand", label)
    with pytest.raises(AppError, match=words):
        office.change_options(options.rename_entry, "brand", "micro", label)
    assert office.options().entries("brand", retired=True) == before


def test_an_entry_nobody_has_is_said(office: Office) -> None:
    for change in (options.rename_entry, options.retire_entry):
        with pytest.raises(AppError, match="选项里没有“没有”"):
            office.change_options(change, "brand", "没有", "某个")  # type: ignore[arg-type]


def test_a_newer_release_adds_its_entries_and_touches_none(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    office.change_options(options.rename_entry, "brand", "courtyard", "院坝说事")
    office.change_options(options.retire_entry, "brand", "micro")
    own = office.change_options(options.add_entry, "brand", "板凳会")
    with office.store.writing() as session:
        session.execute(text("DELETE FROM option_entry WHERE options='brand' AND key='frontline'"))
        session.execute(text("UPDATE setting SET value='earlier' WHERE key='options_seed'"))
    office.store.close()
    later = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    found = later.options()
    assert found.label("brand", "courtyard") == "院坝说事"
    assert found.label("brand", "frontline") == "一线协商"
    assert found.label("brand", own) == "板凳会"
    assert "micro" not in {option.key for option in found.entries("brand")}
    assert later.settings.unit_name == "示例县政协"
    later.store.close()


@example_settings(max_examples=30)
@given(label=st.text(st.characters(exclude_categories=()), max_size=45))
def test_any_label_is_taken_or_refused_with_a_sentence(office_of_all: Office, label: str) -> None:
    try:
        key = office_of_all.change_options(options.add_entry, "campaign", label)
    except AppError:
        return
    found = office_of_all.options()
    assert found.label("campaign", key) == label.strip()
    assert found.key("campaign", label.strip()) == key


@pytest.fixture(scope="module")
def office_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = small_office(tmp_path_factory.mktemp("options"))
    yield office
    office.store.close()
