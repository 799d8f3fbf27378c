"""Filling a template: what is refused and how it is said, what reaches the paper unchanged."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import AppError
from app.exporters.word import check_template, render
from app.exporters.word_pictures import EMU_PER_MM
from tests.exporters.word_samples import NOW, TEMPLATES, lines, photo, small_template, written


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(AppError) as caught:
        action()
    return caught.value.message


def test_values_reach_the_paper_as_they_are(tmp_path: Path) -> None:
    template = small_template(tmp_path, "{{ topic }}：{{ people.masses }}人，{{ note }}。")
    document = written(
        template, {"topic": 'A<B&C "引号" {{ 7 }} {% if %}', "people": {"masses": 0}, "note": None}
    )
    assert lines(document) == ['A<B&C "引号" {{ 7 }} {% if %}：0人，。']


def test_lines_become_paragraphs_of_the_same_style(tmp_path: Path) -> None:
    style = '<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:t>{{ text }}</w:t></w:r></w:p>'
    document = written(small_template(tmp_path, style), {"text": "一段\r\n二段\v三段"})
    found = [one for one in document.paragraphs if one.text]
    assert [one.text for one in found] == ["一段", "二段", "三段"]
    assert {one.paragraph_format.first_line_indent.twips for one in found} == {640}


def test_control_characters_are_shown_and_never_crash(tmp_path: Path) -> None:
    document = written(small_template(tmp_path, "{{ text }}"), {"text": "甲\x00乙\x07丙\ud800丁\uffff\f"})
    assert lines(document) == ["甲□乙□丙□丁□□"]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
@settings(max_examples=25)
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    out = BytesIO()
    render(TEMPLATES / "information_draft.docx", _draft(text), out, now=NOW)
    found = "\n".join(lines(docx.Document(out)))
    for word in re.split(r"[^\w]+", text):
        assert word in found


def _draft(text: str) -> dict[str, object]:
    texts = {"title_lines": [text], "paragraphs": [text], "photos": []}
    return texts | {"unit_name": "示例县政协", "author": "", "mark": ""}


def test_unknown_names_are_listed_all_at_once_before_anything_is_written(tmp_path: Path) -> None:
    template = small_template(tmp_path, "{{ topic }}{{ tpoic }}", "{% if wehn %}有{% endif %}")
    target = tmp_path / "out.docx"
    message = refused(lambda: render(template, {"topic": "甲"}, target, now=NOW))
    assert "“tpoic”" in message
    assert "“wehn”" in message
    assert "“topic”" not in message
    assert "自己的模板.docx" in message
    assert not target.exists()


def test_unknown_name_below_a_known_one_is_said(tmp_path: Path) -> None:
    template = small_template(tmp_path, "{% for one in tasks %}{{ one.untit }}{% endfor %}")
    message = refused(lambda: written(template, {"tasks": [{"unit": "县住建局"}]}))
    assert "没有叫“untit”的内容" in message


@pytest.mark.parametrize("text", ["｛｛ topic ｝｝", "｛{ topic }｝", "｛% if topic %｝", "{％ if topic ％}"])
def test_full_width_braces_get_a_sentence(tmp_path: Path, text: str) -> None:
    found = check_template(small_template(tmp_path, f"议题：{text}"), frozenset({"topic"}))
    assert any("全角" in sentence and "topic" in sentence for sentence in found)


def test_full_width_brackets_in_plain_text_are_left_alone(tmp_path: Path) -> None:
    assert check_template(small_template(tmp_path, "集合｛甲、乙｝和{{ topic }}"), frozenset({"topic"})) == []


def test_tag_that_is_not_closed_is_shown_where_it_stands(tmp_path: Path) -> None:
    template = small_template(tmp_path, "开头", "议题{% if topic %}有", "结尾")
    message = refused(lambda: written(template, {"topic": "甲"}))
    assert "if、for 是否成对" in message
    assert not re.search(r"[A-Za-z]{12}", message.replace("自己的模板.docx", ""))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ topic.__init__.__globals__ }}",
        "{{ topic|attr('__class__') }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% set x = topic.format %}{{ x('{0.__class__}') }}",
        "{{ topic.upper() }}",
        "{% include 'x' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ topic|safe }}",
        "{{ photo|picture(1, 1).__class__ }}",
    ],
)  # fmt: skip
def test_hostile_template_runs_nothing(tmp_path: Path, tag: str) -> None:
    target = tmp_path / "out.docx"
    values = {"topic": "甲", "photo": {"file": "x", "name": "", "caption": ""}}
    message = refused(lambda: render(small_template(tmp_path, tag), values, target, now=NOW))
    assert "自己的模板.docx" in message
    assert not target.exists()


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% for a in range(1000000000) %}{% endfor %}",
        "{{ '%1000000000d'|format(1) }}",
        "{% for a in l %}" * 4 + "字" + "{% endfor %}" * 4,
        "{{ l|join(t)|lines|join(t)|lines|join(t)|lines|join(t)|lines|join(t)|lines|join(t) }}",
    ],
)  # fmt: skip
def test_runaway_template_is_stopped(tmp_path: Path, tag: str) -> None:
    values = {"l": ["一"] * 60, "t": "\n甲\n" * 60}
    assert "自己的模板.docx" in refused(lambda: written(small_template(tmp_path, tag), values))


def test_too_much_text_is_stopped(tmp_path: Path) -> None:
    tag = "{% for a in l %}{% for b in l %}{{ t }}{% endfor %}{% endfor %}"
    values = {"l": ["一"] * 100, "t": "字" * 4000}
    assert "太长" in refused(lambda: written(small_template(tmp_path, tag), values))


def test_list_where_a_text_belongs_is_said(tmp_path: Path) -> None:
    assert "用 for 逐条写" in refused(lambda: written(small_template(tmp_path, "{{ l }}"), {"l": ["甲"]}))


def test_only_plain_values_are_taken(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="Path"):
        written(small_template(tmp_path, "{{ p }}"), {"p": tmp_path})


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_file_that_is_no_docx_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "旧.docx"
    path.write_bytes(content)
    assert "模板“旧.docx”没有打开" in refused(lambda: written(path, {}))


def test_zip_without_a_document_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "空.docx"
    with ZipFile(path, "w") as package:
        package.writestr("mimetype", "x")
    assert "模板“空.docx”没有打开" in refused(lambda: written(path, {}))
    assert "没有找到模板" in refused(lambda: written(tmp_path / "没有.docx", {}))


def test_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    template = small_template(tmp_path, "{{ topic }}", "{{ photo|picture(60, 40) }}")
    values = {"topic": "甲䶮", "photo": {"file": "p", "name": "", "caption": ""}}
    packages = []
    for _ in range(2):
        out = BytesIO()
        render(template, values, out, now=NOW, pictures={"p": photo()})
        packages.append(out.getvalue())
    assert packages[0] == packages[1]
    properties = docx.Document(BytesIO(packages[0])).core_properties
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == NOW
    with ZipFile(BytesIO(packages[0])) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_file_is_never_written_over_unless_asked(tmp_path: Path) -> None:
    template, target = small_template(tmp_path, "{{ topic }}"), tmp_path / "小结.docx"
    paths = [render(template, {"topic": text}, target, now=NOW) for text in ("一", "二")]
    assert [path.name for path in paths] == ["小结.docx", "小结-第2次.docx"]
    assert render(template, {"topic": "三"}, target, now=NOW, replace=True) == target
    assert lines(docx.Document(str(target))) == ["三"]
    assert lines(docx.Document(str(paths[1]))) == ["二"]


def extents(document: docx.document.Document) -> list[tuple[float, float]]:
    found = document.element.body.iter(qn("wp:extent"))
    return [(int(one.get("cx")) / EMU_PER_MM, int(one.get("cy")) / EMU_PER_MM) for one in found]


@pytest.mark.parametrize(
    ("size", "printed"),
    [((1600, 1200), (80, 60)), ((1200, 1600), (45, 60)), ((100, 50), (42.33, 21.17))],
)
def test_photo_is_scaled_into_its_box(
    tmp_path: Path, size: tuple[int, int], printed: tuple[float, float]
) -> None:
    template = small_template(tmp_path, "{{ photo|picture(80, 60) }}")
    document = written(template, {"photo": {"file": "p", "name": "", "caption": ""}}, {"p": photo(*size)})
    assert extents(document) == [pytest.approx(printed, abs=0.01)]


def test_photo_is_small_upright_and_without_transparency(tmp_path: Path) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    pictures = {
        "turned": photo(3000, 1500, exif=exif.tobytes()),
        "clear": photo(60, 40, (255, 0, 0, 0), mode="RGBA", format="PNG"),  # type: ignore[arg-type]
    }
    template = small_template(tmp_path, *(f"{{{{ {key}|picture(50, 50) }}}}" for key in pictures))
    document = written(
        template, {key: {"file": key, "name": "", "caption": ""} for key in pictures}, pictures
    )
    turned, clear = (Image.open(BytesIO(part.blob)) for part in document.part.package.image_parts)
    assert turned.height == 2 * turned.width
    assert turned.height <= 400
    assert clear.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("picture", [b"", b"not a picture", photo()[:200]])
def test_photo_that_cannot_be_read_is_named_in_its_place(tmp_path: Path, picture: bytes) -> None:
    template = small_template(tmp_path, "{{ photo|picture(80, 60) }}")
    document = written(template, {"photo": {"file": "p", "name": "a<b.jpg", "caption": ""}}, {"p": picture})
    assert lines(document) == ["（照片“a<b.jpg”打不开，没有放进来）"]
    document = written(template, {"photo": {"file": "q", "name": "没有.jpg", "caption": ""}}, {"p": picture})
    assert "没有.jpg" in lines(document)[0]


def test_clerk_may_write_chinese_names_and_split_tags(tmp_path: Path) -> None:
    split = "<w:p><w:r><w:t>议题：{{ 会议</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>议题 }}</w:t></w:r></w:p>"
    assert lines(written(small_template(tmp_path, split), {"会议议题": "路灯"})) == ["议题：路灯"]
