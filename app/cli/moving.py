"""The command that takes a store from a stick, a share or a sync folder to a disk of this computer."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.command import Command
from app.clock import SystemClock
from app.errors import AppError


def _move(options: argparse.Namespace, office: None) -> int:
    from app.store.place.moving import Moving

    moved = Moving(options.folder, SystemClock(), options.unlock()).run(Path(options.to))
    print(f"搬好了，连同 {moved.files} 个文件。台账现在在“{moved.folder.root}”。")
    if moved.marked:
        print("原来的留着没动，做了记号；以后打开原来的文件夹，会自动用新的这一份。")
    else:
        print("原来的那里写不进记号：以后请打开新的文件夹，不要再用原来的。")
    if moved.lost:
        names = "、".join(moved.lost[:3])
        lost = f"有 {len(moved.lost)} 处在原来的地方就读不出来（{names}），没有搬过来"
        raise AppError(f"台账搬好了，但{lost}。请到原来的文件夹里看一看，能拷的再拷过来。")
    return 0


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("to", metavar="文件夹", help="本机磁盘上的一个新文件夹")


COMMANDS = (
    Command("move", "把台账连同附件、备份搬到本机的另一个文件夹", _move, _arguments, opens_store=False),
)
