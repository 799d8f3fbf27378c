"""Unit: the offices whose records the store holds, as a tree; one is its own."""

from __future__ import annotations

from typing import Any

from app.models.base import Record
from app.models.fields import field, reference
from app.models.kinds import Kind
from app.models.values import Choice, Code, Flag, Text


class Unit(Record):
    """A reporting unit (填报单位); records of other units are read only here."""

    kind = Kind("填报单位", code="DW", measure="个", page="settings", title="name", short="单位")

    name: Any = field("单位名称", Text(60), needed="save", listed=True, searched=True)
    code: Any = field("单位代码", Code(12, r"[0-9A-Za-z]{1,12}", "请用字母或数字"), listed=True)
    level: Any = field("级别", Choice("cppcc_level"), listed=True)
    parent: Any = reference("上级单位", "unit")
    own: Any = field("本单位", Flag(), listed=True)
