"""Paragraphs and tables of a column as strips, with the white between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.ui.print.paper import Block, Paragraph, ParagraphStyle, Table
from app.ui.print.paragraph_layout import Joined, ParagraphLayout
from app.ui.print.strips import Column, Stack, Strip
from app.ui.print.table_flow import TableFlow
from app.ui.print.table_layout import TableLayout

_ENDLESS = 1e9


def strips(blocks: Sequence[Block], column: Column) -> Iterator[Strip]:
    """The strips of a column, laid out as they are asked for."""
    before: ParagraphStyle | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            yield _table_strip(block, column, before)
            before = None
            continue
        joined = Joined(
            above=at > 0 and _same_border(blocks[at - 1], block),
            below=at + 1 < len(blocks) and _same_border(block, blocks[at + 1]),
        )
        lines = ParagraphLayout(block, column).strips(joined)
        _set_gap(lines[0], block.style, before)
        yield from lines
        before = block.style


def stacked(blocks: Sequence[Block], column: Column) -> Stack:
    """All strips of a cell, header or footer; tables inside are whole."""
    stack = Stack()
    for strip in strips(blocks, column):
        if strip.table is not None:
            piece = strip.table.place(_ENDLESS, True)
            assert piece is not None
            strip = Strip(piece.height, piece.height, piece.marks, strip.gap)
        stack.strips.append(strip)
    last = blocks[-1] if blocks else None
    stack.after = last.style.after if isinstance(last, Paragraph) else 0.0
    return stack


def _set_gap(strip: Strip, style: ParagraphStyle, before: ParagraphStyle | None) -> None:
    """White between paragraphs is the larger of the two wishes; like paragraphs may have none."""
    alike = before is not None and before.name == style.name
    wish = 0.0 if style.contextual and alike else style.before
    earlier = 0.0 if before is None or (before.contextual and alike) else before.after
    strip.gap, strip.kept = max(wish, earlier), wish
    strip.page_before = style.page_before
    strip.begins = True
    strip.breakable = before is None or not before.keep_next


def _table_strip(table: Table, column: Column, before: ParagraphStyle | None) -> Strip:
    layout = TableLayout(table, column, stacked)
    return Strip(
        gap=0.0 if before is None else before.after,
        breakable=before is None or not before.keep_next,
        page_before=bool(table.rows) and table.rows[0].page_before,
        begins=True,
        table=TableFlow(layout),
    )


def _same_border(above: Block, below: Block) -> bool:
    if isinstance(above, Table) or isinstance(below, Table):
        return False
    one, other = above.style, below.style
    return one.borders == other.borders and (one.left, one.right) == (other.left, other.right)
