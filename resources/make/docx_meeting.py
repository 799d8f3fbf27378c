"""The meeting record (domain.md D1) and the sign-in sheet."""

from __future__ import annotations

from resources.make.docx_blank import Page
from resources.make.docx_blocks import Grid, line_below, paragraph, run, tag
from resources.make.docx_records import HALF, LABEL, MARK, ROOM, footer, pair, photo_page


def meeting_record() -> str:
    return "".join(
        (
            paragraph("Title", "{{ unit_name }}协商议事会议记录"),
            _meeting_head(),
            paragraph("Gap"),
            _section("background", "情况介绍", _texts("background") + _texts("research_text"), 4),
            _section("speeches", "协商发言", _speeches(), 6),
            _section("opinions", "意见建议", _numbered("opinions", "item.text", "item.raised_by"), 4),
            _section("consensus", "达成共识", _numbered("consensus", "item.text", ""), 4),
            _section("tasks", "责任分工与时限", _tasks(), 0),
            _section("others", "其他", _texts("dissent"), 3),
            paragraph("BodyText", "散会。", extra="<w:keepNext/>"),
            _signatures("主持人（签字）：", "记录人（签字）："),
            paragraph("SignRight", "　　　　年　　月　　日"),
            photo_page("会议照片"),
        )
    )


def _meeting_head() -> str:
    grid = Grid(LABEL, HALF, HALF + LABEL, ROOM)
    height = 520
    grid.row(*pair(grid, "会议议题", "{{ topic }}"), height=height)
    grid.row(*pair(grid, "时　　间", "{{ when }}"), height=height)
    grid.row(*pair(grid, "地　　点", "{{ where }}"), height=height)
    grid.row(*pair(grid, "主 持 人", "{{ host }}", "记 录 人", "{{ recorder }}"), height=height)
    grid.tag("if lead_unit")
    grid.row(
        *pair(
            grid, "牵头单位", "{{ lead_unit }}{% if assist_units %}（协办：{{ assist_units }}）{% endif %}"
        ),
        height=height,
    )
    grid.tag("endif")
    grid.row(*pair(grid, "出　　席", "{{ attending }}"), height=1000)
    grid.row(*pair(grid, "列　　席", "{{ observing }}"), height=height)
    grid.row(*pair(grid, "缺席及原因", "{{ absent }}"), height=height)
    return grid.xml()


def _section(key: str, title: str, content: str, rules: int) -> str:
    """A section, left out when nothing was recorded; in a form to fill by hand it has `rules` lines."""
    heading = tag(f"if numeral.{key}") + paragraph("Heading1", f"{{{{ numeral.{key} }}}}、{title}")
    by_hand = tag("if by_hand") + _ruled(rules) + paragraph("Gap") + tag("endif") if rules else ""
    return heading + content + by_hand + tag("endif")


def _ruled(count: int) -> str:
    grid = Grid(ROOM, lines="rules")
    for _ in range(count):
        grid.row(grid.cell(0, ROOM, paragraph("Cell")), height=520)
    return grid.xml()


def _texts(name: str) -> str:
    return tag(f"for line in {name}|lines") + paragraph("BodyText", "{{ line }}") + tag("endfor")


def _numbered(name: str, text: str, by: str) -> str:
    who = f"{{% if {by} %}}（{{{{ {by} }}}}）{{% endif %}}" if by else ""
    return (
        tag(f"for item in {name}")
        + paragraph("BodyText", f"{{{{ loop.index }}}}. {{{{ {text} }}}}{who}")
        + tag("endfor")
    )


def _speeches() -> str:
    who = "{{ item.speaker }}{% if item.identity %}（{{ item.identity }}）{% endif %}："
    return (
        tag("for item in speeches")
        + paragraph("BodyText", run(who, "Strong"), run("{{ item.points }}"))
        + tag("endfor")
    )


def _tasks() -> str:
    edges = (0, 720, 3900, 5804, 7324, ROOM)
    grid = Grid(*edges)
    titles = ("序号", "落实事项", "责任单位", "完成时限", "进展情况")
    values = ("{{ item.text }}", "{{ item.unit }}", "{{ item.deadline }}", "{{ item.state }}")
    styles = ("CellMiddle", "Cell", "CellMiddle", "CellMiddle", "CellMiddle")
    grid.row(*grid.texts(edges, "CellLabel", titles), height=480, header=True)
    grid.tag("for item in tasks")
    grid.row(*grid.texts(edges, styles, ("{{ loop.index }}", *values)), height=480)
    grid.tag("endfor")
    return grid.xml() + paragraph("Gap")


def _signatures(first: str, second: str) -> str:
    edges = (2500, 4300, 4544, 7044, ROOM)
    grid = Grid(*edges, lines="none")
    grid.row(
        grid.cell(0, 2500, paragraph("Sign", first), align="bottom"),
        grid.cell(2500, 4300, paragraph("Sign"), align="bottom", lines=line_below()),
        grid.cell(4300, 4544, paragraph("Sign")),
        grid.cell(4544, 7044, paragraph("Sign", second), align="bottom"),
        grid.cell(7044, ROOM, paragraph("Sign"), align="bottom", lines=line_below()),
        height=900,
    )
    return grid.xml()


# Sign-in sheet


def sign_in_page() -> Page:
    return Page(1134, 1134, 1588, 1474, header=567, footer=510, headers=MARK, footers={"default": footer()})


def sign_in_sheet() -> str:
    """One title, one table of 25 rows on each page."""
    lines = "".join(
        tag(f"if {name}") + paragraph("Line", f"{label}：{{{{ {name} }}}}") + tag("endif")
        for label, name in (("{{ title_label }}", "title"), ("时间", "when"), ("地点", "where"))
    )
    return (
        tag("for sheet in sheets")
        + tag("if loop.first")
        + paragraph("Title", "{{ unit_name }}{{ sheet_title }}")
        + tag("else")
        + paragraph("PageTitle", "{{ unit_name }}{{ sheet_title }}")
        + tag("endif")
        + lines
        + _sign_in_table()
        + paragraph("Gap")
        + tag("endfor")
    )


def _sign_in_table() -> str:
    edges = (0, 740, 2240, 5584, 7184, ROOM)
    grid = Grid(*edges, padding=0)
    titles = ("序号", "姓名", "界别或单位职务", "联系电话", "签名")
    values = ("{{ row.number }}", "{{ row.name }}", "{{ row.office }}", "", "")
    styles = ("CellMiddle", "CellMiddle", "SmallCell", "Cell", "Cell")
    grid.row(*grid.texts(edges, "CellLabel", titles), height=520, exact=True, header=True)
    grid.tag("for row in sheet.rows")
    grid.row(*grid.texts(edges, styles, values), height=460)
    grid.tag("endfor")
    return grid.xml()
