"""DemoPictures: plain drawn pictures that say 示例照片, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SIZE = (640, 427)
Stroke = tuple[tuple[float, float], ...]

# The four characters as strokes on a 10 × 10 grid of our own, so that no font of the machine matters.
_SIGNS: tuple[tuple[Stroke, ...], ...] = (
    (
        ((2, 1), (8, 1)), ((1, 4), (9, 4)), ((5, 4), (5, 9), (4, 8.4)), ((3, 5.5), (1.4, 8)),
        ((7, 5.5), (8.6, 8)),
    ),
    (
        ((2, 0.5), (0.5, 4)), ((1.4, 3), (1.4, 9.5)), ((2.6, 1.4), (6, 1.4)), ((4, 1.4), (2.6, 5)),
        ((3.4, 3.6), (5.6, 3.6), (3, 9)), ((3.2, 5.2), (4.4, 6.4)), ((7, 2), (7, 6.5)),
        ((9, 0.8), (9, 9.2), (8, 8.6)),
    ),
    (
        ((1, 0.8), (4, 0.8), (4, 5.6), (1, 5.6), (1, 0.8)), ((1, 3.2), (4, 3.2)),
        ((5, 0.8), (9, 0.8), (8.6, 2.8)), ((6.6, 0.8), (5, 3)),
        ((5.4, 3.6), (8.8, 3.6), (8.8, 5.8), (5.4, 5.8), (5.4, 3.6)), ((1.6, 7.4), (0.8, 9.2)),
        ((3.6, 7.4), (3.9, 9)), ((5.8, 7.4), (6.3, 9)), ((8, 7.2), (9.2, 9)),
    ),
    (
        ((3, 0.8), (3, 5), (1, 9.4)), ((6, 0.4), (6, 3.6)), ((3, 3.6), (9, 3.6)),
        ((3, 6), (7.4, 6), (7.4, 9.6)),
    ),
)  # fmt: skip
_GROUNDS = ("#DCE6EE", "#E4ECDD", "#EFE6D8", "#E3E0EC", "#DDEAE8", "#EEE0DF")
_INKS = ("#54708A", "#5F7A4E", "#8A6A3C", "#665C86", "#3F7A73", "#8A5652")


class DemoPictures:
    """Draws into a folder; a scene is meeting, visit or studio."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._rng = Random(seed)
        self._drawn = 0

    def draw(self, scene: str, name: str) -> Path:
        """A new picture; returns its file, named as a clerk would."""
        from PIL import Image, ImageDraw

        self._drawn += 1
        place = self._drawn % len(_GROUNDS)
        image = Image.new("RGB", SIZE, _GROUNDS[place])
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 288, *SIZE), fill=_mixed(_GROUNDS[place], _INKS[place], 0.25))
        {"meeting": self._table, "visit": self._house, "studio": self._door}[scene](draw, _INKS[place])
        _write(draw, 26, 26, 36, _INKS[place])
        path = self._folder / f"{name}{self._drawn:02d}.png"
        image.save(path, "PNG")
        return path

    def _table(self, draw: ImageDraw, ink: str) -> None:
        """People round a table."""
        count = self._rng.randint(5, 7)
        for place in range(count):
            self._person(draw, 320 + 30 * (2 * place - count + 1), 226 + self._rng.randint(-8, 8), ink)
        draw.ellipse((96, 272, 544, 378), fill=_mixed(ink, "#FFFFFF", 0.45), outline=ink, width=3)

    def _house(self, draw: ImageDraw, ink: str) -> None:
        """Hills, a house, two or three people before it."""
        shift = self._rng.randint(-40, 40)
        hills = [
            (0, 288),
            (120 + shift, 160),
            (254, 288),
            (374, 140),
            (574 + shift, 288),
            (640, 254),
            (640, 288),
        ]
        draw.polygon(hills, fill=_mixed(ink, "#FFFFFF", 0.7))
        draw.rectangle((374, 220, 534, 334), fill=_mixed(ink, "#FFFFFF", 0.35), outline=ink, width=3)
        draw.polygon([(360, 220), (454, 166), (548, 220)], fill=ink)
        for place in range(self._rng.randint(2, 4)):
            self._person(draw, 140 + place * 60, 260 + self._rng.randint(-7, 7), ink)

    def _door(self, draw: ImageDraw, ink: str) -> None:
        """A door with a sign, and who sits before it."""
        draw.rectangle((220, 114, 426, 334), fill=_mixed(ink, "#FFFFFF", 0.6), outline=ink, width=4)
        draw.rectangle((254, 80, 394, 110), fill=ink)
        draw.line((323, 114, 323, 334), fill=ink, width=3)
        for place in range(self._rng.randint(2, 3)):
            self._person(draw, 100 + place * 200, 268 + self._rng.randint(-6, 6), ink)

    def _person(self, draw: ImageDraw, x: int, y: int, ink: str) -> None:
        draw.ellipse((x - 15, y - 15, x + 15, y + 15), fill=ink)
        draw.pieslice((x - 28, y + 14, x + 28, y + 86), 180, 360, fill=_mixed(ink, "#FFFFFF", 0.25))


def _write(draw: ImageDraw, left: int, top: int, size: int, ink: str) -> None:
    """示例照片 in strokes."""
    for place, strokes in enumerate(_SIGNS):
        x = left + place * (size + 10)
        for stroke in strokes:
            points: Sequence[tuple[float, float]] = [
                (x + px * size / 10, top + py * size / 10) for px, py in stroke
            ]
            draw.line(list(points), fill=ink, width=4, joint="curve")


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two."""
    first, second = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (one, other))
    mixed = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return "#" + "".join(f"{value:02X}" for value in mixed)
