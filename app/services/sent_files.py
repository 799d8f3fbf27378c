"""SentFiles: the files of a 报送 taken out again, byte for byte as they went up."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from app.errors import AppError, quoted
from app.exporters.files import make_folder, new_file
from app.services.submitted import SentFile
from app.store.password.cipher import Broken
from app.store.vault import Vault


class SentFiles:
    """Reads the kept files and writes copies under their names; what is kept is never handed out itself."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def is_intact(self, file: SentFile) -> bool:
        """核对: whether the kept file still has the SHA-256 it was sent with; False when it is gone."""
        return self._vault.is_intact(file.sha256)

    def save(self, file: SentFile, folder: Path) -> Path:
        """A copy in a folder under the file's name, with a number behind it when that is taken.

        Returns where it is; raises AppError when the kept file is not what was sent, or cannot be written.
        """
        return self._write(file, folder, self._bytes(file))

    def lend(self, file: SentFile, folder: Path) -> Path:
        """A copy that can only be read, to be looked at in other programs; made anew each time."""
        place = folder / file.uuid
        data = self._bytes(file)
        target = place / file.name
        try:
            make_folder(place)
            if target.exists():
                if target.read_bytes() == data:
                    return target
                target.chmod(stat.S_IREAD | stat.S_IWRITE)
                target.unlink()
        except OSError:  # still open in another program
            pass
        target = self._write(file, place, data)
        target.chmod(stat.S_IREAD)
        return target

    def _bytes(self, file: SentFile) -> bytes:
        try:
            data = self._vault.read(file.sha256)
        except Broken:
            raise AppError(
                f"存底里的{quoted(file.name)}和报送时不一样了，没有打开。可以从备份里恢复。"
            ) from None
        except OSError:
            raise AppError(f"存底里的{quoted(file.name)}找不到了，可以从备份里恢复。") from None
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise AppError(f"存底里的{quoted(file.name)}和报送时不一样了，没有打开。可以从备份里恢复。")
        return data

    def _write(self, file: SentFile, folder: Path, data: bytes) -> Path:
        name = Path(file.name)
        number = 1
        while True:
            target = folder / (name.name if number == 1 else f"{name.stem}（{number}）{name.suffix}")
            try:
                # Exclusive: a file that is there is never written over, not even between look and write.
                out = new_file(target)
            except FileExistsError:
                number += 1
                continue
            except OSError:
                where = f"文件夹“{folder}”写不进去，换一个再试。"
                raise AppError(f"没能写出{quoted(file.name)}：{where}") from None
            break
        try:
            with out:
                out.write(data)
        except OSError:
            target.unlink(missing_ok=True)
            raise AppError(f"没能写出{quoted(file.name)}：磁盘满了或没有应答。腾出空间再试。") from None
        return target
