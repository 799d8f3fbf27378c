"""SentPanel: the receipt of a month that went up: number, day, files, scans, and the way back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.services.submitted import SCAN, SentFile, Submitted
from app.ui.forms.file_card import size_text
from app.ui.pages.month_scan import ScanBox
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import SheetHeading, label, rule


class SentPanel(QWidget):
    """Says what stands for ever, and takes scans that come later."""

    kept_requested = Signal()
    """看报送存底."""
    return_requested = Signal()
    """退回…"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SheetHeading("回执")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.files = label("", wrap=True)
        self.scans = label("", wrap=True)
        self.scan = ScanBox()
        self.kept = HintButton("看报送存底", icon="lock", kind="link")
        self.back = HintButton("退回…", icon="undo", kind="link")
        self.kept.clicked.connect(self.kept_requested)
        self.back.clicked.connect(self.return_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addLayout(self._grid)
        column.addWidget(rule())
        column.addWidget(SheetHeading("一起报的材料"))
        column.addWidget(self.files)
        column.addWidget(SheetHeading("盖章件"))
        column.addWidget(self.scans)
        column.addWidget(self.scan)
        column.addWidget(rule())
        column.addWidget(self.kept)
        column.addWidget(self.back)

    def show_sent(self, sent: Submitted) -> None:
        """Show one 报送."""
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        at = sent.sent_at
        said = [
            ("编号", f"报 {sent.number}{'，零报告' if sent.is_zero else ''}"),
            ("统计期间", sent.period.days),
            ("报送时间", f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"),
            ("报送人", sent.sent_by),
            ("说明", sent.note),
        ]
        for row, (name, text) in enumerate(pair for pair in said if pair[1]):
            self._grid.addWidget(label(name, "label"), row, 0)
            self._grid.addWidget(label(text, "strong" if not row else "body", wrap=True), row, 1)
        scans = _named(file for file in sent.files if file.role == SCAN)
        self.files.setText(_named(file for file in sent.files if file.role != SCAN) or "没有附材料")
        self.scans.setText(scans)
        self.scans.setVisible(bool(scans))


def _named(files: Iterable[SentFile]) -> str:
    """A line a file."""
    return "\n".join(f"{file.name}　{size_text(file.size)}" for file in files)
