"""FormHeader: where I am, which record of how many, and what can be done with it; it does not scroll."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.ui.theme import Layout
from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import label
from app.ui.widgets.status_word import Status, StatusWord
from app.ui.widgets.themed import Themed


class FormHeader(Themed, QWidget):
    """‹ kind │ title │ status word … ↑ 12 / 17 ↓ [打印] [保存并新增] [保存] ⋯"""

    stepped = Signal(int)
    """-1 for the record before, +1 for the one after."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = HintButton(kind, icon="back", kind="link")
        self.back.set_tip("回到列表  Esc")
        self._title = _Title()
        self.status = StatusWord(pill=True)
        self.before = IconButton("up", "上一条", hint="PgUp")
        self.after = IconButton("down", "下一条", hint="PgDn")
        self._place = label("", "label")
        self.print = HintButton("打印", icon="print", hint="Ctrl+P")
        self.save_next = HintButton("保存并新增", hint="Ctrl+Enter")
        self.save = HintButton("保存", icon="save", hint="Ctrl+S", kind="primary")
        self.more = IconButton("more", "更多")
        self._menu = QMenu(self)
        self._lay_out()
        for button in (self.back, self.before, self.after, self.print, self.save_next, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.before.clicked.connect(self._step_back)
        self.after.clicked.connect(self._step_on)
        self.more.clicked.connect(self._open_menu)

    def add_command(self, text: str, hint: str = "") -> QAction:
        """One more line in the ⋯ menu."""
        return self._menu.addAction(f"{text}\t{hint}" if hint else text)

    def add_rule(self) -> None:
        """A line in the ⋯ menu."""
        self._menu.addSeparator()

    def set_title(self, text: str) -> None:
        """The record's own name."""
        self._title.set_text(text)

    def set_status(self, status: Status) -> None:
        """草稿, 已登记."""
        self.status.set_status(status)

    def set_place(self, place: int, count: int) -> None:
        """Which of the neighbours this is, from 1; 0 when it is none of them."""
        shown = count > 0
        for part in (self.before, self._place, self.after):
            part.setVisible(shown)
        self._place.setText(f"{place or '–'} / {count}")
        self.before.set_reason("" if place > 1 else "前面没有了")
        self.after.set_reason("" if 0 < place < count else "后面没有了")

    def fit(self, layout: Layout) -> None:
        """Key hints go first when room is short."""
        for button in (self.print, self.save_next, self.save):
            button.set_hint_shown(layout is not Layout.NARROW)

    def _lay_out(self) -> None:
        upright = QFrame()
        upright.setProperty("panel", "upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addSpacing(4)
        row.addWidget(upright)
        row.addSpacing(2)
        row.addWidget(self._title)
        row.addWidget(self.status)
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self._place)
        row.addWidget(self.after)
        row.addSpacing(6)
        for button in (self.print, self.save_next, self.save, self.more):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))


class _Title(Themed, QWidget):
    """Ends in … when too long, with the whole as its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.metrics("title").horizontalAdvance(self._text) + 2, self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.theme.px(5), self.sizeHint().width()), self.theme.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        painting.text(painter, self.rect(), self._text, theme.font("title"), theme.color("text"))
        painter.end()
