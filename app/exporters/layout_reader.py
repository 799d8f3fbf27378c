"""Turns the parsed JSON of a layout into a Layout, collecting every problem on the way."""

from __future__ import annotations

import re
from typing import Final

from app.exporters.layout import (
    FIGURES,
    GROUPINGS,
    PERIODS,
    RECORDS,
    Align,
    Column,
    Format,
    Heading,
    Layout,
    Node,
    Source,
    Span,
    TotalsAt,
    depth,
    leaves,
)
from app.exporters.layout_values import LayoutValues, choices

VERSION: Final = 1
DEEPEST: Final = 3
MOST_COLUMNS: Final = 80
TOP_KEYS: Final = (
    *("version", "key", "name", "sheet", "title", "line", "rows", "until", "periods", "size"),
    *("columns", "totals", "signoff", "note"),
)
COLUMN_KEYS: Final = (
    *("heading", "serial", "group_label", "figure", "field", "checklist", "span", "focus", "brand"),
    *("unit", "format", "scale", "width", "align"),
)
HEADING_KEYS: Final = ("heading", "columns")
SCALES: Final = tuple(10**power for power in range(9))
_FORMAT = re.compile(r"(text|day|int|percent|decimal)(?::([0-4]))?")
_PATH = re.compile(r"[\w-]+(\.[\w-]+){0,3}")


