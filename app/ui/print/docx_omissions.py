"""Names in Chinese of what a .docx holds and the layout leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.ui.print.ooxml import WP, A, W, local, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = {
    "txbxContent": "文本框",
    "footnoteReference": "脚注",
    "endnoteReference": "尾注",
    "chart": "图表",
    "relIds": "智能图形",
    "oMath": "公式",
    "object": "嵌入的对象",
    "framePr": "图文框",
    "textDirection": "竖排文字",
    "pgBorders": "页面边框",
    "ins": "修订标记",
    "del": "修订标记",
    "ruby": "注音",
    "tblpPr": "浮动的表格",
    "altChunk": "嵌入的文档",
    "lnNumType": "行号",
    "bidiVisual": "从右到左的表格",
}
_SHAPES = {"wsp", "wgp", "wpc"}
_VML_SHAPES = {"rect", "line", "oval", "roundrect", "polyline"}
_TRANSPARENT = {"lrTb", "horz"}


def omissions(parts: Iterable[_Element], known: set[str]) -> tuple[str, ...]:
    """What stands in these parts and is not drawn, with what was `known` before, in a steady order."""
    found = set(known)
    for part in parts:
        for element in part.iter():
            name = _name(element)
            if name:
                found.add(name)
    if "文本框" in found:
        found.discard("图形")  # the shape is the box around the text
    return tuple(sorted(found))


def _name(element: _Element) -> str:
    kind = local(element)
    if kind in _NAMES:
        drawn = kind == "textDirection" and element.get(W + "val", "") in _TRANSPARENT
        return "" if drawn else _NAMES[kind]
    if kind == "anchor" and element.tag == f"{WP}anchor":
        return "浮动的图片" if element.find(f".//{A}blip") is not None else ""
    if kind in _SHAPES or kind in _VML_SHAPES:
        return "图形"
    if kind == "textpath":
        return "水印"
    if kind == "cols" and number(element.get(W + "num"), 1.0) > 1:
        return "分栏"
    if kind == "tab" and element.get(W + "leader", "none") != "none":
        return "制表位的前导线"
    return ""
