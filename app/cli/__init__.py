"""The same work without a window: parse, call a service, print. Never reaches PySide6."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial

from app.cli import (
    adjust,
    backups,
    demo,
    evidence,
    figures,
    history,
    months,
    moving,
    password,
    records,
    reports,
)
from app.cli.command import Command
from app.cli.demo import Opener, without_screen
from app.cli.parsing import Parser, model_key, records_from
from app.cli.password import refuse_missing, unlocked
from app.clock import SAMPLE_MOMENT, FixedClock
from app.errors import AppError, Unsure
from app.paths import DataFolder
from app.store.place import place

__all__ = ["COMMANDS", "parse", "run", "unlocked", "without_screen"]

_LOOK = "{}，做成了没有还看不出来。{}，再用 log 看最近的修改里有没有这一次；没有，再做一次。"

# In the order of the help: one module per topic, each with its own COMMANDS.
TOPICS = (
    demo,
    records,
    figures,
    months,
    reports,
    adjust,
    evidence,
    history,
    backups,
    moving,
    password,
)
COMMANDS: dict[str, Command] = {command.name: command for topic in TOPICS for command in topic.COMMANDS}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Options and sub-command; raises AppError with a sentence, exits 0 after --help."""
    parser = Parser(prog="cppcc-ledger", description="政协履职台账：不带命令就打开窗口。", add_help=False)
    parser.add_argument("-h", "--help", action="help", help="显示用法")
    parser.add_argument("--data", metavar="文件夹", default=None, help="数据文件夹，不写就用默认的")
    words = "设了密码的台账：文件第一行写密码或恢复码"
    parser.add_argument("--password-file", metavar="文件", default=None, help=words)
    commands = parser.add_subparsers(dest="command", parser_class=Parser, metavar="命令")
    for command in COMMANDS.values():
        own = commands.add_parser(command.name, help=command.words, description=command.words, add_help=False)
        own.add_argument("-h", "--help", action="help", help="显示用法")
        command.arguments(own)
    options = parser.parse_args(list(arguments))
    refuse_missing(options)
    return options


def run(options: argparse.Namespace, folder: DataFolder, open_office: Opener) -> int:
    """Carries out one sub-command; what is wrong from the start is said before a store is opened."""
    command = COMMANDS[options.command]
    options.folder = folder
    options.unlock = partial(unlocked, folder, options.password_file)
    if not command.opens_store:
        return command.work(options, None)
    if "kind" in options:
        options.kind = model_key(options.kind)
    if "source" in options:
        options.records = records_from(options.source)
    # Asking for whole numbers is noted in the store.
    writes = getattr(options, "writes", command.writes) or getattr(options, "full", False)
    if not writes:
        _warn(folder)
    office = open_office(folder, write=writes, key=options.unlock())
    if office.settings.demo and not writes:
        office.clock = FixedClock(SAMPLE_MOMENT)  # as in its window; what is added has today's date
    try:
        return command.work(options, office)
    except Unsure as unsure:  # another run is another operation, which would do it twice
        raise AppError(_LOOK.format(unsure.cause, unsure.advice)) from unsure
    finally:
        office.store.close()


def _warn(folder: DataFolder) -> None:
    """Looking does no harm where writing does; whoever looks is told all the same."""
    flaw = place.flaw_of(folder.root)
    if flaw is not None and place.has_store(folder):
        print(flaw.warning, file=sys.stderr)
