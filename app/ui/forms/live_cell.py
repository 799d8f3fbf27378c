"""LiveCell: the one cell in work of an editable table, with the editor that lives in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.ui.forms.child_columns import Column
from app.ui.forms.child_rows import ChildRows
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.text_editors import LineEditor, LongTextEditor


class LiveCell(QObject):
    """Carries what is typed into the rows; a place after the last row makes a new one."""

    edited = Signal()
    moved = Signal(int)
    grown = Signal()
    pasted = Signal(str)

    def __init__(self, table: QWidget, rows: ChildRows, desk: Desk) -> None:
        super().__init__(table)
        self._table, self._rows, self._desk = table, rows, desk
        self.editor: Editor | None = None
        self.row = -1
        self.place = -1
        self._column: Column | None = None

    @property
    def is_open(self) -> bool:
        """Whether a cell is in work."""
        return self.editor is not None

    @property
    def unfit(self) -> str:
        """Why what stands in it cannot be read, else ""."""
        return self.editor.unfit if self.editor is not None else ""

    def open(self, row: int, place: int, column: Column) -> None:
        """Put an editor into a cell."""
        from app.ui.forms.editors import make_editor

        self.row, self.place, self._column = row, place, column
        editor = make_editor(column.spec, column.model, self._desk, cell=True, parent=self._table)
        if row < len(self._rows.rows):
            editor.narrowing = self._rows.rows[row].get(column.spec.narrowed_by)
            editor.set_value(column.get(self._rows.rows[row]))
        unread = self._rows.unread_text(row, column)
        if unread:
            editor.show_typed(unread[0])
        editor.edited.connect(self._changed)
        editor.moved.connect(self.moved)
        editor.grown.connect(self.grown)
        if isinstance(editor, LineEditor):
            editor.line.takes_blocks = True
            editor.line.block_pasted.connect(self.pasted)
        elif isinstance(editor, LongTextEditor):
            editor.block.block_pasted.connect(self.pasted)
        self.editor = editor

    def close(self) -> None:
        """Put the editor away, what was typed short made whole first."""
        if self.editor is not None:
            self.editor.finish()
            editor, self.editor = self.editor, None
            editor.hide()
            editor.deleteLater()
        self.row = self.place = -1

    def put_at(self, rect: QRect) -> None:
        """Take this place in the table."""
        if self.editor is not None:
            self.editor.setGeometry(rect.adjusted(6, 1, -3, -1))

    def wanted_height(self) -> int:
        """What the text needs now; 0 for a single line."""
        if isinstance(self.editor, LongTextEditor):
            return self.editor.block.text_height() + self.editor.theme.px(0.75)
        return 0

    def show_again(self) -> None:
        """The rows changed by program."""
        if self.editor is None or self._column is None or self.row >= len(self._rows.rows):
            return
        value = self._column.get(self._rows.rows[self.row])
        if self.editor.value() != value and not self.editor.composing:
            self.editor.set_value(value)

    def put_caret(self) -> None:
        """F2: the caret behind the text instead of all of it selected."""
        if isinstance(self.editor, LineEditor):
            self.editor.line.end(False)
        elif isinstance(self.editor, LongTextEditor):
            self.editor.block.moveCursor(self.editor.block.textCursor().MoveOperation.End)

    def _changed(self) -> None:
        if self.editor is None or self._column is None:
            return
        if self.editor.unfit:
            typed, value = self.editor.typed, self.editor.value()
            self._rows.put_unread(self.row, self._column, typed, self.editor.unfit, value=value)
        else:
            self._rows.put(self.row, self._column, self.editor.value())
        self.edited.emit()
