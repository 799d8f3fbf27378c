"""SteppedDialog: a dialog of a few pages, as high as the one in sight, gone through by Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.ui.appearance import theme
from app.ui.dialogs.dialog import Dialog
from app.ui.forms.fields import LineField
from app.ui.pages.settings_field import Remark
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

_MARGIN = 20  # of the dialog at its sides
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SteppedDialog(Dialog):
    """Subclasses add pages and say what the primary button `go` does on each; `stay` puts it away."""

    def __init__(
        self, title: str, parent: QWidget | None, *, go: str, stay: str = "取消", width_ems: float = 40
    ) -> None:
        super().__init__(title, parent, width_ems=width_ems)
        self.pages = QStackedWidget()
        self.remark = Remark()
        self.body.addWidget(self.pages)
        self.body.addWidget(self.remark)
        self.go = self.add_button(go, kind="primary")
        self.stay = self.add_button(stay, hint="Esc")
        self.go.clicked.connect(self.act)
        self.stay.clicked.connect(self.reject)

    def act(self) -> None:
        """What the primary button does on the page in sight."""
        raise NotImplementedError

    def add_page(self, title: str, words: str = "") -> QVBoxLayout:
        """One more page with its heading; returns where the rest of it goes."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(title, "section", wrap=True))
        if words:
            column.addWidget(label(words, "label", wrap=True))
        self.pages.addWidget(page)
        return column

    def show_page(self, place: int) -> None:
        """Another page, with nothing said yet."""
        self.pages.setCurrentIndex(place)
        self.say("")

    def say(self, text: str | AppError) -> None:
        """What is wrong, below the fields; "" nothing."""
        self.remark.say(text.message if isinstance(text, AppError) else text)
        self.fit()

    def fit(self) -> None:
        """As high as the page in sight: wrapped labels ask for more lines than a layout leaves them."""
        page = self.pages.currentWidget()
        inner = page.layout() if page is not None else None
        if inner is not None:
            self.pages.setFixedHeight(inner.heightForWidth(self.width() - 2 * _MARGIN))
        outer = self.layout()
        if outer is not None:
            outer.activate()
            self.setFixedHeight(outer.heightForWidth(self.width()))

    def lead(self, *fields: LineField) -> None:
        """Enter in a line goes to the next one, in the last one on."""
        for place, field in enumerate(fields):
            field.stepped.connect(partial(self._step, fields, place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else the primary one."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, HintButton):
            focused.click()
        elif self.go.isEnabled():
            self.act()

    def _step(self, fields: tuple[LineField, ...], place: int, step: int) -> None:
        if 0 <= place + step < len(fields):
            fields[place + step].setFocus()
        elif step > 0 and self.go.isEnabled():
            self.act()


class Rows(QGridLayout):
    """Names at the left, editors at the right, as in the forms; Enter goes down, the last one acts."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(0)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, theme().px(5.4))
        self.setColumnStretch(1, 1)

    def add(self, name: str, editor: QWidget) -> None:
        words = label(name, "label")
        words.setFixedHeight(theme().control)
        row = self.rowCount()
        self.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)

    def add_below(self, words: QWidget) -> None:
        self.addWidget(words, self.rowCount(), 1)
