"""VersionWords: how the values of a version are said, with what no stranger may read masked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.models.activity import PRESENT
from app.models.base import Base
from app.models.context import Context
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.values import Code, LongText, Text
from app.services.excerpts import shortened
from app.services.masking import is_sensitive, masked, masked_name, masked_number, masked_text

NOTHING, NAMELESS = "空", "（没有名称）"
_EMPTY: tuple[Any, ...] = (None, "", [], (), {})
_ROW_TEXT = 40


class VersionWords:
    """Says values as the form shows them; `private` are texts that are masked wherever they stand."""

    def __init__(self, context: Context, private: tuple[str, ...]) -> None:
        self._context = context
        self._private = sorted(private, key=len, reverse=True)

    def value(self, spec: Field, value: Any) -> str:
        """One value of a field that has a value kind."""
        assert spec.value is not None
        text = spec.value.format(value, self._context)
        if not is_sensitive(spec) and isinstance(spec.value, Text | LongText | Code):
            return self.text(text)
        return masked(spec, text) or NAMELESS

    def text(self, text: str) -> str:
        """What somebody typed freely."""
        for each in self._private:
            if each in text:
                number = sum(letter.isdigit() for letter in each) * 2 > len(each)
                text = text.replace(each, masked_number(each) if number else masked_name(each))
        return masked_text(text)

    def said(self, text: str | None) -> str:
        """A free text in short, or that there is none."""
        return shortened(self.text(text or "")) or NOTHING

    def row(self, model: type[Base], values: Values) -> str:
        """A row of a child table: its first field as it is, the others with their names."""
        parts = list(self._row_parts(model, values))
        return "；".join(parts) or "空的一行"

    def member(self, entry: Values) -> str:
        """陈志明, 赵雅琴（主讲，请假）."""
        marks = [text for text in self._marks(entry) if text]
        name = entry["member"].label
        return f"{name}（{'，'.join(marks)}）" if marks else str(name)

    def attendance(self, entry: Values) -> str:
        """主讲，请假: as what and whether somebody was there."""
        role = self._context.option_label("attendance_role", entry["role"])
        return f"{role}，{self._context.option_label('attendance_status', entry['status'])}"

    def people_role(self, key: str) -> str:
        """A kind of participants that are only counted."""
        return self._context.option_label("people_role", key)

    def file(self, entry: Values) -> str:
        """A photo or file by its name."""
        return self.text(str(entry.get("name") or "没有名称的文件"))

    def _marks(self, entry: Values) -> Iterator[str]:
        if entry["role"] != "member":
            yield self._context.option_label("attendance_role", entry["role"])
        if entry["status"] != PRESENT:
            yield self._context.option_label("attendance_status", entry["status"])

    def _row_parts(self, model: type[Base], values: Values) -> Iterator[str]:
        for place, spec in enumerate(fields_of(model)):
            value: Any = values.get(spec.key)
            if value in _EMPTY or not spec.editable:
                continue
            if spec.nested:
                items = value if spec.shape == "children" else [value]
                yield f"{spec.label}（{' / '.join(self.row(rows_of(model, spec), item) for item in items)}）"
            else:
                text = shortened(self.value(spec, value), _ROW_TEXT)
                yield f"{spec.label} {text}" if place else text
