"""The gallery draws every board, and the boards show what they promise."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from app.ui.appearance import Appearance
from app.ui.gallery import pictures
from app.ui.theme import BASE_SIZES
from app.ui.widgets.calendar import Calendar
from app.ui.widgets.combo_box import ComboBox


def test_every_board_is_drawn_in_every_look_and_size(appearance: Appearance, tmp_path: Path) -> None:
    written = pictures.write_pictures(tmp_path, appearance)
    assert len(written) == len(pictures.BOARDS) * 3 * len(BASE_SIZES)
    for path in written:
        assert QImage(str(path)).width() > 1000


def test_a_list_of_choices_has_rows_as_high_as_fields(appearance: Appearance, qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems(["院坝协商", "界别协商"])
    view = box.view()
    assert isinstance(view, QAbstractItemView)
    for points in BASE_SIZES:
        appearance.set_base(points)
        box.showPopup()
        height = view.visualRect(view.model().index(0, 0)).height()
        assert abs(height - appearance.theme.control) <= 2
        box.hidePopup()


def test_a_combo_box_is_not_as_wide_as_its_longest_text(appearance: Appearance, qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems(["开展院坝协商·建设文明村寨" * 4])
    assert box.sizeHint().width() < 20 * appearance.theme.em


def test_a_week_begins_on_monday_and_its_end_is_not_red(appearance: Appearance, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    calendar = Calendar()
    qtbot.addWidget(calendar)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    ink = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    assert ink == appearance.theme.color("muted")
