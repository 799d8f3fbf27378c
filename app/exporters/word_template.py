"""A clerk's Word template as something that can be trusted: read, checked, filled, and never able to act.

Templates are files that people edit and pass on, so the language in them is cut down to naming, choosing and
repeating: no calls, no assignments, no text that grows, in a sandbox (platform.md, Word).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from app.errors import AppError

LONGEST: Final = 20_000_000  # characters of one filled part
LARGEST: Final = 60_000_000  # bytes of a template's unpacked parts
DEEPEST: Final = 3  # loops inside one another
_NEW_PARAGRAPH: Final = "\a"  # what docxtpl turns into the end of a paragraph and a new one like it

_ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.For, nodes.If, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not, nodes.Concat, nodes.Add, nodes.Sub, nodes.Neg, nodes.List, nodes.Tuple,
)  # fmt: skip
_FILTERS: Final = ("default", "d", "first", "last", "length", "count", "trim", "int", "abs")
_FULL_WIDTH = re.compile(r"｛[｛{%％]|\{[｛％]|[%％}]｝|｝\}|％\}")
_TEXT = re.compile(r"<[^>]+>")

Picture = Callable[[Any, int, int], Markup | str]


class Template(DocxTemplate):  # type: ignore[misc]
    """One opened template; `words` are the names it may use."""

    def __init__(self, path: Path, picture: Picture, data: bytes | None = None) -> None:
        """`data` is what is in the file, for one that has been looked at already."""
        self._path = path
        if data is None:
            _check_package(path)
        super().__init__(str(path) if data is None else BytesIO(data))
        self._environment = Environment(lambda *given: Markup(picture(*given)))
        try:
            self.init_docx()
        except (PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
            raise _unreadable(path) from error

    def problems(self, words: Iterable[str]) -> list[str]:
        """Sentences on all that is wrong with the template before anything is filled in."""
        sources = self._sources()
        found = [f"“{text}”用了全角的花括号，请换成半角的 {{{{ }}}}" for text in _full_width(sources)]
        unknown: set[str] = set()
        for source in sources:
            try:
                unknown |= meta.find_undeclared_variables(self._environment.parse(source)) - set(words)
            except TemplateSyntaxError as error:
                found.append(_where(source, error))
        return found + [f"没有叫“{name}”的内容，请核对写法" for name in sorted(unknown)]

    def fill(self, context: Mapping[str, Any]) -> None:
        """Puts the values in; raises AppError when the template asks for what is not there."""
        name = self._path.name
        try:
            self.render(dict(context), self._environment, autoescape=True)
        except UndefinedError as error:
            raise AppError(
                f"模板“{name}”里没有叫“{error.message}”的内容，请核对写法，没有写出文件。"
            ) from error
        except (TemplateError, TypeError, ValueError) as error:
            said = str(error) if isinstance(error, Refused) else "有一处标记算不出来"
            raise AppError(f"模板“{name}”{said}，请改好再试，没有写出文件。") from error

    def render_xml_part(
        self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Environment | None = None
    ) -> str:
        """Fills one part piece by piece, so that a runaway template is stopped."""
        assert jinja_env is not None
        self.current_rendering_part = part
        pieces, length = [], 0
        for piece in jinja_env.from_string(src_xml).generate(context):
            length += len(piece)
            if length > LONGEST:
                raise Refused("写出来的内容太长")
            pieces.append(piece)
        filled: str = self.resolve_listing("".join(pieces))
        return filled

    def _sources(self) -> list[str]:
        """The parts with their tags joined, as they will be filled."""
        parts = [self.get_xml()]
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            parts += [self.get_part_xml(part) for _, part in self.get_headers_footers(uri)]
        return [re.sub(r"<w:p([ >])", r"\n<w:p\1", self.patch_xml(part)) for part in parts]


class Refused(TemplateRuntimeError):
    """A template that asks for more than it may; the text goes on from its name."""


class Missing(StrictUndefined):
    """A name without a value; its message is the name alone."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class Environment(ImmutableSandboxedEnvironment):
    """The language templates may use; `picture` makes the XML of a photo scaled into a box in mm."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=_printed)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"join": _join, "lines": text_lines, "batch": _batch, "picture": picture}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _check_nodes(tree, 0)
        return tree


def text_lines(text: Any) -> list[str]:
    """The paragraphs of a long text; a list is taken as it is, item by item."""
    pieces = [str(one) for one in text] if isinstance(text, list) else str(text).split("\n")
    return [line.strip() for piece in pieces for line in piece.split("\n") if line.strip()]


def _join(items: Any, between: str = "") -> str:
    if not isinstance(items, list):
        raise Refused("里的 join 只能用在一列内容上")
    return _short(between.join(_said(one) for one in items))


def _batch(items: Any, size: int) -> list[list[Any]]:
    if not isinstance(items, list) or size < 1:
        raise Refused("里的 batch 只能用在一列内容上")
    return [items[at : at + size] for at in range(0, len(items), size)]


def _short(text: str) -> str:
    if len(text) > LONGEST // 100:
        raise Refused("写出来的内容太长")
    return text


def _printed(value: Any) -> Any:
    """What a {{ }} puts on paper: nothing for None, paragraphs for lines, never a list or the like."""
    text = value if isinstance(value, Missing) else _said(value)
    return text.replace("\n", _NEW_PARAGRAPH) if isinstance(text, str) else text


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise Refused("里有一处写了一组内容，要用 for 逐条写")


def _check_nodes(node: nodes.Node, depth: int) -> None:
    if not isinstance(node, _ALLOWED):
        raise _Forbidden("用了模板里不能用的写法", getattr(node, "lineno", 0) or 0)
    if isinstance(node, nodes.For):
        depth += 1
        if depth > DEEPEST or node.recursive:
            raise _Forbidden("循环套得太深", node.lineno)
    for child in node.iter_child_nodes():
        _check_nodes(child, depth)


def _full_width(sources: Iterable[str]) -> list[str]:
    found = []
    for source in sources:
        for line in source.split("\n"):
            text = _TEXT.sub("", line)
            hit = _FULL_WIDTH.search(text)
            if hit:
                found.append(text[max(0, hit.start() - 10) : hit.end() + 20].strip())
    return found


class _Forbidden(TemplateSyntaxError):
    """What a template may not do; says so in our own words."""


def _where(source: str, error: TemplateSyntaxError) -> str:
    """A sentence on a mistake at a line of the source; the library's own English stays out of it."""
    text = _TEXT.sub("", source.split("\n")[max(0, error.lineno - 1)]).strip()[:40]
    # The library's message may quote a Chinese word of the template, so that its signs tell nothing.
    ours = error.message if isinstance(error, _Forbidden) else None
    why = ours or "标记没有写对，请核对花括号和 if、for 是否成对"
    return f"“{text}”这里{why}" if text else why


def _check_package(path: Path) -> None:
    try:
        with ZipFile(path) as package:
            size = sum(one.file_size for one in package.infolist())
    except FileNotFoundError:
        raise AppError(f"没有找到模板“{path.name}”，可能已经移走或改名。") from None
    except (BadZipFile, OSError) as error:
        raise _unreadable(path) from error
    if size > LARGEST:
        raise AppError(f"模板“{path.name}”展开后太大，不像是文书模板，请换一个。")


def _unreadable(path: Path) -> AppError:
    return AppError(f"打不开模板“{path.name}”，它不是完好的 Word 文件（.docx），请换一个。")
