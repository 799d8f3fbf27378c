"""Styles of a .docx: docDefaults, style chains and direct formatting resolved to plain styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from app.ui.print.ooxml import (
    Properties,
    W,
    attributes,
    child,
    collect,
    is_on,
    local,
    merged,
    number,
    value,
)
from app.ui.print.paper import Align, Borders, Edge, LineRule, ParagraphStyle, Tab, TextStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALIGN: dict[str, Align] = {
    "center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "spread",
    "justify": "justify",
}  # fmt: skip
_RULE: dict[str, LineRule] = {"auto": "auto", "atLeast": "least", "exact": "exact"}
_KIND: dict[str, Literal["single", "double", "dotted", "dashed"]] = {
    "double": "double", "dotted": "dotted", "dashed": "dashed", "dashSmallGap": "dashed", "dotDash": "dashed",
}  # fmt: skip
_HIGHLIGHT = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
    "red": "FF0000", "lightGray": "C0C0C0", "darkGray": "808080", "black": "000000",
}  # fmt: skip
_LINE_UNIT = 2.4  # twips in a hundredth of a line where the page has no grid


class Styles:
    """The style sheet of one document."""

    def __init__(self, sheet: _Element, theme: _Element | None) -> None:
        self._fonts = _theme_fonts(theme)
        self._styles = {style.get(W + "styleId", ""): style for style in sheet.iterchildren(W + "style")}
        self._default = next(
            (key for key, style in self._styles.items()
             if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}),
            "",
        )  # fmt: skip
        defaults = child(sheet, "docDefaults")
        self._paragraph_defaults = collect(child(child(defaults, "pPrDefault"), "pPr"))
        self._text_defaults = collect(child(child(defaults, "rPrDefault"), "rPr"))
        self._chains: dict[tuple[str, str], Properties] = {}

    def paragraph(self, direct: Properties, table: str = "") -> Properties:
        """The paragraph properties of direct formatting over its style, in a table of that style."""
        base = merged(self._paragraph_defaults, self._chain(table, "pPr"))
        return merged(merged(base, self._chain(self._style_of(direct), "pPr")), direct)

    def text(self, paragraph: Properties, direct: Properties, table: str = "") -> TextStyle:
        """The style of characters in a paragraph."""
        base = merged(self._text_defaults, self._chain(table, "rPr"))
        base = merged(base, self._chain(self._style_of(paragraph), "rPr"))
        base = merged(base, self._chain(direct.get("rStyle", {}).get("val", ""), "rPr"))
        return self._text_style(merged(base, direct))

    def table(self, style: str, element: str) -> Properties:
        """Table or cell properties ("tblPr", "tcPr") of a table style."""
        return self._chain(style, element)

    def _style_of(self, paragraph: Properties) -> str:
        return paragraph.get("pStyle", {}).get("val", self._default)

    def _chain(self, style: str, element: str, seen: frozenset[str] = frozenset()) -> Properties:
        if (style, element) in self._chains:
            return self._chains[style, element]
        found = self._styles.get(style)
        if found is None or style in seen:
            return {}
        base = self._chain(value(found, "basedOn") or "", element, seen | {style})
        result = merged(base, collect(child(found, element)))
        self._chains[style, element] = result
        return result

    def _text_style(self, properties: Properties) -> TextStyle:
        fonts = properties.get("rFonts", {})
        shade = properties.get("shd", {}).get("fill", "auto")
        highlight = properties.get("highlight", {}).get("val", "none")
        raised = properties.get("vertAlign", {}).get("val", "")
        underline = properties.get("u", {}).get("val", "none")
        return TextStyle(
            latin=self._font(fonts, "ascii") or self._font(fonts, "hAnsi") or "Times New Roman",
            han=self._font(fonts, "eastAsia") or "宋体",
            size=number(properties.get("sz", {}).get("val"), 20.0) * 10,
            bold=is_on(properties, "b"),
            italic=is_on(properties, "i"),
            underline="" if underline == "none" else underline,
            strike=is_on(properties, "strike") or is_on(properties, "dstrike"),
            colour=rgb(properties.get("color", {}).get("val"), "000000"),
            fill=_HIGHLIGHT.get(highlight) or rgb(shade, ""),
            spacing=number(properties.get("spacing", {}).get("val")),
            stretch=round(number(properties.get("w", {}).get("val"), 100.0)) or 100,
            raised="super" if raised == "superscript" else "sub" if raised == "subscript" else "",
        )

    def _font(self, fonts: dict[str, str], key: str) -> str:
        theme = fonts.get(f"{key}Theme", "")
        return self._fonts.get(theme, "") if theme else fonts.get(key, "")


def paragraph_style(properties: Properties, size: float) -> ParagraphStyle:
    """The style of a paragraph whose characters are `size` twips high (for indents in characters)."""
    spacing, indent = properties.get("spacing", {}), properties.get("ind", {})
    rule = _RULE.get(spacing.get("lineRule", "auto"), "auto")
    line = number(spacing.get("line"), 240.0)
    return ParagraphStyle(
        name=properties.get("pStyle", {}).get("val", ""),
        align=_ALIGN.get(properties.get("jc", {}).get("val", ""), "left"),
        left=_indent(indent, ("left", "start"), size),
        right=_indent(indent, ("right", "end"), size),
        first=_indent(indent, ("firstLine",), size) - _indent(indent, ("hanging",), size),
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        line=line / 240 if rule == "auto" else abs(line),
        line_rule=rule,
        keep_next=is_on(properties, "keepNext"),
        keep_lines=is_on(properties, "keepLines"),
        widow_control=is_on(properties, "widowControl", True),
        page_before=is_on(properties, "pageBreakBefore"),
        contextual=is_on(properties, "contextualSpacing"),
        script_space=is_on(properties, "autoSpaceDE", True),
        forbidden_rules=is_on(properties, "kinsoku", True),
        hanging=is_on(properties, "overflowPunct", True),
        tabs=_tabs(properties),
        borders=borders(properties, "pBdr"),
        fill=rgb(properties.get("shd", {}).get("fill"), ""),
    )


def borders(properties: Properties, group: str) -> Borders:
    """The four edges of a paragraph, cell or table that are said; nil and none are no line."""
    left, right = f"{group}.left", f"{group}.right"
    return Borders(
        top=edge(properties.get(f"{group}.top")),
        right=edge(properties.get(right) or properties.get(f"{group}.end")),
        bottom=edge(properties.get(f"{group}.bottom")),
        left=edge(properties.get(left) or properties.get(f"{group}.start")),
    )


def edge(said: dict[str, str] | None) -> Edge:
    """A border line; sizes are eighths of a point, a double line is three times as wide."""
    if not said or said.get("val", "nil") in {"nil", "none"}:
        return Edge()
    kind = _KIND.get(said["val"], "single")
    width = number(said.get("sz"), 4.0) * 2.5 * (3 if kind == "double" else 1)
    return Edge(width, kind, rgb(said.get("color"), "000000"), number(said.get("space")) * 20)


def rgb(said: str | None, automatic: str) -> str:
    """A colour as "RRGGBB"; auto and whatever is not a colour is `automatic`."""
    text = (said or "").lstrip("#").upper()
    return text if len(text) == 6 and all(sign in "0123456789ABCDEF" for sign in text) else automatic


def _indent(said: dict[str, str], keys: tuple[str, ...], size: float) -> float:
    for key in keys:
        if key in said:
            return number(said[key])
        if f"{key}Chars" in said:
            return number(said[f"{key}Chars"]) / 100 * size
    return 0.0


def _space(said: dict[str, str], key: str) -> float:
    if said.get(f"{key}Autospacing") in {"1", "true", "on"}:
        return 280.0
    return number(said[key]) if key in said else number(said.get(f"{key}Lines")) * _LINE_UNIT


def _tabs(properties: Properties) -> tuple[Tab, ...]:
    stops: list[Tab] = []
    for name, said in properties.items():
        kind = said.get("val", "left")
        if name.startswith("tab.") and kind not in {"clear", "bar"}:
            align: Literal["left", "center", "right"] = "left"
            if kind in {"right", "end", "decimal"}:
                align = "right"
            elif kind == "center":
                align = "center"
            stops.append(Tab(number(name[4:]), align))
    return tuple(sorted(stops, key=lambda stop: stop.position))


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """Theme font names: minorHAnsi, majorEastAsia … to the family in the theme."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for group in theme.iter():
        if local(group) not in {"majorFont", "minorFont"}:
            continue
        prefix = local(group)[:5]
        for font in group.iterchildren():
            face = attributes(font).get("typeface", "")
            if local(font) == "latin":
                found[f"{prefix}HAnsi"] = found[f"{prefix}Ascii"] = face
            elif local(font) == "ea" or (local(font) == "font" and attributes(font).get("script") == "Hans"):
                found[f"{prefix}EastAsia"] = found.get(f"{prefix}EastAsia") or face
    return found
