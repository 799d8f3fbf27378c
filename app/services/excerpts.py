"""Excerpts: of two long texts the places where they part, of one its beginning."""

from __future__ import annotations

MOST = 60
_AROUND = 12


def shortened(text: str, most: int = MOST) -> str:
    """One line of at most `most` characters, ended by … when there was more."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def excerpts(old: str, new: str, most: int = MOST) -> tuple[str, str]:
    """Both texts whole when they are short, else each from a little before the first difference."""
    old, new = (" ".join(text.split()) if text.split() else text for text in (old, new))
    if old == new:
        return f"{shortened(old, most)}", f"{shortened(new, most)}（只是空格和换行不同）"
    if max(len(old), len(new)) <= most:
        return old, new
    ahead = _alike(old, new)
    behind = _alike(old[ahead:][::-1], new[ahead:][::-1])
    return _part(old, ahead, behind, most), _part(new, ahead, behind, most)


def _alike(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _part(text: str, ahead: int, behind: int, most: int) -> str:
    """What differs with a few characters on both sides."""
    begin = max(0, ahead - _AROUND)
    end = min(len(text), len(text) - behind + _AROUND)
    shown = text[begin:end]
    if len(shown) > most:
        shown, end = shown[: most - 1], begin + most - 1
    return f"{'…' if begin else ''}{shown}{'…' if end < len(text) else ''}"
