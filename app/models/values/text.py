"""Text, LongText, Code: what is written in words, and what is written in signs that mean one thing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import String
from sqlalchemy import Text as SqlText
from sqlalchemy.types import TypeEngine

from app.errors import Unfit, quoted
from app.models.context import Context
from app.models.masks import unnumbered
from app.models.texts import clean_text, numeral
from app.models.values.value_kind import Filter, ValueKind


@dataclass(frozen=True)
class Text(ValueKind):
    """One line of text."""

    limit: int = 60
    name: ClassVar[str] = "text"
    filters: ClassVar[Filter] = "text"

    def covered(self, text: str) -> str:
        return unnumbered(text)

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> str | None:
        return clean_text(numeral(raw), self.limit)

    def column(self) -> TypeEngine[Any]:
        return String(self.limit)


@dataclass(frozen=True)
class LongText(ValueKind):
    """Several lines; on a record it lives in the kind's own text table."""

    limit: int = 4000
    name: ClassVar[str] = "long_text"

    def covered(self, text: str) -> str:
        return unnumbered(text)

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> str | None:
        return clean_text(raw, self.limit, lines=True)

    def column(self) -> TypeEngine[Any]:
        return SqlText()


@dataclass(frozen=True)
class Code(ValueKind):
    """A phone, a document number: full-width digits are made plain, blanks dropped."""

    limit: int = 40
    pattern: str = ""
    how: str = ""
    name: ClassVar[str] = "code"
    filters: ClassVar[Filter] = "text"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> str | None:
        text = clean_text(numeral(raw), self.limit)
        if text is None:
            return None
        plain = "".join(unicodedata.normalize("NFKC", text).split())
        plain = clean_text(unicodedata.normalize("NFKC", plain), self.limit) or ""
        if self.pattern and not re.fullmatch(self.pattern, plain):
            raise Unfit(f"{quoted(plain)}不对，{self.how}")
        return plain or None

    def column(self) -> TypeEngine[Any]:
        return String(self.limit)
