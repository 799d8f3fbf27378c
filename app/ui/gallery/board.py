"""The ground a picture is laid out on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import theme


def board_of(width: int) -> tuple[QWidget, QVBoxLayout]:
    board = QWidget()
    board.setProperty("ground", "window")
    board.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    board.setFixedWidth(round(width * theme().em / 13))
    column = QVBoxLayout(board)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(10)
    return board, column


def row_in(column: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    column.addLayout(row)
    return row
