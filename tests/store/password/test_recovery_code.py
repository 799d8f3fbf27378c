"""A recovery code is read from paper by people, and every slip of theirs is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError
from app.store.password.recovery_code import ALPHABET, LENGTH, RecoveryCode, looks_like_code

PLACES = st.integers(0, LENGTH - 1)


def test_codes_differ_and_look_like_eight_groups_of_five() -> None:
    codes = [RecoveryCode.new() for _ in range(20)]
    assert len({code.secret for code in codes}) == 20
    for code in codes:
        assert [len(group) for group in code.groups] == [5] * 8
        assert set(code.secret) <= set(ALPHABET)
        assert RecoveryCode.read(str(code)) == code


def test_no_two_characters_look_alike() -> None:
    assert not set(ALPHABET) & set("0O1IL2Z5S8BUV")
    assert len(ALPHABET) == len(set(ALPHABET)) == 23


@pytest.mark.parametrize("how", [str.lower, lambda text: text.replace("-", "  "), lambda text: f" {text}\n"])
def test_case_and_spaces_do_not_matter(how) -> None:  # type: ignore[no-untyped-def]
    code = RecoveryCode.new()
    assert RecoveryCode.read(how(str(code))) == code


def test_full_width_is_read_too() -> None:
    code = RecoveryCode.new()
    wide = "".join(chr(ord(character) + 0xFEE0) for character in code.secret)
    assert RecoveryCode.read(wide) == code
    assert looks_like_code(wide)


@given(PLACES, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(place: int, other: str) -> None:
    right = RecoveryCode.new().secret
    typed = right[:place] + other + right[place + 1 :]
    if typed == right:
        return
    with pytest.raises(AppError, match="不对"):
        RecoveryCode.read(typed)


@given(st.integers(0, LENGTH - 2))
def test_two_neighbours_exchanged_are_noticed(place: int) -> None:
    right = RecoveryCode.new().secret
    typed = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    if typed == right:
        return
    with pytest.raises(AppError, match="不对"):
        RecoveryCode.read(typed)


def test_what_is_missing_or_cannot_be_in_it_is_said_with_its_place() -> None:
    code = RecoveryCode.new().secret
    with pytest.raises(AppError, match="现在是 39 个"):
        RecoveryCode.read(code[:-1])
    with pytest.raises(AppError, match="第 2 组第 3 个"):
        RecoveryCode.read(code[:7] + "O" + code[8:])


def test_a_code_does_not_show_itself_in_a_log() -> None:
    code = RecoveryCode.new()
    assert code.secret not in f"{code!r} {[code]}"
    assert code.groups[0] not in repr(code)
