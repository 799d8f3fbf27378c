"""Looks at an Excel package before anything parses it: size, sort, how far it unfolds, what it declares."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

from app.errors import AppError, quoted

LARGEST: Final = 20 * 1024 * 1024
_UNFOLDED: Final = 200 * 1024 * 1024
_PARTS: Final = 2000
_CHUNK: Final = 1 << 20
_ENTITIES: Final = (b"<!DOCTYPE", b"<!ENTITY")


def checked_package(path: Path) -> bool:
    """Whether sheets in it hold formulas; raises AppError for what is no plain .xlsx of a sane size."""
    name = quoted(path.name, 60)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise AppError(f"{name}有 {size // 1024 // 1024} MB，最多 20 MB。请去掉图片，另存一份再选。")
        with zipfile.ZipFile(path) as package:
            return _formulas_in(package, name)
    except FileNotFoundError:
        raise AppError(f"找不到文件{name}。请核对它还在不在原来的地方。") from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise AppError(
            f"{name}不是 .xlsx 表，或加了密码、没有传完。请在 WPS 里打开，另存成 .xlsx，再选一次。"
        ) from None
    except (OSError, ValueError):
        raise AppError(f"{name}读不出来。请换一份，或先在别处把它关掉。") from None


def _formulas_in(package: zipfile.ZipFile, name: str) -> bool:
    parts = package.infolist()
    if "[Content_Types].xml" not in package.namelist():
        raise zipfile.BadZipFile
    unfolded = sum(part.file_size for part in parts)
    if len(parts) > _PARTS or unfolded > _UNFOLDED:
        raise AppError(f"{name}里的内容太多，打不开。请只留要导入的那张表，另存一份再选。")
    formulas = False
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            formulas |= _scanned(package, part, name)
    return formulas


def _scanned(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> bool:
    """Whether a part is a sheet with formulas; the sizes a package names are not believed."""
    sheet, formulas, seen, tail = part.filename.startswith("xl/worksheets/"), False, 0, b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            seen += len(chunk)
            if seen > _UNFOLDED:
                raise AppError(f"{name}里的内容太多，打不开。请只留要导入的那张表，另存一份再选。")
            text = tail + chunk
            if any(mark in text for mark in _ENTITIES):
                raise AppError(f"{name}里有不该有的内容，没有打开。请在 WPS 里新建一张表，把数贴进去。")
            formulas |= sheet and (b"<f>" in text or b"<f " in text)
            tail = text[-16:]
    return formulas
