"""An encrypted office goes through its main actions; nothing of it is to be seen in its folder."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.exc import IntegrityError

from app.bootstrap import main, open_office, stop_log
from app.clock import SystemClock
from app.paths import DataFolder
from app.services import passwords
from app.services.passwords import Passwords
from app.store.backup.backup import Reason
from app.store.password.recovery_code import RecoveryCode
from app.ui.appearance import Appearance
from app.ui.entrance import Entrance
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.commands import json_file
from tests.store.cheap import CHEAP

NAME, PHONE, ID_NUMBER = "欧阳鹳翎", "13987654321", "530102198001011234"
PASSWORD, WRONG = "kanaliniao-5309", "chaibuduo-5309x"
PLACE = "鹳翎村水库边"
CODE = RecoveryCode.new()
CANARIES = (NAME, PHONE, ID_NUMBER, PLACE, PASSWORD, WRONG, CODE.secret, str(CODE))
WORDS = f"{NAME}来访，电话 {PHONE}，身份证 {ID_NUMBER}，住在{PLACE}。"


@pytest.fixture
def used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, appearance: Appearance, qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> tuple[DataFolder, str]:  # fmt: skip
    """The folder after everything was done in it once, and all that was said meanwhile."""
    monkeypatch.setattr(passwords.Passwords.__init__, "__defaults__", (CHEAP,))
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)  # what a careless system gives
    system = tmp_path / "系统临时"
    system.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(system))
    try:
        folder = DataFolder(tmp_path / "数据")
        key = found(folder, tmp_path)
        services(folder, key, tmp_path)
        commands(folder, tmp_path)
        window(folder, key, tmp_path, appearance)
        assert not list(system.rglob("*"))
    finally:
        os.umask(before)
        stop_log()
    said = capsys.readouterr()
    return folder, said.out + said.err


def found(folder: DataFolder, outside: Path) -> bytes:
    """Plain at first, with something in it and a backup; then it gets a password."""
    office = open_office(folder)
    office.change_settings(
        {"unit_name": "示例县政协", "city_name": "示例市政协", "clerk": NAME, "set_up": True}
    )
    office.records.add("township", [{"name": "永兴街道"}])
    office.records.add("person", [{"name": NAME, "phone": PHONE}])
    attached(office, outside, "先前")
    office.backups.make(Reason.ASKED)
    office.store.unsaved.put("visit-" + "0" * 32, {"words": WORDS})
    office.store.close()
    return Passwords(folder, SystemClock(), CHEAP).turn_on("示例县政协", "填报人", PASSWORD, CODE)


def attached(office: Any, outside: Path, name: str) -> Any:
    paper, photo = outside / f"{name}{NAME}.txt", outside / f"{name}.png"
    paper.write_text(WORDS * 30, encoding="utf-8")
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", PHONE)
    Image.effect_noise((60, 40), 40).save(photo, pnginfo=note)
    files = [{"path": str(paper), "caption": NAME}, {"path": str(photo)}]
    visit = {"happened_on": "2026-10-12", "name": f"走访{NAME}", "place": PLACE, "files": files}
    [saved] = office.records.add("visit", [visit], draft=True)
    for entry in saved.values["files"]:
        office.store.vault.thumbnail(entry["sha256"])
    return saved


def services(folder: DataFolder, key: bytes, outside: Path) -> None:
    """Saving, deleting, reporting, exporting, backing up, and what is typed and not saved."""
    office = open_office(folder, key=key)
    saved = attached(office, outside, "后来")
    saved.values["name"] = f"再访{NAME}"
    office.records.save(saved)
    office.records.delete("visit", [attached(office, outside, "删掉").uuid])
    office.submissions.submit(office.calendar.month(2024, 9), [outside / f"先前{NAME}.txt"])
    out = outside / "导出"
    out.mkdir()
    office.documents.write("visit", saved.uuid, None, out)
    office.reports.export(office.calendar.month(2026, 10), out)
    office.evidence.event("visit", saved.uuid, out, lambda *_: None)
    office.store.unsaved.put("visit-" + "1" * 32, {"words": WORDS})
    (outside / "U盘").mkdir()
    office.backups.make(Reason.ASKED, outside / "U盘")
    office.store.close()


def commands(folder: DataFolder, outside: Path) -> None:
    """The same by commands, right and wrong, one that meets a bug of ours among them."""
    right, wrong = outside / "密码", outside / "错"
    right.write_text(PASSWORD, encoding="utf-8")
    wrong.write_text(WRONG, encoding="utf-8")
    person = json_file(outside, {"name": NAME, "phone": PHONE})
    at = ("--data", str(folder.root), "--password-file")
    assert main([*at, str(right), "add", "person", "--json", person]) == 0
    assert main([*at, str(right), "backup"]) == 0
    assert main([*at, str(right), "check", "--deep"]) == 0
    assert main([*at, str(wrong), "kinds"]) == 0
    assert main([*at, str(wrong), "list", "visit"]) == 2
    assert main([*at, str(right), "restore", "1"]) == 0
    breaking = pytest.MonkeyPatch()
    with breaking.context() as patch:
        patch.setattr("app.services.records.Records.add", broken)
        assert main([*at, str(right), "add", "person", "--json", person]) == 1


def broken(*values: object, **more: object) -> None:
    """As badly as can be: everything in the messages, one error behind the other."""
    try:
        raise KeyError(PHONE, PASSWORD)
    except KeyError as error:
        raise FileNotFoundError(2, WORDS, NAME) from IntegrityError(f"INSERT {WORDS}", {"n": NAME}, error)


def window(folder: DataFolder, key: bytes, outside: Path, appearance: Appearance) -> None:
    """A window is opened, gone through and closed."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    office = Entrance(folder, open_office, key).open()
    program = Program(app, appearance, office, Preferences(folder.appearance))
    program.place.preferences.set_export_folder(outside)
    shown: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "app.ui.dialogs.crash.CrashDialog.__init__", lambda dialog, parent, text: shown.append(text)
        )
        patch.setattr("app.ui.dialogs.crash.CrashDialog.exec", lambda dialog: 0)
        program.operations.run(broken)
        program.operations.wait()
    assert "test_canaries.py" in shown[0]
    assert not [canary for canary in CANARIES if canary in shown[0]]
    for link in (PageLink("month"), PageLink("visit"), PageLink("settings", {"section": "security"})):
        program.window.go(link)
        program.operations.wait()
    program.window.hide()
    program.close()
    program.window.deleteLater()
    QApplication.processEvents()


