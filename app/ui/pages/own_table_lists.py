"""Choosing several in an order of one's own: columns, figures, stretches of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets import painting
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.choice_popup import ChoicePopup
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

ORDER_HINT = "Alt+↑ ↓ 换次序"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedPopup(ChoicePopup):
    """A list with ticks whose lines can be put in another order; the ticked ones stand first."""

    def __init__(self, options: Sequence[Option], chosen: Sequence[str], parent: QWidget) -> None:
        places = {key: place for place, key in enumerate(chosen)}
        ordered = sorted(options, key=lambda option: places.get(option.key, len(places)))
        super().__init__(ordered, chosen, parent)
        hint = label(ORDER_HINT, "note")
        hint.setContentsMargins(10, 2, 10, 0)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._list:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        """Puts the line the keyboard is on further up or down, past lines that are narrowed away."""
        place = self._list.currentRow()
        target = place + step
        while 0 <= target < self._list.count() and self._list.item(target).isHidden():
            target += step
        if place < 0 or not 0 <= target < self._list.count():
            return
        item = self._list.takeItem(place)
        self._list.insertItem(target, item)
        self._list.setCurrentRow(target)
        self.changed.emit(self.chosen())


class ListButton(Themed, QAbstractButton):
    """Says how many are chosen and opens the list of them; as wide as its room."""

    changed = Signal(list)
    """Keys of the chosen options in their order."""

    def __init__(self, name: str, measure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._measure = name, measure
        self._options: tuple[Option, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open_list)

    @property
    def chosen(self) -> tuple[str, ...]:
        return self._chosen

    def set_options(self, options: Sequence[Option], chosen: Sequence[str]) -> None:
        """Offer these, with those chosen in this order; silently."""
        offered = {option.key for option in options}
        self._options = tuple(options)
        self._chosen = tuple(key for key in chosen if key in offered)
        self._say()

    def open_list(self) -> None:
        """Open the list."""
        popup = OrderedPopup(self._options, self._chosen, self.window())
        popup.changed.connect(self._chose)
        popup.open_below(self)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(10), self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(6), self.theme.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        focused = self.hasFocus()
        outline = "focus" if focused else "text2" if self.underMouse() else "border"
        painting.box(
            painter, self.rect(), theme.color("surface"), theme.color(outline), radius=3,
            width=2 if focused else 1,
        )  # fmt: skip
        edge = theme.icon
        words = self.rect().adjusted(10, 0, -edge - 12, 0)
        painting.text(painter, words, self.text(), theme.font(), theme.color("text"))
        drop = self.rect().adjusted(self.width() - edge - 7, 0, -7, 0)
        painting.icon_centred(painter, drop, "drop", theme.color("text2"), edge)
        painter.end()

    def _chose(self, keys: list[str]) -> None:
        self._chosen = tuple(keys)
        self._say()
        self.changed.emit(list(keys))

    def _say(self) -> None:
        texts = {option.key: option.text for option in self._options}
        named = [texts[key] for key in self._chosen]
        count = f"{len(named)} {self._measure}"
        self.setText(f"{count}：{'、'.join(named)}" if named else f"还没有选{self._name}")
        self.setAccessibleName(f"{self._name} {self.text()}")
        self.setToolTip("\n".join(named))
        self.update()
