"""Spoilt sheets and templates: each is read, or refused with a plain sentence, in time and within memory."""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from app.errors import AppError
from app.exporters.word import check_template, render
from app.foreign.limits import MEMORY, SECONDS
from app.foreign.worker import worker
from app.importers.opening_sheet import OpeningSheet, read_opening
from tests.exporters.word_samples import SAMPLES, context
from tests.faults.forms import Form, forms
from tests.faults.mutating import mutated
from tests.faults.suite import Suite

NOW = datetime(2026, 10, 28, 14, 3)
FILLED = 4  # every so many templates are filled too, the rest only looked through
_QUOTED = re.compile("“[^”]*”", re.S)
_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_KNOWN = re.compile(
    r"WPS|Word|DDE|PDF|XML|JPG|PNG|MB|UTF-8|\.?xlsx|\.?docx|\bif\b|\bfor\b|\bjoin\b|\bbatch\b"
)
_CHINESE = re.compile("[一-鿿]")
_SLACK = 1.0  # seconds between the end of the time and the sentence


@dataclass(frozen=True)
class Shared:
    """The good files, and where a spoilt one is put."""

    forms: tuple[Form, ...]
    folder: Path
    seed: int
    words: dict[str, dict[str, Any]]  # by the name of the template


def prepare(scratch: Path, seed: int) -> Shared:
    found = forms(scratch)
    people = [{"name": name} for name in ("周文", "李䶮")]
    words: dict[str, dict[str, Any]] = {form.name: {} for form in found}
    words |= {f"{template}.docx": context(kind, record) for kind, template, record in SAMPLES}
    words["市里的登记表.docx"] = {"title": "走访", "unit_name": "示例县政协", "people": people}
    return Shared(found, scratch, seed, words)


def case(shared: Shared, number: int) -> str | None:
    chance = Random(shared.seed * 1_000_003 + number)
    sheets = [form for form in shared.forms if form.is_sheet]
    papers = [form for form in shared.forms if not form.is_sheet]
    chosen = sheets if number % 2 else papers
    form = chance.choices(chosen, [1 / form.size for form in chosen])[0]
    path = shared.folder / form.name
    path.write_bytes(mutated(form, chance))
    begun = time.monotonic()
    try:
        bad = _read(shared, form, path, number)
    except AppError as error:
        bad = _worded(error.message)
    took = time.monotonic() - begun
    if took > SECONDS + _SLACK:
        bad = f"took {took:.1f} s"
    elif peak() > MEMORY:
        bad = f"took {peak() // 1024 // 1024} MB"
    return None if bad is None else f"{form.name}: {bad}"


def _read(shared: Shared, form: Form, path: Path, number: int) -> str | None:
    if form.is_sheet:
        found = read_opening(path)
        return None if isinstance(found, OpeningSheet) else f"read as {type(found).__name__}"
    words = shared.words[form.name]
    if number // 2 % FILLED:
        said = check_template(path, frozenset(words))
        return next((bad for text in said if (bad := _worded(text))), None)
    out = BytesIO()
    render(path, words, out, now=NOW)
    return None if out.getvalue().startswith(b"PK") else "filled to nothing"


def _worded(text: str) -> str | None:
    """What is wrong with a sentence for a clerk."""
    said = _KNOWN.sub("", _QUOTED.sub("", text))
    if not _CHINESE.search(said):
        return f"no Chinese: {text[:200]!r}"
    return f"English: {text[:200]!r}" if _ENGLISH.search(said) else None


def peak() -> int:
    """The most memory a child took, in bytes, by its own word and by the system's when it has ended."""
    import resource

    ended = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(worker().peak, ended if sys.platform == "darwin" else ended * 1024)


SUITE = Suite(
    name="mutations",
    what="spoilt .xlsx and .docx: read or refused in plain words, no crash, ≤ 10 s, ≤ 512 MB",
    fast=2_000,
    whole=100_000,
    prepare=prepare,
    case=case,
    weight=2,
)
