"""Reads single values of a parsed layout, collecting a sentence for each that is wrong."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, TypeVar

from app.errors import Problem
from app.exporters.layout import WORDS, placeholders

KEY: Final = re.compile(r"[\w-]{1,40}")
_FIELD = re.compile(r"[\w-]+(\.[\w-]+)?")
_Word = TypeVar("_Word", bound=StrEnum)


class LayoutValues:
    """Texts, numbers and words of one layout file; `problems` holds a sentence for each thing wrong in it."""

    def __init__(self, file_name: str) -> None:
        self.problems: list[Problem] = []
        self._file = file_name

    def _text(
        self, raw: dict[str, object], key: str, where: str, *, limit: int, required: bool = False
    ) -> str:
        value = raw.get(key, "")
        if not isinstance(value, str):
            self._problem(where, f"“{key}”要写文字，用英文双引号括起来。")
            return ""
        if required and not value.strip():
            self._problem(where, f"没有写“{key}”，请补上。")
        if len(value) > limit:
            self._problem(where, f"“{key}”有 {len(value)} 个字，请改到 {limit} 个字以内。")
        if any(ord(char) < 32 or 0xD800 <= ord(char) < 0xE000 for char in value):
            self._problem(where, f"“{key}”里有看不见的控制字符，请删去重打。")
        return value

    def _key(self, raw: dict[str, object], key: str, where: str, *, required: bool) -> str:
        value = self._text(raw, key, where, limit=40, required=required)
        if value.strip() and not KEY.fullmatch(value):
            self._problem(where, f"“{key}”写的“{value}”里有空格或符号，只能用字母、数字、汉字、_ 和 -。")
        return value

    def _field(self, raw: dict[str, object], where: str) -> str:
        """A field of the row, or with a dot of what it belongs to: meeting.topic."""
        value = self._text(raw, "field", where, limit=60, required=True)
        if value.strip() and not _FIELD.fullmatch(value):
            self._problem(where, f"“field”写的“{value}”不对，要写 topic 或 meeting.topic 这样的。")
        return value

    def _number(
        self, raw: dict[str, object], key: str, where: str, default: float, least: float, most: float
    ) -> float:
        value = raw.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self._problem(where, f"“{key}”要写 {least:g} 到 {most:g} 之间的数。")
            return default
        return value

    def _word(
        self, raw: dict[str, object], key: str, where: str, words: type[_Word], default: _Word
    ) -> _Word:
        value = raw.get(key, default.value)
        if isinstance(value, str) and value in tuple(words):
            return words(value)
        self._problem(where, f"“{key}”写的不认识，{choices(tuple(words))}。")
        return default

    def _template(self, raw: dict[str, object], key: str, *, required: bool = False) -> str:
        template = self._text(raw, key, "", limit=1000, required=required)
        self._placeholders(template, key)
        return template

    def _templates(self, raw: dict[str, object], key: str) -> tuple[str, ...]:
        value = raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value) or len(value) > 8:
            self._problem("", f"“{key}”要用方括号 [ ] 写几段文字，最多 8 段。")
            return ()
        for item in value:
            self._placeholders(self._text({key: item}, key, "", limit=200), key)
        return tuple(value)

    def _placeholders(self, template: str, key: str) -> None:
        for name in placeholders(template):
            if name not in WORDS:
                self._problem("", f"“{key}”里的“{{{name}}}”不认识，{choices(tuple(WORDS))}。")

    def _known(self, raw: dict[str, object], keys: tuple[str, ...], where: str) -> None:
        for key in raw:
            if key not in keys:
                self._problem(where, f"“{key}”不认识，{choices(keys)}。")

    def _place(self, where: str, number: int, raw: object) -> str:
        heading = raw.get("heading") if isinstance(raw, dict) else None
        named = f"“{heading}”" if isinstance(heading, str) and heading.strip() else ""
        return f"{where}下第 {number} 列{named}" if where else f"第 {number} 列{named}"

    def _problem(self, where: str, text: str) -> None:
        sentence = f"{where}：{text}" if where else text
        self.problems.append(Problem((self._file,), f"表样“{self._file}”", sentence))


def choices(words: tuple[str, ...]) -> str:
    """The words that may be written, as a sentence ends with them."""
    return "可以写：" + "、".join(words)
