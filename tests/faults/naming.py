"""What an office gives names to, and whether a text for one was taken or refused as it has to be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from app.errors import AppError
from app.services.office import Office

CHINESE = re.compile("[一-鿿]")


class Different(AssertionError):
    """A text came out as another one, and nobody said so."""


def named(office: Office) -> dict[str, str | None]:
    """What is called somehow in an office that has one report of its own at the most."""
    return {
        "clerk": office.settings.clerk,
        "label": office.options().label("brand", "courtyard"),
        "report": next((saved.name for saved in office.saved_reports.all()), None),
        "text": office.paragraphs.of(office.calendar.month(2026, 10)).texts.get("plans"),
    }


def given(change: Callable[[], object], fitting: Callable[[], str | None], before: str | None) -> str | None:
    """What has to be there after the change: the text, or what was, where it was refused rightly, in words.

    `fitting` is the text as it is kept; it raises ValueError for one that is to be refused.
    """
    try:
        text, fits = fitting(), True
    except ValueError:
        text, fits = before, False
    try:
        change()
    except AppError as error:
        if fits or not CHINESE.search(error.message):
            raise Different(f"refused: {error.message}") from None
    else:
        if not fits:
            raise Different("a text that cannot be kept was taken")
    return text


def clerk(name: str) -> str:
    if len(name) > 60 or any(unicodedata.category(each) in ("Cc", "Cs") for each in name):
        raise ValueError("refused")
    return name


def some(text: str | None) -> str:
    """A name that has to be there."""
    if text is None:
        raise ValueError("empty")
    return text


def one_of_several(text: str) -> str:
    """A name that may stand in one line with others, and has to be found again between them."""
    if any(each in text for each in "、，,；;\n"):
        raise ValueError("refused")
    return text
