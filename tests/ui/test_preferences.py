"""What a machine chose for itself is kept, and a damaged file never stops the program."""

import json
from pathlib import Path

import pytest

from app.ui.appearance import Appearance
from app.ui.preferences import Preferences
from app.ui.theme import Look


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "界面.json"


def test_choices_come_back(path: Path, appearance: Appearance, tmp_path: Path) -> None:
    appearance.set_look(Look.CONTRAST)
    appearance.set_base(14)
    preferences = Preferences(path)
    preferences.take(appearance)
    preferences.set_export_folder(tmp_path)
    preferences.set_columns("meeting", ["name", "happened_on"])
    again = Preferences(path)
    assert (again.look, again.base_pt, again.export_folder) == (Look.CONTRAST, 14, tmp_path)
    assert again.columns("meeting") == ("name", "happened_on")
    assert again.columns("visit") is None


def test_a_first_start_has_nothing_to_say(path: Path) -> None:
    preferences = Preferences(path)
    assert (preferences.look, preferences.base_pt, preferences.export_folder) == (Look.LIGHT, None, None)
    assert not path.exists()


def test_following_writes_each_change(path: Path, appearance: Appearance) -> None:
    preferences = Preferences(path)
    preferences.follow(appearance)
    appearance.set_look(Look.DARK)
    appearance.enlarge()
    assert json.loads(path.read_text(encoding="utf-8")) == {"look": "dark", "base_pt": 12}


def test_a_list_can_go_back_to_its_own_columns(path: Path) -> None:
    preferences = Preferences(path)
    preferences.set_columns("visit", ["name"])
    preferences.set_columns("visit", None)
    assert Preferences(path).columns("visit") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00broken",
        b"[1, 2]",
        b"[" * 100_000,
        b'{"look": 7, "base_pt": "12", "export_folder": 3, "columns": []}',
        b'{"look": "pink", "base_pt": 11, "export_folder": "/no/such", "columns": {"visit": "name"}}',
        b'{"look": null, "base_pt": true, "export_folder": "a\\u0000b", "columns": {"visit": [1]}}',
    ],
)
def test_damage_means_the_defaults(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    preferences = Preferences(path)
    assert (preferences.look, preferences.base_pt, preferences.export_folder) == (Look.LIGHT, None, None)
    assert preferences.columns("visit") is None
    preferences.set_columns("visit", ["name"])
    assert Preferences(path).columns("visit") == ("name",)


def test_what_a_newer_program_wrote_stays(path: Path) -> None:
    path.write_text('{"look": "dark", "sound": "bell"}', encoding="utf-8")
    Preferences(path).set_columns("visit", ["name"])
    assert json.loads(path.read_text(encoding="utf-8"))["sound"] == "bell"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "gone" / "界面.json")
    preferences.set_columns("visit", ["name"])
    assert preferences.columns("visit") == ("name",)
    assert not (tmp_path / "gone").exists()


def test_nothing_is_left_beside(path: Path) -> None:
    preferences = Preferences(path)
    preferences.set_columns("visit", ["name"])
    assert [found.name for found in path.parent.iterdir()] == ["界面.json"]


def test_the_second_place_of_backups_is_remembered_even_when_it_is_not_there(path: Path) -> None:
    preferences = Preferences(path)
    assert (preferences.backup_folder, preferences.backup_copied) == (None, "")
    preferences.set_backup_folder(Path("/没有/U盘"))
    preferences.set_backup_copied("台账-0003-20261016-090000-退出")
    again = Preferences(path)
    assert (again.backup_folder, again.backup_copied) == (Path("/没有/U盘"), "台账-0003-20261016-090000-退出")
    again.set_backup_folder(None)
    assert (Preferences(path).backup_folder, Preferences(path).backup_copied) == (None, "")
    path.write_text('{"backup_folder": 3, "backup_copied": [1]}', encoding="utf-8")
    assert (Preferences(path).backup_folder, Preferences(path).backup_copied) == (None, "")
