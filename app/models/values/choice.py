"""Flag, Choice, Many: what is chosen, of yes and no or of an option list of the office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Boolean, String
from sqlalchemy.types import TypeEngine

from app.errors import Unfit, quoted
from app.models.columns import KeySet
from app.models.context import Context
from app.models.texts import clean_text, describe, short_text
from app.models.values.value_kind import Filter, ValueKind, of_type

BETWEEN = re.compile(r"[、，,;；\n]")  # what stands between several options typed in one line


@dataclass(frozen=True)
class Flag(ValueKind):
    """Yes, no, or not said."""

    name: ClassVar[str] = "flag"
    plain_type: ClassVar[type] = bool
    filters: ClassVar[Filter] = "flag"
    _WORDS: ClassVar[dict[str, bool]] = {
        "是": True, "有": True, "1": True, "true": True, "√": True, "y": True,
        "否": False, "无": False, "没有": False, "0": False, "false": False, "×": False, "n": False,
    }  # fmt: skip

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> bool | None:
        if raw is None or isinstance(raw, bool):
            return raw
        text = short_text(raw, "是 或 否").lower()
        if not text:
            return None
        if text not in self._WORDS:
            raise Unfit(f"{quoted(text)}看不懂，请填 是 或 否")
        return self._WORDS[text]

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else "是" if value else "否"

    def column(self) -> TypeEngine[Any]:
        return Boolean()


@dataclass(frozen=True)
class Choice(ValueKind):
    """One entry of an option list; the permanent key is stored, the label is shown."""

    of: str = ""
    name: ClassVar[str] = "choice"
    filters: ClassVar[Filter] = "options"

    @property
    def options(self) -> str | None:
        return self.of

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> str | None:
        text = clean_text(raw, 60)
        return None if text is None else self.key(text, context)

    def key(self, text: str, context: Context) -> str:
        key = context.option_key(self.of, text)
        if key is None:
            labels = context.option_labels(self.of)
            offer = "、".join(labels[:8]) + ("……" if len(labels) > 8 else "")
            raise Unfit(f"没有{quoted(text)}这个选项，可选：{offer}；要新加，请到 设置 › 选项")
        return key

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else context.option_label(self.of, value)

    def column(self) -> TypeEngine[Any]:
        return String(40)


@dataclass(frozen=True)
class Many(Choice):
    """Several entries of an option list."""

    name: ClassVar[str] = "many"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> tuple[str, ...] | None:  # type: ignore[override]
        if raw is None:
            return None
        parts = BETWEEN.split(raw) if isinstance(raw, str) else raw
        if not isinstance(parts, list | tuple):
            raise Unfit(f"要填一个或几个选项，不能填 {describe(raw)}")
        keys = [self.key(text, context) for part in parts if (text := clean_text(part, 60))]
        return tuple(dict.fromkeys(keys)) or None

    def format(self, value: Any, context: Context) -> str:
        return "、".join(context.option_label(self.of, key) for key in value or ())

    def plain(self, value: Any) -> Any:
        return None if value is None else list(value)

    def from_plain(self, plain: Any) -> tuple[str, ...] | None:
        return None if plain is None else tuple(of_type(key, str) for key in of_type(plain, list))

    def column(self) -> TypeEngine[Any]:
        return KeySet()
