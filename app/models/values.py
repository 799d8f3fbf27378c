"""Value kinds: how one value is read, shown, stored and checked. No widget, no query lives here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar, Literal

from sqlalchemy import Boolean, Integer, String
from sqlalchemy import Text as SqlText
from sqlalchemy.types import TypeEngine

from app.errors import Unfit, quoted
from app.models import days
from app.models.columns import Cents, ClockText, DayText, KeySet
from app.models.context import Context, Ref
from app.models.masks import unnumbered
from app.models.texts import clean_text, describe, numeral, short_text

Filter = Literal["none", "text", "range", "options", "flag"]
LARGEST = 999_999_999
BETWEEN = re.compile(r"[、，,;；\n]")  # what stands between several options typed in one line


@dataclass(frozen=True)
class ValueKind:
    """The base: reads a raw value (typed text or JSON) and says it again; None is "not filled"."""

    name: ClassVar[str] = ""
    plain_type: ClassVar[type] = str
    align: ClassVar[Literal["left", "right"]] = "left"
    filters: ClassVar[Filter] = "none"
    personal: ClassVar[bool] = False
    """Somebody's own; see `app.models.personal`."""

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> Any:
        """The Python value, or None when empty; raises Unfit. `values` are those read before it."""
        raise TypeError(type(self).__name__)

    def format(self, value: Any, context: Context) -> str:
        """The value as typed and shown; "" for None. parse(format(v)) == v."""
        return "" if value is None else str(value)

    def plain(self, value: Any) -> Any:
        """The value for JSON, change log and hash."""
        return value

    def from_plain(self, plain: Any) -> Any:
        """What `plain` was made of; raises ValueError or TypeError for anything else."""
        return _of_type(plain, self.plain_type)

    def column(self) -> TypeEngine[Any]:
        raise TypeError(type(self).__name__)

    def covered(self, text: str) -> str:
        """Formatted text as it is shown where it is not being typed."""
        return text

    def on_paper(self, text: str) -> str:
        """Formatted text as it leaves the program when nobody asked for the whole of it."""
        return self.covered(text)

    @property
    def options(self) -> str | None:
        return None


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


@dataclass(frozen=True)
class DayValue(ValueKind):
    """A day, or a month when only that is known; `ahead` reads short dates towards the future."""

    ahead: bool = False
    name: ClassVar[str] = "day"
    filters: ClassVar[Filter] = "range"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> days.Day | None:
        if raw is None or isinstance(raw, days.Day):
            return raw
        raw = numeral(raw)
        if not isinstance(raw, str):
            raise Unfit(f"要填日期，不能填 {describe(raw)}，请按 2026-10-12 这样填")
        return days.parse_day(raw, context.today, ahead=self.ahead) if raw.strip() else None

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else days.iso(value)

    def plain(self, value: Any) -> Any:
        return None if value is None else days.iso(value)

    def from_plain(self, plain: Any) -> days.Day | None:
        return None if plain is None else days.from_iso(plain)

    def column(self) -> TypeEngine[Any]:
        return DayText()


@dataclass(frozen=True)
class Time(ValueKind):
    """A time of day, to the minute; typed 1430, 14:30 or 14点30."""

    name: ClassVar[str] = "time"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> time | None:
        if raw is None or isinstance(raw, time):
            return raw
        text = short_text(raw, "时间")
        if not text:
            return None
        found = re.fullmatch(r"(\d{1,2})(?:[:.点时]?(\d{2})?分?)?", text)
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise Unfit(f"看不懂{quoted(text)}这个时间，请按 14:30 这样填")
        return time(int(found[1]), int(found[2] or 0))

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else f"{value:%H:%M}"

    def plain(self, value: Any) -> Any:
        return None if value is None else f"{value:%H:%M}"

    def from_plain(self, plain: Any) -> time | None:
        return None if plain is None else time.fromisoformat(plain)

    def column(self) -> TypeEngine[Any]:
        return ClockText()


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
        return None if plain is None else tuple(_of_type(key, str) for key in _of_type(plain, list))

    def column(self) -> TypeEngine[Any]:
        return KeySet()


@dataclass(frozen=True)
class RefTo(ValueKind):
    """A pointer to a record of one kind."""

    kind: str = ""
    name: ClassVar[str] = "reference"
    filters: ClassVar[Filter] = "options"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> Ref | None:
        if raw is None or isinstance(raw, Ref):
            return raw
        if isinstance(raw, dict) and isinstance(raw.get("uuid"), str):
            raw = raw["uuid"]
        text = clean_text(raw, 200)
        return None if text is None else context.resolve(self.kind, text, values)

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else value.label

    def covered(self, text: str) -> str:
        return unnumbered(text)

    def plain(self, value: Any) -> Any:
        return None if value is None else {"uuid": value.uuid, "label": value.label}

    def from_plain(self, plain: Any) -> Ref | None:
        return None if plain is None else Ref(_of_type(plain["uuid"], str), _of_type(plain["label"], str))


def _of_type(plain: Any, kind: type) -> Any:
    if plain is not None and type(plain) is not kind:
        raise TypeError(f"{type(plain).__name__} is no {kind.__name__}")
    return plain
