"""The settings are kept by one key, refuse what cannot be, and ask before they are left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models.system import Change
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages import settings_page as module
from app.ui.pages.page import PageLink
from app.ui.pages.settings_page import NOTHING, SettingsPage
from app.ui.window import MainWindow
from tests.office import small_office
from tests.ui.pages.settings_desk import (
    CONTROL,
    field,
    fill,
    focused,
    let_go,
    page_of,
    save,
    settings_window,
    write,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.finish()


@pytest.fixture
def window(
    office: Office, operations: Operations, appearance: Appearance, qtbot: QtBot
) -> Iterator[MainWindow]:
    made = settings_window(office, operations, appearance)
    qtbot.addWidget(made, before_close_func=let_go)
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or each window slows the next one


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    return page_of(window)


def written(office: Office) -> list[str]:
    with office.store.reading() as session:
        return list(session.scalars(select(Change.action).order_by(Change.id)))


def test_a_change_is_kept_by_one_key(page: SettingsPage, office: Office, window: MainWindow) -> None:
    told: list[object] = []
    page.texts_changed.connect(told.append)
    clerk = fill(page, "clerk", "李桂芳")
    assert clerk.editor.property("altered") is True
    save(page)
    assert office.settings.clerk == "李桂芳"
    assert Office(office.store, office.clock).settings.clerk == "李桂芳"
    assert clerk.editor.property("altered") is None
    assert told == [office.settings]
    assert window.status._cells["saved"] == "已保存 14:03"
    assert office.records.by == "李桂芳"


def test_an_untouched_page_never_writes(page: SettingsPage, office: Office, window: MainWindow) -> None:
    before = written(office)
    for key in page.sections:
        page.show_section(key)
    save(page)
    page.save()
    page._operations.wait()
    assert written(office) == before
    assert not window.menus.action("save").isEnabled()
    assert page.save_button.statusTip() == NOTHING
    assert page.can_leave()


def test_typing_back_what_was_there_is_no_change(page: SettingsPage) -> None:
    fill(page, "unit_name", "示例市政协")
    assert page.is_altered
    fill(page, "unit_name", "示例县政协")
    assert not page.is_altered


def test_changes_of_several_sections_are_kept_together(page: SettingsPage, office: Office) -> None:
    fill(page, "city_name", "示例市政协")
    fill(page, "report_by_day", "8")
    rows = {row.key: row.note for row in page._rows()}
    assert (rows["unit"], rows["counting"], rows["names"]) == ("改过", "改过", "")
    count = len(written(office))
    save(page)
    assert (office.settings.city_name, office.settings.report_by_day) == ("示例市政协", 8)
    assert len(written(office)) == count + 1
    assert not any(row.note for row in page._rows())


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("unit_name", " ", "不能空着"),
        ("city_name", "", "不能空着"),
        ("clerk", "王\x07秀兰", "控制字符"),
        ("unit_full_name", "会" * 61, "最多 60"),
        ("report_by_day", "40", "1 到 28"),
        ("report_by_day", "十", "1 到 28"),
        ("meeting_label", "", "不能空着"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(
    page: SettingsPage, office: Office, key: str, text: str, said: str
) -> None:
    before, settings = written(office), office.settings
    wrong = fill(page, key, text)
    fill(page, "area", "全市")
    page.show_section("look")
    save(page)
    assert said in wrong.problem
    assert wrong.editor.property("state") == "invalid"
    assert wrong.isVisible()
    assert office.settings == settings
    assert written(office) == before
    assert page.is_altered
    write(wrong.editor, "1")
    assert wrong.problem == ""


def test_rare_characters_are_kept_as_they_are(page: SettingsPage, office: Office) -> None:
    fill(page, "head", "䶮\U00020bb7")
    save(page)
    assert Office(office.store, office.clock).settings.head == "䶮\U00020bb7"


def test_enter_leads_through_the_fields(page: SettingsPage) -> None:
    first = field(page, "unit_name")
    seen = []
    for _ in range(4):
        widget = focused()
        seen.append(widget.accessibleName())
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert seen == ["单位简称", "级别", "单位全称", "上级政协"]
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert focused().accessibleName() == "上级政协"
    assert not first.is_altered


def test_sections_are_gone_through_by_keys(page: SettingsPage) -> None:
    page.first_focus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.here.key == "counting"
    QTest.keyClick(page.list, Qt.Key.Key_Down, CONTROL)
    assert page.here.key == "names"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert focused().accessibleName() == "协商"
    QTest.keyClick(focused(), Qt.Key.Key_Up, CONTROL)
    assert page.here.key == "counting"
    assert page.here.isVisible()


@pytest.mark.parametrize(
    ("answer", "left", "kept"), [("", False, ""), ("discard", True, ""), ("save", True, "0871-1234567")]
)
def test_leaving_with_changes_asks(
    page: SettingsPage,
    office: Office,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    left: bool,
    kept: str,
) -> None:
    asked = []

    def ask(_parent: object, what: str) -> str:
        asked.append(what)
        return answer

    monkeypatch.setattr(module, "ask_about_changes", ask)
    fill(page, "phone", "0871-1234567")
    assert window.go(PageLink("meeting")) is left
    assert asked == ["设置里的本单位"]
    assert office.settings.phone == kept
    assert page.is_altered is not left


def test_saving_what_cannot_be_saved_stays(
    page: SettingsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ask_about_changes", lambda *_: "save")
    fill(page, "unit_name", "")
    assert not window.go(PageLink("meeting"))
    assert window.page is page


def test_a_change_elsewhere_does_not_touch_what_is_typed(page: SettingsPage, office: Office) -> None:
    phone = fill(page, "phone", "0871-1234567")
    page._operations.run(lambda: office.change_settings({"phone": "1", "head": "陈局"}))
    page._operations.wait()
    assert phone.raw() == "0871-1234567"
    assert phone.is_altered
    assert field(page, "head").raw() == "陈局"
