"""Small readings of WordprocessingML: names, switches, lengths, and properties as plain dicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

Properties = dict[str, dict[str, str]]

# Elements whose attributes add up over the levels of styles; all others replace as a whole.
_ADDING = {"spacing", "ind", "rFonts"}
# Setting one of these at a nearer level also unsets its rivals from farther levels.
_RIVALS = {
    "ind": (
        {"firstLine", "hanging", "firstLineChars", "hangingChars"},
        {"left", "start", "leftChars", "startChars"},
        {"right", "end", "rightChars", "endChars"},
    ),
    "spacing": ({"before", "beforeLines", "beforeAutospacing"}, {"after", "afterLines", "afterAutospacing"}),
    "rFonts": ({"ascii", "asciiTheme"}, {"eastAsia", "eastAsiaTheme"}, {"hAnsi", "hAnsiTheme"}),
}
_NESTED = {"pBdr", "tblBorders", "tcBorders", "tblCellMar", "tcMar", "numPr"}


def local(element: _Element) -> str:
    """The element's name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes(element: _Element) -> dict[str, str]:
    """The attributes by their local names."""
    return {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}


def child(element: _Element | None, name: str) -> _Element | None:
    """The first w:child of that name."""
    return None if element is None else element.find(W + name)


def value(element: _Element | None, name: str, key: str = "val") -> str | None:
    """The attribute w:key of the child w:name."""
    found = child(element, name)
    return None if found is None else found.get(W + key)


def is_on(properties: Properties, name: str, default: bool = False) -> bool:
    """An on/off property: there without a value means on."""
    if name not in properties:
        return default
    return properties[name].get("val", "true") not in {"0", "false", "off", "none"}


def number(text: str | None, default: float = 0.0) -> float:
    """A length in twips; "12pt" and the like are understood, other text is the default."""
    if not text:
        return default
    units = {"pt": 20.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440.0, "pi": 240.0}
    try:
        if text[-2:] in units:
            return float(text[:-2]) * units[text[-2:]]
        return float(text)
    except ValueError:
        return default


def collect(element: _Element | None) -> Properties:
    """The children of a property element, borders as "pBdr.top", tab stops as "tab.720"."""
    found: Properties = {}
    if element is None:
        return found
    for part in element.iterchildren():
        name = local(part)
        if name in _NESTED:
            found.update({f"{name}.{local(edge)}": attributes(edge) for edge in part.iterchildren()})
        elif name == "tabs":
            found.update({f"tab.{stop.get(W + 'pos')}": attributes(stop) for stop in part.iterchildren()})
        elif name:
            found[name] = attributes(part)
    return found


def merged(base: Properties, over: Properties) -> Properties:
    """Properties of a farther level overlaid with those of a nearer one."""
    result = dict(base)
    for name, attrs in over.items():
        if name not in _ADDING or name not in result:
            result[name] = attrs
            continue
        dropped: set[str] = set()
        for rivals in _RIVALS[name]:
            if rivals & attrs.keys():
                dropped |= rivals
        result[name] = {key: text for key, text in result[name].items() if key not in dropped} | attrs
    return result


def descend(element: _Element, names: frozenset[str]) -> Iterator[_Element]:
    """The children, with wrappers of the given names replaced by their own children."""
    for part in element.iterchildren():
        if local(part) in names:
            yield from descend(part, names)
        else:
            yield part
