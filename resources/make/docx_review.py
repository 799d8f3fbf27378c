"""The review sheet (报审单) of a period: one page of numbers, checks and papers with room to sign."""

from __future__ import annotations

from resources.make.docx_blank import Page
from resources.make.docx_blocks import Grid, paragraph, tag
from resources.make.docx_records import HALF, LABEL, MARK, ROOM, pair

# The main figures stand in two halves: name, 本期, 累计, 上年同期.
_NAME, _NUMBER = 1899, 841
_LEFT = (0, _NAME, _NAME + _NUMBER, _NAME + 2 * _NUMBER, HALF)
_FIGURES = (*_LEFT, *(HALF + edge for edge in _LEFT[1:]))
_TITLES = ("指标", "{{ current_label }}", "累计", "{{ last_year_label }}")
_LINE = 400


def page() -> Page:
    """The paper of the records without a number: it is one page."""
    return Page(1361, 1020, 1588, 1474, headers=MARK)


def review_sheet() -> str:
    grid = Grid(*_FIGURES, LABEL, HALF + LABEL)
    grid.row(*pair(grid, "填报单位", "{{ unit_name }}", "统计期间", "{{ days }}"), height=460)
    grid.row(*pair(grid, "报送单位", "{{ recipient }}", "填报日期", "{{ filled_on }}"), height=460)
    grid.row(*grid.texts(_FIGURES, "CellLabel", _TITLES * 2), height=_LINE)
    grid.tag("for row in rows")
    grid.row(*_figures(grid), height=_LINE)
    grid.tag("endfor")
    grid.row(*_lines(grid, "数据核对", "checks"), height=460)
    grid.row(*_lines(grid, "本期材料", "papers"), height=460)
    grid.row(*_opinion(grid, "填报人", "{{ clerk }}", ""), height=760)
    grid.row(*_opinion(grid, "审核意见", "{{ reviewer }}", ""), height=1160)
    grid.row(*_opinion(grid, "负责人意见", "{{ head }}", "（盖章）"), height=1500)
    return paragraph("Title", "{{ title }}") + grid.xml() + paragraph("Gap")


def _figures(grid: Grid) -> list[str]:
    """Two figures side by side."""
    cells = []
    for side, start in (("left", 0), ("right", len(_LEFT) - 1)):
        edges = _FIGURES[start : start + len(_LEFT)]
        texts = [f"{{{{ row.{side}.{key} }}}}" for key in ("name", "current", "ytd", "last_year")]
        cells += grid.texts(edges, ("SmallCell", *("SmallMiddle",) * 3), texts)
    return cells


def _lines(grid: Grid, label: str, name: str) -> list[str]:
    """A label and some short lines, the list of them in one paragraph each."""
    blocks = tag(f"for line in {name}") + paragraph("SmallCell", "{{ line }}") + tag("endfor")
    return [grid.cell(0, LABEL, paragraph("CellLabel", label)), grid.cell(LABEL, ROOM, blocks)]


def _opinion(grid: Grid, label: str, who: str, seal: str) -> list[str]:
    """Room for an opinion, with who signs and when at its foot."""
    words = f"{who}　签字：　　　　　　　　　{seal}　　　年　　月　　日"
    return [
        grid.cell(0, LABEL, paragraph("CellLabel", label)),
        grid.cell(LABEL, ROOM, paragraph("CellRight", words), align="bottom"),
    ]
