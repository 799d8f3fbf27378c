"""Rare characters keep their code and get a font that has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml.ns import qn

from app.exporters.word_fonts import rare
from tests.exporters.word_samples import lines, small_template, written


def fonts(path: Path, text: str) -> list[tuple[str, str]]:
    """Text and Chinese font of each run, "" where it is the style's."""
    found = []
    for run in written(path, {"name": text}).element.body.iter(qn("w:r")):
        named = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        text = "".join(one.text or "" for one in run.iter(qn("w:t")))
        found.append((text, "" if named is None else named.get(qn("w:eastAsia")) or ""))
    return found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张伟", [("张伟", "")]),
        ("李镕", [("李", ""), ("镕", "仿宋")]),  # GBK
        ("王䶮生", [("王", ""), ("䶮", "宋体"), ("生", "")]),  # extension A
        ("赵𠮷𠮷", [("赵", ""), ("𠮷𠮷", "SimSun-ExtB")]),  # beyond the first plane
        ("é“”—·①", [("é“”—·①", "")]),
    ],
)
def test_runs_are_split_at_rare_characters(
    tmp_path: Path, name: str, expected: list[tuple[str, str]]
) -> None:
    template = small_template(tmp_path, "{{ name }}")
    assert fonts(template, name) == expected


def test_run_in_a_full_font_stays_whole(tmp_path: Path) -> None:
    song = '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>{{ name }}</w:t></w:r></w:p>'
    assert "".join(text for text, _ in fonts(small_template(tmp_path, song), "李镕")) == "李镕"
    assert all(font == "黑体" for _, font in fonts(small_template(tmp_path, song), "李镕"))


def test_breaks_and_tabs_between_keep_their_place(tmp_path: Path) -> None:
    document = written(small_template(tmp_path, "{{ name }}"), {"name": "镕\t䶮乙\n丙"})
    assert [one.text for one in document.paragraphs if one.text] == ["镕\t䶮乙", "丙"]
    assert lines(document) == ["镕䶮乙", "丙"]


def test_what_is_rare() -> None:
    assert not rare("中国人民政治协商会议，123 abc “”")
    assert rare("镕")
    assert rare("𰻞")
