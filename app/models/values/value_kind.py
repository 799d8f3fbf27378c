"""ValueKind: how one value is read, shown, stored and checked. No widget, no query lives here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from sqlalchemy.types import TypeEngine

from app.models.context import Context

Filter = Literal["none", "text", "range", "options", "flag"]


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
        return of_type(plain, self.plain_type)

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


def of_type(plain: Any, kind: type) -> Any:
    """A value of JSON that is None or of this very type, or TypeError: True is no number here."""
    if plain is not None and type(plain) is not kind:
        raise TypeError(f"{type(plain).__name__} is no {kind.__name__}")
    return plain
