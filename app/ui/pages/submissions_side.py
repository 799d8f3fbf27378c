"""SubmissionsSide: all 报送 above, the files of the chosen one below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.submitted import Submitted
from app.ui.pages.submissions_list import TwoLineList
from app.ui.pages.submissions_words import file_line
from app.ui.widgets.sheet import MARGIN, Sheet, SheetHeading


class SubmissionsSide(QWidget):
    """Two lists; the lower one is as high as its files."""

    verify_requested = Signal()
    """核对 was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.papers = TwoLineList("报送"), TwoLineList("材料", whole=True)
        self._heading = SheetHeading("材料", link="核对")
        above, below = Sheet(margin=1), Sheet(margin=1)
        above.body.addWidget(self.list)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN - 3, 2, 2, 2)
        line.addWidget(self._heading)
        below.body.setSpacing(0)
        below.body.addLayout(line)
        below.body.addWidget(self.papers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(above, 1)
        column.addWidget(below)
        self._heading.link_pressed.connect(self.verify_requested)

    def show_files(self, found: Submitted, intact: Mapping[str, bool]) -> None:
        """The files of one; `intact` says by uuid what 核对 found."""
        things = [file_line(file, intact.get(file.uuid)) for file in found.files]
        self.papers.set_things(things)
        self._heading.set_texts(title=f"材料 {len(things)} 份" if things else "没有材料")
        self.papers.setVisible(bool(things))
