"""A clerk makes, tries, changes and retires a figure in the settings, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models.figure import Ratio, Sum, Where
from app.models.system import FigureEntry
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages import own_figure_dialog
from app.ui.pages.own_figure_dialog import OwnFigureDialog
from app.ui.pages.page import PageLink
from app.ui.pages.settings_figures import FiguresSection
from tests.office import small_office
from tests.ui.pages.settings_desk import CONTROL, focused, page_of, settings_window, write

VISIT = {"happened_on": "2026-10-12", "township": "青山镇", "members": ["马文军"]}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    visits = [
        VISIT | {"name": "走访果农", "people_served": 20, "experts": 1},
        VISIT | {"name": "走访学校", "people_served": 7},
        VISIT | {"name": "九月的", "happened_on": "2026-09-12", "people_served": 5, "experts": 2},
    ]
    made.records.add("visit", visits)
    yield made
    made.store.close()


@pytest.fixture
def operations() -> Iterator[Operations]:
    made = Operations()
    yield made
    made.finish()


@pytest.fixture
def section(
    office: Office, operations: Operations, appearance: Appearance, qtbot: QtBot
) -> Iterator[FiguresSection]:
    made = FiguresSection(office, operations)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.activateWindow()
    yield made
    for dialog in _dialogs():
        dialog._before = dialog.form.raw()
        dialog.reject()
        operations.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _dialogs() -> list[OwnFigureDialog]:
    found = (each for each in QApplication.topLevelWidgets() if isinstance(each, OwnFigureDialog))
    return [each for each in found if each.isVisible()]


def _dialog(section: FiguresSection, button: QWidget | None = None) -> OwnFigureDialog:
    """What Enter on a button opens."""
    (button or section.new).setFocus()
    QTest.keyClick(button or section.new, Qt.Key.Key_Return)
    (found,) = _dialogs()
    found.activateWindow()
    found.form.name.setFocus()
    return found


def _choose(combo: QWidget, key: str) -> None:
    """↓ until it is there, as a person does."""
    assert isinstance(combo, QComboBox)
    for _ in range(combo.count()):
        if combo.currentData() == key:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(f"{key} is not offered")


def _settle(dialog: OwnFigureDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.trial.is_settled)


def _tab() -> QWidget:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    return focused()


def test_a_sum_with_a_condition_is_made_without_the_mouse(
    section: FiguresSection, office: Office, operations: Operations, qtbot: QtBot
) -> None:
    dialog = _dialog(section)
    form = dialog.form
    qtbot.waitUntil(lambda: focused() is form.name)
    write(form.name, "专家走访服务")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert focused() is form.unit
    write(form.unit, "人次")
    assert _tab() is form.way
    QTest.keyClick(form.way, Qt.Key.Key_Right)
    assert form.way.current == "sum"
    assert _tab() is form.source
    _choose(form.source, "visit")
    assert _tab() is form.day
    assert _tab() is form.measured
    _choose(form.measured, "people_served")
    assert _tab() is form.conditions.more
    QTest.keyClick(form.conditions.more, Qt.Key.Key_Return)
    (row,) = form.conditions.rows
    assert focused() is row.field
    _choose(row.field, "experts")
    assert _tab() is row.op
    _choose(row.op, ">=")
    assert _tab() is row.typed
    QTest.keyClicks(row.typed, "1")
    _settle(dialog, qtbot)
    assert dialog.trial.answer.text() == "20 人次"
    assert form.rule.placeholderText() == "日期在期内的委员走访，联系专家不少于1，服务群众人次相加"
    assert [type(_tab()).__name__ for _ in range(3)] == ["IconButton", "HintButton", "BlockField"]
    QTest.keyClick(focused(), Qt.Key.Key_S, CONTROL)
    operations.wait()
    (figure,) = office.figures.catalogue.own
    assert (figure.label, figure.unit, figure.measure) == ("专家走访服务", "人次", Sum("people_served"))
    assert figure.where == (Where("experts", "least", 1),)
    assert _dialogs() == []
    assert section.list.current_key == "own_1"
    assert "口径：日期在期内的委员走访" in section._rule.text()


def test_the_trial_goes_to_another_month_and_names_the_records(section: FiguresSection, qtbot: QtBot) -> None:
    dialog = _dialog(section)
    _choose(dialog.form.source, "visit")
    _settle(dialog, qtbot)
    trial = dialog.trial
    assert (trial.answer.text(), trial.missing.text()) == ("2 次", "")
    assert not trial.lines.isVisible()
    trial.open.setFocus()
    QTest.keyClick(trial.open, Qt.Key.Key_Return)
    assert trial.lines.isVisible()
    shown = [trial.lines.item(place).text() for place in range(trial.lines.count())]
    assert sorted(shown) == ["2026-10-12  走访学校", "2026-10-12  走访果农"]
    trial._step(-1)
    _settle(dialog, qtbot)
    assert (trial.stepper.text, trial.answer.text()) == ("2026年9月", "1 次")
    assert [trial.lines.item(place).text() for place in range(trial.lines.count())] == ["2026-09-12  九月的"]


def test_several_values_are_ticked_and_several_conditions_hold(
    section: FiguresSection, office: Office, operations: Operations, qtbot: QtBot
) -> None:
    dialog = _dialog(section)
    form = dialog.form
    write(form.name, "青山走访")
    _choose(form.source, "visit")
    for key in ("township", "experts"):
        form.conditions.more.setFocus()
        QTest.keyClick(form.conditions.more, Qt.Key.Key_Return)
        _choose(form.conditions.rows[-1].field, key)
    township, experts = form.conditions.rows
    _choose(experts.op, "empty")
    _settle(dialog, qtbot)
    assert "请选或填一个值" in dialog.trial.missing.text()
    assert dialog.trial.answer.text() == ""
    keys = [option.key for option in township.ticked._options if option.text in ("青山镇", "大河镇")]
    township.ticked._chose(keys)
    _settle(dialog, qtbot)
    assert dialog.trial.answer.text() == "1 次"
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    operations.wait()
    (figure,) = office.figures.catalogue.own
    assert figure.where == (
        Where("township_id", "in", tuple(keys), "township"),
        Where("experts", "empty"),
    )
    again = _dialog(section, section.buttons["change"]).form
    assert [row.raw() for row in again.conditions.rows] == [
        {"field": "township", "op": "in", "value": keys},
        {"field": "experts", "op": "empty", "value": []},
    ]
    QTest.keyClick(again.conditions.rows[0].cross, Qt.Key.Key_Space)
    assert [row.field_key for row in again.conditions.rows] == ["experts"]


def test_a_ratio_is_made_of_two_figures(
    section: FiguresSection, office: Office, operations: Operations, qtbot: QtBot
) -> None:
    office.own_figures.add({"label": "专家走访", "source": "visit", "where": [["联系专家", ">=", 1]]})
    dialog = _dialog(section)
    form = dialog.form
    write(form.name, "专家走访占比")
    form.way.setFocus()
    for _ in range(3):
        QTest.keyClick(form.way, Qt.Key.Key_Right)
    above, below = form.parts.choices
    above.set_key("own_1")
    below.set_key("visits")
    form.parts._chosen("visits")
    _settle(dialog, qtbot)
    assert dialog.trial.answer.text() == "50.0% = 1 ÷ 2"
    assert not form.unit.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    operations.wait()
    assert office.figures.catalogue["own_2"].measure == Ratio("own_1", "visits")


def test_what_cannot_be_kept_says_why_and_stays(
    section: FiguresSection, office: Office, operations: Operations, qtbot: QtBot
) -> None:
    dialog = _dialog(section)
    form = dialog.form
    write(form.name, "协商活动")
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    operations.wait()
    assert "已经有“协商活动”这个指标" in form._remarks["label"].text
    assert focused() is form.name
    assert office.own_figures.all() == ()
    form.way.set_current("plus")
    form._way_chosen("plus")
    assert form._remarks["label"].text == ""
    write(form.name, "合起来")
    form.parts.put(["visits", "visits"])
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    operations.wait()
    assert "两个以上不同的指标" in form._remark_on_parts.text
    assert dialog.isVisible()


def test_esc_asks_before_what_was_typed_is_lost(
    section: FiguresSection, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []
    answers = iter(("", "discard"))

    def ask(_parent: QWidget, what: str) -> str:
        asked.append(what)
        return next(answers)

    monkeypatch.setattr(own_figure_dialog, "ask_about_changes", ask)
    dialog = _dialog(section)
    write(dialog.form.name, "新的")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert asked == ["这个指标"] * 2
    untouched = _dialog(section)
    QTest.keyClick(untouched, Qt.Key.Key_Escape)
    assert not untouched.isVisible()
    assert len(asked) == 2


def test_one_is_retired_and_brought_back_by_the_space_bar(
    section: FiguresSection, office: Office, operations: Operations
) -> None:
    office.own_figures.add_all(
        [{"label": "甲", "source": "visit"}, {"label": "乙", "measure": {"ratio": ["甲", "协商活动"]}}]
    )
    section.refresh()
    section.list.setFocus()

    def press(key: str) -> None:
        section.list.set_current(key)
        QTest.keyClick(section.list, Qt.Key.Key_Space)
        operations.wait()

    press("own_1")
    assert "“乙”在用它" in section._remark.text
    press("own_2")
    press("own_1")
    assert section._remark.text == ""
    assert [each.in_use for each in office.own_figures.all()] == [False, False]
    assert section.buttons["retire"].text() == "启用"
    press("own_1")
    assert [each.in_use for each in office.own_figures.all()] == [True, False]
    QTest.keyClick(section.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    operations.wait()
    assert [each.label for each in office.own_figures.all()] == ["乙", "甲"]


def test_one_whose_field_is_gone_says_so_and_can_be_put_right(
    section: FiguresSection, office: Office, operations: Operations, qtbot: QtBot
) -> None:
    office.own_figures.add({"label": "甲", "source": "visit", "where": [["联系专家", ">=", 1]]})
    with office.store.writing() as session:
        entry = session.scalars(select(FigureEntry)).one()
        entry.data = entry.data.replace('"experts"', '"gone"')
    section.refresh()
    assert "没有“gone”这个字段" in section._why.text
    assert not section.buttons["records"].isEnabled()
    dialog = _dialog(section, section.buttons["change"])
    (row,) = dialog.form.conditions.rows
    _settle(dialog, qtbot)
    assert "请选字段" in dialog.trial.missing.text()
    _choose(row.field, "people_served")
    QTest.keyClicks(row.typed, "9")
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    operations.wait()
    assert section._why.text == ""
    assert office.own_figures.all()[0].in_use


def test_the_records_behind_it_are_one_press_away(section: FiguresSection, office: Office) -> None:
    office.own_figures.add({"label": "甲", "source": "visit"})
    section.refresh()
    asked: list[PageLink] = []
    section.open_requested.connect(asked.append)
    section.buttons["records"].click()
    assert asked == [PageLink("figure", {"figure": "own_1", "period": "2026-10"})]


def test_ctrl_n_on_the_page_makes_a_new_one(
    office: Office, operations: Operations, appearance: Appearance, qtbot: QtBot
) -> None:
    window = settings_window(office, operations, appearance)
    qtbot.addWidget(window)
    page = page_of(window)
    page.open(section="figures")
    assert isinstance(page.here, FiguresSection)
    assert page.commands()["new"] == page.here.start_adding
