"""Photos made fit for a page: turned upright, scaled into their box, small enough to send on."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.errors import AppError
from app.foreign.picture import LARGEST, opened
from app.foreign.plain_file import content
from app.foreign.worker import Foreign, worker

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

EMU_PER_MM: Final = 36_000
_DOTS: Final = 200  # dots an inch on paper are enough for a photo
_COARSEST: Final = 60  # a small picture is not blown up below this
_QUALITY: Final = 85


@dataclass(frozen=True, slots=True)
class Scaled:
    """A JPEG and the size it is printed at, in EMU."""

    data: BytesIO
    width: int
    height: int


def scaled(source: Path | bytes, width: int, height: int) -> Scaled | None:
    """The picture inside a box of mm, its proportions kept; None when it cannot be read as a picture."""
    file = Foreign(source.name if isinstance(source, Path) else "照片", "")
    try:
        data = content(source, LARGEST) if isinstance(source, Path) else source
        size, (made,) = worker().ask("photo", {"width": width, "height": height}, [data], file=file)
        return Scaled(BytesIO(made), *(int(each) for each in size))
    except (OSError, AppError, TypeError, ValueError):
        return None


def scaled_in(data: bytes, width: int, height: int) -> Scaled:
    """The same from its bytes; runs in the child, raises whatever Pillow does."""
    with opened(data) as picture:
        image = _upright(picture, round(width * _DOTS / 25.4), round(height * _DOTS / 25.4))
    factor = min(width / image.width, height / image.height, 25.4 / _COARSEST)
    size = (round(image.width * factor * EMU_PER_MM), round(image.height * factor * EMU_PER_MM))
    image.thumbnail((round(width * _DOTS / 25.4), round(height * _DOTS / 25.4)))
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    out.seek(0)
    return Scaled(out, *size)


def _upright(opened: ImageFile, width: int, height: int) -> Image:
    """The picture as the camera held it, on white where it was transparent, which a JPEG cannot be."""
    from PIL import Image, ImageOps

    opened.draft("RGB", (max(width, height), max(width, height)))
    image = ImageOps.exif_transpose(opened)
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        coloured = image.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        white.alpha_composite(coloured)
        image = white
    return image.convert("RGB")
