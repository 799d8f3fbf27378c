"""Look and size change while the program runs."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.appearance import Appearance, theme
from app.ui.theme import BASE_SIZES, Look, Theme
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.themed import mark


def test_a_larger_size_makes_open_widgets_grow(appearance: Appearance, qtbot: QtBot) -> None:
    button, field = HintButton("保存"), QLineEdit()
    for widget in (button, field):
        qtbot.addWidget(widget)
        widget.show()
    before = button.sizeHint()
    appearance.set_base(14)
    assert button.sizeHint().height() == 42
    assert button.sizeHint().width() > before.width()
    assert field.sizeHint().height() == 42
    assert field.font().pointSize() == 14


def test_every_size_gives_fields_and_buttons_the_same_height(appearance: Appearance, qtbot: QtBot) -> None:
    field, button = QLineEdit(), HintButton("保存")
    for widget in (field, button):
        qtbot.addWidget(widget)
    for points in BASE_SIZES:
        appearance.set_base(points)
        field.show()
        assert field.sizeHint().height() == button.sizeHint().height() == appearance.theme.control


def test_another_look_colors_what_qt_paints(appearance: Appearance, qapp: QApplication) -> None:
    appearance.set_look(Look.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme().color("window")
    assert theme().colors.window in qapp.styleSheet()
    assert theme().look is Look.DARK


def test_nothing_is_told_when_nothing_changes(appearance: Appearance, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_base(10)
        appearance.set_look(Look.LIGHT)
    with qtbot.waitSignal(appearance.changed) as told:
        appearance.set_look(Look.CONTRAST)
    assert told.args == [appearance.theme]


def test_sizes_step_and_stop_at_the_ends(appearance: Appearance) -> None:
    seen = []
    for act in (appearance.reduce, *[appearance.enlarge] * 3, appearance.reduce):
        act()
        seen.append(appearance.base_pt)
    assert seen == [10, 12, 14, 14, 12]


def test_a_size_that_is_not_offered_takes_the_nearest(appearance: Appearance) -> None:
    appearance.set_base(40)
    assert appearance.base_pt == 14


def test_ticks_are_painted_in_the_look_s_colors(appearance: Appearance, qtbot: QtBot) -> None:
    box = QCheckBox("计划外")
    qtbot.addWidget(box)
    box.setChecked(True)
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
        appearance.set_look(look)
        image = box.grab().toImage()
        colors = {image.pixelColor(x, y).name() for x in range(16) for y in range(image.height())}
        assert theme().color("accent").name() in colors
        assert theme().color("on_accent").name() in colors


@pytest.mark.parametrize("state", ["invalid", "doubtful"])
def test_a_marked_field_changes_its_ground(appearance: Appearance, qtbot: QtBot, state: str) -> None:
    field = QLineEdit("620")
    qtbot.addWidget(field)
    field.resize(200, 30)
    mark(field, state=state)
    ground = field.grab().toImage().pixelColor(190, 15)
    assert ground == theme().color({"invalid": "error_bg", "doubtful": "warn_bg"}[state])
    mark(field, state=None)
    assert field.grab().toImage().pixelColor(190, 15) == theme().color("surface")


def test_text_does_not_move_when_a_field_is_changed_or_focused(appearance: Appearance, qtbot: QtBot) -> None:
    field = QLineEdit("大树营")
    qtbot.addWidget(field)
    field.show()
    plain = field.cursorRect().left()
    mark(field, altered="true")
    assert field.cursorRect().left() == plain
    field.setFocus()
    assert field.cursorRect().left() == plain
    mark(field, altered=None)
    assert field.cursorRect().left() == plain


def test_a_theme_is_a_value() -> None:
    assert Theme.make(Look.DARK, 12) == Theme.make(Look.DARK, 12)
    assert Theme.make(Look.DARK, 12) != Theme.make(Look.DARK, 14)
