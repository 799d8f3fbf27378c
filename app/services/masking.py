"""Masking: phones, numbers of documents and names of citizens, shown so that they tell no stranger."""

from __future__ import annotations

import re

from app.models.fields import Field
from app.models.people import PHONE
from app.models.values import Code, Text

_MOBILE = re.compile(r"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)(0\d{2,3}-)\d{3,4}(\d{4})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)(\d{4})\d{10}(\d{3}[\dXx])(?![\dXx])")
_SHORTEST_NUMBER = 7
_LONGEST_NAME = 40


def is_sensitive(spec: Field) -> bool:
    """Whether a field holds what is shown in full only to whoever opens the record."""
    return spec.private or spec.value == PHONE


def masked(spec: Field, text: str) -> str:
    """The text of a field as it may be shown anywhere: 138****1234, 李**, otherwise without numbers."""
    if not text or not is_sensitive(spec):
        return masked_text(text)
    if isinstance(spec.value, Code):
        return masked_number(text)
    short = isinstance(spec.value, Text) and spec.value.limit <= _LONGEST_NAME
    return masked_name(text) if short else f"{text[:3]}****"


def masked_number(text: str) -> str:
    """138****1234, 0871-***4567: what comes before the last four digits is told by its beginning."""
    if len(text) < _SHORTEST_NUMBER:
        return "*" * len(text)
    area = re.match(r"0\d{2,3}-", text)
    kept = area[0] if area else text[:3]
    return f"{kept}{'*' * max(1, len(text) - len(kept) - 4)}{text[-4:]}"


def masked_name(text: str) -> str:
    """李**: the first character, and as many stars as there are others."""
    return text[:1] + "*" * max(1, len(text) - 1)


def masked_text(text: str) -> str:
    """Running text without phones and numbers of identity cards that were typed into it."""
    for pattern, stars in ((_MOBILE, "****"), (_LANDLINE, "***"), (_IDENTITY, "*" * 10)):
        text = pattern.sub(rf"\1{stars}\2", text)
    return text
