"""换届 is done from the keyboard: name, day, who stays; wrong answers stay on the screen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.errors import ReasonNeeded
from app.paths import DataFolder
from app.services import terms
from app.services.office import Office
from app.services.terms import Turnover
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.page import PageLink
from app.ui.pages.settings_registers import TurnoverSection
from app.ui.pages.settings_turnover import TurnoverDialog
from tests.office import MOMENT, small_office

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


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
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dialog(office: Office, operations: Operations, appearance: Appearance, qtbot: QtBot) -> TurnoverDialog:
    term = terms.current(office)
    assert term is not None
    made = TurnoverDialog(office, operations, term)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_it_is_done_with_the_keyboard_alone(
    dialog: TurnoverDialog, office: Office, operations: Operations
) -> None:
    told: list[Turnover] = []
    dialog.carried_out.connect(told.append)
    assert dialog.name.raw() == "十二届"
    assert dialog.start.editor.hasFocus()
    QTest.keyClicks(dialog.start.editor, "11.20")
    QTest.keyClick(dialog.start.editor, ENTER)
    assert dialog.start.raw() == "2026-11-20 周五"
    assert dialog.search.hasFocus()
    dialog.people.setFocus()
    QTest.keyClick(dialog.people, SPACE)
    QTest.keyClick(dialog.people, Qt.Key.Key_Down)
    QTest.keyClick(dialog.people, SPACE)
    assert dialog._count.text() == "续任 10 名，离任 2 名"
    QTest.keyClick(dialog.people, SPACE)
    dialog._begin.setFocus()
    QTest.keyClick(dialog._begin, ENTER)
    operations.wait()
    assert not dialog.isVisible()
    assert (told[0].name, told[0].stayed, told[0].left) == ("十二届", 11, 1)
    now = terms.current(office)
    assert now is not None
    assert (now.name, now.started_on, now.serving) == ("十二届", date(2026, 11, 20), 11)


def test_the_list_is_searched_by_typing(dialog: TurnoverDialog, qtbot: QtBot) -> None:
    dialog.people.setFocus()
    with qtbot.waitSignal(dialog.search.searched):
        QTest.keyClicks(dialog.people, "z")
        QTest.keyClicks(dialog.search, "w")
    seen = [item.text(0) for item in dialog.people._items() if not item.isHidden()]
    assert sorted(seen) == sorted(["张伟", "张伟", "周文", "朱薇", "郑武"])
    assert dialog.people.currentItem().text(0) in seen
    dialog._none.click()
    assert dialog._count.text() == "续任 7 名，离任 5 名"
    dialog.people.narrow("")
    dialog._all.click()
    assert dialog._count.text() == "续任 12 名，离任 0 名"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "请填新一届"), ("13.40", "13.40"), ("2026-11", "哪一天"), ("2020-01-01", "2021-06-01")],
)
def test_a_wrong_day_is_said_and_nothing_happens(
    dialog: TurnoverDialog, office: Office, operations: Operations, typed: str, said: str
) -> None:
    QTest.keyClicks(dialog.start.editor, typed)
    dialog._begin.click()
    operations.wait()
    assert said in dialog.start.problem
    assert dialog.isVisible()
    assert dialog._begin.isEnabled()
    assert office.count("term") == 2


def test_a_short_day_is_the_nearest_one(dialog: TurnoverDialog) -> None:
    for typed, meant in (
        ("11.20", date(2026, 11, 20)),
        ("9.1", date(2026, 9, 1)),
        ("20270105", date(2027, 1, 5)),
    ):
        dialog.start.put(typed)
        assert dialog.start.read() == meant


def test_a_name_that_is_taken_is_said_beside_it(
    dialog: TurnoverDialog, office: Office, operations: Operations
) -> None:
    dialog.name.put("十一届")
    QTest.keyClicks(dialog.start.editor, "20261120")
    dialog._begin.click()
    operations.wait()
    assert "已经有十一届" in dialog.name.problem
    assert office.count("term") == 2


def test_an_office_that_stands_in_the_way_is_named(
    dialog: TurnoverDialog, office: Office, operations: Operations
) -> None:
    late = next(row for row in terms.serving(office) if row.name == "李娜")
    member = office.records.load("membership", late.uuid)
    member.values["started_on"] = date(2026, 12, 1)
    office.records.save(member)
    QTest.keyClicks(dialog.start.editor, "20261120")
    dialog._begin.click()
    operations.wait()
    assert "李娜" in dialog._remark.text
    assert office.count("term") == 2


def test_it_cannot_be_put_away_while_it_is_written(dialog: TurnoverDialog, operations: Operations) -> None:
    QTest.keyClicks(dialog.start.editor, "20261120")
    dialog._begin.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    operations.wait()
    assert not dialog.isVisible()


def test_the_section_tells_what_was_done(
    office: Office, operations: Operations, appearance: Appearance, qtbot: QtBot
) -> None:
    section = TurnoverSection(office, operations)
    qtbot.addWidget(section)
    section.show()
    assert "十一届，2021年6月1日开始，在任委员 12 名" in section._now.text()

    section.button.click()
    dialog = section.findChild(TurnoverDialog)
    assert dialog is not None
    assert dialog.isModal()
    QTest.keyClicks(dialog.start.editor, "20261120")
    dialog._begin.click()
    operations.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert section.findChild(TurnoverDialog) is None
    assert "续任 12 名，离任 0 名" in section._told.text()
    assert "十二届" in section._now.text()


def test_without_a_term_it_leads_to_the_list_of_terms(
    tmp_path: Path, operations: Operations, appearance: Appearance, qtbot: QtBot
) -> None:
    office = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    section = TurnoverSection(office, operations)
    qtbot.addWidget(section)
    told: list[PageLink] = []
    section.open_requested.connect(told.append)
    section.button.click()
    assert [link.args["kind"] for link in told] == ["term"]
    office.store.close()


def test_a_day_in_a_month_that_went_up_is_asked_about(
    dialog: TurnoverDialog, office: Office, operations: Operations, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.submissions.submit(office.calendar.month(2026, 9))
    answers = iter(["", "批复晚到"])
    asked: list[str] = []

    def ask(parent: object, error: ReasonNeeded, **_: object) -> str:
        asked.append(error.effects[0].period)
        return next(answers)

    monkeypatch.setattr("app.ui.dialogs.reason.ask_reason", ask)
    QTest.keyClicks(dialog.start.editor, "9.20")
    QTest.keyClick(dialog.start.editor, ENTER)
    dialog.people.setFocus()
    QTest.keyClick(dialog.people, SPACE)  # one does not stay, so that there is one fewer
    for done in (False, True):
        dialog._begin.setFocus()
        QTest.keyClick(dialog._begin, ENTER)
        operations.wait()
        term = terms.current(office)
        assert term is not None
        assert (term.name == "十二届") is done
        assert dialog.isVisible() is not done
    assert asked == ["2026年9月", "2026年9月"]
