"""RefTo: a record that another one points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.models.context import Context, Ref
from app.models.masks import unnumbered
from app.models.texts import clean_text
from app.models.values.value_kind import Filter, ValueKind, of_type


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
        return None if plain is None else Ref(of_type(plain["uuid"], str), of_type(plain["label"], str))
