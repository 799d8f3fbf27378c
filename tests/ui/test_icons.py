"""Every icon that is asked for is there, drawn on the grid, and takes its colour from the theme."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

import app.ui
from app.ui import icons, stylesheet
from app.ui.appearance import Appearance
from app.ui.theme import Tone

NEEDED = """
month meeting visit studio member members report settings search plus minus check close
edit trash undo copy refresh save print send import export folder open clip image page
word sheet back next up down more drag sort-up sort-down filter columns calendar ok warn
error info lock clock help backup task link target eye zoom-in zoom-out inbox pen-letter
document-check book binoculars hands flag
"""
SPECIAL = ("tick", "dot", "bar", "logo")


@pytest.mark.parametrize("name", NEEDED.split())
def test_the_icon_is_there(name: str) -> None:
    assert name in icons.names()


@pytest.mark.parametrize("name", [name for name in icons.names() if name not in SPECIAL])
def test_the_icon_is_a_line_on_the_grid(name: str, qapp: QApplication) -> None:
    text = icons.source(name, "currentColor")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke-width="1.5"' in text
    assert 'stroke-linecap="round"' in text
    assert not re.search("#[0-9a-fA-F]{3,6}", text)
    image = icons.pixmap(name, QColor("red"), 200).toImage()
    drawn = [
        (x, y) for x in range(0, 200, 2) for y in range(0, 200, 2) if image.pixelColor(x, y).alpha() > 40
    ]
    assert drawn
    # 2 px of 20 are free at the edge; half a line may reach into them
    assert all(12 <= x <= 188 and 12 <= y <= 188 for x, y in drawn)


def test_the_icon_has_the_color_asked_for(qapp: QApplication) -> None:
    image = icons.pixmap("minus", QColor("#1B5E9B"), 20).toImage()
    assert image.pixelColor(10, 9).name() == "#1b5e9b"


def test_pictures_are_rendered_once(qapp: QApplication) -> None:
    first = icons.pixmap("save", QColor("blue"), 17)
    assert icons.pixmap("save", QColor("blue"), 17).cacheKey() == first.cacheKey()
    assert icons.pixmap("save", QColor("blue"), 17, 2.0).width() == 34


def test_a_qicon_greys_when_disabled(appearance: Appearance) -> None:
    made = icons.icon(appearance.theme, "minus")
    size = appearance.theme.icon
    image = made.pixmap(size, QIcon.Mode.Disabled).toImage()
    colors = {image.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    assert appearance.theme.color("disabled").name() in colors


def test_an_icon_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.source("unicorn", "red")


def test_every_icon_named_in_the_code_is_there() -> None:
    known = set(icons.names())
    named = {icon for _name, icon, _color in stylesheet.PICTURES} | {tone.icon for tone in Tone}
    for path in Path(app.ui.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'icon="([a-z-]+)"', text))
        named |= set(re.findall(r'IconButton\(\s*"([a-z-]+)"', text))
    assert named - known == set()


def test_the_window_s_icon_has_all_sizes(qapp: QApplication) -> None:
    assert {size.width() for size in icons.window_icon().availableSizes()} >= {16, 32, 48}
