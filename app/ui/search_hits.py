"""What the search over everything found, in a list under its field; the keyboard stays in the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.pages.page import PageLink
from app.ui.widgets import painting
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.themed import Themed

WIDTH_EMS = 40
MOST = 12
KEYS = "↑ ↓ 选　回车 打开　Esc 收起"


@dataclass(frozen=True)
class Hit:
    """One thing found: what it is (icon), its name, a note such as date and place, and where it opens."""

    icon: str
    title: str
    note: str
    link: PageLink


class SearchHits(Themed, QWidget):
    """A painted list; the first MOST hits, and a line that says how many there are."""

    opened = Signal(object)
    """The PageLink of the hit that was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._hits: tuple[Hit, ...] = ()
        self._text = ""
        self._total = 0
        self._at = 0
        self.setMouseTracking(True)
        self.hide()

    def show_hits(self, text: str, hits: Sequence[Hit], total: int, below: QWidget) -> None:
        """List what was found for `text` under a widget; `total` may be more than is listed."""
        self._hits, self._text, self._total, self._at = tuple(hits[:MOST]), text, total, 0
        theme = self.theme
        height = max(1, len(self._hits)) * theme.row + theme.control + 3
        place = below.mapTo(self._ground, QPoint(below.width(), below.height() + 2))
        width = min(theme.px(WIDTH_EMS), self._ground.width() - 24)
        self.setGeometry(place.x() - width, place.y(), width, height)
        self.raise_()
        self.show()
        self.update()

    def move_by(self, step: int) -> None:
        """Mark the hit before or after."""
        if self._hits:
            self._at = max(0, min(len(self._hits) - 1, self._at + step))
            self.update()

    def open_current(self) -> None:
        """Open the marked hit, if there is one."""
        self.hide()
        if self._hits:
            self.opened.emit(self._hits[self._at].link)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self._at = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self._at = row
            self.open_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        painting.box(painter, self.rect(), theme.color("raised"), theme.color("border"), radius=4)
        for place, hit in enumerate(self._hits):
            self._paint_hit(painter, hit, QRect(1, 1 + place * theme.row, self.width() - 2, theme.row), place)
        if not self._hits:
            line = QRect(14, 1, self.width() - 28, theme.row)
            painting.text(painter, line, f"没有符合“{self._text}”的记录", theme.font(), theme.color("text2"))
        self._paint_foot(painter)
        painter.end()

    def _paint_hit(self, painter: QPainter, hit: Hit, rect: QRect, place: int) -> None:
        theme, here = self.theme, place == self._at
        if here:
            painter.fillRect(rect, theme.color("select"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        ink = theme.color("on_select" if here else "text")
        soft = theme.color("on_select" if here and theme.is_contrast else "text2")
        painting.icon(painter, rect, hit.icon, soft, 14, theme.icon, theme.metrics())
        note = min(theme.metrics("note").horizontalAdvance(hit.note) + 2, rect.width() // 2)
        line = QRect(14 + theme.icon + theme.px(0.6), rect.top(), 0, rect.height())
        line.setRight(rect.right() - note - 26)
        painting.text(painter, line, hit.title, theme.font(), ink)
        line = QRect(rect.right() - note - 12, rect.top(), note, rect.height())
        painting.text(painter, line, hit.note, theme.font("note"), soft, painting.Right)

    def _paint_foot(self, painter: QPainter) -> None:
        theme = self.theme
        foot = QRect(14, self.height() - theme.control - 1, self.width() - 28, theme.control)
        painter.fillRect(1, foot.top(), self.width() - 2, 1, theme.color("line"))
        font, ink = theme.font("note"), theme.color("muted")
        painting.text(painter, foot, KEYS, font, ink)
        if self._hits:
            said = f"共 {self._total} 条" + ("，再多打几个字" if self._total > len(self._hits) else "")
            painting.text(painter, foot, said, font, ink, painting.Right)

    def _row_at(self, point: QPoint) -> int:
        row = (point.y() - 1) // self.theme.row
        return row if 0 <= row < len(self._hits) else -1


class SearchEverything(SearchBox):
    """The field over everything; moves in its list with ↑ ↓, opens with Enter."""

    def __init__(self, placeholder: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, hint=hint, parent=parent)
        self._hits: SearchHits | None = None

    def set_hits(self, hits: SearchHits) -> None:
        """Which list this field moves in."""
        self._hits = hits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hits = self._hits
        if hits is None or not hits.isVisible():
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step:
            hits.move_by(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_waiting:
            hits.open_current()
        elif key == Qt.Key.Key_Escape:
            hits.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._hits is not None and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._hits.hide()
        super().focusOutEvent(event)
