"""The look of the window as one frozen object: colours, type sizes and measures."""

from __future__ import annotations

import enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from app.ui.palette import CONTRAST, DARK, LIGHT, Palette

FAMILIES = ("微软雅黑 UI", "Microsoft YaHei UI", "Noto Sans CJK SC", "思源黑体", "Source Han Sans SC")
BASE_SIZES = (10, 12, 14)


class Look(enum.Enum):
    """What 外观 in the settings offers."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    SYSTEM = "system"


class Layout(enum.Enum):
    """How much room a window has; decided by its width in em and by nothing else."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"

    @classmethod
    def of(cls, width: int, em: int) -> Layout:
        """The layout for a window `width` pixels wide whose body font is `em` pixels high."""
        if width < 104 * em:
            return cls.NARROW
        return cls.NORMAL if width < 115 * em else cls.WIDE


class Tone(enum.Enum):
    """What a coloured word means; colour never speaks alone, so each tone has its icon."""

    PLAIN = ("", "info")
    ACCENT = ("accent", "clock")
    OK = ("ok", "ok")
    WARN = ("warn", "warn")
    ERROR = ("error", "error")
    LOCK = ("lock", "lock")

    def __init__(self, color: str, icon: str) -> None:
        self.color = color
        self.icon = icon


class Theme(NamedTuple):
    """Everything a widget may ask about looks; measures in pixels, grown with the font."""

    look: Look
    colors: Palette
    base_pt: int
    em: int

    @classmethod
    def make(cls, look: Look, base_pt: int, dpi: float = 96.0) -> Theme:
        """A theme for a body font of `base_pt` points on a screen of `dpi`; `look` must not be SYSTEM."""
        palettes = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}
        return cls(look, palettes[look], base_pt, max(1, round(base_pt * dpi / 72)))

    # measures

    @property
    def control(self) -> int:
        """Height of a field, a button or a table heading."""
        return self.even(2.25)

    @property
    def row(self) -> int:
        """Height of a row of a list; the largest type closes up so that a 768 px screen keeps nine rows."""
        return self.px(2.375 if self.base_pt < BASE_SIZES[-1] else 2.2)

    @property
    def child_row(self) -> int:
        """Height of a row of an editable table."""
        return self.control + 2

    @property
    def row2(self) -> int:
        """Height of a row with two lines."""
        return self.px(3.5)

    @property
    def icon(self) -> int:
        """Edge of an icon beside text."""
        return self.px(1.3)

    @property
    def check(self) -> int:
        """Edge of a check box."""
        return self.px(1.25)

    @property
    def page_margin(self) -> int:
        """Room at the sides of a page; narrow pages take `narrow_margin`."""
        return 20

    @property
    def narrow_margin(self) -> int:
        """Room at the sides of a page when the window is narrow."""
        return 16

    def side(self, layout: Layout) -> int:
        """Room at the sides of a page in such a window."""
        return self.narrow_margin if layout is Layout.NARROW else self.page_margin

    def px(self, ems: float) -> int:
        """`ems` font heights in whole pixels."""
        return int(self.em * ems + 0.5)

    def even(self, ems: float) -> int:
        """`ems` font heights in pixels, even, so that what stands in the middle is sharp."""
        return 2 * int(self.em * ems / 2 + 0.5)

    # type

    def points(self, role: str) -> int:
        """Point size of a type role: note, body, section or title."""
        return {"note": max(9, self.base_pt - 1), "body": self.base_pt, "section": self.base_pt + 1,
                "title": self.base_pt + 4}[role]  # fmt: skip

    def font(self, role: str = "body", *, bold: bool | None = None) -> QFont:
        """The font of a type role; section and title are bold unless told otherwise."""
        return QFont(_font(self.points(role), role in ("section", "title") if bold is None else bold))

    def metrics(self, role: str = "body", *, bold: bool | None = None) -> QFontMetrics:
        """Measures of the font of a type role."""
        return _metrics(self.points(role), role in ("section", "title") if bold is None else bold)

    # colours

    def color(self, key: str) -> QColor:
        """The colour called `key` (see Palette)."""
        return QColor(self.colors.color(key))

    def tone(self, tone: Tone, part: str = "") -> QColor:
        """A tone's colour: of its word (""), ground ("bg") or outline ("line")."""
        if tone is Tone.PLAIN:
            return self.color({"": "text2", "bg": "window", "line": "border_soft"}[part])
        if tone is Tone.ACCENT:
            return self.color({"": "accent", "bg": "soft", "line": "accent"}[part])
        return self.color(f"{tone.color}_{part}" if part else tone.color)

    @property
    def is_contrast(self) -> bool:
        """Whether states must show by line style too."""
        return self.look is Look.CONTRAST

    def palette(self) -> QPalette:
        """The colours for what Qt itself paints."""
        result = QPalette()
        for role, key in _PALETTE_ROLES:
            result.setColor(role, self.color(key))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            result.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return result


_PALETTE_ROLES = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Highlight, "select"),
    (QPalette.ColorRole.HighlightedText, "on_select"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Mid, "border_soft"),
    (QPalette.ColorRole.Dark, "border"),
    (QPalette.ColorRole.Shadow, "border"),
    (QPalette.ColorRole.Accent, "accent"),
)


@lru_cache(maxsize=32)
def _font(points: int, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSize(points)
    font.setBold(bold)
    return font


@lru_cache(maxsize=32)
def _metrics(points: int, bold: bool) -> QFontMetrics:
    return QFontMetrics(_font(points, bold))
