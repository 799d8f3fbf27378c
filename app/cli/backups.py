"""Commands of safekeeping: backing up, what backups there are, restoring one, checking the store."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.command import Command
from app.cli.parsing import json_argument, print_json
from app.clock import SystemClock
from app.errors import AppError
from app.services.office import Office

if TYPE_CHECKING:
    from app.store.password.keyring import Keyring


def _backup(options: argparse.Namespace, office: Office) -> int:
    from app.services.backup_words import line

    to = Path(options.to).expanduser() if options.to else None
    made = office.backups.make(to=to, closely=True)
    print(line(made))
    if to is not None:
        print(to / f"{made.name}.db")
        _warn_same_disk(options.folder.root, to)
    if made.missing:
        lost = f"有 {len(made.missing)} 个附件早已不在或坏了，没有备上"
        raise AppError(f"备份做好了，但{lost}。用 check --deep 可以看到是哪些。")
    return 0


def _warn_same_disk(root: Path, to: Path) -> None:
    """A stick that is not plugged in leaves its empty folder on this disk."""
    from app.store.place.disks import is_same_disk

    if is_same_disk(root, to):
        said = f"“{to}”和台账在同一块磁盘上，磁盘坏了会一起丢。要拷到 U 盘的，看看插好没有，再备份一次。"
        print(said, file=sys.stderr)


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="文件夹", help="再拷一份到这里，别的磁盘或 U 盘上的文件夹")


def _backups(options: argparse.Namespace, office: None) -> int:
    from app.services.backup_words import line
    from app.store.backup.folder import BackupFolder

    folder = BackupFolder(options.folder.backups)
    found = folder.all()
    if options.json:
        return print_json(
            [
                {"number": b.number, "made_at": b.made_at.isoformat(), "reason": b.reason,
                 "file": str(folder.file_of(b)), "program": b.program, "encrypted": b.encrypted,
                 "size": b.size, "change": b.facts.change, "files": len(b.held), "missing": len(b.missing)}
                for b in found
            ]
        )  # fmt: skip
    for each in found:
        print(line(each))
    print(f"共 {len(found)} 份，在“{folder.path}”里")
    return 0


def _restore(options: argparse.Namespace, office: None) -> int:
    from app.services.backup_restoring import BackupRestoring

    restoring = BackupRestoring(options.folder, SystemClock(), options.unlock(), partial(_ask, options))
    file = Path(options.file).expanduser()
    if options.dry_run:
        prospect = restoring.look(file, _step)
        _tell(prospect)
        print(end=_line(prospect.around.before))
        print("只看，没有恢复。")
        return 0
    done = restoring.restore(file, _step)
    _tell(done)
    if done.aside is not None:
        print(f"换下来的台账在“{done.aside}”。")
    print(f"恢复好了，台账现在是 {done.backup.made_at:%Y-%m-%d %H:%M} 的。")
    print(end=_line(done.around.after))
    return 0


def _ask(options: argparse.Namespace, keyring: Keyring) -> bytes:
    """The key of a backup under another one."""
    from app.cli.password import secret_in
    from app.services.passwords import key_of

    file = options.old_password_file or options.password_file
    if file is None:
        raise AppError("这份备份设了密码。请加 --old-password-file 文件，第一行写做备份时的密码或恢复码。")
    return key_of(keyring, secret_in(file))


def _tell(found: Any) -> None:
    from app.services.backup_words import line

    print(f"{line(found.backup)}，核对过，是好的。")
    print(found.loss.sentence)
    for each in found.loss.newest:
        print(f"  {each.sentence}")
    if found.absent:
        print(f"有 {found.absent} 个附件哪里都没有了。")


def _line(words: str) -> str:
    return f"{words}\n" if words else ""


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="备份", help="备份的 .db 文件，或它在 backups 里的编号")
    words = "备份用的是另一个密码时：文件第一行写做备份时的密码或恢复码"
    parser.add_argument("--old-password-file", metavar="文件", help=words)
    parser.add_argument("--dry-run", action="store_true", help="只核对这份备份、看会少什么，不恢复")


def _rebuild(options: argparse.Namespace, office: None) -> int:
    from app.services.rebuilding import Rebuilding

    rebuilding = Rebuilding(options.folder, SystemClock(), options.unlock())
    if options.dry_run:
        print(rebuilding.look(_step).sentence)
        print("只看，没有动台账。")
        return 0
    done = rebuilding.rebuild(_step)
    if done.aside is not None:
        print(f"换下来的台账在“{done.aside}”。")
    print(f"台账找回来了：{done.sentence}")
    return 0


def _rebuild_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="只试一遍、看能找回到什么时候，不动台账")


def _check(options: argparse.Namespace, office: None) -> int:
    from app.services.store_check import StoreCheck

    found = StoreCheck(options.folder, options.unlock(), _step).run(deep=options.deep)
    print(f"看过：{'、'.join(found.looked)}。")
    for noted in found.noted:
        print(f"{noted}。")
    if not found.is_sound:
        lines = "".join(f"{wrong}。\n" for wrong in found.wrong)
        advice = "请先不要录入，用 rebuild 从备份和流水找回，或用 backups 列出备份，用 restore 恢复"
        raise AppError(f"{lines}查出 {len(found.wrong)} 种问题，什么都没有改动。{advice}。")
    print("没有发现问题。")
    return 0


def _step(done: int, total: int, words: str) -> None:
    """For whoever waits in front of a screen."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{words} {done}/{total}" if done + 1 < total else "\r\033[K")
        sys.stderr.flush()


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--deep", action="store_true", help="每条记录、修改记录、附件、索引都核对，要久一些")


COMMANDS = (
    Command("backup", "备份台账和附件", _backup, _backup_arguments),
    Command("backups", "列出备份", _backups, json_argument, opens_store=False),
    Command("restore", "从一份备份恢复，换下来的台账留着", _restore, _restore_arguments, opens_store=False),
    Command("rebuild", "台账丢了或坏了，用备份和流水找回", _rebuild, _rebuild_arguments, opens_store=False),
    Command("check", "检查台账有没有损坏", _check, _check_arguments, opens_store=False),
)
