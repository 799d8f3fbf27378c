"""PaperList: the documents of a month down the left, two lines and a sign each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

_ROLE = Qt.ItemDataRole.UserRole
_PAD = 12


@dataclass(frozen=True)
class Paper:
    """One document or sheet that can be looked at; `sheet` names a part of a workbook."""

    name: str
    note: str
    icon: str
    path: Path
    sheet: str = ""
    stale: bool = False


class PaperList(Themed, QListWidget):
    """Choose a paper with mouse or arrows."""

    chosen = Signal(object)
    """The Paper to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("本期材料")
        self.setProperty("bare", "true")
        self.setItemDelegate(_Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)

    def set_papers(self, papers: Sequence[Paper]) -> None:
        """Show these; the one chosen before stays chosen where it is still there."""
        before = self._name(self.currentItem())
        self.blockSignals(True)
        self.clear()
        for paper in papers:
            item = QListWidgetItem(paper.name)
            item.setData(_ROLE, paper)
            item.setToolTip(paper.name)
            self.addItem(item)
        names = [paper.name for paper in papers]
        self.blockSignals(False)
        if papers:
            self.setCurrentRow(names.index(before) if before in names else 0)

    def choose(self, name: str) -> None:
        """Show the paper of this name."""
        for item in self.findItems(name, Qt.MatchFlag.MatchExactly):
            self.setCurrentItem(item)

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ROLE))

    def _name(self, item: QListWidgetItem | None) -> str:
        return "" if item is None else item.text()


class _Lines(QStyledItemDelegate):
    """Icon, name in bold when chosen, a note below, a sign at the right."""

    def __init__(self, owner: PaperList) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._owner.theme
        height = theme.metrics("body").height() + theme.metrics("note").height() + 14
        return QSize(10, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._owner.theme
        paper: Paper = index.data(_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, theme.color("select"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover_row"))
        ink = theme.color("on_select") if chosen else theme.color("text")
        second = theme.color("on_select" if chosen and theme.is_contrast else "text2")
        tone = Tone.WARN if paper.stale else Tone.OK
        note = second if not paper.stale or (chosen and theme.is_contrast) else theme.tone(tone)
        self._write(painter, rect, paper, ink, second, note, chosen)
        sign = QRect(rect.right() - _PAD - theme.icon, rect.top(), theme.icon, rect.height())
        painting.icon(
            painter, sign, "warn" if paper.stale else "ok", theme.tone(tone), sign.left(), theme.icon,
            theme.metrics("body"),
        )  # fmt: skip
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        paper: Paper,
        ink: QColor,
        second: QColor,
        note: QColor,
        chosen: bool,
    ) -> None:
        theme = self._owner.theme
        body, small = theme.metrics("body"), theme.metrics("note")
        left = rect.left() + _PAD + theme.icon + 8
        width = rect.width() - (left - rect.left()) - theme.icon - 2 * _PAD
        top = QRect(left, rect.top() + 6, width, body.height())
        painting.icon(painter, top, paper.icon, second, rect.left() + _PAD, theme.icon, body)
        painting.text(painter, top, paper.name, theme.font("body", bold=chosen), ink)
        below = QRect(left, top.bottom() + 2, width, small.height())
        painting.text(painter, below, paper.note, theme.font("note"), note)
