"""Where things lie: the office's data folder, and what the program brings along."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
STORE_NAME = "台账.db"
KEYRING_NAME = "钥匙.json"


@dataclass(frozen=True)
class DataFolder:
    """One office's folder: the store, its files by content hash, backups, logs, own templates and layouts."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / STORE_NAME

    @property
    def lock(self) -> Path:
        return self.root / ".lock"

    @property
    def window_lock(self) -> Path:
        return self.root / ".window.lock"

    @property
    def bell(self) -> Path:
        return self.root / ".window"

    @property
    def files(self) -> Path:
        return self.root / "附件"

    @property
    def thumbnails(self) -> Path:
        return self.root / "附件" / ".缩略图"

    @property
    def unsaved(self) -> Path:
        return self.root / "暂存"

    @property
    def backups(self) -> Path:
        return self.root / "备份"

    @property
    def journal(self) -> Path:
        return self.root / "流水"

    @property
    def logs(self) -> Path:
        return self.root / "日志"

    @property
    def layouts(self) -> Path:
        return self.root / "表样"

    @property
    def templates(self) -> Path:
        return self.root / "模板"

    @property
    def keyring(self) -> Path:
        return self.root / KEYRING_NAME

    @property
    def keyring_copy(self) -> Path:
        return self.backups / KEYRING_NAME

    @property
    def tries(self) -> Path:
        return self.root / ".试错.json"

    @property
    def staging(self) -> Path:
        return self.root / ".换密码"

    @property
    def stamp(self) -> Path:
        return self.root / ".核对.json"

    @property
    def scratch(self) -> Path:
        return self.root / ".临时"

    @property
    def moved(self) -> Path:
        return self.root / "已搬走.json"

    @property
    def origin(self) -> Path:
        return self.root / ".来处.json"

    @property
    def appearance(self) -> Path:
        return self.root / "界面.json"


def default_folder() -> DataFolder:
    """The folder used when none is named: the user's own data folder, local, never roaming."""
    from platformdirs import user_data_path

    return DataFolder(user_data_path("cppcc-ledger", appauthor=False))


def documents_folder() -> Path:
    """Where exports go unless told otherwise."""
    from platformdirs import user_documents_path

    return user_documents_path() / "政协履职台账"


def is_there(path: Path) -> bool:
    """Whether there is anything of that name, as far as anybody may look: pathlib raises for a bad disk."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """As `is_there`, of a folder."""
    return os.path.isdir(path)  # noqa: PTH112
