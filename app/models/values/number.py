"""Count, Year, Money: numbers, each as exact as it is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar, Literal

from sqlalchemy import Integer
from sqlalchemy.types import TypeEngine

from app.errors import Unfit, quoted
from app.models import days
from app.models.columns import Cents
from app.models.context import Context
from app.models.texts import short_text
from app.models.values.value_kind import Filter, ValueKind

LARGEST = 999_999_999


@dataclass(frozen=True)
class Count(ValueKind):
    """A whole number of people, times, things; never negative unless `signed`."""

    unit: str = ""
    signed: bool = False
    largest: int = LARGEST
    name: ClassVar[str] = "count"
    plain_type: ClassVar[type] = int
    align: ClassVar[Literal["left", "right"]] = "right"
    filters: ClassVar[Filter] = "range"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> int | None:
        if raw is None:
            return None
        text = short_text(raw, "整数").replace(",", "").replace("−", "-")
        if not text:
            return None
        if not re.fullmatch(r"-?\d+(\.0+)?", text):
            raise Unfit(f"{quoted(text)}不是整数，请只填数字")
        number = int(text.split(".")[0])
        if number < 0 and not self.signed:
            raise Unfit(f"不能是负数 {number}，请填 0 或更大的数")
        if abs(number) > self.largest:
            raise Unfit(f"{number} 太大了，最多 {self.largest}")
        return number

    def column(self) -> TypeEngine[Any]:
        return Integer()


@dataclass(frozen=True)
class Year(Count):
    """A calendar year."""

    name: ClassVar[str] = "year"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> int | None:
        year = super().parse(str(raw).removesuffix("年") if isinstance(raw, str) else raw, context, values)
        if year is not None and not days.EARLIEST <= year <= days.LATEST:
            raise Unfit(f"{year} 不像年份，请填四位数，如 {context.today.year}")
        return year


@dataclass(frozen=True)
class Money(ValueKind):
    """An amount in yuan, to the cent."""

    signed: bool = False
    name: ClassVar[str] = "money"
    align: ClassVar[Literal["left", "right"]] = "right"
    filters: ClassVar[Filter] = "range"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> Decimal | None:
        if raw is None:
            return None
        text = short_text(raw, "金额").replace(",", "").removesuffix("元").strip()
        if not text:
            return None
        if not re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,2})?", text):
            raise Unfit(f"{quoted(text)}不是金额，请填以元为单位的数字")
        amount = Decimal(text)
        if abs(amount) > LARGEST:
            raise Unfit(f"{quoted(text)}不是能用的金额，最多 {LARGEST} 元")
        if amount < 0 and not self.signed:
            raise Unfit("不能是负数，请填 0 或更大的数")
        return amount.quantize(Decimal("0.01"), ROUND_HALF_UP) + 0  # without the minus of -0.00

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")

    def plain(self, value: Any) -> Any:
        return None if value is None else f"{value:.2f}"

    def from_plain(self, plain: Any) -> Decimal | None:
        return None if plain is None else Decimal(plain)

    def column(self) -> TypeEngine[Any]:
        return Cents()
