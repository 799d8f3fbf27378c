"""The first page reminds of a second place for the backups, until there is one or it was put away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.clock import FixedClock
from app.store.backup.backup import Reason
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.home_backup import BackupStrip
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace
from tests.office import MOMENT, small_office


@pytest.fixture
def place(tmp_path: Path, appearance: Appearance) -> Iterator[Workplace]:
    office, operations = small_office(tmp_path / "数据"), Operations()
    office.change_settings({"set_up": True})
    yield Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json"))
    operations.finish()
    office.store.close()


@pytest.fixture
def strip(place: Workplace, qtbot: QtBot) -> BackupStrip:
    made = BackupStrip(place)
    qtbot.addWidget(made)
    made.refresh()
    return made


def test_without_a_second_place_it_leads_to_where_one_is_chosen(strip: BackupStrip, qtbot: QtBot) -> None:
    assert "电脑坏了会一起丢" in strip.text
    with qtbot.waitSignal(strip.open_requested) as asked:
        strip.acted.emit()
    assert asked.args == [PageLink("settings", {"section": "folder"})]


def test_an_old_one_is_named_with_its_days_until_a_backup_got_there(
    strip: BackupStrip, place: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "U盘").mkdir()
    stick = place.office.backups.second_place(tmp_path / "U盘")
    place.preferences.set_backup_folder(stick)
    strip.refresh()
    assert strip.text.startswith("另一处还没有备份。")
    place.preferences.set_backup_copied("台账-0003-20261016-090000-退出")
    strip.refresh()
    assert strip.text.startswith("另一处 12 天没有备份。")
    with qtbot.waitSignal(place.requests.backup_requested):
        strip.acted.emit()
    made = place.office.backups.make(Reason.ASKED)
    place.office.backups.send_to_second(stick)
    place.preferences.set_backup_copied(made.name)
    place.requests.backup_copied.emit()
    assert strip.text == ""


def test_put_away_it_comes_again_after_a_week(strip: BackupStrip, place: Workplace) -> None:
    strip._close.click()
    for days, said in ((0, False), (7, False), (8, True)):
        place.office.clock = FixedClock(MOMENT + timedelta(days=days))
        strip.refresh()
        assert bool(strip.text) == said, days
    assert place.preferences.backup_put_off == datetime(2026, 10, 28, 14, 3)


@pytest.mark.parametrize("values", [{"set_up": False}, {"demo": True}])
def test_a_new_office_and_the_sample_county_are_left_alone(
    strip: BackupStrip, place: Workplace, values: dict[str, bool]
) -> None:
    place.office.change_settings(values)
    strip.refresh()
    assert strip.text == ""
