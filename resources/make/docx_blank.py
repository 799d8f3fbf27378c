"""Makes an empty .docx of our own: no theme, every font named for Chinese too, same bytes every time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

SONG, FANG, KAI, HEI, TITLE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
WORD = nsdecls("w", "r")
MADE = datetime(2026, 1, 1)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_KEPT = {RELATION.STYLES, RELATION.SETTINGS, RELATION.FONT_TABLE}

# What a machine without the font is told to take in its place.
_FONTS = (
    (FANG, "仿宋", "roman"), (KAI, "楷体", "roman"), (TITLE, "华文中宋", "roman"), (HEI, "SimHei", "swiss"),
    (SONG, "SimSun", "roman"), (LATIN, "", "roman"),
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """A style; sizes in points, `line` exact in twips (0: as high as the text), indents in twips."""

    key: str
    name: str
    font: str = ""
    latin: str = ""
    size: float = 0
    align: str = ""
    line: int = 0
    first: int = 0
    chars: int = 0
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    track: int = 0
    colour: str = ""
    heading: int = 0
    keep: bool = False
    grid: bool = True
    character: bool = False
    extra: str = ""


@dataclass
class Page:
    """Paper in twips, A4; `footer` and `header` are distances from the paper's edges."""

    top: int
    bottom: int
    left: int
    right: int
    header: int = 851
    footer: int = 851
    width: int = 11906
    height: int = 16838
    odd_and_even: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    footers: dict[str, str] = field(default_factory=dict)

    @property
    def room(self) -> int:
        """The width text has."""
        return self.width - self.left - self.right


def fonts(han: str, latin: str = "") -> str:
    """rFonts for one Chinese font; the hint keeps “” and — in it too."""
    other = latin or LATIN
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{other}" w:hAnsi="{other}" w:eastAsia="{han}" w:cs="{other}"/>'
    )


def build(path: Path, styles: tuple[Style, ...], page: Page, body: str, title: str) -> None:
    """Writes the template: `body` is the XML of its paragraphs and tables."""
    document = docx.Document()
    _strip(document)
    _styles(document, styles)
    _settings(document, page)
    _font_table(document)
    element = document.element.body
    for child in list(element):
        element.remove(child)
    for child in parse_xml(f"<w:body {WORD}>{body}{_section(page)}</w:body>"):
        element.append(child)
    _furniture(document, page)
    _properties(document, title)
    packed = BytesIO()
    document.save(packed)
    path.write_bytes(_repacked(packed))


def _strip(document: Document) -> None:
    """Leaves out theme, thumbnail and whatever else the library brings along."""
    for part, kept in (
        (document.part, _KEPT),
        (document.part.package, {RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES}),
    ):
        for key in [key for key, one in part.rels.items() if one.reltype not in kept]:
            del part.rels[key]


def _styles(document: Document, styles: tuple[Style, ...]) -> None:
    sheet = document.styles.element
    for child in list(sheet):
        sheet.remove(child)
    defaults = f"""<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANG)}<w:sz w:val="32"/>
        <w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault/></w:docDefaults>{"".join(_style(one, first=at == 0) for at, one in enumerate(styles))}
        <w:style w:type="character" w:default="1" w:styleId="DefaultText">
        <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="PlainTable"><w:name w:val="Normal Table"/>
        <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
        <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
        <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>"""
    for child in parse_xml(defaults):
        sheet.append(child)


def _style(style: Style, *, first: bool) -> str:
    kind = "character" if style.character else "paragraph"
    default = ' w:default="1"' if first else ""
    based = "" if first or style.character else '<w:basedOn w:val="Normal"/>'
    paragraph = "" if style.character else f"<w:pPr>{_paragraph(style)}</w:pPr>"
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{style.key}"><w:name w:val="{style.name}"/>{based}'
        f"<w:qFormat/>{paragraph}<w:rPr>{_text(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> str:
    """pPr in the order the schema asks for."""
    rule = f' w:line="{style.line}" w:lineRule="exact"' if style.line else ' w:line="240" w:lineRule="auto"'
    chars = f' w:firstLineChars="{style.chars}"' if style.chars else ""
    first = f' w:firstLine="{style.first}"' if style.first >= 0 else f' w:hanging="{-style.first}"'
    return "".join(
        (
            "<w:keepNext/>" if style.keep else "",
            style.extra,
            "" if style.grid else '<w:snapToGrid w:val="0"/>',
            f'<w:spacing w:before="{style.before}" w:after="{style.after}"{rule}/>',
            f'<w:ind w:left="{style.left}" w:right="{style.right}"{chars}{first}/>',
            f'<w:jc w:val="{style.align}"/>' if style.align else "",
            f'<w:outlineLvl w:val="{style.heading - 1}"/>' if style.heading else "",
        )
    )


def _text(style: Style) -> str:
    size = round(style.size * 2)
    return "".join(
        (
            fonts(style.font, style.latin) if style.font else "",
            f'<w:color w:val="{style.colour}"/>' if style.colour else "",
            f'<w:spacing w:val="{style.track}"/>' if style.track else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        )
    )


def _settings(document: Document, page: Page) -> None:
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    odd = "<w:evenAndOddHeaders/>" if page.odd_and_even else ""
    version = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    ours = (
        f'<w:settings {WORD}><w:zoom w:percent="100"/>{odd}<w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:compatSetting {version}/></w:compat></w:settings>"
    )
    for child in parse_xml(ours):
        settings.append(child)


def _font_table(document: Document) -> None:
    part = next(one.target_part for one in document.part.rels.values() if one.reltype == RELATION.FONT_TABLE)
    listed = "".join(
        f'<w:font w:name="{name}">{f"<w:altName w:val={chr(34)}{other}{chr(34)}/>" if other else ""}'
        f'<w:charset w:val="{"00" if name == LATIN else "86"}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in _FONTS
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {WORD}>{listed}</w:fonts>'
    part._blob = xml.encode()  # python-docx knows no font table; it keeps the part as bytes


def _section(page: Page) -> str:
    lying = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr><w:pgSz w:w="{page.width}" w:h="{page.height}"{lying}/><w:pgMar w:top="{page.top}" '
        f'w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" w:header="{page.header}" '
        f'w:footer="{page.footer}" w:gutter="0"/></w:sectPr>'
    )


def _furniture(document: Document, page: Page) -> None:
    """Headers and footers; keys are default and even."""
    section = document.sections[0]
    places = {
        ("headers", "default"): section.header, ("headers", "even"): section.even_page_header,
        ("footers", "default"): section.footer, ("footers", "even"): section.even_page_footer,
    }  # fmt: skip
    for (group, kind), place in places.items():
        xml = getattr(page, group).get(kind)
        if xml is None:
            continue
        place.is_linked_to_previous = False
        element = place._element
        for child in list(element):
            element.remove(child)
        for child in parse_xml(f"<w:hdr {WORD}>{xml}</w:hdr>"):
            element.append(child)


def _properties(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "政协履职台账", ""
    properties.last_modified_by, properties.revision, properties.keywords = "", 1, ""
    properties.created = properties.modified = MADE


def _repacked(packed: BytesIO) -> bytes:
    """The same parts with fixed times, so that building again changes nothing."""
    out = BytesIO()
    with ZipFile(packed) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            target.writestr(info, source.read(name))
    return out.getvalue()
