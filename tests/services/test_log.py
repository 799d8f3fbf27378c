"""The log of the office: every line says what was done in words of the clerk."""

from __future__ import annotations

from pathlib import Path

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.store.store import Store
from tests.office import MOMENT, small_office


def test_a_restore_says_from_which_backup(tmp_path: Path) -> None:
    office = small_office(tmp_path / "台账")
    office.backups.make()
    office.store.close()
    data = DataFolder(tmp_path / "台账")
    BackupRestoring(data, FixedClock(MOMENT)).restore(Path("1"))
    office = Office(Store(data), FixedClock(MOMENT))
    said = office.log.latest(1)[0].sentence
    office.store.close()
    assert said == f"从第 1 号备份恢复了台账（{MOMENT:%Y-%m-%d %H:%M} 做的）"


def test_settings_are_called_as_on_their_page_and_marks_of_the_program_are_not_told(tmp_path: Path) -> None:
    office = small_office(tmp_path / "台账")
    office.change_settings({"phone": "0938-0000000", "set_up": True, "clerk": "王秀兰"})
    assert office.log.latest(1)[0].sentence == "改了设置：填报人、联系电话"
    office.change_settings({"set_up": False})
    assert office.log.latest(1)[0].sentence == "改了设置"