class LayoutReader(LayoutValues):
    """Reads one layout; `problems` holds a sentence for each thing wrong in it."""

    def layout(self, raw: object) -> Layout | None:
        """The layout; None when it is not even an object. Good only while `problems` is empty."""
        if not isinstance(raw, dict):
            self._problem("", "最外层要用一对花括号 { } 括起来。")
            return None
        self._known(raw, TOP_KEYS, "")
        if raw.get("version") != VERSION or isinstance(raw.get("version"), bool):
            self._problem("", f"“version”要写 {VERSION}。")
        columns = self._columns(raw.get("columns"), "", 1)
        layout = Layout(
            key=self._key(raw, "key", "", required=True),
            name=self._text(raw, "name", "", limit=60, required=True),
            sheet=self._text(raw, "sheet", "", limit=31, required=True),
            title=self._template(raw, "title", required=True),
            rows=self._rows(raw),
            columns=columns,
            line=self._line(raw),
            size=self._number(raw, "size", "", 11, 8, 16),
            totals=self._word(raw, "totals", "", TotalsAt, TotalsAt.NONE),
            signoff=self._templates(raw, "signoff"),
            note=self._template(raw, "note"),
            until=self._until(raw),
            periods=self._periods(raw),
        )
        self._whole(layout)
        return layout

    def _whole(self, layout: Layout) -> None:
        """What only the whole layout shows."""
        if depth(layout.columns) > DEEPEST:
            self._problem("", f"表头最多 {DEEPEST} 层，请把下层的列并到上一层。")
        if len(layout.leaves) > MOST_COLUMNS:
            self._problem("", f"一张表最多 {MOST_COLUMNS} 列，请拆成两张。")
        if layout.columns and not layout.values:
            self._problem("", "没有一列取数，请至少给一列写上“figure”或“field”。")
        if not layout.is_list:
            return
        row = "一个指标" if layout.rows == FIGURES else "一条记录"
        for column in leaves(layout.columns):
            if column.source in (Source.FIGURE, Source.LABEL):
                self._problem(f"列“{column.heading}”", f"这张表一行是{row}，列要用“field”取数。")

    def _rows(self, raw: dict[str, object]) -> str:
        rows = self._text(raw, "rows", "", limit=60, required=True)
        path = rows.removeprefix(RECORDS) if rows.startswith(RECORDS) else ""
        if rows and rows not in (*GROUPINGS, FIGURES) and not _PATH.fullmatch(path):
            words = (*GROUPINGS, FIGURES, RECORDS + "记录种类")
            self._problem("", f"“rows”写的“{rows}”不认识，{choices(words)}。")
        return rows

    def _until(self, raw: dict[str, object]) -> str:
        until = self._key(raw, "until", "", required=False)
        if until and "." not in self._text(raw, "rows", "", limit=60):
            self._problem("", "“until”只用在“rows”是一条条明细的表上，请删去。")
        return until

    def _periods(self, raw: dict[str, object]) -> tuple[str, ...]:
        value = raw.get("periods", [])
        if not isinstance(value, list) or not all(word in PERIODS for word in value):
            self._problem("", f"“periods”要用方括号 [ ] 写这张表给哪些期用，{choices(PERIODS)}。")
            return ()
        return tuple(value)

    def _line(self, raw: dict[str, object]) -> tuple[str, str, str]:
        words = self._templates(raw, "line")
        if not words:
            return ("", "", "")
        if len(words) != 3:
            self._problem("", '“line”要写左、中、右三段文字，不要的写成空的 ""。')
            return ("", "", "")
        return (words[0], words[1], words[2])

    # columns

    def _columns(self, raw: object, where: str, level: int) -> tuple[Node, ...]:
        if not isinstance(raw, list) or not raw:
            self._problem(where, "“columns”里没有列，请用方括号 [ ] 写上至少一列。")
            return ()
        if level > DEEPEST:
            self._problem(where, f"表头最多 {DEEPEST} 层，请把下层的列并到上一层。")
            return ()
        nodes = [
            self._node(item, self._place(where, number, item), level) for number, item in enumerate(raw, 1)
        ]
        return tuple(node for node in nodes if node is not None)

    def _node(self, raw: object, where: str, level: int) -> Node | None:
        if not isinstance(raw, dict):
            self._problem(where, "每一列要用一对花括号 { } 括起来。")
            return None
        if "columns" not in raw:
            return self._column(raw, where)
        self._known(raw, HEADING_KEYS, where)
        return Heading(self._heading(raw, where), self._columns(raw["columns"], where, level + 1))

    def _column(self, raw: dict[str, object], where: str) -> Column:
        self._known(raw, COLUMN_KEYS, where)
        source, key = self._source(raw, where)
        shape = self._format(raw, where, source)
        side = Align.CENTER if source in (Source.SERIAL, Source.CHECKLIST) else Align.LEFT
        return Column(
            heading=self._heading(raw, where),
            source=source,
            key=key,
            span=self._span(raw, where, source),
            part=self._part(raw, where, source),
            format=shape,
            scale=self._scale(raw, where, shape),
            unit=self._text(raw, "unit", where, limit=10),
            width=self._number(raw, "width", where, 10, 2, 100),
            align=self._word(raw, "align", where, Align, Align.RIGHT if key and shape.numeric else side),
        )

    def _heading(self, raw: dict[str, object], where: str) -> str:
        heading = self._text(raw, "heading", where, limit=60, required=True)
        self._placeholders(heading, "heading")
        return heading

    def _source(self, raw: dict[str, object], where: str) -> tuple[Source, str]:
        named = [source for source in Source if raw.get(source.value) not in (None, False)]
        if len(named) != 1:
            self._problem(where, f"要写清这一列从哪里取数，{choices(tuple(Source))}，写一个，只写一个。")
            return Source.SERIAL, ""
        source = named[0]
        if source is Source.FIGURE:
            return source, self._key(raw, source.value, where, required=True)
        if source is Source.FIELD:
            return source, self._field(raw, where)
        if raw[source.value] is not True:
            self._problem(where, f"“{source.value}”只能写 true。")
        return source, ""

    def _span(self, raw: dict[str, object], where: str, source: Source) -> Span:
        if "span" in raw and source is not Source.FIGURE:
            self._problem(where, "“span”只用在“figure”列上，请删去。")
        return self._word(raw, "span", where, Span, Span.CURRENT)

    def _part(self, raw: dict[str, object], where: str, source: Source) -> tuple[str, str] | None:
        named = [by for by in ("focus", "brand") if by in raw]
        if not named:
            return None
        if len(named) > 1 or source is not Source.FIGURE:
            self._problem(where, "“focus”和“brand”只用在“figure”列上，而且只能写一个。")
            return None
        return named[0], self._key(raw, named[0], where, required=True)

    def _format(self, raw: dict[str, object], where: str, source: Source) -> Format:
        written = self._text(raw, "format", where, limit=20)
        if not written:
            return Format("int") if source in (Source.FIGURE, Source.SERIAL) else Format()
        found = _FORMAT.fullmatch(written)
        if found is None or (found[2] and found[1] not in ("percent", "decimal")):
            self._problem(
                where,
                f"“format”写的“{written}”不认识，可以写 int、decimal:2、percent、percent:1、text、day。",
            )
            return Format()
        return Format(found[1], int(found[2] or (2 if found[1] == "decimal" else 0)))

    def _scale(self, raw: dict[str, object], where: str, shape: Format) -> int:
        scale = raw.get("scale", 1)
        if isinstance(scale, bool) or not isinstance(scale, int) or scale not in SCALES:
            self._problem(where, "“scale”要写 1、10、100、1000、10000 这样的数，例如元换成万元写 10000。")
            return 1
        if scale != 1 and not shape.numeric:
            self._problem(where, "“scale”只用在数字列上，请删去，或把“format”改成数字的写法。")
        return scale
