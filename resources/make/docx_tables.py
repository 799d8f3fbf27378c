"""The paper of a table in Word: landscape, title, unit line, the place of the table, note, page numbers."""

from __future__ import annotations

from resources.make.docx_blank import FANG, HEI, SONG, TITLE, Page, Style
from resources.make.docx_blocks import paragraph, run, tag
from resources.make.docx_records import MARK, footer

WIDTH, HEIGHT = 16838, 11906
MARGIN = 1134  # 20 mm
ROOM = WIDTH - 2 * MARGIN
_TABS = f'<w:tabs><w:tab w:val="center" w:pos="{ROOM // 2}"/><w:tab w:val="right" w:pos="{ROOM}"/></w:tabs>'

STYLES = (
    Style("Normal", "Normal", FANG, size=12),
    Style("Title", "Title", TITLE, size=22, align="center", line=620, after=80, keep=True),
    Style(
        "Line", "题下说明", size=12, line=360, after=40, keep=True,
        extra=_TABS,
    ),
    Style("TablePlace", "表格位置", size=1, line=20),
    Style("Cell", "表格文字", size=10.5, grid=False),
    Style("CellMiddle", "表格居中", size=10.5, align="center", grid=False),
    Style("CellRight", "表格靠右", size=10.5, align="right", grid=False),
    Style("CellLabel", "表格栏名", HEI, size=10.5, align="center", grid=False),
    Style("SignOff", "落款", size=12, line=360, before=80),
    Style("Note", "表下注", size=10.5, line=300, before=60),
    Style("Mark", "页眉", SONG, size=9, align="right", line=240, colour="808080"),
    Style("Footer", "footer", SONG, size=10.5, align="center", line=300),
    Style("PageNumber", "page number", SONG, character=True),
)  # fmt: skip


def page() -> Page:
    return Page(
        MARGIN, MARGIN, MARGIN, MARGIN, header=567, footer=567, width=WIDTH, height=HEIGHT,
        headers=MARK, footers={"default": footer()},
    )  # fmt: skip


def table() -> str:
    """The words around the table; the table itself is put where the style 表格位置 stands."""
    return "".join(
        (
            paragraph("Title", "{{ title }}"),
            tag("if line"),
            paragraph("Line", run("{{ left }}\t{{ middle }}\t{{ right }}")),
            tag("endif"),
            paragraph("TablePlace"),
            tag("if signoff"),
            paragraph("SignOff", "{{ signoff }}"),
            tag("endif"),
            tag("if note"),
            paragraph("Note", "{{ note }}"),
            tag("endif"),
        )
    )
