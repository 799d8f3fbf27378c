"""FigureChoice: one of many figures, from a list in sections or by typing a part of its name or initials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from app.models.figure import Figure
from app.store.pinyin import first_initials
from app.ui.widgets.combo_box import ComboBox

_KEY, _FOUND_BY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH_EMS = 16


class FigureChoice(ComboBox):
    """Only a figure of the list can be chosen; other text gives way to the one chosen last."""

    chosen = Signal(str)
    """The key of the figure a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName("指标")
        finder = _Finder(self._model, self)
        finder.activated.connect(self._found)
        self.setCompleter(finder)
        self._key = ""
        self.activated.connect(self._take)

    @property
    def key(self) -> str:
        """The figure chosen."""
        return self._key

    def set_figures(self, sections: Mapping[str, Sequence[Figure]]) -> None:
        """Offer figures under headings; what was chosen stays when it is still there."""
        self._model.clear()
        for heading, figures in sections.items():
            item = QStandardItem(heading)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(self.theme.font("note", bold=True))
            self._model.appendRow(item)
            for figure in figures:
                self._model.appendRow(_item(figure))
        self.set_key(self._key)

    def set_key(self, key: str) -> None:
        """Choose by program, without a signal; a key that is not offered chooses nothing."""
        self._key = key
        self.setCurrentIndex(self.findData(key, _KEY))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_WIDTH_EMS), self.theme.control)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        edit = self.lineEdit()
        if edit is not None:
            edit.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCurrentIndex(self.findData(self._key, _KEY))
            self.setEditText(self.itemText(self.currentIndex()))

    def _found(self, text: str) -> None:
        self._choose(str(self.itemData(self.findText(text), _KEY) or ""))

    def _take(self, row: int) -> None:
        self._choose(str(self.itemData(row, _KEY) or ""))

    def _choose(self, key: str) -> None:
        if not key:
            self.set_key(self._key)
        elif key != self._key:
            self.set_key(key)
            self.chosen.emit(key)


class _Finder(QCompleter):
    """Finds by any part of the name, other names and initials; shows and takes over the name."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_FOUND_BY)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(12)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _item(figure: Figure) -> QStandardItem:
    item = QStandardItem(f"{figure.label}（{figure.unit}）")
    item.setData(figure.key, _KEY)
    words = (figure.label, *figure.aliases, first_initials(figure.label))
    item.setData(f"{item.text()} {' '.join(words)}", _FOUND_BY)
    item.setToolTip(f"口径：{figure.rule}。")
    return item
