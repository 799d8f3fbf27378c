"""Documents of running text: the information draft, and the report (domain.md D8) in its two dresses."""

from __future__ import annotations

from resources.make.docx_blank import FANG, HEI, KAI, SONG, TITLE, Page, Style
from resources.make.docx_blocks import Grid, page_number, paragraph, run, run_tag, tag

# GB/T 9704-2012: 156 × 225 mm of text, 22 lines of 28 characters of 16 pt. 28.95 pt a line, and each
# character a quarter point closer, which gives the 28 in every program; a character grid does not.
_LINE, _TRACK = 579, -5
_CHARACTER = 315
_MARGINS = (2098, 1984, 1587, 1474)  # 37, 35, 28 and 26 mm
_ROOM = 11906 - 1587 - 1474
_FOOTER = 1428  # 25 mm: the dashes beside the number stand 7 mm below the text

STYLES = (
    Style("Normal", "Normal", FANG, size=16, line=_LINE, track=_TRACK),
    Style("Title", "Title", TITLE, size=22, align="center", line=_LINE, keep=True),
    Style("Subtitle", "Subtitle", KAI, size=16, align="center", line=_LINE, keep=True),
    Style(
        "Heading1",
        "heading 1",
        HEI,
        size=16,
        line=_LINE,
        first=640,
        chars=200,
        track=_TRACK,
        heading=1,
        keep=True,
    ),
    Style("BodyText", "Body Text", size=16, align="both", line=_LINE, first=640, chars=200, track=_TRACK),
    Style("Recipient", "主送机关", size=16, line=_LINE, track=_TRACK),
    Style(
        "AttachmentFirst", "附件说明", size=16, line=_LINE, left=1805, first=-1175, track=_TRACK, keep=True
    ),
    Style(
        "AttachmentNext", "附件说明续", size=16, line=_LINE, left=1805, first=-230, track=_TRACK, keep=True
    ),
    # The date stands four characters from the right, the office in the middle above it.
    Style("Office", "落款单位", size=16, align="center", line=_LINE, left=3870, track=_TRACK, keep=True),
    Style("OfficeLong", "落款单位长", size=16, align="right", line=_LINE, track=_TRACK, keep=True),
    Style("IssueDate", "成文日期", size=16, align="right", line=_LINE, right=4 * _CHARACTER, track=_TRACK),
    Style("Right", "供稿", size=16, align="right", line=_LINE, right=2 * _CHARACTER, track=_TRACK),
    Style("Blank", "空行", size=16, line=_LINE, keep=True),
    Style(
        "TableTitle",
        "附表标题",
        HEI,
        size=14,
        align="center",
        line=480,
        after=120,
        extra="<w:pageBreakBefore/>",
    ),
    Style("Cell", "表格文字", size=12, line=360, grid=False),
    Style("CellMiddle", "表格居中", size=12, align="center", line=360, grid=False),
    Style("CellLabel", "表格栏名", HEI, size=12, align="center", line=360, grid=False),
    Style("TableNote", "附表注", size=12, align="both", line=400, before=60),
    Style("Picture", "图片", size=12, align="center", before=120, keep=True),
    Style("Caption", "caption", KAI, size=14, align="center", line=400),
    Style("Gap", "间隔", size=1, line=20),
    Style("Mark", "页眉", SONG, size=9, align="right", line=240, colour="808080"),
    Style("FooterOdd", "单页页脚", SONG, size=14, align="right", line=320, right=280),
    Style("FooterEven", "双页页脚", SONG, size=14, line=320, left=280),
    Style("Footer", "footer", SONG, size=14, align="center", line=320),
    Style("Lead", "二级标题", KAI, character=True),
    Style("Figure", "Figure", character=True),
    Style("PageNumber", "page number", SONG, SONG, size=14, character=True),
)
_MARK = paragraph("Mark", "{{ mark }}")


def formal_page() -> Page:
    """The paper of an official document: the number right on odd pages, left on even ones."""
    return Page(
        *_MARGINS,
        header=1134,
        footer=_FOOTER,
        odd_and_even=True,
        headers={"default": _MARK, "even": _MARK},
        footers={"default": _numbered("FooterOdd"), "even": _numbered("FooterEven")},
    )


def plain_page() -> Page:
    """The same paper with the number in the middle."""
    return Page(
        *_MARGINS,
        header=1134,
        footer=_FOOTER,
        headers={"default": _MARK},
        footers={"default": _numbered("Footer")},
    )


