"""All that the program makes, anywhere, is for its owner alone, whatever the system would give."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.bootstrap import main, open_office, stop_log
from app.clock import SystemClock
from app.paths import DataFolder
from app.services import passwords
from app.services.list_query import Query
from app.services.own_table import OwnTable
from app.services.passwords import Passwords
from app.services.recovery_page import write_page, write_text
from app.services.sent_files import SentFiles
from app.store.backup.backup import Reason
from app.store.password.recovery_code import RecoveryCode
from app.ui.preferences import Preferences
from tests.commands import VISIT, json_file
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps a home to its owner by itself")


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system that would let everybody read and write."""
    monkeypatch.setattr(passwords.Passwords.__init__, "__defaults__", (CHEAP,))
    before = os.umask(0)
    yield
    os.umask(before)
    stop_log()


def wide_open(root: Path) -> list[str]:
    found = []
    for path in (root, *root.rglob("*")):
        wanted = 0o700 if path.is_dir() else 0o600
        if stat.S_IMODE(path.stat().st_mode) != wanted:
            found.append(f"{path.relative_to(root)} {stat.S_IMODE(path.stat().st_mode):o}")
    return found


def worked(folder: DataFolder, outside: Path, month: int, key: bytes | None = None) -> None:
    """Saved, attached, looked at, typed, backed up here and elsewhere, reported, written out."""
    photo = outside / "现场.png"
    Image.effect_noise((60, 40), 40).save(photo)
    office = open_office(folder, key=key)
    visit = {"happened_on": f"2024-{month:02d}-12", "name": "走访果农", "files": [{"path": str(photo)}]}
    [saved] = office.records.add("visit", [visit], draft=True)
    office.store.vault.thumbnail(saved.values["files"][0]["sha256"])
    saved.values["place"] = "果园"
    office.records.save(saved)
    office.store.unsaved.put("visit-" + "0" * 32, {"words": "打了一半"})
    (outside / "U盘").mkdir(exist_ok=True)
    office.backups.make(Reason.ASKED, outside / "U盘")
    office.submissions.submit(office.calendar.month(2024, month), [photo])
    office.documents.write("visit", saved.uuid, None, outside)
    office.store.close()


def commanded(folder: DataFolder, outside: Path, *options: str) -> None:
    at = ("--data", str(folder.root), *options)
    one = json_file(outside, {"happened_on": "2024-10-13", "name": "走访茶农"}, "一条.json")
    assert main([*at, "add", "visit", "--draft", "--json", one]) == 0
    assert main([*at, "backup"]) == 0
    assert main([*at, "check", "--deep"]) == 0
    assert main([*at, "restore", "1"]) == 0
    assert main([*at, "rebuild"]) == 0
    assert main([*at, "list", "visit", "--full"]) == 0


def test_everything_is_for_its_owner_alone(careless: None, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "家" / "数据")
    outside = tmp_path / "桌面"
    outside.mkdir()
    worked(folder, outside, 7)
    Preferences(folder.appearance).set_export_folder(outside)
    commanded(folder, outside)
    assert wide_open(folder.root) == []
    access = Passwords(folder, SystemClock(), CHEAP)
    key = access.turn_on("示例县政协", "王秀兰", PASSWORD, RecoveryCode.new())
    worked(folder, outside, 8, key)
    file = outside / "密码.txt"
    file.write_text(PASSWORD, encoding="utf-8")
    commanded(folder, outside, "--password-file", str(file))
    file.write_text("another one", encoding="utf-8")
    assert main(["--data", str(folder.root), "--password-file", str(file), "list", "visit"]) == 2
    assert wide_open(folder.root) == []
    assert folder.tries.is_file()
    access.turn_off(key)
    worked(folder, outside, 9)
    assert wide_open(folder.root) == []
    assert {stat.S_IMODE(path.stat().st_mode) for path in outside.glob("*.docx")} == {0o600}


def test_so_is_all_that_is_written_for_a_clerk(careless: None, tmp_path: Path) -> None:
    office, out = small_office(tmp_path / "数据"), tmp_path / "导出" / "十月"
    file = tmp_path / "名单.pdf"
    file.write_bytes(b"%PDF-1.4")
    [saved] = office.records.add("visit", [VISIT | {"files": [{"path": str(file)}]}])
    month = office.calendar.month(2024, 10)
    office.reports.export(month, out / "月报")
    sent = office.submissions.submit(month, [file])
    office.evidence.event("visit", saved.uuid, out / "佐证", full=True)
    office.evidence.month(month, out / "佐证")
    paper = office.documents.write("visit", saved.uuid, None, out / "文书" / "走访.docx", full=True)
    office.opening.template(out / "期初.xlsx")
    office.list_export.write(Query("visit"), out / "台账", full=True)
    office.own_tables.write_into(OwnTable(kind="visit", fields=("name",)), None, out / "自制表", ".docx")
    SentFiles(office.store.vault).save(sent.files[0], out)
    office.store.close()
    for ending, write in ((".docx", write_page), (".txt", write_text)):
        write(RecoveryCode.new(), "示例县政协", MOMENT, (out / "恢复码").with_suffix(ending))
    assert wide_open(out.parent) == []
    assert {path.suffix for path in out.rglob("*")} == {"", ".docx", ".xlsx", ".txt", ".pdf"}
    paper.chmod(0o644)
    write_page(RecoveryCode.new(), "示例县政协", MOMENT, paper)
    assert wide_open(out.parent) == []
