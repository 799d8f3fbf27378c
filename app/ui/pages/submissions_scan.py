"""A scanned picture as a page of paper, to be looked at and printed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from app.errors import AppError, quoted
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
_ORIENTATION = 0x0112  # of EXIF
_PLAIN = {"JPEG", "PNG"}


def picture_pages(path: Path) -> Pages:
    """One sheet of A4, lying for a wide picture; AppError when the picture cannot be read."""
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image)
            data = path.read_bytes()
            if (
                image.format not in _PLAIN
                or upright.size != image.size
                or image.getexif().get(_ORIENTATION, 1) != 1
            ):
                out = BytesIO()
                upright.convert("RGB").save(out, "PNG")
                data = out.getvalue()
            width, height = upright.size
    except Exception:  # Pillow raises whatever a torn file makes happen
        raise AppError(f"{quoted(path.name)}这里画不出来，用 WPS 打开看。") from None
    paper = A4 if width <= height else (A4[1], A4[0])
    room = (paper[0] - 2 * _EDGE, paper[1] - 2 * _EDGE - _SPARE)
    scale = min(room[0] / width, room[1] / height)
    picture = Picture(data, width * scale, height * scale)
    page = PageSetup(paper[0], paper[1], Sides(_EDGE, _EDGE, _EDGE, _EDGE))
    style = ParagraphStyle(align="center")
    return Pages(Document((Section(page, (Paragraph((picture,), style, TextStyle(size=20.0)),)),)))
