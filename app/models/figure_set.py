"""FigureSet: the indicators an office has at one moment, the shipped ones and its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.errors import AppError, quoted
from app.models.figure import Figure
from app.models.figures import FIGURES


class FigureSet(Mapping[str, Figure]):
    """Figures by key, in the order they are shown: shipped first, then the office's own.

    `unused` are own figures that are not evaluated (any more): key → label, so that what was recorded with
    them can still be named.
    """

    def __init__(
        self, shipped: Iterable[Figure], own: Iterable[Figure] = (), unused: Mapping[str, str] | None = None
    ) -> None:
        self._own = tuple(own)
        self._figures = {figure.key: figure for figure in (*shipped, *self._own)}
        self._unused = dict(unused or {})

    def __getitem__(self, key: str) -> Figure:
        return self._figures[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    @property
    def own(self) -> tuple[Figure, ...]:
        """Those a clerk made."""
        return self._own

    @property
    def unused(self) -> Mapping[str, str]:
        return self._unused

    def with_own(self, figure: Figure) -> FigureSet:
        """The same with one more, or with the one of that key replaced: to try a figure out."""
        own = (*(each for each in self._own if each.key != figure.key), figure)
        mine = {each.key for each in self._own}
        shipped = (each for key, each in self._figures.items() if key not in mine)
        return FigureSet(shipped, own, self._unused)

    def known(self, text: str) -> Figure:
        """A figure by key, label or alias; raises AppError."""
        for figure in self.values():
            if text in (figure.key, figure.label) or text in figure.aliases:
                return figure
        raise AppError(f"没有{quoted(text, 30)}这个指标。用 figures --period 加期间可以看到全部指标。")

    def label(self, key: str) -> str:
        """What a figure is called, one out of use too; a key nobody knows is shown as it is."""
        return self[key].label if key in self else self._unused.get(key, key)

    def plain_parts(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures that ask a source, behind a combined one; each once."""
        if not figure.combined:
            return (figure,)
        found = (plain for part in figure.combined for plain in self.plain_parts(self[part]))
        return tuple({plain.key: plain for plain in found}.values())


SHIPPED = FigureSet(FIGURES)
