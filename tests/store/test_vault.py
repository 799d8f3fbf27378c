"""Files beside the store: kept once by content, upright and small, and never half."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.errors import AppError
from app.paths import DataFolder
from app.store.vault import LONGEST_SIDE, THUMBNAIL, Vault

as_root = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root mounts a small disk")


def _picture(path: Path, size: tuple[int, int] = (60, 40), *, turned: int = 0, mode: str = "RGB") -> Path:
    image = Image.effect_noise(size, 60).convert(mode)
    exif = Image.Exif()
    if turned:
        exif[0x0112] = turned
    if path.suffix == ".jpg":
        image.save(path, "JPEG", exif=exif)
    else:
        image.save(path)
    return path


def _kept(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "附件").rglob("*") if path.is_file())


def test_what_is_taken_in_lies_under_its_hash(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = tmp_path / "签到表.pdf"
    source.write_bytes(b"%PDF-1.7 words")
    stored = vault.add(source)
    assert stored.sha256 == hashlib.sha256(b"%PDF-1.7 words").hexdigest()
    assert (stored.name, stored.size, stored.picture) == ("签到表.pdf", 14, False)
    assert vault.has(stored.sha256)
    assert vault.path(stored.sha256).read_bytes() == b"%PDF-1.7 words"
    if os.name != "nt":
        assert stat.S_IMODE(vault.path(stored.sha256).stat().st_mode) == 0o600


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    for name in ("一.pdf", "二.docx"):
        (tmp_path / name).write_bytes(b"same")
        assert vault.add(tmp_path / name).name == name
    assert _kept(tmp_path) == [hashlib.sha256(b"same").hexdigest()]


@pytest.mark.parametrize("key", [None, bytes(range(32))], ids=["plain", "sealed"])
def test_one_that_decayed_is_good_again_once_added_again(tmp_path: Path, key: bytes | None) -> None:
    vault = Vault(DataFolder(tmp_path), key)
    source = tmp_path / "签到表.pdf"
    source.write_bytes(b"%PDF-1.7 words")
    stored = vault.add(source)
    decayed = bytearray(vault.path(stored.sha256).read_bytes())
    decayed[-1] ^= 1
    vault.path(stored.sha256).write_bytes(decayed)
    assert not vault.is_intact(stored.sha256)
    assert not vault.add(source).new  # a change that is given up must not take it away from the others
    assert vault.read(stored.sha256) == b"%PDF-1.7 words"


def test_a_photo_that_fits_is_kept_byte_for_byte(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = _picture(tmp_path / "会场.jpg")
    stored = vault.add(source)
    assert stored.picture
    assert vault.path(stored.sha256).read_bytes() == source.read_bytes()


@pytest.mark.parametrize("turned", [2, 3, 4, 5, 6, 7, 8])
def test_a_turned_photo_is_kept_upright(tmp_path: Path, turned: int) -> None:
    vault = Vault(DataFolder(tmp_path))
    stored = vault.add(_picture(tmp_path / "会场.jpg", (60, 40), turned=turned))
    with Image.open(vault.path(stored.sha256)) as image:
        assert image.size == ((40, 60) if turned >= 5 else (60, 40))
        assert image.getexif().get(0x0112, 1) == 1


def test_a_large_photo_is_made_smaller_unless_the_original_is_asked_for(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = _picture(tmp_path / "全景.jpg", (LONGEST_SIDE + 500, 100))
    small, whole = vault.add(source), vault.add(source, original=True)
    with Image.open(vault.path(small.sha256)) as image:
        assert max(image.size) == LONGEST_SIDE
    assert vault.path(whole.sha256).read_bytes() == source.read_bytes()
    assert small.size == vault.path(small.sha256).stat().st_size


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1", "CMYK", "I;16"])
def test_photos_of_any_sort_can_be_made_smaller(tmp_path: Path, mode: str) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = tmp_path / ("图.tif" if mode in ("CMYK", "I;16") else "图.png")
    Image.new("L", (LONGEST_SIDE + 10, 20), 90).convert(mode).save(source)
    stored = vault.add(source)
    with Image.open(vault.path(stored.sha256)) as image:
        assert max(image.size) == LONGEST_SIDE


def test_what_is_seen_through_becomes_white_and_not_black(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = tmp_path / "印章.png"
    Image.new("RGBA", (LONGEST_SIDE + 10, 20), (0, 0, 0, 0)).save(source)
    with Image.open(vault.path(vault.add(source).sha256)) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def _torn_jpeg() -> bytes:
    out = BytesIO()
    Image.effect_noise((300, 300), 60).convert("RGB").save(out, "JPEG")
    return out.getvalue()[: len(out.getvalue()) // 2]


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, b"GIF89a", _torn_jpeg(),
     b"BM" + b"\xff" * 60, b"II*\x00\xff\xff\xff\xff", b"II*\x00\x08\x00\x00\x00" + b"\xff" * 40,
     b"RIFF\x00\x00\x00\x00WEBPVP8 "],
)  # fmt: skip
def test_what_is_no_photo_is_refused_and_not_kept(tmp_path: Path, content: bytes) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = tmp_path / "会场.jpg"
    source.write_bytes(content)
    with pytest.raises(AppError, match=r"“会场\.jpg”不是能打开的照片"):
        vault.add(source)
    assert _kept(tmp_path) == []


def test_a_photo_of_endless_size_is_refused(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = tmp_path / "炸弹.png"
    Image.new("1", (20000, 20000)).save(source)
    with pytest.raises(AppError, match=r"“炸弹\.png”"):
        vault.add(source)
    assert _kept(tmp_path) == []


def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    folder = tmp_path / "文件夹.jpg"
    folder.mkdir()
    with pytest.raises(AppError, match=r"找不到文件“没有\.jpg”"):
        vault.add(tmp_path / "没有.jpg")
    with pytest.raises(AppError, match=r"“文件夹\.jpg”读不出来（是文件夹）"):
        vault.add(folder)
    with pytest.raises(AppError, match="读不出来（路径太长）"):
        vault.add(tmp_path / ("长" * 300))
    with pytest.raises(AppError, match="读不出来"):
        vault.add(tmp_path / "a\x00b")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    source = tmp_path / "录像.mp4"
    with source.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(AppError, match=r"“录像\.mp4”有 201 MB，最多 200 MB"):
        vault.add(source)


def test_thumbnails_are_made_once_and_only_of_pictures(tmp_path: Path) -> None:
    vault = Vault(DataFolder(tmp_path))
    photo = vault.add(_picture(tmp_path / "会场.jpg", (900, 600)))
    (tmp_path / "表.pdf").write_bytes(b"%PDF")
    paper = vault.add(tmp_path / "表.pdf")
    made = vault.thumbnail(photo.sha256)
    assert made is not None
    with Image.open(BytesIO(made)) as image:
        assert max(image.size) == THUMBNAIL
    kept = vault.thumbnail_path(photo.sha256)
    before = kept.stat().st_mtime_ns
    assert vault.thumbnail(photo.sha256) == made
    assert kept.stat().st_mtime_ns == before
    assert vault.thumbnail(paper.sha256) is None
    assert vault.thumbnail("0" * 64) is None
    assert list(kept.parent.iterdir()) == [kept]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """The child may write at most 100 kB into any file, which fails as a full disk does."""
    if sys.platform != "linux":
        pytest.skip("limits of Linux")
    source = tmp_path / "大.pdf"
    source.write_bytes(os.urandom(300_000))
    code = """
