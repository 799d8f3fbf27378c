"""CellGrid: rows laid out in cells and painted, one of them in work; what an editable table is made of."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.errors import Problem
from app.models.base import Base
from app.models.fields import Field, rows_of
from app.ui.forms.child_columns import Column, columns_of, fitting, is_hidden
from app.ui.forms.child_face import Cell, ChildFace
from app.ui.forms.child_rows import ChildRows
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.live_cell import LiveCell
from app.ui.forms.row_detail import RowDetail
from app.ui.forms.row_marks import cell_state, row_state
from app.ui.widgets import painting


class CellGrid(Editor):
    """Knows where everything stands; `ChildTable` adds what keys and values do."""

    def __init__(self, spec: Field, model: type[Base], desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, parent=parent)
        row_model = rows_of(model, spec)
        self._all = columns_of(row_model)
        self._rows = ChildRows(row_model, desk)
        self._face = ChildFace(self.theme)
        self._cell = LiveCell(self, self._rows, desk)
        self._detail = RowDetail(self, self._rows, desk)
        self._problems: list[tuple[tuple[str | int, ...], Problem]] = []
        self._read_only = self._leaving = self._altered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spec.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cell.grown.connect(self._fit)
        self._detail.grown.connect(self._fit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._fit()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(30), self.height())

    def restyle(self) -> None:
        if hasattr(self, "_face"):
            self._face = ChildFace(self.theme)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, face, count = painting.begin(self), self._face, len(self._rows.rows)
        face.paint_frame(painter, self.height(), sunken=self._read_only)
        for row in range(count):
            cells = [self._shown(row, column) for column in face.columns]
            face.paint_row(painter, row, cells, str(row + 1), row_state(self._problems, row))
        if len(face.tops) > count:
            if self._cell.row == count:
                face.paint_row(painter, count, [Cell() for _ in face.columns], "", "")
            else:
                face.paint_ghost(painter, count)
        if self._cell.is_open and self._cell.row < len(face.tops):
            rect = face.cell_rect(self._cell.row, self._cell.place).adjusted(-1, -1, 1, 1)
            ground, ring = self.theme.color("surface"), self.theme.color("focus")
            painting.box(painter, rect, ground, ring, radius=0, width=2)
        if self._altered:
            painter.fillRect(0, 1, 3, self.height() - 2, self.theme.color("accent"))
        painter.end()

    # inside

    def _hidden(self) -> list[Column]:
        shown = {column.key for column in self._face.columns}
        return [column for column in self._all if column.key not in shown or is_hidden(column)]

    def _show_again(self) -> None:
        self._detail.show_again()
        self._cell.show_again()
        self._fit()

    def _close_cell(self, *, keep_blank: bool = False) -> None:
        """Put the live editor away; a row nobody filled anything into goes with it."""
        if not self._cell.is_open:
            return
        row, editor = self._cell.row, self._cell.editor
        if editor is not None and self._holds(editor):
            self._hold_focus()
        self._cell.close()
        blank = row < len(self._rows.rows) and self._rows.is_blank(row, self._all)
        if blank and not keep_blank and row != self._detail.row:
            self._rows.remove(row)
            self.edited.emit()
        self._fit()

    def _hold_focus(self) -> None:
        """Keep the keyboard while a cell goes: Qt would hand it to whatever comes next."""
        self._leaving = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leaving = False

    def _shown(self, row: int, column: Column) -> Cell:
        unread = self._rows.unread_text(row, column)
        if unread:
            return Cell(unread[0], "invalid")
        value, text = column.get(self._rows.rows[row]), ""
        if value is not None and column.spec.value is not None:
            text = column.spec.value.format(value, self.desk)
        state = cell_state(self._problems, row, column.path, filled=bool(text))
        return Cell("请填" if state == "missing" else text, state)

    def _fit(self) -> None:
        """Work out where everything stands."""
        face = self._face
        width = max(self.width(), self.theme.px(20)) - face.number_width
        face.columns, face.widths = fitting(self._all, width, self.desk, self.theme)
        if self._cell.place >= len(face.columns):
            self._close_cell()
        face.arrange(len(self._rows.rows), self._shown, self._extra, self._least, not self._read_only)
        if self._cell.is_open:
            self._cell.put_at(face.cell_rect(self._cell.row, self._cell.place))
        row = self._detail.row
        if row >= 0:
            top, left = face.tops[row] + face.heights[row], face.number_width
            self._detail.put_at(QRect(left, top, face.width - left - 1, self._extra(row)))
        if face.bottom + 1 != self.height() or self.minimumHeight() != face.bottom + 1:
            self.setFixedHeight(face.bottom + 1)
            self.updateGeometry()
            self.grown.emit()
        self.update()

    def _extra(self, row: int) -> int:
        return self._detail.height_at(row, self._face.width - self._face.number_width - 1)

    def _least(self, row: int) -> int:
        return self._cell.wanted_height() if row == self._cell.row else 0

    @staticmethod
    def _holds(widget: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is widget or widget.isAncestorOf(focus))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self._cell.is_open or new is None or self._leaving:
            return
        in_front = new.window() is not self.window()  # a list or a question, after which it goes on here
        if not in_front and not self.isAncestorOf(new):
            self._close_cell()
