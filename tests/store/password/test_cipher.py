"""A sealed file gives back what went in, or says that it is broken; it tells nobody what it is."""

import hashlib
from pathlib import Path

import pytest

from app.store.password.cipher import PIECE, Broken, Cipher, content_size, is_sealed, is_whole, sealed_size

KEY = bytes(range(32))
SIZES = [0, 1, 1000, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE]


def sealed(path: Path, content: bytes, about: str = "甲", key: bytes = KEY) -> Path:
    path.write_bytes(b"".join(Cipher(key).closed([content], about)))
    return path


def content_of(size: int) -> bytes:
    return (b"0123456789abcdef" * (size // 16 + 1))[:size]


@pytest.mark.parametrize("size", SIZES)
def test_what_went_in_comes_out(tmp_path: Path, size: int) -> None:
    content = content_of(size)
    path = sealed(tmp_path / "a.enc", content)
    assert b"".join(Cipher(KEY).opened(path, "甲")) == content
    assert path.stat().st_size == sealed_size(size)
    assert content_size(path.stat().st_size) == size
    assert is_whole(path)
    assert size < 1000 or content[:16] not in path.read_bytes()


def test_it_can_be_given_in_any_pieces(tmp_path: Path) -> None:
    content = content_of(2 * PIECE + 5)
    pieces = [content[:3], content[3 : PIECE + 7], b"", content[PIECE + 7 :]]
    path = tmp_path / "a.enc"
    path.write_bytes(b"".join(Cipher(KEY).closed(pieces, "甲")))
    assert b"".join(Cipher(KEY).opened(path, "甲")) == content


def test_the_same_content_never_looks_the_same(tmp_path: Path) -> None:
    one, other = sealed(tmp_path / "a", b"x" * 100), sealed(tmp_path / "b", b"x" * 100)
    assert one.read_bytes()[8:] != other.read_bytes()[8:]


@pytest.mark.parametrize("place", [0, 9, 30, PIECE, -40, -1])
def test_one_changed_byte_is_noticed(tmp_path: Path, place: int) -> None:
    path = sealed(tmp_path / "a.enc", content_of(PIECE + 100))
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert not is_whole(path)
    if place != -1:  # the proof at the end is for those without the key
        with pytest.raises(Broken):
            list(Cipher(KEY).opened(path, "甲"))


@pytest.mark.parametrize("end", [0, 5, 24, 56, 71, 200, -1, -33, -(PIECE // 2)])
def test_one_that_is_cut_short_is_broken(tmp_path: Path, end: int) -> None:
    path = sealed(tmp_path / "a.enc", content_of(PIECE + 100))
    path.write_bytes(path.read_bytes()[:end])
    assert not is_whole(path)
    with pytest.raises(Broken):
        list(Cipher(KEY).opened(path, "甲"))


def test_pieces_cannot_be_exchanged_or_left_out(tmp_path: Path) -> None:
    path = sealed(tmp_path / "a.enc", content_of(3 * PIECE))
    data, step = path.read_bytes(), PIECE + 16
    first, second, third = (data[24 + step * at : 24 + step * (at + 1)] for at in range(3))
    for body in (second + first + third, first + third, first + second):
        path.write_bytes(data[:24] + body + hashlib.sha256(data[:24] + body).digest())
        assert is_whole(path)
        with pytest.raises(Broken):
            list(Cipher(KEY).opened(path, "甲"))


def test_another_key_or_another_name_does_not_open_it(tmp_path: Path) -> None:
    path = sealed(tmp_path / "a.enc", b"content")
    for cipher, about in ((Cipher(b"k" * 32), "甲"), (Cipher(KEY), "乙")):
        with pytest.raises(Broken):
            list(cipher.opened(path, about))


def test_names_tell_nothing_without_the_key() -> None:
    sha256 = hashlib.sha256(b"photo").hexdigest()
    name = Cipher(KEY).name(sha256)
    assert is_sealed(name)
    assert not is_sealed(sha256)
    assert sha256[:8] not in name
    assert name == Cipher(KEY).name(sha256)
    assert name != Cipher(b"k" * 32).name(sha256)
    assert len(name) == 68
