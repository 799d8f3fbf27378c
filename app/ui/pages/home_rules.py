"""口径说明: how each figure of the first page is counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.services.months import FigureRow
from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.sheet import label


class RulesDialog(Dialog):
    """The figures under their headings, each with its 口径 in words."""

    def __init__(self, rows: Sequence[FigureRow], parent: QWidget | None = None) -> None:
        super().__init__("口径说明", parent, width_ems=52)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(2, 1)
        for row in rows:
            if row.heading:
                place = grid.rowCount()
                grid.setRowMinimumHeight(place, 6 if place > 1 else 0)
                grid.addWidget(label(row.heading, "strong"), place + 1, 0, 1, 3)
            place = grid.rowCount()
            grid.addWidget(label(row.label), place, 0)
            grid.addWidget(label(row.unit, "label"), place, 1)
            grid.addWidget(label(row.rule, "label", wrap=True), place, 2)
        self.body.addLayout(grid)
        self.body.addWidget(label("只算已登记的记录；期内补的、改的，数字跟着变。", "note", wrap=True))
        close = self.add_button("收起", kind="primary", hint="Esc")
        close.clicked.connect(self.accept)
        close.setFocus()
