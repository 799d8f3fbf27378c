"""快捷键一览: what can be done by key, taken from the written-out actions."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.actions import ACTIONS, MENUS
from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.sheet import label

MORE = (
    (
        "一进来就能用",
        (("Ctrl+1 … 7", "到第几页"), ("Alt+1 2 3", "新增会议、走访、活动"), ("Alt+字母", "打开菜单")),
    ),
    (
        "列表里",
        (("回车", "打开"), ("空格", "打勾"), ("Esc", "取消选中"), ("直接打字", "在本页里找")),
    ),
    (
        "表单里",
        (
            ("回车", "下一栏"),
            ("Shift+回车", "上一栏"),
            ("PgUp PgDn", "上一条、下一条"),
            ("Alt+↓", "打开选项"),
            ("Ctrl+Del", "删这一行"),
            ("F4", "这一行的详细"),
        ),
    ),
)
_NAMES = {"Return": "回车", "Del": "Del", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_text(keys: str) -> str:
    """A key sequence in the words of looks.md: Ctrl+回车, Alt+←."""
    return "+".join(_NAMES.get(part, part) for part in keys.split("+")) if keys != "Ctrl++" else keys


class KeysDialog(Dialog):
    """Two columns of keys, by menu and by place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("快捷键一览", parent, width_ems=52)
        columns = QGridLayout()
        columns.setHorizontalSpacing(28)
        groups = [*self._by_menu(), *MORE]
        half = (len(groups) + 1) // 2
        for place, part in enumerate((groups[:half], groups[half:])):
            column = QVBoxLayout()
            column.setSpacing(3)
            for title, rows in part:
                column.addWidget(label(title, "strong"))
                grid = QGridLayout()
                grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("Ctrl+Shift+回车"))
                grid.setColumnStretch(1, 1)
                for row, (key, text) in enumerate(rows):
                    grid.addWidget(label(key, "label"), row, 0)
                    grid.addWidget(label(text), row, 1)
                column.addLayout(grid)
                column.addSpacing(8)
            column.addStretch(1)
            columns.addLayout(column, 0, place)
        inner = QWidget()
        inner.setLayout(columns)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setMinimumHeight(36 * self.fontMetrics().height() // 2)
        self.body.addWidget(area)
        close = self.add_button("收起", kind="primary", hint="Esc")
        close.clicked.connect(self.accept)

    @staticmethod
    def _by_menu() -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        found = []
        for menu, title in MENUS:
            rows = tuple(
                (key_text(action.keys[0]), action.text.split("(")[0].rstrip("…"))
                for action in ACTIONS
                if action.menu == menu and action.keys
            )
            if rows:
                found.append((title.split("(")[0], rows))
        return found
