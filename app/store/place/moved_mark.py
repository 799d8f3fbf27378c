"""MovedMark: what is left where a store was taken away from, so that the old one is not gone on with."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from app.errors import AppError
from app.paths import DataFolder
from app.store.private_files import part_of, write_new

_MOVES = 9  # one after the other; marks that lead in a circle end there


@dataclass(frozen=True, slots=True)
class MovedMark:
    """`to` is the folder it went to, `day` when; `token` stands in both, as folders of other offices may be
    called the same on another computer."""

    to: str
    day: str
    token: str

    @property
    def words(self) -> str:
        """A sentence for whoever opens the old one."""
        return (
            f"这里的台账 {self.day} 搬到“{self.to}”去了，那一份才是现在用的，这一份没有打开。"
            "那一份在别的电脑上的，请到那台电脑上用；真要接着用这一份，先删掉这里的“已搬走.json”。"
        )

    def keep(self, path: Path, words: str = "") -> None:
        """With something to read for whoever opens the file; raises OSError."""
        text = json.dumps(asdict(self) | {"words": words}, ensure_ascii=False, indent=1)
        write_new(part_of(path), text.encode("utf-8", "surrogatepass"))
        part_of(path).replace(path)


def read_mark(path: Path) -> MovedMark | None:
    """None when there is none, or it is no mark."""
    try:
        data = json.loads(path.read_bytes())
        return MovedMark(str(data["to"]), str(data["day"]), str(data["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def refuse_moved(folder: DataFolder) -> None:
    """Raises AppError for a folder whose store is gone on with elsewhere."""
    mark = read_mark(folder.moved)
    if mark is not None:
        raise AppError(mark.words)


def now_at(folder: DataFolder) -> DataFolder:
    """Where the store of a folder is now: the same, or where it was moved to on this computer."""
    for _ in range(_MOVES):
        there = _moved_to(folder)
        if there is None:
            break
        folder = there
    return folder


def _moved_to(folder: DataFolder) -> DataFolder | None:
    mark = read_mark(folder.moved)
    if mark is None:
        return None
    there = DataFolder(Path(mark.to))
    try:
        came = read_mark(there.origin)
        if came is not None and came.token == mark.token and there.store.exists():
            return there
    except (OSError, ValueError):
        pass
    return None
