"""FileCard: one photo or file of a record, its picture and what is to be printed under it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.fields import Values
from app.ui.forms.fields import LineField, enter_step
from app.ui.widgets import painting
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.themed import Themed

_ICONS = {".doc": "word", ".docx": "word", ".wps": "word", ".xls": "sheet", ".xlsx": "sheet", ".et": "sheet"}


class FileCard(Themed, QWidget):
    """Del takes it away, the line under it takes the caption."""

    removed = Signal()
    captioned = Signal(str)
    moved = Signal(int)

    def __init__(self, entry: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._face = _Face(entry, self)
        self._caption = LineField(self)
        self._caption.setPlaceholderText(entry["name"])
        self._caption.setText(entry.get("caption") or "")
        self._caption.setToolTip(entry["name"])
        self._caption.setAccessibleName(f"{entry['name']}的说明")
        self._caption.textEdited.connect(self.captioned)
        self._caption.stepped.connect(self.moved)
        self._face.removed.connect(self.removed)
        self._face.moved.connect(self.moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._face)
        column.addWidget(self._caption)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_picture(self, data: bytes) -> None:
        """Put the thumbnail in."""
        self._face.show_picture(data)

    def set_read_only(self, read_only: bool) -> None:
        """Only to be looked at."""
        self._caption.setReadOnly(read_only)
        self._face.cross.setVisible(not read_only)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard: the picture, then its caption."""
        return [self._face, self._caption]

    def begin(self) -> None:
        """Take the keyboard."""
        self._face.setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        self._caption.setFixedWidth(self._face.sizeHint().width())


class _Face(Themed, QWidget):
    removed = Signal()
    moved = Signal(int)

    def __init__(self, entry: Values, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self._picture: QPixmap | None = None
        self.cross = IconButton("close", "去掉这个文件", hint="Del", small=True, parent=self)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(self.removed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry["name"])
        self.setToolTip(f"{entry['name']}　{size_text(entry['size'])}")

    def show_picture(self, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        self._picture = None if picture.isNull() else picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(9.6), self.theme.px(6.3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = enter_step(event)
        if step:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.cross.isVisibleTo(self):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        painting.box(painter, self.rect(), theme.color("head"), theme.color("border_soft"), radius=3)
        inner = self.rect().adjusted(2, 2, -2, -2)
        if self._picture is not None:
            size = self._picture.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(inner.center())
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, self._picture)
        else:
            ending = Path(self._entry["name"]).suffix.lower()
            icon = "image" if self._entry["picture"] else _ICONS.get(ending, "page")
            painting.icon_centred(painter, inner, icon, theme.color("text2"), theme.px(1.9))
        if self.hasFocus():
            painting.focus_box(painter, self.rect(), theme, radius=3)
        if self.cross.isVisibleTo(self):
            painting.box(painter, self.cross.geometry(), theme.color("surface"), None, radius=3)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.cross.sizeHint()
        self.cross.setGeometry(self.width() - size.width() - 4, 4, size.width(), size.height())


def size_text(size: int) -> str:
    """1.2 MB, 340 KB."""
    return f"{size / 1048576:.1f} MB" if size >= 1048576 else f"{max(1, size // 1024)} KB"
