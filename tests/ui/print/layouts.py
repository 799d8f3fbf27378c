"""Laid-out pages opened for looking: their lines, their strokes, the PDF a printer made."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path

from app.ui.print.docx_reader import read_docx
from app.ui.print.marks import GlyphRun, Image, Mark, Sheet, Stroke, flat
from app.ui.print.pages import load_document
from app.ui.print.paginator import Paginator

MM = 1440 / 25.4
PT = 20.0


def sheets(path: Path) -> list[Sheet]:
    """The pages of a Word file with everything that stands on them."""
    return list(Paginator(read_docx(path)).sheets())


def texts(path: Path) -> list[list[str]]:
    """The lines of every page of a file, header and footer included."""
    pages = load_document(path)
    return [pages.text(index).split("\n") if pages.text(index) else [] for index in range(pages.count)]


def lines(path: Path) -> list[str]:
    """All lines of all pages."""
    return [line for page in texts(path) for line in page]


def counts(path: Path) -> list[int]:
    """How many lines stand on each page."""
    return [len(page) for page in texts(path)]


def marks(sheet: Sheet) -> Iterator[tuple[float, float, Mark]]:
    """Every mark of a page and where it was put."""
    for x, y, put in sheet.placed:
        for mark in flat(put):
            yield x, y, mark


def runs(sheet: Sheet) -> list[tuple[str, float, float]]:
    """Each run of glyphs of a page: what it says, its first glyph's x, its baseline's y."""
    return [
        (mark.text, x + mark.xs[0], y + mark.ys[0])
        for x, y, mark in marks(sheet)
        if isinstance(mark, GlyphRun)
    ]


def spot(sheet: Sheet, text: str) -> tuple[float, float]:
    """Where the first run that says this begins."""
    return next((x, y) for said, x, y in runs(sheet) if text in said)


def images(sheet: Sheet) -> list[tuple[float, float, float, float]]:
    """The pictures of a page: x, y, width, height."""
    return [
        (x + mark.x, y + mark.y, mark.width, mark.height)
        for x, y, mark in marks(sheet)
        if isinstance(mark, Image)
    ]


def across(sheet: Sheet) -> list[tuple[float, float, float]]:
    """The level lines of a page: y, left, right; sorted."""
    found = [
        (round(y + mark.y1, 1), round(x + mark.x1, 1), round(x + mark.x2, 1))
        for x, y, mark in marks(sheet)
        if isinstance(mark, Stroke) and mark.y1 == mark.y2
    ]
    return sorted(found)


def upright(sheet: Sheet) -> list[tuple[float, float, float]]:
    """The upright lines of a page: x, top, bottom; sorted."""
    found = [
        (round(x + mark.x1, 1), round(y + mark.y1, 1), round(y + mark.y2, 1))
        for x, y, mark in marks(sheet)
        if isinstance(mark, Stroke) and mark.x1 == mark.x2
    ]
    return sorted(found)


def pdf_page_count(pdf: bytes) -> int:
    """How many pages a PDF has, by its page tree."""
    trees = re.findall(rb"/Type\s*/Pages\b(?:(?!endobj).)*?/Count\s+(\d+)", pdf, re.DOTALL)
    return max(int(count) for count in trees)


def pdf_characters(pdf: bytes) -> set[str]:
    """The characters a PDF says its glyphs stand for, radicals taken as the characters they look like."""
    found: set[str] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            text = zlib.decompress(stream)
        except zlib.error:
            text = stream
        if b"beginbf" in text:
            for code in re.findall(rb"<([0-9A-Fa-f]{4})>", text):
                found.add(unicodedata.normalize("NFKC", chr(int(code, 16))))
    return found
