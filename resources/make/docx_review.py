"""The review sheet (报审单) of a period: one page of numbers, checks and papers with room to sign."""

from __future__ import annotations

from resources.make.docx_blank import Page
from resources.make.docx_blocks import Grid, paragraph, tag
from resources.make.docx_records import MARK

_ROOM = 9356  # twips between the margins, 165 mm: two halves with names and three numbers each
_HALF, _LABEL, _SHORT = _ROOM // 2, 1480, 3900
_NAME, _NUMBER = 2368, 770
_LEFT = (0, _NAME, _NAME + _NUMBER, _NAME + 2 * _NUMBER, _HALF)
_FIGURES = (*_LEFT, *(_HALF + edge for edge in _LEFT[1:]))
_TITLES = ("指标", "{{ current_label }}", "累计", "{{ last_year_label }}")


def page() -> Page:
    """Paper without a number: it is one page."""
    return Page(1361, 1020, 1361, 1189, headers=MARK)


def review_sheet() -> str:
    grid = Grid(*_FIGURES, _LABEL, _SHORT, _SHORT + _LABEL)
    grid.row(*_pair(grid, "填报单位", "{{ unit_name }}", "统计期间", "{{ days }}"), height=480)
    grid.row(*_pair(grid, "报送单位", "{{ recipient }}", "填报日期", "{{ filled_on }}"), height=480)
    grid.row(*grid.texts(_FIGURES, "SmallMiddle", _TITLES * 2), height=480)
    grid.tag("for row in rows")
    grid.row(*_figures(grid), height=420)
    grid.tag("endfor")
    grid.row(*_lines(grid, "数据核对", "checks"), height=640)
    grid.row(*_lines(grid, "本期材料", "papers"), height=640)
    date = "年　　月　　日"
    grid.row(*_opinion(grid, "填 报 人", "clerk", f"签字：　　　　　　　　　{date}"), height=900)
    grid.row(*_opinion(grid, "审核意见", "reviewer", f"签字：　　　　　　　　　{date}"), height=1400)
    grid.row(*_opinion(grid, "负责人意见", "head", f"签字：　　　　　（盖章）　{date}"), height=1800)
    return paragraph("Title", "{{ title }}") + grid.xml() + paragraph("Gap")


def _pair(grid: Grid, *pairs: str) -> list[str]:
    """Cells label, value, label, value."""
    edges = (0, _LABEL, _SHORT, _SHORT + _LABEL, _ROOM)
    return grid.texts(edges, ("CellLabel", "Cell") * 2, pairs)


def _figures(grid: Grid) -> list[str]:
    """Two figures side by side."""
    cells = []
    for side, start in (("left", 0), ("right", len(_LEFT) - 1)):
        edges = _FIGURES[start : start + len(_LEFT)]
        texts = [f"{{{{ row.{side}.{key} }}}}" for key in ("name", "current", "ytd", "last_year")]
        cells += grid.texts(edges, ("SmallCell", *("SmallMiddle",) * 3), texts)
    return cells


def _lines(grid: Grid, label: str, name: str) -> list[str]:
    """A label and short lines beside it."""
    blocks = tag(f"for line in {name}") + paragraph("SmallCell", "{{ line }}") + tag("endfor")
    return [grid.cell(0, _LABEL, paragraph("CellLabel", label)), grid.cell(_LABEL, _ROOM, blocks)]


def _opinion(grid: Grid, label: str, who: str, words: str) -> list[str]:
    """Room for an opinion with the line to sign at its foot; who signs stands below the label."""
    name = tag(f"if {who}") + paragraph("SmallMiddle", f"{{{{ {who} }}}}") + tag("endif")
    return [
        grid.cell(0, _LABEL, paragraph("CellLabel", label), name),
        grid.cell(_LABEL, _ROOM, paragraph("CellRight", words), align="bottom"),
    ]
