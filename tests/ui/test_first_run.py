"""A first start asks four things, or shows the sample county; nothing half-done is kept."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.dialogs.first_run import FirstRun, area_of, full_name
from app.ui.operations import Operations
from tests.office import MOMENT

ENTER = Qt.Key.Key_Return


class Demo:
    """Stands for the sample county: notes where it was filled, or refuses."""

    def __init__(self) -> None:
        self.threads: list[int] = []
        self.refusal = ""
        self.go = threading.Event()
        self.go.set()

    def fill(self, office: Office) -> str:
        self.go.wait(10)
        self.threads.append(threading.get_ident())
        if self.refusal:
            raise AppError(self.refusal)
        office.records.add("township", [{"name": "永兴街道"}])
        return "filled"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    yield made
    made.store.close()


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def demo() -> Demo:
    return Demo()


@pytest.fixture
def dialog(
    office: Office, operations: Operations, demo: Demo, appearance: Appearance, qtbot: QtBot
) -> FirstRun:
    made = FirstRun(office, operations, demo.fill)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def write(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_four_fields_and_enter_begin(dialog: FirstRun, office: Office, operations: Operations) -> None:
    told: list[object] = []
    dialog.settled.connect(told.append)
    for text in ("示例县政协", "", "示例市政协", "王秀兰"):
        editor = QApplication.focusWidget()
        assert editor is not None
        if text:
            write(editor, text)
        QTest.keyClick(editor, ENTER)
    assert "中国人民政治协商会议示例县委员会" in dialog._full_name.text()
    assert dialog.begin_button.hasFocus()
    QTest.keyClick(dialog.begin_button, ENTER)
    operations.wait()
    kept = Office(office.store, office.clock).settings
    assert (kept.unit_name, kept.level, kept.city_name) == ("示例县政协", "county", "示例市政协")
    assert (kept.clerk, kept.area, kept.set_up) == ("王秀兰", "全县", True)
    assert kept.unit_full_name == "中国人民政治协商会议示例县委员会"
    assert told == [office.settings]
    assert not office.is_fresh
    assert not dialog.isVisible()


def test_what_is_missing_is_said_and_nothing_kept(
    dialog: FirstRun, office: Office, operations: Operations
) -> None:
    write(dialog.fields["clerk"].editor, "王秀兰")
    dialog.begin_button.click()
    operations.wait()
    assert "不能空着" in dialog.fields["unit_name"].problem
    assert "不能空着" in dialog.fields["city_name"].problem
    assert dialog.fields["unit_name"].editor.hasFocus()
    assert dialog.isVisible()
    assert office.is_fresh
    assert dialog.begin_button.isEnabled()


def test_the_sample_county_is_filled_by_the_writing_thread(
    dialog: FirstRun, office: Office, operations: Operations, demo: Demo, qtbot: QtBot
) -> None:
    demo.go.clear()
    told: list[object] = []
    dialog.demo_filled.connect(told.append)
    dialog.demo_button.click()
    assert not dialog.begin_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    demo.go.set()
    operations.wait()
    assert told == ["filled"]
    assert threading.get_ident() not in demo.threads
    assert office.count("township") == 1
    assert not dialog.isVisible()


def test_a_sample_county_that_cannot_be_is_said(
    dialog: FirstRun, office: Office, operations: Operations, demo: Demo
) -> None:
    demo.refusal = "台账里已经有记录，没有动它。"
    dialog.demo_button.click()
    operations.wait()
    assert dialog._remark.text == demo.refusal
    assert dialog.isVisible()
    assert dialog.demo_button.isEnabled()


def test_putting_it_away_keeps_nothing(dialog: FirstRun, office: Office) -> None:
    write(dialog.fields["unit_name"].editor, "示例县政协")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert office.is_fresh


def test_records_make_a_store_anything_but_fresh(office: Office) -> None:
    assert office.is_fresh
    office.records.add("township", [{"name": "永兴街道"}])
    assert not office.is_fresh


@pytest.mark.parametrize(
    ("name", "full", "area"),
    [
        ("示例县政协", "中国人民政治协商会议示例县委员会", "全县"),
        ("示例区政协", "中国人民政治协商会议示例区委员会", "全区"),
        ("示例市政协", "中国人民政治协商会议示例市委员会", "全市"),
        ("某某办公室", "", "全县"),
        ("政协", "", "全县"),
        ("", "", "全县"),
    ],
)
def test_the_full_name_follows_from_the_short_one(name: str, full: str, area: str) -> None:
    assert full_name(name) == full
    assert area_of(name) == area


@pytest.mark.parametrize("wanted", [True, False])
def test_a_password_is_recommended_and_can_be_put_off(
    dialog: FirstRun, operations: Operations, wanted: bool
) -> None:
    told: list[str] = []
    dialog.settled.connect(lambda settings: told.append("settled"))
    operations.changed.connect(lambda: told.append("saved"))
    dialog.protection_wanted.connect(lambda: told.append("password"))
    assert dialog.protect.isChecked()
    dialog.protect.setChecked(wanted)
    for key, text in (("unit_name", "示例县政协"), ("city_name", "示例市政协")):
        write(dialog.fields[key].editor, text)
    dialog.begin_button.click()
    operations.wait()
    assert told == ["settled", "saved", *(["password"] if wanted else [])]
