"""RecoveryCode: forty characters on paper that open a store when every password is forgotten."""

from __future__ import annotations

import secrets
import unicodedata

from app.errors import AppError

# No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: what is read from paper or written by hand stays what it was.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
GROUPS, GROUP = 8, 5
LENGTH = GROUPS * GROUP
_BASE = len(ALPHABET)  # a prime, so that the check finds every single wrong or exchanged character
_CHECKS = 2


class RecoveryCode:
    """One code: 38 characters by chance (172 bits), two that check the whole."""

    def __init__(self, characters: str) -> None:
        self._characters = characters

    def __str__(self) -> str:
        """A3C4D-…, as it is printed."""
        return "-".join(self.groups)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RecoveryCode) and secrets.compare_digest(self.secret, other.secret)

    def __hash__(self) -> int:
        return hash(self._characters)

    def __repr__(self) -> str:
        return "RecoveryCode(…)"  # what shows up in a log must not open anything

    @property
    def secret(self) -> str:
        """The characters alone, as they go into the key."""
        return self._characters

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(self._characters[at : at + GROUP] for at in range(0, LENGTH, GROUP))

    @classmethod
    def new(cls) -> RecoveryCode:
        body = [secrets.randbelow(_BASE) for _ in range(LENGTH - _CHECKS)]
        return cls("".join(ALPHABET[digit] for digit in [*body, *_checks(body)]))

    @classmethod
    def read(cls, text: str) -> RecoveryCode:
        """What somebody typed: case, spaces, hyphens and full width do not matter. Raises AppError."""
        typed = plain(text)
        for place, character in enumerate(typed):
            if character not in ALPHABET:
                group, within = divmod(place, GROUP)
                raise AppError(
                    f"恢复码里没有“{character}”：看第 {group + 1} 组第 {within + 1} 个，照纸上的再输一遍。"
                )
        if len(typed) != LENGTH:
            raise AppError(f"恢复码有 {LENGTH} 个字，现在是 {len(typed)} 个，请照纸上的补全。")
        digits = [ALPHABET.index(character) for character in typed]
        if _checks(digits[:-_CHECKS]) != digits[-_CHECKS:]:
            raise AppError("恢复码有一两个字不对，请照纸上的一组一组再看一遍。")
        return cls(typed)


def looks_like_code(text: str) -> bool:
    """Whether a text can only be meant as a recovery code."""
    typed = plain(text)
    return len(typed) == LENGTH and all(character in ALPHABET for character in typed)


def plain(text: str) -> str:
    """Upper-case letters and digits alone."""
    wide = unicodedata.normalize("NFKC", text).upper()
    return "".join(character for character in wide if character.isalnum())


def _checks(body: list[int]) -> list[int]:
    """Two characters that make the sum and the sum weighted by place vanish."""
    total = sum(body)
    weighted = sum(place * digit for place, digit in enumerate(body, start=1))
    # The two stand at 39 and 40: x + y = -total and 39 x + 40 y = -weighted.
    last = ((LENGTH - 1) * total - weighted) % _BASE
    return [(-total - last) % _BASE, last]
