"""The list under a field shows every row whole, inside its own edge."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance import Appearance
from app.ui.forms.pick_popup import PickPopup, PickRow
from app.ui.theme import BASE_SIZES


def test_the_edge_goes_round_all_rows(appearance: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    for base in BASE_SIZES:
        appearance.set_base(base)
        popup = PickPopup(window)
        popup.offer([PickRow(n, f"第{n}项") for n in range(4)], QRect(40, 40, 300, 30))
        assert popup._view.geometry().bottom() <= popup.height() - 2
        assert popup._view.geometry().top() >= 1
        assert popup._view.height() >= 4 * popup.theme.control
        popup.hide()
    window.close()
