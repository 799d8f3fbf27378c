"""The sample county: filled on request, and done as a whole where there is no screen."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from app.cli.command import Command
from app.cli.months import export
from app.paths import DataFolder
from app.services.office import Office

WITHOUT_SCREEN = "示例县2026年10月材料"
DEMO_MONTH = "2026-10"


class Opener(Protocol):
    """How a store is opened; bootstrap gives it."""

    def __call__(self, folder: DataFolder, *, write: bool = True, key: bytes | None = None) -> Office: ...


def without_screen(here: Path, open_office: Opener) -> int:
    """No screen: says so and does the sample county's month into a folder, with the commands it used."""
    out = here / WITHOUT_SCREEN
    data = out / "数据"
    print(f"这里没有显示器，窗口打不开，改为把示例县 {DEMO_MONTH} 的材料做到“{out}”里。")
    command = f'python3 dev.py run --data "{data}"'
    folder = DataFolder(data)
    office = open_office(folder)
    try:
        if not office.settings.demo:
            print(f"{command} demo")
            _fill(office)
        print(f'{command} export --period {DEMO_MONTH} --out "{out}"')
        for path in export(office, DEMO_MONTH, out):
            print(path)
    finally:
        office.store.close()
    return 0


def _demo(options: argparse.Namespace, office: Office) -> int:
    for label, count in _fill(office).items():
        print(f"{label} {count} 条")
    return 0


def _fill(office: Office) -> Mapping[str, int]:
    from app.models import model_of
    from app.services.demo import fill

    summary = fill(office)
    return {model_of(kind).kind.label: count for kind, count in summary.counts.items()}


COMMANDS = (Command("demo", "往空的台账里填示例县的数据", _demo, writes=True),)