import resource, signal, sys
from pathlib import Path
from app.errors import AppError
from app.paths import DataFolder
from app.store.vault import Vault
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    Vault(DataFolder(Path(sys.argv[1]))).add(Path(sys.argv[2]))
except AppError as error:
    print(error.message)
"""
    said = _child(code, str(tmp_path), str(source))
    assert said == "“大.pdf”没能存进附件（磁盘放不下）。记录没有改动，腾出空间后再添加一次。\n"
    assert _kept(tmp_path) == []


@as_root
def test_a_disk_of_300_kb(tmp_path: Path) -> None:
    source = tmp_path / "大.pdf"
    source.write_bytes(os.urandom(400_000))
    disk = tmp_path / "盘"
    disk.mkdir()
    code = """
import os, subprocess, sys
from pathlib import Path
from app.errors import AppError
from app.paths import DataFolder
from app.store.vault import Vault
try:
    Vault(DataFolder(Path(sys.argv[1]))).add(Path(sys.argv[2]))
except AppError as error:
    print(error.message)
print([path.name for path in Path(sys.argv[1]).rglob('*') if path.is_file()])
"""
    said = _on_small_disk(code, disk, str(source))
    assert said.splitlines() == [
        "“大.pdf”没能存进附件（磁盘满了）。记录没有改动，腾出空间后再添加一次。",
        "[]",
    ]


def _child(code: str, *arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert result.stderr == ""
    return result.stdout


def _on_small_disk(code: str, disk: Path, *arguments: str) -> str:
    mount = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs -o size=300k none "$0" && exec "$@"', str(disk)]
    result = subprocess.run(
        [*mount, sys.executable, "-c", code, str(disk), *arguments],
        capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    if "mount" in result.stderr or "unshare" in result.stderr:
        pytest.skip("no small disk can be mounted here")
    assert result.stderr == ""
    return result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which file is synced")
def test_a_new_folder_is_on_the_disk_under_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(Path(f"/proc/self/fd/{handle}").readlink()))
    vault = Vault(DataFolder(tmp_path))
    source = tmp_path / "表.txt"
    source.write_text("内容", encoding="utf-8")
    place = vault.path(vault.add(source).sha256)
    assert {tmp_path, vault.files, place.parent} <= set(synced)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_a_name_that_is_no_text_is_kept_with_boxes(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe\n\xe7\x94\xb2.txt")
    path.write_text("内容", encoding="utf-8")
    assert Vault(DataFolder(tmp_path)).add(path).name == "□□□甲.txt"
