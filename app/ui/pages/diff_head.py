"""DiffHead: from which side to which is compared."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.pages.diff_sides import SideChoice
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import label


class DiffHead(FoldingBar):
    """Back, the title, both sides and the other way round."""

    back_requested = Signal()
    swap_requested = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        back = IconButton("back", "返回", hint="Esc")
        self.a, self.b = SideChoice("从"), SideChoice("到")
        swap = HintButton("对调", icon="refresh")
        self.add(back)
        self.add(label(title, "title"))
        self.add_gap(8)
        self.add(label("从", "label"))
        self.add(self.a)
        self.add(label("到", "label"))
        self.add(self.b)
        self.add(swap, fold=1)
        self.add_overflow(self.more_button)
        self.add_stretch()
        back.clicked.connect(self.back_requested)
        swap.clicked.connect(self.swap_requested)
