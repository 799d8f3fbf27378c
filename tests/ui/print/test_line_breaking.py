"""Lines of Chinese text end where they may, signs stand where they belong."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.ui.print.line_breaker import LineBreaker, justified
from app.ui.print.paper import ParagraphStyle, Tab, Text, TextStyle
from app.ui.print.scripts import NOT_FIRST, NOT_LAST, is_chinese
from app.ui.print.shaping import Letters, shaped
from app.ui.print.strips import Column, Numbers
from app.ui.print.word_breaks import word_breaks

SIZE = 320.0
STYLE = TextStyle(latin="Times New Roman", han="仿宋_GB2312", size=SIZE)
PLAIN = ParagraphStyle()
SIGNS = "国家委员，。、；：！？（）“”《》—…1a2b %3"


def letters(text: str, spacing: float = 0.0) -> Letters:
    style = TextStyle(latin=STYLE.latin, han=STYLE.han, size=SIZE, spacing=spacing)
    return shaped((Text(text, style),), Numbers(), True)


def broken(
    text: str, characters: float, style: ParagraphStyle = PLAIN, *, hanging: bool = True, spacing: float = 0.0
) -> list[str]:
    """The lines of a text in a column that many characters wide."""
    column = Column(characters * SIZE, hanging=hanging)
    spans = LineBreaker(letters(text, spacing), style, column).lines(column.width)
    return [text[span.start : span.visible] for span in spans]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.mark.parametrize("sign", "，。、；：！？")
def test_a_stop_hangs_outside_the_margin(sign: str) -> None:
    assert broken(f"国家委员{sign}会议", 4) == [f"国家委员{sign}", "会议"]


@pytest.mark.parametrize("sign", "，。、；：！？")
def test_a_stop_in_a_cell_takes_the_character_before_it_along(sign: str) -> None:
    assert broken(f"国家委员{sign}会议", 4, hanging=False) == ["国家委", f"员{sign}会议"]


@pytest.mark.parametrize("sign", "）》”’〉】")
def test_a_closing_sign_begins_no_line(sign: str) -> None:
    assert broken(f"国家委员{sign}会议", 4) == ["国家委", f"员{sign}会议"]


@pytest.mark.parametrize("sign", "（《“‘〈【")
def test_an_opening_sign_ends_no_line(sign: str) -> None:
    assert broken(f"国家委{sign}员会议", 4) == ["国家委", f"{sign}员会议"]


def test_a_stop_before_a_closing_sign_does_not_hang() -> None:
    assert broken("国家委员。”会议", 4) == ["国家委", "员。”会", "议"]


def test_numbers_and_words_stay_whole() -> None:
    assert broken("共计123456人", 4) == ["共计", "123456", "人"]
    assert broken("用 WPS 打开", 4) == ["用 WPS", "打开"]


def test_a_number_longer_than_the_line_is_cut() -> None:
    cut = broken("1" * 30, 3)
    assert "".join(cut) == "1" * 30
    assert len(cut) > 3


def test_narrow_spacing_lets_one_more_character_in() -> None:
    assert [len(line) for line in broken("国" * 56, 442.2 / 16)] == [27, 27, 2]
    assert [len(line) for line in broken("国" * 56, 442.2 / 16, spacing=-5)] == [28, 28]


def test_white_stands_between_the_scripts_but_not_at_a_line_s_beginning() -> None:
    found = letters("参加353人次，A4")
    assert [letter.gap for letter in found.letters] == [0, 0, 64, 0, 0, 64, 0, 0, 0, 0]
    apart = shaped((Text("参加353人次", STYLE),), Numbers(), False)
    assert not any(letter.gap for letter in apart.letters)


def test_signs_of_no_script_go_with_what_stands_before_them() -> None:
    assert is_chinese("“国”1“a”国") == [True, True, True, False, False, False, False, True]
    assert is_chinese("①国") == [True, True]


def test_a_rare_character_outside_the_first_plane_is_one_character() -> None:
    assert broken("䶮𠀀䶮𠀀", 2) == ["䶮𠀀", "䶮𠀀"]


def test_dashes_are_as_wide_as_characters() -> None:
    widths = [letter.width for letter in letters("国——国").letters]
    assert widths == pytest.approx([SIZE] * 4, abs=1)


def test_indents_take_room_from_the_first_line() -> None:
    style = ParagraphStyle(first=2 * SIZE)
    assert [len(line) for line in broken("国" * 10, 6, style)] == [4, 6]
    hanging = ParagraphStyle(left=2 * SIZE, first=-2 * SIZE)
    assert [len(line) for line in broken("国" * 10, 6, hanging)] == [6, 4]


def test_tabs_run_to_their_stops() -> None:
    style = ParagraphStyle(tabs=(Tab(5 * SIZE, "center"), Tab(10 * SIZE, "right")))
    column = Column(10 * SIZE)
    span = LineBreaker(letters("左\t中中\t右"), style, column).lines(column.width)[0]
    assert span.xs[2] == pytest.approx(4 * SIZE, abs=1)
    assert span.xs[5] == pytest.approx(9 * SIZE, abs=1)


def test_justified_lines_end_at_the_margin_and_the_last_does_not() -> None:
    found = letters("国家12委员会议")
    column = Column(5.6 * SIZE)
    first, last = LineBreaker(found, PLAIN, column).lines(column.width)
    assert justified(found.letters, first, column.width)[-1] == pytest.approx(column.width, abs=1)
    assert not first.closed
    assert last.closed


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("街情（WPS）8:30，报", "街|情|（WPS）8:30，|报"),
        ("84074（一）", "84074（一）"),
        ("2026.11.21国", "2026.11.21|国"),
        ("10-27国", "10-|27|国"),
        ("3.5%任", "3.5%|任"),
        ("12%，国", "12%，|国"),
        ("a“国”b", "a“国”b"),
        ("GB/T 9704", "GB/T |9704"),
        ("38℃国", "38℃|国"),
        ("国—国", "国|—|国"),
        ("￥12国", "￥12|国"),
        ("(1)国", "(1)|国"),
    ],
)
def test_breaks_between_words(text: str, breaks: str) -> None:
    places = [0, *word_breaks(text), len(text)]
    assert "|".join(text[a:b] for a, b in pairwise(places)) == breaks


@given(st.text(alphabet=SIGNS, min_size=1, max_size=60), st.integers(3, 12))
def test_every_character_stands_on_exactly_one_line(text: str, characters: int) -> None:
    column = Column(characters * SIZE)
    spans = LineBreaker(letters(text), PLAIN, column).lines(column.width)
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(spans))
    assert all(one.xs[-1] - one.hangs <= column.width + 1 for one in spans)


@given(st.text(alphabet="国家委员会议，。、（）“”《》", min_size=1, max_size=60), st.integers(6, 12))
def test_no_line_begins_or_ends_with_what_it_may_not(text: str, characters: int) -> None:
    found = broken(text, characters)
    for before, after in pairwise(found):
        run = len(before) - len(before.rstrip("".join(NOT_FIRST | NOT_LAST)))
        if run < 3:  # a run of signs longer than that may leave no other way
            assert after[0] not in NOT_FIRST or before[-1] in NOT_LAST
