"""Foreign pictures made fit to be kept, shown and printed; everything here runs in the child."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from app.errors import AppError, quoted
from app.foreign.picture import TooManyPixels, opened

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION: Final = 0x0112  # of EXIF
_PLAIN: Final = ("JPEG", "PNG")


def fitted(data: bytes, name: str, most: int) -> bytes | None:
    """The photo upright and at most `most` pixels long, as JPEG; None when it already is.

    Raises AppError for what is no picture or too large a one.
    """
    from PIL import ImageOps

    try:
        with opened(data) as image:
            turned = image.getexif().get(_ORIENTATION, 1) != 1
            if not turned and max(image.size) <= most:
                image.load()
                return None
            image.thumbnail((most, most))
            upright = ImageOps.exif_transpose(image)
            return _written(on_white(upright), "JPEG", quality=88)
    except TooManyPixels as error:
        raise _huge(name, error) from None
    except (MemoryError, RecursionError):
        raise
    except Exception:  # Pillow raises whatever a torn file makes happen
        raise AppError(f"{quoted(name, 60)}不是能打开的照片。请在看图软件里另存成 JPG，再添加。") from None


def thumbnail(data: bytes, most: int) -> bytes:
    """A small PNG of a picture; raises whatever Pillow does."""
    with opened(data) as image:
        image.thumbnail((most, most))
        return _written(on_white(image), "PNG")


def upright(data: bytes) -> tuple[bytes | None, tuple[int, int]]:
    """A scan as PNG, None when it can be shown as it is, and its size in pixels."""
    from PIL import ImageOps

    with opened(data, smaller=False) as image:
        turned = image.getexif().get(_ORIENTATION, 1) != 1
        if image.format in _PLAIN and not turned:
            return None, image.size
        stood = ImageOps.exif_transpose(image)
        return _written(stood.convert("RGB"), "PNG"), stood.size


def check_scan(data: bytes, name: str) -> None:
    """A scan is a picture or a PDF, whatever its name says; raises AppError."""
    if data.startswith(b"%PDF-"):
        return
    try:
        with opened(data, smaller=False) as image:
            image.verify()
    except TooManyPixels as error:
        raise _huge(name, error) from None
    except (MemoryError, RecursionError):
        raise
    except Exception:  # Pillow raises whatever a torn file makes happen
        raise AppError(
            f"{quoted(name, 60)}不是图片，也不是 PDF。请扫描成 JPG、PNG 或 PDF 再加。没有改动。"
        ) from None


def on_white(image: Image) -> Image:
    """The picture in plain colours; what is seen through lies on white, as on paper."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    from PIL import Image as Pillow

    clear = image.convert("RGBA")
    return Pillow.alpha_composite(Pillow.new("RGBA", clear.size, "white"), clear).convert("RGB")


def _written(image: Image, sort: str, **how: int) -> bytes:
    out = BytesIO()
    image.save(out, sort, **how)
    return out.getvalue()


def _huge(name: str, error: TooManyPixels) -> AppError:
    width, height = error.size
    return AppError(
        f"{quoted(name, 60)}太大（{width} × {height} 点），打不开。请在看图软件里缩小，另存成 JPG，再添加。"
    )
