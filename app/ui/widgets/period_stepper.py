"""‹ 2026年10月 ›: the period in sight and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.ui.widgets import painting
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.themed import Themed


class PeriodStepper(Themed, QWidget):
    """Shows the words of a period; asks for the one before or after, or for another altogether."""

    stepped = Signal(int)
    """-1 for the period before, 1 for the one after."""
    choice_requested = Signal()
    """The words were pressed."""

    def __init__(self, text: str = "", *, title: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = IconButton("back", "前一期", hint="Alt+←", parent=self)
        self._after = IconButton("next", "后一期", hint="Alt+→", parent=self)
        self._words = _Words(text, title, self)
        self.is_title = title
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        for part in (self._before, self._words, self._after):
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)
        self._words.clicked.connect(self.choice_requested)

    def set_text(self, text: str) -> None:
        """Show another period."""
        self._words.setText(text)
        self._words.updateGeometry()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def set_ends(self, *, before: str = "", after: str = "") -> None:
        """Say why there is nothing before or after; "" when there is."""
        self._before.set_reason(before)
        self._after.set_reason(after)

    def set_words_shown(self, shown: bool) -> None:
        """Leave only the arrows when the title already names the period and room is short."""
        self._words.setVisible(shown)
        self._row.activate()  # at once, so that a toolbar that folds does not show a wrong width
        self.updateGeometry()

    def words_width(self) -> int:
        """Room that the words take."""
        return self._words.sizeHint().width() + 2

    def full_width(self) -> int:
        """Width with words, whether they are shown or not."""
        return self._before.sizeHint().width() + self.words_width() + 2 + self._after.sizeHint().width()

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)


class _Words(Themed, QAbstractButton):
    def __init__(self, text: str, title: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = "title" if title else "body"
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip("选别的月份")

    def sizeHint(self) -> QSize:
        width = self.theme.metrics(self._role, bold=True).horizontalAdvance(self.text())
        return QSize(width + 2 * self.theme.px(0.5), self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        if self.underMouse():
            painting.box(painter, self.rect(), theme.color("hover"), None)
        if self.hasFocus():
            painting.focus_box(painter, self.rect(), theme)
        font = theme.font(self._role, bold=True)
        painting.text(painter, self.rect(), self.text(), font, theme.color("text"), painting.Centre)
        painter.end()
