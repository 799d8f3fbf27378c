"""The kinds of settings: words, a small number, one of a few, a name with ready-made ones, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.errors import Unfit
from app.models.texts import clean_text
from app.ui.forms.fields import LineField, enter_step
from app.ui.pages.settings_field import SettingField
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.sheet import label

LONGEST = 60


class TextField(SettingField):
    """One line of words."""

    editor: LineField

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, LineField(), parent)
        self.editor.textEdited.connect(self._edit)

    def raw(self) -> str:
        return self.editor.text()

    def put(self, raw: str) -> None:
        self.editor.setText(raw)
        self.editor.setCursorPosition(0)

    def read(self) -> str:
        return clean_text(self.raw(), LONGEST) or ""


class NumberField(SettingField):
    """A small number, such as a day of the month, with words around it."""

    editor: LineField

    def __init__(
        self, key: str, least: int, most: int, *, before: str = "", after: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(key, NumberLine(), parent)
        self._least, self._most = least, most
        if before:
            self.line.insertWidget(0, label(before))
        if after:
            self.line.addWidget(label(after))
        self.line.addStretch(1)
        self.editor.textEdited.connect(self._edit)

    def raw(self) -> str:
        return self.editor.text()

    def put(self, raw: str) -> None:
        self.editor.setText(raw)

    def shown(self, value: Any) -> str:
        return str(value)

    def read(self) -> int:
        return number_in(self.raw(), self._least, self._most)


class ChoiceField(SettingField):
    """One of a few, by key."""

    editor: ComboBox

    def __init__(self, key: str, options: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(key, ComboBox(), parent)
        self._values = [value for value, _ in options]
        self.editor.addItems([text for _, text in options])
        self.editor.currentIndexChanged.connect(self._edit)

    def raw(self) -> Any:
        return self._values[self.editor.currentIndex()]

    def put(self, raw: Any) -> None:
        self.editor.blockSignals(True)
        self.editor.setCurrentIndex(self._values.index(raw) if raw in self._values else 0)
        self.editor.blockSignals(False)


class NameField(SettingField):
    """A name with ready-made ones to choose from, or one's own."""

    editor: NameBox

    def __init__(self, key: str, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(key, NameBox(names), parent)
        self.editor.stepped.connect(self._step)
        self.editor.editTextChanged.connect(self._edit)

    def raw(self) -> str:
        return self.editor.currentText()

    def put(self, raw: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setEditText(raw)
        self.editor.blockSignals(False)

    def read(self) -> str:
        return clean_text(self.raw(), LONGEST) or ""


class FlagField(SettingField):
    """Yes or no."""

    editor: QCheckBox

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(key, QCheckBox(text), parent)
        self.line.addStretch(1)
        self.editor.clicked.connect(self._edit)

    def raw(self) -> bool:
        return self.editor.isChecked()

    def put(self, raw: bool) -> None:
        self.editor.setChecked(raw)


class NumberLine(LineField):
    """A narrow line for a number, right-aligned, without an input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, latin=True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(4.2), self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class NameBox(ComboBox):
    """A drop-down one may also type into; Enter goes on instead of adding an entry."""

    stepped = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.addItems(list(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = enter_step(event)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


def number_in(text: str, least: int, most: int) -> int:
    """A typed number within bounds; raises Unfit."""
    digits = clean_text(text, LONGEST) or ""
    if not digits.isdecimal() or not least <= int(digits) <= most:
        raise Unfit(f"请填 {least} 到 {most} 之间的数")
    return int(digits)
