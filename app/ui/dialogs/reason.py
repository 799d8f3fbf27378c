"""Asks why a reported number is to change, showing which numbers and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import Effect, ReasonNeeded
from app.ui.appearance import theme
from app.ui.dialogs.line_dialog import LineDialog
from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed, mark

TITLE = "政协履职台账"
LEAST = 4
OFFERED = 3
ROWS_SEEN = 6
_HEADINGS = ("期间", "指标", "现在", "改成", "单位")
_RIGHT = (2, 3)


class ReasonDialog(LineDialog):
    """What would change, and one line for the reason.

    `verb` is what is being done: 保存, 删除, 恢复. `recent` are reasons written before, newest first.
    """

    def __init__(
        self, effects: Sequence[Effect], parent: QWidget | None = None, *,
        verb: str = "保存", recent: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(
            TITLE, parent, name="理由", act=f"写明理由并{verb}", stay=f"先不{verb}",
            least=LEAST, lacking=f"请先写理由，至少 {LEAST} 个字", width_ems=46,
        )  # fmt: skip
        self.offers = [_Offer(text) for text in list(dict.fromkeys(recent))[:OFFERED]]
        self._lay_out(tuple(effects))
        for offer in self.offers:
            offer.clicked.connect(partial(self._use, offer.reason))
        self.begin()

    def _lay_out(self, effects: tuple[Effect, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(_Lock(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label(f"这会改动 {len(effects)} 个已经报过的数", "section"))
        kept = "报过的表和数原样留着，差额记进更正清单，算进下次报的本期数。"
        words.addWidget(label(kept, "label", wrap=True))
        words.addWidget(_table(effects))
        words.addSpacing(4)
        words.addLayout(self._asking())
        words.addStretch(1)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def _asking(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        name = label("理由", "label")
        name.setBuddy(self.edit)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        hint = f"至少 {LEAST} 个字，将来查得清，如：青山镇 10 月 9 日才补来签到表"
        grid.addWidget(label(hint, "note", wrap=True), 1, 1)
        if self.offers:
            used = label("用过的", "note")
            used.setFixedHeight(theme().control)
            grid.addWidget(used, 2, 0, Qt.AlignmentFlag.AlignTop)
            offers = QVBoxLayout()
            offers.setSpacing(0)
            for offer in self.offers:
                offers.addWidget(offer)
            grid.addLayout(offers, 2, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _use(self, reason: str) -> None:
        self.edit.setText(reason)
        self.edit.setFocus()


class _Offer(HintButton):
    """A reason written before, cut with … where it is long."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, kind="link")
        self.reason = reason
        self.setToolTip(reason)

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(self.theme.px(30), self.theme.control))


class _Lock(Themed, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(self.theme.px(2.1), self.theme.px(2.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        painting.icon_centred(painter, self.rect(), "lock", self.theme.tone(Tone.LOCK), self.width())
        painter.end()


def _table(effects: tuple[Effect, ...]) -> QWidget:
    """The numbers as a small table; more than a few scroll."""
    inner = QFrame()
    inner.setProperty("ground", "surface")
    grid = QGridLayout(inner)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for column, text in enumerate(_HEADINGS):
        grid.addWidget(label(text, "note"), 0, column, _align(column))
    for row, effect in enumerate(effects, start=1):
        texts = (effect.period, effect.figure, effect.before, effect.after, effect.unit)
        for column, text in enumerate(texts):
            role = "strong" if column == 3 else "body"
            grid.addWidget(label(text, role, wrap=column == 1), row, column, _align(column))
    grid.setColumnStretch(1, 1)
    if len(effects) <= ROWS_SEEN:
        return inner
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inner)
    mark(area, ground="surface")
    grid.setContentsMargins(0, 0, 14, 0)
    high = inner.sizeHint().height() * (ROWS_SEEN + 1) // (len(effects) + 1)
    area.setFixedHeight(high)
    return area


def _align(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag(0)
    return side | Qt.AlignmentFlag.AlignVCenter if side else Qt.AlignmentFlag(0)


def ask_reason(
    parent: QWidget | None, error: ReasonNeeded, *, verb: str = "保存", recent: Sequence[str] = (),
    begun: str = "", typed: Callable[[str], object] | None = None,
) -> str:  # fmt: skip
    """Ask and wait; the reason, "" when the change is not to be made.

    `begun` is what was typed before and came to nothing; `typed` hears of everything typed now.
    """
    dialog = ReasonDialog(error.effects, parent, verb=verb, recent=recent)
    dialog.edit.setText(begun)
    if typed is not None:
        dialog.typed.connect(typed)
    return dialog.ask()
