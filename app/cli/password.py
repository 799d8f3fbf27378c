"""Passwords without a window; they come from files, never from the command line, which everybody can see."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.command import Command
from app.clock import SystemClock
from app.errors import AppError
from app.paths import DataFolder, is_there

if TYPE_CHECKING:
    from app.services.passwords import Passwords
    from app.settings import OfficeSettings
    from app.store.password.recovery_code import RecoveryCode

_SECRETS = ("password_file", "old_password_file", "new_file", "code_file")
LONGEST = 4096  # bytes of a file that can only hold a password
_LOCKED = "台账设了密码。请在命令前加 --password-file 文件，文件第一行写密码或恢复码。"
_NO_CODE = (
    "设密码要有恢复码，忘了密码靠它。先用 password recovery --page 恢复码.docx 出一页，打印收好，"
    "再照纸上的把码打进一个文件，用 --code-file 给出。没有改动。"
)


def unlocked(folder: DataFolder, file: str | None) -> bytes | None:
    """The key of a store, None when it needs none; AppError when the password file is lacking or wrong."""
    from app.services.passwords import Passwords

    passwords = Passwords(folder, SystemClock())
    if not passwords.is_locked():
        return None
    if file is None:
        raise AppError(_LOCKED)
    return passwords.open_by(secret_in(file))


def refuse_missing(options: argparse.Namespace) -> None:
    """Raises AppError for a named file of secrets that is not there, also where none is asked for."""
    for option in _SECRETS:
        file = getattr(options, option, None)
        if file is not None and not is_there(Path(file).expanduser()):
            name = f"--{option.replace('_', '-')}"
            raise AppError(f"没有这个文件：“{file}”。请核对 {name} 后面的位置。")


def secret_in(file: str) -> str:
    """The first line of a file, as it stands there."""
    try:
        with Path(file).expanduser().open("rb") as handle:
            raw = handle.read(LONGEST)
        line = raw.decode("utf-8-sig").splitlines()[:1]
    except (OSError, ValueError, RuntimeError):
        raise AppError(f"密码文件“{file}”读不出来。请核对位置；里面的文字要存成 UTF-8。") from None
    if not line or not line[0]:
        raise AppError(f"密码文件“{file}”第一行是空的，请把密码写在第一行。")
    return line[0]


def _work(options: argparse.Namespace, office: None) -> int:
    from app.services.passwords import Passwords

    return _ACTIONS[options.action](options, Passwords(options.folder, SystemClock()))


def _set(options: argparse.Namespace, passwords: Passwords) -> int:
    new = _needed(options.new_file, "--new-file")
    if not passwords.is_locked():
        return _turn_on(options, passwords, new)
    key = _key(options)
    left = passwords.change(key, _whose(options, passwords), new)
    return _said("密码改好了，下次打开用新的。", left)


def _turn_on(options: argparse.Namespace, passwords: Passwords, new: str) -> int:
    if options.code_file is None:
        raise AppError(_NO_CODE)
    code, settings = _code(options), _settings(options, None)
    passwords.turn_on(settings.unit_name, options.name or settings.clerk, new, code)
    print(
        "密码设好了，台账、附件、备份和流水都已加密。恢复码和公章放在一起收好；"
        "U 盘上以前的备份没有加密，请删掉重备。"
    )
    return 0


def _add(options: argparse.Namespace, passwords: Passwords) -> int:
    if not options.name:
        raise AppError("请用 --name 写明是谁的密码。")
    new = _needed(options.new_file, "--new-file")
    passwords.add(_key(options), options.name, new)
    print(f"“{options.name}”有自己的密码了。")
    return 0


def _remove(options: argparse.Namespace, passwords: Passwords) -> int:
    if not options.name:
        raise AppError("请用 --name 写明去掉谁的密码。")
    _key(options)
    return _said(f"“{options.name}”的密码去掉了。", passwords.remove(options.name))


def _clear(options: argparse.Namespace, passwords: Passwords) -> int:
    left = passwords.turn_off(_key(options))
    print("密码取消了，台账、附件、备份和流水都不再加密。")
    if left:
        raise AppError(f"有 {left} 个附件坏了，解不开，留在原处。")
    return 0


def _recovery(options: argparse.Namespace, passwords: Passwords) -> int:
    if options.page is not None:
        return _page(options)
    if options.code_file is None:
        raise AppError("请用 --page 写明恢复码出到哪个文件，或用 --code-file 给出照纸上打的恢复码。")
    left = passwords.renew_code(_key(options), _code(options))
    return _said("恢复码换好了。以前的那张请销毁。", left)


def _said(done: str, left: str) -> int:
    """What was done, and what the old password or code still opens."""
    from app.services.passwords import ELSEWHERE

    print(f"{done}{left}{ELSEWHERE}")
    return 0


def _page(options: argparse.Namespace) -> int:
    """A new code on a page; nothing in the store is changed by it."""
    from app.services.recovery_page import write_page, write_text
    from app.store.password.recovery_code import RecoveryCode

    target, unit = Path(options.page).expanduser(), _settings(options, options.unlock()).unit_name
    write = write_text if target.suffix.lower() == ".txt" else write_page
    print(write(RecoveryCode.new(), unit, SystemClock().now(), target))
    print("打印出来收好，再删掉这个文件。还没有生效：照纸上的把码打进一个文件，用 --code-file 给出。")
    return 0


def _who(options: argparse.Namespace, passwords: Passwords) -> int:
    if not passwords.is_locked():
        print("没有设密码")
        return 0
    access = passwords.access()
    if access is None:
        raise AppError("台账设了密码，可钥匙文件不见了。")
    print(f"有密码的人：{'、'.join(access.names)}")
    print(f"恢复码：{access.code_made_on}")
    return 0


def _settings(options: argparse.Namespace, key: bytes | None) -> OfficeSettings:
    from app.services.office import Office
    from app.store.store import Store

    office = Office(Store(options.folder, write=False, key=key), SystemClock())
    try:
        return office.settings
    finally:
        office.store.close()


def _key(options: argparse.Namespace) -> bytes:
    key: bytes | None = options.unlock()
    if key is None:
        raise AppError("台账没有设密码。要设，用 password set。")
    return key


def _whose(options: argparse.Namespace, passwords: Passwords) -> str:
    if options.name:
        return str(options.name)
    access = passwords.access()
    names = access.names if access is not None else ()
    if len(names) != 1:
        raise AppError(f"有密码的人：{'、'.join(names)}。请用 --name 写明改谁的。")
    return names[0]


def _needed(file: str | None, option: str) -> str:
    if file is None:
        raise AppError(f"请用 {option} 给出一个文件，第一行写新密码。")
    return secret_in(file)


def _code(options: argparse.Namespace) -> RecoveryCode:
    from app.store.password.recovery_code import RecoveryCode

    return RecoveryCode.read(secret_in(options.code_file))


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Passwords], int]] = {
    "set": _set,
    "add": _add,
    "remove": _remove,
    "clear": _clear,
    "recovery": _recovery,
    "who": _who,
}


def _arguments(parser: argparse.ArgumentParser) -> None:
    words = (
        "set 设密码或改密码，add 再加一个人，remove 去掉一个人，clear 取消密码，recovery 恢复码，who 谁有密码"
    )
    parser.add_argument("action", choices=_ACTIONS, metavar="做什么", help=words)
    parser.add_argument("--name", metavar="姓名", help="谁的密码，不写就是填报人，或唯一的那个人")
    parser.add_argument("--new-file", metavar="文件", help="第一行写新密码")
    parser.add_argument("--code-file", metavar="文件", help="第一行照纸上的打恢复码")
    parser.add_argument("--page", metavar="文件", help="新的恢复码出到这里，.docx 或 .txt")


COMMANDS = (Command("password", "设、改、取消密码，换恢复码", _work, _arguments, opens_store=False),)
