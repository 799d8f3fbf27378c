"""ListHead: where I am and what I can do: the page's name, its kinds as tabs, 导出 and 新增."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models import Record
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
from app.ui.widgets.tabs import Tabs


class ListHead(FoldingBar):
    """The first row of a list page; asks for what its buttons say."""

    kind_chosen = Signal(str)
    new_pressed = Signal()
    export_pressed = Signal()

    def __init__(self, title: str, models: Mapping[str, type[Record]], parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        options = [Option(key, model.kind.label) for key, model in models.items()]
        self.tabs = Tabs(options, parent=self)
        self.tabs.setVisible(len(options) > 1)
        self.export_button = HintButton("导出", icon="export")
        self.export_button.set_tip("导出  Ctrl+E")
        self.new_button = HintButton("新增", icon="plus", hint="Ctrl+N", kind="primary")
        self.add(label(title, "title"))
        self.add_gap(10)
        self.add(self.tabs)
        self.add_stretch()
        self.add(self.export_button, fold=1)
        self.add_overflow(self.more_button)
        self.add(self.new_button)
        self.tabs.chosen.connect(self.kind_chosen)
        self.new_button.clicked.connect(self.new_pressed)
        self.export_button.clicked.connect(self.export_pressed)

    def show_kind(self, model: type[Record]) -> None:
        """Mark the tab of a kind and name what the primary button makes."""
        self.tabs.set_current(model.key)
        self.new_button.set_label(f"新增{model.kind.noun}")
