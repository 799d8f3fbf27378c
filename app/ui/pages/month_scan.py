"""ScanBox: the scan of the stamped sheet, chosen or dragged in; what is no picture and no PDF is refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from app.errors import AppError
from app.services.submitted import check_scan
from app.ui.origins import origins
from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

FILTER = "扫描件 (*.pdf *.jpg *.jpeg *.png *.bmp *.tif *.tiff);;所有文件 (*)"
_HOW = "拖到这里，或"


class ScanBox(Themed, QWidget):
    """Holds one file until it goes up with the month."""

    changed = Signal()
    """Another file is held, or none."""
    refused = Signal(object)
    """The AppError that says why a file was not taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._over = False
        self._words = label(_HOW, "label", wrap=True)
        self.button = HintButton("选扫描件…", icon="clip")
        self.cross = IconButton("close", "去掉这个扫描件", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(self.cross)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.button.clicked.connect(self.choose)
        self.cross.clicked.connect(self.clear)
        self._show()

    @property
    def path(self) -> Path | None:
        """The file to be attached."""
        return self._path

    def choose(self) -> None:
        """Ask which file it is."""
        name, _ = QFileDialog.getOpenFileName(self, "盖章件的扫描", origins.folder, FILTER)
        if name:
            origins.came_from(Path(name))
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Hold a file, if it is a picture or a PDF; what was held before stays otherwise."""
        try:
            check_scan(path)
        except AppError as error:
            self.refused.emit(error)
            return
        self._path = path
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        """Hold nothing."""
        if self._path is not None:
            self._path = None
            self._show()
            self.changed.emit()

    def take_from(self, data: QMimeData) -> bool:
        """Take what was dropped; False when there is no file in it."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.take(paths[0])
        return bool(paths)

    def sizeHint(self) -> QSize:
        return QSize(16 * self.theme.em, max(super().sizeHint().height(), self.theme.control + 12))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take_from(event.mimeData()):
            event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        held = self._path is not None
        fill, line = theme.color("sunken"), theme.color("border_soft" if held else "border")
        painting.box(painter, self.rect(), fill, line, dashed=not held)
        painter.end()

    def _show(self) -> None:
        held = self._path
        self._words.setText(held.name if held is not None else _HOW)
        self._words.setToolTip(str(held) if held is not None else "")
        self.button.set_label("换一个…" if held is not None else "选扫描件…")
        self.cross.setVisible(held is not None)
        self.update()
