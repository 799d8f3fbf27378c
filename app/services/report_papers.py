"""The papers of a period as a list: what each is called, where it was written, what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.exporters.layout import Layout, Source
from app.models.figure_set import FigureSet
from app.services.issued import Issued

TEXT, REVIEW = "text", "review"


class PaperKind(StrEnum):
    """What sort of file a paper is in."""

    WORD = "word"
    EXCEL = "excel"


class PaperState(StrEnum):
    """Whether a paper was written, and still says what the records say."""

    MISSING = "missing"
    CHANGED = "changed"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Paper:
    """One document or sheet of a period.

    `sheet` names the part of a workbook; `changed` counts the records it shows that changed since it was
    written at `path` (None: not yet); `note` says what it is in a few words.
    """

    key: str
    label: str
    kind: PaperKind
    note: str
    sheet: str = ""
    path: Path | None = None
    changed: int = 0

    @property
    def state(self) -> PaperState:
        if self.path is None:
            return PaperState.MISSING
        return PaperState.CHANGED if self.changed else PaperState.WRITTEN


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper before it is known where it is: `reads` are the kinds it shows, None for all of them."""

    key: str
    label: str
    kind: PaperKind
    note: str
    sheet: str = ""
    reads: frozenset[str] | None = None

    def found(self, written: Issued | None, changes: Mapping[str, int], sources: frozenset[str]) -> Paper:
        """The paper with its place; what is no source (a name, a setting) is shown by every paper."""
        path = written.path_of(self.key, self.kind is PaperKind.WORD) if written else None
        changed = sum(
            count
            for kind, count in changes.items()
            if self.reads is None or kind in self.reads or kind not in sources
        )
        return Paper(
            self.key, self.label, self.kind, self.note, self.sheet, path, changed if path is not None else 0
        )


def sources(known: FigureSet) -> frozenset[str]:
    """The kinds that figures count."""
    return frozenset(figure.source.split(".")[0] for figure in known.values() if figure.source)


def reads(known: FigureSet, layout: Layout) -> frozenset[str] | None:
    """The kinds that a layout's table shows."""
    if layout.record_path is not None:
        return frozenset((layout.record_path.split(".")[0],))
    if layout.is_list:
        return None
    keys = (column.key for column in layout.values if column.source is Source.FIGURE and column.key in known)
    return of_figures(known, keys) | {layout.rows}


def of_figures(known: FigureSet, keys: Iterable[str]) -> frozenset[str]:
    """The kinds that some figures count."""
    plain = (part for key in keys for part in known.plain_parts(known[key]))
    return frozenset(figure.source.split(".")[0] for figure in plain)


def placed(
    drafts: Sequence[Draft], known: FigureSet, written: Issued | None, changes: Mapping[str, int]
) -> list[Paper]:
    """The papers with where they are and what changed."""
    counted = sources(known)
    return [draft.found(written, changes, counted) for draft in drafts]