def test_it_is_used_without_leaving_a_trace(used: tuple[DataFolder, str]) -> None:
    folder, said = used
    nowhere_in(folder)
    nobody_else_may_look(folder)
    for canary in (PASSWORD, WRONG, CODE.secret, str(CODE), PHONE, ID_NUMBER):
        assert canary not in said
    assert (folder.logs / "程序.log").is_file()
    assert not folder.scratch.exists()
    log = (folder.logs / "程序.log").read_text(encoding="utf-8")
    assert "builtins.FileNotFoundError ENOENT" in log
    assert "test_canaries.py" in log


def nowhere_in(folder: DataFolder) -> None:
    """Neither in a name nor in a byte, in any way it might be written."""
    written = {canary: ways(canary) for canary in CANARIES}
    seen = 0
    for path in folder.root.rglob("*"):
        inside = path.relative_to(folder.root).as_posix()
        raw = path.read_bytes() if path.is_file() else b""
        packed = unpacked(raw)
        for canary, forms in written.items():
            assert canary not in inside
            assert not [form for form in forms if form in raw or form in packed], (inside, canary)
        assert b"SQLite format 3" not in raw, inside
        seen += path.is_file()
    assert seen > 20


def unpacked(raw: bytes) -> bytes:
    """What zlib has packed anywhere in a file."""
    found = []
    for place in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", raw):
        with suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(raw[place.start() :]))
    return b"".join(found)


def ways(text: str) -> list[bytes]:
    escaped = text.encode("ascii", "backslashreplace")
    codecs = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
    return list({*(text.encode(codec) for codec in codecs), escaped})


def nobody_else_may_look(folder: DataFolder) -> None:
    if os.name != "posix":
        return
    for path in (folder.root, *folder.root.rglob("*")):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path.relative_to(folder.root)
