"""Builds resources/pinyin_initials.txt from pypinyin (MIT); run it by hand when the table should grow.

    pip install pypinyin && python resources/make/pinyin_initials.py

A table instead of the library at run time: the library takes 53 MB and 0.2 s, the table 60 KB and 10 ms.
"""

from __future__ import annotations

from pathlib import Path

from pypinyin import Style, pinyin  # type: ignore[import-not-found]

# Readings as a surname, which dictionaries do not put first.
SURNAMES = {
    "单": "s", "曾": "z", "仇": "q", "区": "o", "查": "z", "盖": "g", "朴": "p", "解": "x", "任": "r",
    "尉": "y", "乐": "y", "员": "y", "缪": "m", "种": "c", "洗": "x", "冼": "x", "牟": "m", "晟": "c",
    "翟": "z", "覃": "q", "繁": "p", "召": "s", "燕": "y", "折": "s", "黑": "h", "秘": "b", "句": "g",
}  # fmt: skip
RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x3007, 0x3007))


def main() -> None:
    usual: dict[str, list[str]] = {}
    further: dict[str, list[str]] = {}
    for first, last in RANGES:
        for code in range(first, last + 1):
            character = chr(code)
            readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
            letters = list(dict.fromkeys(r[0] for r in (readings[0] if readings else []) if r[:1].isascii()))
            letters = [c for c in letters if c.isalpha()]
            if character in SURNAMES and SURNAMES[character] not in letters:
                letters.append(SURNAMES[character])
            if not letters:
                continue
            usual.setdefault(letters[0], []).append(character)
            for letter in letters[1:]:
                further.setdefault(letter, []).append(character)
    lines = [
        "# first letter of the usual reading, then the characters; after the blank line the other readings"
    ]
    lines += [letter + "".join(usual[letter]) for letter in sorted(usual)]
    lines.append("")
    lines += [letter + "".join(further[letter]) for letter in sorted(further)]
    target = Path(__file__).resolve().parent.parent / "pinyin_initials.txt"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
