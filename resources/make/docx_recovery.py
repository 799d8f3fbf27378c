"""The page with the recovery code: whose it is, the code in large letters, what for and where to keep it."""

from __future__ import annotations

from resources.make.docx_blank import FANG, Page, Style
from resources.make.docx_blocks import Grid, paragraph
from resources.make.docx_records import MARK
from resources.make.docx_records import STYLES as RECORD_STYLES

_ROOM = 8844  # twips between the margins, 156 mm
_ACROSS = 4
_GROUP = _ROOM // _ACROSS
CODE_FONT = "Courier New"  # every letter as wide as the next, so that none is overlooked

STYLES = (
    *RECORD_STYLES,
    Style("Code", "恢复码", FANG, latin=CODE_FONT, size=26, align="center", line=660, grid=False),
    Style("After", "表后正文", size=14, align="both", line=520, first=560, chars=200, before=160),
    Style("CodePlace", "第几组", size=10.5, align="center", line=280, grid=False, colour="606060"),
    Style("Note", "说明", size=14, line=540, left=380, first=-380),
)

_WORDS = (
    "台账设了密码。密码忘了，照这张纸上的码可以打开台账，再设一个新密码。没有密码，又没有这张纸，"
    "谁也打不开，里面的记录就都没有了。"
)
_KEEPING = (
    "1. 和公章、财务印鉴放在一起，锁进柜子。人员调动时移交。",
    "2. 不要和电脑放在一处，不要贴在电脑上，不要拍照发到微信、QQ 里。谁拿到它，谁就能打开台账。",
    "3. 换过恢复码，这张纸就作废，请把它销毁。",
    "4. 码里没有数字 0 1 2 5 8，也没有字母 B I L O S U V Z，不用担心看错。大写、小写都行。",
)


def page() -> Page:
    """Paper without a number: it is one page."""
    return Page(1531, 1304, 1588, 1474, headers=MARK)


def recovery_code() -> str:
    facts = Grid(1500, _ROOM // 2, _ROOM // 2 + 1500, _ROOM)
    edges = (0, 1500, _ROOM // 2, _ROOM // 2 + 1500, _ROOM)
    cells = ("单　　位", "{{ unit_name }}", "日　　期", "{{ day }}")
    facts.row(*facts.texts(edges, ("CellLabel", "Cell") * 2, cells), height=560)
    return "".join(
        (
            paragraph("Title", "履职台账恢复码"),
            facts.xml(),
            paragraph("After", _WORDS),
            paragraph("Heading1", "一、恢复码"),
            _code(),
            paragraph("Heading1", "二、怎么用"),
            paragraph(
                "BodyText",
                "打开台账时，在输入密码的地方点“用恢复码…”，从第 1 组起照着打，打完 8 组就能打开。",
            ),
            paragraph("Heading1", "三、怎么放"),
            *(paragraph("Note", words) for words in _KEEPING),
            paragraph("SignRight", "保管人：　　　　　　　　　　"),
        )
    )


def _code() -> str:
    """Eight groups in two rows, each with its number above."""
    edges = tuple(_GROUP * at for at in range(_ACROSS + 1))
    grid = Grid(*edges)
    for first in (1, 1 + _ACROSS):
        places = range(first, first + _ACROSS)
        cells = [
            grid.cell(
                edges[at], edges[at + 1],
                paragraph("CodePlace", f"第 {place} 组"),
                paragraph("Code", f"{{{{ group{place} }}}}"),
            )
            for at, place in enumerate(places)
        ]  # fmt: skip
        grid.row(*cells, height=1100)
    return grid.xml() + paragraph("Gap")
