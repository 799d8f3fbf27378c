"""The theme keeps looks.md's promises: contrast in every look, measures in every size."""

import re
from pathlib import Path

import pytest

import app.ui
from app.ui.palette import COLOR_KEYS, CONTRAST, DARK, LIGHT, Palette, blend, contrast_ratio
from app.ui.theme import BASE_SIZES, Layout, Look, Theme, Tone

LOOKS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
TEXT = 4.5
OUTLINE = 3.0

READ = (
    ("text", "surface"),
    ("text", "window"),
    ("text", "nav"),
    ("text", "head"),
    ("text", "sunken"),
    ("text", "raised"),
    ("text", "hover"),
    ("text", "soft"),
    ("text", "error_bg"),
    ("text", "warn_bg"),
    ("text", "ok_bg"),
    ("text", "lock_bg"),
    ("text2", "surface"),
    ("text2", "window"),
    ("text2", "head"),
    ("muted", "surface"),
    ("muted", "window"),
    ("muted", "nav"),
    ("on_select", "select"),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent", "soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("error", "error_bg"),
    ("error", "surface"),
    ("warn", "warn_bg"),
    ("warn", "surface"),
    ("ok", "ok_bg"),
    ("ok", "surface"),
    ("lock", "lock_bg"),
    ("lock", "surface"),
)
SEEN = (
    ("border", "surface"),
    ("focus", "surface"),
    ("focus", "window"),
    ("error_line", "surface"),
    ("warn_line", "surface"),
    ("ok_line", "surface"),
    ("lock_line", "surface"),
)


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_text_can_be_read(name: str, ink: str, ground: str) -> None:
    colors = LOOKS[name]
    assert contrast_ratio(colors.color(ink), colors.color(ground)) >= TEXT


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_outlines_can_be_seen(name: str, line: str, ground: str) -> None:
    colors = LOOKS[name]
    assert contrast_ratio(colors.color(line), colors.color(ground)) >= OUTLINE


@pytest.mark.parametrize("name", ["light", "dark"])
def test_secondary_text_can_be_read_on_a_selected_row(name: str) -> None:
    colors = LOOKS[name]
    assert contrast_ratio(colors.text2, colors.select) >= TEXT
    assert contrast_ratio(colors.accent, colors.select) >= TEXT


@pytest.mark.parametrize("name", LOOKS)
def test_the_key_hint_on_a_filled_button_can_be_read(name: str) -> None:
    colors = LOOKS[name]
    assert contrast_ratio(blend(colors.on_accent, colors.accent, 0.8), colors.accent) >= TEXT


@pytest.mark.parametrize(
    ("ink", "ground", "ratios"),
    [
        ("text", "surface", (15.8, 12.6, 21)),
        ("text2", "surface", (7.9, 8.6, 21)),
        ("muted", "surface", (5.5, 6.1, 15.9)),
        ("muted", "nav", (4.7, 7.2, 15.9)),
        ("accent", "surface", (6.7, 7.1, 16.6)),
        ("error", "error_bg", (5.7, 7.3, 10.4)),
        ("lock", "lock_bg", (7.0, 7.4, 13.6)),
        ("disabled", "surface", (3.1, 3.6, 8.6)),
    ],
)
def test_ratios_are_those_written_down(ink: str, ground: str, ratios: tuple[float, ...]) -> None:
    found = [contrast_ratio(colors.color(ink), colors.color(ground)) for colors in LOOKS.values()]
    assert found == pytest.approx(ratios, abs=0.06)


def test_black_on_white_is_the_largest_contrast() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#777777") == pytest.approx(1)


def test_a_color_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="rose"):
        LIGHT.color("rose")


@pytest.mark.parametrize("colors", LOOKS.values())
def test_every_color_is_written_out(colors: Palette) -> None:
    for key in COLOR_KEYS:
        assert re.fullmatch("#[0-9A-F]{6}", colors.color(key)), key


def test_no_other_module_spells_a_color() -> None:
    folder = Path(app.ui.__file__).parent
    files = [path for path in folder.rglob("*.py") if path.name != "palette.py" and "print" not in path.parts]
    assert files
    for path in files:
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("points", "measures"),
    [
        (10, {"em": 13, "control": 30, "row": 31, "child_row": 32, "icon": 17, "check": 16}),
        (12, {"em": 16, "control": 36, "row": 38, "child_row": 38, "icon": 21, "check": 20}),
        (14, {"em": 19, "control": 42, "row": 42, "child_row": 44, "icon": 25, "check": 24}),
    ],
)
def test_measures_are_those_of_the_table(points: int, measures: dict[str, int]) -> None:
    theme = Theme.make(Look.LIGHT, points)
    assert {name: getattr(theme, name) for name in measures} == measures


@pytest.mark.parametrize("points", BASE_SIZES)
def test_type_sizes_step_from_the_body(points: int) -> None:
    theme = Theme.make(Look.LIGHT, points)
    roles = [theme.points(role) for role in ("note", "body", "section", "title")]
    assert roles == [points - 1, points, points + 1, points + 4]


@pytest.mark.parametrize(
    ("width", "points", "layout"),
    [
        (1366, 10, Layout.NORMAL),
        (1366, 12, Layout.NARROW),
        (1366, 14, Layout.NARROW),
        (1920, 10, Layout.WIDE),
        (1920, 12, Layout.WIDE),
        (1920, 14, Layout.NARROW),
        (1200, 10, Layout.NARROW),
    ],
)
def test_width_in_em_decides_the_layout(width: int, points: int, layout: Layout) -> None:
    assert Layout.of(width, Theme.make(Look.LIGHT, points).em) is layout


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
@pytest.mark.parametrize("tone", Tone)
def test_words_of_every_tone_can_be_read_on_their_ground(look: Look, tone: Tone) -> None:
    theme = Theme.make(look, 10)
    assert contrast_ratio(theme.tone(tone).name(), theme.tone(tone, "bg").name()) >= TEXT
