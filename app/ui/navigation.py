"""The way to the pages, at the window's left: names under captions, or a rail of icons when narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets import painting
from app.ui.widgets.themed import Themed
from app.ui.widgets.viewport import clear_viewport

FULL_EMS = 13.0
RAIL_EMS = 4.6


@dataclass(frozen=True)
class Destination:
    """One page to go to; `caption` heads the group that begins with it, `last` puts it at the foot."""

    key: str
    icon: str
    text: str
    short: str
    caption: str = ""
    hint: str = ""
    last: bool = False


class NavigationBar(Themed, QWidget):
    """One destination is here; ↑ ↓ move, Enter goes."""

    chosen = Signal(str)
    """The key of the destination a person chose."""

    def __init__(self, destinations: Sequence[Destination] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail = False
        self._destinations: tuple[Destination, ...] | None = None
        self._badges: dict[str, int] = {}
        self._items: dict[str, _Item] = {}
        self._captions: list[_Caption] = []
        self._area = QScrollArea(self)
        clear_viewport(self._area)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_destinations(destinations)

    def set_destinations(self, destinations: Sequence[Destination]) -> None:
        """Offer other pages, or the same under other names; badges stay."""
        if tuple(destinations) == self._destinations:
            return
        self._destinations = tuple(destinations)
        here = next((key for key, item in self._items.items() if item.isChecked()), "")
        self._items, self._captions = {}, []
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        for destination in [d for d in destinations if not d.last]:
            if destination.caption:
                self._captions.append(_Caption(destination.caption))
                column.addWidget(self._captions[-1])
            column.addWidget(self._item(destination))
        column.addStretch(1)
        for destination in [d for d in destinations if d.last]:
            column.addWidget(self._item(destination))
        self._area.setWidget(inner)
        self.set_rail(self._rail)
        if here in self._items:
            self.set_here(here)
        for key, count in self._badges.items():
            self.set_badge(key, count)

    def set_here(self, key: str) -> None:
        """Mark the page in sight; a key that is not offered marks none."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def set_badge(self, key: str, count: int) -> None:
        """Show how many things wait there; 0 shows nothing."""
        self._badges[key] = count
        if key in self._items:
            self._items[key].set_badge(count)

    def set_rail(self, rail: bool) -> None:
        """Icons over short names, for narrow windows."""
        self._rail = rail
        for caption in self._captions:
            caption.setVisible(not rail)
        for item in self._items.values():
            item.set_rail(rail)
        self.restyle()

    def focus_here(self) -> None:
        """Give the keyboard to the destination in sight."""
        for item in self._items.values():
            if item.isChecked():
                item.setFocus()

    def restyle(self) -> None:
        self.setFixedWidth(self.theme.px(RAIL_EMS if self._rail else FULL_EMS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        painter.fillRect(self.rect(), self.theme.color("nav"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self.theme.color("line"))
        painter.end()

    def _item(self, destination: Destination) -> _Item:
        item = _Item(destination)
        item.clicked.connect(self._pressed)
        item.moved.connect(self._move)
        self._items[destination.key] = item
        return item

    def _move(self, step: int) -> None:
        items = list(self._items.values())
        place = next((n for n, item in enumerate(items) if item is self.sender()), 0)
        target = items[max(0, min(len(items) - 1, place + step))]
        target.setFocus()
        self._area.ensureWidgetVisible(target)

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Item):
            self.chosen.emit(sender.key)


class _Caption(Themed, QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, self.theme.px(2.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        line = self.rect().adjusted(theme.px(1.4), theme.px(0.25), 0, 0)
        painting.text(painter, line, self._text, theme.font("note"), theme.color("muted"))
        painter.end()


class _Item(Themed, QAbstractButton):
    moved = Signal(int)

    def __init__(self, destination: Destination) -> None:
        super().__init__()
        self.key = destination.key
        self._destination = destination
        self._rail = False
        self._badge = 0
        self.setText(destination.text)
        self.setCheckable(True)
        self.setAccessibleName(destination.text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{destination.text}  {destination.hint}".strip())

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        self.updateGeometry()
        self.update()

    def set_badge(self, count: int) -> None:
        self._badge = count
        self.setAccessibleDescription(f"{count} 条要补" if count else "")
        self.update()

    def nextCheckState(self) -> None:
        """Pressing asks to go; the window marks where it went."""

    def sizeHint(self) -> QSize:
        return QSize(0, self.theme.px(4.15 if self._rail else 2.9))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        here = self.isChecked()
        if here:
            painter.fillRect(self.rect(), theme.color("surface"))
            painter.fillRect(0, 0, 4, self.height(), theme.color("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.color("hover"))
        if self.hasFocus():
            painting.focus_box(painter, self.rect().adjusted(4, 0, 0, 0), theme, radius=0)
        (self._paint_rail if self._rail else self._paint_full)(painter, here)
        painter.end()

    def _paint_full(self, painter: QPainter, here: bool) -> None:
        theme, line = self.theme, self.rect()
        metrics = theme.metrics(bold=here)
        ink = theme.color("accent" if here else "text2")
        painting.icon(painter, line, self._destination.icon, ink, theme.px(1.5), theme.icon, metrics)
        room = line.adjusted(theme.px(3.6), 0, -theme.px(2.8 if self._badge else 0.5), 0)
        painting.text(painter, room, self.text(), theme.font(bold=here), theme.color("text"))
        if self._badge:
            self._paint_badge(painter, line.width() - theme.px(1.05), line.center().y() + 1)

    def _paint_rail(self, painter: QPainter, here: bool) -> None:
        theme, metrics = self.theme, self.theme.metrics(bold=here)
        ink = theme.color("accent" if here else "text2")
        upper = self.rect().adjusted(0, theme.px(0.5), 0, 0)
        upper.setHeight(theme.px(1.7))
        painting.icon_centred(painter, upper, self._destination.icon, ink, theme.icon)
        lower = self.rect().adjusted(2, upper.bottom(), -1, 0)
        lower.setHeight(metrics.height())
        font = theme.font(bold=here)
        painting.text(painter, lower, self._destination.short, font, theme.color("text"), painting.Centre)
        if self._badge:
            self._paint_badge(painter, self.width() - theme.px(0.25), upper.center().y())

    def _paint_badge(self, painter: QPainter, right: int, middle: int) -> None:
        theme = self.theme
        text = str(self._badge) if self._badge < 100 else "99+"
        height = theme.even(1.4)
        width = max(theme.even(1.45), theme.metrics("note").horizontalAdvance(text) + theme.px(0.8))
        rect = self.rect()
        rect.setRect(right - width, middle - height // 2, width, height)
        fill, line = theme.color("warn_bg"), theme.color("warn_line")
        painting.box(painter, rect, fill, line, radius=height / 2)
        font = theme.font("note", bold=True)
        painting.text(painter, rect, text, font, theme.color("warn"), painting.Centre)
