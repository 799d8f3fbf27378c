"""KeptWords: all that the page of own paragraphs shows of a period, read in one go away from the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from app.exporters.narrative_facts import SECTIONS
from app.models.periods import Period
from app.services.paragraphs import Earlier, OwnText, Paragraphs
from app.services.text_check import TextCheck
from app.services.typical_cases import Candidate


@dataclass(frozen=True, slots=True)
class KeptWords:
    """What is kept, what it can be begun with, what it is held against, and the paper as a file."""

    period: Period
    own: OwnText
    earlier: Mapping[str, Earlier | None]
    counted: Mapping[str, str]
    candidates: list[Candidate]
    check: TextCheck
    paper: Path


def read_words(paragraphs: Paragraphs, period: Period) -> KeptWords:
    """Everything of a period; the paper in a folder that whoever shows it takes away."""
    return KeptWords(
        period, paragraphs.of(period), {key: paragraphs.earlier(period, key) for key in SECTIONS},
        paragraphs.counted(period), paragraphs.candidates(period), paragraphs.check(period),
        paragraphs.write_preview(period, Path(mkdtemp(prefix="cppcc-ledger-"))),
    )  # fmt: skip
