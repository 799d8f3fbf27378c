"""Opens a foreign picture, in the child: of the sorts an office has, and no larger than memory allows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

LARGEST: Final = 60 * 1024 * 1024  # bytes of a file
_FORMATS: Final = ("JPEG", "PNG", "BMP", "WEBP", "TIFF", "GIF")
_PIXELS: Final = 60_000_000  # four bytes each in memory
_JPEG_PIXELS: Final = 250_000_000  # decoded at a fraction of its size


class TooManyPixels(Exception):
    """A picture larger than fits; `size` in pixels."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__("too many pixels")
        self.size = size


def opened(data: bytes, *, smaller: bool = True) -> ImageFile:
    """The picture, its pixels not read yet; `smaller`: it will be scaled down, so a JPEG may be larger.

    Raises TooManyPixels, or whatever Pillow raises for what is no picture.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # judged here, by sort
    image = Image.open(BytesIO(data), formats=_FORMATS)
    most = _JPEG_PIXELS if smaller and image.format in ("JPEG", "MPO") else _PIXELS
    if image.width * image.height > most:
        raise TooManyPixels(image.size)
    return image
