"""A list under a button with ticks: several may be chosen, and long lists can be narrowed by typing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.widgets.choice_bar import Option
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.themed import Themed

LONG_LIST = 12


class ChoicePopup(Themed, QFrame):
    """Opens below a widget; every tick is told at once, Esc and Enter close."""

    changed = Signal(list)
    """Keys of the ticked options, in the order of the options."""

    def __init__(self, options: Sequence[Option], chosen: Collection[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "popup")
        self._options = tuple(options)
        self._narrow = SearchBox("找选项", parent=self)
        self._narrow.setVisible(len(options) > LONG_LIST)
        self._list = QListWidget(self)
        self._list.setUniformItemSizes(True)
        for option in options:
            item = QListWidgetItem(option.text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, option.key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if option.key in chosen else Qt.CheckState.Unchecked)
        self._none = HintButton("清除", kind="link")
        self._done = HintButton("收起", hint="Esc", kind="link")
        self._lay_out()
        self._connect()

    def open_below(self, widget: QWidget) -> None:
        """Show under `widget`, or above it when there is no room below."""
        self._fit(widget)
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        window = widget.window().frameGeometry().intersected(screen)
        place.setX(max(window.left(), min(place.x(), window.right() - self.width())))
        self.move(place)
        self.show()
        (self._list if self._narrow.isHidden() else self._narrow).setFocus()
        if self._list.count():
            self._list.setCurrentRow(0)

    def chosen(self) -> list[str]:
        """Keys of the ticked options."""
        ticked = Qt.CheckState.Checked
        items = (self._list.item(row) for row in range(self._list.count()))
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == ticked]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space:
                self._toggle(self._list.currentItem())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 1)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(6, 2, 6, 2)
        top.addWidget(self._narrow)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self._none)
        foot.addStretch(1)
        foot.addWidget(self._done)
        column.addLayout(top)
        column.addWidget(self._list)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._list.itemClicked.connect(self._toggle)
        self._list.installEventFilter(self)
        self._narrow.textChanged.connect(self._narrowed)
        self._narrow.left.connect(self._list.setFocus)
        self._none.clicked.connect(self._untick)
        self._done.clicked.connect(self.close)

    def _fit(self, widget: QWidget) -> None:
        theme = self.theme
        metrics = theme.metrics()
        widest = max((metrics.horizontalAdvance(option.text) for option in self._options), default=0)
        rows = min(len(self._options), LONG_LIST)
        self._list.setFixedHeight(rows * theme.row + 2)
        width = max(widest + theme.check + 4 * theme.em, 12 * theme.em, widget.width())
        self.setFixedWidth(min(width, 26 * theme.em))
        self.adjustSize()

    def _toggle(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self.changed.emit(self.chosen())

    def _untick(self) -> None:
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(Qt.CheckState.Unchecked)
        self.changed.emit([])
        self.close()

    def _narrowed(self, text: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(text.strip().lower() not in item.text().lower())
