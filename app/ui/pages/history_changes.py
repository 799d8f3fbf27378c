"""ChangeList: what a version changed, a row each: which field, what it was, what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from app.ui.pages.home_area import HomeArea
from app.ui.widgets import painting

PAD = 14
GAP = 16
TICK_INSET = 6
_WRAP = Qt.TextFlag.TextWordWrap
_ANYWHERE = _WRAP | Qt.TextFlag.TextWrapAnywhere
_WHERE_SHARE, _LEAST_EMS, _MOST_EMS = 0.26, 8, 15
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class ChangeRow:
    """One change in words."""

    where: str
    was: str
    now: str

    @property
    def said(self) -> str:
        return "\t".join(part for part in (self.where, self.was, self.now) if part)


class ChangeList(HomeArea):
    """Reads only: arrows and pages scroll, Ctrl+C copies all of it. With two headings there is no 原来."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ChangeRow, ...] = ()
        self._headings: tuple[str, ...] = ()
        self._tops: list[int] = []
        self._height = 0
        self.setAccessibleName("改动")

    @property
    def rows(self) -> tuple[ChangeRow, ...]:
        """All rows in order."""
        return self._rows

    def set_rows(self, rows: Sequence[ChangeRow], headings: Sequence[str]) -> None:
        """Show other changes, from the first on."""
        self._rows, self._headings = tuple(rows), tuple(headings)
        self.setAccessibleDescription("；".join(row.said.replace("\t", " ") for row in self._rows))
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()
        self.refit()

    def copy(self) -> None:
        """All rows as text, one a line."""
        QGuiApplication.clipboard().setText("\n".join(row.said for row in self._rows))

    # Qt overrides

    def content_height(self) -> int:
        return self._height

    def fixed_height(self) -> int:
        return self.theme.control

    def refit(self) -> None:
        self._tops, top = [], 0
        for row in self._rows:
            self._tops.append(top)
            top += self._row_height(row)
        self._height = top
        super().refit()

    def sizeHint(self) -> QSize:
        shown = min(self._height, 12 * self.theme.row)
        return QSize(30 * self.theme.em, self.fixed_height() + shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * self.theme.em, self.fixed_height() + 2 * self.theme.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin()
        painter.setClipRect(self.seen())
        bottom = self.viewport().height()
        for row, top in zip(self._rows, self._tops, strict=True):
            y = self.fixed_height() + top - self.top
            height = self._row_height(row)
            if y + height >= 0 and y <= bottom:
                self._paint_row(painter, row, y, height)
        painter.setClipping(False)
        self._paint_head(painter)
        if self.hasFocus():
            painting.focus_box(painter, self.viewport().rect().adjusted(0, 0, -1, -1), self.theme)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        page, step = max(1, bar.pageStep() - self.theme.row), self.theme.row
        steps = {
            Qt.Key.Key_Up: -step,
            Qt.Key.Key_Down: step,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self._height,
            Qt.Key.Key_End: self._height,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif held == _NONE and key in steps:
            bar.setValue(bar.value() + steps[key])
        else:
            event.ignore()

    # private

    def _columns(self) -> list[tuple[int, int]]:
        """Left and width of each column."""
        room = self.viewport().width() - 2 * PAD
        least, most = self.theme.px(_LEAST_EMS), self.theme.px(_MOST_EMS)
        where = max(least, min(round(room * _WHERE_SHARE), most))
        left = PAD + where + GAP
        rest = PAD + room - left
        if len(self._headings) < 3:
            return [(PAD, where), (left, rest)]
        half = (rest - GAP) // 2
        return [(PAD, where), (left, half), (left + half + GAP, rest - half - GAP)]

    def _texts(self, row: ChangeRow) -> tuple[str, ...]:
        return (row.where, row.now) if len(self._headings) < 3 else (row.where, row.was, row.now)

    def _row_height(self, row: ChangeRow) -> int:
        metrics = self.theme.metrics()
        heights = [metrics.height()]
        for text, (_, width) in zip(self._texts(row), self._columns(), strict=True):
            if text:
                heights.append(_wrapped(metrics, text, width)[1])
        spare = self.theme.row - metrics.height()
        return max(heights) + spare

    def _paint_row(self, painter: QPainter, row: ChangeRow, y: int, height: int) -> None:
        theme = self.theme
        painter.fillRect(0, y + height - 1, self.viewport().width(), 1, theme.color("line"))
        above = (theme.row - theme.metrics().height()) // 2
        painter.setFont(theme.font())
        texts = self._texts(row)
        for place, (text, (left, width)) in enumerate(zip(texts, self._columns(), strict=True)):
            painter.setPen(theme.color("text" if place + 1 == len(texts) else "text2"))
            flags, _ = _wrapped(theme.metrics(), text, width)
            painter.drawText(QRect(left, y + above, width, height), flags, text)

    def _paint_head(self, painter: QPainter) -> None:
        theme, height = self.theme, self.fixed_height()
        painter.fillRect(0, 0, self.viewport().width(), height, theme.color("head"))
        painter.fillRect(0, height - 1, self.viewport().width(), 1, theme.color("border_soft"))
        for place, (text, (left, width)) in enumerate(zip(self._headings, self._columns(), strict=False)):
            room = QRect(left, 0, width, height - 1)
            painting.text(painter, room, text, theme.font(), theme.color("text2"))
            if place:
                tick = QRect(left - GAP // 2, TICK_INSET, 1, height - 2 * TICK_INSET)
                painter.fillRect(tick, theme.color("border_soft"))


def _wrapped(metrics: QFontMetrics, text: str, width: int) -> tuple[Qt.TextFlag, int]:
    """How a text is broken in a width, and how high it is: inside a word only where one is too long."""
    room = QRect(0, 0, width, 10_000)
    bounds = metrics.boundingRect(room, _WRAP, text)
    if bounds.width() <= width:
        return _WRAP, bounds.height()
    return _ANYWHERE, metrics.boundingRect(room, _ANYWHERE, text).height()