def _numbered(style: str) -> str:
    return paragraph(style, page_number("PageNumber", "— ", " —"))


def information_draft() -> str:
    return "".join(
        (
            _title_lines(),
            paragraph("Blank"),
            _loop("paragraph", "paragraphs", "BodyText", "{{ paragraph }}"),
            paragraph("Right", "（供稿：{{ unit_name }}{% if author %}　{{ author }}{% endif %}）"),
            tag("if photos"),
            paragraph("Picture", "{{ photos[0]|picture(130, 90) }}"),
            paragraph("Caption", "{{ photos[0].caption }}"),
            tag("endif"),
        )
    )


def monthly_summary() -> str:
    return "".join(
        (
            _title_lines(),
            paragraph("Subtitle", "（{{ days }}）"),
            paragraph("Blank"),
            _text(),
            paragraph("Blank"),
            _signature(),
            _table(),
        )
    )


def formal_report() -> str:
    return "".join(
        (
            _title_lines(),
            paragraph("Blank"),
            paragraph("Recipient", "{{ recipient }}："),
            _text(),
            tag("if attachments"),
            paragraph("Blank"),
            tag("for name in attachments"),
            tag("if loop.first"),
            paragraph("AttachmentFirst", "附件：{% if attachments|length > 1 %}1.{% endif %}{{ name }}"),
            tag("else"),
            paragraph("AttachmentNext", "{{ loop.index }}.{{ name }}"),
            tag("endif"),
            tag("endfor"),
            tag("endif"),
            paragraph("Blank"),
            paragraph("Blank"),
            _signature(),
        )
    )


def _loop(name: str, of: str, style: str, text: str) -> str:
    return tag(f"for {name} in {of}") + paragraph(style, text) + tag("endfor")


def _title_lines() -> str:
    return _loop("line", "title_lines", "Title", "{{ line }}")


def _text() -> str:
    """Opening and sections."""
    runs = _runs()
    lead = run_tag("if paragraph.lead") + run("{{ paragraph.lead }}", "Lead") + run_tag("endif")
    return "".join(
        (
            tag("for paragraph in opening"),
            paragraph("BodyText", runs),
            tag("endfor"),
            tag("for section in sections"),
            paragraph("Heading1", "{{ section.heading }}"),
            tag("for paragraph in section.paragraphs"),
            tag("if section.closes and loop.last"),
            paragraph("BodyText", lead, runs, extra="<w:keepNext/>"),  # 落款 never stands alone on a page
            tag("else"),
            paragraph("BodyText", lead, runs),
            tag("endif"),
            tag("endfor"),
            tag("endfor"),
        )
    )


def _runs() -> str:
    """A paragraph's runs; each figure is one of the style Figure, to be followed to its records."""
    return (
        run_tag("for run in paragraph.runs")
        + run_tag("if run.figure")
        + run("{{ run.text }}", "Figure")
        + run_tag("else")
        + run("{{ run.text }}")
        + run_tag("endif")
        + run_tag("endfor")
    )


def _signature() -> str:
    """A name too long to stand in the middle above the date goes to the margin."""
    return "".join(
        (
            tag("if office_is_long"),
            paragraph("OfficeLong", "{{ office }}"),
            tag("else"),
            paragraph("Office", "{{ office }}"),
            tag("endif"),
            paragraph("IssueDate", "{{ issued_on }}"),
        )
    )


def _table() -> str:
    edges = (0, 3644, 4644, 6044, 7444, _ROOM - 1)
    grid = Grid(*edges)
    titles = ("指标", "单位", "{{ span_label }}", "本年累计", "上年同期")
    grid.row(*grid.texts(edges, "CellLabel", titles), height=440, header=True)
    grid.tag("for line in lines")
    numbers = [run(f"{{{{ line.{span} }}}}", "Figure") for span in ("current", "ytd", "last_year")]
    styles = ("Cell", *("CellMiddle",) * 4)
    grid.row(*grid.texts(edges, styles, ("{{ line.label }}", "{{ line.unit }}", *numbers)), height=440)
    grid.tag("endfor")
    return (
        tag("if lines")
        + paragraph("TableTitle", "附：主要数据")
        + grid.xml()
        + paragraph("Gap")
        + tag("for paragraph in notes")
        + paragraph("TableNote", _runs())
        + tag("endfor")
        + tag("endif")
    )
