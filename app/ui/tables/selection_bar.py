"""选中 3 场 [打印…][批量修改…][删除] … 取消选中: what can be done with ticked rows, at a list's foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

SIDE, ABOVE = 12, 5


class SelectionBar(Themed, QFrame):
    """In sight while rows are ticked."""

    print_pressed = Signal()
    export_pressed = Signal()
    change_pressed = Signal()
    delete_pressed = Signal()
    clear_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "foot")
        self._count = label("", "strong")
        self.print_button = HintButton("打印…", icon="print")
        self.export_button = HintButton("导出所选", icon="export")
        self.change_button = HintButton("批量修改…", icon="edit")
        self.delete_button = HintButton("删除", icon="trash", kind="danger")
        self.clear_button = HintButton("取消选中", hint="Esc", kind="link")
        keys = ((self.print_button, "Ctrl+P"), (self.export_button, "Ctrl+E"), (self.delete_button, "Del"))
        for button, key in keys:
            button.set_tip(f"{button.text()}  {key}")
        self._bar = FoldingBar(spacing=8)
        self._bar.add(self._count)
        self._bar.add_gap(4)
        self._bar.add(self.print_button)
        self._bar.add(self.export_button, fold=1)
        self._bar.add(self.change_button, fold=2)
        self._bar.add(self.delete_button)
        self._bar.add_overflow(self._bar.more_button)
        self._bar.add_stretch()
        self._bar.add(self.clear_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        row.addWidget(self._bar)
        self.print_button.clicked.connect(self.print_pressed)
        self.export_button.clicked.connect(self.export_pressed)
        self.change_button.clicked.connect(self.change_pressed)
        self.delete_button.clicked.connect(self.delete_pressed)
        self.clear_button.clicked.connect(self.clear_pressed)
        self.hide()

    def show_count(self, count: int, measure: str) -> None:
        """Say how many rows are ticked; none hides the bar."""
        self._count.setText(f"选中 {count} {measure}")
        self.setVisible(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does what the bar says of it, whichever of its buttons has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear_pressed.emit()
        else:
            super().keyPressEvent(event)
