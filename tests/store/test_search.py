"""The search index: any part of a text finds it, newest first, and what is gone is not found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from sqlalchemy import Connection, Row, text

from app.paths import DataFolder
from app.store import search
from app.store.pinyin import first_initials, initials
from app.store.search import Found, SearchText
from app.store.store import Store

MIXED = st.text("电动车集中充电消防安全一二三4567abXY·（）、 -_=:\"'*%¶𠮷䶮ÉßＡ１㎡", min_size=1, max_size=20)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty index; every test takes back what it put in."""
    store = Store(DataFolder(tmp_path_factory.mktemp("search")))
    yield store
    store.close()


class _Undo(Exception):
    pass


def _title(words: str) -> SearchText:
    return SearchText(words, (), (), ())


def _found(connection: Connection, words: str, kind: str | None = None) -> list[int]:
    expression = search.match(words, kind)
    assert expression is not None
    rows = connection.execute(
        text(
            "SELECT record_id FROM search JOIN search_row ON search_row.id = search.rowid"
            " WHERE search MATCH :words ORDER BY search.rowid DESC"
        ),
        {"words": expression},
    )
    return [row[0] for row in rows]


@pytest.fixture
def connection(store: Store) -> Iterator[Connection]:
    """A connection whose changes are undone."""
    try:
        with store.writing() as session:
            yield session.connection()
            raise _Undo
    except _Undo:
        pass


@given(title=MIXED, data=st.data())
@example(title="电动车集中充电", data=None)
@example(title="a_b", data=None)
def test_every_part_of_a_title_finds_it(store: Store, title: str, data: st.DataObject | None) -> None:
    parts = [title[start:end] for start in range(len(title)) for end in range(start + 1, len(title) + 1)]
    if data is not None:
        parts = [data.draw(st.sampled_from(parts)) for _ in range(6)]
    parts = [part for part in parts if re.search(r"\w", unicodedata.normalize("NFKC", part).replace("_", ""))]
    assume(parts)
    try:
        with store.writing() as session:
            connection = session.connection()
            search.put(connection, "meeting", 1, "1", date(2026, 10, 12), _title(title))
            search.put(connection, "meeting", 2, "2", date(2026, 10, 13), _title("别的"))
            missing = [part for part in parts if 1 not in _found(connection, part)]
            raise _Undo
    except _Undo:
        assert missing == []


@given(
    title=st.text("电动车安全ab1", min_size=1, max_size=12),
    words=st.text("电动车安全ab1", min_size=1, max_size=4),
)
def test_what_is_not_in_a_title_does_not_find_it(store: Store, title: str, words: str) -> None:
    try:
        with store.writing() as session:
            search.put(session.connection(), "meeting", 1, "1", None, _title(title))
            found = _found(session.connection(), words)
            raise _Undo
    except _Undo:
        assert (found == [1]) == (words in title)


def test_newest_come_first_and_those_without_a_day_last(connection: Connection) -> None:
    days = [date(2026, 10, 12), None, date(2024, 1, 1), date(2026, 12, 31), date(2026, 10, 12), None]
    for number, day in enumerate(days):
        search.put(connection, "meeting", number, f"{number}", day, _title(f"电动车{number}"))
    assert _found(connection, "电动") == [3, 4, 0, 2, 5, 1]


def test_several_words_must_all_be_there_in_any_field(connection: Connection) -> None:
    what = SearchText("电动车充电", ("大树营社区",), ("陈志明",), ("czm",))
    search.put(connection, "meeting", 1, "1", None, what)
    for words in ("充电 大树营", "陈志明 电动", "czm 充", "CZM", "ＣＺＭ", "志明　社区", "电"):
        assert _found(connection, words) == [1], words
    for words in ("充电 青山", "陈明", "电车", "车大", "czmx", "树营社区陈"):
        assert _found(connection, words) == [], words


def test_kinds_are_kept_apart(connection: Connection) -> None:
    search.put(connection, "meeting", 1, "1", None, _title("接待日"))
    search.put(connection, "studio_activity", 1, "2", None, _title("接待日"))
    assert len(_found(connection, "接待")) == 2
    assert len(_found(connection, "接待", "studio_activity")) == 1
    assert _found(connection, "kindmeeting") == []
    assert _found(connection, "kind") == []


_ROWS = text("SELECT id, kind, record_id, uuid FROM search_row ORDER BY id")
_WORDS = text("SELECT rowid FROM search WHERE search MATCH '\"次¶\"' ORDER BY rowid")
DAYS = (None, date(2026, 10, 12), date(2026, 10, 13))


@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(DAYS)), max_size=5),
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(DAYS)), max_size=9),
)
@example([(1, DAYS[1]), (2, DAYS[1])], [(3, DAYS[1]), (2, DAYS[2]), (3, DAYS[1]), (4, DAYS[1])])
def test_many_put_together_lie_as_those_put_one_by_one(
    store: Store, before: list[tuple[int, date | None]], then: list[tuple[int, date | None]]
) -> None:
    both = [
        [Found("meeting", number, f"{number}", day, _title(f"第{place}次")) for place, (number, day) in drawn]
        for drawn in (list(enumerate(before)), list(enumerate(then)))
    ]
    told: list[tuple[Sequence[Row[Any]], ...]] = []
    for size in (1, len(then) or 1):
        try:
            with store.writing() as session:
                connection = session.connection()
                for each in both[0]:
                    search.put_all(connection, [each])
                for start in range(0, len(then), size):
                    search.put_all(connection, both[1][start : start + size])
                told.append((connection.execute(_ROWS).all(), connection.execute(_WORDS).all()))
                raise _Undo
        except _Undo:
            pass
    assert [[*map(tuple, part)] for part in told[0]] == [[*map(tuple, part)] for part in told[1]]


def test_a_record_indexed_again_is_found_by_its_new_words_only(connection: Connection) -> None:
    search.put(connection, "meeting", 1, "1", date(2026, 1, 1), _title("旧的名称"))
    search.put(connection, "meeting", 1, "1", date(2026, 2, 1), _title("新的名称"))
    assert _found(connection, "旧") == []
    assert _found(connection, "新的") == [1]
    search.remove(connection, "meeting", 1)
    search.remove(connection, "meeting", 1)
    assert _found(connection, "名称") == []


@pytest.mark.parametrize("words", ["", " ", "，。", '"', "*", "¶", "_", "'; DROP TABLE search; --"[:2], "（"])
def test_nothing_to_look_for(words: str) -> None:
    assert search.match(words) is None


@given(st.text(st.characters(exclude_categories=()), max_size=30))
@example('a" OR title:b')
@example("NEAR(a b)")
@example("a*")
@example("^a")
@example("x" * 5000)
@example("AND OR NOT")
def test_nothing_typed_upsets_the_search(store: Store, words: str) -> None:
    expression = search.match(words)
    if expression is not None:
        with store.reading() as session:
            assert _found(session.connection(), words) == []  # nothing is indexed, whatever is typed


def test_initials_know_all_readings() -> None:
    assert initials("陈志明") == ("czm",)
    assert {"sw", "dw", "cw"} <= set(initials("单伟"))
    assert initials("A座3层")[0].startswith("a")
    assert initials("，") == initials("") == ()
    assert len(initials("单曾仇区查盖朴解乐")) <= 8
    assert first_initials("电动车集中充电") == "ddcjzcd"
    assert len(first_initials("𠮷电䶮")) == 3


@given(st.text(max_size=12))
def test_initials_of_anything_are_letters_and_digits(words: str) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+", way) for way in initials(words))
    assert len(initials(words)) <= 8
