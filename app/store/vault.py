"""Photos and files beside the store, known by what is in them (SHA-256), with thumbnails."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.disk_trouble import DiskTrouble, trouble_of
from app.errors import AppError, quoted
from app.foreign import picture
from app.foreign.plain_file import NotPlain, TooLarge, content
from app.models.texts import boxed
from app.paths import DataFolder
from app.store.password.cipher import Cipher, content_size, is_whole, sealed_size
from app.store.private_files import make_folder, part_of, read_pieces, sync_folder, write_pieces

LARGEST = 200 * 1024 * 1024
LONGEST_SIDE = 2000
THUMBNAIL = 320
_HASH = re.compile(r"[0-9a-f]{64}")
WHYS: dict[DiskTrouble, str] = {
    DiskTrouble.FULL: "磁盘满了",
    DiskTrouble.TOO_LARGE: "磁盘放不下",
    DiskTrouble.DENIED: "没有权限",
    DiskTrouble.READ_ONLY: "只能看不能写",
    DiskTrouble.UNOPENED: "磁盘没有应答",
    DiskTrouble.GONE: "磁盘可能拔掉了",
    DiskTrouble.NO_FOLDER: "放它的地方不是文件夹",
    DiskTrouble.NO_FILE: "是文件夹",
    DiskTrouble.NAME: "路径太长",
    DiskTrouble.BUSY: "正被别的程序占着",
    DiskTrouble.SILENT: "磁盘没有应答",
    DiskTrouble.OTHER: "磁盘没有应答",
}
"""Why a file could not be taken or kept, in brackets behind its name."""
PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file as the vault keeps it; size in bytes, `new` when its content was not there before."""

    sha256: str
    name: str
    size: int
    picture: bool
    new: bool = False


class Vault:
    """Keeps files by content; the same photo twice takes room once.

    With the store's `key` they lie there sealed, under names that tell nothing. `held` tells which files are
    named outside the store, by what is typed and not saved yet.
    """

    def __init__(
        self,
        folder: DataFolder,
        key: bytes | None = None,
        held: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        self._folder = folder
        self._cipher = None if key is None else Cipher(key)
        self._held = held

    @property
    def files(self) -> Path:
        return self._folder.files

    def name(self, sha256: str) -> str:
        """What a file is called here."""
        return sha256 if self._cipher is None else self._cipher.name(sha256)

    def path(self, sha256: str) -> Path:
        """Where a file lies, sealed or not."""
        name = self.name(sha256)
        return self.files / name[:2] / name

    def has(self, sha256: str) -> bool:
        return self.size(sha256) is not None

    def bytes_of(self, size: int) -> int:
        """How many bytes a file of so many takes here."""
        return size if self._cipher is None else sealed_size(size)

    def size(self, sha256: str) -> int | None:
        """How many bytes a kept file holds; None when there is none, or the text is no hash."""
        if not _HASH.fullmatch(sha256) or not (path := self.path(sha256)).is_file():
            return None
        size = path.stat().st_size
        return size if self._cipher is None else content_size(size)

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """What is in a kept file, piece by piece; raises OSError when it is gone or damaged."""
        path = self.path(sha256)
        return read_pieces(path) if self._cipher is None else self._cipher.opened(path, path.name)

    def read(self, sha256: str) -> bytes:
        """What is in a kept file; raises OSError when it is gone or damaged."""
        return b"".join(self.pieces(sha256))

    def is_intact(self, sha256: str) -> bool:
        """Whether a kept file, and what is in it, is still what it was."""
        found = hashlib.sha256()
        try:
            if self._cipher is not None and not is_whole(self.path(sha256)):
                return False
            for piece in self.pieces(sha256):
                found.update(piece)
        except OSError:
            return False
        return found.hexdigest() == sha256

    def picture(self, sha256: str) -> Path | bytes:
        """What shows a picture: its file, or what is in a sealed one, nothing when that cannot be read."""
        if self._cipher is None:
            return self.path(sha256)
        try:
            return self.read(sha256)
        except OSError:
            return b""

    def remove(self, sha256: str) -> None:
        """Takes a file out that no record names, unless it is held."""
        if sha256 not in self._held():
            with suppress(OSError):  # one too many does no harm, and something else has to be said then
                self.path(sha256).unlink(missing_ok=True)

    def add(self, source: Path, *, original: bool = False) -> StoredFile:
        """Takes a file in: written, synced and renamed before it returns.

        Photos are turned upright and kept at ≤ 2,000 px unless `original`. Raises AppError with a sentence.
        """
        data = self._read(source)
        is_picture = source.suffix.lower() in PICTURES
        if is_picture and not original:
            data = _fitted(data, source.name)
        sha256 = hashlib.sha256(data).hexdigest()
        new = not self.has(sha256)
        try:
            if not self.is_intact(sha256):  # one that decayed gets its content back
                self._write(self.path(sha256), data)
        except OSError as error:
            raise AppError(
                f"“{source.name}”没能存进附件（{_why(error)}）。记录没有改动，腾出空间后再添加一次。"
            ) from None
        return StoredFile(sha256, boxed(source.name), len(data), is_picture, new)

    def thumbnail(self, sha256: str) -> bytes | None:
        """A small PNG of a picture, made on first use; None when it is not one."""
        from app.foreign.worker import Foreign, worker  # not before there is a picture

        path = self.thumbnail_path(sha256)
        with suppress(OSError):  # none yet, or one that the disk lost: another is made
            if self._cipher is None:
                return path.read_bytes()
            return b"".join(self._cipher.opened(path, path.name))
        try:
            _, (made,) = worker().ask(
                "thumbnail", {"most": THUMBNAIL}, [self.read(sha256)], file=Foreign(sha256, "")
            )
            self._write(path, made)
        except (OSError, AppError, ValueError):
            return None
        return made

    def thumbnail_path(self, sha256: str) -> Path:
        """Where the thumbnail lies once it is made."""
        return self._folder.thumbnails / (f"{sha256}.png" if self._cipher is None else self.name(sha256))

    def _read(self, source: Path) -> bytes:
        try:
            return content(source, LARGEST)
        except FileNotFoundError:
            raise AppError(f"找不到文件“{source.name}”。请核对它还在不在原来的地方。") from None
        except TooLarge as error:
            raise AppError(
                f"“{source.name}”有 {error.size // 1024 // 1024} MB，最多 200 MB。请先压缩，再添加。"
            ) from None
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            why = _why(error) if isinstance(error, OSError) else "名称不对"
            raise AppError(f"{quoted(source.name)}读不出来（{why}）。请换一份，或先把它关掉。") from None

    def _write(self, target: Path, data: bytes) -> None:
        make_folder(target.parent)
        pieces = [data] if self._cipher is None else self._cipher.closed([data], target.name)
        write_pieces(part_of(target), pieces)
        part_of(target).replace(target)
        sync_folder(target.parent)


def _fitted(data: bytes, name: str) -> bytes:
    """The photo upright and not larger than it needs to be; unchanged when it already fits."""
    from app.foreign.worker import Foreign, worker  # not before there is a picture

    file = Foreign(name, "请在看图软件里另存成 JPG，再添加。")
    if len(data) > picture.LARGEST:
        raise AppError(f"{quoted(name, 60)}太大，照片最多 60 MB。{file.do}")
    _, made = worker().ask("fitted", {"name": name, "most": LONGEST_SIDE}, [data], file=file)
    return made[0] if made else data


def _why(error: OSError) -> str:
    return "不是文件" if isinstance(error, NotPlain) else WHYS[trouble_of(error)]
