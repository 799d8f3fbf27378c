"""The child process that looks into foreign files: what it can be asked, and its beginning.

`python -m app --file-worker`, or the packed program with that flag; `app.foreign.worker` starts it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NoReturn

from app.foreign.serving import Answer, Job, serve

Given = dict[str, Any]
Blobs = tuple[bytes, ...]


def opening(given: Given, _: Blobs) -> Answer:
    """A sheet of opening figures."""
    from app.importers.opening_sheet import opening_in

    return Answer(opening_in(Path(given["path"])))


def examine(given: Given, _: Blobs) -> Answer:
    """Whether a .docx or .xlsx may be opened here."""
    from app.importers.package_guard import checked
    from app.importers.package_rules import PAPER, SHOWN

    checked(Path(given["path"]), SHOWN if given["sort"] == SHOWN.ending else PAPER)
    return Answer()


def template(given: Given, _: Blobs) -> Answer:
    """What is wrong with an office's own Word template."""
    from app.exporters.word_own import problems_in

    return Answer(problems_in(_paper(given), given))


def render(given: Given, pictures: Blobs) -> Answer:
    """An office's own Word template, filled."""
    from app.exporters.word_own import rendered

    return Answer(None, (rendered(_paper(given), given, pictures),))


def fitted(given: Given, blobs: Blobs) -> Answer:
    """A photo as it is kept; no bytes when it can stay as it came."""
    from app.importers import pictures

    made = pictures.fitted(blobs[0], given["name"], given["most"])
    return Answer(None, () if made is None else (made,))


def thumbnail(given: Given, blobs: Blobs) -> Answer:
    """A small PNG of a picture."""
    from app.importers import pictures

    return Answer(None, (pictures.thumbnail(blobs[0], given["most"]),))


def photo(given: Given, blobs: Blobs) -> Answer:
    """A photo for a box on paper."""
    from app.exporters.word_pictures import scaled_in

    made = scaled_in(blobs[0], given["width"], given["height"])
    return Answer([made.width, made.height], (made.data.getvalue(),))


def scan(given: Given, blobs: Blobs) -> Answer:
    """Whether it is a picture or a PDF."""
    from app.importers import pictures

    pictures.check_scan(blobs[0], given["name"])
    return Answer()


def upright(_: Given, blobs: Blobs) -> Answer:
    """A scan as it is shown."""
    from app.importers import pictures

    made, size = pictures.upright(blobs[0])
    return Answer(list(size), () if made is None else (made,))


JOBS: Final[Mapping[str, Job]] = {
    job.__name__: job for job in (opening, examine, template, render, fitted, thumbnail, photo, scan, upright)
}


def main() -> NoReturn:
    """Serves until the program that started it is gone."""
    serve(JOBS)


def _paper(given: Given) -> bytes:
    from app.importers.package_guard import checked
    from app.importers.package_rules import PAPER

    return checked(Path(given["path"]), PAPER, "模板").data
