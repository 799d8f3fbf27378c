"""What a password has to be so that nobody who takes the computer along guesses it."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from app.errors import AppError

SHORTEST, LONGEST = 8, 64
EXAMPLE = "shuiku-banma-27"
"""Stands beside the field for everybody to read, so it is nobody's password."""
# What is tried first, without what the other rules already say.
_COMMON = frozenset(
    (
        "password", "passw0rd", "password1", "p@ssw0rd", "qwertyui", "qwerty123", "1qaz2wsx", "qazwsxedc",
        "asdfghjk", "zxcvbnm1", "abcd1234", "a1234567", "a12345678", "a123456789", "aa123456", "abc12345",
        "woaini1314", "5201314a", "admin123", "admin888", "administrator", "iloveyou", "zhengxie",
        "zhengxie123", "cppcc123", "cppcc2026", "lvzhitaizhang",
    )
)  # fmt: skip


def problem(password: str) -> str:
    """What is wrong with a password, as a sentence for beside the field; "" when it will do."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    if not (plain.isascii() and plain.isprintable()):
        return "只用字母、数字和符号：输密码的框里打不出中文"
    if EXAMPLE in plain:
        return "不能用举过的例子，谁都看得到，换几个自己想的词"
    if len(plain) < SHORTEST:
        return f"至少 {SHORTEST} 个字，现在 {len(plain)} 个"
    if len(plain) > LONGEST:
        return f"最多 {LONGEST} 个字"
    if len(set(plain)) < 4 or _runs(plain) or plain in _COMMON:
        return "太好猜了，换一个别人想不到的，比如几个不相干的词的拼音"
    return ""


def check(password: str) -> None:
    """Raises AppError when a password will not do."""
    words = problem(password)
    if words:
        raise AppError(f"密码{words}。")


def _runs(plain: str) -> bool:
    """12345678, 87654321, abcdefgh."""
    steps = {ord(after) - ord(before) for before, after in pairwise(plain)}
    return steps in ({1}, {-1}, {0}) or plain in "12345678901234567890" or plain in "98765432109876543210"
