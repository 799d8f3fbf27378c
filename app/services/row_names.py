"""RowNames: what a clerk calls a row of any table: the record it belongs to, or 设置, 选项, 报送 …"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.models import RECORDS, Base, Record
from app.models.activity import Activity

OTHERS: Mapping[str, str] = {
    "setting": "设置",
    "option_entry": "选项",
    "change": "修改记录",
    "submission": "报送",
    "contribution": "报送",
    "correction": "报送的更正",
    "paragraph": "月报文字",
    "saved_report": "存下的表",
    "figure_entry": "自定指标",
    "attachment": "附件的说明",
    "sequence": "编号",
    "alias": "合并",
    "search_row": "查找用的索引",
}
_UP = ("parent_id", "activity_id")  # columns of a child row that lead to what it belongs to
_RECORDS: Mapping[str, type[Record]] = {model.__tablename__: model for model in RECORDS}
_TEXTS: Mapping[str, str] = {model.text_class.__tablename__: model.__tablename__ for model in RECORDS}
_KINDS: Mapping[str, type[Record]] = {model.key: model for model in RECORDS}


class RowNames:
    """Looks rows up over a raw connection, where they may be damaged, or not be there at all."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def names(self, table: str, keys: Iterable[Any]) -> list[str]:
        """委员走访ZF-…, 设置; each once, in order."""
        return list(dict.fromkeys(self._name(table, key) for key in keys))

    def _name(self, table: str, key: Any) -> str:
        if table in OTHERS:
            return OTHERS[table]
        table = _TEXTS.get(table, table)
        model = _RECORDS.get(table)
        if model is not None:
            base = Activity.__tablename__ if issubclass(model, Activity) else table
            return f"{model.kind.label}{self._number(base, key)}"
        if table == Activity.__tablename__:
            kind = self._value(table, "type", key)
            known = _KINDS.get(str(kind))
            return f"{known.kind.label if known else '活动'}{self._number(table, key)}"
        up = self._above(table, key)
        return self._name(*up) if up else "其他内容"

    def _above(self, table: str, key: Any) -> tuple[str, Any] | None:
        """Table and id of what a child row belongs to."""
        columns = Base.metadata.tables[table].columns if table in Base.metadata.tables else ()
        for column in columns:
            if column.name in _UP:
                for foreign in column.foreign_keys:
                    return foreign.column.table.name, self._value(table, column.name, key)
        return None

    def _number(self, table: str, key: Any) -> str:
        return str(self._value(table, "number", key) or "")

    def _value(self, table: str, column: str, key: Any) -> Any:
        row = self._connection.execute(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (key,)).fetchone()
        return row[0] if row else None
