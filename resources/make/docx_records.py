"""What the documents of one record share: styles, paper, label-and-value rows, the page of photos."""

from __future__ import annotations

from resources.make.docx_blank import FANG, HEI, KAI, SONG, TITLE, Page, Style
from resources.make.docx_blocks import Grid, page_number, paragraph, tag

ROOM = 8844  # twips between the margins, 156 mm
LABEL, HALF = 1500, ROOM // 2

STYLES = (
    Style("Normal", "Normal", FANG, size=14),
    Style("Title", "Title", TITLE, size=22, align="center", line=620, after=160, keep=True),
    Style(
        "PageTitle",
        "换页标题",
        TITLE,
        size=22,
        align="center",
        line=620,
        after=160,
        extra="<w:pageBreakBefore/>",
    ),
    Style("Heading1", "heading 1", HEI, size=14, line=520, first=560, chars=200, heading=1, keep=True),
    Style("BodyText", "Body Text", size=14, align="both", line=520, first=560, chars=200),
    Style("Cell", "表格文字", size=12, line=360, grid=False),
    Style("CellMiddle", "表格居中", size=12, align="center", line=360, grid=False),
    Style("CellLabel", "表格栏名", HEI, size=12, align="center", line=360, grid=False),
    Style("CellText", "表格正文", size=12, align="both", line=360, first=480, chars=200, grid=False),
    Style("CellRight", "表格靠右", size=12, align="right", line=360, right=240, grid=False),
    Style("SmallCell", "表格小字", size=10.5, line=300, grid=False),
    Style("SmallMiddle", "表格小字居中", size=10.5, align="center", line=300, grid=False),
    Style("Line", "题下说明", size=12, line=340),
    Style("SignRight", "日期", size=14, align="right", line=520, right=560, before=160),
    Style("Sign", "签字", size=14, line=520, keep=True),
    Style("Picture", "图片", size=12, align="center", before=60, keep=True),
    Style("CellPicture", "表格图片", size=12, align="center", before=40, grid=False),
    Style("Caption", "caption", KAI, size=12, align="center", line=400, after=80),
    Style("Gap", "间隔", size=1, line=20),
    Style("Mark", "页眉", SONG, size=9, align="right", line=240, colour="808080"),
    Style("Footer", "footer", SONG, size=10.5, align="center", line=300),
    Style("Strong", "Strong", HEI, character=True),
    Style("PageNumber", "page number", SONG, character=True),
)
MARK = {"default": paragraph("Mark", "{{ mark }}")}


def page() -> Page:
    """The paper of the records: room for a file's binding on the left."""
    return Page(1531, 1304, 1588, 1474, headers=MARK, footers={"default": footer()})


def footer() -> str:
    first = page_number("PageNumber", "第 ", " 页　")
    return paragraph("Footer", first + page_number("PageNumber", "共 ", " 页", "NUMPAGES"))


def pair(grid: Grid, *pairs: str) -> list[str]:
    """Cells label, value, label, value over the four columns, or label, value over all."""
    ends = (LABEL, ROOM) if len(pairs) == 2 else (LABEL, HALF, HALF + LABEL, ROOM)
    starts = (0, *ends[:-1])
    return [
        grid.cell(start, end, paragraph("CellLabel" if at % 2 == 0 else "Cell", text))
        for at, (start, end, text) in enumerate(zip(starts, ends, pairs, strict=True))
    ]


def lines(grid: Grid, label: str, name: str) -> list[str]:
    """Cells label and the paragraphs of a long text, with room to write when there are none."""
    blocks = tag(f"for line in {name}|lines") + paragraph("CellText", "{{ line }}") + tag("endfor")
    empty = tag(f"if not {name}") + paragraph("CellText") + tag("endif")
    return [
        grid.cell(0, LABEL, paragraph("CellLabel", label)),
        grid.cell(LABEL, ROOM, blocks, empty, align="top"),
    ]


def photo_page(title: str) -> str:
    """One or two photos large below each other, more in two columns."""
    grid = Grid(HALF, ROOM, lines="none")
    grid.tag("for row in photos|batch(2)")
    cell = tag("if row|length > {0}") + paragraph("Picture", "{{{{ row[{0}]|picture(72, 64) }}}}")
    cell += paragraph("Caption", "{{{{ row[{0}].caption }}}}") + tag("endif") + paragraph("Gap")
    cells = [cell.replace("{0}", str(at)).replace("{{{{", "{{").replace("}}}}", "}}") for at in (0, 1)]
    grid.row(grid.cell(0, HALF, cells[0], align="top"), grid.cell(HALF, ROOM, cells[1], align="top"))
    grid.tag("endfor")
    large = (
        tag("for photo in photos")
        + paragraph("Picture", "{{ photo|picture(150, 100) }}")
        + paragraph("Caption", "{{ photo.caption }}")
        + tag("endfor")
    )
    return (
        tag("if photos")
        + paragraph("PageTitle", title)
        + tag("if photos|length <= 2")
        + large
        + tag("else")
        + grid.xml()
        + paragraph("Gap")
        + tag("endif")
        + tag("endif")
    )
