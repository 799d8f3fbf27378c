"""The next release reshapes the tables of a filled store: backed up, noted, and too new for this one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.errors import AppError
from app.paths import DataFolder
from app.store.connection import FORMAT, open_connection
from app.store.store import Store
from tests.office import small_office
from tests.store.test_schema import ROOT, _Release, _replace

STEP = '''
"""Everybody who takes part has a weight."""
import sqlalchemy as sa
from app.store.migrations.step import Step

def _weigh(op):
    with op.batch_alter_table("attendance", recreate="always") as batch:
        batch.add_column(sa.Column("weight", sa.Integer(), nullable=False, server_default="1"))

WEIGHT = Step({format}, "weight", _weigh, {{"attendance": ["weight"]}})
'''


@pytest.fixture
def release(tmp_path: Path) -> _Release:
    """An office of this release, and the next one, whose attendance has a column that cannot be added."""
    made = _Release(tmp_path / "program", tmp_path / "office")
    for name in ("app", "resources"):
        ignored = shutil.ignore_patterns("__pycache__", "ui", "demo", "icons", "make")
        shutil.copytree(ROOT / name, made.program / name, ignore=ignored)
    steps = made.program / "app" / "store" / "migrations"
    (steps / "weight.py").write_text(STEP.format(format=FORMAT), encoding="utf-8")
    _replace(
        steps / "__init__.py",
        "import Step\n",
        "import Step\nfrom app.store.migrations.weight import WEIGHT\n",
    )
    _replace(steps / "__init__.py", "STEPS: tuple[Step, ...] = (", "STEPS: tuple[Step, ...] = (WEIGHT,")
    _replace(
        made.program / "app" / "models" / "activity.py",
        "    sector: Mapped[str | None] = mapped_column(String(40))\n",
        "    sector: Mapped[str | None] = mapped_column(String(40))\n"
        "    weight: Mapped[int] = mapped_column(Integer, default=1)\n",
    )
    office = small_office(made.data)
    visit = {"name": "走访果农", "happened_on": "2026-10-12", "people_served": 3}
    office.records.add("visit", [visit | {"members": ["马文军", "陈志明"]}])
    office.store.close()
    return made


def test_a_release_with_a_step_takes_over_and_this_one_steps_back(release: _Release) -> None:
    later = {"name": "后来的走访", "happened_on": "2026-10-13", "people_served": 1, "members": ["马文军"]}
    listed, added, checked, backups = release.run(
        ["list", "visit", "--json"],
        release.add("visit", later),
        ["check", "--deep"],
        ["backups", "--json"],
    )
    assert [row["title"] for row in listed.json] == ["走访果农"]
    assert (added.code, added.err) == (0, "")
    assert (checked.code, checked.err) == (0, "")
    assert [backup["reason"] for backup in backups.json][-1] == "升级前"
    connection = open_connection(DataFolder(release.data).store, None, write=False)
    noted = connection.execute("SELECT data FROM change WHERE action='extend'").fetchall()
    weights = connection.execute("SELECT weight FROM attendance").fetchall()
    assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    assert [json.loads(row[0])["added"] for row in noted] == [[f"format {FORMAT + 1}: weight"]]
    assert weights == [(1,), (1,), (1,)]
    before = DataFolder(release.data).store.read_bytes()
    with pytest.raises(AppError, match="更新的版本写的"):
        Store(DataFolder(release.data))
    assert DataFolder(release.data).store.read_bytes() == before
