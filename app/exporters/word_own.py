"""An office's own Word template, which anybody may have made: filled in the child process."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from app.exporters.word_figures import Figures
from app.exporters.word_pictures import Scaled, scaled_in
from app.foreign.picture import LARGEST
from app.foreign.plain_file import content
from app.foreign.worker import Foreign, worker

_DO = "没有写出文件。请在 WPS 里打开模板，改短或另存成 .docx，再试一次；先移走它，就用软件自带的模板。"


class OwnDocument:
    """A filled template, ready to be saved; `values` are plain. Raises AppError."""

    def __init__(
        self, template: Path, values: Mapping[str, Any], pictures: Mapping[str, Path | bytes], now: datetime,
        figures: Figures | None,
    ) -> None:  # fmt: skip
        photos = {key: data for key, source in pictures.items() if (data := _content(source)) is not None}
        noted = None if figures is None else [figures.period, list(figures.runs)]
        given = {
            "path": str(template.absolute()), "values": dict(values), "pictures": list(photos),
            "now": now.isoformat(), "figures": noted,
        }  # fmt: skip
        file = Foreign(template.name, _DO, "模板")
        _, blobs = worker().ask("render", given, list(photos.values()), file=file)
        if len(blobs) != 1:
            raise file.torn("damaged")
        self._package = blobs[0]

    def save(self, out: IO[bytes]) -> None:
        """The finished package."""
        out.write(self._package)


def problems(template: Path, words: Collection[str]) -> list[str]:
    """Sentences on what is wrong with a template that may use `words`; raises AppError."""
    file = Foreign(template.name, _DO, "模板")
    found, _ = worker().ask("template", {"path": str(template.absolute()), "words": sorted(words)}, file=file)
    if not isinstance(found, list):
        raise file.torn("damaged")
    return [str(each) for each in found]


def rendered(data: bytes, given: Mapping[str, Any], photos: tuple[bytes, ...]) -> bytes:
    """The finished package of a checked template; runs in the child."""
    from app.exporters.word import WordDocument

    figures = None if given["figures"] is None else Figures(given["figures"][0], tuple(given["figures"][1]))
    document = WordDocument(
        Path(given["path"]), given["values"], dict(zip(given["pictures"], photos, strict=True)),
        datetime.fromisoformat(given["now"]), figures, data=data, scale=_scaled,
    )  # fmt: skip
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def problems_in(data: bytes, given: Mapping[str, Any]) -> list[str]:
    """The sentences on a checked template; runs in the child."""
    from app.exporters.word_template import Template

    return Template(Path(given["path"]), lambda *_: "", data).problems(given["words"])


def _scaled(source: Path | bytes, width: int, height: int) -> Scaled | None:
    with suppress(Exception):  # Pillow raises whatever a torn file makes happen
        return scaled_in(source, width, height) if isinstance(source, bytes) else None
    return None


def _content(source: Path | bytes) -> bytes | None:
    if isinstance(source, bytes):
        return source
    with suppress(OSError, ValueError):
        return content(source, LARGEST)
    return None
