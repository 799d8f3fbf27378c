"""The visit record (domain.md D4) and the studio activity form (D5)."""

from __future__ import annotations

from resources.make.docx_blocks import Grid, paragraph, tag
from resources.make.docx_records import HALF, LABEL, ROOM, lines, pair, photo_page

# Where the narrow columns of problems stand: number, matter, answered, handed to, result.
_PROBLEM = (LABEL, 2180, 4800, 5900, 7344, ROOM)

_TO_FILL = 3  # empty rows to be filled by hand


def visit_record() -> str:
    grid = Grid(*_PROBLEM, HALF, HALF + LABEL)
    height = 460
    grid.row(*pair(grid, "活动名称", "{{ name }}"), height=height)
    grid.row(*pair(grid, "专项行动", "{{ campaign }}", "走访时间", "{{ when }}"), height=height)
    grid.row(
        *pair(
            grid,
            "走访地点",
            "{{ where }}",
            "走访单位",
            "{{ host }}{% if linked_kind %}（{{ linked_kind }}）{% endif %}",
        ),
        height=height,
    )
    grid.row(*pair(grid, "活动方式", "{{ ways }}", "走访对象", "{{ audience }}"), height=height)
    grid.row(*pair(grid, "参加委员", "{{ members_text }}"), height=900)
    grid.row(*pair(grid, "其他人员", "{{ others_text }}"), height=height)
    grid.row(
        *pair(
            grid,
            "深入基层",
            _counted("outreach_count", "人次"),
            "服务群众",
            _counted("people_served", "人次"),
        ),
        height=height,
    )
    grid.row(
        *pair(grid, "收集意见", _counted("demands", "条"), "现场解答", _counted("answered", "条")),
        height=height,
    )
    grid.tag("if results_text")
    grid.row(*pair(grid, "其他成效", "{{ results_text }}"), height=height)
    grid.tag("endif")
    grid.row(*lines(grid, "走访内容", "content"), height=2000, keep=True)
    _problems(grid, "群众反映的\n问题和建议", "problems", ("问题和建议", "当场答复", "转办单位", "处理结果"))
    grid.row(*lines(grid, "办理结果", "outcome"), height=800)
    opinion = paragraph("Cell") + paragraph("Cell") + paragraph("CellRight", "（盖章）　　　年　　月　　日")
    grid.row(
        grid.cell(0, LABEL, paragraph("CellLabel", "被走访"), paragraph("CellLabel", "单位意见")),
        grid.cell(LABEL, ROOM, opinion, align="bottom"),
        height=1200,
    )
    grid.row(*pair(grid, "委员签字", "", "记 录 人", "{{ recorder }}"), height=760)
    return (
        paragraph("Title", "{{ unit_name }}“{{ visit_label }}”走访记录表")
        + grid.xml()
        + paragraph("Gap")
        + photo_page("走访照片")
    )


def _counted(key: str, unit: str) -> str:
    """A number with its unit; a 0 that was filled in is shown, an empty one leaves room."""
    return f"{{% if {key} != '' %}}{{{{ {key} }}}} {unit}{{% endif %}}"


def _problems(grid: Grid, label: str, name: str, titles: tuple[str, str, str, str]) -> None:
    """Rows of matters under their own headings, the label merged down beside them."""
    below = grid.cell(0, LABEL, merge="continue")
    words = (paragraph("CellLabel", line) for line in label.split("\n"))
    first = grid.cell(0, LABEL, *words, merge="restart")
    grid.row(first, *grid.texts(_PROBLEM, "SmallMiddle", ("序号", *titles)), height=440)
    values = ("{{ item.text }}", "{{ item.answered }}", "{{ item.handed_to }}", "{{ item.result }}")
    styles = ("SmallMiddle", "SmallCell", "SmallMiddle", "SmallMiddle", "SmallCell")
    grid.tag(f"for item in {name}")
    grid.row(below, *grid.texts(_PROBLEM, styles, ("{{ loop.index }}", *values)), height=440)
    grid.tag("endfor")
    grid.tag(f"if not {name}")
    for _ in range(_TO_FILL):
        grid.row(below, *grid.texts(_PROBLEM, "SmallCell", ("",) * 5), height=440)
    grid.tag("endif")


# Studio form (D5)


def studio_form() -> str:
    grid = Grid(*_PROBLEM, HALF, HALF + LABEL, LABEL + (ROOM - LABEL) // 2)
    height = 460
    grid.row(*pair(grid, "工作室", "{{ studio }}", "领衔委员", "{{ studio_lead }}"), height=height)
    grid.row(*pair(grid, "活动主题", "{{ topic }}"), height=height)
    grid.row(*pair(grid, "活动类型", "{{ activity_type }}", "召 集 人", "{{ convener }}"), height=height)
    grid.row(*pair(grid, "时　　间", "{{ when }}"), height=height)
    grid.row(*pair(grid, "地　　点", "{{ where }}"), height=height)
    grid.row(*pair(grid, "参加委员", "{{ members_text }}"), height=800)
    grid.row(
        *pair(
            grid, "参加群众", _counted("people_served", "人次"), "收集意见", _counted("opinion_count", "条")
        ),
        height=height,
    )
    grid.row(*lines(grid, "活动内容", "summary"), height=2200, keep=True)
    _problems(
        grid, "收集意见\n建议及\n办理去向", "problems", ("意见建议", "当场答复", "转办单位", "办理结果")
    )
    grid.row(*lines(grid, "活动成效", "outcome"), height=800)
    middle = LABEL + (ROOM - LABEL) // 2
    cells = []
    for at, (start, end) in enumerate(((LABEL, middle), (middle, ROOM))):
        photo = (
            tag(f"if photos|length > {at}")
            + paragraph("CellPicture", f"{{{{ photos[{at}]|picture(56, 43) }}}}")
            + tag("endif")
            + paragraph(
                "SmallCell",
                f"{{% if photos|length > {at} %}}{{{{ photos[{at}].caption }}}}{{% endif %}}",
                extra='<w:jc w:val="center"/>',
            )
        )
        cells.append(grid.cell(start, end, photo))
    grid.row(grid.cell(0, LABEL, paragraph("CellLabel", "活动照片")), *cells, height=1500)
    grid.row(*pair(grid, "登 记 人", "{{ recorder }}", "审 核 人", ""), height=640)
    return paragraph("Title", "{{ unit_name }}{{ studio_label }}活动登记表") + grid.xml() + paragraph("Gap")
