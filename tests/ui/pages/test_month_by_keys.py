"""October of the sample county goes from its drafts to the city, back, and up again, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.models.submission import RETURNED, SENT
from app.services.submitted import SCAN
from app.ui.appearance import Appearance
from app.ui.dialogs.why import WhyDialog
from app.ui.pages import paper_writing
from app.ui.pages.home_page import HomePage
from app.ui.pages.list_page import ListPage
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.program import Program
from app.ui.widgets.step_bar import StepState
from tests.demo_fixture import demo_office
from tests.ui.forms.hands import CTRL, Hands, Key

MOST_TABS = 40


@pytest.fixture
def program(
    qapp: QApplication, appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr(paper_writing, "documents_folder", lambda: tmp_path / "文档")
    made = Program(qapp, appearance, demo_office(tmp_path / "data"), Preferences(tmp_path / "界面.json"))
    made.window.resize(1366, 697)
    made.window.show()
    made.window.activateWindow()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()


class Clerk(Hands):
    """Hands before one window; waits until the program has done what a key asked for."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._program, self._qtbot = program, qtbot

    @property
    def page(self) -> HomePage:
        page = self._program.window.page
        assert isinstance(page, HomePage)
        return page

    @property
    def filled(self) -> str:
        """What the filled button says."""
        return self.page.head.primary.text()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            self._qtbot.waitUntil(lambda: self._program.operations.is_idle, timeout=20_000)

    def do(self, key: Key, *held: object) -> None:
        """Press a key and wait."""
        self.press(key, *held)  # type: ignore[arg-type]
        self.settle()

    def go_on(self) -> None:
        """The filled button, from anywhere in a step."""
        self.do(Key.Key_Return, CTRL)

    def tab_to(self, name: str) -> None:
        """Tab until what has the keyboard is called so."""
        for _ in range(MOST_TABS):
            if self.field == name:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"no way to {name} by Tab")


@pytest.fixture
def clerk(program: Program, qtbot: QtBot) -> Clerk:
    made = Clerk(program, qtbot)
    program.window.go(PageLink("month"))
    made.settle()
    return made


def mend(clerk: Clerk) -> None:
    """去补: each draft opens where something is missing."""
    for left, field, text in ((3, "责任单位", "县水务局"), (2, "服务群众人次", "35"), (1, "合计人数", "26")):
        assert clerk.filled == f"去补 {left} 条"
        clerk.do(Key.Key_Return)
        assert clerk.field == field
        clerk.press(Key.Key_A, CTRL)
        clerk.type(text)
        clerk.do(Key.Key_S, CTRL)
        clerk.do(Key.Key_Escape)


def review_and_write(clerk: Clerk) -> None:
    """去核对 → 审核通过 → 出表, up to the figures that go up."""
    clerk.do(Key.Key_Return)
    assert (clerk.page.stage.key, clerk.filled) == ("check", "审核通过")
    clerk.go_on()
    assert clerk.filled in ("出表", "重出")
    clerk.go_on()
    assert (clerk.page.stage.key, clerk.filled) == ("make", "报送市政协…")
    clerk.go_on()
    assert (clerk.page.stage.key, clerk.filled) == ("send", "报送市政协")


def attach(clerk: Clerk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is refused with its sentence, a picture is taken."""
    wrong, scan = folder / "报审单.txt", folder / "报审单.jpg"
    Image.new("RGB", (60, 80), "white").save(scan)
    wrong.write_text("不是扫描", encoding="utf-8")
    for path in (wrong, scan):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, path=path: (str(path), ""))
        clerk.tab_to("选扫描件…")
        clerk.do(Key.Key_Return)
        said = clerk.page.stage.view.strip.text  # type: ignore[union-attr]
        assert ("不是图片，也不是 PDF" in said) is (path == wrong)


def give_back(clerk: Clerk, why: str) -> None:
    """退回…, from what was sent; without a reason it is not done."""
    tried: list[bool] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhyDialog)
        dialog.activateWindow()
        QApplication.processEvents()
        try:
            assert dialog.edit.hasFocus()
            clerk.press(Key.Key_Return)
            tried.append(dialog.isVisible() and not dialog.go.isEnabled())
            clerk.type(why)
            clerk.press(Key.Key_Return)
        finally:
            dialog.close()

    clerk.tab_to("退回…")
    QTimer.singleShot(0, answer)
    clerk.do(Key.Key_Return)
    clerk.page.window().activateWindow()  # a screen does that when a dialog is gone
    clerk.settle()
    assert tried == [True]


def correct(clerk: Clerk) -> None:
    """去更正: the month's meetings, one of which is taken out."""
    clerk.tab_to("去更正")
    clerk.do(Key.Key_Return)
    assert clerk.page.stage.key == "enter"
    clerk.do(Key.Key_Return)
    assert isinstance(clerk._program.window.page, ListPage)
    clerk.do(Key.Key_Down)
    clerk.do(Key.Key_Delete)
    clerk.do(Key.Key_1, CTRL)
    assert clerk.page.stage.key == ""


def test_a_month_is_led_through_by_keys_alone(
    clerk: Clerk, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = program.place.office
    october = office.calendar.parse("2026-10")
    mend(clerk)
    assert clerk.filled == "去核对"
    review_and_write(clerk)
    attach(clerk, tmp_path, monkeypatch)
    clerk.go_on()
    first = office.submissions.get(1)
    assert (first.state, [file.name for file in first.files if file.role == SCAN]) == (SENT, ["报审单.jpg"])
    assert [step.state for step in clerk.page.steps._steps] == [StepState.CLOSED] * 4
    assert clerk.page.steps._steps[3].note == "10月28日已报送（报 1）"
    assert "以后改动报过的数要写理由" in clerk.page.strip.text
    assert clerk.page.head.primary.isHidden()

    give_back(clerk, "青山镇多报了一场")
    assert clerk.page.strip.text == "市里退回（10月28日，报 1）：青山镇多报了一场"
    assert office.submissions.get(1).state == RETURNED
    correct(clerk)
    assert clerk.filled == "去核对"
    review_and_write(clerk)
    clerk.go_on()
    second = office.submissions.get(2)
    assert second.stands
    before, after = (int(office.submissions.figures(n).total("meetings", "current")) for n in (1, 2))  # type: ignore[arg-type]
    assert after == before - 1
    assert office.submissions.active(october) == second
    clerk.do(Key.Key_Escape)
    assert clerk.page.stage.key == ""
    assert clerk.page.work.isVisible()
