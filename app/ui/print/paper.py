"""What a written file says about its pages, free of Qt: the readers make it, the layout draws it.

All lengths are twips (1/20 pt), colours are "RRGGBB".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from app.exporters.word_figures import Figures

TWIPS_PER_POINT = 20.0
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_TWIP = 635
A4 = (11906.0, 16838.0)

Align = Literal["left", "center", "right", "justify", "spread"]
AlignY = Literal["top", "center", "bottom"]
LineRule = Literal["auto", "least", "exact"]
HeightRule = Literal["auto", "least", "exact"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How characters look; `han` is the font of Chinese characters, `latin` of all others."""

    latin: str = "Times New Roman"
    han: str = "宋体"
    size: float = 210.0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    strike: bool = False
    colour: str = "000000"
    fill: str = ""
    spacing: float = 0.0
    stretch: int = 100
    raised: Literal["", "super", "sub"] = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one style; \\n is a line break, \\t a tab, \\f a page break.

    `figure` is the place of a number among the figures of the document, -1 for other words.
    """

    text: str
    style: TextStyle
    figure: int = -1


@dataclass(frozen=True, slots=True)
class Field:
    """A number known only when the pages are: the page's own or how many there are."""

    kind: Literal["page", "pages"]
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline picture; `crop` is the part cut away left, top, right, bottom (0 to 1)."""

    data: bytes = field(repr=False)
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


Inline = Text | Field | Picture


@dataclass(frozen=True, slots=True)
class Edge:
    """One border line; width 0 means none."""

    width: float = 0.0
    kind: Literal["single", "double", "dotted", "dashed"] = "single"
    colour: str = "000000"
    space: float = 0.0


NO_EDGE = Edge()


@dataclass(frozen=True, slots=True)
class Borders:
    """The four border lines of a cell or paragraph."""

    top: Edge = NO_EDGE
    right: Edge = NO_EDGE
    bottom: Edge = NO_EDGE
    left: Edge = NO_EDGE


@dataclass(frozen=True, slots=True)
class Sides:
    """White on four sides."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, measured from the text's left edge."""

    position: float
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph stands; `first` is the first line's indent beyond `left`, below 0 when hanging.

    `line` is a length with rule least or exact, else a factor of the natural height.
    """

    name: str = ""
    align: Align = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: LineRule = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_before: bool = False
    contextual: bool = False
    script_space: bool = True
    forbidden_rules: bool = True
    hanging: bool = True
    tabs: tuple[Tab, ...] = ()
    borders: Borders = Borders()
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `mark` gives the height of an empty one."""

    inlines: tuple[Inline, ...]
    style: ParagraphStyle
    mark: TextStyle


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and all the places it covers.

    A line that does not `wrap` may run over empty neighbours, as far as `spill` (left, right) says; a
    `number` that finds no room is not shown in part.
    """

    column: int
    blocks: tuple[Block, ...]
    span: int = 1
    rows: int = 1
    padding: Sides = Sides()
    borders: Borders = Borders()
    fill: str = ""
    align_y: AlignY = "top"
    wrap: bool = True
    shrink: bool = False
    number: bool = False
    spill: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; cells that began in a row above are not repeated."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    rule: HeightRule = "auto"
    header: bool = False
    whole: bool = False
    page_before: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures of a chart."""

    name: str
    values: tuple[float | None, ...]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A column chart with its cached figures; `size` is that of its letters."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    values_shown: bool = False
    axis_shown: bool = True
    legend_shown: bool = True
    size: float = 200.0


@dataclass(frozen=True, slots=True)
class Floating:
    """Something that lies over a table, placed from the left edge and the top of a row."""

    row: int
    x: float
    y: float
    width: float
    height: float
    drawing: Chart | Picture


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose columns are fixed."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    indent: float = 0.0
    align: Literal["left", "center", "right"] = "left"
    floating: tuple[Floating, ...] = ()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A sheet of paper and its margins; header and footer are distances from the paper's edges."""

    width: float = A4[0]
    height: float = A4[1]
    margins: Sides = Sides(1440.0, 1800.0, 1440.0, 1800.0)
    header: float = 851.0
    footer: float = 992.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """Headers or footers: of ordinary (odd) pages, of a section's first page, of even pages."""

    default: tuple[Block, ...] = ()
    first: tuple[Block, ...] = ()
    even: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one kind. `start` is the first page's number when counted anew."""

    page: PageSetup
    blocks: tuple[Block, ...]
    headers: Furniture = Furniture()
    footers: Furniture = Furniture()
    title_page: bool = False
    start: int | None = None
    begins: Literal["page", "continuous", "odd", "even"] = "page"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it will be laid out; `omitted` names in Chinese what the layout leaves out.

    `figures` are the numbers in it that lead to records, when it says which they are.
    """

    sections: tuple[Section, ...]
    even_and_odd: bool = False
    tab_width: float = 720.0
    omitted: tuple[str, ...] = ()
    figures: Figures | None = None
