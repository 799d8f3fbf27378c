"""A store in a sync folder, opened in the window: the clerk is told why, and it goes on on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from app.bootstrap import open_office, stop_log
from app.paths import DataFolder
from app.ui import resettling
from app.ui.appearance import Appearance
from app.ui.dialogs.message import MessageDialog
from app.ui.entrance import Entrance, Left
from tests.contents import contents
from tests.office import small_office
from tests.ui.test_entrance import Hands


@pytest.fixture(autouse=True)
def dressed(appearance: Appearance) -> Iterator[None]:
    yield
    stop_log()


@pytest.fixture
def there(tmp_path: Path) -> DataFolder:
    made = tmp_path / "made"
    small_office(made).store.close()
    folder = tmp_path / "OneDrive - 示例县政协" / "台账"
    folder.parent.mkdir()
    made.rename(folder)
    return DataFolder(folder)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual folder of whoever tests."""
    folder = tmp_path / "本机" / "cppcc-ledger"
    monkeypatch.setattr(resettling, "default_folder", lambda: DataFolder(folder))
    return folder


def words_of(dialog: MessageDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_is_copied_and_gone_on_with(there: DataFolder, home: Path, qapp: QApplication) -> None:
    before = contents(there.root)
    said: list[str] = []

    def act(dialog: MessageDialog) -> None:
        said.append(words_of(dialog))
        buttons = {each.text(): each for each in dialog.findChildren(QAbstractButton)}
        (buttons.get("拷到本机") or buttons["知道了"]).click()

    hands = Hands({MessageDialog: act})
    office = Entrance(there, open_office).open()
    assert office.store.folder.root == home
    assert office.count("township") == 3
    office.store.close()
    assert contents(there.root) == before
    assert "OneDrive 的同步文件夹" in said[0]
    assert str(home) in said[0]
    assert "拷好了" in said[-1]
    del hands


def test_whoever_leaves_has_everything_as_it_was(there: DataFolder, home: Path, qapp: QApplication) -> None:
    def act(dialog: MessageDialog) -> None:
        next(each for each in dialog.findChildren(QAbstractButton) if each.text() == "退出").click()

    hands = Hands({MessageDialog: act})
    with pytest.raises(Left):
        Entrance(there, open_office).open()
    assert not home.exists()
    assert not there.moved.exists()
    del hands


def test_another_folder_can_be_chosen(
    there: DataFolder, home: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir(parents=True)
    (home / "别的台账").touch()  # the usual place is taken
    chosen = tmp_path / "D盘"
    chosen.mkdir()
    (chosen / "照片.jpg").touch()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))

    def act(dialog: MessageDialog) -> None:
        buttons = {each.text(): each for each in dialog.findChildren(QAbstractButton)}
        assert "拷到本机" not in buttons
        (buttons.get("选本机的文件夹…") or buttons["知道了"]).click()

    hands = Hands({MessageDialog: act})
    office = Entrance(there, open_office).open()
    assert office.store.folder.root == chosen / "政协履职台账"
    office.store.close()
    del hands


def test_a_new_store_is_not_begun_there(tmp_path: Path, qapp: QApplication) -> None:
    said: list[str] = []

    def act(dialog: MessageDialog) -> None:
        said.append(words_of(dialog))
        dialog.accept()

    hands = Hands({MessageDialog: act})
    with pytest.raises(Left):
        Entrance(DataFolder(tmp_path / "Dropbox" / "台账"), open_office).open()
    assert "没有新建" in said[0]
    assert not (tmp_path / "Dropbox").exists()
    del hands


def test_a_usual_folder_that_cannot_be_looked_into_is_not_offered(
    there: DataFolder, home: Path, qapp: QApplication
) -> None:
    home.parent.mkdir(parents=True)
    home.write_bytes(b"a file")
    offered: list[str] = []

    def act(dialog: MessageDialog) -> None:
        buttons = {each.text(): each for each in dialog.findChildren(QAbstractButton)}
        offered.extend(buttons)
        buttons["退出"].click()

    hands = Hands({MessageDialog: act})
    with pytest.raises(Left):
        Entrance(there, open_office).open()
    hands.rest()
    assert "拷到本机" not in offered
    assert home.read_bytes() == b"a file"
