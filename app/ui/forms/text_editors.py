"""Editors of what is typed into one line or one block: texts, codes, times, numbers, amounts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import Unfit
from app.models.fields import Field
from app.models.values import Count, Money
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.fields import BlockField, LineField
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import mark


class LineEditor(Editor):
    """A line whose text is read by the field's value kind on every letter, and shown in full when left."""

    latin = False

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._value: Any = None
        self._unfit = ""
        self.line = LineField(self, latin=self.latin, bare=cell)
        self.line.setAccessibleName(spec.label)
        self.setFocusProxy(self.line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.stepped.connect(self.moved)
        self.line.left.connect(self.finish)

    @property
    def unfit(self) -> str:
        return self._unfit

    @property
    def typed(self) -> str | None:
        return self.line.text() if self._unfit else None

    @property
    def composing(self) -> bool:
        return self.line.composing

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value, self._unfit = value, ""
        text = self.shown(value)
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def show_typed(self, typed: Any) -> None:
        self.line.setText(str(typed))
        self._read_line()

    def shown(self, value: Any) -> str:
        """How the value stands in the line."""
        assert self.spec.value is not None
        return self.spec.value.format(value, self.desk)

    def set_computed(self, text: str) -> None:
        """What the value is worked out to until it is typed over; it stands muted in the empty line."""
        self.line.setPlaceholderText(text)

    def finish(self) -> None:
        if not self._unfit and not self.composing:
            self.set_value(self._value)

    def set_marks(self, state: str, altered: bool) -> None:
        mark(self.line, state=state or None, altered=True if altered and not self.cell else None)

    def set_read_only(self, read_only: bool) -> None:
        mark(self.line, readOnly=read_only)
        self.line.setReadOnly(read_only)

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.line.selectAll()
        if text is not None:
            self.line.insert(text)
            self._typed()

    def _typed(self) -> None:
        self._read_line()
        self.edited.emit()

    def _read_line(self) -> None:
        try:
            self._value, self._unfit = self.read(self.line.text()), ""
        except Unfit as unfit:
            self._value, self._unfit = None, str(unfit)


class CodeEditor(LineEditor):
    """Phones, document numbers, initials: typed without an input method."""

    latin = True


class TimeEditor(LineEditor):
    """A time of day: 1430 becomes 14:30."""

    latin = True
    ems = 4.2


class NumberEditor(LineEditor):
    """A number at the right of its box, its unit after it; empty is not zero."""

    latin = True

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._unit = label(self._unit_text(), "label")
        self._beside = label("", "note")
        self._row.addWidget(self._unit)
        self._row.addWidget(self._beside)
        self._unit.setVisible(bool(self._unit.text()) and not cell)
        self._beside.hide()
        self._row.addStretch(0 if cell else 1)
        self.restyle()

    def restyle(self) -> None:
        if not self.cell:
            wide = 7 if isinstance(self.spec.value, Money) else self.line_ems
            self.line.setFixedWidth(self.theme.px(wide))

    def set_computed(self, text: str) -> None:
        super().set_computed(text)
        over = self._value is not None and self.shown(self._value) != text and bool(text)
        self._beside.setText(f"自动算的是 {text}" if over else "")
        self._beside.setVisible(over and not self.cell)

    @property
    def line_ems(self) -> float:
        """How wide the box for the digits is."""
        return 4.2

    def _unit_text(self) -> str:
        if isinstance(self.spec.value, Money):
            return "元"
        return self.spec.value.unit if isinstance(self.spec.value, Count) else ""


class LongTextEditor(Editor):
    """A text of several lines, as high as it is long; Enter is a new line, Tab goes on."""

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._value: str | None = None
        self._unfit = ""
        self.block = BlockField(self, bare=cell)
        self.block.setAccessibleName(spec.label)
        self.setFocusProxy(self.block)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.block)
        self.block.typed.connect(self._typed)
        self.block.stepped.connect(self.moved)
        self.block.left.connect(self.finish)
        self.block.grown.connect(self.grown)

    def hint(self) -> str:
        keys = ("回车 换行", "Tab 下一栏", "Ctrl+S 保存", "F6 完整填写")
        return "　".join(filter(None, (super().hint(), *keys)))

    @property
    def unfit(self) -> str:
        return self._unfit

    @property
    def typed(self) -> str | None:
        return self.block.toPlainText() if self._unfit else None

    @property
    def composing(self) -> bool:
        return self.block.composing

    def value(self) -> str | None:
        return self._value

    def set_value(self, value: str | None) -> None:
        self._value, self._unfit = value, ""
        if self.block.toPlainText() != (value or ""):
            self.block.set_text(value or "")

    def show_typed(self, typed: Any) -> None:
        self.block.set_text(str(typed))
        self._read_block()

    def set_marks(self, state: str, altered: bool) -> None:
        if not self.cell:
            self.block.set_marks(state, altered)

    def set_read_only(self, read_only: bool) -> None:
        mark(self.block, readOnly=read_only)
        self.block.setReadOnly(read_only)

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        self.block.setFocus(Qt.FocusReason.TabFocusReason)
        if self.cell:
            self.block.selectAll()
        if text is not None:
            self.block.insertPlainText(text)

    def _typed(self) -> None:
        self._read_block()
        self.edited.emit()

    def _read_block(self) -> None:
        try:
            self._value, self._unfit = self.read(self.block.toPlainText()), ""
        except Unfit as unfit:
            self._value, self._unfit = None, str(unfit)
