"""Running a sub-command on the small office, in this process, and what it said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.bootstrap import main
from tests.office import small_office

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ROOT = Path(__file__).parents[1]
# Days of the past, whatever the machine's clock says.
MEETING: dict[str, Any] = {
    "happened_on": "2024-10-12", "topic": "电动车集中充电", "township": "永兴街道",
    "members": ["张伟/县工商联", "陈志明"], "people": {"群众代表": 12},
    "consensus": [{"text": "建充电桩", "task": {"unit": "住建局", "deadline": "2025-03-01"}}],
}  # fmt: skip
VISIT = {"happened_on": "2024-10-13", "name": "走访果农", "members": ["马文军"], "people_served": 20}


@dataclass
class Said:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "数据"
    small_office(folder).store.close()
    return folder


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small office in this process."""

    def call(*arguments: str, folder: Path | None = None) -> Said:
        code = main(["--data", str(folder or data), *arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        for line in said.err.splitlines():
            assert CHINESE.search(line), line
        assert (code == 0) or said.err
        return Said(code, said.out, said.err)

    return call


def json_file(folder: Path, content: Any, name: str = "记录.json") -> str:
    path = folder / name
    raw = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    path.write_bytes(raw)
    return str(path)


def rows_of(data: Path) -> dict[str, int]:
    from app.clock import SystemClock
    from app.paths import DataFolder
    from app.services.office import Office
    from app.store.store import Store

    office = Office(Store(DataFolder(data), write=False), SystemClock())
    with office.store.reading() as session:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type='table'")).all()
        found = {name: session.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names}
    office.store.close()
    return found
