"""KnownList: what does not agree and goes up all the same: each ticked as 已知, and one word why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.sheet import label

LEAST = 2


class KnownList(QWidget):
    """Nothing in it blocks; ticks stay with their sentences while the list changes."""

    changed = Signal()
    """Something was ticked or written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: dict[str, QCheckBox] = {}
        self._ticked: set[str] = set()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(1, 1)
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        self.why.setAccessibleName("为什么照报")
        self.why.setPlaceholderText("为什么照报，如：已和市里说过")
        self.why.textChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(label("*", "mark"))
        line.addWidget(self.why)
        column.addLayout(line)

    @property
    def reason(self) -> str:
        """What is still missing before the month can go up all the same; "" when nothing is."""
        left = sum(not tick.isChecked() for tick in self._ticks.values())
        if left:
            return f"还有 {left} 处没有勾“已知”"
        return "请写为什么照报" if self._ticks and len(self._why) < LEAST else ""

    @property
    def note(self) -> str:
        """已知：…；…。原因"""
        return f"已知：{'；'.join(self._ticks)}。{self._why}" if self._ticks else ""

    @property
    def ticks(self) -> tuple[QCheckBox, ...]:
        """The boxes in order."""
        return tuple(self._ticks.values())

    @property
    def ticked(self) -> list[str]:
        """The sentences that are known."""
        return sorted(self._ticked)

    def put_back(self, why: str, ticked: Sequence[str]) -> None:
        """What was written and ticked before and came to nothing."""
        self._ticked = set(ticked)
        self.why.setText(why)

    @property
    def _why(self) -> str:
        return " ".join(self.why.text().split())

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Ask for these to be known; the same ones are left as they stand."""
        if list(self._ticks) == list(sentences):
            return
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self._ticks = {}
        for row, sentence in enumerate(dict.fromkeys(sentences)):
            tick, words = QCheckBox("已知"), label(sentence, wrap=True)
            tick.setAccessibleName(f"已知：{sentence}")
            tick.setChecked(sentence in self._ticked)
            tick.toggled.connect(self._toggled)
            self._rows.addWidget(tick, row, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(words, row, 1)
            self._ticks[sentence] = tick
        self.setVisible(bool(sentences))
        self.changed.emit()

    def restart(self) -> None:
        """Another month: nothing is known yet."""
        self._ticked.clear()
        self.why.clear()
        self.set_sentences(())

    def _toggled(self) -> None:
        self._ticked = {sentence for sentence, tick in self._ticks.items() if tick.isChecked()}
        self.changed.emit()
