"""A scanned picture as a page of paper, to be looked at and printed."""

from __future__ import annotations

from pathlib import Path

from app.errors import AppError, quoted
from app.foreign.picture import LARGEST
from app.foreign.plain_file import content
from app.foreign.worker import Foreign, worker
from app.ui.print.pages import Pages
from app.ui.print.paper import (
    A4,
    Document,
    PageSetup,
    Paragraph,
    ParagraphStyle,
    Picture,
    Section,
    Sides,
    TextStyle,
)

_EDGE = 400.0
_SPARE = 60.0  # what the line below a picture needs


def picture_pages(path: Path) -> Pages:
    """One sheet of A4, lying for a wide picture; AppError when the picture cannot be read."""
    file = Foreign(path.name, "用 WPS 打开看。")
    try:
        data = content(path, LARGEST)
        size, made = worker().ask("upright", {}, [data], file=file)
        width, height = (max(int(side), 1) for side in size)
    except (OSError, AppError, TypeError, ValueError):
        raise AppError(f"{quoted(path.name)}这里画不出来，用 WPS 打开看。") from None
    data = made[0] if made else data
    paper = A4 if width <= height else (A4[1], A4[0])
    room = (paper[0] - 2 * _EDGE, paper[1] - 2 * _EDGE - _SPARE)
    scale = min(room[0] / width, room[1] / height)
    picture = Picture(data, width * scale, height * scale)
    page = PageSetup(paper[0], paper[1], Sides(_EDGE, _EDGE, _EDGE, _EDGE))
    style = ParagraphStyle(align="center")
    return Pages(Document((Section(page, (Paragraph((picture,), style, TextStyle(size=20.0)),)),)))
