"""A folder that is there whole or not at all: filled beside its place, then put there under a free name."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from app.errors import AppError
from app.exporters.files import make_folder, unique_path


def begun(out: Path, name: str) -> tuple[Path, Path]:
    """The free name the folder is to get below `out`, and the hidden folder to fill; raises AppError."""
    try:
        make_folder(out)
        final = unique_path(out, name)
        folder = (
            out / f".~{final.name}.{secrets.token_hex(3)}"
        )  # longer than its name later: paths fit then too
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise AppError(f"“{out}”里建不了文件夹。请看看磁盘是不是满了，或换一个文件夹。") from error
    return final, folder


def finished(folder: Path, final: Path) -> Path:
    """Gives a filled folder its name, the next free one when somebody took it meanwhile; the path it got."""
    while True:
        try:
            if os.name != "nt":
                final.mkdir(0o700)  # taken first: a rename on Linux would go over another's empty folder
            folder.rename(final)
        except FileExistsError:
            final = unique_path(final.parent, final.name)
        except OSError as error:
            raise AppError(f"“{final.name}”没能放进“{final.parent}”。请换一个文件夹再试一次。") from error
        else:
            return final
