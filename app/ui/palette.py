"""Colours of the window: every colour a widget may use has one name here, in three looks."""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """One look's colours, as #RRGGBB. No other module spells a colour."""

    window: str
    surface: str
    nav: str
    head: str
    sunken: str
    raised: str
    desk: str
    line: str
    border_soft: str
    border: str
    text: str
    text2: str
    muted: str
    disabled: str
    scroll: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    focus: str
    soft: str
    soft2: str
    select: str
    on_select: str
    hover: str
    error: str
    error_bg: str
    error_line: str
    warn: str
    warn_bg: str
    warn_line: str
    ok: str
    ok_bg: str
    ok_line: str
    lock: str
    lock_bg: str
    lock_line: str
    spark: str

    def color(self, key: str) -> str:
        """The colour called `key`; KeyError names a key that does not exist."""
        if key not in COLOR_KEYS:
            raise KeyError(key)
        value: str = getattr(self, key)
        return value


COLOR_KEYS = Palette._fields

LIGHT = Palette(
    window="#F3F5F7", surface="#FFFFFF",
    nav="#E9EDF1", head="#EEF1F4", sunken="#F7F8FA", raised="#FFFFFF", desk="#D9DEE4",
    line="#DDE2E8", border_soft="#C3CAD3", border="#848F9C",
    text="#1A2330", text2="#465262", muted="#5E6A79", disabled="#8A94A1", scroll="#9AA4B0",
    accent="#1B5E9B", accent_hover="#174F83", accent_press="#113D66", on_accent="#FFFFFF", focus="#1B5E9B",
    soft="#E4EEF8", soft2="#CFE1F3", select="#DCE9F6", on_select="#1A2330", hover="#F0F4F8",
    error="#B3261E", error_bg="#FCECEA", error_line="#C8483F",
    warn="#7F4A00", warn_bg="#FFF4DE", warn_line="#A8690A",
    ok="#1A6638", ok_bg="#E6F3EA", ok_line="#3C8658",
    lock="#54487A", lock_bg="#EFECF6", lock_line="#7A6EA3",
    spark="#8299B1",
)  # fmt: skip

DARK = Palette(
    window="#1A1E23", surface="#22272D",
    nav="#15181C", head="#2A3037", sunken="#1E2328", raised="#2A3037", desk="#101316",
    line="#363E47", border_soft="#4A535E", border="#7B8795",
    text="#E7EBF0", text2="#BCC5D0", muted="#9BA6B3", disabled="#727D8A", scroll="#66717E",
    accent="#7DB7EE", accent_hover="#97C6F3", accent_press="#B3D6F7", on_accent="#0B1C2D", focus="#8CC2F5",
    soft="#223A52", soft2="#2C4C6B", select="#27425D", on_select="#E7EBF0", hover="#292F36",
    error="#FFA39B", error_bg="#43231F", error_line="#E0756B",
    warn="#F2C272", warn_bg="#3E3014", warn_line="#C4923E",
    ok="#8AD5A0", ok_bg="#1D3828", ok_line="#5CAF79",
    lock="#C5B8EA", lock_bg="#302B43", lock_line="#9082BF",
    spark="#66788C",
)  # fmt: skip

CONTRAST = Palette(
    window="#000000", surface="#000000",
    nav="#000000", head="#000000", sunken="#000000", raised="#000000", desk="#000000",
    line="#FFFFFF", border_soft="#FFFFFF", border="#FFFFFF",
    text="#FFFFFF", text2="#FFFFFF", muted="#E0E0E0", disabled="#A6A6A6", scroll="#FFFFFF",
    accent="#FFE600", accent_hover="#FFF27A", accent_press="#FFFFFF", on_accent="#000000", focus="#FFE600",
    soft="#000000", soft2="#3A3600", select="#1AEBFF", on_select="#000000", hover="#2B2B2B",
    error="#FF9B93", error_bg="#000000", error_line="#FF9B93",
    warn="#FFD27A", warn_bg="#000000", warn_line="#FFD27A",
    ok="#7CFFA0", ok_bg="#000000", ok_line="#7CFFA0",
    lock="#D6C8FF", lock_bg="#000000", lock_line="#D6C8FF",
    spark="#C8C8C8",
)  # fmt: skip


def blend(over: str, under: str, share: float) -> str:
    """The colour that `over` makes on `under` when it covers `share` (0 to 1) of it."""
    top, bottom = channels(over), channels(under)
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(top, bottom, strict=True))
    return "#" + "".join(f"{value:02X}" for value in mixed)


def contrast_ratio(first: str, second: str) -> float:
    """WCAG 2.1 contrast of two colours, 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue of #RRGGBB, 0 to 255 each."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(value) for value in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
