"""The fonts of a document on this machine: the named one, or the nearest there is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import floor
from struct import unpack

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextLayout

from app.ui.print.paper import TextStyle

# Families that are the same design under other names, or as near as makes no difference.
_SONG = ("宋体", "SimSun", "NSimSun", "新宋体", "方正书宋_GBK", "方正书宋简体", "Songti SC")
_FANG = (
    "仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体",
    "华文仿宋", "STFangsong",
)  # fmt: skip
_KAI = (
    "楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体",
    "华文楷体", "STKaiti",
)  # fmt: skip
_HEI = ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti")
_TITLE = ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋", "华文中宋", "STZhongsong")
_ROMAN = ("Times New Roman", "Liberation Serif", "Nimbus Roman", "Tinos", "Times")
_SANS = ("Arial", "Liberation Sans", "Nimbus Sans", "Arimo", "Helvetica")
_CARLITO = ("Calibri", "Carlito")
_NONE: tuple[str, ...] = ()
# What draws in their place where none of them is.
_SERIF_INSTEAD = (
    *_SONG, "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "思源宋体", "Source Han Serif CN",
    "AR PL UMing CN",
)  # fmt: skip
_SANS_INSTEAD = (
    *_HEI, "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "思源黑体", "Source Han Sans CN",
    "微软雅黑", "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
_KINDS = (
    (("标宋", "中宋", "xiaobiaosong", "zhongsong"), _TITLE),
    (("仿宋", "fangsong"), _FANG),
    (("楷", "kai"), _KAI),
    (("黑", "等线", "hei", "dengxian"), _HEI),
    (("arial", "helvetica"), _SANS),
    (("calibri",), _CARLITO),
    (("sans", "verdana", "tahoma", "segoe"), _NONE),
    (("宋", "song", "simsun"), _SONG),
)
_SAMPLE = 1000  # pixels at which fonts are measured
_UP = 0.6  # line heights are whole twips; measured, this rounds as office suites do
_USE_TYPOGRAPHIC = 1 << 7  # in fsSelection: the typographic measures are the ones to use
_TYPE1_HEIGHT = 1.2  # what the lines of a font without tables are meant to be
_RAISED = 0.58  # the size of raised and lowered characters


@dataclass(frozen=True)
class Face:
    """A font to draw with and the room it takes, both for one size.

    `ascent` and `descent` are those of the font that other programs on this machine put in place of a
    missing one, and `measured` is that font where it also decides the widths: lines and pages then
    break as they do there.
    """

    font: QFont
    measured: QFont | None
    ascent: float
    descent: float


@lru_cache(maxsize=512)
def face(style: TextStyle, chinese: bool) -> Face:
    """The face for Chinese or for other characters of a style; lengths are twips."""
    named = style.han if chinese else style.latin
    family, related, _ = _drawn(named)
    heavy = not (chinese and related) and _drawn(style.han)[2]
    size = style.size * (_RAISED if style.raised else 1.0)
    font = _font(family, size, style)
    font.setBold(style.bold or heavy)
    decisive = family if related else named
    ascent, descent = _measures(decisive, chinese, style.bold)
    measured = None if related or chinese else _font(named, size, style)
    above = floor(ascent * size + 0.5)
    height = floor((ascent + descent) * size + _UP)
    return Face(font, measured, float(above), float(height - above))


def _font(family: str, size: float, style: TextStyle) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    font.setBold(style.bold)
    font.setItalic(style.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.ForceOutline)
    font.setKerning(False)
    if style.spacing:
        font.setFeature(QFont.Tag("liga"), 0)
    if style.stretch != 100:
        font.setStretch(style.stretch)
    return font


def digit_width(family: str, size: float) -> float:
    """The width of a digit, in points for a size in points, of a font or what stands for it."""
    one = face(TextStyle(latin=family, han=family, size=_SAMPLE), False)
    return QFontMetricsF(one.measured or one.font).horizontalAdvance("0") / _SAMPLE * size


@lru_cache(maxsize=128)
def _drawn(named: str) -> tuple[str, bool, bool]:
    """The family to draw with, whether it is the named design, and whether weight must imitate it."""
    if _is_here(named):
        return named, True, False
    relatives, instead = _families(named)
    for family in relatives:
        if _is_here(family):
            return family, True, False
    family = next((one for one in instead if _is_here(one)), named)
    return family, False, relatives == _TITLE


def _families(named: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The relatives of a family, and what may stand for them."""
    lowered = named.lower()
    for words, relatives in _KINDS:
        if any(word in lowered for word in words):
            return relatives, _SANS_INSTEAD if relatives in (_HEI, _SANS, _CARLITO, _NONE) else _SERIF_INSTEAD
    return _ROMAN, _SERIF_INSTEAD


@lru_cache(maxsize=256)
def _is_here(family: str) -> bool:
    if QFontDatabase.hasFamily(family):
        return True
    # A family may be listed under its English name and still be found by its Chinese one.
    return QFontInfo(QFont(family)).family() == family


@lru_cache(maxsize=128)
def _measures(named: str, chinese: bool, bold: bool) -> tuple[float, float]:
    """Ascent and descent, as shares of the size, of what the system puts in place of a family.

    They are taken from the font's own tables, as office suites do, the line gap standing above.
    """
    font = QFont(named)
    font.setPixelSize(_SAMPLE)
    font.setBold(bold)
    raw = _raw_for("中" if chinese else "0", font)
    em = raw.unitsPerEm() or _SAMPLE
    heads, shapes = raw.fontTable("hhea").data(), raw.fontTable("OS/2").data()
    ascent, descent, gap = unpack(">hhh", heads[4:10]) if len(heads) >= 10 else (0, 0, 0)
    if len(shapes) >= 78:
        if unpack(">H", shapes[62:64])[0] & _USE_TYPOGRAPHIC:
            ascent, descent, gap = unpack(">hhh", shapes[68:74])
        elif ascent == descent == 0:
            ascent, below = unpack(">HH", shapes[74:78])
            descent = -below
    if ascent or descent:
        return (ascent + gap) / em, -descent / em
    share = _TYPE1_HEIGHT / (raw.ascent() + raw.descent())
    return raw.ascent() * share, raw.descent() * share


def _raw_for(text: str, font: QFont) -> QRawFont:
    """The font that really draws the text, which is another where the asked one has no glyph."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return runs[0].rawFont() if runs else QRawFont.fromFont(font)
