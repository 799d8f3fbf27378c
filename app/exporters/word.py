"""Writes a Word document from a template and plain values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Protocol, overload

from app.errors import AppError
from app.exporters.files import write_beside
from app.exporters.sheet_text import writable
from app.exporters.word_figures import Figures, note_figures
from app.exporters.word_package import finish
from app.exporters.word_pictures import Scaled, scaled
from app.paths import RESOURCES

if TYPE_CHECKING:
    from app.exporters.word_template import Template

PRODUCT: Final = "政协履职台账"
Plain = str | int | None | list[Any] | dict[str, Any]
Pictures = Mapping[str, Path | bytes]
Scale = Callable[[Path | bytes, int, int], Scaled | None]
_SOFT_LINE = re.compile("[\x0b\u2028\u2029]")


@overload
def render(
    template: Path,
    context: Mapping[str, Any],
    target: Path,
    *,
    now: datetime,
    pictures: Pictures = ...,
    replace: bool = ...,
    figures: Figures | None = ...,
) -> Path: ...
@overload
def render(
    template: Path, context: Mapping[str, Any], target: IO[bytes], *, now: datetime, pictures: Pictures = ...
) -> None: ...
def render(
    template: Path,
    context: Mapping[str, Any],
    target: Path | IO[bytes],
    *,
    now: datetime,
    pictures: Pictures | None = None,
    replace: bool = False,
    figures: Figures | None = None,
) -> Path | None:
    """Fills the template and writes it; a path is written beside and renamed, and the one written given back.

    `context` holds str, int, None, lists and dicts of them; a photo in it is a dict with `file` (a key of
    `pictures`), `name` and `caption`. The same arguments give the same bytes. With `replace` an old file at
    the path is written over. `figures` are noted in the file.

    A template of the office's own is filled by the child process, the shipped ones here.
    Raises AppError when the template, with every unknown name, or the place to write is not fit.
    """
    if is_shipped(template):
        document: Saved = WordDocument(template, context, pictures or {}, now, figures)
    else:
        from app.exporters.word_own import OwnDocument

        values = {str(key): plain(value) for key, value in context.items()}
        document = OwnDocument(template, values, pictures or {}, now, figures)
    if not isinstance(target, Path):
        document.save(target)
        return None
    return write_beside(target, document.save, replace=replace)


def check_template(template: Path, words: frozenset[str]) -> list[str]:
    """Sentences on what is wrong with a template that may use `words`; none when it can be used."""
    if not is_shipped(template):
        from app.exporters.word_own import problems

        return problems(template, words)
    from app.exporters.word_template import Template

    return Template(template, lambda *_: "").problems(words)


def is_shipped(template: Path) -> bool:
    """Whether a template is the program's own, and not one that somebody put into 模板/."""
    return template.parent == RESOURCES / "templates"


class Saved(Protocol):
    """A finished document."""

    def save(self, out: IO[bytes]) -> None:
        """Writes the package."""


class WordDocument:
    """A filled template, ready to be saved.

    In the child process `data` is what is in the template, and `scale` what fits photos there.
    """

    def __init__(
        self, template: Path, context: Mapping[str, Any], pictures: Pictures, now: datetime,
        figures: Figures | None = None, *, data: bytes | None = None, scale: Scale = scaled,
    ) -> None:  # fmt: skip
        from app.exporters.word_template import Template

        self._pictures = pictures
        self._now = now
        self._figures = figures
        self._scale = scale
        self._template: Template = Template(template, self._picture, data)
        values = {str(key): plain(value) for key, value in context.items()}
        problems = self._template.problems(values)
        if problems:
            raise AppError(
                f"模板“{template.name}”要改 {len(problems)} 处，没有写出文件：\n" + "\n".join(problems)
            )
        self._template.fill(values)

    def save(self, out: IO[bytes]) -> None:
        """The finished package."""
        properties = self._template.docx.core_properties
        properties.author = properties.last_modified_by = PRODUCT
        properties.created = properties.modified = self._now
        package = BytesIO()
        if self._figures is not None:
            note_figures(self._template.docx, self._figures)
        self._template.save(package)
        finish(package, out)

    def _picture(self, photo: Any, width: int, height: int) -> str:
        """The XML of a photo in a box of mm; a sentence in its place when there is none to show."""
        from docxtpl import InlineImage
        from markupsafe import escape

        name = photo.get("name") or photo.get("caption") or "" if isinstance(photo, dict) else ""
        source = self._pictures.get(str(photo.get("file"))) if isinstance(photo, dict) else None
        fitted = None if source is None else self._scale(source, width, height)
        if fitted is None:
            return str(escape(f"（照片“{name}”打不开，没有放进来）"))
        image = InlineImage(self._template, fitted.data, fitted.width, fitted.height)
        return str(image).replace("\n", " ")


def plain(value: Any) -> Any:
    """A value made fit for paper: only str, int, list and dict, no control characters, None empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return writable(_SOFT_LINE.sub("\n", value))
    if isinstance(value, bool) or not isinstance(value, int | list | tuple | Mapping):
        raise TypeError(f"a document takes no {type(value).__name__}")
    if isinstance(value, int):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value]
