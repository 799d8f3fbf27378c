"""快捷键一览: what can be done by key, taken from the written-out actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.actions import ACTIONS, MENUS
from app.ui.appearance import theme
from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.sheet import label

Rows = tuple[tuple[str, str], ...]
Group = tuple[str, Rows]

MORE: tuple[Group, ...] = (
    (
        "一进来就能用",
        (
            ("Ctrl+1 … 7", "到第几页"),
            ("Ctrl+Tab", "换到下一张"),
            ("Alt+1 2 3", "新增协商、走访、活动"),
            ("Alt+字母", "打开菜单"),
        ),
    ),
    (
        "列表里",
        (("回车", "打开"), ("空格", "打勾"), ("Esc", "取消选中"), ("直接打字", "在本页里找")),
    ),
    (
        "本月的四步里",
        (("← →", "换一步"), ("回车", "打开这一步"), ("Ctrl+回车", "做下一步"), ("Esc", "回到本月数字")),
    ),
    (
        "本月报送里",
        (("F7", "登记零报告"), ("Ctrl+C", "复制催报"), ("空格", "打勾")),
    ),
    (
        "图和预览里",
        (("回车", "看明细"), ("F8", "到下一个数"), ("Ctrl+C", "复制图")),
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
    """Three columns of keys, by menu and by place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("快捷键一览", parent, width_ems=66)
        inner = QWidget()
        inner.setProperty("ground", "surface")
        columns = QHBoxLayout(inner)
        columns.setSpacing(28)
        for groups in self._columns([*self._by_menu(), *MORE]):
            column = QVBoxLayout()
            column.setSpacing(3)
            for title, rows in groups:
                column.addWidget(label(title, "strong"))
                column.addLayout(self._grid(rows))
                column.addSpacing(8)
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.body.addWidget(area)
        area.setMinimumHeight(min(inner.sizeHint().height() + 2, 36 * theme().em))
        close = self.add_button("收起", kind="primary", hint="Esc")
        close.clicked.connect(self.accept)
        close.setFocus()

    def _grid(self, rows: Rows) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("Shift+回车 "))
        grid.setColumnStretch(1, 1)
        for row, (key, text) in enumerate(rows):
            grid.addWidget(label(key, "label"), row, 0)
            grid.addWidget(label(text), row, 1)
        return grid

    @staticmethod
    def _columns(groups: Sequence[Group]) -> list[list[Group]]:
        """Groups in their order, in three columns of about the same length."""
        share = sum(len(rows) + 1 for _title, rows in groups) / 3
        columns: list[list[Group]] = [[], [], []]
        used = 0
        for group in groups:
            columns[min(2, int((used + len(group[1]) / 2) / share))].append(group)
            used += len(group[1]) + 1
        return columns

    @staticmethod
    def _by_menu() -> list[Group]:
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
