"""Value kinds of what is somebody's own: phones, identity cards, addresses, names of citizens.

Each says once how it is shown where it is not being typed (`covered`), and how it leaves the program when
nobody asked for the whole of it (`on_paper`). Nothing else decides that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from app.errors import Unfit
from app.models import masks
from app.models.context import Context
from app.models.values import Code, Text

_PHONE = r"1\d{10}|0\d{2,3}-?\d{7,8}"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@dataclass(frozen=True)
class Phone(Code):
    """A phone: 138****5678. A citizen's is on no paper at all (domain.md §0)."""

    limit: int = 20
    pattern: str = _PHONE
    how: str = "请填 11 位手机号，或 0871-1234567 这样的座机号"
    citizens: bool = False
    personal: ClassVar[bool] = True

    def covered(self, text: str) -> str:
        return masks.masked_number(text)

    def on_paper(self, text: str) -> str:
        return "" if self.citizens else self.covered(text)


@dataclass(frozen=True)
class IdentityNumber(Code):
    """The number of an identity card (GB 11643): 530102************."""

    limit: int = 18
    pattern: str = r"\d{17}[\dXx]"
    how: str = "请填 18 位身份证号"
    personal: ClassVar[bool] = True

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> str | None:
        text = super().parse(raw, context, values)
        if text is None:
            return None
        total = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False))
        if _CHECKS[total % 11] != text[-1].upper() or not _is_day(text[6:14]):
            raise Unfit("身份证号的校验位对不上，请对照证件核对这 18 位")
        return text.upper()

    def covered(self, text: str) -> str:
        return masks.masked_identity(text)


@dataclass(frozen=True)
class Address(Text):
    """Where somebody lives: 永兴街****."""

    limit: int = 100
    personal: ClassVar[bool] = True

    def covered(self, text: str) -> str:
        return masks.masked_address(text)


@dataclass(frozen=True)
class VisitorName(Text):
    """Who came to complain or to ask: 李** on the screen, 李某 on paper."""

    limit: int = 30
    personal: ClassVar[bool] = True

    def covered(self, text: str) -> str:
        return masks.masked_name(text)

    def on_paper(self, text: str) -> str:
        return masks.somebody(text)


@dataclass(frozen=True)
class SpeakerName(Text):
    """Who spoke: members and officials by name, citizens as 张某 on paper.

    `standing` is the key of the field beside it that says what he is (身份), "" when there is none.
    """

    limit: int = 30
    standing: str = ""

    def on_paper(self, text: str) -> str:
        return masks.somebody(text)


PHONE = Phone()


def _is_day(text: str) -> bool:
    try:
        return bool(date(int(text[:4]), int(text[4:6]), int(text[6:])))
    except ValueError:
        return False
